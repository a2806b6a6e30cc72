//! The list of calls: JSON, subdivision by subdivision, in the chair's order.

use super::Unread;
use super::amendments::bare;
use serde_json::Value;

/// One call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The number as printed: "24 rect. bis".
    pub number: String,
    /// Whether it is a sub-amendment.
    pub is_sub_amendment: bool,
    /// What became of it.
    pub outcome: String,
    /// The joint discussion it was called in.
    pub joint: Option<String>,
    /// The group of identical ones that it was called in.
    pub identical: Option<String>,
}

impl Call {
    /// The number without what is printed behind it.
    pub fn bare_number(&self) -> u32 {
        bare(&self.number)
    }
}

/// Reads the list.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Call>, Unread> {
    let list: Value = serde_json::from_slice(bytes).map_err(Unread::List)?;
    let parts = list["Subdivisions"].as_array().ok_or(Unread::Missing("Subdivisions"))?;
    let mut all = Vec::new();
    for part in parts {
        let calls = part["Amendements"].as_array().ok_or(Unread::Missing("Amendements"))?;
        for call in calls {
            let text = |key: &'static str| call[key].as_str().ok_or(Unread::Missing(key));
            let flag = |key: &'static str| text(key).map(|value| value == "true");
            let group = |key: &str| call[key].as_str().map(str::to_owned);
            all.push(Call {
                number: text("num")?.to_owned(),
                is_sub_amendment: flag("isSousAmendement")?,
                outcome: text("sort")?.to_owned(),
                joint: flag("isDiscussionCommune")?.then(|| group("idDiscussionCommune")).flatten(),
                identical: flag("isIdentique")?.then(|| group("idIdentique")).flatten(),
            });
        }
    }
    Ok(all)
}
