//! A stick as people carry one, with a file system without owners, permissions, links and sockets. Linux alone.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// A stick in a folder that goes away, plugged in.
pub struct Stick {
    folder: TempDir,
    kind: Kind,
}

enum Kind {
    /// The file system that most sticks have, over a device of the system's own.
    Vfat,
    /// The one that large ones have.
    Exfat { device: String, served: Child },
    /// It is not plugged in.
    Pulled,
}

impl Stick {
    /// One with either file system, where this process may.
    pub fn plugged_in() -> Option<Stick> {
        let mut stick = Stick::blank();
        let made = has_come_to_pass(
            with_sbin("mkfs.vfat")
                .arg("-C")
                .arg(stick.image())
                .arg("262144"),
        ) && has_come_to_pass(
            Command::new("mount")
                .args(["-t", "vfat", "-o", "loop,umask=077"])
                .arg(stick.image())
                .arg(stick.top()),
        );
        if !made {
            return Stick::that_can_be_torn_out();
        }
        stick.kind = Kind::Vfat;
        Some(stick)
    }

    /// One that can be torn out: a program serves its file system, and when that is killed every file that is open on
    /// it is dead from one call to the next.
    pub fn that_can_be_torn_out() -> Option<Stick> {
        let mut stick = Stick::blank();
        let image = fs::File::create(stick.image()).ok()?;
        image.set_len(256 * 1024 * 1024).ok()?;
        let made = has_come_to_pass(with_sbin("mkfs.exfat").arg(stick.image()));
        (made && stick.plug_in()).then_some(stick)
    }

    fn blank() -> Stick {
        let folder = tempfile::tempdir().expect("there is a place for temporary files");
        fs::create_dir(folder.path().join("stick")).expect("a folder can be made");
        Stick {
            folder,
            kind: Kind::Pulled,
        }
    }

    /// The file in which its bytes are.
    pub fn image(&self) -> PathBuf {
        self.folder.path().join("stick.img")
    }

    /// Its topmost folder.
    pub fn top(&self) -> PathBuf {
        self.folder.path().join("stick")
    }

    /// Plugs it in again, where it could be torn out. Whether that came to pass.
    pub fn plug_in(&mut self) -> bool {
        let device = with_sbin("losetup")
            .args(["-f", "--show"])
            .arg(self.image())
            .output();
        let device = device
            .ok()
            .and_then(|said| String::from_utf8(said.stdout).ok());
        let Some(device) = device.filter(|device| !device.trim().is_empty()) else {
            return false;
        };
        let device = device.trim().to_owned();
        let served = with_sbin("mount.exfat-fuse")
            .args(["-d", "-o", "umask=077", &device])
            .arg(self.top())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let Ok(served) = served else {
            has_come_to_pass(with_sbin("losetup").args(["-d", &device]));
            return false;
        };
        self.kind = Kind::Exfat { device, served };
        let began = Instant::now();
        while device_of(&self.top()) == device_of(self.folder.path()) {
            if began.elapsed() > Duration::from_secs(10) {
                self.tear_out();
                return false;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        true
    }

    /// Takes it out once nothing on it is open, with everything written.
    pub fn pull_out(&mut self) {
        let began = Instant::now();
        while !has_come_to_pass(Command::new("umount").arg(self.top()))
            && began.elapsed() < Duration::from_secs(10)
        {
            std::thread::sleep(Duration::from_millis(100));
        }
        if let Kind::Exfat { device, mut served } = std::mem::replace(&mut self.kind, Kind::Pulled)
        {
            let _ = served.wait();
            has_come_to_pass(with_sbin("losetup").args(["-d", &device]));
        }
    }

    /// Takes it out as it is, without asking anybody.
    pub fn tear_out(&mut self) {
        if let Kind::Exfat { device, mut served } = std::mem::replace(&mut self.kind, Kind::Pulled)
        {
            let _ = served.kill();
            let _ = served.wait();
            has_come_to_pass(Command::new("umount").arg("-l").arg(self.top()));
            has_come_to_pass(with_sbin("losetup").args(["-d", &device]));
        }
    }
}

impl Drop for Stick {
    fn drop(&mut self) {
        match self.kind {
            Kind::Vfat => self.pull_out(),
            Kind::Exfat { .. } => self.tear_out(),
            Kind::Pulled => {}
        }
    }
}

fn device_of(path: &Path) -> Option<u64> {
    fs::metadata(path).map(|about| about.dev()).ok()
}

/// A program that an administrator has, wherever it lies.
fn with_sbin(name: &str) -> Command {
    let path = std::env::var("PATH").unwrap_or_default();
    let mut command = Command::new("env");
    command
        .arg(format!("PATH={path}:/usr/sbin:/sbin"))
        .arg(name);
    command
}

fn has_come_to_pass(command: &mut Command) -> bool {
    let done = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    done.is_ok_and(|done| done.success())
}
