//! What a controller may count on in a budget document.

mod kept;
mod patch;

use chrono::NaiveDate;
use model::budget::{Budget, Change, Choice, Command, Conflict, Field, View};
use model::refused::Refused;
use replica::document::{Document, Place, Session, Value, Version};
use replica::id::DeviceId;
use rules::budget::{Area, Baseline, Input, InputKey, LeverKey, levers};
use rules::parameter::{Row, Status};
use rules::source::Source;
use rules::text::Lang;

fn session(n: u8) -> Session {
    Session { peer: u64::from(n), device: DeviceId::from_bytes([n; 16]) }
}

fn day() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

fn key(text: &str) -> InputKey {
    text.parse().unwrap()
}

fn lever() -> (LeverKey, i64) {
    let lever = levers().iter().find(|lever| lever.max > lever.default).unwrap();
    (LeverKey::every_year(lever.lever), lever.default + 1)
}

fn begin() -> Baseline {
    let mut baseline = Baseline {
        name: "PPO-NK".into(),
        region: "ppo-nk".into(),
        first_year: 2027,
        ..Baseline::default()
    };
    baseline.areas.push(Area { slug: "heiloo".into(), name: "Heiloo".into() });
    baseline.set(key("reserve/2026"), Input::entered(125_000_000));
    baseline
}

fn started(n: u8) -> Budget {
    let mut budget = Budget::new(session(n)).unwrap();
    budget.run(&Command::Start(begin())).unwrap();
    add(&mut budget, "s");
    budget
}

fn add(budget: &mut Budget, id: &str) {
    let add = Command::AddScenario { id: id.into(), name: id.into(), on: day(), copy_of: None };
    budget.run(&add).unwrap();
}

fn set_input(text: &str, value: i64) -> Command {
    Command::SetInputs { inputs: vec![(key(text), Input::entered(value))] }
}

fn set_lever(value: i64) -> Command {
    Command::SetLever { scenario: "s".into(), key: lever().0, value }
}

fn meet(a: &mut Budget, b: &mut Budget) {
    let all = |budget: &Budget| budget.document().updates_since(&Version::default()).unwrap();
    let (from_a, from_b) = (all(a), all(b));
    a.import(&from_b).unwrap();
    b.import(&from_a).unwrap();
    assert_eq!(a.document().state_hash(), b.document().state_hash());
    assert_eq!(a.view(), b.view());
}

fn copy(budget: &Budget, n: u8) -> Budget {
    Budget::open(Document::open(session(n), &budget.document().snapshot().unwrap()).unwrap())
}

fn changes(view: &View) -> usize {
    view.scenarios[0].scenario.changes.len()
}

#[test]
fn a_budget_reads_back_as_it_was_begun() {
    let view = started(1).view();
    assert_eq!(*view.baseline, begin());
    assert_eq!((view.scenarios[0].id.as_str(), view.scenarios[0].date), ("s", Some(day())));
    assert!(!view.is_empty && !view.read_only && view.conflicts.is_empty());
}

#[test]
fn an_adopted_baseline_refuses_and_its_scenarios_go_on() {
    let mut budget = started(1);
    budget.run(&set_input("reserve/2026", 1)).unwrap();
    budget.run(&Command::Lock { on: day() }).unwrap();
    assert_eq!(budget.run(&set_input("reserve/2026", 2)), Err(Refused::Locked));
    assert_eq!(budget.view().locked, Some(day()));
    budget.run(&set_lever(lever().1)).unwrap();
    assert_eq!(changes(&budget.view()), 1);
    budget.run(&Command::Unlock).unwrap();
    budget.run(&set_input("reserve/2026", 2)).unwrap();
}

#[test]
fn a_lock_set_elsewhere_also_stops_an_undo_of_the_baseline() {
    let mut a = started(1);
    a.run(&set_input("reserve/2026", 1)).unwrap();
    let mut b = copy(&a, 2);
    b.run(&Command::Lock { on: day() }).unwrap();
    meet(&mut a, &mut b);
    assert_eq!(a.undo(), Err(Refused::Locked));
}

#[test]
fn a_frozen_scenario_refuses_until_it_is_opened() {
    let mut budget = started(1);
    budget.run(&Command::FreezeScenario { id: "s".into(), frozen: true }).unwrap();
    assert_eq!(budget.run(&set_lever(lever().1)), Err(Refused::Frozen));
    budget.run(&Command::FreezeScenario { id: "s".into(), frozen: false }).unwrap();
    assert!(budget.run(&set_lever(lever().1)).is_ok());
}

