//! Zip archives packed by hand, so that they can say what is not so: of a part's size, of where it stands,
//! of its being encrypted.
//!
//! ```text
//! [head name data] [head name data] …   [entry name] [entry name] …   [end]
//!  30 bytes                              46 bytes: the directory       22 bytes
//! ```

use std::sync::LazyLock;

/// A part as it stands in the archive, and what is said of it there.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its bytes, as they stand in the archive.
    pub data: Vec<u8>,
    /// How they are packed: 0 as they are, 8 deflated.
    pub method: u16,
    /// Bit 0: encrypted.
    pub flags: u16,
    /// Bytes that it has unpacked, as is said.
    pub size: u32,
    /// The checksum of these bytes, as is said.
    pub checksum: u32,
    /// Where the directory says that it stands; `None` where it does.
    pub at: Option<u32>,
}

impl Part {
    /// A part that is not packed and of which everything said is so.
    pub fn stored(name: &str, data: &[u8]) -> Self {
        let (data, size) = (data.to_vec(), data.len() as u32);
        let checksum = checksum(&data);
        Self { name: name.to_owned(), data, method: 0, flags: 0, size, checksum, at: None }
    }

    /// A part of these bytes, deflated by the caller, which are said to unpack to `size` of this checksum.
    pub fn deflated(name: &str, data: Vec<u8>, size: u32, checksum: u32) -> Self {
        Self { name: name.to_owned(), data, method: 8, flags: 0, size, checksum, at: None }
    }

    /// What head and directory say alike of the part, from the flags on.
    fn said(&self) -> Vec<u8> {
        let mut out = [self.flags, self.method, 0, 0x21].map(u16::to_le_bytes).concat();
        let (packed, name) = (self.data.len() as u32, self.name.len() as u32);
        // The length of the name, and of further fields, which there are none of.
        out.extend([self.checksum, packed, self.size, name].map(u32::to_le_bytes).concat());
        out
    }
}

/// An archive of these parts, in their order.
pub fn archive(parts: &[Part]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for part in parts {
        let at = part.at.unwrap_or(out.len() as u32);
        out.extend(b"PK\x03\x04\x14\x00");
        out.extend(part.said());
        out.extend(part.name.bytes());
        out.extend_from_slice(&part.data);
        directory.extend(b"PK\x01\x02\x14\x00\x14\x00");
        directory.extend(part.said());
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(part.name.bytes());
    }
    let (at, count) = (out.len() as u32, (parts.len() as u16).to_le_bytes());
    out.extend_from_slice(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([count, count].concat());
    out.extend([directory.len() as u32, at].map(u32::to_le_bytes).concat());
    out.extend([0; 2]);
    out
}

static TABLE: LazyLock<[u32; 256]> = LazyLock::new(|| {
    std::array::from_fn(|byte| {
        let divided = |rest: u32| if rest & 1 == 1 { 0xedb8_8320 ^ (rest >> 1) } else { rest >> 1 };
        (0..8).fold(byte as u32, |rest, _| divided(rest))
    })
});

/// The checksum of bytes as zip archives have it (CRC-32).
pub fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| TABLE[usize::from(sum as u8 ^ byte)] ^ (sum >> 8);
    !bytes.iter().fold(u32::MAX, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_those_of_the_standard() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }
}
