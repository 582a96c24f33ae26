//! "Klaargezet voor vergadering X" (SYNC-8, SYNC-9): what a device needs to hold the meeting without a network, what of it
//! is here, and what is missing. What the device has is told by the caller.

use std::collections::{BTreeMap, BTreeSet};

use replica::id::{BlobId, PartId};
use rules::text::{Text, t};

use crate::afspraken;
use crate::attachment::Attachment;
use crate::meeting::{self, View};
use crate::werkgebied::{self, View as Werkgebied};

/// What this device has, as far as it knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Here {
    /// The app itself opens without a network.
    pub app: bool,
    /// Parts that could be opened whole; with how many changes that wait for others that have not arrived.
    pub parts: BTreeMap<PartId, usize>,
    /// The files that are wholly here.
    pub blobs: BTreeSet<BlobId>,
    /// The browser promised not to throw the data away; nothing when it does not say.
    pub persisted: Option<bool>,
}

/// What is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    App,
    Werkgebied,
    /// The agenda of this meeting, with its notes.
    Meeting,
    /// What was agreed in a year.
    Agreed(i32),
    File(Attachment),
    /// That the browser keeps the data. Asked for, not demanded.
    Storage,
}

/// How it stands with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Here,
    /// Part of it waits for changes that did not arrive.
    Incomplete,
    Missing,
    Unknown,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    pub thing: Thing,
    pub state: State,
    /// Whether the meeting cannot be held without it.
    pub required: bool,
}

/// The list, and the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    pub needs: Vec<Need>,
}

impl Ready {
    /// Whether everything that the meeting needs is here.
    pub fn is_ready(&self) -> bool {
        self.missing().next().is_none()
    }

    /// What is needed and not (wholly) here.
    pub fn missing(&self) -> impl Iterator<Item = &Need> {
        self.needs.iter().filter(|need| need.required && need.state != State::Here)
    }

    /// The sentence of the banner.
    pub fn label(&self) -> Text {
        if self.is_ready() {
            t("Klaargezet: alles staat op dit apparaat.", "Ready: everything is on this device.")
        } else {
            t("Nog niet klaargezet: er ontbreekt iets.", "Not ready yet: something is missing.")
        }
    }
}

impl Thing {
    /// What a person calls it; a year or the name of a document stands beside it.
    pub const fn label(&self) -> Text {
        match self {
            Self::App => t("De app, zonder internet", "The app, without internet"),
            Self::Werkgebied => t("Scholen en mensen", "Schools and people"),
            Self::Meeting => t("De agenda", "The agenda"),
            Self::Agreed(_) => t("Besluiten en acties", "Decisions and actions"),
            Self::File(_) => t("Stuk", "Document"),
            Self::Storage => {
                t("De browser bewaart de gegevens blijvend", "The browser keeps the data for good")
            }
        }
    }
}

/// What a device needs for a meeting. `view` is nothing when the meeting's part is not here yet.
pub fn ready(id: &str, view: Option<&View>, werkgebied: &Werkgebied, here: &Here) -> Ready {
    let part = |part: PartId| match here.parts.get(&part) {
        Some(0) => State::Here,
        Some(_) => State::Incomplete,
        None => State::Missing,
    };
    let need = |thing: Thing, state: State| Need { thing, state, required: true };
    let app = if here.app { State::Here } else { State::Missing };
    // An agenda that is there and empty was not made yet.
    let agenda = match (part(meeting::part(id)), view) {
        (State::Here, None) => State::Missing,
        (State::Here, Some(view)) if view.is_empty => State::Missing,
        (state, _) => state,
    };
    let mut needs = vec![
        need(Thing::App, app),
        need(Thing::Werkgebied, part(werkgebied::part())),
        need(Thing::Meeting, agenda),
    ];
    let agreed = |year: i32| need(Thing::Agreed(year), part(afspraken::part(year)));
    needs.extend(werkgebied::years(werkgebied).into_iter().map(agreed));
    let files = view.map(|view| view.items.iter().flat_map(|item| &item.files));
    for file in files.into_iter().flatten() {
        let state = if here.blobs.contains(&file.blob) { State::Here } else { State::Missing };
        needs.push(need(Thing::File(file.clone()), state));
    }
    let storage = match here.persisted {
        Some(true) => State::Here,
        Some(false) => State::Missing,
        None => State::Unknown,
    };
    needs.push(Need { thing: Thing::Storage, state: storage, required: false });
    Ready { needs }
}
