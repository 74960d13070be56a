//! Pages, read.

use proptest::prelude::*;

use super::*;

fn read(body: &str) -> Vec<Block> {
    parse(body, |_| None)
}

fn text(text: &str) -> Vec<Span> {
    vec![Span::Text {
        text: text.to_owned(),
    }]
}

fn paragraph(lines: &[&str]) -> Block {
    Block::Paragraph {
        lines: lines.iter().copied().map(text).collect(),
    }
}

fn list(ordered: bool, items: &[&str]) -> Block {
    Block::List {
        ordered,
        items: items.iter().copied().map(text).collect(),
    }
}

#[test]
fn paragraphs_keep_their_line_breaks() {
    assert_eq!(
        read("\n　朝\n昼\n\n\n夜\n"),
        [paragraph(&["　朝", "昼"]), paragraph(&["夜"])]
    );
    assert_eq!(read(""), []);
}

#[test]
fn headings_rules_and_quotes_stand_on_their_own() {
    assert_eq!(
        read("# 朝\n本文\n---\n> 一\n>\n> 二\n\n> 三\n本文"),
        [
            Block::Heading { spans: text("朝") },
            paragraph(&["本文"]),
            Block::Rule,
            Block::Quote {
                lines: vec![text("一"), vec![], text("二")]
            },
            Block::Quote {
                lines: vec![text("三")]
            },
            paragraph(&["本文"]),
        ]
    );
}

#[test]
fn lists_count_only_what_was_counted_from_one_on() {
    assert_eq!(
        read("- a\n* b\n\n- c\n1. x\n2. y\n\n3. z"),
        [list(false, &["a", "b", "c"]), list(true, &["x", "y", "z"])]
    );
    assert_eq!(
        read("1986. A good year\n1. x\n3. y"),
        [
            paragraph(&["1986. A good year"]),
            list(true, &["x"]),
            paragraph(&["3. y"])
        ]
    );
    assert_eq!(read("1. x\n1. y"), [list(true, &["x"]), list(true, &["y"])]);
}

#[test]
fn a_picture_stands_where_its_marker_does_and_a_missing_one_says_so() {
    let id = PictureId::from_bytes([7; 16]);
    let body = format!(
        "a\n{}\nb\n{}",
        picture_marker(id, "海"),
        gone_marker(Gone::Film)
    );
    let picture = Block::Picture {
        id,
        words: "海".to_owned(),
        width: 3,
        height: 2,
    };
    let film = Block::Gone { what: Gone::Film };
    let there = parse(&body, |asked| (asked == id).then_some((3, 2)));
    assert_eq!(
        there,
        [paragraph(&["a"]), picture, paragraph(&["b"]), film.clone()]
    );
    let gone = Block::Gone {
        what: Gone::Picture,
    };
    assert_eq!(
        read(&body),
        [paragraph(&["a"]), gone, paragraph(&["b"]), film]
    );
}

#[test]
fn html_is_text() {
    for typed in [
        "<script>alert(1)</script>",
        "<img src=x onerror=\"a\">",
        "&lt;b&gt;",
    ] {
        assert_eq!(read(typed), [paragraph(&[typed])]);
    }
}

#[test]
fn blocks_cross_the_wire_as_the_face_expects_them() {
    let id = PictureId::from_bytes([7; 16]);
    let body = format!(
        "# a\n- *b*\n> {{間|あわい}}\n---\n**c**\n{}\n{}",
        picture_marker(id, "海"),
        gone_marker(Gone::Sound)
    );
    let wire = serde_json::to_value(parse(&body, |_| Some((3, 2)))).unwrap();
    let text = |text: &str| serde_json::json!({"kind": "text", "text": text});
    assert_eq!(
        wire,
        serde_json::json!([
            {"kind": "heading", "spans": [text("a")]},
            {"kind": "list", "ordered": false, "items": [[{"kind": "emphasis", "spans": [text("b")]}]]},
            {"kind": "quote", "lines": [[{"kind": "ruby", "base": "間", "reading": "あわい"}]]},
            {"kind": "rule"},
            {"kind": "paragraph", "lines": [[{"kind": "strong", "spans": [text("c")]}]]},
            {"kind": "picture", "id": id.to_string(), "words": "海", "width": 3, "height": 2},
            {"kind": "gone", "what": "sound"},
        ])
    );
}

#[test]
fn plain_text_holds_the_words_and_none_of_the_signs() {
    let id = PictureId::from_bytes([7; 16]);
    let body = format!(
        "# A *walk*\n\n- **tea**\n1. {{東京|とうきょう}}{{駅|えき}}\n> \\*x\n---\n{}\n{}\n\n",
        picture_marker(id, "the sea"),
        gone_marker(Gone::File)
    );
    let plain = plain(&body);
    assert_eq!(plain.text, "A walk\ntea\n1. 東京駅\n*x\nthe sea");
    let over: Vec<_> = plain
        .readings
        .iter()
        .map(|(over, reading)| (plain.text.get(over.clone()).unwrap(), reading.as_str()))
        .collect();
    assert_eq!(over, [("東京", "とうきょう"), ("駅", "えき")]);
}

