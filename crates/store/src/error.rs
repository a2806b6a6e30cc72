//! What the store refuses, and what went wrong below it.

/// Why something was not kept, or not found. No message holds a secret, an address of a database or a text of a person.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// `store-address`: the address names no database that this program knows.
    #[error("the database must be named as sqlite:FILE or postgres://…: {0}")]
    Address(String),
    /// `store-newer`: the database was written by a later version of this program.
    #[error(
        "the database has schema {found}, this program knows {known}: install the version that wrote it, or a later one"
    )]
    Newer {
        /// The schema of the database.
        found: i64,
        /// The newest schema that this program knows.
        known: i64,
    },
    /// `store-schema`: the tables could not be made, or are not those of this program.
    #[error("the tables of the database cannot be made, or are another program's: {0}")]
    Schema(String),
    /// `store-not-durable`: what the database acknowledges may be lost.
    #[error("the database may lose what it has acknowledged: {0}")]
    NotDurable(&'static str),
    /// `store-encoding`: the database does not keep every character.
    #[error("the database must be in UTF-8, and is in {0}")]
    Encoding(String),
    /// `store-unreachable`: nothing was kept, the database does not answer.
    #[error("the database cannot be reached: {0}")]
    Unreachable(String),
    /// `store-unsure`: the connection broke at the moment of keeping; whether it was kept is seen by reading.
    #[error("the connection to the database broke while it was keeping: read before trying again")]
    Unsure,
    /// `store-closed`: the store was closed.
    #[error("the store is closed")]
    Closed,
    /// `store-database`: the database refused a statement; nothing was kept.
    #[error("the database refused: {0}")]
    Database(String),
    /// `store-damaged`: what is kept does not hold together.
    #[error("what is kept is damaged: {0}")]
    Damaged(String),
    /// `store-not-found`: there is no such thing.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// `store-taken`: another has it already.
    #[error("this {0} is taken")]
    Taken(&'static str),
    /// `store-stale`: somebody else saved meanwhile.
    #[error("it was changed meanwhile: version {version} is kept")]
    Stale {
        /// The version that is kept.
        version: u64,
    },
    /// `store-slug`: an address is 1 to 80 small letters, digits and hyphens, and begins with no hyphen.
    #[error(
        "an address has 1 to 80 small letters a to z, digits and hyphens, and begins with no hyphen"
    )]
    Slug,
    /// `store-character`: the character U+0000, which PostgreSQL does not keep.
    #[error("a text contains the character U+0000")]
    Character,
    /// `store-opening`: a log begins with an event that opens it on the dossier given.
    #[error("a log begins with the event that opens it, on the dossier that is kept with it")]
    Opening,
    /// `store-file-exists`: nothing is overwritten.
    #[error("{0} exists, and nothing is overwritten")]
    FileExists(String),
    /// `store-file`: a file cannot be read or written.
    #[error("{path}: {why}")]
    File {
        /// Which.
        path: String,
        /// Why.
        why: String,
    },
    /// `store-import`: a file of an export is not as it was written.
    #[error("{path}: {why}")]
    Import {
        /// Which.
        path: String,
        /// What is wrong with it.
        why: String,
    },
    /// `store-not-empty`: an export is read into an instance in which there is nothing.
    #[error("the instance is not empty: an export is read into a new one")]
    NotEmpty,
}

impl Error {
    /// Its stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Address(_) => "store-address",
            Self::Newer { .. } => "store-newer",
            Self::Schema(_) => "store-schema",
            Self::NotDurable(_) => "store-not-durable",
            Self::Encoding(_) => "store-encoding",
            Self::Unreachable(_) => "store-unreachable",
            Self::Unsure => "store-unsure",
            Self::Closed => "store-closed",
            Self::Database(_) => "store-database",
            Self::Damaged(_) => "store-damaged",
            Self::NotFound(_) => "store-not-found",
            Self::Taken(_) => "store-taken",
            Self::Stale { .. } => "store-stale",
            Self::Slug => "store-slug",
            Self::Character => "store-character",
            Self::Opening => "store-opening",
            Self::FileExists(_) => "store-file-exists",
            Self::File { .. } => "store-file",
            Self::Import { .. } => "store-import",
            Self::NotEmpty => "store-not-empty",
        }
    }

    /// Whether the same may succeed a moment later: the database does not answer, or the program ends.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Unreachable(_) | Self::Unsure | Self::Closed)
    }

    /// Of a file.
    pub(crate) fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        let path = path.display().to_string();
        match error.kind() {
            std::io::ErrorKind::AlreadyExists => Self::FileExists(path),
            _ => Self::File { path, why: error.to_string() },
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::PoolClosed => Self::Closed,
            // The message alone: the details of a violated constraint would hold the values.
            sqlx::Error::Database(error) if is_lost(error.code().as_deref()) => {
                Self::Unreachable(error.message().to_owned())
            }
            sqlx::Error::Database(error) if error.is_foreign_key_violation() => {
                Self::NotFound("account, dossier, draft or body")
            }
            sqlx::Error::Database(error) => Self::Database(error.message().to_owned()),
            sqlx::Error::Io(error) => Self::Unreachable(error.to_string()),
            sqlx::Error::PoolTimedOut => Self::Unreachable("no connection became free".to_owned()),
            sqlx::Error::Tls(error) => Self::Unreachable(error.to_string()),
            sqlx::Error::WorkerCrashed => Self::Unreachable("the connection is gone".to_owned()),
            sqlx::Error::Configuration(error) => Self::Address(error.to_string()),
            other => Self::Damaged(other.to_string()),
        }
    }
}

/// Whether PostgreSQL ends the connection by this: it stops, starts, or has too many.
fn is_lost(code: Option<&str>) -> bool {
    code.is_some_and(|code| code.starts_with("57P") || code.starts_with("08") || code == "53300")
}
