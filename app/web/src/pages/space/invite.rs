//! Inviting: which role, then one open invitation at a time with its link, until somebody answered and was let in or not.

use leptos::prelude::*;
use model::about::Kind;
use model::dossier::Comes;
use model::sharing::invite::Step;
use model::sharing::sides::{self, As};
use model::spaces::{InviteId, is_open};
use replica::role::Role;
use rules::text::Text;

use super::letting_in::LettingIn;
use super::without_network::WithoutNetwork;
use super::{Here, notice};
use crate::components::alert::Tone;
use crate::components::choice::{Choice, RoleChoice};
use crate::components::failed::Failed;
use crate::components::icon::{Drawn, Icon};
use crate::components::qr::QrCode;
use crate::components::unique::unique;
use crate::i18n::{tr, use_lang};
use crate::platform::{next_paint, page, share, spawn};
use crate::state::sharing::{InvitationShown, ShareError};
use crate::texts::sharing::space as words;

/// What the cards of invitations share.
#[derive(Clone, Copy)]
pub struct Table {
    pub here: Here,
    pub error: RwSignal<Option<ShareError>>,
    /// Who may come in by an invitation; nothing where that is asked when somebody comes.
    pub comes: Option<Callback<InviteId, Comes>>,
    /// The last invitation ended because the codes were different.
    pub differed: RwSignal<bool>,
}

impl Table {
    /// Ends an invitation, or clears it away.
    pub fn end(self, id: InviteId) {
        spawn(async move {
            let outcome = self.here.app.end_invitation(&id).await;
            let _ = self.error.try_set(outcome.err());
        });
    }
}

#[component]
pub fn Invite(
    here: Here,
    /// Invitations are begun elsewhere, which knows for whom each is.
    #[prop(optional)]
    comes: Option<Callback<InviteId, Comes>>,
) -> impl IntoView {
    let lang = use_lang();
    here.app.watch_invitations(true);
    on_cleanup(move || here.app.watch_invitations(false));
    let all = Memo::new(move |_| {
        here.app.revision.track();
        here.app.reach.track();
        here.app.invitations(here.id, lang.get())
    });
    let ids = Memo::new(move |_| all.with(|all| all.iter().map(|one| one.id).collect::<Vec<_>>()));
    let may_begin = Memo::new(move |_| all.with(|all| !all.iter().any(|one| is_open(&one.step))));
    let table = Table { here, comes, error: RwSignal::new(None), differed: RwSignal::new(false) };
    let begins = comes.is_none();
    view! {
        {begins.then(|| view! { <h2 class="nl-heading nl-heading--level-2">{tr(words::INVITE)}</h2> })}
        <For each=move || ids.get() key=|id| *id let:id>
            <Card table id shown=Memo::new(move |_| {
                all.with(|all| all.iter().find(|one| one.id == id).cloned())
            }) />
        </For>
        {move || table.differed.get().then(|| notice(Tone::Waiting, words::DIFFERS.get(lang.get()).to_owned(), tr(words::DIFFERED)))}
        <Failed error=table.error />
        <Show when=move || begins && may_begin.get()><Begin table /></Show>
    }
}

#[component]
fn Begin(table: Table) -> impl IntoView {
    let chosen = RwSignal::new(Role::Bewerken);
    let advises = RwSignal::new(false);
    // A school is the one place where somebody comes from elsewhere to advise.
    let school = Memo::new(move |_| table.here.get().is_some_and(|one| one.kind == Kind::School));
    let make = move |_| {
        table.differed.set(false);
        let adviser = school.get_untracked() && advises.get_untracked();
        let comes = if adviser { As::Adviser } else { As::Own(chosen.get_untracked()) };
        spawn(async move {
            let made = table.here.app.invite(table.here.id, comes).await;
            let _ = table.error.try_set(made.err());
            next_paint().await;
            let _ = page::focus(".invitation");
        });
    };
    view! {
        <Show when=move || school.get()>
            <Choice legend=words::INVITE_AS choices=comes_as() chosen=advises />
        </Show>
        <Show when=move || !(school.get() && advises.get())><RoleChoice legend=words::INVITE_ROLE chosen /></Show>
        <button type="button" class="nl-button nl-button--primary" on:click=make>{tr(words::INVITE_GO)}</button>
    }
}

