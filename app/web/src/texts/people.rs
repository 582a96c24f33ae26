//! Who is on this device: beginning, getting in, locking, another PIN, leaving. `je` to everybody.

use rules::text::{Lang, Text, t};

use crate::state::people::PeopleError;
use model::people::name::Problem;
use model::people::registry::Refused;
use replica::leaving::Stake;
use replica::unlock::UnlockError;

pub const WELCOME: Text = t("Welkom bij Thuisnabij", "Welcome to Thuisnabij");
pub const WELCOME_LEAD: Text = t(
    "Kies een naam en een pincode. Meer vragen we niet, en alles blijft op dit apparaat.",
    "Choose a name and a PIN. We ask nothing more, and everything stays on this device.",
);
pub const ADD: Text = t("Nieuw op dit apparaat", "New on this device");
pub const ADD_LEAD: Text = t(
    "Kies een naam en een eigen pincode. De anderen op dit apparaat zien je werk niet, en jij dat van hen niet.",
    "Choose a name and a PIN of your own. The others on this device do not see your work, nor you theirs.",
);
pub const FOUND: Text =
    t("Er staat al werk op dit apparaat", "There is work on this device already");
pub const FOUND_WHY: Text = t(
    "Het is nog niet beveiligd. Wie nu als eerste een pincode kiest, krijgt het erachter.",
    "It is not protected yet. Whoever chooses a PIN first gets it behind that PIN.",
);
pub const NAME: Text = t("Je naam", "Your name");
pub const NAME_HINT: Text = t(
    "Iedereen die dit apparaat pakt, ziet deze naam. Een voornaam is genoeg.",
    "Everybody who picks up this device sees this name. A first name is enough.",
);
pub const SECRET: Text = t("Pincode of wachtzin", "PIN or passphrase");
pub const SECRET_HINT: Text = t(
    "Een pincode van minstens 6 cijfers, of een wachtzin van minstens 10 tekens. Geen rijtje of herhaling.",
    "A PIN of at least 6 digits, or a passphrase of at least 10 characters. No sequence or repetition.",
);
pub const AGAIN: Text = t("Nog een keer", "Once more");
pub const SHOW: Text = t("Laat zien", "Show");
pub const HIDE: Text = t("Verberg", "Hide");
pub const BEGIN: Text = t("Begin", "Begin");
pub const BUSY: Text = t("Even geduld, het slot draait…", "One moment, the lock is turning…");
pub const PROTECTS: Text =
    t("Waartegen beschermt een pincode?", "What does a PIN protect against?");
pub const PROTECTS_BODY: Text = t(
    "Tegen iemand die dit apparaat pakt, en tegen iemand die de bestanden van de browser kopieert. Je werk staat versleuteld op de schijf en na een paar foute pogingen moet je steeds langer wachten. Een pincode helpt niet tegen iemand die over je schouder meekijkt of die programma's in deze browser kan draaien. Werk je met gevoelige gegevens, kies dan een wachtzin: een zin van een paar woorden is veel moeilijker te raden.",
    "Against somebody who picks up this device, and against somebody who copies the browser's files. Your work is encrypted on the disk and after a few wrong attempts the wait gets longer and longer. A PIN does not help against somebody who looks over your shoulder or who can run programs in this browser. If you work with sensitive data, choose a passphrase: a sentence of a few words is much harder to guess.",
);
pub const LOST: Text = t("En als ik hem vergeet?", "And if I forget it?");
pub const LOST_BODY: Text = t(
    "Niemand kan je pincode opzoeken, ook wij niet. Maak straks een herstelkaart en leg die op een veilige plek, dan kun je er altijd weer in.",
    "Nobody can look up your PIN, and neither can we. Make a recovery sheet later and put it in a safe place; then you can always get back in.",
);

pub const WHO: Text = t("Wie ben je?", "Who are you?");
pub const WHO_LEAD: Text =
    t("Kies je naam. Daarna vragen we je pincode.", "Choose your name. Then we ask your PIN.");
