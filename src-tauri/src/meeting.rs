//! One window a journal: a second start finds the first, hands it the files it was given, lets it come to the
//! front, and ends. They meet at a place on this computer that only this person may enter: a socket that is a file on
//! Linux and macOS, a named pipe on Windows. It is no network, works where the network is cut and where no session
//! bus runs, and goes with the window.

use std::ffi::OsString;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager};

#[cfg(windows)]
use place::ListenerExt as _;

use crate::session::Session;
use crate::window;

/// How long a second start waits for a first that is just waking or just leaving. Then it opens a window of its own,
/// which says who holds the journal.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long one answer may take.
const ANSWER: Duration = Duration::from_secs(2);

const STEP: Duration = Duration::from_millis(50);

/// What a knock may hold at the most.
const MOST_BYTES: u64 = 256 * 1024;

const HERE: &str = "here";

/// What a second start says.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Knock {
    files: Vec<OsString>,
    /// The desktop's leave to come to the front, where it gives one.
    #[serde(default)]
    leave: Option<String>,
}

/// How a start finds itself.
pub enum Meeting {
    /// Nobody else has this journal's window: later starts will knock at this door.
    First(Door),
    /// The first window was told, and comes to the front.
    Second,
    /// There is no place to meet, or nobody answers there.
    Nowhere,
}

/// Where the first window hears of later starts.
pub struct Door {
    listener: place::Listener,
    place: place::Held,
}

impl Knock {
    /// A knock that brings these files.
    pub fn with(files: &[PathBuf]) -> Knock {
        // Wayland and X11 each have a word for it; the start consumes it.
        let leave = ["XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|word| !word.is_empty()));
        Knock {
            files: files.iter().map(OsString::from).collect(),
            leave,
        }
    }
}

/// Finds out whether a window of this journal is there already, and tells it.
pub fn of(journal: &Path, knock: &Knock) -> Meeting {
    let Some(folder) = place::folder() else {
        return Meeting::Nowhere;
    };
    meet(&folder, &name_of(journal), knock, PATIENCE)
}

fn meet(folder: &Path, name: &str, knock: &Knock, patience: Duration) -> Meeting {
    let began = Instant::now();
    loop {
        match place::take(folder, name) {
            Ok(Some((listener, place))) => return Meeting::First(Door { listener, place }),
            Ok(None) => {}
            Err(_) => return Meeting::Nowhere,
        }
        if tell(folder, name, knock).is_ok() {
            return Meeting::Second;
        }
        if began.elapsed() > patience {
            return Meeting::Nowhere;
        }
        std::thread::sleep(STEP);
    }
}

/// The same for every way to write the path of one journal, and telling nothing of it.
fn name_of(journal: &Path) -> String {
    let mut there = journal;
    let mut beyond = PathBuf::new();
    // The folder may not be made yet; what it will lie in is.
    let real = loop {
        if let Ok(real) = there.canonicalize() {
            break real.join(&beyond);
        }
        match (there.parent(), there.file_name()) {
            (Some(parent), Some(name)) => {
                beyond = Path::new(name).join(&beyond);
                there = parent;
            }
            _ => break journal.to_owned(),
        }
    };
    let mut hasher = DefaultHasher::new();
    real.components().collect::<PathBuf>().hash(&mut hasher);
    format!("awai-{:016x}", hasher.finish())
}

/// Says who knocks, and waits until it was heard.
fn tell(folder: &Path, name: &str, knock: &Knock) -> io::Result<()> {
    let mut line = serde_json::to_vec(knock).map_err(io::Error::other)?;
    line.push(b'\n');
    let address = place::address(folder, name);
    let (say, hear) = mpsc::channel();
    // Apart, because not every system lets one wait a while and no longer.
    std::thread::spawn(move || {
        let answer = || -> io::Result<String> {
            let mut stream = place::connect(&address)?;
            stream.write_all(&line)?;
            let mut answer = String::new();
            BufReader::new(stream.take(64)).read_line(&mut answer)?;
            Ok(answer)
        };
        let _ = say.send(answer());
    });
    match hear.recv_timeout(ANSWER).map_err(io::Error::other)?? {
        answer if answer.trim_end() == HERE => Ok(()),
        _ => Err(io::ErrorKind::InvalidData.into()),
    }
}

impl Door {
    /// Listens for as long as the program runs.
    pub fn open(self, app: AppHandle) {
        let Door { listener, place } = self;
        app.manage(place);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let app = app.clone();
                // Each apart: somebody who says nothing keeps nobody waiting.
                std::thread::spawn(move || {
                    let _ = stream.and_then(|stream| answer(stream, |knock| come(&app, knock)));
                });
            }
        });
    }
}

