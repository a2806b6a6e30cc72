//! Compares what `apply` wrote with the official articles:
//! `cargo run --release --example score -- CASES OUT [--html PAGE] [--show wrong|seams|refused|unread|explained|all]`.

use hemicycle_testkit::bills::apply::{Applied, Outcome};
use hemicycle_testkit::bills::cases::{folders, wordings};
use hemicycle_testkit::bills::score::{Score, Verdict, score};
use hemicycle_testkit::bills::{Row, page};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

struct Case {
    name: String,
    applied: Applied,
    official: String,
    score: Score,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(cases), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("usage: score CASES OUT [--html PAGE] [--show KIND]".into());
    };
    let (mut html, mut show) = (None, None);
    while let Some(flag) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("{flag} needs a value"))?;
        match flag.as_str() {
            "--html" => html = Some(value),
            "--show" => show = Some(value),
            _ => return Err(format!("not understood: {flag}").into()),
        }
    }
    let mut all = Vec::new();
    let mut cases = folders(Path::new(&cases))?;
    // Only what was applied is compared.
    cases.retain(|case| case.file_name().is_some_and(|name| Path::new(&out).join(name).is_dir()));
    for case in cases {
        all.push(compared(&case, Path::new(&out))?);
    }
    let mut screen = io::stdout().lock();
    table(&all, &mut screen)?;
    if let Some(kind) = show {
        shown(&all, &kind, &mut screen)?;
    }
    if let Some(html) = html {
        fs::write(html, page(&all.iter().map(row).collect::<Vec<_>>()))?;
    }
    Ok(())
}

fn compared(case: &Path, out: &Path) -> Result<Case, Box<dyn Error>> {
    let name = case.file_name().unwrap_or_default();
    let out = out.join(name);
    let article = fs::read_to_string(out.join("article"))?;
    let amendments: BTreeMap<String, Outcome> =
        serde_json::from_str(&fs::read_to_string(out.join("result.json"))?)?;
    let mechanical = fs::read_to_string(out.join("mechanical"))?;
    let applied = Applied { article, mechanical, amendments };
    let before = fs::read_to_string(case.join("article_avant"))?;
    let official = fs::read_to_string(case.join("article_apres"))?;
    let score = score(&applied, &before, &wordings(case)?, &official);
    Ok(Case { name: name.to_string_lossy().into_owned(), applied, official, score })
}

fn table(all: &[Case], out: &mut impl Write) -> io::Result<()> {
    let cases = all.len();
    let of = |verdict: Verdict| all.iter().filter(|case| case.score.verdict == verdict).count();
    let share = |count: usize, of: usize| 100.0 * count as f64 / of.max(1) as f64;
    writeln!(out, "cases {cases}")?;
    for verdict in [
        Verdict::Exact,
        Verdict::Normalised,
        Verdict::Explained,
        Verdict::Incomplete,
        Verdict::Wrong,
    ] {
        let count = of(verdict);
        writeln!(
            out,
            "  {:<11} {count:>4}  {:5.1} %",
            format!("{verdict:?}"),
            share(count, cases)
        )?;
    }
    let outcomes: Vec<&Outcome> =
        all.iter().flat_map(|case| case.applied.amendments.values()).collect();
    let total = outcomes.len();
    let unread = outcomes.iter().filter(|o| matches!(o, Outcome::Unread { .. })).count();
    let refused = outcomes.iter().filter(|o| matches!(o, Outcome::Refused { .. })).count();
    let applied = total - unread - refused;
    let wrong: usize = all.iter().map(|case| case.score.wrong.len()).sum();
    writeln!(out, "amendments {total}")?;
    writeln!(out, "  read        {:>4}  {:5.1} %", total - unread, share(total - unread, total))?;
    writeln!(out, "  applied     {applied:>4}  {:5.1} %", share(applied, total))?;
    writeln!(out, "  wrong       {wrong:>4}  {:5.1} % of applied", share(wrong, applied))?;
    let seams: usize = all.iter().map(|case| case.score.seams.len()).sum();
    writeln!(
        out,
        "  seams       {seams:>4}  {:5.1} % of applied, a mark or capital at an end",
        share(seams, applied)
    )?;
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for outcome in outcomes {
        if let Outcome::Refused { code, .. } = outcome {
            *reasons.entry(code).or_default() += 1;
        }
    }
    let mut reasons: Vec<_> = reasons.into_iter().collect();
    reasons.sort_by_key(|(code, count)| (std::cmp::Reverse(*count), *code));
    for (code, count) in reasons.into_iter().take(10) {
        writeln!(out, "    {count:>3} {code}")?;
    }
    Ok(())
}

fn shown(all: &[Case], kind: &str, out: &mut impl Write) -> io::Result<()> {
    for case in all {
        for (name, outcome) in &case.applied.amendments {
            match outcome {
                Outcome::Unread { words } if kind == "unread" => {
                    writeln!(out, "{} {name}: {words:?}", case.name)?;
                }
                Outcome::Refused { code, why } if kind == "refused" => {
                    writeln!(out, "{} {name}: {code} {why}", case.name)?;
                }
                _ => {}
            }
        }
        for difference in &case.score.differences {
            let wrong = !difference.wrong.is_empty();
            let explained = case.score.verdict == Verdict::Explained;
            if kind == "all"
                || kind == "wrong" && wrong
                || kind == "seams" && !difference.seams.is_empty()
                || kind == "explained" && !wrong && explained
            {
                writeln!(
                    out,
                    "{} {:?}\n   ours {:?}\n   official {:?}\n   in {:?}",
                    case.name,
                    if kind == "seams" { &difference.seams } else { &difference.wrong },
                    difference.ours,
                    difference.official,
                    difference.context
                )?;
            }
        }
    }
    Ok(())
}

fn row(case: &Case) -> Row<'_> {
    let refused = case.applied.amendments.iter().filter_map(|(name, outcome)| match outcome {
        Outcome::Unread { words } => Some((name.as_str(), format!("not understood: {words}"))),
        Outcome::Refused { code, why } => Some((name.as_str(), format!("{code}: {why}"))),
        Outcome::Applied { .. } => None,
    });
    Row {
        name: &case.name,
        ours: &case.applied.article,
        official: &case.official,
        score: &case.score,
        refused: refused.collect(),
    }
}
