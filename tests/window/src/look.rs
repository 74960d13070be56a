//! Looking at a room: a picture of it for people, and axe for what people who do not see it would miss.

use fantoccini::Client;
use serde_json::{Value, json};

use crate::home::SLIM;
use crate::{EVERY_LIGHT, NARROW, Told, Window};

/// The languages and appearances in which a room is looked at.
pub const MANNERS: [(&str, &str); 6] = [
    ("en", EVERY_LIGHT),
    ("ja", EVERY_LIGHT),
    ("fr", EVERY_LIGHT),
    ("en", NARROW),
    ("ja", NARROW),
    ("fr", NARROW),
];

/// The themes of [`EVERY_LIGHT`] in a language, day first. The lay-out does not depend on the colours, nor their
/// contrast on the language: each theme of high contrast is looked at in one language, and the narrow window by day.
fn lights(tongue: &str) -> Vec<String> {
    let themes: &[&str] = match tongue {
        "ja" => &["light", "dark", "contrast-light"],
        "fr" => &["light", "dark", "contrast-dark"],
        _ => &["light", "dark"],
    };
    themes.iter().copied().map(str::to_owned).collect()
}

/// axe-core, as `tests/ui` installs it.
fn axe() -> Told<String> {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../ui/node_modules/axe-core/axe.min.js"
    );
    let lacks = "axe is not here, and nothing was looked at: `cargo xtask test` brings it, or `npm ci --ignore-scripts` in tests/ui";
    std::fs::read_to_string(file).map_err(|_| lacks.into())
}

/// What axe has against the page that is shown: rules of WCAG 2.2 A and AA, contrast of AAA, and good practice.
/// It looks when nothing fades any more: half-way between two colours a button has a contrast that nobody chose.
///
/// # Errors
/// When axe is not installed, or the page does not answer.
pub async fn faults(client: &Client) -> Told<Vec<String>> {
    let tags = [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
    ];
    let rules = json!({ "color-contrast-enhanced": { "enabled": true } });
    let all = json!({ "runOnly": { "type": "tag", "values": tags }, "rules": rules });
    axe_finds(client, all).await
}

/// What axe has against the colours alone: what else there is does not depend on them.
async fn faults_of_colours(client: &Client) -> Told<Vec<String>> {
    let rules = [
        "color-contrast",
        "color-contrast-enhanced",
        "link-in-text-block",
    ];
    let colours = json!({ "runOnly": { "type": "rule", "values": rules } });
    axe_finds(client, colours).await
}

async fn axe_finds(client: &Client, options: Value) -> Told<Vec<String>> {
    if client.execute("return !window.axe", Vec::new()).await? == true {
        client.execute(&axe()?, Vec::new()).await?;
    }
    let script = "const [options, done] = arguments;
        Promise.allSettled(document.getAnimations().map((each) => each.finished))
          .then(() => axe.run(document, options))
          .then((found) => done(found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`)));";
    let found = client.execute_async(script, vec![options]).await?;
    let list = found.as_array().cloned().unwrap_or_default();
    Ok(list
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect())
}

/// What of the page that is shown cannot be read or reached in this window: what is cut off, sticks out or lies under
/// something else, and what the focus comes to without being seen.
///
/// # Errors
/// When the page does not answer.
pub async fn lost(client: &Client) -> Told<Vec<String>> {
    let found = client
        .execute_async(include_str!("lost.js"), Vec::new())
        .await?;
    Ok(serde_json::from_value(found)?)
}

/// Looks at the room that is shown: axe, and a picture of it. In a narrow window nothing may be lost either, and the
/// picture shows the room to its end. With [`EVERY_LIGHT`] the other themes are put on the page as it stands, with a
/// picture of each and axe's look at its colours.
pub struct Look<'w> {
    /// The window that is looked at.
    pub window: &'w Window,
    tongue: String,
    lights: Vec<String>,
    narrow: bool,
    /// What there was against the rooms so far.
    pub found: Vec<String>,
}

impl<'w> Look<'w> {
    /// Looks around in one language and theme, or [`NARROW`], or [`EVERY_LIGHT`], with what was found before.
    pub fn around(window: &'w Window, tongue: &str, theme: &str, found: Vec<String>) -> Look<'w> {
        Look {
            window,
            tongue: tongue.to_owned(),
            lights: match theme {
                EVERY_LIGHT => lights(tongue),
                theme => vec![theme.replace('_', "-")],
            },
            narrow: theme == NARROW,
            found,
        }
    }

    /// Whether it is in the narrow window.
    pub fn narrow(&self) -> bool {
        self.narrow
    }

    /// Looks at what is shown now, under this name.
    ///
    /// # Errors
    /// When the window does not answer.
    pub async fn at(&mut self, room: &str) -> Told {
        let [usual, others @ ..] = self.lights.as_slice() else {
            return Ok(());
        };
        let picture = format!("{room}-{}-{usual}", self.tongue);
        match self.narrow {
            true => self.picture_to_its_end(&picture).await?,
            false => self.window.picture(&picture).await?,
        }
        let looking = faults(self.window.client());
        let mut faults = self.window.drawing(looking).await?;
        if self.narrow {
            faults.extend(lost(self.window.client()).await?);
        }
        self.found.extend(named(&picture, faults));
        for light in others {
            self.put_on(light).await?;
            let looking = faults_of_colours(self.window.client());
            let faults = self.window.drawing(looking).await?;
            let picture = format!("{room}-{}-{light}", self.tongue);
            self.window.picture(&picture).await?;
            self.found.extend(named(&picture, faults));
        }
        if !others.is_empty() {
            self.put_on(usual).await?;
        }
        Ok(())
    }

    /// Has the page wear another theme, as `ui/lib/look.js` does.
    async fn put_on(&self, light: &str) -> Told {
        let script = format!("document.documentElement.dataset.theme = '{light}'");
        self.window.ask(&script).await?;
        self.window.settled().await
    }

    /// For the picture the window is as high as the room.
    async fn picture_to_its_end(&self, name: &str) -> Told {
        let (width, height) = SLIM;
        let whole = "return document.querySelector('dialog:modal') ? 0 : document.documentElement.scrollHeight";
        let whole = self.window.ask(whole).await?.as_u64().unwrap_or_default();
        let whole = u32::try_from(whole)?.clamp(height, 9_000);
        self.window.size(width, whole).await?;
        self.window.picture(name).await?;
        self.window.size(width, height).await?;
        Ok(())
    }
}

/// What there was against a room, after the name of its picture.
fn named(picture: &str, faults: Vec<String>) -> impl Iterator<Item = String> {
    faults
        .into_iter()
        .map(move |fault| format!("{picture}: {fault}"))
}

/// The end of a story that found nothing.
///
/// # Errors
/// With all that was found.
pub fn none(found: &[String]) -> Told {
    if found.is_empty() {
        Ok(())
    } else {
        Err(found.join("\n").into())
    }
}
