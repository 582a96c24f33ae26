//! A question about a child on an agenda: a label, a question, what the parents say, and no name.

use chrono::NaiveDateTime;
use model::afspraken::Register;
use model::dossier::{Asked, AtTable, Command as Write, Dossier, Next, Way, next};
use model::field::Contested;
use model::meeting::agenda::carried;
use model::meeting::capture::shown;
use model::meeting::casus::reveals;
use model::meeting::minutes::minutes;
use model::meeting::{Casus, Command, ItemChange, Meeting, Parents};
use model::ouder::Meets;
use model::out::{ics, markdown};
use model::refused::Refused;
use replica::id::SpaceId;
use rules::parameter::Parameters;
use rules::rule::{Context, Verdict};
use rules::text::Lang;

use super::support::{DOSSIER, begun, copy, day, heiloo, meet, plan, session};

const TABLE: AtTable<'_> = AtTable { space: SpaceId::from_bytes([8; 16]), kind: "netwerkgroep" };

fn dossier() -> Dossier {
    let mut dossier = Dossier::new(session(1)).unwrap();
    let start = Write::Start {
        name: "Noor van den Berg".into(),
        school: "De Vlinder".into(),
        asker: "Anna".into(),
    };
    dossier.run(&start).unwrap();
    for (id, name) in [("o1", "Fatma Yılmaz"), ("o2", "Emre")] {
        let parent =
            Write::AddGuardian { id: id.into(), name: name.into(), relation: "ouder".into() };
        dossier.run(&parent).unwrap();
    }
    dossier
}

fn propose(dossier: &mut Dossier) -> String {
    let id = dossier.view().new_table_id(TABLE);
    let propose = Write::Propose {
        id: id.clone(),
        name: "Netwerkgroep".into(),
        why: String::new(),
        on: day("2026-03-01"),
    };
    dossier.run(&propose).unwrap();
    id
}

fn say(dossier: &mut Dossier, id: &str, guardian: &str, yes: bool) {
    let on = day("2026-03-02");
    let (id, guardian, yes) = (id.into(), guardian.into(), Some(yes));
    let allow = Write::Allow { id, guardian, yes, on, way: Way::AanTafel };
    dossier.run(&allow).unwrap();
}

fn bring(dossier: &Dossier, label: &str, question: &str) -> Result<Command, Refused> {
    dossier.view().bring(&Asked { dossier: DOSSIER, table: TABLE, label, question })
}

fn verdict(dossier: &Dossier) -> Verdict {
    let parameters = Parameters::national().unwrap();
    let context = Context::new(day("2026-03-01"), Some("ppo-nk"), &parameters);
    dossier.view().watch_table(TABLE, &context).unwrap().verdict
}

fn sitting() -> Meeting {
    let mut heiloo = heiloo();
    plan(&mut heiloo, "m1", "2026-03-05");
    begun(&heiloo, "m1", 1)
}

fn by_hand(label: &str, question: &str) -> Command {
    let casus = Casus { label: label.into(), question: question.into(), ..Casus::default() };
    Command::AddCasus { id: "h".into(), casus, minutes: 10, proposed: false }
}

#[test]
fn nothing_goes_to_a_table_before_every_parent_said_yes() {
    let mut dossier = dossier();
    let ask = |dossier: &Dossier| bring(dossier, "Casus A", "Hoe lukt rekenen in de klas?");
    assert!(matches!(ask(&dossier), Err(Refused::NotPossible(_))));
    assert_eq!(verdict(&dossier), Verdict::Onbekend);
    let id = propose(&mut dossier);
    say(&mut dossier, &id, "o1", true);
    assert!(ask(&dossier).is_err());
    say(&mut dossier, &id, "o2", false);
    assert_eq!(dossier.view().parents_about(TABLE), Some(Parents::Nee));
    assert!(ask(&dossier).is_err());
    say(&mut dossier, &id, "o2", true);
    assert!(ask(&dossier).is_ok());
    assert_eq!(verdict(&dossier), Verdict::Voldoet);
    // Taken off the list: asked anew, under another id, and not before.
    dossier.run(&Write::Remove { id: id.clone(), on: day("2026-03-02") }).unwrap();
    assert!(ask(&dossier).is_err());
    assert_ne!(propose(&mut dossier), id);
    assert!(ask(&dossier).is_err());
}

