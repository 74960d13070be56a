//! Names of people who did not agree to be written about: found, listed for a decision, and replaced where the writer
//! wants it. Found are the names that the journal knows (ties, companions) in whatever width, case or kana they were
//! written. That cannot find everything, and the window says so.

use std::ops::Range;

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use crate::error::Result;
use crate::id::TieId;
use crate::store::{CompanionRow, Rows};
use crate::words::folded;

/// What follows a name in Japanese without being part of it.
const AFTER_A_NAME: [&str; 9] = [
    "さん",
    "ちゃん",
    "くん",
    "君",
    "様",
    "さま",
    "先生",
    "氏",
    "たん",
];

/// A name that stands in a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FoundName {
    /// The name as the journal knows it. Of somebody who had several, the newest that stands here.
    pub name: String,
    /// The tie that is called so.
    pub tie: Option<TieId>,
    /// How it is written in the letter.
    pub written: Vec<String>,
    /// The other name it has towards this companion, or could have.
    pub stands_as: String,
}

/// A name to look for.
pub(crate) struct Known {
    pub name: String,
    pub tie: Option<TieId>,
    /// The same for every name of one person, whoever reads.
    pub person: usize,
    /// Of several names of a person the newest has the lowest.
    pub place: usize,
    needles: Vec<String>,
}

/// Every name that the journal knows, but those of the reader.
pub(crate) fn known(rows: &Rows<'_>, reader: Option<&CompanionRow>) -> Result<Vec<Known>> {
    let mut of_reader = Vec::new();
    let mut known = Vec::new();
    if let Some(reader) = reader {
        of_reader.push(folded(&reader.called));
        of_reader.push(folded(&reader.their_card()?.called));
        of_reader.push(folded(&reader.own_card()?.called));
    }
    let mut note = |name: &str, tie: Option<TieId>, person: usize| {
        let form = folded(name.trim());
        let there = known.iter().any(|one: &Known| folded(&one.name) == form);
        if !form.is_empty() && !there && !of_reader.contains(&form) {
            known.push(Known {
                name: name.trim().to_owned(),
                tie,
                person,
                place: known.len(),
                needles: needles(name),
            });
        }
    };
    let ties = rows.ties()?;
    for (person, tie) in ties.iter().enumerate() {
        // The tie that the reader is linked to is the reader.
        if reader.is_some_and(|reader| reader.tie == Some(tie.row)) {
            continue;
        }
        note(&tie.tie.called, Some(tie.tie.id), person);
        // What they were called earlier is still theirs: an old page says it that way.
        for naming in rows.namings_of(tie.row)? {
            note(&naming.called, Some(tie.tie.id), person);
        }
    }
    for (number, companion) in rows.companions()?.into_iter().enumerate() {
        // A companion and the tie they are linked to are one person.
        let tie = ties.iter().position(|tie| Some(tie.row) == companion.tie);
        let person = tie.unwrap_or(ties.len() + number);
        let id = tie.and_then(|tie| ties.get(tie)).map(|tie| tie.tie.id);
        note(&companion.called, id, person);
        note(&companion.their_card()?.called, id, person);
    }
    // The longest first: Marie-Ève is not Marie.
    known.sort_by_key(|one| std::cmp::Reverse(one.name.chars().count()));
    Ok(known)
}

/// In which forms a name may stand: whole, without what follows a name, and each word of it that looks like a name.
fn needles(name: &str) -> Vec<String> {
    let whole = name.trim();
    let mut forms = vec![whole];
    forms.extend(
        AFTER_A_NAME
            .iter()
            .filter_map(|after| whole.strip_suffix(after)),
    );
    let begins_as_name = |word: &&str| {
        word.chars()
            .next()
            .is_some_and(|first| first.is_uppercase() || !first.is_ascii())
            && word.chars().count() > 1
    };
    forms.extend(whole.split_whitespace().filter(begins_as_name));
    let mut needles: Vec<String> = Vec::new();
    for form in forms {
        let needle = folded(form.trim());
        if !needle.is_empty() && !needles.contains(&needle) {
            needles.push(needle);
        }
    }
    needles
}

impl Known {
    /// Where the name stands in a text.
    pub(crate) fn places(&self, text: &Folded<'_>) -> Vec<Range<usize>> {
        let mut places: Vec<Range<usize>> = Vec::new();
        for needle in &self.needles {
            for place in text.find(needle) {
                let free = places
                    .iter()
                    .all(|taken| place.end <= taken.start || place.start >= taken.end);
                if free {
                    places.push(place);
                }
            }
        }
        places.sort_by_key(|place| place.start);
        places
    }

