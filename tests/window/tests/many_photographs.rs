//! A letter with as many large photographs as go into one, in the real window: how far it is can be seen while it is
//! put together and while it is sealed, either can be stopped, and then everything is as it was; the window answers
//! all the while, and every picture arrives.

use std::io::Read;
use std::path::Path;
use std::time::{Duration, Instant};

use awai::{NewPicture, Tongue, Writing};
use awai_window_tests::{
    Friend, Home, Keys, Told, Window, a_book, at, befriend, story, the_file_in,
};
use serde_json::Value;

/// With one more the letter would hold more than it may.
const PHOTOGRAPHS: u32 = 20;

/// How long half of the keys may take to be answered. A tenth of a second is what is wanted; the rest is for a computer
/// that does other things meanwhile, and now and then keeps one key waiting for longer.
const ANSWERED_WITHIN: Duration = Duration::from_millis(1_500);

/// How high the photographs are, in points.
const HEIGHT: u32 = 1_900;

/// How wide the photographs are, each by another point, so that none is taken for another.
fn widths() -> impl Iterator<Item = u32> {
    (0..PHOTOGRAPHS).map(|number| 1_500 + number)
}

/// A photograph of gravel, as it were: more than two million bytes, however it is written. By way of a file it is the
/// library that writes it, which is built to be quick.
fn photograph(width: u32) -> Told<Vec<u8>> {
    let mut chance = width;
    let gravel = image::GrayImage::from_fn(width, HEIGHT, |_, _| {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        image::Luma([chance.to_be_bytes()[0]])
    });
    let file = tempfile::Builder::new().suffix(".jpeg").tempfile()?;
    gravel.save(file.path())?;
    Ok(std::fs::read(file.path())?)
}

/// A page with all of them.
fn lay_in(home: &Home) -> Told {
    let now = at("2026-11-03T20:00:00+09:00")?;
    let mut book = home.book(now)?;
    let mut page = Writing {
        title: "The whole beach".to_owned(),
        lang: "en".to_owned(),
        ..Writing::default()
    };
    let mut pictures = Vec::new();
    for width in widths() {
        let picture = NewPicture::of(&photograph(width)?)?;
        page.body.push_str(&format!(
            "{}\n\n",
            picture.marker(&format!("Stone {width}"))
        ));
        pictures.push(picture);
    }
    book.write_with(&page, pictures, now)?;
    book.close()?;
    Ok(())
}

/// What the journal keeps of letters that are begun.
async fn drafts(window: &Window) -> Told<Value> {
    let script =
        "window.__TAURI_INTERNALS__.invoke('letter_drafts').then(arguments[arguments.length - 1])";
    let kept = window.client().execute_async(script, Vec::new()).await?;
    assert_eq!(kept.as_array().map(Vec::len), Some(1));
    Ok(kept)
}

/// The same, once these words and all of the photographs are in it.
async fn kept_with(window: &Window, words: &str) -> Told<Value> {
    let whole = async || {
        let kept = drafts(window).await?;
        let kept = kept.to_string();
        Ok(kept.contains(words) && kept.contains(&format!(",{}]", PHOTOGRAPHS - 1)))
    };
    window.until("the letter is kept", whole).await?;
    drafts(window).await
}

/// Watches in the page from now on, quicker than whoever asks from outside: what the bar is called and how far it is,
/// and the room of the pictures when they are put there, before one of them can have come.
async fn watch(window: &Window) -> Told {
    let script = "clearInterval(window.watching);
        window.looking?.disconnect();
        const [count] = arguments, seen = window.seen = [];
        window.watching = setInterval(() => {
            const bar = document.querySelector('[data-t=letter-headway] progress');
            if (bar && bar.position !== seen.at(-1)?.[1]) seen.push([bar.labels[0]?.textContent, bar.position]);
        }, 10);
        window.looking = new MutationObserver(() => {
            const all = [...document.querySelectorAll('[data-t=letter-picture]')];
            if (all.length < count) return;
            window.looking.disconnect();
            window.rooms = all.map((each) => [each.complete && each.naturalWidth > 0, each.clientWidth, each.clientHeight]);
        });
        window.looking.observe(document, { childList: true, subtree: true })";
    let count = vec![PHOTOGRAPHS.into()];
    window.client().execute(script, count).await?;
    Ok(())
}

