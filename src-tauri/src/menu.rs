//! The menu of macOS. Its own "Quit", which Cmd+Q is, ends the program at once and asks no window: the last words of
//! the page would stay behind. In its place stands one that is heard here, under the same name and the same keys.

use tauri::menu::{Menu, MenuEvent, MenuItem, MenuItemKind};
use tauri::{AppHandle, Wry};

use crate::closing::{self, After};

const QUIT: &str = "quit";

/// The menu every program has there, with a "Quit" that asks the page first.
///
/// # Errors
/// When the system makes no menu.
pub fn of(app: &AppHandle) -> tauri::Result<Menu<Wry>> {
    let menu = Menu::default(app)?;
    let first = menu.items()?.into_iter().next();
    if let Some(MenuItemKind::Submenu(program)) = first
        && let Some(MenuItemKind::Predefined(ends_at_once)) = program.items()?.pop()
    {
        let name = ends_at_once.text()?;
        let asks = MenuItem::with_id(app, QUIT, name, true, Some("CmdOrCtrl+Q"))?;
        program.remove(&ends_at_once)?;
        program.append(&asks)?;
    }
    Ok(menu)
}

/// Something of the menu was chosen.
pub fn on_event(app: &AppHandle, event: &MenuEvent) {
    if event.id() == QUIT {
        closing::ask_the_page(app, After::Leave);
    }
}
