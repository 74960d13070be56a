//! JSON from outside, read more strictly than usual: a name that stands twice in one object is refused (two readers
//! would see two different things), and nesting ends at a fixed depth.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

/// How deep objects and lists may stand in each other.
const DEEPEST: usize = 32;

/// Why a text was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// It breaks off.
    Torn,
    /// It is no JSON, or too deep.
    NotJson,
    /// A name stands twice in one object.
    SaidTwice,
}

/// What a text says, read strictly; nothing when it is refused or says something else.
pub(crate) fn read<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    walk(text).ok()?;
    serde_json::from_str(text).ok()
}

/// Walks a whole text before anything is made of it.
pub(crate) fn walk(text: &str) -> Result<(), Refusal> {
    let mut twice = false;
    let mut reader = serde_json::Deserializer::from_str(text);
    let walked = Walk {
        depth: 0,
        twice: &mut twice,
    }
    .deserialize(&mut reader)
    .and_then(|()| reader.end());
    match walked {
        Ok(()) => Ok(()),
        Err(_) if twice => Err(Refusal::SaidTwice),
        Err(error) if error.is_eof() => Err(Refusal::Torn),
        Err(_) => Err(Refusal::NotJson),
    }
}

struct Walk<'t> {
    depth: usize,
    twice: &'t mut bool,
}

impl Walk<'_> {
    fn deeper<E: serde::de::Error>(&mut self) -> Result<Walk<'_>, E> {
        if self.depth >= DEEPEST {
            return Err(E::custom("too deep"));
        }
        Ok(Walk {
            depth: self.depth + 1,
            twice: self.twice,
        })
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(self.deeper()?)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let mut names = BTreeSet::new();
        while let Some(name) = map.next_key::<String>()? {
            if !names.insert(name) {
                *self.twice = true;
                return Err(serde::de::Error::custom("a name stands twice"));
            }
            map.next_value_seed(self.deeper()?)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_stands_twice_is_refused_however_it_is_spelled_and_wherever() {
        assert_eq!(walk(r#"{"a":1,"b":{"c":[{"d":1},{"d":2}]}}"#), Ok(()));
        for text in [r#"{"a":1,"a":2}"#, r#"{"x":[{"a":1,"\u0061":2}]}"#] {
            assert_eq!(walk(text), Err(Refusal::SaidTwice), "{text}");
        }
    }

    #[test]
    fn what_breaks_off_is_told_from_what_is_no_json() {
        assert_eq!(walk(r#"{"a":"#), Err(Refusal::Torn));
        assert_eq!(walk(""), Err(Refusal::Torn));
        assert_eq!(walk("{]"), Err(Refusal::NotJson));
        assert_eq!(walk("{} {}"), Err(Refusal::NotJson));
        assert_eq!(walk(&"[".repeat(100_000)), Err(Refusal::NotJson));
        let deep = format!("{}1{}", "[".repeat(32), "]".repeat(32));
        assert_eq!(walk(&deep), Ok(()));
        assert_eq!(walk(&format!("[{deep}]")), Err(Refusal::NotJson));
    }

    #[test]
    fn the_json_test_suite_agrees() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../tests/fixtures/of-others/json-test-suite/test_parsing");
        let (mut looked, mut apart) = (0, Vec::new());
        for file in std::fs::read_dir(folder).unwrap() {
            looked += 1;
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let bytes = std::fs::read(&path).unwrap();
            let read = std::str::from_utf8(&bytes).is_ok_and(|text| walk(text).is_ok());
            // `i_` files may go either way; a name that stands twice is ours to refuse.
            let ours = name.contains("duplicated_key");
            if (name.starts_with("y_") && !read && !ours) || (name.starts_with("n_") && read) {
                apart.push(name);
            }
        }
        assert!(apart.is_empty(), "{apart:?}");
        assert_eq!(looked, 318);
    }
}
