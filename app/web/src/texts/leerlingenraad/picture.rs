//! The drawing that grows.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Elk jaar komt er een laag bij. Wat er lag, blijft liggen.",
    "Every year a layer is added. What was there, stays.",
);
pub const EMPTY: Text = t("De tekening is nog leeg", "The drawing is still empty");
pub const EMPTY_WHY: Text = t(
    "Na de eerste raad leg je hier neer wat kinderen willen laten zien.",
    "After the first council you lay down here what children want to show.",
);
pub const YEAR: Text = t("Tot en met", "Up to and including");
pub const EARLIER: Text = t("Een raad eerder", "One council earlier");
pub const LATER: Text = t("Een raad later", "One council later");
pub const PLAY: Text = t("Laat groeien", "Let it grow");
pub const PAUSE: Text = t("Stop", "Stop");
pub const DIM: Text = t("Maak eerdere jaren lichter", "Make earlier years lighter");
pub const COLOURS: Text = t("Kleur van elke raad", "Colour of each council");
pub const LIST: Text = t("Dezelfde tekening als lijst", "The same drawing as a list");
pub const COL_YEAR: Text = t("Jaar", "Year");
pub const COL_PLACE: Text = t("Plaats", "Place");
pub const COL_THEME: Text = t("Waarover", "About what");
pub const COL_WORDS: Text = t("In eigen woorden", "In own words");
pub const COL_DONE: Text = t("Wat we deden", "What we did");
pub const POSTER: Text = t("Druk af als poster (A3)", "Print as a poster (A3)");
pub const SLIDE: Text = t("Laat groot zien", "Show it large");
pub const SLIDE_CLOSE: Text = t("Sluit het grote beeld", "Close the large picture");
pub const NO_DONE: Text = t("Nog niets", "Nothing yet");
pub const SET_DONE: Text = t("Wat is ermee gedaan?", "What was done with it?");
pub const WITHDRAW: Text = t("Haal uit de tekening", "Take out of the drawing");
pub const BRING_BACK: Text = t("Leg terug", "Lay back");
pub const WITHDRAWN: Text = t("Uit de tekening gehaald", "Taken out of the drawing");
pub const CLOSE: Text = t("Sluit", "Close");
pub const DRAWN: Text = t("tekening", "drawing");
pub const TITLE: Text =
    t("Zo zien kinderen samen naar school", "How children see going to school together");
pub const NAME: Text = t(
    "Een landschap van huis naar school, met briefjes en tekeningen van kinderen. Alles staat ook in de lijst.",
    "A landscape from home to school, with notes and drawings of children. Everything is in the list as well.",
);
pub const AS_PNG: Text = t("Geef als plaatje voor een dia", "Give as a picture for a slide");
pub const AS_SVG: Text = t("Geef als tekening van lijnen", "Give as a drawing of lines");
pub const BEFORE: Text = t("Breng een tekening van eerder binnen", "Bring in a drawing of before");
pub const BEFORE_WHY: Text = t(
    "Hangt er al een tekening van een eerdere raad? Maak er een foto of scan van. Zij wordt een eigen laag, op de plek van haar jaar. Een andere foto bij hetzelfde jaar komt in de plaats van de vorige. Wat de camera over plaats en tijd opschreef, gaat er niet in mee.",
    "Is there a drawing of an earlier council already? Take a photo or scan of it. It becomes a layer of its own, in the place of its year. Another photo of the same year takes the place of the one before. What the camera wrote about place and time does not go along.",
);
pub const BEFORE_YEAR: Text = t("Van welk jaar is zij?", "Of which year is it?");
pub const BEFORE_LOOKED: Text = t(
    "Ik heb gekeken: er staan geen namen en geen gezichten op",
    "I looked: there are no names and no faces on it",
);
pub const BEFORE_TITLE: Text = t("De tekening van eerder", "The drawing of before");
pub const NO_PICTURE: Text = t(
    "Dit is geen plaatje. Kies een foto of een scan.",
    "This is no picture. Choose a photo or a scan.",
);
pub const YEAR_OF: Text = t("Uit welke tekening?", "From which drawing?");
pub const IN_IT: Text = t("Wat staat erin?", "What is in it?");
pub const IN_IT_HINT: Text =
    t("In de woorden van de kinderen, zonder namen", "In the words of the children, without names");
pub const SEE_BEFORE: Text = t("Bekijk de tekening van eerder", "Look at the drawing of before");
pub const SPOTS_WHY: Text = t(
    "Elk cijfer hoort bij wat kinderen daar zeiden. Tik op de tekening om een plek aan te wijzen.",
    "Each number goes with what children said there. Tap on the drawing to point at a place.",
);
pub const SPOT_NEW: Text = t("Wijs een plek aan", "Point at a place");
pub const SPOT_MOVE: Text = t("Verplaats", "Move");
pub const SPOT_AWAY: Text = t("Haal de plek weg", "Take the place away");
pub const SPOT_HERE: Text = t("Hier is het", "Here it is");
pub const SPOT_HEARD: Text = t("Wat hoorden we hier?", "What did we hear here?");
pub const SPOT_NOT: Text = t("Laat maar", "Never mind");
pub const AIM: Text = t(
    "Tik op de goede plek in de tekening, of schuif het plusje.",
    "Tap on the right place in the drawing, or move the plus.",
);
pub const LEFT: Text = t("Naar links", "To the left");
pub const RIGHT: Text = t("Naar rechts", "To the right");
pub const UP: Text = t("Omhoog", "Up");
pub const DOWN: Text = t("Omlaag", "Down");
pub const WHAT_IS_IT: Text = t("Wat hier ligt", "What lies here");
pub const OPEN_ONE: Text = t("Bekijk en werk bij", "See and work on it");
