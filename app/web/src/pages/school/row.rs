//! One row: what each thinks, what they say together, in what words, what shows it, what comes next, and the own years.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;
use model::advies;
use model::school::{Command, EvidenceChange, Line, Row, Status, View};
use rules::calendar::SchoolYear;

use super::frame::{Fields, SchoolPage};
use super::list::{self, Mine};
use super::people::JoinIn;
use super::room::{Room, YEARS};
use super::step::Steps;
use crate::components::add_line::AddLine;
use crate::components::attachments::Attachments;
use crate::components::icon::{Drawn, Icon};
use crate::components::segmented::Segmented;
use crate::components::shared_text::SharedText;
use crate::components::table::{Cell, DataTable, Line as TableLine};
use crate::i18n::{tr, tr_signal, use_lang};
use crate::pages::not_found::NotFound;
use crate::platform::random;
use crate::texts::school::{list as shared, row as own};

/// The page of the row that the address names; drawn anew for another one.
pub fn page(room: Room) -> AnyView {
    list::margin();
    let params = use_params_map();
    let row = Memo::new(move |_| {
        params.with(|params| Row::from_slug(&params.get("rij").unwrap_or_default()))
    });
    let view = move || match row.get() {
        Some(row) => view! { <RowPage room row /> }.into_any(),
        None => view! { <NotFound /> }.into_any(),
    };
    view.into_any()
}

#[component]
fn RowPage(room: Room, row: Row) -> impl IntoView {
    let line = room.memo(move |view| view.line(row).cloned());
    view! {
        <SchoolPage room title=row.label()>
            <p class="meeting__up">
                <A href="/school/lijst" attr:class="nl-link"><Drawn icon=Icon::Back /> {tr(own::UP)}</A>
                <span class="marks">{move || room.year_name()}</span>
            </p>
            <JoinIn room />
            <Thoughts room row line />
            <Together room row line />
            <Words room row />
            <h2 class="nl-heading nl-heading--level-2">{tr(own::EVIDENCE)}</h2>
            <Proofs room row />
            <h2 class="nl-heading nl-heading--level-2">{tr(own::NEXT)}</h2>
            <Steps room row />
            <Years room row />
            <Beside row />
        </SchoolPage>
    }
    .into_any()
}

/// The own answer, and those of the others beside it. A difference is where the conversation begins.
#[component]
fn Thoughts(room: Room, row: Row, line: Memo<Option<Line>>) -> impl IntoView {
    let lang = use_lang();
    let answers = move || {
        let all =
            line.with(|line| line.as_ref().map(|line| line.answers.clone()).unwrap_or_default());
        all.into_iter()
            .map(|one| {
                view! { <li class="thought"><Mark status=Some(one.status) /> <span>{format!("{}: {}", one.name, one.status.label().get(lang.get()).to_lowercase())}</span></li> }
            })
            .collect_view()
    };
    let any = Memo::new(move |_| {
        line.with(|line| line.as_ref().is_some_and(|line| !line.answers.is_empty()))
    });
    let differs = Memo::new(move |_| line.with(|line| line.as_ref().is_some_and(Line::differs)));
    view! {
        <section class="part" aria-labelledby="ieder">
            <h2 id="ieder" class="nl-heading nl-heading--level-2">{tr(own::EACH)}</h2>
            <Mine room row line />
            <ul class="plain thoughts">{answers}</ul>
            <Show when=move || !any.get()><p class="quiet">{tr(shared::NOBODY)}</p></Show>
            <Show when=move || differs.get()><p class="thoughts__differ">{tr(own::DIFFER)}</p></Show>
        </section>
    }
}

