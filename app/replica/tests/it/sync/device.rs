//! One device: a store, a client, documents, and what was ever shown on its screen.

use std::collections::BTreeMap;

use chacha20::ChaCha20Rng;
use replica::document::{Document, DocumentError, Place, Session};
use replica::envelope::Envelope;
use replica::id::{Hash, PartId, Seq};
use replica::keys::DeviceKeys;
use replica::member::{Members, Signed, Verdict, check};
use replica::store::{MemoryStore, Op, StoreError};
use replica::sync::{Client, Delivery, Effect, Judge, is_erased, open, sweep};
use replica::testing::block_on;

use super::plan::Dice;
use super::planted::Planted;

pub(crate) struct Device {
    pub(crate) keys: DeviceKeys,
    pub(crate) store: MemoryStore,
    pub(crate) client: Option<Client>,
    pub(crate) docs: BTreeMap<PartId, Document>,
    pub(crate) online: bool,
    /// Nothing brings it back before the storm is over.
    pub(crate) away: bool,
    /// Goes up with every restart: what belongs to an earlier life is not delivered.
    pub(crate) life: u64,
    pub(crate) rng: ChaCha20Rng,
    pub(crate) in_flight: Option<Vec<Op>>,
    /// What the store said that it wrote and did not write yet.
    pub(crate) tail: Vec<Vec<Op>>,
    /// What the screen said about own envelopes.
    pub(crate) shown: BTreeMap<(PartId, Seq), (Hash, Delivery)>,
    pub(crate) skew: u64,
    seed: u64,
    number: u64,
}

pub(crate) fn parts() -> [PartId; 2] {
    [PartId::named("agenda"), PartId::named("plan")]
}

impl Device {
    pub(crate) fn new(seed: u64, number: u64) -> Self {
        let mut rng = Dice::new(seed, 100 + number).0;
        Self {
            keys: DeviceKeys::generate(&mut rng),
            store: MemoryStore::default(),
            client: None,
            docs: BTreeMap::new(),
            online: true,
            away: false,
            life: 0,
            rng,
            in_flight: None,
            tail: Vec::new(),
            shown: BTreeMap::new(),
            skew: 0,
            seed,
            number,
        }
    }

    /// Opens what is stored. Fails when the store cannot be read.
    pub(crate) fn start(&mut self, first: &Signed, planted: Planted) -> Result<(), StoreError> {
        self.life += 1;
        let buried = block_on(is_erased(&self.store, super::world::SPACE))?;
        let root = block_on(replica::space::spaces(&self.store))?;
        if buried && root.is_empty() {
            block_on(sweep(&self.store, super::world::SPACE, true))?;
            return Ok(());
        }
        let stream = if planted == Planted::ReuseNonce { 0 } else { self.life };
        self.rng = Dice::new(self.seed, 1_000 * (self.number + 1) + stream).0;
        let judge = judge(planted);
        let opened = block_on(open(&self.store, self.keys.clone(), first, judge));
        let client = match opened {
            Err(_) if planted == Planted::EmptyLoad => {
                block_on(open(&MemoryStore::default(), self.keys.clone(), first, judge))?
            }
            other => other?,
        };
        self.client = Some(client);
        self.docs.clear();
        parts().into_iter().for_each(|part| self.rebuild(part));
        Ok(())
    }

    fn session(&mut self) -> Session {
        use rand_core::Rng;
        Session { peer: self.rng.next_u64() >> 1, device: self.keys.id() }
    }

    pub(crate) fn rebuild(&mut self, part: PartId) {
        let session = self.session();
        let document = match &self.client {
            Some(client) => client.build(part, session).unwrap().document,
            None => Document::new(session).unwrap(),
        };
        self.docs.insert(part, document);
    }

    /// Makes a local snapshot, if it can be made now.
    pub(crate) fn snapshot(&mut self, part: PartId) -> Vec<Effect> {
        let (client, document) = (self.client.as_mut(), self.docs.get(&part));
        let made = client
            .zip(document)
            .and_then(|(client, document)| client.snapshot(part, document).ok());
        made.unwrap_or_default()
    }

    /// Makes a snapshot for everybody, if it can be made now.
    pub(crate) fn share(&mut self, part: PartId) -> Vec<Effect> {
        let (client, document) = (self.client.as_mut(), self.docs.get(&part));
        let made = client
            .zip(document)
            .and_then(|(client, document)| client.share(part, document, &mut self.rng).ok());
        made.unwrap_or_default()
    }

    /// A person changes something. Answers what the client wants done.
    pub(crate) fn write(&mut self, part: PartId, number: u64) -> Option<(Seq, Vec<Effect>)> {
        let (client, document) = (self.client.as_mut()?, self.docs.get_mut(&part)?);
        let edit = document.edit(|to| {
            to.set(&Place::root("canary-place"), &format!("k{}", number % 4), number as i64)?;
            Ok::<(), DocumentError>(())
        });
        let update = edit.unwrap().update?;
        match client.write(part, &update, &mut self.rng) {
            Ok((seq, effects)) => Some((seq, effects)),
            Err(_) => {
                self.rebuild(part);
                None
            }
        }
    }

    /// The newest own envelope of a part, as it will be sent.
    pub(crate) fn own(&self, part: PartId, seq: Seq) -> Option<Hash> {
        use replica::member::Chains;
        self.client.as_ref()?.inbox().chains().hash(part, self.keys.id(), seq)
    }
}

fn judge(planted: Planted) -> Option<Judge> {
    use replica::member::{Grant, KnownChains, Refused};
    fn any_epoch(e: &Envelope, hash: &Hash, members: &Members, chains: &KnownChains) -> Verdict {
        match check(e, hash, members, chains) {
            Verdict::Refused(Refused::EpochLower { .. }) => Verdict::Accepted(Grant::Write),
            other => other,
        }
    }
    fn anybody(e: &Envelope, hash: &Hash, members: &Members, chains: &KnownChains) -> Verdict {
        match check(e, hash, members, chains) {
            Verdict::Refused(Refused::Denied(_)) => Verdict::Accepted(Grant::Write),
            other => other,
        }
    }
    match planted {
        Planted::AcceptLowerEpoch => Some(any_epoch),
        Planted::SkipRoleCheck => Some(anybody),
        _ => None,
    }
}
