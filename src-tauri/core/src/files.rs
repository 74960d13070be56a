//! The only writes to disk outside SQLite: whole small files, written beside, made durable, then renamed,
//! so that a reader finds the old one or the new one and never half of either. Folders are private.

mod hold;
mod of_the_system;

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

use crate::disk::{Outside, Whose};
use crate::error::{Error, Result};
use crate::keeping::watch::{Stage, Watch};

pub use hold::Hold;
pub use of_the_system::is_of_the_system;

/// After so many bytes it is told how far writing is, where somebody watches.
const STEP: usize = 256 * 1024;
/// After so many steps what was written is on the disk.
const STEPS_TO_DISK: usize = 8;

/// Writes `bytes` to `path`: beside it first, fsync, rename, fsync of the folder.
/// An error leaves whatever stood at `path` as it was, or what was to stand there where the folder alone could not be
/// synced.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    written(path, Whose::Journals, |mut file| {
        file.write_all(bytes)?;
        Ok((file, ()))
    })
}

/// What is being written, until it has its name.
type Beside = std::io::BufWriter<File>;

fn written<T>(
    path: &Path,
    whose: Whose,
    write: impl FnOnce(Beside) -> Result<(Beside, T)>,
) -> Result<T> {
    let folder = path.parent().ok_or(Error::BadRequest)?;
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = Path::new(&beside);
    let tell = |error: std::io::Error| whose.tell(error);
    let written: Result<T> = (|| {
        let file = private_file(beside).map_err(tell)?;
        let (file, told) = write(Beside::with_capacity(256 * 1024, file))?;
        let file = file
            .into_inner()
            .map_err(|error| tell(error.into_error()))?;
        to_disk(&file).map_err(tell)?;
        patiently(|| fs::rename(beside, path)).map_err(tell)?;
        sync_folder(folder).map_err(tell)?;
        Ok(told)
    })();
    if written.is_err() {
        // Best effort: a leftover `.part` is never read, only untidy.
        let _ = fs::remove_file(beside);
    }
    written
}

/// [`write_whole`] in a place that the person chose outside the journal.
///
/// # Errors
/// [`Error::PlaceGone`], [`Error::PlaceShut`], [`Error::PlaceFull`], [`Error::PlaceTrouble`].
pub fn write_elsewhere(path: &Path, bytes: &[u8]) -> Result<()> {
    write_whole(path, bytes).map_err(Error::outside)
}

/// The same for what is too long to be held at once, and is read from the journal meanwhile: `write` is given the file
/// and gives it back.
///
/// # Errors
/// As [`write_elsewhere`] of the place, and whatever `write` refuses.
pub(crate) fn write_elsewhere_by<T>(
    path: &Path,
    write: impl FnOnce(Outside<Beside>) -> Result<(Outside<Beside>, T)>,
) -> Result<T> {
    written(path, Whose::Chosen, |file| {
        let (file, told) = write(Outside(file))?;
        Ok((file.0, told))
    })
}

/// [`write_elsewhere`] with somebody who watches. Every few steps all of it is on the disk before the next is told of: a
/// slow stick takes the bytes at once and writes them for minutes. When it is stopped nothing is left of it.
///
/// # Errors
/// As [`write_elsewhere`], and [`Error::Stopped`] when `watch` says so.
pub fn write_elsewhere_watched(path: &Path, bytes: &[u8], watch: &mut Watch<'_>) -> Result<()> {
    let written = written(path, Whose::Chosen, |mut file| {
        let mut done = 0;
        for steps in bytes.chunks(STEP * STEPS_TO_DISK) {
            for step in steps.chunks(STEP) {
                watch.tell_bytes(Stage::Saving, done, bytes.len())?;
                file.write_all(step)?;
                done += step.len();
            }
            file.flush()?;
            to_disk(file.get_ref())?;
        }
        watch.tell_bytes(Stage::Saving, done, bytes.len())?;
        Ok((file, ()))
    });
    written.map_err(Error::outside)
}

/// Makes a folder that only its owner may enter; its parents as the system usually makes them.
pub fn make_private_folder(path: &Path) -> Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    #[cfg(unix)]
    let made = {
        use std::os::unix::fs::DirBuilderExt;
        fs::DirBuilder::new().mode(0o700).create(path)
    };
    // The folders of a person are theirs alone on Windows; what is made in one of them is, too.
    #[cfg(not(unix))]
    let made = fs::create_dir(path);
    match made {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        made => Ok(made?),
    }
}

/// Gives a whole file, durable already, its name, which nothing has yet. A name that does not get onto the disk is taken
/// back: it decides things, and whoever is told that it failed must find them undecided.
pub fn rename_whole(from: &Path, to: &Path) -> Result<()> {
    patiently(|| fs::rename(from, to))?;
    if let Some(folder) = to.parent()
        && let Err(error) = sync_folder(folder)
    {
        let _ = patiently(|| fs::rename(to, from));
        return Err(error.into());
    }
    Ok(())
}

