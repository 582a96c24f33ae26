//! Who sees a dossier, for the professional.

use rules::text::{Text, t};

pub const WHO: Text = t("Wie ziet het", "Who sees it");
pub const LEAD: Text = t(
    "Zij zien dit dossier: wie ouders vooraf lazen, en wie er met hun ja bij kwam. Iemand erbij? Stel die voor; elke ouder zegt zelf ja of nee.",
    "They see this dossier: who parents read beforehand, and who came in with their yes. Somebody else? Propose them; each parent says yes or no.",
);
pub const PRIVACY_RULES: Text = t("Het privacyreglement", "The privacy rules");
pub const PRIVACY_RULES_WHY: Text = t(
    "Ouders moeten kunnen lezen wat hun rechten zijn en hoe zij een klacht indienen.",
    "Parents must be able to read what their rights are and how they file a complaint.",
);
pub const SOMEBODY_NEW: Text = t("Iemand erbij?", "Somebody else?");
pub const RECEIVER: Text = t("Wie stel je voor?", "Whom do you propose?");
pub const RECEIVER_WHY: Text = t("Waarvoor is het nodig?", "What is it needed for?");
pub const PARENTS_SAY: Text = t("Mag dit?", "Is this allowed?");
pub const HOW_SAID: Text = t("Hoe zei deze ouder het?", "How did this parent say it?");
pub const MAY: Text = t("Mag het krijgen", "May receive it");
pub const HAS_ACCESS: Text =
    t("Heeft toegang met een eigen apparaat.", "Has access with an own device.");
pub const MUST_GO: Text = t(
    "Heeft toegang, maar niet elke ouder zegt ja. Haal de toegang weg.",
    "Has access, but not every parent says yes. Take the access away.",
);
pub const INVITED_STILL: Text = t(
    "Is uitgenodigd, maar niet elke ouder zegt ja. Haal deze persoon van de lijst.",
    "Was invited, but not every parent says yes. Take this person off the list.",
);
pub const MAY_NOT_YET: Text = t(
    "Mag het nog niet krijgen: niet elke ouder zei ja.",
    "May not receive it yet: not every parent said yes.",
);
pub const HOW_TO_ASK: Text = t(
    "Ouders lezen dit voorstel in hun volgende brief. Of vraag het hun zelf, en vul hier in wat zij zeggen.",
    "Parents read this proposal in their next letter. Or ask them yourself, and fill in here what they say.",
);
pub const REMOVED: Text = t(
    "Krijgt niets nieuws meer. Wat deze persoon al had, kan de app niet terughalen.",
    "Receives nothing new any more. What this person already had, the app cannot take back.",
);
pub const HAD: Text = t("Had toegang van {} tot {}.", "Had access from {} until {}.");
pub const HAS_SINCE: Text = t("Heeft toegang sinds {}.", "Has had access since {}.");
pub const READ_ON: Text = t("Las het op {}.", "Read it on {}.");
pub const REMOVE: Text = t("Haal van de lijst", "Take off the list");
pub const YES: Text = t("Ja", "Yes");
pub const NO: Text = t("Nee", "No");
pub const NOT_ASKED: Text = t("Nog niet gevraagd", "Not asked yet");
pub const GIVE: Text = t("Geef toegang", "Give access");
pub const AS_WHAT: Text = t("Wat mag deze persoon?", "What may this person do?");
pub const AS_READER: Text = t("Meelezen", "Read along");
pub const AS_READER_MORE: Text = t(
    "Leest het dossier en verandert niets. Elke dag van lezen komt in het logboek.",
    "Reads the dossier and changes nothing. Each day of reading goes into the log.",
);
pub const AS_WRITER: Text = t("Meeschrijven", "Write along");
pub const AS_WRITER_MORE: Text = t(
    "Voor een collega van de school. De school houdt de regie over de gegevens.",
    "For a colleague of the school. The school stays in charge of the data.",
);
pub const PEOPLE: Text = t("Wie erin kan met een apparaat", "Who can get in with a device");
pub const READS: Text = t("leest mee", "reads along");
pub const WRITES: Text = t("schrijft mee", "writes along");
pub const MANAGES: Text = t("beheert het dossier", "manages the dossier");
pub const DEVICES: Text = t("Apparaten met toegang", "Devices with access");
pub const OWN_DEVICE: Text = t("Een apparaat van jezelf erbij", "Another device of your own");
pub const OWN_DEVICE_LEAD: Text = t(
    "Alleen voor jezelf. Voor iemand anders: stel die eerst voor.",
    "For yourself only. For somebody else: propose them first.",
);
pub const OWN_DEVICE_GO: Text = t("Nodig een eigen apparaat uit", "Invite a device of your own");
pub const LOG: Text = t("Wie heeft het gelezen, en wanneer", "Who read it, and when");
pub const LOG_LEAD: Text = t(
    "Elk apparaat dat het dossier opent, schrijft één keer per dag een naam op. Niet wat er gelezen is.",
    "Each device that opens the dossier writes down a name once a day. Not what was read.",
);
pub const NOTE_LOG: Text = t("Het logboek", "The log");
pub const NOTE_LOG_BODY: Text = t(
    "Ouders mogen het zien; het staat ook in hun inzage. Een apparaat zonder internet stuurt zijn regel pas later. Wie de rol Lezen heeft, kan er niet in schrijven; geef die rol hier niet.",
    "Parents may see it; it is part of what they can inspect. A device without internet sends its line later. Who has the role Read cannot write in it; do not give that role here.",
);
pub const NOTE_ASK: Text = t("Waarom eerst de ouders", "Why the parents first");
pub const NOTE_ASK_BODY: Text = t(
    "Ouders bepalen met de school wie gegevens krijgt. Eén nee is een nee. Een ja mag altijd terug.",
    "Parents decide with the school who gets data. One no is a no. A yes may always be taken back.",
);
