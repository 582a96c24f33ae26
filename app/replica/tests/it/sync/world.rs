//! The world of one run: a queue of what happens next, a network, a relay and its disk.

use std::collections::{BTreeMap, BTreeSet};

use replica::id::{DeviceId, Hash, NO_HASH, PartId, SpaceId};
use replica::member::{Change, Log, PersonId, SideId, Signed};
use replica::relay::Relay;
use replica::relay::memory::{Backup, RelayFault};
use replica::role::Role;
use replica::store::StoreError;
use replica::sync::{Body, Due, Effect, Event, Frame, Item, Range, Refusal, load, sweep};
use replica::testing::block_on;

use super::check;
use super::device::{Device, parts};
use super::disk::RelayDisk;
use super::plan::{Action, CALM, Dice, Plan, STORM};
use super::planted::Planted;

pub(crate) const SPACE: SpaceId = SpaceId::from_bytes(*b"werkgebied heilo");

enum Happening {
    Action(Action),
    ToRelay(usize, Vec<u8>),
    ToDevice(usize, Vec<u8>),
    Disk(usize, u64),
    Tail(usize, u64),
    Yes(usize, u64),
    Load(usize, u64, Vec<Range>),
    Sweep(usize, u64, bool),
    Tick(usize, u64),
    Start(usize),
    Online(usize),
    Room(usize),
    Calm,
}

pub(crate) struct World {
    pub(crate) plan: Plan,
    pub(crate) now: u64,
    queue: BTreeMap<(u64, u64), Happening>,
    order: u64,
    pub(crate) dice: Dice,
    pub(crate) devices: Vec<Device>,
    pub(crate) relay: Relay<RelayDisk>,
    backup: Option<Backup>,
    relay_down_until: u64,
    pub(crate) first: Signed,
    pub(crate) checks: check::Checks,
    written: u64,
    evil: (u64, Hash),
    absent: BTreeSet<DeviceId>,
    trace: bool,
}

pub(crate) type Broken = Result<(), String>;

impl World {
    pub(crate) fn run(plan: Plan) -> Broken {
        Self::new(plan).play()
    }

    /// What a run comes to.
    pub(crate) fn reaches(plan: Plan) -> check::Reached {
        let mut world = Self::new(plan);
        let outcome = world.play();
        let mut reached = world.checks.reached;
        let clients = world.devices.iter().filter_map(|one| one.client.as_ref());
        for client in clients {
            reached.took_snapshot += client.snapshots_taken();
            reached.erased += usize::from(client.is_erased());
        }
        reached.pruned = world.relay.store().prunings();
        outcome.map_or_else(|_| check::Reached::default(), |()| reached)
    }

    fn play(&mut self) -> Broken {
        let world = self;
        while let Some((&(at, _), _)) = world.queue.first_key_value() {
            if at > STORM + CALM {
                break;
            }
            let Some((_, next)) = world.queue.pop_first() else { break };
            world.now = at;
            world.step(next)?;
        }
        check::at_the_end(world)
    }

    fn new(plan: Plan) -> Self {
        let mut devices: Vec<_> =
            (0..plan.devices as u64).map(|number| Device::new(plan.seed, number)).collect();
        let mut dice = Dice::new(plan.seed, 2);
        if plan.faults.skew {
            devices.iter_mut().for_each(|device| device.skew = dice.below(1 << 40));
        }
        let log = Log::create(SPACE, person(0), &devices[0].keys, 1, &mut dice.0).expect("a space");
        let first = log.entries().next().expect("a first entry").clone();
        let mut world = Self {
            now: 0,
            queue: BTreeMap::new(),
            order: 0,
            dice,
            devices,
            relay: Relay::new(RelayDisk::new(plan.planted)),
            backup: None,
            relay_down_until: 0,
            first,
            checks: check::Checks::default(),
            written: 0,
            evil: (0, NO_HASH),
            absent: BTreeSet::new(),
            trace: std::env::var_os("SEED").is_some(),
            plan,
        };
        (0..world.plan.devices).for_each(|device| world.at(0, Happening::Start(device)));
        for (at, action) in world.plan.actions.clone() {
            world.at(at, Happening::Action(action));
        }
        world.at(STORM, Happening::Calm);
        world
    }

