//! `log verify --recompute`: what follows from each event is worked out anew and held against what was recorded.

use crate::fold::Finding;
use crate::input;
use crate::status::Failure;
use engine::sitting::{Again, Difference};
use engine::words::{self, Args};
use procedure::event::Consequence;
use procedure::log::Entry;
use procedure::rules::Rules;
use procedure::sentence::Telling;
use text::Lang;

/// A log on its way.
pub struct Recomputed<'r> {
    again: Again<'r>,
    /// The events that were worked out.
    pub events: u64,
    /// What is otherwise.
    pub findings: Vec<Finding>,
}

impl<'r> Recomputed<'r> {
    /// Reads the dossiers, each from its files; none where none is given.
    ///
    /// # Errors
    /// Where a file cannot be read.
    pub fn new(
        dossiers: &[Vec<String>],
        rules: &'r Rules,
        lang: Lang,
    ) -> Result<Option<Self>, Failure> {
        if dossiers.iter().flatten().filter(|name| *name == "-").count() > 1 {
            return Err(Failure::usage(lang, "usage-read-once", &Args::new()));
        }
        let read = dossiers.iter().map(|files| Ok(input::open(files, None)?.state.dossier));
        let read = read.collect::<Result<Vec<_>, Failure>>()?;
        let made = Self { again: Again::new(read, rules), events: 0, findings: Vec::new() };
        Ok((!dossiers.is_empty()).then_some(made))
    }

    /// Takes the next event of the log.
    pub fn next(&mut self, telling: &Telling<'_>, entry: &Entry) {
        let difference = self.again.next(telling.state, entry);
        self.events += u64::from(self.again.sitting().is_some());
        let Some(difference) = difference else { return };
        let mut finding = match difference {
            Difference::NoDossier => Finding::said("log-other-dossier", &Args::new(), telling.lang),
            Difference::Otherwise { worked } => {
                let mut finding = Finding::said("log-recomputed", &Args::new(), telling.lang);
                let mut differ = |id: &str, here: &[Consequence], there: &[Consequence]| {
                    for consequence in here.iter().filter(|one| !there.contains(one)) {
                        let what = Args::new()
                            .text("what", telling.consequence(consequence, &entry.event));
                        finding.message.notes.push(words::say(telling.lang, id, &what));
                    }
                };
                differ("log-recomputed-recorded", &entry.then, &worked);
                differ("log-recomputed-worked", &worked, &entry.then);
                finding
            }
            Difference::Unrevisable(why) => {
                let said = self
                    .again
                    .sitting()
                    .map(|sitting| words::unrevisable(&why, sitting, telling.lang));
                let why = said.map(|said| said.text).unwrap_or_default();
                let why = Args::new().text("why", why);
                Finding::said("log-recomputed-refused", &why, telling.lang)
            }
            Difference::Refused(refusal) => {
                let said = self
                    .again
                    .sitting()
                    .map(|sitting| words::refusal(&refusal, &sitting.state, telling.lang));
                let why = said.map(|said| said.text).unwrap_or_default();
                let why = Args::new().text("why", why);
                Finding::said("log-recomputed-refused", &why, telling.lang)
            }
        };
        finding.line = Some(entry.seq);
        self.findings.push(finding);
    }
}
