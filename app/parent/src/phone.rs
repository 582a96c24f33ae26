//! One letter on one phone: where the sheet comes from, where the draft stays, and how answers leave. Nothing leaves before it is sealed.

mod disk;
mod receipt;
mod window;

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use model::ouder::{
    Agreement, Choice, Draft, Language, Reply, Rows, Says, Sheet, Step, Word, unhex, unhex_all,
};
use parent::sound::Sound;
use parent::{ParentPages, Port, Sounds, day};
use replica::id::hex;
use replica::keys::DeviceKeys;
use replica::letter::{self, LetterLink};
use replica::sync::api::{Gift, Give, Message, ReadGift};

use self::window::alone;
use crate::browser::{self, Reply as Came};

/// The recordings of a draft, in memory, by their name.
type Heard = BTreeMap<String, Sound>;

/// Everything of this letter. `Copy`.
#[derive(Clone, Copy)]
struct Phone {
    link: StoredValue<Arc<LetterLink>>,
    sheet: StoredValue<Sheet>,
    letter: StoredValue<Vec<u8>>,
    draft: RwSignal<Draft>,
    rows: RwSignal<Rows>,
    /// What was kept before could not be read.
    unread: RwSignal<bool>,
    /// The letter lies at another server than before.
    other: RwSignal<bool>,
    stuck: RwSignal<Option<Word>>,
    sending: RwSignal<bool>,
    /// Nothing is written any more: this letter goes from the phone.
    gone: RwSignal<bool>,
    /// It went.
    wiped: RwSignal<bool>,
    /// Another window took this letter.
    taken: RwSignal<bool>,
    /// And has it: nothing of it is shown here any more.
    elsewhere: RwSignal<bool>,
    /// How the page that is shown goes back, where it has a way of its own.
    back: StoredValue<Option<Callback<()>>>,
    sounds: RwSignal<Heard>,
}

/// What is on its way.
enum Goes {
    Reply(String),
    /// Of this recording.
    Piece(String),
}

/// Why there is nothing to show.
#[derive(Clone, Copy)]
enum Trouble {
    BadLink,
    NotOpen,
    NoNetwork,
}

/// Shows the letter, or says calmly why not.
pub(crate) async fn open() {
    let language = Language::of(&browser::language()).unwrap_or_default();
    let found = find().await;
    leptos::mount::mount_to_body(move || match found {
        Ok(found) => {
            let mut draft = found.draft.unwrap_or_default();
            let first = draft.keys.is_empty();
            if first {
                draft.language = language;
                draft.keys = browser::generator()
                    .map(|mut rng| hex(&*DeviceKeys::generate(&mut rng).to_bytes()))
                    .unwrap_or_default();
            }
            let phone = Phone {
                link: StoredValue::new(Arc::new(found.link)),
                sheet: StoredValue::new(found.sheet),
                letter: StoredValue::new(found.letter),
                draft: RwSignal::new(draft),
                rows: RwSignal::new(Rows::default()),
                unread: RwSignal::new(found.unread),
                other: RwSignal::new(false),
                stuck: RwSignal::new(None),
                sending: RwSignal::new(false),
                gone: RwSignal::new(false),
                wiped: RwSignal::new(false),
                taken: found.taken,
                elsewhere: RwSignal::new(false),
                back: StoredValue::new(None),
                sounds: RwSignal::new(found.sounds),
            };
            phone.begin(first);
            view! { <Letter phone /> }.into_any()
        }
        Err(trouble) => view! { <Sorry trouble language /> }.into_any(),
    });
    browser::ready();
}

/// What there is to begin with.
struct Found {
    link: LetterLink,
    sheet: Sheet,
    letter: Vec<u8>,
    draft: Option<Draft>,
    sounds: Heard,
    unread: bool,
    taken: RwSignal<bool>,
}

/// From the disk when it was opened before, else from the server.
async fn find() -> Result<Found, Trouble> {
    let link = LetterLink::read(&browser::fragment()).map_err(|_| Trouble::BadLink)?;
    let name = disk::name(&link);
    let taken = window::take(&name).await;
    let row = browser::kept(&name).await;
    let unread = row.is_none();
    let mut sounds = Heard::new();
    if let Some(row) = row.flatten().and_then(|row| disk::read(&link, &row)) {
        let sheet = sheet(&link, &row.letter)?;
        let mut draft = row.draft;
        if let Some(draft) = &mut draft {
            for one in draft.recordings().cloned().collect::<Vec<_>>() {
                match disk::sound_of(&link, &one).await {
                    Some(Some(sound)) => drop(sounds.insert(one.id, sound)),
                    Some(None) => draft.lost(&one.id),
                    None => {}
                }
            }
        }
        return Ok(Found { link, sheet, letter: row.letter, draft, sounds, unread, taken });
    }
    let ask = ReadGift { dropbox: *link.dropbox(), hash: *link.hash() };
    let letter = match browser::post("box/read", &ask.encode()).await {
        Came::Here(answer) => Gift::decode(&answer).map_err(|_| Trouble::NotOpen)?.sealed,
        Came::Refused => return Err(Trouble::NotOpen),
        Came::Nothing => return Err(Trouble::NoNetwork),
    };
    let sheet = sheet(&link, &letter)?;
    Ok(Found { link, sheet, letter, draft: None, sounds, unread, taken })
}

