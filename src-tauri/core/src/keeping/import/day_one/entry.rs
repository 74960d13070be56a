//! A page of a Day One journal, as its JSON says it: what is used of it is held, and of all else nothing, however much
//! there is. A field of another kind than Day One's is as good as none, but for the words themselves.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// How much of one kind may hang on a page: as many as there may be files. Of a longer list one more is held, which
/// tells that it is too long.
const MOST_LISTED: usize = 200_000;

/// A page.
#[derive(Default)]
pub(super) struct Entry {
    /// It has a field for when it was written, whatever stands there.
    pub dated: bool,
    pub uuid: String,
    pub created: String,
    pub changed: String,
    pub zone: String,
    /// The zone of the place it was written in.
    pub zone_there: String,
    pub words: Words,
    /// The copy of the words with their forms, JSON in a text.
    pub rich: String,
    pub tags: Vec<String>,
    pub photos: Vec<Listed>,
    pub films: Vec<Listed>,
    pub sounds: Vec<Listed>,
    pub files: Vec<Listed>,
}

/// What stands where the words should.
#[derive(Default)]
pub(super) enum Words {
    #[default]
    Nothing,
    Said(String),
    /// Something that is no text.
    Another,
}

/// Something that hangs on a page.
#[derive(Default)]
pub(super) struct Listed {
    pub identifier: String,
    pub md5: String,
    pub order: Option<i64>,
}

impl Entry {
    /// Whether more hangs on it than may.
    pub(super) fn is_overfull(&self) -> bool {
        let lists = [&self.photos, &self.films, &self.sounds, &self.files];
        let longest = lists.into_iter().map(Vec::len).max().unwrap_or_default();
        longest.max(self.tags.len()) > MOST_LISTED
    }
}

/// The words of a `richText`, without their forms; none where it is not what Day One writes.
pub(super) fn words_of(rich: &str) -> String {
    let mut json = serde_json::Deserializer::from_str(rich);
    let words = Anything(Rich).deserialize(&mut json);
    match (words, json.end()) {
        (Ok(words), Ok(())) => words,
        _ => String::new(),
    }
}

/// One kind of value. Of a value of any other kind nothing is held.
pub(super) trait Kind<'de>: Sized {
    type Value: Default;

    /// What stands for a value of another kind; for `null` the default does.
    fn another() -> Self::Value {
        Self::Value::default()
    }

    fn number(self, _: i64) -> Self::Value {
        Self::another()
    }

    fn text(self, _: &str) -> Self::Value {
        Self::another()
    }

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Self::another())
    }

    fn map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Self::another())
    }
}

/// A value that should be of a kind, and may be of any.
pub(super) struct Anything<K>(pub K);

