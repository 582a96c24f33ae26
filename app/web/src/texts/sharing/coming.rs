//! A space that is on its way to this device.

use rules::text::{Text, t};

pub const ON_ITS_WAY: Text = t("Er komt een ruimte aan", "A space is on its way");
pub const COMES: Text = t(
    "Je bent erbij. ‘{}’ komt hier zodra er contact is met wie je uitnodigde, of zodra die de ruimte doorgeeft.",
    "You are in. ‘{}’ comes here as soon as there is contact with who invited you, or as soon as they hand the space on.",
);
pub const COMES_NAMELESS: Text = t(
    "Je bent erbij. De ruimte waarvoor je bent uitgenodigd komt hier zodra er contact is met wie je uitnodigde, of zodra die de ruimte doorgeeft.",
    "You are in. The space that you were invited to comes here as soon as there is contact with who invited you, or as soon as they hand the space on.",
);
pub const ASKED: Text = t(
    "‘{}’ komt hier zodra wie je uitnodigde de code met je heeft vergeleken.",
    "‘{}’ comes here as soon as who invited you has compared the code with you.",
);
pub const ASKED_NAMELESS: Text = t(
    "De ruimte waarvoor je bent uitgenodigd komt hier zodra wie je uitnodigde de code met je heeft vergeleken.",
    "The space that you were invited to comes here as soon as who invited you has compared the code with you.",
);
pub const DO_NOT_BEGIN: Text = t(
    "Begin hier geen nieuwe: dan heb je er straks twee.",
    "Do not begin a new one here: then you would have two.",
);
pub const LOOK: Text = t("Kijk bij Meedoen", "Look at Join in");