    fn at(&mut self, at: u64, what: Happening) {
        self.order += 1;
        self.queue.insert((at.max(self.now), self.order), what);
    }

    fn soon(&mut self, within: u64, what: Happening) {
        let at = self.now + 1 + self.dice.below(within);
        self.at(at, what);
    }

    /// The places of what a device accepted, and how each came out, for a message.
    pub(crate) fn accepted(&self, device: usize) -> std::collections::BTreeSet<String> {
        let Some(client) = &self.devices[device].client else { return Default::default() };
        let inbox = client.inbox();
        let number = |id| self.devices.iter().position(|one| one.keys.id() == id);
        inbox
            .accepted()
            .map(|(header, _)| {
                let epoch = header.epoch >> 32;
                format!("{:?}/{}/{} epoch {epoch}", number(header.device), header.part, header.seq)
            })
            .chain([format!("{device}: {:?} cursor {}", client.status(), client.cursor())])
            .collect()
    }

    pub(crate) fn calm(&self) -> bool {
        self.now >= STORM
    }

    fn step(&mut self, next: Happening) -> Broken {
        match next {
            Happening::Action(action) => self.act(action),
            Happening::ToRelay(device, bytes) => self.at_relay(device, &bytes),
            Happening::ToDevice(device, bytes) => self.at_device(device, bytes),
            Happening::Disk(device, life) => self.disk(device, life),
            Happening::Tick(device, life) if life == self.devices[device].life => {
                self.event(device, Event::Tick)
            }
            Happening::Yes(device, life) if life == self.devices[device].life => {
                self.event(device, Event::Committed(Ok(())))
            }
            Happening::Sweep(device, life, with_log) => {
                let store = &self.devices[device].store;
                let swept = block_on(sweep(store, SPACE, with_log));
                if swept.is_err() && self.devices[device].life == life {
                    self.soon(2_000, Happening::Sweep(device, life, with_log));
                }
                Ok(())
            }
            Happening::Load(device, life, ranges) if life == self.devices[device].life => {
                let rows = block_on(load(&self.devices[device].store, SPACE, &ranges));
                self.event(device, Event::Loaded(rows))
            }
            Happening::Tick(..) | Happening::Yes(..) | Happening::Load(..) => Ok(()),
            Happening::Tail(device, life) => {
                self.tail(device, life);
                Ok(())
            }
            Happening::Start(device) => self.start(device),
            Happening::Online(device) if self.devices[device].away => Ok(()),
            Happening::Online(device) => {
                self.devices[device].online = true;
                self.event(device, Event::Online(true))
            }
            Happening::Room(device) => {
                self.devices[device].store.set_quota(None);
                self.event(device, Event::Tick)
            }
            Happening::Calm => self.come_right(),
        }
    }

    /// Everything that was broken is mended.
    fn come_right(&mut self) -> Broken {
        self.relay_down_until = 0;
        self.absent.clear();
        self.tell_absent()?;
        for device in 0..self.devices.len() {
            self.devices[device].store.set_quota(None);
            self.devices[device].online = true;
            self.devices[device].away = false;
            if self.devices[device].client.is_none() {
                self.start(device)?;
            }
            self.event(device, Event::Online(false))?;
            self.event(device, Event::Online(true))?;
        }
        Ok(())
    }

    fn start(&mut self, device: usize) -> Broken {
        let (calm, planted) = (self.calm(), self.plan.planted);
        let (first, one) = (self.first.clone(), &mut self.devices[device]);
        if one.client.is_some() {
            return Ok(());
        }
        if !calm && self.plan.faults.bad_reads && self.dice.chance(30) {
            let read = one.store.operations() + self.dice.below(5);
            let fault = replica::store::memory::Fault::Refuse(StoreError::Blocked);
            one.store.fail_at(read, fault);
        }
        if one.start(&first, planted).is_err() {
            self.soon(2_000, Happening::Start(device));
            return Ok(());
        }
        check::after_start(self, device)?;
        if !self.absent.is_empty() {
            self.tell_absent()?;
        }
        let online = self.devices[device].online;
        self.event(device, Event::Online(online))
    }

