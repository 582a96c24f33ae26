//! The promises of the design, checked after every step (I1 to I10) and at the end (L1).

use std::collections::{BTreeMap, BTreeSet};

use replica::envelope::{self, Envelope, Seal};
use replica::id::{DeviceId, Hash, PartId, Seq};
use replica::member::{Chains, Log, Members};
use replica::role::Action;
use replica::store::Table;
use replica::sync::{Alarm, Body, Delivery, Frame, Item};

use super::device::parts;
use super::planted::Planted;
use super::world::{Broken, SPACE, World};

type Tips = BTreeMap<(PartId, DeviceId), Seq>;

#[derive(Default)]
pub(crate) struct Checks {
    /// Every nonce that was ever used to seal.
    nonces: BTreeMap<[u8; 24], Hash>,
    /// Every envelope that an honest device ever sent.
    sent: BTreeMap<(PartId, DeviceId, Seq), Hash>,
    tips: BTreeMap<usize, (Vec<Hash>, Tips)>,
    pub(crate) told: Vec<(usize, Alarm)>,
    pub(crate) restored: bool,
    pub(crate) reached: Reached,
}

/// What a run came to: the promises say nothing when nothing happened.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Reached {
    pub(crate) started_from_snapshot: usize,
    pub(crate) pruned: usize,
    pub(crate) took_snapshot: usize,
    pub(crate) erased: usize,
}

fn ensure(law: &str, holds: bool) -> Broken {
    if holds { Ok(()) } else { Err(law.to_owned()) }
}

/// A nonce is used once.
pub(crate) fn wrote(world: &mut World, device: usize, part: PartId, seq: Seq) -> Broken {
    let one = &world.devices[device];
    let Some(hash) = one.own(part, seq) else { return Ok(()) };
    let Some(envelope) = one.client.as_ref().and_then(|client| client.inbox().envelope_of(&hash))
    else {
        return Ok(());
    };
    if let Seal::Sealed { nonce, .. } = envelope.seal {
        let known = world.checks.nonces.insert(nonce, hash);
        ensure("a nonce is used once", known.is_none_or(|known| known == hash))?;
    }
    Ok(())
}

/// One place has one envelope, also after a crash.
pub(crate) fn sent(world: &mut World, bytes: &[u8]) -> Broken {
    let Ok(Frame { body: Body::Push { items }, .. }) = Frame::decode(bytes) else { return Ok(()) };
    for item in items {
        let Item::Envelope(bytes) = item else { continue };
        let header = Envelope::decode(&bytes).map_err(|error| error.to_string())?.header;
        let hash = envelope::hash(&bytes);
        let place = (header.part, header.device, header.seq);
        let known = world.checks.sent.insert(place, hash);
        ensure("a chain never forks", known.is_none_or(|known| known == hash))?;
    }
    Ok(())
}

/// I1: what was shown as saved is there after a restart.
pub(crate) fn after_start(world: &mut World, device: usize) -> Broken {
    world.checks.tips.remove(&device);
    let one = &world.devices[device];
    let Some(client) = &one.client else { return Ok(()) };
    world.checks.reached.started_from_snapshot += usize::from(client.spared() > 0);
    if client.is_erased() {
        return Ok(());
    }
    for ((part, seq), (hash, delivery)) in &one.shown {
        let there = client.inbox().holds(*part, one.keys.id(), *seq, hash);
        let law = format!("I1: {device} shown as {delivery:?}: {part} {seq}");
        ensure(&law, *delivery < Delivery::Saved || there)?;
    }
    Ok(())
}

/// I2, I3, I10: the status is not stronger than the truth, the accepted version never goes down.
pub(crate) fn after_step(world: &mut World, device: usize) -> Broken {
    let one = &world.devices[device];
    let Some(client) = &one.client else { return Ok(()) };
    let me = one.keys.id();
    let mut shown = Vec::new();
    for part in parts() {
        let last = client.inbox().chains().tip(part, me).map_or(0, |tip| tip.seq);
        for seq in 1..=last {
            let delivery = client.delivery(part, seq);
            let known = one.shown.get(&(part, seq)).map(|(_, delivery)| *delivery);
            if known != Some(delivery)
                && let Some(hash) = one.own(part, seq)
            {
                shown.push(((part, seq), (hash, delivery)));
            }
        }
    }
    let newly_sent: Vec<_> = shown
        .iter()
        .filter(|(_, (_, delivery))| *delivery == Delivery::Sent)
        .map(|((part, seq), (hash, _))| (*part, me, *seq, *hash))
        .collect();
    if !newly_sent.is_empty() && !world.checks.restored {
        let kept = Kept::at(world);
        let all = newly_sent.iter().all(|(part, me, seq, hash)| kept.has((*part, *me), *seq, hash));
        ensure("I2: what is shown as sent is at the relay", all)?;
    }
    let heads = client.inbox().members().heads().to_vec();
    let tips: Tips = client
        .inbox()
        .chains()
        .heads()
        .into_iter()
        .map(|head| ((head.part, head.device), head.seq))
        .collect();
    if let Some((before_heads, before)) = world.checks.tips.get(&device)
        && *before_heads == heads
    {
        let down = before.iter().find(|(chain, seq)| tips.get(chain).is_none_or(|now| now < seq));
        ensure("I10: the accepted version never goes down", down.is_none())?;
    }
    if client.is_judged() {
        world.checks.tips.insert(device, (heads, tips));
    } else {
        // What counts is being judged anew.
        world.checks.tips.remove(&device);
    }
    world.devices[device].shown.extend(shown);
    world.care(device)
}

