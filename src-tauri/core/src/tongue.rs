//! The three languages the program speaks.

use serde::{Deserialize, Serialize};

/// A language of the program (a page may be in any language).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "Language"))]
#[serde(rename_all = "lowercase")]
pub enum Tongue {
    /// English
    En,
    /// Japanese
    Ja,
    /// French of Québec
    Fr,
}

impl Tongue {
    /// All three.
    pub const ALL: [Tongue; 3] = [Tongue::En, Tongue::Ja, Tongue::Fr];

    /// `en`, `ja` or `fr`.
    pub fn code(self) -> &'static str {
        match self {
            Tongue::En => "en",
            Tongue::Ja => "ja",
            Tongue::Fr => "fr",
        }
    }

    /// The language that a system's setting (`ja_JP.UTF-8`, `fr-CA`, …) asks for; English when it is another.
    pub fn of_setting(setting: &str) -> Tongue {
        let first = setting
            .split(['-', '_', '.', '@'])
            .next()
            .unwrap_or_default();
        match first.to_ascii_lowercase().as_str() {
            "ja" => Tongue::Ja,
            "fr" => Tongue::Fr,
            _ => Tongue::En,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_setting_names_a_language() {
        assert_eq!(Tongue::of_setting("ja_JP.UTF-8"), Tongue::Ja);
        assert_eq!(Tongue::of_setting("fr-CA"), Tongue::Fr);
        assert_eq!(Tongue::of_setting("C.UTF-8"), Tongue::En);
        assert_eq!(Tongue::of_setting(""), Tongue::En);
    }
}
