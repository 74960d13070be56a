//! A disk whose power can be cut: the system calls of a real program, written down by strace, done again on files in
//! memory that keep apart what was made durable and what was not. Whatever was not may be there after the cut, or
//! not, or half: a write is torn at every 512 bytes, and one may have arrived before another that was made earlier.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The smallest piece a disk writes whole.
const SECTOR: usize = 512;

/// One thing a program did, in its order.
#[derive(Debug)]
pub enum Step {
    Open {
        fd: u32,
        path: PathBuf,
        creates: bool,
        empties: bool,
    },
    Close(u32),
    /// At a place, or where the last one ended.
    Write {
        fd: u32,
        at: Option<usize>,
        bytes: Vec<u8>,
    },
    Seek {
        fd: u32,
        to: usize,
    },
    Cut {
        fd: u32,
        length: usize,
    },
    Sync(u32),
    Gone(PathBuf),
    Moved {
        from: PathBuf,
        to: PathBuf,
    },
    /// A line of its standard output: what it acknowledged.
    Said(String),
}

/// The calls that change files, and those that make them durable.
pub const CALLS: &str = "trace=openat,creat,close,write,pwrite64,pwritev,writev,lseek,ftruncate,truncate,fallocate,fsync,fdatasync,sync_file_range,unlink,unlinkat,rename,renameat,renameat2,link,linkat,copy_file_range";

/// Reads what strace wrote with `-f -y -xx`.
pub fn steps(trace: &str) -> Vec<Step> {
    trace.lines().filter_map(step).collect()
}

fn step(line: &str) -> Option<Step> {
    let (_, call) = line.split_once(' ')?;
    let call = call.trim_start();
    assert!(
        !call.contains("<unfinished ...>"),
        "two threads at once cannot be told apart: {line:.200}"
    );
    let (name, rest) = call.split_once('(')?;
    let (words, answer) = rest.rsplit_once(" = ")?;
    let answer: u32 = answer.split(['<', ' ']).next()?.parse().ok()?;
    let words: Vec<&str> = words.trim_end().trim_end_matches(')').split(", ").collect();
    let number = |n: usize| words.get(n).and_then(|word| word.parse::<usize>().ok());
    let fd = || {
        words
            .first()
            .and_then(|word| word.split('<').next()?.parse().ok())
    };
    let path = |n: usize| words.get(n).map(|word| PathBuf::from(text(word)));
    Some(match name {
        "openat" => Step::Open {
            fd: answer,
            path: path(1)?,
            creates: words.get(2)?.contains("O_CREAT"),
            empties: words.get(2)?.contains("O_TRUNC"),
        },
        "close" => Step::Close(fd()?),
        "write" if fd() == Some(1) => Step::Said(text(words.get(1)?).trim_end().to_owned()),
        "write" => Step::Write {
            fd: fd()?,
            at: None,
            bytes: bytes(words.get(1)?),
        },
        "pwrite64" => Step::Write {
            fd: fd()?,
            at: Some(number(3)?),
            bytes: bytes(words.get(1)?),
        },
        "lseek" => Step::Seek {
            fd: fd()?,
            to: answer as usize,
        },
        "ftruncate" => Step::Cut {
            fd: fd()?,
            length: number(1)?,
        },
        "fsync" | "fdatasync" => Step::Sync(fd()?),
        "unlink" => Step::Gone(path(0)?),
        "unlinkat" => Step::Gone(path(1)?),
        "rename" => Step::Moved {
            from: path(0)?,
            to: path(1)?,
        },
        "renameat" | "renameat2" => Step::Moved {
            from: path(1)?,
            to: path(3)?,
        },
        other => panic!("{other} is not replayed yet"),
    })
}

