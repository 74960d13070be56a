//! The window as it is when nobody drives it: an ephemeral web view, no automation, keys from the keyboard of the
//! display. Its processes, files and system calls can be looked at.

use std::fs::File;
use std::io::ErrorKind;
use std::os::unix::fs::{FileExt, MetadataExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use memchr::memmem;

use crate::driver::{Around, processes_of, settle_in, signal, until};
use crate::{Home, PHRASE, Screen, Told, desktop, give_the_keys, holder, not_looked_at, xdotool};

/// What a process takes of the computer.
pub struct Weight {
    /// Memory of its own, in mebibytes.
    pub mebibytes: u64,
    /// Files, sockets and pipes.
    pub open_files: usize,
}

impl std::fmt::Display for Weight {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} MiB and {} files", self.mebibytes, self.open_files)
    }
}

/// A window on its own.
pub struct Alone {
    process: Child,
    screen: Screen,
    calls: PathBuf,
    journal: PathBuf,
}

impl Alone {
    /// Opens the window of a home, with every system call about the network written down, and what a program asks about
    /// itself.
    ///
    /// # Errors
    /// When strace or the display is not there.
    pub fn open(home: &Home) -> Told<Alone> {
        Alone::open_on(home, Screen::open(1180, 820)?, &[])
    }

    /// The same on a screen that is there, with more around it, such as a bus.
    ///
    /// # Errors
    /// As [`Alone::open`].
    pub fn open_on(home: &Home, screen: Screen, around: &Around<'_>) -> Told<Alone> {
        let calls = home.path().join("network-calls.txt");
        let mut command = Command::new("strace");
        settle_in(&mut command, &screen, home.path());
        command
            .args(["-f", "-qq", "--seccomp-bpf", "-e"])
            .args(["trace=network,execve,prctl", "-o"])
            .arg(&calls);
        command
            .arg(desktop())
            .arg("--journal")
            .arg(home.journal())
            .arg("--settings")
            .arg(home.path().join("settings"));
        let said = File::create(home.path().join("window.txt"))?;
        command
            .envs(around.iter().copied())
            .stdin(Stdio::null())
            .stdout(said.try_clone()?)
            .stderr(said)
            .process_group(0);
        let process = command.spawn()?;
        Ok(Alone {
            process,
            screen,
            calls,
            journal: home.journal(),
        })
    }

    /// The screen it is on.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    /// Opens the book behind the door, with [`PHRASE`].
    ///
    /// # Errors
    /// When it does not open.
    pub fn open_book(&self) -> Told {
        give_the_keys(&self.screen)?;
        open_by_keys(&self.screen, &self.journal)
    }

    /// Types words where the caret is.
    ///
    /// # Errors
    /// When xdotool is not there.
    pub fn write(&self, words: &str) -> Told {
        xdotool(&self.screen, &["type", "--delay", "15", words])?;
        Ok(())
    }

    /// Goes through the rooms by their keys, and back to the first.
    ///
    /// # Errors
    /// When xdotool is not there.
    pub fn walk_around(&self) -> Told {
        for room in ["2", "3", "4", "5", "6", "1"] {
            self.press(&format!("ctrl+{room}"))?;
            std::thread::sleep(Duration::from_millis(150));
        }
        Ok(())
    }

    /// What the program itself takes of the computer, without what the web view's own processes do.
    ///
    /// # Errors
    /// When it has ended.
    pub fn weight(&self) -> Told<Weight> {
        let named = |process: &u32| {
            std::fs::read_to_string(format!("/proc/{process}/comm"))
                .is_ok_and(|name| name.trim() == "awai-desktop")
        };
        let mut all = processes_of(self.process.id(), None).into_iter();
        let process = all.find(named).ok_or("the program has ended")?;
        let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
        let memory = status
            .lines()
            .find_map(|line| line.strip_prefix("RssAnon:"));
        let kilobytes: u64 = memory
            .and_then(|rest| rest.trim().strip_suffix(" kB"))
            .ok_or("its memory is told")?
            .parse()?;
        Ok(Weight {
            mebibytes: kilobytes / 1024,
            open_files: std::fs::read_dir(format!("/proc/{process}/fd"))?.count(),
        })
    }

