//! A value in a JSON document, and the way to it.

use super::Error;
use serde_json::{Map, Value};

/// A value in a JSON document, and the way to it; the way is only written out in an error.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    value: &'a Value,
    way: Option<(&'a Node<'a>, Step<'a>)>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Key(&'a str),
    At(usize),
}

impl<'a> Node<'a> {
    /// The document itself.
    pub fn root(value: &'a Value) -> Self {
        Self { value, way: None }
    }

    /// An error about this value.
    pub fn wrong(&self, message: impl Into<String>) -> Error {
        let (mut steps, mut node) = (Vec::new(), self);
        while let Some((outer, step)) = &node.way {
            steps.push(match step {
                Step::Key(key) => format!(".{key}"),
                Step::At(position) => format!("[{position}]"),
            });
            node = outer;
        }
        steps.push("$".to_owned());
        steps.reverse();
        Error::Shape { path: steps.concat(), message: message.into() }
    }

    fn is(&self, wanted: &str) -> Error {
        let found = match self.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        self.wrong(format!("{wanted} is wanted here, and this is {found}"))
    }

    /// The object here, all of whose keys must be among `known`.
    fn object(&self, known: &[&str]) -> Result<&'a Map<String, Value>, Error> {
        let Value::Object(object) = self.value else { return Err(self.is("an object")) };
        match object.keys().find(|key| !known.contains(&key.as_str())) {
            Some(key) => Err(self.wrong(format!("the key {key:?} means nothing here"))),
            None => Ok(object),
        }
    }

    /// The object's value under `key`; `known` are all keys that the object may have.
    pub fn key<'b>(&'b self, key: &'b str, known: &[&str]) -> Result<Node<'b>, Error> {
        let found = self.object(known)?.get(key);
        let value = found.ok_or_else(|| self.wrong(format!("the key {key:?} is missing")))?;
        Ok(Node { value, way: Some((self, Step::Key(key))) })
    }

    /// Whether this is an object with `key`.
    pub fn has(&self, key: &str) -> bool {
        matches!(self.value, Value::Object(object) if object.contains_key(key))
    }

    /// The string here.
    pub fn string(&self) -> Result<String, Error> {
        self.str().map(str::to_owned)
    }

    /// The string here, borrowed.
    pub fn str(&self) -> Result<&'a str, Error> {
        self.value.as_str().ok_or_else(|| self.is("a string"))
    }

    /// Whether this is a string.
    pub fn is_string(&self) -> bool {
        self.value.is_string()
    }

    /// The string here, or nothing for null.
    pub fn optional(&self) -> Result<Option<String>, Error> {
        if self.value.is_null() { Ok(None) } else { self.string().map(Some) }
    }

    /// Nothing for null, otherwise what `read` makes of it.
    pub fn or_null<T>(
        &self,
        read: impl FnOnce(&Node<'_>) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        if self.value.is_null() { Ok(None) } else { read(self).map(Some) }
    }

    /// The whole number here.
    pub fn number(&self) -> Result<u32, Error> {
        let number = self.value.as_u64().and_then(|number| u32::try_from(number).ok());
        number.ok_or_else(|| self.is("a whole number below 2^32"))
    }

    /// True or false.
    pub fn bool(&self) -> Result<bool, Error> {
        self.value.as_bool().ok_or_else(|| self.is("true or false"))
    }

    /// The list here, each element by `read`.
    pub fn list<T>(
        &self,
        mut read: impl FnMut(&Node<'_>) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let Value::Array(list) = self.value else { return Err(self.is("a list")) };
        let elements = list.iter().enumerate();
        elements.map(|(at, value)| read(&Node { value, way: Some((self, Step::At(at))) })).collect()
    }
}
