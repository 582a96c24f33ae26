//! Who is in a space, for the screen: names, roles in words, devices, and what is known of when they were there.

use std::collections::{BTreeMap, BTreeSet};

use replica::gather::Gather;
use replica::id::DeviceId;
use replica::member::SideId;
use replica::role::Role;
use replica::space::{Deed, DeviceSeen, Person, Space};
use rules::text::{Text, t};

use super::{Telling, roles, sides};

/// One person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub name: String,
    /// The person of this device.
    pub is_me: bool,
    /// The highest role of the devices that are in; `None`: left.
    pub role: Option<Role>,
    /// What that is called.
    pub called: Text,
    /// Comes to advise: the role follows from that and is not changed.
    pub advises: bool,
    pub devices: Vec<Line>,
}

/// One device of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: DeviceId,
    pub is_this: bool,
    pub role: Option<Role>,
    /// Role, since when, by whom.
    pub about: String,
    /// "Laatst iets van ontvangen: vandaag 14:32", or that it is unknown.
    pub seen: String,
}

const NAMELESS: Text = t("Naam onbekend", "Name unknown");

/// The names of all devices, to speak of them in sentences.
#[derive(Clone, Debug, Default)]
pub struct Names {
    names: BTreeMap<DeviceId, String>,
    kits: BTreeSet<DeviceId>,
    advisers: BTreeSet<DeviceId>,
    this: Option<DeviceId>,
}

impl Names {
    /// Those of a space.
    pub fn of(space: &Space) -> Self {
        let (mut names, mut advisers) = (BTreeMap::new(), BTreeSet::new());
        for person in space.people() {
            if person.side == sides::advisers() {
                advisers.extend(person.devices.iter().map(|device| device.id));
            }
            let Some(name) = &person.name else { continue };
            names.extend(person.devices.iter().map(|device| (device.id, name.clone())));
        }
        let kits = space.story().into_iter().filter_map(|told| match told.deed {
            Deed::NamedKit { kit } => Some(kit),
            _ => None,
        });
        Self { names, kits: kits.gather(), advisers, this: Some(space.session().device) }
    }

    /// What this device is called with a role.
    pub fn role(&self, device: DeviceId, role: Role) -> Text {
        if self.advisers.contains(&device) { sides::ADVISER } else { roles::name(role) }
    }

    /// Who does something: "jij" for this device, the name, or "iemand van wie de naam onbekend is".
    pub fn subject(&self, device: DeviceId, telling: Telling<'_>) -> String {
        if self.this == Some(device) {
            return telling.text(t("jij", "you")).to_owned();
        }
        self.name(device, telling)
    }

    /// The same in the rest of a sentence: "door jou", "van Anna".
    pub fn name(&self, device: DeviceId, telling: Telling<'_>) -> String {
        if self.this == Some(device) {
            return telling.text(t("jou", "you")).to_owned();
        }
        if self.kits.contains(&device) {
            return telling.text(t("een herstelkaart", "a recovery sheet")).to_owned();
        }
        let nameless = t("iemand van wie de naam onbekend is", "somebody whose name is unknown");
        self.names.get(&device).cloned().unwrap_or_else(|| telling.text(nameless).to_owned())
    }
}

/// Everybody who is or was in, who is in first.
pub fn cards(space: &Space, telling: Telling<'_>) -> Vec<Card> {
    let names = Names::of(space);
    space.people().into_iter().map(|person| card(person, &names, telling)).collect()
}

fn card(person: Person, names: &Names, telling: Telling<'_>) -> Card {
    let (devices, side) = (person.devices, person.side);
    let role = devices.iter().filter_map(|device| device.role).max();
    Card {
        name: person.name.unwrap_or_else(|| telling.text(NAMELESS).to_owned()),
        is_me: devices.iter().any(|device| device.is_this),
        role,
        called: role.map_or(roles::LEFT, |role| roles::of(role, side)),
        advises: side == sides::advisers(),
        devices: devices.iter().map(|device| line(device, side, names, telling)).collect(),
    }
}

fn line(device: &DeviceSeen, side: SideId, names: &Names, telling: Telling<'_>) -> Line {
    let role = telling.text(device.role.map_or(roles::LEFT, |role| roles::of(role, side)));
    let since = telling.when(device.since);
    let about = if device.by == device.id {
        telling.fill(t("{}. Begon deze ruimte, {}.", "{}. Began this space, {}."), &[role, &since])
    } else {
        let by = names.name(device.by, telling);
        let text = t("{}. Toegelaten door {}, {}.", "{}. Let in by {}, {}.");
        telling.fill(text, &[role, &by, &since])
    };
    let seen = if device.is_this {
        telling.text(t("Dit apparaat", "This device")).to_owned()
    } else {
        seen(device, telling)
    };
    Line { id: device.id, is_this: device.is_this, role: device.role, about, seen }
}

/// Only what is known: changes tell no time, decisions tell that of their own device.
fn seen(device: &DeviceSeen, telling: Telling<'_>) -> String {
    match (device.last_arrived, device.last_decided) {
        (Some(at), _) => {
            let text = t("Laatst iets van ontvangen: {}", "Something last came in: {}");
            telling.fill(text, &[&telling.when(at)])
        }
        (None, Some(at)) => {
            let text = t(
                "Besloot het laatst iets: {}, volgens dat apparaat zelf",
                "Last decided something: {}, by that device's own clock",
            );
            telling.fill(text, &[&telling.when(at)])
        }
        (None, None) => telling.text(t("Laatst gezien: onbekend", "Last seen: unknown")).to_owned(),
    }
}

/// What to say before somebody is removed: what it does, and what it cannot do.
pub fn before_removal(name: &str, telling: Telling<'_>) -> String {
    let text = t(
        "{} krijgt vanaf nu niets nieuws meer. Wat {} al had, staat nog op de eigen apparaten en is niet terug te halen. Voor de anderen komt er een nieuwe sleutel.",
        "{} gets nothing new from now on. What {} already had is still on the own devices and cannot be taken back. The others get a new key.",
    );
    telling.fill(text, &[name, name])
}