/// I5: everything received is applied, pending or in quarantine.
pub(crate) fn received(world: &mut World, device: usize, bytes: &[u8], before: u64) -> Broken {
    let Some(client) = &world.devices[device].client else { return Ok(()) };
    let Ok(Frame { body: Body::Page { items, after, .. }, .. }) = Frame::decode(bytes) else {
        return Ok(());
    };
    if after != before || client.cursor() <= before || client.is_erased() {
        return Ok(());
    }
    let store = &world.relay.store().rows;
    let right: BTreeSet<Hash> = store.all(SPACE).iter().map(|(_, row)| row.hash).collect();
    for item in items {
        if let Item::Envelope(bytes) = item {
            let hash = envelope::hash(&bytes);
            let header = Envelope::decode(&bytes).map(|envelope| envelope.header);
            let holds = header.is_ok_and(|header| {
                client.inbox().holds(header.part, header.device, header.seq, &hash)
            });
            let held = holds || !right.contains(&hash);
            ensure("I5: what is received does not vanish", held)?;
        }
    }
    Ok(())
}

/// What the relay has, and what it had and pruned below a snapshot.
struct Kept {
    hashes: BTreeSet<Hash>,
    pruned: Tips,
}

impl Kept {
    fn at(world: &World) -> Self {
        let rows = world.relay.store().rows.all(SPACE);
        let (mut hashes, mut lowest) = (BTreeSet::new(), Tips::new());
        for (_, row) in &rows {
            hashes.insert(row.hash);
            if let Some((kept, _)) = row.chain {
                let seq = lowest.entry((kept.part, kept.device)).or_insert(kept.seq);
                *seq = kept.seq.min(*seq);
            }
        }
        let heads = replica::relay::RelayStore::heads(&world.relay.store().rows, SPACE, None);
        let heads = replica::testing::block_on(heads).unwrap_or_default();
        let pruned = heads.into_iter().map(|head| {
            let chain = (head.part, head.device);
            (chain, lowest.get(&chain).map_or(head.seq, |seq| seq - 1))
        });
        Self { pruned: pruned.collect(), hashes }
    }

    fn has(&self, chain: (PartId, DeviceId), seq: Seq, hash: &Hash) -> bool {
        self.hashes.contains(hash) || self.pruned.get(&chain).is_some_and(|pruned| seq <= *pruned)
    }
}

