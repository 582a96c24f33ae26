//! The membership of the spaces that were asked for last, within a bound of bytes. It only spares reading:
//! nothing depends on what is in it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::known::Known;
use crate::id::SpaceId;

/// Who was asked for longest ago goes first. One space is always kept, however large.
#[derive(Debug)]
pub(super) struct Memo {
    most: usize,
    bytes: usize,
    turn: u64,
    spaces: BTreeMap<SpaceId, (u64, Arc<Known>)>,
    /// By when they were last asked for.
    order: BTreeMap<u64, SpaceId>,
}

impl Memo {
    pub(super) const fn new(most: usize) -> Self {
        Self { most, bytes: 0, turn: 0, spaces: BTreeMap::new(), order: BTreeMap::new() }
    }

    pub(super) fn get(&mut self, space: SpaceId) -> Option<Arc<Known>> {
        let (turn, known) = self.spaces.get_mut(&space)?;
        self.turn += 1;
        self.order.remove(turn);
        self.order.insert(self.turn, space);
        *turn = self.turn;
        Some(Arc::clone(known))
    }

    pub(super) fn put(&mut self, space: SpaceId, known: Arc<Known>) {
        self.forget(space);
        self.turn += 1;
        self.bytes += known.bytes;
        self.spaces.insert(space, (self.turn, known));
        self.order.insert(self.turn, space);
        while self.bytes > self.most
            && let Some(oldest) = self.oldest().filter(|oldest| *oldest != space)
        {
            self.forget(oldest);
        }
    }

    fn oldest(&self) -> Option<SpaceId> {
        self.order.first_key_value().map(|(_, space)| *space)
    }

    pub(super) fn has(&self, space: SpaceId) -> bool {
        self.spaces.contains_key(&space)
    }

    pub(super) fn forget(&mut self, space: SpaceId) {
        if let Some((turn, known)) = self.spaces.remove(&space) {
            self.order.remove(&turn);
            self.bytes -= known.bytes;
        }
    }

    /// How many spaces, and bytes of their logs.
    pub(super) fn size(&self) -> (usize, usize) {
        (self.spaces.len(), self.bytes)
    }
}

#[cfg(test)]
mod tests {
    use chacha20::ChaCha20Rng;
    use rand_core::SeedableRng;

    use super::*;
    use crate::keys::DeviceKeys;
    use crate::member::{Log, PersonId, SideId};
    use crate::relay::{MemoryRelay, Relay};
    use crate::sync::{Body, Frame, Item};
    use crate::testing::block_on;

    /// A space of its own for each number: the question that makes it, and who asks.
    fn founded(number: u8) -> (DeviceKeys, SpaceId, Vec<u8>) {
        let mut rng = ChaCha20Rng::from_seed([number; 32]);
        let (keys, space) = (DeviceKeys::generate(&mut rng), SpaceId::from_bytes([number; 16]));
        let who = (PersonId::from_bytes([1; 16]), SideId::named("school"), "x");
        let log = Log::create(space, who, &keys, 1, &mut rng).unwrap();
        (keys, space, log.entries().next().unwrap().encode())
    }

    fn push(space: SpaceId, entry: &[u8]) -> Vec<u8> {
        let items = vec![Item::Entry(entry.to_vec())];
        Frame { space, id: 1, body: Body::Push { items } }.encode()
    }

    #[test]
    fn many_spaces_take_no_more_memory_than_the_bound_and_are_all_still_there() {
        let all: Vec<_> = (1..=40).map(founded).collect();
        let one = all[0].2.len();
        for (most, left) in [(10 * one - 1, 9), (10 * one, 10), (10 * one + 1, 10), (0, 1)] {
            let relay = Relay::with_room(MemoryRelay::new([7; 16]), most);
            for (keys, space, entry) in &all {
                assert_eq!(entry.len(), one);
                block_on(relay.on(keys.id(), &push(*space, entry)));
                assert!(block_on(relay.is_member(keys.id(), *space)));
            }
            assert_eq!(relay.remembered(), (left, left * one), "at most {most} bytes");
            for (keys, space, _) in &all {
                assert!(block_on(relay.is_member(keys.id(), *space)));
            }
        }
    }

    #[test]
    fn who_was_asked_for_longest_ago_goes_first() {
        let all: Vec<_> = (1..=3).map(founded).collect();
        let relay = Relay::with_room(MemoryRelay::new([7; 16]), 2 * all[0].2.len());
        for (keys, space, entry) in &all[..2] {
            block_on(relay.on(keys.id(), &push(*space, entry)));
            block_on(relay.is_member(keys.id(), *space));
        }
        block_on(relay.is_member(all[0].0.id(), all[0].1));
        block_on(relay.on(all[2].0.id(), &push(all[2].1, &all[2].2)));
        block_on(relay.is_member(all[2].0.id(), all[2].1));
        let kept = |space: SpaceId| relay.logs().get(space).is_some();
        assert_eq!(
            all.iter().map(|(_, space, _)| kept(*space)).collect::<Vec<_>>(),
            [true, false, true]
        );
    }
}
