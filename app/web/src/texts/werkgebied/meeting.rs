//! Holding a meeting, and what the projector shows.

use rules::text::{Text, t};

pub const STEPS: Text = t("Stappen van de vergadering", "Steps of the meeting");
pub const AGENDA: Text = t("Agenda", "Agenda");
pub const NOW: Text = t("Vergadering", "Meeting");
pub const MINUTES: Text = t("Verslag", "Minutes");
pub const SCREEN: Text = t("Scherm", "Screen");
pub const NOT_HERE: Text =
    t("Deze vergadering staat niet op dit apparaat", "This meeting is not on this device");
pub const NOT_HERE_WHY: Text = t(
    "Misschien hoort zij bij een ander werkgebied, of is zij nog niet binnengekomen.",
    "It may belong to another werkgebied, or it has not come in yet.",
);
pub const NO_AGENDA: Text = t("Maak eerst de agenda.", "Make the agenda first.");
pub const LOCKED: Text = t(
    "Het verslag is vastgesteld. Er verandert niets meer.",
    "The minutes were adopted. Nothing changes any more.",
);
pub const BEGIN: Text = t("Begin", "Begin");
pub const PREVIOUS: Text = t("Vorige", "Previous");
pub const NEXT: Text = t("Volgende", "Next");
pub const PAUSE: Text = t("Pauze", "Break");
pub const NOT_BEGUN: Text =
    t("De vergadering is nog niet begonnen.", "The meeting has not begun yet.");
pub const BREAK: Text = t("Pauze.", "Break.");
pub const ENDED: Text = t("De vergadering is gesloten.", "The meeting has ended.");
pub const ITEM: Text = t("Punt", "Item");
pub const OF: Text = t("van", "of");
pub const LEFT: Text = t("te gaan", "to go");
pub const OVER: Text = t("over de tijd", "over time");
pub const CASUS: Text = t(
    "Dit punt gaat over een kind. Woorden erover staan in het dossier; hier leg je alleen vast wat er met geld of afspraken gebeurt.",
    "This item is about a child. Words about it stand in the dossier; here you only write down what happens with money or agreements.",
);
pub const OPEN_ACTIONS: Text =
    t("Open acties van eerdere keren", "Open actions from earlier times");
pub const NOTES: Text = t("Aantekeningen", "Notes");
pub const DONE: Text = t("Klaar", "Finished");
pub const POSTPONE: Text = t("Schuift door naar de volgende keer", "Goes on to the next time");
pub const WHOLE: Text = t("De hele agenda", "The whole agenda");
pub const RULES: Text =
    t("Wat de regels zeggen over deze vergadering", "What the rules say about this meeting");
pub const NEXT_DAY: Text = t("Volgende vergadering", "Next meeting");
pub const NEXT_DAY_HINT: Text =
    t("Komt ook in de jaarplanning.", "Goes into the year planning too.");
pub const DECIDED: Text = t("Besloten", "Decided");
pub const THEN: Text = t("Daarna", "After that");
pub const SCREEN_REST: Text = t("Er is nu niets aan de orde.", "Nothing is on now.");
pub const SCREEN_CLOSE: Text = t("Sluit het scherm", "Close the screen");
