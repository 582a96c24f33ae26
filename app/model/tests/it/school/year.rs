//! A school year: what each thinks, what they say together, what shows it and what comes next.

use model::field::Contested;
use model::refused::Refused;
use model::school::years::side_by_side;
use model::school::{
    Command, EvidenceChange, Field, NewStep, PersonChange, Row, School, Shown, Status, StepChange,
    View, together, watch::watch,
};
use model::table::Seat;
use rules::rule::{Verdict, explain, rule};
use rules::text::Lang;

use super::support::{agree, answer, asked, copy, day, meet, vlinder};

fn line(view: &View, row: Row) -> &model::school::Line {
    view.line(row).unwrap()
}

#[test]
fn two_colleagues_who_answered_apart_see_both_answers_and_where_to_begin() {
    let mut anna = vlinder();
    let mut bram = copy(&anna, 2);
    anna.run(&answer(Row::Dyslexie, "p1", Status::OpOrde)).unwrap();
    anna.run(&answer(Row::Planmatig, "p1", Status::OpOrde)).unwrap();
    bram.run(&answer(Row::Dyslexie, "p2", Status::NogNiet)).unwrap();
    bram.run(&answer(Row::Planmatig, "p2", Status::OpOrde)).unwrap();
    meet(&mut anna, &mut bram);
    assert_eq!(anna.view(), bram.view());
    let view = anna.view();
    let seen: Vec<_> = line(&view, Row::Dyslexie)
        .answers
        .iter()
        .map(|one| (one.name.as_str(), one.status))
        .collect();
    assert_eq!(seen, [("Anna", Status::OpOrde), ("Bram", Status::NogNiet)]);
    assert!(view.conflicts.is_empty(), "what two people think is no conflict");
    let discuss: Vec<_> = view.to_discuss().map(|line| line.row).collect();
    assert_eq!(discuss, [Row::Dyslexie]);
    assert_eq!(line(&view, Row::Dyslexie).spread()[2], (Status::NogNiet, 1));

    bram.run(&agree(Row::Dyslexie, Status::InOntwikkeling)).unwrap();
    assert_eq!(bram.view().to_discuss().count(), 0, "they talked about it");
}

#[test]
fn one_person_on_two_devices_chooses_between_the_own_answers() {
    let mut here = vlinder();
    let mut there = copy(&here, 2);
    here.run(&answer(Row::Toegankelijk, "p1", Status::OpOrde)).unwrap();
    there.run(&answer(Row::Toegankelijk, "p1", Status::WeetNiet)).unwrap();
    meet(&mut here, &mut there);
    let view = here.view();
    let [conflict] = view.conflicts.as_slice() else { panic!("one choice: {:?}", view.conflicts) };
    assert_eq!(conflict.field.name(&view, Lang::Nl), "Fysiek en/of sociaal toegankelijk: Anna");
    let words: Vec<_> =
        conflict.choices.iter().map(|one| conflict.field.value(one, &view, Lang::Nl)).collect();
    assert!(words.contains(&"Op orde".to_owned()) && words.contains(&"Weet ik niet".to_owned()));
    let write = conflict.choices.iter().find(|one| one.value.text() == Some("weet-niet")).unwrap();
    let choose = Command::Choose { field: conflict.field.clone(), write: write.write.clone() };
    here.run(&choose).unwrap();
    let view = here.view();
    assert!(view.conflicts.is_empty());
    assert_eq!(line(&view, Row::Toegankelijk).answers[0].status, Status::WeetNiet);
}