    /// The processes of the window that would write their memory to the disk if they fell; and the program itself, with
    /// the key in it, where another program of the same person may read it.
    ///
    /// # Errors
    /// When there are none to look at, or nothing was written down.
    pub fn that_would_dump(&self) -> Told<Vec<String>> {
        let all = processes_of(self.process.id(), None);
        let mut would = Vec::new();
        let mut ours = 0;
        for process in all {
            let told = |file| std::fs::read_to_string(format!("/proc/{process}/{file}"));
            // Whoever looks on is not looked at; whoever ended writes nothing any more.
            let (Ok(name), Ok(limits)) = (told("comm"), told("limits")) else {
                continue;
            };
            if name.trim() == "strace" {
                continue;
            }
            ours += 1;
            let core = limits
                .lines()
                .find_map(|line| line.strip_prefix("Max core file size"));
            let none = core.is_some_and(|rest| rest.split_whitespace().take(2).eq(["0", "0"]));
            would.extend((!none).then(|| name.trim().to_owned()));
        }
        if !self.keeps_others_out()? {
            would.push("the program itself, for others to read".to_owned());
        }
        match ours {
            0 => Err("the program has ended".into()),
            _ => Ok(would),
        }
    }

    /// Whether the program asked the system to let nobody read it. To the administrator, who alone may look into it,
    /// nothing in /proc tells that; but the question and its answer were written down. Where a process begins another
    /// program the system forgets it, so what was asked last counts.
    fn keeps_others_out(&self) -> Told<bool> {
        let calls = std::fs::read_to_string(&self.calls)?;
        let of = |call: &str| call.split_whitespace().next().map(str::to_owned);
        let begins = |call: &&str| call.contains(" execve(");
        let program = calls.lines().find(begins).and_then(of);
        if program.is_none() {
            return Err("not even the beginning of the program was written down".into());
        }
        let asks = |call: &&str| begins(call) || call.contains("prctl(PR_SET_DUMPABLE");
        let granted = |call: &&str| call.ends_with(" = 0") && of(call) == program;
        let last = calls.lines().filter(asks).rfind(granted);
        Ok(last.is_some_and(|call| call.contains("SUID_DUMP_DISABLE")))
    }

    /// Presses keys.
    ///
    /// # Errors
    /// When xdotool is not there.
    pub fn press(&self, keys: &str) -> Told {
        xdotool(&self.screen, &["key", keys])?;
        Ok(())
    }

    /// Closes the book by its key and waits until its file is let go.
    ///
    /// # Errors
    /// When it stays open.
    pub fn close_book(&self) -> Told {
        self.press("ctrl+l")?;
        self.closed()
    }

    /// Waits until the book is closed, whoever closes it.
    ///
    /// # Errors
    /// When it stays open.
    pub fn closed(&self) -> Told {
        until("the book closes", || {
            Ok((!is_open(&self.journal)).then_some(()))
        })
    }

    /// Takes the window from sight, as a desktop does that minimises it. Nobody manages the windows of this display.
    ///
    /// # Errors
    /// When xdotool is not there.
    pub fn minimise(&self) -> Told {
        xdotool(
            &self.screen,
            &[
                "search",
                "--onlyvisible",
                "--name",
                "^Awai$",
                "windowunmap",
                "--sync",
                "%@",
            ],
        )?;
        Ok(())
    }

    /// Holds up whatever would draw a page, from now on and for so long: a computer that has no time for it.
    ///
    /// # Errors
    /// When none came to be held up.
    pub fn hold_up_pages(&self, long: Duration) -> Told {
        let (began, mut held) = (Instant::now(), 0);
        while began.elapsed() < long {
            held = self.signal_pages("-STOP");
            std::thread::sleep(Duration::from_millis(5));
        }
        match held {
            0 => Err("no page came that could be held up".into()),
            _ => Ok(()),
        }
    }

    /// Pages that were held up go on.
    pub fn let_pages_go_on(&self) {
        self.signal_pages("-CONT");
    }

