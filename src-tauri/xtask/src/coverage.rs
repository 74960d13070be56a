//! `cargo xtask coverage`: which lines of the core any test goes through. Only our own crates are built anew, with
//! rustc's own counters in them; everything else is the build that is there. Counted are the lines that ship: unit
//! tests beside them are left out.
//!
//! Reading the counters takes LLVM's tools of the compiler's own version: those of rustup where they are, those of
//! the system otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::counted::Counters;
use crate::step::{self, Outcome, cargo, command, has_program, root, said, target};
use crate::system::as_root;

/// Where the shipped lines are that count.
const CORE: &str = "src-tauri/core/src";

/// Runs the tests of the core and of the terminal, or only those in the core and the named ones, and says which lines
/// they went through.
pub fn coverage(named: &[&str]) -> Outcome {
    let [profdata, cov] = tools()?;
    let folder = target().join("coverage");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let programs = build(named)?;
    let counters = folder.join("%p-%4m.profraw");
    // What fails is a matter for `cargo xtask test`; here it only counts less.
    let ran = programs.iter().filter(|program| program.test);
    let failed = ran
        .filter(|program| program.run(&counters).is_err())
        .count();
    let merged = folder.join("all.profdata");
    let mut merge = Command::new(profdata);
    merge.args(["merge", "--sparse", "-o"]).arg(&merged);
    merge.args(files_in(&folder, "profraw"));
    if !merge.status().is_ok_and(|status| status.success()) {
        return Err("The counters could not be read.".into());
    }
    let mut export = Command::new(cov);
    export.args(["export", "--format=lcov", "--instr-profile"]);
    export.arg(&merged).args(objects(&programs));
    export.arg("--sources").arg(root().join(CORE));
    let out = export
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| error.to_string())?;
    say(&lines_of(&String::from_utf8_lossy(&out.stdout)))?;
    match failed {
        0 => Ok(()),
        many => Err(format!("{many} of the programs that test did not pass.")),
    }
}

/// `cargo test --no-run` with the counters, of everything but the window: the same selection of features as
/// everywhere.
fn tests(named: &[&str]) -> Command {
    let mut tests = cargo(&["test", "--workspace", "--no-fail-fast", "--lib"]);
    let all = own_tests();
    let wanted: Vec<&str> = match named {
        [] => all.iter().map(String::as_str).collect(),
        named => named.to_vec(),
    };
    for name in wanted {
        tests.args(["--test", name]);
    }
    Counters::Lines.into(&mut tests);
    tests
}

/// The tests of the core and of the terminal; those of the window are not among them.
fn own_tests() -> Vec<String> {
    let manifest = std::fs::read_to_string(root().join("tests/Cargo.toml")).unwrap_or_default();
    let named = manifest.split("[[test]]").skip(1).filter_map(|part| {
        let line = part.lines().find(|line| line.starts_with("name"))?;
        Some(line.split('"').nth(1)?.to_owned())
    });
    named.chain(["terminal".to_owned()]).collect()
}

/// Builds the tests, and tells every program that was built.
fn build(named: &[&str]) -> Outcome<Vec<Program>> {
    let mut build = tests(named);
    build.args(["--no-run", "--message-format=json-render-diagnostics"]);
    let out = build
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| error.to_string())?;
    if !out.status.success() {
        return Err("The tests could not be built.".into());
    }
    let told = String::from_utf8_lossy(&out.stdout);
    Ok(told.lines().filter_map(Program::of).collect())
}

/// A program that cargo built.
struct Program {
    path: PathBuf,
    /// The folder of its package, where cargo starts tests.
    folder: PathBuf,
    test: bool,
}

impl Program {
    /// Reads what cargo tells of one; nothing for a library, and for the window's own tests.
    fn of(line: &str) -> Option<Program> {
        let field = |name: &str| {
            let begins = format!("\"{name}\":\"");
            Some(PathBuf::from(
                line.split(&begins).nth(1)?.split('"').next()?,
            ))
        };
        let folder = field("manifest_path")?.parent()?.to_owned();
        let path = field("executable")?;
        (!folder.ends_with("tests/window")).then(|| Program {
            path,
            folder,
            test: line.contains("\"test\":true},\"features\""),
        })
    }

