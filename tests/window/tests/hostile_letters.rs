//! Hostile letters in the real window: everything that has made a program stumble or a page run, many to a letter, in
//! every field a letter has. It stays words: no script runs, nothing is asked for, no element appears that the reading of
//! a letter does not have, every text is set apart in its direction, and the window stays quick.

use std::time::{Duration, Instant};

use awai_tests::strings;
use awai_window_tests::{Home, Stranger, Told, Window, a_book, hand_a_card, story};
use serde_json::{Value, json};

/// As many passages as a letter may have.
const MOST_PARTS: usize = 500;

/// How long a letter may take from the press to being laid out, on a machine that does much else as well. On a quiet one
/// the slowest takes three seconds, for five hundred passages. When the frame comes after that is the web view's own
/// affair: it may rest before it.
const PATIENCE: Duration = Duration::from_secs(8);

/// Watches for what must not happen, before a letter is opened.
const WATCH: &str = "window.awaiRan = 0; window.awaiRefused = [];
    for (const name of ['alert', 'confirm', 'prompt', 'open', 'print']) window[name] = () => { window.awaiRan += 1; };
    document.addEventListener('securitypolicyviolation', (event) => window.awaiRefused.push(`${event.violatedDirective} ${event.blockedURI}`));
    performance.clearResourceTimings();";

/// What is found around the words of a letter once they are drawn: what ran, what was refused or asked for, elements and
/// attributes that reading does not have, and words that are not set apart in their direction.
const LOOK: &str = r"
    const tags = new Set('DIV SECTION P H2 H3 H4 UL OL LI BLOCKQUOTE HR STRONG EM RUBY RP RT BR BDI SPAN FIGURE FIGCAPTION BUTTON DL DT DD TIME IMG svg path rect circle'.split(' '));
    const attributes = new Set('class lang dir aria-label aria-hidden aria-labelledby focusable data-t data-writer type viewBox d x y width height rx cx cy r src alt loading decoding id tabindex role'.split(' '));
    const found = [];
    const room = document.querySelector('[data-t=letter-arrived]');
    const places = [...room.querySelectorAll('[data-t=face], [data-t=letter-words], [data-t=cover]')];
    for (const place of places) {
      for (const each of place.querySelectorAll('*')) {
        if (!tags.has(each.tagName)) found.push(`element ${each.tagName}`);
        for (const { name, value } of each.attributes) {
          if (!attributes.has(name)) found.push(`attribute ${name}`);
          if (name === 'src' && !value.startsWith('awai-media://localhost/letter/arrived/')) found.push(`address ${value}`);
        }
        if (each.getAttribute('dir') === 'auto' && getComputedStyle(each).unicodeBidi !== 'isolate') found.push(`not set apart: ${each.tagName}`);
      }
      const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      for (let text = walk.nextNode(); text; text = walk.nextNode()) {
        const turns = /[\u202a-\u202e\u2066-\u2069\u0590-\u08ff]/u.test(text.data);
        if (turns && !text.parentElement.closest('[dir=auto]')) found.push(`turns its neighbours: ${JSON.stringify(text.data.slice(0, 40))}`);
      }
    }
    const asked = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !/^(tauri|ipc|awai-media):/.test(name) && !/^http:\/\/(ipc|tauri|awai-media)\.localhost/.test(name));
    const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth + 1;
    return { ran: window.awaiRan, refused: window.awaiRefused, asked, found: [...new Set(found)].slice(0, 20), wide,
      parts: document.querySelectorAll('[data-t=part]').length, scripts: document.querySelectorAll('script').length, here: location.href };";

/// A text in every place of a passage.
fn part(text: &str, number: usize) -> Value {
    json!({
        "title": text,
        "date": text,
        "lang": text,
        "answers": number,
        "asked": { "question": "co-reflection-1", "n": 1, "text": text, "lang": text },
        "text": text.split('\n').collect::<Vec<_>>(),
    })
}

/// A letter of these texts, and some of them in every other field as well.
fn letter(texts: &[String]) -> Value {
    let one = |at: usize| {
        texts
            .get(at % texts.len().max(1))
            .cloned()
            .unwrap_or_default()
    };
    json!({
        "parts": texts.iter().enumerate().map(|(number, text)| part(text, number)).collect::<Vec<_>>(),
        "writer": one(1),
        "recipients": [one(2), one(3), one(4)],
        "cover": one(5),
        "lang": one(6),
        "sealed": one(7),
        "wish": ["an_echo", one(8)],
        "please": { "what": ["do_not_keep", one(9)], "words": one(10) },
        "have": one(11),
        "same_question": { "question": "co-reflection-1", "n": 1, "text": one(12), "lang": one(13) },
        "question": { "question": { "id": "7-x", "text": { "en": one(14), "ja": one(15) } }, "changed_because": one(16) },
        "agreement": { "version": 1, "reread": one(17), "answers": [{ "asked": { "question": "agreement-1", "text": one(18) }, "text": [one(19)] }] },
        "files": [{ "type": "text", "words": one(20), "base64": "44GC" }],
    })
}

async fn open_letters(home: &Home) -> Told<Window> {
    let window = Window::among_the_letters(home).await?;
    window.press("open-letter").await?;
    Ok(window)
}

