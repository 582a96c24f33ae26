//! Whatever order, repetition, batching or snapshot: the same changes give the same state (I4), and an
//! undo never takes away what somebody else wrote. The seeds that ever failed are kept by proptest.

use proptest::prelude::*;
use replica::document::{Document, DocumentError, Place, Session, Step, Version, Writer};
use replica::id::DeviceId;

const REPLICAS: usize = 4;

#[derive(Clone, Debug)]
enum Act {
    Set(u8, i64),
    Clear(u8),
    Item(u8, i64),
    Move(u8, u8),
    Text(String),
    Undo,
    Redo,
    /// Everything from another replica, in one go.
    Pull(usize),
    /// The n-th update ever made, perhaps too early, perhaps again.
    Deliver(usize),
    /// Starts again from an own snapshot, with a fresh session.
    Restart,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        6 => (0..5u8, 0..100i64).prop_map(|(k, v)| Act::Set(k, v)),
        1 => (0..5u8).prop_map(Act::Clear),
        3 => (0..4u8, 0..100i64).prop_map(|(k, v)| Act::Item(k, v)),
        2 => (0..4u8, 0..4u8).prop_map(|(a, b)| Act::Move(a, b)),
        2 => "[a-c]{0,6}".prop_map(Act::Text),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        3 => (0..REPLICAS).prop_map(Act::Pull),
        4 => (0..200usize).prop_map(Act::Deliver),
        1 => Just(Act::Restart),
    ]
}

struct Replica {
    device: DeviceId,
    document: Document,
    done: Vec<Step>,
    undone: Vec<Step>,
}

fn open(device: DeviceId, peer: u64) -> Document {
    Document::new(Session { peer, device }).unwrap()
}

fn place() -> Place {
    Place::root("baseline")
}

fn write(to: &mut Writer<'_>, act: &Act) -> Result<(), DocumentError> {
    match act {
        Act::Set(key, value) => to.set(&place(), &format!("k{key}"), *value),
        Act::Clear(key) => to.clear(&place(), &format!("k{key}")),
        Act::Item(key, value) => {
            let id = format!("i{key}");
            if !to.document().items("list").contains(&id) {
                to.add_item("list", &id)?;
            }
            to.set(&Place::item("list", &id), "value", *value)
        }
        Act::Move(key, after) => {
            to.move_item("list", &format!("i{key}"), Some(&format!("i{after}")))
        }
        Act::Text(text) => to.set_text(&place(), "note", text),
        _ => Ok(()),
    }
}

/// What is visible and was written by other devices.
fn of_others(replica: &Replica) -> Vec<(String, i64)> {
    let registers = replica.document.registers(&place());
    let entries = registers.iter().flat_map(|(name, all)| all.iter().map(move |one| (name, one)));
    let others = entries.filter(|(_, entry)| entry.author != Some(replica.device));
    let mut found: Vec<_> =
        others.filter_map(|(name, entry)| Some((name.clone(), entry.value.int()?))).collect();
    found.sort();
    found
}

fn step_back(replica: &mut Replica, undo: bool) -> Option<Vec<u8>> {
    let (from, to) = if undo {
        (&mut replica.done, &mut replica.undone)
    } else {
        (&mut replica.undone, &mut replica.done)
    };
    let step = from.pop()?;
    let edit = replica.document.undo(&step).unwrap();
    to.push(edit.step);
    edit.update
}

fn all(document: &Document) -> Vec<u8> {
    document.updates_since(&Version::default()).unwrap()
}

