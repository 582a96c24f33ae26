//! The topics that return: their names in data, and the rule and its field that they answer to.

use rules::rule::rule;
use rules::text::{Text, t};

/// A topic that returns on agendas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topic {
    pub slug: &'static str,
    pub title: Text,
    /// The rule that asks for it.
    pub rule: &'static str,
    /// Minutes that a new agenda gives it; people change that at once.
    pub minutes: u16,
}

const fn regional(slug: &'static str, title: Text) -> Topic {
    Topic { slug, title, rule: "WGB-06", minutes: 10 }
}

const fn cluster(slug: &'static str, title: Text) -> Topic {
    Topic { slug, title, rule: "NWG-06", minutes: 20 }
}

const OTHER: [Topic; 15] = [
    regional("inclusiever_werkgebied", t("Inclusiever werkgebied", "More inclusive werkgebied")),
    regional(
        "strategische_keuzes",
        t("Strategische keuzes in de regio", "Strategic choices in the region"),
    ),
    Topic {
        slug: "meso.ondersteuningsvragen",
        title: t("Ondersteuningsvragen van de school", "Support questions of the school"),
        rule: "KWA-10",
        minutes: 30,
    },
    Topic {
        slug: "meso.samenwerking",
        title: t("Onze samenwerking", "How we work together"),
        rule: "KWA-10",
        minutes: 20,
    },
    Topic {
        slug: "mdo.nodig",
        title: t("Wat is nodig?", "What is needed?"),
        rule: "",
        minutes: 20,
    },
    Topic {
        slug: "mdo.doelen",
        title: t("Waaraan werken we?", "What do we work on?"),
        rule: "",
        minutes: 15,
    },
    Topic {
        slug: "mdo.hoe",
        title: t("Hoe doen we dat, en wanneer kijken we terug?", "How, and when do we look back?"),
        rule: "",
        minutes: 15,
    },
    Topic {
        slug: "netwerk.besteding",
        title: t(
            "Voortgang van de besteding in de werkgebieden",
            "Progress of the spending in the werkgebieden",
        ),
        rule: "WGB-13",
        minutes: 15,
    },
    Topic {
        slug: "netwerk.memo",
        title: t("Memo met de beleidskaders", "Memo with the policy framework"),
        rule: "WGB-14",
        minutes: 15,
    },
    cluster(
        "cluster.nabij",
        t("Steun dicht bij het reguliere onderwijs", "Support close to regular education"),
    ),
    cluster("cluster.kennis", t("Kennis en ervaring delen", "Sharing knowledge and experience")),
    cluster(
        "cluster.instroom",
        t(
            "Minder instroom in en meer terugkeer uit speciaal onderwijs",
            "Less inflow into and more return from special education",
        ),
    ),
    Topic { slug: "begroting", title: t("Begroting", "Budget"), rule: "FIN-02", minutes: 20 },
    Topic {
        slug: "trimesterrapportage",
        title: t("Trimesterrapportage", "Trimester report"),
        rule: "FIN-04",
        minutes: 20,
    },
    Topic {
        slug: "ondersteuningsplan",
        title: t("Ondersteuningsplan", "Ondersteuningsplan"),
        rule: "",
        minutes: 30,
    },
];

/// The eight fixed topics of a werkgebied, in the order of WGB-05, and the other topics that return.
pub fn topics() -> Vec<Topic> {
    let fields = rule("WGB-05").map_or(&[][..], |rule| rule.fields);
    let fixed = fields.iter().map(|field| Topic {
        slug: field.name,
        title: field.label,
        rule: "WGB-05",
        minutes: 10,
    });
    fixed.chain(OTHER).collect()
}

/// The topic with this slug.
pub fn topic(slug: &str) -> Option<Topic> {
    topics().into_iter().find(|topic| topic.slug == slug)
}
