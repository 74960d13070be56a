//! What passes between the core and the page, as TypeScript: `ui/wire.d.ts` is written from the types themselves.
//!
//! A type that a command takes or gives stands in [`told`]; whatever it is made of comes along.
//! `AWAI_WRITE=1 cargo test --workspace --lib wire` writes the file anew.

use std::collections::BTreeMap;
use std::path::Path;

use ts_rs::{Config, TS, TypeVisitor};

const HEAD: &str = "\
// What passes between the core and the page, written from the core's types by a test; never edited by hand.
// Anew: AWAI_WRITE=1 cargo test --workspace --lib wire

";

const TAIL: &str = "\nexport * from \"./window.js\";\n";

/// What the commands take and give.
fn told(types: &mut Types) {
    types.add::<crate::Trouble>();
    types.add::<crate::Tongue>();
    types.add::<crate::Weight>();
    types.add::<crate::Guessing>();
    types.add::<crate::Opened>();
    types.add::<crate::CheckReport>();
    types.add::<crate::Draft>();
    types.add::<crate::DraftSave>();
    types.add::<crate::Kept>();
    types.add::<crate::PictureAtHand>();
    types.add::<crate::Page>();
    types.add::<crate::Version>();
    types.add::<crate::Month>();
    types.add::<crate::Pages>();
    types.add::<crate::PagesAsk>();
    types.add::<crate::SearchAsk>();
    types.add::<crate::Hits>();
    types.add::<crate::Tie>();
    types.add::<crate::NewTie>();
    types.add::<crate::ImportCount>();
    types.add::<crate::OutAsk>();
    types.add::<crate::TakenOut>();
    types.add::<crate::BroughtIn>();
    types.add::<crate::Sibling>();
    types.add::<crate::Beside>();
    types.add::<crate::SiblingPage>();
    types.add::<crate::SiblingChoices>();
    types.add::<crate::FromSibling>();
    types.add::<crate::Backup>();
    types.add::<crate::LastBackup>();
    types.add::<crate::Headway>();
    types.add::<crate::SquareCode>();
    types.add::<crate::WordsKept>();
    types.add::<crate::CopiesToo>();
    types.add::<crate::ToErase>();
    told_of_letters(types);
}

fn told_of_letters(types: &mut Types) {
    types.add::<crate::Companion>();
    types.add::<crate::NewCompanion>();
    types.add::<crate::Waiting>();
    types.add::<crate::Agreement>();
    types.add::<crate::LetterDraft>();
    types.add::<crate::LetterDraftKept>();
    types.add::<crate::LetterOffer>();
    types.add::<crate::FoundName>();
    types.add::<crate::LetterFace>();
    types.add::<crate::LetterShown>();
    types.add::<crate::Thread>();
    types.add::<crate::BeforeEnding>();
    types.add::<crate::Given>();
}

fn told_of_questions(types: &mut Types) {
    types.add::<crate::Asked>();
    types.add::<crate::AskedPagesAsk>();
    types.add::<crate::Question>();
    types.add::<crate::NewQuestion>();
    types.add::<crate::AskDifferently>();
    types.add::<crate::QuestionsAsk>();
    types.add::<crate::Questions>();
    types.add::<crate::QuestionSet>();
    types.add::<crate::NewQuestionSet>();
    types.add::<crate::QuestionSetFile>();
    types.add::<crate::TakenIn>();
    types.add::<crate::Lineage>();
    types.add::<crate::SittingAsk>();
    types.add::<crate::SittingStep>();
    types.add::<crate::OfferAsk>();
    types.add::<crate::Offer>();
}

fn told_of_ties(types: &mut Types) {
    types.add::<crate::TieChange>();
    types.add::<crate::CareFlag>();
    types.add::<crate::TieRoom>();
    types.add::<crate::BetweenMap>();
    types.add::<crate::NewMoment>();
    types.add::<crate::Openings>();
    types.add::<crate::Intention>();
    types.add::<crate::NewIntention>();
    types.add::<crate::Company>();
    types.add::<crate::MyWord>();
    types.add::<crate::Practice>();
    types.add::<crate::YearOnAPage>();
    types.add::<crate::ReturningAsk>();
    types.add::<crate::Returning>();
    types.add::<crate::ReturnedTo>();
    types.add::<crate::Example>();
}

#[derive(Default)]
struct Types(BTreeMap<String, String>);

impl Types {
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        let config = Config::new();
        // What has no place of its own is a type of TypeScript already.
        if T::output_path().is_none() || self.0.contains_key(&T::name(&config)) {
            return;
        }
        self.0
            .insert(T::name(&config), on_one_line(&T::decl(&config)));
        T::visit_dependencies(self);
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// Without the comments: those stand with the type in Rust, where they can be true.
fn on_one_line(declaration: &str) -> String {
    let mut bare = String::new();
    for (number, piece) in declaration.split("/**").enumerate() {
        let after = piece.split_once("*/").map(|(_, after)| after);
        bare += if number == 0 {
            piece
        } else {
            after.unwrap_or(piece)
        };
    }
    let words: Vec<&str> = bare.split_whitespace().collect();
    words.join(" ").replace(", }", " }")
}

#[test]
fn the_page_knows_the_types_of_the_core_as_they_are() {
    let mut types = Types::default();
    told(&mut types);
    told_of_questions(&mut types);
    told_of_ties(&mut types);
    let declared: String = types
        .0
        .values()
        .map(|declaration| format!("export {declaration}\n"))
        .collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/wire.d.ts");
    let text = format!("{HEAD}{declared}{TAIL}");
    if std::env::var_os("AWAI_WRITE").is_some() {
        crate::write_whole(&path, text.as_bytes()).unwrap();
    }
    assert!(
        std::fs::read_to_string(&path)
            .unwrap()
            .replace("\r\n", "\n")
            == text,
        "ui/wire.d.ts is not what the core says; write it anew with AWAI_WRITE=1"
    );
}