/// L1, I2, I4, I6, I7, I8 at the end.
pub(crate) fn at_the_end(world: &World) -> Broken {
    let rows = world.relay.store().rows.all(SPACE);
    for (_, row) in &rows {
        let plain = row.item.bytes().windows(6).any(|six| six.eq_ignore_ascii_case(b"canary"));
        ensure("I6: nothing readable is at the relay", !plain)?;
    }
    if let Some(members) = relay_members(world).filter(Members::is_erased) {
        return erased(world, &members);
    }
    if world.devices.iter().any(|one| one.client.as_ref().is_some_and(|one| one.is_erased())) {
        // Who erased was out already, and nobody hears of it.
        return Ok(());
    }
    let Some(founder) = &world.devices[0].client else { return Ok(()) };
    let managers: Vec<_> = founder.inbox().members().managers().collect();
    let judge = world
        .devices
        .iter()
        .filter(|one| managers.contains(&one.keys.id()))
        .find_map(|one| one.client.as_ref())
        .unwrap_or(founder);
    let members = judge.inbox().members();
    let evil = world.plan.evil.map(|_| world.devices.len() - 1);
    let mut states: Vec<(usize, Vec<Hash>)> = Vec::new();
    for (number, one) in world.devices.iter().enumerate() {
        let Some(client) = &one.client else { return Err("L1: a device does not start".into()) };
        if members.role(one.keys.id()).is_none() {
            let key = members.writing_epoch();
            let (ring, _) = members.keyring(&one.keys);
            let reads = key.is_some_and(|epoch| ring.get(epoch).is_some());
            ensure("I7: who is out has no new key", !reads)?;
            continue;
        }
        if Some(number) != evil {
            let status = client.status();
            ensure(&format!("L1: {number} has nothing waiting: {status:?}"), status.waiting == 0)?;
            ensure("L1: everything is saved", status.not_saved.is_none())?;
            ensure("L1: everything is judged", client.is_judged())?;
        }
        let heads = client.inbox().members().heads();
        let count = client.inbox().log().entries().count();
        let status = client.status();
        let law = format!("L1: {number} has the same log: {count} entries, {status:?}");
        ensure(&law, heads == members.heads())?;
        allowed(client)?;
        if Some(number) == evil {
            // What it made by itself and a restored relay lost, only it has.
            continue;
        }
        let hash = |part| one.docs.get(part).map(|document| document.state_hash());
        states.push((number, parts().iter().filter_map(hash).collect()));
        let kept = Kept::at(world);
        for (header, _) in client.inbox().accepted() {
            let chain = (header.part, header.device);
            let hash = client.inbox().chains().hash(header.part, header.device, header.seq);
            let there = hash.is_some_and(|hash| kept.has(chain, header.seq, &hash));
            let law = format!("I2: what counts is at the relay again: {number} has {header:?}");
            ensure(&law, there)?;
        }
    }
    let same = states.windows(2).find(|two| two[0].1 != two[1].1);
    if let Some(two) = same {
        let (one, other) = (world.accepted(two[0].0), world.accepted(two[1].0));
        let only: Vec<_> = one.symmetric_difference(&other).collect();
        return Err(format!("L1, I4: {} and {} differ: {only:?}", two[0].0, two[1].0));
    }
    let honest = world.plan.evil.is_none() && world.plan.planted == Planted::Nothing;
    let fork = world.checks.told.iter().find(|(_, alarm)| matches!(alarm, Alarm::Fork { .. }));
    ensure(&format!("no false alarm: {fork:?}"), !honest || fork.is_none())
}

/// Who is in, as the relay knows it.
fn relay_members(world: &World) -> Option<Members> {
    let rows = world.relay.store().rows.all(SPACE);
    let mut log = Log::open(world.first.id(), &world.first.encode()).ok()?;
    for (_, row) in rows.iter().filter(|(_, row)| row.chain.is_none()) {
        log.add(row.item.bytes()).ok()?;
    }
    Some(log.members())
}

/// I13: after erasure nothing is left, nothing opens, nothing comes back.
fn erased(world: &World, members: &Members) -> Broken {
    let rows = world.relay.store().rows.all(SPACE);
    let envelopes = rows.iter().filter(|(_, row)| row.chain.is_some()).count();
    ensure(&format!("I13: {envelopes} envelopes at the relay"), envelopes == 0)?;
    for (number, one) in world.devices.iter().enumerate() {
        let client = one.client.as_ref();
        if members.role(one.keys.id()).is_none() {
            // Who is out does not hear of it.
            continue;
        }
        let open = client.is_some_and(|client| !client.is_erased());
        ensure(&format!("I13: {number} has heard of it"), !open)?;
        let keys = client.is_some_and(|client| client.inbox().ring().epochs().next().is_some());
        ensure(&format!("I13: {number} has no key"), !keys)?;
        for table in [Table::Log, Table::Quarantine, Table::Snapshot] {
            let there = replica::store::Store::scan(&one.store, table, "", None, 9);
            let there = replica::testing::block_on(there).unwrap_or_default();
            ensure(
                &format!("I13: {number} has {} rows in {table:?}", there.len()),
                there.is_empty(),
            )?;
        }
        let meta = replica::store::Store::scan(&one.store, Table::Meta, "local/", None, 99);
        let meta = replica::testing::block_on(meta).unwrap_or_default();
        let content = |key: &str| {
            ["document", "judged", "pending", "floor"].iter().any(|name| key.contains(name))
        };
        let left = meta.iter().find(|row| content(&row.key)).map(|row| row.key.clone());
        ensure(&format!("I13: {number} has {left:?}"), left.is_none())?;
    }
    Ok(())
}

/// I8: everything that counts was allowed, judged once more without the client's own judge.
fn allowed(client: &replica::sync::Client) -> Broken {
    let (members, chains) = (client.inbox().members(), client.inbox().chains());
    let mut epochs: BTreeMap<(PartId, DeviceId), u64> = BTreeMap::new();
    for (header, _) in client.inbox().accepted() {
        let place = (header.part, header.seq);
        let vouched = chains.vouched(header.part, header.device);
        let may = members.could(header.device, Action::Write, place, vouched);
        let may = may.or_else(|_| members.could(header.device, Action::Add, place, vouched));
        ensure("I8: who wrote it was allowed to", may.is_ok())?;
        let before = epochs.insert((header.part, header.device), header.epoch).unwrap_or(0);
        ensure("I8: no chain goes back to an older key", before <= header.epoch)?;
    }
    Ok(())
}
