//! `hemicycle serve`, and the commands that look after what it keeps.
//!
//! Only here a server is given a clock, a folder and an address; everything else about it is in the crate `web`.

mod demo;
mod logs;
mod options;

use crate::args::registered;
use crate::status::{Failure, Outcome, Status};
use crate::{input, output};
use anyhow::Context;
use clap::{Args as Arguments, Subcommand};
use engine::words::{self, Args};
use options::{Level, Options};
use std::future::Future;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use store::Store;
use text::Lang;
use web::account::Proofs;
use web::desk::{Clock, Desk};
use web::pages::Names;
use web::server::{Config, Server};

/// `hemicycle serve`
#[derive(Debug, Arguments)]
pub struct Serve {
    /// A file that says what is not said here or in the environment (docs/operations.md).
    #[arg(long, value_name = "FILE", env = "HEMICYCLE_CONFIG")]
    pub config: Option<PathBuf>,
    #[command(flatten)]
    pub options: Options,
    /// Show the fictional Assembly of the Lakes in the middle of a sitting. Nothing is kept.
    #[arg(long, conflicts_with_all = ["data", "database"])]
    pub demo: bool,
    #[command(flatten)]
    pub language: Spoken,
}

/// Where everything is kept.
#[derive(Debug, Arguments)]
pub struct Kept {
    /// The folder in which the database stands; it is made where it is not there.
    #[arg(long, value_name = "DIR", default_value = DATA, env = "HEMICYCLE_DATA")]
    pub data: PathBuf,
    /// A database instead of that folder: postgres://USER@HOST/NAME.
    #[arg(long, value_name = "URL", env = "HEMICYCLE_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
}

/// The language of the answer.
#[derive(Debug, Arguments)]
pub struct Spoken {
    /// The language of the answer; by default English.
    #[arg(long, value_name = "LANG", value_parser = registered)]
    pub lang: Option<Lang>,
}

/// The commands that look after what a server keeps.
#[derive(Debug, Subcommand)]
pub enum Instance {
    /// Put a dossier on the site of a server (docs/web.md), new or with the log that was kept of it so far.
    ///
    /// A server that is running on PostgreSQL shows it at once; one on a folder when it is started again.
    Add(Add),
    /// Write everything that a server keeps into a new folder: the logs line by line, texts and accounts as JSON (docs/store.md).
    Export(Export),
    /// Read such a folder into an instance that is empty (docs/store.md).
    Import(Import),
    /// Copy everything that a server keeps, as it stands at one moment, while the server goes on: a database file, or for PostgreSQL an
    /// export.
    Backup(Backup),
}

/// `hemicycle add`
#[derive(Debug, Arguments)]
pub struct Add {
    /// The compendium; several files are its language versions.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// What it is called in addresses: small letters, figures and hyphens, "412-lakes".
    #[arg(long, value_name = "NAME")]
    pub slug: String,
    /// The log that was kept of it so far.
    #[arg(long, value_name = "LOG")]
    pub log: Option<String>,
    /// Who puts it there, as the log names them.
    #[arg(long, value_name = "NAME", default_value = "table-office")]
    pub actor: String,
    #[command(flatten)]
    pub kept: Kept,
    #[command(flatten)]
    pub language: Spoken,
}

/// `hemicycle export`
#[derive(Debug, Arguments)]
pub struct Export {
    /// The folder to write; it must not be there yet.
    #[arg(value_name = "OUT")]
    pub out: PathBuf,
    #[command(flatten)]
    pub kept: Kept,
    #[command(flatten)]
    pub language: Spoken,
}

/// `hemicycle import`
#[derive(Debug, Arguments)]
pub struct Import {
    /// The folder to read.
    #[arg(value_name = "IN")]
    pub from: PathBuf,
    #[command(flatten)]
    pub kept: Kept,
    #[command(flatten)]
    pub language: Spoken,
}

/// `hemicycle backup`
#[derive(Debug, Arguments)]
pub struct Backup {
    /// The file to write, or for PostgreSQL the folder; it must not be there yet.
    #[arg(value_name = "OUT")]
    pub out: PathBuf,
    #[command(flatten)]
    pub kept: Kept,
    #[command(flatten)]
    pub language: Spoken,
}

