//! The margin and the explanation of an amount.

use rules::text::{Text, t};

pub const KANTLIJN: Text = t("Kantlijn", "Margin");
pub const WHY: Text = t("Waarom?", "Why?");
pub const WHY_THIS: Text = t("Waarom dit bedrag?", "Why this amount?");
pub const SOURCE: Text = t("Bron", "Source");
pub const EMPTY: Text = t(
    "Hier komt te staan waarom iets zo is, en waar het vandaan komt.",
    "This is where you will read why something is as it is, and where it comes from.",
);
pub const RULES: Text = t("Waar dit vandaan komt", "Where this comes from");
pub const NOTES: Text = t("aantekeningen", "notes");
pub const NOTE: Text = t("aantekening", "note");

pub const ENTERED: Text = t("Iemand heeft dit ingevuld.", "Somebody entered this.");
pub const PUBLISHED: Text = t("Dit cijfer is gepubliceerd.", "This figure was published.");
pub const ASSUMED: Text = t("Dit is een aanname.", "This is an assumption.");
pub const LEVER: Text =
    t("Een knop van dit scenario heeft dit veranderd.", "A lever of this scenario changed this.");
pub const SUM: Text = t("Dit is opgeteld uit:", "This is the sum of:");
pub const DIFFERENCE: Text = t(
    "Dit is het eerste, min wat eronder staat:",
    "This is the first, minus what stands below it:",
);
pub const PRODUCT: Text = t("Dit is vermenigvuldigd uit:", "This is the product of:");
pub const QUOTIENT: Text =
    t("Dit is het eerste, gedeeld door het tweede:", "This is the first, divided by the second:");
pub const LARGEST: Text = t("Dit is het hoogste van:", "This is the highest of:");
pub const SMALLEST: Text = t("Dit is het laagste van:", "This is the lowest of:");
pub const SHARED: Text = t(
    "Dit is een deel van een pot, zo verdeeld dat alle delen samen precies de pot zijn.",
    "This is a share of a pot, divided so that all shares together are exactly the pot.",
);
pub const ROUNDED: Text = t("Dit is afgerond.", "This was rounded.");
pub const RULE: Text = t("Dit volgt uit regel", "This follows from rule");
pub const PARAMETER: Text =
    t("Dit komt uit de lijst met bedragen.", "This comes from the list of amounts.");
pub const FIXED: Text = t("Dit ligt vast.", "This is fixed.");
pub const NOT_APPLIED: Text =
    t("Dit is bekeken en geldt hier niet.", "This was looked at and does not apply here.");
pub const WOULD_CHANGE: Text =
    t("Hiermee wordt de uitkomst anders.", "This would change the outcome.");
pub const FINDING: Text =
    t("Hier spreken bronnen elkaar tegen.", "Sources contradict each other here.");
pub const MISSING: Text = t(
    "Dit is nog niet bekend. Niemand heeft het ingevuld.",
    "This is not known yet. Nobody has entered it.",
);

pub const FIRST: Text = t("eerste regeling", "first regulation");
pub const DEFINITIVE: Text = t("definitief", "definitive");
pub const DERIVED: Text = t("afgeleid", "derived");
pub const UNVERIFIED: Text = t("nog niet nagekeken", "not verified yet");
pub const ESTIMATE: Text = t("raming", "estimate");
pub const SELF_ENTERED: Text = t("zelf ingevuld", "entered by you");
pub const PUBLISHED_STATUS: Text = t("gepubliceerd", "published");
