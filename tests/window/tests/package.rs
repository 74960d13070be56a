//! The package a person installs: what it brings, what it asks for, that it opens from where it was put, and that
//! nothing of it is left when it is taken away.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use awai_window_tests::{Home, Screen, Started, Told, desktop, not_looked_at, story};

/// A package of one kind: what the variable names, or the one that was made last from the program these tests open.
fn package_of(kind: &str, variable: &str) -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(variable) {
        return Some(PathBuf::from(named));
    }
    let made = desktop().parent()?.join("bundle").join(kind);
    let files = std::fs::read_dir(made).into_iter().flatten();
    let mut packages: Vec<PathBuf> = files
        .filter_map(|file| Some(file.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == kind))
        .collect();
    packages.sort();
    let package = packages.pop();
    if package.is_none() {
        not_looked_at(
            &format!("a .{kind}"),
            "none was made. `cargo xtask test` makes one.",
        );
    }
    package
}

fn package() -> Option<PathBuf> {
    package_of("deb", "AWAI_DEB")
}

fn said(program: &str, words: &[&str]) -> Told<String> {
    let done = Command::new(program).args(words).output()?;
    if !done.status.success() {
        let why = String::from_utf8_lossy(&done.stderr).into_owned();
        return Err(format!("{program} {words:?}: {why}").into());
    }
    Ok(String::from_utf8_lossy(&done.stdout).into_owned())
}

/// A root in which nothing is installed.
fn clean_root() -> Told<tempfile::TempDir> {
    let root = tempfile::tempdir()?;
    let dpkg = root.path().join("var/lib/dpkg");
    for folder in ["info", "updates", "triggers"] {
        std::fs::create_dir_all(dpkg.join(folder))?;
    }
    for file in ["status", "available"] {
        std::fs::write(dpkg.join(file), "")?;
    }
    Ok(root)
}

fn dpkg(root: &Path, words: &[&str]) -> Told {
    let place = format!("--root={}", root.display());
    // What it asks for is installed on this computer, not in that root.
    let log = format!("--log={}", root.join("var/dpkg.txt").display());
    said(
        "dpkg",
        &[
            // Nobody but root owns a whole system; the files of this one may be ours.
            &[&place[..], &log, "--force-depends", "--force-not-root"],
            words,
        ]
        .concat(),
    )?;
    Ok(())
}

/// Everything below a folder that is no folder.
fn below(folder: &Path) -> Told<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(here) = folders.pop() {
        for file in std::fs::read_dir(here)? {
            let path = file?.path();
            if path.is_dir() && !path.is_symlink() {
                folders.push(path);
            } else {
                found.insert(path);
            }
        }
    }
    Ok(found)
}

/// Whether a text tells a stranger more than that this is a diary.
fn tells(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "mental",
        "health",
        "crisis",
        "therap",
        "support",
        "peer",
        "abuse",
        "trauma",
        "santé",
        "crise",
        "entraide",
        "こころ",
        "心の",
        "支援",
        "当事者",
        "ピア",
    ]
    .iter()
    .any(|word| text.contains(word))
}

#[test]
fn installed_into_a_clean_root_it_opens_and_leaves_nothing_when_it_is_taken_away() {
    let Some(package) = package() else { return };
    story(async {
        let root = clean_root()?;
        let before = below(root.path())?;
        dpkg(root.path(), &["--install", &package.to_string_lossy()])?;
        let brought = below(&root.path().join("usr"))?;
        assert!(brought.len() >= 5, "{brought:?}");
        for path in &brought {
            let name = path.strip_prefix(root.path())?.to_string_lossy();
            assert!(!tells(&name), "{name}");
        }
        let program = root.path().join("usr/bin/awai-desktop");
        for card in [
            "applications/Awai.desktop",
            "metainfo/garden.awai.Awai.metainfo.xml",
            "mime/packages/garden.awai.xml",
        ] {
            let path = root.path().join("usr/share").join(card);
            let card = std::fs::read_to_string(path)?;
            assert!(!tells(&card), "{card}");
        }
        let entry = root.path().join("usr/share/applications/Awai.desktop");
        let entry = std::fs::read_to_string(entry)?;
        assert!(entry.contains("Exec=awai-desktop %F"), "{entry}");
        let icons = root.path().join("usr/share/icons/hicolor");
        for icon in [
            "32x32/apps/awai-desktop.png",
            "scalable/apps/awai-desktop.svg",
        ] {
            assert!(icons.join(icon).is_file(), "{icon}");
        }

        let screen = Screen::open(1180, 820)?;
        let home = Home::empty()?;
        let terminal = root.path().join("usr/bin/awai");
        assert!(said(&terminal.to_string_lossy(), &["--help"])?.contains("awai"));
        let opened = Started::program(&program, &home, &screen, &[], &[])?;
        opened.seen(&screen)?;
        drop(opened);

        let called = said(
            "dpkg-deb",
            &["--field", &package.to_string_lossy(), "Package"],
        )?;
        dpkg(root.path(), &["--purge", called.trim()])?;
        let left: Vec<PathBuf> = below(root.path())?
            .difference(&before)
            .filter(|path| !path.starts_with(root.path().join("var")))
            .cloned()
            .collect();
        assert!(left.is_empty(), "{left:?}");
        assert!(below(&root.path().join("usr")).map_or(true, |left| left.is_empty()));
        Ok(())
    });
}