/// Whether a file, and new files beside it, can be written. Asking the permission bits would be wrong for root,
/// for read-only mounts and for access lists: only trying tells.
pub fn may_write(path: &Path) -> bool {
    let probe = path.with_extension("may-write");
    let beside = match private_file(&probe) {
        Ok(_) => true,
        // A full disk is full for now, and writing is tried again.
        Err(error) => matches!(
            error.kind(),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded
        ),
    };
    let _ = fs::remove_file(&probe);
    beside && OpenOptions::new().write(true).open(path).is_ok()
}

/// What was written into a file is on the disk when this returns; of a folder, its names.
#[cfg(not(target_os = "macos"))]
pub fn to_disk(file: &File) -> std::io::Result<()> {
    file.sync_all()
}

/// The same on macOS, where Rust asks the drive itself to empty its cache and takes nothing less. A shared folder (SMB)
/// and a file system that a program serves do not know that question; they are asked for what they know, as SQLite does.
#[cfg(target_os = "macos")]
pub fn to_disk(file: &File) -> std::io::Result<()> {
    use rustix::io::Errno;
    let not_known = [Errno::NOTSUP, Errno::OPNOTSUPP, Errno::NOTTY, Errno::INVAL]
        .map(|errno| Some(errno.raw_os_error()));
    match file.sync_all() {
        Err(error) if not_known.contains(&error.raw_os_error()) => Ok(rustix::fs::fsync(file)?),
        done => done,
    }
}

/// Makes names written in a folder durable.
pub fn sync_folder(folder: &Path) -> std::io::Result<()> {
    // Windows has no way to do it. Its file system keeps the order of names: after a power cut the name from before
    // may be back, never half a file.
    #[cfg(unix)]
    to_disk(&File::open(folder)?)?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// The bytes of a file of at most `limit` bytes; `None` when there is none.
pub fn read_small(path: &Path, limit: u64) -> Result<Option<Vec<u8>>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(Error::TooLarge);
    }
    Ok(Some(bytes))
}

