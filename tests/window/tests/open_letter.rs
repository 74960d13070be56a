//! A letter in one HTML file, opened by somebody who has a browser, eight words and no network.

use awai::{
    Cost, DatePrecision, Import, ImportFormat, Journal, Leaves, LetterDraft, NamesUnderWords,
    PageLine, PagesAsk, PartSource, Please, PleaseWhat, Rest, SealedUnderWords, Wish,
};
use awai_tests::exchange::{from_page, letter, part};
use awai_tests::strings::strange;
use awai_tests::{Person, titled};
use awai_window_tests::{Chromium, Light, Media, Told, faults, story, with_the_network_cut};
use serde_json::{Value, json};

/// What somebody writes, by who they are: a cover, a title, a passage, a passage more.
fn words_of(person: &Person) -> [&'static str; 4] {
    match person.tongue.code() {
        "ja" => [
            "お茶を淹れてから、どうぞ。",
            "駅のベンチ",
            "駅のベンチで、三十分ほど並んで座っていた。\nアキは「何があったの？」とだけ聞いた。\n\n　{間|あわい}ということばを*思い出す*。",
            "また書きます。",
        ],
        "fr" => [
            "Quand le thé sera prêt.",
            "Le banc de la gare",
            "On s’est assises côte à côte pendant une demi-heure.\nElle a seulement demandé « qu’est-ce qui est arrivé? »",
            "À bientôt.",
        ],
        _ => [
            "When there is tea.",
            "The bench at the station",
            "We sat side by side for half an hour.\n\n  She only asked, “what happened?”",
            "More soon.",
        ],
    }
}

/// A letter for somebody without Awai.
fn draft_of(person: &Person, journal: &mut Journal) -> LetterDraft {
    let [cover, title, passage, more] = words_of(person);
    let page = journal
        .write(&titled(title, passage), person.now())
        .expect("a page can be written");
    let mut draft = letter(awai::CompanionId::fresh(), "");
    draft.to.clear();
    draft.under_words = Some(NamesUnderWords {
        my_name: person.name.to_owned(),
        their_name: "Marguerite".to_owned(),
    });
    draft.lang = person.tongue.code().to_owned();
    draft.cover = cover.to_owned();
    draft.wish = vec![Wish::AnEcho];
    draft.please = Please {
        what: vec![PleaseWhat::KeepBetweenUs],
        words: String::new(),
    };
    draft.date = DatePrecision::Day;
    let passages: Vec<u32> =
        (0..journal.offer(page).expect("it is offered").passages.len() as u32).collect();
    let mut chosen = from_page(journal, page, &passages);
    if let PartSource::Page { title, date, .. } = &mut chosen.source {
        (*title, *date) = (Leaves::Leaves, DatePrecision::Month);
    }
    draft.parts = vec![chosen, part(more)];
    draft
}

/// A page with a picture, brought over from another program, goes along.
fn with_a_picture(person: &Person, journal: &mut Journal, draft: &mut LetterDraft) {
    let export = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../fixtures/day-one/Journal.json"
    );
    let export =
        Import::read(ImportFormat::DayOne, export.as_ref()).expect("the fixture can be read");
    journal
        .import(&export, person.now())
        .expect("and brought over");
    let lines = journal
        .pages(&PagesAsk {
            limit: 50,
            ..PagesAsk::default()
        })
        .expect("pages are listed")
        .lines;
    let pictured: Vec<PageLine> = lines.into_iter().filter(|line| line.pictures).collect();
    let page = pictured.first().expect("one has a picture").id;
    let count = journal.offer(page).expect("it is offered").passages.len() as u32;
    draft
        .parts
        .push(from_page(journal, page, &(0..count).collect::<Vec<_>>()));
}

fn sealed(person: &Person, journal: &mut Journal, draft: &LetterDraft) -> SealedUnderWords {
    let id = journal
        .keep_letter_draft(None, draft, person.now())
        .expect("a draft is kept");
    let all = journal
        .sealings(id, person.now())
        .expect("it can be put together");
    let sealing = all.first().expect("for one reader");
    journal
        .seal_under_words(
            sealing,
            Rest::SendNow,
            person.tongue,
            Cost::DRAWN_WORDS,
            person.now(),
        )
        .expect("it can be sealed")
}

/// As somebody types them who heard them: wide letters, capitals, katakana, spaces of every kind.
fn typed(person: &Person, sealed: &SealedUnderWords) -> String {
    let words = sealed.words.shown();
    match person.tongue.code() {
        "ja" => words
            .join("　")
            .chars()
            .map(|c| match c {
                'ぁ'..='ゖ' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
                _ => c,
            })
            .collect(),
        _ => words.join("   ").to_uppercase(),
    }
}

