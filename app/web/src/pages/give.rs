//! Geef door: which spaces go along, and how: as a file or as a moving QR code.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use model::sharing::hand::Outlook;
use model::sharing::heard::Heard;
use model::spaces::Amount;
use replica::carry::{Package, Summary, What};
use replica::id::SpaceId;

use crate::components::empty::EmptyState;
use crate::components::hear::Hear;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::message::{Given, QrMessage, file_name};
use crate::components::opening::WhenReady;
use crate::components::page::Page;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::files::FileError;
use crate::platform::share::hand_over;
use crate::platform::spawn;
use crate::state::AppState;
use crate::texts::sharing::{hand as words, overview};
use rules::text::Text;

#[component]
pub fn Give() -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::text(words::NOTE, words::NOTE_BODY));
    }
    view! {
        <Page title=tr_signal(overview::GIVE)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::GIVE_LEAD)}</p>
            <WhenReady><Inside app /></WhenReady>
        </Page>
    }
    .into_any()
}

/// What is chosen, and what the other showed.
#[derive(Clone, Copy)]
struct Choice {
    app: AppState,
    other: RwSignal<Option<Summary>>,
    chosen: RwSignal<Vec<SpaceId>>,
    said: RwSignal<Option<Text>>,
    /// Whether files go along in a file.
    with_files: RwSignal<bool>,
    /// What did not fit.
    left: RwSignal<Option<Amount>>,
}

impl Choice {
    /// What of the chosen spaces could go along besides changes.
    fn files(self) -> Amount {
        self.app.revision.track();
        let other = self.other.get();
        self.chosen.with(|chosen| self.app.files_to_give(chosen, other.as_ref()))
    }

    /// The package with its files, as text; nothing when the storage could not be read.
    async fn with_files(self, mut package: Package) -> Option<String> {
        if self.with_files.get_untracked() {
            let chosen = self.chosen.get_untracked();
            let other = self.other.get_untracked();
            let left = self.app.pack_files(&mut package, &chosen, other.as_ref()).await.ok()?;
            let _ = self.left.try_set(Some(left).filter(|left| left.files > 0));
        }
        Some(package.armour())
    }

    /// The package, unless there is nothing in it, nor `files` to go along; then it is said why.
    fn package(self, files: bool) -> Option<Package> {
        let chosen = self.chosen.get_untracked();
        let package =
            self.other.with_untracked(|other| self.app.package(&chosen, other.as_ref()))?;
        let files = files && self.with_files.get_untracked() && untrack(|| self.files()).files > 0;
        let text = match (chosen.is_empty(), package.is_empty() && !files) {
            (true, true) => Some(words::PICK_ONE),
            (false, true) => Some(words::EMPTY),
            (_, false) => None,
        };
        self.said.set(text);
        text.is_none().then_some(package)
    }
}

#[component]
fn Inside(app: AppState) -> impl IntoView {
    let lang = use_lang();
    let other = RwSignal::new(None::<Summary>);
    let outlooks = Memo::new(move |_| {
        app.revision.track();
        other.with(|other| app.outlooks(other.as_ref(), lang.get()))
    });
    let wanted = use_query_map().with_untracked(|query| query.get("ruimte")?.parse().ok());
    let first = outlooks.with_untracked(|all| match (wanted, all.as_slice()) {
        (Some(wanted), _) => vec![wanted],
        (None, [(_, only)]) => vec![only.space],
        (None, _) => Vec::new(),
    });
    let choice = Choice {
        app,
        other,
        chosen: RwSignal::new(first),
        said: RwSignal::new(None),
        with_files: RwSignal::new(true),
        left: RwSignal::new(None),
    };
    let any = Memo::new(move |_| outlooks.with(|all| !all.is_empty()));
    view! {
        <Show
            when=move || any.get()
            fallback=|| view! { <EmptyState title=words::NOTHING_TO_GIVE text=words::NOTHING_WHY /> }
        >
            <First choice outlooks />
            <Which choice outlooks />
            <How choice />
        </Show>
    }
}

/// The code of the other, so that only what is lacking goes along.
#[component]
fn First(choice: Choice, outlooks: Memo<Vec<(String, Outlook)>>) -> impl IntoView {
    let (wrong, lang) = (RwSignal::new(false), use_lang());
    let heard = move |heard: Heard| {
        let summary = match heard {
            Heard::Message(What::Summary, bytes) => Summary::decode(&bytes).ok(),
            _ => None,
        };
        wrong.set(summary.is_none());
        if summary.is_some() {
            choice.other.set(summary);
            let lacking = |all: &Vec<(String, Outlook)>| {
                let named = all.iter().filter(|(_, one)| one.named && one.to_give > 0);
                named.map(|(_, one)| one.space).collect()
            };
            choice.chosen.set(outlooks.with_untracked(lacking));
        }
    };
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::FIRST)}</h2>
        <p class="nl-paragraph">{tr(words::FIRST_WHY)}</p>
        <Show
            when=move || choice.other.with(Option::is_none)
            fallback=|| view! { <p class="nl-paragraph" role="status"><Drawn icon=Icon::Check /> " " {tr(words::FIRST_DONE)}</p> }
        >
            <details class="more">
                <summary>{tr(words::FIRST_GO)}</summary>
                {move || wrong.get().then(|| view! { <p role="alert">{words::NOT_A_SUMMARY.get(lang.get())}</p> })}
                <Hear on=heard />
            </details>
        </Show>
    }
}