fn sheet(link: &LetterLink, letter: &[u8]) -> Result<Sheet, Trouble> {
    let opened = link.open(letter).map_err(|_| Trouble::NotOpen)?;
    Sheet::decode(&opened).ok_or(Trouble::NotOpen)
}

impl Phone {
    fn begin(self, first: bool) {
        if first {
            self.say(&Says::Opened);
        }
        self.keep();
        self.send();
        browser::on_network(move || self.retry());
        self.follow_back();
        self.yields();
        wasm_bindgen_futures::spawn_local(self.meet_server());
    }

    fn seal(self, reply: &Reply) -> Option<Vec<u8>> {
        let dropbox = self.link.with_value(|link| *link.dropbox());
        let to = self.sheet.with_value(Sheet::to)?;
        letter::answer(&to, &dropbox, &reply.encode(), &mut browser::generator()?).ok()
    }

    /// Seals a reply and puts it in line.
    fn say(self, says: &Says) -> bool {
        let number = self.draft.with_untracked(|draft| draft.said) + 1;
        let reply = Reply::new(browser::now().0, number, says.clone());
        let Some(sealed) = self.seal(&reply) else { return false };
        // Somebody filled something in: the browser is asked not to clear it away.
        if !matches!(says, Says::Opened) {
            browser::persist();
        }
        self.draft.update(|draft| {
            draft.said = number;
            draft.waiting.push(hex(&sealed));
        });
        true
    }

    /// Once more, as long as something waits or a choice has no receipt yet.
    fn retry(self) {
        let is_open =
            |draft: &Draft| draft.waits() || draft.chosen.is_some() && draft.receipt.is_none();
        if self.draft.with_untracked(is_open) {
            self.send();
        }
    }

    /// Sends what waits, one after the other, until the server does not take it now.
    fn send(self) {
        if self.sending.get_untracked() || self.is_over() {
            return;
        }
        self.sending.set(true);
        wasm_bindgen_futures::spawn_local(async move {
            let mut stuck = None;
            while let Some((goes, sealed)) = self.goes() {
                let dropbox = self.link.with_value(|link| *link.dropbox());
                let give = Give { dropbox, sealed }.encode();
                match browser::post("box/give", &give).await {
                    Came::Here(_) => {
                        self.draft.update(|draft| match &goes {
                            Goes::Reply(first) => draft.waiting.retain(|one| one != first),
                            Goes::Piece(id) => draft.left(id),
                        });
                        self.keep();
                    }
                    Came::Refused => {
                        stuck = Some(Word::WerktNiet);
                        break;
                    }
                    Came::Nothing => {
                        stuck = Some(Word::Wacht);
                        break;
                    }
                }
            }
            self.sending.set(false);
            // What is left then is a recording that cannot be read now.
            let is_left =
                self.draft.with_untracked(|draft| draft.waiting.is_empty() && draft.waits());
            if is_left && stuck.is_none() {
                stuck = Some(Word::OpnameEvenNiet);
            }
            // The same once more is not read out again.
            if self.stuck.get_untracked() != stuck {
                self.stuck.set(stuck);
            }
            self.ask_receipt().await;
        });
    }

    /// What goes now: replies, and when those are at the server the pieces of recordings that they told of. A piece is sealed when it goes.
    fn goes(self) -> Option<(Goes, Vec<u8>)> {
        if self.is_over() {
            return None;
        }
        if let Some(first) = self.draft.with_untracked(|draft| draft.waiting.first().cloned()) {
            let sealed = unhex_all(&first).unwrap_or_default();
            return Some((Goes::Reply(first), sealed));
        }
        let here = |id: &str| self.sounds.with_untracked(|all| all.contains_key(id));
        let (spoken, place) = self
            .draft
            .with_untracked(|draft| draft.leaves(&here).map(|(one, place)| (one.clone(), place)))?;
        let bytes =
            self.sounds.with_untracked(|all| all.get(&spoken.id).map(|one| one.bytes.clone()));
        let says = Says::Piece { of: spoken.id.clone(), place };
        let mut reply = Reply::new(browser::now().0, 0, says);
        reply.sound = bytes.and_then(|bytes| spoken.piece(&bytes, place))?;
        Some((Goes::Piece(spoken.id), self.seal(&reply)?))
    }

