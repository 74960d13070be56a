//! Chromium as somebody without Awai has it: on a telephone, by day or by night, opening a file that came by mail.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::driver::signal;
use crate::{Told, desktop, not_looked_at};

const PATIENCE: Duration = Duration::from_secs(40);

/// By day or by night.
#[derive(Clone, Copy)]
pub enum Light {
    /// Light colours are asked for.
    Day,
    /// Dark ones.
    Night,
}

/// On a screen or on paper.
#[derive(Clone, Copy)]
pub enum Media {
    /// A screen.
    Screen,
    /// Paper.
    Print,
}

/// An open browser; it and its driver end with this value.
pub struct Chromium {
    client: Client,
    process: Child,
    port: u16,
    session: String,
}

impl Chromium {
    /// Opens one as wide as a telephone, which lives in `home`. Nothing when there is none on this computer.
    ///
    /// # Errors
    /// When it is there and does not come up.
    pub async fn open(home: &Path) -> Told<Option<Chromium>> {
        let there = Command::new("chromedriver").arg("--version").output();
        if there.is_err() {
            not_looked_at(
                "a browser",
                "there is no chromedriver here (cargo xtask setup brings it).",
            );
            return Ok(None);
        }
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let said = File::create(home.join("chromedriver.txt"))?;
        let process = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .env("HOME", home)
            .env("TMPDIR", home)
            .env("XDG_CONFIG_HOME", home)
            .env("XDG_CACHE_HOME", home)
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .stdin(Stdio::null())
            .stdout(said.try_clone()?)
            .stderr(said)
            .process_group(0)
            .spawn()?;
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if began.elapsed() > PATIENCE {
                signal("-KILL", &format!("-{}", process.id()));
                return Err("chromedriver does not answer".into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let mut wanted = Capabilities::new();
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
        ];
        let telephone = json!({ "width": 390, "height": 844, "pixelRatio": 2.0, "mobile": true, "touch": false });
        let options =
            json!({ "args": arguments, "mobileEmulation": { "deviceMetrics": telephone } });
        wanted.insert("goog:chromeOptions".to_owned(), options);
        wanted.insert(
            "goog:loggingPrefs".to_owned(),
            json!({ "performance": "ALL", "browser": "ALL" }),
        );
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await;
        let client = match client {
            Ok(client) => client,
            Err(why) => {
                signal("-KILL", &format!("-{}", process.id()));
                return Err(why.into());
            }
        };
        let session = client.session_id().await?.unwrap_or_default();
        Ok(Some(Chromium {
            client,
            process,
            port,
            session,
        }))
    }

    /// What WebDriver itself can do.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Opens a file of this computer.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn read(&self, file: &Path) -> Told {
        self.client
            .goto(&format!("file://{}", file.display()))
            .await?;
        Ok(())
    }