/// Hears one knock to its end. It is answered only when it was taken up.
fn answer(stream: place::Stream, take_up: impl FnOnce(Knock) -> bool) -> io::Result<()> {
    let mut stream = BufReader::new(stream.take(MOST_BYTES));
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let knock = serde_json::from_str(&line).map_err(io::Error::other)?;
    if take_up(knock) {
        let mut stream = stream.into_inner().into_inner();
        stream.write_all(format!("{HERE}\n").as_bytes())?;
    }
    Ok(())
}

/// The first window comes to the front with what it was handed. One that is leaving does not answer: the second
/// start then waits and becomes the first.
fn come(app: &AppHandle, knock: Knock) -> bool {
    let session = app.state::<Session>();
    if session.is_leaving() {
        return false;
    }
    session.hand_in(knock.files.into_iter().map(PathBuf::from));
    window::come_to_front(app, knock.leave);
    true
}

/// Nobody is met here any longer.
pub fn part(app: &AppHandle) {
    if let Some(place) = app.try_state::<place::Held>() {
        place.let_go();
    }
}

#[cfg(unix)]
mod place {
    use std::fs::{self, DirBuilder, File};
    use std::io;
    use std::os::unix::fs::{DirBuilderExt, MetadataExt};
    pub use std::os::unix::net::{UnixListener as Listener, UnixStream as Stream};
    use std::path::{Path, PathBuf};

    /// A lock that ends with the process, and the socket that stands while it is held.
    pub struct Held {
        lock: File,
        lock_path: PathBuf,
        socket: PathBuf,
    }

    /// A folder of this person alone: in memory where the system has such a place.
    pub fn folder() -> Option<PathBuf> {
        if let Some(run) = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from)
            && run.is_absolute()
            && is_ours_alone(&run)
        {
            return Some(run);
        }
        let me = rustix::process::geteuid().as_raw();
        let own = std::env::temp_dir().join(format!("awai-{me}"));
        let _ = DirBuilder::new().mode(0o700).create(&own);
        is_ours_alone(&own).then_some(own)
    }

    /// Where somebody else could write, they could listen to what is handed over.
    pub fn is_ours_alone(folder: &Path) -> bool {
        fs::symlink_metadata(folder).is_ok_and(|seen| {
            seen.is_dir()
                && seen.uid() == rustix::process::geteuid().as_raw()
                && seen.mode() & 0o077 == 0
        })
    }

    pub fn address(folder: &Path, name: &str) -> PathBuf {
        folder.join(format!("{name}.socket"))
    }

    pub fn connect(address: &Path) -> io::Result<Stream> {
        Stream::connect(address)
    }

    /// Takes the place, or sees that it is taken. The lock decides; a socket left by a program that was killed
    /// means nothing.
    pub fn take(folder: &Path, name: &str) -> io::Result<Option<(Listener, Held)>> {
        let lock_path = folder.join(format!("{name}.lock"));
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&lock_path)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => return Ok(None),
            Err(fs::TryLockError::Error(why)) => return Err(why),
        }
        // The one before took its lock file away between our opening and our locking it: ours is nobody's now.
        let ours = lock.metadata()?;
        if !fs::metadata(&lock_path).is_ok_and(|seen| seen.ino() == ours.ino()) {
            return Ok(None);
        }
        let socket = address(folder, name);
        let _ = fs::remove_file(&socket);
        let listener = Listener::bind(&socket)?;
        let held = Held {
            lock,
            lock_path,
            socket,
        };
        Ok(Some((listener, held)))
    }

    impl Held {
        /// Leaves no file.
        pub fn let_go(&self) {
            let _ = fs::remove_file(&self.socket);
            let _ = fs::remove_file(&self.lock_path);
            if let Some(folder) = self.lock_path.parent() {
                // Goes only when it is empty, and never when it is the system's own.
                if std::env::var_os("XDG_RUNTIME_DIR").is_none_or(|run| folder != Path::new(&run)) {
                    let _ = fs::remove_dir(folder);
                }
            }
            let _ = self.lock.unlock();
        }
    }
}

#[cfg(windows)]
mod place {
    use std::io;
    use std::path::{Path, PathBuf};

    use interprocess::local_socket::traits::Stream as _;
    use interprocess::local_socket::{GenericFilePath, ListenerOptions, ToFsName};

    pub use interprocess::local_socket::traits::ListenerExt;
    pub use interprocess::local_socket::{Listener, Stream};

    /// A pipe ends with its process.
    pub struct Held;

    /// Pipes have one place for the whole computer; the person's name is part of theirs.
    pub fn folder() -> Option<PathBuf> {
        Some(PathBuf::from(r"\\.\pipe"))
    }

    pub fn address(folder: &Path, name: &str) -> PathBuf {
        let person = std::env::var("USERNAME").unwrap_or_default();
        folder.join(format!("{name}-{person}"))
    }

    pub fn connect(address: &Path) -> io::Result<Stream> {
        Stream::connect(address.to_fs_name::<GenericFilePath>()?)
    }

