//! All schools together: gaps, what is not known, and what would happen if a school grew.

use std::collections::BTreeMap;

use model::aanbod::{Need, Offer};
use model::dekking::{Cover, School, matrix, what_if};
use proptest::prelude::*;
use rules::rule::Verdict;

use super::support::{asked, offer};

fn school(id: &str, area: Option<&str>, offers: &[(Need, Offer)]) -> School {
    School {
        id: id.into(),
        name: id.into(),
        area: area.map(str::to_owned),
        offers: offers.iter().copied().collect(),
    }
}

/// Everything, and then what is different.
fn all(offer: Offer, but: &[(Need, Offer)]) -> Vec<(Need, Offer)> {
    let mut all: BTreeMap<Need, Offer> = Need::ALL.iter().map(|need| (*need, offer)).collect();
    all.extend(but.iter().copied());
    all.into_iter().collect()
}

#[test]
fn a_need_that_no_school_of_a_werkgebied_can_meet_is_a_gap_there_and_not_in_the_whole() {
    let schools = [
        school("a", Some("heiloo"), &all(Offer::Zelf, &[(Need::Zien, Offer::NogNiet)])),
        school("b", Some("heiloo"), &all(Offer::Zelf, &[(Need::Zien, Offer::Groeit)])),
        school("c", Some("bergen"), &all(Offer::Samen, &[])),
    ];
    let matrix = matrix(&schools);
    assert_eq!(matrix.areas, ["bergen", "heiloo"]);
    assert_eq!(matrix.gaps(), [(Need::Zien, Some("heiloo"))]);
    let zien = matrix.lines.iter().find(|line| line.need == Need::Zien).unwrap();
    assert_eq!((zien.cells[1].growing, zien.cells[1].not_yet, zien.whole.there), (1, 1, 1));
}

#[test]
fn a_school_that_said_nothing_makes_it_unknown_and_not_a_gap() {
    let schools = [
        school("a", Some("heiloo"), &all(Offer::NogNiet, &[])),
        school("b", Some("heiloo"), &[(Need::Taal, Offer::Zelf)]),
    ];
    let matrix = matrix(&schools);
    assert!(matrix.gaps().is_empty());
    let cover = |need| matrix.lines.iter().find(|line| line.need == need).unwrap().whole.cover();
    assert_eq!((cover(Need::Taal), cover(Need::Zien)), (Cover::Covered, Cover::Unknown));
    asked("2026-06-01", |context| {
        assert_eq!(matrix.ask(None, context).unwrap().answer.verdict, Verdict::Onbekend);
        assert!(matrix.ask(Some("elders"), context).is_none());
    });
}

#[test]
fn the_rule_counts_the_same_gaps() {
    let schools = [school("a", Some("heiloo"), &all(Offer::Zelf, &[(Need::Zien, Offer::NogNiet)]))];
    let matrix = matrix(&schools);
    asked("2026-06-01", |context| {
        for area in [None, Some("heiloo")] {
            let watch = matrix.ask(area, context).unwrap();
            assert_eq!(watch.answer.value, Some(rules::value::Value::Count(1)));
            assert!(watch.due);
        }
    });
}

#[test]
fn if_a_school_grows_its_gap_closes_and_that_is_all_that_changes() {
    let schools = [
        school("a", Some("heiloo"), &all(Offer::Zelf, &[(Need::Zien, Offer::Groeit)])),
        school("b", Some("bergen"), &all(Offer::Zelf, &[(Need::Zien, Offer::NogNiet)])),
    ];
    let before = matrix(&schools);
    let after = matrix(&what_if(&schools, "a", Need::Zien));
    let changed: Vec<_> = before
        .until(&after)
        .into_iter()
        .map(|one| (one.need, one.area, one.before, one.after))
        .collect();
    assert_eq!(
        changed,
        [
            (Need::Zien, None, Cover::Gap, Cover::Covered),
            (Need::Zien, Some("heiloo".to_owned()), Cover::Gap, Cover::Covered),
        ]
    );
}

#[test]
fn what_a_document_says_is_what_is_counted() {
    let mut of = offer();
    let set = model::aanbod::Command::SetOffer { need: Need::Taal, offer: Some(Offer::Samen) };
    of.run(&set).unwrap();
    let school = School::of("s1", Some(of.document()), None).unwrap();
    assert_eq!((school.name.as_str(), school.area.as_deref()), ("De Vlinder", Some("heiloo")));
    assert_eq!(school.offers, BTreeMap::from([(Need::Taal, Offer::Samen)]));
}

fn schools() -> impl Strategy<Value = Vec<School>> {
    let area = prop::sample::select(vec![None, Some("heiloo"), Some("bergen")]);
    let offer = (prop::sample::select(Need::ALL), prop::sample::select(Offer::ALL));
    let one = (area, prop::collection::vec(offer, 0..12));
    prop::collection::vec(one, 1..8).prop_map(|all| {
        let named = |(nth, (area, offers)): (usize, (Option<&str>, Vec<_>))| {
            school(&format!("s{nth}"), area, &offers)
        };
        all.into_iter().enumerate().map(named).collect()
    })
}

proptest! {
    #[test]
    fn growing_never_makes_a_gap_and_every_school_is_counted_once(
        schools in schools(), at in any::<prop::sample::Index>(), need in prop::sample::select(Need::ALL)
    ) {
        let before = matrix(&schools);
        let school = &schools[at.index(schools.len())].id;
        let after = matrix(&what_if(&schools, school, need));
        for gap in after.gaps() {
            prop_assert!(before.gaps().contains(&gap), "{gap:?}");
        }
        for line in &before.lines {
            let sum = |cell: &model::dekking::Cell| cell.there + cell.growing + cell.not_yet + cell.unknown;
            prop_assert_eq!(sum(&line.whole), schools.len());
            let placed = schools.iter().filter(|one| one.area.is_some()).count();
            prop_assert_eq!(line.cells.iter().map(sum).sum::<usize>(), placed);
        }
    }

    #[test]
    fn the_order_of_the_schools_changes_nothing(schools in schools(), turn in 0_usize..8) {
        let mut turned = schools.clone();
        turned.rotate_left(turn % schools.len());
        prop_assert_eq!(matrix(&schools), matrix(&turned));
    }
}

#[test]
fn a_school_without_an_offer_counts_as_not_known_under_the_name_of_its_checklist() {
    let list = super::support::vlinder();
    let school = School::of("s1", None, Some(list.document())).unwrap();
    assert_eq!((school.name.as_str(), school.area.as_deref()), ("De Vlinder", Some("heiloo")));
    assert!(school.offers.is_empty());
    assert_eq!(matrix(&[school]).covered(), (0, Need::ALL.len()));
    let empty = model::aanbod::Aanbod::new(super::support::session(9)).unwrap();
    assert_eq!(School::of("s2", Some(empty.document()), None), None, "nothing was begun");
}
