//! The Oudersteunpunt of a school year: whether its three tasks are set up, what parents experience, bundled, and what is passed on.
//! Sources: plan PPO-NK 2022-2026 §7.1 (OSP-01 to OSP-03) and §12.2.2 (TOP-13); WPO article 19 (B3 of what is newer than the plans).
//!
//! Nothing in it points to a family: it has no name, no day of a talk and no story; of a theme that fewer families than [`SMALLEST`]
//! brought up it only keeps that there were a few, not how many.

use replica::id::PartId;
use rules::rule::Context;
use rules::text::{Text, t};
use serde::{Deserialize, Serialize};

use crate::ask::{Facts, ask};
use crate::table::named;
use crate::typed::{Typed, open_kind};
use crate::werkgebied::planning::Watch;

mod command;
mod read;
#[cfg(test)]
mod tests;

use command as carry_out;
use read as view;

pub use command::{Command, Field};
pub use read::{Conflict, Signalled, Tally, View};

/// The version of the layout that this code writes.
pub const SCHEMA: i64 = 1;

/// Of fewer families than this no number is kept. The plan names none; it is that of the councils of children.
pub const SMALLEST: i64 = 5;

named! {
    /// What an Oudersteunpunt does (OSP-01).
    Task {
        Informeren => "informeren", "Informeren", "Inform";
        Steunen => "steunen", "Steunen", "Support";
        Signaleren => "signaleren", "Signaleren", "Signal";
    }
}

named! {
    /// What parents come with, in words of our own.
    Theme {
        Weg => "weg", "De weg naar hulp is niet duidelijk", "The way to help is not clear";
        Gesprek => "gesprek", "Het gesprek met de school", "The talk with the school";
        Wachten => "wachten", "Wachten op hulp", "Waiting for help";
        Thuis => "thuis", "Een kind gaat niet naar school", "A child does not go to school";
        Overstap => "overstap", "De overstap naar een andere school", "The move to another school";
        Gegevens => "gegevens", "Wat er over een kind wordt bewaard", "What is kept about a child";
        Anders => "anders", "Iets anders", "Something else";
    }
}

/// The part of a space with a school year of the Oudersteunpunt.
pub fn part(first_year: i32) -> PartId {
    PartId::named(&format!("oudersteunpunt/{first_year}"))
}

/// A school year of the Oudersteunpunt.
pub type Steunpunt = Typed<SteunpuntKind>;

open_kind! {
    /// What makes a document a year of the Oudersteunpunt.
    SteunpuntKind
}

mod layout {
    use replica::document::Place;

    pub(super) const ROOT: &str = "oudersteunpunt";
    pub(super) const SHARED: &str = "gedeeld_op";
    pub(super) const SIGNALS: &str = "signalen";
    pub(super) const TEXT: &str = "tekst";
    pub(super) const ON: &str = "dag";
    pub(super) const GONE: &str = "weg";
    /// What stands in place of a small number.
    pub(super) const FEW: &str = "weinig";
    const TASK: &str = "taak:";
    const THEME: &str = "thema:";

    pub(super) fn itself() -> Place {
        Place::root(ROOT)
    }

    pub(super) fn task(slug: &str) -> String {
        format!("{TASK}{slug}")
    }

    pub(super) fn theme(slug: &str) -> String {
        format!("{THEME}{slug}")
    }

    pub(super) fn task_of(name: &str) -> Option<&str> {
        name.strip_prefix(TASK)
    }

    pub(super) fn theme_of(name: &str) -> Option<&str> {
        name.strip_prefix(THEME)
    }
}

/// What the rules say about it. Make the context for today and the region of the werkgebied.
pub fn watch(view: &View, context: &Context<'_>) -> Vec<Watch> {
    let mut tasks = Facts::default();
    for (task, is_there) in &view.tasks {
        tasks.yes_no(task.slug(), *is_there);
    }
    let bundled = view.themes.iter().any(|(_, tally)| *tally != Tally::Nobody);
    let mut experiences = Facts::default();
    experiences.yes_if("gebundeld", bundled || !view.signals.is_empty());
    experiences.yes_if("gedeeld", view.shared.is_some());
    // Held by the commands: no small number is written, and a signal only after somebody looked at it for this.
    experiences.yes_if("niemand", bundled || !view.signals.is_empty());
    let mut shown = Facts::default();
    let counts = view.themes.iter().filter_map(|(_, tally)| match tally {
        Tally::Families(count) => Some(*count),
        Tally::Nobody | Tally::Few => None,
    });
    if let Some(smallest) = counts.min() {
        shown.yes_no("zonder_namen", true);
        shown.number("kleinste", smallest);
        shown.number("drempel", SMALLEST);
    }
    let all = [
        ask("OSP-01", tasks, context),
        ask("OSP-02", experiences, context),
        ask("TOP-13", shown, context),
        ask("OSP-03", Facts::default(), context),
    ];
    all.into_iter().flatten().collect()
}
