//! Every four years everything side by side (SOP-03): when it was, when it is due again, and the one that is under way with
//! what belongs to it (BAS-05, SOP-06, SOP-07). It stands with the werkgebied that lies open.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::A;
use model::about::Kind;
use model::vergelijking::{self, Change, Command, Mark, Review, Vergelijking, View, watch};
use model::werkgebied::{self, Werkgebied};
use rules::notation::date;
use rules::text::Text;

use super::super::room::Room;
use crate::components::day::DayField;
use crate::components::rule_list::RuleList;
use crate::components::shared_text::SharedText;
use crate::components::versions::Waiting;
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::state::ledger::{Ledger, Where};
use crate::texts::school::review as own;

/// The comparisons of the werkgebied that lies open. `Copy`.
#[derive(Clone, Copy)]
struct Book {
    room: Room,
    ledger: Ledger<Vergelijking>,
}

impl Book {
    fn of<T: Default>(self, read: impl FnOnce(&View) -> T) -> T {
        self.ledger.view.with(|view| view.as_ref().map(|view| read(view)).unwrap_or_default())
    }

    fn act(self, command: &Command) {
        self.room.ran(self.ledger, command);
    }

    fn set(self, id: &str, change: Change) {
        self.act(&Command::Set { id: id.to_owned(), change });
    }
}

#[component]
pub fn FourYears(room: Room) -> impl IntoView {
    let part = vergelijking::part();
    let ledger = Ledger::follow(room.app, Where::Current(Kind::Werkgebied), part);
    let book = Book { room, ledger };
    let area = Ledger::<Werkgebied>::follow(
        room.app,
        Where::Current(Kind::Werkgebied),
        werkgebied::part(),
    );
    let of_all = move || area.view.with(|view| view.as_ref().is_some_and(|view| view.is_of_all()));
    let there = Memo::new(move |_| of_all() && ledger.view.with(Option::is_some));
    view! {
        <section class="part" aria-labelledby="vier-jaar">
            <h2 id="vier-jaar" class="nl-heading nl-heading--level-2">{tr(own::HEADING)}</h2>
            <p class="nl-paragraph">{tr(own::WHY)}</p>
            <Show when=move || there.get() fallback=|| view! { <NoArea /> }>
                <Waiting ledger=book.ledger conflicts=|view| view.conflicts.clone() act=move |command| book.act(command) />
                <Due book />
                <UnderWay book />
                <Earlier book />
            </Show>
        </section>
    }
}

#[component]
fn NoArea() -> impl IntoView {
    view! {
        <p class="nl-paragraph">
            {tr(own::NO_AREA)} " " <A href="/werkgebied/kies" attr:class="nl-link">{tr(own::TO_AREA)}</A>
        </p>
    }
}

/// With which werkgebied it stands, and when the next is due.
#[component]
fn Due(book: Book) -> impl IntoView {
    let lang = use_lang();
    let stands = move || {
        book.ledger.view.track();
        let space = book.ledger.space()?;
        let all = book.room.app.spaces.get();
        let name = all.iter().find(|one| one.id == space)?.name(lang.get());
        Some(own::WHERE.get(lang.get()).replace("{}", &name))
    };
    let answers = move || {
        let view = book.ledger.view.get();
        let due = view.and_then(|view| book.room.with_rules(|context| watch::due(&view, context)));
        due.into_iter().map(|one| one.answer).collect()
    };
    view! {
        <p class="quiet">{stands}</p>
        <RuleList answers />
    }
}

/// The one that is under way, or the button that begins one.
#[component]
fn UnderWay(book: Book) -> impl IntoView {
    let id = Memo::new(move |_| book.of(|view| view.under_way().map(|one| one.id.clone())));
    let begin = move |_| book.act(&Command::Begin { id: random::id() });
    move || {
        match id.get() {
        Some(id) => view! { <Form book id /> }.into_any(),
        None => view! {
            <button type="button" class="nl-button nl-button--secondary" on:click=begin>{tr(own::BEGIN)}</button>
        }
        .into_any(),
    }
    }
}