/// What they say together after talking about it.
#[component]
fn Together(room: Room, row: Row, line: Memo<Option<Line>>) -> impl IntoView {
    let lang = use_lang();
    let chosen =
        Signal::derive(move || line.with(|line| line.as_ref().and_then(|line| line.together)));
    let mut choices = list::choices();
    choices.push((None, own::NOT_TALKED));
    let agree = move |status: Option<Status>| room.act(Command::Agree { row, status });
    let choices = StoredValue::new(choices);
    let may = Memo::new(move |_| room.may() && !room.advises());
    let says = move || chosen.get().map_or(own::NOT_TALKED, Status::label).get(lang.get());
    move || {
        if may.get() {
            view! { <Segmented legend=own::TOGETHER hint=own::TOGETHER_HINT choices=choices.get_value() chosen on_choose=agree /> }
                .into_any()
        } else {
            view! { <p class="nl-paragraph"><strong>{tr(own::TOGETHER)}</strong>" "{says}</p> }
                .into_any()
        }
    }
}

/// The school's own words, and what the consulent advises beside them.
#[component]
fn Words(room: Room, row: Row) -> impl IntoView {
    let read =
        move |view: &View| view.line(row).map(|line| line.explanation.clone()).unwrap_or_default();
    let explanation = room.memo(read);
    let write = move |text: String| {
        let ledger = room.ledger();
        let base = ledger.read().map(|view| read(&view)).unwrap_or_default();
        ledger.type_in(row.slug(), Command::Explain { row, base, text });
    };
    let rest = move || room.ledger().commit_typing();
    let locked = Memo::new(move |_| room.advises() || !room.may());
    view! {
        <SharedText label=own::OWN_WORDS value=explanation locked on_type=write on_rest=rest />
        <Advice room row />
    }
}

/// What the consulent advises: to write for who advises, to read for the school.
#[component]
fn Advice(room: Room, row: Row) -> impl IntoView {
    let ledger = move || room.documents.advice();
    let said = move |view: &advies::View| view.with(room.year.get_untracked(), row).to_owned();
    let advice = Memo::new(move |_| {
        room.year.track();
        let said = ledger().view.get().map(|view| said(&view)).unwrap_or_default();
        let early = move |view: &View| view.line(row).map(|line| line.early_advice.clone());
        if said.is_empty() { room.of(early).unwrap_or_default() } else { said }
    });
    let write = move |text: String| {
        let base = ledger().read().map(|view| said(&view)).unwrap_or_default();
        let year = room.year.get_untracked();
        ledger().type_in(row.slug(), advies::Command::Write { year, row, base, text });
    };
    let rest = move || ledger().commit_typing();
    let writes = Memo::new(move |_| room.may_advise());
    let shows = Memo::new(move |_| !writes.get() && advice.with(|text| !text.trim().is_empty()));
    view! {
        <Show when=move || writes.get()>
            <SharedText label=own::ADVICE value=advice on_type=write on_rest=rest />
        </Show>
        <Show when=move || shows.get()>
            <blockquote class="advice">
                <p class="advice__head">{tr(own::ADVICE_SAYS)}</p>
                <p class="advice__text">{advice}</p>
            </blockquote>
        </Show>
    }
}

/// What shows how things stand.
#[component]
fn Proofs(room: Room, row: Row) -> impl IntoView {
    let all = room.memo(move |view| {
        let proofs = view.line(row).map(|line| line.evidence.clone()).unwrap_or_default();
        proofs.into_iter().filter(|proof| !proof.gone).collect::<Vec<_>>()
    });
    let files =
        room.memo(move |view| view.line(row).map(|line| line.files.clone()).unwrap_or_default());
    let space = Signal::derive(move || room.space());
    let may_change = Memo::new(move |_| room.may() && !room.of(|view| view.read_only));
    let remove = move |id: String| {
        room.act(Command::SetEvidence { id, change: EvidenceChange::Gone(true) });
    };
    let add = move |note: String| room.done(Command::AddEvidence { id: random::id(), row, note });
    let one = move |proof: model::school::Proof| {
        let text = proof.file.into_iter().chain([proof.words]).collect::<Vec<_>>().join(" ");
        let id = proof.id;
        view! {
            <li class="expertise__line">
                <span>{text.clone()}</span>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| remove(id.clone())>
                    <Drawn icon=Icon::Close />
                    <span class="visually-hidden">{tr(own::REMOVE)}": "{text}</span>
                </button>
            </li>
        }
    };
    view! {
        <Fields room>
            <ul class="plain">{move || all.get().into_iter().map(one).collect_view()}</ul>
            <AddLine label=own::ADD_EVIDENCE hint=own::ADD_EVIDENCE_HINT on_add=add />
        </Fields>
        <Attachments
            space
            files
            name=tr_signal(row.label())
            may_change
            add=move |file| room.done(Command::Attach { row, file })
            remove=move |blob| room.done(Command::Detach { row, blob })
        />
    }
}

