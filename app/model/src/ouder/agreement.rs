//! The agreement: plain text that a person can read, frozen, hashed, signed by the parent's device. Anybody who has the file can check it
//! without a network (`verify-agreement`); one changed letter makes it invalid.
//!
//! It is not a qualified signature: it shows that this text was not changed since this device signed it, not who held the device.

use std::fmt::Write;

use chrono::NaiveDate;
use replica::id::{hex, sha256};
use replica::keys::DeviceKeys;
use replica::letter::{sign_words, signed_words};
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use super::language::Language;
use super::receipt::{Receipt, Whose};
use crate::table::named;

const FIRST: &str = "Thuisnabij, keuze over een plan, versie 1";
const SIGNED: &str = "Handtekening van het apparaat: ";
const KEY: &str = "Sleutel van het apparaat: ";
/// The key of the server that this device met before the choice: a receipt of another one says nothing.
const SERVER: &str = "Server die dit apparaat kende: ";
const HASH: &str = "Controlegetal van het plan: ";
const RULE: &str = "--- het plan ---";
const END: &str = "--- einde van het plan ---";

named! {
    /// What a parent says about a plan. The first three are equal: none stands out.
    Choice {
        Eens => "eens", "Ik ben het eens", "I agree";
        NietEens => "niet-eens", "Ik ben het niet eens", "I do not agree";
        EerstPraten => "eerst-praten", "Ik wil eerst praten", "I want to talk first";
        Ingetrokken => "ingetrokken", "Ik trek mijn keuze in", "I withdraw my choice";
    }
}

/// What is agreed to, or not, by whom and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement<'a> {
    pub choice: Choice,
    /// As it was typed.
    pub name: &'a str,
    /// What this person is to the child.
    pub relation: &'a str,
    /// In which language the screen around the plan was.
    pub language: Language,
    pub on: NaiveDate,
    /// Hours and minutes by the clock of the device, `14:05`.
    pub time: &'a str,
    pub title: &'a str,
    pub plan: &'a str,
    /// The key of the server that this device met, in hexadecimal digits; empty when it met none.
    pub server: &'a str,
}

/// What a good file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub choice: String,
    pub name: String,
    pub on: String,
    pub language: String,
    /// SHA-256 of the plan, in hexadecimal digits.
    pub plan_hash: String,
    /// The key of the device, in hexadecimal digits.
    pub key: String,
    /// When it arrived, signed by the server; nothing when the file has no receipt.
    pub receipt: Option<Receipt>,
    /// Whose that receipt is.
    pub whose: Option<Whose>,
}

/// Why a file is not valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadAgreement {
    /// It is no file of ours, or not whole.
    NotOurs,
    /// The plan in it is not the one that its number is about.
    OtherPlan,
    /// Something was changed after it was signed.
    Changed,
    /// The receipt of the server under it is not of this choice, or was changed.
    BadReceipt,
}

impl BadAgreement {
    /// The sentence to show.
    pub const fn text(self) -> Text {
        match self {
            Self::NotOurs => t(
                "Dit is geen hele keuze van Thuisnabij.",
                "This is not a complete choice made with Thuisnabij.",
            ),
            Self::OtherPlan => t(
                "ONGELDIG: het plan in dit bestand is niet het plan dat is gelezen.",
                "INVALID: the plan in this file is not the plan that was read.",
            ),
            Self::Changed => t(
                "ONGELDIG: er is iets veranderd nadat het is vastgelegd.",
                "INVALID: something was changed after it was signed.",
            ),
            Self::BadReceipt => t(
                "ONGELDIG: het ontvangstbewijs van de server hoort niet bij deze keuze.",
                "INVALID: the receipt of the server does not belong to this choice.",
            ),
        }
    }
}

/// The number of a plan: SHA-256 of its text, in hexadecimal digits.
pub fn plan_hash(plan: &str) -> String {
    hex(&sha256(plan.as_bytes()))
}

