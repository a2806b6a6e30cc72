//! Statements with their values, and rows read back.
//!
//! Of the types that both databases share two are enough: whole numbers and text. Every value passes through
//! [`Value`], so that a character that one of the databases cannot keep is refused by both.

use crate::error::Error;
use procedure::event::Time;
use procedure::log::Hash;
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe, Row, SqlSafeStr};

/// What stands for a `$1`.
pub(crate) enum Value {
    Number(Option<i64>),
    Text(Option<String>),
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(Some(number))
    }
}

impl From<Option<i64>> for Value {
    fn from(number: Option<i64>) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Number(Some(i64::from(yes)))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Self {
        Self::Text(text.map(str::to_owned))
    }
}

impl From<&Time> for Value {
    fn from(time: &Time) -> Self {
        Self::from(time.as_str())
    }
}

impl From<Option<&Time>> for Value {
    fn from(time: Option<&Time>) -> Self {
        Self::from(time.map(Time::as_str))
    }
}

impl From<Hash> for Value {
    fn from(hash: Hash) -> Self {
        Self::Text(Some(hash.to_string()))
    }
}

pub(crate) type Statement = Query<'static, Any, AnyArguments>;

/// A statement with its values.
pub(crate) fn statement(sql: impl SqlSafeStr, values: Vec<Value>) -> Result<Statement, Error> {
    let mut query = sqlx::query(sql);
    for value in values {
        query = match value {
            Value::Number(number) => query.bind(number),
            Value::Text(Some(text)) if text.contains('\0') => return Err(Error::Character),
            Value::Text(text) => query.bind(text),
        };
    }
    Ok(query)
}

/// `sql!("… $1 … $2", a, b)`: a statement with its values.
macro_rules! sql {
    ($sql:literal $(, $value:expr)* $(,)?) => {
        $crate::sql::statement($sql, vec![$($crate::sql::Value::from($value)),*])?
    };
}
pub(crate) use sql;

/// How many rows are put into one statement: few sizes, so that few statements are prepared.
const CHUNKS: [usize; 3] = [64, 8, 1];

/// `BEFORE ($1,$2),($3,$4)… AFTER`, for rows of the same number of values, in as many statements as it takes.
pub(crate) fn many(
    before: &'static str,
    after: &'static str,
    rows: Vec<Vec<Value>>,
) -> Result<Vec<Statement>, Error> {
    let (mut rows, mut statements) = (rows.into_iter(), Vec::new());
    while rows.len() > 0 {
        let size = CHUNKS.into_iter().find(|size| *size <= rows.len()).unwrap_or(1);
        let (mut text, mut values) = (before.to_owned(), Vec::new());
        for at in 0..size {
            let row = rows.next().unwrap_or_default();
            let first = values.len() + 1;
            let marks: Vec<String> = (first..first + row.len()).map(|n| format!("${n}")).collect();
            text += if at == 0 { " (" } else { ", (" };
            text += &marks.join(", ");
            text.push(')');
            values.extend(row);
        }
        text += after;
        statements.push(statement(AssertSqlSafe(text), values)?);
    }
    Ok(statements)
}

/// What a row holds, by column from 0.
pub(crate) trait Columns {
    fn number(&self, column: usize) -> Result<i64, Error>;
    fn number_or_none(&self, column: usize) -> Result<Option<i64>, Error>;
    fn text(&self, column: usize) -> Result<String, Error>;
    fn text_or_none(&self, column: usize) -> Result<Option<String>, Error>;

    /// A number that is never below 0.
    fn count(&self, column: usize) -> Result<u64, Error> {
        let number = self.number(column)?;
        u64::try_from(number).map_err(|_| Error::Damaged(format!("{number} counts nothing")))
    }

    fn yes(&self, column: usize) -> Result<bool, Error> {
        Ok(self.number(column)? != 0)
    }

    fn hash(&self, column: usize) -> Result<Hash, Error> {
        Hash::parse(&self.text(column)?).ok_or_else(|| Error::Damaged("a hash is none".to_owned()))
    }

    fn time(&self, column: usize) -> Result<Time, Error> {
        moment(&self.text(column)?)
    }

    fn time_or_none(&self, column: usize) -> Result<Option<Time>, Error> {
        self.text_or_none(column)?.map(|written| moment(&written)).transpose()
    }
}

fn moment(written: &str) -> Result<Time, Error> {
    Time::parse(written).ok_or_else(|| Error::Damaged("a moment is none".to_owned()))
}

impl Columns for AnyRow {
    fn number(&self, column: usize) -> Result<i64, Error> {
        Ok(self.try_get(column)?)
    }

    fn number_or_none(&self, column: usize) -> Result<Option<i64>, Error> {
        Ok(self.try_get(column)?)
    }

    fn text(&self, column: usize) -> Result<String, Error> {
        Ok(self.try_get(column)?)
    }

    fn text_or_none(&self, column: usize) -> Result<Option<String>, Error> {
        Ok(self.try_get(column)?)
    }
}

/// A sequence number as the databases keep it.
pub(crate) fn seq(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}
