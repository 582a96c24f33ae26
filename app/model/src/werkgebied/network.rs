//! What the rules about netwerkgroepen and the virtual expertise cluster may know: the assignment that was written down, who
//! take part, and what came up in meetings that were held (NWG-01, NWG-02, NWG-05, NWG-06). What is not written down is not
//! a no: it stays missing.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rules::rule::{Answer, Context, explain, rule};

use super::view::View;
use crate::ask::Facts;
use crate::table::Seat;

/// The table whose assignment NWG-01 is about.
pub const NETWORK: &str = "netwerkgroep";

/// The kinds of members that NWG-02 names, and the seat that shows one.
pub(crate) const MEMBERS: [(&str, Seat); 7] = [
    ("ouders", Seat::Ouder),
    ("leerkrachten", Seat::Leerkracht),
    ("ib", Seat::Ib),
    ("zorgcoordinatoren", Seat::Zorgcoordinator),
    ("gemeente", Seat::Gemeente),
    ("zorgpartners", Seat::Zorgpartner),
    ("bestuurders", Seat::Schoolbestuur),
];

/// The goals of the cluster by the field of NWG-06, and the topic under which each comes up.
const GOALS: [(&str, &str); 3] =
    [("nabij", "cluster.nabij"), ("kennis", "cluster.kennis"), ("instroom", "cluster.instroom")];

pub(super) fn facts(view: &View, id: &str, today: NaiveDate, to: &mut Facts) {
    match id {
        "NWG-01" => assigned(view, to),
        "NWG-02" if view.people.iter().any(|one| !one.seats.is_empty()) => {
            for (field, seat) in MEMBERS {
                to.yes_no(field, view.present_people().any(|one| one.seats.contains(&seat)));
            }
        }
        "NWG-06" => {
            let held = || {
                let days = view.own_days().filter(|(meeting, on)| meeting.held && *on <= today);
                days.flat_map(|(meeting, _)| &meeting.topics)
            };
            for (field, topic) in GOALS {
                to.yes_if(field, held().any(|slug| slug == topic));
            }
        }
        _ => {}
    }
}

fn assigned(view: &View, to: &mut Facts) {
    let own = &view.assignment;
    to.yes_if("opdracht", !own.task.is_empty());
    to.yes_if("thema", !own.theme.is_empty());
    to.yes_if("bestuurder", own.settled.is_some());
    if let Some(fits) = own.fits {
        to.yes_no("plan", fits);
    }
    if let Some(term) = own.term {
        to.choice("duur", term.slug());
    }
}

/// NWG-05 over all netwerkgroepen that are here: in how many each consultant has the lead. Consultants are the same when their
/// names are. `all_here` is whether people say that these are all groups there are: else nobody can count.
pub fn leads(views: &[&View], all_here: bool, context: &Context<'_>) -> Option<Answer> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let key = |name: &str| name.trim().to_lowercase();
    for view in views {
        for one in view.present_people().filter(|one| one.seats.contains(&Seat::Consulent)) {
            counts.entry(key(&one.name)).or_default();
        }
    }
    for view in views.iter().filter(|view| view.table == NETWORK) {
        let lead = view.assignment.lead.as_deref().and_then(|id| view.person(id));
        if let Some(count) = lead.and_then(|one| counts.get_mut(&key(&one.name))) {
            *count += 1;
        }
    }
    let mut facts = Facts::default();
    if all_here && !counts.is_empty() {
        facts.counts("netwerkgroepen", counts.into_values().collect());
    }
    let rule = rule("NWG-05")?;
    let sheet = facts.sheet(rule);
    Some(explain(rule, &sheet.facts(), context))
}
