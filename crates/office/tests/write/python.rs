//! python-docx, a reader by other hands, opens what is written and finds each paragraph's style and
//! words, the tables and the properties.

use super::papers::papers;
use super::plain;
use engine::document::{Layout, compendium};
use std::process::Command;

const PROGRAM: &str = "
import sys
try:
    import docx
except ImportError:
    sys.exit(77)
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
document = docx.Document(sys.argv[1])
print(document.core_properties.title)
print(document.core_properties.language)
print(len(document.tables), all(len(table.columns) == 2 for table in document.tables))
for found in document.element.body.iter(qn('w:p')):
    paragraph = Paragraph(found, document)
    print(paragraph.style.name, ascii(paragraph.text), sep='|')
";

/// Words as `ascii` of Python writes them.
fn ascii(words: &str) -> String {
    let quote = if words.contains('\'') && !words.contains('"') { '"' } else { '\'' };
    let mut out = String::from(quote);
    for c in words.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            c if c == quote => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            c if (c as u32) < 0x100 => out.push_str(&format!("\\x{:02x}", c as u32)),
            c if (c as u32) < 0x1_0000 => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push_str(&format!("\\U{:08x}", c as u32)),
        }
    }
    out.push(quote);
    out
}

#[test]
fn python_docx_finds_styles_and_words() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for paper in papers() {
        for layout in [Layout::Columns, Layout::Linear] {
            let drawn = compendium(&paper.state, paper.lang, layout).typeset();
            let file = folder.path().join("paper.docx");
            let bytes = hemicycle_office::docx::write(&drawn, None).expect("it is small");
            std::fs::write(&file, bytes).expect("the folder can be written to");
            let run = Command::new("python3").args(["-c", PROGRAM]).arg(&file).output();
            let Ok(output) = run else { return println!("skipped: no python3") };
            if output.status.code() == Some(77) {
                return println!("skipped: no python-docx (pip install python-docx)");
            }
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{} {layout:?}\n{errors}", paper.name);
            let lang = if paper.lang.tag() == "fr" { "fr-FR" } else { "en-GB" };
            let heads = drawn.sections.iter().flat_map(|section| &section.rows);
            let tables = heads.filter(|row| row.heads.is_some()).count();
            // A bill is printed in one column, whatever is asked.
            assert_eq!(tables > 0, drawn.layout == Layout::Columns);
            let mut wanted = format!("{}\n{lang}\n{tables} True\n", drawn.title);
            for (style, words) in plain::lines(&drawn) {
                // What Word shows people for its own style.
                let style = if style == "heading 1" { "Heading 1" } else { &style };
                wanted += &format!("{style}|{}\n", ascii(&words));
            }
            let found = String::from_utf8_lossy(&output.stdout);
            let different = found.lines().zip(wanted.lines()).find(|(one, other)| one != other);
            assert_eq!(different, None, "{} {layout:?}", paper.name);
            assert_eq!(found.lines().count(), wanted.lines().count(), "{}", paper.name);
        }
    }
}