    /// Ends the page as a computer does that has no memory left.
    pub fn end_page(&self) {
        self.signal_pages("-KILL");
    }

    fn signal_pages(&self, kind: &str) -> usize {
        let pages = processes_of(self.process.id(), Some("WebKitWebProcess"));
        for page in &pages {
            signal(kind, &page.to_string());
        }
        pages.len()
    }

    /// Every process of the window in whose memory one of these stands, with what was found.
    ///
    /// # Errors
    /// When a process cannot be read, which only its owner's administrator may.
    pub fn remembers(&self, canaries: &[Vec<u8>]) -> Told<Vec<String>> {
        let mut found = Vec::new();
        for process in processes_of(self.process.id(), None) {
            let name = std::fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default();
            if name.trim() == "strace" {
                continue;
            }
            let held = match memory_holds(process, canaries) {
                // It ended while it was looked at, and its memory with it.
                Err(_) if !processes_of(self.process.id(), None).contains(&process) => {
                    continue;
                }
                held => held?,
            };
            for canary in held {
                found.push(format!(
                    "{} holds {}",
                    name.trim(),
                    String::from_utf8_lossy(canary)
                ));
            }
        }
        Ok(found)
    }

    /// The connections that were opened or tried, but for local sockets and the kernel's own.
    ///
    /// # Errors
    /// When nothing was written down.
    pub fn connections(&self) -> Told<Vec<String>> {
        let calls = std::fs::read_to_string(&self.calls)?;
        if !calls.contains("AF_UNIX") {
            return Err("not even the display was connected to: nothing was watched".into());
        }
        // The kernel's own list of routes (AF_NETLINK) speaks of addresses too; asking it is no connection.
        let reaches = |call: &&str| {
            call.contains("socket(AF_INET")
                || (call.contains("connect(") && call.contains("sa_family=AF_INET"))
        };
        Ok(calls.lines().filter(reaches).map(str::to_owned).collect())
    }
}

/// Whether the memory of the program can be looked through here. It lets nobody do that but the administrator; where
/// that is somebody else it is said, and a story goes without.
pub fn memory_can_be_read() -> bool {
    let root = std::fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0);
    if !root {
        not_looked_at(
            "what stays in memory",
            "only the administrator may look into the program.",
        );
    }
    root
}

/// Opens the book behind the door of the window that has the keys, with [`PHRASE`], and waits until its first page
/// takes what is typed: some full stops stand on it then.
///
/// # Errors
/// When it does not open, or xdotool is not there.
pub fn open_by_keys(screen: &Screen, journal: &Path) -> Told {
    let database = journal.join("journal.db");
    until(
        "the book opens and its first page takes what is typed",
        || {
            // The first keys may come before the door is drawn, and half a phrase opens nothing: it is typed again then.
            if !is_open(journal) {
                xdotool(screen, &["key", "ctrl+a"])?;
                xdotool(screen, &["type", "--delay", "15", PHRASE])?;
                xdotool(screen, &["key", "Return"])?;
                let typed = Instant::now();
                while !is_open(journal) && typed.elapsed() < Duration::from_secs(3) {
                    std::thread::sleep(Duration::from_millis(50));
                }
            }
            // The journal is held already while a phrase is tried, and from outside nothing tells that a page is drawn;
            // but what is written on it is kept.
            let before = std::fs::metadata(&database)?.modified()?;
            xdotool(screen, &["key", "period"])?;
            std::thread::sleep(Duration::from_millis(1500));
            let kept = std::fs::metadata(&database)?.modified()? != before;
            Ok(kept.then_some(()))
        },
    )
}

fn is_open(journal: &Path) -> bool {
    holder(journal).is_ok_and(|holder| !holder.is_empty())
}

impl Drop for Alone {
    fn drop(&mut self) {
        signal("-KILL", &format!("-{}", self.process.id()));
        let _ = self.process.wait();
    }
}

