//! The one window: what it may do, how it looks before its page is drawn, and how its page's memory ends.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tauri::utils::config::Color;
use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::{AppHandle, Manager, Theme, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Wry};

use tempfile::TempDir;

use crate::session::Session;
use crate::settings::{Appearance, Settings};

/// Set by the driver of the window tests. A private web view has a context of its own and cannot be driven.
const AUTOMATION: &str = "TAURI_WEBVIEW_AUTOMATION";

/// Where nothing listens: whatever the page tried to reach, it would be sent here.
const NOWHERE: &str = "http://127.0.0.1:9";

/// The windows whose page is awaited, by their labels. Each page is loaded once: whatever asks for it again, a key or a
/// menu of the web view, would throw away words that nothing holds yet, and lead past a door that only the page knows.
static AWAITED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// A window that is about to be made.
type Builder<'a> = WebviewWindowBuilder<'a, Wry, AppHandle>;

/// Called before anything has a thread of its own: what draws listens only to the environment it starts in.
pub fn draw_without_the_card() {
    system::draw_without_the_card();
}

/// Opens the window.
pub fn open(app: &AppHandle) -> tauri::Result<()> {
    open_as(app, |builder| builder).map(drop)
}

/// Opens it standing as `stand` says.
fn open_as(
    app: &AppHandle,
    stand: impl FnOnce(Builder<'_>) -> Builder<'_>,
) -> tauri::Result<WebviewWindow> {
    system::drop_reports(app);
    let session = app.state::<Session>();
    let settings = session.settings();
    let label = next_label(app);
    await_page(&label);
    let (here, comes) = (app.clone(), label.clone());
    let mut builder = WebviewWindowBuilder::new(app, label, WebviewUrl::default())
        // Always the same: a title is seen in lists of windows and in pictures of the screen.
        .title("Awai")
        .inner_size(1180.0, 820.0)
        .min_inner_size(340.0, 480.0)
        .theme(theme(settings.appearance))
        .background_color(paper(settings.appearance, Theme::Light))
        .incognito(!is_driven())
        .devtools(false)
        .general_autofill_enabled(false)
        .browser_extensions_enabled(false)
        .content_protected(true)
        .proxy_url(
            NOWHERE
                .parse()
                .expect("a constant address that can be read"),
        )
        .on_navigation(move |url| may_load(&here, &comes, url))
        .on_page_load(|window, page| {
            // A web view may ask more than once on the way to a page: it is here when it takes the place of the last.
            if page.event() == PageLoadEvent::Started && is_ours(page.url()) {
                awaited().remove(window.label());
            }
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    if let Some(web) = web_folder(app) {
        builder = builder.data_directory(web);
    }
    let window = stand(builder).build()?;
    system::harden(&window)?;
    dress(&window, &settings);
    Ok(window)
}

fn awaited() -> MutexGuard<'static, BTreeSet<String>> {
    AWAITED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The page of this window may be loaded, until it is there.
fn await_page(label: &str) {
    awaited().insert(label.to_owned());
}

/// Only our own page is ever loaded, and only when it is awaited.
fn may_load(app: &AppHandle, label: &str, url: &Url) -> bool {
    if !is_ours(url) {
        return false;
    }
    let comes = awaited().contains(label);
    if !comes {
        system::asked_again(app);
    }
    comes
}

/// Where the web view keeps its own things. On Linux it makes files even when it is told to keep nothing: they lie
/// in a folder that goes with the program, in memory where the system has such a place, else where everything else of
/// ours was asked to be, so that a program on a stick writes nothing to the disk of the computer. Elsewhere a private
/// view keeps nothing, and is only told to stay out of the home folder when it was asked to.
fn web_folder(app: &AppHandle) -> Option<PathBuf> {
    if cfg!(not(target_os = "linux")) {
        return app.state::<Session>().lives().web.clone();
    }
    if let Some(made) = app.try_state::<TempDir>() {
        return Some(made.path().to_owned());
    }
    let in_memory = std::env::var_os("XDG_RUNTIME_DIR").filter(|place| Path::new(place).is_dir());
    let place = in_memory.map(PathBuf::from).or_else(|| {
        let web = app.state::<Session>().lives().web.clone()?;
        awai::make_private_folder(&web).is_ok().then_some(web)
    });
    let place = place.unwrap_or_else(std::env::temp_dir);
    let made = tempfile::Builder::new()
        .prefix("awai-")
        .tempdir_in(place)
        .ok()?;
    let path = made.path().to_owned();
    app.manage(made);
    Some(path)
}

/// Takes away what the web view made.
pub fn leave_nothing(app: &AppHandle) {
    system::drop_reports(app);
    if let Some(made) = app.try_state::<TempDir>() {
        let _ = std::fs::remove_dir_all(made.path());
        if let Some(web) = &app.state::<Session>().lives().web {
            // Goes only when it is empty.
            let _ = std::fs::remove_dir(web);
        }
    }
}

/// The window, when there is one.
pub fn the_one(app: &AppHandle) -> Option<WebviewWindow> {
    app.webview_windows().into_values().next()
}

/// Tells the page that files may have come.
pub fn tell_handed_in(app: &AppHandle) {
    if let Some(window) = the_one(app) {
        let _ = window.eval("window.dispatchEvent(new CustomEvent('awai-handed-in'))");
    }
}

/// Brings the window before all others, because it was started once more, and tells its page that files may have
/// come. `leave` is the desktop's permission to do so.
pub fn come_to_front(app: &AppHandle, leave: Option<String>) {
    let Some(window) = the_one(app) else { return };
    system::with_leave(&window, leave);
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
    tell_handed_in(app);
}

/// Takes the window from sight. What the system refuses here leaves an empty page to be seen, nothing more.
pub fn minimise(app: &AppHandle) {
    leave_dialogs(app);
    if let Some(window) = the_one(app) {
        system::note_place(&window);
        let _ = window.minimize();
    }
}

/// Leaves the dialogs of the system that stand open, as their "Cancel" does: they list somebody's files, and whoever
/// asked for them is not here any more.
pub fn leave_dialogs(app: &AppHandle) {
    system::leave_dialogs(app);
}

/// Takes the window of a program away that is about to end.
pub fn hide(app: &AppHandle) {
    if let Some(window) = the_one(app) {
        let _ = window.hide();
    }
}

/// Brings the window itself in line with the settings; the page does the rest.
pub fn wear(app: &AppHandle, settings: &Settings) {
    if let Some(window) = the_one(app) {
        dress(&window, settings);
    }
}

fn dress(window: &WebviewWindow, settings: &Settings) {
    // What the system refuses here costs a flash of another paper, nothing more.
    let _ = window.set_theme(theme(settings.appearance));
    let shade = window.theme().unwrap_or(Theme::Light);
    let _ = window.set_background_color(Some(paper(settings.appearance, shade)));
    let _ = system::set_input_style(window, settings.old_input_style);
    let _ = system::set_hide_keys(window, &settings.hide_keys);
}

/// Ends the page with all its memory and loads the face afresh. Going to another page would not do: of 700 copies
/// of a text, 676 were still in the web process thirteen seconds later (measured).
pub fn begin_afresh(app: &AppHandle) {
    let Some(window) = the_one(app) else { return };
    // The driver of the tests would end with the process of the page; there only the page ends.
    let ended = if is_driven() {
        await_page(window.label());
        window.reload()
    } else {
        system::end_page(&window)
    };
    if ended.is_err() {
        // The journal is closed; a page that cannot be ended must not stay either.
        app.exit(1);
    }
}

fn is_driven() -> bool {
    std::env::var_os(AUTOMATION).is_some()
}

/// Takes a file that was chosen in a dialog out of the system's list of files lately used.
pub fn forget_choice(app: &AppHandle, chosen: &Path) {
    system::forget_choice(app, chosen);
}

/// Windows are numbered, so that a fresh one can be made before the old one goes.
fn next_label(app: &AppHandle) -> String {
    let number = the_one(app)
        .and_then(|window| window.label().strip_prefix("book-")?.parse::<u32>().ok())
        .unwrap_or(0);
    format!("book-{}", number.wrapping_add(1))
}

/// Windows serves our page over its own kind of address.
fn is_ours(url: &Url) -> bool {
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}

fn theme(appearance: Appearance) -> Option<Theme> {
    match appearance {
        Appearance::System => None,
        Appearance::Light | Appearance::ContrastLight => Some(Theme::Light),
        Appearance::Dark | Appearance::ContrastDark => Some(Theme::Dark),
    }
}

/// The paper of each theme, as in `ui/style/tokens.css`, so that a dark room is not lit up for an instant.
fn paper(appearance: Appearance, system: Theme) -> Color {
    match (appearance, system) {
        (Appearance::ContrastLight, _) => Color(0xff, 0xff, 0xff, 0xff),
        (Appearance::ContrastDark, _) => Color(0, 0, 0, 0xff),
        (Appearance::Dark, _) | (Appearance::System, Theme::Dark) => Color(0x1a, 0x18, 0x15, 0xff),
        _ => Color(0xfa, 0xf6, 0xee, 0xff),
    }
}

#[cfg(not(target_os = "linux"))]
#[path = "window/elsewhere.rs"]
mod system;

#[cfg(target_os = "linux")]
mod system {
    use std::path::Path;
    use std::time::Duration;

    use gtk::glib::prelude::{ObjectExt, ToValue};
    use gtk::prelude::{Cast, DialogExt, GtkWindowExt, RecentManagerExt};
    use tauri::{AppHandle, Manager, WebviewWindow};
    use webkit2gtk::{
        ContextMenu, ContextMenuAction, ContextMenuExt, ContextMenuItemExt,
        HardwareAccelerationPolicy, InputMethodContextExt, SettingsExt, WebContextExt,
        WebProcessTerminationReason, WebViewExt,
    };

    use crate::hide_keys;
    use crate::settings::HideKeys;

    /// A page of words is drawn sooner and in half the memory without the graphics card (measured). WebKit's DMA-BUF
    /// renderer looks for the card all the same: under Wayland the window then stayed empty until it got the keys (seen),
    /// and with some drivers it stays empty for good (bugs.webkit.org 261874).
    pub fn draw_without_the_card() {
        // Where it cannot be set the window is as it would be without.
        let _ = gtk::glib::setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1", false);
    }

    /// Puts off what a page of words never needs.
    pub fn harden(window: &WebviewWindow) -> tauri::Result<()> {
        let app = window.app_handle().clone();
        window.with_webview(move |view| {
            hide_keys::listen(&app);
            let view = view.inner();
            view.connect_web_process_terminated(move |_, why| {
                // We end it ourselves whenever the book closes.
                if why != WebProcessTerminationReason::TerminatedByApi {
                    crate::closing::page_fell(&app);
                }
            });
            // By the name of the signal: a menu that a finger asks for comes without an event, and the crate's own call
            // takes that for impossible.
            view.connect_local("context-menu", false, |values| {
                let menu = values
                    .get(1)
                    .and_then(|menu| menu.get::<ContextMenu>().ok());
                let none = menu.is_none_or(|menu| is_empty_without_leads(&menu));
                Some(none.to_value())
            });
            if let Some(settings) = WebViewExt::settings(&view) {
                settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
                settings.set_enable_webgl(false);
                settings.set_enable_webaudio(false);
                settings.set_enable_media_stream(false);
                // A page that is kept for going back is a copy of what was written.
                settings.set_enable_page_cache(false);
                settings.set_enable_html5_local_storage(false);
                settings.set_enable_html5_database(false);
                settings.set_enable_dns_prefetching(false);
            }
            if let Some(context) = view.context() {
                context.set_spell_checking_enabled(false);
            }
        })
    }

    /// Takes out of a menu whatever serves no words: what loads the page anew or leads away from it. Tells whether
    /// nothing is left; then no menu is shown.
    fn is_empty_without_leads(menu: &ContextMenu) -> bool {
        for item in menu.items() {
            if !serves_words(item.stock_action()) {
                menu.remove(&item);
            }
        }
        menu.n_items() == 0
    }

    fn serves_words(action: ContextMenuAction) -> bool {
        matches!(
            action,
            ContextMenuAction::Cut
                | ContextMenuAction::Copy
                | ContextMenuAction::Paste
                | ContextMenuAction::Delete
                | ContextMenuAction::SelectAll
                | ContextMenuAction::InputMethods
                | ContextMenuAction::Unicode
        )
    }

    /// Words being composed appear where they are written; wry turns that off. The old style leaves them to the
    /// input method's own box.
    pub fn set_input_style(window: &WebviewWindow, old: bool) -> tauri::Result<()> {
        window.with_webview(move |view| {
            if let Some(input) = view.inner().input_method_context() {
                input.set_enable_preedit(!old);
            }
        })
    }

    /// The keys are heard before an input method hears them.
    pub fn set_hide_keys(window: &WebviewWindow, keys: &HideKeys) -> tauri::Result<()> {
        let keys = keys.clone();
        window.run_on_main_thread(move || hide_keys::choose(keys))
    }

    /// GTK notes a file that was chosen in a dialog among those lately used, for every program to see. The note comes
    /// a moment after the choice, and is taken out again.
    pub fn forget_choice(app: &AppHandle, chosen: &Path) {
        let Ok(address) = gtk::glib::filename_to_uri(chosen, None) else {
            return;
        };
        let _ = app.run_on_main_thread(move || {
            let mut looks = 0;
            gtk::glib::timeout_add_local(Duration::from_millis(200), move || {
                looks += 1;
                let noted = gtk::RecentManager::default();
                let gone = noted.is_some_and(|noted| noted.remove_item(&address).is_ok());
                if gone || looks == 10 {
                    gtk::glib::ControlFlow::Break
                } else {
                    gtk::glib::ControlFlow::Continue
                }
            });
        });
    }

    pub fn leave_dialogs(app: &AppHandle) {
        let _ = app.run_on_main_thread(|| {
            for window in gtk::Window::list_toplevels() {
                if let Some(dialog) = window.downcast_ref::<gtk::Dialog>() {
                    dialog.response(gtk::ResponseType::Cancel);
                }
            }
        });
    }

    /// A Wayland desktop lets nobody come to the front who cannot show that a person asked for it.
    pub fn with_leave(window: &WebviewWindow, leave: Option<String>) {
        let Some(leave) = leave else { return };
        let asked = window.clone();
        let _ = window.run_on_main_thread(move || {
            if let Ok(window) = asked.gtk_window() {
                window.set_startup_id(&leave);
            }
        });
    }

    pub fn end_page(window: &WebviewWindow) -> tauri::Result<()> {
        let label = window.label().to_owned();
        window.with_webview(move |view| {
            view.inner().terminate_web_process();
            // Not sooner: a page that came just before its process was ended is not the one that is awaited.
            super::await_page(&label);
            view.inner().reload();
        })
    }

    /// The page is begun anew in the window that stands there.
    pub fn note_place(_window: &WebviewWindow) {}

    /// A page that falls is told of here.
    pub fn asked_again(_app: &AppHandle) {}

    /// A web process that falls writes nothing down here.
    pub fn drop_reports(_app: &AppHandle) {}

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_menu_keeps_what_serves_words_and_nothing_that_leads_away_from_the_page() {
            assert!(serves_words(ContextMenuAction::Copy));
            assert!(serves_words(ContextMenuAction::InputMethods));
            for leads_away in [
                ContextMenuAction::Reload,
                ContextMenuAction::GoBack,
                ContextMenuAction::Stop,
                ContextMenuAction::OpenLink,
                ContextMenuAction::InspectElement,
                ContextMenuAction::NoAction,
            ] {
                assert!(!serves_words(leads_away), "{leads_away:?}");
            }
        }
    }
}
