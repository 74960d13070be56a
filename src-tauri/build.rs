//! Gives every command of the window a permission of its own, and keeps our SQLCipher to ourselves.

/// What the page may ask for. The same names stand in `ui/journal.js`, in the handler of `main.rs` and in
/// `capabilities/main.json`; a test compares them.
const COMMANDS: &[&str] = &[
    "start",
    "catalogue",
    "set_settings",
    "suggest_passphrase",
    "weigh_passphrase",
    "create_journal",
    "unlock",
    "accept_older",
    "close_book",
    "leave",
    "still_here",
    "change_passphrase",
    "draft",
    "keep_draft",
    "finish_draft",
    "drop_draft",
    "pages",
    "months",
    "page",
    "versions",
    "set_aside",
    "bring_back",
    "aside",
    "search",
    "ties",
    "add_tie",
    "question_sets",
    "question_set",
    "sitting_step",
    "questions",
    "suggested",
    "elsewhere",
    "wider",
    "questions_wished",
    "question",
    "lineage",
    "pages_asked",
    "asking",
    "unask",
    "add_question",
    "moves",
    "ask_differently",
    "erase_wording",
    "wish_of_question",
    "begin_sitting",
    "add_question_set",
    "change_question_set",
    "erase_question_set",
    "save_question_set",
    "choose_question_set",
    "take_in_question_set",
    "between_map",
    "tie_room",
    "change_tie",
    "set_standing",
    "set_care",
    "erase_naming",
    "erase_tie",
    "mark_moment",
    "change_moment",
    "unmark_moment",
    "openings",
    "check_journal",
    "import_choose",
    "import_begin",
    "print_page",
];

fn main() {
    // The linker would otherwise export our SQLCipher's symbols, and WebKit's own SQLite calls would bind to them.
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux") {
        println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    }
    let commands = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(commands);
    tauri_build::try_build(attributes).expect("tauri.conf.json and the capability can be read");
}
