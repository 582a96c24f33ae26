//! The keys of a space as the log tells about them: who can open which, and which may be written under.

use std::collections::{BTreeMap, BTreeSet};

use super::super::change::{Change, Given, NewEpoch};
use crate::gather::Gather;
use crate::id::{DeviceId, Epoch};
use crate::keys::{KeyCheck, SealedKey, Wrapped};

/// One key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct EpochState {
    pub(super) check: KeyCheck,
    /// Every key that was handed out, also to who should not have it.
    pub(super) wrapped: BTreeMap<DeviceId, Vec<Wrapped>>,
    pub(super) older: Vec<(Epoch, SealedKey)>,
}

/// Every key of a space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Epochs(pub(super) BTreeMap<Epoch, EpochState>);

impl Epochs {
    pub(super) fn learn(&mut self, change: &Change) {
        if let Some(new) = change.new_epoch() {
            self.begin(new);
        }
        if let Change::Rotate { epoch, older, .. } = change
            && let Some(state) = self.0.get_mut(&epoch.epoch)
        {
            state.older.extend(older.iter().copied());
        }
        if let Some((device, Given { epoch, wrapped })) = change.given()
            && let Some(state) = self.0.get_mut(epoch)
        {
            state.wrapped.entry(device).or_default().push(*wrapped);
        }
    }

    fn begin(&mut self, new: &NewEpoch) {
        let state = self.0.entry(new.epoch).or_default();
        state.check = new.check;
        for (device, wrapped) in &new.wrapped {
            state.wrapped.entry(*device).or_default().push(*wrapped);
        }
    }

    /// Keys that no newer key opens.
    pub(super) fn loose(&self) -> BTreeSet<Epoch> {
        let covered: BTreeSet<_> =
            self.0.values().flat_map(|state| &state.older).map(|(epoch, _)| *epoch).gather();
        self.0.keys().filter(|epoch| !covered.contains(epoch)).copied().gather()
    }

    /// Who can open a key: who got it, or got one that opens it.
    pub(super) fn readers(&self, epoch: Epoch) -> BTreeSet<DeviceId> {
        let (mut epochs, mut todo) = (BTreeSet::new(), vec![epoch]);
        while let Some(next) = todo.pop() {
            if epochs.insert(next) {
                let opens = |state: &EpochState| state.older.iter().any(|(old, _)| *old == next);
                todo.extend(
                    self.0.iter().filter(|(_, state)| opens(state)).map(|(epoch, _)| epoch),
                );
            }
        }
        let states = epochs.iter().filter_map(|epoch| self.0.get(epoch));
        states.flat_map(|state| state.wrapped.keys().copied()).gather()
    }
}
