//! What the streams of an encrypted file may unpack to, at most.
//!
//! The packed bytes of a stream end where the file says, or else where the interpreter finds `endstream`: whatever
//! is farther. So many bytes come to at most so many times more, filter by filter.

use super::scan::entries;
use super::{Filter, filters, has};
use memchr::memmem::{find, find_iter};

/// What a stream comes to.
pub struct Most {
    /// Bytes.
    pub bytes: usize,
    /// Whether objects stand in it, which the interpreter keeps.
    pub objects: bool,
}

/// The most that a stream may come to whose dictionary this is and whose bytes begin at `start` of the file.
/// Pictures are not read.
pub fn unpacks_to(file: &[u8], dictionary: &[u8], start: usize) -> Most {
    let entries = entries(dictionary);
    let all = |key: &'static [u8]| {
        entries.iter().filter(move |(found, _)| found == key).map(|(_, value)| *value)
    };
    let objects = all(b"N").chain(all(b"First")).next().is_some() || has(dictionary, b"ObjStm");
    let picture = all(b"Subtype").eq([b"/Image".as_slice()]) && !objects;
    let times = all(b"Filter").chain(all(b"F")).map(|named| {
        let filters = filters(named).unwrap_or_default();
        filters.into_iter().flatten().map(times).fold(1_usize, usize::saturating_mul)
    });
    let times = times.max().filter(|_| !picture).unwrap_or(1);
    let rest = file.get(start..).unwrap_or_default();
    let marked = find(rest, b"endstream").unwrap_or(rest.len());
    let said = all(b"Length").map(|value| length(file, value)).max().unwrap_or(0);
    let bytes = marked.max(said).min(rest.len()).saturating_mul(times);
    Most { bytes: if times > 1 { bytes } else { 0 }, objects }
}

/// How many bytes one packed byte can come to.
fn times(filter: Filter) -> usize {
    match filter {
        // 258 bytes for two bits (RFC 1951).
        Filter::Flate => 1032,
        // A code of twelve bits stands for some 1,900 bytes on an average, where each continues the one before.
        Filter::Lzw => 1300,
        Filter::RunLength => 64,
        Filter::Hex | Filter::Ascii85 => 1,
    }
}

/// The length that stands here, `120`, or the greatest that any object of this number says, `7 0 R`. Without
/// limit where it stands in no object that can be read.
fn length(file: &[u8], value: &[u8]) -> usize {
    let mut words = value.split(|byte| byte.is_ascii_whitespace()).filter(|word| !word.is_empty());
    let number = |word: &[u8]| std::str::from_utf8(word).ok()?.parse::<usize>().ok();
    match (words.next(), words.next(), words.next()) {
        (Some(own), None, None) => number(own).unwrap_or(usize::MAX),
        (Some(id), Some(_), Some(b"R")) => {
            let behind = find_iter(file, b" obj").filter_map(|at| {
                let mut head = file[at.saturating_sub(24)..at].rsplit(|b| b.is_ascii_whitespace());
                let named = head.nth(1)? == id;
                let value = file[at + 4..].trim_ascii_start();
                let digits = value.iter().take_while(|byte| byte.is_ascii_digit()).count();
                named.then(|| number(&value[..digits]).unwrap_or(usize::MAX))
            });
            behind.max().unwrap_or(usize::MAX)
        }
        _ => usize::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::super::admit;
    use crate::error::Error;

    /// An encrypted file of streams of so many bytes, each with these keys.
    fn file(streams: usize, bytes: usize, keys: &str) -> Vec<u8> {
        let mut file = b"%PDF-1.7\n9 0 obj\n<</Filter/Standard/V 4>>\nendobj\n".to_vec();
        for number in 0..streams {
            let head = format!("{} 0 obj\n<<{keys}>>\nstream\n", number + 10);
            file.extend(head.bytes());
            file.extend(std::iter::repeat_n(7, bytes));
            file.extend(b"\nendstream\nendobj\n");
        }
        file.extend(b"8 0 obj\n2000000\nendobj\ntrailer\n<</Encrypt 9 0 R/Root 1 0 R>>\n");
        file
    }

    #[test]
    fn as_much_as_a_paper_has_is_admitted() {
        let objects = "/Type/ObjStm/N 9/First 9/Filter/FlateDecode/Length 50000";
        assert_eq!(admit(&file(8, 50_000, objects)), Ok(()));
        let content = "/Filter/FlateDecode/Length 100000";
        assert_eq!(admit(&file(40, 100_000, content)), Ok(()));
        let picture = "/Subtype/Image/Filter/FlateDecode/Length 2000000";
        assert_eq!(admit(&file(2, 2_000_000, picture)), Ok(()));
    }

    #[test]
    fn what_could_come_to_more_is_not() {
        let refused = Err(Error::PdfExpands { limit: 512 });
        for (streams, bytes, keys) in [
            (11, 50_000, "/Type/ObjStm/N 9/First 9/Filter/FlateDecode/Length 50000"),
            (1, 600_000, "/Filter/FlateDecode/Length 600000"),
            (1, 600_000, "/N 9/First 9/Filter/FlateDecode"),
            (1, 600_000, "/#4e 9/First 9/F#69lter/FlateDecode"),
            (1, 1_000, "/Filter[/FlateDecode/FlateDecode]/Length 1000"),
            (1, 1_000, "/Filter[/LZWDecode/Fl]/Length 1000"),
            // Where the length stands elsewhere.
            (2, 300_000, "/Filter/FlateDecode/Length 8 0 R"),
            (2, 300_000, "/Filter/FlateDecode/Length 77 0 R"),
        ] {
            assert_eq!(admit(&file(streams, bytes, keys)), refused, "{keys}");
        }
    }
}
