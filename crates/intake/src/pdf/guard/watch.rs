//! The bytes of a file while the interpreter reads them.

use crate::error::Error;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Why the interpreter was stopped: what it is left with.
pub struct Stop(pub Error);

impl Stop {
    /// Leaves the interpreter, up to whoever called it.
    pub fn now(error: Error) -> ! {
        resume_unwind(Box::new(Self(error)))
    }
}

/// Times that objects may be looked up in any file.
const LOOK_UPS: usize = 100_000;

/// And how often more where it is large: once for each byte, to here. A paper takes one for twenty bytes.
const MORE: usize = 8_000_000;

/// Bytes of the stack that one look-up may be within others by.
const STACK: usize = 512 << 10;

/// Bytes that count how often the interpreter comes to them: once for each object that it looks up.
pub struct Watched {
    bytes: Vec<u8>,
    left: AtomicUsize,
    /// Where the stack was when it began.
    base: usize,
}

impl Watched {
    /// Holds the bytes of a file.
    pub fn new(bytes: &[u8]) -> Self {
        let left = AtomicUsize::new(LOOK_UPS + bytes.len().min(MORE));
        Self { bytes: bytes.to_vec(), left, base: stack() }
    }
}

impl AsRef<[u8]> for Watched {
    fn as_ref(&self) -> &[u8] {
        if self.left.fetch_sub(1, Ordering::Relaxed) <= 1 {
            Stop::now(Error::PdfTooLong);
        }
        if self.base.abs_diff(stack()) > STACK {
            Stop::now(Error::PdfTooDeep { limit: super::scan::DEEPEST });
        }
        &self.bytes
    }
}

/// About where the stack is.
#[inline(never)]
fn stack() -> usize {
    let here = 0u8;
    std::hint::black_box(&raw const here) as usize
}
