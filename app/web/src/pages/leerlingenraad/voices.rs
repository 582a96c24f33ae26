//! What was recorded for this council, on its way to the tablets of a class set: at the server once answers may come back over it,
//! and in the file with the questions. Without it the tablets work as well.

use std::collections::BTreeMap;

use leptos::prelude::*;
use model::attachment::Attachment;
use model::inbreng::set::Invite;
use model::leerlingenraad::voice::{self, carried};
use replica::carry::What;
use replica::gather::Gather;
use rules::text::Lang;

use super::kring::{dots, recorded};
use super::pool::Waiting;
use super::room::Council;
use crate::components::child::spoken::spoken;
use crate::i18n::{tr, use_lang};
use crate::platform::{clock, random, spawn};
use crate::texts::leerlingenraad::set as words;

/// How often it is tried by itself: a server that says no says it again.
const TRIES: u32 = 5;

/// `Copy`; handed around.
#[derive(Clone, Copy)]
pub struct ToTablets {
    council: Council,
    waiting: Waiting,
    /// Which recordings are meant, as `carried::mark` tells.
    mark: Memo<String>,
    /// The link under which exactly these are found at the server.
    link: Memo<Option<String>>,
    /// What was read of them, in the order in which children hear them.
    sounds: RwSignal<Option<(String, Vec<carried::Sound>)>>,
    /// How many letters of how many are at the server, while they go.
    going: RwSignal<Option<(usize, usize)>>,
    tries: RwSignal<u32>,
}

impl ToTablets {
    /// Follows what is recorded and whether the server may be used.
    pub fn follow(council: Council, waiting: Waiting) -> Self {
        let wanted = Memo::new(move |_| wanted(council));
        let mark = Memo::new(move |_| wanted.with(|all| carried::mark(&as_map(all))));
        let link = Memo::new(move |_| {
            let posted = waiting.of(|pool| pool.set.voices.clone())?;
            (posted.of == mark.get()).then_some(posted.link)
        });
        let to = Self {
            council,
            waiting,
            mark,
            link,
            sounds: RwSignal::new(None),
            going: RwSignal::new(None),
            tries: RwSignal::new(0),
        };
        Effect::new(move || to.read(mark.get(), wanted.get_untracked()));
        Effect::new(move || {
            to.sounds.track();
            if waiting.reached.get() == Some(true) {
                to.post();
            }
        });
        to
    }

    /// Reads what was recorded from the disk.
    fn read(self, mark: String, wanted: Vec<(String, Attachment)>) {
        let room = self.council.room;
        let Some(space) = room.voices.councils.space() else { return };
        spawn(async move {
            let mut all = Vec::new();
            for (name, sound) in wanted {
                if let Ok(bytes) = room.app.content(space, &sound).await {
                    all.push((name, bytes));
                }
            }
            if self.mark.try_get_untracked().as_ref() == Some(&mark) {
                let _ = self.sounds.try_set(Some((mark, all)));
            }
        });
    }

    fn any(self) -> bool {
        self.sounds.with(|sounds| sounds.as_ref().is_some_and(|(_, all)| !all.is_empty()))
    }

    /// Brings them to the server, where answers may come back over it and they are not there yet.
    fn post(self) {
        let (space, sounds) =
            (self.council.room.voices.councils.space(), self.sounds.get_untracked());
        let dropbox = self.waiting.pool.with_untracked(|pool| pool.as_ref()?.set.dropbox());
        let (Some(space), Some((mark, sounds)), Some(circle)) = (space, sounds, dropbox) else {
            return;
        };
        let busy = self.going.get_untracked().is_some() || self.tries.get_untracked() >= TRIES;
        let there = self.link.get_untracked().is_some();
        if busy || there || sounds.is_empty() || !circle.is_open(clock::now()) {
            return;
        }
        let (Some(dropbox), Some(mut rng)) = (random::bytes(), random::generator()) else { return };
        let Ok(packed) = carried::Packed::new(Some(dropbox), &sounds, &mut rng) else { return };
        self.tries.update(|tries| *tries += 1);
        self.going.set(Some((0, packed.sealed.len())));
        spawn(async move {
            let (app, all) = (self.council.room.app, packed.sealed.len());
            let went = |number| {
                let _ = self.going.try_set(Some((number, all)));
            };
            if app.post_voices(space, dropbox, circle.closes, &packed.sealed, went).await {
                let posted = carried::Posted { of: mark, link: packed.link };
                let over = match self.waiting.change(|pool| pool.set.voices.replace(posted)) {
                    // Of tablets that did not fetch it yet; they work without it.
                    Some(before) => before.and_then(|before| before.dropbox()),
                    // The page is gone, and nobody would know of it.
                    None => Some(dropbox),
                };
                if let Some(over) = over {
                    let _ = app.end_box(space, over).await;
                }
            } else {
                let _ = app.end_box(space, dropbox).await;
            }
            let _ = self.going.try_set(None);
        });
    }

