//! The sentence of each event and consequence.

use super::{NAME, NUMBER, REASON, Telling, sentence, word};
use crate::event::{
    Ballot, Consequence, Count, Declared, Edition, Event, Id, Seized, Vote, Wording,
};
use crate::log::Entry;
use crate::rules::{Effect, Term};
use words::name::name;
use words::{Args, excerpt};

/// The most characters that are shown of a wording.
const WORDING: usize = 400;
/// The most names that are shown of one side of a roll call.
const ROLL: usize = 1_000;

impl Telling<'_> {
    /// One sentence for what happened.
    pub fn event(&self, event: &Event) -> String {
        let (kind, args) = self
            .before_the_sitting(event)
            .or_else(|| self.of_the_chair(event))
            .or_else(|| self.in_debate(event))
            .or_else(|| self.afterwards(event))
            .unwrap_or_default();
        sentence(&self.say(&format!("log-event-{kind}"), &args))
    }

    /// What belongs below the sentence, a line each: wordings, names of a roll call, consequences.
    pub fn details(&self, entry: &Entry) -> Vec<String> {
        let mut lines: Vec<String> = texts(&entry.event).map(|text| self.wording(text)).collect();
        match &entry.event {
            Event::Voted { vote: Vote { count: Some(count), .. }, .. }
            | Event::TextVoted { vote: Vote { count: Some(count), .. }, .. }
            | Event::CommonPartVoted { vote: Vote { count: Some(count), .. }, .. }
            | Event::Corrected { count, .. }
            | Event::CommitteePosition { count: Some(count), .. } => lines.extend(self.roll(count)),
            _ => {}
        }
        lines.extend(entry.then.iter().map(|one| self.consequence(one, &entry.event)));
        lines
    }

    /// One sentence for what followed.
    pub fn consequence(&self, consequence: &Consequence, event: &Event) -> String {
        let one = |amendment| Args::new().text("amendment", self.amendment(amendment));
        let (kind, args) = match consequence {
            Consequence::Fell { amendment, because } => {
                ("fell", one(amendment).text("because", self.events(because)))
            }
            Consequence::Shares { amendment } => {
                let at = self.state.position(amendment);
                let follows = at.is_some_and(|at| self.state.waits_for(at).is_some());
                let falls = &self.rules.falls;
                let others =
                    [falls.conflicting_if_rejected.value, falls.dependent_if_rejected.value];
                let how = match (follows, event) {
                    (_, Event::CommonPartVoted { .. }) => "series",
                    // Whether it is identical, or only near to what is rejected, the log does not say.
                    (false, _) if others.contains(&Effect::Shares) => "near",
                    (true, _) => "consequential",
                    (false, _) => "identical",
                };
                ("shares", one(amendment).text("how", how))
            }
            Consequence::Superseded { amendment } => ("superseded", one(amendment)),
            Consequence::ForRuling { event } => {
                let cited = self.decided_by(*event);
                let found = if cited.is_some() { "yes" } else { "no" };
                let args = Args::new().text("event", event.to_string()).text("found", found);
                ("for-ruling", args.text("decided", cited.unwrap_or_default()))
            }
            Consequence::Displaced { amendment, .. } => ("displaced", one(amendment)),
        };
        sentence(&self.say(&format!("log-then-{kind}"), &args))
    }

    fn before_the_sitting(&self, event: &Event) -> Option<(&'static str, Args)> {
        let one = |amendment: &Id| self.one(amendment);
        let named = |args: Args, by: &str| args.text("by", self.by(by));
        let committee = |args: Args, committee: &str| {
            args.committee(&name(&excerpt(self.own(committee), NAME), self.lang))
        };
        Some(match event {
            Event::Opened { reference, profile, edition, texts, amendments, .. } => {
                let args = Args::new().text("reference", excerpt(reference, NAME));
                let args = args.text("profile", excerpt(profile, NUMBER));
                let args = args.text("edition", excerpt(edition, NUMBER));
                let args = args.number("texts", texts.len());
                ("opened", args.number("amendments", amendments.len()))
            }
            Event::Drafted { amendment, parent, part, .. } => {
                let name = self.new_one(amendment, parent.as_ref(), false);
                ("drafted", self.about_text(Args::new().text("amendment", name), *part))
            }
            Event::Signed { amendment, by } => ("signed", named(one(amendment), by)),
            Event::SignatureWithdrawn { amendment, by } => {
                ("signature-withdrawn", named(one(amendment), by))
            }
            Event::Tabled { amendment, committee: by_committee, late } => {
                let signed = self.state.position(amendment).and_then(|at| self.state.record(at));
                let args = one(amendment).text("late", if late.is_some() { "yes" } else { "no" });
                let ruling = late.as_ref().map(|ruling| self.ruling(ruling));
                let args = args.text("ruling", ruling.unwrap_or_default());
                let args = args.number("count", signed.map_or(0, |record| record.signed.len()));
                let how = if by_committee.is_some() { "committee" } else { "members" };
                let by_committee = by_committee.as_deref().unwrap_or_default();
                ("tabled", committee(args.text("how", how), by_committee))
            }
            Event::Admitted { amendment, by } => ("admitted", named(one(amendment), by)),
            Event::RuledOut { amendment, ruling } => {
                ("ruled-out", one(amendment).text("ruling", self.ruling(ruling)))
            }
            Event::Numbered { amendment, number } => {
                ("numbered", one(amendment).text("number", excerpt(number, NUMBER)))
            }
            Event::Revised { amendment, number, .. } => {
                ("revised", one(amendment).text("number", excerpt(number, NUMBER)))
            }
            Event::Translated { amendment, text } => {
                ("translated", one(amendment).text("language", self.in_language(&text.lang)))
            }
            Event::Published { edition, name } => {
                let edition = match edition {
                    Edition::Provisional => "provisional",
                    Edition::Revised => "revised",
                    Edition::Final => "final",
                };
                let args = Args::new().text("edition", edition);
                ("published", args.text("name", excerpt(self.own(name), NAME)))
            }
            Event::CommitteePosition { amendment, committee: of, position, count } => {
                let args = committee(one(amendment), of);
                let figures = count.as_ref().map(|count| format!(" ({})", self.count(count)));
                let args = args.text("figures", figures.unwrap_or_default());
                ("committee-position", args.text("position", position.word()))
            }
            Event::Seized { committee: seized, what } => {
                let what = match what {
                    Seized::Report => "report",
                    Seized::Opinion => "opinion",
                };
                ("seized", committee(Args::new().text("what", what), seized))
            }
            Event::DeadlineSet { at, sub_amendments, by } => {
                let what = if *sub_amendments { "sub-amendments" } else { "amendments" };
                let args = Args::new().text("at", self.moment(at)).text("what", what);
                ("deadline-set", named(args, by))
            }
            _ => return None,
        })
    }

    fn of_the_chair(&self, event: &Event) -> Option<(&'static str, Args)> {
        let one = |amendment: &Id| self.one(amendment);
        let pair = |first: &Id, second: &Id| {
            let args = Args::new().text("first", self.amendment(first));
            args.text("second", self.amendment(second))
        };
        let outcome = |adopted: bool| if adopted { "adopted" } else { "rejected" };
        Some(match event {
            Event::Ordered { amendment, before, ruling } => {
                let args =
                    one(amendment).text("place", if before.is_some() { "before" } else { "last" });
                let before = before.as_ref().map(|before| self.amendment(before));
                let args = args.text("before", before.unwrap_or_default());
                ("ordered", args.text("ruling", self.ruling(ruling)))
            }
            Event::Related { first, second, relation, ruling, .. } => {
                let relation = match relation {
                    Declared::Fells => "fells",
                    Declared::Independent => "independent",
                    Declared::Consequential => "consequential",
                };
                let args = pair(first, second).text("relation", relation);
                ("related", args.text("ruling", self.ruling(ruling)))
            }
            Event::RelationLifted { first, second, ruling } => {
                ("relation-lifted", pair(first, second).text("ruling", self.ruling(ruling)))
            }
            Event::SittingOpened { name } => {
                ("sitting-opened", Args::new().text("name", excerpt(self.own(name), NAME)))
            }
            Event::SittingClosed {} => ("sitting-closed", Args::new()),
            Event::QuorumChecked { present, members } => {
                let quorum = &self.rules.votes.quorum.value;
                let fraction = quorum.map(|fraction| format!("{}/{}", fraction.parts, fraction.of));
                let reached = quorum.is_none_or(|fraction| fraction.reached(*present, *members));
                let args = Args::new().number("present", *present as usize);
                let args = args.number("members", *members as usize);
                let args = args.text("quorum", fraction.unwrap_or_default());
                ("quorum-checked", args.text("reached", if reached { "yes" } else { "no" }))
            }
            Event::Compromise { amendment, ruling } => {
                ("compromise", one(amendment).text("ruling", self.ruling(ruling)))
            }
            Event::Grouped { amendments, ruling } => {
                let args = Args::new().text("amendments", self.all(amendments));
                ("grouped", args.text("ruling", self.ruling(ruling)))
            }
            Event::Separated { amendment, by, .. } => {
                ("separated", one(amendment).text("by", self.by(by)))
            }
            Event::Proposed { amendments, adopted } => {
                let list = self.amendments(amendments.iter(), amendments.len(), usize::MAX);
                let args = Args::new().text("amendments", list).number("count", amendments.len());
                ("proposed", args.text("outcome", outcome(*adopted)))
            }
            Event::Objected { amendment, count } => {
                ("objected", self.objections(amendment, *count))
            }
            Event::DeclaredDecided { amendment } => {
                let at = self.state.position(amendment);
                let proposal = at.and_then(|at| self.state.proposals.get(&at));
                let adopted = proposal.is_some_and(|proposal| proposal.adopted);
                ("declared-decided", one(amendment).text("outcome", outcome(adopted)))
            }
            Event::Called { amendment } => ("called", one(amendment)),
            Event::OralAdmitted { amendment } => ("oral-admitted", one(amendment)),
            Event::OralObjected { amendment, count } => {
                ("oral-objected", self.objections(amendment, *count))
            }
            _ => return None,
        })
    }

    fn in_debate(&self, event: &Event) -> Option<(&'static str, Args)> {
        let one = |amendment: &Id| self.one(amendment);
        let named = |args: Args, by: &str| args.text("by", self.by(by));
        Some(match event {
            Event::Moved { amendment, by, taken_over } => {
                let how = if *taken_over { "taken-over" } else { "moved" };
                ("moved", named(one(amendment), by).text("how", how))
            }
            Event::NotMoved { amendment } => ("not-moved", one(amendment)),
            Event::OralOffered { amendment, parent, part, by, .. } => {
                let name = self.new_one(amendment, parent.as_ref(), true);
                let args = self.about_text(Args::new().text("amendment", name), *part);
                ("oral-offered", named(args, by))
            }
            Event::Spoke { amendment, by, speaker } => {
                ("spoke", named(one(amendment), by).text("speaker", speaker.word()))
            }
            Event::Split { amendment, into } => {
                let ids = into.iter().map(|piece| excerpt(&piece.id.0, NUMBER)).collect();
                let args = one(amendment).text("pieces", self.joined(ids, 0));
                ("split", args.number("count", into.len()))
            }
            Event::Voted { amendments, vote } => {
                let list = self.amendments(amendments.iter(), amendments.len(), usize::MAX);
                let args = Args::new().text("amendments", list).number("count", amendments.len());
                ("voted", self.vote(args, vote))
            }
            Event::Paired { first, second, vote } => {
                let (winner, loser) = if vote.adopted { (first, second) } else { (second, first) };
                let args = Args::new().text("first", self.amendment(first));
                let args = args.text("second", self.amendment(second));
                let args = args.text("winner", self.amendment(winner));
                let counted = vote.count.as_ref().map(|count| match vote.adopted {
                    true => (count.in_favour, count.against),
                    false => (count.against, count.in_favour),
                });
                let args = args.text("loser", self.amendment(loser));
                let args = args.text("method", self.method(vote.method));
                let (more, fewer) = counted.unwrap_or_default();
                let args = args.number("more", more as usize).number("fewer", fewer as usize);
                let abstentions = vote.count.as_ref().map_or(0, |count| count.abstentions);
                let args = args.number("abstentions", abstentions as usize);
                ("paired", args.text("counted", if counted.is_some() { "yes" } else { "no" }))
            }
            Event::CommonPartVoted { amendments, vote, .. } => {
                let args = Args::new().text("amendments", self.all(amendments));
                ("common-part-voted", self.vote(args, vote))
            }
            Event::Withdrawn { amendment, by } => ("withdrawn", named(one(amendment), by)),
            _ => return None,
        })
    }

    fn afterwards(&self, event: &Event) -> Option<(&'static str, Args)> {
        let text = |part: usize| Args::new().text("text", self.text(part));
        let named = |event: u64, decided: Option<String>| {
            let found = if decided.is_some() { "yes" } else { "no" };
            let args = Args::new().text("event", event.to_string()).text("found", found);
            args.text("decided", decided.unwrap_or_default())
        };
        let cited = |event: u64| named(event, self.decided_by(event));
        Some(match event {
            Event::Corrected { event, count, ruling } => {
                let args = cited(*event).text("figures", self.count(count));
                ("corrected", args.text("ruling", self.ruling(ruling)))
            }
            Event::Annulled { event, ruling } => {
                let args = named(*event, self.opened_without(*event));
                ("annulled", args.text("ruling", self.ruling(ruling)))
            }
            Event::Upheld { event, ruling } => {
                ("upheld", cited(*event).text("ruling", self.ruling(ruling)))
            }
            Event::DraftRevised { reason, .. } => {
                let reason = excerpt(self.own(reason), REASON);
                ("draft-revised", Args::new().text("reason", reason.trim_end_matches('.')))
            }
            Event::CarriedOver { amendment, texts, ruling } => {
                let args = Args::new().text("amendment", self.amendment(amendment));
                let wording = if texts.is_empty() { "same" } else { "new" };
                let args = args.text("wording", wording);
                ("carried-over", args.text("ruling", self.ruling(ruling)))
            }
            Event::TextVoted { part, vote } => ("text-voted", self.vote(text(*part), vote)),
            Event::ReferredBack { part, ruling } => {
                ("referred-back", text(*part).text("ruling", self.ruling(ruling)))
            }
            Event::TextNumbered { part, number } => {
                let kind = self.state.texts.get(*part).map_or("other", |text| word(text.kind));
                let args = text(*part).text("kind", kind);
                ("text-numbered", args.text("number", excerpt(number, NUMBER)))
            }
            Event::Edited { part, lang, provision, ruling, .. } => {
                let place = if provision.is_empty() { "title" } else { "provision" };
                let args = text(*part).text("place", place);
                let args = args.text("provision", excerpt(provision, NUMBER));
                let args = args.text("language", self.in_language(lang));
                ("edited", args.text("ruling", self.ruling(ruling)))
            }
            _ => return None,
        })
    }

    /// An amendment as subject or object, and behind "of".
    fn one(&self, amendment: &Id) -> Args {
        let named = self.amendment(amendment);
        Args::new().text("of-amendment", name(&named, self.lang).of).text("amendment", named)
    }

    fn objections(&self, amendment: &Id, count: u32) -> Args {
        let enough = self.state.objections_count(amendment, count, self.rules);
        self.one(amendment)
            .number("count", count as usize)
            .text("enough", if enough { "yes" } else { "no" })
    }

    fn about_text(&self, args: Args, part: Option<usize>) -> Args {
        let text = part.map(|part| self.text(part)).unwrap_or_default();
        args.text("to", if text.is_empty() { "no" } else { "yes" }).text("text", text)
    }

    fn vote(&self, args: Args, vote: &Vote) -> Args {
        let outcome = if vote.adopted { "adopted" } else { "rejected" };
        let args = args.text("method", self.method(vote.method)).text("outcome", outcome);
        args.text("figures", self.figures(vote))
    }

    fn wording(&self, text: &Wording) -> String {
        let args = Args::new().text("language", self.in_language(&text.lang));
        self.say("log-wording", &args.text("wording", excerpt(&text.wording, WORDING)))
    }

    /// Who voted how, a line for each side that has anybody.
    fn roll(&self, count: &Count) -> Vec<String> {
        let sides = [
            (Ballot::For, "log-roll-for"),
            (Ballot::Against, "log-roll-against"),
            (Ballot::Abstention, "log-roll-abstention"),
        ];
        let line = |(side, id): (Ballot, &str)| {
            let of_it = count.roll.iter().filter(|(_, ballot)| *ballot == side);
            let names: Vec<_> = of_it.map(|(name, _)| excerpt(self.own(name), NAME)).collect();
            let rest = names.len().saturating_sub(ROLL);
            let names: Vec<_> = names.into_iter().take(ROLL).collect();
            let mut listed = names.join(", ");
            if rest > 0 {
                let args = Args::new().text("list", listed).number("count", rest);
                listed = self.say("log-and-others", &args);
            }
            (!names.is_empty()).then(|| self.say(id, &Args::new().text("names", listed)))
        };
        sides.into_iter().filter_map(line).collect()
    }
}

/// The wordings that an event brings.
fn texts(event: &Event) -> Box<dyn Iterator<Item = &Wording> + '_> {
    match event {
        Event::Drafted { texts, .. }
        | Event::Revised { texts, .. }
        | Event::OralOffered { texts, .. }
        | Event::CarriedOver { texts, .. } => Box::new(texts.iter()),
        Event::Translated { text, .. } => Box::new(std::iter::once(text)),
        Event::Split { into, .. } => Box::new(into.iter().flat_map(|piece| &piece.texts)),
        Event::CommonPartVoted { texts, .. } => Box::new(texts.iter()),
        _ => Box::new(std::iter::empty()),
    }
}
