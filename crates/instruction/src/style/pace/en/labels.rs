//! The words around texts and amendments in a compendium, in English.

use crate::style::{Falling, Labels};
use text::TextKind;

/// The words by which a compendium is laid out.
pub const TABLE: Labels = Labels {
    compendium: &[
        "Compendium of written amendments",
        "Compendium of amendments",
        "List of amendments",
    ],
    document: &["Doc."],
    contents: &["Table of contents", "Contents"],
    page: &["Page"],
    parts: &[
        (TextKind::Resolution, "Draft resolution"),
        (TextKind::Recommendation, "Draft recommendation"),
        (TextKind::Opinion, "Draft opinion"),
    ],
    draft: &["Draft"],
    title: &["Title"],
    amendments: &["Amendments"],
    amendment: &["Amendment"],
    sub_amendment: &["Sub-amendment", "Subamendment"],
    to_amendment: &["to amendment"],
    number: &["No.", "No", "n°", "nº"],
    tabled_by: &["Tabled by", "Presented by", "Moved by", "Tabled on behalf of"],
    committee: &["the Committee", "Committee"],
    honorifics: &["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Lord", "Lady", "Baroness", "Sir"],
    and: "and",
    or: "or",
    note: &["Explanatory note", "Explanatory memorandum", "Reasons"],
    colon: ":",
    falling: Falling {
        if_adopted: &["If adopted", "If this amendment is adopted"],
        falls_if: &["Falls if", "This amendment falls if"],
        verbs: &["falls", "fall"],
        fells_one: "If adopted, amendment {} falls",
        fells_several: "If adopted, amendments {} fall",
        falls_with_one: "Falls if amendment {} is adopted",
        falls_with_several: "Falls if one of amendments {} is adopted",
    },
    frames: &["In the draft", "In amendment", "In the title of the draft"],
    openers: &[
        "In",
        "At",
        "After",
        "Before",
        "Paragraph",
        "Paragraphs",
        "Replace",
        "Delete",
        "Insert",
        "Add",
        "Title",
        "If",
    ],
    units: &["paragraph", "paragraphs", "sub-paragraph", "sub-paragraphs", "title"],
};