fn run(acts: &[(usize, Act)]) -> (Vec<Replica>, Vec<Vec<u8>>) {
    let mut peer = 100;
    let device = |n: usize| DeviceId::from_bytes([n as u8 + 1; 16]);
    let mut replicas: Vec<Replica> = (0..REPLICAS)
        .map(|n| Replica {
            device: device(n),
            document: open(device(n), n as u64 + 1),
            done: vec![],
            undone: vec![],
        })
        .collect();
    let mut updates: Vec<Vec<u8>> = Vec::new();
    for (who, act) in acts {
        let made = match act {
            Act::Undo => {
                let before = of_others(&replicas[*who]);
                let made = step_back(&mut replicas[*who], true);
                let after = of_others(&replicas[*who]);
                assert!(
                    before.iter().all(|value| after.contains(value)),
                    "an undo removed another's value"
                );
                made
            }
            Act::Redo => step_back(&mut replicas[*who], false),
            Act::Pull(other) => {
                let bytes = all(&replicas[*other].document);
                replicas[*who].document.import(&bytes).unwrap();
                None
            }
            Act::Deliver(n) => {
                if let Some(update) = updates.get(n % updates.len().max(1)) {
                    replicas[*who].document.import(update).unwrap();
                }
                None
            }
            Act::Restart => {
                peer += 1;
                let replica = &mut replicas[*who];
                let snapshot = replica.document.snapshot().unwrap();
                let pending = replica.document.pending().unwrap();
                replica.document = open(replica.device, peer);
                replica.document.import(&snapshot).unwrap();
                pending.into_iter().for_each(|bytes| {
                    replica.document.import(&bytes).unwrap();
                });
                (replica.done, replica.undone) = (vec![], vec![]);
                None
            }
            other => {
                let replica = &mut replicas[*who];
                let edit = replica.document.edit(|to| write(to, other)).unwrap();
                replica.done.push(edit.step);
                replica.undone.clear();
                edit.update
            }
        };
        updates.extend(made);
    }
    (replicas, updates)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn the_same_changes_give_the_same_state(
        acts in prop::collection::vec((0..REPLICAS, act()), 1..60),
        order in any::<u64>(),
    ) {
        let (mut replicas, updates) = run(&acts);
        let mut shuffled = updates.clone();
        let mut seed = order | 1;
        for at in (1..shuffled.len()).rev() {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            shuffled.swap(at, (seed >> 33) as usize % (at + 1));
        }
        let device = DeviceId::from_bytes([99; 16]);
        let mut fresh = open(device, 999);
        for update in shuffled.iter().chain(&updates) {
            fresh.import(update).unwrap();
        }
        prop_assert_eq!(fresh.pending().unwrap(), None);
        let mut batch = open(device, 998);
        if !shuffled.is_empty() {
            batch.import_batch(&shuffled).unwrap();
        }
        let state = fresh.state_hash();
        prop_assert_eq!(batch.state_hash(), state);
        let snapshot = fresh.snapshot().unwrap();
        prop_assert_eq!(Document::open(Session { peer: 997, device }, &snapshot).unwrap().state_hash(), state);
        for replica in &mut replicas {
            replica.document.import(&snapshot).unwrap();
            prop_assert_eq!(replica.document.state_hash(), state);
            prop_assert_eq!(replica.document.items("list"), fresh.items("list"));
        }
    }

    #[test]
    fn writes_that_did_not_see_each_other_all_stay(values in prop::collection::btree_set(0..1000i64, 1..6)) {
        let mut documents: Vec<Document> = Vec::new();
        for (n, value) in values.iter().enumerate() {
            let mut document = open(DeviceId::from_bytes([n as u8; 16]), n as u64 + 1);
            let edit: Result<_, DocumentError> = document.edit(|to| to.set(&place(), "x", *value));
            edit.unwrap();
            documents.push(document);
        }
        let mut all_together = open(DeviceId::from_bytes([77; 16]), 77);
        for document in &documents {
            all_together.import(&all(document)).unwrap();
        }
        let mut seen: Vec<i64> =
            all_together.register(&place(), "x").iter().filter_map(|entry| entry.value.int()).collect();
        seen.sort();
        prop_assert_eq!(seen, values.into_iter().collect::<Vec<_>>());
    }
}
