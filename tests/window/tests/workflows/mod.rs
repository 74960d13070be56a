//! The ways a person goes through the program, walked step by step in the real window, by keyboard alone, in each
//! language: a bad evening alone, a weekly practice, one question over months, a laptop shared with somebody feared.
//! What could harm on the way is looked for at every step.

mod evening;
mod hands;
mod laptop;
mod months;
mod week;

use awai_window_tests::story;

const TONGUES: [&str; 3] = ["en", "ja", "fr"];

#[test]
fn a_bad_evening_alone_ends_wherever_it_is_enough() {
    for tongue in TONGUES {
        story(evening::walk(tongue));
    }
}

#[test]
fn a_weekly_practice_counts_nothing_and_presses_for_nothing() {
    for tongue in TONGUES {
        story(week::walk(tongue));
    }
}

#[test]
fn a_question_changes_over_months_and_every_wording_stays_in_sight() {
    for tongue in TONGUES {
        story(months::walk(tongue));
    }
}

#[test]
fn a_laptop_shared_with_somebody_feared_tells_nothing_and_keeps_everything() {
    for tongue in TONGUES {
        story(laptop::walk(tongue));
    }
}
