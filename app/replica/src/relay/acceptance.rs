//! What every relay store must do. An adapter runs [`run`] on an empty store, with two connections
//! to the same rows where it can.

use super::{AppendError, Kept, NewRow, Only, RelayError, RelayStore};
use crate::id::{DeviceId, Hash, NO_HASH, PartId, Seq, SpaceId};
use crate::seal::ChainHead;
use crate::sync::{Item, Range};

/// A law that the store broke.
pub type Broken = String;

const SPACE: SpaceId = SpaceId::from_bytes([1; 16]);
const OTHER: SpaceId = SpaceId::from_bytes([2; 16]);
const PRUNED: SpaceId = SpaceId::from_bytes([6; 16]);
const LATE: SpaceId = SpaceId::from_bytes([7; 16]);
const ERASED: SpaceId = SpaceId::from_bytes([8; 16]);
const JUDGED: SpaceId = SpaceId::from_bytes([10; 16]);
const PART: PartId = PartId::from_bytes([3; 16]);
const ANNA: DeviceId = DeviceId::from_bytes([4; 16]);
const BRAM: DeviceId = DeviceId::from_bytes([5; 16]);

/// Runs the whole suite on an empty store. `again` is another connection to it.
pub async fn run<S: RelayStore>(store: &S, again: &S) -> Result<(), Broken> {
    empty(store).await?;
    kept_in_order(store, again).await?;
    twice_is_once(store).await?;
    a_fork_keeps_nothing(store, again).await?;
    a_gap_keeps_nothing(store).await?;
    pages(store).await?;
    ranges(store).await?;
    spaces_are_separate(again).await?;
    pruned(store, again).await?;
    a_chain_begins_higher(store).await?;
    erased(store, again).await?;
    only_as_it_must_be(store, again).await
}

fn holds<T: PartialEq + std::fmt::Debug>(law: &str, got: T, want: T) -> Result<(), Broken> {
    if got == want { Ok(()) } else { Err(format!("{law}: expected {want:?}, got {got:?}")) }
}

const fn hash(device: DeviceId, seq: Seq) -> Hash {
    let mut hash = [device.bytes()[0]; 32];
    hash[31] = seq as u8;
    hash
}

fn bytes(device: DeviceId, seq: Seq) -> Vec<u8> {
    [hash(device, seq).as_slice(), &[0; 68]].concat()
}

fn envelope(device: DeviceId, seq: Seq) -> NewRow {
    let prev = if seq == 1 { NO_HASH } else { hash(device, seq - 1) };
    let kept = Kept { part: PART, device, seq };
    let item = Item::Envelope(bytes(device, seq));
    NewRow { hash: hash(device, seq), chain: Some((kept, prev)), item }
}

fn entry(number: u8) -> NewRow {
    NewRow { hash: [number; 32], chain: None, item: Item::Entry(vec![number; 10]) }
}

fn head(device: DeviceId, seq: Seq) -> ChainHead {
    ChainHead { part: PART, device, seq, hash: hash(device, seq) }
}

async fn empty<S: RelayStore>(store: &S) -> Result<(), Broken> {
    holds("an empty space has no place", store.newest(SPACE).await, Ok(0))?;
    holds("nor rows", store.since(SPACE, 0, 10, 1000).await, Ok(vec![]))?;
    holds("nor entries", store.entries(SPACE, 0).await, Ok(vec![]))?;
    holds("nor heads", store.heads(SPACE, None).await, Ok(vec![]))?;
    holds("an empty batch is fine", store.append(SPACE, &[]).await, Ok(0))
}

async fn kept_in_order<S: RelayStore>(store: &S, again: &S) -> Result<(), Broken> {
    let batch = [entry(1), envelope(ANNA, 1), envelope(ANNA, 2)];
    holds("a batch is kept", store.append(SPACE, &batch).await, Ok(3))?;
    holds("and goes on", store.append(SPACE, &[entry(2), envelope(BRAM, 1)]).await, Ok(5))?;
    let rows = again.since(SPACE, 0, 10, 10_000).await;
    let all = [entry(1), envelope(ANNA, 1), envelope(ANNA, 2), entry(2), envelope(BRAM, 1)];
    let all = all.into_iter().enumerate().map(|(at, row)| (at as u64 + 1, row.item)).collect();
    holds("everybody reads it in order", rows, Ok(all))?;
    holds("entries apart", again.entries(SPACE, 1).await, Ok(vec![vec![2; 10]]))?;
    let heads = Ok(vec![head(ANNA, 2), head(BRAM, 1)]);
    holds("heads of all", again.heads(SPACE, None).await, heads)?;
    holds("heads of one", again.heads(SPACE, Some(BRAM)).await, Ok(vec![head(BRAM, 1)]))?;
    let (one, two) = (store.server_epoch().await, again.server_epoch().await);
    holds("one server epoch", one, two)
}