/// As who somebody comes into a school, with what follows from it.
fn comes_as() -> Vec<(bool, Text, Option<Text>)> {
    vec![
        (false, words::FROM_SCHOOL, Some(words::FROM_SCHOOL_ABOUT)),
        (true, sides::ADVISER, Some(sides::ADVISER_ABOUT)),
    ]
}

#[component]
fn Card(table: Table, id: InviteId, shown: Memo<Option<InvitationShown>>) -> impl IntoView {
    let step = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(|one| one.step.clone())));
    let sentence = move || shown.with(|shown| shown.as_ref().map(|one| one.sentence.clone()));
    let link = Memo::new(move |_| shown.with(|shown| shown.as_ref()?.link.clone()));
    let settled =
        Memo::new(move |_| shown.with(|shown| shown.as_ref().is_some_and(|one| one.is_settled)));
    let offer = StoredValue::new(
        shown
            .with_untracked(|shown| shown.as_ref().map(|one| one.offer.clone()))
            .unwrap_or_default(),
    );
    let reveal = RwSignal::new(None::<Vec<u8>>);
    let is_open = Memo::new(move |_| step.with(|step| step.as_ref().is_some_and(is_open)));
    let was_let_in = Memo::new(move |_| step.with(|step| *step == Some(Step::In)));
    let code = Memo::new(move |_| match step.get() {
        Some(Step::Compare { code }) => Some(code),
        _ => None,
    });
    view! {
        <section class="invitation" tabindex="-1" aria-label=tr(words::INVITE)>
            <p class="nl-paragraph invitation__says" role="status">{sentence}</p>
            {move || link.get().map(|link| view! { <Link link /> })}
            {move || code.get().map(|code| view! { <LettingIn table id code reveal /> })}
            <Show when=move || is_open.get()>
                <WithoutNetwork table id link offer=offer.get_value() reveal />
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| table.end(id)>{tr(words::WITHDRAW)}</button>
            </Show>
            <Show when=move || was_let_in.get() && reveal.get().is_some()><GiveNow here=table.here /></Show>
            <Show when=move || settled.get()>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| table.end(id)>{tr(words::DISMISS)}</button>
            </Show>
        </section>
    }
}

/// Who was let in without a network has nothing yet.
#[component]
fn GiveNow(here: Here) -> impl IntoView {
    view! {
        <p class="nl-paragraph">{tr(words::GIVE_WHY)}</p>
        <div class="actions">
            <leptos_router::components::A href=format!("/doorgeven?ruimte={}", here.id) attr:class="nl-button nl-button--primary">
                <Drawn icon=Icon::Upload /> <span>{tr(words::GIVE_NOW)}</span>
            </leptos_router::components::A>
        </div>
    }
}

/// The link, to send by any way, and as a QR code.
#[component]
fn Link(link: String) -> impl IntoView {
    let (link, lang) = (StoredValue::new(link), use_lang());
    let (said, qr) = (RwSignal::new(None), RwSignal::new(false));
    let id = unique("link");
    let hint = format!("{id}-uitleg");
    let copy = move |_| {
        spawn(async move {
            let copied = share::copy(&link.get_value()).await;
            let _ =
                said.try_set(Some(if copied.is_ok() { words::COPIED } else { words::NOT_COPIED }));
        });
    };
    let send = move |_| {
        spawn(async move {
            let _ =
                share::share_link(words::INVITE.get(lang.get_untracked()), &link.get_value()).await;
        });
    };
    let word = move || if qr.get() { words::HIDE_QR } else { words::SHOW_QR }.get(lang.get());
    view! {
        <div class="utrecht-form-field">
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>{tr(words::LINK)}</label>
            <p class="utrecht-form-field-description" id=hint.clone()>{tr(words::LINK_HINT)}</p>
            <input id=id class="utrecht-textbox invitation__link" type="text" readonly aria-describedby=hint prop:value=link.get_value() />
        </div>
        <div class="actions">
            <button type="button" class="nl-button nl-button--primary" on:click=copy>{tr(words::COPY)}</button>
            {share::can_share_link().then(|| view! {
                <button type="button" class="nl-button nl-button--secondary" on:click=send>{tr(words::SHARE)}</button>
            })}
            <button type="button" class="nl-button nl-button--secondary" aria-expanded=move || qr.get().to_string() on:click=move |_| qr.update(|on| *on = !*on)>
                {word}
            </button>
        </div>
        <p class="quiet" role="status">{move || said.get().map(|text| text.get(lang.get()))}</p>
        <Show when=move || qr.get()><QrCode text=link.get_value() label=words::QR /></Show>
    }
}