#[test]
fn an_opening_is_one_line_of_whole_graphemes() {
    assert_eq!(opening("# 朝\n\n  *a*  b\n\n- c", 100), "朝 · a b · c");
    assert_eq!(
        opening("👩\u{200d}👧👩\u{200d}👧👩\u{200d}👧", 2),
        "👩\u{200d}👧👩\u{200d}👧"
    );
    assert_eq!(opening("\n---\n![](gone:picture)", 10), "");
    let long = "e\u{301}".repeat(100_000);
    assert_eq!(opening(&long, 160), "e\u{301}".repeat(160));
    assert_eq!(opening(&"あ\n".repeat(100_000), 5), "あ あ あ");
    assert_eq!(
        opening("座っていた。\n雪が\n降る", 100),
        "座っていた。雪が 降る"
    );
    assert_eq!(opening("え？\n- 雪", 100), "え？ · 雪");
}

#[test]
fn a_list_shows_first_words_that_end_with_a_word_and_say_that_more_follows() {
    assert_eq!(first_words("by the river", 12), "by the river");
    assert_eq!(first_words("by the river\nand back", 12), "by the river…");
    assert_eq!(first_words("by the rivers", 12), "by the…");
    assert_eq!(first_words("by the river", 11), "by the…");
    // Where no word ends near, as in Japanese, it ends with a whole letter.
    assert_eq!(first_words("あ🇯🇵いうえ", 3), "あ🇯🇵い…");
    let address = format!("at {}", "x".repeat(100));
    assert_eq!(first_words(&address, 28), format!("at {}…", "x".repeat(25)));
    assert_eq!(first_words(&address, 26), "at…");
    assert_eq!(first_words("", 3), "");
    // A heading or a point is not read into what follows it; verses are.
    let body =
        "# What I heard\n- the river\n- nobody hurrying\n\n> so we\n> sat\n1. one\n\nand more";
    assert_eq!(
        first_words(body, 100),
        "What I heard · the river · nobody hurrying · so we sat · 1. one · and more"
    );
    for graphemes in 1..6 {
        assert_eq!(first_words("# 川\nだれも急がない", graphemes), "川…");
    }
}

/// All that a reader sees, numbers of lists included.
fn seen(blocks: &[Block]) -> String {
    fn add(all: &mut String, spans: &[Span]) {
        for span in spans {
            match span {
                Span::Text { text } => all.push_str(text),
                Span::Strong { spans } | Span::Emphasis { spans } => add(all, spans),
                Span::Ruby { base, reading } => {
                    all.push_str(base);
                    all.push_str(reading);
                }
            }
        }
    }
    let mut all = String::new();
    for block in blocks {
        match block {
            Block::Heading { spans } => add(&mut all, spans),
            Block::Paragraph { lines } | Block::Quote { lines } => {
                lines.iter().for_each(|line| add(&mut all, line));
            }
            Block::List { ordered, items } => {
                for (number, item) in (1..).zip(items) {
                    if *ordered {
                        all.push_str(&format!("{number}"));
                    }
                    add(&mut all, item);
                }
            }
            Block::Picture { words, .. } => all.push_str(words),
            Block::Rule | Block::Gone { .. } => {}
        }
    }
    all
}

/// A text without white space and without any sign that may mean something.
fn words_of(text: &str) -> String {
    let means_something = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '*' | '_'
                    | '\\'
                    | '{'
                    | '}'
                    | '|'
                    | '｛'
                    | '｝'
                    | '｜'
                    | '#'
                    | '>'
                    | '-'
                    | '.'
                    | '!'
            )
    };
    text.chars().filter(|c| !means_something(*c)).collect()
}

fn assert_nothing_is_lost(body: &str) {
    assert_eq!(words_of(&seen(&read(body))), words_of(body), "{body}");
    let plain = plain(body);
    for (over, reading) in &plain.readings {
        assert!(plain.text.get(over.clone()).is_some(), "{reading}");
    }
    let _ = opening(body, 160);
}

proptest! {
    #[test]
    fn no_word_of_any_text_is_lost(body in prop_oneof![
        any::<String>(),
        "([#>*_\\-.{|}!\\\\ \u{3000}\n]|[0-9a-c漢字｛｜｝😀]){0,200}",
        "((# |## |- |\\* |> |1\\. |2\\. |---|\\*\\*|\\*|_|\\{|\\||\\}|\\\\|a|漢|\n|\n\n| ){0,60})",
    ]) {
        assert_nothing_is_lost(&body);
    }
}

#[test]
fn a_mountain_of_signs_is_read_like_any_other_page() {
    const SIZE: usize = 1 << 20;
    for sign in [
        "*",
        "**",
        "* ",
        "*a",
        "a*",
        "_a ",
        ">",
        "> ",
        ">\n",
        "[",
        "{",
        "{a",
        "{a|",
        "{a|b}",
        "#",
        "# ",
        "# a\n",
        "- ",
        "- a\n",
        "1. ",
        "1. a\n",
        "\\",
        "\n",
        "\n\na",
        "![",
        "![](",
        "***a ",
        "*a **b _c ",
        "<b>",
        "｛",
        "\u{2028}",
        "-",
        "a\n",
    ] {
        let body = sign.repeat(SIZE / sign.len());
        assert_nothing_is_lost(&body);
    }
}

#[test]
fn a_page_of_pieces_without_end_shows_its_rest_as_one_text() {
    let body = "*a* ".repeat(200_000) + &"b\n\n".repeat(400_000);
    let blocks = read(&body);
    assert!(blocks.len() <= MOST_PIECES / 2, "{}", blocks.len());
    assert_eq!(words_of(&seen(&blocks)), words_of(&body));
}
