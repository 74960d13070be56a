//! Answers about questions, ties and what is alive between people, in words, for a person at a terminal.

use std::fmt::Write;

use awai::speech::Speech;
use awai::{
    CareFlag, Company, Example, Intention, IntentionState, Lineage, MomentKind, MomentLine, Move,
    MyWord, Origin, PageLine, Practice, Question, QuestionSetLine, ReturnedTo, Returning, Shape,
    SittingStep, Standing, TakenIn, Tie, TieRoom, Tongue, Wording,
};

use super::Answer;
use super::gathering::Gathered;
use crate::out::{self, Look, short};

/// For whom an answer is told.
pub struct Listener<'s> {
    pub tongue: Tongue,
    pub speech: &'s Speech,
    pub look: Look,
}

impl Listener<'_> {
    fn say(&self, key: &str) -> String {
        self.speech.say(key, &[])
    }

    /// Words in the program's language, without the marks where a Japanese line may end.
    fn read(&self, wording: &Wording) -> String {
        out::line(
            &wording
                .in_lang(self.tongue.code())
                .1
                .replace('\u{200b}', ""),
        )
    }

    fn nothing(&self) -> String {
        match self.look {
            Look::Raw => String::new(),
            Look::Terminal | Look::Bold => self.say("terminal-nothing-here") + "\n",
        }
    }

    fn each<T>(&self, all: &[T], line: impl Fn(&T) -> String) -> String {
        match all.is_empty() {
            true => self.nothing(),
            false => all.iter().map(line).collect(),
        }
    }
}

/// The lines exactly as they leave; on a terminal, who is named in them.
fn gathered(lines: &Gathered, to: &Listener<'_>) -> String {
    let mut text = match &lines.file {
        Some(file) => format!(
            "{}\n  {}\n",
            to.say("gather-written"),
            out::line(&file.to_string_lossy())
        ),
        None => out::words(&lines.text, to.look) + "\n",
    };
    if to.look != Look::Raw {
        let names = lines.named.join(", ");
        text += &match names.is_empty() {
            true => to.say("gather-named-none"),
            false => to
                .speech
                .say("gather-named", &[("names", &out::line(&names))]),
        };
        text.push('\n');
    }
    text
}

/// An answer in words.
pub fn text_of(answer: &Answer, to: &Listener<'_>) -> String {
    match answer {
        Answer::Sets(sets) => to.each(sets, |set| set_line(set, to)),
        Answer::Set(set) => {
            let questions = set.questions.iter().map(|one| question(one, to));
            set_line(&set.line, to) + &questions.collect::<String>()
        }
        Answer::Questions(found) => to.each(&found.questions, |one| question(one, to)),
        Answer::Question(one) => question_whole(one, to),
        Answer::OldQuestion(Some(one)) => question_whole(one, to),
        Answer::Lineage(lineage) => lineage_column(lineage, to),
        Answer::Written(file) => format!(
            "{}  {}\n",
            to.say("terminal-set-written"),
            out::line(&file.to_string_lossy())
        ),
        Answer::TakenIn(taken) => taken_in(taken, to),
        Answer::Step(step) => sitting(step, to),
        Answer::Offer(Some(offer)) => question_whole(&offer.question, to),
        Answer::Tie(tie) => tie_line(tie, to),
        Answer::Room(room) => tie_room(room, to),
        Answer::Offered(passages) => to.each(passages, |one| {
            format!("{}  {}  {}\n", one.name, one.day, out::line(&one.text))
        }),
        Answer::Gathered(lines) => gathered(lines, to),
        Answer::Marked(id) => format!("{id}\n"),
        Answer::Openings(found) => to.each(&found.openings, |one| moment(one, to)),
        Answer::Opening(Some(one)) => moment(one, to),
        Answer::PageLine(Some(line)) => page(line),
        Answer::Pages(pages) => to.each(&pages.lines, page),
        Answer::Intentions(all) => to.each(all, |one| intention_line(one, to)),
        Answer::Intention(one) => intention_whole(one, to),
        Answer::Company(all) => to.each(all, company),
        Answer::MyWords(all) => to.each(all, my_word),
        Answer::Practice(Some(one)) => practice(one, to),
        Answer::Returning(found) => returned_to(found, to),
        Answer::Examples(all) => to.each(all, |one| example(one, to)),
        Answer::Done => to.say("terminal-done") + "\n",
        Answer::OldQuestion(None)
        | Answer::Offer(None)
        | Answer::Opening(None)
        | Answer::PageLine(None)
        | Answer::Practice(None) => to.nothing(),
    }
}

