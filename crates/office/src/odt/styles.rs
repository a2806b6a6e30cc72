//! `styles.xml`: every style with its name, the page, its header and its footer.

use super::spans::text;
use super::{display, language, name, root};
use crate::styles::{FONTS, INK, LINE, Look, Style, Words, all};
use crate::xml::Xml;
use engine::document::{Document, Run};

/// The name of the font in all parts.
const FONT: &str = "Text";

/// The page of the head, which has no header, and those behind it.
pub(super) const FIRST_PAGE: &str = "First_20_Page";

pub(super) fn write(document: &Document) -> String {
    let mut xml = Xml::new();
    xml.open("office:document-styles", &root());
    fonts(&mut xml);
    xml.within("office:styles", &[], |xml| {
        defaults(xml, document.lang.tag());
        for style in all() {
            paragraph_style(xml, style, &style.look(document.layout));
        }
        Words::ALL.into_iter().for_each(|words| words_style(xml, words));
    });
    xml.within("office:automatic-styles", &[], page);
    xml.within("office:master-styles", &[], |xml| {
        let page = ("style:page-layout-name", "Mpm1");
        let first = [("style:name", FIRST_PAGE), page, ("style:next-style-name", "Standard")];
        let first = [first[0], ("style:display-name", "First Page"), first[1], first[2]];
        let mut without = first.to_vec();
        without[2] = ("style:page-layout-name", "Mpm2");
        xml.within("style:master-page", &without, |xml| footer(xml, document));
        xml.within("style:master-page", &[("style:name", "Standard"), page], |xml| {
            xml.within("style:header", &[], |xml| {
                line(xml, Style::Header, |xml| text(xml, &document.title));
            });
            footer(xml, document);
        });
    });
    xml.finish()
}

pub(super) fn fonts(xml: &mut Xml) {
    let quoted: Vec<String> = FONTS.iter().map(|font| format!("'{font}'")).collect();
    xml.within("office:font-face-decls", &[], |xml| {
        let font = [
            ("style:name", FONT),
            ("svg:font-family", &*quoted.join(", ")),
            ("style:font-family-generic", "roman"),
            ("style:font-pitch", "variable"),
        ];
        xml.empty("style:font-face", &font);
    });
}

fn defaults(xml: &mut Xml, lang: &str) {
    xml.within("style:default-style", &[("style:family", "paragraph")], |xml| {
        let paragraph = [
            ("fo:line-height", "108%"),
            ("fo:margin-bottom", "5pt"),
            ("fo:orphans", "2"),
            ("fo:widows", "2"),
            ("style:tab-stop-distance", "20pt"),
        ];
        xml.empty("style:paragraph-properties", &paragraph);
        let [language, country] = language(lang);
        let letters = [
            language,
            country,
            ("fo:font-size", "10pt"),
            ("style:font-name", FONT),
            ("fo:hyphenate", "true"),
            ("fo:hyphenation-remain-char-count", "2"),
            ("fo:hyphenation-push-char-count", "2"),
        ];
        xml.empty("style:text-properties", &letters);
    });
    let table = [("style:family", "table")];
    xml.within("style:default-style", &table, |xml| {
        xml.empty("style:table-properties", &[("table:border-model", "collapsing")]);
    });
}

fn paragraph_style(xml: &mut Xml, style: Style, look: &Look) {
    let shown = display(style);
    let own = name(&shown);
    let base = look.base.map(|base| name(&display(base)));
    let level = look.outline.map(|level| (level + 1).to_string());
    let mut attributes = vec![("style:name", &*own), ("style:display-name", &*shown)];
    attributes.push(("style:family", "paragraph"));
    attributes.extend(base.as_deref().map(|base| ("style:parent-style-name", base)));
    attributes.push(("style:class", "text"));
    attributes.extend(level.as_deref().map(|level| ("style:default-outline-level", level)));
    xml.within("style:style", &attributes, |xml| {
        paragraph_look(xml, look);
        letters(xml, look);
    });
}

