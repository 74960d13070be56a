//! What an evening leaves behind: nothing in clear on the disk, nothing in memory after closing, no connection.

use std::path::Path;
use std::time::{Duration, Instant};

use awai::NewPicture;
use awai_tests::stranger::key_of;
use awai_window_tests::{
    Alone, Bus, Home, InputMethod, PHRASE, Screen, Started, System, Told, Window, a_book, at,
    files_that_hold, memory_can_be_read, middle, story, with_the_network_cut, write_a_book,
};

/// Words that stand nowhere else on this computer, as they are typed.
const CANARIES: [&str; 3] = ["Quittenbaumblatt", "Xanthoriabeere", "Zwirbelgrasnest"];

/// A word as programs may write it: UTF-8, UTF-16 of both orders, and base64 at each of its three places.
fn as_bytes(word: &str) -> Vec<Vec<u8>> {
    let little: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = word.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut all = vec![word.as_bytes().to_vec(), little, big];
    for shift in 0..3 {
        let padded = format!("{}{word}", "\0".repeat(shift));
        // The first and last signs depend on what stands around the word.
        let coded = base64(padded.as_bytes());
        all.push(coded.as_bytes()[4..coded.len() - 4].to_vec());
    }
    all
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let six = |bits: u32| char::from(SIGNS[(bits & 63) as usize]);
    bytes
        .chunks(3)
        .flat_map(|three| {
            let at = |place: usize| u32::from(three.get(place).copied().unwrap_or(0));
            let bits = at(0) << 16 | at(1) << 8 | at(2);
            [six(bits >> 18), six(bits >> 12), six(bits >> 6), six(bits)]
        })
        .collect()
}

/// As they would lie in memory, and the passphrase with them: UTF-8 in Rust, UTF-16 in the web view.
fn in_memory() -> Vec<Vec<u8>> {
    let words = CANARIES.iter().chain([&PHRASE]);
    words.flat_map(|word| word_in_memory(word)).collect()
}

/// The key of the database: as bytes, and as it is written in its slot and handed to SQLCipher.
fn key_in_memory(home: &Home) -> Told<Vec<Vec<u8>>> {
    let written = key_of(&home.journal(), PHRASE);
    let digits: Vec<u8> = written.bytes().collect();
    let bytes: Vec<u8> = digits
        .chunks(2)
        .map(|two| Ok(u8::from_str_radix(std::str::from_utf8(two)?, 16)?))
        .collect::<Told<_>>()?;
    // The first 32 are the key; a salt may follow, which is no secret.
    Ok(vec![bytes[..32].to_vec(), digits[..64].to_vec()])
}

fn word_in_memory(word: &str) -> Vec<Vec<u8>> {
    as_bytes(word).into_iter().take(2).collect()
}

fn canaries() -> Vec<Vec<u8>> {
    CANARIES.iter().flat_map(|word| as_bytes(word)).collect()
}

/// No file of a home holds one of these, not one that the web view makes either. Looked at while the words are on the
/// screen as well as afterwards.
fn nothing_in_clear(home: &Home, canaries: &[Vec<u8>]) -> Told {
    assert_eq!(
        files_that_hold(home.path(), canaries)?,
        Vec::<String>::new()
    );
    Ok(())
}

/// What of these is still in memory two seconds after closing, and for how long it stayed.
fn stays_in_memory(alone: &Alone, canaries: &[Vec<u8>]) -> Told<Option<String>> {
    let closed = Instant::now();
    let mut late: Option<String> = None;
    loop {
        // A look takes as long as it takes; one that begins after the two seconds decides.
        let began = closed.elapsed();
        let left = alone.remembers(canaries)?;
        match late {
            _ if left.is_empty() => {
                return Ok(late.map(|late| format!("{late}, gone after {began:?}")));
            }
            Some(late) if began > Duration::from_secs(20) => {
                return Ok(Some(format!("{late}, and stays")));
            }
            None if began >= Duration::from_secs(2) => {
                late = Some(format!("{left:?} after {began:?}"))
            }
            there => late = there,
        }
    }
}

/// While the book is open its words are in memory: a look finds them, so it is a look. Keys that were pressed reach the
/// page when it comes to them.
fn see_in_memory(alone: &Alone, canaries: &[Vec<u8>]) -> Told {
    let pressed = Instant::now();
    while alone.remembers(canaries)?.is_empty() {
        if pressed.elapsed() > Duration::from_secs(20) {
            return Err("the words of an open book are not found in memory".into());
        }
    }
    Ok(())
}

#[test]
fn an_evening_leaves_no_word_in_clear_and_opens_no_connection() {
    story(async {
        if !memory_can_be_read() {
            return Ok(());
        }
        let home = a_book("en", "light")?;
        let alone = Alone::open(&home)?;
        let (seconds, began) = (soaked()?, Instant::now());
        let (mut evenings, mut at_the_door) = (0, Vec::new());
        let key = key_in_memory(&home)?;
        let secrets = [in_memory(), key.clone()].concat();
        while evenings == 0 || began.elapsed() < seconds {
            alone.open_book()?;
            write_the_canaries(&alone)?;
            see_in_memory(&alone, &key)?;
            alone.walk_around()?;
            nothing_in_clear(&home, &canaries())?;
            alone.close_book()?;
            assert_eq!(stays_in_memory(&alone, &secrets)?, None);
            assert_eq!(alone.that_would_dump()?, Vec::<String>::new());
            at_the_door.push(alone.weight()?);
            evenings += 1;
        }
        assert_eq!(alone.connections()?, Vec::<String>::new());
        if seconds > Duration::ZERO {
            let weighed: Vec<String> = at_the_door
                .iter()
                .map(|weight| weight.to_string())
                .collect();
            println!("{}", weighed.join("; "));
            println!(
                "figure: {evenings} evenings in {} s: no word on the disk, none in memory two seconds later, no connection; at the door {} after the first, {} after the last",
                began.elapsed().as_secs(),
                weighed[0],
                weighed[evenings - 1]
            );
        }
        drop(alone);
        nothing_in_clear(&home, &canaries())?;
        let kept = home.draft()?;
        for word in CANARIES {
            assert!(
                kept.contains(word),
                "what was typed is kept, in the journal: {kept}"
            );
        }
        Ok(())
    });
}

