//! Japanese as it is really typed: fcitx5 and Mozc compose in the real window, with the keys of a keyboard. A word is
//! seen where it is written while it is composed, arrives once and whole, and its keys are nobody else's.

use awai::{Cost, Now, Passphrase, Vault, Writing};
use awai_window_tests::{Home, InputMethod, Screen, Told, Window, at, story};

/// A phrase as somebody who writes Japanese would choose it, in two halves, and how they are typed.
const PHRASE: [&str; 2] = ["ふたりのあいだに", "あるもの"];
const TYPED: [&str; 2] = ["futarinoaidani", "arumono"];

/// Writes down, in its order, what the page hears and what comes to be seen.
const LISTEN: &str = "window.heard = [];
    for (const kind of ['compositionstart', 'compositionend', 'submit'])
        window.addEventListener(kind, () => window.heard.push(kind), true);
    const look = () => {
        for (const name of ['found', 'finished', 'trouble', 'unlock'])
            if (!window.heard.includes(name) && document.querySelector(`[data-t=${name}]:not(:empty)`)) window.heard.push(name);
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    return true";

/// Tells of the page that what it speaks of happened in a certain year.
const A_YEAR: &str = "const happened = document.querySelector('[data-t=happened]');
    happened.value = 'year';
    happened.dispatchEvent(new Event('change', { bubbles: true }));
    return true";

/// A window of a small book, and somebody before it who types Japanese.
struct Desk {
    window: Window,
    method: InputMethod,
    home: Home,
}

impl Desk {
    /// Before there is a book.
    async fn at_welcome() -> Told<Desk> {
        let home = Home::empty()?;
        home.settle("ja", "light")?;
        Desk::before(home).await
    }

    /// At the door.
    async fn at_the_door(old_style: bool) -> Told<Desk> {
        let home = Home::empty()?;
        home.settle("ja", "light")?;
        if old_style {
            let settings = home.path().join("settings/settings.json");
            let chosen = r#"{"language":"ja","appearance":"light","old_input_style":true}"#;
            std::fs::write(settings, chosen)?;
        }
        write_a_page(&home)?;
        let desk = Desk::before(home).await?;
        desk.window.see("passphrase").await?;
        Ok(desk)
    }

    async fn before(home: Home) -> Told<Desk> {
        let screen = Screen::open(1180, 820)?;
        let method = InputMethod::start(&screen)?;
        let around = method.around();
        let window = Window::open_on(&home, screen, (1180, 820), &around).await?;
        window.take_the_keyboard()?;
        Ok(Desk {
            window,
            method,
            home,
        })
    }

    /// In the book, the caret in the sheet.
    async fn in_the_book(old_style: bool) -> Told<Desk> {
        let desk = Desk::at_the_door(old_style).await?;
        desk.window.open_book(&PHRASE.concat()).await?;
        desk.window.ask(LISTEN).await?;
        desk.begin("sheet").await?;
        Ok(desk)
    }

    /// Puts the caret into a field and waits until Mozc composes what is typed there.
    async fn begin(&self, field: &str) -> Told {
        self.window.press(field).await?;
        self.window
            .until("the caret is there", async || {
                Ok(self.window.focus().await? == field)
            })
            .await?;
        self.method.is_awake()
    }

    /// Types letters one by one.
    fn type_letters(&self, letters: &str) -> Told {
        let keys: Vec<String> = letters.chars().map(String::from).collect();
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        self.window.press_keys(&keys)
    }

    async fn holds(&self, field: &str, words: &str) -> Told {
        let what = format!("“{field}” holds {words:?}");
        let held = async || Ok(self.window.value(field).await? == words);
        if let Err(why) = self.window.until(&what, held).await {
            let held = self.window.value(field).await?;
            return Err(format!("It holds {held:?}: {why}").into());
        }
        Ok(())
    }

    /// Types letters and waits until they are seen as kana, after what the field holds already.
    async fn compose(&self, field: &str, letters: &str, kana: &str) -> Told {
        let before = self.window.value(field).await?;
        self.type_letters(letters)?;
        self.holds(field, &format!("{before}{kana}")).await
    }

    /// Turns the kana at the end into the first word that Mozc offers, and gives all that the field holds.
    async fn convert(&self, field: &str) -> Told<String> {
        let kana = self.window.value(field).await?;
        self.window.press_keys(&["space"])?;
        self.window
            .until("it is converted", async || {
                Ok(self.window.value(field).await? != kana)
            })
            .await?;
        self.window.value(field).await
    }

    /// Enter, which only ends the composition.
    async fn commit(&self) -> Told {
        self.end_with("Return").await
    }

    async fn end_with(&self, key: &str) -> Told {
        let before = self.times("compositionend").await?;
        self.window.press_keys(&[key])?;
        self.window
            .until("the word is done", async || {
                Ok(self.times("compositionend").await? > before)
            })
            .await
    }

    async fn heard(&self) -> Told<Vec<String>> {
        let heard = self.window.ask("return window.heard").await?;
        Ok(serde_json::from_value(heard)?)
    }

    async fn times(&self, what: &str) -> Told<usize> {
        Ok(self
            .heard()
            .await?
            .iter()
            .filter(|heard| *heard == what)
            .count())
    }

    /// Which save of the draft the window last called kept.
    async fn kept(&self) -> Told<u64> {
        let rev = "return Number(document.querySelector('[data-t=kept]')?.dataset.rev ?? 0)";
        Ok(self.window.ask(rev).await?.as_u64().unwrap_or_default())
    }

    async fn kept_after(&self, before: u64) -> Told {
        self.window
            .until(
                "the draft is kept",
                async || Ok(self.kept().await? > before),
            )
            .await
    }

    async fn only_the_page(&self) -> Told<bool> {
        let only = "return document.querySelector('.app').classList.contains('only')";
        Ok(self.window.ask(only).await?.as_bool() == Some(true))
    }
}

/// Tells a story at a desk, where an input method is at hand.
fn tell(desk: impl Future<Output = Told<Desk>>, told: impl AsyncFnOnce(Desk) -> Told) {
    if InputMethod::is_here() {
        story(async { told(desk.await?).await });
    }
}

fn write_a_page(home: &Home) -> Told {
    let now: Now = at("2026-11-01T21:14:00+09:00")?;
    let phrase = Passphrase::new(&PHRASE.concat())?;
    Vault::create(&home.journal(), &phrase, Cost::CHEAP, now)?;
    let mut journal = Vault::at(&home.journal())?.unlock(&phrase, now)?;
    let page = Writing {
        body: "駅のベンチで、言葉を待っていた。".to_owned(),
        lang: "ja".to_owned(),
        ..Writing::default()
    };
    journal.write(&page, now)?;
    journal.close()?;
    Ok(())
}

#[test]
fn a_word_is_seen_while_it_is_composed_and_arrives_once_and_whole() {
    tell(Desk::in_the_book(false), async |desk| {
        let window = &desk.window;
        desk.compose("sheet", "kotoba", "ことば").await?;
        window.picture("composing-ja").await?;
        window.press_keys(&["BackSpace"])?;
        desk.holds("sheet", "こと").await?;
        desk.compose("sheet", "ba", "ば").await?;
        let word = desk.convert("sheet").await?;
        window.picture("converting-ja").await?;
        desk.commit().await?;
        assert_eq!(
            window.value("sheet").await?,
            word,
            "no line feed, nothing twice"
        );
        // With Ctrl, too, Enter is the input method's: it ends the word, and not the page.
        desk.compose("sheet", "no", "の").await?;
        desk.end_with("ctrl+Return").await?;
        let word = format!("{word}の");
        assert_eq!(window.value("sheet").await?, word);
        window.press_keys(&["Return"])?;
        desk.holds("sheet", &format!("{word}\n")).await?;

        // Escape takes back the word that is composed, and means nothing else.
        window.press_keys(&["ctrl+shift+f"])?;
        window
            .until("only the page is left", async || desk.only_the_page().await)
            .await?;
        desk.compose("sheet", "haru", "はる").await?;
        window.press_keys(&["Escape"])?;
        desk.holds("sheet", &format!("{word}\n")).await?;
        assert!(desk.only_the_page().await?, "Escape was the input method's");
        window.press_keys(&["Escape"])?;
        window
            .until("the room is back", async || {
                Ok(!desk.only_the_page().await?)
            })
            .await?;
        assert_eq!(window.value("sheet").await?, format!("{word}\n"));
        assert_eq!(desk.times("finished").await?, 0);
        Ok(())
    });
}

#[test]
fn a_word_is_kept_while_it_is_composed_and_no_power_cut_doubles_it() {
    tell(Desk::in_the_book(false), async |desk| {
        let window = &desk.window;
        desk.compose("sheet", "kotoba", "ことば").await?;
        desk.kept_after(0).await?;
        // Keeping disturbs nothing: the same word is composed on, and becomes another.
        let word = desk.convert("sheet").await?;
        let before = desk.kept().await?;
        desk.commit().await?;
        desk.kept_after(before).await?;
        assert_eq!(window.value("sheet").await?, word);
        let before = desk.kept().await?;
        desk.compose("sheet", "haru", "はる").await?;
        desk.kept_after(before).await?;
        let Desk {
            window,
            method,
            home,
        } = desk;
        window.cut_the_power();
        drop(method);
        let window = Window::open(&home).await?;
        window.open_book(&PHRASE.concat()).await?;
        assert_eq!(window.value("sheet").await?, format!("{word}はる"));
        Ok(())
    });
}

#[test]
fn closing_the_book_in_the_middle_of_a_word_loses_nothing() {
    tell(Desk::in_the_book(false), async |desk| {
        let window = &desk.window;
        desk.compose("sheet", "kotoba", "ことば").await?;
        let word = desk.convert("sheet").await?;
        desk.commit().await?;
        // While a word is composed Ctrl+L is the input method's, and the word goes on.
        desk.compose("sheet", "haru", "はる").await?;
        window.press_keys(&["ctrl+l"])?;
        desk.commit().await?;
        desk.holds("sheet", &format!("{word}はる")).await?;
        assert_eq!(desk.times("unlock").await?, 0, "the book is still open");
        window.press_keys(&["ctrl+l"])?;
        window.see("unlock").await?;
        window.open_book(&PHRASE.concat()).await?;
        assert_eq!(window.value("sheet").await?, format!("{word}はる"));

        // The button closes it in the middle of a word.
        desk.begin("sheet").await?;
        desk.compose("sheet", "aki", "あき").await?;
        window.press("close-book").await?;
        window.see("unlock").await?;
        window.open_book(&PHRASE.concat()).await?;
        assert_eq!(window.value("sheet").await?, format!("{word}はるあき"));
        Ok(())
    });
}

#[test]
fn in_every_field_the_keys_of_a_composition_are_the_input_methods() {
    tell(Desk::in_the_book(false), async |desk| {
        let window = &desk.window;
        desk.begin("title").await?;
        desk.compose("title", "kotoba", "ことば").await?;
        let word = desk.convert("title").await?;
        desk.commit().await?;
        desk.holds("title", &word).await?;
        assert_eq!(window.focus().await?, "title");

        // The name of somebody: Escape takes back a word, Enter ends one, and only the next Enter takes the name.
        window.press("choose-tie").await?;
        desk.begin("tie-called").await?;
        desk.compose("tie-called", "haru", "はる").await?;
        window.press_keys(&["Escape"])?;
        desk.holds("tie-called", "").await?;
        desk.compose("tie-called", "aki", "あき").await?;
        desk.commit().await?;
        desk.holds("tie-called", "あき").await?;
        assert_eq!(desk.times("submit").await?, 0);
        window.press_keys(&["Return"])?;
        window.see("tie").await?;
        desk.holds("tie-called", "").await?;
        assert!(window.text().await?.contains("あき"));

        // A year may be written in the wide digits that Mozc gives.
        window.press("page-options-open").await?;
        window.ask(A_YEAR).await?;
        desk.begin("happened-year").await?;
        window.press_keys(&["ctrl+a"])?;
        desk.type_letters("2019")?;
        desk.holds("happened-year", "２０１９").await?;
        desk.commit().await?;
        window.press_keys(&["Tab"])?;
        desk.holds("happened-year", "2019").await?;

        // Nothing is looked for before the word is done.
        window.press_keys(&["ctrl+f"])?;
        desk.begin("find").await?;
        desk.compose("find", "haru", "はる").await?;
        window.press_keys(&["Escape"])?;
        desk.holds("find", "").await?;
        desk.compose("find", "kotoba", "ことば").await?;
        let word = desk.convert("find").await?;
        window.picture("finding-composed-ja").await?;
        let ended = desk.times("compositionend").await?;
        desk.commit().await?;
        window.see("found").await?;
        assert_eq!(window.value("find").await?, word);
        assert!(window.text().await?.contains("を待っていた"));
        let heard = desk.heard().await?;
        let found = heard.iter().position(|what| what == "found");
        let before: Vec<_> = heard.iter().take(found.unwrap_or(0)).collect();
        let done = before.iter().filter(|what| **what == "compositionend");
        assert_eq!(done.count(), ended + 1, "{heard:?}");
        Ok(())
    });
}

#[test]
fn a_phrase_in_japanese_is_composed_at_the_door_veiled_and_tried_only_when_asked() {
    tell(Desk::at_the_door(false), async |desk| {
        let window = &desk.window;
        window.ask(LISTEN).await?;
        desk.begin("passphrase").await?;
        desk.compose("passphrase", TYPED[0], PHRASE[0]).await?;
        window.picture("composing-veiled-ja").await?;
        desk.commit().await?;
        desk.compose("passphrase", TYPED[1], PHRASE[1]).await?;
        desk.commit().await?;
        desk.holds("passphrase", &PHRASE.concat()).await?;
        let heard = desk.heard().await?;
        assert!(
            !heard
                .iter()
                .any(|what| what == "submit" || what == "trouble"),
            "it was not tried before it was whole: {heard:?}"
        );
        window.press_keys(&["Return"])?;
        window.see("sheet").await?;
        Ok(())
    });
}

#[test]
fn a_phrase_of_ones_own_is_composed_in_its_sheet_which_escape_does_not_put_away() {
    tell(Desk::at_welcome(), async |desk| {
        let window = &desk.window;
        window.press("start-writing").await?;
        window.ask(LISTEN).await?;
        desk.begin("sheet").await?;
        desk.compose("sheet", "kotoba", "ことば").await?;
        desk.commit().await?;
        window.press("enough").await?;
        window.press("new-own").await?;
        desk.begin("new-phrase").await?;
        desk.compose("new-phrase", "haru", "はる").await?;
        window.press_keys(&["Escape"])?;
        desk.holds("new-phrase", "").await?;
        window.see("keep-sheet").await?;
        for field in ["new-phrase", "new-again"] {
            desk.begin(field).await?;
            desk.compose(field, &TYPED.concat(), &PHRASE.concat())
                .await?;
            desk.commit().await?;
        }
        window.picture("composing-phrase-ja").await?;
        assert_eq!(desk.times("submit").await?, 0);
        window.press("new-kept").await?;
        window.press("make-journal").await?;
        window.see("finished").await?;
        window.close_book().await?;
        window.open_book(&PHRASE.concat()).await?;
        Ok(())
    });
}

#[test]
fn in_the_old_style_a_word_stays_in_the_input_methods_box_and_arrives_once() {
    tell(Desk::in_the_book(true), async |desk| {
        let window = &desk.window;
        desk.type_letters("kotoba")?;
        desk.commit().await?;
        desk.holds("sheet", "ことば").await?;
        assert_eq!(desk.times("compositionstart").await?, 0);
        desk.kept_after(0).await?;
        window.press_keys(&["Return"])?;
        desk.holds("sheet", "ことば\n").await?;
        Ok(())
    });
}

#[test]
fn a_book_that_is_hidden_in_the_middle_of_a_word_keeps_the_word_as_it_stands_and_once() {
    tell(Desk::in_the_book(false), async |desk| {
        let window = &desk.window;
        desk.compose("sheet", "kotoba", "ことば").await?;
        window.press("hide-now").await?;
        window.see("unlock").await?;
        window.open_book(&PHRASE.concat()).await?;
        desk.holds("sheet", "ことば").await?;
        window.ask(LISTEN).await?;
        desk.begin("sheet").await?;
        desk.compose("sheet", "haru", "はる").await?;
        // Mozc keeps these keys for itself while it composes, and the page never hears of them.
        window.press_keys(&["ctrl+shift+l"])?;
        window.see("unlock").await?;
        window.open_book(&PHRASE.concat()).await?;
        desk.holds("sheet", "ことばはる").await?;
        Ok(())
    });
}
