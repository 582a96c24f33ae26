//! The fields of a werkgebied in the words of the screen, for a choice between two values.

use rules::money::Money;
use rules::notation;
use rules::text::{Lang, Text, t};

use super::command::{Command, Field, PlanAbout, SchoolKind, Term};
use super::layout;
use super::view::View;
use crate::field::{Choice, Contested};
use crate::table::{Seat, table};
use crate::words::plain;

impl Contested for Field {
    type View = View;
    type Command = Command;

    /// What a person calls it: "De Vlinder: Schoolbestuur". A name that this version does not know stays as it is written.
    fn name(&self, view: &View, lang: Lang) -> String {
        let within = |whole: Option<&str>, id: &str, name: &str| {
            format!("{}: {}", whole.unwrap_or(id), title(name, lang))
        };
        match self {
            Self::Itself(name) => title(name, lang),
            Self::School { id, name } => within(view.school(id).map(|one| &*one.name), id, name),
            Self::Person { id, name } => within(view.person(id).map(|one| &*one.name), id, name),
            Self::Plan { id, name } => {
                let plan = view.plans.iter().find(|plan| plan.id == *id);
                within(plan.map(|one| &*one.title), id, name)
            }
            Self::Meeting { id, name } => {
                let meeting = view.meetings.iter().find(|meeting| meeting.id == *id);
                let on = meeting.and_then(|one| one.on).map(|on| notation::date(on, lang));
                within(on.as_deref(), id, name)
            }
            Self::Budget(name) => match layout::budget_name(name) {
                Some((year, true)) => {
                    format!("{} {year}", t("Fricties", "Frictions").get(lang))
                }
                Some((year, false)) => format!("{} {year}", t("Budget", "Budget").get(lang)),
                None => name.clone(),
            },
        }
    }

    fn value(&self, choice: &Choice, view: &View, lang: Lang) -> String {
        let slug = choice.value.text().unwrap_or_default();
        let label = match self {
            Field::Budget(_) => {
                return choice.value.int().map_or_else(
                    || plain(&choice.value, lang),
                    |cents| notation::money(Money::cents(cents), lang),
                );
            }
            Field::School { name, .. } if name == layout::KIND => {
                SchoolKind::from_slug(slug).map(SchoolKind::label)
            }
            Field::Plan { name, .. } if name == layout::ABOUT => {
                PlanAbout::from_slug(slug).map(PlanAbout::label)
            }
            Field::Itself(name) | Field::Meeting { name, .. } if name == layout::TABLE => {
                table(slug).map(|table| table.title)
            }
            Field::Itself(name) if name == layout::TERM => Term::from_slug(slug).map(Term::label),
            Field::Itself(name) if name == layout::LEAD => {
                let person = view.person(slug).map(|person| person.name.clone());
                return person.unwrap_or_else(|| slug.to_owned());
            }
            Field::Person { name, .. } if name == layout::SCHOOL => {
                let school = view.school(slug).map(|school| school.name.clone());
                return school.unwrap_or_else(|| slug.to_owned());
            }
            _ => None,
        };
        label.map_or_else(|| plain(&choice.value, lang), |text| text.get(lang).to_owned())
    }

    fn choose(self, write: String) -> Command {
        Command::Choose { field: self, write }
    }
}

fn title(name: &str, lang: Lang) -> String {
    let seat = layout::seat_of(name).and_then(Seat::from_slug).map(Seat::label);
    let line =
        layout::expertise_of(name).map(|_| t("Waarvoor je kunt benaderen", "What to ask for"));
    seat.or(line).or_else(|| known(name)).map_or(name.to_owned(), |text| text.get(lang).to_owned())
}

fn known(name: &str) -> Option<Text> {
    Some(match name {
        layout::NAME => t("Naam", "Name"),
        layout::TABLE => t("Soort overleg", "Kind of meeting"),
        layout::REGION => t("Samenwerkingsverband", "Samenwerkingsverband"),
        layout::AREA => t("Werkgebied", "Werkgebied"),
        layout::KEEPS => t("Plan aanhouden", "Keep to the plan"),
        layout::MEMO => t("Memo met beleidskaders", "Memo with the policy framework"),
        layout::GIFTED_ELSEWHERE => t(
            "Scholen voor hoogbegaafdheid in de combinatie",
            "Schools for giftedness in the combination",
        ),
        layout::TASK => t("Opdracht", "Assignment"),
        layout::THEME => t("Thema", "Theme"),
        layout::TERM => t("Hoe lang de groep bestaat", "How long the group exists"),
        layout::SETTLED => {
            t("Bepaald met de directeur-bestuurder op", "Settled with the directeur-bestuurder on")
        }
        layout::FITS => t("Past bij de plannen", "Fits the plans"),
        layout::LEAD => t("Wie de regie heeft", "Who has the lead"),
        layout::KIND => t("Soort school", "Kind of school"),
        layout::BOARD => t("Schoolbestuur", "School board"),
        layout::GIFTED => t("Aanbod hoogbegaafdheid", "Offer for giftedness"),
        layout::GONE => t("Doet niet meer mee", "Takes no part any more"),
        layout::SCHOOL => t("School", "School"),
        layout::ORGANISATION => t("Organisatie", "Organisation"),
        layout::CONTACT => t("Bereikbaar via", "Reached by"),
        layout::ABOUT => t("Waarover", "About"),
        layout::TITLE => t("Titel", "Title"),
        layout::ADOPTED => t("Vastgesteld op", "Adopted on"),
        layout::HELPED => t("Hulp van de netwerkgroep", "Help of the network group"),
        layout::ON => t("Dag", "Day"),
        layout::AT => t("Tijd", "Time"),
        layout::MINUTES => t("Minuten", "Minutes"),
        layout::LOCATION => t("Plaats", "Place"),
        layout::CANCELLED => t("Vervallen", "Cancelled"),
        layout::HELD => t("Gehouden", "Held"),
        layout::TOPICS => t("Onderwerpen", "Topics"),
        layout::AGREED => t("Aantal besluiten en acties", "Number of decisions and actions"),
        layout::SEATS => t("Wie er waren", "Who were there"),
        _ => return None,
    })
}
