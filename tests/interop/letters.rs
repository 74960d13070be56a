//! Letters, and the programs of other people that open them and whose files we open: the age project's own `age`, `rage`,
//! and its TypeScript library in node, which also knows the hybrid keys.
//!
//! A card by hand may name a recipient that another program made; so each of them can be written to, and writes back.

use std::io::Write;
use std::process::{Command, Stdio};

use age::secrecy::ExposeSecret;
use awai::{
    Arrived, CompanionId, Cost, Incoming, Journal, NamesUnderWords, Rest, SpokenWords, Writer,
};
use awai_tests::exchange::{letter, new_companion, pair, sealings, words_of};
use awai_tests::{Person, figure, not_looked_at};
use serde_json::{Value, json};

use crate::tools::{stock_ages, used};
use crate::{in_a_terminal, root};

const WORDS: &str = "駅のベンチで。\nLe fleuve est gelé.\n\n\"\\ \u{1f375}";

/// What somebody else writes: a letter with no token.
fn foreign() -> String {
    let letter = json!({
        "id": "0".repeat(32), "thread": "1".repeat(32), "seq": 1, "kind": "letter", "writer": "Denis",
        "parts": [{"text": WORDS.split('\n').collect::<Vec<_>>()}],
    });
    format!("awai-letter/1 -\n{letter}")
}

/// A card whose recipient another program made. Who wrote is proven to nobody here, so any key will do.
pub fn card_of(recipient: &str) -> String {
    json!({"called": "Denis", "lang": "fr", "recipient": recipient, "writes_with": "09".repeat(32)})
        .to_string()
}

/// A letter of Bo's to that recipient, and its text as it was shown.
fn written_to(bo: &Person, his: &mut Journal, recipient: &str) -> (Vec<u8>, String) {
    let new = new_companion(&format!("Denis {}", recipient.len()), "Bo");
    let there = his.answer_card(&card_of(recipient), &new, bo.tongue, bo.now());
    let to = there.expect("the card is taken in").id;
    let sealing = sealings(bo, his, &letter(to, WORDS)).remove(0);
    let sealed = his.seal_letter(&sealing, Rest::SendNow, bo.now());
    (
        sealed.expect("it is sealed").bytes,
        sealing.preview().to_owned(),
    )
}

/// A letter under words, with its phrase and its text.
fn under_words(bo: &Person, his: &mut Journal) -> (Vec<u8>, String, String) {
    let mut draft = letter(CompanionId::fresh(), WORDS);
    draft.to.clear();
    draft.under_words = Some(NamesUnderWords {
        my_name: "Bo".to_owned(),
        their_name: "Denis".to_owned(),
    });
    let sealing = sealings(bo, his, &draft).remove(0);
    let sealed = his
        .seal_under_words(
            &sealing,
            Rest::SendNow,
            bo.tongue,
            Cost::DRAWN_WORDS,
            bo.now(),
        )
        .expect("it is sealed");
    let phrase = sealed.words.shown().join("-");
    (sealed.bytes, phrase, sealing.preview().to_owned())
}

/// The key that others write to when they write to Bo.
fn recipient_of(his: &Journal, companion: CompanionId) -> String {
    let card = his.companion(companion).unwrap().my_card;
    let card: Value = serde_json::from_str(&card).unwrap();
    card["recipient"].as_str().unwrap().to_owned()
}

fn has_come(arrived: awai::Result<Arrived>) -> Box<Incoming> {
    match arrived {
        Ok(Arrived::Letter(incoming)) => incoming,
        Ok(_) => panic!("it is a letter"),
        Err(error) => panic!("{error}"),
    }
}

fn is_the_foreign_one(incoming: &Incoming) {
    assert_eq!(incoming.face().writer, Writer::Unknown);
    assert_eq!(words_of(incoming), [WORDS]);
}

/// What a program makes of a file.
pub fn through(command: &mut Command, input: &[u8]) -> Vec<u8> {
    let mut running = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    running.stdin.take().unwrap().write_all(input).unwrap();
    let out = running.wait_with_output().unwrap();
    let trouble = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(out.status.success(), "{trouble}");
    out.stdout
}

