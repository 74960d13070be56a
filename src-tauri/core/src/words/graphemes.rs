//! A text in graphemes. Most letters of a page stand alone, and a look at two of them tells; Unicode's own rules,
//! which take ten times as long, are asked for the others.

use unicode_segmentation::UnicodeSegmentation;

/// The graphemes of a text and where each begins.
pub(super) fn graphemes(text: &str) -> Graphemes<'_> {
    Graphemes { text, at: 0 }
}

pub(super) struct Graphemes<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Graphemes<'t> {
    type Item = (usize, &'t str);

    fn next(&mut self) -> Option<(usize, &'t str)> {
        let at = self.at;
        let rest = self.text.get(at..)?;
        let mut characters = rest.chars();
        let first = characters.next()?;
        let grapheme = match stands_alone(first) && characters.next().is_none_or(stands_alone) {
            true => rest.get(..first.len_utf8())?,
            false => rest.graphemes(true).next()?,
        };
        self.at += grapheme.len();
        Some((at, grapheme))
    }
}

/// Of two such characters, each is a grapheme: nothing joins them (UAX #29, GB999). Not all that stand alone are
/// here, only whole ranges of letters that pages are written in.
pub(super) fn stands_alone(c: char) -> bool {
    matches!(u32::from(c),
        0x20..=0x7E | 0xA0..=0xAC | 0xAE..=0x2FF
        | 0x2010..=0x2027 | 0x3001..=0x3029 | 0x3041..=0x3096 | 0x309B..=0x30FF
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3 | 0xFF01..=0xFF9D)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_said_to_stand_alone_does() {
        let all: Vec<char> = ('\0'..=char::MAX).filter(|c| stands_alone(*c)).collect();
        // A letter, a Hangul syllable and a picture that others may join.
        for other in ['a', '각', '가', '©', '駅'] {
            for c in &all {
                let pair = format!("{c}{other}{c}");
                assert_eq!(pair.graphemes(true).count(), 3, "U+{:04X}", u32::from(*c));
            }
        }
    }

    proptest! {
        #[test]
        fn they_are_those_of_unicode(text in prop_oneof![
            "\\PC*",
            "[ a-cé'\u{301}、。「」あアが\u{3099}ｶﾞ駅각\u{1100}\u{1161}\u{11a8}😀👩©®\u{200d}\u{fe0f}🏽🇯🇵क्ष\u{600}\r\n\u{ad}]{0,80}",
        ]) {
            prop_assert!(graphemes(&text).eq(text.grapheme_indices(true)));
        }
    }
}