    pub(crate) fn form(&self) -> String {
        folded(&self.name)
    }
}

/// A text with its folded form, and which part of one belongs to which part of the other.
pub(crate) struct Folded<'t> {
    text: &'t str,
    flat: String,
    /// Where each grapheme begins, folded and as written; at the end, both lengths.
    begins: Vec<(usize, usize)>,
}

impl<'t> Folded<'t> {
    pub(crate) fn new(text: &'t str) -> Folded<'t> {
        let mut flat = String::with_capacity(text.len());
        let mut begins = Vec::new();
        for (at, grapheme) in text.grapheme_indices(true) {
            begins.push((flat.len(), at));
            flat.push_str(&folded(grapheme));
        }
        begins.push((flat.len(), text.len()));
        Folded { text, flat, begins }
    }

    fn find(&self, needle: &str) -> Vec<Range<usize>> {
        let written = |flat: usize| {
            let place = self.begins.partition_point(|begin| begin.0 < flat);
            self.begins
                .get(place)
                .filter(|begin| begin.0 == flat)
                .map(|begin| begin.1)
        };
        self.flat
            .match_indices(needle)
            .filter(|(at, _)| self.stands_alone(*at, needle))
            .filter_map(|(at, _)| Some(written(at)?..written(at + needle.len())?))
            .filter(|place| self.is_whole_in_katakana(place))
            .collect()
    }

    /// A word of letters that are written with spaces between words counts only as a whole word.
    fn stands_alone(&self, at: usize, needle: &str) -> bool {
        let spaced = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !is_unspaced(c));
        let before = self
            .flat
            .get(..at)
            .and_then(|text| text.chars().next_back());
        let after = self
            .flat
            .get(at + needle.len()..)
            .and_then(|text| text.chars().next());
        let (first, last) = (needle.chars().next(), needle.chars().next_back());
        let runs_on = (spaced(first) && spaced(before)) || (spaced(last) && spaced(after));
        !runs_on
    }

    /// Katakana that runs on is another word: ベン is not found in ベンチ, though in ベンさん and ベンサン it is.
    fn is_whole_in_katakana(&self, place: &Range<usize>) -> bool {
        let katakana = |c: Option<char>| c.is_some_and(is_katakana);
        let inside = self.text.get(place.clone()).unwrap_or_default();
        let before = self.text.get(..place.start).unwrap_or_default();
        let after = self.text.get(place.end..).unwrap_or_default();
        let begins_within = katakana(before.chars().next_back()) && katakana(inside.chars().next());
        let ends_within = katakana(inside.chars().next_back()) && katakana(after.chars().next());
        let named = || {
            let next: String = after.chars().take(6).collect();
            let next = folded(&next);
            AFTER_A_NAME
                .iter()
                .any(|word| next.starts_with(&folded(word)))
        };
        !begins_within && (!ends_within || named())
    }

    pub(crate) fn written(&self, place: &Range<usize>) -> String {
        self.text.get(place.clone()).unwrap_or_default().to_owned()
    }
}

/// Scripts that are written without spaces: kana, ideographs, Hangul syllables, Thai.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Letters of katakana, full-width or half-width, and the long sound.
fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}')
}

/// Where names stand in a text, each place belonging to the longest name that stands there: Marie is not found inside
/// Marie-Ève. `names` come longest first, as [`known`] gives them.
pub(crate) fn scan(text: &Folded<'_>, names: &[Known]) -> Vec<(usize, Range<usize>)> {
    let mut found: Vec<(usize, Range<usize>)> = Vec::new();
    for (number, known) in names.iter().enumerate() {
        for place in known.places(text) {
            let free = found
                .iter()
                .all(|(_, taken)| place.end <= taken.start || place.start >= taken.end);
            if free {
                found.push((number, place));
            }
        }
    }
    found.sort_by_key(|(_, place)| place.start);
    found
}

