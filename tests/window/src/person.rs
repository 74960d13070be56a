//! What a person does over and over: begin a book, close it, open it again.

use serde_json::json;

use crate::{Home, Keys, PHRASE, Told, Window};

impl Window {
    /// Opens the window of a home, and the book in it with [`PHRASE`].
    ///
    /// # Errors
    /// When one of them does not open.
    pub async fn in_the_book(home: &Home) -> Told<Window> {
        let window = Window::open(home).await?;
        window.open_book(PHRASE).await?;
        Ok(window)
    }

    /// The same, gone on to the letters.
    ///
    /// # Errors
    /// As [`Window::in_the_book`].
    pub async fn among_the_letters(home: &Home) -> Told<Window> {
        let window = Window::in_the_book(home).await?;
        window.press("nav-letters").await?;
        Ok(window)
    }

    /// From Welcome to a kept page with these words; the passphrase that was drawn.
    ///
    /// # Errors
    /// When anything on the way is not there.
    pub async fn begin_book(&self, words: &str) -> Told<String> {
        self.press("start-writing").await?;
        self.write("sheet", words).await?;
        self.press("enough").await?;
        self.keep_with_drawn_words().await
    }

    /// The six words, once they are drawn.
    ///
    /// # Errors
    /// When they are not.
    pub async fn drawn_words(&self, name: &str) -> Told<String> {
        self.until("six words are drawn", async || {
            Ok(!self.see(name).await?.text().await?.is_empty())
        })
        .await?;
        Ok(self.see(name).await?.text().await?)
    }

    /// In the sheet that asks for a passphrase: takes the six words and goes on.
    ///
    /// # Errors
    /// When the sheet is not there.
    pub async fn keep_with_drawn_words(&self) -> Told<String> {
        let phrase = self.drawn_words("new-typed").await?;
        self.press("new-kept").await?;
        self.press("make-journal").await?;
        self.see("finished").await?;
        Ok(phrase)
    }

    /// Closes the book with the keyboard and waits for the door.
    ///
    /// # Errors
    /// When the door does not come.
    pub async fn close_book(&self) -> Told {
        self.keys(&[Keys::CTRL, 'l']).await?;
        self.see("unlock").await?;
        Ok(())
    }

    /// Opens the book.
    ///
    /// # Errors
    /// When it does not open.
    pub async fn open_book(&self, phrase: &str) -> Told {
        self.write("passphrase", phrase).await?;
        // After the book was closed this is another page.
        self.slowed().await?;
        self.keys(&[Keys::ENTER]).await?;
        self.see("sheet").await?;
        Ok(())
    }

    /// Chooses a language on Welcome.
    ///
    /// # Errors
    /// When Welcome is not there.
    pub async fn speak(&self, tongue: &str) -> Told {
        self.press(&format!("language-{tongue}")).await?;
        let script = "return document.documentElement.lang";
        self.until("the language changes", async || {
            Ok(self.ask(script).await?.as_str() == Some(tongue))
        })
        .await
    }

    /// Looks for words in Looking back; what is found is shown.
    ///
    /// # Errors
    /// When the room or its field is not there.
    pub async fn look_for(&self, words: &str) -> Told {
        self.press("nav-looking-back").await?;
        self.see("find").await?.clear().await?;
        self.write("find", words).await?;
        self.keys(&[Keys::ENTER]).await?;
        self.see("found").await?;
        Ok(())
    }

