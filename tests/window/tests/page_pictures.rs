//! Pictures on a page, in the real window: chosen, pasted, handed in; described, moved, taken off and put back; kept
//! through a closed book; and nothing of them in clear on the disk.

use std::path::{Path, PathBuf};

use awai::{Cover, NewPicture, PagesAsk};
use awai_window_tests::{
    Home, Keys, Look, PHRASE, Started, Told, Window, a_book, at, files_that_hold, middle, none,
    story,
};
use serde_json::json;

/// What the file of a picture is called; it stands nowhere else on this computer.
const NAME: &str = "Xanthoriabeere";

/// A picture that the project carries.
fn picture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/pictures/today-en.png")
}

async fn a_desk(tongue: &str, theme: &str) -> Told<(Home, Window)> {
    let home = a_book(tongue, theme)?;
    let window = Window::in_the_book(&home).await?;
    Ok((home, window))
}

/// Waits until so many stand there, and each of them is really drawn.
async fn see_pictures(window: &Window, wanted: u64) -> Told {
    window
        .until(&format!("{wanted} pictures are drawn"), async || {
            let drawn = "return [...document.querySelectorAll('[data-t=desk-picture] img')].filter((each) => each.complete && each.naturalWidth > 0).length";
            Ok(window.ask(drawn).await?.as_u64() == Some(wanted) && window.count("desk-picture").await? == wanted)
        })
        .await
}

async fn add(home: &Home, window: &Window, path: &Path) -> Told {
    home.answer_dialog(path)?;
    window.press("add-picture").await
}

/// What was told below the page.
async fn trouble(window: &Window, words: &str) -> Told {
    window
        .until(&format!("“{words}” is told"), async || {
            Ok(window.text().await?.contains(words))
        })
        .await
}

#[test]
fn a_picture_is_put_on_a_page_described_kept_through_a_closed_book_and_read_whole() {
    story(async {
        let (home, window) = a_desk("en", "light").await?;
        add(&home, &window, &picture()).await?;
        see_pictures(&window, 1).await?;
        let line = "I wonder what she saw when I\n![](picture:1)\n";
        assert_eq!(window.value("sheet").await?, line);
        // The caret stands behind it, in the sheet, and the sheet has the focus.
        assert_eq!(window.focus().await?, "sheet");
        window.write("sheet", "came in.").await?;
        window.write("picture-shows", "The [window], open").await?;
        window
            .until("the line says what it shows", async || {
                Ok(window.value("sheet").await?
                    == "I wonder what she saw when I\n![The \\[window\\], open](picture:1)\ncame in.")
            })
            .await?;
        window.close_book().await?;
        window.open_book(PHRASE).await?;
        see_pictures(&window, 1).await?;
        assert_eq!(window.value("picture-shows").await?, "The [window], open");
        window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
        window.see("finished").await?;
        window.press("look-back").await?;
        window.see("picture").await?;
        let read = "const each = document.querySelector('[data-t=picture]');
            return each.complete && each.naturalWidth > 1000 ? each.alt : null";
        window
            .until("the picture is read whole", async || {
                Ok(window.ask(read).await? == json!("The [window], open"))
            })
            .await?;
        let words = window.all("words").await?.concat();
        assert!(words.contains("came in.") && !words.contains("picture:"));
        // Written anew, it is there again under its number, and the page keeps its name.
        window.press("anew").await?;
        see_pictures(&window, 1).await?;
        assert!(window.value("sheet").await?.contains("](picture:1)"));
        Ok(())
    });
}

