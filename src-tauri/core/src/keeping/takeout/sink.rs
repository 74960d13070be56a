//! Where what is taken out goes: into a file, and those of a folder of Markdown to a folder, or into a ZIP that is
//! written as it comes.

use std::cell::{Cell, RefCell};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use zip::ZipWriter;
use zip::write::{SimpleFileOptions, StreamWriter};

use crate::error::{Error, Result};
use crate::files;
use crate::keeping::watch::{Stage, Watch};

/// After so many bytes whoever watches is asked,
const STEP: usize = 64 * 1024;
/// and after so many what was written is on the disk: a slow stick takes it all at once, and writes it for minutes.
const TO_DISK: usize = 2 * 1024 * 1024;

/// Whoever watches, for all that write.
pub(super) struct Asking<'w, 'a> {
    watch: RefCell<&'w mut Watch<'a>>,
    done: Cell<usize>,
    /// About as much as it will be.
    of: usize,
    stopped: Cell<bool>,
}

impl<'w, 'a> Asking<'w, 'a> {
    /// How much it will be is told by the size of the database.
    pub(super) fn of(watch: &'w mut Watch<'a>, database: &Path) -> Asking<'w, 'a> {
        let bytes = fs::metadata(database).map_or(0, |file| file.len());
        Asking {
            watch: RefCell::new(watch),
            done: Cell::new(0),
            of: usize::try_from(bytes).unwrap_or(usize::MAX),
            stopped: Cell::new(false),
        }
    }

    /// Tells that so many bytes more were written; asks each time when it is none.
    ///
    /// # Errors
    /// [`Error::Stopped`].
    pub(super) fn goes_on(&self, bytes: usize) -> Result<()> {
        let before = self.done.get();
        let done = before + bytes;
        self.done.set(done);
        if bytes > 0 && before / STEP == done / STEP {
            return Ok(());
        }
        let (done, of) = (done.min(self.of), self.of);
        let told = self.watch.borrow_mut().tell_bytes(Stage::Writing, done, of);
        self.stopped.set(self.stopped.get() || told.is_err());
        told
    }

    /// Whether it was not to go on.
    pub(super) fn was_stopped(&self) -> bool {
        self.stopped.get()
    }
}

/// A file that is written while somebody watches.
pub(super) struct Watched<'o, 'w, 'a> {
    file: BufWriter<File>,
    asking: &'o Asking<'w, 'a>,
    not_on_disk: usize,
}

impl<'o, 'w, 'a> Watched<'o, 'w, 'a> {
    pub(super) fn new(file: BufWriter<File>, asking: &'o Asking<'w, 'a>) -> Self {
        Watched {
            file,
            asking,
            not_on_disk: 0,
        }
    }

    pub(super) fn into_inner(self) -> BufWriter<File> {
        self.file
    }
}

impl Write for Watched<'_, '_, '_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.file.write(bytes)?;
        let stopped = |_| std::io::Error::other("stopped");
        self.asking.goes_on(written).map_err(stopped)?;
        self.not_on_disk += written;
        if self.not_on_disk >= TO_DISK {
            self.file.flush()?;
            files::to_disk(self.file.get_ref())?;
            self.not_on_disk = 0;
        }
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

pub(super) enum Sink<W: Write> {
    Folder { top: PathBuf, made: Vec<PathBuf> },
    Zip(Box<ZipWriter<StreamWriter<W>>>),
}

impl<W: Write> Sink<W> {
    pub(super) fn folder(top: &Path) -> Sink<W> {
        Sink::Folder {
            top: top.to_owned(),
            made: Vec::new(),
        }
    }

    pub(super) fn zip(to: W) -> Sink<W> {
        Sink::Zip(Box::new(ZipWriter::new_stream(to)))
    }

    /// Puts a file there. Its name has at most one folder, and is made by the program.
    pub(super) fn put(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        match self {
            Sink::Folder { top, made } => {
                let path = top.join(name);
                if let Some(folder) = path.parent().filter(|folder| folder != top)
                    && !folder.exists()
                {
                    files::make_private_folder(folder).map_err(Error::outside)?;
                    made.push(folder.to_owned());
                }
                files::write_elsewhere(&path, bytes)?;
                made.push(path);
                Ok(())
            }
            Sink::Zip(zip) => {
                let options = SimpleFileOptions::default()
                    .compression_method(zip::CompressionMethod::Deflated)
                    // The time inside a ZIP has no zone and says nothing that the pages do not.
                    .last_modified_time(zip::DateTime::default());
                zip.start_file(name, options).map_err(zip_fault)?;
                zip.write_all(bytes)?;
                Ok(())
            }
        }
    }

    /// Makes a ZIP whole and gives back what it was written into.
    pub(super) fn finish(self) -> Result<W> {
        match self {
            Sink::Zip(zip) => Ok(zip.finish().map_err(zip_fault)?.into_inner()),
            Sink::Folder { .. } => Err(Error::Unexpected("sink")),
        }
    }

    /// Takes back what was put into a folder, the newest first.
    pub(super) fn leave_nothing(self, keep_top: bool) {
        let Sink::Folder { top, made } = self else {
            return;
        };
        for path in made.iter().rev() {
            let _ = match path.is_dir() {
                true => files::remove_empty_folder(path),
                false => files::remove_if_there(path),
            };
        }
        if !keep_top {
            let _ = files::remove_empty_folder(&top);
        }
    }
}

fn zip_fault(error: zip::result::ZipError) -> Error {
    match error {
        zip::result::ZipError::Io(error) => error.into(),
        _ => Error::Unexpected("zip"),
    }
}
