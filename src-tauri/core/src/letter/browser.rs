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
        let speech = Speech::of(self.speaks);
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
        let speech = Speech::of(tongue);
        let said: Map<String, Value> = SAID
            .iter()
            .map(|key| ((*key).to_owned(), speech.say(key, &VALUES).into()))
            .collect();
        (tongue.code().to_owned(), Value::Object(said))
    };
    Value::Object(Tongue::ALL.map(of).into_iter().collect())
}

fn no_script(tongue: Tongue) -> String {
    in_html(&Speech::of(tongue).say("open-letter-no-script", &[]))
}

fn in_html(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::companion::SpokenWords;
    use crate::id::LetterId;

    fn page(speaks: Tongue, words_tongue: Tongue) -> String {
        let sealed = SealedUnderWords {
            id: LetterId::from_bytes([7; 16]),
            called: "Marguerite".to_owned(),
            bytes: b"as it was sealed".to_vec(),
            words: SpokenWords::draw(words_tongue),
            words_tongue,
            speaks,
        };
        sealed.for_a_browser().unwrap()
    }

    /// What stands between the first of these and what comes next of those.
    fn between<'p>(page: &'p str, begin: &str, end: &str) -> &'p str {
        let (_, behind) = page.split_once(begin).unwrap();
        behind.split_once(end).unwrap().0
    }

    #[test]
    fn the_policy_lets_the_one_script_and_the_one_style_of_the_page_do_their_work_and_nothing_else()
    {
        let page = page(Tongue::En, Tongue::En);
        let policy = between(&page, "Content-Security-Policy\" content=\"", "\"");
        let digest = |begin: &str, end: &str| {
            let digest = Sha256::digest(between(&page, begin, end));
            format!("'sha256-{}'", BASE64_STANDARD.encode(digest))
        };
        let script = format!("script-src {}", digest("<script>", "</script>"));
        let style = format!("style-src {}", digest("<style>", "</style>"));
        let mut told: Vec<_> = policy.split("; ").collect();
        told.sort_unstable();
        let nothing = [
            "base-uri 'none'",
            "connect-src 'none'",
            "default-src 'none'",
            "form-action 'none'",
            "img-src blob:",
            "require-trusted-types-for 'script'",
        ];
        let mut meant = nothing.to_vec();
        meant.extend([script.as_str(), style.as_str(), "trusted-types 'none'"]);
        assert_eq!(told, meant);
    }

    #[test]
    fn the_page_says_everything_in_each_language_and_lists_the_words_that_were_drawn() {
        for (speaks, words) in [
            (Tongue::Fr, Tongue::Ja),
            (Tongue::Ja, Tongue::En),
            (Tongue::En, Tongue::Fr),
        ] {
            let page = page(speaks, words);
            let title = Speech::of(speaks).say("open-letter-title", &[]);
            assert!(page.contains(&format!("<html lang=\"{}\">", speaks.code())));
            assert_eq!(between(&page, "<title>", "</title>"), title);
            let told = between(&page, "data-t=\"sentences\">", "</script>");
            let told: Value = serde_json::from_str(told).unwrap();
            assert_eq!(told["tongue"], speaks.code());
            assert_eq!(told["wordsTongue"], words.code());
            let list = told["list"].as_str().unwrap();
            assert_eq!(list.split(' ').count(), 2048);
            for tongue in Tongue::ALL {
                let said = told["said"][tongue.code()].as_object().unwrap();
                assert_eq!(said.len(), SAID.len());
                let title = Speech::of(tongue).say("open-letter-title", &[]);
                assert_eq!(said["open-letter-title"], title);
                // The page puts the number in, wherever in its sentence a language has it.
                let count = said["open-letter-count"].as_str().unwrap();
                assert_eq!(count.matches("{count}").count(), 1, "{count}");
                // Where no script may run, that is said in words and not in marks.
                let code = tongue.code();
                let paragraph = format!("<p lang=\"{code}\">");
                let told = between(between(&page, "<noscript>", "</noscript>"), &paragraph, "<");
                assert!(told.contains("BEGIN") && told.contains("END"), "{told}");
            }
            assert!(
                !page.contains("Marguerite"),
                "she is named in the seal alone"
            );
        }
    }

    #[test]
    fn nothing_that_is_said_can_end_what_it_stands_in() {
        assert_eq!(
            in_html("<b title=\"&amp;\">"),
            "&lt;b title=&quot;&amp;amp;&quot;&gt;"
        );
        let page = page(Tongue::Fr, Tongue::Fr);
        let sealed = between(&page, "data-t=\"sealed\">\n", "</script>");
        let taken = between(sealed, "-----BEGIN AGE ENCRYPTED FILE-----\n", "\n-----END");
        assert_eq!(BASE64_STANDARD.decode(taken).unwrap(), b"as it was sealed");
        // Behind the letter come the sentences and the script, and then the page is at its end.
        assert_eq!(page.matches("</script>").count(), 3);
        assert!(page.ends_with("</html>\n"));
    }
}
