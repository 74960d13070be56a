//! One window and what a person does in it: look, press, write, choose. Everything is found by its `data-t`.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::driver::Around;
use crate::home::USUAL;
use crate::{Driver, Home, Screen, not_looked_at, xdotool};

/// How a story ends.
pub type Told<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// How long a window may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(40);

/// Answers when the page is drawn, and nothing on it fades from one colour to another any more. From then on each
/// movement of the pointer has it drawn anew, wherever it moves: by a line around the page whose colour nobody sees.
const FRAMES: &str = "
    const done = arguments[0], { style } = document.documentElement;
    for (const fading of document.getAnimations()) fading.finish();
    if (!window.wakes) {
        window.wakes = true;
        style.outline = '1px solid transparent';
        addEventListener('mousemove', () => {
            style.outlineColor = style.outlineColor === 'transparent' ? '#00000001' : 'transparent';
        });
    }
    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";

/// Keys that are no letters, as WebDriver writes them.
pub struct Keys;

impl Keys {
    /// Enter.
    pub const ENTER: char = '\u{E007}';
    /// Tab.
    pub const TAB: char = '\u{E004}';
    /// Escape.
    pub const ESCAPE: char = '\u{E00C}';
    /// The left Ctrl key.
    pub const CTRL: char = '\u{E009}';
    /// The left Shift key.
    pub const SHIFT: char = '\u{E008}';
    /// The left Alt key.
    pub const ALT: char = '\u{E00A}';
    /// F1.
    pub const F1: char = '\u{E031}';
    /// F6.
    pub const F6: char = '\u{E036}';
    /// Page Down.
    pub const PAGE_DOWN: char = '\u{E00F}';
}

/// An open window.
pub struct Window {
    client: Client,
    driver: Driver,
    screen: Screen,
}

/// The program: what `AWAI_DESKTOP` names, or the one that was built beside this test.
pub fn desktop() -> PathBuf {
    std::env::var_os("AWAI_DESKTOP").map_or_else(
        || {
            let here = std::env::current_exe().unwrap_or_default();
            let built = here.ancestors().nth(2).unwrap_or(&here);
            built.join("awai-desktop")
        },
        PathBuf::from,
    )
}

/// Has the driver start the program.
async fn begin(driver: &Driver, home: &Home, files: &[&Path]) -> Told<Client> {
    let (journal, settings) = (home.journal(), home.path().join("settings"));
    let mut arguments = vec![json!("--journal"), json!(journal)];
    arguments.extend([json!("--settings"), json!(settings)]);
    arguments.extend(files.iter().map(|file| json!(file)));
    let mut wanted = Capabilities::new();
    wanted.insert(
        "webkitgtk:browserOptions".to_owned(),
        json!({ "binary": desktop(), "args": arguments }),
    );
    let mut session = ClientBuilder::new(HttpConnector::new());
    Ok(session
        .capabilities(wanted)
        .connect(&driver.address())
        .await?)
}

impl Window {
    /// Opens the window of the usual size, or of the size that was settled in this home.
    ///
    /// # Errors
    /// When the program, the driver or the display does not come up.
    pub async fn open(home: &Home) -> Told<Window> {
        let (width, height) = home.size();
        Window::open_sized(home, width, height).await
    }

    /// Opens the window on a display of this size.
    ///
    /// # Errors
    /// As [`Window::open`].
    pub async fn open_sized(home: &Home, width: u32, height: u32) -> Told<Window> {
        let program = desktop();
        if !program.is_file() {
            return Err(format!(
                "{} is not built: `cargo build --workspace --bins`",
                program.display()
            )
            .into());
        }
        let screen = Screen::open(width.max(USUAL.0), height.max(USUAL.1))?;
        Window::open_on(home, screen, (width, height), &[]).await
    }

    /// Opens the window on a screen that is there, with something of a desktop around it.
    ///
    /// # Errors
    /// As [`Window::open`].
    pub async fn open_on(
        home: &Home,
        screen: Screen,
        (width, height): (u32, u32),
        around: &Around<'_>,
    ) -> Told<Window> {
        Window::open_with(home, screen, (width, height), around, &[]).await
    }

    /// The same, started with files, as a double click on one of them does.
    ///
    /// # Errors
    /// As [`Window::open`].
    pub async fn open_with(
        home: &Home,
        screen: Screen,
        (width, height): (u32, u32),
        around: &Around<'_>,
        files: &[&Path],
    ) -> Told<Window> {
        let (driver, client) = loop {
            let driver = Driver::start(&screen, home.path(), around)?;
            tokio::select! {
                client = begin(&driver, home, files) => break (driver, client?),
                () = driver.misses_its_window() => {}
            }
        };
        let window = Window {
            client,
            driver,
            screen,
        };
        window.size(width, height).await?;
        window.settled().await?;
        window.slowed().await?;
        Ok(window)
    }

