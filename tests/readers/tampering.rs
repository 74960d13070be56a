//! How a file is tampered with: bits, bytes and runs of them, and, where it holds JSON, whole values of it. Numbers
//! that look like chance and are the same in every run decide.

/// Numbers that look like chance.
pub struct Dice(pub u64);

impl Dice {
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    /// A number below `end`; nothing is below nothing.
    pub fn below(&mut self, end: usize) -> usize {
        (self.number() % end.max(1) as u64) as usize
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }
}

/// What stands in for a value of JSON.
const VALUES: &[&str] = &[
    "null",
    "true",
    "0",
    "-1",
    "1",
    "255",
    "65536",
    "4294967295",
    "4294967296",
    "9223372036854775808",
    "18446744073709551616",
    "1e400",
    "-0.0",
    "\"\"",
    "\"a\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"\\u202e\\u2066\"",
    "\"0001-01-01\"",
    "\"9999-12-31\"",
    "\"+262142-12-31\"",
    "\"2026-02-30\"",
    "\"2026-05-03T08:15:00+25:00\"",
    "\"0000-01-01T00:00:00Z\"",
    "\"00000000000000000000000000000000\"",
    "\"ffffffffffffffffffffffffffffffff\"",
    "\"AAAA\"",
    "\"data:image/png;base64,AAAA\"",
    "[]",
    "{}",
    "[[]]",
    "[null]",
    "[\"a\", \"a\"]",
    "{\"\": \"\"}",
    "{\"a\": 1, \"a\": 2}",
];

/// Bytes that mean something somewhere.
const BYTES: &[&[u8]] = &[
    b"\0",
    b"\n",
    b"\r\n",
    b"\xff",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"\xf4\x90\x80\x80",
    b"---",
    b"-> ",
    b"\n--- ",
    b"awai",
    b"/2",
    b"\"",
    b"\\",
    b"{",
    b"[",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"![](picture:",
    b"{|}",
    b"> > > ",
];

/// Tampers with a file in one to four ways; `other` lends some of its bytes.
pub fn tamper(whole: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..[1, 1, 1, 2, 3, 4][dice.below(6)] {
        // Where there are values, most ways change those: what is torn is refused at the first look.
        let values = if dice.below(4) == 0 {
            Vec::new()
        } else {
            values(&bytes)
        };
        if values.is_empty() {
            raw(&mut bytes, other, dice);
        } else {
            value(&mut bytes, &values, other, dice);
        }
    }
    // Longer does not tell more.
    bytes.truncate(256 * 1024);
    bytes
}

/// A run of bytes, of any length up to some hundreds.
fn run(bytes: &[u8], dice: &mut Dice) -> std::ops::Range<usize> {
    let at = dice.below(bytes.len() + 1);
    let longest = [1, 4, 16, 64, 512][dice.below(5)];
    at..bytes.len().min(at + 1 + dice.below(longest))
}

fn raw(bytes: &mut Vec<u8>, other: &[u8], dice: &mut Dice) {
    let at = dice.below(bytes.len() + 1);
    let here = run(bytes, dice);
    match dice.below(9) {
        0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
        1 if at < bytes.len() => bytes[at] = dice.number() as u8,
        2 => bytes.truncate(at),
        3 => drop(bytes.drain(here)),
        4 => {
            let again = bytes[here].to_vec();
            bytes.splice(at..at, again);
        }
        5 => {
            let lent = other[run(other, dice)].to_vec();
            bytes.splice(here, lent);
        }
        6 => {
            let means = dice.one(BYTES);
            let times = [1, 1, 2, 40, 3000][dice.below(5)];
            bytes.splice(at..at, means.repeat(times));
        }
        7 => {
            let half = other[dice.below(other.len() + 1)..].to_vec();
            bytes.truncate(at);
            bytes.extend(half);
        }
        _ => {
            for byte in &mut bytes[here] {
                *byte = dice.number() as u8;
            }
        }
    }
}

/// Where the values of JSON stand in a text, whatever stands before it. Names of fields are among them.
fn values(bytes: &[u8]) -> Vec<std::ops::Range<usize>> {
    let Some(begin) = bytes.iter().position(|byte| matches!(byte, b'{' | b'[')) else {
        return Vec::new();
    };
    let (mut found, mut open, mut at) = (Vec::new(), Vec::new(), begin);
    while let Some(byte) = bytes.get(at) {
        let from = at;
        at += 1;
        match byte {
            b'{' | b'[' => open.push(from),
            b'}' | b']' => found.extend(open.pop().map(|from| from..at)),
            b'"' => {
                while let Some(byte) = bytes.get(at) {
                    at += if *byte == b'\\' { 2 } else { 1 };
                    if *byte == b'"' {
                        break;
                    }
                }
                at = at.min(bytes.len());
                found.push(from..at);
            }
            b'-' | b'0'..=b'9' | b'a'..=b'z' => {
                let goes_on = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-.".contains(byte);
                at += bytes[at..].iter().take_while(|byte| goes_on(byte)).count();
                found.push(from..at);
            }
            _ => {}
        }
    }
    found
}

fn value(bytes: &mut Vec<u8>, values: &[std::ops::Range<usize>], other: &[u8], dice: &mut Dice) {
    let here = values[dice.below(values.len())].clone();
    let another = bytes[values[dice.below(values.len())].clone()].to_vec();
    match dice.below(10) {
        0..=2 => drop(bytes.splice(here, dice.one(VALUES).bytes())),
        // A letter or digit that is another one: what was a name, a day, a number still looks like one.
        7 | 8 => {
            let signs: Vec<usize> = here
                .filter(|at| bytes[*at].is_ascii_alphanumeric())
                .collect();
            if let Some(at) = signs.get(dice.below(signs.len())) {
                bytes[*at] = b"0123456789abcdefABCDEFz"[dice.below(23)];
            }
        }
        3 => drop(bytes.splice(here, another)),
        4 => {
            let again = [&bytes[here.clone()], b", "].concat();
            let times = [1, 1, 1, 600][dice.below(4)];
            bytes.splice(here.start..here.start, again.repeat(times));
        }
        5 => {
            // With what stands behind it, so that a list stays one.
            let behind = bytes[here.end..]
                .iter()
                .take_while(|byte| !byte.is_ascii_alphanumeric());
            let end = here.end + behind.take(2).count();
            bytes.drain(here.start..end);
        }
        6 => {
            let deep = [1, 31, 33, 200][dice.below(4)];
            bytes.splice(here.end..here.end, b"]".repeat(deep));
            bytes.splice(here.start..here.start, b"[".repeat(deep));
        }
        _ => {
            let inside = here.start + 1..here.end.saturating_sub(1).max(here.start + 1);
            let lent = other[run(other, dice)].to_vec();
            if inside.end <= bytes.len() {
                bytes.splice(inside, lent);
            }
        }
    }
}

#[test]
fn values_are_found_where_they_stand() {
    let text = br#"awai-letter/1 - {"a": [1, "b\"c"], "d": null}"#;
    let found = values(text);
    let said: Vec<&[u8]> = found.iter().map(|place| &text[place.clone()]).collect();
    let expected: [&[u8]; 7] = [
        br#""a""#,
        b"1",
        br#""b\"c""#,
        br#"[1, "b\"c"]"#,
        br#""d""#,
        b"null",
        br#"{"a": [1, "b\"c"], "d": null}"#,
    ];
    assert_eq!(said, expected);
    assert_eq!(values(b"no value"), Vec::<std::ops::Range<usize>>::new());
}