/// What this school said together in its own years. Never another school.
#[component]
fn Years(room: Room, row: Row) -> impl IntoView {
    let lang = use_lang();
    let this = SchoolYear::of(room.today).0;
    let columns = Signal::derive(move || {
        let names = [own::YEARS_HEAD, shared::TOGETHER];
        names.iter().map(|name| name.get(lang.get()).to_owned()).collect::<Vec<_>>()
    });
    let lines = Signal::derive(move || {
        let lang = lang.get();
        let line = |year: i32| {
            let view = room.documents.year(year).view.get();
            let cell = match view.and_then(|view| view.line(row).and_then(|line| line.together)) {
                Some(status) => Cell::Figure(status.label().get(lang).to_owned()),
                None => Cell::Unknown(own::NOTHING_SAID.get(lang).to_owned()),
            };
            TableLine { head: SchoolYear(year).to_string(), cells: vec![cell], total: false }
        };
        (0..YEARS).rev().map(|back| line(this - back)).collect::<Vec<_>>()
    });
    view! { <DataTable caption=tr_signal(own::YEARS) columns lines /> }
}

/// The way to the rows before and after.
#[component]
fn Beside(row: Row) -> impl IntoView {
    let at = Row::ALL.iter().position(|one| *one == row).unwrap_or_default();
    let link = |row: Option<Row>, name, icon| {
        row.map(|row| {
            view! {
                <A href=format!("/school/lijst/{}", row.slug()) attr:class="nl-button nl-button--secondary">
                    <Drawn icon /> <span>{tr(name)}": "{tr(row.label())}</span>
                </A>
            }
        })
    };
    let before = at.checked_sub(1).and_then(|at| Row::ALL.get(at).copied());
    view! {
        <nav class="actions" aria-label=tr(own::BESIDE)>
            {link(before, own::BEFORE, Icon::Back)}
            {link(Row::ALL.get(at + 1).copied(), own::AFTER, Icon::Forward)}
        </nav>
    }
}

/// A status as a shape: full, half, empty, a stroke, a question; dotted while nothing was said. Always beside its word.
#[component]
pub fn Mark(status: Option<Status>) -> impl IntoView {
    view! {
        <svg class=format!("stand stand--{}", status.map_or("niets", Status::slug)) viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <circle class="stand__ring" cx="12" cy="12" r="9" />
            <path class="stand__fill" d=shape(status) />
        </svg>
    }
}

/// What stands in the ring.
pub const fn shape(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::OpOrde) => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
        Some(Status::InOntwikkeling) => "M12 3a9 9 0 0 0 0 18Z",
        Some(Status::NietVanToepassing) => "M7.500 11h9v2h-9Z",
        Some(Status::WeetNiet) => {
            "M11 13.500c0-2.500 2.500-2.500 2.500-4.200 0-2-3-2-3.200 0H8.500c.3-4.400 7-4.200 7 0 0 2.600-2.500 2.700-2.500 4.200ZM11 15h2v2h-2Z"
        }
        Some(Status::NogNiet) | None => "",
    }
}
