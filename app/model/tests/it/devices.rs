//! Devices that write in one document and exchange, for tests of any kind of document.

use chrono::NaiveDate;
use model::typed::{Kind, Typed};
use proptest::prelude::*;
use replica::document::{Document, Session, Version};
use replica::id::DeviceId;

pub(crate) fn session(n: u8) -> Session {
    Session { peer: u64::from(n), device: DeviceId::from_bytes([n; 16]) }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The same document on another device.
pub(crate) fn copy<K: Kind>(of: &Typed<K>, n: u8) -> Typed<K> {
    Typed::open(Document::open(session(n), &of.document().snapshot().unwrap()).unwrap())
}

/// One takes over what the other has.
pub(crate) fn pull<K: Kind>(to: &mut Typed<K>, from: &Typed<K>) {
    let update = from.document().updates_since(&to.document().version()).unwrap();
    to.import(&update).unwrap();
}

pub(crate) fn meet<K: Kind>(a: &mut Typed<K>, b: &mut Typed<K>) {
    pull(a, b);
    pull(b, a);
}

pub(crate) fn whole<K: Kind>(of: &Typed<K>) -> Vec<u8> {
    of.document().updates_since(&Version::default()).unwrap()
}

/// What one of three devices does.
#[derive(Clone, Debug)]
pub(crate) enum Act<C> {
    Do(C),
    Undo,
    Redo,
    Pull(usize),
}

pub(crate) fn acts<C: Clone + std::fmt::Debug + 'static>(
    commands: impl Strategy<Value = C> + 'static,
) -> impl Strategy<Value = Vec<(usize, Act<C>)>> {
    let act = prop_oneof![
        8 => commands.prop_map(Act::Do),
        1 => Just(Act::Undo),
        1 => Just(Act::Redo),
        3 => (0..3_usize).prop_map(Act::Pull),
    ];
    prop::collection::vec((0..3_usize, act), 1..40)
}

/// Runs three devices from one beginning and lets them exchange at the end, each in its own order. `run` carries out a command.
pub(crate) fn live<K: Kind>(
    begin: &Typed<K>,
    acts: Vec<(usize, Act<K::Command>)>,
    run: impl Fn(&mut Typed<K>, &K::Command) -> Result<(), TestCaseError>,
) -> Result<(), TestCaseError>
where
    K::View: PartialEq + std::fmt::Debug,
{
    let mut devices = [copy(begin, 11), copy(begin, 12), copy(begin, 13)];
    for (here, act) in acts {
        match act {
            Act::Do(command) => run(&mut devices[here], &command)?,
            Act::Undo => {
                let _ = devices[here].undo();
            }
            Act::Redo => {
                let _ = devices[here].redo();
            }
            Act::Pull(from) if from != here => {
                let update = whole(&devices[from]);
                devices[here].import(&update).unwrap();
            }
            Act::Pull(_) => {}
        }
    }
    let all: Vec<Vec<u8>> = devices.iter().map(whole).collect();
    for (order, device) in [[1, 2, 0], [2, 0, 1], [0, 1, 2]].iter().zip(&mut devices) {
        for from in order {
            device.import(&all[*from]).unwrap();
        }
    }
    let [a, b, c] = &devices;
    prop_assert_eq!(a.view(), b.view());
    prop_assert_eq!(b.view(), c.view());
    prop_assert_eq!(a.document().state_hash(), c.document().state_hash());
    Ok(())
}
