//! The choices: levers, what one pupil does, what weighs most.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Draai aan een knop en kijk wat er gebeurt. Zonder keuzes blijft alles bij het uitgangspunt.",
    "Turn a lever and see what happens. Without choices everything stays at the starting point.",
);
pub const FOR_YEAR: Text = t("Voor welk jaar geldt je keuze?", "For which year is your choice?");
pub const BACK_TO_START: Text = t("Terug naar begin", "Back to the start");
pub const GROUPS: Text = t("Soorten keuzes", "Kinds of choices");
pub const EFFECT: Text = t("Wat verhuizende leerlingen doen", "What pupils who move do");
pub const EFFECT_LEAD: Text = t(
    "Een leerling die verhuist telt twee keer: in het tarief van de school en in de ondersteuning die meegaat.",
    "A pupil who moves counts twice: in the school's tariff and in the support that goes along.",
);
pub const EFFECT_NONE: Text = t(
    "Er verhuist nog niemand in dit scenario. Of het geld volgt later: een verhuizing in augustus telt voor het eerst anderhalf jaar daarna mee.",
    "Nobody moves in this scenario yet. Or the money follows later: a move in August first counts a year and a half later.",
);
pub const ONE_PUPIL: Text = t("Wat doet één leerling?", "What does one pupil do?");
pub const ONE_PUPIL_LEAD: Text = t(
    "Het verschil voor het verband als op de teldatum één leerling ergens anders zit.",
    "The difference for the partnership when one pupil is somewhere else on the count date.",
);
pub const MOVE: Text = t("Beweging", "Movement");
pub const TARIFF: Text = t("Tarief", "Tariff");
pub const LIGHT: Text = t("Licht", "Light");
pub const HEAVY: Text = t("Zwaar", "Heavy");
pub const TOGETHER: Text = t("Samen", "Together");
pub const WEIGHS: Text = t("Wat telt het zwaarst?", "What weighs most?");
pub const WEIGHS_LEAD: Text = t(
    "Elke knop tussen een lage en een hoge waarde die aannemelijk is, en het resultaat in euro dat daarbij hoort.",
    "Every lever between a plausible low and high value, and the result in euros that goes with it.",
);
pub const WEIGHS_NONE: Text = t(
    "Dit kan pas als het resultaat bekend is.",
    "This is only possible when the result is known.",
);
pub const AT_LOW: Text = t("laag", "low");
pub const AT_HIGH: Text = t("hoog", "high");
pub const FROZEN: Text = t(
    "Dit scenario is bevroren. Maak een kopie om verder te oefenen.",
    "This scenario is frozen. Make a copy to go on.",
);
pub const COPY: Text = t("Maak een kopie", "Make a copy");
pub const RESULT_IN: Text = t("Resultaat van", "Result of");
pub const SHOW_MORE: Text = t("Meer knoppen", "More levers");
pub const CHANGED: Text = t("Wat je veranderde", "What you changed");
pub const NOTHING_CHANGED: Text =
    t("Nog niets. Dit is het uitgangspunt.", "Nothing yet. This is the starting point.");
