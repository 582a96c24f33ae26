//! A question from a dossier for a table.

use rules::text::{Text, t};

pub const TITLE: Text = t("Casus op een agenda", "A casus on an agenda");
pub const LEAD: Text = t(
    "Wil je dat een tafel met je meedenkt? Op de agenda komen alleen een etiket en je vraag. De naam en het dossier blijven hier.",
    "Do you want a table to think along with you? Only a label and your question go on the agenda. The name and the dossier stay here.",
);
pub const MEETING: Text = t("Aan welke vergadering vraag je het?", "Which meeting do you ask?");
pub const CHOOSE: Text = t("Kies een vergadering", "Choose a meeting");
pub const NO_MEETING: Text = t(
    "Op dit apparaat is geen vergadering gepland waar over een kind gesproken wordt: een werkgebied, MDO, netwerkgroep of gesprekstafel.",
    "On this device no meeting is planned that talks about a child: a werkgebied, MDO, network group or talking table.",
);
pub const TO_AREAS: Text = t("Naar Werkgebied", "To Werkgebied");
pub const ASK_PARENTS: Text = t("Vraag het eerst aan de ouders", "Ask the parents first");
pub const ASK_PARENTS_WHY: Text = t(
    "Vertel wat er op de agenda komt en wie dat leest. Vul daarna in wat elke ouder zegt.",
    "Tell what goes on the agenda and who reads it. Then fill in what each parent says.",
);
pub const PROPOSE: Text =
    t("Stel deze tafel voor aan de ouders", "Propose this table to the parents");
pub const PROPOSED_WHY: Text =
    t("Een casus op de agenda, zonder naam.", "A casus on the agenda, without a name.");
pub const NO_PARENTS: Text = t(
    "In dit dossier staat nog geen ouder. Voeg die eerst toe.",
    "There is no parent in this dossier yet. Add one first.",
);
pub const TO_PARENTS: Text = t("Naar Ouders", "To Parents");
pub const YOUR_QUESTION: Text = t("Je vraag", "Your question");
pub const GO: Text = t("Stel voor voor deze agenda", "Propose for this agenda");
pub const NO_AGENDA: Text = t(
    "Deze vergadering heeft nog geen agenda. Maak die eerst in Werkgebied.",
    "This meeting has no agenda yet. Make it in Werkgebied first.",
);
pub const WAITS: Text = t(
    "De casus is voorgesteld. De voorzitter zet hem op de agenda.",
    "The casus was proposed. The chair puts it on the agenda.",
);
pub const STANDS: Text = t("De casus staat op de agenda.", "The casus stands on the agenda.");
pub const TAKEN_OFF: Text =
    t("De casus is van de agenda gehaald.", "The casus was taken off the agenda.");
pub const TAKE_OFF: Text = t("Haal van de agenda", "Take off the agenda");
pub const PUT_BACK: Text = t("Stel opnieuw voor", "Propose again");
pub const TELL_TABLE: Text =
    t("Zeg de tafel wat ouders nu zeggen", "Tell the table what parents say now");
pub const OTHER_AT_TABLE: Text = t(
    "Bij de tafel staat nog iets anders over de ouders.",
    "At the table something else still stands about the parents.",
);
pub const CHANGE: Text = t("Wijzig de woorden bij de tafel", "Change the words at the table");
pub const NOT_ANY_MORE: Text = t(
    "Niet elke ouder zegt nu ja. Haal de casus van de agenda.",
    "Not every parent says yes now. Take the casus off the agenda.",
);