    fn kill(&mut self, device: usize) {
        let (kept, half) = (self.dice.chance(50), self.plan.planted == Planted::TornBatch);
        let one = &mut self.devices[device];
        one.client = None;
        one.tail.clear();
        if let Some(ops) = one.in_flight.take()
            && (kept || half)
        {
            let ops = if half { &ops[ops.len() / 2..] } else { &ops };
            let _ = block_on(replica::store::Store::commit(&one.store, ops));
        }
    }

    /// Gives an event to a device and does what it asks for.
    pub(crate) fn event(&mut self, device: usize, event: Event) -> Broken {
        use rand_core::Rng;
        let (now, jitter) = (self.now, self.dice.0.next_u32());
        let one = &mut self.devices[device];
        let skew = one.skew;
        let Some(client) = one.client.as_mut() else { return Ok(()) };
        let effects = client.on(event, now + skew, jitter);
        self.carry_out(device, effects)
    }

    fn carry_out(&mut self, device: usize, effects: Vec<Effect>) -> Broken {
        for effect in effects {
            match effect {
                Effect::Send(bytes) => {
                    check::sent(self, &bytes)?;
                    if self.devices[device].online {
                        self.travel(bytes, |bytes| Happening::ToRelay(device, bytes));
                    }
                }
                Effect::Commit(ops) => self.commit(device, ops),
                Effect::Apply { part, grant, payload } => {
                    if let Some(document) = self.devices[device].docs.get_mut(&part) {
                        document
                            .take(grant, &payload)
                            .map_err(|error| format!("apply: {error}"))?;
                    }
                }
                Effect::Rebuild(part) => self.devices[device].rebuild(part),
                Effect::Sweep { with_log } => {
                    let life = self.devices[device].life;
                    self.soon(500, Happening::Sweep(device, life, with_log));
                }
                Effect::Load(ranges) => {
                    let life = self.devices[device].life;
                    self.soon(50, Happening::Load(device, life, ranges));
                }
                Effect::Tell(alarm) => self.checks.told.push((device, alarm)),
            }
        }
        let one = &self.devices[device];
        if let Some(at) = one.client.as_ref().and_then(|client| client.wake_at()) {
            let (at, life) = (at.saturating_sub(one.skew).max(self.now + 1), one.life);
            self.at(at, Happening::Tick(device, life));
        }
        check::after_step(self, device)
    }

    fn commit(&mut self, device: usize, ops: Vec<replica::store::Op>) {
        let life = self.devices[device].life;
        self.devices[device].in_flight = Some(ops);
        let slow = self.plan.faults.slow_disk && !self.calm();
        if self.plan.planted == Planted::AckOnSuccess {
            let one = &mut self.devices[device];
            one.tail.extend(one.in_flight.take());
            self.soon(3_000, Happening::Tail(device, life));
            return self.soon(5, Happening::Yes(device, life));
        }
        self.soon(if slow { 3_000 } else { 5 }, Happening::Disk(device, life));
    }

    /// What was said to be written long ago is written now.
    fn tail(&mut self, device: usize, life: u64) {
        let one = &mut self.devices[device];
        if one.life == life && !one.tail.is_empty() {
            let ops = one.tail.remove(0);
            let _ = block_on(replica::store::Store::commit(&one.store, &ops));
        }
    }

