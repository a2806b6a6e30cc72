//! What the typesetter may see: two files in memory and the fonts. Everything else is refused.

use std::sync::{LazyLock, OnceLock};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The page, which holds no words of any dossier.
const PAGE: &str = include_str!("page.typ");

/// One document to typeset.
pub(crate) struct Paper {
    page: Source,
    data: (FileId, Bytes),
}

impl Paper {
    /// A paper that prints this data.
    pub(crate) fn new(json: Vec<u8>) -> Option<Self> {
        let page = Source::new(file("/page.typ")?, PAGE.to_owned());
        Some(Self { page, data: (file("/data.json")?, Bytes::new(json)) })
    }
}

fn file(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, path)))
}

/// The font that the page names: Libertinus Serif, whose licence stands beside its files.
///
/// The fonts that come with the typesetter are not used: they take eight megabytes of the binary,
/// and one face among them is under the GPL.
const FILES: [&[u8]; 6] = [
    include_bytes!("../../../third-party/libertinus-serif/LibertinusSerif-Regular.otf"),
    include_bytes!("../../../third-party/libertinus-serif/LibertinusSerif-Italic.otf"),
    include_bytes!("../../../third-party/libertinus-serif/LibertinusSerif-Semibold.otf"),
    include_bytes!("../../../third-party/libertinus-serif/LibertinusSerif-SemiboldItalic.otf"),
    include_bytes!("../../../third-party/libertinus-serif/LibertinusSerif-Bold.otf"),
    include_bytes!("../../../third-party/libertinus-serif/LibertinusSerif-BoldItalic.otf"),
];

/// Its faces, and their book.
struct Faces {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

/// Parsing faces takes milliseconds, so one process does it once.
static FACES: LazyLock<Faces> = LazyLock::new(|| {
    let fonts: Vec<Font> =
        FILES.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
    Faces { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

static LIBRARY: OnceLock<LazyHash<Library>> = OnceLock::new();

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        LIBRARY.get_or_init(|| LazyHash::new(Library::default()))
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FACES.book
    }

    fn main(&self) -> FileId {
        self.page.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.page.id() { Ok(self.page.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data.0 { Ok(self.data.1.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FACES.fonts.get(index).cloned()
    }

    /// No date: same input, same bytes out.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
