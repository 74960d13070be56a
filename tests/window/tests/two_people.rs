//! Two people with two windows, Japanese on one side and French on the other, and nothing between them but a folder:
//! they pair, and a letter and an echo go both ways. Then a third person, who has a browser and nothing else, opens a
//! letter with the eight words. The network is cut for all of it.

use std::path::{Path, PathBuf};

use awai_window_tests::{Chromium, Home, Told, Window, a_book, story, with_the_network_cut};

/// Somebody, their home, and their window.
struct Person {
    home: Home,
    window: Window,
    stick: PathBuf,
}

impl Person {
    async fn begins(tongue: &str, stick: &Path) -> Told<Person> {
        let home = a_book(tongue, "light")?;
        let window = Window::in_the_book(&home).await?;
        Ok(Person {
            home,
            window,
            stick: stick.to_owned(),
        })
    }

    /// Puts a file onto the stick by a button, and says which one is new there.
    async fn put_away(&self, button: &str, said: &str) -> Told<PathBuf> {
        let there = |stick: &Path| -> Told<Vec<PathBuf>> {
            std::fs::read_dir(stick)?
                .map(|file| Ok(file?.path()))
                .collect()
        };
        let before = there(&self.stick)?;
        self.home.answer_dialog(&self.stick)?;
        self.window.press(button).await?;
        self.window.see(said).await?;
        let new = there(&self.stick)?
            .into_iter()
            .find(|file| !before.contains(file));
        Ok(new.ok_or("nothing was put onto the stick")?)
    }

    /// Chooses a file from the stick by a button.
    async fn take(&self, button: &str, file: &Path) -> Told {
        self.home.answer_dialog(file)?;
        self.window.press(button).await
    }

    /// Opens a letter of the other and keeps it; its text as it is shown.
    async fn receive(&self, file: &Path, called: &str) -> Told<String> {
        self.window.press("nav-letters").await?;
        self.window.press("open-letter").await?;
        self.take("look-chosen", file).await?;
        let writer = self.window.see("writer").await?.text().await?;
        assert!(writer.contains(called), "{writer}");
        self.window.press("arrived-open").await?;
        self.window.press("arrived-keep").await?;
        self.window.press("settled-read").await?;
        self.window.see("answers").await?;
        self.window.text().await
    }

    /// Looks at what will leave, seals it now, and puts it onto the stick.
    async fn seal(&self) -> Told<PathBuf> {
        self.window.seal_now().await?;
        self.put_away("sealed-save", "sealed-saved").await
    }

    async fn write_a_letter(&self, words: &str) -> Told<PathBuf> {
        self.window.press("nav-letters").await?;
        self.window.press("companion").await?;
        self.window.press("companion-write").await?;
        self.window.write("letter-own", words).await?;
        self.window.press("letter-look").await?;
        self.seal().await
    }

    /// Seals a letter for somebody without Awai: the page on the stick, and the words to be said.
    async fn write_to_somebody_without_awai(&self, words: &str) -> Told<(PathBuf, String)> {
        self.window.press("nav-letters").await?;
        self.window.press("letter-write").await?;
        self.window.press("to-stranger").await?;
        self.window.write("letter-their-name", "Marguerite").await?;
        self.window.write("letter-my-name", "Claire").await?;
        self.window.write("letter-own", words).await?;
        self.window.press("letter-look").await?;
        self.window.seal_now().await?;
        let said = self.window.items("sealed-words").await?.join(" ");
        let page = self.put_away("sealed-page", "sealed-saved").await?;
        Ok((page, said))
    }

    /// Answers the letter that is being read with one line of an echo.
    async fn echo(&self, words: &str) -> Told<PathBuf> {
        self.window.press("answer-echo").await?;
        self.window.write("answer-field", words).await?;
        self.window.press("answer-look").await?;
        self.seal().await
    }
}

