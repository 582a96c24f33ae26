//! Preparing: the agenda made from the template, with what is carried over and what the rules say is due; proposals; the time.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;
use model::meeting::agenda::{Ground, carried, draft, flagged};
use model::meeting::{Carried, Change, Command, ItemKind, NewItem, View};
use model::table::table;
use model::werkgebied::planning::suggestions;
use rules::text::Lang;

use super::Sitting;
use super::agenda::{Agenda, Proposals};
use super::bring::Bring;
use super::casus::AddCasus;
use super::frame::MeetingPage;
use super::out::{Out, meeting_papers};
use crate::components::add_line::AddLine;
use crate::components::alert::{Alert, Tone};
use crate::components::choose::Choose;
use crate::components::field::{Field, Kind};
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::tools::LedgerTools;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::pages::werkgebied::next::ReadyLine;
use crate::platform::random;
use crate::texts::werkgebied::{agenda as words, meeting};

pub fn page(sitting: Sitting) -> AnyView {
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::text(words::NOTE, words::NOTE_BODY));
    }
    let begun = Memo::new(move |_| sitting.phase().is_some());
    view! {
        <MeetingPage sitting title=meeting::AGENDA>
            <ReadyLine room=sitting.room id=sitting.id.into() />
            <Show when=move || begun.get() fallback=move || view! { <First sitting /> }>
                <Begun sitting />
            </Show>
        </MeetingPage>
    }
    .into_any()
}

/// What earlier meetings of this table did not finish.
pub fn left_over(sitting: Sitting) -> Vec<Carried> {
    let (room, id) = (sitting.room, sitting.id.get());
    let ids: Vec<String> =
        room.of(|view| view.earlier(&id).into_iter().map(|one| one.id.clone()).collect());
    let views: Vec<(String, Arc<View>)> = ids
        .into_iter()
        .filter_map(|id| Some((id.clone(), room.area.meeting(&id).view.get()?)))
        .collect();
    let earlier: Vec<(&str, &View)> = views
        .iter()
        .filter(|(_, view)| !view.is_empty)
        .map(|(id, view)| (&**id, &**view))
        .collect();
    let register = room.register.get();
    carried(&earlier, &|meeting, item| register.is_decided(meeting, &item.id, item.fixed))
}

/// The agenda that was not made yet: what will be on it besides the fixed topics, and one button.
#[component]
fn First(sitting: Sitting) -> impl IntoView {
    let lang = use_lang();
    let room = sitting.room;
    let over = Memo::new(move |_| left_over(sitting));
    let due = Memo::new(move |_| suggestions(&room.watches.get()));
    let make = move |_| {
        let command =
            room.of(|view| start(sitting, view, &over.get_untracked(), lang.get_untracked()));
        if let Some(command) = command {
            sitting.done(&command);
        }
    };
    let carried = move || {
        over.get()
            .into_iter()
            .map(|one| view! { <li>{title_of(&one, lang.get())}</li> })
            .collect_view()
    };
    let asked = move || {
        due.get()
            .into_iter()
            .map(|one| view! { <li>{one.title.get(lang.get())}</li> })
            .collect_view()
    };
    view! {
        <section class="next">
            <h2 class="nl-heading nl-heading--level-2 next__title">{tr(words::MAKE)}</h2>
            <p class="nl-paragraph">{tr(words::MAKE_WHY)}</p>
            <Show when=move || over.with(|all| !all.is_empty())>
                <h3 class="nl-heading nl-heading--level-3">{tr(words::CARRIED)}</h3>
                <ul class="list">{carried}</ul>
            </Show>
            <Show when=move || due.with(|all| !all.is_empty())>
                <h3 class="nl-heading nl-heading--level-3">{tr(words::DUE)}</h3>
                <ul class="list">{asked}</ul>
            </Show>
            <button type="button" class="nl-button nl-button--primary" on:click=make>
                {tr(words::MAKE_GO)} <Drawn icon=Icon::Forward />
            </button>
        </section>
    }
}

fn title_of(one: &Carried, lang: Lang) -> String {
    let title = match &one.casus {
        Some(casus) if !casus.label.is_empty() => &casus.label,
        Some(_) => words::CASUS.get(lang),
        None => &one.item.title,
    };
    format!("{title} ({}×)", one.times)
}

fn start(
    sitting: Sitting,
    view: &model::werkgebied::View,
    over: &[Carried],
    lang: Lang,
) -> Option<Command> {
    let line = view.meeting(&sitting.id.get_untracked())?;
    let table = table(&line.table).or_else(|| table("werkgebied"))?;
    let due = untrack(|| suggestions(&sitting.room.watches.get()));
    let own = line.table == view.table;
    let ground = Ground {
        line,
        table,
        werkgebied: view,
        code: &view.code(&line.table),
        due: if own { &due } else { &[] },
        carried: over,
        lang,
    };
    Some(Command::Start(Box::new(draft(&ground))))
}

