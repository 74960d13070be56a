//! The door of the window: what the page can ask for, what answers, and what is allowed are the same things.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every word that stands between `before` and `after`.
fn words_between(text: &str, before: &str, after: char) -> BTreeSet<String> {
    text.split(before)
        .skip(1)
        .filter_map(|rest| Some(rest.split_once(after)?.0.to_owned()))
        .collect()
}

/// The part of `text` from `begin` to `end`.
fn part<'t>(text: &'t str, begin: &str, end: &str) -> &'t str {
    let (_, rest) = text.split_once(begin).expect(begin);
    rest.split_once(end).expect(end).0
}

/// What the face asks for: the door to the journal, and its parts about letters and pictures.
fn asked() -> BTreeSet<String> {
    [
        "journal",
        "journal-letters",
        "journal-arriving",
        "journal-pictures",
        "journal-beside",
        "journal-desk",
    ]
    .iter()
    .flat_map(|door| words_between(&file(&format!("ui/{door}.js")), "ask(\"", '"'))
    .collect()
}

#[test]
fn what_the_page_asks_for_has_somebody_who_answers() {
    let main = file("src-tauri/src/main.rs");
    let handlers: BTreeSet<String> = part(&main, "generate_handler![", "]")
        .split(',')
        .filter_map(|path| Some(path.trim().rsplit_once("::")?.1.to_owned()))
        .collect();
    assert!(handlers.len() > 20);
    assert_eq!(asked(), handlers);
}

#[test]
fn every_command_has_a_permission_of_its_own() {
    let build = file("src-tauri/build.rs");
    let declared = words_between(part(&build, "&[&str] = &[", "];"), "    \"", '"');
    assert_eq!(asked(), declared);
}

#[test]
fn the_window_is_allowed_these_commands_and_nothing_else() {
    let capability: serde_json::Value =
        serde_json::from_str(&file("src-tauri/capabilities/main.json")).unwrap();
    let allowed: BTreeSet<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|permission| {
            let name = permission.as_str().unwrap();
            let command = name.strip_prefix("allow-").expect(name);
            command.replace('-', "_")
        })
        .collect();
    assert_eq!(asked(), allowed);
    let others =
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/capabilities"));
    assert_eq!(others.unwrap().count(), 1);
}

#[test]
fn the_page_may_load_nothing_but_itself() {
    let config: serde_json::Value =
        serde_json::from_str(&file("src-tauri/tauri.conf.json")).unwrap();
    let security = &config["app"]["security"];
    // The whole of it: one address more, and the web view could fetch it. Those that begin with http are how Windows
    // calls what the program itself answers; no other computer is called so.
    let policy = serde_json::json!({
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "font-src": "'self'",
        "img-src": "'self' awai-media: http://awai-media.localhost",
        "media-src": "awai-media: http://awai-media.localhost",
        "connect-src": "ipc: http://ipc.localhost",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "lit-html"
    });
    assert_eq!(security["csp"], policy);
    assert_eq!(security["freezePrototype"], true);
    assert_eq!(security["capabilities"], serde_json::json!(["main"]));
}
