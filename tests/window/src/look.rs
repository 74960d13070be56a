//! Looking at a room: a picture of it for people, and axe for what people who do not see it would miss.

use fantoccini::Client;
use serde_json::{Value, json};

use crate::home::SLIM;
use crate::{NARROW, Told, Window};

/// The languages and appearances in which a room is looked at. The lay-out does not depend on the colours, nor their
/// contrast on the language: each theme of high contrast is looked at in one language, and the narrow window by day.
pub const MANNERS: [(&str, &str); 11] = [
    ("en", "light"),
    ("ja", "light"),
    ("fr", "light"),
    ("en", "dark"),
    ("ja", "dark"),
    ("fr", "dark"),
    ("ja", "contrast_light"),
    ("fr", "contrast_dark"),
    ("en", NARROW),
    ("ja", NARROW),
    ("fr", NARROW),
];

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
    if client.execute("return !window.axe", Vec::new()).await? == true {
        client.execute(&axe()?, Vec::new()).await?;
    }
    let tags = json!([
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice"
    ]);
    let script = "const [tags, done] = arguments;
        Promise.allSettled(document.getAnimations().map((each) => each.finished))
          .then(() => axe.run(document, { runOnly: { type: 'tag', values: tags }, rules: { 'color-contrast-enhanced': { enabled: true } } }))
          .then((found) => done(found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`)));";
    let found = client.execute_async(script, vec![tags]).await?;
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
/// picture shows the room to its end.
pub struct Look<'w> {
    /// The window that is looked at.
    pub window: &'w Window,
    manner: String,
    narrow: bool,
    /// What there was against the rooms so far.
    pub found: Vec<String>,
}

impl<'w> Look<'w> {
    /// Looks around in one language and theme, or [`NARROW`], with what was found before.
    pub fn around(window: &'w Window, tongue: &str, theme: &str, found: Vec<String>) -> Look<'w> {
        Look {
            window,
            manner: format!("{tongue}-{}", theme.replace('_', "-")),
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
        let picture = format!("{room}-{}", self.manner);
        match self.narrow {
            true => self.picture_to_its_end(&picture).await?,
            false => self.window.picture(&picture).await?,
        }
        let looking = faults(self.window.client());
        let mut faults = self.window.drawing(looking).await?;
        if self.narrow {
            faults.extend(lost(self.window.client()).await?);
        }
        let named = |fault| format!("{room}-{}: {fault}", self.manner);
        self.found.extend(faults.into_iter().map(named));
        Ok(())
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
