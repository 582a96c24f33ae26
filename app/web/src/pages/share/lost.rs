//! The other devices of this person, and taking a lost one out of all spaces in one step. Asked once more in place.

use leptos::prelude::*;
use model::sharing::Telling;
use model::spaces::{OwnDevice, Place, TakenOut};
use replica::id::DeviceId;

use crate::components::alert::{Alert, Tone};
use crate::components::failed::Failed;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::{next_paint, page, spawn};
use crate::state::AppState;
use crate::state::sharing::ShareError;
use crate::texts::sharing::lost as words;

/// What the cards share.
#[derive(Clone, Copy)]
struct Table {
    app: AppState,
    asked: RwSignal<Option<DeviceId>>,
    taken: RwSignal<Option<TakenOut>>,
    error: RwSignal<Option<ShareError>>,
}

impl Table {
    fn ask(self, device: Option<DeviceId>) {
        self.taken.set(None);
        self.error.set(None);
        self.asked.set(device);
        spawn(async {
            next_paint().await;
            let _ = page::focus(".member__asked");
        });
    }
}

#[component]
pub fn OwnDevices(app: AppState) -> impl IntoView {
    let lang = use_lang();
    let devices = Memo::new(move |_| {
        app.revision.track();
        app.own_devices(lang.get())
    });
    let (asked, taken, error) = (RwSignal::new(None), RwSignal::new(None), RwSignal::new(None));
    let table = Table { app, asked, taken, error };
    let any = move || devices.with(|all| !all.is_empty()) || taken.with(Option::is_some);
    view! {
        <Show when=any>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::DEVICES)}</h2>
            <p class="nl-paragraph">{tr(words::DEVICES_WHY)}</p>
            {move || taken.get().map(|taken| view! { <Outcome table taken /> })}
            <ul class="plain members">
                <For each=move || devices.get() key=|one| format!("{one:?}") let:one>
                    <Device table device=one />
                </For>
            </ul>
            <Failed error />
        </Show>
    }
}

#[component]
fn Device(table: Table, device: OwnDevice) -> impl IntoView {
    let id = device.id;
    let short: String = id.to_string().chars().take(4).collect();
    let about = format!("{} ({short})", device.about);
    let titles: Vec<_> = device.spaces.iter().map(|place| place.title.clone()).collect();
    let name = about.clone();
    let has_sheet = device.has_sheet;
    let places = StoredValue::new(device.spaces);
    let mine = move || table.asked.get() == Some(id);
    view! {
        <li class="member">
            <h3 class="nl-heading nl-heading--level-3 member__name">{about}</h3>
            <p class="member__about"><bdi>{titles.join(", ")}</bdi></p>
            <Show
                when=mine
                fallback=move || view! {
                    <button type="button" class="nl-button nl-button--secondary" on:click=move |_| table.ask(Some(id))>
                        {tr(words::LOST)}<span class="visually-hidden">": "{name.clone()}</span>
                    </button>
                }
            >
                <Sure table id places has_sheet />
            </Show>
        </li>
    }
}

/// What goes and what does not, before it is done.
#[component]
fn Sure(
    table: Table,
    id: DeviceId,
    places: StoredValue<Vec<Place>>,
    has_sheet: bool,
) -> impl IntoView {
    let lang = use_lang();
    let out = places.with_value(|all| {
        all.iter().filter(|one| one.may).map(|one| one.title.clone()).collect::<Vec<_>>()
    });
    let rest =
        places.with_value(|all| all.iter().filter(|one| !one.may).cloned().collect::<Vec<_>>());
    let go = move |_| {
        spawn(async move {
            match table.app.take_out(id, lang.get_untracked()).await {
                Ok(taken) => drop(table.taken.try_set(Some(taken))),
                Err(error) => drop(table.error.try_set(Some(error))),
            }
            let _ = table.asked.try_set(None);
        });
    };
    let nothing = out.is_empty();
    let titles = out.into_iter().map(|title| view! { <li><bdi>{title}</bdi></li> }).collect_view();
    view! {
        <div class="member__asked" tabindex="-1">
            {(!nothing).then(|| view! {
                <p class="nl-paragraph">{tr(words::OUT_OF)}":"</p>
                <ul class="list">{titles}</ul>
            })}
            {has_sheet.then(|| view! { <p class="nl-paragraph">{tr(words::SHEET_GOES)}</p> })}
            <StillIn table places=rest />
            <div class="actions">
                {(!nothing).then(|| view! {
                    <button type="button" class="nl-button nl-button--primary" on:click=go>{tr(words::SURE)}</button>
                })}
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| table.ask(None)>{tr(words::KEEP)}</button>
            </div>
        </div>
    }
}

#[component]
fn Outcome(table: Table, taken: TakenOut) -> impl IntoView {
    let whole = taken.still_in.is_empty();
    let (tone, title) =
        if whole { (Tone::Good, words::DONE) } else { (Tone::Waiting, words::NOT_ALL) };
    let from = taken.from.join(", ");
    view! {
        <Alert tone title=tr_signal(title)>
            {(!from.is_empty()).then(|| view! { <p class="nl-paragraph">{tr(words::OUT_OF)}": "<bdi>{from}</bdi></p> })}
            {(!taken.sheets.is_empty()).then(|| view! { <p class="nl-paragraph">{tr(words::SHEET_GONE)}</p> })}
            <StillIn table places=taken.still_in />
        </Alert>
    }
}

#[component]
fn StillIn(table: Table, places: Vec<Place>) -> impl IntoView {
    let lang = use_lang();
    // Where this device may and it is still in: that did not work.
    let (failed, places): (Vec<_>, Vec<_>) = places.into_iter().partition(|place| place.may);
    let any = !places.is_empty();
    let again = (!failed.is_empty()).then(|| {
        let titles = failed.into_iter().map(|one| one.title).collect::<Vec<_>>().join(", ");
        view! { <p class="nl-paragraph"><bdi>{titles}</bdi>": "{tr(words::FAILED)}</p> }
    });
    let lines = move || {
        let lang = lang.get();
        let line = |place: &Place| table.app.tell(lang, |telling| asks(place, telling));
        places.iter().map(|place| view! { <li><bdi>{line(place)}</bdi></li> }).collect_view()
    };
    let others = any.then(|| {
        view! {
            <p class="nl-paragraph">{tr(words::STAYS_IN)}". "{tr(words::CANNOT)}</p>
            <ul class="list">{lines}</ul>
        }
    });
    view! { {again} {others} }
}

fn asks(place: &Place, telling: Telling<'_>) -> String {
    let title = place.title.as_str();
    match place.ask.as_slice() {
        [] => telling.fill(words::ASK_NOBODY, &[title]),
        names => telling.fill(words::ASK, &[title, &names.join(", ")]),
    }
}
