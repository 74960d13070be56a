//! Looking at a room: a picture of it for people, and axe for what people who do not see it would miss.

use fantoccini::Client;
use serde_json::{Value, json};

use crate::{Told, Window};

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
    client.execute(&axe()?, Vec::new()).await?;
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

/// Looks at the room that is shown: axe first, then a picture of it.
pub struct Look<'w> {
    /// The window that is looked at.
    pub window: &'w Window,
    manner: String,
    /// What axe had against the rooms so far.
    pub found: Vec<String>,
}

impl<'w> Look<'w> {
    /// Looks around in one language and theme, with what was found before.
    pub fn around(window: &'w Window, tongue: &str, theme: &str, found: Vec<String>) -> Look<'w> {
        Look {
            window,
            manner: format!("{tongue}-{}", theme.replace('_', "-")),
            found,
        }
    }

    /// Looks at what is shown now, under this name.
    ///
    /// # Errors
    /// When the window does not answer.
    pub async fn at(&mut self, room: &str) -> Told {
        self.window
            .picture(&format!("{room}-{}", self.manner))
            .await?;
        let looking = faults(self.window.client());
        let faults = self.window.drawing(looking).await?;
        let named = |fault| format!("{room}-{}: {fault}", self.manner);
        self.found.extend(faults.into_iter().map(named));
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