/// Waits until what is watched is so far, or is over: the bar grows, words say what is done, and keys are answered
/// meanwhile.
async fn goes_on(window: &Window, words: &str, until: f64) -> Told {
    let (began, mut answered) = (Instant::now(), Vec::new());
    let seen = loop {
        let seen = window.ask("return window.seen").await?;
        let seen: Vec<(String, f64)> = serde_json::from_value(seen)?;
        let far = seen.last().map(|(_, far)| *far);
        let over = far.is_some() && !window.sees("letter-headway").await?;
        if over || (far >= Some(until) && seen.len() > 1) {
            break seen;
        }
        let pressed = Instant::now();
        let focus = "return document.activeElement?.outerHTML ?? ''";
        let here = window.ask(focus).await?;
        window.keys(&[Keys::TAB]).await?;
        window
            .until("a key is answered", async || {
                Ok(window.ask(focus).await? != here)
            })
            .await?;
        answered.push(pressed.elapsed());
        eprintln!("{words} {far:?} after {:?}", began.elapsed());
        tokio::time::sleep(Duration::from_millis(100)).await;
    };
    assert!(seen.len() > 1, "it was not seen to go on: {seen:?}");
    assert!(seen.iter().all(|(named, _)| named == words), "{seen:?}");
    assert!(
        seen.is_sorted_by_key(|(_, far)| *far),
        "it goes back: {seen:?}"
    );
    answered.sort();
    let half = answered.get(answered.len() / 2);
    assert!(half < Some(&ANSWERED_WITHIN), "answered after {answered:?}");
    Ok(())
}

/// What is begun next is stopped as soon as that can be done, quicker than a hand: a quick machine is ready before one.
async fn stop_at_once(window: &Window) -> Told {
    let script = "window.stopped = new Promise((stopped) => new MutationObserver((_, watch) => {
            const stop = document.querySelector('[data-t=stop-letter-headway]');
            if (!stop) return;
            watch.disconnect();
            stop.click();
            stopped(true);
        }).observe(document, { childList: true, subtree: true }))";
    window.ask(script).await?;
    Ok(())
}

/// Sees that nothing came of what was stopped.
async fn nothing_came_of_it(window: &Window, before: &Value, stick: &Path) -> Told {
    window.gone("letter-headway").await?;
    assert_eq!(&drafts(window).await?, before);
    assert_eq!(std::fs::read_dir(stick)?.count(), 0, "a file is left");
    Ok(())
}

/// Of the text that is in the file a beginning is shown, and more of it when that is asked for.
async fn its_very_text_goes_on(window: &Window) -> Told {
    let shown =
        async || Ok::<_, Box<dyn std::error::Error>>(window.whole("leaving-text").await?.concat());
    window.unfold("leaving-bytes").await?;
    let beginning = shown().await?;
    assert!(beginning.starts_with('{') && beginning.contains("All of the beach."));
    assert!(beginning.len() < 1_000_000, "{} bytes", beginning.len());
    window.press("leaving-further").await?;
    let more = async || {
        let more = shown().await?;
        Ok(more.len() > beginning.len() && more.starts_with(&beginning))
    };
    window.until("more of the text is shown", more).await
}

/// The room of every picture is there before the picture is: nothing below moves while they come.
async fn pictures_have_their_room(window: &Window) -> Told {
    let rooms = window.ask("return window.rooms").await?;
    let rooms: Vec<(bool, f64, f64)> = serde_json::from_value(rooms)?;
    assert_eq!(rooms.len(), PHOTOGRAPHS as usize);
    for ((_, across, down), width) in rooms.iter().zip(widths()) {
        let (of, to) = (f64::from(width), f64::from(HEIGHT));
        assert!(
            *across > 100.0 && (across * to / of - down).abs() < 2.0,
            "{rooms:?}"
        );
    }
    assert!(rooms.iter().all(|(came, ..)| !came), "one came before");
    Ok(())
}

