//! What the rules say about a dossier as it is: told what is written down, and nothing about what is not. Make the context for today and
//! the region of the view.

use chrono::NaiveDate;
use rules::rule::Context;

use super::command::{Known, Moment, Part, Side};
use super::standing::Standing;
use super::view::{Receiver, View};
use crate::ask::{Facts, ask};
use crate::ouder::Choice;
use crate::werkgebied::planning::Watch;

/// What the law says about the plan of a pupil (B1 and B10 of the list of what is newer than the plans): in time (L-11), with the parents
/// (L-12), looked back at (L-13), the child heard (L-14), and what stands in it (L-15).
pub fn watch(view: &View, context: &Context<'_>) -> Vec<Watch> {
    let all = [
        ask("L-12", agreed(view), context),
        ask("L-14", heard(view), context),
        ask("L-11", in_time(view), context),
        ask("L-13", looked_back(view), context),
        ask("L-15", holds(view), context),
    ];
    all.into_iter().flatten().collect()
}

/// What the plan of the region says about the plan that is made together; nothing without a region.
pub fn of_plan(view: &View, context: &Context<'_>) -> Vec<Watch> {
    if view.region.is_empty() {
        return Vec::new();
    }
    let all = [
        ask("TOP-02", level(view), context),
        ask("TOP-01", questions(view), context),
        ask("TOP-03", shared(view), context),
        ask("TOP-08", complete(view), context),
        ask("TOP-09", together(view), context),
        ask("TOP-10", gathered(view), context),
    ];
    all.into_iter().flatten().collect()
}

/// What the plan of the region says about who sees it, and along which way; nothing without a region.
pub fn of_seeing(view: &View, writes: bool, context: &Context<'_>) -> Vec<Watch> {
    if view.region.is_empty() {
        return Vec::new();
    }
    let mut charge = Facts::default();
    // Who manages the dossier is of the school, and lets nobody else write without meaning to.
    charge.choice("wie", if writes { "swv" } else { "school" });
    charge.yes_if("school_akkoord", writes);
    let mut way = Facts::default();
    way.choice("weg", "gesloten");
    let mut rules = Facts::default();
    let asked =
        [("reglement", Known::Reglement), ("rechten", Known::Rechten), ("klacht", Known::Klacht)];
    for (field, what) in asked {
        say_known(view, &mut rules, field, what);
    }
    let all = [
        ask("TOP-11", charge, context),
        ask("TOP-12", way, context),
        ask("PRV-02", rules, context),
        ask("PRV-03", Facts::default(), context),
    ];
    all.into_iter().flatten().collect()
}

/// Whether this receiver may have it (PRV-01); nothing without a region.
pub fn of_receiver(view: &View, receiver: &Receiver, context: &Context<'_>) -> Option<Watch> {
    if view.region.is_empty() {
        return None;
    }
    let mut facts = Facts::default();
    let knows = |guardian: &super::view::Guardian| {
        let mut own = view.letters.iter().filter(|one| one.guardian == guardian.id);
        own.any(|one| one.opened.is_some())
    };
    facts.yes_if("weten", view.present().next().is_some() && view.present().all(knows));
    facts.yes_if("voorgesteld", receiver.removed.is_none());
    let present: Vec<_> = view.present().collect();
    let said = |one: &&super::view::Guardian| receiver.answers.get(&one.id).copied();
    if view.may_receive(receiver) {
        facts.yes_no("toestemming", true);
    } else if present.iter().any(|one| said(one) == Some(false)) {
        facts.yes_no("toestemming", false);
    }
    ask("PRV-01", facts, context)
}

/// A parent who said nothing yet is no parent who does not agree; one who does not is enough for a no, however silent the others are.
fn agreed(view: &View) -> Facts {
    let mut facts = Facts::default();
    facts.yes_if("overleg", told_by(view, Side::Ouders));
    say_agreed(view, &mut facts, "eens");
    facts
}

fn say_agreed(view: &View, facts: &mut Facts, field: &'static str) {
    let Some(plan) = view.plan() else { return };
    let choice = |one: Standing| one.last.map(|last| last.choice == Some(Choice::Eens));
    let all: Vec<Option<bool>> = view.standings(&plan.id).into_iter().map(choice).collect();
    if all.contains(&Some(false)) {
        facts.yes_no(field, false);
    } else if !all.is_empty() && !all.contains(&None) {
        facts.yes_no(field, true);
    }
}

/// By the last time that the child was heard for the plan that stands: before it was frozen, and after the one before it. What was said
/// afterwards is for a next one.
fn heard(view: &View) -> Facts {
    let mut facts = Facts::default();
    if let Some(last) = view.heard_for_plan() {
        facts.yes_no("gehoord", true);
        facts.yes_if("eigen_manier", !last.way.is_empty());
        facts.yes_if("hulp", !last.help.is_empty());
        facts.yes_if("uitleg", !last.done_with.is_empty());
        facts.yes_if("vastgelegd", !last.done_with.is_empty());
    }
    facts
}

