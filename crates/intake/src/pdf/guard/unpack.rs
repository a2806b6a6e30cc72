//! Packed bytes unpacked as the interpreter would, and no further than to a limit.

use flate2::{Decompress, FlushDecompress, Status};

/// There is more than the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

/// What was unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpacked {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Whether that is all of them: the packed bytes are neither cut off nor damaged.
    pub whole: bool,
}

/// How bytes are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Deflated, with or without the head of zlib.
    Flate,
    /// By the codes of LZW.
    Lzw,
    /// Runs of a byte by their length.
    RunLength,
    /// In hexadecimal digits.
    Hex,
    /// In the 85 signs.
    Ascii85,
}

impl Filter {
    /// The filter of this name, short names too; `None` for those of images, and others.
    pub fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"FlateDecode" | b"Fl" => Some(Self::Flate),
            b"LZWDecode" | b"LZW" => Some(Self::Lzw),
            b"RunLengthDecode" | b"RL" => Some(Self::RunLength),
            b"ASCIIHexDecode" | b"AHx" => Some(Self::Hex),
            b"ASCII85Decode" | b"A85" => Some(Self::Ascii85),
            _ => None,
        }
    }

    /// At most `most` bytes of what these bytes unpack to. What stands behind them is not looked at.
    pub fn unpacked(self, bytes: &[u8], most: usize) -> Result<Unpacked, TooLarge> {
        let bytes = match self {
            Self::Flate => return flate(bytes, most),
            Self::Lzw => {
                // Whether codes grow early stands in the file, or anywhere else in it.
                let late = lzw(bytes, most, 0)?;
                let early = lzw(bytes, most, 1)?;
                if late.len() > early.len() { late } else { early }
            }
            Self::RunLength => runs(bytes, most)?,
            Self::Hex => hex(bytes),
            Self::Ascii85 => ascii85(bytes),
        };
        if bytes.len() > most { Err(TooLarge) } else { Ok(Unpacked { bytes, whole: true }) }
    }
}

/// Bytes that are unpacked at once.
const STEP: usize = 1 << 12;

fn flate(bytes: &[u8], most: usize) -> Result<Unpacked, TooLarge> {
    let headed = matches!(bytes, [first, second, ..]
        if first & 15 == 8 && u16::from_be_bytes([*first, *second]).is_multiple_of(31));
    let (read, _) = inflated(bytes, headed, most)?;
    if read.whole || !headed {
        return Ok(read);
    }
    // There are programs that leave the checksum at the end away.
    let (bare, end) = inflated(&bytes[2..], false, most)?;
    let behind = bytes.get(2 + end..).unwrap_or_default();
    let ends = |at: usize| behind.get(at..).is_some_and(|rest| rest.starts_with(b"endstream"));
    Ok(Unpacked { whole: bare.whole && (0..=3).any(ends), bytes: bare.bytes })
}

/// What is unpacked, and where the packed bytes end.
fn inflated(bytes: &[u8], headed: bool, most: usize) -> Result<(Unpacked, usize), TooLarge> {
    let mut state = Decompress::new(headed);
    let mut out = Vec::with_capacity(1 << 16);
    loop {
        let at = usize::try_from(state.total_in()).unwrap_or(usize::MAX).min(bytes.len());
        let before = (at, out.len());
        if out.len() == out.capacity() {
            out.reserve(out.len());
        }
        let taken = &bytes[at..bytes.len().min(at + STEP)];
        let status = state.decompress_vec(taken, &mut out, FlushDecompress::None);
        let now = state.total_in() as usize;
        match status {
            _ if out.len() > most => return Err(TooLarge),
            Ok(Status::StreamEnd) => return Ok((Unpacked { bytes: out, whole: true }, now)),
            Ok(_) if (now, out.len()) != before => {}
            // Cut off, or damaged: what there is of it counts.
            Ok(_) | Err(_) => return Ok((Unpacked { bytes: out, whole: false }, now)),
        }
    }
}

