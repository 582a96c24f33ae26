//! The agenda: made from the template, with everything that was not finished, in the order that people give it.

use model::meeting::agenda::{carried, flagged};
use model::meeting::{Command, Item, ItemChange, ItemKind, Meeting, Office, Phase, Presence};
use model::refused::Refused;
use model::werkgebied::planning::Suggestion;
use rules::rule::rule;

use super::support::{
    DOSSIER, add, begun, casus, copy, day, decide, decided, heiloo, ids, item, meet, plan, session,
    start, with_meeting,
};

fn no(_: &str, _: &Item) -> bool {
    false
}

#[test]
fn a_new_agenda_has_the_eight_topics_between_opening_and_closing_and_everybody_at_the_table() {
    let mut heiloo = heiloo();
    plan(&mut heiloo, "m1", "2026-03-05");
    let view = begun(&heiloo, "m1", 1).view();
    let slugs: Vec<_> = view.items.iter().filter_map(|item| item.topic.as_deref()).collect();
    let asked: Vec<_> = rule("WGB-05").unwrap().fields.iter().map(|field| field.name).collect();
    assert_eq!(slugs, asked);
    assert_eq!((ids(&view)[0], *ids(&view).last().unwrap()), ("vast.opening", "vast.volgende"));
    assert_eq!((view.people.len(), view.schools.len(), view.phase()), (4, 3, Phase::Preparing));
    assert_eq!(view.code, "heiloo");
}

#[test]
fn two_devices_that_begin_the_same_meeting_make_one_agenda_that_can_still_be_reordered() {
    let mut heiloo = heiloo();
    plan(&mut heiloo, "m1", "2026-03-05");
    let (mut a, mut b) = (begun(&heiloo, "m1", 1), begun(&heiloo, "m1", 2));
    let alone = ids(&a.view()).iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    meet(&mut a, &mut b);
    assert_eq!(ids(&a.view()), alone);
    assert!(a.view().conflicts.is_empty());
    a.run(&add("nieuw", ItemKind::Bespreken)).unwrap();
    for (id, after) in [
        ("vast.opening", "vast.rondvraag"),
        ("vast.volgende", "vast.verslag"),
        ("vast.acties", "nieuw"),
    ] {
        a.run(&Command::MoveItem { id: id.into(), after: Some(after.into()) }).unwrap();
        let view = a.view();
        let at = |id: &str| ids(&view).iter().position(|other| *other == id).unwrap();
        assert_eq!(at(id), at(after) + 1, "{id} after {after}: {:?}", ids(&view));
    }
    meet(&mut a, &mut b);
    assert_eq!(a.view(), b.view());
}

#[test]
fn what_is_due_stands_on_the_agenda_with_its_rule() {
    let mut heiloo = heiloo();
    plan(&mut heiloo, "m1", "2026-03-05");
    let due = [Suggestion { rule: "WGB-17", title: rule("WGB-17").unwrap().title }];
    let mut meeting = Meeting::new(session(1)).unwrap();
    meeting.run(&start(&heiloo, "m1", &[], &due)).unwrap();
    let view = meeting.view();
    assert_eq!(view.item("regel.WGB-17").unwrap().rule.as_deref(), Some("WGB-17"));
}

#[test]
fn an_undecided_item_comes_back_until_it_is_decided_and_says_how_often() {
    let mut heiloo = heiloo();
    let mut views = Vec::new();
    for (nth, on) in ["2025-01-10", "2025-04-10", "2025-08-10", "2025-12-10"].iter().enumerate() {
        let id = format!("m{nth}");
        plan(&mut heiloo, &id, on);
        let earlier: Vec<_> = views.iter().map(|(id, view): &(String, _)| (&**id, view)).collect();
        let mut meeting = Meeting::new(session(1)).unwrap();
        meeting.run(&start(&heiloo, &id, &carried(&earlier, &no), &[])).unwrap();
        if nth == 0 {
            meeting.run(&add("kast", ItemKind::Besluiten)).unwrap();
        }
        let view = meeting.view();
        let kast = view.item("kast").unwrap();
        assert_eq!(kast.times, u32::try_from(nth).unwrap());
        assert_eq!((kast.title.as_str(), kast.ask.as_str()), ("kast", "kast?"));
        // More than twice is flagged.
        assert_eq!(flagged(&view).count(), usize::from(nth > 2));
        views.push((id, view));
    }
    let earlier: Vec<_> = views.iter().map(|(id, view)| (&**id, view)).collect();
    let again = carried(&earlier, &no);
    assert_eq!((again.len(), again[0].from.as_str(), again[0].times), (1, "m3", 4));
    assert!(carried(&earlier, &|_, item| item.id == "kast").is_empty(), "a decision ends it");
}