pub const LOCKED: Text = t("Vergrendeld", "Locked");
pub const OPEN: Text = t("Open", "Open");
pub const LETTERS: Text = t("Toetsenbord met letters", "Keyboard with letters");
pub const SOMEBODY_ELSE: Text = t("Iemand anders", "Somebody else");
pub const FORGOTTEN: Text = t("Ik ben mijn pincode vergeten", "I forgot my PIN");
pub const HIDDEN: Text = t("Niet iedereen kan worden getoond", "Not everybody can be shown");
pub const HIDDEN_WHY: Text = t(
    "Van iemand op dit apparaat zijn de gegevens beschadigd of van een nieuwere versie. Er is niets weggegooid. Werk de app bij of vraag om hulp.",
    "Of somebody on this device the details are damaged or of a newer version. Nothing was thrown away. Update the app or ask for help.",
);
pub const FIRST_OPEN: Text =
    t("Hiervoor moet je eerst je gegevens openen.", "For this you have to open your data first.");

pub const LOCK: Text = t("Vergrendel", "Lock");
pub const ME: Text = t("Jij op dit apparaat", "You on this device");
pub const ME_LEAD: Text = t(
    "Je naam, je pincode en wanneer het apparaat zichzelf vergrendelt.",
    "Your name, your PIN and when the device locks itself.",
);
pub const LOCK_AFTER: Text = t("Vergrendel vanzelf na", "Lock by itself after");
pub const LOCK_AFTER_HINT: Text = t(
    "Als niemand het scherm aanraakt. Wat je aan het typen was, wordt eerst bewaard.",
    "When nobody touches the screen. What you were typing is saved first.",
);
pub const CHANGE: Text = t("Een andere pincode", "Another PIN");
pub const OLD: Text = t("Je pincode of wachtzin van nu", "Your present PIN or passphrase");
pub const NEW: Text = t("Nieuwe pincode of wachtzin", "New PIN or passphrase");
pub const CHANGE_GO: Text = t("Verander mijn pincode", "Change my PIN");
pub const CHANGED: Text = t("Je nieuwe pincode geldt vanaf nu.", "Your new PIN holds from now on.");
pub const KEPT: Text = t("Bewaard.", "Saved.");
pub const PASSKEY: Text = t("Openen met een passkey", "Open with a passkey");
pub const PASSKEY_BODY: Text = t(
    "Met je vinger, je gezicht of de pincode van het apparaat zelf. Je pincode van Thuisnabij blijft ook werken. Het hoeft niet.",
    "With your finger, your face or the PIN of the device itself. Your PIN of Thuisnabij works as well. You do not have to.",
);
pub const PASSKEY_NAME: Text = t(
    "Je naam komt in de lijst met passkeys van dit apparaat te staan. Sommige apparaten bewaren die lijst bij de maker van het apparaat.",
    "Your name will stand in the list of passkeys of this device. Some devices keep that list with the maker of the device.",
);
pub const PASSKEY_ADD: Text = t("Voeg een passkey toe", "Add a passkey");
pub const PASSKEY_SECRET: Text = t(
    "Je pincode of wachtzin, voordat je een passkey maakt",
    "Your PIN or passphrase, before you make a passkey",
);
pub const PASSKEY_MAKE: Text = t("Maak de passkey", "Make the passkey");
pub const PASSKEY_ADDED: Text =
    t("Je kunt nu ook met je passkey openen.", "You can open with your passkey as well now.");
