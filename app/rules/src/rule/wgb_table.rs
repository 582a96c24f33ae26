//! WGB-03 to WGB-06: how often a werkgebied meets, with whom and about what.

use chrono::NaiveDate;

use super::sources::{CHECKED_MEETINGS, REGIONAL, ppo_nk};
use super::{About, Eval, Field, How, Kind, Layer, Outcome, Rule, Topic, Val};
use crate::calendar::add_months;
use crate::text::{say, t};

const WERKGEBIED: Rule = Rule { topic: Topic::Werkgebied, checked: CHECKED_MEETINGS, ..REGIONAL };

/// "Ten minste elke vier maanden", in calendar months.
const AT_LEAST_EVERY: u32 = 4;

pub(super) const WGB_03: Rule = Rule {
    id: "WGB-03",
    title: t(
        "Een werkgebied komt minstens elke vier maanden bij elkaar",
        "A werkgebied meets at least every four months",
    ),
    kind: Kind::Termijn,
    sources: &[ppo_nk(
        "§6.2",
        t(
            "Schoolleiders, intern begeleiders, consulent en jeugd- en gezinscoaches spreken elkaar minstens één keer in de vier maanden.",
            "Heads, intern begeleiders, consultant and jeugd- en gezinscoaches meet at least once in four months.",
        ),
    )],
    fields: &[Field::dates(
        "vergaderingen",
        t("Dagen van het overleg, gehouden en gepland", "Days of the meetings, held and planned"),
    )],
    decide: often_enough,
    ..WERKGEBIED
};

fn often_enough(e: &mut Eval<'_>) -> Outcome {
    let today = e.today();
    let Some(days) = e.dates(0) else { return e.unknown() };
    let Some(last) = days.iter().copied().filter(|day| *day <= today).max() else {
        return e.impossible(say!(
            "Er is nog geen overleg geweest dat hier staat.",
            "No meeting that was held is written down here."
        ));
    };
    let skipped = skipped(e, days, today);
    let by = add_months(last, AT_LEAST_EVERY);
    let limit = Val::Date(by);
    e.made_about(
        say!("Volgend overleg uiterlijk, na dat van", "Next meeting by, after the one of"),
        About::Date(last),
        How::Sum,
        limit,
        1,
    );
    let next = days.iter().copied().filter(|day| *day > today).min();
    e.would_change(say!("Slaat om na", "Tips after"), limit);
    if by < today {
        return e
            .fails(say!(
                "Het laatste overleg is langer dan vier maanden geleden.",
                "The latest meeting was more than four months ago."
            ))
            .with(limit);
    }
    let outcome = match next {
        Some(next) if next > by => {
            return e
                .person(say!(
                    "Het volgende overleg staat meer dan vier maanden na het vorige: kan het eerder?",
                    "The next meeting is more than four months after the last: can it be earlier?"
                ))
                .with(limit)
                .and_signal();
        }
        Some(_) => e.meets(say!(
            "Het overleg is op tijd en het volgende staat gepland.",
            "The meetings are on time and the next one is planned."
        )),
        None => e.meets(say!(
            "Het overleg is op tijd; plan het volgende op of vóór deze dag.",
            "The meetings are on time; plan the next one on or before this day."
        )),
    };
    let outcome = outcome.with(limit);
    if skipped { outcome.and_signal() } else { outcome }
}

/// Writes down after which meetings the next one came too late, and answers whether there are any.
fn skipped(e: &mut Eval<'_>, days: &[NaiveDate], today: NaiveDate) -> bool {
    let mut any = false;
    for day in days {
        let next = days.iter().filter(|other| *other > day && **other <= today).min();
        if let Some(next) = next
            && *next > add_months(*day, AT_LEAST_EVERY)
        {
            any = true;
            let text = say!("Te laat na het overleg van", "Too late after the meeting of");
            e.made_about(text, About::Date(*day), How::Difference, Val::Date(*next), 0);
        }
    }
    any
}

