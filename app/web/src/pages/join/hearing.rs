//! What was scanned or read from a file, taken to the invitation that it belongs to.

use leptos::prelude::*;
use model::sharing::heard::Heard;
use model::sharing::invite::Step;
use model::spaces::InviteId;
use replica::carry::What;
use std::collections::VecDeque;

use super::Door;
use crate::components::alert::{Alert, Tone};
use crate::i18n::use_lang;
use crate::platform::spawn;
use crate::state::sharing::HandError;
use crate::texts::sharing::{self, join as words};
use rules::text::Lang;

/// What came of it.
#[derive(Clone)]
pub enum Took {
    Step,
    /// It belongs to another step.
    Other,
    Not(HandError),
}

/// Why nothing came of it.
#[component]
pub fn Said(said: RwSignal<Option<Took>>) -> impl IntoView {
    let lang = use_lang();
    move || {
        let sentence = match said.get()? {
            Took::Step => return None,
            Took::Other => words::OTHER_CODE.get(lang.get()).to_owned(),
            Took::Not(error) => sharing::not_taken(&error, lang.get()),
        };
        Some(view! { <Alert tone=Tone::Waiting title=Signal::stored(sentence)>""</Alert> })
    }
}

/// What waits to be taken, in the order in which it was heard: what follows a link in one file belongs to that link.
#[derive(Default)]
pub struct Heap {
    waiting: VecDeque<(Option<InviteId>, Heard, RwSignal<Option<Took>>)>,
    is_busy: bool,
}

/// Takes it after all that was heard before. `at` is the invitation on whose card it was scanned; else the one that was
/// opened last. It goes on when the card that heard it has gone.
pub fn hear(
    door: Door,
    at: Option<InviteId>,
    heard: Heard,
    said: RwSignal<Option<Took>>,
    lang: Lang,
) {
    let was_busy = door.heap.try_update_value(|heap| {
        heap.waiting.push_back((at, heard, said));
        std::mem::replace(&mut heap.is_busy, true)
    });
    if was_busy != Some(false) {
        return;
    }
    spawn(async move {
        let next = || {
            door.heap.try_update_value(|heap| {
                let next = heap.waiting.pop_front();
                heap.is_busy = next.is_some();
                next
            })
        };
        while let Some((at, heard, said)) = next().flatten() {
            let took = take(door, at, heard, lang).await;
            let _ = said.try_set(Some(took));
        }
    });
}

async fn take(door: Door, at: Option<InviteId>, heard: Heard, lang: Lang) -> Took {
    door.by_hand.set(true);
    match heard {
        Heard::Link(fragment) => {
            door.open(&fragment).await;
            Took::Step
        }
        Heard::Message(What::Offer | What::Reveal, message) => {
            let Some(id) = at.or_else(|| door.opened.get_untracked()) else { return Took::Other };
            match door.app.take_from_inviter(&id, &message).await {
                Ok(()) => Took::Step,
                Err(error) => {
                    let _ = door.error.try_set(Some(error));
                    Took::Step
                }
            }
        }
        Heard::Message(What::Package, package) => {
            match door.app.take_package(&package, lang).await {
                Ok(_) => Took::Step,
                Err(error) => Took::Not(error),
            }
        }
        Heard::Message(..) => Took::Other,
    }
}

/// What can be heard at this step.
pub const fn hears(step: &Step) -> bool {
    matches!(step, Step::Made | Step::Asked | Step::Compare { .. })
}
