//! NWG-01 to NWG-06: network groups and the virtual expertise cluster.

use super::sources::{CHECKED_MEETINGS, PPO_NK_DRAFT, REGIONAL, ppo_nk};
use super::{About, Choice, Citation, Eval, Field, How, Kind, Layer, Outcome, Rule, Topic, Val};
use crate::text::{say, t};

const NETWORK: Rule = Rule { topic: Topic::Network, checked: CHECKED_MEETINGS, ..REGIONAL };

pub(super) const NWG_01: Rule = Rule {
    id: "NWG-01",
    title: t(
        "Een netwerkgroep heeft een opdracht en een thema, bepaald met de directeur-bestuurder",
        "A network group has an assignment and a theme, set with the directeur-bestuurder",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§6.4",
        t(
            "Of een netwerkgroep tijdelijk is of blijft, hangt af van opdracht en thema. Dat wordt met de directeur-bestuurder bepaald, op grond van het plan en de jaarplannen.",
            "Whether a network group is temporary or stays depends on assignment and theme. That is settled with the directeur-bestuurder, on the basis of the plan and the annual plans.",
        ),
    )],
    fields: &[
        Field::yes_no("opdracht", t("Is er een opdracht?", "Is there an assignment?")),
        Field::yes_no("thema", t("Is er een thema?", "Is there a theme?")),
        Field::yes_no(
            "bestuurder",
            t(
                "Is het met de directeur-bestuurder bepaald?",
                "Was it settled with the directeur-bestuurder?",
            ),
        ),
        Field::yes_no(
            "plan",
            t(
                "Past het bij het ondersteuningsplan en de jaarplannen?",
                "Does it fit the ondersteuningsplan and the annual plans?",
            ),
        ),
        Field::choice(
            "duur",
            t("Hoe lang de groep bestaat", "How long the group exists"),
            &[
                Choice { name: "tijdelijk", label: t("Tijdelijk", "Temporary") },
                Choice { name: "blijvend", label: t("Blijvend", "Permanent") },
            ],
        ),
    ],
    decide: assigned,
    ..NETWORK
};

fn assigned(e: &mut Eval<'_>) -> Outcome {
    let outcome = e.complete(
        4,
        say!("De netwerkgroep is vastgesteld.", "The network group is settled."),
        say!(
            "De netwerkgroep is nog niet vastgesteld; wat ontbreekt staat erbij.",
            "The network group is not settled yet; what is missing is shown."
        ),
    );
    let term = e.choice(4);
    if outcome.verdict == super::Verdict::Voldoet && term.is_none() {
        return e.unknown();
    }
    outcome
}

pub(super) const NWG_02: Rule = Rule {
    id: "NWG-02",
    title: t(
        "Een netwerkgroep is divers samengesteld",
        "A network group is of diverse composition",
    ),
    kind: Kind::Lijst,
    sources: &[
        ppo_nk(
            "§6.4",
            t(
                "De samenstelling is divers; het plan noemt ouders, leerkrachten, intern begeleiders, zorgcoördinatoren, gemeenten, zorgpartners en bestuurders.",
                "The composition is diverse; the plan names parents, teachers, intern begeleiders, care coordinators, municipalities, care partners and directors of boards.",
            ),
        ),
        Citation {
            document: PPO_NK_DRAFT,
            place: "§2.3",
            link: None,
            says: t(
                "Vertegenwoordigers van verschillende organisaties en belanghebbenden vormen de groepen.",
                "Representatives of different organisations and interested parties make up the groups.",
            ),
        },
    ],
    fields: &[
        Field::yes_no("ouders", t("Ouders", "Parents")),
        Field::yes_no("leerkrachten", t("Leerkrachten", "Teachers")),
        Field::yes_no("ib", t("Intern begeleiders", "Intern begeleiders")),
        Field::yes_no("zorgcoordinatoren", t("Zorgcoördinatoren", "Care coordinators")),
        Field::yes_no("gemeente", t("Medewerkers van gemeenten", "Staff of municipalities")),
        Field::yes_no("zorgpartners", t("Zorgpartners", "Care partners")),
        Field::yes_no("bestuurders", t("Bestuurders", "Directors of boards")),
    ],
    decide: diverse,
    ..NETWORK
};

/// The plan gives no number; below this many we ask.
const FEW: i64 = 3;

fn diverse(e: &mut Eval<'_>) -> Outcome {
    let list = e.checklist(7);
    let text = say!("Soorten leden in de groep", "Kinds of members in the group");
    e.made(text, How::Sum, Val::Count(list.yes), 0);
    let outcome = if list.yes >= FEW {
        e.meets(say!(
            "De groep is uit verschillende hoeken samengesteld.",
            "The group comes from different sides."
        ))
    } else if list.yes + list.missing >= FEW {
        e.unknown()
    } else {
        let text = say!(
            "Aantal soorten leden vanaf waar wij niets vragen",
            "Number of kinds of members from which we do not ask"
        );
        e.would_change(text, Val::Count(FEW));
        e.person(say!(
            "Minder dan drie soorten leden. Het plan noemt geen aantal: vinden jullie dit divers genoeg?",
            "Fewer than three kinds of members. The plan names no number: do you find this diverse enough?"
        ))
        .and_signal()
    };
    outcome.with(Val::Count(list.yes))
}

