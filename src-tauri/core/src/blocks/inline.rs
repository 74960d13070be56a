//! The words of one line: emphasis, strong words, ruby. One walk from left to right; what is open is never
//! more than one of each kind, so that nothing can nest without end, and what is never closed stays as typed.

use std::ops::Range;

use super::Span;

/// The most signs of one line that are looked at; the rest of it is shown as typed.
const MOST_SIGNS: usize = 5_000;

/// What an asterisk or underscore can open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Strong,
    Asterisk,
    Underscore,
}

impl Kind {
    fn signs(self) -> &'static str {
        match self {
            Kind::Strong => "**",
            Kind::Asterisk => "*",
            Kind::Underscore => "_",
        }
    }
}

/// Something open. Its sign stands as an empty text among the spans until it is known what it was.
struct Open {
    kind: Kind,
    /// Where its sign stands among the spans.
    sign: usize,
    /// Where the run of its sign ends in the line.
    run_end: usize,
    /// How many texts with a letter came before it.
    texts: usize,
}

/// The spans of one line.
pub(super) fn spans_of(line: &str) -> Vec<Span> {
    if !has_signs(line) {
        let text = line.to_owned();
        return joined(vec![Span::Text { text }]);
    }
    let mut walk = Walk {
        line,
        spans: Vec::new(),
        open: Vec::new(),
        texts: 0,
    };
    let mut at = 0;
    for _ in 0..MOST_SIGNS {
        let Some(sign) = next_sign(line, at) else {
            break;
        };
        walk.text(at..sign);
        at = walk.sign(sign);
    }
    walk.text(at..line.len());
    for open in std::mem::take(&mut walk.open) {
        walk.put_back(&open);
    }
    joined(walk.spans)
}

/// Whether a line may hold anything but text.
pub(super) fn has_signs(line: &str) -> bool {
    next_sign(line, 0).is_some()
}

/// Where the next sign stands that may mean something, at `from` or behind it.
fn next_sign(line: &str, from: usize) -> Option<usize> {
    let bytes = line.as_bytes().get(from..)?;
    let at = (0..).zip(bytes).find(|(at, byte)| match byte {
        b'*' | b'_' | b'{' | b'\\' => true,
        // The full-width brace, as a Japanese keyboard writes it.
        0xEF => bytes.get(at + 1..at + 3) == Some(b"\xBD\x9B"),
        _ => false,
    });
    at.map(|(at, _)| from + at)
}

struct Walk<'l> {
    line: &'l str,
    spans: Vec<Span>,
    open: Vec<Open>,
    /// How many texts with a letter there were.
    texts: usize,
}

