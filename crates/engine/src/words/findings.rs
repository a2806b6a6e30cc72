//! Findings, refusals and notes in words. Here stands only which data a message gets.

use super::{Message, amendment, codes, excerpt, language, named, place, reasons};
use crate::adopt::{Adopted, DoesNotApply, Refusal};
use crate::recorded::About;
use crate::sitting::{Sitting, Unrevisable};
use crate::state::Finding;
use crate::{Dossier, State, Version, languages, read};
use ::words::{Args, has, say, try_say};
use instruction::Words;
use procedure::sentence::Telling;
use source::{Foreign, Span};
use text::{Index, Lang, ProvisionId};

/// How many candidates a message lists.
const CANDIDATES: usize = 8;

/// Puts a finding into words of `lang`.
pub fn message(finding: &Finding, state: &State, lang: Lang) -> Message {
    let who = |position: usize| named(state, position, false, lang);
    let number = |position: usize| {
        let found = state.dossier.amendments.get(position);
        found.map(crate::Amendment::cited).unwrap_or_default()
    };
    let code = finding.code();
    match finding {
        Finding::Read { finding, .. } => of_reading(finding, lang),
        Finding::Wording { amendment, lang: version, finding } => {
            let version = state.dossier.version(*version);
            // The places of a sub-amendment do not lie in the draft.
            let draft = version.filter(|_| state.parent(*amendment).is_none());
            let mut message = of_wording(finding, draft, lang);
            if let (instruction::Finding::PartNotFound { .. }, Some(version)) = (finding, version) {
                message.notes.extend(parts_there(version, lang));
            }
            about(who(*amendment), message, lang)
        }
        Finding::Languages(finding) => of_languages(finding, state, lang),
        Finding::NumberTwice { first, count, .. } => {
            let args = Args::new().text("who", named(state, *first, true, lang));
            let args = args.number("count", *count);
            let line = line_of(state, *first);
            let message = worded(code, &args, lang);
            let note =
                line.map(|line| say(lang, "number-first", &Args::new().number("line", line)));
            Message { notes: note.into_iter().collect(), ..message }
        }
        Finding::ParentNotFound { amendment, parent } => {
            let args = Args::new().text("parent", parent.clone());
            about(who(*amendment), worded(code, &args, lang), lang)
        }
        Finding::TooDeep { amendment } => {
            about(who(*amendment), worded(code, &Args::new(), lang), lang)
        }
        Finding::FallNotComputed { amendment, other, fells }
        | Finding::FallNotPrinted { amendment, other, fells } => {
            let (one, two) = if *fells {
                (number(*amendment), other.clone())
            } else {
                (other.clone(), number(*amendment))
            };
            let args = Args::new().text("wider", one).text("falling", two);
            about(who(*amendment), worded(code, &args, lang), lang)
        }
        Finding::OrderUncertain { amendment, before } => {
            let args = Args::new().text("before", named(state, *before, true, lang));
            about(who(*amendment), worded(code, &args, lang), lang)
        }
        Finding::RulesNotAtHand { name } => {
            let args = Args::new().text("profile", excerpt(&name.profile, 40));
            worded(code, &args.text("edition", excerpt(&name.edition, 40)), lang)
        }
        Finding::VotesAgainstOutcome { about: what } => {
            recorded(*what, worded(code, &Args::new(), lang), &state.dossier, lang)
        }
        Finding::DecidedByUnknown { amendment, cited } => {
            let args = Args::new().text("cited", excerpt(cited, 40));
            about(who(*amendment), worded(code, &args, lang), lang)
        }
        Finding::NoteTooLong { amendment, words, allowed, .. } => {
            let args = Args::new().number("words", *words).number("allowed", *allowed);
            about(who(*amendment), worded(code, &args, lang), lang)
        }
    }
}

/// The draft texts that there are, a line each.
fn parts_there(version: &Version, lang: Lang) -> Vec<String> {
    let there = version.draft.parts.iter().map(|part| {
        let args = Args::new().text("letter", part.letter.clone());
        say(lang, "part-there", &args.text("heading", part.heading.clone()))
    });
    there.take(CANDIDATES).collect()
}

