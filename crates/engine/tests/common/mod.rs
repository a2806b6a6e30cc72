//! The texts that come of the one real compendium at hand, as tests compare them.

#![allow(dead_code, reason = "each file of tests uses some of it")]

use hemicycle_engine::adopt::Adopted;
use sha2::{Digest, Sha256};
use text::Child;

/// SHA-256 of each text as it was read whole by a person, by the amendments adopted.
pub const READ_WHOLE: [(&[&str], &str); 3] = [
    (
        &["1", "2", "3", "4", "5", "7"],
        "c5ca5abd949f098c5de4c4f92a9c96cd6c15e00362bb278a172cbbf057e1462f",
    ),
    (&["6"], "e8c7045d700e95fe25b7486015d11b1ea74958a4a6779189d31fe2020ed7d68c"),
    (
        &["1", "2", "3", "5", "6", "7"],
        "ced82a43725dd9ee9d875bdb5fef8fecdb3c655af5481619e53f98452d1d5012",
    ),
];

/// The SHA-256 of the text with these amendments.
pub fn read_whole(adopted: &[&str]) -> &'static str {
    READ_WHOLE.iter().find(|(of, _)| *of == adopted).expect("one that was read").1
}

/// SHA-256 in hexadecimal digits.
pub fn hash(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The new text, one line for each block, with its number.
pub fn text(adopted: &Adopted) -> String {
    fn write(children: &[Child], out: &mut String) {
        for child in children {
            match child {
                Child::Block(block) => *out += &format!("{}\n", block.content.text),
                Child::Provision(provision) => {
                    *out += &format!("{}. ", provision.number);
                    write(&provision.children, out);
                }
                Child::Opaque(opaque) => *out += &format!("{}\n", opaque.text),
            }
        }
    }
    let mut out = String::new();
    write(&adopted.texts[0].consolidated.draft.parts[0].children, &mut out);
    out
}
