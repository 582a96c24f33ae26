//! L-11 to L-15 and L-28: what the law says about the plan of a pupil and about the school guide.

use super::sources::{CHECKED_SCHOOL, NATIONAL, NOT_READ_AGAIN, SINCE_AUGUST_2025, wpo};
use super::{Eval, Field, How, Kind, Outcome, Rule, Topic, Val};
use crate::calendar::{SchoolYear, Term};
use crate::text::{say, t};

const PLAN: Rule = Rule { topic: Topic::Dossier, checked: CHECKED_SCHOOL, ..NATIONAL };
const SINCE_2025: Rule = Rule { valid: SINCE_AUGUST_2025, ..PLAN };

/// Weeks in which the plan has to be there.
const WEEKS: u32 = 6;

pub(super) const L_11: Rule = Rule {
    id: "L-11",
    title: t(
        "Het ontwikkelingsperspectief is er binnen zes weken na de inschrijving",
        "The ontwikkelingsperspectief is there within six weeks after enrolment",
    ),
    kind: Kind::Termijn,
    sources: &[
        wpo(
            "artikel 40a, lid 3",
            t(
                "Het plan is er binnen zes weken nadat de leerling is ingeschreven; na een tijdelijke plaatsing telt de definitieve.",
                "The plan is there within six weeks after the pupil was enrolled; after a temporary placement the definitive one counts.",
            ),
        ),
        NOT_READ_AGAIN,
    ],
    fields: &[
        Field::date(
            "ingeschreven",
            t(
                "Dag van inschrijving of definitieve plaatsing",
                "Day of enrolment or definitive placement",
            ),
        ),
        Field::date(
            "vastgesteld",
            t("Dag waarop het plan er was", "Day on which the plan was there"),
        ),
    ],
    decide: six_weeks,
    ..PLAN
};

fn six_weeks(e: &mut Eval<'_>) -> Outcome {
    let Some(begin) = e.date(0) else { return e.unknown() };
    let limit = Term::weeks(WEEKS).end(begin).last_day;
    let value = Val::Date(limit);
    e.made(say!("Uiterlijk", "By"), How::Sum, value, 1);
    let Some(made) = e.date(1) else { return e.unknown().with(value) };
    if made < begin {
        e.not_applied(say!(
            "Het plan was er al vóór de inschrijving.",
            "The plan was there before enrolment already."
        ));
    }
    if made <= limit {
        return e.meets(say!("Het plan was op tijd.", "The plan was in time.")).with(value);
    }
    e.would_change(say!("Op tijd tot en met", "In time until"), value);
    e.fails(say!(
        "Het plan was later dan zes weken. De steun kan al wel beginnen.",
        "The plan was later than six weeks. The support can begin all the same."
    ))
    .with(value)
}

pub(super) const L_12: Rule = Rule {
    id: "L-12",
    title: t(
        "Over het plan is overleg met de ouders; over de begeleiding is overeenstemming",
        "The plan is discussed with the parents; on the guidance there is agreement",
    ),
    kind: Kind::Beslis,
    sources: &[
        wpo(
            "artikel 40a, lid 1-2",
            t(
                "De school overlegt met de ouders; het deel over de begeleiding wordt pas vastgesteld als zij het eens zijn.",
                "The school consults the parents; the part on guidance is adopted only when they agree.",
            ),
        ),
        NOT_READ_AGAIN,
    ],
    fields: &[
        Field::yes_no("overleg", t("Er is overlegd met de ouders", "The parents were consulted")),
        Field::yes_no(
            "eens",
            t("De ouders zijn het eens met de begeleiding", "The parents agree on the guidance"),
        ),
    ],
    decide: |e| {
        e.complete(
            2,
            say!(
                "Er is overlegd en overeenstemming.",
                "There was consultation and there is agreement."
            ),
            say!(
                "Ga eerst met de ouders in gesprek; wat ontbreekt staat erbij.",
                "Talk with the parents first; what is missing is shown."
            ),
        )
    },
    ..PLAN
};

