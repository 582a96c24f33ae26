//! The adult's voice on a tablet that is nobody's: fetched where there is a network, else out of the file with the questions. It is
//! in memory alone and goes with the page; without it everything works.

use leptos::prelude::*;
use model::inbreng::set::Invite;
use model::leerlingenraad::voice::carried::{Gather, LETTERS};
use model::sharing::heard::Heard;
use replica::carry::What;
use replica::gather::Gather as _;

use crate::components::audio::sound_of;
use crate::components::hear::Hear;
use crate::components::read_aloud::Aloud;
use crate::i18n::{tr, use_lang};
use crate::platform::spawn;
use crate::state::sharing::circle::NotDone;
use crate::state::sharing::voices;
use crate::texts::leerlingenraad::set as words;

/// `Copy`; handed around.
#[derive(Clone, Copy)]
pub struct Voices {
    gather: RwSignal<Option<Gather>>,
    /// What came out of a file before the questions.
    loose: StoredValue<Vec<Vec<u8>>>,
    busy: RwSignal<bool>,
    here: RwSignal<bool>,
    /// A file was read in which it is not.
    other: RwSignal<bool>,
    /// What is asked here.
    invite: RwSignal<Option<Invite>>,
    aloud: Option<Aloud>,
}

impl Voices {
    /// Follows what is asked.
    pub fn follow(invite: RwSignal<Option<Invite>>) -> Self {
        let voices = Self {
            gather: RwSignal::new(None),
            loose: StoredValue::new(Vec::new()),
            busy: RwSignal::new(false),
            here: RwSignal::new(false),
            other: RwSignal::new(false),
            invite,
            aloud: use_context(),
        };
        let link = Memo::new(move |_| invite.with(|one| Some(one.as_ref()?.voices()?.to_owned())));
        Effect::new(move || voices.look_for(link.get().as_deref()));
        voices
    }

    fn look_for(self, link: Option<&str>) {
        self.gather.set(link.and_then(|link| Gather::new(link).ok()));
        self.heard_now();
        let loose = self.loose.try_update_value(std::mem::take).unwrap_or_default();
        for letter in loose {
            self.take(&letter);
        }
        self.fetch();
    }

    /// The questions out of a file that was chosen for the voice: it may have been made anew, and then its letters fit no other link.
    fn questions(self, message: &[u8]) {
        if self.here.get_untracked() {
            return;
        }
        let council = |invite: &Invite| invite.council().id;
        let here = self.invite.with_untracked(|invite| invite.as_ref().map(council));
        let came = Invite::decode(message).ok().filter(|came| Some(council(came)) == here);
        self.look_for(came.as_ref().and_then(Invite::voices));
        self.other.set(!self.here.get_untracked());
    }

    /// A letter out of a file; the questions may come after it.
    pub fn letter(self, sealed: Vec<u8>) {
        if self.gather.with_untracked(Option::is_some) && self.take(&sealed) {
            return;
        }
        self.loose.update_value(|loose| {
            if (loose.len() as u64) < LETTERS {
                loose.push(sealed);
            }
        });
    }

    fn take(self, sealed: &[u8]) -> bool {
        let took =
            self.gather.try_update(|gather| gather.as_mut().is_some_and(|it| it.take(sealed)));
        self.heard_now();
        took == Some(true)
    }

    /// What children can hear now.
    fn heard_now(self) {
        let sounds = self.gather.try_with_untracked(|gather| gather.as_ref()?.sounds()).flatten();
        let _ = self.here.try_set(sounds.is_some());
        let Some(aloud) = self.aloud else { return };
        let all = sounds.unwrap_or_default().into_iter();
        let all = all.filter_map(|(name, bytes)| Some((name, sound_of(bytes)?))).gather();
        let _ = aloud.recorded.try_update(|recorded| recorded.loose = all);
    }

    fn fetch(self) {
        let next =
            move || self.gather.try_with_untracked(|gather| gather.as_ref()?.next()).flatten();
        if next().is_none() || self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn(async move {
            let _: Result<(), NotDone> = voices::fetch(next, |letter| self.take(letter)).await;
            let _ = self.busy.try_set(false);
        });
    }
}

/// How it stands with the adult's voice, where there is one.
#[component]
pub fn VoiceState(voices: Voices) -> impl IntoView {
    let lang = use_lang();
    let any = Memo::new(move |_| voices.gather.with(Option::is_some));
    let missing = move || !voices.here.get() && !voices.busy.get();
    let state = move || {
        let lang = lang.get();
        let letters = voices.gather.with(|gather| gather.as_ref()?.here());
        match (voices.here.get(), voices.busy.get(), letters) {
            (true, ..) => words::VOICE_HERE.get(lang).to_owned(),
            (_, true, Some((here, of))) => {
                format!("{} ({here} / {of})", words::VOICE_COMES.get(lang))
            }
            (_, true, None) => words::VOICE_COMES.get(lang).to_owned(),
            _ => words::VOICE_NOT.get(lang).to_owned(),
        }
    };
    let at_server = move || voices.gather.with(|gather| gather.as_ref()?.next()).is_some();
    let heard = move |heard: Heard| match heard {
        Heard::Message(What::Voices, letter) => voices.letter(letter),
        Heard::Message(What::Council, questions) => voices.questions(&questions),
        _ => {}
    };
    view! {
        <Show when=move || any.get()>
            <p class="nl-paragraph" role="status">{state}</p>
            <Show when=missing>
                <details class="more">
                    <summary class="more__open">{tr(words::VOICE_FETCH)}</summary>
                    <Show when=at_server>
                        <p><button type="button" class="nl-button nl-button--secondary" on:click=move |_| voices.fetch()>{tr(words::VOICE_TRY)}</button></p>
                    </Show>
                    <p class="nl-paragraph">{tr(words::VOICE_FILE)}</p>
                    <p class="nl-paragraph" role="status">{move || voices.other.get().then(tr(words::VOICE_OTHER))}</p>
                    <Hear on=heard />
                </details>
            </Show>
        </Show>
    }
}
