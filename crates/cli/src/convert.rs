//! `hemicycle convert`: a dossier in another format, with a report of what that format cannot carry.
//!
//! Nothing is refused for an error in a wording: a conversion carries what is there.

use crate::args::Convert;
use crate::compendium::{language, written};
use crate::kind::Kind;
use crate::status::{Outcome, Status};
use crate::{diagnostics, input, output, rules};
use engine::carried::{self, Feature, Held};
use engine::report::Diagnostic;
use engine::words::{self, Args, Message};
use engine::{Dossier, Version};
use source::Severity;
use text::Lang;

/// Writes the dossier, and says what was left out.
pub fn run(args: &Convert) -> Outcome {
    let kind = Kind::of_output(&args.out, args.to)?;
    let rules = rules::under(args.under.rules.as_deref(), args.language.lang)?;
    let told = input::Told { kind: args.from, style: args.written.style };
    let opened = input::open_as(&args.files, told, rules.as_ref())?;
    let state = &opened.state;
    let lang = language(state, args.language.lang)?;
    let files = written(state, kind, args.layout, lang)?;
    output::write_volumes(&args.out, &files, lang)?;
    let lost: Vec<_> = lost(&state.dossier, kind, lang).map(|(_, said)| said).collect();
    diagnostics::print(&lost, lang);
    Ok(Status::Clean)
}

/// What of the dossier files of this kind do not carry, each with a note that says so.
pub fn lost(
    dossier: &Dossier,
    kind: Kind,
    lang: Lang,
) -> impl Iterator<Item = (Feature, Diagnostic)> {
    // Plain text of a bill has lines for its rules and for the headings over its articles (docs/bills.md).
    let first = dossier.versions.first().and_then(Version::language);
    let bill = first.is_some_and(|of| of.tables.numbering.is_counted());
    let of_bill = move |feature: Feature| {
        bill && kind == Kind::Txt && matches!(feature, Feature::Rules | Feature::Opaque)
    };
    let held = carried::held(dossier).into_iter();
    let lost = held.filter(move |held| !kind.carries(held.feature) && !of_bill(held.feature));
    lost.map(move |held| (held.feature, not_carried(&held, kind, lang)))
}

fn not_carried(held: &Held, kind: Kind, lang: Lang) -> Diagnostic {
    let Held { feature, count, first } = held;
    let what = words::say(lang, &format!("feature-{}", feature.code()), &Args::new());
    let first = if *feature == Feature::Languages || first.is_empty() { "none" } else { first };
    let args = Args::new()
        .text("format", kind.name())
        .text("what", what)
        .number("count", *count)
        .text("first", first);
    let message = Message { text: words::say(lang, "not-carried", &args), ..Message::default() };
    Diagnostic { code: "not-carried", severity: Severity::Note, message, spot: None }
}