async fn twice_is_once<S: RelayStore>(store: &S) -> Result<(), Broken> {
    let batch = [entry(1), envelope(ANNA, 2), envelope(ANNA, 3)];
    holds("what was here is not kept again", store.append(SPACE, &batch).await, Ok(6))?;
    let rows = store.since(SPACE, 5, 10, 1000).await;
    holds("only what is new", rows, Ok(vec![(6, envelope(ANNA, 3).item)]))
}

async fn a_fork_keeps_nothing<S: RelayStore>(store: &S, again: &S) -> Result<(), Broken> {
    let mut other = envelope(ANNA, 3);
    other.hash = [9; 32];
    let fork = Err(AppendError::Fork(1));
    let batch = [entry(3), other];
    holds("one place, one envelope", store.append(SPACE, &batch).await, fork.clone())?;
    let mut next = envelope(ANNA, 4);
    next.chain = next.chain.map(|(kept, _)| (kept, [9; 32]));
    holds("nor another past", store.append(SPACE, &[entry(3), next]).await, fork)?;
    holds("nothing of it is kept", again.newest(SPACE).await, Ok(6))?;
    holds("nor its entry", again.entries(SPACE, 2).await, Ok(vec![]))
}

async fn a_gap_keeps_nothing<S: RelayStore>(store: &S) -> Result<(), Broken> {
    let batch = [envelope(ANNA, 4), envelope(BRAM, 3)];
    holds("no gap", store.append(SPACE, &batch).await, Err(AppendError::Gap(1)))?;
    holds("nothing of it is kept", store.newest(SPACE).await, Ok(6))?;
    let heads = store.heads(SPACE, Some(ANNA)).await;
    holds("no head moves", heads, Ok(vec![head(ANNA, 3)]))
}

async fn pages<S: RelayStore>(store: &S) -> Result<(), Broken> {
    let places = |rows: Vec<(u64, Item)>| rows.into_iter().map(|(at, _)| at).collect::<Vec<_>>();
    let far = store.since(SPACE, u64::MAX, 2, 10_000).await;
    holds("nothing is after the highest place", far, Ok(vec![]))?;
    let page = store.since(SPACE, 1, 2, 10_000).await.map(places);
    holds("at most so many", page, Ok(vec![2, 3]))?;
    let page = store.since(SPACE, 1, 10, 240).await.map(places);
    holds("at most so large", page, Ok(vec![2, 3]))?;
    let page = store.since(SPACE, 1, 10, 1).await.map(places);
    holds("at least one", page, Ok(vec![2]))?;
    holds("nothing after the last", store.since(SPACE, 6, 10, 1000).await, Ok(vec![]))
}

async fn ranges<S: RelayStore>(store: &S) -> Result<(), Broken> {
    let range = Range { part: PART, device: ANNA, from: 2, to: 9 };
    let want = vec![envelope(ANNA, 2).item, envelope(ANNA, 3).item];
    holds("a range of a chain", store.chain(SPACE, &range).await, Ok(want))
}

async fn spaces_are_separate<S: RelayStore>(store: &S) -> Result<(), Broken> {
    holds("another space is empty", store.newest(OTHER).await, Ok(0))?;
    holds("and counts from one", store.append(OTHER, &[envelope(ANNA, 1)]).await, Ok(1))?;
    holds("the first is as it was", store.newest(SPACE).await, Ok(6))
}

async fn places<S: RelayStore>(store: &S, space: SpaceId) -> Result<Vec<u64>, RelayError> {
    let rows = store.since(space, 0, 10, 9_999).await?;
    Ok(rows.into_iter().map(|(place, _)| place).collect())
}