/// Twips as points.
fn points(twips: u32) -> String {
    format!("{}.{:02}pt", twips / 20, twips % 20 * 5)
}

/// Eighths of a point as a line.
fn rule(width: u32, colour: &str) -> String {
    format!("{}.{:03}pt solid #{colour}", width / 8, width % 8 * 125)
}

fn paragraph_look(xml: &mut Xml, look: &Look) {
    let mut attributes: Vec<(&str, String)> = Vec::new();
    if let (Some(before), Some(after)) = (look.before, look.after) {
        attributes.push(("fo:margin-top", points(before)));
        attributes.push(("fo:margin-bottom", points(after)));
    }
    if let Some(left) = look.left {
        attributes.push(("fo:margin-left", points(left)));
        let out = if look.hanging > 0 { "-" } else { "" };
        attributes.push(("fo:text-indent", format!("{out}{}", points(look.hanging))));
    }
    if look.keep_next {
        attributes.push(("fo:keep-with-next", "always".into()));
    }
    if look.keep_together {
        attributes.push(("fo:keep-together", "always".into()));
    }
    if let Some(width) = look.below {
        let colour = if width == 11 { INK } else { LINE };
        attributes.push(("fo:border-bottom", rule(width, colour)));
        attributes.push(("fo:padding-bottom", "4pt".into()));
    }
    if let Some(width) = look.beside {
        attributes.push(("fo:border-left", rule(width, LINE)));
        attributes.push(("fo:padding-left", "8pt".into()));
    }
    let attributes: Vec<(&str, &str)> = attributes.iter().map(|(key, v)| (*key, &**v)).collect();
    xml.within("style:paragraph-properties", &attributes, |xml| {
        // Behind the number of a provision the words begin where the next lines do.
        let hanging = look.left.filter(|_| look.hanging > 0);
        let stops = [("left", hanging), ("center", look.centre_tab.then_some(4819))];
        let stops = stops.into_iter().chain([("right", look.right_tab.then_some(9638))]);
        let stops: Vec<_> = stops.filter_map(|(kind, at)| Some((kind, at?))).collect();
        if !stops.is_empty() {
            xml.within("style:tab-stops", &[], |xml| {
                for (kind, at) in stops {
                    // Counted from the indent.
                    let at = if kind == "left" { 0 } else { at };
                    let stop = [("style:position", &*points(at)), ("style:type", kind)];
                    xml.empty("style:tab-stop", &stop);
                }
            });
        }
    });
}

fn letters(xml: &mut Xml, look: &Look) {
    let size = look.size.map(|size| format!("{}.{}pt", size / 2, size % 2 * 5));
    let colour = look.colour.map(|colour| format!("#{colour}"));
    let mut attributes: Vec<(&str, &str)> = Vec::new();
    attributes.extend(colour.as_deref().map(|colour| ("fo:color", colour)));
    attributes.extend(size.as_deref().map(|size| ("fo:font-size", size)));
    if look.italic {
        attributes.push(("fo:font-style", "italic"));
    }
    if look.bold {
        attributes.push(("fo:font-weight", "bold"));
    }
    if look.outline.is_some() {
        attributes.push(("fo:hyphenate", "false"));
    }
    if !attributes.is_empty() {
        xml.empty("style:text-properties", &attributes);
    }
}

fn words_style(xml: &mut Xml, words: Words) {
    let (own, ink) = (name(words.name()), format!("#{INK}"));
    let attributes =
        [("style:name", &*own), ("style:display-name", words.name()), ("style:family", "text")];
    let bold = ("fo:font-weight", "bold");
    let look = match words {
        Words::Number => vec![("fo:color", &*ink), bold],
        Words::Quoted => vec![bold],
        Words::Surname => vec![("fo:font-size", "7.5pt")],
        Words::Link => vec![("fo:color", &*ink), ("style:text-underline-style", "none")],
    };
    xml.within("style:style", &attributes, |xml| xml.empty("style:text-properties", &look));
}