impl<'de, K: Kind<'de>> DeserializeSeed<'de> for Anything<K> {
    type Value = K::Value;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<K::Value, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de, K: Kind<'de>> Visitor<'de> for Anything<K> {
    type Value = K::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_unit<E>(self) -> Result<K::Value, E> {
        Ok(K::Value::default())
    }

    fn visit_bool<E>(self, _: bool) -> Result<K::Value, E> {
        Ok(K::another())
    }

    fn visit_i64<E>(self, number: i64) -> Result<K::Value, E> {
        Ok(self.0.number(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<K::Value, E> {
        Ok(match i64::try_from(number) {
            Ok(number) => self.0.number(number),
            Err(_) => K::another(),
        })
    }

    fn visit_f64<E>(self, _: f64) -> Result<K::Value, E> {
        Ok(K::another())
    }

    fn visit_str<E>(self, text: &str) -> Result<K::Value, E> {
        Ok(self.0.text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<K::Value, A::Error> {
        self.0.list(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<K::Value, A::Error> {
        self.0.map(map)
    }
}

/// A page.
pub(super) struct Whole;

impl<'de> Kind<'de> for Whole {
    type Value = Entry;

    fn map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entry, A::Error> {
        let mut entry = Entry::default();
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "creationDate" => {
                    entry.dated = true;
                    entry.created = map.next_value_seed(Anything(Text))?;
                }
                "uuid" => entry.uuid = map.next_value_seed(Anything(Text))?,
                "modifiedDate" => entry.changed = map.next_value_seed(Anything(Text))?,
                "timeZone" => entry.zone = map.next_value_seed(Anything(Text))?,
                "location" => {
                    entry.zone_there = map.next_value_seed(Anything(TextIn("timeZoneName")))?;
                }
                "text" => entry.words = map.next_value_seed(Anything(TheWords))?,
                "richText" => entry.rich = map.next_value_seed(Anything(Text))?,
                "tags" => entry.tags = map.next_value_seed(Anything(Tags))?,
                "photos" => entry.photos = map.next_value_seed(Anything(Things))?,
                "videos" => entry.films = map.next_value_seed(Anything(Things))?,
                "audios" => entry.sounds = map.next_value_seed(Anything(Things))?,
                "pdfAttachments" => entry.files = map.next_value_seed(Anything(Things))?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(entry)
    }
}

struct Text;

impl Kind<'_> for Text {
    type Value = String;

    fn text(self, text: &str) -> String {
        text.to_owned()
    }
}

struct TheWords;

impl Kind<'_> for TheWords {
    type Value = Words;

    fn another() -> Words {
        Words::Another
    }

    fn text(self, text: &str) -> Words {
        Words::Said(text.to_owned())
    }
}

struct Number;

impl Kind<'_> for Number {
    type Value = Option<i64>;

    fn number(self, number: i64) -> Option<i64> {
        Some(number)
    }
}

/// The text of one field of an object.
struct TextIn(&'static str);

impl<'de> Kind<'de> for TextIn {
    type Value = String;

    fn map<A: MapAccess<'de>>(self, mut map: A) -> Result<String, A::Error> {
        let mut text = String::new();
        while let Some(name) = map.next_key::<String>()? {
            if name == self.0 {
                text = map.next_value_seed(Anything(Text))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(text)
    }
}

/// Texts in a list; what is no text in it is passed over.
struct Tags;

impl<'de> Kind<'de> for Tags {
    type Value = Vec<String>;

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<String>, A::Error> {
        let mut tags = Vec::new();
        while let Some(tag) = list.next_element_seed(Anything(Text))? {
            // An empty one is none.
            if !tag.is_empty() && tags.len() <= MOST_LISTED {
                tags.push(tag);
            }
        }
        Ok(tags)
    }
}

struct Things;

impl<'de> Kind<'de> for Things {
    type Value = Vec<Listed>;

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<Listed>, A::Error> {
        let mut things = Vec::new();
        while let Some(thing) = list.next_element_seed(Anything(Thing))? {
            if things.len() <= MOST_LISTED {
                things.push(thing);
            }
        }
        Ok(things)
    }
}

struct Thing;

impl<'de> Kind<'de> for Thing {
    type Value = Listed;

    fn map<A: MapAccess<'de>>(self, mut map: A) -> Result<Listed, A::Error> {
        let mut thing = Listed::default();
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "identifier" => thing.identifier = map.next_value_seed(Anything(Text))?,
                "md5" => thing.md5 = map.next_value_seed(Anything(Text))?,
                "orderInEntry" => thing.order = map.next_value_seed(Anything(Number))?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(thing)
    }
}

/// What a `richText` is: its words.
struct Rich;

impl<'de> Kind<'de> for Rich {
    type Value = String;

    fn map<A: MapAccess<'de>>(self, mut map: A) -> Result<String, A::Error> {
        let mut words = String::new();
        while let Some(name) = map.next_key::<String>()? {
            if name == "contents" {
                words = map.next_value_seed(Anything(Pieces))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(words)
    }
}

struct Pieces;

impl<'de> Kind<'de> for Pieces {
    type Value = String;

    fn list<A: SeqAccess<'de>>(self, mut list: A) -> Result<String, A::Error> {
        let mut words = String::new();
        while let Some(piece) = list.next_element_seed(Anything(TextIn("text")))? {
            words.push_str(&piece);
        }
        Ok(words)
    }
}
