//! A device of one's own that is lost.

use rules::text::{Text, t};

pub const DEVICES: Text = t("Je andere apparaten", "Your other devices");
pub const DEVICES_WHY: Text = t(
    "Ben je er een kwijt? Haal het hier in één keer overal weg. Daarna krijgt het niets nieuws meer. Wat er al op stond, blijft achter de pincode van dat apparaat.",
    "Did you lose one? Take it out everywhere at once here. From then on it gets nothing new. What was on it already stays behind the PIN of that device.",
);
pub const LOST: Text = t("Dit apparaat ben ik kwijt", "I lost this device");
pub const SHEET_GOES: Text = t(
    "Op dat apparaat is een herstelkaart gemaakt. Die werkt daarna ook niet meer.",
    "A recovery sheet was made on that device. It stops working as well.",
);
pub const SHEET_GONE: Text = t(
    "De herstelkaart die op dat apparaat is gemaakt, opent deze ruimten niet meer. Gooi het papier weg en maak een nieuwe.",
    "The recovery sheet that was made on that device no longer opens these spaces. Throw the paper away and make a new one.",
);
pub const OUT_OF: Text = t("Dit apparaat gaat uit", "This device goes out of");
pub const STAYS_IN: Text = t(
    "Hier beslis jij niet. Vraag het aan wie de ruimte beheert",
    "Here you do not decide. Ask who manages the space",
);
pub const ASK: Text = t("{}: vraag {}", "{}: ask {}");
pub const ASK_NOBODY: Text =
    t("{}: niemand anders beheert deze ruimte", "{}: nobody else manages this space");
pub const FAILED: Text =
    t("het weghalen lukte niet. Probeer het opnieuw.", "taking it out did not work. Try again.");
pub const SURE: Text = t("Haal dit apparaat overal weg", "Take this device out everywhere");
pub const KEEP: Text = t("Toch niet", "No, keep it");
pub const DONE: Text = t("Het apparaat is weggehaald", "The device was taken out");
pub const NOT_ALL: Text = t("Het apparaat zit nog in", "The device is still in");
pub const CANNOT: Text = t(
    "Het kan pas weg uit een ruimte als iemand met beheer dat doet.",
    "It only leaves a space when somebody who manages it does so.",
);