/// `early` is 1 where codes grow by one bit one code early, else 0.
fn lzw(bytes: &[u8], most: usize, early: usize) -> Result<Vec<u8>, TooLarge> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut out: Vec<u8> = Vec::new();
    // Where each word beyond the single bytes stands in what is unpacked so far.
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    let (mut bits, mut held) = (0u32, 0u32);
    let mut rest = bytes.iter();
    loop {
        let width = match words.len() + 258 + early {
            2048.. => 12,
            1024.. => 11,
            512.. => 10,
            _ => 9,
        };
        while held < width {
            let Some(byte) = rest.next() else { return Ok(out) };
            (bits, held) = ((bits << 8) | u32::from(*byte), held + 8);
        }
        held -= width;
        let code = ((bits >> held) & ((1 << width) - 1)) as usize;
        let at = out.len();
        match code {
            CLEAR => {
                words.clear();
                last = None;
                continue;
            }
            END => return Ok(out),
            byte @ 0..CLEAR => out.push(byte as u8),
            word => {
                let known = words.get(word - 258).copied();
                let next = || last.map(|(from, len)| (from, len + 1));
                let Some((from, len)) = known.or_else(next) else { return Ok(out) };
                for offset in 0..len {
                    let Some(byte) = out.get(from + offset).copied() else { return Ok(out) };
                    out.push(byte);
                }
            }
        }
        if out.len() > most {
            return Err(TooLarge);
        }
        if let Some((from, len)) = last
            && words.len() < 4096 - 258
        {
            words.push((from, len + 1));
        }
        last = Some((at, out.len() - at));
    }
}

fn runs(bytes: &[u8], most: usize) -> Result<Vec<u8>, TooLarge> {
    let mut out = Vec::new();
    let mut rest = bytes;
    while let [length, behind @ ..] = rest {
        match (usize::from(*length), behind) {
            (128, _) | (129.., []) => break,
            (129.., [byte, behind @ ..]) => {
                out.extend(std::iter::repeat_n(*byte, 257 - usize::from(*length)));
                rest = behind;
            }
            (length, behind) => {
                let (taken, behind) = behind.split_at((length + 1).min(behind.len()));
                out.extend_from_slice(taken);
                rest = behind;
            }
        }
        if out.len() > most {
            return Err(TooLarge);
        }
    }
    Ok(out)
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    let digits = bytes.iter().take_while(|byte| **byte != b'>');
    let digits: Vec<u8> =
        digits.filter_map(|byte| char::from(*byte).to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks(2).map(|two| two[0] << 4 | two.get(1).copied().unwrap_or(0)).collect()
}

fn ascii85(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut group: Vec<u8> = Vec::new();
    for byte in bytes.iter().take_while(|byte| **byte != b'~') {
        match byte {
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => {}
        }
        if group.len() == 5 {
            out.extend(word(&group).to_be_bytes());
            group.clear();
        }
    }
    if group.len() > 1 {
        let kept = group.len() - 1;
        group.resize(5, 84);
        out.extend(&word(&group).to_be_bytes()[..kept]);
    }
    out
}

fn word(group: &[u8]) -> u32 {
    group.iter().fold(0, |word: u32, digit| word.wrapping_mul(85).wrapping_add(u32::from(*digit)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn each_filter_unpacks_and_stops_at_the_limit() {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(&[b'a'; 100_000]).expect("written to memory");
        let flate = encoder.finish().expect("written to memory");
        let length = |bytes: &[u8], most| {
            Filter::Flate.unpacked(bytes, most).map(|out| (out.bytes.len(), out.whole))
        };
        assert_eq!(length(&flate, 100_000), Ok((100_000, true)));
        assert_eq!(length(&flate, 99_999), Err(TooLarge));
        assert_eq!(length(&flate[2..], 100_000), Ok((100_000, true)));
        assert!(length(&flate[..40], 100_000).is_ok_and(|(length, whole)| length > 9 && !whole));
        assert_eq!(length(b"<<no>>", 100), Ok((0, false)));
        let end = flate.len() - 4;
        let wrong = [&flate[..end], b"1234\nendstream"].concat();
        assert_eq!(length(&wrong, 100_000), Ok((100_000, false)));
        let none = [&flate[..end], b"\r\nendstream"].concat();
        assert_eq!(length(&none, 100_000), Ok((100_000, true)));
        let unpacked =
            |filter: Filter, bytes: &[u8], most| filter.unpacked(bytes, most).map(|out| out.bytes);
        // The example of the standard.
        let lzw = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        assert_eq!(unpacked(Filter::Lzw, &lzw, 10), Ok(b"-----A---B".to_vec()));
        assert_eq!(unpacked(Filter::Lzw, &lzw, 9), Err(TooLarge));
        assert_eq!(
            unpacked(Filter::RunLength, &[1, 7, 8, 255, 9, 128, 5], 4),
            Ok(vec![7, 8, 9, 9])
        );
        assert_eq!(unpacked(Filter::RunLength, &[129, 9, 129, 9], 200), Err(TooLarge));
        assert_eq!(unpacked(Filter::Hex, b"4c 616>", 9), Ok(b"La`".to_vec()));
        assert_eq!(unpacked(Filter::Ascii85, b"9jqo^BlbD-~>", 9), Ok(b"Man is d".to_vec()));
    }
}