#[component]
fn Form(book: Book, id: String) -> impl IntoView {
    let id: Arc<str> = id.into();
    let one = {
        let id = id.clone();
        Memo::new(move |_| book.of(|view| view.all.iter().find(|one| *one.id == *id).cloned()))
    };
    let answers = move || {
        let Some(one) = one.get() else { return Vec::new() };
        let all = book.room.with_rules(|context| watch::of(&one, context));
        all.into_iter().map(|one| one.answer).collect()
    };
    let outcome = Memo::new(move |_| one.get().map(|one| one.outcome).unwrap_or_default());
    let write = {
        let id = id.clone();
        move |text: String| {
            let before = |view: &View| view.all.iter().find(|one| *one.id == *id).cloned();
            let base = book.ledger.read().and_then(|view| before(&view));
            let base = base.map(|one| one.outcome).unwrap_or_default();
            let change = Change::Outcome { base, text };
            book.ledger.type_in("uitkomst", Command::Set { id: id.to_string(), change });
        }
    };
    let (done, gone) = (id.clone(), id.clone());
    // Kept until the button: a day that is half typed must not end the comparison.
    let day = RwSignal::new(Some(book.room.today));
    let problem = RwSignal::new(None::<Text>);
    let filled = move |on| {
        problem.set(None);
        day.set(on);
    };
    let settle = move |_| match Change::done(day.get_untracked(), book.room.today) {
        Ok(change) => {
            problem.set(None);
            book.set(&done, change);
        }
        Err(why) => problem.set(Some(why)),
    };
    view! {
        <h3 class="nl-heading nl-heading--level-3">{tr(own::UNDER_WAY)}</h3>
        <Marks book id=id.clone() one legend=own::SOURCES marks=&Mark::SOURCES />
        <Marks book id=id.clone() one legend=own::WEIGHED marks=&[Mark::Gewogen] />
        <SharedText label=own::OUTCOME value=outcome on_type=write on_rest=move || book.ledger.commit_typing() />
        <Marks book id=id.clone() one legend=own::TOLD marks=&Mark::TOLD />
        <RuleList answers />
        <div class="new-card">
            <DayField label=own::DONE hint=own::DONE_HINT value=day error=problem on_change=filled />
            <button type="button" class="nl-button nl-button--primary" on:click=settle>
                {tr(own::SETTLE)}
            </button>
        </div>
        <button type="button" class="nl-button nl-button--subtle" on:click=move |_| book.set(&gone, Change::Gone(true))>{tr(own::REMOVE)}</button>
    }
}

/// What was done or looked at, to tick.
#[component]
fn Marks(
    book: Book,
    id: Arc<str>,
    one: Memo<Option<Review>>,
    legend: Text,
    marks: &'static [Mark],
) -> impl IntoView {
    let tick = move |mark: Mark| {
        let id = id.clone();
        let on = move || one.with(|one| one.as_ref().is_some_and(|one| one.marks.contains(&mark)));
        let change = move |on| book.set(&id, Change::Mark { mark, on });
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=on on:change=move |event| change(event_target_checked(&event)) />
                {tr(mark.label())}
            </label>
        }
    };
    view! {
        <fieldset class="checks">
            <legend class="checks__legend">{tr(legend)}</legend>
            {marks.iter().copied().map(tick).collect_view()}
        </fieldset>
    }
}

/// Those that were done, the last first.
#[component]
fn Earlier(book: Book) -> impl IntoView {
    let lang = use_lang();
    let all =
        Memo::new(move |_| book.of(|view| view.done().into_iter().cloned().collect::<Vec<_>>()));
    let one = move |one: Review| {
        let day = one.done.map(|on| date(on, lang.get())).unwrap_or_default();
        let again = {
            let id = one.id.clone();
            move |_| book.set(&id, Change::Done(None))
        };
        view! {
            <li>
                <p><strong>{day.clone()}</strong>" "{one.outcome}</p>
                <button type="button" class="nl-button nl-button--subtle" on:click=again>
                    {tr(own::AGAIN)}<span class="visually-hidden">": "{day}</span>
                </button>
            </li>
        }
    };
    let any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    view! {
        <Show when=move || any.get() fallback=|| view! { <p class="quiet">{tr(own::NEVER)}</p> }>
            <h3 class="nl-heading nl-heading--level-3">{tr(own::BEFORE)}</h3>
            <ul class="plain">{move || all.get().into_iter().map(one).collect_view()}</ul>
        </Show>
    }
}
