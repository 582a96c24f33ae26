//! Envelopes against the log: what is taken, what waits, what is set apart.

use super::*;
use crate::envelope::{Envelope, Header, Kind, OpenSealer, hash};
use crate::id::{Hash, NO_HASH, Seq};
use crate::seal::{Heads, seal};

struct Chain {
    who: u8,
    seq: Seq,
    prev: Hash,
}

impl Chain {
    const fn of(who: u8) -> Self {
        Self { who, seq: 0, prev: NO_HASH }
    }

    fn header(&self, copy: &Copy) -> Header {
        let epoch = copy.log.members().writing_epoch().unwrap();
        let (part, device) = (PartId::named("agenda"), id(self.who));
        let (seq, prev) = (self.seq + 1, self.prev);
        Header { space: SPACE, part, epoch, device, seq, prev, kind: Kind::Update }
    }

    fn next(&mut self, copy: &Copy) -> (Envelope, Hash) {
        let envelope = self.sealed(copy, self.header(copy), b"x");
        let hash = hash(&envelope.encode());
        (self.seq, self.prev) = (self.seq + 1, hash);
        (envelope, hash)
    }

    fn sealed(&self, copy: &Copy, header: Header, payload: &[u8]) -> Envelope {
        let keys = device(self.who);
        let (ring, _) = copy.log.members().keyring(&keys);
        seal(header, payload, &Heads::default(), &keys, &ring, &mut rng(self.seq as u8)).unwrap()
    }
}

fn verdict(copy: &Copy, known: &KnownChains, envelope: &Envelope) -> Verdict {
    check(envelope, &hash(&envelope.encode()), &copy.log.members(), known)
}

fn take(copy: &Copy, known: &mut KnownChains, (envelope, hash): &(Envelope, Hash)) {
    assert!(matches!(verdict(copy, known, envelope), Verdict::Accepted(_)));
    known.accept(&envelope.header, *hash);
}

#[test]
fn a_chain_of_a_member_is_taken_in_order() {
    let (copy, mut known, mut chain) = (Copy::of_four(), KnownChains::default(), Chain::of(CARLA));
    let (one, two, three) = (chain.next(&copy), chain.next(&copy), chain.next(&copy));
    take(&copy, &mut known, &one);
    let gap = Verdict::Pending(Pending::Missing { from: 2, to: 2 });
    assert_eq!(verdict(&copy, &known, &three.0), gap);
    take(&copy, &mut known, &two);
    take(&copy, &mut known, &three);
    assert_eq!(verdict(&copy, &known, &two.0), Verdict::Duplicate);
}

#[test]
fn who_only_reads_is_refused() {
    let (copy, mut chain) = (Copy::of_four(), Chain::of(DIRK));
    let refused = verdict(&copy, &KnownChains::default(), &chain.next(&copy).0);
    assert!(matches!(refused, Verdict::Refused(Refused::Denied(Denied::Role(_)))));
}

#[test]
fn a_child_is_taken_with_a_grant_to_add() {
    let mut copy = Copy::founded();
    copy.add(BRAM, Role::Inbrengen).unwrap();
    let part = PartId::named("agenda");
    copy.write(Change::Part { part, rule: PartRule::Inbreng }).unwrap();
    let taken = verdict(&copy, &KnownChains::default(), &Chain::of(BRAM).next(&copy).0);
    assert_eq!(taken, Verdict::Accepted(Grant::AddOnly));
}

#[test]
fn a_stranger_waits_for_the_log_and_a_removed_device_is_refused() {
    let mut copy = Copy::of_four();
    let mut later = copy.clone();
    later.add(EEFJE, Role::Bewerken).unwrap();
    let (early, _) = Chain::of(EEFJE).next(&later);
    let known = KnownChains::default();
    let waits = Verdict::Pending(Pending::UnknownDevice(id(EEFJE)));
    assert_eq!(verdict(&copy, &known, &early), waits);
    assert_eq!(verdict(&later, &known, &early), Verdict::Accepted(Grant::Write));

    let (written, _) = Chain::of(CARLA).next(&copy);
    copy.remove(&[CARLA]).unwrap();
    let refused = Verdict::Refused(Refused::Denied(Denied::Removed));
    assert_eq!(verdict(&copy, &known, &written), refused);
}