#[test]
fn who_is_of_the_samenwerkingsverband_advises_and_ticks_nothing() {
    let mut school = vlinder();
    let tick = answer(Row::Planmatig, "p3", Status::OpOrde);
    let refused = school.run(&tick).unwrap_err();
    assert!(matches!(refused, Refused::NotPossible(_)));
    assert_eq!(school.run(&answer(Row::Planmatig, "p9", Status::OpOrde)), Err(Refused::Gone));
    // The rule says the same about school and samenwerkingsverband.
    asked("2026-06-01", |context| {
        for (seat, who, may) in [
            (Seat::Ib, "school", true),
            (Seat::Consulent, "swv", false),
            (Seat::Coach, "swv", false),
        ] {
            let rule = rule("BAS-04").unwrap();
            let facts = serde_json::json!({"wie": who, "handeling": "invullen"});
            let sheet = rules::rule::Sheet::parse(rule, facts.as_object().unwrap()).unwrap();
            let said = explain(rule, &sheet.facts(), context).verdict == Verdict::Voldoet;
            let mut school = vlinder();
            school
                .run(&Command::SetPerson { id: "p4".into(), change: PersonChange::Seat(seat) })
                .unwrap();
            let done = school.run(&answer(Row::Dyslexie, "p4", Status::OpOrde)).is_ok();
            assert_eq!((said, done), (may, may), "{seat:?}");
        }
    });
}

#[test]
fn the_rules_hear_what_was_said_together_and_nothing_else() {
    let mut school = vlinder();
    school.run(&answer(Row::Basiskwaliteit, "p1", Status::OpOrde)).unwrap();
    let verdicts = |school: &model::school::School| {
        let view = school.view();
        asked("2026-06-01", |context| {
            watch(&view, context).into_iter().map(|one| one.answer.verdict).collect::<Vec<_>>()
        })
    };
    assert_eq!(verdicts(&school), [Verdict::Onbekend, Verdict::Onbekend]);
    for row in Row::ALL {
        school.run(&agree(*row, Status::OpOrde)).unwrap();
    }
    assert_eq!(verdicts(&school), [Verdict::Voldoet, Verdict::Voldoet]);
    school.run(&agree(Row::Dyscalculie, Status::InOntwikkeling)).unwrap();
    assert_eq!(verdicts(&school), [Verdict::Voldoet, Verdict::VoldoetNiet]);
    school.run(&agree(Row::Afgestemd, Status::WeetNiet)).unwrap();
    assert_eq!(verdicts(&school), [Verdict::Onbekend, Verdict::VoldoetNiet]);
}

#[test]
fn every_aspect_and_part_is_a_field_of_its_rule() {
    for (id, rows) in [("BAS-01", &Row::ASPECTS[..]), ("BAS-02", &Row::PARTS[..])] {
        let fields: Vec<_> = rule(id).unwrap().fields.iter().map(|field| field.name).collect();
        let rows: Vec<_> = rows.iter().map(|row| row.slug()).collect();
        assert_eq!(fields, rows);
    }
    assert_eq!(Row::ALL.len(), Row::ASPECTS.len() + Row::PARTS.len());
}

#[test]
fn a_note_shows_how_things_stand_and_can_be_taken_away_and_back() {
    let mut school = vlinder();
    let add = |id: &str, note: &str| Command::AddEvidence {
        id: id.into(),
        row: Row::Dyslexie,
        note: note.into(),
    };
    assert_eq!(school.run(&add("b1", "  ")), Err(Refused::NoText));
    school.run(&add("b1", "In groep 4 gezien.")).unwrap();
    school.run(&add("b2", "Ook in groep 5.")).unwrap();
    assert_eq!(school.run(&add("b2", "Nog eens.")), Err(Refused::Exists));
    let gone = Command::SetEvidence { id: "b1".into(), change: EvidenceChange::Gone(true) };
    school.run(&gone).unwrap();
    let view = school.view();
    let evidence = &line(&view, Row::Dyslexie).evidence;
    assert_eq!((evidence[0].words.as_str(), evidence[1].gone), ("Ook in groep 5.", true));
    school.undo().unwrap();
    assert!(line(&school.view(), Row::Dyslexie).evidence.iter().all(|one| !one.gone));
}

