//! The glyphs of a page: what each says, where it stands, how large it is.
//!
//! Only position and meaning are taken; nothing is drawn. What stands upright on the page is kept;
//! rotated text is counted and left out.

use super::guard::Stop;
use crate::error::Error;
use hayro_interpret::font::Glyph as Drawn;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, interpret_page,
};
use hayro_syntax::Pdf;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{self, dict::keys::ACTUAL_TEXT};
use hayro_syntax::page::Page;
use kurbo::{Affine, BezPath, Point, Rect};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Glyphs of one page that are read. A page of a newspaper has some 30,000.
pub const MOST_GLYPHS: usize = 100_000;

/// One glyph. Places are in points, from the top left corner of the page.
#[derive(Clone, Debug)]
pub struct Glyph {
    /// Its characters: several for a ligature.
    pub text: String,
    /// Left and right end of its advance.
    pub x: (f64, f64),
    /// Its baseline.
    pub y: f64,
    /// Size of the font as it is seen.
    pub size: f64,
    /// Whether the file itself says that it is no part of the text: a running head, a page number.
    pub artifact: bool,
}

/// What stands on a page.
#[derive(Debug, Default)]
pub struct Seen {
    /// The glyphs, in the order of the file.
    pub glyphs: Vec<Glyph>,
    /// Whether it has images.
    pub images: bool,
    /// Glyphs that stand aslant or upside down.
    pub rotated: usize,
    /// Glyphs of which nobody says what they mean or how wide they are, or a font is missing.
    pub unknown: usize,
    /// The page, from 1.
    page: u32,
    /// The marked sequences that are open.
    marked: Vec<Marked>,
    /// What stands in place of the glyphs of each marked sequence of the page, in order.
    instead: Vec<Option<String>>,
    /// Marked sequences that were met.
    begun: usize,
}

/// A marked sequence.
#[derive(Debug)]
struct Marked {
    artifact: bool,
    /// What the file says that its glyphs stand for: a hyphen for U+00AD.
    instead: Option<String>,
    /// Whether a glyph has got it.
    taken: bool,
}

/// Looks at a page; `number` is its own, from 1. Leaves by [`Stop`] where it has more than [`MOST_GLYPHS`].
pub fn see<'a>(pdf: &'a Pdf, page: &Page<'a>, number: u32, cache: &InterpreterCache<'a>) -> Seen {
    let missing = Arc::new(AtomicBool::new(false));
    let default = InterpreterSettings::default();
    let resolver = Arc::clone(&default.font_resolver);
    let flag = Arc::clone(&missing);
    let settings = InterpreterSettings {
        font_resolver: Arc::new(move |query| {
            let found = resolver(query);
            if found.is_none() {
                flag.store(true, Ordering::Relaxed);
            }
            found
        }),
        // A comment in the margin is no part of the paper.
        render_annotations: false,
        ..default
    };
    let (width, height) = page.render_dimensions();
    let transform = Affine::new(page.initial_transform(true).as_coeffs());
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let look = |instead: Vec<Option<String>>| {
        let mut seen = Seen { instead, page: number, ..Seen::default() };
        let mut context = Context::new(transform, bounds, cache, pdf.xref(), settings.clone());
        interpret_page(page, &mut context, &mut seen);
        seen
    };
    let mut seen = look(replacements(page));
    if seen.begun != seen.instead.len() {
        // Forms have marked sequences of their own: nobody knows which is which.
        seen = look(Vec::new());
    }
    // Nothing lies beside the page that a reader could see.
    let shown = |glyph: &Glyph| {
        glyph.y > 0.0 && glyph.y < bounds.y1 && glyph.x.1 > 0.0 && glyph.x.0 < bounds.x1
    };
    seen.glyphs.retain(shown);
    seen.unknown += usize::from(missing.load(Ordering::Relaxed));
    seen
}

