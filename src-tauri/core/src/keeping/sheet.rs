//! The sheet of twelve words: one page of HTML that prints on paper, with a code that a camera reads. It loads
//! nothing and runs nothing.

use chrono::NaiveDate;
use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;
use zeroize::Zeroizing;

use crate::error::{Error, Result};
use crate::speech::Speech;
use crate::tongue::Tongue;
use crate::twelve_words::TwelveWords;

/// A square code, as a path of an SVG: one unit a point of the code, without its quiet margin of four.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SquareCode {
    /// How many points a side has.
    pub side: u32,
    /// The dark points.
    pub path: String,
}

impl TwelveWords {
    /// The words joined by `-`, as a code that a camera reads.
    ///
    /// # Errors
    /// [`Error::Unexpected`], which twelve words cannot lead to.
    pub fn code(&self) -> Result<SquareCode> {
        let phrase = self.phrase()?;
        let code = QrCode::with_error_correction_level(phrase.reveal().as_bytes(), EcLevel::M)
            .map_err(|_| Error::Unexpected("sheet"))?;
        let side = code.width();
        let mut path = String::new();
        for (at, color) in code.to_colors().into_iter().enumerate() {
            if color == Color::Dark {
                path.push_str(&format!("M{} {}h1v1h-1z", at % side, at / side));
            }
        }
        let side = u32::try_from(side).map_err(|_| Error::Unexpected("sheet"))?;
        Ok(SquareCode { side, path })
    }

    /// The sheet, in the language of the person.
    ///
    /// # Errors
    /// As [`TwelveWords::code`].
    pub fn sheet(&self, tongue: Tongue, day: NaiveDate) -> Result<Zeroizing<String>> {
        let speech = Speech::of(tongue);
        let say = |key: &str| escaped(&speech.say(key, &[]));
        let SquareCode { side, path } = self.code()?;
        let words: String = self
            .shown()
            .iter()
            .map(|word| format!("<li>{}</li>", escaped(word)))
            .collect();
        let (lang, heading) = (tongue.code(), say("keeping-sheet-heading"));
        let (what, how) = (say("keeping-sheet-what"), say("keeping-sheet-how"));
        let day = escaped(&speech.say("keeping-sheet-day", &[("day", &day.to_string())]));
        let phrase = self.phrase()?;
        let phrase = escaped(phrase.reveal());
        let frame = side + 8;
        Ok(Zeroizing::new(format!(
            "<!doctype html>
<html lang=\"{lang}\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">
<title>Awai</title>
<style>{STYLE}</style>
</head>
<body>
<h1>{heading}</h1>
<p>{what}</p>
<ol>{words}</ol>
<p>{how}</p>
<p class=\"typed\">{phrase}</p>
<svg viewBox=\"-4 -4 {frame} {frame}\" role=\"img\" aria-label=\"{heading}\"><path d=\"{path}\"/></svg>
<p>{day}</p>
</body>
</html>
"
        )))
    }
}

const STYLE: &str = "
body { max-inline-size: 40rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.7 serif; color: #000; background: #fff }
h1 { font-size: 1.4rem }
ol { columns: 3; font-size: 1.25rem }
li { break-inside: avoid; margin-block: 0.3rem }
.typed { overflow-wrap: anywhere }
svg { inline-size: 5cm; display: block }
@media print { body { margin: 0; max-inline-size: none } }
";

/// Text that is only text in HTML, also inside a quoted attribute.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_holds_all_twelve_words_in_their_order_and_loads_nothing() {
        for tongue in Tongue::ALL {
            let words = TwelveWords::draw(tongue).unwrap();
            let day = NaiveDate::from_ymd_opt(2026, 11, 26).unwrap();
            let sheet = words.sheet(tongue, day).unwrap();
            let items: Vec<&str> = sheet.split("<li>").skip(1).collect();
            for (item, word) in items.iter().zip(words.shown()) {
                assert!(
                    item.starts_with(&format!("{}</li>", escaped(word))),
                    "{word}"
                );
            }
            assert_eq!(items.len(), 12);
            assert!(!sheet.contains("http://") && !sheet.contains("https://"));
            assert!(!sheet.contains("<script") && !sheet.contains("keeping-"));
            assert!(words.code().unwrap().side >= 21);
        }
    }
}
