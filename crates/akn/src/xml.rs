//! Elements, one below the other, and text that stands exactly as given.

use engine::xml::allowed;
use quick_xml::escape::escape;

/// An XML document in the making. Blocks stand on lines of their own; inside a line nothing is added.
pub(crate) struct Xml {
    text: String,
    open: Vec<&'static str>,
}

/// Attributes: name and value.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    pub(crate) fn new() -> Self {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>".to_owned();
        Self { text, open: Vec::new() }
    }

    /// The document, with a line feed at its end.
    pub(crate) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text.push('\n');
        self.text
    }

    /// What is to stand here, written before what comes first ([`Xml::append`]).
    pub(crate) fn beside(&self) -> Self {
        Self { text: String::new(), open: self.open.clone() }
    }

    /// Appends what was written beside.
    pub(crate) fn append(&mut self, beside: Self) {
        self.text.push_str(&beside.text);
    }

    /// Begins an element that holds elements.
    pub(crate) fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.new_line();
        self.start(name, attributes, ">");
        self.open.push(name);
    }

    /// Ends the element begun last.
    pub(crate) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.new_line();
            self.end(name);
        }
    }

    /// An element that holds elements, or nothing at all where those write nothing.
    pub(crate) fn within(
        &mut self,
        name: &'static str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) {
        self.open(name, attributes);
        inside(self);
        self.close();
    }

    /// An empty element on a line of its own.
    pub(crate) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.new_line();
        self.start(name, attributes, "/>");
    }

    /// An element that holds text and elements within it, on a line of its own.
    pub(crate) fn line(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) {
        self.new_line();
        self.inline(name, attributes, inside);
    }

    /// The same within a line.
    pub(crate) fn inline(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) {
        self.start(name, attributes, ">");
        inside(self);
        self.end(name);
    }

    /// Text. A line feed becomes a break; what XML cannot hold becomes U+FFFD.
    pub(crate) fn text(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.start("br", &[], "/>");
            }
            self.text.push_str(&escape(allowed(line)));
        }
    }

    fn new_line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n("  ", self.open.len()));
    }

    fn start(&mut self, name: &str, attributes: Attributes<'_>, close: &str) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            self.value(value);
            self.text.push('"');
        }
        self.text.push_str(close);
    }

    /// The value of an attribute, in which readers take line feeds and tabs for spaces unless they are named.
    fn value(&mut self, value: &str) {
        let escaped = escape(allowed(value));
        match escaped.contains(['\n', '\t']) {
            true => {
                self.text.push_str(&escaped.replace('\n', "&#10;").replace('\t', "&#9;"));
            }
            false => self.text.push_str(&escaped),
        }
    }

    fn end(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }
}