/// The people of whom a name was found, each with the numbers of all their names, the newest first, and the name they
/// are told by: the newest that stands there. So somebody found under an old and a new name is one person.
pub(crate) fn people(names: &[Known], places: &[(usize, Range<usize>)]) -> Vec<Vec<usize>> {
    let mut people: Vec<Vec<usize>> = Vec::new();
    let mut seen: Vec<usize> = Vec::new();
    for (number, one) in names.iter().enumerate() {
        let stands = places.iter().any(|(found, _)| *found == number);
        if !stands || seen.contains(&one.person) {
            continue;
        }
        seen.push(one.person);
        let theirs = names.iter().enumerate();
        let mut theirs: Vec<(usize, usize)> = theirs
            .filter(|(_, each)| each.person == one.person)
            .map(|(number, each)| (each.place, number))
            .collect();
        theirs.sort_unstable();
        people.push(theirs.into_iter().map(|(_, number)| number).collect());
    }
    people
}

/// A text with other names in the place of some: `stands_as` says for each known name which, if any.
pub(crate) fn replaced(text: &str, names: &[Known], stands_as: &[Option<&str>]) -> String {
    let form = Folded::new(text);
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (number, place) in scan(&form, names) {
        let Some(other) = stands_as.get(number).copied().flatten() else {
            continue;
        };
        out.push_str(text.get(from..place.start).unwrap_or_default());
        out.push_str(other);
        from = place.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

/// The first of A., B., … Z., A2., … that nobody goes by yet. It tells nothing of the name.
pub(crate) fn free_letter(taken: &[String]) -> String {
    let letters = ('A'..='Z').map(String::from);
    let more =
        (2..1000).flat_map(|round| ('A'..='Z').map(move |letter| format!("{letter}{round}")));
    letters
        .chain(more)
        .map(|letter| format!("{letter}."))
        .find(|letter| !taken.contains(letter))
        .unwrap_or_else(|| "…".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Known {
        Known {
            name: name.to_owned(),
            tie: None,
            person: 0,
            place: 0,
            needles: needles(name),
        }
    }

    fn written(name: &str, text: &str) -> Vec<String> {
        let form = Folded::new(text);
        let places = named(name).places(&form);
        places.iter().map(|place| form.written(place)).collect()
    }

    #[test]
    fn a_name_is_found_in_every_width_and_case() {
        assert_eq!(written("アキさん", "ｱｷさんとアキ。"), ["ｱｷさん", "アキ"]);
        assert_eq!(
            written("Marie Tremblay", "MARIE, puis Ｍａｒｉｅ"),
            ["MARIE", "Ｍａｒｉｅ"]
        );
        assert_eq!(written("Marie Tremblay", "Madame Tremblay"), ["Tremblay"]);
    }

    #[test]
    fn a_part_of_another_word_is_no_name() {
        assert!(written("Al", "Also, almost, royal").is_empty());
        assert_eq!(written("Al", "Al’s hat, and AL"), ["Al", "AL"]);
        assert!(written("my mother", "my hat").is_empty());
    }

    #[test]
    fn katakana_that_runs_on_is_another_word() {
        assert!(written("ベンさん", "ベンチで。アルベン。").is_empty());
        assert_eq!(
            written("ベンさん", "ベンは、ﾍﾞﾝｻﾝと。駅ベンと、ベン・アキ"),
            ["ベン", "ﾍﾞﾝｻﾝ", "ベン", "ベン"]
        );
    }

    #[test]
    fn another_name_stands_in_every_place() {
        let names = [named("秋子さん")];
        let text = replaced("秋子さんが来た。秋子は笑った。", &names, &[Some("A.")]);
        assert_eq!(text, "A.が来た。A.は笑った。");
        let names = [named("Marie-Ève"), named("Marie")];
        let say = |stands_as: [Option<&str>; 2]| replaced("Marie-Ève et Marie", &names, &stands_as);
        assert_eq!(say([Some("A."), Some("B.")]), "A. et B.");
        assert_eq!(say([None, Some("B.")]), "Marie-Ève et B.");
    }

    #[test]
    fn letters_that_stand_for_names_tell_nothing_of_them() {
        assert_eq!(free_letter(&[]), "A.");
        assert_eq!(free_letter(&["A.".into(), "B.".into()]), "C.");
        let all: Vec<String> = ('A'..='Z').map(|letter| format!("{letter}.")).collect();
        assert_eq!(free_letter(&all), "A2.");
    }

    #[test]
    fn a_name_is_looked_for_by_its_words_but_not_by_one_sign_or_by_nothing() {
        assert_eq!(needles("Marie X Roy"), ["marie x roy", "marie", "roy"]);
        assert_eq!(needles("林 二郎"), ["林 二郎", "二郎"].map(folded));
        // What follows a name is here all of it.
        assert_eq!(needles("さん"), ["さん"].map(folded));
        assert_eq!(needles("Marie"), ["marie"]);
    }
}
