//! One letter on one phone: where the sheet comes from, where the draft stays, and how answers leave. Nothing leaves before it is sealed.

mod receipt;

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use model::ouder::{
    Agreement, Choice, Draft, Language, Reply, Says, Sheet, Step, Word, unhex, unhex_all,
};
use parent::sound::Sound;
use parent::{ParentPages, Port, Sounds, Voice};
use replica::id::hex;
use replica::keys::{DeviceKeys, Secret};
use replica::letter::{self, LetterLink};
use replica::sync::api::{Gift, Give, Message, ReadGift};

use crate::browser::{self, Reply as Came};

/// What is on the disk: the letter as it came, and the draft. `0` or `1`, the length of the letter, the letter, the draft.
struct Row {
    letter: Vec<u8>,
    draft: Option<Draft>,
}

/// The recordings of a draft, in memory, by their name.
type Heard = BTreeMap<String, Sound>;

/// Everything of this letter. `Copy`.
#[derive(Clone, Copy)]
struct Phone {
    link: StoredValue<Arc<LetterLink>>,
    sheet: StoredValue<Sheet>,
    letter: StoredValue<Vec<u8>>,
    draft: RwSignal<Draft>,
    kept: RwSignal<Option<bool>>,
    writing: RwSignal<u32>,
    stuck: RwSignal<Option<Word>>,
    sending: RwSignal<bool>,
    gone: RwSignal<bool>,
    sounds: RwSignal<Heard>,
}

/// What is on its way.
enum Goes {
    Reply(String),
    Piece,
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
        Ok((link, sheet, letter, draft, sounds)) => {
            let mut draft = draft.unwrap_or_default();
            let first = draft.keys.is_empty();
            if first {
                draft.language = language;
                draft.keys = browser::generator()
                    .map(|mut rng| hex(&*DeviceKeys::generate(&mut rng).to_bytes()))
                    .unwrap_or_default();
            }
            let phone = Phone {
                link: StoredValue::new(Arc::new(link)),
                sheet: StoredValue::new(sheet),
                letter: StoredValue::new(letter),
                draft: RwSignal::new(draft),
                kept: RwSignal::new(None),
                writing: RwSignal::new(0),
                stuck: RwSignal::new(None),
                sending: RwSignal::new(false),
                gone: RwSignal::new(false),
                sounds: RwSignal::new(sounds),
            };
            phone.begin(first);
            view! { <Letter phone /> }.into_any()
        }
        Err(trouble) => view! { <Sorry trouble language /> }.into_any(),
    });
    browser::ready();
}

type Found = (LetterLink, Sheet, Vec<u8>, Option<Draft>, Heard);

/// From the disk when it was opened before, else from the server.
async fn find() -> Result<Found, Trouble> {
    let link = LetterLink::read(&browser::fragment()).map_err(|_| Trouble::BadLink)?;
    if let Some(row) = browser::kept(&name(&link)).await.and_then(|row| read(&link, &row)) {
        let sheet = sheet(&link, &row.letter)?;
        let (mut draft, mut sounds) = (row.draft, Heard::new());
        if let Some(draft) = &mut draft {
            sounds = recordings(&link, draft).await;
        }
        return Ok((link, sheet, row.letter, draft, sounds));
    }
    let ask = ReadGift { dropbox: *link.dropbox(), hash: *link.hash() };
    let letter = match browser::post("box/read", &ask.encode()).await {
        Came::Here(answer) => Gift::decode(&answer).map_err(|_| Trouble::NotOpen)?.sealed,
        Came::Refused => return Err(Trouble::NotOpen),
        Came::Nothing => return Err(Trouble::NoNetwork),
    };
    let sheet = sheet(&link, &letter)?;
    Ok((link, sheet, letter, None, Heard::new()))
}

fn sheet(link: &LetterLink, letter: &[u8]) -> Result<Sheet, Trouble> {
    let opened = link.open(letter).map_err(|_| Trouble::NotOpen)?;
    Sheet::decode(&opened).ok_or(Trouble::NotOpen)
}