#[test]
fn two_values_written_at_the_same_time_both_show_until_one_is_chosen() {
    let mut a = started(1);
    let mut b = copy(&a, 2);
    a.run(&set_input("leerlingen.bo@heiloo/2027", 300)).unwrap();
    b.run(&set_input("leerlingen.bo@heiloo/2027", 310)).unwrap();
    meet(&mut a, &mut b);
    let conflict = a.view().conflicts.remove(0);
    assert_eq!(conflict.field, Field::Input("leerlingen.bo@heiloo/2027".into()));
    let seen: Vec<_> = conflict.choices.iter().map(|c| (c.number(), c.device)).collect();
    assert_eq!(seen, [(Some(300), Some(session(1).device)), (Some(310), Some(session(2).device))]);
    let write = conflict.choices[1].write.clone();
    b.run(&Command::Choose { field: conflict.field, write }).unwrap();
    meet(&mut a, &mut b);
    assert!(a.view().conflicts.is_empty());
    assert_eq!(a.view().baseline.inputs[&key("leerlingen.bo@heiloo/2027")].value, 310);
    b.undo().unwrap();
    assert_eq!(b.view().conflicts.len(), 1, "the choice itself can be undone");
}

#[test]
fn a_choice_is_told_in_words_with_the_device_and_without_a_made_up_time() {
    let mut a = started(1);
    let mut b = copy(&a, 2);
    let input = "leerlingen.bo@heiloo/2027";
    let row = |value: &str| Row {
        key: "lichte_norm".into(),
        value: value.parse().unwrap(),
        unit: "euro per leerling per kalenderjaar".into(),
        valid_from: "2027-01-01".parse().unwrap(),
        valid_to: None,
        status: Status::Entered,
        source: Source {
            document: "Brief".into(),
            place: String::new(),
            link: None,
            says: None,
            says_en: None,
        },
        checked: day(),
        note: String::new(),
        note_en: String::new(),
    };
    for (budget, n) in [(&mut a, 1), (&mut b, 2)] {
        budget.run(&set_input(input, 300 + n)).unwrap();
        budget.run(&set_lever(lever().1 + n)).unwrap();
        let row = row(&format!("20{n}.50"));
        budget.run(&Command::SetParameter { id: "lichte_norm/2027-01-01".into(), row }).unwrap();
        budget.run(&Command::RenameScenario { id: "s".into(), name: format!("Naam {n}") }).unwrap();
        budget.run(&Command::Lock { on: day() + chrono::Days::new(n.unsigned_abs()) }).unwrap();
    }
    meet(&mut a, &mut b);
    let view = a.view();
    let said = |lang| {
        let all = view.conflicts.iter().map(|one| {
            let values = one.choices.iter().map(|choice| one.value(choice, lang));
            format!("{} = {}", one.field.name(&view, lang), values.collect::<Vec<_>>().join(" | "))
        });
        all.collect::<Vec<_>>()
    };
    let lever = lever().0.lever.lever();
    assert_eq!(
        said(Lang::Nl),
        [
            "Vastgesteld op = 23\u{a0}november 2026 | 24\u{a0}november 2026".to_owned(),
            "Leerlingen basisonderwijs, 1 februari, Heiloo, 2027 = 301 leerlingen, zelf ingevuld | 302 leerlingen, zelf ingevuld".to_owned(),
            format!("Naam 1: {} = 0,0002% | 0,0003%", lever.title.nl),
            "Naam 1: Naam = Naam 1 | Naam 2".to_owned(),
            "Lichte ondersteuning per leerling 2027 = €\u{a0}201,50 | €\u{a0}202,50".to_owned(),
        ]
    );
    assert!(said(Lang::En)[1].starts_with("Primary pupils") && said(Lang::En)[3].contains("Name"));
    let choices = &view.conflicts[1].choices;
    let here = Some(session(1).device);
    assert_eq!(choices[0].written(here, Lang::Nl), "Op dit apparaat; wanneer is onbekend");
    assert_eq!(choices[1].written(here, Lang::Nl), "Op apparaat 0202; wanneer is onbekend");
    let unknown = Choice { device: None, ..choices[1].clone() };
    assert!(unknown.written(here, Lang::En).contains("unknown device"));
}

#[test]
fn a_field_of_a_later_version_is_called_by_its_own_name() {
    let view = started(1).view();
    let later = [
        Field::Budget("kleur".into()),
        Field::Input("iets.nieuws/2030".into()),
        Field::Scenario { id: "weg".into(), name: "change:hefboom.van.later".into() },
        Field::Parameter("los".into()),
    ];
    let names = later.map(|field| field.name(&view, Lang::Nl));
    assert_eq!(names, ["kleur", "iets.nieuws/2030", "weg: change:hefboom.van.later", "los"]);
    let choice = Choice { write: "w".into(), value: Value::Null, device: None };
    let conflict = Conflict { field: Field::Input("iets/1".into()), choices: vec![choice] };
    assert_eq!(conflict.value(&conflict.choices[0], Lang::En), "version");
}

