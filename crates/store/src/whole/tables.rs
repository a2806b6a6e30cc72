//! The tables that stand in no log, as JSON.

use super::SCHEMA;
use crate::Error;
use crate::accounts::folded;
use crate::sql::{Columns, Value, many, statement};
use serde_json::{Map, Value as Json};
use sqlx::any::AnyRow;
use sqlx::{Any, AssertSqlSafe, Transaction};
use std::path::Path;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Number,
    NumberOrNone,
    Text,
    TextOrNone,
    Hash,
    Time,
    TimeOrNone,
    /// The address of mail as it is compared: worked out from `email`, and not written.
    Folded,
}
use Holds::*;

/// A table; its file is called as it is, and holds a list of objects with a key for each column.
pub(super) struct Table {
    pub(super) name: &'static str,
    columns: &'static [(&'static str, Holds)],
    /// How many of the first columns tell one row from another.
    key: usize,
    insert: &'static str,
}

macro_rules! table {
    ($name:literal, $key:literal, $($column:ident $holds:ident),*) => {
        Table {
            name: $name,
            columns: &[$((stringify!($column), $holds)),*],
            key: $key,
            insert: concat!("INSERT INTO ", $name, " (", table!(@list $($column),*), ") VALUES"),
        }
    };
    (@list $first:ident $(, $column:ident)*) => {
        concat!(stringify!($first) $(, ", ", stringify!($column))*)
    };
}

/// Dossiers come first: what follows belongs to them. Sessions are left out: one signs in again.
pub(super) const DOSSIERS: Table = table!("dossiers", 1, id Number, slug Text, created Time);

/// In the order in which they are read back.
pub(super) const TABLES: [Table; 12] = [
    table!("accounts", 1, id Number, name Text, email Text, folded Folded, password TextOrNone,
        disabled Number, created Time),
    table!("identities", 2, issuer Text, subject Text, account Number),
    table!("passkeys", 1, id Text, account Number, name Text, held Text, created Time,
        used TimeOrNone),
    table!("bodies", 1, id Number, kind Text, en Text, fr Text),
    table!("belongs", 2, account Number, body Number),
    table!("roles", 4, account Number, dossier NumberOrNone, role Text, body TextOrNone),
    table!("tokens", 1, id Number, hash Hash, account Number, name Text, scopes Text, created Time,
        expires TimeOrNone, used TimeOrNone),
    table!("drafts", 1, id Number, owner Number, dossier Number, payload Text, version Number,
        updated Time),
    table!("shares", 2, draft Number, account Number),
    table!("signatures", 2, draft Number, account Number, version Number, signed Time),
    table!("links", 1, hash Hash, purpose Text, account NumberOrNone, draft NumberOrNone,
        created Time, expires Time, used TimeOrNone),
    table!("receipts", 2, scope Text, name Text, fingerprint Hash, dossier Number, seq Number,
        hash Hash, given Time),
];

impl Table {
    /// Whether exports were made before there was such a table; `instance.json` of a later one names it.
    pub(super) fn is_later(&self) -> bool {
        matches!(self.name, "belongs" | "bodies" | "passkeys" | "signatures")
    }

    /// All rows, as the file holds them.
    pub(super) async fn read(
        &self,
        transaction: &mut Transaction<'static, Any>,
    ) -> Result<String, Error> {
        let columns: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        let text = format!("SELECT {} FROM {}", columns.join(", "), self.name);
        let rows =
            statement(AssertSqlSafe(text), Vec::new())?.fetch_all(&mut **transaction).await?;
        let rows: Result<Vec<_>, Error> = rows.iter().map(|row| self.row(row)).collect();
        let mut rows = rows?;
        // In an order of our own: databases compare texts each in its way.
        rows.sort_by_cached_key(|row| {
            let keys = row.values().take(self.key);
            keys.map(|value| (value.as_i64(), value.as_str().map(str::to_owned)))
                .collect::<Vec<_>>()
        });
        let mut file = Map::new();
        file.insert("schema".to_owned(), SCHEMA.into());
        file.insert(self.name.to_owned(), rows.into_iter().map(Json::Object).collect());
        super::files::pretty(&file)
    }

    fn row(&self, row: &AnyRow) -> Result<Map<String, Json>, Error> {
        let mut object = Map::new();
        for (at, (name, holds)) in self.columns.iter().enumerate() {
            let value = match holds {
                Folded => continue,
                Number => row.number(at)?.into(),
                NumberOrNone => row.number_or_none(at)?.into(),
                Text | Hash | Time => row.text(at)?.into(),
                TextOrNone | TimeOrNone => row.text_or_none(at)?.into(),
            };
            object.insert((*name).to_owned(), value);
        }
        Ok(object)
    }

    /// Keeps the rows of a file.
    pub(super) async fn write(
        &self,
        transaction: &mut Transaction<'static, Any>,
        path: &Path,
        text: &str,
    ) -> Result<(), Error> {
        let wrong = |why: String| Error::Import { path: path.display().to_string(), why };
        let mut file: Map<String, Json> =
            serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
        if file.get("schema").and_then(Json::as_str) != Some(SCHEMA) || file.len() != 2 {
            return Err(wrong(format!("it is no file of {SCHEMA}")));
        }
        let Some(Json::Array(objects)) = file.remove(self.name) else {
            return Err(wrong(format!("it holds no {}", self.name)));
        };
        let rows = objects.iter().enumerate().map(|(at, object)| {
            let row = self.values(object);
            row.map_err(|column| wrong(format!("row {}: {column} is not as it is written", at + 1)))
        });
        for insert in many(self.insert, "", rows.collect::<Result<_, _>>()?)? {
            insert.execute(&mut **transaction).await.map_err(|error| match error.into() {
                Error::Database(why) => wrong(why),
                Error::NotFound(what) => wrong(format!("there is no such {what}")),
                other => other,
            })?;
        }
        Ok(())
    }

    /// The values of a row; or the column that is wrong.
    fn values(&self, object: &Json) -> Result<Vec<Value>, &'static str> {
        let object = object.as_object().ok_or("it")?;
        let written = self.columns.iter().filter(|(_, holds)| *holds != Folded).count();
        if object.len() != written {
            return Err("a key");
        }
        let value = |(name, holds): &(&'static str, Holds)| {
            let found = match holds {
                Folded => object.get("email"),
                _ => object.get(*name),
            };
            value(*holds, found.unwrap_or(&Json::Null)).ok_or(*name)
        };
        self.columns.iter().map(value).collect()
    }
}

fn value(holds: Holds, json: &Json) -> Option<Value> {
    match holds {
        NumberOrNone if json.is_null() => Some(Value::Number(None)),
        TextOrNone | TimeOrNone if json.is_null() => Some(Value::Text(None)),
        Number | NumberOrNone => json.as_i64().map(Value::from),
        Folded => json.as_str().map(|email| Value::from(folded(email))),
        Text | TextOrNone => json.as_str().map(Value::from),
        Hash => json.as_str().filter(|s| procedure::log::Hash::parse(s).is_some()).map(Value::from),
        Time | TimeOrNone => {
            json.as_str().filter(|s| procedure::event::Time::parse(s).is_some()).map(Value::from)
        }
    }
}
