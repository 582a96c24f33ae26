//! What the projector shows: one thing at a time, readable from the back of the room, and never a child's name (VERG-8).

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;
use model::meeting::Command;
use model::meeting::capture::{Shown, shown};
use model::meeting::timer::clock;

use super::Sitting;
use super::timer::ticking;
use crate::components::icon::{Drawn, Icon};
use crate::components::page::Page;
use crate::i18n::{tr, use_lang};
use crate::platform::{clock as wall, keys, page as browser, wake};
use crate::texts::werkgebied::meeting as words;

pub fn page(sitting: Sitting) -> AnyView {
    // The frame around the page makes way, for eyes and for the keyboard.
    browser::set_root_attribute("data-scherm", Some("vol"));
    let awake = StoredValue::new_local(Some(wake::stay_awake()));
    let lang = use_lang();
    let now = ticking();
    let one = Memo::new(move |_| {
        let (id, register) = (sitting.id.get(), sitting.room.register.get());
        sitting.of(|view| shown(&id, view, &register, now.get(), lang.get()))
    });
    let go = move |after: bool| {
        let to = untrack(|| sitting.of(|view| view.beside_now(after).map(|item| item.id.clone())));
        to.is_some_and(|item| sitting.done(&Command::Now { item, at: wall::now_ms() }))
    };
    let back = move || format!("/werkgebied/vergadering/{}/nu", sitting.id.get());
    let navigate = use_navigate();
    let pressed = move |key: &str| match key {
        "ArrowRight" | "PageDown" => go(true),
        "ArrowLeft" | "PageUp" => go(false),
        "Escape" => {
            navigate(&untrack(back), Default::default());
            true
        }
        _ => false,
    };
    let listening = StoredValue::new_local(keys::on_key(pressed));
    on_cleanup(move || {
        browser::set_root_attribute("data-scherm", None);
        awake.try_update_value(Option::take);
        listening.try_update_value(Option::take);
    });
    let title = Signal::derive(move || {
        let title = one.with(|one| one.as_ref().map(|one| one.title.clone()));
        title.unwrap_or_else(|| sitting.name(lang.get()))
    });
    view! {
        <Page title wide=true>
            <div class="screen">
                <Part one />
                <Show when=move || one.with(Option::is_none)><p class="screen__rest">{tr(words::SCREEN_REST)}</p></Show>
                <div class="screen__ways">
                    <button type="button" class="nl-button nl-button--secondary" on:click=move |_| { go(false); }>
                        <Drawn icon=Icon::Back /> {tr(words::PREVIOUS)}
                    </button>
                    <button type="button" class="nl-button nl-button--primary" on:click=move |_| { go(true); }>
                        {tr(words::NEXT)} <Drawn icon=Icon::Forward />
                    </button>
                    <A href=back attr:class="nl-button nl-button--subtle">{tr(words::SCREEN_CLOSE)}</A>
                </div>
            </div>
        </Page>
    }
    .into_any()
}

#[component]
fn Part(one: Memo<Option<Shown>>) -> impl IntoView {
    let lang = use_lang();
    let number = move || {
        one.with(|one| {
            let one = one.as_ref()?;
            let kind = one.kind.label().get(lang.get());
            let (item, of) = (words::ITEM.get(lang.get()), words::OF.get(lang.get()));
            Some(format!("{item} {} {of} {} · {kind}", one.number, one.of))
        })
    };
    let ask = Memo::new(move |_| {
        one.with(|one| one.as_ref().map(|one| one.ask.clone()).unwrap_or_default())
    });
    let decided = Memo::new(move |_| {
        one.with(|one| one.as_ref().map(|one| one.decisions.clone()).unwrap_or_default())
    });
    let left = Memo::new(move |_| one.with(|one| one.as_ref().map(|one| one.left)));
    let over = move || left.get().is_some_and(|left| left < 0);
    let next = Memo::new(move |_| one.with(|one| one.as_ref().and_then(|one| one.next.clone())));
    let decisions =
        move || decided.get().into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
    view! {
        <p class="screen__number">{number}</p>
        <p class="screen__clock" class:clock--over=over role="timer" aria-live="off">{move || left.get().map(clock)}</p>
        <p class="screen__ask">{ask}</p>
        <Show when=move || decided.with(|all| !all.is_empty())>
            <p class="screen__head">{tr(words::DECIDED)}</p>
            <ul class="screen__decided">{decisions}</ul>
        </Show>
        <Show when=move || next.with(Option::is_some)>
            <p class="screen__next">{tr(words::THEN)}": "{next}</p>
        </Show>
    }
}
