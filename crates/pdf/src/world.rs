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

/// The fonts that the page names: Libertinus Serif (Latin, Greek, Cyrillic) and, for names in these
/// scripts, Noto Serif Armenian and Georgian. Their licences stand beside their files.
///
/// The fonts that come with the typesetter are not used: they take eight megabytes of the binary,
/// and one face among them is under the GPL.
const FILES: [&[u8]; 10] = [
    include_bytes!("../../../third-party/libertinus-serif/LibertinusSerif-Regular.otf"),
    include_bytes!("../../../third-party/libertinus-serif/LibertinusSerif-Italic.otf"),
    include_bytes!("../../../third-party/libertinus-serif/LibertinusSerif-Semibold.otf"),
    include_bytes!("../../../third-party/libertinus-serif/LibertinusSerif-SemiboldItalic.otf"),
    include_bytes!("../../../third-party/libertinus-serif/LibertinusSerif-Bold.otf"),
    include_bytes!("../../../third-party/libertinus-serif/LibertinusSerif-BoldItalic.otf"),
    include_bytes!("../../../third-party/noto-serif/NotoSerifArmenian-Regular.ttf"),
    include_bytes!("../../../third-party/noto-serif/NotoSerifArmenian-Bold.ttf"),
    include_bytes!("../../../third-party/noto-serif/NotoSerifGeorgian-Regular.ttf"),
    include_bytes!("../../../third-party/noto-serif/NotoSerifGeorgian-Bold.ttf"),
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

/// Whether some face has a glyph for this character, or it needs none because it is not seen.
pub(crate) fn prints(c: char) -> bool {
    c.is_whitespace()
        || is_unseen(c)
        || FACES.fonts.iter().any(|font| font.info().coverage.contains(c.into()))
}

/// Characters that have no glyph by their nature: those of direction, joining and breaking, and marks
/// that choose a variant (the usual ones of `Default_Ignorable_Code_Point`, Unicode 16).
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

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
