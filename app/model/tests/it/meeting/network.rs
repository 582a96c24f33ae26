//! Netwerkgroepen and the expertise cluster: what their rules hear of what people wrote down and held.

use model::field::Contested;
use model::table::Seat;
use model::werkgebied::network::leads;
use model::werkgebied::planning::watch;
use model::werkgebied::{AssignmentChange, Command, Term, View, Werkgebied};
use rules::parameter::Parameters;
use rules::rule::{Context, Verdict};

use super::support::{copy, day, held, meet, plan, session};

const ON: &str = "2026-03-01";

fn with_context<T>(then: impl FnOnce(&Context<'_>) -> T) -> T {
    let parameters = Parameters::national().unwrap();
    then(&Context::new(day(ON), Some("ppo-nk"), &parameters))
}

fn verdict(view: &View, rule: &str) -> Verdict {
    let all = with_context(|context| watch(view, context));
    all.into_iter().find(|one| one.answer.rule == rule).unwrap().answer.verdict
}

fn group(name: &str, table: &str) -> Werkgebied {
    let mut group = Werkgebied::new(session(1)).unwrap();
    let (name, table, region) = (name.into(), table.into(), "ppo-nk".into());
    group.run(&Command::Start { name, table, region, area: None }).unwrap();
    group
}

fn consultant(to: &mut Werkgebied, id: &str, name: &str) {
    let (id, name) = (id.into(), name.into());
    let seats = vec![Seat::Consulent];
    to.run(&Command::AddPerson { id, name, seats, school: None }).unwrap();
}

fn set(to: &mut Werkgebied, change: AssignmentChange) {
    to.run(&Command::SetAssignment { change }).unwrap();
}

#[test]
fn a_conversation_or_a_group_is_not_the_place_of_what_is_about_all_schools() {
    assert!(group("Heiloo", "werkgebied").view().is_of_all());
    for table in ["meso", "netwerkgroep", "expertisecluster"] {
        assert!(!group("Het Anker", table).view().is_of_all(), "{table}");
    }
}

#[test]
fn a_netwerkgroep_is_settled_once_everything_that_its_rule_asks_is_written_down() {
    let mut group = group("Hoogbegaafdheid", "netwerkgroep");
    assert_eq!(verdict(&group.view(), "NWG-01"), Verdict::Onbekend, "nothing is not a no");
    set(&mut group, AssignmentChange::Task(" Breng het aanbod in beeld ".into()));
    set(&mut group, AssignmentChange::Theme("Hoogbegaafdheid".into()));
    set(&mut group, AssignmentChange::Settled(Some(day("2026-01-12"))));
    set(&mut group, AssignmentChange::Fits(Some(true)));
    assert_eq!(verdict(&group.view(), "NWG-01"), Verdict::Onbekend, "for how long is not said");
    set(&mut group, AssignmentChange::Term(Some(Term::Tijdelijk)));
    assert_eq!(verdict(&group.view(), "NWG-01"), Verdict::Voldoet);
    assert_eq!(group.view().assignment.task, "Breng het aanbod in beeld");
    set(&mut group, AssignmentChange::Settled(None));
    assert_eq!(verdict(&group.view(), "NWG-01"), Verdict::Onbekend);
    group.undo().unwrap();
    set(&mut group, AssignmentChange::Fits(Some(false)));
    assert_ne!(verdict(&group.view(), "NWG-01"), Verdict::Voldoet);
}

#[test]
fn two_assignments_at_once_both_stay_until_somebody_chooses() {
    let mut a = group("Taal", "netwerkgroep");
    let mut b = copy(&a, 2);
    set(&mut a, AssignmentChange::Theme("Taal".into()));
    set(&mut b, AssignmentChange::Theme("Taal en lezen".into()));
    meet(&mut a, &mut b);
    let names: Vec<_> = a
        .view()
        .conflicts
        .iter()
        .map(|one| one.field.name(&a.view(), rules::text::Lang::Nl))
        .collect();
    assert_eq!(names, ["Thema"]);
    assert_eq!(a.view(), b.view());
}

#[test]
fn the_goals_of_the_cluster_are_worked_on_once_they_came_up_in_a_meeting_that_was_held() {
    let mut cluster = group("Cluster", "expertisecluster");
    for (id, on) in [("m1", "2026-01-10"), ("m2", "2026-02-10"), ("m3", "2026-09-10")] {
        let (id, table, on) = (id.into(), "expertisecluster".into(), day(on));
        cluster.run(&Command::PlanMeeting { id, table, on }).unwrap();
    }
    held(&mut cluster, "m1", &["cluster.nabij", "cluster.kennis"], 0);
    assert_eq!(verdict(&cluster.view(), "NWG-06"), Verdict::Onbekend, "one did not come up");
    held(&mut cluster, "m3", &["cluster.instroom"], 0);
    assert_eq!(verdict(&cluster.view(), "NWG-06"), Verdict::Onbekend, "that day is still to come");
    held(&mut cluster, "m2", &["cluster.instroom"], 0);
    assert_eq!(verdict(&cluster.view(), "NWG-06"), Verdict::Voldoet);
    // A meeting of another table in the same planning does not count.
    plan(&mut cluster, "m4", "2026-02-20");
    assert_eq!(verdict(&cluster.view(), "NWG-06"), Verdict::Voldoet);
}

#[test]
fn every_consultant_leads_one_group_and_nobody_counts_before_all_groups_are_here() {
    let (mut one, mut two) = (group("Taal", "netwerkgroep"), group("Gedrag", "netwerkgroep"));
    for group in [&mut one, &mut two] {
        consultant(group, "c1", "Cora");
        consultant(group, "c2", "Daan");
        set(group, AssignmentChange::Lead(Some("c1".into())));
    }
    let says = |one: &Werkgebied, two: &Werkgebied, all| {
        let (one, two) = (one.view(), two.view());
        with_context(|context| leads(&[&one, &two], all, context)).unwrap().verdict
    };
    assert_eq!(says(&one, &two, false), Verdict::Onbekend);
    assert_eq!(says(&one, &two, true), Verdict::MensBeslist, "Cora leads two, Daan none");
    set(&mut two, AssignmentChange::Lead(Some("c2".into())));
    assert_eq!(says(&one, &two, true), Verdict::Voldoet);
}
