//! What the school offers: pupils first, then what parents read, need by need, and the days on which it was settled.

use leptos::prelude::*;
use leptos_router::components::A;
use model::aanbod::{Command, Line, Need, Offer, View, Words, watch};
use rules::text::Text;

use super::frame::{Fields, SchoolPage, YearChoice};
use super::list::Keeping;
use super::room::Room;
use crate::components::day::DayField;
use crate::components::empty::EmptyState;
use crate::components::fold::Fold;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::rule_list::RuleList;
use crate::components::segmented::Segmented;
use crate::components::shared_text::SharedText;
use crate::components::tools::LedgerTools;
use crate::components::versions::Waiting;
use crate::i18n::{tr, use_lang};
use crate::state::ledger::Ledger;
use crate::texts::school::{self as words, offer as own};

/// The offer of the year that is shown. `Copy`.
#[derive(Clone, Copy)]
pub struct Offering {
    pub room: Room,
    pub view: Signal<Option<std::sync::Arc<View>>>,
}

impl Offering {
    pub fn of_year(room: Room) -> Self {
        let view = Signal::derive(move || room.documents.offer(room.year.get()).view.get());
        Self { room, view }
    }

    pub fn ledger(self) -> Ledger<model::aanbod::Aanbod> {
        self.room.documents.offer(self.room.year.get_untracked())
    }

    pub fn memo<T>(self, read: impl Fn(&View) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            self.view.with(|view| view.as_ref().map(|v| read(v)).unwrap_or_default())
        })
    }

    fn act(self, command: Command) {
        self.room.ran(self.ledger(), &command);
    }
}

pub fn page(room: Room) -> AnyView {
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::text(own::NOTE, own::NOTE_BODY));
        margin.put(Note::text(own::NO_RANK, own::NO_RANK_BODY));
        margin.put(Note::rules(&["L-28", "SOP-01", "SOP-02", "SOP-09"]));
    }
    let offering = Offering::of_year(room);
    let begun = offering.memo(|view| !view.is_empty);
    let waiting = move || {
        room.year.track();
        let act = move |command: &_| {
            room.ran(offering.ledger(), command);
        };
        view! { <Waiting ledger=offering.ledger() conflicts=|view| view.conflicts.clone() act /> }
    };
    view! {
        <SchoolPage room title=words::OFFER quiet=true>
            <p class="nl-paragraph nl-paragraph--lead">{tr(own::LEAD)}</p>
            <YearChoice room />
            {waiting}
            <Show when=move || begun.get() fallback=move || view! { <Begin offering /> }>
                <Next offering />
                <Fields room>
                    <Pupils offering />
                    <Writing offering which=Words::Short label=own::SHORT />
                    <Writing offering which=Words::Basic label=own::BASIC />
                    <h2 class="nl-heading nl-heading--level-2">{tr(own::NEEDS)}</h2>
                    <ol class="checklist">
                        {Need::ALL.iter().map(|need| view! { <OneNeed offering need=*need /> }).collect_view()}
                    </ol>
                    <Settled offering />
                </Fields>
                <Watched offering />
                <Tools offering />
            </Show>
        </SchoolPage>
    }
    .into_any()
}

/// Nothing is here for this year: begin clean, or with what was said last year.
#[component]
fn Begin(offering: Offering) -> impl IntoView {
    let room = offering.room;
    let before = Signal::derive(move || {
        let year = room.year.get() - 1;
        room.documents.offer(year).view.get().filter(|view| !view.is_empty)
    });
    let clean = move |_| {
        let start = room.latest.with_untracked(|school| {
            school.as_ref().map(|school| Command::Start {
                school: school.name.clone(),
                region: school.region.clone(),
                area: school.area.clone(),
            })
        });
        if let Some(start) = start {
            offering.act(start);
        }
    };
    let again = move |_| {
        if let Some(view) = before.get_untracked() {
            offering.act(view.begin_next());
        }
    };
    let has = Memo::new(move |_| before.with(Option::is_some));
    view! {
        <EmptyState title=own::EMPTY text=own::EMPTY_WHY>
            <Show when=move || room.may()>
                <div class="actions">
                    <Show when=move || has.get()>
                        <button type="button" class="nl-button nl-button--primary" on:click=again>{tr(own::BEGIN_AGAIN)}</button>
                    </Show>
                    <button type="button" class="nl-button nl-button--secondary" on:click=clean>{tr(own::BEGIN)}</button>
                </div>
            </Show>
        </EmptyState>
    }
}

/// The one thing that asks to be done.
#[component]
fn Next(offering: Offering) -> impl IntoView {
    let lang = use_lang();
    let step = offering.memo(|view| Some(next(view)));
    let says = move || step.get().map(|step| step.get(lang.get()));
    view! {
        <section class="next" aria-labelledby="aanbod-stap">
            <p class="next__eyebrow">{tr(own::NEXT)}</p>
            <h2 id="aanbod-stap" class="nl-heading nl-heading--level-2 next__title">{says}</h2>
            <A href="/school/aanbod/gids" attr:class="nl-link">{tr(own::SEE)}</A>
        </section>
    }
}