#[test]
fn what_was_finished_or_returns_by_itself_is_not_carried_over() {
    let (mut heiloo, mut meeting) = with_meeting();
    meeting.run(&add("klaar", ItemKind::Bespreken)).unwrap();
    meeting.run(&add("open", ItemKind::Bespreken)).unwrap();
    let done = |id: &str, change| Command::SetItem { id: id.into(), change };
    meeting.run(&done("klaar", ItemChange::Done(true))).unwrap();
    meeting.run(&done("onderwerp.zorgplicht", ItemChange::Postponed(true))).unwrap();
    meeting.run(&done("onderwerp.mdo", ItemChange::Ask("Wie doet mee?".into()))).unwrap();
    meeting
        .run(&Command::Propose { id: "idee".into(), item: item("idee", ItemKind::Bespreken) })
        .unwrap();
    let view = meeting.view();
    let carried = carried(&[("m1", &view)], &no);
    let ids: Vec<_> = carried.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["onderwerp.zorgplicht", "onderwerp.mdo", "open", "idee"]);
    plan(&mut heiloo, "m2", "2026-06-05");
    let mut next = Meeting::new(session(1)).unwrap();
    next.run(&start(&heiloo, "m2", &carried, &[])).unwrap();
    let view = next.view();
    let topics = view.items.iter().filter(|item| item.topic.as_deref() == Some("mdo"));
    assert_eq!(
        topics.map(|item| (item.times, item.ask.as_str())).collect::<Vec<_>>(),
        [(1, "Wie doet mee?")]
    );
}

#[test]
fn carrying_over_twice_or_on_two_devices_is_carrying_over_once() {
    let mut heiloo = heiloo();
    plan(&mut heiloo, "m1", "2026-03-05");
    plan(&mut heiloo, "m2", "2026-06-05");
    let mut first = begun(&heiloo, "m1", 1);
    let mut a = begun(&heiloo, "m2", 1);
    let mut b = copy(&a, 2);
    first.run(&add("kast", ItemKind::Besluiten)).unwrap();
    let view = first.view();
    let carry = Command::Carry { items: carried(&[("m1", &view)], &no) };
    a.run(&carry).unwrap();
    b.run(&carry).unwrap();
    assert!(b.run(&carry).unwrap().update.is_none());
    assert!(b.run(&carry).unwrap().update.is_none());
    meet(&mut a, &mut b);
    assert_eq!(ids(&a.view()).iter().filter(|id| **id == "kast").count(), 1);
    assert!(a.view().conflicts.is_empty());
    assert_eq!(a.view(), b.view());
    // What people made of it since stays.
    let ask = ItemChange::Ask("Welke kast?".into());
    b.run(&Command::SetItem { id: "kast".into(), change: ask }).unwrap();
    assert!(b.run(&carry).unwrap().update.is_none());
    assert_eq!(b.view().item("kast").unwrap().ask, "Welke kast?");
}

#[test]
fn a_proposal_waits_beside_the_agenda_until_the_chair_takes_it_in() {
    let (_heiloo, mut meeting) = with_meeting();
    let propose = Command::Propose { id: "idee".into(), item: item("Idee", ItemKind::Bespreken) };
    meeting.run(&propose).unwrap();
    assert_eq!(meeting.view().proposals.len(), 1);
    assert!(!ids(&meeting.view()).contains(&"idee"));
    let accept = Command::SetItem { id: "idee".into(), change: ItemChange::Accepted(true) };
    meeting.run(&accept).unwrap();
    assert!(ids(&meeting.view()).contains(&"idee") && meeting.view().proposals.is_empty());
}

