//! Zip packages that are the same from run to run: parts in the order given, one fixed time.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Why no file can be made.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A part, or all of them, are larger than a zip package holds (4 GiB).
    #[error("the document is too long for one file: {0}")]
    Package(#[from] zip::result::ZipError),
    /// The same, found while a part was written.
    #[error("the document is too long for one file: {0}")]
    Part(#[from] std::io::Error),
}

/// How well the parts are packed: as word processors do it.
const LEVEL: i64 = 6;

/// A zip package in the making.
pub(crate) struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Package {
    pub(crate) fn new() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())) }
    }

    /// A part, packed.
    pub(crate) fn add(&mut self, name: &str, content: &str) -> Result<(), WriteError> {
        let options = options(CompressionMethod::Deflated).compression_level(Some(LEVEL));
        self.part(name, content, options)
    }

    /// A part that stands in the package as it is.
    pub(crate) fn store(&mut self, name: &str, content: &str) -> Result<(), WriteError> {
        self.part(name, content, options(CompressionMethod::Stored))
    }

    /// The bytes of the package.
    pub(crate) fn finish(self) -> Result<Vec<u8>, WriteError> {
        Ok(self.zip.finish()?.into_inner())
    }

    fn part(
        &mut self,
        name: &str,
        content: &str,
        options: SimpleFileOptions,
    ) -> Result<(), WriteError> {
        self.zip.start_file(name, options)?;
        Ok(self.zip.write_all(content.as_bytes())?)
    }
}

fn options(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_has_its_parts_in_order_and_no_clock() {
        let write = || {
            let mut package = Package::new();
            package.store("mimetype", "a/b")?;
            package.add("x.xml", "<x/>")?;
            package.finish()
        };
        let bytes = write().expect("it is small");
        assert_eq!(bytes, write().expect("it is small"));
        // The name stands behind a head of 30 bytes, and the content right behind it.
        assert_eq!(&bytes[30..41], b"mimetypea/b");
        assert_eq!(&bytes[10..14], [0, 0, 0x21, 0]);
    }
}
