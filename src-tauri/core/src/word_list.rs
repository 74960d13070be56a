//! Words drawn from the BIP39 lists, 2,048 in each language, and known again however they are typed: whatever the
//! width, the case, the accents, the kana or the signs between them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::tongue::Tongue;

/// The 2,048 words of a language.
pub(crate) fn list_of(tongue: Tongue) -> bip39::Language {
    match tongue {
        Tongue::En => bip39::Language::English,
        Tongue::Ja => bip39::Language::Japanese,
        Tongue::Fr => bip39::Language::French,
    }
}

/// Every word of a list in NFKC, with a space between.
pub(crate) fn every_word(tongue: Tongue) -> String {
    let list = list_of(tongue).word_list().iter();
    let words: Vec<String> = list.map(|word| word.nfkc().collect()).collect();
    words.join(" ")
}

/// No more pieces than this are looked at: a page that was pasted by mistake is no list of words.
const MOST_PIECES: usize = 64;

/// No more of a text than this is looked at.
const MOST_CHARACTERS: usize = 2_000;

/// What was typed, in pieces of one form, as far as it may be words of a list.
pub(crate) fn pieces(typed: &str) -> Vec<String> {
    let end = typed.char_indices().nth(MOST_CHARACTERS);
    let (typed, _) = typed.split_at(end.map_or(typed.len(), |(at, _)| at));
    let joins = |c: char| c.is_whitespace() || "-‐‑–—,、，・.。·;；".contains(c);
    typed
        .split(joins)
        .map(one_form)
        .filter(|piece| !piece.is_empty())
        .take(MOST_PIECES)
        .collect()
}

/// Lower case, no accents, hiragana with its sound marks apart.
fn one_form(word: &str) -> String {
    let hiragana = |c: char| match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => c,
    };
    word.nfkd()
        .flat_map(char::to_lowercase)
        .map(hiragana)
        .filter(|c| !is_combining_mark(*c) || matches!(c, '\u{3099}' | '\u{309a}'))
        .collect()
}

/// The words of a list by the one form of each, as they are shown; put together once, for they are looked for with
/// every key that is pressed.
fn forms(tongue: Tongue) -> &'static BTreeMap<String, String> {
    static FORMS: [OnceLock<BTreeMap<String, String>>; 3] = [const { OnceLock::new() }; 3];
    let [en, ja, fr] = &FORMS;
    let forms = match tongue {
        Tongue::En => en,
        Tongue::Ja => ja,
        Tongue::Fr => fr,
    };
    forms.get_or_init(|| {
        let list = list_of(tongue).word_list().iter();
        list.map(|word| (one_form(word), word.nfkc().collect()))
            .collect()
    })
}

/// The word of a list that a piece is, as it is shown.
fn find(tongue: Tongue, piece: &str) -> Option<String> {
    forms(tongue).get(piece).cloned()
}

/// The pieces as `many` words of one list, in its own spelling; Japanese may be written without anything between.
pub(crate) fn in_list(tongue: Tongue, pieces: &[String], many: usize) -> Option<Vec<String>> {
    let apart: Option<Vec<String>> = pieces.iter().map(|piece| find(tongue, piece)).collect();
    match apart {
        Some(words) if words.len() == many => Some(words),
        _ if tongue == Tongue::Ja => run_together(&pieces.concat(), forms(tongue), many),
        _ => None,
    }
}

/// Which of the typed words (counted from nothing) stand in no list.
pub(crate) fn unknown(typed: &str) -> Vec<usize> {
    let pieces = pieces(typed);
    let known = |piece: &String| {
        Tongue::ALL
            .into_iter()
            .any(|tongue| find(tongue, piece).is_some())
    };
    let strange = pieces.iter().enumerate().filter(|(_, piece)| !known(piece));
    strange.map(|(at, _)| at).collect()
}

/// `count` words that together are `text`, when there is a way to cut it.
fn run_together(text: &str, list: &BTreeMap<String, String>, count: usize) -> Option<Vec<String>> {
    if count == 0 {
        return text.is_empty().then(Vec::new);
    }
    list.iter().find_map(|(form, word)| {
        let rest = text.strip_prefix(form.as_str())?;
        // A sound mark belongs to the letter before it.
        if rest.starts_with(['\u{3099}', '\u{309a}']) {
            return None;
        }
        let mut words = run_together(rest, list, count - 1)?;
        words.insert(0, word.clone());
        Some(words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_words_of_a_list_have_one_form() {
        for tongue in Tongue::ALL {
            assert_eq!(forms(tongue).len(), 2048);
        }
    }

    #[test]
    fn a_whole_page_that_was_pasted_is_looked_at_no_further_than_words_can_reach() {
        let page = "bench あいこくしん abaisser zzz ".repeat(100_000);
        let begun = std::time::Instant::now();
        assert!(unknown(&page).iter().all(|at| *at < MOST_PIECES));
        for tongue in Tongue::ALL {
            assert!(in_list(tongue, &pieces(&page), 12).is_none());
            assert!(in_list(tongue, &pieces(&"あいこくしん".repeat(9_000)), 12).is_none());
        }
        assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
    }
}
