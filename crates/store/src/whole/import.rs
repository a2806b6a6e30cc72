//! An instance read back from a folder, everything held against its hashes: all of it, or nothing.

use super::files::read;
use super::tables::{DOSSIERS, TABLES};
use super::walk::Named;
use super::{Instance, SCHEMA, Stands};
use crate::dossiers::{DossierId, is_slug, put};
use crate::sql::{Columns, Value, many, seq, sql};
use crate::{Changed, Error, Kind, Store, postgres};
use procedure::log::{Hash, Head, LONGEST_LINE, Reader};
use sqlx::{Any, Transaction};
use std::path::Path;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};

/// Lines that are kept by one call.
const PAGE: usize = 512;

fn wrong(path: &Path, why: impl Into<String>) -> Error {
    Error::Import { path: path.display().to_string(), why: why.into() }
}

impl Store {
    /// Reads an export into this instance, which must be empty; the heads of the logs are those of the instance that was
    /// exported.
    ///
    /// # Errors
    ///
    /// `store-not-empty`; `store-import` with the file that is not as it was written; `store-file`; and what the database
    /// says. Nothing is kept then.
    pub async fn import(&self, from: &Path) -> Result<(), Error> {
        let path = from.join("instance.json");
        let instance: Instance = serde_json::from_str(&read(&path).await?)
            .map_err(|error| wrong(&path, error.to_string()))?;
        if instance.schema != SCHEMA {
            return Err(wrong(&path, format!("it is no file of {SCHEMA}")));
        }
        let mut transaction = self.base().write().await?;
        if self.base().kind == Kind::Postgres {
            postgres::lock(&mut transaction, postgres::SCHEMA).await?;
        }
        empty(&mut transaction).await?;
        let path = from.join("dossiers.json");
        DOSSIERS.write(&mut transaction, &path, &read(&path).await?).await?;
        let dossiers = logs(&mut transaction, &instance, from).await?;
        for table in &TABLES {
            let path = from.join(format!("{}.json", table.name));
            let is_named = !table.is_later() || instance.later.iter().any(|t| t == table.name);
            if !is_named && !tokio::fs::try_exists(&path).await.unwrap_or(true) {
                continue;
            }
            table.write(&mut transaction, &path, &read(&path).await?).await?;
        }
        receipts(&mut transaction, &from.join("receipts.json")).await?;
        counters(&mut transaction, &instance, &from.join("instance.json")).await?;
        if self.base().kind == Kind::Postgres {
            for changed in &dossiers {
                postgres::notify(&mut transaction, *changed).await?;
            }
        }
        crate::commit(transaction).await?;
        dossiers.into_iter().for_each(|changed| self.base().hub.tell(changed));
        Ok(())
    }
}

async fn empty(transaction: &mut Transaction<'static, Any>) -> Result<(), Error> {
    // Whoever makes an account or a dossier waits for these rows.
    sql!("UPDATE counters SET last = last").execute(&mut **transaction).await?;
    let found = sql!("SELECT id FROM dossiers UNION ALL SELECT id FROM accounts LIMIT 1");
    match found.fetch_optional(&mut **transaction).await? {
        Some(_) => Err(Error::NotEmpty),
        None => Ok(()),
    }
}

async fn logs(
    transaction: &mut Transaction<'static, Any>,
    instance: &Instance,
    from: &Path,
) -> Result<Vec<Changed>, Error> {
    let rows =
        sql!("SELECT id, slug FROM dossiers ORDER BY id").fetch_all(&mut **transaction).await?;
    let path = from.join("dossiers.json");
    if rows.len() != instance.heads.len() {
        return Err(wrong(&path, "instance.json names other dossiers"));
    }
    let mut changed = Vec::new();
    for row in rows {
        let (dossier, slug) = (DossierId(row.number(0)?), row.text(1)?);
        if !is_slug(&slug) {
            return Err(wrong(&path, Error::Slug.to_string()));
        }
        let stands = instance.heads.get(&slug);
        let stands = *stands.ok_or_else(|| wrong(&path, "instance.json names other dossiers"))?;
        let folder = from.join(&slug);
        let head = log(transaction, dossier, &folder, stands).await?;
        changed.push(Changed { dossier, head });
    }
    Ok(changed)
}