/// A string as `-xx` writes it: every byte as `\x..`.
fn bytes(word: &str) -> Vec<u8> {
    assert!(
        !word.ends_with("..."),
        "strace left the end of a write away"
    );
    let inner = word.trim_matches('"');
    inner
        .split("\\x")
        .skip(1)
        .map(|two| u8::from_str_radix(two, 16).expect("two hexadecimal signs"))
        .collect()
}

fn text(word: &str) -> String {
    String::from_utf8(bytes(word)).expect("paths and lines of our own are text")
}

/// Numbers that look like chance and are the same in every run.
pub struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    /// True so many times in a hundred.
    fn is(&mut self, in_hundred: u64) -> bool {
        self.next() % 100 < in_hundred
    }
}

#[derive(Default, Clone)]
struct File {
    durable: Vec<u8>,
    /// What came after, in its order.
    pending: Vec<Change>,
}

#[derive(Clone)]
enum Change {
    Write(usize, Vec<u8>),
    Cut(usize),
}

#[derive(Clone)]
enum Naming {
    Named(PathBuf, usize),
    Gone(PathBuf),
    Moved(PathBuf, PathBuf),
}

impl Naming {
    fn folders(&self) -> Vec<&Path> {
        let paths = match self {
            Naming::Named(path, _) | Naming::Gone(path) => vec![path],
            Naming::Moved(from, to) => vec![from, to],
        };
        paths.iter().filter_map(|path| path.parent()).collect()
    }

    fn on(&self, names: &mut BTreeMap<PathBuf, usize>) {
        match self {
            Naming::Named(path, file) => {
                names.insert(path.clone(), *file);
            }
            Naming::Gone(path) => {
                names.remove(path);
            }
            Naming::Moved(from, to) => {
                if let Some(file) = names.remove(from) {
                    names.insert(to.clone(), file);
                }
            }
        }
    }
}

/// Which syncs a disk only claims to do.
pub type Lie = fn(&Path) -> bool;

/// Files as they are, and as they would be found after a cut.
pub struct Disk {
    files: Vec<File>,
    names: BTreeMap<PathBuf, usize>,
    durable_names: BTreeMap<PathBuf, usize>,
    naming: Vec<Naming>,
    /// What each number of an open file stands for: its file or its folder, and the place of the next write.
    open: BTreeMap<u32, (Open, PathBuf, usize)>,
    lie: Lie,
}

#[derive(Clone, Copy)]
enum Open {
    File(usize),
    Folder,
    /// Something that is not below the home.
    Other,
}

impl Disk {
    /// A disk that holds these files, all of them durable.
    pub fn with(files: &BTreeMap<PathBuf, Vec<u8>>, lie: Lie) -> Disk {
        let mut disk = Disk {
            files: Vec::new(),
            names: BTreeMap::new(),
            durable_names: BTreeMap::new(),
            naming: Vec::new(),
            open: BTreeMap::new(),
            lie,
        };
        for (path, bytes) in files {
            disk.names.insert(path.clone(), disk.files.len());
            disk.files.push(File {
                durable: bytes.clone(),
                pending: Vec::new(),
            });
        }
        disk.durable_names = disk.names.clone();
        disk
    }

    /// Does one step again. Only what lies below `home` is kept.
    pub fn goes_on(&mut self, step: &Step, home: &Path) {
        match step {
            Step::Open {
                fd,
                path,
                creates,
                empties,
            } => {
                let held = if path.starts_with(home) {
                    self.open(path, *creates, *empties)
                } else {
                    Open::Other
                };
                self.open.insert(*fd, (held, path.clone(), 0));
            }
            Step::Close(fd) => {
                self.open.remove(fd);
            }
            Step::Write { fd, at, bytes } => {
                if let Some((Open::File(file), _, place)) = self.open.get_mut(fd) {
                    let at = at.unwrap_or_else(|| {
                        *place += bytes.len();
                        *place - bytes.len()
                    });
                    self.files[*file]
                        .pending
                        .push(Change::Write(at, bytes.clone()));
                }
            }
            Step::Seek { fd, to } => {
                if let Some((_, _, place)) = self.open.get_mut(fd) {
                    *place = *to;
                }
            }
            Step::Cut { fd, length } => {
                if let Some((Open::File(file), _, _)) = self.open.get(fd) {
                    self.files[*file].pending.push(Change::Cut(*length));
                }
            }
            Step::Sync(fd) => self.sync(*fd),
            Step::Gone(path) => self.name(Naming::Gone(path.clone())),
            Step::Moved { from, to } => self.name(Naming::Moved(from.clone(), to.clone())),
            Step::Said(_) => {}
        }
    }

