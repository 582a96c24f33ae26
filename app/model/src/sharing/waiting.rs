//! SYNC-5: what waits, by the title that a person gave it.

use std::collections::BTreeMap;

use replica::id::PartId;
use replica::space::Space;
use rules::text::{Text, t};

use super::Telling;
use super::status::{self, FilesWait, Known, Place};

const SINCE: Text = t("sinds {}", "since {}");

/// What it is that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Part(PartId),
    /// The decisions about who is in.
    People,
    /// Files, whatever they belong to.
    Files,
}

/// One thing of which something was not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub what: What,
    pub title: String,
    /// How many changes, or files.
    pub count: u64,
    /// Since when the oldest waits, in milliseconds since 1970, if this device wrote that down.
    pub since: Option<u64>,
    pub place: Place,
}

impl Item {
    /// "3 wijzigingen wachten, sinds vandaag 14:32" and where it is.
    pub fn sentence(&self, telling: Telling<'_>) -> String {
        let place = status::words(self.place, telling);
        if self.what == What::Files {
            let one = t("{} bestand", "{} file");
            let count = telling.count(self.count, one, t("{} bestanden", "{} files"));
            let since = self.since.map(|at| telling.fill(SINCE, &[&telling.when(at)]));
            let since = since.map(|since| format!(", {since}")).unwrap_or_default();
            return format!("{count}{since}. {}.", place.trim_end_matches('.'));
        }
        let one = t("{} wijziging", "{} change");
        let count = telling.count(self.count, one, t("{} wijzigingen", "{} changes"));
        let since = match self.since {
            Some(at) => telling.fill(SINCE, &[&telling.when(at)]),
            None => telling.text(t("onbekend sinds wanneer", "unknown since when")).to_owned(),
        };
        format!("{count}, {since}. {}.", place.trim_end_matches('.'))
    }
}

/// What of a space waits. `known` is what is known of the whole space; `titles` and `since` by part.
pub fn items(
    space: &Space,
    known: &Known<'_>,
    titles: &BTreeMap<PartId, String>,
    since: &BTreeMap<PartId, u64>,
    telling: Telling<'_>,
) -> Vec<Item> {
    let waiting = space.waiting();
    let place = |count| Known { waiting: count, files: FilesWait::default(), ..*known }.place();
    let untitled = telling.text(t("Zonder titel", "Without a title"));
    let parts = waiting.parts.iter().map(|(part, count)| Item {
        what: What::Part(*part),
        title: titles.get(part).cloned().unwrap_or_else(|| untitled.to_owned()),
        count: *count,
        since: since.get(part).copied(),
        place: place(*count),
    });
    let mut items: Vec<_> = parts.collect();
    if waiting.decisions > 0 {
        items.push(Item {
            what: What::People,
            title: telling.text(t("Wie erbij is", "Who is in")).to_owned(),
            count: waiting.decisions as u64,
            since: space.story().iter().filter(|told| told.waits).map(|told| told.at).min(),
            place: place(waiting.decisions as u64),
        });
    }
    if known.files.count > 0 {
        items.push(Item {
            what: What::Files,
            title: telling.text(t("Bijlagen", "Attachments")).to_owned(),
            count: known.files.count,
            since: known.files.since,
            place: Known { waiting: 0, ..*known }.place(),
        });
    }
    items
}
