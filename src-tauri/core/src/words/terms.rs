//! Terms: what the index holds of a text.
//!
//! * Letters that follow each other in a script without spaces become overlapping pairs and, at the end of
//!   the run, its last letter alone: 東京駅 is 東京, 京駅, 駅. (Whoever looks for two letters or more needs only
//!   pairs; whoever looks for one looks for every pair it begins, or for it alone.)
//! * Other letters and digits become words.
//! * A sign becomes a term of its own.

use super::fold::{Folded, Letters};
use super::scripts::Class;

/// A longer word is cut here, in letters: nobody looks for one, and a page of nothing but letters stays small.
const LONGEST_WORD: usize = 64;

/// What a term is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word.
    Word,
    /// Two letters of a script without spaces.
    Pair,
    /// The last letter of a run of two or more.
    Last,
    /// The one letter of a run of one.
    Lone,
    /// A sign.
    Sign,
}

/// A term and the bytes it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Term<'a> {
    pub text: &'a str,
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    /// Where its first letter ends; for a word, where the word ends.
    pub first_end: usize,
}

/// The terms of a text, from a place on.
pub(super) struct Terms<'t> {
    letters: Letters<'t>,
    ahead: Option<Folded>,
    buffer: String,
    run: Option<Run>,
}

/// A run of letters without spaces, at one letter (which stands at the front of the buffer).
#[derive(Clone, Copy)]
struct Run {
    start: usize,
    end: usize,
    /// Bytes of the buffer.
    length: usize,
    first: bool,
}

impl<'t> Terms<'t> {
    pub(super) fn of(text: &'t str) -> Terms<'t> {
        Terms {
            letters: Letters::of(text),
            ahead: None,
            buffer: String::new(),
            run: None,
        }
    }

    /// Goes to a place, where a letter begins.
    pub(super) fn go_to(&mut self, at: usize) {
        self.letters.go_to(at);
        self.ahead = None;
        self.run = None;
    }

    /// The next term.
    pub(super) fn next(&mut self) -> Option<Term<'_>> {
        if let Some(run) = self.run {
            return Some(self.next_of_run(run));
        }
        loop {
            let letter = self.take()?;
            match letter.class {
                Class::Nothing | Class::Break | Class::Mark => {}
                Class::Word => return Some(self.word(letter)),
                Class::Sign => {
                    self.buffer.clear();
                    self.buffer.push(letter.letter);
                    return Some(self.term(Kind::Sign, letter.start, letter.end, letter.end));
                }
                Class::Gapless => {
                    self.buffer.clear();
                    let end = self.gapless(letter);
                    return Some(self.next_of_run(Run {
                        start: letter.start,
                        end,
                        length: self.buffer.len(),
                        first: true,
                    }));
                }
            }
        }
    }

    /// The pair that begins with the letter `run` stands at, or that letter alone when the run ends.
    fn next_of_run(&mut self, run: Run) -> Term<'_> {
        // What a former pair left in front of this letter.
        let before = match run.first {
            true => 0,
            false => self.buffer.len().saturating_sub(run.length),
        };
        self.buffer.drain(..before);
        let Some(letter) = self.take_if(|class| class == Class::Gapless) else {
            self.run = None;
            let kind = if run.first { Kind::Lone } else { Kind::Last };
            return self.term(kind, run.start, run.end, run.end);
        };
        let end = self.gapless(letter);
        self.run = Some(Run {
            start: letter.start,
            end,
            length: self.buffer.len() - run.length,
            first: false,
        });
        self.term(Kind::Pair, run.start, end, run.end)
    }

    /// Adds a letter with its marks to the buffer; returns where it ends.
    fn gapless(&mut self, letter: Folded) -> usize {
        self.buffer.push(letter.letter);
        let mut end = letter.end;
        while let Some(mark) = self.take_if(|class| class == Class::Mark) {
            self.buffer.push(mark.letter);
            end = mark.end;
        }
        end
    }

    fn word(&mut self, first: Folded) -> Term<'_> {
        self.buffer.clear();
        self.buffer.push(first.letter);
        let mut end = first.end;
        let mut length = 1;
        while let Some(letter) = self.take_if(|class| matches!(class, Class::Word | Class::Mark)) {
            if length < LONGEST_WORD {
                self.buffer.push(letter.letter);
                length += 1;
            }
            end = letter.end;
        }
        self.term(Kind::Word, first.start, end, end)
    }

    fn term(&self, kind: Kind, start: usize, end: usize, first_end: usize) -> Term<'_> {
        Term {
            text: &self.buffer,
            kind,
            start,
            end,
            first_end,
        }
    }

    fn take(&mut self) -> Option<Folded> {
        self.ahead.take().or_else(|| self.letters.next())
    }

    /// The next letter that takes part, when it is of the right class.
    fn take_if(&mut self, is_right: impl Fn(Class) -> bool) -> Option<Folded> {
        loop {
            let letter = self.take()?;
            if is_right(letter.class) {
                return Some(letter);
            }
            if letter.class != Class::Nothing {
                self.ahead = Some(letter);
                return None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<(String, Kind)> {
        let mut terms = Terms::of(text);
        let mut all = Vec::new();
        while let Some(term) = terms.next() {
            assert!(text.get(term.start..term.end).is_some());
            all.push((term.text.to_owned(), term.kind));
        }
        all
    }

    fn joined(text: &str) -> String {
        let all = terms(text).into_iter().map(|(term, _)| term);
        all.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_run_without_spaces_becomes_pairs_and_its_last_letter() {
        assert_eq!(joined("東京駅"), "東京 京駅 駅");
        assert_eq!(joined("駅"), "駅");
        assert_eq!(joined("た。そして"), "た そし して て");
        assert_eq!(joined("ｶﾀｶﾅ"), "かた たか かな な");
        assert_eq!(joined("人々ー"), "人々 々ー ー");
        assert_eq!(joined("사랑"), "사랑 랑");
        assert_eq!(joined("ก่า"), "ก่า า");
    }

    #[test]
    fn other_letters_become_words() {
        assert_eq!(joined("L’été, j'aime"), "l ete j aime");
        assert_eq!(joined("2024年11月"), "2024 年 11 月");
        assert_eq!(joined("東京tower"), "東京 京 tower");
        assert_eq!(joined("x\u{200b}y"), "xy");
    }

    #[test]
    fn a_sign_is_a_term_of_its_own() {
        assert_eq!(joined("駅♪ 👩\u{200d}👧"), "駅 ♪ 👩 👧");
        assert_eq!(joined("❤\u{fe0f}"), "❤");
    }

    #[test]
    fn the_last_letter_and_a_lone_one_are_told_apart() {
        assert_eq!(
            terms("京都 駅"),
            [
                ("京都".to_owned(), Kind::Pair),
                ("都".to_owned(), Kind::Last),
                ("駅".to_owned(), Kind::Lone)
            ]
        );
    }

    #[test]
    fn a_word_without_end_is_cut() {
        assert_eq!(joined(&"a".repeat(100_000)).len(), LONGEST_WORD);
    }
}
