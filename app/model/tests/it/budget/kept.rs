//! Bytes that an earlier version wrote, kept for ever; and budgets on several devices at random.

use model::budget::{Budget, Command, Field};
use proptest::prelude::*;
use replica::document::{Document, Session, Version};
use replica::id::{DeviceId, hex};
use rules::budget::{Input, LeverKey, levers};

/// Layout 1, written once in November 2026. Do not write it again.
const V1: &[u8] = include_bytes!("../../fixtures/budget-v1.bin");

fn session(n: u8, peer: u64) -> Session {
    Session { peer, device: DeviceId::from_bytes([n; 16]) }
}

#[test]
fn a_budget_of_version_1_is_read_for_ever() {
    let budget = Budget::open(Document::open(session(9, 99), V1).unwrap());
    let view = budget.view();
    assert_eq!((view.baseline.name.as_str(), view.baseline.first_year), ("PPO-NK", 2027));
    assert_eq!(view.baseline.inputs[&"reserve/2026".parse().unwrap()], Input::entered(125_000_000));
    assert_eq!(view.locked, "2026-11-23".parse().ok());
    let scenario = &view.scenarios[0];
    assert_eq!(
        (scenario.scenario.name.as_str(), scenario.note.as_str()),
        ("Eén", "Een aantekening.")
    );
    assert_eq!(scenario.scenario.changes.len() + scenario.unknown.len(), 1);
    assert_eq!(view.conflicts.len(), 1);
    let field = Field::Input("leerlingen.bo@heiloo/2027".into());
    assert_eq!(view.conflicts[0].field, field);
    let numbers: Vec<_> = view.conflicts[0].choices.iter().map(|choice| choice.number()).collect();
    assert_eq!(numbers, [Some(300), Some(310)]);
    assert!(!view.read_only);
}

#[test]
fn its_state_hash_is_what_it_was() {
    let document = Document::open(session(9, 99), V1).unwrap();
    assert_eq!(
        hex(&document.state_hash()),
        "26f688a1ba58c85a2683a97543f5b25411f066b739306cf11952872f933ede42"
    );
}

#[derive(Clone, Debug)]
enum Act {
    Do(Box<Command>),
    Undo,
    Redo,
    Pull(usize),
    ChooseLast,
}

fn id() -> impl Strategy<Value = String> {
    "[a-c]"
}

fn act() -> impl Strategy<Value = Act> {
    let keys = prop::sample::select(vec!["reserve/2026", "leerlingen.bo/2027", "lasten.oza/2027"]);
    let input = (keys, 0..9i64).prop_map(|(key, value)| Command::SetInputs {
        inputs: vec![(key.parse().unwrap(), Input::entered(value))],
    });
    let turn = (id(), 0..levers().len(), 0..3i64).prop_map(|(scenario, n, by)| {
        let lever = &levers()[n];
        Command::SetLever {
            scenario,
            key: LeverKey::every_year(lever.lever),
            value: (lever.default + by).min(lever.max),
        }
    });
    let day = "2026-11-22".parse().unwrap();
    let add = (id(), "[x-z]").prop_map(move |(id, name)| Command::AddScenario {
        id,
        name,
        on: day,
        copy_of: None,
    });
    let rest = prop_oneof![
        id().prop_map(|id| Command::RemoveScenario { id }),
        id().prop_map(|id| Command::RestoreScenario { id }),
        id().prop_map(|id| Command::ResetScenario { id }),
        (id(), any::<bool>()).prop_map(|(id, frozen)| Command::FreezeScenario { id, frozen }),
        (id(), id()).prop_map(|(id, after)| Command::MoveScenario { id, after: Some(after) }),
        (id(), "[ab ]{0,5}").prop_map(|(id, note)| Command::NoteScenario { id, note }),
        Just(Command::Lock { on: day }),
        Just(Command::Unlock),
    ];
    prop_oneof![
        4 => input.prop_map(|command| Act::Do(Box::new(command))),
        4 => turn.prop_map(|command| Act::Do(Box::new(command))),
        3 => add.prop_map(|command| Act::Do(Box::new(command))),
        4 => rest.prop_map(|command| Act::Do(Box::new(command))),
        3 => Just(Act::Undo),
        1 => Just(Act::Redo),
        3 => (0..3usize).prop_map(Act::Pull),
        1 => Just(Act::ChooseLast),
    ]
}

fn carry_out(budgets: &mut [Budget], who: usize, act: &Act) {
    match act {
        Act::Do(command) => drop(budgets[who].run(command)),
        Act::Undo => drop(budgets[who].undo()),
        Act::Redo => drop(budgets[who].redo()),
        Act::Pull(other) => {
            let bytes = budgets[*other].document().updates_since(&Version::default()).unwrap();
            budgets[who].import(&bytes).unwrap();
        }
        Act::ChooseLast => {
            if let Some(conflict) = budgets[who].view().conflicts.pop() {
                let write = conflict.choices[0].write.clone();
                drop(budgets[who].run(&Command::Choose { field: conflict.field, write }));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn budgets_that_meet_show_the_same(acts in prop::collection::vec((0..3usize, act()), 1..50)) {
        let mut budgets: Vec<Budget> =
            (0..3u8).map(|n| Budget::new(session(n, u64::from(n) + 1)).unwrap()).collect();
        for (who, act) in &acts {
            let before = budgets[*who].document().state_hash();
            let version = budgets[*who].document().version();
            carry_out(&mut budgets, *who, act);
            let untouched = budgets[*who].document().version() == version;
            prop_assert!(!untouched || budgets[*who].document().state_hash() == before);
        }
        let everything: Vec<Vec<u8>> =
            budgets.iter().map(|budget| budget.document().snapshot().unwrap()).collect();
        for budget in &mut budgets {
            everything.iter().for_each(|bytes| { budget.import(bytes).unwrap(); });
        }
        for budget in &budgets {
            prop_assert_eq!(budget.document().state_hash(), budgets[0].document().state_hash());
            prop_assert_eq!(budget.view(), budgets[0].view());
        }
    }
}
