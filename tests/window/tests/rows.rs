//! Looking back over years: of thousands of pages only those near the view are drawn, and a month that is asked for
//! stands at the top of the view, whatever the pages around it are like.

use awai::{Cost, Import, ImportFormat, Passphrase, Vault};
use awai_window_tests::{Home, PHRASE, Told, Window, at, story};
use serde_json::{Value, json};

const MONTHS: u32 = 30;
const A_MONTH: u32 = 100;
/// The most that are drawn, as `ui/lib/window-list.js` has it.
const MOST_ROWS: u64 = 180;

/// The page of a month that was written as the `n`th of it. In every other month they have titles and long words.
fn page(month: u32, n: u32) -> Value {
    let (year, month_of_year) = (2024 + month / 12, month % 12 + 1);
    let day = n * 28 / A_MONTH + 1;
    let (hour, minute) = (8 + n / 60, n % 60);
    let long = "We walked on along the river, and nobody spoke for a long while. ".repeat(3);
    let words = match month % 2 {
        0 => format!("page {n}"),
        _ => format!("# Page {n}, by the river\n\n{long}"),
    };
    json!({
        "uuid": format!("{:032X}", month * A_MONTH + n),
        "creationDate": format!("{year}-{month_of_year:02}-{day:02}T{hour:02}:{minute:02}:00Z"),
        "timeZone": "UTC",
        "text": words,
    })
}

/// A book of three thousand pages, from January 2024 to June 2026.
fn a_book_of_years() -> Told<Home> {
    let home = Home::empty()?;
    home.settle("en", "light")?;
    let pages = (0..MONTHS).flat_map(|month| (0..A_MONTH).map(move |n| page(month, n)));
    let pages: Vec<Value> = pages.collect();
    let export = home.path().join("Journal.json");
    let written = json!({ "metadata": { "version": "1.0" }, "entries": pages });
    std::fs::write(&export, written.to_string())?;
    let phrase = Passphrase::new(PHRASE)?;
    let now = at("2026-07-01T08:00:00+00:00")?;
    Vault::create(&home.journal(), &phrase, Cost::CHEAP, now)?;
    let mut journal = Vault::at(&home.journal())?.unlock(&phrase, now)?;
    let came = journal.import(&Import::read(ImportFormat::DayOne, &export)?, now)?;
    assert_eq!(came.pages, MONTHS * A_MONTH);
    journal.close()?;
    Ok(home)
}

/// What scrolls, in a script.
const SCROLLER: &str = "let scroller = document.querySelector('[data-t=feed]');
    while (scroller !== document.body && !['auto', 'scroll'].includes(getComputedStyle(scroller).overflowY)) scroller = scroller.parentElement;
    const whole = scroller === document.body;
    if (whole) scroller = document.scrollingElement;";

/// The month at the top of the view by its heading, the day of the first page below that, and the month that the list
/// of months shows. Null while something near the view is not there yet.
async fn at_the_top(window: &Window) -> Told<Value> {
    let script = format!(
        "{SCROLLER}
        const [top, bottom] = whole ? [0, innerHeight] : [scroller.getBoundingClientRect().top, scroller.getBoundingClientRect().bottom];
        const seen = (each) => each.getBoundingClientRect().bottom > top && each.getBoundingClientRect().top < bottom;
        if ([...document.querySelectorAll('.is-waiting')].some(seen)) return null;
        const heading = [...document.querySelectorAll('.page-month-name')].filter((each) => each.getBoundingClientRect().top < top + 2).at(-1);
        if (!heading) return null;
        const below = heading.getBoundingClientRect().bottom;
        const first = [...document.querySelectorAll('[data-t=page-line]')].find((each) => each.getBoundingClientRect().bottom > below + 1);
        const jump = document.querySelector('[data-t=jump]');
        return [heading.innerText, first?.querySelector('time').dateTime, jump.selectedOptions[0].text];"
    );
    window.ask(&script).await
}

/// Waits until everything near the view is drawn, and sees that nothing else is.
async fn only_what_is_near(window: &Window) -> Told<Value> {
    window
        .until("all that is near is drawn", async || {
            let waits = window.ask("return document.querySelectorAll('.is-waiting').length");
            Ok(waits.await? == 0 && window.count("page-line").await? > 0)
        })
        .await?;
    let rows = window.count("page-line").await?;
    assert!(rows <= MOST_ROWS, "{rows} rows are drawn");
    at_the_top(window).await
}

/// Chooses a month in the list of months.
async fn jump_to(window: &Window, month: &str) -> Told {
    let script = "const [month] = arguments;
        const jump = document.querySelector('[data-t=jump]');
        jump.value = [...jump.options].find((each) => each.text === month).value;
        jump.dispatchEvent(new Event('change'))";
    window.client().execute(script, vec![json!(month)]).await?;
    Ok(())
}

#[test]
fn of_thousands_of_pages_only_those_near_the_view_are_drawn_and_a_month_is_reached_at_once() {
    story(async {
        let home = a_book_of_years()?;
        let window = Window::in_the_book(&home).await?;
        window.press("nav-looking-back").await?;
        window.see("page-line").await?;
        assert_eq!(
            window
                .ask("return document.querySelector('[data-t=jump]').options.length")
                .await?,
            MONTHS
        );
        only_what_is_near(&window).await?;
        for (month, newest_day) in [
            ("March 2024", "2024-03-28"),
            ("May 2026", "2026-05-28"),
            ("February 2025", "2025-02-28"),
            ("January 2024", "2024-01-28"),
            ("June 2026", "2026-06-28"),
        ] {
            jump_to(&window, month).await?;
            let top = only_what_is_near(&window).await?;
            assert_eq!(top, json!([month, newest_day, month]));
        }
        // By hand to the very end, the month in view is told as well.
        window
            .ask(&format!(
                "{SCROLLER} scroller.scrollTop = scroller.scrollHeight"
            ))
            .await?;
        window
            .until("the last month is told", async || {
                let top = at_the_top(&window).await?;
                Ok(top[0] == "January 2024" && top[2] == "January 2024")
            })
            .await?;
        only_what_is_near(&window).await?;
        let oldest = "return [...document.querySelectorAll('[data-t=page-line]')].at(-1).querySelector('time').dateTime";
        assert_eq!(window.ask(oldest).await?, "2024-01-01");
        Ok(())
    });
}
