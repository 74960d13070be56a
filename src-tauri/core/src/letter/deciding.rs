//! Deciding about names: those of other people that stand in a letter are listed, each person once, and what was decided
//! is put in their place. Somebody who is found under several names stands as one, in every letter to one companion.

use super::Letter;
use super::compose::{Wanted, composed, readers};
use super::draft::{LetterDraft, NameChoice, NameDecision};
use super::names::{Folded, FoundName, Known, free_letter, known, people, replaced, scan};
use crate::error::{Error, Result};
use crate::id::LetterId;
use crate::journal::Journal;
use crate::store::{CompanionRow, Rows};

impl Journal {
    /// The people whose names stand in a letter being put together, as each reader would read them. Who is listed here
    /// and not decided upon keeps the letter from being sealed.
    pub fn names_in(&self, id: LetterId) -> Result<Vec<FoundName>> {
        let draft = self.letter_draft(id)?.draft;
        let rows = self.rows();
        let (mut found, mut seen): (Vec<FoundName>, Vec<usize>) = (Vec::new(), Vec::new());
        for reader in readers(&rows, &draft)? {
            let reader = reader.as_ref();
            let wanted = &mut Wanted::Words;
            let mut letter = composed(&rows, &self.library, id, &draft, reader, wanted)?.letter;
            let text = every_text(&mut letter);
            let form = Folded::new(&text);
            let mut taken = match reader {
                Some(reader) => rows.pseudonyms(reader.row)?,
                None => Vec::new(),
            };
            // What stands for somebody towards one reader stands for nobody else towards another.
            taken.extend(found.iter().map(|one| one.stands_as.clone()));
            let names = known(&rows, reader)?;
            let places = scan(&form, &names);
            for person in people(&names, &places) {
                let theirs: Vec<&Known> = person.iter().filter_map(|it| names.get(*it)).collect();
                let stands = |it: usize| places.iter().any(|(name, _)| *name == it);
                let told = person.iter().find(|it| stands(**it));
                let Some(told) = told.and_then(|it| names.get(*it)) else {
                    continue;
                };
                if seen.contains(&told.person) {
                    continue;
                }
                seen.push(told.person);
                let here = places.iter().filter(|(name, _)| person.contains(name));
                let mut written: Vec<String> = here.map(|(_, place)| form.written(place)).collect();
                written.sort();
                written.dedup();
                let stands_as =
                    earlier(&rows, reader, &theirs)?.unwrap_or_else(|| free_letter(&taken));
                taken.push(stands_as.clone());
                found.push(FoundName {
                    name: told.name.clone(),
                    tie: told.tie,
                    written,
                    stands_as,
                });
            }
        }
        Ok(found)
    }
}

/// The other name that a person has towards a reader, under whichever of their names it was chosen.
fn earlier(
    rows: &Rows<'_>,
    reader: Option<&CompanionRow>,
    theirs: &[&Known],
) -> Result<Option<String>> {
    let Some(reader) = reader else {
        return Ok(None);
    };
    for one in theirs {
        if let Some(stands_as) = rows.pseudonym(reader.row, &one.form())? {
            return Ok(Some(stands_as));
        }
    }
    Ok(None)
}

/// Puts the decided names in place, and says which are to be kept for the reader: one for all names of a person.
pub(super) fn decide(
    rows: &Rows<'_>,
    reader: Option<&CompanionRow>,
    draft: &LetterDraft,
    letter: &mut Letter,
) -> Result<Vec<(String, String)>> {
    let names = known(rows, reader)?;
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let text = every_text(letter);
    let places = scan(&Folded::new(&text), &names);
    let mut stands: Vec<Option<&str>> = vec![None; names.len()];
    let mut kept = Vec::new();
    for person in people(&names, &places) {
        let theirs: Vec<&Known> = person.iter().filter_map(|it| names.get(*it)).collect();
        match decided(draft, &theirs).map(|one| &one.choice) {
            Some(NameChoice::AsWritten) => {}
            Some(NameChoice::StandsAs { stands_as }) if !stands_as.trim().is_empty() => {
                for (number, stand) in stands.iter_mut().enumerate() {
                    if person.contains(&number) {
                        *stand = Some(stands_as.trim());
                    }
                }
                for one in theirs {
                    kept.push((one.form(), stands_as.trim().to_owned()));
                }
            }
            _ => return Err(Error::NamesUndecided),
        }
    }
    each_text(letter, |text| *text = replaced(text, &names, &stands));
    Ok(kept)
}