async fn log(
    transaction: &mut Transaction<'static, Any>,
    dossier: DossierId,
    folder: &Path,
    stands: Stands,
) -> Result<Head, Error> {
    let path = folder.join("log.jsonl");
    let file = tokio::fs::File::open(&path).await.map_err(|error| Error::file(&path, &error))?;
    let mut file = BufReader::new(file);
    let (mut head, mut named, mut rows) = (Head::default(), Named::default(), Vec::new());
    let mut line = Vec::new();
    loop {
        line.clear();
        let mut most = (&mut file).take(LONGEST_LINE as u64 + 2);
        let length = most.read_until(b'\n', &mut line).await;
        let ended = length.map_err(|error| Error::file(&path, &error))? == 0;
        if !ended {
            let mut reader = Reader::behind(head, &line);
            match reader.next() {
                Some(Ok(entry)) => named.by(&entry),
                Some(Err(fault)) => {
                    let code = fault.problem.code();
                    return Err(wrong(&path, format!("line {}: {code}", fault.line)));
                }
                None => {}
            }
            head = reader.head();
            let text = String::from_utf8_lossy(line.strip_suffix(b"\n").unwrap_or(&line));
            let text = Value::from(text.as_ref());
            rows.push(vec![dossier.0.into(), seq(head.seq).into(), text, head.hash.into()]);
        }
        if ended || rows.len() == PAGE {
            let insert = "INSERT INTO entries (dossier, seq, line, hash) VALUES";
            for insert in many(insert, "", std::mem::take(&mut rows))? {
                insert.execute(&mut **transaction).await?;
            }
        }
        if ended {
            break;
        }
    }
    if Stands::from(head) != stands || head.seq == 0 {
        return Err(wrong(&path, "it does not end with the head that instance.json names"));
    }
    for hash in named.dossiers {
        let path = folder.join(format!("texts/{hash}.json"));
        text(transaction, &path, hash).await?;
    }
    for hash in named.rules {
        let path = folder.join(format!("rules/{hash}.toml"));
        if path.exists() {
            text(transaction, &path, hash).await?;
        }
    }
    Ok(head)
}

async fn text(
    transaction: &mut Transaction<'static, Any>,
    path: &Path,
    hash: Hash,
) -> Result<(), Error> {
    let text = read(path).await?;
    if Hash::of(text.as_bytes()) != hash {
        return Err(wrong(path, "its SHA-256 is another than its name"));
    }
    put(transaction, &text).await.map(|_| ())
}

/// Receipts are for lines that are there.
async fn receipts(transaction: &mut Transaction<'static, Any>, path: &Path) -> Result<(), Error> {
    let without = sql!(
        "SELECT r.name FROM receipts r
         LEFT JOIN entries e ON e.dossier = r.dossier AND e.seq = r.seq AND e.hash = r.hash
         WHERE e.seq IS NULL LIMIT 1"
    );
    match without.fetch_optional(&mut **transaction).await? {
        Some(_) => Err(wrong(path, "a receipt is for a line that is in no log")),
        None => Ok(()),
    }
}

/// No number is given twice.
async fn counters(
    transaction: &mut Transaction<'static, Any>,
    instance: &Instance,
    path: &Path,
) -> Result<(), Error> {
    let last = |name: &str| instance.counters.get(name).copied();
    for (name, highest) in [
        ("dossier", sql!("SELECT coalesce(max(id), 0) FROM dossiers")),
        ("account", sql!("SELECT coalesce(max(id), 0) FROM accounts")),
        ("token", sql!("SELECT coalesce(max(id), 0) FROM tokens")),
        ("draft", sql!("SELECT coalesce(max(id), 0) FROM drafts")),
        ("body", sql!("SELECT coalesce(max(id), 0) FROM bodies")),
    ] {
        let highest = highest.fetch_one(&mut **transaction).await?.number(0)?;
        // Bodies came after the first exports.
        let last = last(name).or((name == "body" && highest == 0).then_some(0));
        let last = last.filter(|last| *last >= highest);
        let last = last.ok_or_else(|| wrong(path, format!("the last {name} is a later one")))?;
        sql!("UPDATE counters SET last = $2 WHERE name = $1", name, last)
            .execute(&mut **transaction)
            .await?;
    }
    Ok(())
}
