//! Who listens to which space. What waits for a listener is one poke a space, the newest, so that a slow one costs nothing.
//! It must not poke anybody who is not a member at that moment.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use replica::id::{DeviceId, SpaceId};
use replica::role::Role;
use tokio::sync::Notify;

/// What waits for one listener.
pub(super) struct Ear {
    pub(super) device: DeviceId,
    waiting: Mutex<BTreeMap<SpaceId, Vec<u8>>>,
    rings: Notify,
}

impl Ear {
    /// What waits, or the next that comes.
    pub(super) async fn hear(&self) -> Vec<Vec<u8>> {
        loop {
            let waiting = std::mem::take(&mut *lock(&self.waiting));
            if !waiting.is_empty() {
                return waiting.into_values().collect();
            }
            self.rings.notified().await;
        }
    }
}

#[derive(Default)]
struct Inner {
    by_space: BTreeMap<SpaceId, BTreeMap<u64, Arc<Ear>>>,
    per_device: BTreeMap<DeviceId, usize>,
    open: usize,
    next: u64,
}

/// All listeners.
#[derive(Default)]
pub(super) struct Hub(Mutex<Inner>);

/// Somebody who listens, until this is dropped.
pub(super) struct Listening {
    hub: Arc<Hub>,
    number: u64,
    spaces: Vec<SpaceId>,
    pub(super) ear: Arc<Ear>,
}

impl Hub {
    /// Begins to listen; `None` when there are too many.
    pub(super) fn listen(
        self: &Arc<Self>,
        device: DeviceId,
        spaces: Vec<SpaceId>,
        (most, most_of_device): (usize, usize),
    ) -> Option<Listening> {
        let mut inner = lock(&self.0);
        let own = inner.per_device.get(&device).copied().unwrap_or(0);
        if inner.open >= most || own >= most_of_device {
            return None;
        }
        inner.open += 1;
        inner.next += 1;
        inner.per_device.insert(device, own + 1);
        let number = inner.next;
        let ear = Arc::new(Ear { device, waiting: Mutex::default(), rings: Notify::new() });
        for space in &spaces {
            inner.by_space.entry(*space).or_default().insert(number, Arc::clone(&ear));
        }
        drop(inner);
        Some(Listening { hub: Arc::clone(self), number, spaces, ear })
    }

    /// Whether anybody listens to a space.
    pub(super) fn has(&self, space: SpaceId) -> bool {
        lock(&self.0).by_space.contains_key(&space)
    }

    /// Leaves a poke for every listener that is a member, without the one who caused it.
    pub(super) fn poke(
        &self,
        space: SpaceId,
        poke: &[u8],
        members: &BTreeMap<DeviceId, Role>,
        without: Option<DeviceId>,
    ) {
        let inner = lock(&self.0);
        for ear in inner.by_space.get(&space).into_iter().flat_map(BTreeMap::values) {
            if members.contains_key(&ear.device) && Some(ear.device) != without {
                lock(&ear.waiting).insert(space, poke.to_vec());
                ear.rings.notify_one();
            }
        }
    }

    /// How many listen.
    pub(super) fn open(&self) -> usize {
        lock(&self.0).open
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let mut inner = lock(&self.hub.0);
        inner.open = inner.open.saturating_sub(1);
        let left = inner.per_device.get(&self.ear.device).map_or(0, |own| own.saturating_sub(1));
        if left == 0 {
            inner.per_device.remove(&self.ear.device);
        } else {
            inner.per_device.insert(self.ear.device, left);
        }
        for space in &self.spaces {
            if let Some(ears) = inner.by_space.get_mut(space) {
                ears.remove(&self.number);
                if ears.is_empty() {
                    inner.by_space.remove(space);
                }
            }
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