/// Saves the letter on a stick that takes only its beginning, and stops.
async fn stop_saving(home: &Home, window: &Window, stick: &Path) -> Told {
    let place = stick.join("beach.age");
    let pipe = stick.join("beach.age.part");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status()?;
    assert!(made.success());
    let (go_on, waits) = std::sync::mpsc::channel::<()>();
    let slow = std::thread::spawn(move || -> std::io::Result<u64> {
        let mut stick = std::fs::File::open(pipe)?;
        let mut taken = std::io::copy(&mut (&mut stick).take(400_000), &mut std::io::sink())?;
        let _ = waits.recv();
        taken += std::io::copy(&mut stick, &mut std::io::sink())?;
        Ok(taken)
    });
    home.answer_dialog(&place)?;
    window.press("sealed-save").await?;
    window.see("letter-headway").await?;
    let words = window.see("letter-headway").await?.text().await?;
    assert!(words.starts_with("Saving the file…"), "{words}");
    window.picture("letter-headway-saving").await?;
    window.press("stop-letter-headway").await?;
    // Whoever asks after that is answered after that: the stick takes no more before it was told to stop.
    let ask =
        "window.__TAURI_INTERNALS__.invoke('letter_headway').then(arguments[arguments.length - 1])";
    window.client().execute_async(ask, Vec::new()).await?;
    go_on.send(())?;
    window.gone("letter-headway").await?;
    let taken = slow.join().map_err(|_| "the stick fell out")??;
    assert!((400_000..2_000_000).contains(&taken), "{taken} bytes");
    assert_eq!(std::fs::read_dir(stick)?.count(), 0, "a file is left");
    assert!(!window.sees("sealed-saved").await? && window.sees("sealed-save").await?);
    Ok(())
}

/// Every picture arrived, and is whole.
fn every_picture_is_there(friend: &mut Friend, file: &[u8]) -> Told {
    let letter = friend.keep(file)?;
    let kept = friend.journal.thread(friend.person)?.letters;
    let version = kept.last().ok_or("the letter is kept")?.version;
    let came: Vec<_> = letter.files.iter().filter_map(|file| file.size).collect();
    assert_eq!(
        came,
        widths().map(|width| (width, HEIGHT)).collect::<Vec<_>>()
    );
    for (number, width) in widths().enumerate() {
        let told = letter.files.get(number).map(|file| file.words.as_str());
        assert_eq!(told, Some(format!("Stone {width}").as_str()));
        let (sort, bytes) = friend.journal.letter_file(version, number)?;
        assert_eq!(sort, "jpeg");
        let picture = image::load_from_memory(&bytes)?;
        assert_eq!((picture.width(), picture.height()), (width, HEIGHT));
    }
    Ok(())
}

#[test]
fn twenty_photographs_go_out_are_stopped_and_go_out() {
    story(async {
        let home = a_book("en", "light")?;
        let mut friend = befriend(&home, "Bo", Tongue::Fr)?;
        lay_in(&home)?;
        let stick = tempfile::tempdir()?;
        let window = Window::among_the_letters(&home).await?;
        window.press("companion").await?;
        window.press("companion-write").await?;
        window.write("letter-own", "All of the beach.").await?;
        window.press("pages-open").await?;
        window.press("page-lay").await?;
        window.press("passages-all").await?;
        let before = kept_with(&window, "All of the beach.").await?;
        // Put together, and stopped half way: there is nothing to look at, and what was chosen is chosen still.
        watch(&window).await?;
        window.press("letter-look").await?;
        window.see("letter-headway").await?;
        window.picture("letter-headway-composing").await?;
        goes_on(&window, "Putting the letter together…", 0.3).await?;
        window.press("stop-letter-headway").await?;
        nothing_came_of_it(&window, &before, stick.path()).await?;
        assert!(!window.sees("leaving").await?);
        assert_eq!(window.value("letter-own").await?, "All of the beach.");
        watch(&window).await?;
        window.press("letter-look").await?;
        goes_on(&window, "Putting the letter together…", 2.0).await?;
        window.see("leaving").await?;
        pictures_have_their_room(&window).await?;
        its_very_text_goes_on(&window).await?;
        window.read_whole().await?;
        stop_at_once(&window).await?;
        window.press("seal-now").await?;
        let stopped = "window.stopped.then(arguments[arguments.length - 1])";
        window.client().execute_async(stopped, Vec::new()).await?;
        nothing_came_of_it(&window, &before, stick.path()).await?;
        assert!(window.sees("leaving").await? && !window.sees("sealed").await?);
        watch(&window).await?;
        window.press("seal-now").await?;
        goes_on(&window, "Sealing…", 2.0).await?;
        window.see("sealed").await?;
        stop_saving(&home, &window, stick.path()).await?;
        home.answer_dialog(stick.path())?;
        window.press("sealed-save").await?;
        window.see("sealed-saved").await?;
        let file = std::fs::read(the_file_in(stick.path())?)?;
        assert!(file.len() > 50_000_000, "{} bytes", file.len());
        every_picture_is_there(&mut friend, &file)
    });
}