#[test]
fn the_agenda_says_when_it_is_too_full() {
    let (_heiloo, mut meeting) = with_meeting();
    let planned = meeting.view().planned();
    assert_eq!(meeting.view().room(), None, "without a length there is nothing to say");
    for (more, room) in [(1, 1), (0, 0)] {
        let minutes = u16::try_from(planned + more).unwrap();
        meeting.run(&Command::Set(model::meeting::Change::Minutes(Some(minutes)))).unwrap();
        assert_eq!(meeting.view().room(), Some(room));
    }
    let longer = Command::SetItem { id: "vast.opening".into(), change: ItemChange::Minutes(4) };
    meeting.run(&longer).unwrap();
    assert_eq!(meeting.view().room(), Some(-1));
}

#[test]
fn about_a_casus_nothing_can_be_written_here() {
    let (_heiloo, mut meeting) = with_meeting();
    meeting.run(&casus("c", 15)).unwrap();
    let change = |change| Command::SetItem { id: "c".into(), change };
    for command in [
        change(ItemChange::Title("Een naam".into())),
        change(ItemChange::Ask("Een naam".into())),
        change(ItemChange::Kind(ItemKind::Bespreken)),
        Command::Note { item: Some("c".into()), base: String::new(), text: "Een naam".into() },
        Command::AddItem { id: "d".into(), item: item("Een naam", ItemKind::Casus), after: None },
    ] {
        assert_eq!(meeting.run(&command), Err(Refused::InDossier), "{command:?}");
    }
    let to_casus =
        Command::SetItem { id: "vast.rondvraag".into(), change: ItemChange::Kind(ItemKind::Casus) };
    assert_eq!(meeting.run(&to_casus), Err(Refused::InDossier));
    let view = meeting.view();
    let casus = view.item("c").unwrap();
    assert_eq!(
        (casus.casus.as_ref().unwrap().dossier, casus.title.as_str(), casus.minutes),
        (Some(DOSSIER), "", 15)
    );
    // It is carried over as a link, like any other item.
    let again = carried(&[("m1", &view)], &no);
    let again = again.iter().find(|one| one.id == "c").unwrap();
    assert_eq!(
        (again.casus.as_ref().unwrap().dossier, again.item.title.as_str()),
        (Some(DOSSIER), "")
    );
}

#[test]
fn what_an_older_or_another_app_wrote_about_a_casus_is_not_shown() {
    use replica::document::{DocumentError, Place, Writer};
    let (_heiloo, mut meeting) = with_meeting();
    meeting.run(&casus("c", 15)).unwrap();
    let mut document =
        replica::document::Document::open(session(9), &meeting.document().snapshot().unwrap())
            .unwrap();
    let place = Place::item("punten", "c");
    let write = |to: &mut Writer<'_>| -> Result<(), DocumentError> {
        to.set(&place, "titel", "Een naam")?;
        to.set(&place, "beslispunt", "Een naam")?;
        to.set_text(&place, "tekst", "Een naam")
    };
    document.edit(write).unwrap();
    let view = Meeting::open(document).view();
    let casus = view.item("c").unwrap();
    assert_eq!((casus.title.as_str(), casus.ask.as_str(), casus.note.as_str()), ("", "", ""));
}

#[test]
fn attendance_counts_schools_and_seats_and_a_quorum_only_when_asked() {
    let (_heiloo, mut meeting) = with_meeting();
    let attend = |person: &str, presence| Command::Attend {
        person: person.into(),
        presence: Some(presence),
    };
    meeting.run(&attend("p1", Presence::Aanwezig)).unwrap();
    meeting.run(&attend("p3", Presence::Aanwezig)).unwrap();
    meeting.run(&attend("p2", Presence::Afgemeld)).unwrap();
    let seen = meeting.view().attendance();
    assert_eq!((seen.present, seen.apologies, seen.absent, seen.unknown), (2, 1, 0, 1));
    assert_eq!((seen.schools_present, seen.schools), (1, 3));
    assert_eq!(seen.schools_missing, ["De Brug", "Het Anker"]);
    assert_eq!(seen.seats_missing.len(), 2, "the intern begeleider and the coach");
    assert_eq!(seen.quorum, None);
    for (asked, met) in [(1, true), (2, false)] {
        meeting.run(&Command::Set(model::meeting::Change::Quorum(Some(asked)))).unwrap();
        assert_eq!(meeting.view().attendance().quorum, Some(met));
    }
}

