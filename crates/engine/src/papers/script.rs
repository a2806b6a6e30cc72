//! The chair's script: the words from the first call to the vote on each text.
//!
//! For each text: what can be decided without a vote first; then every open amendment in calling order, sub-amendments
//! before what they change; then the text as a whole. Once there is a log, it is what is left: what is on the floor
//! goes on from where it stands, and what was decided is left out. What is not spoken stands in italics.

use super::{Desk, aside, capital, headed, paragraph};
use crate::document::{Document, Row, Section, desk};
use crate::sitting::Sitting;
use crate::words::{Args, excerpt};
use ::words::name::name;
use ::words::templates::Templates;
use procedure::event::Seized;
use procedure::rules::{Majority, Method, Position, QuorumCheck, Speaker, TakeOver, Term};
use procedure::state::{Floor, Needed, Record, TextOutcome};
use text::Lang;

/// Above this many amendments, what falls is read from the relations of the draft as published, two by two: working
/// it out from the text as amended so far takes a consolidation for each.
const LISTED: usize = 1_000;

/// The script of what is still to come, in the words of these templates.
pub fn script(held: &Sitting<'_>, lang: Lang, templates: &Templates) -> Document {
    let Some(desk) = Desk::new(held, lang) else { return desk::empty(lang) };
    let chair = Chair::new(&desk, templates);
    let open = |_: usize, record: &Record| record.is_open() && !record.displaced;
    let mut sections: Vec<Section> = Vec::new();
    // What is on the floor goes on before the rest is called.
    let floor = held.course.floor.first().map(|floor| floor.amendment);
    let floor = floor.map(|at| held.course.record(at).and_then(|one| one.parent).unwrap_or(at));
    for (part, mut amendments) in desk.by_text(open) {
        amendments.sort_by_key(|at| Some(*at) != floor);
        sections.extend(chair.text(part, &amendments));
    }
    desk.document("paper-script", sections)
}

/// What the chair says on one amendment from where it stands, its call or what is left of its debate, up to the vote;
/// none where it is not open. Sub-amendments that wait come before the vote on it.
pub fn calling(held: &Sitting<'_>, at: usize, lang: Lang, templates: &Templates) -> Vec<Row> {
    let open = |at: usize| {
        held.course.record(at).is_some_and(|record| record.is_open() && !record.displaced)
    };
    let Some(desk) = Desk::new(held, lang).filter(|_| open(at)) else { return Vec::new() };
    let parent = |sub: usize| held.course.record(sub).and_then(|record| record.parent);
    let order = held.calling_order().into_iter();
    let subs: Vec<usize> = order.filter(|sub| parent(*sub) == Some(at) && open(*sub)).collect();
    let chair = Chair::new(&desk, templates);
    let mut rows = Vec::new();
    chair.amendment(at, &subs, None, &mut rows);
    rows
}

struct Chair<'a, 'h> {
    desk: &'a Desk<'h>,
    templates: &'a Templates,
    /// The place of each amendment of the course in the calling order.
    ranks: Vec<usize>,
    /// Whether what falls is worked out from the texts as amended so far.
    exact: bool,
}

impl<'a, 'h> Chair<'a, 'h> {
    fn new(desk: &'a Desk<'h>, templates: &'a Templates) -> Self {
        let course = &desk.held.course;
        let mut ranks = vec![usize::MAX; course.amendments.len()];
        for (rank, at) in desk.held.calling_order().into_iter().enumerate() {
            ranks[at] = rank;
        }
        Self { desk, templates, ranks, exact: course.amendments.len() <= LISTED }
    }

    fn words(&self, id: &str, args: &Args) -> String {
        capital(&self.templates.say(id, args))
    }

    fn says(&self, id: &str, args: &Args) -> Row {
        paragraph(self.words(id, args))
    }

    /// What is not spoken.
    fn note(&self, id: &str, args: &Args) -> Row {
        aside(self.words(id, args))
    }

    /// An amendment as the chair calls it, with its article in French.
    fn named(&self, at: usize) -> String {
        let Some(record) = self.desk.record(at) else { return String::new() };
        let parent = record.parent.and_then(|parent| self.desk.record(parent));
        let args = Args::new();
        let (id, args) = match (&record.number, parent) {
            (Some(number), None) => ("script-amendment", args.text("number", number.as_str())),
            (Some(number), Some(_)) => {
                ("script-sub-amendment", args.text("number", number.as_str()))
            }
            (None, None) => ("script-oral", args.text("number", record.id.0.as_str())),
            (None, Some(_)) => ("script-oral-sub", args.text("number", record.id.0.as_str())),
        };
        let cited = parent.map(|parent| self.desk.held.citation(parent));
        let args =
            if parent.is_some() { args.text("parent", cited.unwrap_or_default()) } else { args };
        self.templates.say(id, &args)
    }

