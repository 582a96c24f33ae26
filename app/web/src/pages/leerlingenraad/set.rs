//! A class set from the side of the adult: the questions out, the sealed answers back.

use leptos::prelude::*;
use leptos_router::components::A;
use model::inbreng::pool::Pool;
use model::inbreng::set::{Dropbox, Invite};
use model::sharing::heard::Heard;
use replica::carry::What;

use super::frame::{CouncilPage, Over, note_safe};
use super::pool::Waiting;
use super::room::Council;
use super::voices::{OwnVoice, ToTablets};
use crate::components::hear::Hear;
use crate::components::message::{AsFile, QrMessage};
use crate::i18n::{tr, use_lang};
use crate::platform::{clock, random, spawn};
use crate::texts::leerlingenraad::{kring, set as words};

/// How long tablets may hand in, in milliseconds: two weeks.
const OPEN_FOR: u64 = 14 * 24 * 60 * 60 * 1_000;

/// What was heard last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Came {
    New,
    /// All of it was here already.
    Again,
    /// It is something else.
    Other,
}

pub fn page(council: Council) -> AnyView {
    note_safe();
    let lang = use_lang();
    let waiting = Waiting::follow(council);
    waiting.gather();
    let invite = RwSignal::new(None::<Invite>);
    let read = Memo::new(move |_| waiting.pool.with(Option::is_some));
    let over_network = Memo::new(move |_| waiting.of(|pool| pool.set.dropbox()));
    let over = council.has_answers();
    Effect::new(move || {
        let one = council.of(|one| Some(one.clone()));
        // Made anew when something in it changes: that answers may come back over the network.
        over_network.track();
        let ready = read.get() && !over.get();
        let (true, Some(one), Some(mut rng)) = (ready, one, random::generator()) else {
            return;
        };
        // Made once and kept with what waits: every tablet seals for the same secret.
        let made = waiting.act(|pool| Invite::new(&one, &mut pool.set, &mut rng));
        let Some(made) = made.flatten() else { return };
        spawn(async move {
            // A tablet that sealed for a secret which is not on the disk would seal for nobody.
            if waiting.kept().await {
                let _ = invite.try_set(Some(made));
            }
        });
    });
    let voices = ToTablets::follow(council, waiting);
    let (taken, came) = (RwSignal::new(0_usize), RwSignal::new(None::<Came>));
    // A file holds several messages, and there are several tablets: what came in counts together.
    let heard = move |heard: Heard| {
        let Heard::Message(What::Gifts, message) = heard else {
            return came.set(Some(Came::Other));
        };
        let id = council.id.get_untracked();
        let Some(seed) = random::bytes() else { return };
        let new = waiting.act(|pool| pool.take(&id, &message, &seed).ok());
        // What waits was not read yet.
        let Some(new) = new else { return };
        let Some(new) = new else { return came.set(Some(Came::Other)) };
        let _ = taken.try_update(|taken| *taken += new);
        spawn(async move {
            // Only what the disk has is in: the tablets are emptied after this.
            let kept = waiting.kept().await;
            let says = if new == 0 { Came::Again } else { Came::New };
            let _ = came.try_set(kept.then_some(says));
            if !kept {
                let _ = taken.try_update(|taken| *taken -= new);
            }
        });
    };
    let told = move || {
        let lang = lang.get();
        let count = format!("{}: {}", words::TAKEN.get(lang), taken.get());
        came.get().map(|came| match came {
            Came::New => count,
            Came::Again => format!("{} {count}", words::AGAIN.get(lang)),
            Came::Other => words::OTHER.get(lang).to_owned(),
        })
    };
    // Apart: a code that begins anew because something else changed would have to be filmed again.
    let code = move || {
        invite.get().map(|invite| {
            view! { <QrMessage what=What::Council message=voices.code(&invite) label=words::OUT_CODE /> }
        })
    };
    let file = move || {
        invite.get().map(|invite| view! { <AsFile name="kring" messages=voices.file(&invite) /> })
    };
    view! {
        <CouncilPage council title=words::TITLE>
            <Over council />
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <section hidden=move || over.get()>
                <h2 class="nl-heading nl-heading--level-2">{tr(words::OUT)}</h2>
                <p class="nl-paragraph">{tr(words::OUT_WHY)}</p>
                {code} {file}
                <OwnVoice to=voices />
            </section>
            <section hidden=move || over.get()>
                <h2 class="nl-heading nl-heading--level-2">{tr(words::BACK)}</h2>
                <OverNetwork waiting over_network />
                <p class="nl-paragraph">{tr(words::BACK_WHY)}</p>
                <p class="nl-paragraph" role="status">{told}</p>
                <Hear on=heard />
                <p><A href=move || council.path("/nakijken") attr:class="nl-link">{tr(kring::TO_LOOK)}</A></p>
            </section>
        </CouncilPage>
    }
    .into_any()
}

/// Answers that come in by themselves, for who chooses that: then what is said leaves this room, sealed, over the server.
#[component]
fn OverNetwork(waiting: Waiting, over_network: Memo<Option<Dropbox>>) -> impl IntoView {
    let lang = use_lang();
    let reach_out = move |_| {
        let Some(mut rng) = random::generator() else { return };
        let now = clock::now();
        waiting.reached.set(None);
        waiting.change(|pool| pool.set.reach_out(now, now.saturating_add(OPEN_FOR), &mut rng));
    };
    let is_open =
        Memo::new(move |_| over_network.get().is_some_and(|one| one.is_open(clock::now())));
    let why =
        move || tr(if over_network.get().is_some() { words::NET_OVER } else { words::NET_WHY })();
    let again =
        move || tr(if over_network.get().is_some() { words::NET_AGAIN } else { words::NET })();
    let children = Memo::new(move |_| waiting.of(Pool::children));
    let state = move || {
        let text = match waiting.reached.get() {
            Some(true) => words::NET_HERE,
            Some(false) => words::NET_NOT,
            None => words::NET_TRIES,
        };
        text.get(lang.get())
    };
    view! {
        <Show
            when=move || is_open.get()
            fallback=move || view! {
                <p class="nl-paragraph">{why}</p>
                <p><button type="button" class="nl-button nl-button--secondary" on:click=reach_out>{again}</button></p>
            }
        >
            <p class="nl-paragraph" role="status">{state}" "{tr(words::NET_COUNT)}": "{children}"."</p>
        </Show>
    }
}
