//! What is shown while somebody types is what the document gives once it is carried out: for every lever and every kind
//! of input, in any order, also where values wait for a choice, are not understood, or may not be changed.

use std::sync::LazyLock;

use chrono::NaiveDate;
use model::budget::{Budget, Command, Field};
use proptest::prelude::*;
use replica::document::{Document, DocumentError, Place, Session, Version};
use replica::id::DeviceId;
use rules::budget::{Baseline, Input, InputKey, Item, LeverKey, Origin, Span, levers};
use rules::source::Source;

fn session(n: u8) -> Session {
    Session { peer: u64::from(n), device: DeviceId::from_bytes([n; 16]) }
}

fn day() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn add(budget: &mut Budget, id: &str) {
    let add = Command::AddScenario { id: id.into(), name: id.into(), on: day(), copy_of: None };
    budget.run(&add).unwrap();
}

fn turn(scenario: &str, key: LeverKey, value: i64) -> Command {
    Command::SetLever { scenario: scenario.into(), key, value }
}

fn fill_in(key: InputKey, value: i64, origin: Origin) -> Command {
    Command::SetInputs { inputs: vec![(key, Input { value, origin })] }
}

/// Values that a person can bring a lever to, on and around each end.
fn values(key: LeverKey) -> [i64; 7] {
    let lever = key.lever.lever();
    let (low, high, middle) = (lever.min, lever.max, lever.default);
    [low - 1, low, middle - 1, middle, middle + 1, high, high + 1]
}

fn lever_keys() -> Vec<LeverKey> {
    let of = |lever: &rules::budget::Lever| {
        let own = (lever.span == Span::PerYear).then(|| LeverKey::in_year(lever.lever, 2028));
        [Some(LeverKey::every_year(lever.lever)), own].into_iter().flatten().collect::<Vec<_>>()
    };
    levers().iter().flat_map(of).collect()
}

/// Two open scenarios, a frozen one and a removed one; in the first two devices turned every lever and filled in every
/// input differently at once, and both hold keys and values that this version does not understand.
fn troubled() -> Budget {
    let mut here = Budget::new(session(1)).unwrap();
    let baseline = Baseline { name: "PPO-NK".into(), first_year: 2027, ..Baseline::default() };
    here.run(&Command::Start(baseline)).unwrap();
    ["a", "b", "bevroren", "weg"].into_iter().for_each(|id| add(&mut here, id));
    let strange = |to: &mut replica::document::Writer<'_>| {
        to.set(&Place::root("inputs"), "leerlingen.sbo/2028", "geen getal")?;
        to.set(&Place::item("scenarios", "b"), "change:sbo.instroom", i64::MAX)
    };
    let mut document = Document::open(session(1), &here.document().snapshot().unwrap()).unwrap();
    document.edit::<_, DocumentError>(strange).unwrap();
    let mut here = Budget::open(document);
    let mut there =
        Budget::open(Document::open(session(2), &here.document().snapshot().unwrap()).unwrap());
    for key in lever_keys() {
        let [_, low, .., high, _] = values(key);
        here.run(&turn("a", key, low)).unwrap();
        there.run(&turn("a", key, high)).unwrap();
    }
    for item in Item::all() {
        here.run(&fill_in(InputKey::new(item, 2027), 1, Origin::Entered)).unwrap();
        there.run(&fill_in(InputKey::new(item, 2027), 2, Origin::Entered)).unwrap();
    }
    let since = there.document().updates_since(&Version::default()).unwrap();
    here.import(&since).unwrap();
    here.run(&Command::FreezeScenario { id: "bevroren".into(), frozen: true }).unwrap();
    here.run(&Command::RemoveScenario { id: "weg".into() }).unwrap();
    here
}

/// The same trouble anew for every run, made once.
fn again() -> Budget {
    static TROUBLED: LazyLock<Vec<u8>> =
        LazyLock::new(|| troubled().document().snapshot().unwrap());
    Budget::open(Document::open(session(3), &TROUBLED).unwrap())
}

/// Carries the commands out and compares what is read then with what was shown meanwhile.
fn shows_what_will_be(budget: &mut Budget, commands: &[Command]) {
    let mut shown = budget.view();
    for command in commands {
        shown.patch(command);
    }
    for command in commands {
        let _ = budget.run(command);
    }
    assert_eq!(shown, budget.view(), "{commands:?}");
}