#[test]
fn a_picture_is_taken_off_and_put_back_another_stands_before_it_and_undoing_undoes() {
    story(async {
        let (home, window) = a_desk("fr", "light").await?;
        add(&home, &window, &picture()).await?;
        see_pictures(&window, 1).await?;
        add(&home, &window, &picture()).await?;
        see_pictures(&window, 2).await?;
        let begun = window.value("sheet").await?;
        assert!(
            begun.ends_with("![](picture:1)\n![](picture:2)\n"),
            "{begun}"
        );
        window.press("picture-up").await?;
        let turned = begun.replace(
            "![](picture:1)\n![](picture:2)",
            "![](picture:2)\n![](picture:1)",
        );
        let stands = async |words: &str| {
            let words = words.to_owned();
            window
                .until("the sheet says so", async || {
                    Ok(window.value("sheet").await? == words)
                })
                .await
        };
        stands(&turned).await?;
        // The first of them now, which is number two.
        window.press("picture-off").await?;
        let without = turned.replace("![](picture:2)\n", "");
        stands(&without).await?;
        window.see("picture-put-back").await?;
        window.press("picture-put-back").await?;
        window.gone("picture-put-back").await?;
        assert!(window.value("sheet").await?.contains("](picture:2)"));
        // As the menu and the keys of the system do it.
        window.ask("document.execCommand('undo')").await?;
        stands(&without).await?;
        // Finished without it, the page has one picture and nothing is left of the other.
        window.see("picture-put-back").await?;
        window.keys(&[Keys::CTRL, Keys::ENTER]).await?;
        window.see("finished").await?;
        window.press("another-page").await?;
        window.see("sheet").await?;
        assert_eq!(window.count("desk-picture").await?, 0);
        Ok(())
    });
}

#[test]
fn a_picture_on_the_clipboard_goes_onto_the_page_and_words_are_pasted_as_ever() {
    story(async {
        let (_home, window) = a_desk("en", "light").await?;
        let paste = "const [words, bytes] = arguments;
            const held = new DataTransfer();
            if (words) held.setData('text/plain', words);
            if (bytes.length > 0) held.items.add(new File([new Uint8Array(bytes)], 'x.png', { type: 'image/png' }));
            const event = new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true });
            document.querySelector('[data-t=sheet]').dispatchEvent(event);
            return event.defaultPrevented;";
        let bytes = std::fs::read(picture())?;
        let client = window.client();
        window.see("sheet").await?;
        let words = client
            .execute(paste, vec![json!("a word"), json!([])])
            .await?;
        assert_eq!(words, json!(false), "the web view pastes words itself");
        let both = client
            .execute(paste, vec![json!("a word"), json!(bytes)])
            .await?;
        assert_eq!(both, json!(false), "where words are, words are meant");
        let taken = client.execute(paste, vec![json!(""), json!(bytes)]).await?;
        assert_eq!(taken, json!(true));
        see_pictures(&window, 1).await?;
        let taken = client
            .execute(paste, vec![json!(""), json!([1, 2, 3])])
            .await?;
        assert_eq!(taken, json!(true));
        trouble(&window, "This file is not a picture").await?;
        assert_eq!(window.count("desk-picture").await?, 1);
        Ok(())
    });
}

#[test]
fn what_cannot_be_put_on_a_page_is_told_in_a_sentence_and_the_page_is_as_it_was() {
    story(async {
        let (home, window) = a_desk("en", "light").await?;
        let before = window.value("sheet").await?;
        let bytes = std::fs::read(picture())?;
        let file = |name: &str, bytes: &[u8]| -> Told<PathBuf> {
            let path = home.path().join(name);
            std::fs::write(&path, bytes)?;
            Ok(path)
        };
        let torn = bytes.get(..bytes.len() / 2).unwrap_or_default();
        for (path, words) in [
            (
                file("words.png", b"only words")?,
                "This file is not a picture",
            ),
            (file("torn.png", torn)?, "This picture breaks off"),
            (home.path().to_owned(), "The picture cannot be reached"),
        ] {
            add(&home, &window, &path).await?;
            trouble(&window, words).await?;
            assert_eq!(window.count("desk-picture").await?, 0);
        }
        // Nothing chosen is nothing told.
        window.press("add-picture").await?;
        window
            .until("the dialog is over", async || {
                let busy = "return document.querySelector('[data-t=add-picture]').ariaDisabled";
                Ok(window.ask(busy).await? == "false")
            })
            .await?;
        assert_eq!(window.value("sheet").await?, before);
        assert_eq!(window.count("desk-picture").await?, 0);
        Ok(())
    });
}

