//! One statement asked or done, as most of the tables need it.

use crate::sql::Statement;
use crate::{Error, Store};
use sqlx::any::AnyRow;

impl Store {
    /// The row that a statement finds, read.
    pub(crate) async fn one<T>(
        &self,
        asked: Statement,
        read: impl Fn(&AnyRow) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        asked.fetch_optional(&self.base().reads).await?.as_ref().map(read).transpose()
    }

    /// All rows that a statement finds, read.
    pub(crate) async fn all<T>(
        &self,
        asked: Statement,
        read: impl Fn(&AnyRow) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        asked.fetch_all(&self.base().reads).await?.iter().map(read).collect()
    }

    /// The same, in an order that both databases share.
    pub(crate) async fn sorted<T: Ord>(
        &self,
        asked: Statement,
        read: impl Fn(&AnyRow) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let mut found = self.all(asked, read).await?;
        found.sort();
        Ok(found)
    }

    /// Does all of these or none; the first must change something, or there is no such thing.
    pub(crate) async fn change(
        &self,
        what: &'static str,
        statements: Vec<Statement>,
    ) -> Result<(), Error> {
        let mut transaction = self.base().write().await?;
        for (at, statement) in statements.into_iter().enumerate() {
            let changed = statement.execute(&mut *transaction).await?.rows_affected();
            if at == 0 && changed == 0 {
                return Err(Error::NotFound(what));
            }
        }
        crate::commit(transaction).await
    }

    /// Does one statement; how many rows it changed.
    pub(crate) async fn count(&self, statement: Statement) -> Result<u64, Error> {
        let mut transaction = self.base().write().await?;
        let changed = statement.execute(&mut *transaction).await?.rows_affected();
        crate::commit(transaction).await?;
        Ok(changed)
    }
}
