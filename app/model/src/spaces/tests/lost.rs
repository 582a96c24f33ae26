//! A device of one's own that was lost, over all spaces.

use super::*;
use crate::spaces::Place as In;

/// Anna's second device comes into a space as one of her own, or into Bram's as another person.
fn let_in(host: &Room, space: &OpenSpace, guest: &Room, as_own_device: bool) {
    let id = block_on(host.invite(space, As::Own(Role::Beheer), NOW)).unwrap();
    let inviter = host.inviter(&id).unwrap();
    let link = inviter.link("https://thuisnabij.example");
    block_on(guest.open_link(link.split_once('#').unwrap().1)).unwrap();
    let mut joiner = guest.joiner(&id).unwrap();
    joiner.offered(&inviter.invite().offer().encode(), NOW).unwrap();
    block_on(guest.keep_joiner(joiner)).unwrap();
    let request = block_on(guest.answer(&id, "Persoon", NOW)).unwrap();
    let mut inviter = host.inviter(&id).unwrap();
    let reveal = inviter.answered(&request, NOW, &host.me().keys).unwrap();
    block_on(host.keep_inviter(inviter)).unwrap();
    let mut joiner = guest.joiner(&id).unwrap();
    joiner.revealed(&reveal).unwrap();
    block_on(guest.keep_joiner(joiner)).unwrap();
    let first = block_on(host.let_in(&id, as_own_device, NOW)).unwrap();
    block_on(guest.come_in(&id, &first)).unwrap();
    assert_eq!((save(host), save(guest)), (SaveState::SavedHere, SaveState::SavedHere));
}

#[test]
fn a_lost_device_goes_out_of_every_space_that_its_person_decides_about_and_the_rest_is_told() {
    let room = |person| open(&MemoryStore::default(), person, u64::from(person));
    let (anna, tablet, bram) = (room(1), room(2), room(3));
    let own = budget(&anna);
    write(&anna, &own, 1);
    save(&anna);
    let_in(&anna, &own, &tablet, true);
    let theirs = bram.found(&Kind::School, "De Zeester", NOW).unwrap();
    bram.keep(&theirs);
    save(&bram);
    bring_together(&bram, &theirs, &anna);
    let_in(&bram, &theirs, &tablet, false);
    for (from, to) in [(&anna, &tablet), (&bram, &anna), (&bram, &tablet)] {
        hand_over(from, to);
    }
    let devices = telling(|telling| anna.own_devices(telling));
    let lost = tablet.me().keys.id();
    assert_eq!(devices.iter().map(|one| one.id).collect::<Vec<_>>(), [lost]);
    let still = In {
        space: theirs.id(),
        title: "De Zeester".into(),
        may: false,
        ask: vec!["Persoon 3".into()],
    };
    assert_eq!((devices[0].spaces[0].may, &devices[0].spaces[1]), (true, &still));
    let epoch = |open: &OpenSpace| open.read(|space| space.client().inbox().ring().epochs().max());
    let before = epoch(&own);
    let taken = telling(|telling| anna.take_out(lost, telling, NOW));
    assert_eq!((&taken.from, &taken.still_in), (&vec![own.about().title], &vec![still]));
    save(&anna);
    assert!(own.read(|space| space.members().role(lost).is_none()));
    assert_ne!(epoch(&own), before, "a new key, that the lost one does not get");
    write(&anna, &own, 2);
    save(&anna);
    hand_over(&anna, &tablet);
    assert_eq!(read(&budget(&tablet)), Some(Value::Int(1)), "nothing new from then on");
    let again = telling(|telling| anna.own_devices(telling));
    assert_eq!(
        again[0].spaces, taken.still_in,
        "as long as it is in somewhere it stays on the list"
    );
}