#[test]
fn the_clock_runs_for_one_item_and_reads_moments_not_ticks() {
    let (_heiloo, mut meeting) = with_meeting();
    let now = |item: &str, at| Command::Now { item: item.into(), at };
    meeting.run(&now("vast.opening", 1_000)).unwrap();
    meeting.run(&now("vast.verslag", 61_000)).unwrap();
    meeting.run(&Command::Pause { at: 71_000 }).unwrap();
    meeting.run(&now("vast.opening", 100_000)).unwrap();
    let view = meeting.view();
    let spent = |id: &str, at| view.item(id).unwrap().spent(at);
    assert_eq!((spent("vast.opening", 130_000), spent("vast.verslag", 130_000)), (90_000, 10_000));
    assert_eq!(view.now.as_deref(), Some("vast.opening"));
    // Three minutes were planned: at 220 s there is nothing left, and then it runs over.
    let left = |at| view.item("vast.opening").unwrap().left(at);
    assert_eq!((left(219_999), left(220_000), left(220_001)), (1, 0, -1));
    assert_eq!(view.phase(), Phase::Going);
}

#[test]
fn the_minute_taker_hands_over_and_can_take_it_back() {
    let (_heiloo, mut meeting) = with_meeting();
    let give =
        |person: &str| Command::Appoint { office: Office::Notulist, person: Some(person.into()) };
    meeting.run(&give("p1")).unwrap();
    meeting.run(&give("p2")).unwrap();
    assert_eq!(meeting.view().offices[&Office::Notulist], "p2");
    meeting.undo().unwrap();
    assert_eq!(meeting.view().offices[&Office::Notulist], "p1");
}

#[test]
fn adopted_minutes_do_not_change_and_what_arrives_late_is_shown_as_such() {
    let (_heiloo, mut a) = with_meeting();
    let note = |base: &str, text: &str| Command::Note {
        item: Some("vast.rondvraag".into()),
        base: base.into(),
        text: text.into(),
    };
    a.run(&note("", "Niets.")).unwrap();
    a.run(&Command::Close { on: day("2026-03-05"), next: Some(day("2026-06-05")), at: 0 }).unwrap();
    assert_eq!(a.view().phase(), Phase::Concept);
    let mut b = copy(&a, 2);
    a.run(&Command::Adopt { on: day("2026-06-05"), meeting: "m2".into() }).unwrap();
    assert_eq!(a.run(&note("Niets.", "Iets.")), Err(Refused::Adopted));
    assert_eq!(a.undo(), Err(Refused::Adopted), "not by taking a step back either");
    let adopted = a.view().adopted.unwrap();
    assert_eq!((adopted.meeting.as_str(), adopted.changed_since), ("m2", false));
    // A device that did not know yet writes on.
    b.run(&note("Niets.", "Niets. Toch iets.")).unwrap();
    meet(&mut a, &mut b);
    assert!(a.view().adopted.unwrap().changed_since && b.view().adopted.unwrap().changed_since);
    assert_eq!(a.view().phase(), Phase::Adopted);
}

#[test]
fn a_meeting_that_was_held_tells_the_year_planning_what_came_up() {
    let (mut heiloo, mut meeting) = with_meeting();
    meeting.run(&Command::Now { item: "onderwerp.zorgplicht".into(), at: 5 }).unwrap();
    let done = Command::SetItem { id: "onderwerp.mdo".into(), change: ItemChange::Done(true) };
    meeting.run(&done).unwrap();
    let presence = Some(Presence::Aanwezig);
    meeting.run(&Command::Attend { person: "p3".into(), presence }).unwrap();
    let mut agreed = model::afspraken::Afspraken::new(session(1)).unwrap();
    agreed.run(&decide("m1/x/1", decided("m1", "x", "2026-03-05", "Ja."))).unwrap();
    agreed.run(&super::support::action("a", "m1", "2026-03-05", None)).unwrap();
    let register = super::support::register(&[&agreed]);
    heiloo.run(&model::meeting::capture::held("m1", &meeting.view(), &register)).unwrap();
    let line = heiloo.view().meetings[0].clone();
    assert_eq!(
        (line.held, line.agreed, line.seats),
        (true, 2, vec![model::table::Seat::Consulent])
    );
    assert_eq!(heiloo.view().meetings[0].topics, ["mdo", "zorgplicht"]);
}

