//! XML on one line: in a word processor's file white space between elements may count.

use engine::xml::allowed;
use quick_xml::escape::partial_escape;

/// An XML document in the making.
#[derive(Default)]
pub(crate) struct Xml {
    text: String,
    open: Vec<&'static str>,
}

/// Attributes: name and value.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A document of its own.
    pub(crate) fn new() -> Self {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned();
        Self { text, open: Vec::new() }
    }

    /// The document, every element ended.
    pub(crate) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    /// Begins an element.
    pub(crate) fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.start(name, attributes, ">");
        self.open.push(name);
    }

    /// Ends the element begun last.
    pub(crate) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
    }

    /// An element with what stands inside it.
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

    /// An empty element.
    pub(crate) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.start(name, attributes, "/>");
    }

    /// Text; what XML cannot hold becomes U+FFFD.
    pub(crate) fn text(&mut self, text: &str) {
        self.text.push_str(&partial_escape(allowed(text)));
    }

    /// What was written elsewhere.
    pub(crate) fn append(&mut self, written: &str) {
        self.text.push_str(written);
    }

    fn start(&mut self, name: &str, attributes: Attributes<'_>, end: &str) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            self.text.extend([" ", name, "=\""]);
            self.text.push_str(&quick_xml::escape::escape(allowed(value)));
            self.text.push('"');
        }
        self.text.push_str(end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup_and_always_xml() {
        let mut xml = Xml::default();
        xml.within("p", &[("n", "\"<&\u{1}")], |xml| xml.text("a < b & \u{0}\u{ffff}\r c"));
        assert_eq!(
            xml.finish(),
            "<p n=\"&quot;&lt;&amp;\u{fffd}\">a &lt; b &amp; \u{fffd}\u{fffd}\u{fffd} c</p>"
        );
    }
}