fn next(view: &View) -> Text {
    if view.heard.is_none() {
        own::NEXT_HEAR
    } else if view.open().next().is_some() || view.basic.trim().is_empty() {
        own::NEXT_FILL
    } else if view.adopted.is_none() {
        own::NEXT_ADOPT
    } else if view.published.is_none() {
        own::NEXT_PUBLISH
    } else {
        own::NEXT_DONE
    }
}

/// Pupils are heard before the guide is adopted (L-28).
#[component]
fn Pupils(offering: Offering) -> impl IntoView {
    let heard = offering.memo(|view| view.heard);
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(own::PUPILS)}</h2>
        <DayField label=own::HEARD hint=own::HEARD_HINT value=heard on_change=move |on| offering.act(Command::SetHeard { on }) />
        <Writing offering which=Words::Influence label=own::INFLUENCE />
    }
}

fn text_of(view: &View, which: Words) -> String {
    match which {
        Words::Short => view.short.clone(),
        Words::Basic => view.basic.clone(),
        Words::Influence => view.influence.clone(),
        Words::Need(need) => {
            let line = view.lines.iter().find(|line| line.need == need);
            line.map(|line| line.words.clone()).unwrap_or_default()
        }
    }
}

#[component]
fn Writing(
    offering: Offering,
    which: Words,
    label: Text,
    #[prop(optional, into)] about: Signal<String>,
) -> impl IntoView {
    let value = offering.memo(move |view| text_of(view, which));
    let write = move |text: String| {
        let ledger = offering.ledger();
        let base = ledger.read().map(|view| text_of(&view, which)).unwrap_or_default();
        ledger.type_in(&format!("{which:?}"), Command::Write { words: which, base, text });
    };
    view! { <SharedText label about value on_type=write on_rest=move || offering.ledger().commit_typing() /> }
}

#[component]
fn OneNeed(offering: Offering, need: Need) -> impl IntoView {
    let lang = use_lang();
    let line = offering.memo(move |view| view.lines.iter().find(|line| line.need == need).cloned());
    let chosen =
        Signal::derive(move || line.with(|line| line.as_ref().and_then(|line| line.offer)));
    let choices = Offer::ALL.iter().map(|offer| (Some(*offer), offer.label()));
    let choices = choices.chain([(None, own::NOT_SAID)]).collect::<Vec<_>>();
    let set = move |offer: Option<Offer>| offering.act(Command::SetOffer { need, offer });
    let name = Signal::derive(move || need.label().get(lang.get()).to_owned());
    let says = move || {
        line.with(|line: &Option<Line>| {
            line.as_ref().map(|line| line.words.clone()).filter(|words| !words.trim().is_empty())
        })
    };
    let summary =
        move || view! { {tr(own::EXPLAIN)} <span class="visually-hidden">": "{name}</span> };
    view! {
        <li class="checklist__row">
            <Segmented legend=need.label() choices chosen on_choose=set />
            {move || says().map(|words| view! { <p class="checklist__said">{words}</p> })}
            <Fold summary=summary>
                <Writing offering which=Words::Need(need) label=own::EXPLAIN about=name />
            </Fold>
        </li>
    }
}

/// When it was adopted and published.
#[component]
fn Settled(offering: Offering) -> impl IntoView {
    let adopted = offering.memo(|view| view.adopted);
    let published = offering.memo(|view| view.published);
    view! {
        <h2 class="nl-heading nl-heading--level-2">{tr(own::SETTLED)}</h2>
        <div class="row">
            <DayField label=own::ADOPTED value=adopted on_change=move |on| offering.act(Command::SetAdopted { on }) />
            <DayField label=own::PUBLISHED value=published on_change=move |on| offering.act(Command::SetPublished { on }) />
        </div>
    }
}

#[component]
fn Watched(offering: Offering) -> impl IntoView {
    let answers = move || {
        let Some(view) = offering.view.get() else { return Vec::new() };
        let all = offering.room.with_rules(|context| watch::watch(&view, context));
        all.into_iter().map(|one| one.answer).collect()
    };
    view! {
        <section class="part" aria-labelledby="regels-aanbod">
            <h2 id="regels-aanbod" class="nl-heading nl-heading--level-2">{tr(own::RULES)}</h2>
            <RuleList answers />
            <Keeping room=offering.room />
        </section>
    }
}

#[component]
fn Tools(offering: Offering) -> impl IntoView {
    let room = offering.room;
    let ledger = move || room.documents.offer(room.year.get());
    view! {
        <LedgerTools ledger tell=move |done| room.tell(done) />
        <p><A href="/school/aanbod/gids" attr:class="nl-button nl-button--primary">{tr(own::SEE)} <Drawn icon=Icon::Forward /></A></p>
    }
}
