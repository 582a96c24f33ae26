//! What the rules say about one meeting: who should be there, and what it should be about.

use rules::rule::{Answer, Context, explain, rule};

use super::command::Presence;
use super::view::View;
use crate::ask::Facts;
use crate::table::{Seat, table};
use crate::werkgebied::network::MEMBERS;

/// The answers of the rules that watch this kind of meeting, as far as the meeting itself can tell. `municipalities` is how
/// many take part in the region, for the OOGO. Of who is not marked present nothing is said until somebody is. Where people keep to a plan that
/// has ended, give a context that does so too (`Context::keeping`).
pub fn watch(view: &View, municipalities: Option<usize>, context: &Context<'_>) -> Vec<Answer> {
    let rules = table(&view.table).map_or(&[][..], |table| table.rules);
    let one = |id: &&str| {
        let rule = rule(id)?;
        let sheet = facts(view, id, municipalities)?.sheet(rule);
        Some(explain(rule, &sheet.facts(), context))
    };
    rules.iter().filter_map(one).collect()
}

/// Nothing for a rule that is about more than one meeting.
fn facts(view: &View, id: &str, municipalities: Option<usize>) -> Option<Facts> {
    let present = || view.people.iter().filter(|one| one.presence == Some(Presence::Aanwezig));
    let known = present().next().is_some();
    let taken = |seat: Seat| present().any(|one| one.seats.contains(&seat));
    let mut facts = Facts::default();
    let mut seats = |all: &[(&'static str, Seat)]| {
        if known {
            all.iter().for_each(|(field, seat)| facts.yes_no(field, taken(*seat)));
        }
    };
    match id {
        "WGB-04" => seats(&[
            ("schoolleiders", Seat::Schoolleider),
            ("ib", Seat::Ib),
            ("consulent", Seat::Consulent),
            ("coaches", Seat::Coach),
        ]),
        "NWG-02" => seats(&MEMBERS),
        "NWG-06" => topics(view, "cluster.", &["nabij", "kennis", "instroom"], &mut facts),
        "GEM-01" => {
            seats(&[("po", Seat::DirecteurBestuurder), ("vo", Seat::BestuurderVo)]);
            if let Some(all) = municipalities {
                facts.count("gemeenten", all);
            }
            if known {
                let there = present().filter(|one| one.seats.contains(&Seat::Wethouder));
                facts.count("vertegenwoordigd", there.count());
            }
        }
        "KWA-10" => {
            seats(&[("coach", Seat::Coach)]);
            topics(view, "meso.", &["ondersteuningsvragen", "samenwerking"], &mut facts);
        }
        "WGB-05" | "WGB-06" => {
            let fields = rule(id).map_or(&[][..], |rule| rule.fields);
            let names: Vec<&'static str> = fields.iter().map(|field| field.name).collect();
            topics(view, "", &names, &mut facts);
        }
        _ => return None,
    }
    Some(facts)
}

/// Whether a topic stands on the agenda; before there is one nothing is said.
fn topics(view: &View, prefix: &str, names: &[&'static str], facts: &mut Facts) {
    if view.items.is_empty() {
        return;
    }
    for name in names {
        let slug = format!("{prefix}{name}");
        facts.yes_no(name, view.items.iter().any(|item| item.topic.as_ref() == Some(&slug)));
    }
}
