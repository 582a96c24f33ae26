//! Meedoen: for who was invited. The secret of the link is in memory only, until the answer is kept in the own store.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use model::sharing::heard;
use model::spaces::{InviteId, is_open};
use rules::order::Order;

use crate::components::failed::Failed;
use crate::components::field::Field;
use crate::components::hear::Hear;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::opening::WhenReady;
use crate::components::page::Page;
use crate::i18n::{tr, tr_maybe, tr_signal, use_lang};
use crate::platform::{page, spawn};
use crate::state::AppState;
use crate::state::sharing::ShareError;
use crate::texts::sharing::{join as words, space};
use model::sharing::invite::PATH;

pub mod answer;
pub mod hearing;

/// What stood behind the `#` of the address when the app was opened: kept in memory while somebody gets in, and never in the
/// address, the history or on the disk.
#[derive(Clone, Copy)]
pub struct Invited(RwSignal<Option<String>>);

impl Invited {
    /// Takes the fragment out of the address, now and whenever another link is opened here. Call before the router begins.
    pub fn provide() {
        let invited = Self(RwSignal::new(None));
        let take = move || {
            if page::path() == PATH
                && let Some(fragment) = page::take_fragment()
            {
                let _ = invited.0.try_set(Some(fragment));
            }
        };
        take();
        if let Some(listening) = page::on_fragment(take) {
            listening.keep();
        }
        provide_context(invited);
    }
}

/// What the cards share.
#[derive(Clone, Copy)]
pub struct Door {
    pub app: AppState,
    pub error: RwSignal<Option<ShareError>>,
    /// The link that was opened last.
    opened: RwSignal<Option<InviteId>>,
    /// Something was scanned or came from a file: the way without a network stands open.
    by_hand: RwSignal<bool>,
    heap: StoredValue<hearing::Heap>,
}

impl Door {
    /// Opens a link, with or without what stands around it. What comes after it in the same file is for the invitation
    /// that lies open when this is done.
    pub async fn open(self, fragment: &str) {
        match self.app.open_link(fragment).await {
            Ok(id) => {
                let _ = self.error.try_set(None);
                let _ = self.opened.try_set(Some(id));
            }
            Err(error) => drop(self.error.try_set(Some(error))),
        }
    }
}

#[component]
pub fn Join() -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::text(space::NOTE_CODE, space::NOTE_CODE_BODY));
        margin.put(Note::text(words::NOTE, words::NOTE_BODY));
    }
    view! {
        <Page title=tr_signal(words::TITLE)>
            <WhenReady><Inside app /></WhenReady>
        </Page>
    }
    .into_any()
}

#[component]
fn Inside(app: AppState) -> impl IntoView {
    let lang = use_lang();
    let (error, opened, by_hand) = (RwSignal::new(None), RwSignal::new(None), RwSignal::new(false));
    let door = Door { app, error, opened, by_hand, heap: StoredValue::default() };
    app.watch_invitations(true);
    on_cleanup(move || app.watch_invitations(false));
    if let Some(invited) = use_context::<Invited>() {
        Effect::new(move |_| {
            if let Some(fragment) = invited.0.get() {
                invited.0.set(None);
                spawn(async move { door.open(&fragment).await });
            }
        });
    }
    let all = Memo::new(move |_| {
        app.revision.track();
        app.joining(lang.get())
    });
    // The one that was opened last, or else one that goes on; the others wait below.
    let ids = Memo::new(move |_| {
        let opened = door.opened.get();
        let mut all =
            all.with(|all| all.iter().map(|one| (one.id, is_open(&one.step))).collect::<Vec<_>>());
        all.order_by_key(|(id, open)| (Some(*id) != opened, !open));
        all.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    });
    let none = Memo::new(move |_| ids.with(Vec::is_empty));
    view! {
        <Show when=move || none.get()>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
        </Show>
        <For each=move || ids.get() key=|id| *id let:id>
            <answer::Answer door id shown=Memo::new(move |_| {
                all.with(|all| all.iter().find(|one| one.id == id).cloned())
            }) />
        </For>
        <Failed error=door.error />
        <Show
            when=move || none.get()
            fallback=move || view! {
                <details class="more"><summary>{tr(words::OTHER)}</summary><OpenLink door /></details>
            }
        >
            <OpenLink door />
        </Show>
    }
}

/// Pasting a link, or scanning it.
#[component]
fn OpenLink(door: Door) -> impl IntoView {
    let (typed, wrong) = (RwSignal::new(String::new()), RwSignal::new(false));
    let open = move |text: &str| {
        let fragment = heard::link(text);
        wrong.set(fragment.is_none());
        if let Some(fragment) = fragment {
            let fragment = fragment.to_owned();
            spawn(async move { door.open(&fragment).await });
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        open(&typed.get_untracked());
    };
    let (said, lang) = (RwSignal::new(None), use_lang());
    let heard = move |heard| hearing::hear(door, None, heard, said, lang.get_untracked());
    view! {
        <form class="door" on:submit=submit novalidate>
            <Field
                label=words::LINK
                hint=words::LINK_HINT
                value=typed
                error=tr_maybe(move || wrong.get().then_some(words::NO_LINK))
                on_change=move |text| typed.set(text)
            />
            <button type="submit" class="nl-button nl-button--primary">{tr(words::LINK_GO)}</button>
        </form>
        <h2 class="nl-heading nl-heading--level-2">{tr(words::SCAN)}</h2>
        <hearing::Said said />
        <Hear on=heard />
    }
}
