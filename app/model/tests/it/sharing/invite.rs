//! The whole way in on both sides, and every way in which it does not go on.

use model::sharing::invite::{Inviter, Joiner, LetInError, Offering, Step};
use replica::invite::{InviteError, MAX_MESSAGE};
use replica::keys::DeviceKeys;
use replica::member::{LogError, PersonId, SideId};
use replica::role::Role;
use rules::text::Lang;

use super::support::{Device, NL, NOW, rng, telling};

const LATER: u64 = NOW + 86_400_000;

fn offering() -> Offering {
    Offering {
        space_name: "Werkgebied Heiloo".into(),
        role: Role::Bewerken,
        side: SideId::named("school"),
        expires: LATER,
    }
}

pub(crate) fn invited(anna: &Device) -> (Inviter, Joiner) {
    let inviter = Inviter::new(&anna.space.borrow(), offering(), &anna.keys, &mut rng(7)).unwrap();
    let link = inviter.link("https://swv.example");
    let (address, fragment) = link.split_once('#').unwrap();
    assert_eq!(address, "https://swv.example/meedoen");
    (inviter, Joiner::open(fragment).unwrap())
}

pub(crate) fn bram() -> DeviceKeys {
    DeviceKeys::generate(&mut rng(40))
}

/// Up to the codes on both screens.
fn compared(anna: &Device) -> (Inviter, Joiner) {
    let (mut inviter, mut joiner) = invited(anna);
    joiner.offered(&inviter.invite().offer().encode(), NOW).unwrap();
    let request = joiner.name(" Bram ", &bram(), NOW, &mut rng(8)).unwrap();
    let reveal = inviter.answered(&request, NOW, &anna.keys).unwrap();
    joiner.revealed(&reveal).unwrap();
    (inviter, joiner)
}

#[test]
fn somebody_comes_in_and_each_step_says_what_is_next() {
    let anna = Device::founder(1);
    let (mut inviter, mut joiner) = invited(&anna);
    let tell = telling(NL);
    assert_eq!((inviter.step(NOW), joiner.step()), (Step::Made, &Step::Made));
    assert_eq!(
        inviter.sentence(NOW, tell),
        "Nog niemand heeft geantwoord. De uitnodiging geldt één keer, tot 26\u{a0}november 2026 14:32. Rol: Bewerken."
    );
    joiner.offered(&inviter.invite().offer().encode(), NOW).unwrap();
    assert_eq!(joiner.step(), &Step::Offered);
    assert!(
        joiner
            .sentence(tell)
            .starts_with("Je bent uitgenodigd voor ‘Werkgebied Heiloo’. Je rol: Bewerken.")
    );
    let request = joiner.name(" Bram ", &bram(), NOW, &mut rng(8)).unwrap();
    assert_eq!(joiner.step(), &Step::Asked);
    let reveal = inviter.answered(&request, NOW, &anna.keys).unwrap();
    joiner.revealed(&reveal).unwrap();
    let Step::Compare { code } = inviter.step(NOW) else { panic!("no code") };
    assert_eq!(joiner.step(), &Step::Compare { code });
    assert!(inviter.sentence(NOW, tell).starts_with("Bram wil erbij."));
    let english = inviter.sentence(NOW, telling(Lang::En));
    assert!(english.ends_with("If the six digits are the same, let Bram in."), "{english}");

    let person = PersonId::from_bytes([9; 16]);
    let first = inviter.let_in(&anna.space, person, NOW, &mut rng(9)).unwrap();
    assert!(first.len() <= MAX_MESSAGE, "the answer fits at the server: {}", first.len());
    let space = joiner.let_in(&first, bram(), 5).unwrap();
    assert_eq!((inviter.step(NOW), joiner.step()), (Step::In, &Step::In));
    assert_eq!(inviter.sentence(NOW, tell), "Bram is erbij.");
    assert_eq!(joiner.sentence(tell), "Je bent erbij: ‘Werkgebied Heiloo’.");
    assert_eq!(space.id(), anna.space.borrow().id());
    let role = anna.space.borrow().members().role(bram().id());
    assert_eq!(role, Some(Role::Bewerken));
}

#[test]
fn an_invitation_survives_a_restart_of_the_inviter() {
    let anna = Device::founder(1);
    let (mut inviter, _) = compared(&anna);
    let mut again = Inviter::kept(&inviter.keep()).unwrap();
    // The answer still lies at the server and is heard again.
    assert_eq!(again.step(NOW), Step::Made);
    let (_, mut joiner) = invited(&anna);
    joiner.offered(&again.invite().offer().encode(), NOW).unwrap();
    let request = joiner.name(" Bram ", &bram(), NOW, &mut rng(8)).unwrap();
    again.answered(&request, NOW, &anna.keys).unwrap();
    assert_eq!(again.step(NOW), inviter.step(NOW));
    inviter.refuse();
    assert_eq!(
        Inviter::kept(&inviter.keep()).unwrap().step(NOW),
        Step::Over(InviteError::Withdrawn)
    );
}