/// The line of its file in which the heading of an amendment stands, from 1.
fn line_of(state: &State, amendment: usize) -> Option<usize> {
    let text = state.dossier.amendments.get(amendment)?.texts.first()?;
    let file = &state.dossier.version(text.lang)?.file;
    (!file.text.is_empty()).then(|| file.line_column(text.heading.start).line as usize)
}

/// A message that begins with whom it is about.
fn about(who: String, message: Message, lang: Lang) -> Message {
    let text = say(lang, "about", &Args::new().text("who", who).text("what", message.text));
    Message { text, ..message }
}

/// The message of a code with its remedy.
fn worded(code: &str, args: &Args, lang: Lang) -> Message {
    let text = say(lang, code, args);
    let remedy = try_say(lang, &format!("{code}.remedy"), args).unwrap_or_default();
    Message { text, remedy, notes: Vec::new() }
}

fn of_reading(finding: &read::Finding, lang: Lang) -> Message {
    use read::Finding as F;
    let plain = |args: Args| worded(finding.code(), &args, lang);
    let cut = |text: &str| excerpt(text, 60);
    match finding {
        F::NotText { what, .. } => {
            let kind = match what {
                Foreign::Pdf => "pdf",
                Foreign::Office => "office",
                Foreign::Rtf => "rtf",
                Foreign::Markup => "markup",
                Foreign::Unknown => "unknown",
            };
            plain(Args::new().text("kind", kind))
        }
        F::Imported(finding) => plain(finding.args()),
        F::EmptyFile { .. }
        | F::EndsEarly { .. }
        | F::FileTooBig { .. }
        | F::NotACompendium { .. }
        | F::NoDraft { .. }
        | F::NoAmendments { .. }
        | F::Windows1252 { .. }
        | F::Utf16 { .. }
        | F::LanguageUncertain { .. }
        | F::PartHeadingMissing { .. }
        | F::ContentsSkipped { .. } => plain(Args::new()),
        F::EncodingBroken { count, .. }
        | F::FurnitureSkipped { count, .. }
        | F::SpacesJoined { count, .. }
        | F::TooDeep { count, .. }
        | F::CharactersDropped { count, .. }
        | F::RemainsRead { count, .. }
        | F::QuotationMarksAdded { count, .. } => plain(Args::new().number("count", *count)),
        F::LinesJoined { count, width, .. } => {
            plain(Args::new().number("count", *count).number("width", *width))
        }
        F::PartHeadingTwice { letter, .. } => plain(Args::new().text("letter", letter.clone())),
        F::FurnitureInWording { amendment, text, .. }
        | F::FallingNoteUnread { amendment, text, .. } => {
            plain(Args::new().text("amendment", amendment.clone()).text("text", cut(text)))
        }
        F::HeadingUnread { text, .. }
        | F::TextSetAside { text, .. }
        | F::ChangeAccepted { text, .. } => plain(Args::new().text("text", cut(text))),
        F::MarkupAsText { element, count, .. }
        | F::MarkupKeptWhole { element, count, .. }
        | F::MarkupIgnored { element, count, .. } => {
            plain(Args::new().text("element", element.clone()).number("count", *count))
        }
        F::MarkupTextLeftOut { element, text, .. } => {
            plain(Args::new().text("element", element.clone()).text("text", cut(text)))
        }
        F::ProvisionRejoined { number, .. }
        | F::FootnoteInText { number, .. }
        | F::ClosingTextPlaced { number, .. }
        | F::NumberTwice { number, .. } => plain(Args::new().text("number", number.clone())),
        F::WordingRejoined { amendment, .. } | F::WordingMissing { amendment, .. } => {
            plain(Args::new().text("amendment", amendment.clone()))
        }
        F::ParagraphInPayload { amendment, number, around, text, .. } => {
            let args = Args::new().text("amendment", amendment.clone());
            let taken = format!("{} {}", around.0, around.1);
            let left = format!("{} {text}", around.0);
            let message = plain(args.text("number", number.clone()));
            readings(message, [("taken", &taken), ("left", &left)], lang)
        }
        F::StyleUncertain { taken, other, .. } => {
            plain(Args::new().text("taken", *taken).text("other", *other))
        }
        F::RulesAssumed { profile, edition, .. } => {
            plain(Args::new().text("rules", format!("{profile} {edition}")))
        }
        F::RulesUnknown { name, .. } => plain(Args::new().text("rules", name.clone())),
        F::ArticleNotFound { amendment, article, .. } => {
            plain(Args::new().text("amendment", amendment.clone()).text("article", article.clone()))
        }
        F::AlineaCount { article, printed, count, .. } => {
            let args = Args::new().text("article", article.clone());
            plain(args.text("printed", printed.clone()).number("count", *count))
        }
        F::NumberGap { after, found, .. } => {
            let after = after.clone().unwrap_or_else(|| "none".into());
            plain(Args::new().text("after", after).text("found", found.clone()))
        }
        F::NumberOrder { after, found, .. } => {
            plain(Args::new().text("after", after.clone()).text("found", found.clone()))
        }
    }
}

