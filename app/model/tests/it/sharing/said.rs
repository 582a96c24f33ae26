//! People, the log, alarms and what waits, as sentences.

use std::collections::BTreeMap;

use model::sharing::alarms::said;
use model::sharing::log::sentences;
use model::sharing::people::{Names, before_removal, cards};
use model::sharing::status::{FilesWait, Known, Place, Reach};
use model::sharing::waiting::items;
use replica::id::DeviceId;
use replica::keys::DeviceKeys;
use replica::member::{PersonId, SideId};
use replica::role::Role;
use replica::store::SaveState;
use replica::sync::{Alarm, Refusal};
use rules::text::Lang;

use super::support::{Device, NL, NOW, agenda, rng, telling};

const HOUR: u64 = 3_600_000;

fn let_in(anna: &Device, seed: u8, name: &str) -> DeviceId {
    let keys = DeviceKeys::generate(&mut rng(seed));
    let who = (PersonId::from_bytes([seed; 16]), SideId::named("school"), name);
    let mut space = anna.space.borrow_mut();
    space.add(*keys.public(), who, Role::Lezen, NOW + HOUR, &mut rng(seed + 1)).unwrap();
    drop(space);
    anna.save();
    keys.id()
}

#[test]
fn the_log_says_who_did_what_newest_first() {
    let anna = Device::founder(1);
    let bram = let_in(&anna, 40, "Bram");
    anna.space.borrow_mut().set_role(bram, Role::Bewerken, NOW + 2 * HOUR).unwrap();
    anna.save();
    anna.space.borrow_mut().rotate(&[bram], NOW + 3 * HOUR, &mut rng(9)).unwrap();
    anna.save();
    let told = |lang| {
        let titles = |part| (part == agenda()).then(|| "Agenda".to_owned());
        sentences(&anna.space.borrow(), &titles, telling(lang))
    };
    let texts: Vec<_> = told(NL).iter().map(|line| line.text.clone()).collect();
    assert_eq!(
        texts,
        [
            "Jij haalde Bram eruit. De anderen kregen een nieuwe sleutel.",
            "Jij gaf Bram een andere rol: Bewerken.",
            "Jij liet Bram toe: Lezen.",
            "Jij zei van ‘Agenda’: dit is van iedereen.",
            "Jij begon deze ruimte.",
        ]
    );
    assert_eq!(told(NL)[0].when, "vandaag 17:32");
    assert_eq!(told(NL)[0].remark, Some("Nog niet verzonden."));
    assert_eq!(told(Lang::En)[2].text, "You let Bram in: Read.");
}

#[test]
fn a_person_is_shown_with_what_is_known_and_no_more() {
    let anna = Device::founder(1);
    let bram = let_in(&anna, 40, "Bram");
    let people = cards(&anna.space.borrow(), telling(NL));
    let me = people.iter().find(|card| card.is_me).unwrap();
    assert_eq!((me.name.as_str(), me.role), ("Anna", Some(Role::Beheer)));
    assert_eq!(me.devices[0].seen, "Dit apparaat");
    assert_eq!(me.devices[0].about, "Beheer. Begon deze ruimte, vandaag 14:32.");
    let other = people.iter().find(|card| !card.is_me).unwrap();
    assert_eq!(other.devices[0].about, "Lezen. Toegelaten door jou, vandaag 15:32.");
    assert_eq!(other.devices[0].seen, "Laatst gezien: onbekend");
    anna.space.borrow_mut().rotate(&[bram], NOW, &mut rng(9)).unwrap();
    anna.save();
    let people = cards(&anna.space.borrow(), telling(NL));
    let gone = people.last().unwrap();
    assert_eq!((gone.name.as_str(), gone.role), ("Bram", None));
    assert!(gone.devices[0].about.starts_with("Niet meer erbij."));
    assert!(before_removal("Bram", telling(NL)).contains("is niet terug te halen"));
}

#[test]
fn a_name_that_cannot_be_read_is_said_to_be_unknown() {
    let anna = Device::founder(1);
    let names = Names::of(&anna.space.borrow());
    let stranger = DeviceId::from_bytes([7; 16]);
    assert_eq!(names.name(stranger, telling(NL)), "iemand van wie de naam onbekend is");
    assert_eq!(names.name(anna.keys.id(), telling(NL)), "jou");
    assert_eq!(names.subject(anna.keys.id(), telling(NL)), "jij");
}

#[test]
fn every_alarm_says_what_happened_and_what_to_do() {
    let anna = Device::founder(1);
    let bram = let_in(&anna, 40, "Bram");
    let names = Names::of(&anna.space.borrow());
    let (part, device) = (agenda(), bram);
    let mut alarms = vec![
        (Alarm::Fork { part, device, seq: 1 }, true),
        (Alarm::Withheld { part, device, from: 1, to: 2 }, true),
        (Alarm::EntryWithheld([1; 32]), true),
        (Alarm::Restored, false),
        (Alarm::Damaged, false),
        (Alarm::WrongSnapshot { part, device }, true),
        (Alarm::TooOld { part }, true),
        (Alarm::Erased, false),
        (Alarm::Flooded, true),
    ];
    alarms.extend(Refusal::ALL.map(|refusal| (Alarm::Refused(refusal), true)));
    for lang in [NL, Lang::En] {
        for (alarm, needs) in &alarms {
            let said = said(alarm, &names, telling(lang));
            assert_eq!(said.needs_somebody, *needs, "{alarm:?}");
            assert!(!said.what.contains('{') && said.what.ends_with('.'), "{}", said.what);
            assert!(said.to_do.ends_with('.'));
        }
    }
    let fork = said(&alarms[0].0, &names, telling(NL));
    assert_eq!(fork.what, "Van Bram kwamen twee verschillende dingen op dezelfde plaats binnen.");
}

#[test]
fn what_waits_is_named_by_its_title_and_its_age() {
    let anna = Device::founder(1);
    anna.write("1", "Welkom");
    anna.write("2", "Rondvraag");
    let space = anna.space.borrow();
    let status = space.status();
    let known = Known {
        save: &SaveState::SavedHere,
        waiting: space.waiting().count(),
        files: FilesWait::default(),
        choices: 0,
        status: &status,
        reach: Reach::Offline,
        unanswered: false,
        sent_at: None,
    };
    let titles = BTreeMap::from([(agenda(), "Agenda".to_owned())]);
    let since = BTreeMap::from([(agenda(), NOW)]);
    let list = items(&space, &known, &titles, &since, telling(NL));
    let [agenda, people] = list.as_slice() else { panic!("{list:?}") };
    assert_eq!((agenda.title.as_str(), agenda.count, agenda.place), ("Agenda", 2, Place::Waits));
    assert_eq!(
        agenda.sentence(telling(NL)),
        "2 wijzigingen, sinds vandaag 14:32. Opgeslagen op dit apparaat, wacht op verzenden."
    );
    assert_eq!((people.title.as_str(), people.count), ("Wie erbij is", 2));
    let unknown = items(&space, &known, &BTreeMap::new(), &BTreeMap::new(), telling(NL));
    assert_eq!(unknown[0].title, "Zonder titel");
    assert!(unknown[0].sentence(telling(NL)).contains("onbekend sinds wanneer"));
}
