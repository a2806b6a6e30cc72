//! What the elements of a page are to a reader of its text.

use html5ever::Attribute;

/// What an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    /// Begins and ends a paragraph.
    Block,
    /// A paragraph, which the next block ends.
    Paragraph,
    /// A heading.
    Heading,
    /// A list with numbers.
    Ordered,
    /// A list without.
    Unordered,
    /// An item of a list.
    Item,
    /// `dt`, `dd`.
    Described,
    Table,
    /// `thead`.
    TableHead,
    /// `tbody`, `tfoot`.
    TableBody,
    Row,
    /// `td`.
    Cell,
    /// `th`.
    HeadCell,
    /// Text whose line ends count.
    Preformatted,
    /// Raised.
    Raised,
    /// Struck through or deleted.
    Struck,
    /// The head of a page or of a part of it.
    Banner,
    /// Nothing in it is text of the page.
    Skipped,
    /// A line end.
    Break,
    /// A rule or another thing without text, between paragraphs.
    Rule,
    /// Has no content and changes nothing.
    Nothing,
    /// Anything else: its text is in the line.
    Inline,
}

impl Tag {
    pub fn of(name: &str) -> Self {
        match name {
            "p" => Self::Paragraph,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Self::Heading,
            "address" | "article" | "blockquote" | "body" | "caption" | "center" | "details"
            | "div" | "dl" | "fieldset" | "figcaption" | "figure" | "form" | "hgroup" | "html"
            | "main" | "section" | "summary" => Self::Block,
            "ol" => Self::Ordered,
            "ul" | "menu" | "dir" => Self::Unordered,
            "li" => Self::Item,
            "dt" | "dd" => Self::Described,
            "table" => Self::Table,
            "thead" => Self::TableHead,
            "tbody" | "tfoot" => Self::TableBody,
            "tr" => Self::Row,
            "td" => Self::Cell,
            "th" => Self::HeadCell,
            "pre" | "listing" | "xmp" | "plaintext" => Self::Preformatted,
            "sup" => Self::Raised,
            "s" | "strike" | "del" => Self::Struck,
            "header" => Self::Banner,
            "aside" | "audio" | "button" | "canvas" | "datalist" | "dialog" | "footer" | "head"
            | "iframe" | "map" | "math" | "nav" | "noembed" | "noframes" | "noscript"
            | "object" | "script" | "select" | "style" | "svg" | "template" | "textarea"
            | "title" | "video" => Self::Skipped,
            "br" => Self::Break,
            "hr" => Self::Rule,
            "area" | "base" | "basefont" | "bgsound" | "col" | "embed" | "frame" | "img"
            | "input" | "keygen" | "link" | "meta" | "param" | "source" | "track" | "wbr" => {
                Self::Nothing
            }
            _ => Self::Inline,
        }
    }

    /// Whether it parts paragraphs.
    pub fn is_block(self) -> bool {
        !matches!(
            self,
            Self::Raised
                | Self::Struck
                | Self::Skipped
                | Self::Break
                | Self::Nothing
                | Self::Inline
        )
    }

    /// Whether end tags of what stands outside it do not reach into it.
    pub fn is_scope(self) -> bool {
        matches!(self, Self::Table | Self::Cell | Self::HeadCell)
    }
}

/// Elements whose content is no markup, by name: the tokenizer must be told.
pub(crate) fn is_raw(name: &str) -> bool {
    matches!(name, "style" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript")
}

/// The value of an attribute.
pub(crate) fn attribute<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a str> {
    let found = attributes.iter().find(|attribute| &*attribute.name.local == name)?;
    Some(&found.value)
}

/// Whether an element is not shown, or is no part of the text: hidden, for navigation, a link that
/// skips.
pub(crate) fn is_hidden(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let value: &str = &attribute.value;
        match &*attribute.name.local {
            "hidden" => true,
            "aria-hidden" => value.eq_ignore_ascii_case("true"),
            "role" => matches!(
                value.trim(),
                "navigation" | "banner" | "contentinfo" | "search" | "complementary" | "menu"
            ),
            // The class that Hemicycle gives to its reasons for an amendment without a place.
            "class" => value
                .split_ascii_whitespace()
                .any(|class| matches!(class, "skip" | "skip-link" | "skiplink" | "without")),
            "style" => {
                let style: String = value.split_whitespace().collect::<String>().to_lowercase();
                style.contains("display:none") || style.contains("visibility:hidden")
            }
            _ => false,
        }
    })
}

/// Whether a list says that its numbers are not shown.
pub(crate) fn is_unnumbered(attributes: &[Attribute]) -> bool {
    let style = attribute(attributes, "style").unwrap_or_default();
    let style: String = style.split_whitespace().collect::<String>().to_lowercase();
    style.contains("list-style:none") || style.contains("list-style-type:none")
}

/// The depth that Hemicycle's own pages give a provision: `style="--deep:2"`.
pub(crate) fn depth(attributes: &[Attribute]) -> u16 {
    let deep = attribute(attributes, "style").and_then(|style| style.strip_prefix("--deep:"));
    deep.and_then(|deep| deep.parse().ok()).filter(|deep| *deep <= 64).unwrap_or(0)
}
