//! Who is in a space: people with their devices, roles and what is known of when they were there.

use std::collections::BTreeMap;

use super::Space;
use crate::id::{DeviceId, Hash};
use crate::member::{Change, PersonId, SideId};
use crate::role::Role;

/// A person with every device that ever came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub side: SideId,
    /// `None`: this device lacks the key under which the name stands.
    pub name: Option<String>,
    pub devices: Vec<DeviceSeen>,
}

/// One device, and only what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceSeen {
    pub id: DeviceId,
    pub is_this: bool,
    /// `None`: it has left.
    pub role: Option<Role>,
    /// Who let it in, and when by that device's clock (milliseconds since 1970).
    pub by: DeviceId,
    pub since: u64,
    /// The entries by which it left.
    pub left: Vec<Hash>,
    /// How many of its changes are here.
    pub changes: u64,
    /// When it last decided something, by its own clock. Changes tell no time.
    pub last_decided: Option<u64>,
    /// When something of it last came in, by the caller's clock, since the space was opened.
    pub last_arrived: Option<u64>,
}

impl Space {
    /// Everybody who was ever let in, who is in first, in an order that does not change.
    pub fn people(&self) -> Vec<Person> {
        let inbox = self.client.inbox();
        let (members, ring) = (inbox.members(), inbox.ring());
        let mut people: BTreeMap<PersonId, Person> = BTreeMap::new();
        for (id, member) in members.devices() {
            let joined = &member.joined;
            let person = people.entry(joined.person).or_insert_with(|| Person {
                id: joined.person,
                side: joined.side,
                name: None,
                devices: Vec::new(),
            });
            person.name = person.name.take().or_else(|| members.name(id, ring));
            person.devices.push(self.seen(id));
        }
        let mut people: Vec<_> = people.into_values().collect();
        people.sort_by_key(|person| person.devices.iter().all(|device| device.role.is_none()));
        people
    }

    /// The recovery kits that a device named here, also those that do not count any more.
    pub fn kits_named_by(&self, device: DeviceId) -> impl Iterator<Item = DeviceId> + '_ {
        let entries = self.client.inbox().log().entries().map(|signed| signed.entry());
        entries.filter(move |entry| entry.author == device).filter_map(|entry| {
            match &entry.change {
                Change::Recovery { public, .. } => Some(public.id()),
                _ => None,
            }
        })
    }

    fn seen(&self, id: DeviceId) -> DeviceSeen {
        let inbox = self.client.inbox();
        let member = inbox.members().device(id);
        let own = |head: &crate::seal::ChainHead| head.device == id;
        let heads = inbox.chains().heads();
        let decided = inbox.log().entries().map(|signed| signed.entry());
        DeviceSeen {
            id,
            is_this: id == self.session.device,
            role: member.and_then(|member| member.role()),
            by: member.map_or(id, |member| member.by),
            since: member.map_or(0, |member| member.at),
            left: member
                .and_then(|member| member.removal())
                .map(|removal| removal.entries.clone())
                .unwrap_or_default(),
            changes: heads.iter().filter(|head| own(head)).map(|head| head.seq).sum(),
            last_decided: decided.filter(|entry| entry.author == id).map(|entry| entry.at).max(),
            last_arrived: self.client.last_arrived(id),
        }
    }
}
