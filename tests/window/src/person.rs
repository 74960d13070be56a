//! What a person does over and over: begin a book, close it, open it again.

use crate::{Keys, Told, Window};

impl Window {
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

    /// In the sheet that asks for a passphrase: takes the six words and goes on.
    ///
    /// # Errors
    /// When the sheet is not there.
    pub async fn keep_with_drawn_words(&self) -> Told<String> {
        let phrase = self.see("new-typed").await?.text().await?;
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

    /// Moves the focus on with the Tab key until it stands on what is named so.
    ///
    /// # Errors
    /// When it never comes there.
    pub async fn tab_to(&self, name: &str) -> Told {
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

    /// Comes to what is named so with the Tab key, and presses a key there.
    ///
    /// # Errors
    /// When the focus never comes there.
    pub async fn press_by_tab(&self, name: &str, key: char) -> Told {
        self.see(name).await?;
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
        let script = format!(
            "return [...document.querySelectorAll('[data-t=\"{name}\"]')].map((each) => each.innerText.trim())"
        );
        let found = self.ask(&script).await?;
        let list = found.as_array().cloned().unwrap_or_default();
        Ok(list
            .iter()
            .filter_map(|each| each.as_str().map(str::to_owned))
            .collect())
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
