//! Words: read back as they were written, and found again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use awai::blocks::{self, Block, Gone, Span};
use awai::words::folded;
use awai::{Journal, Order, Piece, ReflectionId, SearchAsk, Writing};
use awai_tests::{Person, not_looked_at, strings, titled, words};
use chrono::Duration;

fn look(journal: &Journal, typed: &str) -> Vec<awai::Hit> {
    let ask = SearchAsk {
        words: typed.to_owned(),
        limit: 200,
        ..SearchAsk::default()
    };
    journal.search(&ask).unwrap().hits
}

fn found(journal: &Journal, typed: &str) -> BTreeSet<ReflectionId> {
    let hits = look(journal, typed);
    hits.into_iter().map(|hit| hit.line.id).collect()
}

/// Pieces as one line, what was found between [ and ].
fn drawn(pieces: &[Piece]) -> String {
    let draw = |piece: &Piece| match piece.mark {
        true => format!("[{}]", piece.text),
        false => piece.text.clone(),
    };
    pieces.iter().map(draw).collect()
}

#[test]
fn a_page_is_found_by_its_words_and_shows_them_without_their_signs() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let body = "# 夕方\n\n- **駅**のベンチで\n> {東京|とうきょう}へ\n![](gone:picture)";
    journal.write(&titled("駅まで", body), aki.now()).unwrap();
    for (typed, title, pieces) in [
        ("駅", "[駅]まで", "夕方 [駅]のベンチで 東京へ"),
        ("トウキョウ", "駅まで", "夕方 駅のベンチで [東京]へ"),
        ("夕方 東京", "駅まで", "[夕方] 駅のベンチで [東京]へ"),
        ("まで", "駅[まで]", "夕方 駅のベンチで 東京へ"),
    ] {
        let hits = look(&journal, typed);
        assert_eq!(hits.len(), 1, "{typed}");
        assert_eq!(drawn(&hits[0].title), title, "{typed}");
        assert_eq!(drawn(&hits[0].pieces), pieces, "{typed}");
    }
    for typed in ["picture", "gone", "べんとう", "**"] {
        assert!(look(&journal, typed).is_empty(), "{typed}");
    }
}

#[test]
fn a_covered_page_is_found_and_shows_only_its_cover() {
    let claire = Person::claire();
    let mut journal = claire.begin();
    let writing = Writing {
        cover: "une soirée d’hiver".to_owned(),
        ..titled("La rive", "On s’est tus longtemps.")
    };
    journal.write(&writing, claire.now()).unwrap();
    for typed in ["longtemps", "rive", "soiree"] {
        let hits = look(&journal, typed);
        assert_eq!(hits.len(), 1, "{typed}");
        assert!(hits[0].title.is_empty());
        assert!(!drawn(&hits[0].pieces).contains("tus"), "{typed}");
    }
    let hits = look(&journal, "soiree");
    assert_eq!(drawn(&hits[0].pieces), "une [soirée] d’hiver");
    // A phrase does not run from one text of a page into the next.
    assert!(look(&journal, "\"longtemps une\"").is_empty());
}

#[test]
fn words_written_anew_are_found_and_the_former_ones_no_more() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let id = bo.write(&mut journal, "a bench by the river");
    journal
        .revise(id, &words("a stone by the river"), bo.now())
        .unwrap();
    assert_eq!(found(&journal, "stone"), [id].into());
    assert!(found(&journal, "bench").is_empty());
    // The beginning of a word is looked for in another way.
    assert_eq!(found(&journal, "st"), [id].into());
    journal.set_aside(id, bo.now()).unwrap();
    for typed in ["stone", "st"] {
        assert!(found(&journal, typed).is_empty(), "{typed}");
    }
    journal.bring_back(id).unwrap();
    for typed in ["stone", "st"] {
        assert_eq!(found(&journal, typed), [id].into());
    }
}

#[test]
fn a_very_long_page_is_found_and_only_a_place_of_it_is_shown() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let body = "Leaves fell on the water, and *nobody* spoke.\n".repeat(20_000)
        + "Then the bench creaked.";
    let id = bo.write(&mut journal, &body);
    let hits = look(&journal, "creaked bench");
    assert_eq!(hits[0].line.id, id);
    let shown = drawn(&hits[0].pieces);
    assert!(shown.ends_with("Then the [bench] [creaked]."), "{shown}");
    assert!(
        shown.starts_with('…') && shown.chars().count() < 160,
        "{shown}"
    );
}

#[test]
fn the_page_that_holds_the_words_most_closely_comes_first_when_that_is_asked() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let walk = "We walked on along the river, and nobody spoke for a long while. ".repeat(20);
    let once = bo.write(&mut journal, "A lantern by the door.");
    let among = bo.write(&mut journal, &format!("A lantern hung there. {walk}"));
    let often = bo.write(
        &mut journal,
        "A lantern, and again the lantern: a lantern by the door.",
    );
    for _ in 0..4 {
        bo.write(&mut journal, "Rain.");
    }
    for (order, pages) in [
        (Order::Closest, [often, once, among]),
        (Order::Newest, [often, among, once]),
    ] {
        let ask = SearchAsk {
            words: "lantern".to_owned(),
            order,
            limit: 200,
            ..SearchAsk::default()
        };
        let hits = journal.search(&ask).unwrap().hits;
        let found: Vec<ReflectionId> = hits.iter().map(|hit| hit.line.id).collect();
        assert_eq!(found, pages, "{order:?}");
    }
}

