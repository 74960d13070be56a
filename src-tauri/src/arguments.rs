//! What may be said when the window is started, and where things live then.

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use awai::Places;

/// Lies beside the program on a stick or in a folder that is carried about: everything is then kept there.
const PORTABLE: &str = "awai-portable";

const USAGE: &str = "\
awai-desktop [--journal DIR] [--settings DIR] [FILE]...
  --journal DIR    the journal's folder
  --settings DIR   keeps the settings, and all else but the journal, in this folder
  FILE             a letter that was given by file; it is looked at once the book is open";

/// Where the things of one run live.
#[derive(Debug, Clone, PartialEq)]
pub struct Lives {
    /// The journal's folder.
    pub journal: PathBuf,
    /// The folder of `settings.json`.
    pub settings: PathBuf,
    /// Where the last seen state of a journal is noted.
    pub seen: PathBuf,
    /// Where the web view may keep its own things; nothing for the usual place.
    pub web: Option<PathBuf>,
}

#[cfg(test)]
impl Lives {
    /// Everything of a test beside each other in its folder.
    pub fn beside(home: &Path) -> Lives {
        Lives {
            journal: home.join("journal"),
            settings: home.join("settings"),
            seen: home.join("seen"),
            web: None,
        }
    }
}

/// What was asked for.
#[derive(Debug, Default, PartialEq)]
pub struct Asked {
    journal: Option<PathBuf>,
    settings: Option<PathBuf>,
    files: Vec<PathBuf>,
}

impl Asked {
    /// Reads the words after the program's name.
    pub fn of(words: impl IntoIterator<Item = OsString>) -> Result<Asked, String> {
        let mut asked = Asked::default();
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            let place = match word.to_str() {
                Some("--journal") => &mut asked.journal,
                Some("--settings") => &mut asked.settings,
                Some(option) if option.starts_with("--") => return Err(USAGE.to_owned()),
                _ => {
                    asked.files.push(whole(PathBuf::from(word)));
                    continue;
                }
            };
            *place = Some(PathBuf::from(words.next().ok_or(USAGE)?));
        }
        Ok(asked)
    }

    /// The files that were named, as they are called from anywhere.
    pub fn take_files(&mut self) -> Vec<PathBuf> {
        std::mem::take(&mut self.files)
    }

    /// Where things live: as asked; else beside the program if it is carried about; else where the system has them.
    pub fn places(self) -> Result<Lives, String> {
        let carried = std::env::current_exe().ok().and_then(|program| {
            let beside = if cfg!(target_os = "macos") {
                beside_the_bundle(&program)?
            } else {
                program.parent()?
            };
            beside.join(PORTABLE).exists().then(|| beside.join("awai"))
        });
        self.places_from(carried.as_deref(), Places::usual())
    }

    fn places_from(self, carried: Option<&Path>, usual: Option<Places>) -> Result<Lives, String> {
        let root = self.settings.map(whole);
        let apart = root.as_deref().or(carried);
        let places = match (carried, usual) {
            (Some(root), _) => Some(Places::under(root)),
            (None, usual) => usual,
        };
        let journal = self
            .journal
            .map(whole)
            .or_else(|| places.as_ref().map(|places| places.journal.clone()))
            .ok_or("There is no home folder here; say where the journal is with --journal DIR.")?;
        match (apart, places) {
            (Some(root), _) => Ok(Lives {
                journal,
                settings: root.to_owned(),
                seen: root.join("seen"),
                web: Some(root.join("web")),
            }),
            (None, Some(places)) => Ok(Lives {
                journal,
                settings: places.settings,
                seen: places.seen,
                web: None,
            }),
            (None, None) => Err(
                "There is no home folder here; say where the settings are with --settings DIR."
                    .to_owned(),
            ),
        }
    }
}

