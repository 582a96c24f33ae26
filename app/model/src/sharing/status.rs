//! SYNC-2, SYNC-3 and SYNC-4: where a change is, in words that are never stronger than the truth. The order of the
//! questions is the order of what a person must know first.

use replica::store::SaveState;
use replica::sync::{Connection, Refusal, Status};
use rules::text::{Text, t};

use super::Telling;

/// From how many days on unsent work is something that a person must solve. Our own choice: a school week and a weekend.
pub const UNSENT_DAYS: u64 = 7;

const DAY: u64 = 24 * 60 * 60 * 1_000;

/// Whether there is a server, as far as the last attempt told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// Nothing was asked yet.
    #[default]
    Unknown,
    /// The device says that it has no network.
    Offline,
    /// There is a network, and nobody of ours answers: no server in reach, or a page in between.
    NoConnection,
    /// The address that served the app has no server behind it: everything stays on this device.
    NoServer,
    /// It answers.
    Here,
    /// It answers, and says no.
    Refused(Refusal),
}

/// Files that are here and that nobody else has, as far as known: how many, and what the server said about them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FilesWait {
    pub count: u64,
    pub refused: Option<Refusal>,
    /// Since when, as far as this device wrote it down, in milliseconds since 1970.
    pub since: Option<u64>,
}

/// What is known about the sending of one thing or one space.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    pub save: &'a SaveState,
    /// How much nobody else has yet.
    pub waiting: u64,
    /// Files go their own way, after what refers to them.
    pub files: FilesWait,
    /// How many fields have two versions, in what is open.
    pub choices: usize,
    pub status: &'a Status,
    pub reach: Reach,
    /// Something was handed to the network, and no answer came: it may or may not have arrived.
    pub unanswered: bool,
    /// When the last thing that waited was acknowledged.
    pub sent_at: Option<u64>,
}

/// Where something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Only on the screen.
    NotSaved,
    /// On its way to the disk.
    Saving,
    /// Two people wrote it at the same time.
    Choose,
    /// On this device, and there is nothing to send it to.
    Here,
    /// On this device; it goes when there is a connection.
    Waits,
    /// On its way to the server.
    Sending,
    /// Nobody can know now: since when.
    Unknown { since: Option<u64> },
    /// The server does not take it.
    Failing(Refusal),
    /// The server keeps it: since when, if that is known.
    Sent { at: Option<u64> },
}

impl Known<'_> {
    /// Where it is.
    pub fn place(&self) -> Place {
        match self.save {
            SaveState::NotSaved(_) => return Place::NotSaved,
            SaveState::Saving => return Place::Saving,
            SaveState::SavedHere => {}
        }
        if self.choices > 0 {
            return Place::Choose;
        }
        let since = self.status.last_answer;
        let refused = self.refusal().filter(|refusal| !passes(*refusal));
        // What the server says of files alone stops no change.
        let of_files = self.files.refused.filter(|refusal| self.waiting == 0 && !passes(*refusal));
        match (self.all_waiting(), self.reach, refused.or(of_files)) {
            // Nothing was said about it today; what was acknowledged before stays so.
            (0, Reach::NoServer, _) if since.is_none() => Place::Here,
            // The server that had it does not know the space any more, or does not say so to us.
            (0, _, Some(_)) => Place::Unknown { since },
            (0, ..) => Place::Sent { at: self.sent_at },
            (_, Reach::NoServer, _) => Place::Here,
            (_, _, Some(refusal)) => Place::Failing(refusal),
            (_, Reach::Here, _) if self.status.connection == Connection::Online => Place::Sending,
            _ if self.unanswered => Place::Unknown { since },
            _ => Place::Waits,
        }
    }

    /// Changes and files together.
    pub const fn all_waiting(&self) -> u64 {
        self.waiting.saturating_add(self.files.count)
    }

    fn refusal(&self) -> Option<Refusal> {
        match (self.status.connection, self.reach) {
            (Connection::Refused(refusal), _) | (_, Reach::Refused(refusal)) => Some(refusal),
            _ => None,
        }
    }
}

/// Refusals that pass by themselves.
pub const fn passes(refusal: Refusal) -> bool {
    matches!(refusal, Refusal::Busy | Refusal::TooOften | Refusal::NoSession | Refusal::Gap)
}

/// The words of SYNC-2.
pub fn words(place: Place, telling: Telling<'_>) -> String {
    let text = match place {
        Place::NotSaved => t("Nog niet opgeslagen", "Not saved yet"),
        Place::Saving => t("Wordt opgeslagen…", "Saving…"),
        Place::Choose => t("Er zijn twee versies: kies", "There are two versions: choose"),
        Place::Here => t("Opgeslagen op dit apparaat", "Saved on this device"),
        Place::Waits => t(
            "Opgeslagen op dit apparaat, wacht op verzenden",
            "Saved on this device, waiting to be sent",
        ),
        Place::Sending => t("Wordt verzonden…", "Being sent…"),
        Place::Unknown { since: None } => {
            t("Of het is aangekomen, is onbekend", "Whether it arrived is unknown")
        }
        Place::Unknown { since: Some(at) } => {
            let text = t("Onbekend sinds {}", "Unknown since {}");
            return telling.fill(text, &[&telling.when(at)]);
        }
        Place::Failing(refusal) => {
            let text = t("Verzenden lukt niet. {}", "Sending does not succeed. {}");
            return telling.fill(text, &[telling.text(because(refusal))]);
        }
        Place::Sent { at: None } => t("Verzonden", "Sent"),
        Place::Sent { at: Some(at) } => {
            return telling.fill(t("Verzonden, {}", "Sent, {}"), &[&telling.when(at)]);
        }
    };
    telling.text(text).to_owned()
}

