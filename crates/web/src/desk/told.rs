//! Why nothing was recorded, for people: the words, and the status of the answer.

use super::Error;
use crate::Tongue;
use axum::http::StatusCode;
use words::Args;

impl Error {
    /// The status of an answer that tells it.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NoDossier => StatusCode::NOT_FOUND,
            Self::Refused(_) | Self::Nothing | Self::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Meanwhile(_) => StatusCode::CONFLICT,
            Self::Store(error) if !error.is_passing() => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Store(_) | Self::Closed => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// What it is and what to do about it, as one line.
    pub fn told(&self, tongue: Tongue) -> String {
        match self {
            Self::Refused(refused) if refused.message.remedy.is_empty() => {
                refused.message.text.clone()
            }
            Self::Refused(refused) => {
                format!("{} – {}", refused.message.text, refused.message.remedy)
            }
            Self::Meanwhile(event) => {
                tongue.tell("desk-meanwhile", &Args::new().text("event", event.to_string()))
            }
            Self::NoDossier => tongue.say("desk-no-dossier"),
            Self::Nothing => tongue.say("desk-nothing-said"),
            Self::KeyReused => tongue.say("desk-key-reused"),
            Self::Store(error) if error.is_passing() => tongue.say("desk-unreachable"),
            Self::Closed => tongue.say("desk-unreachable"),
            Self::Store(_) | Self::Fault(_) => tongue.say("desk-fault"),
        }
    }
}