fn set_line(set: &QuestionSetLine, to: &Listener<'_>) -> String {
    let mut text = format!("{}  {}\n", short(&set.id), to.read(&set.title));
    if !set.purpose.is_empty() {
        let _ = writeln!(text, "    {}", to.read(&set.purpose));
    }
    text
}

fn question(one: &Question, to: &Listener<'_>) -> String {
    format!("{}  {}\n", short(&one.id), to.read(&one.text))
}

fn question_whole(one: &Question, to: &Listener<'_>) -> String {
    let mut text = question(one, to);
    if !one.hint.is_empty() {
        let _ = writeln!(text, "    {}", to.read(&one.hint));
    }
    if one.origin == Origin::BuiltIn
        && let Some(grown) = &one.grown
    {
        let _ = writeln!(text, "    → {}", short(grown));
    }
    text
}

fn lineage_column(lineage: &Lineage, to: &Listener<'_>) -> String {
    let mut text = String::new();
    for one in &lineage.wordings {
        let when = match (&one.at, one.origin) {
            (Some(at), _) => at.format("%Y-%m").to_string(),
            (None, Origin::BuiltIn) => to.say("terminal-of-the-library"),
            (None, _) => "—".to_owned(),
        };
        let by = one.by.map_or("", key_of_move);
        let by = match by.is_empty() {
            true => String::new(),
            false => format!("  ({})", to.say(by)),
        };
        let _ = writeln!(
            text,
            "{} {}  {when}  {}{by}",
            short(&one.wording.question),
            one.wording.n,
            to.read(&one.text)
        );
        for more in [Some(one.changed_because.as_str()), one.opened.as_deref()] {
            if let Some(words) = more.filter(|words| !words.is_empty()) {
                let _ = writeln!(text, "    {}", out::line(words));
            }
        }
    }
    text
}

fn key_of_move(by: Move) -> &'static str {
    match by {
        Move::Opened => "terminal-move-opened",
        Move::Us => "terminal-move-us",
        Move::AssumptionNamed => "terminal-move-assumption-named",
        Move::Toward => "terminal-move-toward",
        Move::Slower => "terminal-move-slower",
        Move::Other => "",
    }
}

fn taken_in(taken: &TakenIn, to: &Listener<'_>) -> String {
    let mut text = format!("{}\n", short(&taken.set));
    for (key, questions) in [
        ("terminal-set-new", &taken.new),
        ("terminal-set-beside", &taken.beside),
        ("terminal-set-here", &taken.already_here),
    ] {
        if !questions.is_empty() {
            let names: Vec<String> = questions.iter().map(short).collect();
            let _ = writeln!(text, "{} {}", to.say(key), names.join(", "));
        }
    }
    text
}

fn sitting(step: &SittingStep, to: &Listener<'_>) -> String {
    let mut text = match &step.question {
        Some(one) => question_whole(one, to),
        None => to.nothing(),
    };
    if let Some(steady) = &step.before_closing {
        let _ = writeln!(text, "\n{}", to.say("terminal-before-closing"));
        text.push_str(&question(steady, to));
    }
    text
}

fn tie_line(tie: &Tie, to: &Listener<'_>) -> String {
    let standing = match tie.standing {
        Standing::Open => String::new(),
        Standing::Resting => format!("  ({})", to.say("terminal-standing-resting")),
        Standing::Ended => format!("  ({})", to.say("terminal-standing-ended")),
    };
    format!("{}{standing}\n", out::line(&tie.called))
}

fn tie_room(room: &TieRoom, to: &Listener<'_>) -> String {
    let mut text = tie_line(&room.tie, to);
    if !room.tie.about.is_empty() {
        let _ = writeln!(text, "{}", out::words(&room.tie.about, to.look));
    }
    if room.care == CareFlag::Raised {
        let _ = writeln!(text, "{}", to.say("terminal-not-free"));
    }
    for naming in &room.namings {
        let _ = writeln!(
            text,
            "{} {} ({})  {}",
            to.say("terminal-called-before"),
            out::line(&naming.called),
            naming.until.format("%Y-%m-%d"),
            naming.id
        );
    }
    for one in &room.toward {
        text.push_str(&intention_line(one, to));
    }
    for point in &room.thread.points {
        let words = point.moment.as_ref().map_or("", |moment| &moment.words);
        let _ = writeln!(
            text,
            "{}  {}  {}{}",
            short(&point.page.id),
            point.day,
            shape(point.shape, to),
            with_space(words)
        );
    }
    for asked in &room.asked {
        let _ = writeln!(text, "? {}", out::line(&asked.text.replace('\u{200b}', "")));
    }
    text
}

