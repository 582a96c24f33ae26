//! The documents of the councils for the pages, and what children said and nobody looked at yet: that is in a row of this
//! device alone, and on the disk before the screen says so.

use super::app::AppState;
use super::ledger::{Ledger, Where};
use super::typed::Shelf;
use std::collections::BTreeMap;

use model::about::Kind;
use model::attachment::Attachment;
use model::inbreng::pool::Pool;
use model::inbreng::{self, Inbreng};
use model::leerlingenraad::{self, Leerlingenraad};
use model::tekening::{self, Tekening};

/// The councils with the tekening and what children brought in. `Copy`; hand it around freely.
#[derive(Clone, Copy)]
pub struct Voices {
    pub councils: Ledger<Leerlingenraad>,
    pub tekening: Ledger<Tekening>,
    pub inbreng: Shelf<Inbreng>,
}

impl Voices {
    /// Follows the documents of a space.
    pub fn follow(app: AppState, place: &Where) -> Self {
        Self {
            councils: Ledger::follow(app, place.clone(), leerlingenraad::part()),
            tekening: Ledger::follow(app, place.clone(), tekening::part()),
            inbreng: Shelf::new(app, place.clone(), inbreng::part),
        }
    }
}

/// What waits could not be read or kept; what was there stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotKept;

impl AppState {
    /// What waits of a council on this device.
    ///
    /// # Errors
    /// [`NotKept`].
    pub async fn pool(&self, council: &str) -> Result<Pool, NotKept> {
        let desk = self.open_desk().ok_or(NotKept)?;
        desk.spaces.pool(council).await.map_err(|_| NotKept)
    }

    /// Keeps what waits: on the disk once this answers.
    ///
    /// # Errors
    /// [`NotKept`].
    pub async fn keep_pool(&self, council: &str, pool: &Pool) -> Result<(), NotKept> {
        let desk = self.open_desk().ok_or(NotKept)?;
        desk.spaces.keep_pool(council, pool).await.map_err(|_| NotKept)
    }

    /// Nothing of it stays on this device.
    ///
    /// # Errors
    /// [`NotKept`].
    pub async fn empty_pool(&self, council: &str) -> Result<(), NotKept> {
        let desk = self.open_desk().ok_or(NotKept)?;
        desk.spaces.empty_pool(council).await.map_err(|_| NotKept)
    }

    /// What the person who is in recorded for a child alone, by the name of the sentence. It stays on this device.
    ///
    /// # Errors
    /// [`NotKept`].
    pub async fn own_voices(&self) -> Result<BTreeMap<String, Vec<u8>>, NotKept> {
        let desk = self.open_desk().ok_or(NotKept)?;
        desk.spaces.voices().await.map_err(|_| NotKept)
    }

    /// Keeps such a recording, or takes it away: on the disk once this answers.
    ///
    /// # Errors
    /// [`NotKept`].
    pub async fn keep_voice(&self, name: &str, sound: Option<Vec<u8>>) -> Result<(), NotKept> {
        let desk = self.open_desk().ok_or(NotKept)?;
        desk.spaces.keep_voice(name, sound).await.map_err(|_| NotKept)
    }

    /// What was recorded of these sentences for the councils on this device, as far as it is here.
    pub async fn council_voices(&self, names: &[String]) -> BTreeMap<String, Vec<u8>> {
        let Some(desk) = self.open_desk() else { return BTreeMap::new() };
        let mut found: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        let all = desk.spaces.all().into_iter();
        for open in all.filter(|open| open.about().kind == Kind::Leerlingenraad) {
            let recorded = open.look_into(leerlingenraad::part(), leerlingenraad::voices);
            let recorded = recorded.unwrap_or_default().into_iter();
            let wanted: Vec<(String, Attachment)> =
                recorded.filter(|(name, _)| names.contains(name)).collect();
            for (name, sound) in wanted {
                if let Ok(bytes) = self.content(open.id(), &sound).await {
                    found.insert(name, bytes);
                }
            }
        }
        found
    }
}
