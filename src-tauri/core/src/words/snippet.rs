//! Where in a text it stands: pieces around the first place where most of what was looked for meets.
//!
//! The search ends at the first place where all of it meets, and only the few lines that are shown are cut
//! into graphemes: a long page costs no more than a walk to that place.

use std::ops::{ControlFlow, Range};

use unicode_segmentation::GraphemeCursor;

use super::find::{Found, is_in_word};
use super::fold::Letters;
use super::graphemes::{graphemes, stands_alone};
use super::needle::Needle;
use super::scripts::Class;
use super::{Piece, Text};

/// What is shown of a text, in graphemes, and how much of it stands before what was found.
const LENGTH: usize = 140;
const BEFORE: usize = 32;

/// Found words this near to each other meet, in characters.
const NEAR: usize = 90;

/// A phrase that is longer than what is shown is shown up to here, in graphemes.
const LONGEST: usize = 600;

/// No more context than this, in bytes, however many marks are piled on one letter.
const MOST_CONTEXT: usize = 2048;

/// The most places of readings that are weighed.
const MOST_READ: usize = 10_000;

impl Needle {
    /// A short text, whole, in pieces.
    pub fn marks_whole(&self, text: &str) -> Vec<Piece> {
        self.pieces(Text::from(text), 0..text.len())
    }

    /// The place of a text where most of what was looked for meets first, in pieces; its beginning when
    /// nothing of it is there. An ellipsis stands where it was cut, a space where a line ended.
    pub fn snippet<'a>(&self, text: impl Into<Text<'a>>) -> Vec<Piece> {
        let text = text.into();
        let focus = self.meeting(text);
        let shown = cut(text.shown, &focus);
        let is_cut = |away: Option<&str>| away.is_some_and(|away| !away.trim().is_empty());
        let cut_before = is_cut(text.shown.get(..shown.start));
        let cut_after = is_cut(text.shown.get(shown.end..));
        let mut pieces = self.pieces(text, shown);
        for piece in &mut pieces {
            piece.text = piece.text.replace(char::is_control, " ");
        }
        if cut_before {
            match pieces.first_mut() {
                Some(first) if !first.mark => first.text.insert(0, '…'),
                _ => pieces.insert(0, ellipsis()),
            }
        }
        if cut_after {
            match pieces.last_mut() {
                Some(last) if !last.mark => last.text.push('…'),
                _ => pieces.push(ellipsis()),
            }
        }
        pieces
    }

    /// The bytes of the first place where the most parts meet.
    fn meeting(&self, text: Text<'_>) -> Range<usize> {
        let mut meeting = Meeting::of(text.shown, self.parts.len());
        if text.readings.is_empty() {
            let _ = self.each_found(text.shown, 0..text.shown.len(), |found| meeting.take(found));
        } else {
            let mut all = self.found_in_readings(text);
            let _ = self.each_found(text.shown, 0..text.shown.len(), |found| {
                all.push(found);
                match all.len() < 2 * MOST_READ {
                    true => ControlFlow::Continue(()),
                    false => ControlFlow::Break(()),
                }
            });
            all.sort_by_key(|found| found.at.start);
            let _ = all.into_iter().try_for_each(|found| meeting.take(found));
        }
        meeting.best
    }

    fn found_in_readings(&self, text: Text<'_>) -> Vec<Found> {
        let mut all = Vec::new();
        for line in text.read_lines() {
            let _ = self.each_found(&line.words, 0..line.words.len(), |found| {
                all.push(Found {
                    at: line.shown(found.at),
                    ..found
                });
                match all.len() < MOST_READ {
                    true => ControlFlow::Continue(()),
                    false => ControlFlow::Break(()),
                }
            });
        }
        all
    }

    /// A range of a text in pieces, marked where something was found, never inside a grapheme.
    fn pieces(&self, text: Text<'_>, shown: Range<usize>) -> Vec<Piece> {
        let mut marks = Vec::new();
        let _ = self.each_found(text.shown, shown.clone(), |found| {
            marks.push(found.at);
            ControlFlow::<()>::Continue(())
        });
        let readings = self.found_in_readings(text.readings_among(&shown));
        marks.extend(readings.into_iter().map(|found| found.at));
        marks.sort_by_key(|mark| (mark.start, mark.end));
        let mut marks = marks.into_iter().peekable();
        let mut marked_to = 0;
        let mut pieces: Vec<Piece> = Vec::new();
        let words = text.shown.get(shown.clone()).unwrap_or_default();
        for (at, grapheme) in graphemes(words) {
            let (start, end) = (shown.start + at, shown.start + at + grapheme.len());
            while let Some(mark) = marks.next_if(|mark| mark.start < end) {
                marked_to = mark.end.max(marked_to);
            }
            let mark = start < marked_to;
            match pieces.last_mut() {
                Some(last) if last.mark == mark => last.text.push_str(grapheme),
                _ => pieces.push(Piece {
                    text: grapheme.to_owned(),
                    mark,
                }),
            }
        }
        pieces
    }
}