async fn pruned<S: RelayStore>(store: &S, again: &S) -> Result<(), Broken> {
    let rows = [envelope(ANNA, 1), envelope(ANNA, 2), entry(9), envelope(BRAM, 1)];
    holds("append", store.append(PRUNED, &rows).await, Ok(4))?;
    let other = ChainHead { hash: [99; 32], ..head(BRAM, 1) };
    holds("prune", store.prune(PRUNED, &[head(ANNA, 2), other]).await, Ok(()))?;
    let left = places(again, PRUNED).await;
    holds("what is below is gone, entries and other heads stay", left, Ok(vec![3, 4]))?;
    let heads = again.heads(PRUNED, Some(ANNA)).await;
    holds("the head stays", heads, Ok(vec![head(ANNA, 2)]))?;
    holds("the newest stays", again.newest(PRUNED).await, Ok(4))?;
    holds("its chain goes on", store.append(PRUNED, &[envelope(ANNA, 3)]).await, Ok(5))?;
    holds("a lower head", store.prune(PRUNED, &[head(ANNA, 1)]).await, Ok(()))?;
    let heads = again.heads(PRUNED, Some(ANNA)).await;
    holds("lowers nothing", heads, Ok(vec![head(ANNA, 3)]))?;
    holds("prune", store.prune(PRUNED, &[head(ANNA, 3), head(BRAM, 1)]).await, Ok(()))?;
    holds("a place is not given twice", store.append(PRUNED, &[entry(8)]).await, Ok(6))
}

async fn a_chain_begins_higher<S: RelayStore>(store: &S) -> Result<(), Broken> {
    holds("prune", store.prune(LATE, &[head(ANNA, 3)]).await, Ok(()))?;
    holds("a chain may begin higher", store.append(LATE, &[envelope(ANNA, 4)]).await, Ok(1))?;
    let fork = Err(AppendError::Fork(0));
    holds("and not lower", store.append(LATE, &[envelope(ANNA, 2)]).await, fork)
}

async fn erased<S: RelayStore>(store: &S, again: &S) -> Result<(), Broken> {
    let rows = [entry(1), envelope(ANNA, 1), entry(2), envelope(BRAM, 1)];
    holds("append", store.append(ERASED, &rows).await, Ok(4))?;
    holds("erase", store.erase(ERASED).await, Ok(()))?;
    holds("twice is once", store.erase(ERASED).await, Ok(()))?;
    holds("only entries stay", places(again, ERASED).await, Ok(vec![1, 3]))?;
    let heads = Ok(vec![head(ANNA, 1), head(BRAM, 1)]);
    holds("and heads", again.heads(ERASED, None).await, heads)?;
    holds("another space keeps all", places(again, OTHER).await, Ok(vec![1]))?;
    holds("erase what is not there", store.erase(SpaceId::from_bytes([9; 16])).await, Ok(()))?;
    holds("reopen", store.reopen(ERASED).await, Ok(()))?;
    holds("no head stays", again.heads(ERASED, None).await, Ok(vec![]))?;
    holds("a chain comes again", store.append(ERASED, &[envelope(ANNA, 1)]).await, Ok(5))
}

async fn only_as_it_must_be<S: RelayStore>(store: &S, again: &S) -> Result<(), Broken> {
    let by = |entries| Only { entries: Some(entries), below: None };
    let moved = Err(AppendError::Moved);
    let first = [entry(1), envelope(ANNA, 1)];
    holds(
        "a space that is not there",
        store.append_only(JUDGED, &first, by(1)).await,
        moved.clone(),
    )?;
    holds("by no entries", store.append_only(JUDGED, &first, by(0)).await, Ok(2))?;
    let next = [envelope(ANNA, 2)];
    holds("by fewer entries", store.append_only(JUDGED, &next, by(0)).await, moved.clone())?;
    holds("by more", again.append_only(JUDGED, &next, by(2)).await, moved)?;
    holds("nothing of it is kept", again.newest(JUDGED).await, Ok(2))?;
    holds("by these", store.append_only(JUDGED, &next, by(1)).await, Ok(3))?;
    let size = (10 + bytes(ANNA, 1).len() + bytes(ANNA, 2).len()) as u64;
    let below = |bytes| Only { entries: Some(1), below: Some(bytes) };
    let next = [envelope(ANNA, 3)];
    let full = Err(AppendError::Full);
    holds("full", store.append_only(JUDGED, &next, below(size)).await, full)?;
    holds("nothing of it is kept", again.newest(JUDGED).await, Ok(3))?;
    holds("not yet", store.append_only(JUDGED, &next, below(size + 1)).await, Ok(4))
}

#[cfg(test)]
mod tests {
    use super::super::MemoryRelay;
    use crate::testing::block_on;

    #[test]
    fn the_memory_relay_keeps_the_law() {
        let store = MemoryRelay::new([7; 16]);
        assert_eq!(block_on(super::run(&store, &store.clone())), Ok(()));
    }
}
