//! Zet op beginscherm: in words beside the pictures, per kind of device.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Op je beginscherm opent Thuisnabij als een eigen app, ook zonder internet. En je browser ruimt de gegevens dan niet na een week op.",
    "On your home screen Thuisnabij opens as an app of its own, also without internet. And your browser will not clear the data after a week.",
);
pub const INSTALLED: Text =
    t("Thuisnabij staat al op dit apparaat.", "Thuisnabij is already on this device.");
pub const INSTALL: Text = t("Zet op dit apparaat", "Put it on this device");
pub const BEFORE: Text = t("Heb je al iets ingevuld?", "Did you enter something already?");
pub const BEFORE_BODY: Text = t(
    "Op een iPad of iPhone bewaren de browser en de app op je beginscherm hun gegevens apart. Bewaar dan eerst een kopie en haal die binnen in de app.",
    "On an iPad or iPhone the browser and the app on your home screen keep their data apart. Save a copy first and bring it into the app.",
);
pub const YOUR_DEVICE: Text = t("dit apparaat", "this device");

pub const APPLE: Text = t("iPad en iPhone", "iPad and iPhone");
pub const APPLE_1: Text = t(
    "Open deze pagina in Safari en tik op Deel: het vierkant met de pijl omhoog.",
    "Open this page in Safari and tap Share: the square with the arrow up.",
);
pub const APPLE_2: Text = t(
    "Kies ‘Zet op beginscherm’. Moet je zoeken, schuif dan het lijstje omhoog.",
    "Choose ‘Add to Home Screen’. Scroll the list up if you do not see it.",
);
pub const APPLE_3: Text = t(
    "Tik op ‘Voeg toe’. Open Thuisnabij voortaan vanaf je beginscherm.",
    "Tap ‘Add’. From now on open Thuisnabij from your home screen.",
);
pub const APPLE_PICTURE: Text = t(
    "Tekening: een tablet met rechtsboven het deelknopje en daaronder een lijstje met een plusteken.",
    "Drawing: a tablet with the share button at the top right and a list with a plus sign below it.",
);

pub const ANDROID: Text = t("Android-tablet en -telefoon", "Android tablet and phone");
pub const ANDROID_1: Text = t(
    "Open deze pagina in Chrome en tik op de drie puntjes rechtsboven.",
    "Open this page in Chrome and tap the three dots at the top right.",
);
pub const ANDROID_2: Text = t(
    "Kies ‘App installeren’ of ‘Toevoegen aan startscherm’.",
    "Choose ‘Install app’ or ‘Add to home screen’.",
);
pub const ANDROID_3: Text = t(
    "Tik op ‘Installeren’. Thuisnabij staat nu tussen je apps.",
    "Tap ‘Install’. Thuisnabij now stands between your apps.",
);
pub const ANDROID_PICTURE: Text = t(
    "Tekening: een telefoon met rechtsboven drie puntjes en een uitgeklapt menu.",
    "Drawing: a phone with three dots at the top right and an open menu.",
);

pub const DESKTOP: Text = t("Computer", "Computer");
pub const DESKTOP_1: Text = t(
    "Open deze pagina in Chrome of Edge. Rechts in de adresbalk staat een schermpje met een pijl.",
    "Open this page in Chrome or Edge. On the right of the address bar is a small screen with an arrow.",
);
pub const DESKTOP_2: Text = t("Klik erop en kies ‘Installeren’.", "Click it and choose ‘Install’.");
pub const DESKTOP_3: Text = t(
    "In Safari op een Mac: kies Archief, dan ‘Voeg toe aan Dock’.",
    "In Safari on a Mac: choose File, then ‘Add to Dock’.",
);
pub const DESKTOP_PICTURE: Text = t(
    "Tekening: een beeldscherm met een adresbalk; rechts daarin een installatieknop.",
    "Drawing: a computer screen with an address bar; on its right an install button.",
);
pub const NOTE: Text = t("Waarom is dit nodig?", "Why is this needed?");
pub const NOTE_BODY: Text = t(
    "Safari wist de gegevens van een gewone webpagina als je er zeven dagen niet bent geweest. Van een app op je beginscherm niet.",
    "Safari erases the data of an ordinary web page that you did not visit for seven days. Not of an app on your home screen.",
);
