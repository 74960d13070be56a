//! What was taken out to be read: one page of HTML, a folder of Markdown.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use awai::{DraftSave, Happened, Lenses, NewPicture, OutAs, OutForm, Writing};
use awai_tests::stranger::opened_under;
use awai_tests::{Person, titled};

use crate::{a_full_book, ask, out};

#[test]
fn a_page_of_html_runs_nothing_and_asks_for_nothing() {
    let aki = Person::aki();
    let journal = a_full_book(&aki);
    let page = fs::read_to_string(out(&aki, &journal, ask(OutForm::Html, OutAs::InClear))).unwrap();
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(!page.contains("<script"));
    for address in ["http:", "https:", "src=\"/", "url("] {
        assert!(!page.contains(address), "{address}");
    }
}

#[test]
fn a_folder_of_markdown_has_a_file_for_each_page_and_no_word_in_a_name() {
    let aki = Person::aki();
    let journal = a_full_book(&aki);
    let top = out(&aki, &journal, ask(OutForm::Markdown, OutAs::InClear));
    let mut names: Vec<_> = fs::read_dir(top.join("pages"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "2026-04-01-2.md",
            "2026-04-01.md",
            "2026-04-02-2.md",
            "2026-04-02.md",
            "2026-04-03-2.md",
            "2026-04-03.md",
            "2026-05-03.md"
        ]
    );
    let page = fs::read_to_string(top.join("pages/2026-05-03.md")).unwrap();
    assert!(page.starts_with("---\nid: \""), "{page}");
    assert!(page.contains("\ntitle: \"駅のベンチ\"\n"), "{page}");
    assert!(
        page.ends_with("晴れた & <script>alert(1)</script>\n"),
        "{page}"
    );
}

#[test]
fn in_html_a_page_stands_as_in_the_book_and_below_its_cover() {
    let aki = Person::aki();
    let mut journal = aki.begin();
    let png = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/day-one/photos/6324ab34b8a36425348a005823fd2ca6.png");
    let new = NewPicture::of(&fs::read(png).unwrap()).unwrap();
    journal.put_picture(None, &new).unwrap();
    let picture = new.marker("a window");
    let body = format!(
        "# A head\n\none line\nand *another*\n\n> said\n\n- once\n- twice\n\n1. first\n\n---\n\n{picture}"
    );
    let save = DraftSave {
        page: None,
        rev: 1,
        writing: Writing {
            cover: "about <winter>".into(),
            happened: Happened::Words {
                words: "the summer before".into(),
            },
            lenses: Lenses {
                wider: "who else\nwas there".into(),
                ..Lenses::default()
            },
            ..titled("The bench", &body)
        },
    };
    journal.finish_draft(&save, aki.now()).unwrap();
    journal
        .write(&titled("Open", "in sight"), aki.now())
        .unwrap();
    let html = fs::read_to_string(out(&aki, &journal, ask(OutForm::Html, OutAs::InClear))).unwrap();
    let (_, folded) = html
        .split_once("<details>\n<summary>about &lt;winter&gt;</summary>")
        .unwrap();
    let (folded, after) = folded.split_once("</details>").unwrap();
    let mut rest = folded;
    for part in [
        "the summer before",
        "<h2>The bench</h2>",
        "<h3>A head</h3>",
        "<p>one line<br>\nand <em>another</em></p>",
        "<blockquote><p>said</p></blockquote>",
        "<ul>\n<li>once</li>\n<li>twice</li>\n</ul>",
        "<ol>\n<li>first</li>\n</ol>",
        "<hr>",
        "<img src=\"data:image/png;base64,",
        "alt=\"a window\"",
        "<p class=\"lens\">who else<br>\nwas there</p>",
    ] {
        let (_, behind) = rest
            .split_once(part)
            .unwrap_or_else(|| panic!("{part} in {rest}"));
        rest = behind;
    }
    assert!(!after.contains("The bench") && after.contains("in sight"));
    assert_eq!(
        html.matches("<details>").count(),
        1,
        "what is not covered stands open"
    );
}

#[test]
fn a_closed_folder_holds_the_same_files_as_an_open_one() {
    let aki = Person::aki();
    let journal = a_full_book(&aki);
    let top = out(&aki, &journal, ask(OutForm::Markdown, OutAs::InClear));
    let closed = out(&aki, &journal, ask(OutForm::Markdown, OutAs::Closed));
    let inside = opened_under(aki.phrase_text(), &fs::read(closed).unwrap());
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(inside)).unwrap();
    let mut files = BTreeMap::new();
    for number in 0..zip.len() {
        let mut file = zip.by_index(number).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().into_owned(), bytes);
    }
    assert!(files.len() > 7, "{:?}", files.keys());
    let in_folder = |folder: &Path| fs::read_dir(folder).unwrap().count();
    let (pages, all) = (in_folder(&top.join("pages")), in_folder(&top));
    assert_eq!(files.len(), pages + all - 1);
    for (name, bytes) in files {
        assert_eq!(fs::read(top.join(&name)).unwrap(), bytes, "{name}");
    }
}
