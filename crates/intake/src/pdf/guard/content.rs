//! How much the pages of a file have to say, forms counted as often as they are drawn.
//!
//! A form that draws two others ten times each, which draw two others ten times each, is a page of no end
//! in a file of a thousand bytes. Each form is walked once and its sum kept.

use super::MOST_UNPACKED;
use crate::error::Error;
use hayro_syntax::Pdf;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys::{CONTENTS, COUNT, PAGES, RESOURCES, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};
use std::collections::HashMap;

/// Bytes of content in a file: the largest paper that we print has a third.
const MOST: u64 = 512 << 20;

/// Forms within forms; the interpreter goes no further.
const DEEPEST: usize = 50;

/// What a content costs that stands for itself: to look it up.
const LOOK_UP: u64 = 100;

/// The bytes of content so far, and of each form.
#[derive(Default)]
pub struct Content {
    taken: u64,
    /// `None` for a form that is being walked.
    forms: HashMap<ObjectIdentifier, Option<u64>>,
}

/// Counts what all pages hold, forms aside, each stream being unpacked once.
///
/// # Errors
/// More than any paper has, on one page or on all.
pub fn counted(pages: &[Page<'_>]) -> Result<(), Error> {
    let mut known: HashMap<ObjectIdentifier, u64> = HashMap::new();
    let mut all = 0;
    for page in pages {
        if !has_all(page) {
            return Err(Error::PdfDamaged);
        }
        let mut sum = 0;
        for stream in contents(page) {
            if stream.dict().get::<Name<'_>>(SUBTYPE).is_some_and(|kind| *kind == *b"Image") {
                // As such more of it was unpacked than a page may have.
                return Err(Error::PdfDamaged);
            }
            let bytes = known.entry(stream.obj_id());
            sum += LOOK_UP
                + *bytes.or_insert_with(|| stream.decoded().map_or(0, |bytes| bytes.len() as u64));
            if sum > MOST_UNPACKED as u64 {
                return Err(Error::PdfExpands { limit: MOST_UNPACKED >> 20 });
            }
        }
        all += sum;
        if all > MOST {
            return Err(Error::PdfTooLong);
        }
    }
    Ok(())
}

/// Whether there are as many streams of content as the page says: the interpreter passes over others in
/// silence.
fn has_all(page: &Page<'_>) -> bool {
    let said = page.raw().get::<Array<'_>>(CONTENTS).map(|all| all.raw_iter().count());
    let said = said.unwrap_or_else(|| usize::from(page.raw().contains_key(CONTENTS)));
    said == contents(page).count()
}

/// Whether there are as many pages as the file says: one that is damaged is passed over, too.
pub fn has_all_pages(pdf: &Pdf) -> bool {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let Some(pages) = catalog.and_then(|catalog| catalog.get::<Dict<'_>>(PAGES)) else {
        return false;
    };
    pages.get::<usize>(COUNT).is_none_or(|said| said == pdf.pages().len())
}

fn contents<'a>(page: &Page<'a>) -> impl Iterator<Item = Stream<'a>> {
    let several = page.raw().get::<Array<'_>>(CONTENTS);
    let one = page.raw().get::<Stream<'_>>(CONTENTS);
    several.into_iter().flat_map(|all| all.iter()).chain(one)
}

impl Content {
    /// Counts a page with its forms.
    ///
    /// # Errors
    /// More than any paper has, and forms that draw themselves.
    pub fn add(&mut self, page: &Page<'_>) -> Result<(), Error> {
        let bytes = page.page_stream().unwrap_or_default();
        let sum = self.walked(bytes, page.resources(), 0)?;
        self.taken = self.taken.saturating_add(sum);
        if self.taken > MOST { Err(Error::PdfTooLong) } else { Ok(()) }
    }

    fn walked(
        &mut self,
        bytes: &[u8],
        resources: &Resources<'_>,
        depth: usize,
    ) -> Result<u64, Error> {
        if depth > DEEPEST {
            return Err(Error::PdfTooDeep { limit: DEEPEST });
        }
        let mut sum = bytes.len() as u64 + LOOK_UP;
        let mut operations = TypedIter::new(bytes);
        while let Some(operation) = operations.next() {
            let TypedInstruction::XObject(named) = operation else { continue };
            let Some(stream) = resources.get_x_object(named.0) else { continue };
            sum = sum.saturating_add(self.form(&stream, resources, depth)?);
            if sum > MOST {
                return Err(Error::PdfTooLong);
            }
        }
        Ok(sum)
    }

    fn form(
        &mut self,
        stream: &Stream<'_>,
        resources: &Resources<'_>,
        depth: usize,
    ) -> Result<u64, Error> {
        if stream.dict().get::<Name<'_>>(SUBTYPE).as_deref() != Some(b"Form") {
            return Ok(LOOK_UP);
        }
        let id = stream.obj_id();
        match self.forms.get(&id) {
            Some(Some(sum)) => return Ok(*sum),
            Some(None) => return Err(Error::PdfTooLong),
            None => {}
        }
        self.forms.insert(id, None);
        let own = stream.dict().get(RESOURCES).unwrap_or_default();
        let own = Resources::from_parent(own, resources.clone());
        let bytes = stream.decoded().unwrap_or_default();
        let sum = self.walked(&bytes, &own, depth + 1)?;
        self.forms.insert(id, Some(sum));
        Ok(sum)
    }
}