/// A finding on a wording whose places lie in this draft, if in any.
fn of_wording(finding: &instruction::Finding, draft: Option<&Version>, lang: Lang) -> Message {
    use instruction::Finding as F;
    let code = finding.code();
    let index = draft.map(|version| &version.index);
    let plain = |args: Args| match draft {
        Some(version) => {
            let remedy = format!("{code}.remedy");
            let remedy = has(lang, &remedy).then(|| place::say_of(version, lang, &remedy, &args));
            let text = place::say_of(version, lang, code, &args);
            Message { text, remedy: remedy.unwrap_or_default(), notes: Vec::new() }
        }
        None => worded(code, &args, lang),
    };
    let list = |words: &[Words]| candidates(words, draft, lang);
    match finding {
        F::NotUnderstood { nearest, .. } => {
            plain(Args::new().text("nearest", nearest.as_deref().unwrap_or("none")))
        }
        F::NumbersUnclear { number, .. } => plain(Args::new().text("number", number.clone())),
        F::NotBeside { words, beside, .. } => {
            plain(Args::new().text("words", excerpt(words, 60)).text("beside", excerpt(beside, 60)))
        }
        F::NothingBeside { words, .. } => plain(Args::new().text("words", excerpt(words, 60))),
        F::NotASentence { words, .. } => plain(Args::new().text("words", excerpt(words, 60))),
        F::PlacesApart { .. }
        | F::QuoteNotClosed { .. }
        | F::PayloadEmpty { .. }
        | F::TitleNotFound { .. }
        | F::RangeReversed { .. } => plain(Args::new()),
        F::TwoReadings { first, second, .. } => {
            readings(plain(Args::new()), [("first", first), ("second", second)], lang)
        }
        F::PayloadRejoined { shorter, longer, .. } => {
            readings(plain(Args::new()), [("taken", longer), ("left", shorter)], lang)
        }
        F::NotExecutable { why, .. } => {
            plain(Args::new().text("why", reasons::not_executable(Some(*why), lang)))
        }
        F::PartNotFound { wanted, .. } => {
            let wanted = if wanted.is_empty() { "none" } else { wanted };
            plain(Args::new().text("wanted", wanted))
        }
        F::PartAmbiguous { letters, .. } => plain(Args::new().text("letters", letters.join(", "))),
        F::ProvisionNotFound { number, nearest, .. } => {
            let args = Args::new().text("number", number.clone());
            let args = args.text("text", if index.is_some() { "draft" } else { "amendment" });
            let counted = number.bytes().all(|byte| byte.is_ascii_digit());
            let args = args.text("unit", if counted { "count" } else { "label" });
            let args = args.number("count", nearest.len()).text("nearest", nearest.join(", "));
            plain(args)
        }
        F::ProvisionAmbiguous { number, .. } => plain(Args::new().text("number", number.clone())),
        F::LabelElsewhere { label, number, .. } => {
            plain(Args::new().text("label", label.clone()).text("number", number.clone()))
        }
        F::SentenceNotFound { provision, wanted, has, .. } => plain(
            Args::new()
                .text("number", if provision.is_empty() { "none" } else { provision })
                .number("wanted", *wanted as usize)
                .number("has", *has as usize),
        ),
        F::WordsNotFound { words, nearest, .. } => {
            let args = Args::new().text("words", excerpt(words, 60)).number("count", nearest.len());
            let args = args.number("length", place::words(words));
            Message { notes: list(nearest), ..plain(args) }
        }
        F::WordsAmbiguous { words, found, .. } => {
            let args = Args::new().text("words", excerpt(words, 60)).number("count", found.len());
            let args = args.number("length", place::words(words));
            let around = |words: &Words| match index {
                Some(index) => Words { text: around(index.text(), words.span), ..*words },
                None => words.clone(),
            };
            Message { notes: list(&found.iter().map(around).collect::<Vec<_>>()), ..plain(args) }
        }
        F::WordsFolded { written, found, .. } => plain(
            Args::new()
                .text("written", excerpt(written, 60))
                .text("found", excerpt(&found.text, 60)),
        ),
        F::ChildrenLost { provision, children, .. } => {
            plain(Args::new().text("number", provision.clone()).number("count", *children as usize))
        }
        F::CountedParagraph { numbers, .. } => {
            let args = Args::new().number("count", numbers.len());
            plain(args.text("numbers", numbers.join(", ")))
        }
        F::NoParagraphs { .. } | F::NothingLeft { .. } | F::AmendmentUnreadable { .. } => {
            plain(Args::new())
        }
        F::LeadingMark { mark, .. } => plain(Args::new().text("mark", mark.clone())),
        F::ListEmptied { provision, .. } | F::EndAfterChildren { provision, .. } => {
            plain(Args::new().text("number", provision.clone()))
        }
    }
}

