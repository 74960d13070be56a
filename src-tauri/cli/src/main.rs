//! `awai`: the journal from a terminal. The same core as the window, and nothing that is only here.
//!
//! What is asked is understood first ([`ask`]), then done on the core ([`doing`]), then the journal is closed,
//! and only then is the [`answer`] written out. Exit: 0 done, 1 refused, 2 wrong usage.

mod alive;
mod answer;
mod ask;
mod doing;
mod grammar;
mod keeping;
mod language;
mod letters;
mod out;
mod pages;
mod passphrases;
mod pictures;
mod plain;
mod refusal;
mod told;

use std::ffi::OsString;
use std::process::ExitCode;

use awai::speech::Speech;

use crate::answer::Answer;
use crate::ask::{Ask, Form, Understood};
use crate::refusal::Refusal;

fn main() -> ExitCode {
    awai::keep_memory_from_the_disk();
    let words: Vec<OsString> = std::env::args_os().collect();
    let tongue = language::of(&words);
    let speech = Speech::of(tongue);
    be_quiet_about_values(tongue);
    match ask::understand(&words, speech) {
        Understood::Ask(ask) => match doing::answer(&ask, tongue, speech) {
            Ok(answer) => tell(&ask, &answer, tongue, speech),
            Err(refusal) => refused(ask.form, &refusal, speech),
        },
        Understood::Told(text) => match out::write_answer(&text) {
            Ok(()) => ExitCode::SUCCESS,
            Err(refusal) => refused(Form::Plain, &refusal, speech),
        },
        Understood::Misused { form, sentence } => {
            match form {
                Form::Plain => out::say_beside(&sentence),
                Form::Json => out::say_beside(r#"{"kind":"wrong_usage"}"#),
            }
            ExitCode::from(2)
        }
    }
}

fn tell(ask: &Ask, answer: &Answer, tongue: awai::Tongue, speech: &Speech) -> ExitCode {
    let text = match ask.form {
        Form::Json => answer.json(),
        Form::Plain => Ok(plain::text_of(answer, tongue, speech, out::look())),
    };
    match text.and_then(|text| out::write_answer(&text)) {
        Ok(()) if answer.is_well() => ExitCode::SUCCESS,
        Ok(()) => refused(ask.form, &Refusal::damaged(), speech),
        Err(refusal) => refused(ask.form, &refusal, speech),
    }
}

fn refused(form: Form, refusal: &Refusal, speech: &Speech) -> ExitCode {
    match form {
        Form::Plain => out::say_beside(&refusal.sentence(speech)),
        Form::Json => out::say_beside(&refusal.json()),
    }
    ExitCode::FAILURE
}

/// A fault of ours is told by its place in the source. The usual message could hold a word of the person's.
fn be_quiet_about_values(tongue: awai::Tongue) {
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        let fault = Refusal::Core(awai::Error::Unexpected("awai"));
        out::say_beside(&format!("{} ({place})", fault.sentence(Speech::of(tongue))));
    }));
}