/// Serves until it is told to end.
pub fn run(args: &Serve) -> Outcome {
    let lang = args.language.lang.unwrap_or(Lang::EN);
    in_a_runtime(serve(args, lang))
}

/// Carries a command on what is kept out.
pub fn instance(args: &Instance) -> Outcome {
    match args {
        Instance::Add(args) => in_a_runtime(add(args)),
        Instance::Export(args) => in_a_runtime(async {
            let lang = args.language.lang.unwrap_or(Lang::EN);
            let store = args.kept.open(true, lang).await?;
            said(store.export(&args.out).await, lang)?;
            done("instance-exported", &args.out, lang)
        }),
        Instance::Import(args) => in_a_runtime(async {
            let lang = args.language.lang.unwrap_or(Lang::EN);
            let store = args.kept.open(false, lang).await?;
            said(store.import(&args.from).await, lang)?;
            done("instance-imported", &args.from, lang)
        }),
        Instance::Backup(args) => in_a_runtime(async {
            let lang = args.language.lang.unwrap_or(Lang::EN);
            let store = args.kept.open(true, lang).await?;
            said(store.backup(&args.out).await, lang)?;
            done("instance-backed-up", &args.out, lang)
        }),
    }
}

async fn serve(args: &Serve, lang: Lang) -> Outcome {
    let options = match &args.config {
        Some(file) => args.options.clone().over(Options::read(file)?),
        None => args.options.clone(),
    };
    logs::begin(options.log.unwrap_or(Level::Error));
    let (listener, address) = listening(options.listen.unwrap_or(LISTEN)).await?;
    let figures = match options.metrics {
        Some(metrics) => Some(listening(metrics).await?.0),
        None => None,
    };
    let base = options.base.clone().unwrap_or_default();
    let name = options.name_en.as_deref().unwrap_or(NAME);
    let proofs =
        Proofs::new(options.proofs(), base.trim_end_matches('/'), name).map_err(|error| {
            let args = Args::new().text("why", error.to_string());
            Failure::usage(lang, "serve-proofs", &args)
        })?;
    let folder = match args.demo {
        true => Some(tempfile::tempdir().context("a folder for the demonstration")?),
        false => None,
    };
    let (store, names, clock) = match &folder {
        Some(folder) => {
            let store = said(Store::open_file(&folder.path().join(DATABASE)).await, lang)?;
            (store, demo::names(), demo::clock(&now()))
        }
        None => {
            let name = |set: &Option<String>, usual: &str| set.clone().unwrap_or(usual.to_owned());
            let names = Names {
                en: name(&options.name_en, NAME),
                fr: name(&options.name_fr, "Amendements"),
            };
            let data = options.data.clone().unwrap_or_else(|| DATA.into());
            let kept = Kept { data, database: options.database.clone() };
            (kept.open(false, lang).await?, names, now())
        }
    };
    let config = Config {
        names,
        base: base.clone(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        workers: options
            .workers
            .unwrap_or_else(|| std::thread::available_parallelism().map_or(2, Into::into)),
        printer: Some(|paper| Ok(pdf::write(paper)?)),
        clock,
    };
    let server = said(Server::start(store, config).await, lang)?;
    let mut server = server.with_accounts(options.accounts()).with_proofs(proofs);
    server.patience = options.patience();
    if let Some(rate) = options.writes() {
        server = server.with_writes(rate);
    }
    if args.demo {
        demo::fill(&server).await.map_err(|error| failure(&error, lang))?;
    }
    for (slug, fault) in server.desk.faults() {
        let args = Args::new().text("slug", slug).text("why", fault);
        output::stderr(&format!("{}\n", words::say(lang, "serve-fault", &args)));
    }
    let known = Args::new().text("address", format!("http://{address}/"));
    let line = words::say(lang, if args.demo { "serve-demo" } else { "serve-begins" }, &known);
    output::stdout(format!("{line}\n").as_bytes())?;
    // Whoever starts an instance is its first administrator.
    if let Some(path) = said(server.first_link().await, lang)? {
        let site = if base.is_empty() { format!("http://{address}") } else { base };
        let known = Args::new().text("address", format!("{}{path}", site.trim_end_matches('/')));
        let line = words::say(lang, "serve-first", &known);
        output::stdout(format!("{line}\n").as_bytes())?;
    }
    if args.demo {
        for (name, email) in demo::ACCOUNTS.map(|(name, email, _)| (name, email)) {
            output::stdout(format!("  {email:<24} {name}\n").as_bytes())?;
        }
    }
    tracing::info!(%address, "serving");
    if let Some(listener) = figures {
        let server = server.clone();
        // It ends with the program.
        tokio::spawn(async move { server.serve_figures(listener, std::future::pending()).await });
    }
    let served = server.serve(listener, told_to_end()).await;
    served.with_context(|| address.to_string())?;
    tracing::info!("ended");
    Ok(Status::Clean)
}

/// Where a server listens that is not told where.
const LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);