/// A4, with room for header and footer, and the same without a header.
fn page(xml: &mut Xml) {
    for (layout, header) in [("Mpm1", true), ("Mpm2", false)] {
        xml.within("style:page-layout", &[("style:name", layout)], |xml| {
            let page = [
                ("fo:page-width", "21cm"),
                ("fo:page-height", "29.7cm"),
                ("style:print-orientation", "portrait"),
                ("fo:margin-top", if header { "1.3cm" } else { "2.2cm" }),
                ("fo:margin-bottom", "1.1cm"),
                ("fo:margin-left", "2cm"),
                ("fo:margin-right", "2cm"),
            ];
            xml.empty("style:page-layout-properties", &page);
            if header {
                xml.within("style:header-style", &[], |xml| {
                    let room = [("fo:min-height", "1.2cm"), ("fo:margin-bottom", "0.5cm")];
                    xml.empty("style:header-footer-properties", &room);
                });
            }
            xml.within("style:footer-style", &[], |xml| {
                let room = [("fo:min-height", "1.1cm"), ("fo:margin-top", "0.5cm")];
                xml.empty("style:header-footer-properties", &room);
            });
        });
    }
}

fn footer(xml: &mut Xml, document: &Document) {
    xml.within("style:footer", &[], |xml| {
        line(xml, Style::Footer, |xml| {
            text(xml, &document.head.date);
            xml.empty("text:tab", &[]);
            let current = [("text:select-page", "current")];
            xml.within("text:page-number", &current, |xml| xml.text("1"));
            text(xml, " / ");
            xml.within("text:page-count", &[], |xml| xml.text("1"));
            xml.empty("text:tab", &[]);
            text(xml, &document.head.edition);
        });
    });
}

fn line(xml: &mut Xml, style: Style, inside: impl FnOnce(&mut Xml)) {
    xml.within("text:p", &[("text:style-name", &name(&display(style)))], inside);
}

/// The styles of tables and of what a paragraph may have beside its own style.
pub(super) fn tables(xml: &mut Xml) {
    let wide = ("style:width", "17cm");
    automatic(xml, "Table", "table", "style:table-properties", &[wide, ("table:align", "left")]);
    let half = [("style:column-width", "8.5cm")];
    automatic(xml, "Column", "table-column", "style:table-column-properties", &half);
    for (row, kept) in [("Row", "auto"), ("KeptRow", "always")] {
        let kept = [("fo:keep-together", kept)];
        automatic(xml, row, "table-row", "style:table-row-properties", &kept);
    }
    let (ink, line, tint) = (rule(8, INK), rule(4, LINE), format!("#{}", crate::styles::TINT));
    let padding = ("fo:padding", "5pt");
    for (cell, left) in [("Left", true), ("Right", false)] {
        let between = ("fo:border-left", if left { "none" } else { &*line });
        let head = [
            padding,
            ("fo:border-top", &*ink),
            between,
            ("fo:border-right", "none"),
            ("fo:border-bottom", &*line),
            ("fo:background-color", &*tint),
        ];
        let name = format!("{cell}Head");
        automatic(xml, &name, "table-cell", "style:table-cell-properties", &head);
        let mut plain = vec![padding, ("fo:border-top", "none"), between];
        plain.extend([("fo:border-right", "none"), ("fo:border-bottom", "none")]);
        automatic(xml, cell, "table-cell", "style:table-cell-properties", &plain);
        plain[1].1 = &line;
        let name = format!("{cell}Below");
        automatic(xml, &name, "table-cell", "style:table-cell-properties", &plain);
    }
}

fn automatic(
    xml: &mut Xml,
    name: &str,
    family: &str,
    properties: &str,
    attributes: &[(&str, &str)],
) {
    xml.within("style:style", &[("style:name", name), ("style:family", family)], |xml| {
        xml.empty(properties, attributes);
    });
}

/// Whether a run is like its paragraph and needs no style of its own.
pub(super) fn is_bare(run: &Run) -> bool {
    !run.emphasis && !run.raised && !run.quoted && !run.caps
}
