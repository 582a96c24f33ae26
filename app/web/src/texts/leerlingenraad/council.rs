//! Preparing a council.

use rules::text::{Text, t};

pub const STEPS: Text = t("Stappen van de raad", "Steps of the council");
pub const PREPARE: Text = t("Voorbereiden", "Prepare");
pub const GUIDE: Text = t("Gids", "Guide");
pub const CIRCLE: Text = t("De kring", "The circle");
pub const LOOK: Text = t("Nakijken", "Look over");
pub const HEARD: Text = t("Wat er is gezegd", "What was said");
pub const GONE: Text = t("Deze raad is er niet", "This council is not here");
pub const GONE_WHY: Text = t(
    "Misschien is de raad weggehaald, of is hij hier nog niet binnen.",
    "It may have been taken away, or has not arrived here yet.",
);
pub const ABOUT: Text = t("De raad", "The council");
pub const TITLE: Text = t("Waar gaat het over?", "What is it about?");
pub const SCHOOLS: Text = t("Welke scholen doen mee?", "Which schools take part?");
pub const QUESTIONS: Text = t("De vragen", "The questions");
pub const QUESTIONS_LEAD: Text = t(
    "De drie vragen uit het plan staan klaar. Haal weg wat je niet vraagt, of zet er een eigen vraag bij.",
    "The three questions of the plan are ready. Take away what you do not ask, or add one of your own.",
);
pub const OWN: Text = t("Eigen vraag", "Own question");
pub const OWN_HINT: Text = t(
    "Kort, in woorden van kinderen. Eén ding tegelijk.",
    "Short, in words of children. One thing at a time.",
);
pub const OTHER_WORDS: Text = t("Verander de woorden", "Change the words");
pub const IN_OWN_WORDS: Text = t("De vraag in jullie woorden", "The question in your words");
pub const IN_OWN_WORDS_HINT: Text = t(
    "Maak je het veld leeg, dan krijgt een vraag uit het plan zijn eigen woorden terug.",
    "When you empty the field, a question of the plan gets its own words back.",
);
pub const WAYS: Text = t("Zo kan een kind antwoorden", "A child can answer in these ways");
pub const FEW_WAYS: Text = t(
    "Laat een kind uit minstens drie manieren kiezen.",
    "Let a child choose from at least three ways.",
);
pub const REMOVE: Text = t("Haal weg", "Take away");
pub const PUT_BACK: Text = t("Zet terug", "Put back");
pub const REMOVED: Text = t("Weggehaald", "Taken away");
pub const OPENING: Text = t("Waar jullie mee beginnen", "What you begin with");
pub const OPENING_LEAD: Text = t(
    "Begin met de tekening van vorige keer, en vertel wat er met de woorden van de kinderen is gedaan.",
    "Begin with the drawing of last time, and tell what was done with the words of the children.",
);
pub const NO_PICTURE: Text =
    t("Dit wordt de eerste laag van de tekening.", "This becomes the first layer of the drawing.");
pub const SEE_PICTURE: Text = t("Bekijk de tekening", "See the drawing");
pub const PROMISED: Text =
    t("Wat we beloofden en wat we deden", "What we promised and what we did");
pub const TO_GUIDE: Text = t("Naar de gids", "Go to the guide");
pub const LAST_TIME: Text = t(
    "Wat er met de woorden van vorige keer is gedaan",
    "What was done with the words of last time",
);
pub const NOT_DECIDED: Text = t("Nog niet besloten", "Not decided yet");
pub const TOOK_PLACE: Text = t("Is deze raad er geweest?", "Did this council take place?");
pub const TOOK_PLACE_WHY: Text = t(
    "Ging de raad niet door? Haal hem dan weg. Was hij er wel, maar ligt er niets in, bijvoorbeeld na alleen praten in de kring? Zeg dan dat hij gehouden is. Dan is de volgende raad aan de beurt.",
    "Did the council not go ahead? Then take it away. Was it held, but does nothing lie in it, for example after only talking in the circle? Then say that it was held. After that it is the turn of the next council.",
);
pub const NOT_ON: Text = t("Gaat deze raad niet door?", "Does this council not go ahead?");
pub const NOT_ON_WHY: Text = t(
    "Haal hem dan weg. Je vindt hem terug bij het overzicht.",
    "Then take it away. You find it again at the overview.",
);
pub const HELD: Text = t("Deze raad is gehouden", "This council was held");
pub const REMOVE_COUNCIL: Text = t("Haal deze raad weg", "Take this council away");
pub const REMOVED_HERE: Text = t(
    "Deze raad is weggehaald. Wat erin ligt, blijft bewaard.",
    "This council was taken away. What lies in it stays.",
);
pub const REMOVED_ONES: Text = t("Weggehaalde raden", "Councils that were taken away");