#[test]
fn a_picture_that_is_handed_in_goes_onto_the_page_being_written_and_nowhere_else() {
    story(async {
        let (home, window) = a_desk("en", "light").await?;
        let path = picture();
        let name = path.to_str().ok_or("the picture has a name")?;
        // As a file that is dropped: both wait in the same place until the page asks.
        let mut second = Started::window(&home, window.screen(), &[name])?;
        assert!(second.ended()?.success());
        see_pictures(&window, 1).await?;
        window.press("nav-looking-back").await?;
        window.see("page-line").await?;
        let mut third = Started::window(&home, window.screen(), &[name])?;
        assert!(third.ended()?.success());
        trouble(&window, "A picture is put on a page while").await?;
        assert!(window.sees("looking-back").await?);
        window.press("nav-today").await?;
        see_pictures(&window, 1).await?;
        Ok(())
    });
}

#[test]
fn before_there_is_a_journal_a_picture_asks_for_a_passphrase_first() {
    story(async {
        let home = Home::empty()?;
        home.settle("en", "light")?;
        let window = Window::open(&home).await?;
        window.press("start-writing").await?;
        window.write("sheet", "the quay").await?;
        home.answer_dialog(&picture())?;
        window.press("add-picture").await?;
        window.drawn_words("new-typed").await?;
        window.press("new-kept").await?;
        window.press("make-journal").await?;
        see_pictures(&window, 1).await?;
        assert_eq!(window.value("sheet").await?, "the quay\n![](picture:1)\n");
        Ok(())
    });
}

#[test]
fn pictures_are_looked_at_in_each_language_by_day_by_night_and_in_a_narrow_window() {
    story(async {
        let mut found = Vec::new();
        for (tongue, theme) in [("en", "light"), ("ja", "dark"), ("fr", "contrast_light")] {
            let (home, window) = a_desk(tongue, theme).await?;
            add(&home, &window, &picture()).await?;
            see_pictures(&window, 1).await?;
            add(&home, &window, &picture()).await?;
            see_pictures(&window, 2).await?;
            window.press("picture-off").await?;
            window.see("picture-put-back").await?;
            let mut look = Look::around(&window, tongue, theme, found);
            look.at("today-pictures").await?;
            let below = "document.querySelector('.bar').scrollIntoView({ block: 'end' })";
            window.ask(below).await?;
            look.at("today-pictures-below").await?;
            window.client().set_window_rect(0, 0, 340, 800).await?;
            window.ask(below).await?;
            look.at("today-pictures-narrow").await?;
            let wide = "return document.documentElement.scrollWidth <= innerWidth";
            assert_eq!(window.ask(wide).await?, json!(true), "{tongue}");
            found = look.found;
        }
        none(&found)
    });
}

#[test]
fn nothing_of_a_picture_lies_in_clear_on_the_disk() {
    story(async {
        let (home, window) = a_desk("en", "light").await?;
        let elsewhere = tempfile::tempdir()?;
        let path = elsewhere.path().join(format!("{NAME}.png"));
        std::fs::copy(picture(), &path)?;
        add(&home, &window, &path).await?;
        see_pictures(&window, 1).await?;
        window.close_book().await?;
        drop(window);
        let now = at("2026-11-01T23:00:00+09:00")?;
        let mut journal = home.book(now)?;
        let at_hand = journal.pictures_at_hand(None)?;
        let put = at_hand.first().ok_or("the picture is there")?;
        let (_, kept) = journal.picture(put.id)?;
        let draft = journal.draft(None)?.ok_or("the draft is there")?;
        let save = awai::DraftSave {
            page: None,
            rev: draft.rev + 1,
            writing: draft.writing,
        };
        let page = journal.finish_draft(&save, now)?;
        let shown = journal.page(page.id, Cover::Closed)?.blocks;
        assert!(format!("{shown:?}").contains(&put.id.to_string()));
        let all = PagesAsk {
            limit: 500,
            ..PagesAsk::default()
        };
        assert_eq!(journal.pages(&all)?.lines.len(), 6, "no page is lost");
        journal.close()?;
        // A stretch out of the middle of it, as it came and as it is kept.
        let came = std::fs::read(&path)?;
        assert!(NewPicture::of(&came).is_ok());
        let told = [middle(&came)?, middle(&kept)?, NAME.into()];
        assert_eq!(files_that_hold(home.path(), &told)?, Vec::<String>::new());
        Ok(())
    });
}
