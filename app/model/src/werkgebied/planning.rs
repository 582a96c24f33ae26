//! The year planning: what the rules say about this werkgebied today, what was skipped, and how long each returning topic
//! has not been on the agenda. Rules decide; this only tells them what the document knows.

use std::collections::{BTreeMap, BTreeSet};

use replica::gather::Gather;

use chrono::NaiveDate;
use rules::order::Order;
use rules::rule::{Answer, Context, explain, rule};
use rules::text::Text;

use super::command::{PlanAbout, SchoolKind};
use super::network;
use super::view::{MeetingLine, View};
use crate::ask::Facts;
use crate::table::{Seat, Topic, topics};

/// What a rule that watches the werkgebied answers.
#[derive(Clone, Debug)]
pub struct Watch {
    pub answer: Answer,
    /// Whether somebody should do something: it fails, or it says that there is something to look at.
    pub due: bool,
    /// Whether the document does not know enough to say.
    pub unanswered: bool,
}

/// How long a returning topic has not been on the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicAge {
    pub topic: Topic,
    /// The day of the latest meeting at which it came up.
    pub last: Option<NaiveDate>,
    /// Days since then; nothing when it never came up, as far as is written down.
    pub days: Option<i64>,
    /// Meetings held since then at which it did not come up.
    pub skipped: usize,
}

/// A new agenda item that a rule asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub rule: &'static str,
    pub title: Text,
}

/// The rules that watch a werkgebied, in the order of the registry. WGB-01 is about all of them together, so that one alone
/// does not know the answer.
const OF_A_WERKGEBIED: &[&str] = &[
    "WGB-01", "WGB-02", "WGB-03", "WGB-04", "WGB-05", "WGB-06", "WGB-14", "WGB-15", "WGB-16",
    "WGB-17", "WGB-18",
];
/// The rules about how often other tables meet and what they renew.
const OF_OTHERS: &[(&str, &[&str])] = &[
    ("meso", &["KWA-09"]),
    ("netwerkgroep", &["NWG-01", "NWG-02", "WGB-14"]),
    ("expertisecluster", &["NWG-06"]),
];

/// The rules that watch this table over the year.
pub fn watching(table: &str) -> &'static [&'static str] {
    match table {
        "werkgebied" => OF_A_WERKGEBIED,
        _ => OF_OTHERS.iter().find(|(slug, _)| *slug == table).map_or(&[], |(_, rules)| *rules),
    }
}

/// What every rule that watches says. Make the context for today and the region of the view; where people keep to a plan
/// that has ended, this keeps to it too.
pub fn watch(view: &View, context: &Context<'_>) -> Vec<Watch> {
    let context = kept(view, context);
    let one = |id: &&str| crate::ask::ask(id, facts(view, id, context.today), &context);
    watching(&view.table).iter().filter_map(one).collect()
}

/// The context in which rules speak here: people may keep to a plan that has ended.
pub(crate) fn kept<'a>(view: &View, context: &Context<'a>) -> Context<'a> {
    if view.keeps_plan { context.clone().keeping() } else { context.clone() }
}

/// WGB-01 over all werkgebieden of a region that are here: every regular school in exactly one. `without` is how many schools
/// have none; nothing when nobody knows. Schools are the same when their names are.
pub fn partition(views: &[&View], without: Option<i64>, context: &Context<'_>) -> Option<Answer> {
    let regular = |view: &View| {
        let schools = view.present_schools().filter(|one| one.kind == SchoolKind::Regulier);
        schools.map(|one| one.name.trim().to_lowercase()).gather::<BTreeSet<String>>()
    };
    let areas: Vec<BTreeSet<String>> = views.iter().map(|view| regular(view)).collect();
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    areas.iter().flatten().for_each(|name| *times.entry(name).or_default() += 1);
    let mut facts = Facts::default();
    facts.counts("scholen", areas.iter().map(BTreeSet::len).collect());
    if let Some(without) = without {
        facts.number("zonder", without);
    }
    facts.count("dubbel", times.values().filter(|times| **times > 1).count());
    let rule = rule("WGB-01")?;
    let sheet = facts.sheet(rule);
    Some(explain(rule, &sheet.facts(), context))
}

/// What is due, as new agenda items. How often and with whom is met is no item: that is arranged, not discussed.
pub fn suggestions(watches: &[Watch]) -> Vec<Suggestion> {
    const DISCUSSED: [&str; 5] = ["WGB-14", "WGB-15", "WGB-16", "WGB-17", "WGB-18"];
    let due = watches.iter().filter(|watch| watch.due && DISCUSSED.contains(&watch.answer.rule));
    let one = |watch: &Watch| {
        let rule = rule(watch.answer.rule)?;
        Some(Suggestion { rule: rule.id, title: rule.title })
    };
    due.filter_map(one).collect()
}

