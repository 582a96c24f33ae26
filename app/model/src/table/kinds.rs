//! Every kind of meeting, with what its source says.

use rules::rule::Citation;
use rules::text::{Text, t};

use super::{Frequency, Mandate, Seat, Table};

const PPO_NK: &str = "Ondersteuningsplan PPO-NK 2022-2026";
const WMS: &str = "Wet medezeggenschap op scholen";
const KOP: &str = "Op weg naar het ondersteuningsplan 2022-2026, Kop van Noord-Holland";

const fn cite(document: &'static str, place: &'static str, says: Text) -> Citation {
    Citation { document, place, link: None, says }
}

/// The kinds of meeting that ship. A kind that a document names and this list does not is shown by its name.
pub static TABLES: [Table; 9] = [
    Table {
        slug: "werkgebied",
        title: t("Werkgebiedoverleg", "Werkgebied meeting"),
        seats: &[Seat::Schoolleider, Seat::Ib, Seat::Consulent, Seat::Coach],
        topics: &[
            "ondersteuningsvragen",
            "dekkend_netwerk",
            "inclusiever_onderwijs",
            "zorgplicht",
            "verwijzing",
            "inclusieondersteuner",
            "mdo",
            "besteding",
        ],
        frequency: Frequency::AtLeastEvery { months: 4 },
        mandate: Mandate::Decides,
        about_children: true,
        rules: &["WGB-03", "WGB-04", "WGB-05", "WGB-06", "WGB-12"],
        source: cite(
            PPO_NK,
            "§6.2",
            t(
                "Het werkgebied heeft een eigen budget; consulent, directeuren en intern begeleiders zijn samen verantwoordelijk voor de inzet ervan.",
                "The werkgebied has its own budget; consultant, heads and intern begeleiders are jointly responsible for its use.",
            ),
        ),
    },
    Table {
        slug: "mdo",
        title: t("Multidisciplinair overleg (MDO)", "Multidisciplinary meeting (MDO)"),
        seats: &[Seat::Consulent, Seat::Ouder, Seat::Leerkracht, Seat::Ib],
        topics: &["mdo.nodig", "mdo.doelen", "mdo.hoe"],
        frequency: Frequency::WhenNeeded,
        mandate: Mandate::DecidesTogether,
        about_children: true,
        rules: &[],
        source: cite(
            PPO_NK,
            "§7",
            t(
                "De consulent brengt alle perspectieven samen: wat nodig is, waaraan gewerkt wordt en hoe. Ouders moeten met het plan instemmen.",
                "The consultant brings all perspectives together: what is needed, what is worked on and how. Parents must agree to the plan.",
            ),
        ),
    },
    Table {
        slug: "netwerkgroep",
        title: t("Netwerkgroep", "Network group"),
        seats: &[
            Seat::Ouder,
            Seat::Leerkracht,
            Seat::Ib,
            Seat::Zorgcoordinator,
            Seat::Gemeente,
            Seat::Zorgpartner,
            Seat::Schoolbestuur,
            Seat::Consulent,
        ],
        topics: &["netwerk.besteding", "netwerk.memo"],
        frequency: Frequency::NotStated,
        mandate: Mandate::Advises,
        about_children: true,
        rules: &["NWG-01", "NWG-02", "NWG-03", "NWG-05", "WGB-13", "WGB-14"],
        source: cite(
            PPO_NK,
            "§6.4",
            t(
                "Netwerkgroepen zijn divers; zij wisselen kennis uit, adviseren, doen voorstellen en signaleren.",
                "Network groups are diverse; they exchange knowledge, advise, make proposals and signal.",
            ),
        ),
    },
    Table {
        slug: "expertisecluster",
        title: t("Virtueel expertisecluster", "Virtual expertise cluster"),
        seats: &[Seat::Zorgpartner, Seat::Medewerker],
        topics: &["cluster.nabij", "cluster.kennis", "cluster.instroom"],
        frequency: Frequency::NotStated,
        mandate: Mandate::NotStated,
        about_children: false,
        rules: &["NWG-06"],
        source: cite(
            PPO_NK,
            "§6.3",
            t(
                "Zorgpartners en voorzieningen overleggen er geregeld; het samenwerkingsverband begeleidt het. Er zijn drie doelen: steun dichtbij, kennis delen, en minder instroom in en meer terugkeer uit speciaal onderwijs.",
                "Care partners and provisions meet here regularly; the samenwerkingsverband guides it. There are three goals: support close by, sharing knowledge, and less inflow into and more return from special education.",
            ),
        ),
    },
    Table {
        slug: "meso",
        title: t("Meso-gesprek", "Meso-gesprek"),
        seats: &[Seat::Consulent, Seat::Schoolleider, Seat::Ib, Seat::Coach],
        topics: &["meso.ondersteuningsvragen", "meso.samenwerking"],
        frequency: Frequency::AboutYearly { times: 2 },
        mandate: Mandate::Talks,
        about_children: false,
        rules: &["KWA-09", "KWA-10"],
        source: cite(
            PPO_NK,
            "§12.2.3 (gedrukt als 10.2.3)",
            t(
                "Zo'n twee keer per jaar spreekt de consulent directeur en intern begeleider; liefst met een jeugd- en gezinscoach erbij.",
                "Some two times a year the consultant talks with the head and the intern begeleider; preferably with a jeugd- en gezinscoach.",
            ),
        ),
    },
    Table {
        slug: "deelnemersraad",
        title: t("Deelnemersraad", "Deelnemersraad"),
        seats: &[Seat::Schoolbestuur, Seat::DirecteurBestuurder],
        topics: &["begroting", "trimesterrapportage"],
        frequency: Frequency::NotStated,
        mandate: Mandate::NotStated,
        about_children: false,
        rules: &["FIN-02", "FIN-04"],
        source: cite(
            PPO_NK,
            "§9.1 en §10.1",
            t(
                "De bestuurders van de schoolbesturen bespreken hier de begroting en elke trimesterrapportage.",
                "The directors of the school boards discuss the budget and every trimester report here.",
            ),
        ),
    },
    Table {
        slug: "opr",
        title: t("Ondersteuningsplanraad (OPR)", "Ondersteuningsplanraad (OPR)"),
        seats: &[Seat::Ouder, Seat::Leerkracht, Seat::DirecteurBestuurder],
        topics: &["ondersteuningsplan", "begroting"],
        frequency: Frequency::NotStated,
        mandate: Mandate::Consents,
        about_children: false,
        rules: &["FIN-02"],
        source: cite(
            WMS,
            "artikel 14a",
            t(
                "Het ondersteuningsplan wordt pas vastgesteld of gewijzigd als de raad vooraf heeft ingestemd.",
                "The ondersteuningsplan is adopted or changed only after the council has consented.",
            ),
        ),
    },
    Table {
        slug: "oogo",
        title: t("Op overeenstemming gericht overleg (OOGO)", "Talks aimed at agreement (OOGO)"),
        seats: &[Seat::DirecteurBestuurder, Seat::BestuurderVo, Seat::Wethouder],
        topics: &["ondersteuningsplan"],
        frequency: Frequency::NotStated,
        mandate: Mandate::DecidesTogether,
        about_children: false,
        rules: &["GEM-01"],
        source: cite(
            PPO_NK,
            "§8",
            t(
                "Bestuurders van PO en VO en de wethouders besluiten samen wat zij de komende jaren willen bereiken.",
                "Directors for PO and VO and the wethouders decide together what they want to achieve in the years to come.",
            ),
        ),
    },
    Table {
        slug: "gesprekstafel",
        title: t("Gesprekstafel", "Talking table"),
        seats: &[
            Seat::Schoolleider,
            Seat::Schoolbestuur,
            Seat::Gemeente,
            Seat::Medewerker,
            Seat::Ouder,
            Seat::Leerkracht,
        ],
        topics: &["ondersteuningsplan"],
        frequency: Frequency::WhenNeeded,
        mandate: Mandate::Talks,
        about_children: true,
        rules: &[],
        source: cite(
            KOP,
            "Het proces",
            t(
                "Scholen, besturen, gemeenten, medewerkers en de OPR geven aan tafels hun zienswijze op het beleid.",
                "Schools, boards, municipalities, staff and the OPR give their view on policy at tables.",
            ),
        ),
    },
];

/// The kind of meeting with this name in data.
pub fn table(slug: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.slug == slug)
}