    /// Several: "Amendments 2, 5 and 19".
    fn all_named(&self, all: &[usize]) -> String {
        let and = self.desk.language.labels.and;
        let plain = |at: &usize| {
            let record = self.desk.record(*at);
            record.is_some_and(|record| record.parent.is_none() && record.number.is_some())
        };
        if all.len() > 1 && all.iter().all(plain) {
            let list = self.desk.listed(&self.desk.cited(all), and);
            return self.templates.say("script-amendments", &Args::new().text("list", list));
        }
        let names: Vec<String> = all.iter().map(|at| self.named(*at)).collect();
        self.desk.listed(&names, and)
    }

    fn text(&self, part: Option<usize>, amendments: &[usize]) -> Option<Section> {
        let desk = self.desk;
        let text = part.and_then(|part| desk.held.course.texts.get(part));
        let decided = text.is_some_and(|text| text.outcome.is_some());
        if decided || (part.is_none() && amendments.is_empty()) {
            return None;
        }
        let number = part.map_or_else(|| "none".to_owned(), |part| part.to_string());
        let mut section = desk.section(format!("script-{number}"), desk.part_heading(part));
        let rows = &mut section.rows;
        if let Some(part) = part {
            self.opening(part, amendments.len(), rows);
        }
        let adopted = self.without_a_vote(amendments, true, rows);
        let rejected = self.without_a_vote(amendments, false, rows);
        let (amendments, blocked): (Vec<usize>, Vec<usize>) =
            amendments.iter().partition(|at| desk.held.can_be_carried_out(**at));
        let amendments = amendments.as_slice();
        for at in amendments {
            let above = self.desk.record(*at).and_then(|record| record.parent);
            // It comes once its amendment is moved.
            if above.is_some_and(|above| amendments.contains(&above)) {
                continue;
            }
            let proposed = adopted.contains(at).then_some(true);
            let proposed = proposed.or(rejected.contains(at).then_some(false));
            let subs: Vec<usize> = amendments
                .iter()
                .copied()
                .filter(|sub| desk.record(*sub).is_some_and(|record| record.parent == Some(*at)))
                .collect();
            self.amendment(*at, &subs, proposed, rows);
        }
        // What could be adopted and not be carried out is not called: the table office settles it first.
        if !blocked.is_empty() {
            let args = Args::new().text("amendments", self.all_named(&blocked));
            rows.push(self.note("script-blocked", &args.number("count", blocked.len())));
        }
        if let Some(part) = part {
            self.whole(part, rows);
        }
        Some(section)
    }

    fn opening(&self, part: usize, count: usize, rows: &mut Vec<Row>) {
        let args = || Args::new().text("text", self.desk.text(part)).number("count", count);
        let begun = self
            .desk
            .held
            .course
            .amendments
            .iter()
            .any(|record| record.part == Some(part) && record.called.is_some());
        rows.push(self.says(if begun { "script-again" } else { "script-opening" }, &args()));
        if count > 0 && !begun {
            rows.push(self.says("script-order", &args()));
            if let Some(seconds) = &self.desk.held.rules.debate.speaking_seconds.value {
                let args = Args::new().number("seconds", seconds.get() as usize);
                rows.push(self.says("script-time", &args));
            }
        }
        if count > 0 {
            rows.push(self.desk.needed());
        }
    }