/// The recordings of the draft, each from a row of its own; one that is not there is not in the draft any more either.
async fn recordings(link: &LetterLink, draft: &mut Draft) -> Heard {
    let mut sounds = Heard::new();
    for one in draft.spoken().cloned().collect::<Vec<_>>() {
        let row = browser::kept(&row_of(link, &one.id)).await;
        let bytes = row.and_then(|row| letter::kept(&link.keep_key(), &row));
        match bytes.filter(|bytes| one.is(bytes)) {
            Some(bytes) => {
                let sound =
                    Sound { bytes: Arc::new(bytes), media: one.media, seconds: one.seconds };
                sounds.insert(one.id, sound);
            }
            None => draft.lost(&one.id),
        }
    }
    sounds
}

/// The row of a recording.
fn row_of(link: &LetterLink, id: &str) -> String {
    format!("{} {id}", name(link))
}

fn name(link: &LetterLink) -> String {
    hex(link.dropbox())
}

fn read(link: &LetterLink, row: &[u8]) -> Option<Row> {
    let open = letter::kept(&link.keep_key(), row)?;
    let (length, rest) = open.split_first_chunk::<4>()?;
    let (letter, draft) = rest.split_at_checked(u32::from_be_bytes(*length) as usize)?;
    Some(Row { letter: letter.to_vec(), draft: Draft::decode(draft) })
}

impl Phone {
    fn begin(self, first: bool) {
        if first {
            self.say(&Says::Opened);
        }
        self.keep();
        self.send();
        browser::on_network(move || self.send());
        wasm_bindgen_futures::spawn_local(self.meet_server());
    }

    /// Keeps the draft; what was changed in the meantime is kept by the next call.
    fn keep(self) {
        if self.gone.get_untracked() {
            return;
        }
        let draft = self.draft.with_untracked(Draft::encode);
        let letter = self.letter.get_value();
        let length = u32::try_from(letter.len()).unwrap_or(0).to_be_bytes();
        let open = [&length[..], &letter, &draft].concat();
        let key: Secret = self.link.with_value(|link| link.keep_key());
        let sealed = browser::generator().and_then(|mut rng| letter::keep(&key, &open, &mut rng));
        let name = self.link.with_value(|link| name(link));
        self.writing.update(|count| *count += 1);
        self.kept.set(None);
        wasm_bindgen_futures::spawn_local(async move {
            let done = match sealed {
                Some(sealed) => browser::keep(&name, &sealed).await,
                None => false,
            };
            self.writing.update(|count| *count -= 1);
            // Only the last one says it: until then something newer is on its way.
            if self.writing.get_untracked() == 0 {
                self.kept.set(Some(done));
            }
        });
    }

    /// Keeps a recording in a row of its own, or takes that row away. The draft with its name is kept after it.
    fn keep_sound(self, id: String, sound: Option<Sound>) {
        let (row, key) = self.link.with_value(|link| (row_of(link, &id), link.keep_key()));
        let Some(sound) = sound else {
            wasm_bindgen_futures::spawn_local(async move { browser::forget(&row).await });
            return;
        };
        let sealed =
            browser::generator().and_then(|mut rng| letter::keep(&key, &sound.bytes, &mut rng));
        self.writing.update(|count| *count += 1);
        self.kept.set(None);
        wasm_bindgen_futures::spawn_local(async move {
            let done = match sealed {
                Some(sealed) => browser::keep(&row, &sealed).await,
                None => false,
            };
            self.writing.update(|count| *count -= 1);
            if !done || self.writing.get_untracked() == 0 {
                self.kept.set(Some(done));
            }
        });
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
        self.draft.update(|draft| {
            draft.said = number;
            draft.waiting.push(hex(&sealed));
        });
        true
    }

    /// Sends what waits, one after the other, until there is no network.
    fn send(self) {
        if self.sending.get_untracked() || self.gone.get_untracked() {
            return;
        }
        self.sending.set(true);
        self.stuck.set(None);
        wasm_bindgen_futures::spawn_local(async move {
            while let Some((goes, sealed)) = self.goes() {
                let dropbox = self.link.with_value(|link| *link.dropbox());
                let give = Give { dropbox, sealed }.encode();
                match browser::post("box/give", &give).await {
                    Came::Here(_) => {
                        self.draft.update(|draft| match &goes {
                            Goes::Reply(first) => draft.waiting.retain(|one| one != first),
                            Goes::Piece => draft.left(),
                        });
                        self.keep();
                    }
                    Came::Refused => {
                        self.stuck.set(Some(Word::WerktNiet));
                        break;
                    }
                    Came::Nothing => {
                        self.stuck.set(Some(Word::Wacht));
                        break;
                    }
                }
            }
            self.sending.set(false);
            self.ask_receipt().await;
        });
    }

