//! Deliberate bugs, planted by tests to prove that a law can fail.
//!
//! Each law of the project is a property test, and a test that cannot fail is a defect. The test
//! plants one of these faults for its own thread, runs the law, and expects it to find the bug
//! within a stated number of cases. In a release build the question is answered `false` at compile
//! time, and nothing of this remains.

/// A bug that can be planted; the name says what goes wrong and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Law 1: the generator of wordings writes "first" for every sentence number.
    GenerateFirstSentence,
    /// Law 2: the derivation does not widen a quotation that occurs twice.
    DeriveKeepsAmbiguous,
    /// Law 2: of the ways to word a change the one that quotes most is tried first.
    DeriveQuotesMost,
    /// Law 3: edits at one point are applied in the order in which they were given.
    MergeKeepsGivenOrder,
    /// Law 4: an amendment falls as soon as a part of its place is gone.
    FallsOnPartialLoss,
    /// Law 5: a relation forgets which side is the wider one.
    RelateForgetsDirection,
    /// Law 6: a span of a quotation ends one byte after its closing mark.
    SpanPastQuote,
    /// Law 7: tracked changes leave out the spaces that the editorial pass adds.
    TrackedWithoutSeams,
    /// Law 8: the writer of plain text drops the second paragraph of a payload.
    WriteFirstPayloadParagraph,
    /// Law 8: the reader joins to the text before it what a `\` says is a line of its own.
    ReadJoinsLiteral,
    /// Law 9: languages are compared by operation only, not by place.
    LanguagesIgnorePlace,
    /// Law 10: amendments stand in the order of a hash, which each process seeds anew.
    OrderByHash,
    /// Law 11: a rebased place is not moved by what was adopted before it.
    RebaseKeepsOffset,
    /// The reader of PDF leaves out what stands on the right where a table goes on overleaf.
    PagesLoseCell,
    /// The reader of PDF takes what stands on the left twice where a table goes on overleaf.
    PagesRepeatCell,
    /// Law 12: what moved is put in at its new place and not taken out at the old one.
    ChangesKeepMoved,
}

#[cfg(debug_assertions)]
thread_local! {
    static PLANTED: std::cell::Cell<Option<Fault>> = const { std::cell::Cell::new(None) };
}

/// Plants `fault` for this thread while `run` runs. In a release build it only runs `run`.
pub fn with<R>(fault: Fault, run: impl FnOnce() -> R) -> R {
    #[cfg(debug_assertions)]
    {
        /// Takes the fault out again, also when the test panics (which is how it finds the bug).
        struct Reset;
        impl Drop for Reset {
            fn drop(&mut self) {
                PLANTED.with(|planted| planted.set(None));
            }
        }
        PLANTED.with(|planted| planted.set(Some(fault)));
        let _reset = Reset;
        run()
    }
    #[cfg(not(debug_assertions))]
    {
        let _ = fault;
        run()
    }
}

/// Whether `fault` is planted for this thread; always `false` in a release build.
#[inline]
pub fn planted(fault: Fault) -> bool {
    #[cfg(debug_assertions)]
    {
        PLANTED.with(|planted| planted.get() == Some(fault))
    }
    #[cfg(not(debug_assertions))]
    {
        let _ = fault;
        false
    }
}