#[test]
fn the_same_value_twice_is_no_conflict() {
    let mut a = started(1);
    let mut b = copy(&a, 2);
    a.run(&set_lever(lever().1)).unwrap();
    b.run(&set_lever(lever().1)).unwrap();
    meet(&mut a, &mut b);
    assert!(a.view().conflicts.is_empty());
}

#[test]
fn every_command_is_one_step_back_and_forth() {
    let mut budget = started(1);
    let hashes: Vec<_> = (1..=20)
        .map(|n| {
            budget.run(&set_input("reserve/2026", n)).unwrap();
            budget.view()
        })
        .collect();
    for before in hashes.iter().rev().skip(1) {
        budget.undo().unwrap();
        assert_eq!(&budget.view(), before);
    }
    for after in hashes.iter().skip(1) {
        budget.redo().unwrap();
        assert_eq!(&budget.view(), after);
    }
    while budget.can_undo() {
        budget.undo().unwrap();
    }
    assert!(budget.view().is_empty && budget.view().scenarios.is_empty());
    assert_eq!(budget.undo(), Err(Refused::NothingToUndo));
    while budget.can_redo() {
        budget.redo().unwrap();
    }
    assert_eq!(Some(&budget.view()), hashes.last());
}

#[test]
fn a_new_command_after_an_undo_ends_the_redo() {
    let mut budget = started(1);
    budget.run(&set_lever(lever().1)).unwrap();
    budget.undo().unwrap();
    budget.run(&Command::Rename { name: "Anders".into() }).unwrap();
    assert!(!budget.can_redo());
}

#[test]
fn back_to_the_beginning_is_one_step_that_can_be_undone() {
    let mut budget = started(1);
    for lever in levers().iter().filter(|lever| lever.max > lever.default).take(5) {
        let key = LeverKey::every_year(lever.lever);
        budget.run(&Command::SetLever { scenario: "s".into(), key, value: lever.max }).unwrap();
    }
    budget.run(&Command::ResetScenario { id: "s".into() }).unwrap();
    assert_eq!(changes(&budget.view()), 0);
    budget.undo().unwrap();
    assert_eq!(changes(&budget.view()), 5);
}

#[test]
fn a_lever_at_its_default_is_no_difference_and_out_of_range_is_refused() {
    let mut budget = started(1);
    budget.run(&set_lever(lever().1)).unwrap();
    budget.run(&set_lever(lever().1 - 1)).unwrap();
    assert_eq!(changes(&budget.view()), 0);
    let max = lever().0.lever.lever().max;
    let refused = budget.run(&set_lever(max + 1));
    assert!(matches!(refused, Err(Refused::OutOfRange(problem)) if problem.max == max));
    assert_eq!(changes(&budget.view()), 0);
}

#[test]
fn an_input_that_cannot_be_is_refused_and_those_beside_it_too() {
    let mut budget = started(1);
    let before = budget.view();
    let inputs = vec![
        (key("leerlingen.sbo/2027"), Input::entered(100)),
        (key("leerlingen.bo/2027"), Input::entered(-1)),
    ];
    let refused = budget.run(&Command::SetInputs { inputs });
    assert!(matches!(refused, Err(Refused::NotPossible(text)) if text.nl.contains("lager")));
    assert_eq!(budget.view(), before);
}

#[test]
fn a_removed_scenario_is_kept_and_comes_back_with_what_another_wrote_in_it() {
    let mut a = started(1);
    let mut b = copy(&a, 2);
    a.run(&Command::RemoveScenario { id: "s".into() }).unwrap();
    b.run(&set_lever(lever().1)).unwrap();
    meet(&mut a, &mut b);
    assert_eq!((a.view().scenarios.len(), a.view().removed.len()), (0, 1));
    b.run(&Command::RestoreScenario { id: "s".into() }).unwrap();
    assert_eq!(changes(&b.view()), 1);
}

#[test]
fn a_copy_has_the_differences_and_its_own_life() {
    let mut budget = started(1);
    budget.run(&set_lever(lever().1)).unwrap();
    let copy = Command::AddScenario {
        id: "t".into(),
        name: "Kopie".into(),
        on: day(),
        copy_of: Some("s".into()),
    };
    budget.run(&copy).unwrap();
    budget.run(&Command::ResetScenario { id: "s".into() }).unwrap();
    let view = budget.view();
    assert_eq!((changes(&view), view.scenarios[1].scenario.changes.len()), (0, 1));
    assert_eq!(budget.run(&copy), Err(Refused::Exists));
    budget.run(&Command::MoveScenario { id: "t".into(), after: None }).unwrap();
    assert_eq!(budget.view().scenarios[0].id, "t");
}