    /// Chooses light or dark, screen or paper, as a person's system or their print dialog would.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub fn look(&self, light: Light, media: Media) -> Told {
        let scheme = match light {
            Light::Day => "light",
            Light::Night => "dark",
        };
        let media = match media {
            Media::Screen => "screen",
            Media::Print => "print",
        };
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        let how = json!({ "media": media, "features": features });
        self.tell(
            "goog/cdp/execute",
            &json!({ "cmd": "Emulation.setEmulatedMedia", "params": how }),
        )?;
        Ok(())
    }

    /// A picture of the whole page, however long, into the pictures of the other rooms.
    ///
    /// # Errors
    /// When the browser does not answer or the disk refuses.
    pub async fn picture(&self, name: &str) -> Told {
        let height = self
            .ask("return document.documentElement.scrollHeight")
            .await?;
        let whole =
            json!({ "width": 390, "height": height, "deviceScaleFactor": 2, "mobile": true });
        let cdp = |cmd: &str, params: Value| {
            self.tell("goog/cdp/execute", &json!({ "cmd": cmd, "params": params }))
        };
        cdp("Emulation.setDeviceMetricsOverride", whole)?;
        let bytes = self.client.screenshot().await?;
        cdp("Emulation.clearDeviceMetricsOverride", json!({}))?;
        let target = desktop()
            .ancestors()
            .nth(2)
            .map(|target| target.join("pictures"));
        let folder = target.ok_or("the target folder is known")?;
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join(format!("{name}.png")), bytes)?;
        Ok(())
    }

    /// Every address that was asked for since the last look, whether something came or not.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub fn requests(&self) -> Told<Vec<String>> {
        let log = self.tell("se/log", &json!({ "type": "performance" }))?;
        let lines = log.as_array().cloned().unwrap_or_default();
        Ok(lines
            .iter()
            .filter_map(|line| serde_json::from_str::<Value>(line["message"].as_str()?).ok())
            .filter(|told| told["message"]["method"] == "Network.requestWillBeSent")
            .filter_map(|told| {
                told["message"]["params"]["request"]["url"]
                    .as_str()
                    .map(str::to_owned)
            })
            .collect())
    }

    /// What the browser complained of since the last look: scripts that fell, and whatever the policy refused.
    ///
    /// # Errors
    /// When the driver does not answer.
    pub fn complaints(&self) -> Told<Vec<String>> {
        let log = self.tell("se/log", &json!({ "type": "browser" }))?;
        let lines = log.as_array().cloned().unwrap_or_default();
        Ok(lines
            .iter()
            .filter_map(|line| line["message"].as_str().map(str::to_owned))
            .collect())
    }

    /// What a script in the page answers.
    ///
    /// # Errors
    /// When it throws.
    pub async fn ask(&self, script: &str) -> Told<Value> {
        Ok(self.client.execute(script, Vec::new()).await?)
    }

    /// The words the page shows.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn text(&self) -> Told<String> {
        let shown = self.ask("return document.body.innerText").await?;
        Ok(shown.as_str().unwrap_or_default().to_owned())
    }

    /// Presses what is named so.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn press(&self, name: &str) -> Told {
        let selector = format!("[data-t=\"{name}\"], [data-tongue=\"{name}\"]");
        self.client
            .find(Locator::Css(&selector))
            .await?
            .click()
            .await?;
        Ok(())
    }

    /// Writes anew where something is named so.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn write(&self, name: &str, words: &str) -> Told {
        let field = self
            .client
            .find(Locator::Css(&format!("[data-t=\"{name}\"]")))
            .await?;
        field.clear().await?;
        field.send_keys(words).await?;
        Ok(())
    }

    /// Waits until the page shows these words.
    ///
    /// # Errors
    /// When it does not.
    pub async fn shows(&self, words: &str) -> Told {
        let began = Instant::now();
        loop {
            let text = self.text().await?;
            if text.contains(words) {
                return Ok(());
            }
            if began.elapsed() > PATIENCE {
                return Err(format!("“{words}” was not shown. The page shows:\n{text}").into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// What only this driver understands, said to it as it wants it.
    fn tell(&self, command: &str, what: &Value) -> Told<Value> {
        let body = what.to_string();
        let mut driver = TcpStream::connect(("127.0.0.1", self.port))?;
        driver.set_read_timeout(Some(PATIENCE))?;
        write!(
            driver,
            "POST /session/{}/{command} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.session,
            body.len()
        )?;
        // The driver keeps the line open: its answer ends where it says.
        let mut answer = BufReader::new(driver);
        let (mut line, mut length) = (String::new(), 0);
        while answer.read_line(&mut line)? > 2 {
            if let Some(told) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = told.trim().parse()?;
            }
            line.clear();
        }
        let mut body = vec![0; length];
        answer.read_exact(&mut body)?;
        let told: Value = serde_json::from_slice(&body)?;
        match told["value"]["error"].as_str() {
            Some(error) => Err(format!("{command}: {error}").into()),
            None => Ok(told["value"].clone()),
        }
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        signal("-KILL", &format!("-{}", self.process.id()));
        let _ = self.process.wait();
    }
}