#[test]
fn age_and_rage_open_what_is_written_to_a_short_key_and_write_back() {
    let bo = Person::bo();
    let mut his = bo.begin();
    let new = new_companion("Denis", "Bo");
    let theirs = age::x25519::Identity::generate();
    let recipient = theirs.to_public().to_string();
    let (file, shown) = written_to(&bo, &mut his, &recipient);
    // The library that rage is made of stands in for it on every machine.
    let opened = age::decrypt(&theirs, &file).unwrap();
    assert_eq!(behind_the_first_line(&opened), shown);
    let key = bo.home().join("key.txt");
    std::fs::write(&key, theirs.to_string().expose_secret()).unwrap();
    let to_bo = his
        .answer_card(
            &card_of(&age::x25519::Identity::generate().to_public().to_string()),
            &new,
            bo.tongue,
            bo.now(),
        )
        .unwrap();
    let to_bo = recipient_of(&his, to_bo.id);
    let tools = stock_ages();
    for tool in &tools {
        let opened = through(tool.command().args(["-d", "-i"]).arg(&key), &file);
        assert_eq!(behind_the_first_line(&opened), shown, "{}", tool.name);
        for form in [&[][..], &["-a"][..]] {
            let file = through(
                tool.command().args(["-r", &to_bo]).args(form),
                foreign().as_bytes(),
            );
            is_the_foreign_one(&has_come(his.look(&file)));
        }
    }
    used("short keys both ways", &tools);
}

#[test]
fn age_and_rage_open_a_letter_under_eight_words_typed_at_their_prompt_and_close_one() {
    let bo = Person::bo();
    let mut his = bo.begin();
    let words = "abandon ability able about above absent absorb abstract";
    let tools = stock_ages();
    for tool in &tools {
        let (sealed, phrase, shown) = under_words(&bo, &mut his);
        let folder = bo.home().join(tool.name);
        std::fs::create_dir(&folder).unwrap();
        let armored = awai::armored(&sealed).unwrap();
        std::fs::write(folder.join("letter.age"), sealed).unwrap();
        std::fs::write(folder.join("letter.txt"), armored).unwrap();
        let open = |file: &str, typed: &str| {
            let command = format!("{} -d -o opened {file}", tool.shell());
            in_a_terminal(&folder, &command, &[typed])
        };
        let other = open("letter.age", &words.replace(' ', "-"));
        assert!(!other.status.success(), "{}: other words", tool.name);
        for file in ["letter.age", "letter.txt"] {
            let opened = open(file, &phrase);
            assert!(opened.status.success(), "{}: {opened:?}", tool.name);
            let opened = std::fs::read(folder.join("opened")).unwrap();
            assert_eq!(behind_the_first_line(&opened), shown, "{}", tool.name);
            std::fs::remove_file(folder.join("opened")).unwrap();
        }
        // And back: they ask for the words twice, and work as long as they like.
        std::fs::write(folder.join("foreign"), foreign()).unwrap();
        for form in ["", "-a"] {
            let close = format!("{} -p {form} -o closed foreign", tool.shell());
            let typed = words.replace(' ', "-");
            let closed = in_a_terminal(&folder, &close, &[&typed, &typed]);
            assert!(closed.status.success(), "{}: {closed:?}", tool.name);
            let file = std::fs::read(folder.join("closed")).unwrap();
            std::fs::remove_file(folder.join("closed")).unwrap();
            let Ok(Arrived::UnderWords(closed)) = his.look(&file) else {
                panic!("{}: it asks for words", tool.name);
            };
            let words = SpokenWords::read(words).unwrap();
            is_the_foreign_one(&has_come(his.look_under(&closed, &words)));
        }
    }
    used("eight words typed at their prompt, both ways", &tools);
}

fn behind_the_first_line(opened: &[u8]) -> String {
    let text = std::str::from_utf8(opened).unwrap();
    let (first, rest) = text.split_once('\n').unwrap();
    assert!(first.starts_with("awai-letter/1 "), "{first}");
    rest.to_owned()
}