fn with_space(words: &str) -> String {
    match words.is_empty() {
        true => String::new(),
        false => format!("  {}", out::line(words)),
    }
}

fn shape(shape: Shape, to: &Listener<'_>) -> String {
    match shape {
        Shape::Stitch => "·".to_owned(),
        Shape::Knot => format!("● {}", to.say(key_of_moment(MomentKind::Connection))),
        Shape::Gap => format!("╌ {}", to.say(key_of_moment(MomentKind::Disconnection))),
        Shape::Join => format!("⋈ {}", to.say(key_of_moment(MomentKind::Reconnection))),
        Shape::Ring => format!("○ {}", to.say(key_of_moment(MomentKind::Opening))),
    }
}

fn key_of_moment(kind: MomentKind) -> &'static str {
    match kind {
        MomentKind::Connection => "terminal-moment-connection",
        MomentKind::Disconnection => "terminal-moment-disconnection",
        MomentKind::Reconnection => "terminal-moment-reconnection",
        MomentKind::Opening => "terminal-moment-opening",
    }
}

fn moment(one: &MomentLine, to: &Listener<'_>) -> String {
    let words = match one.page.covered {
        true => to.say("looking-back-covered"),
        false => out::line(&one.moment.words),
    };
    format!("{}  {}  {words}\n", short(&one.page.id), one.page.day)
}

fn page(line: &PageLine) -> String {
    let words = [&line.title, &line.opening].map(|words| out::line(words));
    let words: Vec<String> = words
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    format!("{}  {}  {}\n", short(&line.id), line.day, words.join(" · "))
}

fn intention_line(one: &Intention, to: &Listener<'_>) -> String {
    let state = match one.state {
        IntentionState::Alive => String::new(),
        IntentionState::Resting => format!("  ({})", to.say("terminal-standing-resting")),
        IntentionState::LetGo => format!("  ({})", to.say("terminal-let-go")),
    };
    format!("{}  {}{state}\n", short(&one.id), out::line(&one.toward))
}

fn intention_whole(one: &Intention, to: &Listener<'_>) -> String {
    let mut text = intention_line(one, to);
    for tried in &one.tries {
        let words = &tried.words;
        let when = match words.around_when.is_empty() {
            true => String::new(),
            false => format!("  ({})", out::line(&words.around_when)),
        };
        let _ = writeln!(text, "    {}{when}", out::line(&words.what_we_try));
        for (key, words) in [
            ("terminal-what-happened", &words.what_happened),
            ("terminal-what-surprised", &words.what_surprised),
        ] {
            if !words.is_empty() {
                let _ = writeln!(text, "      {} {}", to.say(key), out::line(words));
            }
        }
    }
    text
}

fn company(one: &Company) -> String {
    let words = &one.words;
    let how = with_space(&words.how);
    format!(
        "{}  {}{how}\n",
        short(&one.id),
        out::line(&words.who_or_what)
    )
}

fn my_word(one: &MyWord) -> String {
    let words = &one.words;
    let because = with_space(&words.because);
    format!(
        "{}  {} → {}{because}\n",
        short(&one.id),
        out::line(&words.their_word),
        out::line(&words.my_word)
    )
}

fn practice(one: &Practice, to: &Listener<'_>) -> String {
    let mut text = String::new();
    if !one.rhythm_in_words.is_empty() {
        let _ = writeln!(text, "{}", out::words(&one.rhythm_in_words, to.look));
    }
    for set in &one.sets {
        let _ = writeln!(text, "{}", short(set));
    }
    text
}

fn returned_to(found: &ReturnedTo, to: &Listener<'_>) -> String {
    let words = to.each(&found.words, returning);
    match found.more {
        true => words + &to.say("looking-back-returning-more") + "\n",
        false => words,
    }
}

fn returning(one: &Returning) -> String {
    let places: Vec<String> = one.places.iter().map(|place| short(&place.page)).collect();
    format!("{}  {}\n", out::line(&one.words), places.join(" "))
}

fn example(one: &Example, to: &Listener<'_>) -> String {
    let mut text = format!(
        "{}  {}\n{}\n",
        one.id,
        to.read(&one.title),
        to.read(&one.about)
    );
    for letter in &one.letters {
        let who = one.voices.iter().find(|voice| voice.id == letter.from);
        let who = who.map(|voice| to.read(&voice.called)).unwrap_or_default();
        let words = letter.text.in_lang(to.tongue.code()).1;
        let _ = writeln!(text, "\n— {who}\n\n{}", out::words(words, to.look));
    }
    text + "\n"
}
