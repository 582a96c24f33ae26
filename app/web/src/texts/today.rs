//! Vandaag: what waits and the one next step.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Hier zie je wat op je wacht. Alles staat op dit apparaat, dus het werkt ook als het internet wegvalt.",
    "Here you see what is waiting for you. Everything is on this device, so it also works when the internet drops out.",
);
pub const WAITING: Text = t("Wat op je wacht", "Waiting for you");
pub const GO_ON: Text = t("Ga verder", "Go on");
pub const A_DOSSIER: Text = t("Het dossier", "The dossier");
pub const BEGIN: Text = t("Waar wil je beginnen?", "Where do you want to begin?");
pub const THEN: Text = t("Daarna", "After that");
pub const MORE: Text = t("Nog meer dat wacht", "More that waits");
pub const ACTION: Text = t("Jouw actie in", "Your action in");
pub const OPEN_ACTIONS: Text = t("Open mijn acties", "Open my actions");
pub const LATE_ACTION: Text = t("had klaar moeten zijn op", "should have been done on");
pub const LATE_MEETING: Text = t("was gepland op", "was planned on");
pub const TODAY: Text = t("vandaag", "today");
pub const AT_LATEST: Text = t("uiterlijk", "at the latest on");
pub const ON: Text = t("op", "on");
pub const GOING: Text = t("is bezig", "is going on");
pub const MISSING_ONE: Text = t(
    "Op dit apparaat ontbreekt nog 1 ding om zonder internet te vergaderen",
    "1 thing is still missing on this device to meet without internet",
);
pub const MISSING: Text = t(
    "Op dit apparaat ontbreken nog {} dingen om zonder internet te vergaderen",
    "{} things are still missing on this device to meet without internet",
);
pub const CHOOSE_ONE: Text =
    t("Op één punt staan twee besluiten", "On one item there are two decisions");
pub const CHOOSE: Text =
    t("Op {} punten staan twee besluiten", "On {} items there are two decisions");
pub const CHOOSE_WHY: Text = t("de voorzitter kiest", "the chair chooses");
pub const CHOOSE_GO: Text = t("Bekijk het verslag en kies", "See the minutes and choose");
pub const ANSWERS_WAIT: Text = t(
    "wat kinderen zeiden wacht op dit apparaat tot iemand het nakijkt",
    "what children said waits on this device until somebody looks it over",
);
pub const RULES_ASK: Text = t("De regels vragen aandacht", "The rules ask for attention");
pub const RULES_GO: Text = t("Bekijk de jaarplanning", "See the year planning");
pub const BUDGET: Text = t("Reken je begroting door", "Work through your budget");
pub const BUDGET_WHY: Text = t(
    "Draai aan de knoppen en zie wat het per jaar doet. Het is een oefening, geen besluit.",
    "Turn the levers and see what it does year by year. It is an exercise, not a decision.",
);
pub const ALSO: Text = t("Ook hier", "Also here");
pub const AREA: Text = t("Vergader met je werkgebied", "Meet with your werkgebied");
pub const AREA_WHY: Text = t(
    "Agenda, besluiten en acties op elk apparaat aan tafel, ook zonder internet.",
    "Agenda, decisions and actions on every device at the table, also without internet.",
);
pub const SCHOOL: Text = t("Kijk naar je school", "Look at your school");
pub const SCHOOL_WHY: Text = t(
    "De basisondersteuning als gesprek, wat de school biedt, en waar een vraag van een kind hoort.",
    "Basic support as a conversation, what the school offers, and where a child's question belongs.",
);
pub const VOICES: Text = t("Hoor kinderen", "Hear children");
pub const VOICES_WHY: Text = t(
    "Een pop-up leerlingenraad op één tablet, en de tekening die elk jaar groeit.",
    "A pop-up leerlingenraad on one tablet, and the drawing that grows every year.",
);
pub const RULES: Text = t("Zoek een regel op", "Look up a rule");
pub const RULES_WHY: Text = t(
    "Wat zegt de wet, wat is in de regio afgesproken, en waar staat dat.",
    "What the law says, what the region agreed, and where that is written.",
);
pub const COPY: Text = t("Bewaar een kopie", "Save a copy");
pub const COPY_WHY: Text = t(
    "Alles van dit apparaat in één bestand, voor de zekerheid.",
    "Everything on this device in one file, to be safe.",
);
pub const NOTE_LOCAL: Text = t("Dicht bij huis", "Close to home");
pub const NOTE_LOCAL_BODY: Text = t(
    "Wat je invult, blijft op dit apparaat. Er gaat niets naar buiten zolang je zelf niets verstuurt.",
    "What you enter stays on this device. Nothing leaves it as long as you do not send anything yourself.",
);
pub const NOTE_MARGIN: Text = t("Wat is de kantlijn?", "What is the margin?");
pub const NOTE_MARGIN_BODY: Text = t(
    "In deze kantlijn staat, op elke pagina, waarom een bedrag zo is en uit welke bron het komt. Als je afdrukt, worden het voetnoten.",
    "In this margin you read, on every page, why an amount is as it is and which source it comes from. In print they become footnotes.",
);
