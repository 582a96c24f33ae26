//! Zet op beginscherm: in pictures and words, this kind of device first.

use leptos::prelude::*;

use crate::components::alert::{Alert, Tone};
use crate::components::devices::{AndroidPicture, ApplePicture, DesktopPicture};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::page::Page;
use crate::i18n::{tr, tr_signal};
use crate::platform::install::{self, Device};
use crate::state::AppState;
use crate::texts::{homescreen as words, shell};
use rules::order::Order;
use rules::text::Text;

#[component]
pub fn Homescreen() -> impl IntoView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::NOTE, words::NOTE_BODY));
    }
    let here = install::device();
    let mut kinds = vec![Device::Apple, Device::Android, Device::Desktop];
    kinds.order_by_key(|kind| *kind != here);
    let ways =
        kinds.into_iter().map(move |kind| view! { <Way kind is_here=kind == here /> }.into_any());
    view! {
        <Page title=tr_signal(shell::HOMESCREEN)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            {AppState::get().map(|app| view! { <Offer app /> })}
            {ways.collect_view()}
            <h2 class="nl-heading nl-heading--level-2">{tr(words::BEFORE)}</h2>
            <p class="nl-paragraph">{tr(words::BEFORE_BODY)}</p>
        </Page>
    }
}

/// It is there already, or the browser can be asked, or neither.
#[component]
fn Offer(app: AppState) -> impl IntoView {
    if app.device.is_installed {
        return view! { <Alert tone=Tone::Good title=tr_signal(words::INSTALLED)>""</Alert> }
            .into_any();
    }
    view! {
        <Show when=move || app.device.can_install.get()>
            <div class="actions">
                <button type="button" class="nl-button nl-button--primary" on:click=move |_| app.device.install()>
                    {tr(words::INSTALL)}
                </button>
            </div>
        </Show>
    }
    .into_any()
}

#[component]
fn Way(kind: Device, is_here: bool) -> impl IntoView {
    let (title, steps, picture) = match kind {
        Device::Apple => (
            words::APPLE,
            [words::APPLE_1, words::APPLE_2, words::APPLE_3],
            view! { <ApplePicture /> }.into_any(),
        ),
        Device::Android => (
            words::ANDROID,
            [words::ANDROID_1, words::ANDROID_2, words::ANDROID_3],
            view! { <AndroidPicture /> }.into_any(),
        ),
        Device::Desktop => (
            words::DESKTOP,
            [words::DESKTOP_1, words::DESKTOP_2, words::DESKTOP_3],
            view! { <DesktopPicture /> }.into_any(),
        ),
    };
    let steps = steps.map(|step: Text| view! { <li>{tr(step)}</li> });
    view! {
        <section class="how">
            <div>{picture}</div>
            <div>
                <h2 class="nl-heading nl-heading--level-2 how__title">
                    {tr(title)}
                    {is_here.then(|| view! { " " <span class="nl-data-badge">{tr(words::YOUR_DEVICE)}</span> })}
                </h2>
                <ol class="how__steps">{steps}</ol>
            </div>
        </section>
    }
}