    /// The first pipe of a name can be made once only.
    pub fn take(folder: &Path, name: &str) -> io::Result<Option<(Listener, Held)>> {
        let address = address(folder, name);
        match ListenerOptions::new()
            .name(address.to_fs_name::<GenericFilePath>()?)
            .create_sync()
        {
            Ok(listener) => Ok(Some((listener, Held))),
            Err(why)
                if matches!(
                    why.kind(),
                    io::ErrorKind::PermissionDenied | io::ErrorKind::AddrInUse
                ) =>
            {
                Ok(None)
            }
            Err(why) => Err(why),
        }
    }

    impl Held {
        pub fn let_go(&self) {}
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    const SHORT: Duration = Duration::from_millis(300);

    fn first(folder: &Path) -> Door {
        match meet(folder, "awai-x", &Knock::default(), SHORT) {
            Meeting::First(door) => door,
            _ => panic!("nobody was there before"),
        }
    }

    fn brings(files: &[&str]) -> Knock {
        Knock {
            files: files.iter().map(OsString::from).collect(),
            leave: Some("a word".to_owned()),
        }
    }

    #[test]
    fn a_second_start_hands_its_files_over_and_is_told_that_it_was_heard() {
        let folder = tempfile::tempdir().unwrap();
        let door = first(folder.path());
        let knock = brings(&["/stick/手紙.age", "/stick/l’été.age"]);
        std::thread::scope(|scope| {
            let second = scope.spawn(|| meet(folder.path(), "awai-x", &knock, PATIENCE));
            let (stream, _) = door.listener.accept().unwrap();
            let mut heard = None;
            answer(stream, |knock| heard.replace(knock).is_none()).unwrap();
            assert!(matches!(second.join().unwrap(), Meeting::Second));
            assert_eq!(heard.unwrap(), knock);
        });
    }

    #[test]
    fn names_that_are_no_text_arrive_as_they_are() {
        use std::os::unix::ffi::OsStringExt;
        let odd = OsString::from_vec(b"/stick/\xe9t\xe9.age".to_vec());
        let knock = Knock::with(&[PathBuf::from(&odd)]);
        let line = serde_json::to_string(&knock).unwrap();
        assert_eq!(serde_json::from_str::<Knock>(&line).unwrap().files, [odd]);
    }

    #[test]
    fn where_nobody_answers_a_second_start_goes_its_own_way() {
        let folder = tempfile::tempdir().unwrap();
        let door = first(folder.path());
        std::thread::scope(|scope| {
            scope.spawn(|| {
                // Hears, and is leaving.
                for stream in door.listener.incoming().take(1) {
                    answer(stream.unwrap(), |_| false).unwrap();
                }
            });
            let second = meet(folder.path(), "awai-x", &Knock::default(), SHORT);
            assert!(matches!(second, Meeting::Nowhere));
        });
    }

    #[test]
    fn what_a_killed_program_left_keeps_nobody_from_being_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let Door { listener, place } = first(folder.path());
        // The lock ends with its holder; the files stay.
        drop(place);
        std::mem::forget(listener);
        assert!(folder.path().join("awai-x.socket").exists());
        first(folder.path());
    }

    #[test]
    fn a_window_that_goes_takes_its_place_with_it() {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("own");
        std::fs::create_dir(&folder).unwrap();
        let door = first(&folder);
        door.place.let_go();
        assert!(!folder.exists());
    }

    #[test]
    fn of_many_starts_at_one_moment_one_is_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let together = std::sync::Barrier::new(8);
        let firsts = std::thread::scope(|scope| {
            let starts: Vec<_> = (0..8)
                .map(|_| {
                    scope.spawn(|| {
                        together.wait();
                        place::take(folder.path(), "awai-x").unwrap()
                    })
                })
                .collect();
            let held: Vec<_> = starts
                .into_iter()
                .filter_map(|start| start.join().unwrap())
                .collect();
            held.len()
        });
        assert_eq!(firsts, 1);
    }

    #[test]
    fn one_journal_has_one_name_however_its_path_is_written() {
        let home = tempfile::tempdir().unwrap();
        let plain = name_of(&home.path().join("a/journal"));
        assert_eq!(name_of(&home.path().join("a//journal/")), plain);
        let other = home.path().join("other");
        std::os::unix::fs::symlink(home.path(), &other).unwrap();
        assert_eq!(name_of(&other.join("a/journal")), plain);
        assert_ne!(name_of(&home.path().join("b/journal")), plain);
        assert!(!plain.contains("journal"));
    }

    #[test]
    fn a_folder_that_others_may_enter_is_no_place_to_meet() {
        let folder = tempfile::tempdir().unwrap();
        let allow = |mode| {
            std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(mode)).unwrap();
        };
        allow(0o755);
        assert!(!place::is_ours_alone(folder.path()));
        allow(0o700);
        assert!(place::is_ours_alone(folder.path()));
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(folder.path(), &link).unwrap();
        assert!(!place::is_ours_alone(&link));
    }
}
