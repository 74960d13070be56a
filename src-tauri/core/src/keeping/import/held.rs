//! What an export lies in: a file alone, a folder, or a ZIP. Read with limits, never unpacked to the disk.
//!
//! Files are found by their place in the export (`photos/…` beside the text), never by a path that the text of
//! the export gives: nothing outside the chosen folder or ZIP can be named. A ZIP is held open from reading to
//! bringing over, so that another file put in its place changes nothing.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::disk::unreached;
use crate::error::{Error, Result};

/// The most text one export may hold over all its files, unpacked: 512 MiB. A page a day for fifty years with
/// everything that Day One notes beside it is about 200 MB.
const MOST_TEXT: u64 = 512 * 1024 * 1024;

/// The most files in a ZIP or a folder.
const MOST_FILES: usize = 200_000;

/// How much of a file is read to recognise it.
const HEAD: u64 = 64 * 1024;

/// An export that can be read.
pub(super) struct Held {
    place: Place,
    /// Where each file lies, by its path inside the export.
    files: BTreeMap<String, Spot>,
}

enum Place {
    OnDisk,
    Zip(Box<Mutex<ZipArchive<BufReader<File>>>>),
}

/// Where a file of an export lies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spot {
    Path(PathBuf),
    Member(usize),
}

/// A text of an export, still to be read, and the folder it stands in, inside the export (with a `/` at its end,
/// or empty).
pub(super) struct Text {
    pub folder: String,
    spot: Spot,
}

impl Held {
    /// What lies at a path. Its texts are those whose names end in `ending`; beside each, the files of `folders`
    /// are known.
    pub(super) fn at(path: &Path, ending: &str, folders: &[&str]) -> Result<(Held, Vec<Text>)> {
        let about = fs::metadata(path).map_err(unreached)?;
        if about.is_dir() {
            return on_disk(path, texts_of_folder(path, ending)?, folders);
        }
        if !about.is_file() {
            return Err(Error::NotADayOneExport);
        }
        let mut file = File::open(path).map_err(unreached)?;
        let mut sign = Vec::new();
        (&mut file)
            .take(4)
            .read_to_end(&mut sign)
            .map_err(|error| torn(&error))?;
        if sign.starts_with(b"PK") {
            return in_zip(BufReader::new(file), ending);
        }
        let folder = path.parent().unwrap_or(path);
        on_disk(folder, vec![path.to_owned()], folders)
    }

    /// The file at a path inside the export whose name, without its ending, is `stem`.
    pub(super) fn find(&self, folder: &str, stem: &str) -> Option<Spot> {
        let begin = format!("{folder}{stem}.");
        let (path, spot) = self.files.range(begin.clone()..).next()?;
        path.starts_with(&begin).then(|| spot.clone())
    }

    /// Reads a text through `read`. `left` is what all texts together may still hold.
    pub(super) fn read_text<T>(
        &self,
        text: &Text,
        left: &mut u64,
        read: impl FnOnce(&mut dyn Read) -> Result<T>,
    ) -> Result<T> {
        self.open(&text.spot, |file| {
            let mut limited = Limited { file, left };
            read(&mut BufReader::with_capacity(64 * 1024, &mut limited))
        })
    }

    /// The first bytes of a file.
    pub(super) fn head(&self, spot: &Spot) -> Result<Vec<u8>> {
        self.bytes(spot, HEAD)
    }

    /// The bytes of a file, `limit` of them at the most.
    pub(super) fn bytes(&self, spot: &Spot, limit: u64) -> Result<Vec<u8>> {
        self.open(spot, |file| {
            let mut bytes = Vec::new();
            file.take(limit)
                .read_to_end(&mut bytes)
                .map_err(|error| torn(&error))?;
            Ok(bytes)
        })
    }

    fn open<T>(&self, spot: &Spot, read: impl FnOnce(&mut dyn Read) -> Result<T>) -> Result<T> {
        match (&self.place, spot) {
            (_, Spot::Path(path)) => {
                // A pipe would keep us waiting for ever.
                if !fs::metadata(path).map_err(unreached)?.is_file() {
                    return Err(Error::ImportGone);
                }
                read(&mut File::open(path).map_err(unreached)?)
            }
            (Place::Zip(zip), Spot::Member(number)) => {
                // A reader that panicked left only its own position behind; each file begins with a seek.
                let mut zip = zip.lock().unwrap_or_else(PoisonError::into_inner);
                read(&mut zip.by_index(*number).map_err(zip_trouble)?)
            }
            (Place::OnDisk, Spot::Member(_)) => Err(Error::Unexpected("the export")),
        }
    }
}

impl Text {
    /// How much all texts of an export may hold.
    pub(super) fn most() -> u64 {
        MOST_TEXT
    }
}

