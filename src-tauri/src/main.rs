//! The window of Awai: it opens a journal that nobody else can read, lets a person write in it, and closes it
//! so that nothing of it stays in memory. What the journal is, the core knows; this program only opens doors.

// No terminal opens beside the window on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod choose;
mod clipboard;
mod clock;
mod closing;
mod commands;
mod copying;
#[cfg_attr(not(target_os = "linux"), path = "desk_elsewhere.rs")]
mod desk;
mod dropped;
mod erasing;
#[cfg(any(test, not(target_os = "linux")))]
mod foreign;
mod held;
#[cfg(target_os = "linux")]
mod hide_keys;
mod meeting;
#[cfg(target_os = "macos")]
mod menu;
mod pictures;
mod quiet;
mod session;
mod settings;
mod together;
#[cfg(test)]
mod told;
mod traces;
mod underway;
mod unfinished;
mod window;

use std::process::ExitCode;

use arguments::Asked;
use meeting::{Knock, Meeting};
use session::Session;

/// What answers the page: a list, and so no part of the story that `main` tells.
macro_rules! answers {
    () => {
        tauri::generate_handler![
            commands::start::start,
            commands::start::catalogue,
            commands::start::set_settings,
            commands::start::print_page,
            commands::book::suggest_passphrase,
            commands::book::weigh_passphrase,
            commands::book::create_journal,
            commands::book::unlock,
            commands::book::look_closer,
            commands::book::accept_older,
            commands::book::close_book,
            commands::book::hide_book,
            commands::book::minimise,
            commands::book::prove,
            commands::book::leave,
            commands::book::still_here,
            commands::book::change_passphrase,
            commands::book::check_journal,
            commands::writing::draft,
            commands::writing::keep_draft,
            commands::writing::finish_draft,
            commands::writing::drop_draft,
            commands::pictures::pictures_at_hand,
            commands::pictures::choose_picture,
            commands::pictures::put_handed_in,
            commands::pictures::put_pasted,
            commands::reading::pages,
            commands::reading::months,
            commands::reading::page,
            commands::reading::versions,
            commands::reading::set_aside,
            commands::reading::bring_back,
            commands::reading::erase_aside,
            commands::reading::erase_versions,
            commands::reading::aside,
            commands::reading::search,
            commands::looking_back::years,
            commands::looking_back::year_on_a_page,
            commands::looking_back::words_i_return_to,
            commands::looking_back::an_opening,
            commands::looking_back::a_page_from_this_day,
            commands::looking_back::an_old_question,
            commands::looking_back::not_this_page_again,
            commands::looking_back::pages_not_again,
            commands::looking_back::this_page_again,
            commands::looking_back::sitting_pages,
            commands::looking_back::save_gathered,
            commands::ties::ties,
            commands::ties::ties_without_care,
            commands::ties::between_map,
            commands::ties::add_tie,
            commands::questions::question_sets,
            commands::questions::question_set,
            commands::questions::sitting_step,
            commands::questions::questions,
            commands::questions::suggested,
            commands::questions::elsewhere,
            commands::questions::wider,
            commands::questions::now_and_then,
            commands::questions::questions_wished,
            commands::questions::question,
            commands::questions::question_for,
            commands::questions::lineage,
            commands::questions::pages_asked,
            commands::questions::asking,
            commands::questions::unask,
            commands::questions::add_question,
            commands::questions::moves,
            commands::questions::ask_differently,
            commands::questions::erase_wording,
            commands::questions::wish_of_question,
            commands::questions::begin_sitting,
            commands::questions::add_question_set,
            commands::questions::change_question_set,
            commands::questions::erase_question_set,
            commands::questions::save_question_set,
            commands::questions::choose_question_set,
            commands::questions::take_in_question_set,
            commands::ties::tie_room,
            commands::ties::change_tie,
            commands::ties::set_standing,
            commands::ties::set_care,
            commands::ties::erase_naming,
            commands::ties::erase_tie,
            commands::moments::mark_moment,
            commands::moments::change_moment,
            commands::moments::unmark_moment,
            commands::moments::openings,
            commands::toward::intentions,
            commands::toward::intention,
            commands::toward::add_intention,
            commands::toward::change_intention,
            commands::toward::set_intention_state,
            commands::toward::erase_intention,
            commands::toward::add_try,
            commands::toward::change_try,
            commands::toward::erase_try,
            commands::companions::companions,
            commands::companions::companion,
            commands::companions::invite,
            commands::companions::save_invitation,
            commands::companions::withdraw_invitation,
            commands::companions::choose_pairing,
            commands::companions::pairing_at_hand,
            commands::companions::open_pairing,
            commands::companions::accept_invitation,
            commands::companions::save_reply,
            commands::companions::complete_pairing,
            commands::companions::make_card,
            commands::companions::take_card,
            commands::companions::answer_card,
            commands::companions::call_companion,
            commands::companions::link_companion,
            commands::companions::stand_companion,
            commands::companions::before_ending,
            commands::companions::forget_companion,
            commands::companions::agreement,
            commands::companions::answer_agreement,
            commands::sealing::letter_drafts,
            commands::arriving::look_chosen,
            commands::arriving::file_waits,
            commands::arriving::look_handed_in,
            commands::arriving::look_pasted,
            commands::arriving::look_under,
            commands::arriving::arrival,
            commands::arriving::arrival_words,
            commands::arriving::settle_arrival,
            commands::arriving::put_arrival_away,
            commands::arriving::erase_carried,
            commands::letters::thread,
            commands::letters::letters_of_nobody,
            commands::letters::read_letter,
            commands::letters::letter_text,
            commands::letters::take_up_letter,
            commands::letters::erase_letter,
            commands::letters::follow_release,
            commands::letters::answered_same_question,
            commands::letters::shared_pages,
            commands::letters::letter_file_words,
            commands::letters::save_letter_file,
            commands::sealing::letter_draft,
            commands::sealing::keep_letter_draft,
            commands::sealing::drop_letter_draft,
            commands::sealing::rest_letter,
            commands::sealing::pages_to_offer,
            commands::sealing::offer,
            commands::sealing::names_in,
            commands::sealing::show_leaving,
            commands::sealing::leaving_text,
            commands::sealing::seal,
            commands::sealing::seal_again,
            commands::sealing::seal_again_under_words,
            commands::sealing::words_of_letter,
            commands::sealing::letter_headway,
            commands::sealing::stop_letter,
            commands::sealing::save_sealed,
            commands::sealing::save_sealed_page,
            commands::sealing::sealed_text,
            commands::sealing::given_of,
            commands::own::company,
            commands::own::add_company,
            commands::own::change_company,
            commands::own::move_company,
            commands::own::erase_company,
            commands::own::my_words,
            commands::own::add_my_word,
            commands::own::change_my_word,
            commands::own::erase_my_word,
            commands::own::practice,
            commands::own::set_practice,
            commands::own::examples,
            commands::own::take_example_away,
            commands::own::bring_examples_back,
            commands::together::begin_together,
            commands::together::read_together,
            commands::keeping::copies,
            commands::keeping::back_up,
            commands::keeping::stop_backup,
            commands::keeping::copies_here,
            commands::keeping::choose_copy,
            commands::keeping::bring_back_copy,
            commands::keeping::words_kept,
            commands::keeping::draw_sheet,
            commands::keeping::save_sheet,
            commands::keeping::keep_sheet,
            commands::keeping::drop_sheet,
            commands::envelope::make_envelope,
            commands::envelope::open_envelope,
            commands::siblings::siblings,
            commands::siblings::compare_sibling,
            commands::siblings::sibling_pages,
            commands::siblings::bring_from_sibling,
            commands::siblings::lay_sibling_aside,
            commands::keeping::let_go_of_words,
            commands::keeping::renew_key,
            commands::erasing::to_erase,
            commands::erasing::erase_everything,
            commands::copying_out::copy_out,
            commands::import::import_choose,
            commands::import::import_begin,
            commands::takeout::take_out,
            commands::takeout::bring_in_choose,
            commands::takeout::bring_in,
        ]
    };
}

