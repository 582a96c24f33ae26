//! Where a rule or a number comes from.

use serde::{Deserialize, Serialize};

/// A document and the place in it. `says` is our own wording of what stands there, never a quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub document: String,
    /// Section, article or page.
    pub place: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
}
