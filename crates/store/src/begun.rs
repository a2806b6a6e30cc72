//! What was begun with somebody's browser and is taken up when it comes back, perhaps to another server: once.

use crate::sql::{Columns, sql};
use crate::{Error, Secret, Store};
use procedure::event::Time;

impl Store {
    /// Keeps what was begun for this purpose, for whoever shows the secret.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn begin(
        &self,
        secret: Secret<'_>,
        purpose: &str,
        kept: &str,
        expires: &Time,
    ) -> Result<(), Error> {
        let begun = sql!(
            "INSERT INTO begun (hash, purpose, kept, expires) VALUES ($1, $2, $3, $4)",
            secret.hash(),
            purpose,
            kept,
            expires
        );
        self.change("begun", vec![begun]).await
    }

    /// Takes it up: of all who try at once one is given it.
    ///
    /// # Errors
    ///
    /// What the database says.
    pub async fn take_up(
        &self,
        secret: Secret<'_>,
        purpose: &str,
        now: &Time,
    ) -> Result<Option<String>, Error> {
        let mut transaction = self.base().write().await?;
        let taken = sql!(
            "DELETE FROM begun WHERE hash = $1 AND purpose = $2 AND expires > $3 RETURNING kept",
            secret.hash(),
            purpose,
            now
        );
        let row = taken.fetch_optional(&mut *transaction).await?;
        let kept = row.as_ref().map(|row| row.text(0)).transpose()?;
        crate::commit(transaction).await?;
        Ok(kept)
    }
}