pub(super) const NWG_03: Rule = Rule {
    id: "NWG-03",
    title: t(
        "Een netwerkgroep wisselt uit, adviseert, stelt voor en signaleert; zij besluit niet",
        "A network group exchanges, advises, proposes and signals; it does not decide",
    ),
    kind: Kind::Beslis,
    sources: &[
        ppo_nk(
            "§6.4",
            t(
                "Netwerkgroepen wisselen kennis uit, adviseren de directeur-bestuurder over strategische keuzes, doen als dat gewenst is een voorstel en geven signalen door.",
                "Network groups exchange knowledge, advise the directeur-bestuurder on strategic choices, make a proposal when wanted, and pass on signals.",
            ),
        ),
        Citation {
            document: PPO_NK_DRAFT,
            place: "§2.3",
            link: None,
            says: t(
                "In het concept stond nog dat netwerkgroepen waar nodig strategische keuzes maken; het vastgestelde plan maakt daar advies van.",
                "The draft still said that network groups make strategic choices where needed; the adopted plan turns that into advice.",
            ),
        },
    ],
    fields: &[Field::choice(
        "handeling",
        t("Wat de netwerkgroep doet", "What the network group does"),
        &[
            Choice { name: "uitwisselen", label: t("Kennis uitwisselen", "Exchange knowledge") },
            Choice { name: "adviseren", label: t("Adviseren", "Advise") },
            Choice { name: "voorstellen", label: t("Een voorstel doen", "Make a proposal") },
            Choice { name: "signaleren", label: t("Signaleren", "Signal") },
            Choice { name: "besluiten", label: t("Besluiten", "Decide") },
        ],
    )],
    decide: |e| match e.choice(0) {
        None => e.unknown(),
        Some(0..=3) => {
            e.meets(say!("Dit hoort bij de netwerkgroep.", "This belongs to the network group."))
        }
        Some(_) => {
            let advise = const { &t("Adviseren", "Advise") };
            e.would_change(say!("Wat wel kan", "What can be done"), Val::Text(advise));
            e.fails(say!(
                "Een netwerkgroep besluit niet. Maak er een advies of een voorstel van.",
                "A network group does not decide. Turn it into advice or a proposal."
            ))
        }
    },
    ..NETWORK
};

pub(super) const NWG_04: Rule = Rule {
    id: "NWG-04",
    title: t(
        "De netwerkgroep Samen Leren Leven heeft een binnen- en een buitenkring",
        "The network group Samen Leren Leven has an inner and an outer circle",
    ),
    kind: Kind::Feit,
    sources: &[ppo_nk(
        "§4.2.3",
        t(
            "De binnenkring regelt ontmoetingen voor het hele netwerk; de buitenkring brengt signalen en ideeën.",
            "The inner circle arranges meetings for the whole network; the outer circle brings signals and ideas.",
        ),
    )],
    ..NETWORK
};

pub(super) const NWG_05: Rule = Rule {
    id: "NWG-05",
    title: t(
        "Elke consulent heeft de regie in één netwerkgroep",
        "Every consultant has the lead in one network group",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§9.2.2",
        t(
            "De consulenten hebben een regierol in een van de netwerkgroepen.",
            "The consultants have a leading role in one of the network groups.",
        ),
    )],
    fields: &[Field::counts(
        "netwerkgroepen",
        t(
            "Netwerkgroepen waarin elke consulent de regie heeft",
            "Network groups that each consultant leads",
        ),
        t("netwerkgroepen", "network groups"),
    )],
    decide: one_lead_each,
    ..NETWORK
};

fn one_lead_each(e: &mut Eval<'_>) -> Outcome {
    let Some(groups) = e.counts(0) else { return e.unknown() };
    if groups.is_empty() || groups.iter().any(|count| *count < 0) {
        return e.impossible(say!(
            "Vul voor elke consulent nul of meer in.",
            "Fill in zero or more for every consultant."
        ));
    }
    let mut differ = 0;
    for (nth, count) in (1_u32..).zip(groups).filter(|(_, count)| **count != 1) {
        differ += 1;
        let text = say!("Netwerkgroepen van consulent", "Network groups of consultant");
        e.made_about(text, About::Nth(nth), How::Fixed, Val::Count(*count), 0);
    }
    if differ == 0 {
        return e
            .meets(say!(
                "Elke consulent heeft de regie in één netwerkgroep.",
                "Every consultant leads one network group."
            ))
            .with(Val::Count(0));
    }
    let text = say!(
        "Aantal per consulent waarbij het klopt",
        "Number per consultant at which it is right"
    );
    e.would_change(text, Val::Count(1));
    e.person(say!(
        "Niet elke consulent heeft de regie in precies één netwerkgroep: kijk of dat de bedoeling is.",
        "Not every consultant leads exactly one network group: see whether that is meant."
    ))
    .with(Val::Count(differ))
    .and_signal()
}

pub(super) const NWG_06: Rule = Rule {
    id: "NWG-06",
    title: t(
        "Het virtueel expertisecluster werkt aan drie doelen",
        "The virtual expertise cluster works on three goals",
    ),
    layer: Layer::Streven,
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        "§6.3",
        t(
            "Het cluster wil steun dicht bij het reguliere onderwijs regelen, kennis delen, de instroom in speciaal onderwijs beperken en terugkeer bevorderen.",
            "The cluster wants to arrange support close to regular education, share knowledge, limit the inflow into special education and further the return.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "nabij",
            t("Steun dicht bij het reguliere onderwijs", "Support close to regular education"),
        ),
        Field::yes_no("kennis", t("Kennis en ervaring delen", "Share knowledge and experience")),
        Field::yes_no(
            "instroom",
            t(
                "Minder instroom in en meer terugkeer uit speciaal onderwijs",
                "Less inflow into and more return from special education",
            ),
        ),
    ],
    decide: |e| {
        e.complete(
            3,
            say!("Aan alle drie de doelen wordt gewerkt.", "All three goals are worked on."),
            say!(
                "Niet aan alle drie de doelen wordt gewerkt; welke ontbreekt staat erbij.",
                "Not all three goals are worked on; which is missing is shown."
            ),
        )
    },
    ..NETWORK
};