#[component]
fn Begun(sitting: Sitting) -> impl IntoView {
    let lang = use_lang();
    // What arrived after the agenda was made.
    let late = Memo::new(move |_| {
        let over = left_over(sitting);
        let new = |one: &Carried| {
            sitting.of(|view| view.item(&one.id).is_none_or(|item| item.from.is_none()))
        };
        over.into_iter().filter(new).collect::<Vec<_>>()
    });
    let carry = move |_| sitting.act(&Command::Carry { items: late.get_untracked() });
    let names = move || {
        late.get()
            .into_iter()
            .map(|one| view! { <li>{title_of(&one, lang.get())}</li> })
            .collect_view()
    };
    let often = sitting.memo(move |view| {
        flagged(view).map(|item| (item.called(lang.get()), item.times)).collect::<Vec<_>>()
    });
    let flags = move || {
        let one = |(title, times): (String, u32)| view! { <li>{title}" ("{times}"×)"</li> };
        often.get().into_iter().map(one).collect_view()
    };
    let papers = Callback::new(move |()| meeting_papers(sitting, lang.get_untracked()));
    view! {
        <Show when=move || late.with(|all| !all.is_empty())>
            <Alert tone=Tone::Waiting title=tr_signal(words::LATE)>
                <ul class="list">{names}</ul>
                <button type="button" class="nl-button nl-button--secondary" on:click=carry>{tr(words::LATE_GO)}</button>
            </Alert>
        </Show>
        <Show when=move || often.with(|all| !all.is_empty())>
            <Alert tone=Tone::Waiting title=tr_signal(words::OFTEN)><ul class="list">{flags}</ul></Alert>
        </Show>
        <Budget sitting />
        <Agenda sitting />
        <Add sitting is_proposal=false />
        <AddCasus sitting />
        <Proposals sitting />
        <Add sitting is_proposal=true />
        <Bring sitting />
        <div class="actions">
            <A href=move || format!("/werkgebied/vergadering/{}/nu", sitting.id.get()) attr:class="nl-button nl-button--primary">
                <span class="nl-button__label">{tr(words::TO_MEETING)}</span> <Drawn icon=Icon::Forward />
            </A>
        </div>
        <Back sitting />
        <Out papers prints=true />
    }
}

/// Taking back what was done to the agenda.
#[component]
fn Back(sitting: Sitting) -> impl IntoView {
    let ledger = move || sitting.room.area.meeting(&sitting.id.get());
    view! { <LedgerTools ledger tell=move |done| sitting.room.tell(done) no_print=true /> }
}

/// The time that the agenda takes against the time there is.
#[component]
fn Budget(sitting: Sitting) -> impl IntoView {
    let lang = use_lang();
    let time = sitting.memo(|view| (view.planned(), view.minutes, view.room()));
    let says = move || {
        let (lang, (planned, minutes, room)) = (lang.get(), time.get());
        let takes = format!("{} {planned} {}", words::TAKES.get(lang), words::MINUTES.get(lang));
        match (minutes, room) {
            (Some(all), Some(room)) if room < 0 => {
                format!(
                    "{takes} {} {all}: {} {}.",
                    words::OF.get(lang),
                    -room,
                    words::TOO_MANY.get(lang)
                )
            }
            (Some(all), Some(room)) => {
                format!(
                    "{takes} {} {all}: {room} {}.",
                    words::OF.get(lang),
                    words::TO_SPARE.get(lang)
                )
            }
            _ => format!("{takes}."),
        }
    };
    let over = move || time.get().2.is_some_and(|room| room < 0);
    let shown = Signal::derive(move || time.get().1.map(|m| m.to_string()).unwrap_or_default());
    let set = move |text: String| {
        sitting.act(&Command::Set(Change::Minutes(text.trim().parse().ok())));
    };
    view! {
        <p class="time" class:time--over=over role="status">{says}</p>
        <details class="more">
            <summary class="more__open">{tr(words::LENGTH)}</summary>
            <Field label=words::LENGTH_MINUTES kind=Kind::Number value=shown on_change=set />
        </details>
    }
}

/// A new item, or a proposal that the chair takes in.
#[component]
fn Add(sitting: Sitting, is_proposal: bool) -> impl IntoView {
    let lang = use_lang();
    let kind = RwSignal::new(ItemKind::Bespreken.slug().to_owned());
    let kinds = Signal::derive(move || {
        let open = ItemKind::ALL.iter().filter(|kind| **kind != ItemKind::Casus);
        open.map(|kind| (kind.slug().to_owned(), kind.label().get(lang.get()).to_owned()))
            .collect::<Vec<_>>()
    });
    let add = move |title: String| {
        let (me, _) = untrack(|| sitting.room.me());
        let item = NewItem {
            title: title.trim().to_owned(),
            kind: ItemKind::from_slug(&kind.get_untracked()).unwrap_or(ItemKind::Bespreken),
            minutes: 10,
            by: Some(me).filter(|me| !me.is_empty()),
            ask: String::new(),
            topic: None,
            rule: None,
            fixed: false,
        };
        let id = random::id();
        // Before what every agenda ends with.
        let after = untrack(|| sitting.of(before_end));
        sitting.done(&match is_proposal {
            true => Command::Propose { id, item },
            false => Command::AddItem { id, item, after },
        })
    };
    let label = if is_proposal { words::PROPOSE } else { words::ADD };
    let label_kind = if is_proposal { words::PROPOSE_KIND } else { words::ADD_KIND };
    view! {
        <div class="row row--add">
            <Choose label=label_kind options=kinds chosen=kind on_choose=move |slug| kind.set(slug) />
            <AddLine label hint=words::ADD_HINT on_add=add />
        </div>
    }
}

/// The item after which a new one comes: the last that is not of every agenda's end.
pub fn before_end(view: &View) -> Option<String> {
    let last = view.items.iter().rev().find(|item| !(item.fixed && item.topic.is_none()));
    last.map(|item| item.id.clone())
}
