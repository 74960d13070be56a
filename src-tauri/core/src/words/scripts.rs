//! What kind of sign a character is, for the index. The ranges are those of Unicode 17: `Scripts.txt` for
//! scripts written without spaces between words, and the symbol blocks of `Blocks.txt`.

use unicode_normalization::char::is_combining_mark;

/// What a folded character is for the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Takes no part at all: variation selectors, joiners, skin tones, marks of direction.
    Nothing,
    /// Ends whatever came before: white space and punctuation.
    Break,
    /// A letter or digit of a script that puts spaces between words.
    Word,
    /// A letter of a script without spaces between words: found in pairs.
    Gapless,
    /// A sign that stands for itself: emoji, hearts, notes, arrows.
    Sign,
    /// Belongs to the letter before it.
    Mark,
}

/// Sorted. Han, kana, bopomofo, Hangul and Yi, and the scripts of South-East Asia.
const GAPLESS: &[(u32, u32)] = &[
    (0x0E01, 0x0E4E),   // Thai
    (0x0E81, 0x0ECE),   // Lao
    (0x0EDC, 0x0EDF),   // Lao
    (0x1000, 0x103F),   // Myanmar
    (0x104E, 0x108F),   // Myanmar
    (0x109A, 0x109F),   // Myanmar
    (0x1100, 0x11FF),   // Hangul jamo
    (0x1780, 0x17D3),   // Khmer
    (0x17D7, 0x17D7),   // Khmer
    (0x17DC, 0x17DD),   // Khmer
    (0x1950, 0x1974),   // Tai Le
    (0x1980, 0x19C9),   // New Tai Lue
    (0x1A20, 0x1A7C),   // Tai Tham
    (0x2E80, 0x2FD5),   // radicals
    (0x3005, 0x3007),   // 々〆〇
    (0x3021, 0x3029),   // Hangzhou numerals
    (0x3031, 0x3035),   // vertical repeat marks
    (0x3038, 0x303C),   // Hangzhou numerals, 〻〼
    (0x3041, 0x3096),   // hiragana
    (0x309D, 0x309F),   // ゝゞ
    (0x30A1, 0x30FA),   // katakana
    (0x30FC, 0x30FF),   // ーヽヾ
    (0x3105, 0x312F),   // bopomofo
    (0x3131, 0x318E),   // Hangul compatibility jamo
    (0x31A0, 0x31BF),   // bopomofo
    (0x31F0, 0x31FF),   // katakana of Ainu
    (0x3400, 0x4DBF),   // Han
    (0x4E00, 0x9FFF),   // Han
    (0xA000, 0xA48C),   // Yi
    (0xA960, 0xA97C),   // Hangul jamo
    (0xA9E0, 0xA9FE),   // Myanmar
    (0xAA60, 0xAA7F),   // Myanmar
    (0xAA80, 0xAADF),   // Tai Viet
    (0xAC00, 0xD7FB),   // Hangul
    (0xF900, 0xFAD9),   // Han
    (0x16FE2, 0x16FF6), // Han
    (0x17000, 0x18DF2), // Tangut, Khitan
    (0x1AFF0, 0x1B16F), // kana
    (0x1B170, 0x1B2FB), // Nüshu
    (0x20000, 0x3FFFD), // Han
];

/// Sorted.
const SIGNS: &[(u32, u32)] = &[
    (0x203B, 0x203B),   // ※
    (0x2190, 0x2BFF),   // arrows, signs of mathematics and technique, shapes, dingbats
    (0x3004, 0x3004),   // 〄
    (0x3012, 0x3013),   // 〒〓
    (0x3020, 0x3020),   // 〠
    (0x3036, 0x3037),   // 〶〷
    (0x1F000, 0x1FBFF), // emoji and other pictures
];

/// Sorted. What takes no part in the index and does not end a word either.
const NOTHING: &[(u32, u32)] = &[
    (0x00AD, 0x00AD),   // soft hyphen
    (0x0300, 0x036F),   // diacritics that no letter took up
    (0x061C, 0x061C),   // direction
    (0x180B, 0x180F),   // variation selectors
    (0x1AB0, 0x1AFF),   // diacritics
    (0x1DC0, 0x1DFF),   // diacritics
    (0x200B, 0x200F),   // zero-width space, joiners, direction
    (0x202A, 0x202E),   // direction
    (0x2060, 0x206F),   // word joiner, direction
    (0x20D0, 0x20FF),   // diacritics for symbols, the keycap
    (0xFE00, 0xFE0F),   // variation selectors
    (0xFE20, 0xFE2F),   // half diacritics
    (0xFEFF, 0xFEFF),   // byte order mark
    (0x1F3FB, 0x1F3FF), // skin tones
    (0xE0000, 0xE0FFF), // tags, variation selectors
];

fn among(ranges: &[(u32, u32)], c: char) -> bool {
    let c = u32::from(c);
    let behind = ranges.partition_point(|&(first, _)| first <= c);
    let range = behind.checked_sub(1).and_then(|at| ranges.get(at));
    range.is_some_and(|&(_, last)| c <= last)
}

/// What a folded character is.
pub(super) fn class_of(c: char) -> Class {
    if c.is_ascii() {
        return match c.is_ascii_alphanumeric() {
            true => Class::Word,
            false => Class::Break,
        };
    }
    if among(NOTHING, c) {
        Class::Nothing
    } else if is_combining_mark(c) {
        Class::Mark
    } else if among(GAPLESS, c) {
        Class::Gapless
    } else if among(SIGNS, c) {
        Class::Sign
    } else if c.is_alphanumeric() {
        Class::Word
    } else {
        Class::Break
    }
}

/// Whether a character may melt into the one before it, so that the two are folded together. The marks of
/// Thai and Lao never do.
pub(super) fn joins(c: char) -> bool {
    let hangul_vowel_or_final = matches!(u32::from(c), 0x1160..=0x11FF | 0xD7B0..=0xD7FB);
    let half_width_voicing = matches!(c, '\u{FF9E}' | '\u{FF9F}');
    let stays_apart = matches!(u32::from(c), 0x0E00..=0x0EFF | 0xFE00..=0xFE0F | 0xE0100..=0xE01EF);
    hangul_vowel_or_final || half_width_voicing || (is_combining_mark(c) && !stays_apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sign_is_what_readers_of_its_script_take_it_for() {
        for (signs, class) in [
            ("aé8жγאع", Class::Word),
            ("駅々〆ヶーゝアあ한กမខ𠮷", Class::Gapless),
            ("♪♡★→※😀👍🇯", Class::Sign),
            (" \u{3000}、。「」・〜!?—…’'\"*", Class::Break),
            ("\u{200d}\u{fe0f}\u{200b}🏽\u{301}", Class::Nothing),
            ("\u{3099}\u{e31}\u{94d}", Class::Mark),
        ] {
            for c in signs.chars() {
                assert_eq!(class_of(c), class, "U+{:04X}", u32::from(c));
            }
        }
    }

    #[test]
    fn the_ranges_are_in_order() {
        for ranges in [GAPLESS, SIGNS, NOTHING] {
            assert!(ranges.iter().all(|&(first, last)| first <= last));
            assert!(ranges.windows(2).all(|pair| pair[0].1 < pair[1].0));
        }
    }
}
