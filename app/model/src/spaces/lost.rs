//! A device of one's own that is lost: out of all spaces in one step, with a new key in each where this person decides who is in, and for the
//! others the names of who does.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use replica::gather::Gather;
use replica::id::{DeviceId, SpaceId};
use replica::keys::CryptoRng;
use replica::store::Store;
use rules::order::Order;
use rules::text::t;

use super::{OpenSpace, Spaces};
use crate::sharing::Telling;
use crate::sharing::people::Names;

/// Another device of the person of this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnDevice {
    pub id: DeviceId,
    /// By what a person knows it: when it came in, and when something last came from it.
    pub about: String,
    /// Where it is in, first those that this device decides about.
    pub spaces: Vec<Place>,
    /// Whether a recovery sheet that was made on it still opens spaces.
    pub has_sheet: bool,
}

/// A space that a lost device is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub space: SpaceId,
    pub title: String,
    /// Whether this device may take it out.
    pub may: bool,
    /// Who may, where this device may not.
    pub ask: Vec<String>,
}

/// What became of taking a device out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakenOut {
    /// Titles of the spaces that it is out of.
    pub from: Vec<String>,
    /// Where it is still in: where this device may not take it out, or may and it did not work.
    pub still_in: Vec<Place>,
    /// Recovery sheets that were made on it and open no space any more that this device decides about. One that could not be taken out
    /// everywhere is not among them: it stays known, so that it can be tried again.
    pub sheets: BTreeSet<DeviceId>,
}

impl<S: Store, R: CryptoRng> Spaces<S, R> {
    /// The other devices of this person: of one's own in at least one space, now or before, and still in somewhere. Also told are
    /// the spaces that such a device came into as somebody else: it reads there too. In an order that does not change.
    pub fn own_devices(&self, telling: Telling<'_>) -> Vec<OwnDevice> {
        let mut own: BTreeMap<DeviceId, String> = BTreeMap::new();
        let all = self.with_members();
        for open in &all {
            let mine = open.read(|space| {
                let people = space.people().into_iter();
                let me = people.filter(|one| one.devices.iter().any(|device| device.is_this));
                me.flat_map(|one| one.devices).collect::<Vec<_>>()
            });
            let is_kit = |id| open.read(|space| space.members().is_recovery(id));
            for device in mine.iter().filter(|one| !one.is_this && !is_kit(one.id)) {
                let about = own.entry(device.id).or_default();
                if about.is_empty() {
                    let since = telling.when(device.since);
                    *about = telling.fill(t("Erbij sinds {}", "In since {}"), &[&since]);
                }
            }
        }
        let device = |(id, about)| {
            let has_sheet = !sheets(&all, id).is_empty();
            OwnDevice { id, about, spaces: self.places(&all, id, telling), has_sheet }
        };
        own.into_iter().map(device).filter(|one| !one.spaces.is_empty()).collect()
    }

    fn with_members(&self) -> Vec<Rc<OpenSpace>> {
        let all = self.with_erased().into_iter();
        all.filter(|open| !open.is_erased() && !open.is_draft()).collect()
    }

    fn places(&self, all: &[Rc<OpenSpace>], id: DeviceId, telling: Telling<'_>) -> Vec<Place> {
        let of = |open: &Rc<OpenSpace>| {
            let title = open.about().title;
            let title = match (title.is_empty(), self.is_of_kit(open.id())) {
                (_, true) => telling.text(t("Je herstelkaart", "Your recovery sheet")).to_owned(),
                (true, false) => telling.text(open.about().kind.name()).to_owned(),
                (false, false) => title,
            };
            open.read(|space| {
                let (members, this) = (space.members(), space.session().device);
                members.role(id)?;
                let names = Names::of(space);
                let others =
                    members.managers().filter(|one| *one != id && !members.is_recovery(*one));
                let mut ask: Vec<_> = others.map(|one| names.name(one, telling)).collect();
                ask.sort_unstable();
                ask.dedup();
                let may = members.manages(this);
                let ask = if may { Vec::new() } else { ask };
                Some(Place { space: open.id(), title, may, ask })
            })
        };
        let mut places: Vec<_> = all.iter().filter_map(of).collect();
        places.order_by(|a, b| (!a.may, &a.title, a.space).cmp(&(!b.may, &b.title, b.space)));
        places
    }

    /// Takes a lost device out of every space that this one decides about; each begins a new key that the lost one does not get.
    /// So do the recovery sheets that were made on it: they may have been with it. Have those forgotten, and save, afterwards.
    pub fn take_out(&self, device: DeviceId, telling: Telling<'_>, now: u64) -> TakenOut {
        let all = self.with_members();
        let (named, mut taken) = (sheets(&all, device), TakenOut::default());
        for place in self.places(&all, device, telling) {
            let open = self.find(place.space).filter(|_| place.may);
            let out = open.is_some_and(|open| self.out_of(&open, Some(device), &named, now));
            if out { taken.from.push(place.title) } else { taken.still_in.push(place) }
        }
        // Where the device is not in and the sheet is.
        let manages = |open: &&Rc<OpenSpace>| {
            open.read(|space| space.members().manages(space.session().device))
        };
        let mine: Vec<_> = all.iter().filter(manages).collect();
        for open in &mine {
            self.out_of(open, None, &named, now);
        }
        let opens = |id: &DeviceId| {
            mine.iter().any(|open| open.read(|space| space.members().is_recovery(*id)))
        };
        taken.sheets = named.into_iter().filter(|id| !opens(id)).gather();
        taken
    }

    /// Takes these out of one space; whether that is done.
    fn out_of(
        &self,
        open: &Rc<OpenSpace>,
        device: Option<DeviceId>,
        sheets: &BTreeSet<DeviceId>,
        now: u64,
    ) -> bool {
        let named = open.read(|space| {
            let counts = |id: &&DeviceId| space.members().is_recovery(**id);
            sheets.iter().filter(counts).copied().collect::<Vec<_>>()
        });
        let out: Vec<_> = device.into_iter().chain(named).collect();
        out.is_empty() || self.decide(open, |space, rng| space.rotate(&out, now, rng)).is_ok()
    }
}

/// The recovery sheets that this device named in any of these spaces and that still count somewhere.
fn sheets(all: &[Rc<OpenSpace>], device: DeviceId) -> BTreeSet<DeviceId> {
    let named = all
        .iter()
        .flat_map(|open| open.read(|space| space.kits_named_by(device).collect::<Vec<_>>()));
    let named: BTreeSet<_> = named.gather();
    let counts =
        |id: &DeviceId| all.iter().any(|open| open.read(|space| space.members().is_recovery(*id)));
    named.into_iter().filter(counts).gather()
}
