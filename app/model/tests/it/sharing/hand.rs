//! Exchange without any network: only what is missing goes along, and both show the same afterwards.

use model::sharing::hand::{came_in, held, outlook, package, problem, summary, take};
use replica::carry::{PackageError, Summary};
use replica::keys::DeviceKeys;
use replica::member::{PersonId, SideId};
use replica::role::Role;
use replica::space::Space;
use replica::sync::Event;
use rules::text::Lang;

use super::support::{Device, NL, NOW, SPACE, rng, telling};

/// Anna, and Bram whom she let in and who has nothing but the beginning.
fn pair() -> (Device, Device) {
    let anna = Device::founder(1);
    let keys = DeviceKeys::generate(&mut rng(40));
    let who = (PersonId::from_bytes([40; 16]), SideId::named("school"), "Bram");
    anna.space.borrow_mut().add(*keys.public(), who, Role::Bewerken, NOW, &mut rng(41)).unwrap();
    anna.save();
    let space = anna.space.borrow();
    let log = space.client().inbox().log();
    let first = log.entries().next().unwrap().encode();
    let joined = Space::join(&log.root(), &[first], keys.clone(), 7).unwrap();
    drop(space);
    (anna, Device::with(keys, joined, 40))
}

fn summary_of(device: &Device) -> Summary {
    let summary = summary(&[&device.space.borrow()], &[], [5; 16], 900);
    Summary::decode(&summary.encode()).unwrap()
}

/// Gives what the taker lacks, as text; answers how many things came in and the sentence about it.
fn hand(from: &Device, to: &Device) -> (usize, String) {
    let package = package(&[&from.space.borrow()], Some(&summary_of(to)));
    let taken = take(package.armour().as_bytes(), &[SPACE]).unwrap();
    let before = held(&to.space.borrow());
    for (_, items) in &taken.own {
        to.on(Event::Items(items.clone()), NOW);
    }
    let new = held(&to.space.borrow()) - before;
    (new, came_in(new, &taken, telling(NL)))
}

#[test]
fn after_handing_over_both_ways_both_show_the_same() {
    let (anna, bram) = pair();
    anna.write("1", "Welkom");
    let (new, said) = hand(&anna, &bram);
    // The rule of the part, letting Bram in, and the change.
    assert_eq!((new, said.as_str()), (3, "Er kwamen 3 wijzigingen en besluiten bij."));
    bram.write("2", "Rondvraag");
    anna.write("3", "Notulen");
    assert_eq!(hand(&anna, &bram), (1, "Er kwam 1 wijziging of besluit bij.".into()));
    assert_eq!(hand(&bram, &anna).0, 1);
    let hash = |device: &Device| device.document.borrow().state_hash();
    assert_eq!(hash(&anna), hash(&bram));
    assert_eq!(hand(&anna, &bram).1, "In dit pakket zit niets voor jouw ruimtes.");
}

#[test]
fn the_outlook_says_what_goes_along_and_what_is_to_be_asked_back() {
    let (anna, bram) = pair();
    anna.write("1", "Welkom");
    hand(&anna, &bram);
    let look = |summary: Option<&Summary>| outlook(&anna.space.borrow(), summary, telling(NL));
    let same = look(Some(&summary_of(&bram)));
    assert_eq!((same.to_give, same.sentence.as_str()), (0, "De ander heeft alles al."));
    bram.write("2", "Rondvraag");
    anna.write("3", "Notulen");
    let both = look(Some(&summary_of(&bram)));
    assert_eq!(both.to_give, 1);
    assert!(both.sentence.starts_with("De ander mist 1 wijziging of besluit. De ander heeft ook"));
    let all = held(&anna.space.borrow());
    let unknown = look(None);
    assert_eq!((unknown.to_give, unknown.named), (all, false));
    let nobody = Summary::new(&[], [6; 16], 900);
    let unnamed = look(Some(&nobody));
    assert_eq!((unnamed.to_give, unnamed.named), (all, false));
    assert!(unnamed.sentence.starts_with("De ander heeft deze ruimte niet genoemd."));
}

#[test]
fn what_is_for_others_is_told_apart() {
    let (anna, _) = pair();
    let bytes = package(&[&anna.space.borrow()], None).encode();
    let taken = take(&bytes, &[]).unwrap();
    assert_eq!((taken.own.len(), taken.others.len()), (0, 1));
    let said = came_in(0, &taken, telling(NL));
    assert_eq!(
        said,
        "In dit pakket zit niets voor jouw ruimtes. Voor anderen zit erin: 3 wijzigingen en besluiten."
    );
}

#[test]
fn a_package_that_was_cut_off_brings_nothing_and_says_so() {
    let (anna, _) = pair();
    let bytes = package(&[&anna.space.borrow()], None).encode();
    let cut = take(&bytes[..bytes.len() - 1], &[SPACE]);
    assert_eq!(cut, Err(PackageError::CutOff));
    assert!(problem(PackageError::CutOff, NL).contains("Er is niets overgenomen."));
    assert!(problem(PackageError::CutOff, Lang::En).contains("Nothing was taken over."));
}