/// The words of the letter as they stand in the page, passage by passage.
async fn passages(browser: &Chromium) -> Told<Vec<String>> {
    let shown = browser
        .ask(
            "return [...document.querySelectorAll('.part .words')].map((each) => each.textContent)",
        )
        .await?;
    let list = shown.as_array().cloned().unwrap_or_default();
    Ok(list
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect())
}

/// Somebody with a browser, and the letter that came.
struct Reader<'p> {
    browser: Chromium,
    person: &'p Person,
    sealed: SealedUnderWords,
}

impl Reader<'_> {
    fn says(&self, key: &str) -> String {
        awai::speech::Speech::of(self.person.tongue).say(key, &[])
    }

    /// By day and by night: axe first, then a picture.
    async fn picture(&self, name: &str) -> Told {
        let tongue = self.person.tongue.code();
        for (light, called) in [(Light::Day, "light"), (Light::Night, "dark")] {
            self.browser.look(light, Media::Screen)?;
            let found = faults(self.browser.client()).await?;
            assert!(
                found.is_empty(),
                "axe has nothing against the page: {found:?}"
            );
            let name = format!("open-letter-{name}-{tongue}-{called}");
            self.browser.picture(&name).await?;
        }
        self.browser.look(Light::Day, Media::Screen)
    }

    /// A slip, then eight words of the list that are not these.
    async fn mishears(&self) -> Told {
        let words = self.sealed.words.shown();
        self.browser
            .write("words", &(words.join(" ") + "x"))
            .await?;
        self.browser.press("open").await?;
        self.browser.shows(&format!("{}x", words[7])).await?;
        let others = vec![words[0].clone(); 8].join(" ");
        self.browser.write("words", &others).await?;
        self.browser.press("open").await?;
        self.browser.shows(&self.says("open-letter-wrong")).await?;
        self.picture("wrong").await
    }

    /// The right ones, as they come. Who is said to have written it stands before a word of it; so does the cover.
    async fn opens(&self) -> Told<Vec<String>> {
        let [cover, _, passage, more] = words_of(self.person);
        let browser = &self.browser;
        browser
            .write("words", &typed(self.person, &self.sealed))
            .await?;
        browser.press("open").await?;
        browser.shows(cover).await?;
        let before = browser.text().await?;
        let claim = before.find(&self.says("open-letter-claim"));
        assert!(claim.is_some() && claim < before.find(cover), "{before}");
        assert!(before.contains(self.person.name) && before.contains("Marguerite"));
        assert!(!before.contains(more) && passages(browser).await?.is_empty());
        self.picture("cover").await?;
        browser.press("read-on").await?;
        browser.shows(more).await?;
        let shown = passages(browser).await?;
        assert_eq!(&shown[..2], [passage, more], "word for word");
        let pixels = "return Promise.all([...document.images].map(async (each) => (await each.decode(), each.naturalWidth)))";
        assert_eq!(browser.ask(pixels).await?, json!([24]), "it is seen");
        self.picture("letter").await?;
        Ok(shown)
    }

    /// On paper: black on white, and nothing to press.
    async fn prints(&self) -> Told {
        let browser = &self.browser;
        browser.look(Light::Night, Media::Print)?;
        let paper = "return [getComputedStyle(document.documentElement).backgroundColor,
            [...document.querySelectorAll('button')].every((each) => !each.checkVisibility()),
            document.querySelector('.part .words').checkVisibility()]";
        let white = json!(["rgb(255, 255, 255)", true, true]);
        assert_eq!(browser.ask(paper).await?, white);
        let name = format!("open-letter-print-{}", self.person.tongue.code());
        browser.picture(&name).await?;
        browser.look(Light::Day, Media::Screen)
    }

    /// Closed, nothing of it is left in the page, nor in what the browser may keep for a page.
    async fn closes(&self) -> Told {
        let [cover, title, _, more] = words_of(self.person);
        self.browser.press("close").await?;
        let left =
            "return document.documentElement.outerHTML + document.querySelector('textarea').value";
        let left = self.browser.ask(left).await?;
        let left = left.as_str().unwrap_or_default();
        for secret in [cover, title, more, "Marguerite"] {
            assert!(!left.contains(secret), "{secret} is left");
        }
        let kept = "return [document.querySelector('textarea').value, document.querySelector('article').childNodes.length, document.cookie]";
        assert_eq!(self.browser.ask(kept).await?, json!(["", 0, ""]));
        Ok(())
    }
}