/// Removes a file that need not be there.
pub fn remove_if_there(path: &Path) -> Result<()> {
    match patiently(|| fs::remove_file(path)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Writes nothing over a file's words once, and removes it. What a disk that moves its blocks keeps elsewhere is out
/// of reach.
pub fn overwrite_and_remove(path: &Path) -> Result<()> {
    let mut left = fs::metadata(path)?.len();
    let mut file = OpenOptions::new().write(true).open(path)?;
    let blank = [0; 64 * 1024];
    while left > 0 {
        let part = usize::try_from(left).map_or(blank.len(), |left| left.min(blank.len()));
        file.write_all(blank.get(..part).unwrap_or(&blank))?;
        left -= part as u64;
    }
    to_disk(&file)?;
    drop(file);
    patiently(|| fs::remove_file(path))?;
    if let Some(folder) = path.parent() {
        sync_folder(folder)?;
    }
    Ok(())
}

/// What a file that somebody chose holds. Nothing when it is not there, or is a folder or something that never ends.
///
/// # Errors
/// [`Error::TooLarge`] for more than so many bytes; before one of them is read, unless it grows meanwhile.
pub fn read_chosen(path: &Path, most: u64) -> Result<Option<Vec<u8>>> {
    // Asked before it is opened: opening a pipe waits for whoever writes into it.
    let Some(told) = fs::metadata(path).ok().filter(|told| told.is_file()) else {
        return Ok(None);
    };
    if told.len() > most {
        return Err(Error::TooLarge);
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
    match read {
        Ok(length) if length as u64 > most => Err(Error::TooLarge),
        Ok(_) => Ok(Some(bytes)),
        Err(_) => Ok(None),
    }
}

/// The names in a folder that are text; none where it cannot be read.
pub fn names_in(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = files.filter_map(|file| file.file_name().into_string().ok());
    names.collect()
}

/// Whether nothing is in a folder but what a system puts there by itself.
pub fn is_as_good_as_empty(folder: &Path) -> std::io::Result<bool> {
    for file in fs::read_dir(folder)? {
        if !is_of_the_system(&file?.file_name()) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Removes a folder, if nothing is in it. With what a system put there by itself it stays, and that is no failure.
pub fn remove_empty_folder(path: &Path) -> Result<()> {
    match fs::remove_dir(path) {
        Err(error)
            if error.kind() == ErrorKind::DirectoryNotEmpty
                && is_as_good_as_empty(path).unwrap_or(false) =>
        {
            Ok(())
        }
        done => Ok(done?),
    }
}

/// Removes the files of a folder that are ours, by name, and then the folder, if nothing else is in it.
pub fn remove_folder_of(path: &Path, ours: impl Fn(&str) -> bool) -> Result<()> {
    for file in fs::read_dir(path)? {
        let file = file?;
        if file.file_name().to_str().is_some_and(&ours) && file.file_type()?.is_file() {
            remove_if_there(&file.path())?;
        }
    }
    remove_empty_folder(path)
}

/// A new or emptied file that only its owner may read.
fn private_file(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

/// Does it again when somebody else holds the file for a moment: scanners and indexers of Windows open what was just
/// written, and then it can be neither renamed nor removed.
fn patiently<T>(mut act: impl FnMut() -> std::io::Result<T>) -> std::io::Result<T> {
    for _ in 0..TRIES {
        match act() {
            Err(why) if cfg!(windows) && is_held_for_a_moment(&why) => std::thread::sleep(A_MOMENT),
            done => return done,
        }
    }
    act()
}

/// With the pause between them a second: more than a scanner takes, and not yet long.
const TRIES: u32 = 20;

const A_MOMENT: std::time::Duration = std::time::Duration::from_millis(50);

/// What Windows says when somebody else has opened a file and does not share it.
const SHARING_VIOLATION: i32 = 32;

/// That, Windows' access denied (which it also says of a file that somebody is just removing), or a lock violation.
fn is_held_for_a_moment(why: &std::io::Error) -> bool {
    matches!(why.raw_os_error(), Some(5 | SHARING_VIOLATION | 33))
}

/// Opens the file of a hold, or makes it, where nobody else has it; nothing when somebody does.
#[cfg(not(windows))]
fn held(path: &Path) -> std::io::Result<Option<File>> {
    let file = as_it_stands().open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(error)) => Err(error),
    }
}

/// The same on Windows, where nobody could read a locked file, not even who holds it: here it is opened so that
/// others may read it and not open it for writing.
#[cfg(windows)]
fn held(path: &Path) -> std::io::Result<Option<File>> {
    use std::os::windows::fs::OpenOptionsExt;
    /// `FILE_SHARE_READ` and `FILE_SHARE_DELETE`.
    const READ_AND_DELETE: u32 = 1 | 4;
    match as_it_stands().share_mode(READ_AND_DELETE).open(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.raw_os_error() == Some(SHARING_VIOLATION) => Ok(None),
        Err(error) => Err(error),
    }
}

/// For reading and writing what is there, or a new file.
fn as_it_stands() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    options
}

/// Whether a process holds a lock, without taking it or writing into it.
#[cfg(not(windows))]
pub fn is_held(path: &Path) -> bool {
    let file = File::open(path);
    file.is_ok_and(|file| matches!(file.try_lock_shared(), Err(fs::TryLockError::WouldBlock)))
}

/// Whether a process holds a lock, without taking it or writing into it.
#[cfg(windows)]
pub fn is_held(path: &Path) -> bool {
    let opened = OpenOptions::new().write(true).open(path);
    opened.is_err_and(|error| error.raw_os_error() == Some(SHARING_VIOLATION))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keeping::watch::{GoOn, Headway};

    #[test]
    fn a_whole_file_replaces_another_and_leaves_nothing_beside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        write_whole(&path, b"one").unwrap();
        write_whole(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_is_stopped_while_it_is_saved_leaves_nothing_and_covers_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("letter.age");
        let bytes = vec![7; 3 * STEP + 1];
        let steps = |path: &Path, most: usize| {
            let mut told = Vec::new();
            let mut ask = |at: Headway| {
                assert_eq!((at.stage, at.of as usize), (Stage::Saving, bytes.len()));
                told.push(at.done as usize);
                match told.len() > most {
                    true => GoOn::No,
                    false => GoOn::Yes,
                }
            };
            let saved = write_elsewhere_watched(path, &bytes, &mut Watch::new(&mut ask));
            (saved, told)
        };
        for most in 0..5 {
            let (saved, _) = steps(&path, most);
            assert!(matches!(saved, Err(Error::Stopped)), "{most}");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "{most}");
        }
        let (saved, told) = steps(&path, 5);
        saved.unwrap();
        assert_eq!(told, [0, STEP, 2 * STEP, 3 * STEP, bytes.len()]);
        assert_eq!(fs::read(&path).unwrap(), bytes);
        // What stood there before stands there still.
        fs::write(&path, b"one").unwrap();
        assert!(steps(&path, 3).0.is_err());
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_a_disk_says_of_another_place_is_not_said_of_the_journal() {
        let folder = tempfile::tempdir().unwrap();
        let stick = folder.path().join("stick").join("letter.age");
        let refused = write_elsewhere(&stick, b"one");
        assert!(matches!(refused, Err(Error::PlaceGone)), "{refused:?}");
        assert!(!folder.path().join("stick").exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn what_a_disk_has_no_name_for_is_said_of_the_place_it_was_to_be_written_to() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join("there");
        fs::create_dir_all(there.join("inside")).unwrap();
        // No file is put onto a folder. Windows calls that by another name.
        let refused = write_elsewhere(&there, b"one");
        assert!(
            matches!(refused, Err(Error::PlaceTrouble(_))),
            "{refused:?}"
        );
        let ours = write_whole(&there, b"one");
        assert!(matches!(ours, Err(Error::DiskTrouble(_))), "{ours:?}");
    }
}