/// What a site is called in English that is not told so.
const NAME: &str = "Amendments";

/// The folder of an instance that is not told where.
const DATA: &str = "hemicycle-data";

/// A listener, and the address that it has.
async fn listening(at: SocketAddr) -> Result<(tokio::net::TcpListener, SocketAddr), Failure> {
    let listener = tokio::net::TcpListener::bind(at).await.with_context(|| at.to_string())?;
    let address = listener.local_addr().with_context(|| at.to_string())?;
    Ok((listener, address))
}

/// Waits until the program is told to end: by a key or by whoever started it.
async fn told_to_end() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    // Where it cannot be told, it goes on until it is killed.
    if interrupted.await.is_err() {
        std::future::pending::<()>().await;
    }
}

async fn add(args: &Add) -> Outcome {
    let lang = args.language.lang.unwrap_or(Lang::EN);
    let opened = input::open(&args.files, None)?;
    let dossier = opened.state.dossier;
    let log = args.log.as_deref().map(input::log).transpose()?.map(|(_, bytes)| bytes);
    let store = args.kept.open(false, lang).await?;
    let names = Names { en: String::new(), fr: String::new() };
    let site = Arc::new(web::Site::new(names, "", "", 1));
    let desk = said(Desk::start(store, site, now()).await, lang)?;
    let added = match log {
        Some(log) => desk.take_over(&args.slug, vec![dossier], log).await,
        None => desk.open(&args.slug, &dossier, &args.actor).await,
    };
    added.map_err(|error| failure(&error, lang))?;
    desk.store().close().await;
    let known = Args::new().text("slug", args.slug.as_str());
    output::stdout(format!("{}\n", words::say(lang, "instance-added", &known)).as_bytes())?;
    Ok(Status::Clean)
}

/// The name of the database in its folder.
const DATABASE: &str = "hemicycle.db";

impl Kept {
    /// Opens the store; `there` where it must be there already.
    async fn open(&self, there: bool, lang: Lang) -> Result<Store, Failure> {
        if let Some(address) = &self.database {
            return said(Store::open(address).await, lang);
        }
        let file = self.data.join(DATABASE);
        if there && !file.exists() {
            let args = Args::new().text("folder", self.data.display().to_string());
            return Err(Failure::usage(lang, "instance-none", &args));
        }
        std::fs::create_dir_all(&self.data)
            .map_err(input::plainly)
            .with_context(|| self.data.display().to_string())?;
        said(Store::open_file(&file).await, lang)
    }
}

fn done(id: &str, place: &Path, lang: Lang) -> Outcome {
    let args = Args::new().text("place", place.display().to_string());
    output::stdout(format!("{}\n", words::say(lang, id, &args)).as_bytes())?;
    Ok(Status::Clean)
}

fn said<T, E: Coded>(result: Result<T, E>, lang: Lang) -> Result<T, Failure> {
    result.map_err(|error| failure(&error, lang))
}

/// An error with a stable code.
trait Coded: std::fmt::Display {
    fn code(&self) -> &'static str;
}

impl Coded for store::Error {
    fn code(&self) -> &'static str {
        Self::code(self)
    }
}

impl Coded for web::desk::Error {
    fn code(&self) -> &'static str {
        Self::code(self)
    }
}

fn failure(error: &impl Coded, lang: Lang) -> Failure {
    let args = Args::new().text("why", error.to_string()).text("code", error.code());
    Failure::usage(lang, "serve-failed", &args)
}

fn in_a_runtime(work: impl Future<Output = Outcome>) -> Outcome {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.enable_all().build().context("threads")?;
    runtime.block_on(work)
}

/// The clock of this machine.
fn now() -> Clock {
    Arc::new(|| SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()))
}
