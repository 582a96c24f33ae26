//! A class set from the side of the adult: the questions out, the sealed answers back.

use leptos::prelude::*;
use leptos_router::components::A;
use model::inbreng::set::Invite;
use model::sharing::heard::Heard;
use replica::carry::What;

use super::frame::CouncilPage;
use super::pool::Waiting;
use super::room::Council;
use crate::components::hear::Hear;
use crate::components::message::{AsFile, QrMessage};
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::texts::leerlingenraad::{kring, set as words};

pub fn page(council: Council) -> AnyView {
    let lang = use_lang();
    let waiting = Waiting::follow(council);
    let invite = RwSignal::new(None::<Vec<u8>>);
    Effect::new(move || {
        let read = waiting.pool.with(Option::is_some);
        let one = council.of(|one| Some(one.clone()));
        let (true, Some(one), Some(mut rng)) = (read, one, random::generator()) else { return };
        if invite.with_untracked(Option::is_some) {
            return;
        }
        // Made once and kept with what waits: every tablet seals for the same secret.
        let made = waiting.change(|pool| Invite::new(&one, &mut pool.set, &mut rng));
        invite.set(made.flatten().map(|made| made.encode()));
    });
    let taken = RwSignal::new(None::<Option<usize>>);
    let heard = move |heard: Heard| {
        let Heard::Message(What::Gifts, message) = heard else { return taken.set(Some(None)) };
        let id = council.id.get_untracked();
        let Some(seed) = random::bytes() else { return };
        let new = waiting.change(|pool| pool.take(&id, &message, &seed).ok());
        taken.set(new);
    };
    let told = move || {
        taken.get().map(|taken| match taken {
            Some(new) => format!("{}: {new}", words::TAKEN.get(lang.get())),
            None => words::OTHER.get(lang.get()).to_owned(),
        })
    };
    let shown = move || {
        invite.get().map(|message| {
            view! {
                <QrMessage what=What::Council message=message.clone() label=words::OUT_CODE />
                <AsFile name="kring" messages=vec![(What::Council, message)] />
            }
        })
    };
    view! {
        <CouncilPage council title=words::TITLE>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <section>
                <h2 class="nl-heading nl-heading--level-2">{tr(words::OUT)}</h2>
                <p class="nl-paragraph">{tr(words::OUT_WHY)}</p>
                {shown}
            </section>
            <section>
                <h2 class="nl-heading nl-heading--level-2">{tr(words::BACK)}</h2>
                <p class="nl-paragraph">{tr(words::BACK_WHY)}</p>
                <p class="nl-paragraph" role="status">{told}</p>
                <Hear on=heard />
                <p><A href=move || council.path("/nakijken") attr:class="nl-link">{tr(kring::TO_LOOK)}</A></p>
            </section>
        </CouncilPage>
    }
    .into_any()
}