    fn disk(&mut self, device: usize, life: u64) -> Broken {
        let one = &mut self.devices[device];
        if one.life != life || one.client.is_none() {
            return Ok(());
        }
        let Some(ops) = one.in_flight.take() else { return Ok(()) };
        let outcome = block_on(replica::store::Store::commit(&one.store, &ops));
        let failed = outcome.is_err();
        let outcome = if self.plan.planted == Planted::IgnoreAbort { Ok(()) } else { outcome };
        if failed && outcome.is_err() {
            // Tried again after a while.
            let life = self.devices[device].life;
            self.at(self.now + 2_000, Happening::Tick(device, life));
            let one = &mut self.devices[device];
            let client = one.client.as_mut().expect("alive");
            let effects = client.on(Event::Committed(outcome), self.now + one.skew, 0);
            // The retry that it asks for at once comes later, with what was written since.
            let mut later = Vec::new();
            for effect in effects {
                match effect {
                    Effect::Commit(again) => one.in_flight = Some(again),
                    other => later.push(other),
                }
            }
            self.at(self.now + 2_000, Happening::Disk(device, life));
            return self.carry_out(device, later);
        }
        self.event(device, Event::Committed(outcome))
    }

    /// A message on its way: lost, twice, late.
    fn travel(&mut self, bytes: Vec<u8>, arrive: impl Fn(Vec<u8>) -> Happening) {
        let (faults, calm) = (self.plan.faults, self.calm());
        if !calm && faults.lose && self.dice.chance(20) {
            return;
        }
        if !calm && faults.twice && self.dice.chance(20) {
            self.soon(4_000, arrive(bytes.clone()));
        }
        let within = if !calm && faults.late { 4_000 } else { 100 };
        self.soon(within, arrive(bytes));
    }

    fn at_relay(&mut self, device: usize, bytes: &[u8]) -> Broken {
        if self.now < self.relay_down_until {
            return Ok(());
        }
        if self.plan.planted == Planted::RelayLies
            && self.dice.chance(10)
            && self.lie(device, bytes)
        {
            return Ok(());
        }
        let id = self.devices[device].keys.id();
        let answer = block_on(self.relay.on_without(id, bytes, &self.absent));
        let Some(answer) = answer else { return Ok(()) };
        let died = matches!(
            Frame::decode(&answer.reply),
            Ok(Frame { body: Body::Refuse { refusal: Refusal::Busy, .. }, .. })
        );
        if died {
            return self.connections_break();
        }
        if self.trace {
            let short = |bytes: &[u8]| {
                format!("{:?}", Frame::decode(bytes).map(|frame| frame.body))
                    .chars()
                    .take(60)
                    .collect::<String>()
            };
            eprintln!("{:>6}   {device}: {} -> {}", self.now, short(bytes), short(&answer.reply));
        }
        let reply = self.flip(answer.reply);
        self.travel(reply, |bytes| Happening::ToDevice(device, bytes));
        if let Some(poke) = answer.poke {
            for other in (0..self.devices.len()).filter(|other| *other != device) {
                let id = self.devices[other].keys.id();
                if block_on(self.relay.is_member(id, SPACE)) {
                    self.travel(poke.clone(), |bytes| Happening::ToDevice(other, bytes));
                }
            }
        }
        Ok(())
    }

    /// The relay's process is gone, and with it every connection.
    fn connections_break(&mut self) -> Broken {
        self.relay_starts();
        for device in 0..self.devices.len() {
            if !std::mem::take(&mut self.devices[device].online) {
                continue;
            }
            self.soon(2_000, Happening::Online(device));
            self.event(device, Event::Online(false))?;
        }
        Ok(())
    }

    /// Acknowledges a push that was not kept.
    fn lie(&mut self, device: usize, bytes: &[u8]) -> bool {
        let Ok(Frame { space, id, body: Body::Push { items } }) = Frame::decode(bytes) else {
            return false;
        };
        let heads = items.iter().filter_map(|item| match item {
            Item::Envelope(bytes) => {
                let header = replica::envelope::Envelope::decode(bytes).ok()?.header;
                let hash = replica::envelope::hash(bytes);
                let (part, device, seq) = (header.part, header.device, header.seq);
                Some(replica::seal::ChainHead { part, device, seq, hash })
            }
            Item::Entry(_) => None,
        });
        let heads: Vec<_> = heads.collect();
        if heads.is_empty() {
            return false;
        }
        let server = [1; 16];
        let (entries, refused) = (Vec::new(), Vec::new());
        let body = Body::Ack { server, newest: 0, entries, heads, refused };
        let bytes = Frame { space, id, body }.encode();
        self.travel(bytes, |bytes| Happening::ToDevice(device, bytes));
        true
    }