/// The stretches of a process's writable memory that are there at all: a web engine reserves tens of gigabytes.
fn written_memory(process: u32) -> Told<Vec<(u64, u64)>> {
    const PAGE: u64 = 4096;
    let maps = std::fs::read_to_string(format!("/proc/{process}/maps"))?;
    let pages = File::open(format!("/proc/{process}/pagemap"))?;
    let mut stretches: Vec<(u64, u64)> = Vec::new();
    for line in maps.lines() {
        let mut words = line.split_whitespace();
        let range = words.next().and_then(|range| range.split_once('-'));
        let (Some((from, to)), Some(true)) = (range, words.next().map(|may| may.starts_with("rw")))
        else {
            continue;
        };
        let (mut at, to) = (u64::from_str_radix(from, 16)?, u64::from_str_radix(to, 16)?);
        let mut states = vec![0; 1 << 20];
        while at < to {
            // One number a page; its highest bit tells that the page is in memory, see pagemap in proc(5).
            let wanted = usize::try_from((to - at) / PAGE)?.min(states.len() / 8) * 8;
            let read = pages
                .read_at(&mut states[..wanted], at / PAGE * 8)
                .unwrap_or(0);
            if read == 0 {
                break;
            }
            for state in states.get(..read).unwrap_or_default().chunks_exact(8) {
                if state.last().is_some_and(|high| high & 0x80 != 0) {
                    match stretches.last_mut() {
                        Some(last) if last.1 == at => last.1 += PAGE,
                        _ => stretches.push((at, at + PAGE)),
                    }
                }
                at += PAGE;
            }
        }
    }
    Ok(stretches)
}

/// Which of these stand in the writable memory of a process.
fn memory_holds(process: u32, canaries: &[Vec<u8>]) -> Told<Vec<&Vec<u8>>> {
    let memory = File::open(format!("/proc/{process}/mem"))?;
    let mut left: Vec<&Vec<u8>> = canaries.iter().collect();
    let mut found = Vec::new();
    for (from, to) in written_memory(process)? {
        let mut bytes = vec![0; usize::try_from(to - from)?];
        // Some mappings cannot be read, by nobody.
        let Ok(length) = memory.read_at(&mut bytes, from) else {
            continue;
        };
        bytes.truncate(length);
        let (here, elsewhere) = left.into_iter().partition(|canary| holds(&bytes, canary));
        found.extend::<Vec<_>>(here);
        left = elsewhere;
    }
    Ok(found)
}

/// Whether `bytes` hold `canary`.
pub fn holds(bytes: &[u8], canary: &[u8]) -> bool {
    memmem::find(bytes, canary).is_some()
}

/// What was there to be read; nothing when whoever uses the folder took it away meanwhile.
fn if_there<T>(read: std::io::Result<T>) -> std::io::Result<Option<T>> {
    match read {
        Err(why) if why.kind() == ErrorKind::NotFound => Ok(None),
        read => read.map(Some),
    }
}

/// The files below a folder that hold one of these, or have one of them in their name. A program may be at work there.
///
/// # Errors
/// When the folder cannot be read, or there is next to nothing in it.
pub fn files_that_hold(folder: &Path, canaries: &[Vec<u8>]) -> Told<Vec<String>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    let mut looked_at = 0;
    while let Some(here) = folders.pop() {
        let Some(files) = if_there(std::fs::read_dir(here))? else {
            continue;
        };
        for file in files {
            let path = file?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.is_file() {
                let Some(bytes) = if_there(std::fs::read(&path))? else {
                    continue;
                };
                looked_at += 1;
                let name = path.to_string_lossy().into_owned();
                let told = canaries
                    .iter()
                    .any(|canary| holds(&bytes, canary) || holds(name.as_bytes(), canary));
                found.extend(told.then_some(name));
            }
        }
    }
    if looked_at > 5 {
        Ok(found)
    } else {
        Err("there was nothing to look through".into())
    }
}

/// A stretch out of the middle of a file.
///
/// # Errors
/// When there is not enough of it.
pub fn middle(bytes: &[u8]) -> Told<Vec<u8>> {
    let at = bytes.len() / 2;
    let stretch = bytes.get(at..at + 48).ok_or("there is not enough of it")?;
    Ok(stretch.to_vec())
}