pub const PASSKEY_REMOVE: Text = t("Haal de passkey weg", "Remove the passkey");
pub const PASSKEY_REMOVED: Text = t(
    "De passkey opent hier niets meer. Haal hem ook weg uit de lijst van je apparaat.",
    "The passkey opens nothing here any more. Remove it from the list of your device as well.",
);
pub const PASSKEY_OPEN: Text = t("Open met je passkey", "Open with your passkey");
pub const HAVE_KIT: Text = t(
    "Heb je een herstelkaart van een ander apparaat?",
    "Do you have a recovery sheet of another device?",
);
pub const HAVE_KIT_BODY: Text = t(
    "Begin hier gewoon met een naam en een pincode. Daarna haal je je ruimtes terug bij Delen en verzenden.",
    "Simply begin here with a name and a PIN. Then bring your spaces back under Share and send.",
);
pub const LEAVE: Text = t("Van dit apparaat af", "Off this device");
pub const LEAVE_BODY: Text = t(
    "Alles van jou op dit apparaat wordt weggehaald en is daarna nergens meer te openen. Dat kan alleen als je werk ook ergens anders staat.",
    "Everything of yours is removed from this device and can be opened nowhere after that. It is only possible when your work is somewhere else too.",
);
pub const LEAVE_GO: Text = t("Haal mij van dit apparaat", "Take me off this device");
pub const LEAVE_SECRET: Text =
    t("Typ je pincode of wachtzin om te bevestigen", "Type your PIN or passphrase to confirm");
pub const LEAVE_SURE: Text = t("Ja, haal alles van mij weg", "Yes, remove everything of mine");

pub const DIFFERENT: Text =
    t("Dit is niet twee keer hetzelfde. Typ het nog eens.", "These two differ. Type it again.");
const WEAK: Text = t(
    "Deze is te makkelijk te raden. Kies minstens 6 cijfers zonder rijtje, of een zin van minstens 10 tekens.",
    "This one is too easy to guess. Choose at least 6 digits without a sequence, or a sentence of at least 10 characters.",
);

/// "5 minuten".
pub fn minutes(count: u32, lang: Lang) -> String {
    match lang {
        Lang::Nl => format!("{count} minuten"),
        Lang::En => format!("{count} minutes"),
    }
}

/// How long to wait, rounded up: "30 seconden", "5 minuten".
pub fn wait(milliseconds: u64, lang: Lang) -> String {
    let seconds = milliseconds.div_ceil(1000);
    let (count, one, more) = match (seconds < 90, lang) {
        (true, Lang::Nl) => (seconds, "seconde", "seconden"),
        (true, Lang::En) => (seconds, "second", "seconds"),
        (false, Lang::Nl) => (seconds.div_ceil(60), "minuut", "minuten"),
        (false, Lang::En) => (seconds.div_ceil(60), "minute", "minutes"),
    };
    format!("{count} {}", if count == 1 { one } else { more })
}