impl Agreement<'_> {
    /// The whole file.
    pub fn file(&self, keys: &DeviceKeys) -> String {
        let body = self.body(keys);
        let signature = hex(&sign_words(keys, body.as_bytes()));
        format!("{body}{SIGNED}{signature}\n")
    }

    fn body(&self, keys: &DeviceKeys) -> String {
        let key = hex(keys.public().bytes().get(..32).unwrap_or_default());
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut body = String::new();
        // ok: writing to a String cannot fail
        let _ = writeln!(body, "{FIRST}\n");
        let _ = writeln!(body, "Keuze: {}", self.choice.label().nl);
        let _ = writeln!(body, "Naam: {}", line(self.name));
        let _ = writeln!(body, "Relatie tot het kind: {}", line(self.relation));
        let _ = writeln!(body, "Dag: {}", self.on);
        let _ = writeln!(body, "Tijd op het apparaat: {}", line(self.time));
        let _ = writeln!(body, "Taal van het scherm: {}", self.language.name());
        let _ = writeln!(body, "Plan: {}", line(self.title));
        let _ = writeln!(body, "{HASH}{}", plan_hash(self.plan));
        if !self.server.is_empty() {
            let _ = writeln!(body, "{SERVER}{}", line(self.server));
        }
        let _ = writeln!(body, "{KEY}{key}\n");
        let _ = writeln!(body, "{RULE}\n{}\n{END}\n", self.plan);
        body
    }
}

impl Checked {
    /// Checks a file.
    ///
    /// # Errors
    /// See [`BadAgreement`].
    pub fn of(file: &str) -> Result<Self, BadAgreement> {
        let file = file.replace("\r\n", "\n");
        let at = file.rfind(SIGNED).ok_or(BadAgreement::NotOurs)?;
        let (body, last) = file.split_at(at);
        let last = last.strip_prefix(SIGNED).ok_or(BadAgreement::NotOurs)?;
        let (signature, receipt) = last.split_once('\n').unwrap_or((last, ""));
        let signature = unhex::<64>(signature).ok_or(BadAgreement::NotOurs)?;
        if !body.starts_with(FIRST) {
            return Err(BadAgreement::NotOurs);
        }
        let (head, plan) = body.split_once(&format!("{RULE}\n")).ok_or(BadAgreement::NotOurs)?;
        let plan = plan.strip_suffix(&format!("\n{END}\n\n")).ok_or(BadAgreement::NotOurs)?;
        let field = |name: &str| {
            let found = head.lines().find_map(|line| line.strip_prefix(name));
            found.map(str::to_owned).ok_or(BadAgreement::NotOurs)
        };
        let receipt = receipt_of(&file, receipt)?;
        let checked = Self {
            choice: field("Keuze: ")?,
            name: field("Naam: ")?,
            on: field("Dag: ")?,
            language: field("Taal van het scherm: ")?,
            plan_hash: field(HASH)?,
            key: field(KEY)?,
            whose: receipt.map(|receipt| receipt.whose(&file)),
            receipt,
        };
        let key = unhex::<32>(&checked.key).ok_or(BadAgreement::NotOurs)?;
        if checked.plan_hash != plan_hash(plan) {
            return Err(BadAgreement::OtherPlan);
        }
        if signed_words(&key, body.as_bytes(), &signature) {
            Ok(checked)
        } else {
            Err(BadAgreement::Changed)
        }
    }
}

/// The key of the server that the device knew when it signed this file; nothing when the file says none.
pub(super) fn known_server(file: &str) -> Option<&str> {
    line_of(file, SERVER)
}

/// The key of the device that signed this file, in hexadecimal digits; nothing when it is no signed file.
pub fn signer(file: &str) -> Option<&str> {
    line_of(file, KEY)
}

fn line_of<'a>(file: &'a str, name: &str) -> Option<&'a str> {
    let (head, _) = file.split_once(RULE)?;
    head.lines().find_map(|line| line.strip_prefix(name))
}

/// The receipt under a file: none, a good one, or an error.
fn receipt_of(file: &str, receipt: &str) -> Result<Option<Receipt>, BadAgreement> {
    if receipt.trim().is_empty() {
        return Ok(None);
    }
    let signed = file.strip_suffix(receipt).ok_or(BadAgreement::BadReceipt)?;
    let read = Receipt::of(signed, receipt);
    read.map(Some).ok_or(BadAgreement::BadReceipt)
}

/// Bytes of hexadecimal digits, exactly so many.
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    unhex_all(text)?.try_into().ok()
}

/// Bytes of hexadecimal digits, written as we write them: one value has one form, so that another letter is another value.
pub fn unhex_all(text: &str) -> Option<Vec<u8>> {
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    if !text.bytes().all(is_digit) || !text.len().is_multiple_of(2) {
        return None;
    }
    let pair = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
    (0..text.len()).step_by(2).map(pair).collect()
}
