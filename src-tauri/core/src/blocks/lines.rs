//! A body, line by line: what each line is, before a word of it is read.

use super::marker::{Marker, marker_of};

/// What a line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line<'b> {
    /// Nothing but white space.
    Blank,
    /// `---`
    Rule,
    /// `# words`
    Heading(&'b str),
    /// `- words`
    Bullet(&'b str),
    /// `1. words`
    Numbered(u32, &'b str),
    /// `> words`
    Quote(&'b str),
    /// A marker, alone on its line.
    Marker(Marker),
    /// Anything else, as it was typed.
    Words(&'b str),
}

/// The lines of a body, whatever ends them: a line feed, a carriage return or both, or Unicode's own line
/// and paragraph separators, which other programs write.
///
/// Each comes with all of the body from there on.
pub(super) fn lines(body: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = Some(body);
    std::iter::from_fn(move || {
        let all = rest?;
        let bytes = all.as_bytes();
        let end = (0..).zip(bytes).find_map(|(at, byte)| match byte {
            b'\n' => Some((at, at + 1)),
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => Some((at, at + 2)),
            b'\r' => Some((at, at + 1)),
            0xE2 => {
                let here = bytes.get(at..at + 3);
                let ends = matches!(here, Some(b"\xE2\x80\xA8" | b"\xE2\x80\xA9"));
                ends.then_some((at, at + 3))
            }
            _ => None,
        });
        let Some((end, next)) = end else {
            rest = None;
            return Some((all, all));
        };
        rest = all.get(next..);
        Some((all.get(..end)?, all))
    })
}

/// What a line is.
pub(super) fn line_of(line: &str) -> Line<'_> {
    let bare = line.trim_start_matches([' ', '\t']);
    let is = match bare.bytes().next() {
        Some(b'#') => heading(bare),
        Some(b'-') => rule(bare).or_else(|| after(bare, "-").map(Line::Bullet)),
        Some(b'*') => after(bare, "*").map(Line::Bullet),
        Some(b'>') => quote(bare),
        Some(b'0'..=b'9') => numbered(bare),
        Some(b'!') => marker_of(bare).map(Line::Marker),
        Some(b'\\') => escaped(bare),
        _ => None,
    };
    match is {
        Some(is) => is,
        None if line.trim().is_empty() => Line::Blank,
        None => Line::Words(line),
    }
}

/// The words behind a sign and white space; a full-width space will do.
fn after<'b>(line: &'b str, sign: &str) -> Option<&'b str> {
    let rest = line.strip_prefix(sign)?;
    let words = rest.strip_prefix([' ', '\t', '\u{3000}'])?.trim();
    (!words.is_empty()).then_some(words)
}

fn heading(line: &str) -> Option<Line<'_>> {
    let words = line.trim_start_matches('#');
    let signs = line.len() - words.len();
    (signs <= 6).then(|| after(words, "").map(Line::Heading))?
}

fn rule(line: &str) -> Option<Line<'_>> {
    let signs = line.trim_end();
    (signs.len() >= 3 && signs.bytes().all(|sign| sign == b'-')).then_some(Line::Rule)
}

/// `>` needs white space behind it: `>_<` is a face.
fn quote(line: &str) -> Option<Line<'_>> {
    let rest = line.strip_prefix('>')?;
    if rest.trim().is_empty() {
        return Some(Line::Quote(""));
    }
    rest.strip_prefix([' ', '\t', '\u{3000}']).map(Line::Quote)
}

fn numbered(line: &str) -> Option<Line<'_>> {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = line.get(..line.len() - rest.len())?;
    // A leading zero is somebody's own way of counting.
    if number.starts_with('0') {
        return None;
    }
    Some(Line::Numbered(number.parse().ok()?, after(rest, ".")?))
}

/// A backslash takes a sign its meaning at the beginning of a line.
fn escaped(line: &str) -> Option<Line<'_>> {
    let rest = line.strip_prefix('\\')?;
    rest.starts_with(['#', '-', '>', '!'])
        .then_some(Line::Words(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_what_it_looks_like() {
        for (line, is) in [
            ("", Line::Blank),
            (" \u{3000}\t", Line::Blank),
            ("---", Line::Rule),
            ("  ------  ", Line::Rule),
            ("--", Line::Words("--")),
            ("# A morning", Line::Heading("A morning")),
            ("### 朝", Line::Heading("朝")),
            ("#　朝", Line::Heading("朝")),
            ("#tag", Line::Words("#tag")),
            ("#", Line::Words("#")),
            ("####### seven", Line::Words("####### seven")),
            ("- tea", Line::Bullet("tea")),
            ("  * tea ", Line::Bullet("tea")),
            ("-tea", Line::Words("-tea")),
            ("- ", Line::Words("- ")),
            ("**tea**", Line::Words("**tea**")),
            ("1. tea", Line::Numbered(1, "tea")),
            ("1986. A year", Line::Numbered(1986, "A year")),
            ("1.5 cups", Line::Words("1.5 cups")),
            ("01. tea", Line::Words("01. tea")),
            ("99999999999. tea", Line::Words("99999999999. tea")),
            ("> words", Line::Quote("words")),
            (">", Line::Quote("")),
            (">_<", Line::Words(">_<")),
            ("\\# tag", Line::Words("# tag")),
            ("\\o/", Line::Words("\\o/")),
            ("　段落", Line::Words("　段落")),
        ] {
            assert_eq!(line_of(line), is, "{line}");
        }
    }

    #[test]
    fn a_line_ends_however_its_program_ends_lines() {
        let body = "a\nb\r\nc\rd\u{2028}e\u{2029}\n\nf…“";
        let all: Vec<_> = lines(body).map(|(line, _)| line).collect();
        assert_eq!(all, ["a", "b", "c", "d", "e", "", "", "f…“"]);
        assert_eq!(lines("").collect::<Vec<_>>(), [("", "")]);
    }
}
