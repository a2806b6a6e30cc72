//! Whether two dossiers are the same, wherever they stand in a file.

use engine::{Amendment, Dossier};
use source::{Origin, Span};
use text::Child;

/// What differs between two dossiers, field by field; nothing where they are the same.
pub fn difference(first: &Dossier, second: &Dossier) -> Option<String> {
    let (first, second) = (bare(first), bare(second));
    let differ = |what: &str, a: String, b: String| {
        (a != b).then(|| format!("{what}\n  was {a}\n  is  {b}"))
    };
    let head = |dossier: &Dossier| {
        let versions = dossier.versions.iter();
        let heads = versions.map(|v| (v.lang, v.title.clone(), v.date.clone(), v.edition.clone()));
        format!("{:?} {:?}", dossier.reference, heads.collect::<Vec<_>>())
    };
    if let Some(seen) = differ("head", head(&first), head(&second)) {
        return Some(seen);
    }
    for (a, b) in first.versions.iter().zip(&second.versions) {
        if a.draft != b.draft {
            let (a, b) = (format!("{:?}", a.draft), format!("{:?}", b.draft));
            let at = a.bytes().zip(b.bytes()).position(|(a, b)| a != b).unwrap_or(0);
            let around = |text: &str| {
                text.chars().skip(at.saturating_sub(200)).take(600).collect::<String>()
            };
            return differ("draft", around(&a), around(&b)).or(Some("draft".into()));
        }
    }
    let count = |dossier: &Dossier| {
        dossier.amendments.iter().map(Amendment::cited).collect::<Vec<_>>().join(" ")
    };
    if let Some(seen) = differ("amendments", count(&first), count(&second)) {
        return Some(seen);
    }
    for (a, b) in first.amendments.iter().zip(&second.amendments) {
        if let Some(seen) = differ(&a.cited(), format!("{a:?}"), format!("{b:?}")) {
            return Some(seen);
        }
    }
    let set = |dossier: &Dossier| format!("{:?}", dossier.correspondences);
    let rules = |dossier: &Dossier| format!("{:?}", dossier.rules);
    let decisions = |dossier: &Dossier| format!("{:?}", dossier.decisions);
    differ("correspondences", set(&first), set(&second))
        .or_else(|| differ("rules", rules(&first), rules(&second)))
        .or_else(|| differ("decisions", decisions(&first), decisions(&second)))
}

/// The dossier without the places where it stands in a file, amendments in order of their numbers.
fn bare(dossier: &Dossier) -> Dossier {
    fn children(of: &mut [Child]) {
        for child in of {
            match child {
                Child::Block(block) => block.origin = Origin::default(),
                Child::Opaque(opaque) => opaque.origin = Origin::default(),
                Child::Provision(provision) => {
                    provision.origin = Origin::default();
                    children(&mut provision.children);
                }
            }
        }
    }
    let mut bare = dossier.clone();
    for part in bare.versions.iter_mut().flat_map(|version| &mut version.draft.parts) {
        part.title.iter_mut().for_each(|title| title.origin = Origin::default());
        children(&mut part.children);
    }
    for text in bare.amendments.iter_mut().flat_map(|amendment| &mut amendment.texts) {
        (text.origin, text.heading) = (Origin::default(), Span::default());
        text.falling.iter_mut().for_each(|note| note.at = Span::default());
    }
    let key = |amendment: &Amendment| {
        let inner = amendment.parent.as_ref().map(|_| amendment.number.clone());
        (amendment.parent.clone().unwrap_or_else(|| amendment.number.clone()), inner)
    };
    // A damaged file may have two of one number.
    bare.amendments.sort_by_cached_key(|amendment| (key(amendment), format!("{amendment:?}")));
    bare
}
