//! The whole instance written as a folder, as it stands at one moment, while others go on.

use super::files::{Folder, pretty};
use super::tables::{DOSSIERS, TABLES};
use super::walk::Walk;
use super::{Instance, SCHEMA};
use crate::dossiers::{Dossier, listed};
use crate::sql::{Columns, sql};
use crate::{Error, Store};
use sqlx::{Any, Transaction};
use std::path::Path;

impl Store {
    /// Writes the whole instance into a folder that is not there yet (`docs/store.md` says what is in it), each log and text held
    /// against its hashes. Whatever goes wrong, no part of the folder stays.
    ///
    /// # Errors
    ///
    /// `store-file-exists`, `store-file`, `store-damaged`, and what the database says.
    pub async fn export(&self, to: &Path) -> Result<(), Error> {
        let folder = Folder::begin(to).await?;
        let mut transaction = self.base().snapshot().await?;
        let dossiers = listed(&mut transaction).await?;
        for dossier in &dossiers {
            log(&mut transaction, dossier, &folder).await?;
        }
        for table in std::iter::once(&DOSSIERS).chain(&TABLES) {
            let text = table.read(&mut transaction).await?;
            folder.write(&format!("{}.json", table.name), &text).await?;
        }
        let counters = sql!("SELECT name, last FROM counters").fetch_all(&mut *transaction).await?;
        let counters = counters.iter().map(|row| Ok((row.text(0)?, row.number(1)?)));
        let instance = Instance {
            schema: SCHEMA.to_owned(),
            later: TABLES.iter().filter(|t| t.is_later()).map(|t| t.name.to_owned()).collect(),
            counters: counters.collect::<Result<_, Error>>()?,
            heads: dossiers.into_iter().map(|d| (d.slug, d.head.into())).collect(),
        };
        transaction.rollback().await?;
        folder.write("instance.json", &pretty(&instance)?).await?;
        folder.finish().await
    }

    /// Holds every log against its chain, and every text that one names against its hash.
    ///
    /// # Errors
    ///
    /// `store-damaged` says which does not hold; and what the database says.
    pub async fn verify(&self) -> Result<Vec<Dossier>, Error> {
        let mut transaction = self.base().snapshot().await?;
        let dossiers = listed(&mut transaction).await?;
        for dossier in &dossiers {
            let mut walk = Walk::new(dossier);
            while walk.next(&mut transaction).await?.is_some() {}
            for hash in &walk.named.dossiers {
                walk.dossier(&mut transaction, *hash).await?;
            }
        }
        transaction.rollback().await?;
        Ok(dossiers)
    }
}

async fn log(
    transaction: &mut Transaction<'static, Any>,
    dossier: &Dossier,
    folder: &Folder,
) -> Result<(), Error> {
    let slug = &dossier.slug;
    folder.folder(&format!("{slug}/texts")).await?;
    let mut output = folder.file(&format!("{slug}/log.jsonl")).await?;
    let mut walk = Walk::new(dossier);
    while let Some(page) = walk.next(transaction).await? {
        output.add(page.as_bytes()).await?;
    }
    output.end().await?;
    for hash in &walk.named.dossiers {
        let text = walk.dossier(transaction, *hash).await?;
        folder.write(&format!("{slug}/texts/{hash}.json"), &text).await?;
    }
    for hash in &walk.named.rules {
        if let Some(text) = walk.text(transaction, *hash).await? {
            folder.folder(&format!("{slug}/rules")).await?;
            folder.write(&format!("{slug}/rules/{hash}.toml"), &text).await?;
        }
    }
    Ok(())
}