    fn changed(self) {
        let is_busy = self
            .draft
            .with_untracked(|draft| !draft.busy && matches!(draft.step, Step::Question { .. }));
        if is_busy && self.say(&Says::Busy) {
            self.draft.update(|draft| draft.busy = true);
            self.send();
        }
        self.keep();
    }

    fn tell(self) {
        let story =
            self.sheet.with_value(|sheet| self.draft.with_untracked(|draft| draft.story(sheet)));
        if self.say(&Says::Sent(story)) {
            self.draft.update(|draft| {
                let spoken = draft.spoken().filter(|one| one.fits());
                draft.leaving = spoken.map(|one| (one.id.clone(), 0)).collect();
                draft.sent = true;
                draft.step = Step::Done;
            });
            self.keep();
            self.send();
        }
    }

    fn choose(self, choice: Choice) {
        let Some(plan) = self.sheet.with_value(|sheet| sheet.plan.clone()) else { return };
        let draft = self.draft.get_untracked();
        let Some(keys) = unhex::<64>(&draft.keys) else { return };
        let (on, time) = browser::now();
        let relation = self.sheet.with_value(|sheet| draft.relation(sheet).to_owned());
        // As it stands above the plan on the screen.
        let title = [&*plan.title, " (", &day(plan.on), ")"].concat();
        let agreement = Agreement {
            choice,
            name: &draft.name,
            relation: &relation,
            language: draft.language,
            on,
            time: &time,
            title: &title,
            plan: &plan.text,
            server: draft.server.as_deref().unwrap_or_default(),
        };
        let file = agreement.file(&DeviceKeys::from_bytes(&keys));
        if self.say(&Says::Chose { choice, file: file.clone() }) {
            self.draft.update(|draft| {
                draft.chosen = Some((choice, file));
                draft.receipt = None;
                draft.step = Step::Chosen;
            });
            self.keep();
            self.send();
        }
    }

    fn allow(self, receiver: String, yes: bool) {
        if self.say(&Says::Allowed { receiver: receiver.clone(), yes }) {
            self.draft.update(|draft| {
                draft.allowed_on.insert(receiver.clone(), (browser::now().0, draft.language));
                draft.allowed.insert(receiver, yes);
            });
            self.keep();
            self.send();
        }
    }
}

#[component]
fn Letter(phone: Phone) -> impl IntoView {
    let port = Port {
        changed: Callback::new(move |()| phone.changed()),
        send: Callback::new(move |()| phone.tell()),
        choose: Callback::new(move |choice| phone.choose(choice)),
        allow: Callback::new(move |(receiver, yes)| phone.allow(receiver, yes)),
        wipe: Callback::new(move |()| phone.wipe()),
        print: Callback::new(|()| browser::print()),
        save: Some(Callback::new(|text: String| browser::save(&text))),
        again: Callback::new(move |()| {
            phone.keep();
            phone.send();
        }),
        waits: Signal::derive(move || phone.draft.with(Draft::waits)),
        stuck: phone.stuck.into(),
        kept: Signal::derive(move || phone.rows.with(Rows::kept)),
        other: phone.other.into(),
        voice: Some(browser::voice()),
        sounds: Some(Sounds {
            tape: browser::tape(),
            here: phone.sounds,
            keep: Callback::new(move |(id, sound): (String, _)| phone.keep_sound(&id, sound)),
            save: Some(Callback::new(|sound: Sound| browser::save_sound(&sound))),
        }),
        back: phone.back,
        together: false,
    };
    view! {
        <main class="ouder-blad">
            <Show when=move || !phone.wiped.get() fallback=move || alone(phone, Word::Gewist, None)>
                <Show when=move || !phone.elsewhere.get() fallback=move || alone(phone, Word::Elders, Some(Word::HierVerder))>
                    <ParentPages sheet=phone.sheet.get_value() draft=phone.draft port />
                </Show>
            </Show>
        </main>
    }
}

/// Why there is no letter, and what to do.
#[component]
fn Sorry(trouble: Trouble, language: Language) -> impl IntoView {
    let words = language.words();
    let word = match trouble {
        Trouble::BadLink => Word::LinkStuk,
        Trouble::NotOpen => Word::WerktNiet,
        Trouble::NoNetwork => Word::GeenNet,
    };
    let again = (!matches!(trouble, Trouble::BadLink)).then(|| words.get(Word::Opnieuw).to_owned());
    view! {
        <main class="ouder-blad" lang=language.code() dir=language.direction()>
            <h1 class="nl-heading nl-heading--level-1">{words.get(word).to_owned()}</h1>
            {again.map(|again| view! { <p><button type="button" class="nl-button nl-button--primary" on:click=|_| browser::reload()>{again}</button></p> })}
        </main>
    }
}