#[test]
fn different_codes_let_nobody_in() {
    let anna = Device::founder(1);
    let (mut inviter, _) = compared(&anna);
    inviter.refuse();
    assert_eq!(inviter.step(NOW), Step::Over(InviteError::Withdrawn));
    let person = PersonId::from_bytes([9; 16]);
    let refused = inviter.let_in(&anna.space, person, NOW, &mut rng(9));
    assert_eq!(refused, Err(LetInError::Invite(InviteError::Used)));
    assert_eq!(anna.space.borrow().members().devices().count(), 1);
}

#[test]
fn nobody_is_let_in_before_the_codes_are_there_or_twice() {
    let anna = Device::founder(1);
    let person = PersonId::from_bytes([9; 16]);
    let (mut early, _) = invited(&anna);
    let used = Err(LetInError::Invite(InviteError::Used));
    assert_eq!(early.let_in(&anna.space, person, NOW, &mut rng(9)), used);
    let (mut inviter, _) = compared(&anna);
    inviter.let_in(&anna.space, person, NOW, &mut rng(9)).unwrap();
    assert_eq!(inviter.let_in(&anna.space, person, NOW, &mut rng(9)), used);
}

#[test]
fn an_invitation_counts_up_to_its_moment_and_not_after() {
    let anna = Device::founder(1);
    let person = PersonId::from_bytes([9; 16]);
    for (now, works) in [(LATER - 1, true), (LATER, true), (LATER + 1, false)] {
        let (mut inviter, _) = compared(&anna);
        let over = Step::Over(InviteError::Expired);
        assert_eq!(inviter.step(now) != over, works);
        let keys = DeviceKeys::generate(&mut rng(40));
        let (_, mut joiner) = invited(&anna);
        assert_eq!(joiner.offered(&inviter.invite().offer().encode(), now).is_ok(), works);
        assert_eq!(joiner.name("Bram", &keys, now, &mut rng(8)).is_ok(), works);
        let fresh = Device::founder(1);
        let let_in = inviter.let_in(&fresh.space, person, now, &mut rng(9));
        assert_eq!(let_in.is_ok(), works);
    }
}

#[test]
fn damage_on_the_way_changes_nothing_and_is_said() {
    let anna = Device::founder(1);
    let (mut inviter, mut joiner) = invited(&anna);
    assert_eq!(Joiner::open("v1.kapot").unwrap_err(), InviteError::Damaged);
    assert_eq!(joiner.offered(&[1, 2, 3], NOW).unwrap_err(), InviteError::Damaged);
    assert_eq!(joiner.step(), &Step::Made);
    assert_eq!(joiner.name("Bram", &bram(), NOW, &mut rng(8)), Err(InviteError::Used));
    assert_eq!(inviter.answered(&[7; 40], NOW, &anna.keys), Err(InviteError::Damaged));
    assert_eq!(inviter.step(NOW), Step::Made);
    joiner.offered(&inviter.invite().offer().encode(), NOW).unwrap();
    let long = joiner.name(&"x".repeat(121), &bram(), NOW, &mut rng(8));
    assert_eq!(long, Err(InviteError::NameTooLong));
    assert_eq!(joiner.step(), &Step::Offered, "another name may be tried");
}

#[test]
fn who_shows_another_number_or_another_log_is_found_out() {
    let anna = Device::founder(1);
    let mallory = Device::founder(60);
    let (mut inviter, mut joiner) = invited(&anna);
    joiner.offered(&inviter.invite().offer().encode(), NOW).unwrap();
    let request = joiner.name("Bram", &bram(), NOW, &mut rng(8)).unwrap();
    let reveal = inviter.answered(&request, NOW, &mallory.keys).unwrap();
    assert_eq!(joiner.revealed(&reveal), Err(InviteError::BadSignature));
    assert_eq!(joiner.step(), &Step::Over(InviteError::BadSignature));

    let (_, mut joiner) = compared(&anna);
    let space = mallory.space.borrow();
    let other = space.client().inbox().log().entries().next().unwrap().encode();
    assert_eq!(joiner.let_in(&other, bram(), 5).unwrap_err(), LogError::OtherRoot);
    assert!(matches!(joiner.step(), Step::Compare { .. }));
    joiner.end(InviteError::Withdrawn);
    assert_eq!(joiner.sentence(telling(NL)), "Deze uitnodiging is ingetrokken.");
}
