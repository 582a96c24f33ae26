//! The receipt under a signed choice: that it existed at a time, by the clock of the server and signed by it. It says nothing about what was
//! chosen or by whom, nor that it arrived anywhere: the server knows a hash and no more. Format 1 says "Aangekomen" of that, which it does not
//! know; format 2 says what it knows. Both are read, under the same signature. Format: replica/KEYS.md, "Letters".

use chrono::{DateTime, NaiveDate};
use replica::id::{hex, sha256};
use replica::keys::Signature;
use replica::letter::signed_arrival;
use rules::calendar::day_in_the_netherlands;

use super::agreement::{known_server, unhex};

/// The words of one format, in the order of the lines: its heading, what stands before the time, and what stands after it.
struct Words {
    first: &'static str,
    at: &'static str,
    note: &'static str,
}

const FORMATS: [Words; 2] = [
    Words {
        first: "\nOntvangstbewijs van de server, versie 2\n",
        at: "Bestond op: ",
        note: "Let op: de server zag alleen een getal dat bij deze keuze hoort, niet de keuze, en zegt niet dat iemand haar kreeg.\n",
    },
    Words { first: "\nOntvangstbewijs van de server, versie 1\n", at: "Aangekomen: ", note: "" },
];

const SECONDS: &str = " seconden na het begin van 1970, dat is ";
const KEY: &str = "Sleutel van de server: ";
const BY: &str = "Handtekening van de server: ";

/// See the module's header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Seconds since 1970, by the clock of the server.
    pub at: u64,
    /// The signing key of the server.
    pub key: [u8; 32],
    pub by: Signature,
}

impl Receipt {
    /// The lines below a signed file, in the newest format.
    pub fn lines(&self) -> String {
        let [newest, _] = &FORMATS;
        self.in_words(newest)
    }

    fn in_words(&self, words: &Words) -> String {
        let (key, by) = (self.server(), hex(&self.by));
        let Words { first, at, note } = words;
        format!("{first}{at}{}{SECONDS}{}\n{note}{KEY}{key}\n{BY}{by}\n", self.at, self.when())
    }

    /// The signing key of the server in hexadecimal, as its `sleutel` command prints it.
    pub fn server(&self) -> String {
        hex(&self.key)
    }

    /// The moment, in words: `2026-11-26 08:14:05 UTC`.
    pub fn when(&self) -> String {
        let at = i64::try_from(self.at).ok().and_then(|at| DateTime::from_timestamp(at, 0));
        at.map(|at| at.to_string()).unwrap_or_default()
    }

    /// The day of that moment in the Netherlands, where the choice was made.
    pub fn day(&self) -> Option<NaiveDate> {
        let at = DateTime::from_timestamp(i64::try_from(self.at).ok()?, 0)?;
        Some(day_in_the_netherlands(at.naive_utc()))
    }

    /// Reads the lines below a signed file; nothing when one letter of either is another.
    pub fn of(signed: &str, lines: &str) -> Option<Self> {
        FORMATS.iter().find_map(|words| Self::of_format(words, signed, lines))
    }

    fn of_format(words: &Words, signed: &str, lines: &str) -> Option<Self> {
        let rest = lines.strip_prefix(words.first)?.strip_prefix(words.at)?;
        let (at, rest) = rest.split_once(SECONDS)?;
        let (_, rest) = rest.split_once('\n')?;
        let rest = rest.strip_prefix(words.note)?;
        let (key, by) = rest.strip_prefix(KEY)?.split_once('\n')?;
        let by = by.strip_prefix(BY)?.trim_end();
        let read = Self { at: at.parse().ok()?, key: unhex(key)?, by: unhex(by)? };
        let is_right = read.is_for(signed.as_bytes()) && read.in_words(words) == lines;
        is_right.then_some(read)
    }

    /// Whether it is for exactly these bytes.
    pub fn is_for(&self, signed: &[u8]) -> bool {
        signed_arrival(&self.key, &sha256(signed), self.at, &self.by)
    }
}

/// Whose a receipt is, by what the device knew when it signed the choice. Anybody can make a key and sign under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The server that the device had met when it opened the letter.
    Known,
    /// Another one. It says nothing.
    Other,
    /// The device did not know any; the administrator can tell (`thuisnabij sleutel`).
    Unsaid,
}

impl Receipt {
    /// Whose it is, under this signed file.
    pub fn whose(&self, signed: &str) -> Whose {
        match known_server(signed) {
            None => Whose::Unsaid,
            Some(key) if key == self.server() => Whose::Known,
            Some(_) => Whose::Other,
        }
    }
}

/// The file with its receipt below it.
pub fn with_receipt(file: &str, receipt: Option<&str>) -> String {
    format!("{file}{}", receipt.unwrap_or_default())
}

/// Whether these lines are a receipt for this file.
pub fn received(file: &str, lines: &str) -> bool {
    Receipt::of(file, lines).is_some()
}