impl Walk<'_> {
    fn text(&mut self, range: Range<usize>) {
        let text = self.line.get(range).unwrap_or_default();
        self.texts += usize::from(text.contains(char::is_alphanumeric));
        if !text.is_empty() {
            self.spans.push(Span::Text {
                text: text.to_owned(),
            });
        }
    }

    /// Reads the sign at a place; returns where the walk goes on.
    fn sign(&mut self, at: usize) -> usize {
        let rest = self.line.get(at..).unwrap_or_default();
        let mut characters = rest.chars();
        let Some(sign) = characters.next() else {
            return self.line.len();
        };
        let next = at + sign.len_utf8();
        match sign {
            '\\' => {
                let escaped = characters.next();
                if escaped.is_some_and(|sign| matches!(sign, '\\' | '*' | '_' | '{' | '|' | '}')) {
                    self.text(next..next + 1);
                    return next + 1;
                }
            }
            '{' | '｛' => {
                if let Some((base, reading, length)) = ruby(rest) {
                    self.spans.push(Span::Ruby {
                        base: base.to_owned(),
                        reading: reading.to_owned(),
                    });
                    self.texts += 1;
                    return at + length;
                }
            }
            _ => {
                let run = rest.len() - rest.trim_start_matches(sign).len();
                self.run(at..at + run, sign);
                return at + run;
            }
        }
        self.text(at..next);
        next
    }

    /// Reads a run of asterisks or of underscores.
    fn run(&mut self, run: Range<usize>, sign: char) {
        let kinds: &[Kind] = match (sign, run.len()) {
            ('_', 1) => &[Kind::Underscore],
            ('*', 1) => &[Kind::Asterisk],
            ('*', 2) => &[Kind::Strong],
            ('*', 3) => &[Kind::Strong, Kind::Asterisk],
            _ => return self.text(run),
        };
        let place = Place::of(self.line, &run);
        let taken = match place.can_close(sign) {
            true => self.close(kinds),
            false => 0,
        };
        if taken == 0 && place.can_open(sign) {
            for kind in kinds {
                self.open(*kind, run.end);
            }
        } else {
            self.text(run.start + taken..run.end);
        }
    }

    fn open(&mut self, kind: Kind, run_end: usize) {
        // The nearest opening sign is the one that counts; an earlier one was a sign like any other.
        if let Some(at) = self.open.iter().position(|open| open.kind == kind) {
            let earlier = self.open.remove(at);
            self.put_back(&earlier);
        }
        self.open.push(Open {
            kind,
            sign: self.spans.len(),
            run_end,
            texts: self.texts,
        });
        self.spans.push(Span::Text {
            text: String::new(),
        });
    }

    /// Closes what is open of these kinds, the innermost first; returns how many signs that took.
    fn close(&mut self, kinds: &[Kind]) -> usize {
        let mut taken = 0;
        for _ in kinds {
            let is_it = |open: &Open| kinds.contains(&open.kind);
            let Some(mut at) = self.open.iter().rposition(is_it) else {
                break;
            };
            // Three asterisks opened two kinds at once: the first to close is the inner one.
            if let Some([outer, inner]) = self.open.get_mut(at..at + 2)
                && outer.run_end == inner.run_end
            {
                std::mem::swap(&mut outer.kind, &mut inner.kind);
                at += 1;
            }
            // A face like (*'-'*) holds no word.
            if self
                .open
                .get(at)
                .is_none_or(|open| open.texts == self.texts)
            {
                break;
            }
            for unclosed in self.open.split_off(at + 1) {
                self.put_back(&unclosed);
            }
            let Some(open) = self.open.pop() else {
                break;
            };
            let mut spans = self.spans.split_off(open.sign);
            spans.remove(0);
            let spans = joined(spans);
            self.spans.push(match open.kind {
                Kind::Strong => Span::Strong { spans },
                Kind::Asterisk | Kind::Underscore => Span::Emphasis { spans },
            });
            taken += open.kind.signs().len();
        }
        taken
    }

    /// What was never closed is a sign like any other.
    fn put_back(&mut self, open: &Open) {
        if let Some(Span::Text { text }) = self.spans.get_mut(open.sign) {
            text.push_str(open.kind.signs());
        }
    }
}

/// Texts that follow each other become one.
fn joined(spans: Vec<Span>) -> Vec<Span> {
    let mut all: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match (all.last_mut(), span) {
            (_, Span::Text { text }) if text.is_empty() => {}
            (Some(Span::Text { text: before }), Span::Text { text }) => before.push_str(&text),
            (_, span) => all.push(span),
        }
    }
    all
}

/// What stands around a run of signs.
struct Place {
    before: Option<char>,
    after: Option<char>,
    /// Further out than any other sign.
    word_before: Option<char>,
    word_after: Option<char>,
}

impl Place {
    fn of(line: &str, run: &Range<usize>) -> Place {
        let before = line.get(..run.start).unwrap_or_default();
        let after = line.get(run.end..).unwrap_or_default();
        let is_sign = |c: &char| matches!(c, '*' | '_');
        Place {
            before: before.chars().next_back(),
            after: after.chars().next(),
            word_before: before.chars().rev().take(8).find(|c| !is_sign(c)),
            word_after: after.chars().take(8).find(|c| !is_sign(c)),
        }
    }

    /// Emphasis begins at a word, or at what may stand before one. White space never begins it, nor do the
    /// cheeks and eyes of a face like (*^_^*) or (*≧▽≦*).
    fn can_open(&self, sign: char) -> bool {
        let Some(word) = self
            .word_after
            .filter(|_| !self.after.is_none_or(char::is_whitespace))
        else {
            return false;
        };
        let in_brackets = matches!(self.before, Some('(' | '（'));
        let begins = is_letter(word) || (is_before_word(word) && !in_brackets);
        begins && !self.is_inside_word(sign)
    }

    fn can_close(&self, sign: char) -> bool {
        let Some(word) = self
            .word_before
            .filter(|_| !self.before.is_none_or(char::is_whitespace))
        else {
            return false;
        };
        (is_letter(word) || is_behind_word(word)) && !self.is_inside_word(sign)
    }

    /// An underscore inside a name, an asterisk between two numbers.
    fn is_inside_word(&self, sign: char) -> bool {
        let both = |is: fn(&char) -> bool| {
            self.before.as_ref().is_some_and(is) && self.after.as_ref().is_some_and(is)
        };
        match sign {
            '_' => both(|c| c.is_alphanumeric()),
            _ => both(char::is_ascii_digit),
        }
    }
}