/// What stands in place of the glyphs of each marked sequence of a page (`ActualText`), in order.
fn replacements(page: &Page<'_>) -> Vec<Option<String>> {
    let mut found = Vec::new();
    let mut operations = page.typed_operations();
    while let Some(operation) = operations.next() {
        match operation {
            TypedInstruction::BeginMarkedContent(_) => found.push(None),
            TypedInstruction::BeginMarkedContentWithProperties(marked) => {
                let text = marked
                    .1
                    .clone()
                    .into_dict()
                    .and_then(|dict| dict.get::<object::String<'_>>(ACTUAL_TEXT));
                found.push(text.and_then(|text| decoded(text.as_bytes())));
            }
            _ => {}
        }
    }
    found
}

/// A text string: UTF-16 or UTF-8 with its mark, else ASCII; `None` for other letters.
fn decoded(bytes: &[u8]) -> Option<String> {
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        let units: Vec<u16> =
            rest.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
        return String::from_utf16(&units).ok();
    }
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return String::from_utf8(rest.to_vec()).ok();
    }
    bytes.is_ascii().then(|| String::from_utf8_lossy(bytes).into_owned())
}

impl Seen {
    fn add(&mut self, drawn: &Drawn<'_>, at: Affine) {
        let own = match drawn.as_unicode() {
            Some(BfString::Char(one)) => one.to_string(),
            Some(BfString::String(several)) => several,
            None => String::new(),
        };
        let (text, follows) = match self.marked.last_mut() {
            Some(Marked { instead: Some(text), taken, .. }) => {
                (if *taken { String::new() } else { text.clone() }, std::mem::replace(taken, true))
            }
            _ => (own, false),
        };
        let advance = match drawn {
            Drawn::Outline(outline) => outline.advance_width(),
            Drawn::Type3(_) => None,
        };
        let (Some(advance), true) = (advance, follows || is_known(&text)) else {
            self.unknown += 1;
            return;
        };
        // What a glyph says stands in its line, whatever it says of lines.
        let text = text.replace(ends_lines, " ");
        let (from, to) = (at * Point::ZERO, at * Point::new(f64::from(advance), 0.0));
        let up = at * Point::new(0.0, 1000.0) - from;
        let size = up.hypot();
        let finite = [from.x, from.y, to.x, size].iter().all(|number| number.is_finite());
        if !finite || size < 0.1 {
            return;
        }
        if (to.y - from.y).abs() > 0.02 * size || to.x < from.x || up.y > 0.0 {
            self.rotated += 1;
            return;
        }
        if follows {
            // It stands for nothing of its own, and is as wide as it is.
            if let Some(last) = self.glyphs.last_mut().filter(|last| (last.y - from.y).abs() < 0.1)
            {
                last.x.1 = last.x.1.max(to.x);
            }
            return;
        }
        let artifact = self.marked.iter().any(|marked| marked.artifact);
        let glyph = Glyph { text, x: (from.x, to.x), y: from.y, size, artifact };
        // Filled and then outlined is one glyph.
        if self.glyphs.last().is_some_and(|last| last.is_over(&glyph)) {
            return;
        }
        self.glyphs.push(glyph);
    }
}

/// Whether a line of plain text could end or be parted at this sign.
fn ends_lines(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{2028}' | '\u{2029}')
}

/// Whether these characters mean something to all: none of a private area, no sign of a loss.
fn is_known(text: &str) -> bool {
    let strange = |c: char| {
        matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fffd}' | '\u{f0000}'..)
            || (c.is_control() && !c.is_whitespace())
    };
    !text.is_empty() && !text.contains(strange)
}

impl Glyph {
    /// Whether the other is this one, struck twice.
    fn is_over(&self, other: &Self) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() < 0.05 * self.size;
        self.text == other.text && near(self.x.0, other.x.0) && near(self.y, other.y)
    }
}

impl<'a> Device<'a> for Seen {
    fn draw_glyph(
        &mut self,
        glyph: &Drawn<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        if self.glyphs.len() >= MOST_GLYPHS {
            Stop::now(Error::TooManyGlyphs { page: self.page, limit: MOST_GLYPHS });
        }
        self.add(glyph, transform * glyph_transform);
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {
        self.images = true;
    }

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<i32>) {
        let instead = self.instead.get(self.begun).cloned().flatten();
        self.marked.push(Marked { artifact: tag == b"Artifact", instead, taken: false });
        self.begun += 1;
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