#[test]
fn what_a_member_built_upon_is_taken_from_who_left() {
    let (mut copy, mut chain) = (Copy::of_four(), Chain::of(CARLA));
    let (written, written_hash) = chain.next(&copy);
    copy.remove(&[CARLA]).unwrap();
    let mut known = KnownChains::default();
    let part = PartId::named("agenda");
    let head = ChainHead { part, device: id(CARLA), seq: 1, hash: written_hash };
    let heads = Heads { log: Vec::new(), chains: vec![head] };
    known.vouch(id(CARLA), &heads);
    assert!(matches!(verdict(&copy, &known, &written), Verdict::Refused(_)), "not for oneself");
    known.vouch(id(BRAM), &heads);
    assert_eq!(verdict(&copy, &known, &written), Verdict::Accepted(Grant::Write));
}

#[test]
fn a_fork_is_noticed() {
    let (copy, mut known, mut chain) = (Copy::of_four(), KnownChains::default(), Chain::of(CARLA));
    let header = chain.header(&copy);
    let other = chain.sealed(&copy, header, b"another");
    let one = chain.next(&copy);
    take(&copy, &mut known, &one);
    let theirs = hash(&other.encode());
    let fork = Refused::Fork { seq: 1, ours: one.1, theirs };
    assert_eq!(verdict(&copy, &known, &other), Verdict::Refused(fork));
    // And so is what builds on the other branch.
    let mut branch = Chain { who: CARLA, seq: 1, prev: theirs };
    let fork = Refused::Fork { seq: 1, ours: one.1, theirs };
    assert_eq!(verdict(&copy, &known, &branch.next(&copy).0), Verdict::Refused(fork));
}

#[test]
fn a_forged_fork_raises_no_alarm() {
    let (copy, mut known, mut chain) = (Copy::of_four(), KnownChains::default(), Chain::of(CARLA));
    let one = chain.next(&copy);
    take(&copy, &mut known, &one);
    let mut forged = one.0.clone();
    forged.body[0] ^= 1;
    assert_eq!(verdict(&copy, &known, &forged), Verdict::Refused(Refused::BadSignature));
}

#[test]
fn nobody_goes_back_to_an_older_key() {
    let (mut copy, mut known, mut chain) =
        (Copy::of_four(), KnownChains::default(), Chain::of(CARLA));
    let before = copy.log.members().writing_epoch().unwrap();
    copy.remove(&[DIRK]).unwrap();
    let after = copy.log.members().writing_epoch().unwrap();
    let one = chain.next(&copy);
    take(&copy, &mut known, &one);
    let header = Header { epoch: before, ..chain.header(&copy) };
    let lower = chain.sealed(&copy, header, b"x");
    let refused = Refused::EpochLower { before: after, found: before };
    assert_eq!(verdict(&copy, &known, &lower), Verdict::Refused(refused));
}

#[test]
fn an_epoch_that_the_log_does_not_name_waits() {
    let copy = Copy::of_four();
    let mut later = copy.clone();
    later.remove(&[DIRK]).unwrap();
    let (early, _) = Chain::of(CARLA).next(&later);
    let waits = Verdict::Pending(Pending::UnknownEpoch(early.header.epoch));
    assert_eq!(verdict(&copy, &KnownChains::default(), &early), waits);
}

#[test]
fn an_open_envelope_and_one_of_another_space_are_refused() {
    let (copy, chain) = (Copy::of_four(), Chain::of(CARLA));
    let header = chain.header(&copy);
    let open = Envelope::wrap(header, b"x".to_vec(), &OpenSealer).unwrap();
    let known = KnownChains::default();
    assert_eq!(verdict(&copy, &known, &open), Verdict::Refused(Refused::NotSealed));
    let mut other = chain.sealed(&copy, header, b"x");
    other.header.space = SpaceId::from_bytes([0; 16]);
    assert_eq!(verdict(&copy, &known, &other), Verdict::Refused(Refused::OtherSpace));
}

#[test]
fn heads_of_another_member_show_who_withholds_and_who_forks() {
    let (copy, mut known, mut chain) = (Copy::of_four(), KnownChains::default(), Chain::of(CARLA));
    let one = chain.next(&copy);
    take(&copy, &mut known, &one);
    let part = PartId::named("agenda");
    let head = |seq, hash| ChainHead { part, device: id(CARLA), seq, hash };
    let found = |log: Vec<Hash>, chains| compare(&copy.log, &known, &Heads { log, chains });

    assert_eq!(found(copy.log.heads(), vec![head(1, one.1)]), []);
    let (behind, fork) = (head(3, [3; 32]), head(1, [9; 32]));
    let expected = [
        Finding::LogBehind([7; 32]),
        Finding::Behind { from: 2, head: behind },
        Finding::Fork { head: fork, ours: one.1 },
    ];
    assert_eq!(found(vec![[7; 32]], vec![behind, fork]), expected);
}