#[test]
fn no_name_of_the_dossier_comes_along() {
    let mut dossier = dossier();
    let id = propose(&mut dossier);
    ["o1", "o2"].into_iter().for_each(|one| say(&mut dossier, &id, one, true));
    for (label, question) in [
        ("Noor", "Wat helpt?"),
        ("Casus A", "Wat helpt noors klas?"),
        ("Casus A", "Wat helpt Noor's klas?"),
        ("Casus A", "Familie BERG vraagt hulp"),
        ("Casus A", "Moeder yilmaz vraagt hulp"),
    ] {
        assert!(
            matches!(bring(&dossier, label, question), Err(Refused::NotPossible(_))),
            "{label} {question}"
        );
    }
    assert_eq!(bring(&dossier, "Casus A", "  "), Err(Refused::NoText));
    assert!(bring(&dossier, "Casus A", "Wat kan van de week al, in het lokaal?").is_ok());
    assert!(reveals("bij Sem", &["Sem"]) && !reveals("seminar", &["Sem"]));
    for (text, name) in [
        ("Wat helpt Noor?", "noor de vries"),
        ("familie Vries", "noor de vries"),
        ("Wat helpt Noortje?", "Noor"),
        ("vader Lukasz", "Łukasz Wąs"),
        ("moeder İpek", "ipek"),
        ("moeder ipek", "İpek"),
        ("bij Zoe", "Zoe\u{308}"),
    ] {
        assert!(reveals(text, &[name]), "{text}: {name}");
    }
    assert!(!reveals(
        "Wat kan de school van het kind doen?",
        &["noor van de berg", "Ali el Amrani"]
    ));
}

#[test]
fn a_casus_waits_for_the_chair_and_stands_on_an_agenda_once() {
    let mut dossier = dossier();
    let id = propose(&mut dossier);
    ["o1", "o2"].into_iter().for_each(|one| say(&mut dossier, &id, one, true));
    let command = bring(&dossier, "Casus A", "Hoe lukt rekenen in de klas?").unwrap();
    let mut meeting = sitting();
    meeting.run(&command).unwrap();
    assert_eq!(meeting.run(&command), Err(Refused::Exists));
    let view = meeting.view();
    let waits = view.proposals[0].casus.clone().unwrap();
    assert_eq!((waits.dossier, waits.parents), (Some(DOSSIER), Some(Parents::Akkoord)));
    assert_eq!(view.proposals[0].called(Lang::Nl), "Casus A");
    assert_eq!(view.next_label(Lang::Nl), "Casus B");
}

#[test]
fn the_words_of_a_casus_from_a_dossier_change_in_that_dossier_only() {
    let mut dossier = dossier();
    let id = propose(&mut dossier);
    ["o1", "o2"].into_iter().for_each(|one| say(&mut dossier, &id, one, true));
    let mut meeting = sitting();
    meeting.run(&bring(&dossier, "Casus A", "Hoe lukt rekenen in de klas?").unwrap()).unwrap();
    let item = Casus::item_id(DOSSIER);
    for change in [
        ItemChange::Label("Noor".into()),
        ItemChange::Question("Wat helpt Noor?".into()),
        ItemChange::Parents(Some(Parents::Akkoord)),
    ] {
        let change = Command::SetItem { id: item.clone(), change };
        assert!(matches!(meeting.run(&change), Err(Refused::NotPossible(_))));
    }
    say(&mut dossier, &id, "o2", false);
    assert_eq!(next(&dossier.view(), day("2026-03-02")), Next::ChooseQuestions);
    let ask = Write::Ask { id: "v1".into(), question: None, own: "Hoe gaat het?".into() };
    dossier.run(&ask).unwrap();
    dossier.run(&Write::Sees("Anna".into())).unwrap();
    assert_eq!(next(&dossier.view(), day("2026-03-02")), Next::TellTable);
    meeting.run(&dossier.view().tell_table(DOSSIER, TABLE)).unwrap();
    let casus = |meeting: &Meeting| meeting.view().item(&item).unwrap().casus.clone().unwrap();
    assert_eq!(casus(&meeting).parents, Some(Parents::Nee));
    assert_eq!(casus(&meeting).question, "Hoe lukt rekenen in de klas?");
    let carried = carried(&[("m1", &meeting.view())], &|_, _| false);
    let again = carried.iter().find(|one| one.id == item).unwrap();
    assert_eq!(again.casus.as_ref().unwrap().parents, None, "said of that meeting");
    let off = dossier.view().table_refused(TABLE, day("2026-03-02")).unwrap();
    dossier.run(&off).unwrap();
    assert_ne!(next(&dossier.view(), day("2026-03-02")), Next::TellTable);
}

