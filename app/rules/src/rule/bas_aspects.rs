//! BAS-01 to BAS-05 and BAS-12: what basic support is, for whom it is enough, and who watches over it.

use super::sources::{
    CHECKED_SCHOOL, CHILD, NATIONAL, NOT_READ_AGAIN, PLAN_PPO_NK, REGIONAL, ppo_nk, wpo,
};
use super::{Choice, Citation, Field, Kind, Rule, Topic, Val, Validity};
use crate::calendar::day;
use crate::text::{say, t};

const BASIC: Rule = Rule { topic: Topic::BasicSupport, checked: CHECKED_SCHOOL, ..REGIONAL };

pub(super) const BAS_01: Rule = Rule {
    id: "BAS-01",
    title: t(
        "De basisondersteuning van een school heeft vijf aspecten",
        "The basic support of a school has five aspects",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        "§11.3",
        t(
            "De basiskwaliteit is op orde, de school past zich doeltreffend aan, werkt planmatig per leerling, helpt preventief en licht curatief, en stemt dit af op haar leerlingen en legt het vast.",
            "The basic quality is in order, the school adapts effectively, works to a plan for each pupil, helps preventively and with light cures, and fits this to its pupils and writes it down.",
        ),
    )],
    fields: &[
        Field::yes_no(
            "basiskwaliteit",
            t("1. De basiskwaliteit is op orde", "1. The basic quality is in order"),
        ),
        Field::yes_no(
            "aanpassingen",
            t("2. Doeltreffende aanpassingen", "2. Effective adaptations"),
        ),
        Field::yes_no(
            "planmatig",
            t("3. Planmatig werken per leerling", "3. Working to a plan for each pupil"),
        ),
        Field::yes_no(
            "preventief",
            t("4. Preventieve en licht curatieve hulp", "4. Preventive and light curative help"),
        ),
        Field::yes_no(
            "afgestemd",
            t(
                "5. Afgestemd op de leerlingen en vastgelegd",
                "5. Fitted to the pupils and written down",
            ),
        ),
    ],
    decide: |e| {
        e.complete(
            5,
            say!("Alle vijf de aspecten zijn er.", "All five aspects are there."),
            say!(
                "Niet alle vijf de aspecten zijn er; welke je kunt versterken staat erbij.",
                "Not all five aspects are there; which you can strengthen is shown."
            ),
        )
    },
    ..BASIC
};

pub(super) const BAS_02: Rule = Rule {
    id: "BAS-02",
    title: t(
        "Preventief en licht curatief: dyslexie, dyscalculie, toegankelijkheid en specialisten",
        "Preventive and light curative: dyslexia, dyscalculia, accessibility and specialists",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        "§11.3, aspect 4",
        t(
            "Dit aspect bestaat uit een protocol voor dyslexie, een voor dyscalculie, toegankelijkheid van gebouw of sfeer, en hulp samen met specialisten van binnen en buiten de school.",
            "This aspect consists of a protocol for dyslexia, one for dyscalculia, accessibility of building or climate, and help together with specialists from inside and outside the school.",
        ),
    )],
    fields: &[
        Field::yes_no("dyslexie", t("Protocol dyslexie", "Protocol for dyslexia")),
        Field::yes_no("dyscalculie", t("Protocol dyscalculie", "Protocol for dyscalculia")),
        Field::yes_no(
            "toegankelijk",
            t("Fysiek en/of sociaal toegankelijk", "Physically and/or socially accessible"),
        ),
        Field::yes_no(
            "specialisten",
            t(
                "Hulp samen met specialisten van binnen en buiten",
                "Help together with specialists from inside and outside",
            ),
        ),
    ],
    decide: |e| {
        e.complete(
            4,
            say!("Dit aspect is volledig.", "This aspect is complete."),
            say!(
                "Dit aspect is nog niet volledig; wat ontbreekt staat erbij.",
                "This aspect is not complete yet; what is missing is shown."
            ),
        )
    },
    ..BASIC
};

pub(super) const BAS_03: Rule = Rule {
    id: "BAS-03",
    topic: Topic::BasicSupport,
    title: t(
        "Basisondersteuning is genoeg zolang het veilig is voor het kind en de anderen",
        "Basic support is enough as long as it is safe for the child and the others",
    ),
    kind: Kind::Beslis,
    sources: &[ppo_nk(
        "§11.3",
        t(
            "Basisondersteuning volstaat voor een leerling die meedoet zonder dat zijn veiligheid of die van anderen in het geding is.",
            "Basic support suffices for a pupil who takes part without the safety of the pupil or of others being at stake.",
        ),
    )],
    fields: &[Field::yes_no(
        "veilig",
        t(
            "Is het veilig voor het kind en voor de anderen?",
            "Is it safe for the child and for the others?",
        ),
    )],
    decide: |e| match e.yes_no(0) {
        None => e.unknown(),
        Some(true) => e.meets(say!("De basisondersteuning is genoeg.", "Basic support is enough.")),
        Some(false) => {
            e.flip(0);
            e.fails(say!(
                "Ga nu met ouders en consulent in gesprek en kijk naar niveau 2 of 3. Dit is nog geen verwijzing.",
                "Talk with parents and consultant now and look at level 2 or 3. This is no referral yet."
            ))
        }
    },
    ..CHILD
};