pub(super) const L_13: Rule = Rule {
    id: "L-13",
    title: t(
        "Elk schooljaar wordt het plan geëvalueerd, met ouders en leerling",
        "Every school year the plan is evaluated, with parents and pupil",
    ),
    kind: Kind::Termijn,
    sources: &[
        wpo(
            "artikel 40a, lid 4",
            t(
                "Het plan wordt minstens één keer per schooljaar geëvalueerd met de ouders en de leerling. Wat hiervoor gold, is hier niet nagekeken.",
                "The plan is evaluated at least once in a school year with the parents and the pupil. What held before was not looked up here.",
            ),
        ),
        NOT_READ_AGAIN,
    ],
    fields: &[
        Field::dates(
            "evaluaties",
            t(
                "Dagen van de evaluatie, gehouden en gepland",
                "Days of evaluation, held and planned",
            ),
        ),
        Field::yes_no("ouders", t("De ouders zijn erbij", "The parents take part")),
        Field::yes_no("leerling", t("De leerling is erbij", "The pupil takes part")),
    ],
    decide: evaluated,
    ..SINCE_2025
};

fn evaluated(e: &mut Eval<'_>) -> Outcome {
    let year = SchoolYear::of(e.today());
    let days = e.dates(0);
    let (parents, pupil) = (e.yes_no(1), e.yes_no(2));
    let in_year = days.map(|days| days.iter().filter(|day| SchoolYear::of(**day) == year).count());
    let count = in_year.map(|count| i64::try_from(count).unwrap_or(i64::MAX));
    if let Some(count) = count {
        e.made(
            say!("Evaluaties in dit schooljaar", "Evaluations in this school year"),
            How::Sum,
            Val::Count(count),
            0,
        );
    }
    if count == Some(0) {
        e.would_change(say!("Evaluatie uiterlijk", "Evaluation by"), Val::Date(year.last_day()));
    }
    for (field, there) in [(1, parents), (2, pupil)] {
        if there == Some(false) {
            e.flip(field);
        }
    }
    if count == Some(0) || parents == Some(false) || pupil == Some(false) {
        return e.fails(say!(
            "Plan een evaluatie in dit schooljaar, met ouders en leerling.",
            "Plan an evaluation in this school year, with parents and pupil."
        ));
    }
    match (count, parents, pupil) {
        (Some(_), Some(_), Some(_)) => {
            e.meets(say!("De evaluatie is geregeld.", "The evaluation is arranged."))
        }
        _ => e.unknown(),
    }
}

pub(super) const L_14: Rule = Rule {
    id: "L-14",
    title: t(
        "De leerling wordt gehoord voordat het plan er is of verandert",
        "The pupil is heard before the plan is there or changes",
    ),
    kind: Kind::Lijst,
    sources: &[
        wpo(
            "artikel 40a, lid 6-8",
            t(
                "Het plan wordt pas vastgesteld of bijgesteld als de leerling vrij kon zeggen wat die vindt, op een manier die de leerling kiest en met de hulp die nodig is. De school legt uit wat ermee is gedaan en schrijft inbreng en invloed in het plan. Er staat geen leeftijd bij.",
                "The plan is adopted or changed only when the pupil could freely say what the pupil thinks, in a way of the pupil's choice and with the help needed. The school explains what was done with it and writes input and influence in the plan. No age is named.",
            ),
        ),
        NOT_READ_AGAIN,
    ],
    fields: &[
        Field::yes_no(
            "gehoord",
            t("De leerling is vooraf gehoord", "The pupil was heard beforehand"),
        ),
        Field::yes_no("eigen_manier", t("De leerling koos hoe", "The pupil chose how")),
        Field::yes_no(
            "hulp",
            t("De hulp die nodig was, was er", "The help that was needed was there"),
        ),
        Field::yes_no(
            "uitleg",
            t(
                "De school legde uit wat ermee is gedaan",
                "The school explained what was done with it",
            ),
        ),
        Field::yes_no(
            "vastgelegd",
            t("Inbreng en invloed staan in het plan", "Input and influence stand in the plan"),
        ),
    ],
    decide: |e| {
        e.complete(
            5,
            say!(
                "De leerling is gehoord, en dat staat in het plan.",
                "The pupil was heard, and the plan says so."
            ),
            say!(
                "Hoor eerst de leerling; wat nog ontbreekt staat erbij.",
                "First hear the pupil; what is still missing is shown."
            ),
        )
    },
    ..SINCE_2025
};