    /// A bit falls over in something that the relay hands out.
    fn flip(&mut self, reply: Vec<u8>) -> Vec<u8> {
        if self.calm() || !self.plan.faults.flip || !self.dice.chance(15) {
            return reply;
        }
        let Ok(mut frame) = Frame::decode(&reply) else { return reply };
        if let Body::Page { items, .. } | Body::Given { items } = &mut frame.body
            && !items.is_empty()
        {
            let index = self.dice.index(items.len());
            let (Item::Entry(bytes) | Item::Envelope(bytes)) = &mut items[index];
            let bit = self.dice.index(bytes.len() * 8);
            bytes[bit / 8] ^= 1 << (bit % 8);
        }
        frame.encode()
    }

    fn at_device(&mut self, device: usize, bytes: Vec<u8>) -> Broken {
        if !self.devices[device].online || self.devices[device].client.is_none() {
            return Ok(());
        }
        let given = self.planted_drop(device, &bytes).unwrap_or_else(|| bytes.clone());
        let before = self.devices[device].client.as_ref().map_or(0, |client| client.cursor());
        self.event(device, Event::Message(given))?;
        check::received(self, device, &bytes, before)
    }

    fn planted_drop(&self, device: usize, bytes: &[u8]) -> Option<Vec<u8>> {
        use replica::member::Chains;
        if self.plan.planted != Planted::DropInsteadOfPending {
            return None;
        }
        let mut frame = Frame::decode(bytes).ok()?;
        let chains = self.devices[device].client.as_ref()?.inbox().chains().clone();
        if let Body::Page { items, .. } | Body::Given { items } = &mut frame.body {
            items.retain(|item| match item {
                Item::Entry(_) => true,
                Item::Envelope(bytes) => {
                    let Ok(envelope) = replica::envelope::Envelope::decode(bytes) else {
                        return false;
                    };
                    let header = envelope.header;
                    let tip = chains.tip(header.part, header.device).map_or(0, |tip| tip.seq);
                    header.seq <= tip + 1
                }
            });
        }
        Some(frame.encode())
    }

    fn act(&mut self, action: Action) -> Broken {
        if self.trace {
            eprintln!("{:>6} {action:?}", self.now);
        }
        match action {
            Action::Write { device, part } => return self.write(device, parts()[part]),
            Action::Offline { device, millis } => {
                self.devices[device].online = false;
                self.at(self.now + millis, Happening::Online(device));
                return self.event(device, Event::Online(false));
            }
            Action::Crash { device } => {
                self.kill(device);
                self.soon(3_000, Happening::Start(device));
            }
            Action::TakeOver { device } => {
                if self.plan.planted == Planted::TwoWriters {
                    self.two_writers(device)?;
                }
                self.kill(device);
                return self.start(device);
            }
            Action::Quota { device, millis } => {
                let store = &self.devices[device].store;
                store.set_quota(Some(store.size() + 200));
                self.at(self.now + millis, Happening::Room(device));
            }
            Action::Snapshot { device, part } => {
                let effects = self.devices[device].snapshot(parts()[part]);
                return self.carry_out(device, effects);
            }
            Action::Share { device, part } => {
                let effects = self.devices[device].share(parts()[part]);
                return self.carry_out(device, effects);
            }
            Action::Away { device } => {
                self.devices[device].online = false;
                self.devices[device].away = true;
                self.absent.insert(self.devices[device].keys.id());
                self.event(device, Event::Online(false))?;
                return self.tell_absent();
            }
            Action::RelayDown { millis } => self.relay_down_until = self.now + millis,
            Action::RelayDies { kept } => {
                let fault = if kept { RelayFault::DieAfter } else { RelayFault::DieBefore };
                self.relay.store().rows.fail_next(fault);
                self.relay_starts();
                self.relay.store().crash();
            }
            Action::Backup => self.backup = Some(self.relay.store().rows.backup()),
            Action::Restore { new_epoch } => {
                if let Some(backup) = &self.backup {
                    let epoch = new_epoch.then_some([self.dice.below(200) as u8 + 2; 16]);
                    self.relay.store().rows.restore(backup, epoch);
                    self.checks.restored = true;
                    self.relay_starts();
                }
            }
            Action::Evil { older_key } => self.misbehave(older_key),
            other => return self.membership(other),
        }
        Ok(())
    }