#[component]
fn Which(choice: Choice, outlooks: Memo<Vec<(String, Outlook)>>) -> impl IntoView {
    let lang = use_lang();
    let app = choice.app;
    let one = move |(title, outlook): (String, Outlook)| {
        let id = outlook.space;
        let name = app.spaces.with_untracked(|all| {
            all.iter().find(|space| space.id == id).map(|space| space.name(lang.get_untracked()))
        });
        let with = app.company(id, lang.get_untracked());
        let with = with.map_or_else(String::new, |names| {
            format!(", {}", overview::WITH.get(lang.get_untracked()).replace("{}", &names))
        });
        let toggle = move |_| {
            choice.said.set(None);
            choice.chosen.update(|chosen| {
                if chosen.contains(&id) {
                    chosen.retain(|other| *other != id);
                } else {
                    chosen.push(id);
                }
            });
        };
        view! {
            <label class="pick">
                <input
                    type="checkbox"
                    class="pick__input"
                    prop:checked=move || choice.chosen.with(|chosen| chosen.contains(&id))
                    on:change=toggle
                />
                <span class="pick__name">
                    <bdi>{name.unwrap_or(title)}</bdi>{with}
                    <span class="pick__more">{outlook.sentence}</span>
                </span>
            </label>
        }
    };
    view! {
        <fieldset class="picks">
            <legend class="nl-heading nl-heading--level-2">{tr(words::CHOOSE)}</legend>
            {move || outlooks.get().into_iter().map(one).collect_view()}
        </fieldset>
    }
}

/// Whether files go along, and how much that is.
#[component]
fn Along(choice: Choice) -> impl IntoView {
    let lang = use_lang();
    let any = Memo::new(move |_| choice.files().files > 0);
    let amount = move || {
        let Amount { files, bytes } = choice.files();
        words::files(words::ALONG, files, bytes, lang.get())
    };
    let left = move || {
        choice.left.get().map(|left| words::files(words::LEFT, left.files, left.bytes, lang.get()))
    };
    view! {
        <Show when=move || any.get()>
            <label class="pick">
                <input
                    type="checkbox"
                    class="pick__input"
                    prop:checked=move || choice.with_files.get()
                    on:change=move |_| choice.with_files.update(|on| *on = !*on)
                />
                <span class="pick__name">{tr(words::WITH_FILES)}<span class="pick__more">{amount}</span></span>
            </label>
        </Show>
        <p class="nl-paragraph" role="status">{left}</p>
    }
}

#[component]
fn How(choice: Choice) -> impl IntoView {
    let lang = use_lang();
    let given = RwSignal::new(None);
    let showing = RwSignal::new(None::<Vec<u8>>);
    let file = move |_| {
        showing.set(None);
        let Some(package) = choice.package(true) else { return };
        spawn(async move {
            let outcome = match choice.with_files(package).await {
                Some(text) => hand_over(&file_name("pakket"), &text).await,
                None => Err(FileError::Refused),
            };
            let _ = given.try_set(Some(outcome));
        });
    };
    let show = move |_| {
        given.set(None);
        showing.set(choice.package(false).map(|package| package.encode()));
    };
    // What is shown is what was chosen.
    Effect::new(move |_| {
        choice.chosen.track();
        choice.other.track();
        showing.set(None);
    });
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(words::HOW)}</h2>
        <Along choice />
        <div class="actions">
            <button type="button" class="nl-button nl-button--primary" on:click=file>
                <Drawn icon=Icon::Download /> {tr(words::GIVE_FILE)}
            </button>
            <Show
                when=move || showing.with(Option::is_none)
                fallback=move || view! {
                    <button type="button" class="nl-button nl-button--secondary" on:click=move |_| showing.set(None)>{tr(words::STOP_QR)}</button>
                }
            >
                <button type="button" class="nl-button nl-button--secondary" on:click=show>{tr(words::GIVE_QR)}</button>
            </Show>
        </div>
        <p class="nl-paragraph" role="status">{move || choice.said.get().map(|text| text.get(lang.get()))}</p>
        <Given outcome=given />
        {move || showing.get().map(|message| view! {
            <p class="nl-paragraph">{tr(words::SHOWING)}</p>
            {(choice.files().files > 0).then(|| view! { <p class="nl-paragraph">{tr(words::NO_FILES_IN_QR)}</p> })}
            <QrMessage what=What::Package message label=words::PACKAGE />
        })}
    }
}
