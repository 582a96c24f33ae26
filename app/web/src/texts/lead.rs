//! An address that leads into a space: from paper, or from Vandaag.

use rules::text::{Text, t};

pub const TITLE: Text = t("Op weg naar wat je zoekt", "On the way to what you look for");
pub const BUSY: Text = t("De ruimte gaat open.", "The space is opening.");
pub const NOT_HERE: Text = t("Dit staat niet op dit apparaat", "This is not on this device");
pub const NOT_HERE_WHY: Text = t(
    "De code hoort bij een ruimte waar jij op dit apparaat niet bij bent. Kom erbij met een uitnodiging van iemand die er wel bij is. Ben je er al bij op een ander apparaat, open de code dan daar.",
    "The code belongs to a space that you are not in on this device. Come in by an invitation from somebody who is in it. If you are in it on another device, open the code there.",
);
pub const INVITED: Text = t("Ik heb een uitnodiging", "I have an invitation");
pub const DAMAGED: Text = t("Dit adres klopt niet", "This address is not right");
pub const DAMAGED_WHY: Text = t(
    "Er ontbreekt een stuk, of er staat iets verkeerd in. Scan de code nog een keer, of zoek het zelf op in het werkgebied.",
    "A piece is missing, or something in it is wrong. Scan the code again, or look it up in the werkgebied yourself.",
);
pub const TO_AREA: Text = t("Naar Werkgebied", "Go to Werkgebied");