/// "Er zijn 12 wijzigingen en 2 bestanden die nergens anders staan. Bewaar eerst een kopie met een wachtzin."
pub fn at_stake(stake: Stake, lang: Lang) -> String {
    let Stake { changes, files } = stake;
    let count = |count: u64, one: Text, more: Text| {
        let noun = if count == 1 { one } else { more };
        (count > 0).then(|| format!("{count} {}", noun.get(lang)))
    };
    let things: Vec<_> = [
        count(changes, t("wijziging", "change"), t("wijzigingen", "changes")),
        count(files, t("bestand", "file"), t("bestanden", "files")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let (one, things) = (changes + files == 1, things.join(t(" en ", " and ").get(lang)));
    match (lang, one) {
        (Lang::Nl, true) if files == 1 => {
            format!("Er is {things} dat nergens anders staat. {COPY_NL}")
        }
        (Lang::Nl, true) => format!("Er is {things} die nergens anders staat. {COPY_NL}"),
        (Lang::Nl, false) => format!("Er zijn {things} die nergens anders staan. {COPY_NL}"),
        (Lang::En, true) => format!("There is {things} that is nowhere else. {COPY_EN}"),
        (Lang::En, false) => format!("There are {things} that are nowhere else. {COPY_EN}"),
    }
}

const COPY_NL: &str = "Bewaar eerst een kopie met een wachtzin.";
const COPY_EN: &str = "Save a copy with a passphrase first.";

/// What is wrong with a name.
pub const fn name_problem(problem: Problem) -> Text {
    match problem {
        Problem::Empty => t("Vul een naam in.", "Fill in a name."),
        Problem::TooLong => {
            t("Neem een naam van hooguit 40 tekens.", "Take a name of at most 40 characters.")
        }
        Problem::Taken => t(
            "Zo heet er al iemand op dit apparaat. Zet er iets bij.",
            "Somebody on this device is called that already. Add something.",
        ),
    }
}

/// Why it did not work and what to do, in a sentence.
pub fn problem(error: &PeopleError, lang: Lang) -> String {
    let text = match error {
        PeopleError::AtStake(count) => return at_stake(*count, lang),
        PeopleError::Refused(Refused::Wrong { wait: 1.. }) => t(
            "Dit klopt weer niet. Voor de volgende poging moet je even wachten.",
            "This is wrong again. You have to wait before the next attempt.",
        ),
        PeopleError::Refused(Refused::Wrong { .. }) => {
            t("Dit klopt niet. Probeer het nog eens.", "This is not right. Try once more.")
        }
        PeopleError::Refused(Refused::Wait { .. }) => {
            t("Je kunt het nog niet opnieuw proberen.", "You cannot try again yet.")
        }
        PeopleError::Refused(Refused::NoWay) => {
            t("Zo kan het slot niet worden geopend.", "The lock does not open this way.")
        }
        PeopleError::Refused(Refused::Unknown) => t(
            "Deze persoon staat niet meer op dit apparaat.",
            "This person is no longer on this device.",
        ),
        PeopleError::Refused(Refused::Slot(UnlockError::Newer)) => {
            super::opening::reason(crate::state::status::Reason::Newer)
        }
        PeopleError::Refused(Refused::Slot(UnlockError::Memory)) => t(
            "Het apparaat heeft nu te weinig geheugen. Sluit andere programma's en probeer het opnieuw.",
            "The device has too little memory now. Close other programs and try again.",
        ),
        PeopleError::Refused(Refused::Slot(_)) => t(
            "Het slot is beschadigd, dus geen enkele pincode past nog. Gebruik je herstelkaart.",
            "The lock is damaged, so no PIN fits any more. Use your recovery sheet.",
        ),
        PeopleError::Refused(Refused::Store(_)) => {
            super::opening::reason(crate::state::status::Reason::Other)
        }
        PeopleError::Name(problem) => name_problem(*problem),
        PeopleError::TooMany => t(
            "Er staan al zoveel mensen op dit apparaat dat er niemand meer bij kan.",
            "There are so many people on this device that nobody can be added.",
        ),
        PeopleError::Weak => WEAK,
        PeopleError::Insecure => t(
            "Deze browser kan hier geen sleutel bewaren. Open Thuisnabij via een beveiligd adres en met een bijgewerkte browser.",
            "This browser cannot keep a key here. Open Thuisnabij at a secure address, with an up-to-date browser.",
        ),
        PeopleError::KeyLost => t(
            "De browser is zijn eigen deel van je sleutel kwijt. Gebruik je herstelkaart.",
            "The browser lost its own part of your key. Use your recovery sheet.",
        ),
        PeopleError::Storage(reason) => super::opening::reason(*reason),
        PeopleError::Unheard => super::dossier::NOT_HEARD,
        PeopleError::NoPasskey => t(
            "Met deze passkey of deze browser kan het slot niet open. Er is niets veranderd; je pincode werkt.",
            "The lock cannot open with this passkey or this browser. Nothing has changed; your PIN works.",
        ),
        PeopleError::Stopped => t(
            "De passkey is niet gebruikt. Probeer het nog eens, of gebruik je pincode.",
            "The passkey was not used. Try once more, or use your PIN.",
        ),
        PeopleError::NotOpen => t(
            "Thuisnabij is hier niet meer open. Ga naar Vandaag.",
            "Thuisnabij is no longer open here. Go to Today.",
        ),
    };
    text.get(lang).to_owned()
}