/// Opens one letter, looks, and puts it away again.
async fn look_at(home: &Home, window: &Window, sealed: &[u8], parts: usize) -> Told {
    let file = home.path().join("letter.age");
    std::fs::write(&file, sealed)?;
    home.answer_dialog(&file)?;
    window.ask(WATCH).await?;
    window.press("look-chosen").await?;
    window
        .until("it is told that nobody known wrote it", async || {
            let writer = "return document.querySelector('[data-writer]')?.dataset.writer ?? ''";
            Ok(window.ask(writer).await? == "unknown")
        })
        .await?;
    let began = Instant::now();
    window.press("arrived-open").await?;
    window.see("letter-words").await?;
    let took = began.elapsed();
    window.settled().await?;
    let seen = window.ask(LOOK).await?;
    let quiet = json!({ "ran": 0, "refused": [], "asked": [], "found": [], "wide": false, "parts": parts, "scripts": 1, "here": "tauri://localhost" });
    if seen != quiet || took > PATIENCE {
        return Err(format!("after {took:?}: {seen:#}").into());
    }
    // Passages are laid out as they come into sight, so that what stands below them moves while one scrolls there.
    window
        .ask("document.querySelector('[data-t=arrived-another]').click()")
        .await?;
    window.see("look-chosen").await?;
    Ok(())
}

fn a_home() -> Told<(Home, Stranger)> {
    let home = a_book("en", "light")?;
    let stranger = hand_a_card(&home)?;
    Ok((home, stranger))
}

#[test]
fn every_strange_string_in_a_letter_stays_words() {
    story(async {
        let (home, stranger) = a_home()?;
        let mut texts = strings::strange();
        texts.extend(strings::json_suite().into_iter().map(|(_, bytes)| {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            text.chars().take(4000).collect()
        }));
        let window = open_letters(&home).await?;
        for some in texts.chunks(MOST_PARTS) {
            let sealed = stranger.letter(&letter(some))?;
            look_at(&home, &window, &sealed, some.len()).await?;
        }
        // Whatever was thrown at it, the window still does what it did.
        window.press("nav-today").await?;
        window.see("sheet").await?;
        Ok(())
    });
}

#[test]
fn endless_lines_and_words_that_turn_around_do_not_hold_the_window_up() {
    story(async {
        let (home, stranger) = a_home()?;
        let window = open_letters(&home).await?;
        let line = "あ".repeat(100_000);
        let turned = format!("{}{}", "\u{202e}\u{2066}\u{202b}".repeat(2000), "up");
        let stars = "*".repeat(20_000) + &"_*".repeat(20_000);
        let quotes = "> ".repeat(40_000) + "q";
        let marks = format!("a{}", "\u{301}".repeat(500_000));
        let whole = "word ".repeat(200_000);
        for text in [line, turned, stars, quotes, marks, whole] {
            let sealed = stranger.letter(&json!({ "parts": [{ "text": [text] }] }))?;
            look_at(&home, &window, &sealed, 1).await?;
        }
        Ok(())
    });
}

#[test]
fn what_is_no_letter_inside_is_refused_in_words_and_at_once() {
    story(async {
        let (home, stranger) = a_home()?;
        let window = open_letters(&home).await?;
        let deep = format!("awai-letter/1 -\n{}", "[".repeat(100_000));
        let twice = r#"{"id":"0123456789abcdef0123456789abcdef","id":"0123456789abcdef0123456789abcdef","thread":"00000000000000000000000000000000","seq":1,"kind":"letter","writer":""}"#;
        let swells = vec![b' '; 71 * 1024 * 1024];
        let picture = json!({ "files": [{ "type": "png", "base64": "PHN2Zy8+" }], "parts": [{ "text": ["x"] }] });
        let cases: Vec<(Vec<u8>, &str)> = vec![
            (
                stranger.seal(deep.as_bytes())?,
                "does not have the form of a letter",
            ),
            (
                stranger.seal(format!("awai-letter/1 -\n{twice}").as_bytes())?,
                "does not have the form of a letter",
            ),
            (stranger.seal(b"awai-letter/1 -\n\xff\xfe")?, "is not text"),
            (
                stranger.seal(b"<html><script>alert(1)</script>")?,
                "no letter of Awai",
            ),
            (stranger.seal(&swells)?, "holds more than a letter may"),
            (stranger.letter(&picture)?, "is not what it says it is"),
        ];
        for (number, (sealed, sentence)) in cases.iter().enumerate() {
            let file = home.path().join(format!("case-{number}.age"));
            std::fs::write(&file, sealed)?;
            home.answer_dialog(&file)?;
            window.press("look-chosen").await?;
            window
                .until(sentence, async || {
                    Ok(window.text().await?.contains(sentence))
                })
                .await?;
        }
        let newer = stranger.seal(b"awai-letter/2 -\n{}")?;
        std::fs::write(home.path().join("newer.age"), newer)?;
        home.answer_dialog(&home.path().join("newer.age"))?;
        window.press("look-chosen").await?;
        window.press("newer-keep").await?;
        window.see("settled").await?;
        Ok(())
    });
}