#[test]
fn a_next_step_with_somebody_and_a_day_becomes_an_action() {
    let mut school = vlinder();
    let step = NewStep {
        row: Row::Dyscalculie,
        what: "Protocol schrijven".into(),
        who: Some("p2".into()),
        who_name: "Bram".into(),
        due: Some(day("2026-10-01")),
    };
    let empty = NewStep { what: " ".into(), ..step.clone() };
    assert_eq!(
        school.run(&Command::AddStep { id: "s1".into(), step: empty }),
        Err(Refused::NoText)
    );
    school.run(&Command::AddStep { id: "s1".into(), step }).unwrap();
    let view = school.view();
    let step = &line(&view, Row::Dyscalculie).steps[0];
    let action = step.action("m1", "meso", day("2026-06-01"));
    assert_eq!((action.what.as_str(), action.due), ("Protocol schrijven", Some(day("2026-10-01"))));
    assert!(step.is_open());
    let done = StepChange::Done(Some(day("2026-09-20")));
    school.run(&Command::SetStep { id: "s1".into(), change: done }).unwrap();
    assert!(!line(&school.view(), Row::Dyscalculie).steps[0].is_open());
}

#[test]
fn who_left_is_no_difference_any_more() {
    let mut school = vlinder();
    school.run(&answer(Row::Dyslexie, "p1", Status::OpOrde)).unwrap();
    school.run(&answer(Row::Dyslexie, "p2", Status::NogNiet)).unwrap();
    let gone = Command::SetPerson { id: "p2".into(), change: PersonChange::Gone(true) };
    school.run(&gone).unwrap();
    assert!(!line(&school.view(), Row::Dyslexie).differs());
}

#[test]
fn a_school_sees_its_own_years_side_by_side() {
    let (mut before, mut now) = (vlinder(), vlinder());
    before.run(&agree(Row::Dyslexie, Status::NogNiet)).unwrap();
    now.run(&agree(Row::Dyslexie, Status::OpOrde)).unwrap();
    let years = [&before, &now].map(|year| together(year.document()));
    let rows = side_by_side(&years);
    let dyslexie = rows.iter().find(|one| one.row == Row::Dyslexie).unwrap();
    assert_eq!(dyslexie.statuses, [Some(Status::NogNiet), Some(Status::OpOrde)]);
    assert_eq!(rows.len(), Row::ALL.len());
}

#[test]
fn a_field_that_this_version_does_not_know_keeps_its_name() {
    let view = vlinder().view();
    let field = Field::Row { row: "later".into(), name: "antwoord:p1".into() };
    assert_eq!(field.name(&view, Lang::Nl), "later: Anna");
}

#[test]
fn a_row_shows_what_they_say_together_before_what_each_thinks() {
    let mut school = vlinder();
    let shown = |school: &School| line(&school.view(), Row::Planmatig).shown();
    assert_eq!(shown(&school), Shown::Nothing);
    school.run(&answer(Row::Planmatig, "p1", Status::OpOrde)).unwrap();
    assert_eq!(shown(&school), Shown::Same(Status::OpOrde));
    school.run(&answer(Row::Planmatig, "p2", Status::NogNiet)).unwrap();
    assert_eq!(shown(&school), Shown::Differ);
    school.run(&agree(Row::Planmatig, Status::InOntwikkeling)).unwrap();
    assert_eq!(shown(&school), Shown::Together(Status::InOntwikkeling));
}

#[test]
fn the_next_row_is_first_where_they_differ_then_where_nobody_spoke_then_where_nobody_talked() {
    let mut school = vlinder();
    let next = |school: &School| school.view().next_row();
    assert_eq!(next(&school), Some(Row::Basiskwaliteit));
    school.run(&answer(Row::Basiskwaliteit, "p1", Status::OpOrde)).unwrap();
    assert_eq!(next(&school), Some(Row::Aanpassingen), "nobody spoke about it");
    school.run(&answer(Row::Dyslexie, "p1", Status::OpOrde)).unwrap();
    school.run(&answer(Row::Dyslexie, "p2", Status::NogNiet)).unwrap();
    assert_eq!(next(&school), Some(Row::Dyslexie), "they differ");
    for row in Row::ALL {
        school.run(&answer(*row, "p1", Status::OpOrde)).unwrap();
    }
    school.run(&agree(Row::Dyslexie, Status::NogNiet)).unwrap();
    assert_eq!(next(&school), Some(Row::Basiskwaliteit), "everybody spoke, nobody talked");
    for row in Row::ALL {
        school.run(&agree(*row, Status::OpOrde)).unwrap();
    }
    assert_eq!(next(&school), None);
    assert_eq!(school.view().talked(), (9, 9));
}

