//! Starting `awai-somebody`: another process with a journal, to be listened to and killed.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A process that was started; it is killed when it is dropped.
pub struct Somebody(pub Child);

impl Drop for Somebody {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub fn command(act: &str, home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_awai-somebody"));
    command
        .args([act.as_ref(), home.as_os_str()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    command
}

impl Somebody {
    pub fn start(command: &mut Command) -> Somebody {
        Somebody(command.spawn().unwrap())
    }

    /// The next line they say.
    pub fn hears(&mut self) -> String {
        let mut line = Vec::new();
        let out = self.0.stdout.as_mut().unwrap();
        let mut byte = [0];
        while out.read(&mut byte).unwrap() == 1 && byte != *b"\n" {
            line.extend(byte);
        }
        String::from_utf8(line).unwrap()
    }

    /// Kills them, and gives every whole line they said until then.
    pub fn kill(mut self) -> Vec<String> {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
        self.rest()
    }

    /// Every line they said until they ended.
    pub fn rest(&mut self) -> Vec<String> {
        let out = self.0.stdout.take().unwrap();
        BufReader::new(out).lines().map(Result::unwrap).collect()
    }
}
