//! Serves the example dossiers: `cargo run -p hemicycle-web --example public -- [ADDRESS]`.

use engine::open;
use engine::sitting::{Sitting, opening};
use hemicycle_web::pages::Names;
use hemicycle_web::{Held, Site};
use procedure::event::Time;
use procedure::log::Head;
use procedure::rules;
use procedure::state::State as Course;
use source::SourceFile;
use std::error::Error;
use std::path::PathBuf;
use std::sync::Arc;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let names =
        Names { en: "Assembly of the Lakes".to_owned(), fr: "Assemblée des lacs".to_owned() };
    let site = Site::new(names, "", env!("CARGO_PKG_VERSION"), 2);
    let log = std::fs::read(example("sitting.jsonl"))?;
    site.put(Arc::new(Held::read(
        "412-lakes",
        [dossier(&["lakes-en.txt", "lakes-fr.txt"])?],
        &log,
    )?));
    // The same in the middle of the sitting.
    let lines = log.split_inclusive(|byte| *byte == b'\n').take(64).collect::<Vec<_>>().concat();
    let sitting = Held::read("412-sitting", [dossier(&["lakes-en.txt", "lakes-fr.txt"])?], &lines)?;
    site.put(Arc::new(sitting));
    for (slug, files) in [
        ("415-harbours", &["harbours-en.txt", "harbours-fr.txt"][..]),
        ("27-bill", &["bill.txt"][..]),
    ] {
        let dossier = dossier(files)?;
        let profile = if slug == "27-bill" { ("senat", "2024") } else { ("pace", "2024") };
        let named = rules::named(profile.0, profile.1);
        let rules = named.or_else(|| rules::shipped().iter().find_map(|one| one.latest()));
        let rules = rules.ok_or("no rules")?;
        let opened = Sitting::new(&dossier, Course::default(), rules);
        let time = Time::parse("2031-10-14T08:30:00Z").ok_or("no such moment")?;
        let entry =
            Head::default().next(time, "clerk", opening(&opened.state, rules, b""), Vec::new());
        site.put(Arc::new(Held::read(slug, [dossier], format!("{}\n", entry.line()).as_bytes())?));
    }
    let listener = tokio::net::TcpListener::bind(&address).await?;
    axum::serve(listener, hemicycle_web::site::router(Arc::new(site))).await?;
    Ok(())
}

fn dossier(names: &[&str]) -> Result<engine::Dossier, Box<dyn Error>> {
    let mut files = Vec::new();
    for name in names {
        files.push(Arc::new(SourceFile::decode(*name, &std::fs::read(example(name))?)));
    }
    Ok(open::open(files).state.dossier)
}

fn example(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name)
}