    /// The proposals to decide without a vote; gives the amendments proposed.
    fn without_a_vote(
        &self,
        amendments: &[usize],
        adopted: bool,
        rows: &mut Vec<Row>,
    ) -> Vec<usize> {
        let (course, rules) = (&self.desk.held.course, self.desk.held.rules);
        let eligible = |at: &usize| {
            let record = course.record(*at);
            record.is_some_and(|record| course.can_be_proposed(&record.id, adopted, rules).is_ok())
        };
        let proposed: Vec<usize> = amendments.iter().copied().filter(eligible).collect();
        if proposed.is_empty() || course.on_the_floor().is_some() {
            return Vec::new();
        }
        let outcome = if adopted { "adopted" } else { "rejected" };
        let committee = &rules.committee;
        let (when, objectors) = match adopted {
            true => (committee.adopted_when.value, &committee.adopted_objectors.value),
            false => (committee.rejected_when.value, &committee.rejected_objectors.value),
        };
        let args = || {
            let args = Args::new().text("amendments", self.all_named(&proposed));
            let args = args.number("count", proposed.len()).text("outcome", outcome);
            args.text("majority", when.map_or("", Majority::word))
        };
        rows.push(headed(self.words("script-without-vote", &args())));
        rows.push(self.says("script-propose", &args()));
        rows.push(self.says("script-objections", &args()));
        let needed = objectors.as_ref().map_or(1, |needed| needed.get() as usize);
        rows.push(self.note("script-objectors", &Args::new().number("count", needed)));
        for at in &proposed {
            let args = Args::new().text("amendment", self.named(*at)).text("outcome", outcome);
            rows.push(self.says("script-declared", &args));
            if adopted {
                rows.extend(self.falls(*at).map(paragraph));
            }
        }
        proposed
    }

    /// What falls if it is adopted now, as the chair says so.
    fn falls(&self, at: usize) -> Option<String> {
        let held = self.desk.held;
        let fallen = match self.exact {
            true => held.would_fall(at).unwrap_or_default(),
            false => self.desk.open_of(&held.state.fells(held.place(at))),
        };
        // Its own sub-amendments were put before it; those of what falls go with it.
        let parent = |at: &usize| self.desk.record(*at).and_then(|record| record.parent);
        let named = |other: &usize| {
            parent(other).is_none_or(|above| above != at && !fallen.contains(&above))
        };
        let fallen: Vec<usize> = fallen.iter().copied().filter(named).collect();
        if fallen.is_empty() {
            return None;
        }
        let args = Args::new().text("amendments", self.all_named(&fallen));
        Some(self.words("script-falls", &args.number("count", fallen.len())))
    }

    fn amendment(&self, at: usize, subs: &[usize], proposed: Option<bool>, rows: &mut Vec<Row>) {
        let desk = self.desk;
        let floor = desk.held.course.floor.iter().find(|floor| floor.amendment == at);
        rows.push(headed(desk.heading_and_place(at)));
        self.conditions(at, proposed, rows);
        let moved = floor.is_some_and(|floor| floor.moved.is_some());
        if !moved {
            self.call(at, rows);
        }
        if !subs.is_empty() {
            let args = Args::new().text("amendment", self.named(at)).number("count", subs.len());
            rows.push(self.says("script-sub-first", &args));
        }
        for sub in subs {
            self.amendment(*sub, &[], None, rows);
        }
        if !subs.is_empty() {
            rows.push(headed(desk.heading_and_place(at)));
            rows.push(self.says("script-back", &Args::new().text("amendment", self.named(at))));
        }
        self.together(at, rows);
        self.debate(at, floor, rows);
        self.vote(at, rows);
    }

    /// What is debated with it, what its series has in common, and the rivals that it is put against.
    fn together(&self, at: usize, rows: &mut Vec<Row>) {
        let held = self.desk.held;
        let args = |others: &[usize]| {
            let args = Args::new().text("amendment", self.named(at));
            args.text("amendments", self.all_named(others)).number("count", others.len())
        };
        let with = held.debated_with(at);
        if !with.is_empty() {
            rows.push(self.says("script-debated-with", &args(&with)));
        }
        let series = held.series(at);
        let first = series.first() == Some(&at);
        let common = held.common_part(&series);
        let own = common.iter().find(|text| text.lang == self.desk.lang.tag());
        if let Some(text) = own.or(common.first()).filter(|_| first) {
            let args = args(&series).text("words", excerpt(&text.wording, 400));
            rows.push(self.note("script-series", &args));
        }
        let rivals = held.opponents(at);
        if !rivals.is_empty() {
            rows.push(self.says("script-rivals", &args(&rivals)));
        }
        if held.rules.votes.quorum_checked.value == QuorumCheck::Always {
            rows.push(self.note("script-quorum", &Args::new()));
        }
    }