/// The words, and what the server said when it is because of that that nobody knows.
pub fn explained(known: &Known<'_>, telling: Telling<'_>) -> String {
    let place = known.place();
    let words = words(place, telling);
    match (place, known.refusal()) {
        (Place::Unknown { .. }, Some(refusal)) => {
            format!("{words}. {}", telling.text(because(refusal)))
        }
        _ => words,
    }
}

/// What the server said about a space. It says *not found* only to who is not in it, by the log that it has: whoever is in by
/// its own log has shown that first. So this is how somebody hears of a removal.
const fn because(refusal: Refusal) -> Text {
    match refusal {
        Refusal::NotFound => t(
            "Volgens de server hoort dit apparaat niet meer bij deze ruimte. Vraag het aan wie haar beheert. Wat hier staat, blijft staan.",
            "By the word of the server this device is no longer in this space. Ask who manages it. What is here stays here.",
        ),
        refusal => {
            let (nl, en) = refusal.sentence();
            Text::new(nl, en)
        }
    }
}

/// The one line above every page (SYNC-3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub text: String,
    /// Somebody must do something; the only case in which it may be red.
    pub needs_somebody: bool,
}

/// What the line says; `None` when there is nothing to say. `oldest` is since when the oldest unsent change or file waits,
/// `now` the same clock.
pub fn line(
    known: &Known<'_>,
    oldest: Option<u64>,
    now: u64,
    telling: Telling<'_>,
) -> Option<Line> {
    let waiting = all_wait(known.waiting, known.files.count, telling);
    let waiting = waiting.map(|waits| format!(" {waits}")).unwrap_or_default();
    let too_long = oldest.is_some_and(|at| now.saturating_sub(at) > UNSENT_DAYS * DAY);
    let place = known.place();
    let text = match (known.reach, place) {
        (_, Place::Failing(_) | Place::Choose | Place::Unknown { .. }) => explained(known, telling),
        (Reach::Offline, _) => telling.text(OFFLINE).to_owned() + &waiting,
        (Reach::NoConnection, _) => telling.text(NO_CONNECTION).to_owned() + &waiting,
        (Reach::Unknown | Reach::NoServer, _) => return None,
        (_, Place::Sending | Place::Sent { .. }) => words(place, telling),
        _ if known.all_waiting() > 0 => waiting.trim_start().to_owned(),
        _ => return None,
    };
    let removed =
        matches!(place, Place::Unknown { .. }) && known.refusal() == Some(Refusal::NotFound);
    let failing = matches!(place, Place::Failing(_)) || removed;
    let needs_somebody = failing || (too_long && known.all_waiting() > 0);
    Some(Line { text, needs_somebody })
}

/// "3 wijzigingen wachten. 1 bestand wacht."; nothing when nothing waits.
pub fn all_wait(changes: u64, files: u64, telling: Telling<'_>) -> Option<String> {
    let one = t("{} bestand wacht.", "{} file is waiting.");
    let more = t("{} bestanden wachten.", "{} files are waiting.");
    match (changes, files) {
        (0, 0) => None,
        (changes, 0) => Some(waits(changes, telling)),
        (0, files) => Some(telling.count(files, one, more)),
        _ => Some(format!("{} {}", waits(changes, telling), telling.count(files, one, more))),
    }
}

/// "3 wijzigingen wachten."
pub fn waits(count: u64, telling: Telling<'_>) -> String {
    let one = t("{} wijziging wacht.", "{} change is waiting.");
    telling.count(count, one, t("{} wijzigingen wachten.", "{} changes are waiting."))
}

pub const OFFLINE: Text =
    t("Geen internet. Je kunt gewoon doorwerken.", "No internet. You can simply go on working.");
pub const NO_CONNECTION: Text = t(
    "Geen verbinding met de server. Je kunt gewoon doorwerken.",
    "No connection to the server. You can simply go on working.",
);

/// How it stands with the server, for the page.
pub fn reach(reach: Reach, telling: Telling<'_>) -> String {
    let text = match reach {
        Reach::Unknown => t("Nog niet gevraagd", "Not asked yet"),
        Reach::Offline => OFFLINE,
        Reach::NoConnection => NO_CONNECTION,
        Reach::NoServer => t(
            "Op dit adres staat geen server. Alles blijft op dit apparaat; geef het door als bestand of met een QR-code.",
            "There is no server at this address. Everything stays on this device; hand it on as a file or by QR code.",
        ),
        Reach::Here => t("De server antwoordt", "The server answers"),
        Reach::Refused(refusal) => {
            let (nl, en) = refusal.sentence();
            Text::new(nl, en)
        }
    };
    telling.text(text).to_owned()
}

/// Remembers when the last thing that waited was acknowledged, by looking again and again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LastSuccess {
    waited: bool,
    pub at: Option<u64>,
}

impl LastSuccess {
    /// Looks: how much waits, and when the server last answered.
    pub const fn see(&mut self, waiting: u64, last_answer: Option<u64>) {
        if self.waited && waiting == 0 {
            self.at = last_answer;
        }
        self.waited = waiting > 0;
    }
}