/// Texts that lie in one folder of the disk, and the files in some folders beside them.
fn on_disk(folder: &Path, texts: Vec<PathBuf>, folders: &[&str]) -> Result<(Held, Vec<Text>)> {
    let mut files = BTreeMap::new();
    for name in folders {
        let listed = match fs::read_dir(folder.join(name)) {
            Ok(listed) => listed,
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) if error.kind() == ErrorKind::NotADirectory => continue,
            Err(error) => return Err(unreached(error)),
        };
        for file in listed {
            let path = file.map_err(unreached)?.path();
            if let Some(last) = path.file_name().and_then(|last| last.to_str()) {
                files.insert(format!("{name}/{last}"), Spot::Path(path));
            }
            if files.len() > MOST_FILES {
                return Err(Error::ImportTooLarge);
            }
        }
    }
    let texts = texts.into_iter().map(|path| Text {
        folder: String::new(),
        spot: Spot::Path(path),
    });
    let place = Place::OnDisk;
    Ok((Held { place, files }, texts.collect()))
}

/// The texts that lie directly in a folder, by name.
fn texts_of_folder(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut texts = Vec::new();
    for file in fs::read_dir(folder).map_err(unreached)? {
        let path = file.map_err(unreached)?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if name.is_some_and(|name| is_text(name, ending)) && path.is_file() {
            texts.push(path);
        }
        if texts.len() > MOST_FILES {
            return Err(Error::ImportTooLarge);
        }
    }
    texts.sort();
    Ok(texts)
}

fn in_zip(file: BufReader<File>, ending: &str) -> Result<(Held, Vec<Text>)> {
    let zip = ZipArchive::new(file).map_err(zip_trouble)?;
    if zip.len() > MOST_FILES {
        return Err(Error::ImportTooLarge);
    }
    let mut files = BTreeMap::new();
    let mut texts = Vec::new();
    for number in 0..zip.len() {
        // A name that is no text cannot be asked for by the text of the export either.
        let Some(Ok(name)) = zip.name_for_index(number) else {
            continue;
        };
        let (folder, last) = name.rsplit_once('/').unwrap_or(("", &name));
        // What macOS puts beside the files is about them and not of them.
        let beside = name.starts_with("__MACOSX/");
        if is_text(last, ending) && !beside {
            let folder = if folder.is_empty() {
                String::new()
            } else {
                format!("{folder}/")
            };
            texts.push((name.to_string(), folder, number));
        }
        files.insert(name.into_owned(), Spot::Member(number));
    }
    texts.sort();
    let texts = texts.into_iter().map(|(_, folder, number)| Text {
        folder,
        spot: Spot::Member(number),
    });
    let place = Place::Zip(Box::new(Mutex::new(zip)));
    Ok((Held { place, files }, texts.collect()))
}

/// Whether a file name has this ending, in any case, and is not one of those that macOS hides.
fn is_text(name: &str, ending: &str) -> bool {
    let name = name.to_ascii_lowercase();
    !name.starts_with('.') && name.ends_with(ending)
}

/// A reader that stops at the limit instead of pretending that the file ends there.
struct Limited<'a> {
    file: &'a mut dyn Read,
    left: &'a mut u64,
}

impl Read for Limited<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(into)?;
        match self.left.checked_sub(read as u64) {
            Some(left) => *self.left = left,
            None => return Err(ErrorKind::FileTooLarge.into()),
        }
        Ok(read)
    }
}

/// What a fault while reading a file of the export means.
pub(super) fn torn(error: &io::Error) -> Error {
    match error.kind() {
        ErrorKind::FileTooLarge => Error::ImportTooLarge,
        // So a ZIP tells that a file in it is not what was put in.
        ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::UnexpectedEof => {
            Error::ImportTorn
        }
        _ => Error::ImportGone,
    }
}

fn zip_trouble(error: ZipError) -> Error {
    match error {
        ZipError::Io(error) => torn(&error),
        ZipError::InvalidArchive(_) | ZipError::FileNotFound => Error::ImportTorn,
        ZipError::DecompressedSizeLimitExceeded { .. } | ZipError::DecompressedSizeUnknown => {
            Error::ImportTooLarge
        }
        // Locked with a password, or packed in a way Day One does not use.
        _ => Error::NotADayOneExport,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_beyond_the_limit_is_not_taken_for_a_shorter_one() {
        let read = |left: &mut u64| {
            let mut file: &[u8] = b"0123456789";
            let mut bytes = Vec::new();
            let mut limited = Limited {
                file: &mut file,
                left,
            };
            limited
                .read_to_end(&mut bytes)
                .map_err(|error| torn(&error))
        };
        // What one text leaves, the next may use.
        let mut left = 25;
        assert!(matches!(read(&mut left), Ok(10)));
        assert!(matches!(read(&mut left), Ok(10)));
        assert!(matches!(read(&mut left), Err(Error::ImportTooLarge)));
    }
}