    fn open(&mut self, path: &Path, creates: bool, empties: bool) -> Open {
        match self.names.get(path) {
            Some(&file) => {
                if empties {
                    self.files[file].pending.push(Change::Cut(0));
                }
                Open::File(file)
            }
            None if creates => {
                let file = self.files.len();
                self.files.push(File::default());
                self.name(Naming::Named(path.to_owned(), file));
                Open::File(file)
            }
            None => Open::Folder,
        }
    }

    fn name(&mut self, naming: Naming) {
        naming.on(&mut self.names);
        self.naming.push(naming);
    }

    /// A file's words are durable from here on, not its name; a folder's names are.
    fn sync(&mut self, fd: u32) {
        let Some((held, path, _)) = self.open.get(&fd) else {
            return;
        };
        if (self.lie)(path) {
            return;
        }
        match held {
            Open::File(file) => {
                let file = &mut self.files[*file];
                for change in std::mem::take(&mut file.pending) {
                    whole(&change, &mut file.durable);
                }
            }
            Open::Folder => {
                let names = &mut self.durable_names;
                self.naming.retain(|naming| {
                    let here = naming.folders().contains(&path.as_path());
                    if here {
                        naming.on(names);
                    }
                    !here
                });
            }
            Open::Other => {}
        }
    }

    /// What may be found if the power is cut now: none of what was not durable, all of it, or any part of it.
    pub fn after_a_cut(&self, chance: &mut Chance) -> BTreeMap<PathBuf, Vec<u8>> {
        let likely = [0, 100, 50, 90, 10][(chance.next() % 5) as usize];
        let mut names = self.durable_names.clone();
        // Every file system in use keeps the order of names; how far it came is chance.
        let came = self.naming.iter().take_while(|_| chance.is(likely.max(20)));
        let arrived = if likely == 0 { 0 } else { came.count() };
        for naming in self.naming.iter().take(arrived) {
            naming.on(&mut names);
        }
        names
            .into_iter()
            .map(|(path, file)| {
                let file = &self.files[file];
                let mut bytes = file.durable.clone();
                for change in &file.pending {
                    torn(change, &mut bytes, likely, chance);
                }
                (path, bytes)
            })
            .collect()
    }
}

fn whole(change: &Change, bytes: &mut Vec<u8>) {
    match change {
        Change::Cut(length) => bytes.resize(*length, 0),
        Change::Write(at, written) => {
            bytes.resize(bytes.len().max(at + written.len()), 0);
            bytes[*at..at + written.len()].copy_from_slice(written);
        }
    }
}

/// As much of a change as came to the disk.
fn torn(change: &Change, bytes: &mut Vec<u8>, likely: u64, chance: &mut Chance) {
    let Change::Write(at, written) = change else {
        if chance.is(likely) {
            whole(change, bytes);
        }
        return;
    };
    if chance.is(50) {
        if chance.is(likely) {
            whole(change, bytes);
        }
        return;
    }
    let mut place = 0;
    while place < written.len() {
        // Sectors lie at whole numbers of their length.
        let end = ((at + place) / SECTOR + 1) * SECTOR - at;
        let piece = place..end.min(written.len());
        if chance.is(likely) {
            whole(&Change::Write(at + place, written[piece].to_vec()), bytes);
        }
        place = end;
    }
}
