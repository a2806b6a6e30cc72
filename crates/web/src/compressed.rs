//! Gzip, for those who take it.

use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;

/// Below so many bytes nothing is gained.
const SMALLEST: usize = 1_000;

/// The same bytes compressed; none where that gains nothing. What is kept is worth more effort than what is sent once.
pub(crate) fn gzip(bytes: &[u8], kept: bool) -> Option<Vec<u8>> {
    if bytes.len() < SMALLEST {
        return None;
    }
    let level = if kept { Compression::new(6) } else { Compression::fast() };
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 4), level);
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().filter(|packed| packed.len() < bytes.len())
}

/// Whether `Accept-Encoding` takes gzip.
pub(crate) fn accepts(accepted: &str) -> bool {
    accepted.split(',').any(|coding| {
        let mut parts = coding.split(';');
        let name = parts.next().unwrap_or_default().trim();
        let refused = parts.any(|part| {
            let quality = part.trim().strip_prefix("q=").map(str::trim);
            quality
                .is_some_and(|quality| quality.parse::<f32>().is_ok_and(|quality| quality <= 0.0))
        });
        matches!(name, "gzip" | "*") && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::accepts;

    #[test]
    fn what_is_refused_is_not_sent() {
        assert!(accepts("gzip, deflate, br"));
        assert!(accepts("br;q=1.0, gzip;q=0.5"));
        assert!(accepts("*"));
        assert!(!accepts("gzip;q=0"));
        assert!(!accepts("br"));
        assert!(!accepts(""));
    }
}