#[test]
fn a_casus_by_hand_has_a_label_a_question_and_what_the_parents_say() {
    let mut meeting = sitting();
    meeting.run(&by_hand("Casus A", "Wat kan de klas doen?")).unwrap();
    let casus = meeting.view().item("h").unwrap().casus.clone().unwrap();
    assert_eq!((casus.question.as_str(), casus.parents), ("Wat kan de klas doen?", None));
    let parameters = Parameters::national().unwrap();
    let context = Context::new(day("2026-03-01"), Some("ppo-nk"), &parameters);
    assert_eq!(casus.watch(&context).unwrap().verdict, Verdict::Onbekend);
    let set = |change| Command::SetItem { id: "h".into(), change };
    meeting.run(&set(ItemChange::Parents(Some(Parents::Akkoord)))).unwrap();
    meeting.run(&set(ItemChange::Question("Wat kan de school doen?".into()))).unwrap();
    let casus = meeting.view().item("h").unwrap().casus.clone().unwrap();
    assert_eq!(casus.question, "Wat kan de school doen?");
    assert_eq!(casus.watch(&context).unwrap().verdict, Verdict::Voldoet);
    let other = ItemChange::Label("Casus B".into());
    let wrong = Command::SetItem { id: "vast.rondvraag".into(), change: other };
    assert!(matches!(meeting.run(&wrong), Err(Refused::NotPossible(_))));
    let note = Command::Note { item: Some("h".into()), base: String::new(), text: "x".into() };
    assert_eq!(meeting.run(&note), Err(Refused::InDossier));
}

#[test]
fn paper_calendar_and_projector_say_nothing_of_a_casus() {
    let mut meeting = sitting();
    meeting.run(&by_hand("Etiketje", "Vraagje?")).unwrap();
    meeting.run(&Command::Now { item: "h".into(), at: 0 }).unwrap();
    let (view, register) = (meeting.view(), Register::default());
    let made = minutes("m1", &view, &register, Lang::Nl);
    let all = format!(
        "{:?} {:?} {} {}",
        shown("m1", &view, &register, 0, Lang::Nl),
        made,
        markdown::minutes(&made, Lang::Nl),
        ics::calendar(&[ics::meeting("m1", &view, Lang::Nl).unwrap()], NaiveDateTime::default()),
    );
    assert!(!all.contains("Etiketje") && !all.contains("Vraagje"), "{all}");
}

#[test]
fn two_that_change_the_question_at_the_same_time_give_a_choice() {
    let mut a = sitting();
    a.run(&by_hand("Casus A", "Een?")).unwrap();
    let mut b = copy(&a, 2);
    let ask =
        |text: &str| Command::SetItem { id: "h".into(), change: ItemChange::Question(text.into()) };
    a.run(&ask("Twee?")).unwrap();
    b.run(&ask("Drie?")).unwrap();
    meet(&mut a, &mut b);
    let view = a.view();
    assert_eq!((view.conflicts.len(), b.view().conflicts.len()), (1, 1));
    assert_eq!(view.conflicts[0].field.name(&view, Lang::Nl), "Casus A: Vraag aan de tafel");
}

/// A space may hold several tables, with other people at each.
#[test]
fn a_yes_to_one_table_is_no_yes_to_another_in_the_same_space() {
    let mut dossier = dossier();
    let id = propose(&mut dossier);
    say(&mut dossier, &id, "o1", true);
    say(&mut dossier, &id, "o2", true);
    assert_eq!(dossier.view().parents_about(TABLE), Some(Parents::Akkoord));
    let other = AtTable { kind: "mdo", ..TABLE };
    assert_eq!(dossier.view().parents_about(other), None);
    assert_eq!(Meets::of(&id), Some(Meets::Netwerkgroep));
    assert_eq!(Meets::of(&dossier.view().new_table_id(other)), Some(Meets::Mdo));
    assert_eq!(Meets::of("tafel-08/1"), Some(Meets::Ander), "from before kinds were told apart");
    assert_eq!(Meets::of("r1"), None);
}