    /// When it is not called at all.
    fn conditions(&self, at: usize, proposed: Option<bool>, rows: &mut Vec<Row>) {
        let desk = self.desk;
        let Some(record) = desk.record(at) else { return };
        if record.reopened.is_some() {
            rows.push(self.note("script-reopened", &Args::new()));
        }
        if let Some(adopted) = proposed {
            let committee = &desk.held.rules.committee;
            let needed = match adopted {
                true => &committee.adopted_objectors.value,
                false => &committee.rejected_objectors.value,
            };
            let needed = needed.as_ref().map_or(1, |needed| needed.get() as usize);
            rows.push(self.note("script-only-if-objected", &Args::new().number("count", needed)));
        }
        let place = desk.held.place(at);
        let earlier = |other: &usize| self.ranks.get(*other) < self.ranks.get(at);
        let own = record.parent.is_none();
        let falls_with =
            if own { desk.open_of(&desk.held.state.falls_with(place)) } else { vec![] };
        let falls_with: Vec<usize> = falls_with.into_iter().filter(earlier).collect();
        if !falls_with.is_empty() {
            let numbers = desk.listed(&desk.cited(&falls_with), desk.language.labels.or);
            let args = Args::new().text("numbers", numbers).number("count", falls_with.len());
            rows.push(self.note("script-falls-if", &args));
        }
        let identical =
            if own { desk.open_of(&desk.held.state.identical_to(place)) } else { vec![] };
        if identical.is_empty() {
            return;
        }
        let args = || {
            let args = Args::new().text("amendments", self.all_named(&identical));
            args.text("amendment", self.named(at)).number("count", identical.len())
        };
        match identical.iter().all(|other| !earlier(other)) {
            true => rows.push(self.says("script-identical", &args())),
            false => rows.push(self.note("script-decided-with", &args())),
        }
    }

    fn call(&self, at: usize, rows: &mut Vec<Row>) {
        let desk = self.desk;
        let args = || Args::new().text("amendment", self.named(at));
        let names = desk.tablers(at);
        match names.first() {
            Some(committee) if desk.is_of_committee(at) => {
                let args = args().committee(&name(committee, desk.lang));
                rows.push(self.says("script-call-committee", &args));
            }
            Some(who) => {
                let mut words = self.words("script-call", &args().text("who", who));
                if let Some(seconds) = &desk.held.rules.debate.speaking_seconds.value {
                    let args = Args::new().number("seconds", seconds.get() as usize);
                    words.push(' ');
                    words.push_str(&self.words("script-seconds", &args));
                }
                rows.push(paragraph(words));
            }
            None => rows.push(self.says("script-call-nobody", &args())),
        }
        let by = desk.held.rules.debate.taken_over_by.value;
        let nobody = by == TakeOver::Nobody || desk.is_of_committee(at);
        let by = if nobody { TakeOver::Nobody } else { by };
        rows.push(self.note("script-not-moved", &args().text("others", by.word())));
    }

    fn debate(&self, at: usize, floor: Option<&Floor>, rows: &mut Vec<Row>) {
        let rules = self.desk.held.rules;
        let record = self.desk.record(at);
        let positions = record.map(|record| record.positions.as_slice()).unwrap_or_default();
        let spoke = |speaker: Speaker| {
            floor.is_some_and(|floor| floor.spoke.iter().any(|(who, _)| *who == speaker))
        };
        let none = positions.last().is_some_and(|(_, position)| *position == Position::NoPosition);
        for speaker in &rules.debate.speakers.value {
            // The one who moved it has spoken; so has a committee for its own.
            let own = *speaker == Speaker::Committee && self.is_of_the_committee_that_reports(at);
            if *speaker == Speaker::Mover || spoke(*speaker) || own {
                continue;
            }
            let args = || Args::new().text("amendment", self.named(at));
            let instead = rules.committee.no_position_speaks.value;
            match (speaker, instead) {
                (Speaker::Committee, Some(instead)) if none => {
                    rows.push(
                        self.says("script-no-position", &args().text("speaker", instead.word())),
                    );
                }
                _ => {
                    rows.push(self.says("script-speaker", &args().text("speaker", speaker.word())))
                }
            }
            if *speaker == Speaker::Committee {
                let taken = |(_, position): &&(String, Position)| *position != Position::NoPosition;
                for (committee, position) in positions.iter().filter(taken) {
                    let args = Args::new().text("position", position.word());
                    let named = name(&self.desk.in_own(committee), self.desk.lang);
                    let args = args.committee(&named).text("committee", capital(&named.bare));
                    rows.push(self.note("script-position", &args));
                }
            }
        }
    }

