//! Two years more in a book: pages on many days with words that come again, some of one sitting, for looking at what
//! is shown when it is asked for.

use awai::{NewTie, Passphrase, TieId, TieKind, Vault, Writing};

use crate::{Home, PHRASE, Told, at};

fn said(tongue: &str) -> [&'static str; 4] {
    match tongue {
        "ja" => [
            "駅のベンチで、川の音を聞いていた。となりにアキさん。",
            "灯台の夢を見た。駅のベンチに、だれかの手袋。",
            "母の声。川の音に似ていると思った。",
            "今日は灯台の話をした。駅のベンチで、母の声を思い出す。",
        ],
        "fr" => [
            "Sur le banc de la gare, l’odeur du fleuve et une lanterne.",
            "La lanterne de grand-mère. Le banc de la gare était mouillé.",
            "L’odeur du fleuve encore, et la voix de maman au téléphone.",
            "La voix de maman, puis le banc de la gare, puis rien.",
        ],
        _ => [
            "On the station bench again, with the sound of the river.",
            "A lantern in the window. The station bench was wet.",
            "The sound of the river, and somebody humming by the lantern.",
            "Mum hummed too. We sat on the station bench, a lantern between us.",
        ],
    }
}

/// Writes on in a book that [`crate::write_a_book`] made.
///
/// # Errors
/// When the disk refuses.
pub fn write_years_into(home: &Home, tongue: &str) -> Told {
    let end = at("2026-11-02T08:00:00+09:00")?;
    let phrase = Passphrase::new(PHRASE)?;
    let mut journal = Vault::at(&home.journal())?.unlock(&phrase, end)?;
    let ties: Vec<TieId> = journal.ties()?.into_iter().map(|tie| tie.id).collect();
    let words = said(tongue);
    // Unevenly, as days are: some bring two pages, some months hardly any.
    for n in 0..96usize {
        let back = i64::try_from(n * n / 13 + n)?;
        let page = Writing {
            body: words[n % words.len()].to_owned(),
            lang: tongue.to_owned(),
            ties: ties.get(n % 5).copied().into_iter().collect(),
            ..Writing::default()
        };
        journal.write(&page, end - chrono::Duration::hours(17 * back + 30))?;
    }
    let sitting = journal.begin_sitting();
    for (question, at) in [("arriving-1", 5), ("arriving-3", 4), ("arriving-5", 3)] {
        let asked = journal.asking(&question.parse()?, tongue, None, Some(sitting))?;
        let page = Writing {
            body: words[at % words.len()].to_owned(),
            lang: tongue.to_owned(),
            asked: vec![asked],
            ..Writing::default()
        };
        journal.write(&page, end - chrono::Duration::hours(i64::try_from(at)?))?;
    }
    journal.close()?;
    Ok(())
}

/// More names in a book than a list can hold out.
///
/// # Errors
/// When the disk refuses.
pub fn write_names_into(home: &Home) -> Told {
    let now = at("2026-11-02T08:00:00+09:00")?;
    let phrase = Passphrase::new(PHRASE)?;
    let mut journal = Vault::at(&home.journal())?.unlock(&phrase, now)?;
    let names = [
        "Noa",
        "Noémie",
        "ノブ",
        "Sam",
        "Bo",
        "髙橋",
        "the choir",
        "Rue du Pont",
    ];
    let new: Vec<NewTie> = (0..40usize)
        .map(|n| NewTie {
            called: format!("{} {}", names[n % names.len()], n / names.len() + 1),
            kind: TieKind::Person,
        })
        .collect();
    journal.add_ties(&new, now)?;
    journal.close()?;
    Ok(())
}
