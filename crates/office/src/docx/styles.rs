//! `word/styles.xml`: every style with its name.

use super::{W, tag};
use crate::styles::{FONTS, INK, LINE, Look, SOFT, Style, TINT, Words, all, id};
use crate::xml::Xml;
use engine::document::{Document, Layout};

/// The style of the two-column tables.
pub(super) const TABLE: &str = "Amendment Table";

pub(super) fn write(document: &Document) -> String {
    let mut xml = Xml::new();
    xml.open("w:styles", &[("xmlns:w", W)]);
    defaults(&mut xml, tag(document.lang.tag()));
    for style in all() {
        paragraph_style(&mut xml, style, document.layout);
    }
    xml.within("w:style", &[DEFAULT, ("w:type", "character"), DEFAULT_WORDS], |xml| {
        named(xml, "Default Paragraph Font");
        hidden(xml);
    });
    for words in Words::ALL {
        words_style(&mut xml, words);
    }
    note_reference(&mut xml);
    xml.within("w:style", &[DEFAULT, ("w:type", "table"), ("w:styleId", "TableNormal")], |xml| {
        named(xml, "Normal Table");
        hidden(xml);
        xml.within("w:tblPr", &[], |xml| {
            xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
            margins(xml, 0, 108);
        });
    });
    table_style(&mut xml);
    xml.finish()
}

const DEFAULT: (&str, &str) = ("w:default", "1");
const DEFAULT_WORDS: (&str, &str) = ("w:styleId", "DefaultParagraphFont");

fn named(xml: &mut Xml, name: &str) {
    xml.empty("w:name", &[("w:val", name)]);
}

fn hidden(xml: &mut Xml) {
    xml.empty("w:uiPriority", &[("w:val", "99")]);
    xml.empty("w:semiHidden", &[]);
    xml.empty("w:unhideWhenUsed", &[]);
}

fn defaults(xml: &mut Xml, lang: &str) {
    let [font, ..] = FONTS;
    xml.within("w:docDefaults", &[], |xml| {
        xml.within("w:rPrDefault", &[], |xml| {
            xml.within("w:rPr", &[], |xml| {
                let fonts =
                    [("w:ascii", font), ("w:hAnsi", font), ("w:eastAsia", font), ("w:cs", font)];
                xml.empty("w:rFonts", &fonts);
                xml.empty("w:sz", &[("w:val", "20")]);
                xml.empty("w:szCs", &[("w:val", "20")]);
                xml.empty("w:lang", &[("w:val", lang)]);
            });
        });
        xml.within("w:pPrDefault", &[], |xml| {
            xml.within("w:pPr", &[], |xml| {
                let spacing = [("w:after", "100"), ("w:line", "259"), ("w:lineRule", "auto")];
                xml.empty("w:spacing", &spacing);
            });
        });
    });
}

fn paragraph_style(xml: &mut Xml, style: Style, layout: Layout) {
    let look = style.look(layout);
    let own = id(&look.name);
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", own.as_str())];
    if look.base.is_none() {
        attributes.insert(0, DEFAULT);
    }
    xml.within("w:style", &attributes, |xml| {
        named(xml, &look.name);
        if let Some(base) = look.base {
            xml.empty("w:basedOn", &[("w:val", &id(&base.name()))]);
        }
        if matches!(style, Style::Section) {
            xml.empty("w:next", &[("w:val", "Normal")]);
        }
        xml.empty("w:qFormat", &[]);
        xml.within("w:pPr", &[], |xml| paragraph_look(xml, &look));
        xml.within("w:rPr", &[], |xml| letters(xml, &look));
    });
}

/// In the order of `CT_PPrBase`.
fn paragraph_look(xml: &mut Xml, look: &Look) {
    if look.keep_next {
        xml.empty("w:keepNext", &[]);
    }
    if look.keep_together {
        xml.empty("w:keepLines", &[]);
    }
    let lines = [("w:left", look.beside, "8"), ("w:bottom", look.below, "4")];
    if lines.iter().any(|(_, line, _)| line.is_some()) {
        xml.within("w:pBdr", &[], |xml| {
            for (side, line, space) in lines {
                if let Some(width) = line {
                    border(xml, side, width, space);
                }
            }
        });
    }
    if look.right_tab || look.centre_tab {
        xml.within("w:tabs", &[], |xml| {
            if look.centre_tab {
                xml.empty("w:tab", &[("w:val", "center"), ("w:pos", "4819")]);
            }
            xml.empty("w:tab", &[("w:val", "right"), ("w:pos", "9638")]);
        });
    }
    if look.base.is_none_or(|base| base == Style::Normal) && look.outline.is_some() {
        xml.empty("w:suppressAutoHyphens", &[]);
    }
    if let (Some(before), Some(after)) = (look.before, look.after) {
        let (before, after) = (before.to_string(), after.to_string());
        xml.empty("w:spacing", &[("w:before", &before), ("w:after", &after)]);
    }
    if let Some(left) = look.left {
        let (left, hanging) = (left.to_string(), look.hanging.to_string());
        xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
    }
    if let Some(level) = look.outline {
        xml.empty("w:outlineLvl", &[("w:val", &level.to_string())]);
    }
}