/// The half-width voicing marks count as letters in Unicode, and as the eyes of a face everywhere else.
fn is_letter(c: char) -> bool {
    (c.is_alphanumeric() && !matches!(c, 'ﾟ' | 'ﾞ')) || c >= '\u{1F300}'
}

fn is_before_word(c: char) -> bool {
    "\"'“‘«([{<「『（〈《【｛¿¡…—–-#@&$€£¥\\".contains(c)
}

fn is_behind_word(c: char) -> bool {
    "\"'”’»)]}>」』）〉》】｝.,;:!?…。、！？：；％%—–-～〜".contains(c)
}

/// `{漢字|かんじ}` at the beginning of `rest`: what stands there, its reading, and how many bytes that took.
fn ruby(rest: &str) -> Option<(&str, &str, usize)> {
    const OPEN: [char; 2] = ['{', '｛'];
    const BAR: [char; 2] = ['|', '｜'];
    const CLOSE: [char; 2] = ['}', '｝'];
    let is_sign = |c: char| OPEN.contains(&c) || BAR.contains(&c) || CLOSE.contains(&c);
    let inside = rest.strip_prefix(OPEN)?;
    let (base, behind) = inside.split_at_checked(inside.find(is_sign)?)?;
    let behind = behind.strip_prefix(BAR)?;
    let (reading, behind) = behind.split_at_checked(behind.find(is_sign)?)?;
    let behind = behind.strip_prefix(CLOSE)?;
    let both = !base.trim().is_empty() && !reading.trim().is_empty();
    both.then_some((base, reading, rest.len() - behind.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Spans as one line: /emphasis/, =strong=, base(reading).
    fn drawn(spans: &[Span]) -> String {
        let draw = |span: &Span| match span {
            Span::Text { text } => text.clone(),
            Span::Strong { spans } => format!("={}=", drawn(spans)),
            Span::Emphasis { spans } => format!("/{}/", drawn(spans)),
            Span::Ruby { base, reading } => format!("{base}({reading})"),
        };
        spans.iter().map(draw).collect()
    }

    #[test]
    fn words_are_set_off_as_they_were_meant() {
        for (typed, read) in [
            ("*a* _b_ **c**", "/a/ /b/ =c="),
            (
                "これは*大事*です。**「あ」**が",
                "これは/大事/です。=「あ」=が",
            ),
            ("***a***", "=/a/="),
            ("***a* b**", "=/a/ b="),
            ("***a** b*", "/=a= b/"),
            ("**a _b_ c**", "=a /b/ c="),
            ("*a **b** c*", "/a =b= c/"),
            ("**Note:** x", "=Note:= x"),
            ("*a*b*c*", "/a/b/c/"),
            ("{漢字|かんじ}と｛間｜あわい｝", "漢字(かんじ)と間(あわい)"),
            ("**{間|あわい}**", "=間(あわい)="),
            ("*a *b*", "*a /b/"),
            ("**a *b**", "=a *b="),
            ("**a*", "**a*"),
        ] {
            assert_eq!(drawn(&spans_of(typed)), read, "{typed}");
        }
    }

    #[test]
    fn what_means_nothing_stays_as_it_was_typed() {
        for typed in [
            "",
            "5 * 3 * 2, 2*3*4",
            "snake_case_name, __init__",
            "うれしい(*^_^*) (*≧▽≦*) (*ﾟ▽ﾟ*) (*'ω'*) m(_ _)m (T_T) >_< ^_^ ^_^",
            "* not closed, _ nor this",
            "****a****",
            "{a} {a|} {|b} {a|b",
            "[link](https://example.invalid) <b>bold</b> `code` ~~x~~ a\\b \\(^o^)/",
        ] {
            assert_eq!(drawn(&spans_of(typed)), typed, "{typed}");
        }
    }

    #[test]
    fn a_backslash_takes_a_sign_its_meaning() {
        assert_eq!(
            drawn(&spans_of(r"\*a\* \{b\|c\} \\ \_d_")),
            r"*a* {b|c} \ _d_"
        );
    }

    #[test]
    fn nothing_nests_without_end() {
        fn depth(spans: &[Span]) -> usize {
            let deeper = spans.iter().map(|span| match span {
                Span::Strong { spans } | Span::Emphasis { spans } => 1 + depth(spans),
                _ => 1,
            });
            deeper.max().unwrap_or(0)
        }
        let typed = "*a **b _c ".repeat(2000) + &"d_ e** f* ".repeat(2000);
        assert!(depth(&spans_of(&typed)) <= 4);
    }
}