/// What was decided about a person, under whichever of their names; the newest name comes first.
fn decided<'d>(draft: &'d LetterDraft, theirs: &[&Known]) -> Option<&'d NameDecision> {
    let about = |one: &&Known| draft.names.iter().find(|each| each.name == one.name);
    theirs.iter().find_map(about)
}

/// Everything in a letter that its writer wrote, in one text.
fn every_text(letter: &mut Letter) -> String {
    let mut all = String::new();
    each_text(letter, |text| {
        all.push_str(text);
        all.push('\n');
    });
    all
}

/// Visits every text that its writer wrote. Lines of a passage are visited as one text: a name may stand across two.
fn each_text(letter: &mut Letter, mut visit: impl FnMut(&mut String)) {
    let lines = |lines: &mut Vec<String>, visit: &mut dyn FnMut(&mut String)| {
        let mut text = lines.join("\n");
        visit(&mut text);
        *lines = text.split('\n').map(str::to_owned).collect();
    };
    visit(&mut letter.cover);
    visit(&mut letter.please.words);
    for part in &mut letter.parts {
        visit(&mut part.title);
        if let Some(asked) = &mut part.asked {
            visit(&mut asked.text);
        }
        if !part.text.is_empty() {
            lines(&mut part.text, &mut visit);
        }
    }
    if let Some(agreement) = &mut letter.agreement {
        visit(&mut agreement.reread);
        for answer in &mut agreement.answers {
            visit(&mut answer.asked.text);
            lines(&mut answer.text, &mut visit);
        }
    }
    if let Some(question) = &mut letter.question {
        visit(&mut question.changed_because);
        let passed_on = &mut question.question;
        let grew_from = passed_on.grew_from.iter_mut().map(|from| &mut from.text);
        let earlier = passed_on.earlier.iter_mut().map(|one| &mut one.text);
        let now = [&mut passed_on.text, &mut passed_on.hint];
        for wording in grew_from.chain(earlier).chain(now) {
            for (lang, text) in wording.clone().iter() {
                let mut text = text.to_owned();
                visit(&mut text);
                *wording = std::mem::take(wording).with(lang, &text);
            }
        }
    }
    if let Some(same) = &mut letter.same_question {
        visit(&mut same.text);
    }
    for file in &mut letter.files {
        visit(&mut file.words);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::letter::format;

    /// What is no word of its writer's: names of things, days, kinds, the two names that both know, pictures.
    const NO_WORDS: [&str; 21] = [
        "read_me",
        "id",
        "thread",
        "have",
        "needs",
        "kind",
        "lang",
        "writer",
        "recipients",
        "sealed",
        "answers",
        "wish",
        "what",
        "date",
        "question",
        "type",
        "base64",
        "move",
        "releases",
        "grew_from",
        "page",
    ];

    /// Every text that was left as it was, by the field it stands in.
    fn left(value: &Value, field: &str, found: &mut Vec<String>) {
        match value {
            Value::String(text) if text != "seen" && !NO_WORDS.contains(&field) => {
                found.push(format!("{field}: {text}"));
            }
            Value::Array(all) => all.iter().for_each(|one| left(one, field, found)),
            Value::Object(all) => all.iter().for_each(|(name, one)| left(one, name, found)),
            _ => {}
        }
    }

    #[test]
    fn names_are_looked_for_wherever_a_letter_has_words() {
        for inside in [
            include_bytes!("../../../../tests/fixtures/hostile/letter/full").as_slice(),
            include_bytes!("../../../../tests/fixtures/hostile/letter/agreement"),
            include_bytes!("../../../../tests/fixtures/hostile/letter/question"),
            include_bytes!("../../../../tests/fixtures/hostile/letter/same"),
            include_bytes!("../../../../tests/fixtures/hostile/letter/echo"),
        ] {
            let mut letter = format::read(format::cut(inside).unwrap().text).unwrap();
            let mut visited = 0;
            each_text(&mut letter, |text| {
                visited += 1;
                *text = "seen".to_owned();
            });
            assert!(visited > 2);
            let mut found = Vec::new();
            left(&serde_json::to_value(&letter).unwrap(), "", &mut found);
            assert_eq!(found, Vec::<String>::new());
        }
    }
}