#[test]
fn names_are_needed_and_what_is_gone_is_said_in_two_languages() {
    let mut budget = started(1);
    assert_eq!(budget.run(&Command::Rename { name: "  ".into() }), Err(Refused::NoName));
    let gone = budget.run(&Command::ResetScenario { id: "x".into() });
    assert_eq!(gone, Err(Refused::Gone));
    let text = Refused::Gone.text();
    assert!(!text.nl.is_empty() && !text.en.is_empty());
}

#[test]
fn undo_after_an_import_leaves_what_others_did() {
    let mut a = started(1);
    let mut b = copy(&a, 2);
    a.run(&set_input("reserve/2026", 5)).unwrap();
    b.run(&set_input("leerlingen.bo/2027", 7)).unwrap();
    b.run(&set_lever(lever().1)).unwrap();
    meet(&mut a, &mut b);
    assert_eq!(a.undo().map(|change| change.left_alone), Ok(0));
    let view = a.view();
    assert_eq!(view.baseline.inputs[&key("reserve/2026")].value, 125_000_000);
    assert_eq!(view.baseline.inputs[&key("leerlingen.bo/2027")].value, 7);
    assert_eq!(changes(&view), 1);
}

#[test]
fn an_undo_that_finds_its_work_replaced_says_so() {
    let mut a = started(1);
    a.run(&set_input("reserve/2026", 5)).unwrap();
    let mut b = copy(&a, 2);
    b.run(&set_input("reserve/2026", 6)).unwrap();
    meet(&mut a, &mut b);
    assert_eq!(a.undo(), Ok(Change { update: None, left_alone: 1 }));
    assert_eq!(a.view().baseline.inputs[&key("reserve/2026")].value, 6);
}

#[test]
fn a_document_of_a_newer_version_can_be_read_and_copied_and_not_changed() {
    let mut document =
        Document::open(session(9), &started(1).document().snapshot().unwrap()).unwrap();
    let newer = |to: &mut replica::document::Writer<'_>| {
        to.set(&Place::root("budget"), "schema", 2)?;
        to.set(&Place::root("inputs"), "iets.nieuws/2030", 12)?;
        to.set(&Place::item("scenarios", "s"), "change:hefboom.van.later", 3)
    };
    document.edit::<_, replica::document::DocumentError>(newer).unwrap();
    let mut old = copy(&Budget::open(document), 2);
    let hash = old.document().state_hash();
    for command in [set_lever(lever().1), Command::Rename { name: "x".into() }] {
        assert_eq!(old.run(&command), Err(Refused::Newer));
    }
    let view = old.view();
    assert!(view.read_only);
    assert_eq!(view.unknown_inputs, ["iets.nieuws/2030"]);
    assert_eq!(view.scenarios[0].unknown, [("hefboom.van.later".to_owned(), 3)]);
    assert_eq!(copy(&old, 3).document().state_hash(), hash);
}

#[test]
fn fields_that_this_version_does_not_know_survive_its_edits() {
    let mut document =
        Document::open(session(9), &started(1).document().snapshot().unwrap()).unwrap();
    let strange =
        |to: &mut replica::document::Writer<'_>| to.set(&Place::root("budget"), "kleur", "zee");
    document.edit::<_, replica::document::DocumentError>(strange).unwrap();
    let mut budget = copy(&Budget::open(document), 2);
    budget.run(&Command::Start(begin())).unwrap();
    budget.run(&set_lever(lever().1)).unwrap();
    let kept = copy(&budget, 3).document().register(&Place::root("budget"), "kleur");
    assert_eq!(kept[0].value.text(), Some("zee"));
}

#[test]
fn commands_have_one_written_form() {
    let command = Command::SetLever {
        scenario: "s".into(),
        key: LeverKey::in_year(lever().0.lever, 2027),
        value: 3,
    };
    let text = serde_json::to_string(&command).unwrap();
    assert_eq!(serde_json::from_str::<Command>(&text).unwrap(), command);
}

#[test]
fn commands_together_are_one_step_or_nothing() {
    let mut budget = started(1);
    let before = budget.view();
    let good = set_input("reserve/2027", 130_000_000);
    let both = Command::Together(vec![good.clone(), set_lever(lever().1)]);
    budget.run(&both).unwrap();
    assert_eq!(changes(&budget.view()), 1);
    budget.undo().unwrap();
    assert_eq!(budget.view(), before);

    let refused = Command::Together(vec![good, set_lever(lever().0.lever.lever().max + 1)]);
    assert!(budget.run(&refused).is_err());
    assert_eq!(budget.view(), before, "the first of two does not stay when the second is refused");
}
