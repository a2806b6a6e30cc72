//! The parts of a package.

use std::io::{Cursor, Read};
use zip::{CompressionMethod, ZipArchive};

/// A part: name, content, whether it is packed.
pub struct Part {
    pub name: String,
    pub content: String,
    pub packed: bool,
}

/// The parts in their order.
pub fn parts(bytes: &[u8]) -> Vec<Part> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip package");
    let of = |at| {
        let mut file = zip.by_index(at).expect("it is there");
        let mut content = String::new();
        file.read_to_string(&mut content).expect("UTF-8");
        let packed = file.compression() != CompressionMethod::Stored;
        Part { name: file.name().expect("UTF-8").into_owned(), content, packed }
    };
    (0..ZipArchive::new(Cursor::new(bytes)).expect("a zip package").len()).map(of).collect()
}

/// The content of one part.
pub fn part(bytes: &[u8], name: &str) -> String {
    let found = parts(bytes).into_iter().find(|part| part.name == name);
    found.unwrap_or_else(|| panic!("no {name}")).content
}