/// Everything somebody does with one letter.
async fn opened_by_somebody(person: &Person) -> Told {
    let Some(browser) = Chromium::open(person.home()).await? else {
        return Ok(());
    };
    let mut journal = person.begin();
    let mut draft = draft_of(person, &mut journal);
    with_a_picture(person, &mut journal, &mut draft);
    let sealed = sealed(person, &mut journal, &draft);
    let html = sealed.for_a_browser()?;
    for secret in words_of(person).into_iter().chain(["Marguerite"]) {
        assert!(!html.contains(secret), "{secret} is inside the seal alone");
    }
    let file = person.home().join("letter-7f3a.html");
    std::fs::write(&file, html)?;
    let tongue = person.tongue.code();
    let reader = Reader {
        browser,
        person,
        sealed,
    };
    let browser = &reader.browser;
    let speaks = "return document.documentElement.lang";

    browser.read(&file).await?;
    assert_eq!(browser.ask(speaks).await?, tongue);
    reader.picture("asks").await?;
    reader.mishears().await?;
    let shown = reader.opens().await?;
    // Another language of the page changes nothing of the letter.
    for other in ["ja", "fr", "en", tongue] {
        browser.press(other).await?;
        assert_eq!(browser.ask(speaks).await?, other);
        assert_eq!(passages(browser).await?, shown);
    }
    reader.prints().await?;
    reader.closes().await?;

    let asked = browser.requests()?;
    let own = |url: &&String| url.starts_with("file://") || url.starts_with("blob:");
    assert!(
        !asked.is_empty() && asked.iter().all(|url| own(&url)),
        "{asked:?}"
    );
    assert_eq!(browser.complaints()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn in_english() {
    with_the_network_cut("open_letter::in_english", || {
        story(async { opened_by_somebody(&Person::bo()).await })
    });
}

#[test]
fn in_japanese() {
    with_the_network_cut("open_letter::in_japanese", || {
        story(async { opened_by_somebody(&Person::aki()).await })
    });
}

#[test]
fn in_french() {
    with_the_network_cut("open_letter::in_french", || {
        story(async { opened_by_somebody(&Person::claire()).await })
    });
}

#[test]
fn nothing_in_a_letter_acts() {
    with_the_network_cut("open_letter::nothing_in_a_letter_acts", || {
        story(async {
            let person = Person::bo();
            let Some(browser) = Chromium::open(person.home()).await? else {
                return Ok(());
            };
            let mut journal = person.begin();
            let texts = strange();
            let mut draft = draft_of(&person, &mut journal);
            draft.cover.clear();
            draft.please.words = "<b onmouseover=alert(1)>please</b>".to_owned();
            draft.parts = texts.iter().take(480).map(|text| part(text)).collect();
            let sealed = sealed(&person, &mut journal, &draft);
            let file = person.home().join("letter.html");
            std::fs::write(&file, sealed.for_a_browser()?)?;
            browser.read(&file).await?;
            browser.write("words", &typed(&person, &sealed)).await?;
            browser.press("open").await?;
            browser.shows("please</b>").await?;
            let shown = passages(&browser).await?;
            assert_eq!(
                shown,
                texts.into_iter().take(480).collect::<Vec<_>>(),
                "text, to the last sign"
            );
            let kinds = browser
                .ask("return [...new Set([...document.querySelectorAll('main *')].map((each) => each.localName))].sort()")
                .await?;
            let ours = [
                "article", "button", "div", "footer", "form", "h1", "label", "li", "noscript", "p",
                "section", "span", "textarea", "ul",
            ];
            assert_eq!(kinds, json!(ours));
            let asked = browser.requests()?;
            let elsewhere: Vec<&String> = asked
                .iter()
                .filter(|url| !url.starts_with("file://"))
                .collect();
            assert!(elsewhere.is_empty(), "{elsewhere:?}");
            // What could run or call elsewhere is refused by the browser itself.
            let refused = "const tries = [
                  () => { document.body.innerHTML = '<p>'; },
                  () => fetch('https://example.invalid/').then(() => true),
                  () => new Promise((done, failed) => { const image = new Image(); image.onload = done; image.onerror = failed; image.src = 'https://example.invalid/x.png'; }),
                  () => new Promise((done, failed) => { const line = new WebSocket('wss://example.invalid/'); line.onopen = done; line.onerror = failed; }),
                  () => new Promise((done, failed) => { const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.head.append(script); window.ran ? done() : failed(); }),
                ];
                return Promise.all(tries.map(async (each) => { try { await each(); return 'done'; } catch { return 'refused'; } }));";
            assert_eq!(browser.ask(refused).await?, json!(vec!["refused"; 5]));
            Ok(())
        });
    });
}