/// The plan is there once every parent agreed to it.
fn in_time(view: &View) -> Facts {
    let mut facts = Facts::default();
    say_day(&mut facts, "ingeschreven", view.enrolled);
    say_day(&mut facts, "vastgesteld", view.adopted());
    facts
}

fn say_day(facts: &mut Facts, field: &'static str, day: Option<NaiveDate>) {
    if let Some(day) = day {
        facts.date(field, day);
    }
}

fn looked_back(view: &View) -> Facts {
    let mut facts = Facts::default();
    let held = view.hearings.iter().filter(|one| one.moment == Some(Moment::Evalueren));
    let heard: Vec<NaiveDate> = held.filter_map(|one| one.on).collect();
    // Heard at an evaluation is taking part in it.
    match view.known.get(&Known::KindTerug) {
        Some(takes_part) if heard.is_empty() => facts.yes_no("leerling", *takes_part),
        _ => facts.yes_if("leerling", !heard.is_empty()),
    }
    say_known(view, &mut facts, "ouders", Known::OudersTerug);
    let days: Vec<NaiveDate> = heard.into_iter().chain(view.look_back).collect();
    if !days.is_empty() {
        facts.dates("evaluaties", days);
    }
    facts
}

/// What people said themselves; nothing while they did not.
fn say_known(view: &View, facts: &mut Facts, field: &'static str, what: Known) {
    if let Some(yes) = view.known.get(&what) {
        facts.yes_no(field, *yes);
    }
}

fn holds(view: &View) -> Facts {
    let mut facts = Facts::default();
    if let Some(plan) = view.plan() {
        facts.yes_if("begeleiding", view.part_of(&plan.id, Part::Aanpak).is_some());
        facts.yes_if("afwijking", view.part_of(&plan.id, Part::Anders).is_some());
    }
    facts.yes_if("inbreng", view.heard_for_plan().is_some_and(|last| !last.done_with.is_empty()));
    facts
}

fn level(view: &View) -> Facts {
    let mut facts = Facts::default();
    if let Some(level) = view.level {
        facts.number("niveau", level);
    }
    facts
}

/// The five questions, by the names that the rule gives them.
fn questions(view: &View) -> Facts {
    const ASKED: [(Part, &str); 5] = [
        (Part::Vraag, "vraag"),
        (Part::Doelen, "doelen"),
        (Part::Kind, "kind"),
        (Part::Leerkracht, "leerkracht"),
        (Part::Aanpak, "aanpak"),
    ];
    let mut facts = Facts::default();
    if let Some(plan) = view.plan() {
        for (part, field) in ASKED {
            if let Some(says) = view.part_of(&plan.id, part) {
                facts.choice(field, says);
            }
        }
    }
    facts
}

/// A letter that asks about the plan and was opened is a plan that was shared; so is a choice.
fn shared(view: &View) -> Facts {
    let mut facts = Facts::default();
    let Some(plan) = view.plan() else { return facts };
    let is_of = |of: &Option<String>| of.as_deref() == Some(plan.id.as_str());
    let opened = view.letters.iter().any(|one| one.opened.is_some() && is_of(&one.plan));
    let chosen = view.standings(&plan.id);
    facts.yes_if("gedeeld", opened || chosen.iter().any(|one| one.last.is_some()));
    say_agreed(view, &mut facts, "instemming");
    if view.all_agree(&plan.id) {
        say_day(&mut facts, "dag", chosen.into_iter().filter_map(|one| one.last?.on).max());
    }
    facts
}

fn complete(view: &View) -> Facts {
    let mut facts = questions(view);
    say_agreed(view, &mut facts, "instemming");
    facts
}

fn told_by(view: &View, side: Side) -> bool {
    let last = |choice: Option<Choice>| choice.is_some() && side == Side::Ouders;
    view.told.iter().any(|one| one.side == Some(side) && !one.is_still_to_tell())
        || view.agreed.iter().any(|one| last(one.choice))
}

fn together(view: &View) -> Facts {
    let mut facts = Facts::default();
    facts.yes_if("kind", told_by(view, Side::Kind) || !view.hearings.is_empty());
    facts.yes_if("ouders", told_by(view, Side::Ouders));
    facts.yes_if("leerkracht", told_by(view, Side::School));
    facts
}

fn gathered(view: &View) -> Facts {
    let mut facts = Facts::default();
    facts.yes_if("school", told_by(view, Side::School));
    facts.yes_if("ouders", told_by(view, Side::Ouders));
    facts.yes_if("kind", told_by(view, Side::Kind) || !view.hearings.is_empty());
    if let Some(care) = view.care {
        facts.yes_no("zorg_betrokken", care);
    }
    say_known(view, &mut facts, "zorg", Known::Zorg);
    facts
}