fn main() -> ExitCode {
    traces::leave_none();
    window::draw_without_the_card();
    let mut asked = match Asked::of(std::env::args_os().skip(1)) {
        Ok(asked) => asked,
        Err(why) => return arguments::refuse(&why),
    };
    let files = asked.take_files();
    let lives = match asked.places() {
        Ok(lives) => lives,
        Err(why) => return arguments::refuse(&why),
    };
    let door = match meeting::of(&lives.journal, &Knock::with(&files)) {
        Meeting::First(door) => Some(door),
        Meeting::Second => return ExitCode::SUCCESS,
        Meeting::Nowhere => None,
    };
    let session = Session::at(lives);
    session.hand_in(files);
    let program = tauri::Builder::default();
    #[cfg(target_os = "macos")]
    let program = program
        .on_web_content_process_terminate(|page| {
            closing::page_fell(tauri::Manager::app_handle(page))
        })
        .menu(menu::of)
        .on_menu_event(|app, event| menu::on_event(app, &event));
    let app = program
        .plugin(tauri_plugin_dialog::init())
        .manage(session)
        .register_asynchronous_uri_scheme_protocol("awai-media", pictures::answer)
        .invoke_handler(answers!())
        .on_window_event(dropped::on_window_event)
        .setup(|app| {
            if let Some(door) = door {
                door.open(app.handle().clone());
            }
            window::open(app.handle())?;
            desk::listen(app.handle());
            quiet::watch(app.handle().clone());
            copying::watch(app.handle().clone());
            Ok(())
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(closing::on_event);
            ExitCode::SUCCESS
        }
        Err(_) => arguments::refuse(
            "The window could not be opened: there is no display, or WebKit is missing.",
        ),
    }
}