pub(super) const WGB_04: Rule = Rule {
    id: "WGB-04",
    title: t(
        "Schoolleiders, intern begeleiders, consulent en coaches zitten samen aan tafel",
        "Heads, intern begeleiders, consultant and coaches sit at the table together",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        "§6.2",
        t(
            "Aan het overleg doen schoolleiders, intern begeleiders, de consulent en de jeugd- en gezinscoaches mee.",
            "Heads, intern begeleiders, the consultant and the jeugd- en gezinscoaches take part in the meeting.",
        ),
    )],
    fields: &[
        Field::yes_no("schoolleiders", t("Schoolleiders aanwezig", "Heads present")),
        Field::yes_no("ib", t("Intern begeleiders aanwezig", "Intern begeleiders present")),
        Field::yes_no("consulent", t("Consulent aanwezig", "Consultant present")),
        Field::yes_no(
            "coaches",
            t("Jeugd- en gezinscoaches aanwezig", "Jeugd- en gezinscoaches present"),
        ),
    ],
    decide: |e| {
        e.complete(
            4,
            say!("Alle vier de rollen zitten aan tafel.", "All four roles are at the table."),
            say!(
                "Niet alle vier de rollen zitten aan tafel; wie ontbreekt staat erbij.",
                "Not all four roles are at the table; who is missing is shown."
            ),
        )
    },
    ..WERKGEBIED
};

/// The plan names topics that come up, not that each does every time: an aim, never a failure.
pub(super) const WGB_05: Rule = Rule {
    id: "WGB-05",
    title: t(
        "Acht vaste onderwerpen komen in het werkgebied langs",
        "Eight fixed topics come up in the werkgebied",
    ),
    layer: Layer::Streven,
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        "§6.2",
        t(
            "Langs komen: hoeveel ondersteuningsvragen er zijn, het dekkend netwerk, inclusiever onderwijs, de zorgplicht, plaatsing en (terug)verwijzing, de inclusieondersteuner, de multidisciplinaire overleggen en de besteding van het geld.",
            "What comes up: how many support questions there are, the covering network, more inclusive education, the duty of care, placement and referral (back), the inclusieondersteuner, the multidisciplinary meetings and the spending.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "ondersteuningsvragen",
            t("Het aantal ondersteuningsvragen", "The number of support questions"),
        ),
        Field::yes_no("dekkend_netwerk", t("Dekkend netwerk", "Covering network")),
        Field::yes_no(
            "inclusiever_onderwijs",
            t("Inclusiever onderwijs", "More inclusive education"),
        ),
        Field::yes_no("zorgplicht", t("Zorgplicht", "Duty of care (zorgplicht)")),
        Field::yes_no(
            "verwijzing",
            t("Plaatsing, verwijzing en terugverwijzing", "Placement, referral and referral back"),
        ),
        Field::yes_no(
            "inclusieondersteuner",
            t("Inzet van de inclusieondersteuner", "Use of the inclusieondersteuner"),
        ),
        Field::yes_no(
            "mdo",
            t("Multidisciplinaire overleggen", "Multidisciplinary meetings (MDO)"),
        ),
        Field::yes_no("besteding", t("Besteding van middelen", "Spending of the money")),
    ],
    decide: |e| {
        e.complete(
            8,
            say!("Alle acht de onderwerpen komen langs.", "All eight topics come up."),
            say!(
                "Niet alle acht de onderwerpen komen langs; welke ontbreken staat erbij.",
                "Not all eight topics come up; which are missing is shown."
            ),
        )
    },
    ..WERKGEBIED
};

pub(super) const WGB_06: Rule = Rule {
    id: "WGB-06",
    title: t(
        "Ook wat in de regio speelt komt in het werkgebied op de agenda",
        "What goes on in the region is on the agenda of the werkgebied too",
    ),
    layer: Layer::Streven,
    kind: Kind::Gids,
    sources: &[ppo_nk(
        "§6.2",
        t(
            "Ook regionale zaken komen aan de orde: het inclusievere werkgebied, strategische keuzes en andere ontwikkelingen.",
            "Regional matters come up too: the more inclusive werkgebied, strategic choices and other developments.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "inclusiever_werkgebied",
            t(
                "De ontwikkeling naar een inclusiever werkgebied",
                "The development towards a more inclusive werkgebied",
            ),
        ),
        Field::yes_no(
            "strategische_keuzes",
            t("Strategische keuzes en beleid", "Strategic choices and policy"),
        ),
    ],
    decide: |e| {
        e.complete(
            2,
            say!("De regionale onderwerpen komen langs.", "The regional topics come up."),
            say!(
                "Overweeg een regionaal onderwerp; welk staat erbij.",
                "Consider a regional topic; which one is shown."
            ),
        )
    },
    ..WERKGEBIED
};