#[test]
fn every_lever_at_every_end_shows_what_will_be() {
    let mut budget = troubled();
    assert!(budget.view().conflicts.len() > 100, "{}", budget.view().conflicts.len());
    assert!(!budget.view().scenarios[1].unknown.is_empty());
    for key in lever_keys() {
        for value in values(key) {
            let all = ["a", "b", "bevroren", "weg", "nergens"].map(|id| turn(id, key, value));
            shows_what_will_be(&mut budget, &all);
        }
    }
    assert!(budget.view().scenarios[1].unknown.is_empty(), "a turned lever is understood again");
}

#[test]
fn every_input_of_every_origin_shows_what_will_be() {
    let source = Source {
        document: "Plan".into(),
        place: "bladzijde 3".into(),
        link: None,
        says: Some("Zo staat het er.".into()),
        says_en: Some("So it says.".into()),
    };
    let origins = [Origin::Entered, Origin::Assumed(source.clone()), Origin::Published(source)];
    let mut budget = troubled();
    assert_eq!(budget.view().unknown_inputs, ["leerlingen.sbo/2028"]);
    for item in Item::all() {
        for (value, origin) in (7..).zip(&origins) {
            let part = fill_in(InputKey::of(item, "heiloo", 2027), value, origin.clone());
            let (low, high) = item.limits();
            let beyond = [low - 1, high + 1]
                .map(|value| fill_in(InputKey::new(item, 2027), value, origin.clone()));
            shows_what_will_be(&mut budget, &beyond);
            let whole =
                [2027, 2028].map(|year| fill_in(InputKey::new(item, year), value, origin.clone()));
            shows_what_will_be(&mut budget, &[&whole[..], &[part]].concat());
        }
    }
    let view = budget.view();
    assert!(view.conflicts.iter().all(|one| !matches!(one.field, Field::Input(_))));
    assert!(view.unknown_inputs.is_empty());
}

#[test]
fn what_may_not_be_changed_does_not_seem_to_change() {
    let mut locked = troubled();
    locked.run(&Command::Lock { on: day() }).unwrap();
    let before = locked.view();
    let fill = fill_in(InputKey::new(Item::Bo, 2027), 9, Origin::Entered);
    shows_what_will_be(&mut locked, std::slice::from_ref(&fill));
    assert_eq!(locked.view(), before);
    let mut document = Document::open(session(4), &locked.document().snapshot().unwrap()).unwrap();
    let newer =
        |to: &mut replica::document::Writer<'_>| to.set(&Place::root("budget"), "schema", 2);
    document.edit::<_, DocumentError>(newer).unwrap();
    let key = lever_keys()[0];
    shows_what_will_be(&mut Budget::open(document), &[fill, turn("a", key, values(key)[4])]);
}

#[test]
fn the_first_input_of_an_empty_budget_shows_what_will_be() {
    let mut budget = Budget::new(session(5)).unwrap();
    let fill = fill_in(InputKey::new(Item::Bo, 2027), 9, Origin::Entered);
    shows_what_will_be(&mut budget, &[fill]);
    assert!(!budget.view().is_empty);
}

fn any_command() -> impl Strategy<Value = Command> {
    let keys = lever_keys();
    // Few levers, so that a year's own value and the one for every year meet often.
    let lever = (0..12_usize, 0..7_usize, 0..3_usize).prop_map(move |(at, value, id)| {
        let key = keys[at];
        turn(["a", "b", "weg"][id], key, values(key)[value])
    });
    let items: Vec<Item> = Item::all().collect();
    let input = (0..items.len(), 2026..2029, 0..50_i64, any::<bool>()).prop_map(
        move |(at, year, value, part)| {
            let part = part.then(|| "heiloo".to_owned());
            fill_in(InputKey { item: items[at], part, year }, value, Origin::Entered)
        },
    );
    prop_oneof![lever, input]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_run_of_levers_and_inputs_shows_what_will_be(
        commands in proptest::collection::vec(any_command(), 1..24),
        frozen in any::<bool>(),
    ) {
        let mut budget = again();
        budget.run(&Command::FreezeScenario { id: "a".into(), frozen }).unwrap();
        shows_what_will_be(&mut budget, &commands);
    }
}
