//! Pages to measure with: any number of them, in three languages, the same ones every time.

use awai::Now;
use chrono::Duration;

/// One page to be written.
pub struct Made {
    pub title: String,
    pub body: String,
    pub lang: &'static str,
    pub written_at: Now,
}

/// About so many bytes a page, as in the journals the targets were set with (124 MB for 100,000).
const BYTES: usize = 1200;

/// A small generator of numbers (xorshift), so that each run measures the same pages.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % end.max(1)
    }

    /// One of these, the first ones much more often than the last, as words are in any language.
    fn often<'w>(&mut self, words: &[&'w str]) -> &'w str {
        let most = words.len();
        let reach = self.below(most) + 1;
        words.get(self.below(reach)).copied().unwrap_or_default()
    }
}

const EN: &[&str] = &[
    "we",
    "the",
    "and",
    "she",
    "he",
    "they",
    "I",
    "a",
    "to",
    "on",
    "with",
    "was",
    "asked",
    "said",
    "sat",
    "bench",
    "station",
    "quiet",
    "window",
    "morning",
    "evening",
    "tea",
    "kitchen",
    "walked",
    "slowly",
    "again",
    "before",
    "after",
    "letter",
    "nothing",
    "everything",
    "maybe",
    "river",
    "winter",
    "coat",
    "laughed",
    "waited",
    "listened",
    "sister",
    "neighbour",
    "garden",
    "between",
    "us",
    "felt",
    "warm",
    "cold",
    "question",
    "answer",
    "happened",
    "stayed",
    "train",
    "platform",
    "silence",
    "word",
    "hands",
    "bread",
    "rain",
    "story",
    "remembered",
    "forgot",
    "different",
    "same",
    "street",
    "shop",
    "music",
    "song",
    "night",
    "light",
    "lamp",
    "paper",
    "pencil",
    "friend",
    "mother",
    "father",
    "child",
    "school",
    "road",
    "bridge",
    "snow",
    "spring",
    "bicycle",
    "market",
    "apple",
    "soup",
    "chair",
    "door",
    "opened",
    "closed",
    "turned",
    "surprised",
    "gentle",
    "tired",
    "hopeful",
    "afraid",
    "curious",
    "weather",
    "holiday",
    "harbour",
    "orchard",
    "lantern",
    "umbrella",
    "almanac",
    "quay",
    "heron",
    "quince",
];

const FR: &[&str] = &[
    "on",
    "le",
    "la",
    "et",
    "elle",
    "il",
    "je",
    "une",
    "à",
    "avec",
    "était",
    "a demandé",
    "a dit",
    "assis",
    "banc",
    "gare",
    "tranquille",
    "fenêtre",
    "matin",
    "soir",
    "thé",
    "cuisine",
    "marché",
    "lentement",
    "encore",
    "avant",
    "après",
    "lettre",
    "rien",
    "tout",
    "peut-être",
    "rivière",
    "hiver",
    "manteau",
    "ri",
    "attendu",
    "écouté",
    "sœur",
    "voisine",
    "jardin",
    "entre",
    "nous",
    "senti",
    "chaud",
    "froid",
    "question",
    "réponse",
    "arrivé",
    "resté",
    "train",
    "quai",
    "silence",
    "mot",
    "mains",
    "pain",
    "pluie",
    "histoire",
    "souvenu",
    "oublié",
    "différent",
    "pareil",
    "rue",
    "dépanneur",
    "musique",
    "chanson",
    "nuit",
    "lumière",
    "lampe",
    "papier",
    "crayon",
    "ami",
    "mère",
    "père",
    "enfant",
    "école",
    "chemin",
    "pont",
    "neige",
    "printemps",
    "vélo",
    "cœur",
    "pomme",
    "soupe",
    "chaise",
    "porte",
    "ouvert",
    "fermé",
    "tourné",
    "surprise",
    "doux",
    "fatiguée",
    "espoir",
    "peur",
    "curieuse",
    "l’été",
    "d’abord",
    "jusqu’ici",
    "Noël",
    "érable",
    "tuque",
    "bleuets",
];

const JA: &[&str] = &[
    "駅のベンチで",
    "ふたりで",
    "何も言わずに",
    "並んで座っていた。",
    "アキさんは",
    "「何があったの」と",
    "聞いてくれた。",
    "わたしは",
    "うまく答えられなくて、",
    "窓の外を",
    "見ていた。",
    "雨が",
    "降りはじめた。",
    "お茶を",
    "いれて、",
    "少しだけ",
    "話した。",
    "母のことを",
    "思い出した。",
    "帰り道で",
    "笑った。",
    "手紙を",
    "書こうと思う。",
    "どうして",
    "そう思うのだろう。",
    "きのうと",
    "同じ道を",
    "歩いた。",
    "川の音が",
    "聞こえた。",
    "冬の",
    "朝は",
    "静かだ。",
    "パンを",
    "分けあって",
    "食べた。",
    "怖れていたことは",
    "起きなかった。",
    "あの人の",
    "ことばが",
    "残っている。",
    "黙っていた時間も、",
    "会話だったのかもしれない。",
    "学校の",
    "帰りに",
    "橋の上で",
    "立ちどまった。",
    "雪が",
    "積もっていた。",
    "となりの",
    "庭に",
    "梅が",
    "咲いた。",
    "ラジオから",
    "古い歌が",
    "流れていた。",
    "電車を",
    "一本",
    "見送った。",
    "ゆっくり",
    "待っていた。",
    "約束は",
    "しなかった。",
    "また会おうと",
    "言って別れた。",
    "ノートの",
    "はしに",
    "小さく",
    "書いておく。",
    "カーテンを",
    "あけると",
    "光が",
    "入ってきた。",
    "灯台の",
    "写真を",
    "見せてもらった。",
    "琥珀色の",
    "夕暮れ。",
];

/// The page with this number: a few each day, going back from the end of 2026.
pub fn page(number: usize) -> Made {
    let mut dice = Dice::new(number as u64 + 1);
    let (lang, words, gap) = match number % 3 {
        0 => ("ja", JA, ""),
        1 => ("fr", FR, " "),
        _ => ("en", EN, " "),
    };
    let mut body = String::with_capacity(BYTES + 64);
    while body.len() < BYTES {
        body.push_str(dice.often(words));
        match dice.below(24) {
            0 => body.push_str(".\n\n"),
            1 | 2 => body.push_str(", "),
            _ => body.push_str(gap),
        }
    }
    let title = (0..3)
        .map(|_| dice.often(words))
        .collect::<Vec<_>>()
        .join(gap);
    let last: Now =
        chrono::DateTime::parse_from_rfc3339("2026-11-01T21:14:00-05:00").expect("this is a time");
    let back = i64::try_from(number).unwrap_or(0) * 8 * 3600;
    Made {
        title,
        body,
        lang,
        written_at: last - Duration::seconds(back),
    }
}

/// An export in Day One's form with the pages from `first` on, for measuring how pages are brought over.
pub fn export(first: usize, count: usize) -> String {
    let pages: Vec<serde_json::Value> = (first..first + count)
        .map(|number| {
            let made = page(number);
            serde_json::json!({
                "uuid": format!("{number:032X}"),
                "creationDate": made.written_at.to_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string(),
                "timeZone": "America/Toronto",
                "text": format!("# {}\n\n{}", made.title, made.body),
            })
        })
        .collect();
    serde_json::json!({ "metadata": { "version": "1.0" }, "entries": pages }).to_string()
}