pub(super) const BAS_04: Rule = Rule {
    id: "BAS-04",
    title: t(
        "School en schoolbestuur gaan over de basisondersteuning; het samenwerkingsverband kijkt mee",
        "School and board are in charge of basic support; the samenwerkingsverband watches",
    ),
    kind: Kind::Gids,
    sources: &[ppo_nk(
        "§11.3",
        t(
            "Voor de kwaliteit zijn school en schoolbestuur verantwoordelijk. Het samenwerkingsverband volgt die kwaliteit.",
            "School and school board are responsible for the quality. The samenwerkingsverband monitors it.",
        ),
    )],
    fields: &[
        Field::choice(
            "wie",
            t("Wie het doet", "Who does it"),
            &[
                Choice { name: "school", label: t("De school", "The school") },
                Choice { name: "bestuur", label: t("Het schoolbestuur", "The school board") },
                Choice {
                    name: "swv",
                    label: t(
                        "Consulent of ander van het samenwerkingsverband",
                        "Consultant or another of the samenwerkingsverband",
                    ),
                },
            ],
        ),
        Field::choice(
            "handeling",
            t("Wat er gebeurt", "What is done"),
            &[
                Choice { name: "invullen", label: t("Een aspect afvinken", "Tick an aspect") },
                Choice { name: "adviseren", label: t("Lezen en adviseren", "Read and advise") },
            ],
        ),
    ],
    decide: |e| match (e.choice(0), e.choice(1)) {
        (_, Some(1)) => {
            e.meets(say!("Lezen en adviseren mag.", "Reading and advising is allowed."))
        }
        (Some(0 | 1), Some(_)) => e.meets(say!(
            "School en bestuur vullen dit zelf in.",
            "School and board fill this in themselves."
        )),
        (Some(_), Some(_)) => {
            let advise = const { &t("Lezen en adviseren", "Read and advise") };
            e.would_change(say!("Wat wel kan", "What can be done"), Val::Text(advise));
            e.fails(say!(
                "Het samenwerkingsverband vinkt niet af wat een school doet. Geef advies.",
                "The samenwerkingsverband does not tick what a school does. Give advice."
            ))
        }
        _ => e.unknown(),
    },
    ..BASIC
};

pub(super) const BAS_05: Rule = Rule {
    id: "BAS-05",
    title: t(
        "Het samenwerkingsverband volgt de basisondersteuning met vijf bronnen",
        "The samenwerkingsverband monitors basic support with five sources",
    ),
    kind: Kind::Lijst,
    sources: &[ppo_nk(
        "§11.3",
        t(
            "Er wordt gekeken naar het profiel van de school, de reflectiegesprekken met besturen, de aanvragen van arrangementen, het percentage verwijzingen en wat de consulent ziet.",
            "What is looked at: the profile of the school, the reflection talks with boards, the requests for arrangements, the percentage of referrals and what the consultant sees.",
        ),
    )],
    fields: &[
        Field::yes_no("profiel", t("Profiel of schoolgids", "Profile or school guide")),
        Field::yes_no(
            "reflectie",
            t("Reflectiegesprekken met besturen", "Reflection talks with boards"),
        ),
        Field::yes_no("aanvragen", t("Aanvragen van arrangementen", "Requests for arrangements")),
        Field::yes_no("verwijzingen", t("Percentage verwijzingen", "Percentage of referrals")),
        Field::yes_no("consulent", t("Bevindingen van de consulent", "Findings of the consultant")),
    ],
    decide: |e| {
        e.complete(
            5,
            say!("Alle vijf de bronnen zijn er.", "All five sources are there."),
            say!(
                "Niet alle bronnen zijn er; welke ontbreekt staat erbij.",
                "Not all sources are there; which is missing is shown."
            ),
        )
    },
    ..BASIC
};

/// The version of the law in which we looked for a national norm.
const LAW_READ: chrono::NaiveDate = day(2026, 8, 1);

pub(super) const BAS_12: Rule = Rule {
    id: "BAS-12",
    topic: Topic::BasicSupport,
    checked: CHECKED_SCHOOL,
    title: t(
        "Een landelijke norm voor basisondersteuning staat nog niet in de wet",
        "A national norm for basic support is not in the law yet",
    ),
    kind: Kind::Feit,
    valid: Validity { from: PLAN_PPO_NK.from, until: None },
    sources: &[
        wpo(
            "artikel 1",
            t(
                "Basisondersteuning is wat op alle vestigingen in het samenwerkingsverband aanwezig is. Een norm per school staat er in de versie van 1 augustus 2026 niet.",
                "Basic support is what is present at all locations in the samenwerkingsverband. A norm for each school is not in the version of 1 August 2026.",
            ),
        ),
        Citation {
            document: "Brief aan de Tweede Kamer van 24 april 2025",
            place: "Kamerstuk 31497, nr. 497",
            link: Some("https://berthub.eu/tkconv/document.html?nummer=2025D19102"),
            says: t(
                "Een advies en een eindrapport over een norm zijn aan de Kamer gestuurd. De brief zelf is hier niet gelezen.",
                "An advice and a final report on a norm were sent to parliament. The letter itself was not read here.",
            ),
        },
        ppo_nk(
            "§11.3",
            t(
                "De norm is in ontwikkeling; als zij er is, wordt het beleid zo nodig aangepast.",
                "The norm is being developed; once it is there the policy is adapted where needed.",
            ),
        ),
        NOT_READ_AGAIN,
    ],
    decide: |e| {
        if e.today() <= LAW_READ {
            return e.meets(say!(
                "Er is geen landelijke norm in de wet. Wat op alle scholen aanwezig is, spreekt het samenwerkingsverband af.",
                "There is no national norm in the law. What is present at all schools is agreed in the samenwerkingsverband."
            ));
        }
        e.made(
            say!("Wettekst gelezen tot en met", "Law read until"),
            super::How::Fixed,
            Val::Date(LAW_READ),
            0,
        );
        e.impossible(say!(
            "Of er na de gelezen wettekst een landelijke norm is gekomen, weten wij niet. Vraag het na.",
            "Whether a national norm came after the law that was read, we do not know. Ask."
        ))
    },
    ..NATIONAL
};