    /// The message with the questions, for a code.
    pub fn code(self, invite: &Invite) -> Vec<u8> {
        invite.clone().with_voices(self.link.get()).encode()
    }

    /// The messages for a file, with everything that was recorded.
    pub fn file(self, invite: &Invite) -> Vec<(What, Vec<u8>)> {
        let packed = self.sounds.with(|sounds| {
            let (_, sounds) = sounds.as_ref().filter(|(_, all)| !all.is_empty())?;
            carried::Packed::new(None, sounds, &mut random::generator()?).ok()
        });
        let (link, letters) = packed.map(|packed| (packed.link, packed.sealed)).unzip();
        // The questions last: with them a tablet goes on.
        let letters = letters.unwrap_or_default().into_iter().map(|one| (What::Voices, one));
        let questions = invite.clone().with_voices(link).encode();
        letters.chain([(What::Council, questions)]).collect()
    }

    /// How many recordings have no room.
    fn left_out(self) -> usize {
        let left_out = |all: &[carried::Sound]| all.len() - carried::fitting(all).len();
        self.sounds.with(|sounds| sounds.as_ref().map_or(0, |(_, all)| left_out(all)))
    }
}

/// Of the sentences that this council says those that are recorded and on this device, in the order in which they are said.
fn wanted(council: Council) -> Vec<(String, Attachment)> {
    let all = recorded(council.room).all;
    let sentences = council.of(|one| {
        let said = |lang| spoken(one, &dots::CARDS, lang);
        [said(Lang::Nl), said(Lang::En)].concat()
    });
    let names = sentences.iter().map(|one| voice::name(one));
    names
        .filter_map(|name| {
            all.get_key_value(&name).map(|(name, sound)| (name.clone(), sound.clone()))
        })
        .collect()
}

fn as_map(all: &[(String, Attachment)]) -> BTreeMap<String, Attachment> {
    all.iter().cloned().gather()
}

/// How it stands with the adult's voice, where something was recorded.
#[component]
pub fn OwnVoice(to: ToTablets) -> impl IntoView {
    let lang = use_lang();
    let state = move || {
        let lang = lang.get();
        let open =
            to.waiting.of(|pool| pool.set.dropbox()).is_some_and(|one| one.is_open(clock::now()));
        let out_of_reach = to.waiting.reached.get() == Some(false);
        match (to.going.get(), to.link.get().is_some(), open) {
            (Some((here, of)), ..) => format!("{} ({here} / {of})", words::OWN_GOES.get(lang)),
            (None, true, true) => words::OWN_THERE.get(lang).to_owned(),
            (None, false, true) if to.tries.get() >= TRIES || out_of_reach => {
                words::OWN_NOT.get(lang).to_owned()
            }
            (None, false, true) => words::OWN_GOES.get(lang).to_owned(),
            (None, _, false) => words::OWN_IN_FILE.get(lang).to_owned(),
        }
    };
    let left_out = move || Some(to.left_out()).filter(|count| *count > 0);
    view! {
        <Show when=move || to.any()>
            <h3 class="nl-heading nl-heading--level-3">{tr(words::OWN_VOICE)}</h3>
            <p class="nl-paragraph" role="status">{state}</p>
            {move || left_out().map(|count| view! { <p class="nl-paragraph">{tr(words::OWN_LEFT_OUT)}" "{count}</p> })}
        </Show>
    }
}
