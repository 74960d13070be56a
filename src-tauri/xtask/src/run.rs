//! `cargo xtask run`: from a fresh machine to an open window.

use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::display::{self, Virtual};
use crate::picture::Picture;
use crate::step::{self, Outcome, cargo, target};
use crate::system;

/// What to do once the picture of a virtual display is taken.
#[derive(Clone, Copy, PartialEq)]
pub enum Then {
    End,
    Stay,
}

/// How long a first window may take on a slow machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Sets up, builds, and opens the window.
pub fn run(then: Then, arguments: &[String]) -> Outcome {
    let seen = display::is_there();
    system::ready(if seen {
        &[system::BUILD]
    } else {
        &[system::BUILD, system::DISPLAY]
    })?;
    // The binaries of the whole workspace: another selection would choose other features of the same crates.
    step::run(&mut cargo(&["build", "--workspace", "--bins"]))?;
    let mut window = Command::new(target().join("debug/awai-desktop"));
    window.args(arguments);
    if seen {
        println!(
            "\nThe window opens. Its pages are kept in the folder your system has for such things."
        );
        return step::run(&mut window);
    }
    on_a_virtual_display(window, then)
}

fn on_a_virtual_display(mut window: Command, then: Then) -> Outcome {
    let screen = Virtual::open()?;
    println!(
        "\nThere is no display here, so the window opens on a virtual one ({}).",
        screen.name()
    );
    screen.show(&mut window);
    let mut window = window
        .spawn()
        .map_err(|error| format!("the window did not start: {error}"))?;
    let taken = first_picture(&screen, &mut window);
    let shown = taken.and_then(|picture| keep(&picture));
    if shown.is_ok() && then == Then::Stay {
        println!(
            "It stays open until Ctrl+C. To see it: x11vnc -display {}",
            screen.name()
        );
        let _ = window.wait();
    }
    let _ = window.kill();
    let _ = window.wait();
    shown
}

/// Waits until the window is drawn and no longer changes.
fn first_picture(screen: &Virtual, window: &mut Child) -> Outcome<Picture> {
    let began = Instant::now();
    let mut last = 0;
    loop {
        std::thread::sleep(Duration::from_millis(500));
        if let Ok(Some(status)) = window.try_wait() {
            return Err(format!("the window ended by itself: {status}"));
        }
        let picture = screen.picture()?;
        let drawn = picture.drawn();
        // A room has far more to it than its paper: thousands of pixels of words.
        if drawn > 4000 && drawn == last {
            return Ok(picture);
        }
        if began.elapsed() > PATIENCE {
            return Err("the window opened but nothing was drawn in it.".into());
        }
        last = drawn;
    }
}

fn keep(picture: &Picture) -> Outcome {
    let folder = target().join("pictures");
    let file = folder.join("first-window.png");
    let kept = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&file, picture.png()));
    kept.map_err(|error| format!("{}: {error}", file.display()))?;
    println!("A picture of it: {}", file.display());
    Ok(())
}