#[test]
fn what_was_decided_last_year_on_a_returning_topic_does_not_settle_what_is_asked_now() {
    let mut heiloo = heiloo();
    plan(&mut heiloo, "m1", "2026-03-05");
    plan(&mut heiloo, "m2", "2026-06-05");
    let mut agreed = model::afspraken::Afspraken::new(session(1)).unwrap();
    let topic = "onderwerp.besteding";
    agreed.run(&decide("m1/x/1", decided("m1", topic, "2026-03-05", "Wij sparen."))).unwrap();
    let register = super::support::register(&[&agreed]);
    let mut meeting = begun(&heiloo, "m2", 1);
    let ask = Command::SetItem { id: topic.into(), change: ItemChange::Ask("En nu?".into()) };
    meeting.run(&ask).unwrap();
    meeting.run(&add("kast", ItemKind::Besluiten)).unwrap();
    let view = meeting.view();
    let decided_by = |id: &str, item: &Item| register.is_decided(id, &item.id, item.fixed);
    let ids: Vec<_> =
        carried(&[("m2", &view)], &decided_by).into_iter().map(|one| one.id).collect();
    assert_eq!(ids, [topic, "kast"]);
    // A one-off item is settled by a decision in whatever meeting it was taken.
    let mut late = model::afspraken::Afspraken::new(session(1)).unwrap();
    late.run(&decide("m1/kast/1", decided("m1", "kast", "2026-03-05", "Wij kopen."))).unwrap();
    let register = super::support::register(&[&agreed, &late]);
    let decided_by = |id: &str, item: &Item| register.is_decided(id, &item.id, item.fixed);
    assert_eq!(carried(&[("m2", &view)], &decided_by).len(), 1);
}

#[test]
fn the_clock_and_the_counting_are_not_for_a_person_to_choose() {
    let (_heiloo, mut a) = with_meeting();
    a.run(&Command::Now { item: "vast.opening".into(), at: 0 }).unwrap();
    let mut b = copy(&a, 2);
    let carry = |times| Command::Carry {
        items: vec![model::meeting::Carried {
            id: "kast".into(),
            from: format!("m{times}"),
            times,
            item: item("Kast", ItemKind::Bespreken),
            casus: None,
            files: Vec::new(),
        }],
    };
    for (of, n) in [(&mut a, 1_u32), (&mut b, 3)] {
        let item = if n == 1 { "vast.verslag" } else { "vast.acties" };
        of.run(&Command::Now { item: item.into(), at: i64::from(n) * 1_000 }).unwrap();
        of.run(&carry(n)).unwrap();
    }
    meet(&mut a, &mut b);
    assert_eq!(a.view(), b.view());
    assert!(a.view().conflicts.is_empty(), "{:?}", a.view().conflicts);
    assert_eq!(a.view().item("kast").unwrap().times, 3, "the higher count");
    // Ending the meeting stops both clocks.
    a.run(&Command::Close { on: day("2026-03-05"), next: None, at: 9_000 }).unwrap();
    let view = a.view();
    assert!(view.now.is_none() && view.items.iter().all(|item| !item.is_on()));
    assert_eq!(view.item("vast.verslag").unwrap().spent(99_000), 8_000);
}

#[test]
fn an_item_without_a_title_comes_along_too() {
    let mut heiloo = heiloo();
    plan(&mut heiloo, "m1", "2026-03-05");
    plan(&mut heiloo, "m2", "2026-06-05");
    let mut a = begun(&heiloo, "m1", 1);
    a.run(&add("kast", ItemKind::Bespreken)).unwrap();
    let mut b = copy(&a, 2);
    // One takes the item back while the other works on it.
    let longer = Command::SetItem { id: "kast".into(), change: ItemChange::Minutes(30) };
    b.run(&longer).unwrap();
    a.undo().unwrap();
    meet(&mut a, &mut b);
    let view = a.view();
    assert_eq!(view.item("kast").unwrap().title, "");
    let again = carried(&[("m1", &view)], &no);
    let mut next = Meeting::new(session(1)).unwrap();
    next.run(&start(&heiloo, "m2", &again, &[])).unwrap();
    assert_eq!(next.view().item("kast").unwrap().minutes, 30);
}
