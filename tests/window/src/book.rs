//! A book that has been written in for a while, in one language, made through the core: for looking at rooms that
//! have something in them. Its passphrase costs nothing, so that opening it is quick.

use awai::{
    Cost, Happened, Journal, MomentKind, NewCompany, NewMoment, NewMyWord, NewTie, Now, Passphrase,
    Practice, ReflectionId, Standing, TieId, TieKind, Vault, Writing,
};

use crate::book_questions::ask_in_a_book;
use crate::{Home, Told, at};

/// The passphrase of such a book.
pub const PHRASE: &str = "a lamp beside the window";

struct Words {
    ties: [(&'static str, TieKind); 3],
    title: &'static str,
    pages: [&'static str; 4],
    covered: (&'static str, &'static str),
    happened: &'static str,
    draft: &'static str,
    /// A tie that rests.
    resting: &'static str,
    /// Company to turn to, and how.
    company: [(&'static str, &'static str); 3],
    /// A word that was handed over, one's own, and why.
    my_word: (&'static str, &'static str, &'static str),
    /// The rhythm of a practice.
    rhythm: &'static str,
    /// What was marked on the first page and on the oldest.
    moments: [(MomentKind, &'static str); 3],
}

const EN: Words = Words {
    ties: [
        ("Aki", TieKind::Person),
        ("Mum", TieKind::Person),
        ("the Thursday table", TieKind::Group),
    ],
    title: "The bench at the station",
    pages: [
        "We sat side by side on the station bench for half an hour.\nAki only asked, “what happened?” and then waited.\n\nI started explaining, then stopped. She stayed anyway.\nMaybe the quiet was a conversation too.",
        "# What I heard\n\n- the river\n- nobody hurrying\n- *almost* a song\n\n> We can sit here a while.\n\n---\n\nIt was **enough**.",
        "A letter from Mum, three lines long. I read it on the stairs.",
        "Tea at the long table. Everyone brought one word; mine was “lantern”.",
    ],
    covered: (
        "Something about winter",
        "The winter we did not speak, and how it ended with soup.",
    ),
    happened: "the winter of the long snow",
    draft: "I wonder what she saw when I",
    resting: "the old choir",
    company: [
        ("the bench by the river", "the 14 bus, last stop"),
        ("Jo at the bakery", "open from six"),
        ("the second verse of the harbour song", ""),
    ],
    my_word: (
        "an episode",
        "the long night",
        "It was long, and it was mine.",
    ),
    rhythm: "Sundays, with tea",
    moments: [
        (
            MomentKind::Reconnection,
            "She moved her bag so that I could sit.",
        ),
        (MomentKind::Opening, "I could be quiet with someone."),
        (
            MomentKind::Disconnection,
            "I told it as a joke, and she looked at the snow.",
        ),
    ],
};

const JA: Words = Words {
    ties: [
        ("アキさん", TieKind::Person),
        ("母", TieKind::Person),
        ("木曜のテーブル", TieKind::Group),
    ],
    title: "駅のベンチ",
    pages: [
        "駅のベンチで、三十分ほど並んで座っていた。\nアキさんは「何があったの？」とだけ聞いて、待っていてくれた。\n\nわたしは説明しようとして、途中でやめた。やめても、となりにいてくれた。\n黙っていたあの時間も、会話だったのかもしれない。",
        "# きこえたもの\n\n- 川の音\n- だれも急がない足音\n- *ほとんど*歌のようなもの\n\n> しばらく、ここに座っていよう。\n\n---\n\nそれで**じゅうぶん**だった。{間|あわい}ということばを、11月12日に思い出す。",
        "母から三行の手紙。階段に座って読んだ。",
        "長いテーブルでお茶。ひとりひとつずつ、ことばを持ってきた。わたしのは「灯台」。",
    ],
    covered: (
        "冬のこと",
        "話さなかった冬のことと、それがスープで終わったこと。",
    ),
    happened: "雪の長かった冬",
    draft: "あの人に見えていたものは、",
    resting: "むかしの合唱団",
    company: [
        ("川べりのベンチ", "14番のバスで、終点まで"),
        ("パン屋のジョーさん", "朝六時から"),
        ("港の歌の二番", ""),
    ],
    my_word: (
        "エピソード",
        "長い夜",
        "長かった。そして、わたしの夜だった。",
    ),
    rhythm: "日曜日、お茶といっしょに",
    moments: [
        (
            MomentKind::Reconnection,
            "となりに座れるように、かばんをどけてくれた。",
        ),
        (MomentKind::Opening, "だれかといっしょに黙っていられた。"),
        (
            MomentKind::Disconnection,
            "冗談にして話したら、アキさんは雪を見ていた。",
        ),
    ],
};

const FR: Words = Words {
    ties: [
        ("Aki", TieKind::Person),
        ("Maman", TieKind::Person),
        ("la table du jeudi", TieKind::Group),
    ],
    title: "Le banc de la gare",
    pages: [
        "On s’est assises côte à côte sur le banc de la gare pendant une demi-heure.\nAki a seulement demandé « qu’est-ce qui est arrivé? », puis elle a attendu.\n\nJ’ai commencé à expliquer, puis j’ai arrêté. Elle est restée quand même.\nLe silence était peut-être une conversation, lui aussi.",
        "# Ce que j’ai entendu\n\n- la rivière\n- personne qui se dépêche\n- *presque* une chanson\n\n> On peut rester assises ici un moment.\n\n---\n\nC’était **assez**.",
        "Une lettre de maman, trois lignes. Je l’ai lue dans l’escalier.",
        "Le thé à la grande table. Chacun a apporté un mot; le mien était « lanterne ».",
    ],
    covered: (
        "Quelque chose à propos de l’hiver",
        "L’hiver où on ne s’est pas parlé, et comment il a fini avec une soupe.",
    ),
    happened: "l’hiver de la longue neige",
    draft: "Je me demande ce qu’elle a vu quand",
    resting: "l’ancienne chorale",
    company: [
        (
            "le banc au bord de la rivière",
            "l’autobus 14, jusqu’au bout",
        ),
        ("Jo, à la boulangerie", "ouvert dès six heures"),
        ("le deuxième couplet de la chanson du port", ""),
    ],
    my_word: (
        "un épisode",
        "la longue nuit",
        "Elle était longue, et c’était la mienne.",
    ),
    rhythm: "le dimanche, avec un thé",
    moments: [
        (
            MomentKind::Reconnection,
            "Elle a déplacé son sac pour que je puisse m’asseoir.",
        ),
        (MomentKind::Opening, "Je pouvais me taire avec quelqu’un."),
        (
            MomentKind::Disconnection,
            "Je l’ai raconté comme une blague, et elle a regardé la neige.",
        ),
    ],
};

/// Moments on the pages, and a tie that rests.
fn live_in_it(
    journal: &mut Journal,
    words: &Words,
    tongue: &str,
    pages: &[ReflectionId],
    now: Now,
) -> Told {
    let (Some(first), Some(oldest)) = (pages.first(), pages.last()) else {
        return Ok(());
    };
    for ((kind, words), page) in words.moments.iter().zip([first, first, oldest]) {
        let moment = NewMoment {
            kind: *kind,
            words: (*words).to_owned(),
            lang: tongue.to_owned(),
            tie: None,
        };
        journal.mark_moment(*page, &moment, now)?;
    }
    let resting = NewTie {
        called: words.resting.to_owned(),
        kind: TieKind::Group,
    };
    let resting = journal.add_tie(&resting, now)?.id;
    journal.set_standing(resting, Standing::Resting, now)?;
    Ok(())
}

fn words_of(tongue: &str) -> Words {
    match tongue {
        "ja" => JA,
        "fr" => FR,
        _ => EN,
    }
}

/// Lays company, a word of one's own and a practice into the book of a home.
///
/// # Errors
/// When the disk refuses, or there is no book.
pub fn lay_at_hand(home: &Home, tongue: &str) -> Told {
    let words = words_of(tongue);
    let now = at("2026-11-01T21:20:00+09:00")?;
    let mut journal = home.book(now)?;
    let lang = || tongue.to_owned();
    for (who, how) in words.company {
        journal.add_company(&NewCompany {
            who_or_what: who.to_owned(),
            how: how.to_owned(),
            lang: lang(),
        })?;
    }
    let (their, mine, because) = words.my_word;
    journal.add_my_word(&NewMyWord {
        their_word: their.to_owned(),
        my_word: mine.to_owned(),
        because: because.to_owned(),
        lang: lang(),
    })?;
    journal.set_practice(Some(&Practice {
        sets: vec!["arriving".parse()?, "hope".parse()?],
        rhythm_in_words: words.rhythm.to_owned(),
        lang: lang(),
    }))?;
    journal.close()?;
    Ok(())
}

/// A home where the program was settled in a language and a theme, with the book of that language in it.
///
/// # Errors
/// When the disk refuses.
pub fn a_book(tongue: &str, theme: &str) -> Told<Home> {
    let home = Home::empty()?;
    home.settle(tongue, theme)?;
    write_a_book(&home, tongue)?;
    Ok(home)
}

/// Makes the book of one language in a home.
///
/// # Errors
/// When the disk refuses.
pub fn write_a_book(home: &Home, tongue: &str) -> Told {
    let words = words_of(tongue);
    let phrase = Passphrase::new(PHRASE)?;
    let now = at("2026-11-01T21:14:00+09:00")?;
    Vault::create(&home.journal(), &phrase, Cost::CHEAP, now)?;
    let mut journal = Vault::at(&home.journal())?.unlock(&phrase, now)?;
    let mut ties = Vec::new();
    for (called, kind) in words.ties {
        ties.push(
            journal
                .add_tie(
                    &NewTie {
                        called: called.to_owned(),
                        kind,
                    },
                    now,
                )?
                .id,
        );
    }
    let [first, ..] = ties.as_slice() else {
        return Ok(());
    };
    let asked = ask_in_a_book(&mut journal, tongue)?;
    let days = [
        "2026-11-01T21:14:00+09:00",
        "2026-10-12T08:03:00+09:00",
        "2026-09-28T19:40:00+09:00",
        "2025-12-24T22:05:00+09:00",
    ];
    let mut pages = Vec::new();
    for (number, (body, day)) in words.pages.iter().zip(days).enumerate() {
        let title = if number == 0 { words.title } else { "" };
        let ties = ties.get(number % ties.len()).copied().into_iter().collect();
        let asked = match number {
            0 => vec![asked.of_library.clone()],
            2 => vec![asked.in_autumn.clone()],
            _ => Vec::new(),
        };
        let page = Writing {
            title: title.to_owned(),
            body: (*body).to_owned(),
            lang: tongue.to_owned(),
            ties,
            asked,
            ..Writing::default()
        };
        pages.push(journal.write(&page, at(day)?)?);
    }
    live_in_it(&mut journal, &words, tongue, &pages, now)?;
    write_a_covered_page(&mut journal, &words, tongue, *first)?;
    let writing = Writing {
        body: words.draft.to_owned(),
        lang: tongue.to_owned(),
        ties: vec![*first],
        asked: vec![asked.now],
        ..Writing::default()
    };
    journal.keep_draft(
        &awai::DraftSave {
            page: None,
            rev: 1,
            writing,
        },
        now,
    )?;
    journal.close()?;
    Ok(())
}

/// A page whose words stay under a cover until it is opened.
fn write_a_covered_page(journal: &mut Journal, words: &Words, tongue: &str, tie: TieId) -> Told {
    let (cover, body) = words.covered;
    let happened = Happened::Words {
        words: words.happened.to_owned(),
    };
    let page = Writing {
        cover: cover.to_owned(),
        body: body.to_owned(),
        lang: tongue.to_owned(),
        happened,
        ties: vec![tie],
        ..Writing::default()
    };
    journal.write(&page, at("2026-10-30T23:10:00+09:00")?)?;
    Ok(())
}
