//! The course of the year: which meeting comes next, which came before, what a decision is called, and moving over the agenda.

use model::meeting::{Command, Meeting};
use model::werkgebied::{self, MeetingChange, View};

use super::support::{begun, day, heiloo, held, ids, plan};

fn planned() -> View {
    let mut heiloo = heiloo();
    for (id, on) in [("m1", "2026-03-05"), ("m2", "2026-06-04"), ("m3", "2026-10-01")] {
        plan(&mut heiloo, id, on);
    }
    held(&mut heiloo, "m1", &[], 0);
    let meso = werkgebied::Command::PlanMeeting {
        id: "meso".into(),
        table: "meso".into(),
        on: day("2026-04-01"),
    };
    heiloo.run(&meso).unwrap();
    heiloo.view()
}

fn next(view: &View, today: &str) -> Option<String> {
    view.next_meeting(day(today)).map(|one| one.id.clone())
}

#[test]
fn the_next_meeting_is_the_first_to_come_and_today_still_comes() {
    let view = planned();
    assert_eq!(next(&view, "2026-03-06").as_deref(), Some("meso"));
    assert_eq!(next(&view, "2026-06-04").as_deref(), Some("m2"), "on the day itself");
    assert_eq!(next(&view, "2026-06-05").as_deref(), Some("m3"), "a day later");
    assert_eq!(next(&view, "2026-10-02").as_deref(), Some("m3"), "nobody said that it was held");
    assert_eq!(view.next_day("werkgebied", day("2026-06-04")), Some(day("2026-10-01")));
    assert_eq!(view.next_day("meso", day("2026-06-04")), None);
}

#[test]
fn earlier_meetings_are_those_of_the_same_table_that_were_not_cancelled() {
    let mut heiloo = heiloo();
    for (id, on) in [("m3", "2026-10-01"), ("m1", "2026-03-05"), ("m2", "2026-06-04")] {
        plan(&mut heiloo, id, on);
    }
    let cancel = MeetingChange::Cancelled(true);
    heiloo.run(&werkgebied::Command::SetMeeting { id: "m2".into(), change: cancel }).unwrap();
    let view = heiloo.view();
    let earlier: Vec<&str> = view.earlier("m3").into_iter().map(|one| one.id.as_str()).collect();
    assert_eq!(earlier, ["m1"]);
    assert!(view.earlier("m1").is_empty() && view.earlier("nergens").is_empty());
}

#[test]
fn a_decision_is_numbered_under_the_area_and_under_the_table_where_it_is_another() {
    let mut view = heiloo().view();
    assert_eq!(view.code("werkgebied"), "heiloo");
    assert_eq!(view.code("meso"), "heiloo-meso");
    (view.area, view.name) = (None, "Café Overleg, Zuid".into());
    assert_eq!(view.code("werkgebied"), "cafe-overleg-zuid");
}

#[test]
fn a_name_that_two_people_have_is_nobody_in_particular() {
    let mut heiloo = heiloo();
    assert_eq!(heiloo.view().person_named(" anna ").map(|one| one.id.clone()), Some("p1".into()));
    let second = werkgebied::Command::AddPerson {
        id: "p9".into(),
        name: "Anna".into(),
        seats: Vec::new(),
        school: None,
    };
    heiloo.run(&second).unwrap();
    assert!(heiloo.view().person_named("Anna").is_none());
}

fn agenda() -> Meeting {
    let mut heiloo = heiloo();
    plan(&mut heiloo, "m1", "2026-03-05");
    begun(&heiloo, "m1", 1)
}

#[test]
fn an_item_moves_to_any_place_of_the_agenda_and_not_beyond_it() {
    let mut meeting = agenda();
    let before = meeting.view();
    let id = before.items[2].id.clone();
    for (to, expected) in [(0, 0), (1, 1), (5, 5), (99, before.items.len() - 1)] {
        let command = meeting.view().moved(&id, to).unwrap();
        meeting.run(&command).unwrap();
        assert_eq!(ids(&meeting.view()).iter().position(|one| *one == id), Some(expected));
    }
    assert!(meeting.view().moved(&id, 99).is_none(), "it is there already");
    assert!(meeting.view().moved("nergens", 0).is_none());
    assert_eq!(meeting.view().items.len(), before.items.len());
}

#[test]
fn the_chair_goes_on_with_the_next_item_and_begins_with_the_first() {
    let mut meeting = agenda();
    let first = meeting.view().items[0].id.clone();
    let beside =
        |meeting: &Meeting, after| meeting.view().beside_now(after).map(|one| one.id.clone());
    assert_eq!((beside(&meeting, true), beside(&meeting, false)), (Some(first.clone()), None));
    meeting.run(&Command::Now { item: first.clone(), at: 0 }).unwrap();
    let second = meeting.view().items[1].id.clone();
    assert_eq!((beside(&meeting, true), beside(&meeting, false)), (Some(second.clone()), None));
    meeting.run(&Command::Now { item: second.clone(), at: 1 }).unwrap();
    assert_eq!(beside(&meeting, false), Some(first));
    meeting.run(&Command::Pause { at: 2 }).unwrap();
    let third = meeting.view().items[2].id.clone();
    assert_eq!(beside(&meeting, true), Some(third.clone()), "after a break the meeting goes on");
    let last = meeting.view().items.last().unwrap().id.clone();
    meeting.run(&Command::Now { item: last, at: 3 }).unwrap();
    assert_eq!(beside(&meeting, true), None);
}
