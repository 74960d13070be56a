//! Finding: every place of a text where a part of what was looked for stands.
//!
//! Nothing is folded twice and most of a long page not even once: the page is run through by first letters
//! (a look into a table each), and only where one fits are the terms compared.

use std::ops::{ControlFlow, Range};

use super::Text;
use super::fold::{Letters, look_up, table};
use super::needle::{Ending, Needle, Part};
use super::scripts::Class;
use super::terms::{Kind, Term, Terms};

/// A place where a part of the needle was found.
#[derive(Clone)]
pub(super) struct Found {
    pub part: usize,
    pub at: Range<usize>,
}

impl Needle {
    /// Whether all of it stands in these texts of one page, each part in any of them: what the index would say.
    pub(crate) fn is_in<'t>(&self, texts: impl IntoIterator<Item = Text<'t>>) -> bool {
        let mut missing = vec![true; self.parts.len()];
        let mut take = |found: Found| {
            if let Some(missing) = missing.get_mut(found.part) {
                *missing = false;
            }
            match missing.contains(&true) {
                true => ControlFlow::Continue(()),
                false => ControlFlow::Break(()),
            }
        };
        let mut texts = texts.into_iter();
        let looked = texts.try_for_each(|text| {
            self.each_found(text.shown, 0..text.shown.len(), &mut take)?;
            let mut lines = text.read_lines().into_iter();
            lines.try_for_each(|line| self.each_found(&line.words, 0..line.words.len(), &mut take))
        });
        looked.is_break()
    }

    /// Every place that begins in a range of a text and where a part of the needle stands, in order.
    pub(super) fn each_found<B>(
        &self,
        text: &str,
        among: Range<usize>,
        mut take: impl FnMut(Found) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let table = table();
        let firsts = self.parts.iter().fold(0u64, |all, part| {
            all | 1 << (u32::from(part.first_letter()) & 63)
        });
        let mut terms = Terms::of(text);
        let mut in_word = is_in_word(text, among.start);
        // The written letter before this character, for marks that melt into it and make it another one.
        let mut letter_before = (among.start, in_word);
        let mut melted = None;
        for (at, c) in text.get(among.clone()).unwrap_or_default().char_indices() {
            let at = among.start + at;
            let entry = look_up(table, c);
            if !entry.joins() {
                letter_before = (at, in_word);
            }
            in_word = match entry.simple() {
                Some((_, Class::Word)) => true,
                Some((_, Class::Nothing | Class::Mark)) => in_word,
                Some(_) => false,
                None => last_class(text, at, c) == Class::Word,
            };
            // Of several letters, not the first may be the one (⒜ begins with a bracket), and a mark may make
            // the letter before it the one.
            let is_surely = match entry.joins() || entry.is_long() {
                true => None,
                false => Some(entry.letter()),
            };
            if is_surely.is_some() && firsts & 1 << (u32::from(entry.letter()) & 63) == 0 {
                continue;
            }
            let (start, in_word) = letter_before;
            if entry.joins() && melted.replace(start) == Some(start) {
                continue;
            }
            for (part, wanted) in self.parts.iter().enumerate() {
                let is_other = is_surely.is_some_and(|letter| letter != wanted.first_letter());
                if is_other || (in_word && wanted.begins_with_word()) {
                    continue;
                }
                terms.go_to(start);
                if let Some(end) = wanted.end_of(&mut terms) {
                    let at = start..end;
                    take(Found { part, at })?;
                }
            }
        }
        ControlFlow::Continue(())
    }
}

impl Part {
    /// Where this part ends, when the coming terms are its own.
    fn end_of(&self, terms: &mut Terms<'_>) -> Option<usize> {
        let (last, before) = self.terms.split_last()?;
        for wanted in before {
            terms.next().filter(|term| term.text == wanted)?;
        }
        let term: Term<'_> = terms.next()?;
        let is_it = match self.ending {
            Ending::Whole | Ending::Open(1) => term.text == last,
            Ending::Lone | Ending::Open(_) => term.text.starts_with(last.as_str()),
        };
        let one_letter = self.ending == Ending::Lone && term.kind == Kind::Pair;
        is_it.then_some(if one_letter { term.first_end } else { term.end })
    }
}

/// Whether a word stands right before a place.
pub(super) fn is_in_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default().char_indices().rev();
    let classes = before.take(16).map(|(at, c)| last_class(text, at, c));
    let mut telling = classes.filter(|class| !matches!(class, Class::Nothing | Class::Mark));
    telling.next() == Some(Class::Word)
}

/// What the last letter is that a character folds to.
fn last_class(text: &str, at: usize, c: char) -> Class {
    if let Some((_, class)) = look_up(table(), c).simple() {
        return class;
    }
    let written = text.get(at..at + c.len_utf8()).unwrap_or_default();
    let letters = Letters::of(written).map(|letter| letter.class);
    letters.last().unwrap_or(Class::Nothing)
}
