//! `cargo xtask bench`: the table of how quick it is, then the window: from exec to the first room, and memory.

use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::display::Virtual;
use crate::step::{self, Outcome, cargo, target};
use crate::system;

/// How often the window is opened.
const OPENINGS: usize = 7;

/// Measures the core, then the window.
pub fn bench(arguments: &[String]) -> Outcome {
    system::ready(&[system::BUILD, system::DISPLAY])?;
    step::run(&mut cargo(&["build", "--workspace", "--bins", "--release"]))?;
    let release = target().join("release");
    step::run(step::command(release.join("awai-bench")).args(arguments))?;
    let mut times = Vec::new();
    let mut memory = 0;
    for _ in 0..OPENINGS {
        let (time, kib) = open_once(Command::new(release.join("awai-desktop")))?;
        times.push(time);
        memory = kib;
    }
    times.sort();
    let middle = times.get(OPENINGS / 2).copied().unwrap_or_default();
    let (least, most) = (
        times.first().copied().unwrap_or_default(),
        times.last().copied().unwrap_or_default(),
    );
    println!("\nThe window, {OPENINGS} openings on a virtual display");
    println!(
        "  exec to the first room drawn   {} ms ({}–{})",
        middle.as_millis(),
        least.as_millis(),
        most.as_millis()
    );
    println!(
        "  memory of all its processes    {} MiB (PSS, five seconds later)",
        memory / 1024
    );
    Ok(())
}

fn open_once(mut window: Command) -> Outcome<(Duration, u64)> {
    let screen = Virtual::open()?;
    let home = tempdir()?;
    screen.show(&mut window);
    window.arg("--settings").arg(&home);
    let began = Instant::now();
    let mut window = window
        .spawn()
        .map_err(|error| format!("the window did not start: {error}"))?;
    let drawn = until_drawn(&screen, began);
    std::thread::sleep(Duration::from_secs(5));
    let memory = memory_of(&window);
    let _ = window.kill();
    let _ = window.wait();
    let _ = std::fs::remove_dir_all(home);
    Ok((drawn?, memory))
}

fn until_drawn(screen: &Virtual, began: Instant) -> Outcome<Duration> {
    while began.elapsed() < Duration::from_secs(30) {
        let time = began.elapsed();
        if screen.picture()?.drawn() > 4000 {
            return Ok(time);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    Err("nothing was drawn within thirty seconds.".into())
}

fn tempdir() -> Outcome<std::path::PathBuf> {
    let folder = target().join(format!("bench-home-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    Ok(folder)
}

/// KiB of memory of a process and those below it, shared pages shared out.
fn memory_of(window: &Child) -> u64 {
    let number = |text: &str| {
        text.split_whitespace()
            .nth(1)
            .and_then(|word| word.parse::<u64>().ok())
    };
    let field = |id: u64, file: &str, name: &str| {
        let text = std::fs::read_to_string(format!("/proc/{id}/{file}")).ok()?;
        text.lines()
            .find(|line| line.starts_with(name))
            .and_then(number)
    };
    let all: Vec<u64> = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .collect();
    let mut family = vec![u64::from(window.id())];
    let mut known = 0;
    while known < family.len() {
        known = family.len();
        for &id in &all {
            let parent = field(id, "status", "PPid:");
            if !family.contains(&id) && parent.is_some_and(|parent| family.contains(&parent)) {
                family.push(id);
            }
        }
    }
    family
        .iter()
        .filter_map(|&id| field(id, "smaps_rollup", "Pss:"))
        .sum()
}
