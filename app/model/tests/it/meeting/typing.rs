//! Typing: several people in one note lose nothing, and what is shown while somebody types is what the document then gives.

use model::meeting::{Change, Command, ItemChange, ItemKind, Meeting};
use proptest::prelude::*;

use super::support::{add, casus, copy, day, heiloo, meet, pull, with_meeting};

fn meeting() -> Meeting {
    let (_of, mut meeting) = with_meeting();
    meeting.run(&add("kast", ItemKind::Besluiten)).unwrap();
    meeting.run(&casus("casus", 5)).unwrap();
    meeting
}

fn note(base: &str, text: &str) -> Command {
    Command::Note { item: Some("kast".into()), base: base.into(), text: text.into() }
}

fn read(of: &Meeting) -> String {
    of.view().item("kast").unwrap().note.clone()
}

#[test]
fn two_people_who_type_in_one_note_without_a_network_keep_both_their_words() {
    let mut a = meeting();
    a.run(&note("", "De kast is oud.")).unwrap();
    let mut b = copy(&a, 2);
    a.run(&note("De kast is oud.", "Anna: de kast is oud.")).unwrap();
    b.run(&note("De kast is oud.", "De kast is oud. Bram koopt een nieuwe.")).unwrap();
    meet(&mut a, &mut b);
    assert_eq!(read(&a), "Anna: de kast is oud. Bram koopt een nieuwe.");
    assert_eq!(read(&a), read(&b));
}

#[test]
fn what_arrives_while_somebody_types_is_not_typed_away() {
    let mut a = meeting();
    a.run(&note("", "Een.")).unwrap();
    let mut b = copy(&a, 2);
    b.run(&note("Een.", "Nul. Een.")).unwrap();
    // Somebody began to type at "Een."; meanwhile the other's words arrive.
    pull(&mut a, &b);
    a.run(&note("Een.", "Een. Twee.")).unwrap();
    assert_eq!(read(&a), "Nul. Een. Twee.");
    a.undo().unwrap();
    assert_eq!(read(&a), "Nul. Een.", "taking it back leaves the other's words");
}

fn typed() -> impl Strategy<Value = Command> {
    let id = prop::sample::select(vec!["kast", "casus", "nergens", "onderwerp.mdo", "voorstel"])
        .prop_map(str::to_owned);
    let text = || "[a-cé ]{0,6}";
    let change = prop_oneof![
        text().prop_map(ItemChange::Title),
        text().prop_map(ItemChange::Ask),
        (0..99_u16).prop_map(ItemChange::Minutes),
    ];
    prop_oneof![
        (id.clone(), text(), text()).prop_map(|(id, base, text)| Command::Note {
            item: Some(id),
            base,
            text
        }),
        (text(), text()).prop_map(|(base, text)| Command::Note { item: None, base, text }),
        (id, change).prop_map(|(id, change)| Command::SetItem { id, change }),
    ]
}

/// A meeting in which another device wrote every title, question and time at the same time.
fn troubled(adopted: bool) -> Meeting {
    let mut a = meeting();
    let propose = Command::Propose {
        id: "voorstel".into(),
        item: super::support::item("Voorstel", ItemKind::Bespreken),
    };
    a.run(&propose).unwrap();
    a.run(&note("", "abc abc")).unwrap();
    let mut b = copy(&a, 2);
    for (of, n) in [(&mut a, 1), (&mut b, 2)] {
        for id in ["kast", "onderwerp.mdo", "voorstel"] {
            for change in [
                ItemChange::Title(format!("Titel {n}")),
                ItemChange::Ask(format!("Vraag {n}")),
                ItemChange::Minutes(n),
            ] {
                of.run(&Command::SetItem { id: id.into(), change }).unwrap();
            }
        }
        of.run(&Command::Set(Change::Location(format!("Plaats {n}")))).unwrap();
    }
    meet(&mut a, &mut b);
    if adopted {
        a.run(&Command::Adopt { on: day("2026-06-05"), meeting: "m2".into() }).unwrap();
    }
    a
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_shown_while_typing_is_what_the_document_then_gives(
        commands in prop::collection::vec(typed(), 1..12), adopted in any::<bool>(),
    ) {
        let mut meeting = troubled(adopted);
        prop_assert!(meeting.view().conflicts.len() > 9);
        let mut shown = meeting.view();
        for command in &commands {
            shown.patch(command);
        }
        for command in &commands {
            let _ = meeting.run(command);
        }
        prop_assert_eq!(shown, meeting.view());
    }
}

#[test]
fn an_action_and_a_plan_show_while_they_are_typed_what_the_document_then_gives() {
    use model::afspraken::{ActionChange, Afspraken, Command as Agree};
    use model::werkgebied::{Command as Do, PlanAbout, PlanChange};
    let mut a = Afspraken::new(super::support::session(1)).unwrap();
    a.run(&super::support::action("x", "m1", "2026-03-05", None)).unwrap();
    let mut b = copy(&a, 2);
    let what =
        |text: &str| Agree::SetAction { id: "x".into(), change: ActionChange::What(text.into()) };
    a.run(&what("Bel Anna")).unwrap();
    b.run(&what("Bel Bram")).unwrap();
    meet(&mut a, &mut b);
    for text in ["Bel allebei ", " ", "Bel"] {
        let mut shown = a.view();
        shown.patch(&what(text));
        let _ = a.run(&what(text));
        assert_eq!(shown, a.view(), "{text}");
    }
    let mut of = heiloo();
    let add = Do::AddPlan { id: "h".into(), about: PlanAbout::Inclusiever, title: "Samen".into() };
    of.run(&add).unwrap();
    let write = |base: &str, text: &str| Do::SetPlan {
        id: "h".into(),
        change: PlanChange::Text { base: base.into(), text: text.into() },
    };
    of.run(&write("", "Wij beginnen in maart.")).unwrap();
    for (base, text) in [("Wij beginnen in maart.", "Wij beginnen."), ("", "Nieuw. "), ("x", "y")] {
        let mut shown = of.view();
        shown.patch(&write(base, text));
        of.run(&write(base, text)).unwrap();
        assert_eq!(shown, of.view());
    }
}
