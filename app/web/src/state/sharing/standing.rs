//! How it stands with sending, and what is in one space, as the pages show it. Only reads; the sentences are made in
//! `model::sharing`. Track `revision` and `reach` to read again.

use super::all_waiting;
use crate::state::AppState;
use leptos::prelude::GetUntracked;
use model::sharing::alarms::{self, Said};
use model::sharing::log::{self, Sentence};
use model::sharing::people::{self, Card, Names};
use model::sharing::waiting::Item;
use model::sharing::{Telling, status, titles, waiting};
use model::spaces::OpenSpace;
use replica::gather::Gather;
use replica::id::{DeviceId, PartId, SpaceId};
use rules::text::Lang;
use std::collections::BTreeMap;

/// How it stands with the server, for all shared spaces together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What is known of the server.
    pub server: String,
    /// "3 wijzigingen wachten."; nothing when nothing waits.
    pub waiting: Option<String>,
    /// When everything that waited was last sent, and when the server last answered, as far as it is known.
    pub sent_at: Option<String>,
    pub answered_at: Option<String>,
    pub waits: Vec<Waits>,
}

/// What waits of one space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waits {
    pub space: SpaceId,
    pub title: String,
    /// Each part with its sentence.
    pub parts: Vec<(String, String)>,
}

impl AppState {
    /// How it stands; nothing when no space is shared.
    pub fn standing(&self, lang: Lang) -> Option<Standing> {
        let desk = self.open_desk()?;
        let shared: Vec<_> =
            desk.spaces.all().into_iter().filter(|open| open.is_shared()).collect();
        if shared.is_empty() {
            return None;
        }
        let reach = self.reach.try_get_untracked().unwrap_or_default();
        let (changes, files) = all_waiting(&shared);
        let sent = shared.iter().filter_map(|open| open.known(reach, |_, known| known.sent_at));
        let answered =
            shared.iter().filter_map(|open| open.read(|space| space.status().last_answer));
        let (sent, answered) = (sent.max(), answered.max());
        Some(self.tell(lang, |telling| {
            Standing {
                server: status::reach(reach, telling),
                waiting: status::all_wait(changes, files, telling),
                sent_at: sent.map(|at| telling.when(at)),
                answered_at: answered.map(|at| telling.when(at)),
                waits: shared
                    .iter()
                    .map(|open| waits(open, reach, telling))
                    .filter(|waits| !waits.parts.is_empty())
                    .collect(),
            }
        }))
    }

    /// What waits of one space, each part with its sentence.
    pub fn waits(&self, id: SpaceId, lang: Lang) -> Vec<(String, String)> {
        let reach = self.reach.try_get_untracked().unwrap_or_default();
        let read = |open: &OpenSpace| self.tell(lang, |telling| waits(open, reach, telling).parts);
        self.with_space(id, read).unwrap_or_default()
    }

    /// Where the changes of one space are, in words; nothing when it is not shared.
    pub fn whereabouts(&self, id: SpaceId, lang: Lang) -> Option<String> {
        self.with_space(id, OpenSpace::is_shared).filter(|shared| *shared)?;
        self.known(id, |_, known| self.tell(lang, |telling| status::explained(known, telling)))
    }

    /// Everybody who is or was in a space.
    pub fn cards(&self, id: SpaceId, lang: Lang) -> Vec<Card> {
        let read = |open: &OpenSpace| {
            self.tell(lang, |telling| open.read(|space| people::cards(space, telling)))
        };
        self.with_space(id, read).unwrap_or_default()
    }

    /// The devices that are in, of the person to whom this one belongs (in hexadecimal digits).
    pub fn devices_beside(&self, id: SpaceId, device: &str) -> Vec<DeviceId> {
        let own = |line: &people::Line| line.id.to_string() == device;
        let cards = self.cards(id, Lang::Nl).into_iter();
        let card = cards.filter(|card| card.devices.iter().any(own));
        let lines = card.flat_map(|card| card.devices).filter(|line| line.role.is_some());
        lines.map(|line| line.id).collect()
    }

    /// The names of the others who are in: `Bram en Noor`; nothing when nobody else is.
    pub fn company(&self, id: SpaceId, lang: Lang) -> Option<String> {
        let cards = self.cards(id, lang).into_iter();
        let others: Vec<_> =
            cards.filter(|card| !card.is_me && card.role.is_some()).map(|card| card.name).collect();
        (!others.is_empty()).then(|| self.tell(lang, |telling| telling.list(&others)))
    }

    /// What a person must know of a space.
    pub fn alarms(&self, id: SpaceId, lang: Lang) -> Vec<Said> {
        let read = |open: &OpenSpace| {
            open.read(|space| {
                let names = Names::of(space);
                self.tell(lang, |telling| {
                    let said = |alarm| alarms::said(alarm, &names, telling);
                    space.alarms().iter().map(said).collect()
                })
            })
        };
        self.with_space(id, read).unwrap_or_default()
    }

    /// Who did what in a space, the newest first.
    pub fn story(&self, id: SpaceId, lang: Lang) -> Vec<Sentence> {
        let title = |part: PartId| Some(titles::of(part)?.get(lang).to_owned());
        let read = |open: &OpenSpace| {
            self.tell(lang, |telling| open.read(|space| log::sentences(space, &title, telling)))
        };
        self.with_space(id, read).unwrap_or_default()
    }
}

fn waits(open: &OpenSpace, reach: status::Reach, telling: Telling<'_>) -> Waits {
    let about = open.about();
    let parts = if open.is_shared() {
        let since = open.since();
        open.known(reach, |space, known| {
            let all = space.waiting();
            let titles: BTreeMap<_, _> = all
                .parts
                .keys()
                .filter_map(|part| Some((*part, telling.text(titles::of(*part)?).to_owned())))
                .gather();
            let item = |item: Item| (item.title.clone(), item.sentence(telling));
            waiting::items(space, known, &titles, &since, telling).into_iter().map(item).collect()
        })
    } else {
        Vec::new()
    };
    let title = if about.title.is_empty() {
        telling.text(about.kind.name()).to_owned()
    } else {
        about.title
    };
    Waits { space: open.id(), title, parts }
}