fn border(xml: &mut Xml, side: &str, width: u32, space: &str) {
    let width = width.to_string();
    let colour = if side == "w:bottom" && width == "11" { INK } else { LINE };
    let line = [("w:val", "single"), ("w:sz", &*width), ("w:space", space), ("w:color", colour)];
    xml.empty(side, &line);
}

/// In the order of `CT_RPr`.
fn letters(xml: &mut Xml, look: &Look) {
    for (set, names) in [(look.bold, ["w:b", "w:bCs"]), (look.italic, ["w:i", "w:iCs"])] {
        if set {
            names.iter().for_each(|name| xml.empty(name, &[]));
        }
    }
    if let Some(colour) = look.colour {
        xml.empty("w:color", &[("w:val", colour)]);
    }
    if let Some(size) = look.size {
        sized(xml, size);
    }
}

fn sized(xml: &mut Xml, size: u32) {
    let size = size.to_string();
    xml.empty("w:sz", &[("w:val", &size)]);
    xml.empty("w:szCs", &[("w:val", &size)]);
}

fn words_style(xml: &mut Xml, words: Words) {
    let own = id(words.name());
    xml.within("w:style", &[("w:type", "character"), ("w:styleId", &own)], |xml| {
        named(xml, words.name());
        xml.empty("w:basedOn", &[("w:val", "DefaultParagraphFont")]);
        xml.empty("w:qFormat", &[]);
        xml.within("w:rPr", &[], |xml| match words {
            Words::Number => {
                xml.empty("w:b", &[]);
                xml.empty("w:bCs", &[]);
                xml.empty("w:color", &[("w:val", INK)]);
            }
            Words::Quoted => {
                xml.empty("w:b", &[]);
                xml.empty("w:bCs", &[]);
            }
            Words::Surname => sized(xml, 15),
            Words::Link => xml.empty("w:color", &[("w:val", INK)]),
        });
    });
}

fn note_reference(xml: &mut Xml) {
    let style = [("w:type", "character"), ("w:styleId", "footnotereference")];
    xml.within("w:style", &style, |xml| {
        named(xml, "footnote reference");
        xml.empty("w:basedOn", &[("w:val", "DefaultParagraphFont")]);
        xml.within("w:rPr", &[], |xml| {
            xml.empty("w:vertAlign", &[("w:val", "superscript")]);
        });
    });
}

fn margins(xml: &mut Xml, high: u32, wide: u32) {
    let (high, wide) = (high.to_string(), wide.to_string());
    xml.within("w:tblCellMar", &[], |xml| {
        for (side, width) in
            [("w:top", &high), ("w:left", &wide), ("w:bottom", &high), ("w:right", &wide)]
        {
            xml.empty(side, &[("w:w", width), ("w:type", "dxa")]);
        }
    });
}

fn table_style(xml: &mut Xml) {
    let own = id(TABLE);
    xml.within("w:style", &[("w:type", "table"), ("w:styleId", &own)], |xml| {
        named(xml, TABLE);
        xml.empty("w:basedOn", &[("w:val", "TableNormal")]);
        xml.empty("w:qFormat", &[]);
        xml.within("w:tblPr", &[], |xml| {
            xml.within("w:tblBorders", &[], |xml| {
                for (side, width, colour) in
                    [("w:top", "8", INK), ("w:bottom", "4", LINE), ("w:insideV", "4", LINE)]
                {
                    let line = [
                        ("w:val", "single"),
                        ("w:sz", width),
                        ("w:space", "0"),
                        ("w:color", colour),
                    ];
                    xml.empty(side, &line);
                }
            });
            margins(xml, 60, 140);
        });
        xml.within("w:tblStylePr", &[("w:type", "firstRow")], |xml| {
            xml.within("w:tcPr", &[], |xml| {
                xml.within("w:tcBorders", &[], |xml| {
                    let line =
                        [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", SOFT)];
                    xml.empty("w:bottom", &line);
                });
                let shade = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", TINT)];
                xml.empty("w:shd", &shade);
            });
        });
    });
}