#[test]
fn a_next_year_has_the_same_people_and_none_of_what_they_said() {
    let mut school = vlinder();
    school.run(&answer(Row::Dyslexie, "p1", Status::OpOrde)).unwrap();
    school.run(&Command::KeepPlan(true)).unwrap();
    let gone = Command::SetPerson { id: "p4".into(), change: PersonChange::Gone(true) };
    school.run(&gone).unwrap();
    let mut next = School::new(super::support::session(2)).unwrap();
    next.run(&school.view().begin_next()).unwrap();
    let (before, after) = (school.view(), next.view());
    assert_eq!((after.name, after.area, after.keeps_plan), (before.name, before.area, true));
    let ids: Vec<_> = after.people.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["p1", "p2", "p3"], "who left does not come along");
    assert!(after.lines.iter().all(|line| line.shown() == Shown::Nothing));
}

#[test]
fn open_steps_come_by_their_day_and_who_advises_does_not_speak_for_the_school() {
    let mut school = vlinder();
    let step = |id: &str, row, due: Option<&str>| Command::AddStep {
        id: id.into(),
        step: NewStep {
            row,
            what: id.into(),
            who: None,
            who_name: String::new(),
            due: due.map(day),
        },
    };
    school.run(&step("later", Row::Planmatig, Some("2026-12-01"))).unwrap();
    school.run(&step("ooit", Row::Planmatig, None)).unwrap();
    school.run(&step("eerst", Row::Afgestemd, Some("2026-11-01"))).unwrap();
    school.run(&step("klaar", Row::Afgestemd, Some("2026-10-01"))).unwrap();
    let done = StepChange::Done(Some(day("2026-10-02")));
    school.run(&Command::SetStep { id: "klaar".into(), change: done }).unwrap();
    let view = school.view();
    let open: Vec<_> = view.open_steps().into_iter().map(|(_, step)| step.id.clone()).collect();
    assert_eq!(open, ["eerst", "later", "ooit"]);
    let late = |on: &str| view.open_steps()[0].1.is_late(day(on));
    assert_eq!([late("2026-11-01"), late("2026-11-02")], [false, true]);
    let speaks = |name: &str| view.person_named(name).map(model::school::Person::speaks);
    assert_eq!([speaks(" anna"), speaks("Cora"), speaks("")], [Some(true), Some(false), None]);
}

#[test]
fn a_file_stands_with_its_row_until_it_is_taken_away_and_comes_back_with_undo() {
    let mut school = vlinder();
    let sealed = replica::blob::Blob {
        id: replica::id::BlobId::from_bytes([3; 16]),
        size: 12,
        hash: [4; 32],
        key: replica::keys::Secret::from_bytes([5; 32]),
    };
    let file = model::attachment::Attachment::new(&sealed, "protocol.pdf", "application/pdf");
    school.run(&Command::Attach { row: Row::Dyslexie, file: file.clone() }).unwrap();
    let files = |school: &School, row| line(&school.view(), row).files.clone();
    assert_eq!(files(&school, Row::Dyslexie), std::slice::from_ref(&file));
    assert!(files(&school, Row::Dyscalculie).is_empty());
    school.run(&Command::Detach { row: Row::Dyslexie, blob: file.blob }).unwrap();
    assert!(files(&school, Row::Dyslexie).is_empty());
    school.undo().unwrap();
    assert_eq!(files(&school, Row::Dyslexie), [file]);
}