/// Two readings as notes, each from a little before the place where they part.
fn readings(message: Message, two: [(&'static str, &String); 2], lang: Lang) -> Message {
    let [(_, one), (_, other)] = two;
    let parted = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let note = |(which, text): (&str, &String)| {
        let args = Args::new().text("words", from(text, parted.saturating_sub(60), 200));
        say(lang, &format!("reading-{which}"), &args)
    };
    Message { notes: two.into_iter().map(note).collect(), ..message }
}

/// An excerpt that begins at the word at or after this character.
fn from(text: &str, start: usize, most: usize) -> String {
    if start == 0 {
        return excerpt(text, most);
    }
    let rest: String = text.chars().skip(start).skip_while(|c| !c.is_whitespace()).collect();
    format!("… {}", excerpt(&rest, most))
}

/// Words with some of those before and behind them on their line, none of them cut.
fn around(text: &str, span: Span) -> String {
    const FAR: usize = 30;
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let before = before.rsplit('\n').next().unwrap_or("");
    let after = after.split('\n').next().unwrap_or("");
    let from = before.char_indices().rev().take(FAR).last().map_or(before.len(), |(at, _)| at);
    let to = after.char_indices().nth(FAR).map_or(after.len(), |(at, _)| at);
    // A word that the cut goes through is left out.
    let head = match before[from..].find(' ') {
        Some(space) if from > 0 => format!("… {}", &before[from + space + 1..]),
        _ => before[from..].to_owned(),
    };
    let tail = match after[..to].rfind(' ') {
        Some(space) if to < after.len() => format!("{} …", &after[..space]),
        _ => after[..to].to_owned(),
    };
    format!("{head}{}{tail}", span.of(text))
}

/// Candidates with the paragraph in which each stands.
fn candidates(words: &[Words], draft: Option<&Version>, lang: Lang) -> Vec<String> {
    let mut lines: Vec<_> = words
        .iter()
        .take(CANDIDATES)
        .map(|words| {
            let args = Args::new().text("words", excerpt(&words.text, 80));
            let number = draft.and_then(|version| number_at(&version.index, words.span.start));
            match draft.zip(number) {
                Some((version, number)) => {
                    place::say_of(version, lang, "candidate-in", &args.text("number", number))
                }
                None => say(lang, "candidate", &args),
            }
        })
        .collect();
    if words.len() > CANDIDATES {
        let more = words.len() - CANDIDATES;
        lines.push(say(lang, "candidates-more", &Args::new().number("count", more)));
    }
    lines
}

/// The number of the provision in whose text this offset lies.
fn number_at(index: &Index, at: u32) -> Option<&str> {
    let block = index.block_at(index.block_of(at)?)?;
    let provision: ProvisionId = block.provision?;
    index.provision_at(provision).map(|entry| entry.number.as_str())
}

fn of_languages(finding: &languages::Finding, state: &State, lang: Lang) -> Message {
    use languages::Finding as F;
    let who = |position: usize| named(state, position, false, lang);
    let name = |of: Lang| language(of, lang).to_owned();
    let code = finding.code();
    match finding {
        F::LanguageTwice { lang: of } => {
            worded(code, &Args::new().text("language", name(*of)), lang)
        }
        F::OneLanguage { amendment, lang: of } => {
            let args = Args::new().text("language", name(*of));
            about(who(*amendment), worded(code, &args, lang), lang)
        }
        F::WordsDiffer { amendment, langs: (one, two), words }
        | F::WordsUncertain { amendment, langs: (one, two), words } => {
            let args = Args::new().text("one", name(*one)).text("two", name(*two));
            let args = args
                .text("first", quoted(state, *one, words.first))
                .text("second", quoted(state, *two, words.second))
                .text("likely", quoted(state, *two, words.likely));
            about(who(*amendment), worded(code, &args, lang), lang)
        }
        F::PlacesDiffer { amendment, langs: (one, two) }
        | F::SentencesUncertain { amendment, langs: (one, two) }
        | F::OperationsDiffer { amendment, langs: (one, two) } => {
            let args = Args::new().text("one", name(*one)).text("two", name(*two));
            about(who(*amendment), worded(code, &args, lang), lang)
        }
        F::DecisionsDiffer { about: what } => {
            recorded(*what, worded(code, &Args::new(), lang), &state.dossier, lang)
        }
        F::DraftsDiffer { part, number, only_in } => {
            let letter = letter(&state.dossier, *part, *only_in);
            let args = Args::new().text("number", number.clone()).text("part", letter);
            worded(code, &args.text("language", name(*only_in)), lang)
        }
    }
}

/// A message that begins with the amendment or text that something is recorded of.
pub fn recorded(what: About, message: Message, dossier: &Dossier, lang: Lang) -> Message {
    let who = match what {
        About::Amendment(at) => dossier
            .amendments
            .get(at)
            .map(|found| amendment(found, false, lang))
            .unwrap_or_default(),
        About::Text(part) => text_named(dossier, part, lang),
    };
    about(who, message, lang)
}

/// "Draft text A", or by its place where it has no letter.
fn text_named(dossier: &Dossier, part: u32, lang: Lang) -> String {
    let letter = letter(dossier, part, lang);
    let name = if letter.is_empty() { (part + 1).to_string() } else { letter };
    say(lang, "draft-text", &Args::new().text("name", name))
}

/// Words of a draft, shortened.
fn quoted(state: &State, lang: Lang, span: Span) -> String {
    let version = state.dossier.version(lang);
    excerpt(version.map_or("", |version| span.of(version.index.text())), 60)
}

fn letter(dossier: &Dossier, part: u32, lang: Lang) -> String {
    let version = dossier.version(lang).or_else(|| dossier.versions.first());
    let part = version.and_then(|version| version.draft.parts.get(part as usize));
    part.map(|part| part.letter.clone()).unwrap_or_default()
}

/// Why something is refused in a sitting, where nobody can leave an amendment out of a list.
pub fn refusal_in_a_sitting(why: &Refusal, state: &State, lang: Lang) -> Message {
    let message = refusal(why, state, lang);
    let id = format!("{}.in-a-sitting", codes::refusal(why));
    match try_say(lang, &id, &Args::new()) {
        Some(remedy) => Message { remedy, ..message },
        None => message,
    }
}

/// Why there is no adopted text.
pub fn refusal(refusal: &Refusal, state: &State, lang: Lang) -> Message {
    let who = |position: usize| named(state, position, true, lang);
    let code = codes::refusal(refusal);
    match refusal {
        Refusal::Falls { amendment, causes, fall, lang: from } => {
            let causes_named: Vec<_> = causes.iter().map(|cause| who(*cause)).collect();
            let args = Args::new().text("who", who(*amendment)).number("count", causes.len());
            let message = worded(code, &args.text("causes", and(&causes_named, lang)), lang);
            let mut notes = Vec::new();
            if let [cause] = causes[..]
                && let Some((related, from)) = state.relate(cause, *amendment)
            {
                notes.push(reasons::reason(&related, from, cause, *amendment, state, lang));
            }
            let index = state.dossier.version(*from).map(|version| &version.index);
            notes.extend(fall.gone.iter().filter_map(|gone| {
                let words = excerpt(gone.of(index?.text()), 80);
                Some(say(lang, "words-gone", &Args::new().text("words", words)))
            }));
            Message { notes, ..message }
        }
        Refusal::NotExecutable { amendment } => {
            let why = state
                .worked
                .get(*amendment)
                .and_then(|texts| texts.iter().find_map(|worked| worked.not_executable));
            let args = Args::new().text("who", who(*amendment));
            worded(code, &args.text("why", reasons::not_executable(why, lang)), lang)
        }
        Refusal::SubAmendment { amendment, parent, why } => {
            let why = match why {
                DoesNotApply::NoPlace => "place",
                DoesNotApply::Falls => "falls",
                DoesNotApply::NothingLeft => "nothing",
                DoesNotApply::Unreadable => "unreadable",
            };
            let args = Args::new().text("who", who(*amendment)).text("parent", who(*parent));
            worded(code, &args.text("why", why), lang)
        }
        Refusal::NotSeparated { amendments: [one, other] }
        | Refusal::Together { amendments: [one, other], .. } => {
            let args = Args::new().text("first", who(*one)).text("second", who(*other));
            worded(code, &args, lang)
        }
        Refusal::WordedAlready { amendment, lang: worded_in } => {
            let args = Args::new().text("who", who(*amendment)).text("lang", worded_in.tag());
            worded(code, &args, lang)
        }
        Refusal::ParentNotAdopted { amendment, parent } => {
            let args = Args::new().text("who", who(*amendment)).text("parent", who(*parent));
            worded(code, &args, lang)
        }
    }
}

/// Why a draft cannot be revised so.
pub fn unrevisable(why: &Unrevisable, sitting: &Sitting<'_>, lang: Lang) -> Message {
    let args = match why {
        Unrevisable::NotAtAll | Unrevisable::OtherTexts => Args::new(),
        Unrevisable::OtherAmendments { cited } => {
            let shown = cited.iter().take(CANDIDATES).map(|cited| excerpt(cited, 40));
            let shown = shown.collect::<Vec<_>>().join(", ");
            let more = cited.len().saturating_sub(CANDIDATES);
            Args::new().text("numbers", shown).number("more", more)
        }
        Unrevisable::AfterAdoption { amendment } => {
            Args::new().text("who", named(&sitting.state, sitting.place(*amendment), true, lang))
        }
        Unrevisable::AfterDecision { part } => {
            let telling = Telling { state: &sitting.course, rules: sitting.rules, lang };
            Args::new().text("text", telling.text(*part))
        }
    };
    worded(codes::unrevisable(why), &args, lang)
}

/// "a", "a and b", "a, b and c".
pub fn and(names: &[String], lang: Lang) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => {
            let args = Args::new().text("rest", rest.join(", ")).text("last", last.clone());
            say(lang, "and", &args)
        }
    }
}