#[test]
fn it_asks_for_every_library_it_needs_and_its_card_tells_of_a_diary() {
    let Some(package) = package() else { return };
    story(async {
        let card = said("dpkg-deb", &["--field", &package.to_string_lossy()])?;
        assert!(!tells(&card), "{card}");
        let asked = said(
            "dpkg-deb",
            &["--field", &package.to_string_lossy(), "Depends"],
        )?;

        // All that comes with what it asks for, by the list of what is installed here.
        let list = said(
            "dpkg-query",
            &["-W", "-f=${Package}\t${Depends}, ${Pre-Depends}\n"],
        )?;
        let installed: BTreeMap<&str, &str> = list
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .collect();
        let mut come: BTreeSet<String> = BTreeSet::new();
        let mut next: Vec<String> = names(&asked);
        while let Some(name) = next.pop() {
            if come.insert(name.clone())
                && let Some(more) = installed.get(name.as_str())
            {
                next.extend(names(more));
            }
        }
        let root = tempfile::tempdir()?;
        let place = root.path().to_string_lossy().into_owned();
        said(
            "dpkg-deb",
            &["--extract", &package.to_string_lossy(), &place],
        )?;
        let program = root.path().join("usr/bin/awai-desktop");
        let needed = said("ldd", &[&program.to_string_lossy()])?;
        let own = said("readelf", &["-d", &program.to_string_lossy()])?;
        let mut looked_at = 0;
        for line in own.lines().filter(|line| line.contains("(NEEDED)")) {
            let library = line.split(['[', ']']).nth(1).unwrap_or_default();
            let path = needed
                .lines()
                .find_map(|line| line.trim().strip_prefix(library)?.strip_prefix(" => "))
                .and_then(|rest| rest.split_whitespace().next());
            let Some(path) = path else { continue };
            // Debian knows some files below /lib and some below /usr/lib, which are one folder.
            let real = std::fs::canonicalize(path)?;
            let name = real.file_name().unwrap_or_default().to_string_lossy();
            let owner = said("dpkg-query", &["-S", &format!("*/{name}")])?;
            let owner = owner.split(':').next().unwrap_or_default();
            assert!(
                come.contains(owner),
                "{library} comes with {owner}, which nobody asks for"
            );
            looked_at += 1;
        }
        assert!(looked_at > 5, "{own}");
        Ok(())
    });
}

#[test]
fn the_rpm_asks_for_every_library_by_the_name_that_fedora_gives_it() {
    let Some(package) = package_of("rpm", "AWAI_RPM") else {
        return;
    };
    if said("rpm", &["--version"]).is_err() {
        not_looked_at("the .rpm", "there is no rpm here to read a package with.");
        return;
    }
    story(async {
        let folder = tempfile::tempdir()?;
        let base = folder.path().join("base").display().to_string();
        let own = folder.path().join("own.rpm");
        std::fs::copy(&package, &own)?;
        let own = own.to_string_lossy().into_owned();
        let asked = |what: &[&str]| {
            said(
                "rpm",
                &[&["--dbpath", &base, "-qp"], what, &[&own[..]]].concat(),
            )
        };
        let card = asked(&["--info"])?;
        assert!(!tells(&card), "{card}");
        for line in ["Name        : awai", "License     : MPL-2.0"] {
            assert!(card.lines().any(|told| told.trim() == line), "{card}");
        }
        let files = asked(&["--list"])?;
        for file in [
            "/usr/bin/awai",
            "/usr/bin/awai-desktop",
            "/usr/share/applications/Awai.desktop",
            "/usr/share/icons/hicolor/scalable/apps/awai-desktop.svg",
            "/usr/share/metainfo/garden.awai.Awai.metainfo.xml",
            "/usr/share/mime/packages/garden.awai.xml",
        ] {
            assert!(files.lines().any(|told| told == file), "{file}: {files}");
        }
        assert!(!tells(&files), "{files}");

        said("rpm2archive", &[&own])?;
        let place = folder.path().to_string_lossy().into_owned();
        said("tar", &["-xzf", &format!("{own}.tgz"), "-C", &place])?;
        let program = folder.path().join("usr/bin/awai-desktop");
        let program = program.to_string_lossy();
        let asks = asked(&["--requires"])?;
        let asks: BTreeSet<&str> = asks.lines().map(str::trim).collect();
        let needed = said("readelf", &["-d", &program])?;
        let needed: Vec<&str> = needed
            .lines()
            .filter(|line| line.contains("(NEEDED)"))
            .filter_map(|line| line.split(['[', ']']).nth(1))
            // The loader of a processor comes with its C library.
            .filter(|library| !library.starts_with("ld-linux"))
            .collect();
        assert!(needed.len() > 5, "{needed:?}");
        for library in needed {
            let name = format!("{library}()(64bit)");
            let c = library == "libc.so.6" && asks.iter().any(|asked| asked.starts_with(library));
            assert!(
                asks.contains(&name[..]) || c,
                "{name} is not asked for: {asks:?}"
            );
        }
        // Its C library must not be older than the calls that are made to it.
        let calls = said("readelf", &["--version-info", "--wide", &program])?;
        let newest = calls.split_whitespace().filter_map(version_of_c).max();
        let asked = asks
            .iter()
            .filter_map(|asked| asked.strip_prefix("libc.so.6(")?.split(')').next())
            .filter_map(version_of_c)
            .max();
        assert!(newest.is_some() && newest <= asked, "{newest:?}, {asked:?}");
        Ok(())
    });
}

/// The version in a word such as `GLIBC_2.34`.
fn version_of_c(word: &str) -> Option<Vec<u32>> {
    let version = word.strip_prefix("GLIBC_")?;
    version.split('.').map(|part| part.parse().ok()).collect()
}

/// The names in a list of what a package depends on.
fn names(list: &str) -> Vec<String> {
    list.split([',', '|'])
        .filter_map(|one| one.split([' ', '(', ':']).find(|word| !word.is_empty()))
        .map(|name| name.trim().to_owned())
        .collect()
}
