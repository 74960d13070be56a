//! A whole journal is erased, after its passphrase. What goes and what stays is told before it is asked for.

use awai::speech::Speech;
use awai::{CopiesToo, Places, to_erase};

use super::doing::with_phrase;
use super::{Answer, Settings};
use crate::ask::{Ask, Form};
use crate::doing::{folder, vault};
use crate::out::say_beside;
use crate::refusal::Refusal;

pub fn erase(
    ask: &Ask,
    copies: CopiesToo,
    settings: Settings,
    speech: &Speech,
) -> Result<Answer, Refusal> {
    let vault = vault(ask)?;
    if ask.form == Form::Plain {
        tell(&folder(ask)?, copies, speech);
    }
    let erasing = with_phrase(ask, speech, |phrase| vault.begin_erasing(phrase))?;
    // The settings first: killed in between, a journal with the usual settings is there.
    let places = Places::usual().filter(|_| settings == Settings::Go);
    if let Some(places) = &places {
        awai::erase_settings(&places.settings)?;
    }
    let erased = erasing.erase(copies)?;
    if let Some(places) = places {
        // On Windows and macOS the journal lay in the same folder, which is empty only now.
        awai::leave_no_empty_place(&places.settings);
    }
    Ok(Answer::Erased(erased))
}

/// Where it lies, what goes, and what no program here can reach.
fn tell(folder: &std::path::Path, copies: CopiesToo, speech: &Speech) {
    say_beside(&crate::out::line(&folder.to_string_lossy()));
    let found = to_erase(folder);
    let number = found.copies.to_string();
    let number: &[(&str, &str)] = &[("copies", &number)];
    let mut keys = vec!["erase-what"];
    if found.copies > 0 {
        keys.push(match copies {
            CopiesToo::Go => "terminal-erase-copies-go",
            CopiesToo::Stay => "terminal-erase-copies-stay",
        });
    }
    if found.others {
        keys.push("erase-others");
    }
    keys.extend([
        "erase-stays-elsewhere",
        "erase-stays-given",
        "erase-stays-disk",
    ]);
    for key in keys {
        say_beside(&speech.say(key, number));
    }
}
