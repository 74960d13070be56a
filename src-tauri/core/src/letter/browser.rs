//! A letter that opens in any browser, with no network: the sealed file, a page that asks for the eight words, and the
//! age project's own TypeScript library, in one HTML file.
//!
//! This room only puts the pieces of `assets/open-letter` together; it knows nothing of what they do. Nothing of the
//! letter's words is in the page but inside the seal, armored: what stands between BEGIN and END is a file for any
//! other age program, and Awai itself takes it out of the page again. The policy in the head names the one script and
//! the one style by their digests, so that nothing else runs and nothing is fetched.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::SealedUnderWords;
use crate::error::{Error, Result};
use crate::seal;
use crate::speech::Speech;
use crate::tongue::Tongue;
use crate::word_list::every_word;

const PAGE: &str = include_str!("../../../../assets/open-letter/page.html");
const STYLE: &str = include_str!("../../../../assets/open-letter/page.css");
/// In this order: what age does, the words, the letter, the page.
const SCRIPTS: [&str; 4] = [
    include_str!("../../../../assets/open-letter/age.js"),
    include_str!("../../../../assets/open-letter/words.js"),
    include_str!("../../../../assets/open-letter/reading.js"),
    include_str!("../../../../assets/open-letter/page.js"),
];

/// What the page says.
const SAID: [&str; 36] = [
    "open-letter-title",
    "open-letter-language",
    "open-letter-about",
    "open-letter-words",
    "open-letter-words-en",
    "open-letter-words-ja",
    "open-letter-words-fr",
    "open-letter-open",
    "open-letter-alone",
    "open-letter-opening",
    "open-letter-wrong",
    "open-letter-unknown",
    "open-letter-count",
    "open-letter-torn",
    "open-letter-cannot",
    "open-letter-as-it-is",
    "open-letter-from",
    "open-letter-claim",
    "open-letter-to",
    "open-letter-sealed",
    "open-letter-read-on",
    "open-letter-wish-nothing-needed",
    "open-letter-wish-an-echo",
    "open-letter-wish-a-question",
    "open-letter-wish-a-story",
    "open-letter-wish-to-talk",
    "open-letter-please-keep-between-us",
    "open-letter-please-do-not-keep",
    "open-letter-please-ask-before-quoting",
    "open-letter-same-question",
    "open-letter-question",
    "open-letter-shared-page",
    "open-letter-reread",
    "open-letter-picture",
    "open-letter-print",
    "open-letter-close",
];
/// Sentences keep the places of their values; the page puts them in.
const VALUES: [(&str, &str); 3] = [("words", "{words}"), ("count", "{count}"), ("day", "{day}")];

impl SealedUnderWords {
    /// The letter as one HTML file, for somebody who has a browser and nothing else. It is opened by the same words.
    ///
    /// # Errors
    /// Only when something breaks that was never seen to break.
    pub fn for_a_browser(&self) -> Result<String> {
        let script = SCRIPTS.join("\n");
        let sentences = json!({
            "tongue": self.speaks.code(),
            "wordsTongue": self.words_tongue.code(),
            "list": every_word(self.words_tongue),
            "said": said(),
        });
        // Inside a script element only `</` and `<!--` would mean anything.
        let sentences = sentences.to_string().replace('<', "\\u003c");
        let speech = Speech::new(self.speaks);
        let mut page = String::new();
        let mut rest = PAGE;
        while let Some((before, behind)) = rest.split_once('{') {
            let (name, after) = behind
                .split_once('}')
                .ok_or(Error::Unexpected("open letter"))?;
            page.push_str(before);
            match name {
                "lang" => page.push_str(self.speaks.code()),
                "policy" => page.push_str(&policy(&script)),
                "title" => page.push_str(&in_html(&speech.say("open-letter-title", &[]))),
                "style" => page.push_str(STYLE),
                "script" => page.push_str(&script),
                "sealed" => page.push_str(&seal::armored(&self.bytes)?),
                "sentences" => page.push_str(&sentences),
                "noscript-en" => page.push_str(&no_script(Tongue::En)),
                "noscript-ja" => page.push_str(&no_script(Tongue::Ja)),
                "noscript-fr" => page.push_str(&no_script(Tongue::Fr)),
                _ => return Err(Error::Unexpected("open letter")),
            }
            rest = after;
        }
        page.push_str(rest);
        Ok(page)
    }
}

/// What the page may do: run this script, wear this style, show pictures that it holds. Nothing else.
fn policy(script: &str) -> String {
    format!(
        "default-src 'none'; script-src '{}'; style-src '{}'; img-src blob:; connect-src 'none'; form-action 'none'; \
         base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        digest_of(script),
        digest_of(STYLE)
    )
}

fn digest_of(text: &str) -> String {
    format!(
        "sha256-{}",
        BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()))
    )
}

/// Every sentence of the page, by language.
fn said() -> Value {
    let of = |tongue: Tongue| {
        let speech = Speech::new(tongue);
        let said: Map<String, Value> = SAID
            .iter()
            .map(|key| ((*key).to_owned(), speech.say(key, &VALUES).into()))
            .collect();
        (tongue.code().to_owned(), Value::Object(said))
    };
    Value::Object(Tongue::ALL.map(of).into_iter().collect())
}

fn no_script(tongue: Tongue) -> String {
    in_html(&Speech::new(tongue).say("open-letter-no-script", &[]))
}

fn in_html(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