/// The invitation, eight words by voice, and the reply.
async fn pair(aki: &Person, claire: &Person) -> Told {
    aki.window.press("nav-letters").await?;
    aki.window.press("invite").await?;
    aki.window.write("new-called", "クレール").await?;
    aki.window.write("new-my-name", "アキ").await?;
    aki.window.press("invite-make").await?;
    let said = aki.window.items("invite-words").await?.join(" ");
    let invitation = aki.put_away("invite-save", "invite-saved").await?;
    claire.window.press("nav-letters").await?;
    claire.window.press("accept").await?;
    claire.take("pairing-choose", &invitation).await?;
    claire.window.write("pairing-words", &said).await?;
    claire.window.press("pairing-open").await?;
    claire.window.see("invited-by").await?;
    claire.window.write("new-my-name", "Claire").await?;
    claire.window.press("pairing-accept").await?;
    let reply = claire.put_away("reply-save", "reply-saved").await?;
    aki.window.press("waiting-reply").await?;
    aki.take("pairing-choose", &reply).await?;
    aki.window.press("pairing-complete").await?;
    aki.window.see("companion-room").await?;
    Ok(())
}

async fn exchange() -> Told {
    let stick = tempfile::tempdir()?;
    let aki = Person::begins("ja", stick.path()).await?;
    let claire = Person::begins("fr", stick.path()).await?;
    pair(&aki, &claire).await?;
    // A letter in Japanese, and an echo in French.
    let letter = aki
        .write_a_letter("駅で三十分ならんでいた。雪は降らなかった。")
        .await?;
    let read = claire.receive(&letter, "アキ").await?;
    assert!(read.contains("雪は降らなかった。"), "{read}");
    let echo = claire.echo("La neige qui n’est pas venue.").await?;
    let read = aki.receive(&echo, "クレール").await?;
    assert!(read.contains("La neige qui n’est pas venue."), "{read}");
    assert!(
        read.contains("Lesquels de tes mots sont encore avec moi?"),
        "{read}"
    );
    // And the other way.
    let letter = claire
        .write_a_letter("Ce matin, la bouilloire chantait toute seule.")
        .await?;
    let read = aki.receive(&letter, "クレール").await?;
    assert!(read.contains("la bouilloire chantait"), "{read}");
    let echo = aki.echo("ひとりで歌うやかん。").await?;
    let read = claire.receive(&echo, "アキ").await?;
    assert!(read.contains("ひとりで歌うやかん。"), "{read}");
    // Both have the four letters side by side, each voice in its own column.
    for (person, name) in [(&aki, "two-people-ja"), (&claire, "two-people-fr")] {
        person.window.press("nav-letters").await?;
        person.window.press("companion").await?;
        person.window.see("voices").await?;
        let voices = "return [...document.querySelectorAll('[data-t=voice]')].map((one) => one.dataset.whose)";
        let whose = person.window.ask(voices).await?;
        let whose: Vec<&str> = whose
            .as_array()
            .map(|all| all.iter().filter_map(|one| one.as_str()).collect())
            .unwrap_or_default();
        assert_eq!(whose.iter().filter(|one| **one == "mine").count(), 2);
        assert_eq!(whose.len(), 4);
        person.window.picture(name).await?;
    }
    // Somebody who has no Awai reads it, too.
    let (page, words) = claire
        .write_to_somebody_without_awai("La bouilloire chante encore.")
        .await?;
    let elsewhere = tempfile::tempdir()?;
    if let Some(browser) = Chromium::open(elsewhere.path()).await? {
        browser.read(&page).await?;
        browser.write("words", &words).await?;
        browser.press("open").await?;
        browser.shows("La bouilloire chante encore.").await?;
        let own = |url: &String| url.starts_with("file://") || url.starts_with("blob:");
        let asked = browser.requests()?;
        assert!(asked.iter().all(own), "{asked:?}");
        assert_eq!(browser.complaints()?, Vec::<String>::new());
    }
    Ok(())
}

#[test]
fn two_people_exchange_letters_with_no_network_at_all() {
    with_the_network_cut(
        "two_people::two_people_exchange_letters_with_no_network_at_all",
        || story(exchange()),
    );
}