// WebKit hands what stands around the caret to input methods, and keeps it in our own process.
#[test]
fn words_are_gone_also_where_the_door_takes_its_time() {
    story(async {
        if !memory_can_be_read() {
            return Ok(());
        }
        let home = a_book("en", "light")?;
        let alone = Alone::open(&home)?;
        for keys in ["ctrl+l", "ctrl+shift+l"] {
            alone.open_book()?;
            write_the_canaries(&alone)?;
            alone.press(keys)?;
            alone.closed()?;
            alone.hold_up_pages(Duration::from_secs(2))?;
            assert_eq!(alone.remembers(&in_memory())?, Vec::<String>::new());
            alone.let_pages_go_on();
        }
        Ok(())
    });
}

fn write_the_canaries(alone: &Alone) -> Told {
    for word in CANARIES {
        alone.write(&format!(" {word}"))?;
    }
    see_in_memory(alone, &in_memory())
}

#[test]
fn words_are_gone_also_where_the_window_is_out_of_sight() {
    story(async {
        if !memory_can_be_read() {
            return Ok(());
        }
        let home = a_book("en", "light")?;
        let bus = Bus::start()?;
        let system = System::on(&bus, || true)?;
        let alone = Alone::open_on(&home, Screen::open(1180, 820)?, &bus.around())?;
        alone.open_book()?;
        write_the_canaries(&alone)?;
        alone.minimise()?;
        let (path, saver) = ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver");
        system.says(path, saver, "ActiveChanged", Some(true))?;
        alone.closed()?;
        assert_eq!(stays_in_memory(&alone, &in_memory())?, None);
        Ok(())
    });
}

#[test]
fn words_that_an_input_method_composed_are_gone_with_the_book() {
    story(async {
        if !memory_can_be_read() || !InputMethod::is_here() {
            return Ok(());
        }
        let home = a_book("en", "light")?;
        let screen = Screen::open(1180, 820)?;
        let method = InputMethod::start(&screen)?;
        let alone = Alone::open_on(&home, screen, &method.around())?;
        alone.open_book()?;
        method.is_awake()?;
        alone.write("kitsutenohanabi")?;
        alone.press("Return")?;
        let composed = word_in_memory("きつてのはなび");
        see_in_memory(&alone, &composed)?;
        alone.close_book()?;
        assert_eq!(stays_in_memory(&alone, &composed)?, None);
        Ok(())
    });
}

/// For how long evening after evening is looked at: one, unless more are asked for.
fn soaked() -> Told<Duration> {
    let seconds = std::env::var("AWAI_SOAK").unwrap_or("0".to_owned());
    Ok(Duration::from_secs(seconds.parse()?))
}

/// A stretch out of the middle of a picture as a journal keeps it: the same picture is always written the same.
fn stretch_of(picture: &Path) -> Told<Vec<u8>> {
    let home = Home::empty()?;
    write_a_book(&home, "en")?;
    let now = at("2026-11-01T22:00:00+09:00")?;
    let mut journal = home.book(now)?;
    let put = journal.put_picture(None, &NewPicture::read(picture)?)?;
    let (_, kept) = journal.picture(put.id)?;
    middle(&kept)
}

#[test]
fn a_picture_put_on_a_page_leaves_nothing_of_itself_in_memory_or_in_clear() {
    story(async {
        if !memory_can_be_read() {
            return Ok(());
        }
        let home = a_book("en", "light")?;
        let picture =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/pictures/today-ja.png");
        let stretch = vec![stretch_of(&picture)?];
        let database = home.journal().join("journal.db");
        let before = std::fs::metadata(&database)?.len();
        let alone = Alone::open(&home)?;
        alone.open_book()?;
        let name = picture.to_str().ok_or("the picture has a name")?;
        let mut second = Started::window(&home, alone.screen(), &[name])?;
        assert!(second.ended()?.success());
        let handed_in = Instant::now();
        while std::fs::metadata(&database)?.len() < before + 30_000
            || alone.remembers(&stretch)?.is_empty()
        {
            assert!(
                handed_in.elapsed() < Duration::from_secs(60),
                "while its page is written the picture is kept and shown: the look is a look"
            );
            std::thread::sleep(Duration::from_millis(100));
        }
        nothing_in_clear(&home, &stretch)?;
        alone.close_book()?;
        assert_eq!(stays_in_memory(&alone, &stretch)?, None);
        drop(alone);
        nothing_in_clear(&home, &stretch)?;
        Ok(())
    });
}

#[test]
fn with_the_network_cut_everything_is_as_always() {
    with_the_network_cut(
        "traces::with_the_network_cut_everything_is_as_always",
        || {
            story(async {
                let home = Home::empty()?;
                let window = Window::open(&home).await?;
                let phrase = window.begin_book("written far from every network").await?;
                window.close_book().await?;
                window.open_book(&phrase).await?;
                window.look_for("network").await?;
                window
                    .until("it is found", async || {
                        Ok(window.text().await?.contains("far from every"))
                    })
                    .await
            });
        },
    );
}