/// The first place where the most parts meet, found while going through a text.
struct Meeting<'t> {
    text: &'t str,
    /// Where each part was seen last.
    seen: Vec<Option<Range<usize>>>,
    parts: usize,
    best: Range<usize>,
}

impl<'t> Meeting<'t> {
    fn of(text: &'t str, parts: usize) -> Meeting<'t> {
        Meeting {
            text,
            seen: vec![None; parts],
            parts: 0,
            best: 0..0,
        }
    }

    fn take(&mut self, found: Found) -> ControlFlow<()> {
        let end = found.at.end;
        if let Some(seen) = self.seen.get_mut(found.part) {
            *seen = Some(found.at);
        }
        let mut parts = 0;
        let mut start = end;
        for seen in self.seen.iter().flatten() {
            if self.is_near(seen.start, end) {
                parts += 1;
                start = start.min(seen.start);
            }
        }
        if parts > self.parts {
            self.parts = parts;
            self.best = start..end;
        }
        match self.parts == self.seen.len() {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    }

    fn is_near(&self, start: usize, end: usize) -> bool {
        end.saturating_sub(start) <= 4 * NEAR
            && (self.text.get(start..end)).is_some_and(|between| between.chars().count() <= NEAR)
    }
}

/// What is shown around a place: whole graphemes, and whole words where they are not too long.
fn cut(text: &str, focus: &Range<usize>) -> Range<usize> {
    let mut cursor = GraphemeCursor::new(focus.start, text.len(), true);
    let middle = match cursor.is_boundary(text, 0) {
        Ok(true) => focus.start,
        _ => cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0),
    };
    let start = beginning(text, middle);
    start..ending(text, start, focus.end)
}

fn beginning(text: &str, middle: usize) -> usize {
    let mut start = middle;
    for _ in 0..BEFORE {
        match grapheme_before(text, start) {
            Some(before) if middle - before <= MOST_CONTEXT => start = before,
            _ => break,
        }
    }
    let before = text.get(start..middle).unwrap_or_default();
    let good = graphemes(before).find(|(at, grapheme)| {
        !grapheme.trim().is_empty() && !is_mid_word(text, start + at, grapheme)
    });
    good.map_or(middle, |(at, _)| start + at)
}

/// Where the grapheme before a boundary begins.
fn grapheme_before(text: &str, at: usize) -> Option<usize> {
    let mut before = text.get(..at)?.chars().rev();
    let last = before.next()?;
    if stands_alone(last) && before.next().is_none_or(stands_alone) {
        return Some(at - last.len_utf8());
    }
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    cursor.prev_boundary(text, 0).ok().flatten()
}

fn ending(text: &str, start: usize, focus_end: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let mut between_words = start;
    for (count, (at, grapheme)) in graphemes(rest).enumerate() {
        let at = start + at;
        if !is_mid_word(text, at, grapheme) {
            between_words = at;
        }
        let context = (at + grapheme.len()).saturating_sub(focus_end.max(start));
        let is_shown = at >= focus_end && (count >= LENGTH || context > MOST_CONTEXT);
        if is_shown || count >= LONGEST {
            return match between_words > start && between_words >= focus_end {
                true => between_words,
                false => at,
            };
        }
    }
    text.len()
}

fn is_mid_word(text: &str, at: usize, grapheme: &str) -> bool {
    let first = Letters::of(grapheme).next();
    first.is_some_and(|letter| letter.class == Class::Word) && is_in_word(text, at)
}

fn ellipsis() -> Piece {
    Piece {
        text: "…".to_owned(),
        mark: false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;
    use crate::words::ShortWords;

    /// Pieces as one line, what was found between [ and ].
    fn drawn(pieces: &[Piece]) -> String {
        let draw = |piece: &Piece| match piece.mark {
            true => format!("[{}]", piece.text),
            false => piece.text.clone(),
        };
        pieces.iter().map(draw).collect()
    }

    fn whole(typed: &str, text: &str) -> String {
        drawn(&Needle::parse(typed).marks_whole(text))
    }

    fn snippet(typed: &str, text: &str) -> String {
        drawn(&Needle::parse(typed).snippet(text))
    }

    #[test]
    fn what_was_looked_for_is_marked_as_it_was_written() {
        for (typed, text, marked) in [
            ("駅", "東京駅前の駅", "東京[駅]前の[駅]"),
            ("べんち", "駅のベンチとﾍﾞﾝﾁ", "駅の[ベンチ]と[ﾍﾞﾝﾁ]"),
            ("coeur ete", "Le cœur, l’ÉTÉ", "Le [cœur], l’[ÉTÉ]"),
            ("cœur", "COEUR e\u{301}COEUR", "[COEUR] e\u{301}COEUR"),
            ("amour", "L’amour, les amours", "L’[amour], les [amours]"),
            (
                "l'amour",
                "l’amour et l'  amour",
                "[l’amour] et [l'  amour]",
            ),
            ("oat", "a coat, an oat", "a coat, an [oat]"),
            ("\"old be\"", "old be, old bench", "[old be], old bench"),
            ("東京tower", "東京Towerへ", "[東京Tower]へ"),
            ("か", "がか\u{3099}か", "がか\u{3099}[か]"),
            ("ips", "ＩＰＳ", "[ＩＰＳ]"),
            ("😀", "a😀b", "a[😀]b"),
            ("2024年", "2024年11月", "[2024年]11月"),
        ] {
            assert_eq!(whole(typed, text), marked, "{typed}");
        }
    }

    #[test]
    fn a_mark_holds_whole_graphemes() {
        let family = "👩\u{200d}👧\u{200d}👦";
        assert_eq!(whole("👧", &format!("a{family}b")), format!("a[{family}]b"));
        assert_eq!(whole("👍", "👍🏽!"), "[👍🏽]!");
        assert_eq!(whole("ete", "e\u{301}te\u{301}"), "[e\u{301}te\u{301}]");
    }

    #[test]
    fn a_long_page_is_cut_around_what_was_found_between_its_words() {
        let before = "leaves fell slowly on the water ".repeat(40);
        let after = " and nobody spoke for a while".repeat(40);
        let found = snippet("bench", &format!("{before}the old bench{after}"));
        assert!(found.starts_with("…"), "{found}");
        assert!(found.ends_with('…'), "{found}");
        assert!(found.contains("the old [bench] and nobody"), "{found}");
        for word in found.trim_matches('…').split_whitespace() {
            let word = word.trim_matches(['[', ']', '…']);
            assert!(
                format!("{before}bench old{after} ").contains(&format!("{word} ")),
                "{word}"
            );
        }
        let length = found.graphemes(true).count();
        assert!((100..=LENGTH + 6).contains(&length), "{length}");

        let text = "水の音がきこえる。".repeat(100) + "駅のベンチ" + &"、また歩く".repeat(100);
        let found = snippet("ベンチ", &text);
        assert!(found.contains("駅の[ベンチ]、また"), "{found}");
        assert_eq!(found.graphemes(true).count(), LENGTH + 4);
    }

    #[test]
    fn the_place_where_most_words_meet_is_shown() {
        let gap = "x ".repeat(300);
        let text = format!("rain {gap} bench {gap} rain on the bench {gap} bench rain tea {gap}");
        assert!(snippet("rain bench", &text).contains("[rain] on the [bench]"));
        assert!(snippet("rain bench tea", &text).contains("[bench] [rain] [tea]"));
        assert!(snippet("rain nowhere", &text).contains("[rain]"));
    }

    #[test]
    fn a_page_that_holds_none_of_it_shows_its_beginning() {
        assert_eq!(snippet("nowhere", "First.\nThen."), "First. Then.");
        assert_eq!(snippet("", "First."), "First.");
        assert_eq!(snippet("x", ""), "");
        let found = snippet("nowhere", &"いろは".repeat(200));
        assert_eq!(found.graphemes(true).count(), LENGTH + 1);
    }

    #[test]
    fn a_reading_marks_what_it_stands_over() {
        let shown = "きょう、東京駅で会った。";
        let readings = [
            (12..18, "とうきょう".to_owned()),
            (18..21, "えき".to_owned()),
        ];
        let text = Text::with_readings(shown, &readings);
        let look = |typed: &str| drawn(&Needle::parse(typed).snippet(text));
        assert_eq!(look("とうきょう"), "きょう、[東京]駅で会った。");
        assert_eq!(look("トウキョウエキ"), "きょう、[東京駅]で会った。");
        assert_eq!(look("えきで"), "きょう、東京[駅で]会った。");
        assert_eq!(look("東京 きょう"), "[きょう]、[東京]駅で会った。");
        assert_eq!(look("駅で会"), "きょう、東京[駅で会]った。");
    }

    #[test]
    fn marks_piled_on_one_letter_do_not_pile_up_in_a_snippet() {
        let zalgo = format!(
            "bench {}",
            format!("e{}", "\u{316}".repeat(500)).repeat(200)
        );
        let bytes: usize = Needle::parse("bench")
            .snippet(&zalgo)
            .iter()
            .map(|piece| piece.text.len())
            .sum();
        assert!(bytes < 3 * MOST_CONTEXT, "{bytes}");
    }

    fn text() -> impl Strategy<Value = String> {
        prop_oneof![
            "\\PC*",
            "[ a-cé'’\u{301}、。「」あいアカが\u{3099}ｶﾞ駅東京😀👩\u{200d}\u{fe0f}🏽🇯🇵œß①㍿\n]{0,300}",
        ]
    }

    proptest! {
        #[test]
        fn the_pieces_of_a_title_are_the_title(text in text(), typed in text()) {
            let pieces = Needle::parse(&typed).marks_whole(&text);
            let joined: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            prop_assert_eq!(&joined, &text);
            let mut at = 0;
            for piece in &pieces {
                prop_assert!(text.grapheme_indices(true).any(|(start, _)| start == at));
                at += piece.text.len();
            }
        }

        #[test]
        fn the_pieces_of_a_snippet_are_a_part_of_the_text(text in text(), typed in text()) {
            let pieces = Needle::parse(&typed).snippet(&text);
            let joined: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            let flat = text.replace(char::is_control, " ");
            prop_assert!(flat.contains(joined.trim_matches('…')));
        }

        #[test]
        fn any_part_of_a_text_without_spaces_is_marked_in_it(text in "[、。あいアカ駅東京々😀]{1,40}", from in 0usize..40, length in 1usize..20) {
            let letters = text.chars().count();
            let part: String = text.chars().skip(from % letters).take(length).collect();
            let needle = Needle::parse(&part);
            let marks = needle.marks_whole(&text).iter().any(|piece| piece.mark);
            prop_assert_eq!(marks, needle.fts_match(ShortWords::Begin).is_some(), "{}", part);
        }
    }
}
