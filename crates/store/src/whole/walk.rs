//! A log gone through from its beginning, held against its chain and against the texts that it names.

use crate::Error;
use crate::dossiers::{Dossier, lines, text};
use procedure::event::Event;
use procedure::log::{Entry, Hash, Head, Reader};
use sqlx::{Any, Transaction};
use std::collections::BTreeSet;

/// Lines that are read at once.
const PAGE: u32 = 2_000;

/// What the entries of a log name.
#[derive(Default)]
pub(super) struct Named {
    /// Dossiers, which must be kept.
    pub(super) dossiers: BTreeSet<Hash>,
    /// Rules, which are kept where they are not those of the program.
    pub(super) rules: BTreeSet<Hash>,
}

impl Named {
    pub(super) fn by(&mut self, entry: &Entry) {
        match &entry.event {
            Event::Opened { dossier, rules, .. } => {
                self.dossiers.extend(Hash::parse(dossier));
                self.rules.extend(Hash::parse(rules));
            }
            Event::DraftRevised { dossier, .. } => self.dossiers.extend(Hash::parse(dossier)),
            _ => {}
        }
    }
}

/// Goes through the log of a dossier, page by page: each a piece of the file that the log would be.
pub(super) struct Walk<'a> {
    dossier: &'a Dossier,
    head: Head,
    pub(super) named: Named,
}

impl<'a> Walk<'a> {
    pub(super) fn new(dossier: &'a Dossier) -> Self {
        Self { dossier, head: Head::default(), named: Named::default() }
    }

    fn damaged(&self, line: u64, why: &str) -> Error {
        Error::Damaged(format!("the log of {}, line {line}: {why}", self.dossier.slug))
    }

    /// The next page; none behind the last, which must be the head.
    pub(super) async fn next(
        &mut self,
        transaction: &mut Transaction<'static, Any>,
    ) -> Result<Option<String>, Error> {
        let lines = lines(transaction, self.dossier.id, self.head.seq, PAGE).await?;
        if lines.is_empty() {
            let whole = self.head == self.dossier.head && self.head.seq > 0;
            let after = self.head.seq + 1;
            return if whole { Ok(None) } else { Err(self.damaged(after, "it is missing")) };
        }
        let page = lines.join("\n") + "\n";
        let mut reader = Reader::behind(self.head, page.as_bytes());
        for entry in reader.by_ref() {
            let entry = entry.map_err(|fault| self.damaged(fault.line, fault.problem.code()))?;
            self.named.by(&entry);
        }
        self.head = reader.head();
        Ok(Some(page))
    }

    /// A text that the log names, where it is kept; what is kept under a hash must have it.
    pub(super) async fn text(
        &self,
        transaction: &mut Transaction<'static, Any>,
        hash: Hash,
    ) -> Result<Option<String>, Error> {
        let found = text(transaction, hash).await?;
        match &found {
            Some(text) if Hash::of(text.as_bytes()) != hash => {
                Err(Error::Damaged(format!("the text {hash} is another")))
            }
            _ => Ok(found),
        }
    }

    /// A dossier that the log names.
    pub(super) async fn dossier(
        &self,
        transaction: &mut Transaction<'static, Any>,
        hash: Hash,
    ) -> Result<String, Error> {
        let found = self.text(transaction, hash).await?;
        found.ok_or_else(|| Error::Damaged(format!("the dossier {hash} is missing")))
    }
}