#[test]
fn strings_that_made_others_stumble_find_their_own_pages() {
    let bo = Person::bo();
    let mut journal = bo.begin();
    let mut pages = Vec::new();
    for text in strings::naughty() {
        if text.trim().is_empty() {
            continue;
        }
        let id = journal.write(&words(&text), bo.now()).unwrap();
        bo.later(Duration::minutes(1));
        pages.push((id, text));
    }
    let mut looked_for = 0;
    for (id, text) in &pages {
        let plain = blocks::plain(text).text;
        let hits = found(&journal, &plain);
        // What holds no letter and no sign is kept, but cannot be looked for.
        if plain.contains(char::is_alphanumeric) && hits.len() < 200 {
            assert!(hits.contains(id), "{text}");
            looked_for += 1;
        }
        found(&journal, text);
    }
    assert!(looked_for >= 12, "{looked_for}");
}

#[test]
fn every_word_of_pages_from_elsewhere_finds_exactly_its_pages() {
    let Some(texts) = json("day-one/Example.json") else {
        return;
    };
    let claire = Person::claire();
    let mut journal = claire.begin();
    let mut pages = Vec::new();
    for page in texts.get("entries").and_then(|all| all.as_array()).unwrap() {
        let Some(text) = page.get("text").and_then(|text| text.as_str()) else {
            continue;
        };
        let id = journal.write(&words(text), claire.now()).unwrap();
        claire.later(Duration::minutes(1));
        pages.push((id, words_of(&blocks::plain(text).text)));
    }
    assert!(!pages.is_empty());
    let all: BTreeSet<&String> = pages.iter().flat_map(|(_, words)| words).collect();
    for word in all {
        // Longer words are cut in the index; the beginning of a word finds it.
        let truth: BTreeSet<_> = (pages.iter())
            .filter(|(_, words)| words.iter().any(|other| other == word))
            .map(|(id, _)| *id)
            .collect();
        assert_eq!(found(&journal, &format!("\"{word}\"")), truth, "{word}");
    }
}

/// The words of a text in Latin letters, folded.
fn words_of(text: &str) -> BTreeSet<String> {
    let folded = folded(text);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric());
    let whole = words.filter(|word| !word.is_empty() && word.len() < 60);
    whole.map(str::to_owned).collect()
}

#[test]
fn no_word_of_the_collections_is_lost_when_read() {
    let mut bodies = strings::naughty();
    for (file, field) in [
        ("commonmark/examples.json", "markdown"),
        ("xss-dompurify/expect.json", "payload"),
    ] {
        let Some(all) = json(file) else { continue };
        let texts = all
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|one| one.get(field));
        bodies.extend(texts.map(|text| text.as_str().unwrap_or_default().to_owned()));
    }
    for body in bodies {
        let mut seen = String::new();
        for block in blocks::parse(&body, |_| None) {
            see(&mut seen, &block);
        }
        let letters = |text: &str| {
            text.chars()
                .filter(|c| c.is_alphanumeric())
                .collect::<String>()
        };
        assert_eq!(letters(&seen), letters(&body), "{body}");
        // Tags and addresses are words like any others.
        for sign in ['<', '&', '"', '='] {
            assert_eq!(
                seen.matches(sign).count(),
                body.matches(sign).count(),
                "{body}"
            );
        }
    }
}

/// Adds all that a reader sees of a block.
fn see(seen: &mut String, block: &Block) {
    fn add(seen: &mut String, spans: &[Span]) {
        for span in spans {
            match span {
                Span::Text { text } => seen.push_str(text),
                Span::Strong { spans } | Span::Emphasis { spans } => add(seen, spans),
                Span::Ruby { base, reading } => seen.extend([base.as_str(), reading]),
            }
        }
    }
    match block {
        Block::Heading { spans } => add(seen, spans),
        Block::Paragraph { lines } | Block::Quote { lines } => {
            lines.iter().for_each(|line| add(seen, line));
        }
        Block::List { ordered, items } => {
            for (number, item) in (1..).zip(items) {
                if *ordered {
                    seen.push_str(&format!("{number}. "));
                }
                add(seen, item);
            }
        }
        Block::Picture { words, .. } => seen.push_str(words),
        Block::Rule => {}
        Block::Gone { what } => assert!(
            matches!(what, Gone::Picture),
            "no collection holds a marker"
        ),
    }
}

/// A file of the shared fixtures where they are.
fn json(name: &str) -> Option<serde_json::Value> {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/fixtures");
    match std::fs::read_to_string(folder.join(name)) {
        Ok(text) => Some(serde_json::from_str(&text).unwrap()),
        Err(_) => {
            not_looked_at(name, "it is not beside the project.");
            None
        }
    }
}