/// What the editorial pass has to say of one change.
pub fn note(note: &merge::Note, adopted: &Adopted, state: &State, lang: Lang) -> Message {
    use merge::Note as N;
    let who = |position: usize| {
        let found = adopted.amendments.get(position);
        let found = found.and_then(|found| state.dossier.amendments.get(*found));
        found.map(|found| amendment(found, true, lang)).unwrap_or_default()
    };
    let plain = |args: Args| worded(codes::note(note).0, &args, lang);
    match note {
        N::Renumbered { old, new, .. } => {
            plain(Args::new().text("old", old.clone()).text("new", new.clone()))
        }
        N::ReferenceUpdated { provision, old, new, .. } => {
            let args = Args::new().text("number", provision.clone());
            plain(args.text("old", old.clone()).text("new", new.clone()))
        }
        N::ReferenceToDeleted { provision, reference, .. }
        | N::ReferenceRangeGrew { provision, reference, .. } => plain(
            Args::new().text("number", provision.clone()).text("reference", reference.clone()),
        ),
        N::PlaceTracked { amendment, .. } | N::OperationLapsed { amendment, .. } => {
            plain(Args::new().text("who", who(*amendment)))
        }
        N::Crossing { first, second, .. } => {
            plain(Args::new().text("first", who(*first)).text("second", who(*second)))
        }
        N::MarkDropped { amendment, provision, mark, .. } => {
            let args = Args::new().text("who", who(*amendment)).text("mark", mark.clone());
            plain(args.text("number", if provision.is_empty() { "none" } else { provision }))
        }
        N::ListEmptied { provision, .. } => plain(Args::new().text("number", provision.clone())),
        N::Superseded { earlier, later } => {
            plain(Args::new().text("earlier", who(*earlier)).text("later", who(*later)))
        }
    }
}