    /// Whether the committee that gives its opinion has tabled it. A committee of which the log does not say for what it is
    /// seized is taken for that one, unless another is.
    fn is_of_the_committee_that_reports(&self, at: usize) -> bool {
        let seized = &self.desk.held.course.seized;
        let record = self.desk.record(at).filter(|record| record.committee);
        let Some(name) = record.and_then(|record| record.signed.first()) else { return false };
        match seized.get(name) {
            Some(what) => *what == Seized::Report,
            None => !seized.values().any(|what| *what == Seized::Report),
        }
    }

    /// How the assembly votes.
    fn method(&self) -> &'static str {
        let methods = &self.desk.held.rules.votes.methods.value;
        methods.first().map_or("show-of-hands", |method: &Method| method.word())
    }

    fn vote(&self, at: usize, rows: &mut Vec<Row>) {
        let args = || Args::new().text("amendment", self.named(at));
        let method = || Args::new().text("method", self.method());
        rows.push(self.says("script-put", &args().text("amended", self.amended(at))));
        rows.push(self.says("script-ballot", &method()));
        let result = |outcome: &str| self.words("script-result", &args().text("outcome", outcome));
        let mut adopted = result("adopted");
        if let Some(fallen) = self.falls(at) {
            adopted.push(' ');
            adopted.push_str(&fallen);
        }
        rows.push(self.either(&adopted, &result("rejected")));
    }

    /// Whether sub-amendments have changed it, or still may.
    fn amended(&self, at: usize) -> &'static str {
        let course = &self.desk.held.course;
        let subs = self.desk.record(at).map_or(&[][..], |record| &record.sub_amendments);
        let subs: Vec<&Record> = subs.iter().filter_map(|sub| course.record(*sub)).collect();
        let adopted = |record: &&&Record| {
            record.decision().is_some_and(|decision| decision.outcome.is_adopted())
        };
        match subs.iter().find(adopted) {
            Some(_) => "yes",
            None if subs.iter().any(|record| record.is_open()) => "perhaps",
            None => "no",
        }
    }

    /// Whether amendments have changed a text, or still may.
    fn changed(&self, part: usize) -> &'static str {
        let of_it = |record: &&Record| record.part == Some(part) && record.parent.is_none();
        let records = self.desk.held.course.amendments.iter().filter(of_it);
        let adopted = |record: &Record| {
            record.decision().is_some_and(|decision| decision.outcome.is_adopted())
        };
        let mut amended = "no";
        for record in records {
            if adopted(record) {
                return "yes";
            }
            if record.is_open() {
                amended = "perhaps";
            }
        }
        amended
    }

    /// What is declared in the one case or in the other, with the word that parts them in italics.
    fn either(&self, adopted: &str, rejected: &str) -> Row {
        use crate::document::{Role, Run};
        let or = self.templates.say("script-or", &Args::new());
        let aside = Run { emphasis: true, ..Run::plain(format!(" {or} ")) };
        super::set(Role::Provision, vec![Run::plain(adopted), aside, Run::plain(rejected)])
    }

    fn whole(&self, part: usize, rows: &mut Vec<Row>) {
        let desk = self.desk;
        let Some(text) = desk.held.course.texts.get(part) else { return };
        let majority = Needed::for_a_text(text.kind, desk.held.rules).majority;
        let args = || {
            let args = Args::new().text("text", desk.text(part)).text("method", self.method());
            args.text("majority", majority.word())
        };
        rows.push(headed(self.words("script-whole", &args())));
        rows.push(self.says("script-whole-put", &args().text("amended", self.changed(part))));
        rows.push(self.says("script-whole-majority", &args()));
        rows.push(self.says("script-ballot", &args()));
        let result =
            |outcome: &str| self.words("script-whole-result", &args().text("outcome", outcome));
        rows.push(self.either(&result("adopted"), &result("rejected")));
        let others = desk.held.course.texts.iter().enumerate();
        let failed = |(other, text): (usize, &procedure::state::TextRecord)| {
            let lost = match &text.outcome {
                Some(TextOutcome::Voted { vote, .. }) => !vote.adopted,
                Some(TextOutcome::ReferredBack { .. }) => true,
                None => false,
            };
            (lost && other != part && desk.cites(part, other)).then_some(other)
        };
        for other in others.filter_map(failed) {
            rows.push(self.note("script-cites-failed", &args().text("other", desk.text(other))));
        }
    }
}
