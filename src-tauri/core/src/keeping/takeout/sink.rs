//! Where the files of a folder of Markdown go: to a folder, or into a ZIP that is written as it comes.

use std::io::Write;
use std::path::{Path, PathBuf};

use zip::ZipWriter;
use zip::write::{SimpleFileOptions, StreamWriter};

use crate::error::{Error, Result};
use crate::files;

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
