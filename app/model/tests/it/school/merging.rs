//! Devices that exchange in any order show the same, and what is being typed shows as it will be written.

use model::aanbod::{self, Need, Offer, Words};
use model::advies::{self, Advies};
use model::licht::{self, Purpose, UseChange};
use model::school::{Command, EvidenceChange, NewStep, PersonChange, Row, Status, StepChange};
use model::typed::{Kind, Typed};
use proptest::prelude::*;
use rules::money::Money;

use super::support::{day, money, offer, session, vlinder};
use crate::devices::{acts, live};

/// Carries out a command; where it `types`, `patch` shows the same beforehand.
fn typing<K: Kind>(
    types: impl Fn(&K::Command) -> bool,
    patch: impl Fn(&mut K::View, &K::Command),
) -> impl Fn(&mut Typed<K>, &K::Command) -> Result<(), TestCaseError>
where
    K::View: PartialEq + std::fmt::Debug,
{
    move |on, command| {
        let mut shown = on.view();
        let done = on.run(command).is_ok();
        if done && types(command) {
            patch(&mut shown, command);
            prop_assert_eq!(shown, on.view(), "what was typed shows at once");
        }
        Ok(())
    }
}

fn school_command() -> impl Strategy<Value = Command> {
    let row = || prop::sample::select(vec![Row::Dyslexie, Row::Planmatig]);
    let status = || prop::option::of(prop::sample::select(Status::ALL));
    let person = || prop::sample::select(vec!["p1", "p2", "p3"]).prop_map(str::to_owned);
    let typed = || ("[a-c]{0,4}", "[a-f]{0,6}");
    let step = prop_oneof![
        "[a-c]{1,2}".prop_map(StepChange::What),
        any::<bool>().prop_map(|done| StepChange::Done(done.then(|| day("2026-05-05")))),
        prop::option::of("[a-c]").prop_map(StepChange::Dropped),
    ];
    prop_oneof![
        5 => (row(), person(), status())
            .prop_map(|(row, person, status)| Command::Answer { row, person, status }),
        3 => (row(), status()).prop_map(|(row, status)| Command::Agree { row, status }),
        3 => (row(), typed()).prop_map(|(row, (base, text))| Command::Explain { row, base, text }),
        1 => (person(), any::<bool>()).prop_map(|(id, gone)| Command::SetPerson {
            id,
            change: PersonChange::Gone(gone),
        }),
        2 => ("[bc]", row()).prop_map(|(id, row)| Command::AddEvidence {
            id,
            row,
            note: "Gezien.".into(),
        }),
        2 => ("[bc]", typed()).prop_map(|(id, (base, text))| Command::SetEvidence {
            id,
            change: EvidenceChange::Text { base, text },
        }),
        1 => ("[bc]", any::<bool>()).prop_map(|(id, gone)| Command::SetEvidence {
            id,
            change: EvidenceChange::Gone(gone),
        }),
        2 => ("[st]", row()).prop_map(|(id, row)| Command::AddStep {
            id,
            step: NewStep { row, what: "Doen".into(), who: None, who_name: String::new(), due: None },
        }),
        2 => ("[st]", step).prop_map(|(id, change)| Command::SetStep { id, change }),
    ]
}

fn advice_command() -> impl Strategy<Value = advies::Command> {
    let row = prop::sample::select(vec![Row::Dyslexie, Row::Planmatig]);
    (2026..2028, row, "[a-c]{0,4}", "[a-f]{0,6}")
        .prop_map(|(year, row, base, text)| advies::Command::Write { year, row, base, text })
}

fn licht_command() -> impl Strategy<Value = licht::Command> {
    use licht::Command as Do;
    let euros = || prop::option::of((0..99_i64).prop_map(Money::euros));
    let purpose = || prop::sample::select(Purpose::ALL);
    let typed = || ("[a-c]{0,4}", "[a-f]{0,6}");
    let change = prop_oneof![
        purpose().prop_map(UseChange::Purpose),
        "[a-c]{1,2}".prop_map(UseChange::What),
        euros().prop_map(UseChange::Amount),
        prop::option::of(any::<bool>()).prop_map(UseChange::Works),
        any::<bool>().prop_map(UseChange::Gone),
        typed().prop_map(|(base, text)| UseChange::Evaluation { base, text }),
    ];
    prop_oneof![
        2 => ("[xy]", purpose(), euros()).prop_map(|(id, purpose, amount)| Do::Add {
            id,
            purpose,
            what: "Inzet".into(),
            amount,
        }),
        5 => ("[xy]", change).prop_map(|(id, change)| Do::Set { id, change }),
        1 => euros().prop_map(|amount| Do::SetReceived { amount }),
        2 => typed().prop_map(|(base, text)| Do::Account { base, text }),
    ]
}

fn offer_command() -> impl Strategy<Value = aanbod::Command> {
    use aanbod::Command as Do;
    let need = || prop::sample::select(vec![Need::Taal, Need::Zien]);
    let words = prop_oneof![
        Just(Words::Short),
        Just(Words::Basic),
        Just(Words::Influence),
        need().prop_map(Words::Need),
    ];
    let offer = prop::option::of(prop::sample::select(Offer::ALL));
    let on = || prop::option::of((1..9_u32).prop_map(|of| day(&format!("2026-0{of}-01"))));
    prop_oneof![
        4 => (need(), offer).prop_map(|(need, offer)| Do::SetOffer { need, offer }),
        4 => (words, "[a-c]{0,4}", "[a-f]{0,6}")
            .prop_map(|(words, base, text)| Do::Write { words, base, text }),
        1 => on().prop_map(|on| Do::SetAdopted { on }),
        1 => on().prop_map(|on| Do::SetHeard { on }),
        1 => on().prop_map(|on| Do::SetPublished { on }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_school_shows_the_same_in_whatever_order_devices_exchange(acts in acts(school_command())) {
        let types = |command: &Command| matches!(
            command,
            Command::Explain { .. }
                | Command::SetEvidence { change: EvidenceChange::Text { .. }, .. }
        );
        live(&vlinder(), acts, typing(types, model::school::View::patch))?;
    }

    #[test]
    fn advice_shows_the_same_in_whatever_order_devices_exchange(acts in acts(advice_command())) {
        let empty = Advies::new(session(1)).unwrap();
        live(&empty, acts, typing(|_| true, advies::View::patch))?;
    }

    #[test]
    fn the_money_shows_the_same_in_whatever_order_devices_exchange(acts in acts(licht_command())) {
        let types = |command: &licht::Command| matches!(
            command,
            licht::Command::Account { .. }
                | licht::Command::Set { change: UseChange::Evaluation { .. }, .. }
        );
        live(&money(), acts, typing(types, licht::View::patch))?;
    }

    #[test]
    fn an_offer_shows_the_same_in_whatever_order_devices_exchange(acts in acts(offer_command())) {
        let types = |command: &aanbod::Command| matches!(command, aanbod::Command::Write { .. });
        live(&offer(), acts, typing(types, aanbod::View::patch))?;
    }
}
