//! What a rule reads and what an explanation shows: one value with its unit in the type.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::money::Money;
use crate::text::Text;

/// A known fact or a computed answer. What is not known is an absent value, never a zero.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    YesNo(bool),
    /// Pupils, schools, boards, meetings: whole things.
    Count(i64),
    Money(Money),
    /// A share or an index: `0.035` is 3,5%.
    Rate(Decimal),
    /// A tariff or factor with more decimals than a cent.
    Number(Decimal),
    Date(NaiveDate),
    Text(String),
    /// An answer in words, in the language of the screen. Written down as its Dutch text.
    #[serde(rename = "text", skip_deserializing, serialize_with = "crate::text::dutch")]
    Words(Text),
    List(Vec<Value>),
}