    /// Makes each command of this page take so much longer, until the page ends: half of it before the core hears of it
    /// and half of it on the way back, as on a computer that takes its time.
    ///
    /// # Errors
    /// When the window does not answer.
    pub async fn slow(&self, by: Duration) -> Told {
        let half = by.as_millis() / 2;
        self.ask(&format!(
            "if (window.slowed) return;
             window.slowed = true;
             const atOnce = window.fetch;
             const wait = () => new Promise((done) => setTimeout(done, {half}));
             window.fetch = async (...asked) => {{
               await wait();
               const answer = await atOnce(...asked);
               await wait();
               return answer;
             }}"
        ))
        .await?;
        Ok(())
    }

    /// All stories can be told of a slow computer: `AWAI_SLOW` says by how many milliseconds.
    pub(crate) async fn slowed(&self) -> Told {
        match std::env::var("AWAI_SLOW") {
            Ok(by) => self.slow(Duration::from_millis(by.parse()?)).await,
            Err(_) => Ok(()),
        }
    }

    /// Makes the window as wide and as high as this.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn size(&self, width: u32, height: u32) -> Told {
        let sized = self.client.set_window_rect(0, 0, width, height);
        Ok(self.drawing(sized).await?)
    }

    /// The driver, to look at processes.
    pub fn driver(&self) -> &Driver {
        &self.driver
    }

    /// The screen it is on.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    /// What WebDriver itself can do.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Waits until something named so is there and seen.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn see(&self, name: &str) -> Told<Element> {
        let selector = format!("[data-t=\"{name}\"]");
        let began = Instant::now();
        loop {
            // WebKit's driver takes a clamped line for hidden; the page itself knows better.
            if let Ok(element) = self.client.find(Locator::Css(&selector)).await
                && self.shows(&selector).await.unwrap_or(false)
            {
                return Ok(element);
            }
            if began.elapsed() > PATIENCE {
                let there = self.text().await.unwrap_or_default();
                return Err(format!("“{name}” was not seen. The window shows:\n{there}").into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn shows(&self, selector: &str) -> Told<bool> {
        let script = "const each = document.querySelector(arguments[0]);
            return Boolean(each?.checkVisibility({ visibilityProperty: true }) && each.getClientRects().length > 0);";
        let shown = self.client.execute(script, vec![json!(selector)]).await?;
        Ok(shown.as_bool().unwrap_or(false))
    }

    /// Whether something named so is there now.
    ///
    /// # Errors
    /// When the window does not answer.
    pub async fn sees(&self, name: &str) -> Told<bool> {
        let selector = format!("[data-t=\"{name}\"]");
        Ok(!self
            .client
            .find_all(Locator::Css(&selector))
            .await?
            .is_empty())
    }

    /// Waits until something named so is gone.
    ///
    /// # Errors
    /// When it stays.
    pub async fn gone(&self, name: &str) -> Told {
        self.until(&format!("“{name}” goes away"), async || {
            Ok(!self.sees(name).await?)
        })
        .await
    }

    /// Waits for something to become true.
    ///
    /// # Errors
    /// When it does not.
    pub async fn until(&self, what: &str, is: impl AsyncFn() -> Told<bool>) -> Told {
        let began = Instant::now();
        while !is().await.unwrap_or(false) {
            if began.elapsed() > PATIENCE {
                let there = self.text().await.unwrap_or_default();
                return Err(
                    format!("waited in vain until {what}. The window shows:\n{there}").into(),
                );
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// Presses what is named so, with the mouse.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn press(&self, name: &str) -> Told {
        let began = Instant::now();
        loop {
            let there = self.see(name).await?;
            // What WebKit's driver has just scrolled to the very edge of the window it presses without a click.
            self.bring(name).await?;
            match there.click().await {
                Ok(()) => return Ok(()),
                // A room may be drawn anew between finding and pressing.
                Err(why) if began.elapsed() > PATIENCE => {
                    let there = self.uppermost_at(name).await.unwrap_or_default();
                    return Err(format!(
                        "“{name}” could not be pressed: {why:?}. There is {there}"
                    )
                    .into());
                }
                Err(_) => {}
            }
        }
    }

    /// Brings what is named so into the middle of the window unless it is wholly in view, as a person does before
    /// pressing it. Nothing is pressed that moves: letters that come with their font move what is below them, and so do
    /// words that come a moment after they were asked for.
    async fn bring(&self, name: &str) -> Told {
        let script = "const it = document.querySelector(`[data-t=\"${arguments[0]}\"]`);
            const { top, left, bottom } = it?.getBoundingClientRect() ?? { top: 8, left: 0, bottom: 0 };
            const away = top < 8 || bottom > innerHeight - 8;
            if (away) it.scrollIntoView({ block: 'center', behavior: 'instant' });
            return [away, document.fonts.status === 'loading', top, left]";
        let mut before = json!(null);
        for _ in 0..20 {
            let moving = self.client.execute(script, vec![json!(name)]).await?;
            let rests = moving == before && moving[1] != json!(true);
            if rests {
                break;
            }
            let waits = match moving[0] == json!(true) || moving[1] == json!(true) {
                true => 50,
                false => 20,
            };
            before = moving;
            tokio::time::sleep(Duration::from_millis(waits)).await;
        }
        Ok(())
    }

    /// What lies uppermost where something named so is.
    async fn uppermost_at(&self, name: &str) -> Told<String> {
        let script = "const { x, y, width, height } = document.querySelector(`[data-t=\"${arguments[0]}\"]`).getBoundingClientRect();
            return `${document.elementFromPoint(x + width / 2, y + height / 2)?.outerHTML.slice(0, 300)} at ${[x, y, width, height]}`;";
        let said = self.client.execute(script, vec![json!(name)]).await?;
        Ok(said.as_str().unwrap_or_default().to_owned())
    }

    /// Writes words where something is named so. A line feed is Enter.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn write(&self, name: &str, words: &str) -> Told {
        let keys = words.replace('\n', &Keys::ENTER.to_string());
        self.see(name).await?.send_keys(&keys).await?;
        Ok(())
    }

    /// Presses keys together, the last one as a tap, wherever the focus is.
    ///
    /// # Errors
    /// When the window does not answer.
    pub async fn keys(&self, keys: &[char]) -> Told {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &value in keys {
            actions = actions.then(KeyAction::Down { value });
        }
        for &value in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value });
        }
        self.client.perform_actions(actions).await?;
        Ok(())
    }

    /// What a script in the page answers.
    ///
    /// # Errors
    /// When it throws.
    pub async fn ask(&self, script: &str) -> Told<Value> {
        Ok(self.client.execute(script, Vec::new()).await?)
    }

    /// The words the window shows.
    ///
    /// # Errors
    /// When the window does not answer.
    pub async fn text(&self) -> Told<String> {
        let shown = self.ask("return document.body.innerText").await?;
        Ok(shown.as_str().unwrap_or_default().to_owned())
    }

    /// What a field named so holds, once it is seen.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn value(&self, name: &str) -> Told<String> {
        self.see(name).await?;
        let held = self
            .client
            .execute(
                "return document.querySelector(`[data-t=\"${arguments[0]}\"]`)?.value ?? null",
                vec![json!(name)],
            )
            .await?;
        held.as_str()
            .map(str::to_owned)
            .ok_or_else(|| format!("“{name}” holds nothing").into())
    }

    /// Waits until the page is drawn: a screenshot lags by one frame otherwise.
    ///
    /// # Errors
    /// When the window does not answer.
    pub async fn settled(&self) -> Told {
        let frames = self.client.execute_async(FRAMES, Vec::new());
        self.waking(frames, Duration::from_millis(80)).await?;
        Ok(())
    }

    /// Waits for something that comes with a frame of the web view.
    ///
    /// On a busy computer WebKit now and then rests before a frame until something moves on the screen: for minutes,
    /// where nobody is there. Then the pointer moves.
    pub async fn drawing<T>(&self, coming: impl Future<Output = T>) -> T {
        self.waking(coming, Duration::from_secs(2)).await
    }

    async fn waking<T>(&self, coming: impl Future<Output = T>, patience: Duration) -> T {
        let mut coming = std::pin::pin!(coming);
        for place in [["1", "1"], ["120", "110"]].into_iter().cycle() {
            match tokio::time::timeout(patience, &mut coming).await {
                Ok(came) => return came,
                Err(_) => self.nudge(place),
            }
        }
        coming.await
    }

    fn nudge(&self, place: [&str; 2]) {
        let _ = xdotool(&self.screen, &[&["mousemove"][..], &place].concat());
    }

    /// Keeps a picture of the window in `target/pictures`, for people to look at.
    ///
    /// # Errors
    /// When it cannot be taken or written.
    pub async fn picture(&self, name: &str) -> Told {
        self.settled().await?;
        let folder = desktop()
            .ancestors()
            .nth(2)
            .map(|target| target.join("pictures"))
            .unwrap_or_default();
        std::fs::create_dir_all(&folder)?;
        let mut taken = std::pin::pin!(self.client.screenshot());
        // It mostly comes soon or not by itself; where the pointer never rested a tall one would not come at all.
        let soon = tokio::time::timeout(Duration::from_millis(150), &mut taken).await;
        let taken = match soon {
            Ok(taken) => taken?,
            Err(_) => {
                self.nudge(["120", "110"]);
                self.drawing(taken).await?
            }
        };
        if is_black(&taken)? {
            not_looked_at(name, "the picture came out black.");
        }
        std::fs::write(folder.join(format!("{name}.png")), taken)?;
        Ok(())
    }

    /// Ends the program without a word to it, as a power cut would, and the window with it.
    pub fn cut_the_power(self) {
        for process in self.driver.processes("awai-desktop") {
            self.driver.kill(process);
        }
    }
}

/// Seen now and then on a busy computer, from the first picture of a window to its last; what is on the screen is drawn.
fn is_black(picture: &[u8]) -> Told<bool> {
    let picture = image::load_from_memory(picture)?.into_luma8();
    Ok(picture.pixels().all(|pixel| pixel.0 == [0]))
}