    fn run(&self, counters: &Path) -> Outcome {
        let mut test = Command::new(&self.path);
        test.current_dir(&self.folder);
        test.env("LLVM_PROFILE_FILE", counters);
        // Which lines are gone through does not hang on how often.
        step::run(test.env("AWAI_SCHEDULES", "40"))
    }
}

fn objects(programs: &[Program]) -> Vec<OsString> {
    let mut words = Vec::new();
    for program in programs {
        words.extend([
            OsString::from("--object"),
            program.path.clone().into_os_string(),
        ]);
    }
    words
}

fn files_in(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = files.map(|file| file.path());
    paths
        .filter(|path| path.extension().is_some_and(|name| name == ending))
        .collect()
}

/// `llvm-profdata` and `llvm-cov` of the compiler's LLVM.
fn tools() -> Outcome<[PathBuf; 2]> {
    let about = said("rustc", &["-vV"]).ok_or("There is no rustc.")?;
    let after = |name: &str| about.lines().find_map(|line| line.strip_prefix(name));
    let host = after("host: ").unwrap_or_default();
    let llvm = after("LLVM version: ").and_then(|version| version.split('.').next());
    let llvm = llvm.unwrap_or_default().to_owned();
    let sysroot = said("rustc", &["--print", "sysroot"]).unwrap_or_default();
    let own = Path::new(&sysroot)
        .join("lib/rustlib")
        .join(host)
        .join("bin");
    let find = || {
        let of_rustup = ["llvm-profdata", "llvm-cov"].map(|name| own.join(name));
        if of_rustup.iter().all(|tool| tool.is_file()) {
            return Some(of_rustup);
        }
        let of_the_system = ["llvm-profdata", "llvm-cov"].map(|name| format!("{name}-{llvm}"));
        let there = of_the_system.iter().all(|name| has_program(name));
        there.then(|| of_the_system.map(PathBuf::from))
    };
    if let Some(found) = find() {
        return Ok(found);
    }
    println!("LLVM's tools are not here yet.");
    let package = format!("llvm-{llvm}");
    let _ = step::run(command("rustup").args(["component", "add", "llvm-tools"]));
    if find().is_none()
        && has_program("apt-get")
        && let Ok(mut apt) = as_root("apt-get")
    {
        let _ = step::run(apt.args(["install", "-y", "--no-install-recommends", &package]));
    }
    find().ok_or_else(|| {
        format!(
            "LLVM's tools are needed, and could not be installed from here: `rustup component add llvm-tools`, or \
             {package} of your system."
        )
    })
}

/// Of each file, its lines and how often each was gone through.
type Lines = BTreeMap<PathBuf, BTreeMap<usize, u64>>;

/// Reads LCOV's form: `SF:` a file, `DA:` a line of it and how often.
fn lines_of(lcov: &str) -> Lines {
    let mut all = Lines::new();
    let mut file = PathBuf::new();
    for line in lcov.lines() {
        if let Some(path) = line.strip_prefix("SF:") {
            file = PathBuf::from(path);
        } else if let Some((number, times)) =
            line.strip_prefix("DA:").and_then(|at| at.split_once(','))
        {
            let (number, times) = (number.parse().unwrap_or(0), times.parse().unwrap_or(0));
            let count = all
                .entry(file.clone())
                .or_default()
                .entry(number)
                .or_default();
            *count = (*count).max(times);
        }
    }
    all
}

/// The lines of a text that are compiled for tests alone: from the unit tests on, to its end.
fn shipped(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().collect();
    let tests = lines.windows(2).position(|two| {
        matches!(two, [mark, module] if *mark == "#[cfg(test)]" && module.starts_with("mod ") && module.ends_with('{'))
    });
    tests.unwrap_or(lines.len())
}