/// The TypeScript age, in node: each line of its input is asked of it, and answered on a line.
fn typescript_age(asked: &[Value]) -> Option<Vec<Value>> {
    let folder = root().join("tests/ui");
    if !folder.join("node_modules/age-encryption").is_dir() {
        not_looked_at("the TypeScript age", "cargo xtask test brings it.");
        return None;
    }
    let script = r#"
import { Decrypter, Encrypter, generateHybridIdentity, identityToRecipient } from "age-encryption";
const asked = JSON.parse(await new Response(process.stdin).text());
const answers = [];
for (const one of asked) {
  if (one.make) {
    const identity = await generateHybridIdentity();
    answers.push({ identity, recipient: await identityToRecipient(identity) });
  } else if (one.open) {
    const age = new Decrypter();
    if (one.phrase) age.addPassphrase(one.phrase);
    else age.addIdentity(one.identity);
    answers.push(await age.decrypt(Buffer.from(one.open, "base64"), "text"));
  } else {
    const age = new Encrypter();
    if (one.phrase) { age.setPassphrase(one.phrase); age.setScryptWorkFactor(15); }
    else age.addRecipient(one.recipient);
    answers.push(Buffer.from(await age.encrypt(one.close)).toString("base64"));
  }
}
console.log(JSON.stringify(answers));
"#;
    let mut node = Command::new("node");
    node.args(["--input-type=module", "-e", script])
        .current_dir(folder);
    let out = through(
        &mut node,
        Value::from(asked.to_vec()).to_string().as_bytes(),
    );
    Some(serde_json::from_slice(&out).unwrap())
}

#[test]
fn the_typescript_age_opens_hybrid_letters_and_letters_under_words_and_writes_both() {
    let Some(made) = typescript_age(&[json!({"make": true})]) else {
        return;
    };
    let (aki, bo) = (Person::aki(), Person::bo());
    let (mut hers, mut his) = (aki.begin(), bo.begin());
    let (_, to_aki) = pair((&aki, &mut hers), (&bo, &mut his));
    let recipient = made[0]["recipient"].as_str().unwrap();
    assert!(recipient.starts_with("age1pq1"));
    let (hybrid, hybrid_text) = written_to(&bo, &mut his, recipient);
    let (worded, phrase, worded_text) = under_words(&bo, &mut his);
    let to_bo = recipient_of(&his, to_aki);
    assert!(to_bo.starts_with("age1pq1"));
    let words = "abandon ability able about above absent absorb abstract";
    let base64 = |bytes: &[u8]| age_base64(bytes);
    let answers = typescript_age(&[
        json!({"open": base64(&hybrid), "identity": made[0]["identity"]}),
        json!({"open": base64(&worded), "phrase": phrase}),
        json!({"close": foreign(), "recipient": to_bo}),
        json!({"close": foreign(), "phrase": words.replace(' ', "-")}),
    ])
    .unwrap();
    let text = |number: usize| answers[number].as_str().unwrap();
    assert_eq!(behind_the_first_line(text(0).as_bytes()), hybrid_text);
    assert_eq!(behind_the_first_line(text(1).as_bytes()), worded_text);
    let armor = |base64: &str| {
        let lines: Vec<&str> = (0..base64.len().div_ceil(64))
            .map(|line| &base64[line * 64..base64.len().min(line * 64 + 64)])
            .collect();
        format!(
            "-----BEGIN AGE ENCRYPTED FILE-----\n{}\n-----END AGE ENCRYPTED FILE-----\n",
            lines.join("\n")
        )
    };
    is_the_foreign_one(&has_come(his.look(armor(text(2)).as_bytes())));
    let Ok(Arrived::UnderWords(closed)) = his.look(armor(text(3)).as_bytes()) else {
        panic!("it asks for words");
    };
    let words = SpokenWords::read(words).unwrap();
    is_the_foreign_one(&has_come(his.look_under(&closed, &words)));
    let package = root().join("tests/ui/node_modules/age-encryption/package.json");
    let package = std::fs::read(package).unwrap();
    let package: Value = serde_json::from_slice(&package).unwrap();
    let node = Command::new("node").arg("--version").output().unwrap();
    figure(&format!(
        "long keys and eight words both ways: the TypeScript age {} in node {}",
        package["version"].as_str().unwrap(),
        String::from_utf8(node.stdout).unwrap().trim(),
    ));
}

/// Base64 as age's own armor has it, without its first and last line.
fn age_base64(bytes: &[u8]) -> String {
    let armored = awai::armored(bytes).unwrap();
    armored
        .lines()
        .filter(|line| !line.starts_with("-----"))
        .collect()
}