    /// What goes now: replies, and when those are at the server the pieces of recordings that they told of. A piece is sealed when it goes.
    fn goes(self) -> Option<(Goes, Vec<u8>)> {
        if let Some(first) = self.draft.with_untracked(|draft| draft.waiting.first().cloned()) {
            let sealed = unhex_all(&first).unwrap_or_default();
            return Some((Goes::Reply(first), sealed));
        }
        let (spoken, place) = self
            .draft
            .with_untracked(|draft| draft.leaves().map(|(one, place)| (one.clone(), place)))?;
        let bytes =
            self.sounds.with_untracked(|all| all.get(&spoken.id).map(|one| one.bytes.clone()));
        let says = Says::Piece { of: spoken.id.clone(), place };
        let mut reply = Reply::new(browser::now().0, 0, says);
        reply.sound = bytes.and_then(|bytes| spoken.piece(&bytes, place))?;
        Some((Goes::Piece, self.seal(&reply)?))
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
        let relation = self.sheet.with_value(|sheet| sheet.relation.clone());
        let agreement = Agreement {
            choice,
            name: &draft.name,
            relation: &relation,
            language: draft.language,
            on,
            time: &time,
            title: &plan.title,
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

    fn wipe(self) {
        self.gone.set(true);
        let name = self.link.with_value(|link| name(link));
        let spoken = self.draft.with_untracked(|draft| draft.spoken().cloned().collect::<Vec<_>>());
        spoken.into_iter().for_each(|one| self.keep_sound(one.id, None));
        self.sounds.set(Heard::new());
        wasm_bindgen_futures::spawn_local(async move { browser::forget(&name).await });
        self.draft.update(|draft| {
            *draft = Draft { language: draft.language, ..Draft::default() };
        });
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
        save: Callback::new(|text: String| browser::save(&text)),
        waits: Signal::derive(move || phone.draft.with(Draft::waits)),
        stuck: phone.stuck.into(),
        kept: phone.kept.into(),
        voice: Some(voice()),
        sounds: Some(Sounds {
            tape: browser::tape(),
            here: phone.sounds,
            keep: Callback::new(move |(id, sound)| phone.keep_sound(id, sound)),
            save: Some(Callback::new(|sound: Sound| browser::save_sound(&sound))),
        }),
        together: false,
    };
    let gone = move || {
        let words = phone.draft.with(|draft| draft.language).words();
        words.get(Word::Gewist).to_owned()
    };
    view! {
        <main class="ouder-blad">
            <Show when=move || !phone.gone.get() fallback=move || view! { <h1 class="nl-heading nl-heading--level-1" role="status">{gone}</h1> }>
                <ParentPages sheet=phone.sheet.get_value() draft=phone.draft port />
            </Show>
        </main>
    }
}

/// The voices of the device are found some time after the start.
fn voice() -> Voice {
    let found = RwSignal::new(0_u32);
    browser::on_voices(move || found.update(|times| *times += 1));
    let speaks = move |language: Language| {
        found.track();
        browser::has_voice(language.code())
    };
    Voice {
        speaks: Callback::new(speaks),
        speak: Callback::new(|language: Language| browser::speak(language.code())),
        hush: Callback::new(|()| browser::hush()),
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
    let again = matches!(trouble, Trouble::NoNetwork).then(|| words.get(Word::Opnieuw).to_owned());
    view! {
        <main class="ouder-blad" lang=language.code() dir=language.direction()>
            <h1 class="nl-heading nl-heading--level-1">{words.get(word).to_owned()}</h1>
            {again.map(|again| view! { <p><button type="button" class="nl-button nl-button--primary" on:click=|_| browser::reload()>{again}</button></p> })}
        </main>
    }
}