    /// Opens a fold that is named so, unless it lies open.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn unfold(&self, name: &str) -> Told {
        self.see(name).await?;
        let script = format!(
            "const fold = document.querySelector('[data-t=\"{name}\"]'); fold.open || fold.querySelector('summary').click()"
        );
        self.ask(&script).await?;
        Ok(())
    }

    /// Waits until one of those that are named so holds these words, and presses it.
    ///
    /// # Errors
    /// When none does.
    pub async fn press_the(&self, name: &str, words: &str) -> Told {
        let script = "const [name, words] = arguments;
            const all = [...document.querySelectorAll(`[data-t=\"${name}\"]`)];
            const one = all.find((each) => each.textContent.includes(words));
            one?.click();
            return Boolean(one)";
        self.until(&format!("a “{name}” holds “{words}”"), async || {
            let asked = vec![json!(name), json!(words)];
            Ok(self.client().execute(script, asked).await? == true)
        })
        .await
    }

    /// Waits until something is said where it is named so.
    ///
    /// # Errors
    /// When nothing is.
    pub async fn told(&self, name: &str) -> Told {
        self.until(&format!("“{name}” says something"), async || {
            Ok(!self.see(name).await?.text().await?.is_empty())
        })
        .await
    }

    /// Says of the letter that is to leave that it was read, unless all of it was on the screen, and waits until it may
    /// be sealed.
    ///
    /// # Errors
    /// When no letter is to leave.
    pub async fn read_whole(&self) -> Told {
        self.see("leaving").await?;
        let unread = "return document.querySelector('[data-t=seal-read]').checked === false";
        if self.ask(unread).await? == true {
            self.press("seal-read").await?;
        }
        let waits = "return document.querySelector('[data-t=seal-now]').ariaDisabled";
        self.until("it may be sealed", async || {
            Ok(self.ask(waits).await? == "false")
        })
        .await
    }

    /// The same, and seals it now.
    ///
    /// # Errors
    /// As [`Window::read_whole`].
    pub async fn seal_now(&self) -> Told {
        self.read_whole().await?;
        self.press("seal-now").await
    }

    /// Moves the focus on with the Tab key until it stands on what is named so.
    ///
    /// # Errors
    /// When it never comes there.
    pub async fn tab_to(&self, name: &str) -> Told {
        self.see(name).await?;
        for _ in 0..60 {
            if self.focus().await? == name {
                return Ok(());
            }
            self.keys(&[Keys::TAB]).await?;
        }
        Err(format!("the focus never came to “{name}”").into())
    }

    /// The name of what has the focus; empty when it has none.
    ///
    /// # Errors
    /// When the window does not answer.
    pub async fn focus(&self) -> Told<String> {
        let name = self
            .ask("return document.activeElement?.dataset?.t ?? ''")
            .await?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the focus came by itself to what is named so.
    ///
    /// # Errors
    /// When it stays elsewhere.
    pub async fn has_focus(&self, name: &str) -> Told {
        self.until(&format!("“{name}” has the focus"), async || {
            Ok(self.focus().await? == name)
        })
        .await
    }

    /// Comes to what is named so with the Tab key, and presses a key there.
    ///
    /// # Errors
    /// When the focus never comes there.
    pub async fn press_by_tab(&self, name: &str, key: char) -> Told {
        self.tab_to(name).await?;
        self.keys(&[key]).await
    }

    /// The words of the room, without the rail.
    ///
    /// # Errors
    /// When the window does not answer.
    pub async fn main_words(&self) -> Told<String> {
        let shown = self
            .ask("return document.querySelector('main').innerText")
            .await?;
        Ok(shown.as_str().unwrap_or_default().to_owned())
    }

    /// The words of each that is named so, in their order.
    ///
    /// # Errors
    /// When the window does not answer.
    pub async fn all(&self, name: &str) -> Told<Vec<String>> {
        let found = self.read_each(&named(name), "innerText").await?;
        Ok(found.iter().map(|each| each.trim().to_owned()).collect())
    }

    /// The words of each item of a list that is named so, once it is seen.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn items(&self, name: &str) -> Told<Vec<String>> {
        self.see(name).await?;
        let items = format!("{} li", named(name));
        self.read_each(&items, "innerText").await
    }

    /// All that each holds that is named so, folded away or not and to the last sign, once it is seen.
    ///
    /// # Errors
    /// When none is there.
    pub async fn whole(&self, name: &str) -> Told<Vec<String>> {
        self.see(name).await?;
        self.read_each(&named(name), "textContent").await
    }

    async fn read_each(&self, selector: &str, property: &str) -> Told<Vec<String>> {
        let script = "const [selector, property] = arguments;
            return [...document.querySelectorAll(selector)].map((each) => each[property])";
        let asked = vec![json!(selector), json!(property)];
        let found = self.client().execute(script, asked).await?;
        Ok(serde_json::from_value(found)?)
    }

    /// How many are named so.
    ///
    /// # Errors
    /// When the window does not answer.
    pub async fn count(&self, name: &str) -> Told<u64> {
        let script = format!("return document.querySelectorAll('[data-t=\"{name}\"]').length");
        Ok(self.ask(&script).await?.as_u64().unwrap_or_default())
    }
}

/// What finds everything that is named so.
fn named(name: &str) -> String {
    format!("[data-t=\"{name}\"]")
}