pub(super) const L_15: Rule = Rule {
    id: "L-15",
    title: t(
        "In het plan staan de begeleiding, wat anders gaat en wat de leerling inbracht",
        "The plan holds the guidance, what goes differently and what the pupil brought in",
    ),
    kind: Kind::Lijst,
    sources: &[
        wpo(
            "artikel 40a, lid 8",
            t(
                "Het plan noemt de begeleiding, de onderdelen van het programma waarvan wordt afgeweken, en de inbreng van de leerling.",
                "The plan names the guidance, the parts of the programme that are departed from, and the input of the pupil.",
            ),
        ),
        NOT_READ_AGAIN,
    ],
    fields: &[
        Field::yes_no("begeleiding", t("De begeleiding staat erin", "The guidance stands in it")),
        Field::yes_no(
            "afwijking",
            t(
                "Erin staat waarvan wordt afgeweken, of dat dat niet gebeurt",
                "It says what is departed from, or that nothing is",
            ),
        ),
        Field::yes_no(
            "inbreng",
            t("De inbreng van de leerling staat erin", "The input of the pupil stands in it"),
        ),
    ],
    decide: |e| {
        e.complete(
            3,
            say!("Het plan is volledig.", "The plan is complete."),
            say!(
                "Het plan is nog niet volledig; wat ontbreekt staat erbij.",
                "The plan is not complete yet; what is missing is shown."
            ),
        )
    },
    ..SINCE_2025
};

pub(super) const L_28: Rule = Rule {
    id: "L-28",
    topic: Topic::Offer,
    title: t(
        "De schoolgids zegt elk jaar wat de school biedt, en leerlingen zeggen er eerst iets van",
        "The school guide says every year what the school offers, and pupils have their say first",
    ),
    kind: Kind::Lijst,
    sources: &[
        wpo(
            "artikel 13, 13a en 13b",
            t(
                "De schoolgids wordt elk jaar vastgesteld en bevat de basisvoorzieningen en het ondersteuningsaanbod. Leerlingen mogen vooraf hun mening geven; hun invloed staat in de gids.",
                "The school guide is adopted every year and holds the basic provisions and the support on offer. Pupils may give their opinion beforehand; their influence stands in the guide.",
            ),
        ),
        NOT_READ_AGAIN,
    ],
    fields: &[
        Field::yes_no(
            "dit_jaar",
            t(
                "De gids is voor dit schooljaar vastgesteld",
                "The guide was adopted for this school year",
            ),
        ),
        Field::yes_no(
            "basis",
            t("De basisvoorzieningen staan erin", "The basic provisions stand in it"),
        ),
        Field::yes_no(
            "aanbod",
            t("Het ondersteuningsaanbod staat erin", "The support on offer stands in it"),
        ),
        Field::yes_no(
            "leerlingen",
            t(
                "Leerlingen konden vooraf hun mening geven",
                "Pupils could give their opinion beforehand",
            ),
        ),
        Field::yes_no(
            "invloed",
            t("De invloed van leerlingen staat erin", "The influence of pupils stands in it"),
        ),
    ],
    decide: |e| {
        e.complete(
            5,
            say!("De schoolgids is op orde.", "The school guide is in order."),
            say!(
                "De schoolgids is nog niet klaar; wat ontbreekt staat erbij.",
                "The school guide is not finished yet; what is missing is shown."
            ),
        )
    },
    ..SINCE_2025
};
