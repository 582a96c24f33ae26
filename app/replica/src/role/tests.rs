//! The table of roles, cell by cell, from the sentences that it must keep.

use super::*;

fn may(role: Role, action: Action, place: Place) -> bool {
    allow(role, action, place).is_ok()
}

/// The sentences of the design, as a function: an oracle that knows no table.
fn sentence(role: Role, action: Action, place: Place) -> bool {
    let writes = role >= Role::Bewerken;
    match (action, place) {
        // Everybody sees everything, but who only adds does not see what others laid down.
        (Action::Read, Place::Others | Place::Inbreng) => role != Role::Inbrengen,
        (Action::Read, Place::Common | Place::Own) => true,
        // Who is in an inbreng adds to it; only readers do not.
        (Action::Add, Place::Inbreng) => role != Role::Lezen,
        // A contribution is changed by nobody but beheer.
        (Action::Write | Action::Compact, Place::Inbreng) => role == Role::Beheer,
        // A perspective is written by its own side only, not even by beheer.
        (Action::Add | Action::Write | Action::Compact, Place::Others) => false,
        (Action::Add | Action::Write | Action::Compact, Place::Common | Place::Own) => writes,
        // Only beheer decides who is in.
        (Action::Manage, _) => role == Role::Beheer,
    }
}

#[test]
fn every_cell_says_what_the_design_says() {
    for role in Role::ALL {
        for action in Action::ALL {
            for place in Place::ALL {
                let expected = sentence(role, action, place);
                assert_eq!(may(role, action, place), expected, "{role:?} {action:?} {place:?}");
            }
        }
    }
}

/// The sentences of the server's README, as a function.
fn asks(role: Role, errand: Errand) -> bool {
    match errand {
        // Whoever is in gets what is there.
        Errand::FetchFile | Errand::ListBox => true,
        // What somebody brings in may have a file beside it: a drawing, a photo.
        Errand::AddFile => role != Role::Lezen,
        // Who only adds takes nothing away, not even what it added: others may refer to it by then.
        Errand::DropFile | Errand::KeepBox => role >= Role::Bewerken,
    }
}

#[test]
fn every_cell_of_files_and_boxes_says_what_the_readme_says() {
    for errand in Errand::ALL {
        assert_eq!(ERRANDS.iter().filter(|row| row.0 == errand).count(), 1);
        for role in Role::ALL {
            assert_eq!(may_ask(role, errand), asks(role, errand), "{role:?} {errand:?}");
        }
    }
    let page = include_str!("../../KEYS.md");
    let table = errands_markdown();
    assert!(page.contains(&table), "KEYS.md lacks this table:\n{table}");
}

#[test]
fn the_table_has_every_row_once() {
    for role in Role::ALL {
        for action in Action::ALL {
            assert_eq!(TABLE.iter().filter(|row| row.0 == role && row.1 == action).count(), 1);
        }
    }
}

#[test]
fn a_refusal_names_role_action_and_place() {
    let refused = allow(Role::Beheer, Action::Write, Place::Others).unwrap_err();
    assert_eq!(refused.to_string(), "beheer may not do 'veranderen' in 'deel van een ander'");
}

#[test]
fn the_documentation_holds_the_table_of_the_code() {
    let page = include_str!("../../KEYS.md");
    assert!(page.contains(&markdown()), "replace the table in KEYS.md by:\n{}", markdown());
}

#[test]
fn a_role_keeps_its_number() {
    for (role, number) in Role::ALL.into_iter().zip(1..) {
        assert_eq!(role.number(), number);
        assert_eq!(Role::from_number(number), Some(role));
    }
    assert_eq!(Role::from_number(9), None);
}