    /// Who was away for too long is known to who looks at the clock.
    fn tell_absent(&mut self) -> Broken {
        for device in 0..self.devices.len() {
            let absent = self.absent.clone();
            let Some(client) = self.devices[device].client.as_mut() else { continue };
            let effects = client.set_absent(absent);
            self.carry_out(device, effects)?;
        }
        Ok(())
    }

    /// A new process on the same disk.
    fn relay_starts(&mut self) {
        let planted = self.plan.planted;
        let old = std::mem::replace(&mut self.relay, Relay::new(RelayDisk::new(planted)));
        self.relay = old.again();
    }

    fn write(&mut self, device: usize, part: PartId) -> Broken {
        self.written += 1;
        let number = self.written;
        let Some((seq, effects)) = self.devices[device].write(part, number) else { return Ok(()) };
        check::wrote(self, device, part, seq)?;
        self.carry_out(device, effects)
    }

    fn two_writers(&mut self, device: usize) -> Broken {
        let part = parts()[0];
        let one = &mut self.devices[device];
        let Some(mut rival) = one.client.clone() else { return Ok(()) };
        let mut document = replica::document::Document::new(replica::document::Session {
            peer: 77,
            device: one.keys.id(),
        })
        .expect("a document");
        let edit = document.edit(|to| {
            to.set(&replica::document::Place::root("r"), "k", 1)?;
            Ok::<(), replica::document::DocumentError>(())
        });
        let update = edit.expect("an edit").update.expect("an update");
        if rival.write(part, &update, &mut one.rng).is_ok() {
            self.write(device, part)?;
            // Both send, whatever the store says about it.
            let rival = rival.on(Event::Committed(Ok(())), self.now, 0);
            let main = self.devices[device].client.clone();
            let main = main.map(|mut main| main.on(Event::Committed(Ok(())), self.now, 0));
            for effects in [Some(rival), main].into_iter().flatten() {
                for effect in effects {
                    if let Effect::Send(bytes) = effect {
                        check::sent(self, &bytes)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn membership(&mut self, action: Action) -> Broken {
        let by = match action {
            Action::Remove { by, .. }
            | Action::SetRole { by, .. }
            | Action::Rotate { by }
            | Action::Erase { by } => by,
            _ => 0,
        };
        let id = |device: usize| self.devices[device].keys.id();
        let publics: Vec<_> = self.devices.iter().map(|one| *one.keys.public()).collect();
        let target: Option<DeviceId> = match action {
            Action::Remove { device, .. } | Action::SetRole { device, .. } => Some(id(device)),
            _ => None,
        };
        let evil = self.plan.evil;
        let (last, now) = (self.devices.len() - 1, self.now);
        let one = &mut self.devices[by];
        let Some(client) = one.client.as_mut() else {
            // Somebody who is away does it later.
            if !matches!(action, Action::Add { .. }) || self.now >= STORM {
                return Ok(());
            }
            self.at(self.now + 1_500, Happening::Action(action));
            return Ok(());
        };
        let (members, ring) = (client.inbox().members().clone(), client.inbox().ring().clone());
        let seen = |device: DeviceId| client.inbox().chains().heads_of(&[device]);
        let change = match action {
            Action::Add { device } => {
                let role = match (device, evil) {
                    (1, _) if last > 1 || evil.is_none() => Role::Beheer,
                    (device, Some(role)) if device == last => role,
                    _ => Role::Bewerken,
                };
                members.add(publics[device], person(device), role, &ring, &mut one.rng).ok()
            }
            Action::Remove { .. } => target.and_then(|device| {
                let rotation = members.rotate(&[device], seen(device), &ring, &mut one.rng);
                rotation.ok().map(|(change, _)| change)
            }),
            Action::SetRole { role, .. } => target.map(|device| {
                let seen = seen(device);
                Change::SetRole { device, role, seen }
            }),
            Action::Erase { .. } => Some(Change::Erase),
            _ => members.rotate(&[], Vec::new(), &ring, &mut one.rng).ok().map(|(one, _)| one),
        };
        let Some(change) = change else { return Ok(()) };
        if let Ok((_, effects)) = client.decide(change, now) {
            return self.carry_out(by, effects);
        }
        if matches!(action, Action::Add { .. }) && self.now < STORM {
            self.at(self.now + 1_500, Happening::Action(action));
        }
        Ok(())
    }

    /// Does what is due, at once.
    pub(crate) fn care(&mut self, device: usize) -> Broken {
        let one = &mut self.devices[device];
        let Some(client) = one.client.as_mut() else { return Ok(()) };
        let (members, ring) = (client.inbox().members(), client.inbox().ring());
        let change = match client.due() {
            Some(Due::Acknowledge) => {
                let effects = client.acknowledge(&mut one.rng).unwrap_or_default();
                return if effects.is_empty() { Ok(()) } else { self.carry_out(device, effects) };
            }
            Some(Due::Rotate) => {
                members.rotate(&[], Vec::new(), ring, &mut one.rng).ok().map(|(change, _)| change)
            }
            Some(Due::Give(who)) => members.give(who, ring, &mut one.rng).ok(),
            None => {
                let due = |part: &PartId| client.share_is_due(*part);
                let Some(part) = parts().into_iter().find(due) else { return Ok(()) };
                let effects = one.share(part);
                return if effects.is_empty() { Ok(()) } else { self.carry_out(device, effects) };
            }
        };
        let Some(change) = change else { return Ok(()) };
        match client.decide(change, self.now) {
            Ok((_, effects)) => self.carry_out(device, effects),
            Err(_) => Ok(()),
        }
    }

    /// The last device seals what it may not write, and sends it as it is.
    fn misbehave(&mut self, older_key: bool) {
        use replica::envelope::{Header, Kind};
        let device = self.devices.len() - 1;
        let one = &mut self.devices[device];
        let Some(client) = one.client.as_ref() else { return };
        let ring = client.inbox().ring();
        let mut epochs: Vec<_> = ring.epochs().collect();
        epochs.reverse();
        epochs.truncate(1 + usize::from(older_key));
        let mut items = Vec::new();
        for epoch in epochs {
            let (seq, prev) = self.evil;
            let header = Header {
                space: SPACE,
                part: parts()[0],
                epoch,
                device: one.keys.id(),
                seq: seq + 1,
                prev,
                kind: Kind::Update,
            };
            let mut document = replica::document::Document::new(replica::document::Session {
                peer: 1_000 + seq,
                device: one.keys.id(),
            })
            .expect("a document");
            let edit = document.edit(|to| {
                to.set(&replica::document::Place::root("evil"), "k", 1)?;
                Ok::<(), replica::document::DocumentError>(())
            });
            let update = edit.expect("an edit").update.expect("an update");
            let heads = replica::seal::Heads::default();
            let sealed =
                replica::seal::seal(header, &update, &heads, &one.keys, ring, &mut one.rng);
            let Ok(sealed) = sealed else { return };
            let bytes = sealed.encode();
            self.evil = (seq + 1, replica::envelope::hash(&bytes));
            items.push(Item::Envelope(bytes));
        }
        let frame = Frame { space: SPACE, id: 0, body: Body::Push { items } };
        self.soon(10, Happening::ToRelay(device, frame.encode()));
    }
}

fn person(device: usize) -> (PersonId, SideId, &'static str) {
    (PersonId::from_bytes([device as u8; 16]), SideId::named("school"), "Canary Janssen")
}
