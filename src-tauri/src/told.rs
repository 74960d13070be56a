//! What passes between this program and the page beside the core's own types, as TypeScript: `ui/window.d.ts`.
//! `AWAI_WRITE=1 cargo test --workspace --bin awai-desktop told` writes the file anew.

use std::path::Path;

use ts_rs::{Config, TS};

use crate::commands::{
    arriving, book, companions, envelope, import, keeping, letters, pictures, sealing, start,
    takeout,
};
use crate::{clipboard, erasing, settings, together};

const HEAD: &str = "\
// What passes between the window's program and the page, written from its types by a test; never edited by hand.
// Anew: AWAI_WRITE=1 cargo test --workspace --bin awai-desktop told

import type { Backup, Block, Companion, Guessing, Headway, ImportCount, Language, LastBackup, LetterFace, LetterLine, LetterShown, Paired, SharedPage, SquareCode, Waiting, Weight, Writer } from \"./wire.js\";

";

fn told() -> Vec<String> {
    let config = Config::new();
    vec![
        settings::Settings::decl(&config),
        settings::Appearance::decl(&config),
        settings::Years::decl(&config),
        settings::HideKeys::decl(&config),
        settings::HideThen::decl(&config),
        start::Start::decl(&config),
        start::Book::decl(&config),
        start::System::decl(&config),
        book::Suggestion::decl(&config),
        book::Weighed::decl(&config),
        import::Counted::decl(&config),
        keeping::Copies::decl(&config),
        keeping::Drawn::decl(&config),
        envelope::EnvelopeTold::decl(&config),
        arriving::Arrival::decl(&config),
        arriving::ArrivalWhat::decl(&config),
        arriving::Becomes::decl(&config),
        arriving::Settled::decl(&config),
        letters::SharedVersion::decl(&config),
        pictures::Onto::decl(&config),
        together::ToRead::decl(&config),
        together::ReadTogether::decl(&config),
        companions::Companions::decl(&config),
        companions::Pairing::decl(&config),
        companions::StandsNow::decl(&config),
        sealing::Leaving::decl(&config),
        sealing::LeavingText::decl(&config),
        sealing::Goes::decl(&config),
        sealing::SealedTold::decl(&config),
        takeout::ChosenOut::decl(&config),
        erasing::SettingsToo::decl(&config),
        clipboard::Stays::decl(&config),
    ]
}

#[test]
fn the_page_knows_the_types_of_the_window_as_they_are() {
    let declared: String = told()
        .iter()
        .map(|declaration| format!("export {declaration}\n"))
        .collect();
    let text = format!("{HEAD}{declared}").replace(" \n", "\n");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/window.d.ts");
    if std::env::var_os("AWAI_WRITE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    assert!(
        std::fs::read_to_string(&path)
            .unwrap()
            .replace("\r\n", "\n")
            == text,
        "ui/window.d.ts is not what the program says; write it anew with AWAI_WRITE=1"
    );
}
