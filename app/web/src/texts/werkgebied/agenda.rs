//! Preparing the agenda.

use rules::text::{Text, t};

pub const MAKE: Text = t("Maak de agenda", "Make the agenda");
pub const MAKE_WHY: Text = t(
    "De vaste onderwerpen staan er al op. Wat vorige keer niet af kwam en wat de regels vragen, komt erbij. Daarna kun je alles verschuiven en aanvullen.",
    "The fixed topics are on it already. What was not finished last time and what the rules ask for is added. After that you can move and complete everything.",
);
pub const MAKE_GO: Text = t("Maak de agenda", "Make the agenda");
pub const CARRIED: Text = t("Schuift door van eerdere keren", "Carried over from earlier times");
pub const DUE: Text = t("Aan de beurt", "Due");
pub const CASUS: Text = t("Casus, in het eigen dossier", "Casus, in its own dossier");
pub const LATE: Text =
    t("Er kwam iets bij dat eerder niet af was", "Something came in that was not finished before");
pub const LATE_GO: Text = t("Zet het op de agenda", "Put it on the agenda");
pub const OFTEN: Text =
    t("Al vaker dan twee keer doorgeschoven", "Carried over more than twice already");
pub const TAKES: Text = t("De agenda duurt", "The agenda takes");
pub const MINUTES: Text = t("minuten", "minutes");
pub const MIN: Text = t("min", "min");
pub const OF: Text = t("van de", "of the");
pub const TOO_MANY: Text = t("te veel", "too many");
pub const TO_SPARE: Text = t("over", "to spare");
pub const LENGTH: Text = t("Hoelang mag het duren?", "How long may it last?");
pub const LENGTH_MINUTES: Text = t("Duur in minuten", "Length in minutes");
pub const ITEMS: Text = t("Agenda", "Agenda");
pub const BY: Text = t("van", "from");
pub const RULE: Text = t("regel", "rule");
pub const CARRIED_TIMES: Text = t("doorgeschoven", "carried over");
pub const UP: Text = t("Omhoog", "Up");
pub const DOWN: Text = t("Omlaag", "Down");
pub const CHANGE: Text = t("Wijzig", "Change");
pub const TITLE: Text = t("Onderwerp", "Subject");
pub const ASK: Text = t("Wat moet er besloten worden?", "What is to be decided?");
pub const ASK_HINT: Text =
    t("Leeg als er niets te besluiten is.", "Empty when there is nothing to decide.");
pub const KIND: Text = t("Wat vraag je van de tafel?", "What do you ask of the table?");
pub const TIME: Text = t("Minuten", "Minutes");
pub const BROUGHT_BY: Text = t("Ingebracht door", "Brought in by");
pub const NOBODY: Text = t("Niemand in het bijzonder", "Nobody in particular");
pub const REMOVE: Text = t("Haal van de agenda", "Take off the agenda");
pub const REMOVED: Text = t("Van de agenda gehaald", "Taken off the agenda");
pub const PUT_BACK: Text = t("Zet terug", "Put back");
pub const ADD: Text = t("Punt op de agenda", "Add an item");
pub const ADD_HINT: Text = t("Het onderwerp is genoeg.", "The subject is enough.");
pub const ADD_KIND: Text = t("Soort punt", "Kind of item");
pub const PROPOSE: Text = t("Stel een punt voor", "Propose an item");
pub const PROPOSE_KIND: Text = t("Soort voorstel", "Kind of proposal");
pub const PROPOSALS: Text = t("Voorgesteld", "Proposed");
pub const PROPOSALS_WHY: Text = t(
    "Iedereen kan vooraf iets voorstellen; de voorzitter zet het op de agenda.",
    "Anyone may propose something beforehand; the chair puts it on the agenda.",
);
pub const ACCEPT: Text = t("Zet op de agenda", "Put on the agenda");
pub const TO_MEETING: Text = t("Naar de vergadering", "To the meeting");
pub const NOTE: Text = t("Verschuiven", "Moving");
pub const NOTE_BODY: Text = t(
    "Met de pijlen, met het toetsenbord of door te slepen aan de stippen. Wat niet af komt, schuift vanzelf door naar de volgende keer.",
    "With the arrows, with the keyboard or by dragging the dots. What is not finished goes on to the next time by itself.",
);