/// Files that are modules for tests alone.
fn only_for_tests(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(here) = folders.pop() {
        for file in std::fs::read_dir(&here).into_iter().flatten().flatten() {
            let path = file.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let marked = text.split("#[cfg(test)]\nmod ").skip(1);
            found.extend(marked.filter_map(|rest| {
                let name = rest.split(['\n', ' ']).next()?.strip_suffix(';')?;
                Some(here.join(format!("{name}.rs")))
            }));
        }
    }
    found
}

/// Says, file by file, what nothing went through, and the figure at the end.
fn say(lines: &Lines) -> Outcome {
    let core = root().join(CORE);
    let left_out = only_for_tests(&core);
    let (mut all, mut through) = (0, 0);
    println!("\n| file of the core | lines | gone through | not gone through |\n|---|---|---|---|");
    for (path, counted) in lines {
        if left_out.contains(path) || !path.starts_with(&core) {
            continue;
        }
        let end = shipped(&std::fs::read_to_string(path).unwrap_or_default());
        let counted: Vec<_> = counted.iter().filter(|(line, _)| **line <= end).collect();
        let not: Vec<usize> = counted
            .iter()
            .filter(|(_, times)| **times == 0)
            .map(|(line, _)| **line)
            .collect();
        all += counted.len();
        through += counted.len() - not.len();
        if !not.is_empty() {
            let name = path.strip_prefix(&core).unwrap_or(path).display();
            let share = per_cent(counted.len() - not.len(), counted.len());
            println!("| {name} | {} | {share} | {} |", counted.len(), spans(&not));
        }
    }
    if all == 0 {
        return Err("No line was counted.".into());
    }
    println!(
        "\nLines of the core that tests go through: {through} of {all}, {}.",
        per_cent(through, all)
    );
    Ok(())
}

fn per_cent(part: usize, whole: usize) -> String {
    let tenths = part * 1000 / whole.max(1);
    format!("{}.{} %", tenths / 10, tenths % 10)
}

/// `3–5, 9`
fn spans(lines: &[usize]) -> String {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for line in lines {
        match spans.last_mut() {
            Some((_, to)) if *to + 1 == *line => *to = *line,
            _ => spans.push((*line, *line)),
        }
    }
    let said = spans.iter().map(|(from, to)| match from == to {
        true => from.to_string(),
        false => format!("{from}–{to}"),
    });
    said.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_once_however_many_programs_hold_them() {
        let lines = lines_of("SF:/a.rs\nDA:1,0\nDA:2,5\nend_of_record\nSF:/a.rs\nDA:1,3\nDA:3,0\n");
        let counted = lines.get(Path::new("/a.rs")).unwrap();
        assert_eq!(counted, &BTreeMap::from([(1, 3), (2, 5), (3, 0)]));
        assert_eq!(spans(&[3, 4, 5, 9]), "3–5, 9");
        assert_eq!(per_cent(2, 3), "66.6 %");
    }

    #[test]
    fn the_windows_own_tests_are_not_among_the_programs() {
        let line = |folder: &str, test: bool| {
            format!(
                r#"{{"manifest_path":"/a/{folder}/Cargo.toml","target":{{"test":true}},"profile":{{"test":{test}}},"features":[],"executable":"/t/x-1"}}"#
            )
        };
        let told = |folder, test| Program::of(&line(folder, test)).map(|program| program.test);
        assert_eq!(told("tests", true), Some(true));
        assert_eq!(told("src-tauri/cli", false), Some(false));
        assert_eq!(told("tests/window", true), None);
        assert!(Program::of(r#"{"executable":null}"#).is_none());
    }

    #[test]
    fn unit_tests_are_no_lines_that_ship() {
        assert_eq!(shipped("a\nb\n\n#[cfg(test)]\nmod tests {\n}\n"), 3);
        assert_eq!(shipped("a\n#[cfg(test)]\nmod golden;\nb\n"), 4);
    }
}
