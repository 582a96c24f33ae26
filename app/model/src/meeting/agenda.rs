//! Making an agenda: the template of the table, everything that earlier meetings did not finish, and what the rules say is
//! due. Open actions need no copy: they stand in `afspraken` and are asked for there.

use std::collections::BTreeSet;

use rules::text::{Lang, Text, t};

use super::casus::Casus;
use super::command::{Carried, ItemKind, NewItem, Seated, Start};
use super::view::{Item, View};
use crate::table::{Table, topic};
use crate::werkgebied::planning::Suggestion;
use crate::werkgebied::{MeetingLine, View as Werkgebied};

/// A fixed item of every agenda: its id, its title, whether it asks for a decision, its minutes.
type Fixed = (&'static str, Text, ItemKind, u16);

const BEGIN: [Fixed; 4] = [
    (
        "vast.opening",
        t("Opening en wie er zijn", "Opening and who is here"),
        ItemKind::Informeren,
        3,
    ),
    (
        "vast.verslag",
        t("Verslag van de vorige keer", "Minutes of last time"),
        ItemKind::Besluiten,
        5,
    ),
    ("vast.acties", t("Openstaande acties", "Open actions"), ItemKind::Bespreken, 10),
    ("vast.mededelingen", t("Mededelingen", "Announcements"), ItemKind::Informeren, 5),
];
const END: [Fixed; 2] = [
    ("vast.rondvraag", t("Rondvraag", "Any other business"), ItemKind::Bespreken, 5),
    (
        "vast.volgende",
        t("Volgende keer en afspraken teruglezen", "Next time and reading back what was agreed"),
        ItemKind::Informeren,
        5,
    ),
];

/// What an agenda is made from.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The meeting as it is planned.
    pub line: &'a MeetingLine,
    pub table: &'static Table,
    pub werkgebied: &'a Werkgebied,
    /// What stands between year and number in the number of a decision.
    pub code: &'a str,
    /// What is due, from `planning::suggestions`.
    pub due: &'a [Suggestion],
    /// What earlier meetings did not finish, from `carried`.
    pub carried: &'a [Carried],
    /// The language in which titles are written down.
    pub lang: Lang,
}

/// The agenda to begin with. The same ground gives the same agenda, with the same ids, on every device.
pub fn draft(ground: &Ground<'_>) -> Start {
    let Ground { line, table, werkgebied, lang, .. } = *ground;
    let fixed = |(id, title, kind, minutes): Fixed| {
        (id.to_owned(), item(title.get(lang), kind, minutes, |item| item.fixed = true))
    };
    let topics = table.topics.iter().filter_map(|slug| topic(slug)).map(|topic| {
        let made = item(topic.title.get(lang), ItemKind::Bespreken, topic.minutes, |item| {
            item.topic = Some(topic.slug.to_owned());
            item.rule = Some(topic.rule.to_owned()).filter(|rule| !rule.is_empty());
            item.fixed = true;
        });
        (format!("onderwerp.{}", topic.slug), made)
    });
    let due = ground.due.iter().map(|due| {
        let made = item(due.title.get(lang), ItemKind::Bespreken, 10, |item| {
            item.rule = Some(due.rule.to_owned());
        });
        (format!("regel.{}", due.rule), made)
    });
    let carried = ground.carried.iter().map(|one| one.id.clone());
    let begin: Vec<(String, NewItem)> = BEGIN.into_iter().map(fixed).collect();
    let middle: Vec<(String, NewItem)> = topics.chain(due).collect();
    let end: Vec<(String, NewItem)> = END.into_iter().map(fixed).collect();
    // What was carried over comes before the topics, and takes the place of a topic with the same id.
    let ids = |all: &[(String, NewItem)]| all.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
    let mut seen = BTreeSet::new();
    let order = ids(&begin).into_iter().chain(carried).chain(ids(&middle)).chain(ids(&end));
    let order: Vec<String> = order.filter(|id| seen.insert(id.clone())).collect();
    let people = werkgebied.present_people().map(|person| Seated {
        id: person.id.clone(),
        name: person.name.clone(),
        seats: person.seats.iter().copied().collect(),
        school: person.school.clone(),
    });
    Start {
        table: table.slug.to_owned(),
        title: line.title.clone(),
        area: werkgebied.name.clone(),
        code: ground.code.to_owned(),
        on: line.on,
        at: line.at,
        minutes: line.minutes,
        location: line.location.clone(),
        schools: werkgebied
            .present_schools()
            .map(|school| (school.id.clone(), school.name.clone()))
            .collect(),
        people: people.filter(|person| !person.name.trim().is_empty()).collect(),
        items: begin.into_iter().chain(middle).chain(end).collect(),
        carried: ground.carried.to_vec(),
        order,
    }
}

fn item(title: &str, kind: ItemKind, minutes: u16, change: impl FnOnce(&mut NewItem)) -> NewItem {
    let mut item = NewItem {
        title: title.to_owned(),
        kind,
        minutes,
        by: None,
        ask: String::new(),
        topic: None,
        rule: None,
        fixed: false,
    };
    change(&mut item);
    item
}

/// What earlier meetings did not finish. `earlier` are the meetings of this table before the new one, oldest first, each
/// with its id; `decided` says whether there is a decision on an item of a meeting (`Register::is_decided`). The last meeting that an item stood on the agenda
/// of says whether it is finished. Proposals that nobody took in come along too.
pub fn carried(earlier: &[(&str, &View)], decided: &dyn Fn(&str, &Item) -> bool) -> Vec<Carried> {
    let mut carried: Vec<Carried> = Vec::new();
    for (meeting, view) in earlier {
        // Items of this meeting first lose the place that an earlier meeting gave them.
        carried.retain(|one| view.items.iter().chain(&view.removed).all(|item| item.id != one.id));
        let open = view.items.iter().chain(&view.proposals).filter(|item| !decided(meeting, item));
        carried.extend(open.filter(|item| unfinished(item)).map(|item| again(meeting, item)));
    }
    carried
}

/// Whether an item still has to be dealt with. What stands on every agenda comes back by itself, unless a decision was
/// asked or people said that it goes on.
pub fn unfinished(item: &Item) -> bool {
    let comes_back = item.fixed && item.ask.is_empty();
    item.postponed || (!item.done && !comes_back)
}

/// What parents said was about that meeting: the dossier says anew what they say now.
fn asked_anew(casus: Casus) -> Casus {
    let parents = casus.parents.filter(|_| casus.dossier.is_none());
    Casus { parents, ..casus }
}

fn again(meeting: &str, item: &Item) -> Carried {
    Carried {
        id: item.id.clone(),
        from: meeting.to_owned(),
        times: item.times.saturating_add(1),
        item: NewItem {
            title: item.title.clone(),
            kind: item.kind,
            minutes: item.minutes,
            by: item.by.clone(),
            ask: item.ask.clone(),
            topic: item.topic.clone(),
            rule: item.rule.clone(),
            fixed: item.fixed,
        },
        casus: item.casus.clone().map(asked_anew),
        files: item.files.clone(),
    }
}

/// More than this many times carried over is shown as such (VERG-1).
pub const OFTEN: u32 = 2;

/// What was carried over too often to go unnoticed.
pub fn flagged(view: &View) -> impl Iterator<Item = &Item> {
    view.items.iter().map(|item| &**item).filter(|item| item.times > OFTEN)
}