/// How long each topic of the table, and each regional one, has not come up; the longest first, never first of all.
pub fn ages(view: &View, today: NaiveDate) -> Vec<TopicAge> {
    let held: Vec<(&MeetingLine, NaiveDate)> =
        view.own_days().filter(|(meeting, on)| meeting.held && *on <= today).collect();
    let returns = |topic: &Topic| topic.rule == "WGB-05" || topic.rule == "WGB-06";
    let age = |topic: Topic| {
        let came_up = |meeting: &MeetingLine| meeting.topics.iter().any(|slug| slug == topic.slug);
        let last = held.iter().filter(|(meeting, _)| came_up(meeting)).map(|(_, on)| *on).max();
        let since = held.iter().filter(|(_, on)| last.is_none_or(|last| *on > last));
        TopicAge {
            last,
            days: last.map(|last| (today - last).num_days()),
            skipped: since.count(),
            topic,
        }
    };
    let mut ages: Vec<TopicAge> = topics().into_iter().filter(returns).map(age).collect();
    ages.order_by_key(|age| (age.last.is_some(), age.last));
    ages
}

/// What the document knows about the fields of a rule; what it does not know stays missing.
fn facts(view: &View, id: &str, today: NaiveDate) -> Facts {
    let mut facts = Facts::default();
    let seats = |seat: Seat| view.present_people().filter(|one| one.seats.contains(&seat)).count();
    let last = view.own_days().filter(|(meeting, on)| meeting.held && *on <= today);
    let last = last.max_by_key(|(_, on)| *on).map(|(meeting, _)| meeting);
    match id {
        "WGB-02" if view.people.iter().any(|one| !one.seats.is_empty()) => {
            facts.count("consulenten", seats(Seat::Consulent));
            facts.count("coaches", seats(Seat::Coach));
        }
        "WGB-03" | "KWA-09" => {
            // A day that has passed counts when the meeting was held; a day to come when it was not cancelled.
            let counts = |meeting: &MeetingLine, on: NaiveDate| meeting.held || on > today;
            let days = view.own_days().filter(|(meeting, on)| counts(meeting, *on));
            let name = if id == "WGB-03" { "vergaderingen" } else { "gesprekken" };
            facts.dates(name, days.map(|(_, on)| on).collect());
        }
        "WGB-04" => {
            if let Some(last) = last {
                for (field, seat) in [
                    ("schoolleiders", Seat::Schoolleider),
                    ("ib", Seat::Ib),
                    ("consulent", Seat::Consulent),
                    ("coaches", Seat::Coach),
                ] {
                    facts.yes_no(field, last.seats.contains(&seat));
                }
            }
        }
        "WGB-05" | "WGB-06" => {
            if let (Some(last), Some(rule)) = (last, rule(id)) {
                for field in rule.fields {
                    facts.yes_no(field.name, last.topics.iter().any(|slug| slug == field.name));
                }
            }
        }
        "WGB-14" => {
            if let Some(memo) = view.memo {
                facts.date("memo", memo);
            }
        }
        "NWG-01" | "NWG-02" | "NWG-06" => network::facts(view, id, today, &mut facts),
        _ => of_schools(view, id, &mut facts),
    }
    facts
}

fn of_schools(view: &View, id: &str, facts: &mut Facts) {
    let plan = |about: PlanAbout| view.plans.iter().find(|one| !one.gone && one.about == about);
    let any_school = view.present_schools().next().is_some();
    match id {
        "WGB-15" if any_school => {
            let special = view.present_schools().any(|one| one.kind != SchoolKind::Regulier);
            facts.yes_no("doet_mee", special);
        }
        "WGB-16" => {
            let offers = view.present_schools().filter(|one| one.gifted == Some(true)).count();
            if offers > 0 || (any_school && view.present_schools().all(|one| one.gifted.is_some()))
            {
                facts.count("eigen", offers);
            }
            if let Some(schools) = view.gifted_elsewhere {
                facts.number("combinatie", schools);
            }
        }
        "WGB-17" => {
            if let Some(plan) = plan(PlanAbout::Hoogbegaafdheid) {
                facts.yes_no("plan", plan.adopted.is_some());
                if let Some(helped) = plan.helped {
                    facts.yes_no("netwerkgroep", helped);
                }
            }
        }
        "WGB-18" => {
            if let Some(plan) = plan(PlanAbout::Inclusiever) {
                facts.yes_no("stappen", plan.adopted.is_some());
            }
            if view.present_people().next().is_some() {
                facts.yes_no("contactkaart", !view.contacts("").is_empty());
            }
        }
        _ => {}
    }
}
