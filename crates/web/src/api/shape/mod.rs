//! What the API speaks of, as JSON. Amendments are named as in the addresses of the site, "4", "13/1", "3-rev".

mod amendment;
mod dossier;
mod sitting;

pub use amendment::{Amendment, Changed, InboxItem, Listed, Ranked, RelationsOf};
pub use dossier::{Dossier, Draft, Logged, Version};
pub use sitting::{Figures, Sitting};

use crate::Tongue;
use serde::Serialize;
use std::borrow::Cow;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{Object, Schema};
use utoipa::{PartialSchema, ToSchema};

/// For people, in both languages of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Said {
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
}

impl Said {
    /// What is told in each language.
    pub fn of(tell: impl Fn(Tongue) -> String) -> Self {
        Self { en: tell(Tongue::En), fr: tell(Tongue::Fr) }
    }
}

macro_rules! published {
    ($($(#[$doc:meta])* $name:ident,)+) => {$(
        $(#[$doc])*
        pub struct $name;

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                Object::new().into()
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                stringify!($name).into()
            }
        }
    )+};
}

// Their schemas are the published ones of `docs/schema`, which `api::document` puts in.
published! {
    /// An event of a log.
    EventJson,
    /// What follows from an event.
    ConsequenceJson,
    /// A language version of an amendment.
    WordingJson,
    /// A dossier, `hemicycle-dossier/1`.
    DossierJson,
    /// Something found in a file, and where.
    FindingJson,
    /// An adopted text, `hemicycle-adopted/1`.
    AdoptedJson,
}