/// The folder in which a program of macOS is seen: what is seen of it is its bundle, a folder `Name.app`, in which the
/// program itself lies deep.
fn beside_the_bundle(program: &Path) -> Option<&Path> {
    let within = program.parent()?;
    let bundle = within.parent().and_then(Path::parent);
    match bundle {
        Some(bundle)
            if within.ends_with("Contents/MacOS")
                && bundle.extension().is_some_and(|kind| kind == "app") =>
        {
            bundle.parent()
        }
        _ => Some(within),
    }
}

/// A path that means the same in every folder.
fn whole(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}

/// Says why the window does not open.
pub fn refuse(why: &str) -> ExitCode {
    // Nobody may be listening; then there is nobody to tell.
    let _ = writeln!(std::io::stderr(), "{why}");
    ExitCode::from(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &[&str]) -> Result<Asked, String> {
        Asked::of(words.iter().map(OsString::from))
    }

    fn usual() -> Places {
        Places::under(Path::new("/usual"))
    }

    #[test]
    fn what_is_asked_for_goes_before_everything_else() {
        let asked = asked(&["--journal", "/a/j", "--settings", "/a/s"]).unwrap();
        let lives = asked
            .places_from(Some(Path::new("/stick/awai")), Some(usual()))
            .unwrap();
        let (journal, settings) = (whole("/a/j".into()), whole("/a/s".into()));
        assert!(journal.ends_with("a/j"));
        assert_eq!(lives.journal, journal);
        assert_eq!(lives.seen, settings.join("seen"));
        assert_eq!(lives.web, Some(settings.join("web")));
        assert_eq!(lives.settings, settings);
    }

    #[test]
    fn a_program_that_is_carried_about_keeps_everything_beside_itself() {
        let lives = Asked::default()
            .places_from(Some(Path::new("/stick/awai")), Some(usual()))
            .unwrap();
        assert_eq!(lives.journal, Path::new("/stick/awai/journal"));
        assert!(lives.settings.starts_with("/stick") && lives.seen.starts_with("/stick"));
        assert!(lives.web.is_some_and(|web| web.starts_with("/stick")));
    }

    #[test]
    fn a_program_of_macos_is_carried_about_in_the_folder_that_its_bundle_is_seen_in() {
        let folder = |program: &'static str| beside_the_bundle(Path::new(program)).unwrap();
        let bundled = folder("/Volumes/stick/Awai.app/Contents/MacOS/awai-desktop");
        assert_eq!(bundled, Path::new("/Volumes/stick"));
        let bare = folder("/Users/aki/awai/target/release/awai-desktop");
        assert_eq!(bare, Path::new("/Users/aki/awai/target/release"));
        // Somebody's own folders may have such names.
        let named_so = folder("/stick/Contents/MacOS/awai-desktop");
        assert_eq!(named_so, Path::new("/stick/Contents/MacOS"));
    }

    #[test]
    fn without_a_word_things_live_where_the_system_has_them() {
        let lives = Asked::default().places_from(None, Some(usual())).unwrap();
        assert_eq!(lives.journal, Path::new("/usual/journal"));
        assert_eq!(lives.web, None);
    }

    #[test]
    fn a_file_that_is_named_is_known_from_every_folder() {
        let mut asked = asked(&["page.age", "--journal", "/a/j", "/stick/letter.age"]).unwrap();
        let here = std::env::current_dir().unwrap();
        // On Windows such a path begins with the letter of a disk.
        let stick = whole("/stick/letter.age".into());
        assert!(stick.is_absolute());
        assert_eq!(asked.take_files(), [here.join("page.age"), stick]);
        assert_eq!(asked.journal.as_deref(), Some(Path::new("/a/j")));
    }

    #[test]
    fn a_word_that_is_not_known_or_has_no_folder_is_refused() {
        assert!(asked(&["--open"]).is_err());
        assert!(asked(&["--journal"]).is_err());
        assert!(Asked::default().places_from(None, None).is_err());
    }
}
