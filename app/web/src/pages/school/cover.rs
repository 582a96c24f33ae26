//! What schools offer together: where something is missing, needs against werkgebieden as a picture and as a table, over the
//! years, and what would happen if a school grew (SOP-03, SOP-06, SOP-08). It counts schools and ranks none.

use std::collections::BTreeMap;
use std::sync::Arc;

use replica::gather::Gather;

use leptos::prelude::*;
use leptos_router::components::A;
use model::aanbod::Need;
use model::dekking::{Difference, Here, Matrix, School, matrix, what_if};
use model::out::offer::{self as out, cover};
use model::words::slug;
use rules::calendar::SchoolYear;
use rules::region::regions;
use rules::text::{Lang, Text};

use super::frame::{Parts, YearChoice};
use super::list::Keeping;
use super::room::{Room, YEARS};
use crate::components::choose::Choose;
use crate::components::empty::EmptyState;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::page::Page;
use crate::components::rule_list::RuleLines;
use crate::components::table::{Cell, DataTable, Line as TableLine};
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::{files, next_paint, page, spawn};
use crate::state::school::schools_here;
use crate::texts::general;
use crate::texts::school::{self as words, cover as own};
use crate::texts::werkgebied::files as papers;

pub mod grid;
pub mod review;

/// What is counted, worked out once per change. `Copy`.
#[derive(Clone, Copy)]
pub struct Cover {
    pub room: Room,
    pub here: Memo<Arc<Vec<Here>>>,
    pub now: Memo<Arc<Matrix>>,
    before: Memo<Arc<Matrix>>,
    areas: StoredValue<BTreeMap<String, String>>,
}

impl Cover {
    fn of(room: Room) -> Self {
        let here = Memo::new(move |_| {
            room.app.revision.track();
            Arc::new(schools_here(room.app, room.reader, room.year.get()))
        });
        let now = Memo::new(move |_| Arc::new(here.with(|all| matrix(&offered(all)))));
        let before = Memo::new(move |_| {
            room.app.revision.track();
            Arc::new(matrix(&offered(&schools_here(room.app, room.reader, room.year.get() - 1))))
        });
        let named = regions().unwrap_or_default().into_iter().flat_map(|one| one.werkgebieden);
        let areas = StoredValue::new(named.map(|place| (place.slug, place.name)).gather());
        Self { room, here, now, before, areas }
    }

    /// The name of a werkgebied; nothing is the whole.
    pub fn area(self, slug: Option<&str>, lang: Lang) -> String {
        let named = |slug: &str| self.areas.with_value(|all| all.get(slug).cloned());
        slug.map_or_else(
            || own::WHOLE.get(lang).to_owned(),
            |slug| named(slug).unwrap_or_else(|| slug.to_owned()),
        )
    }
}

fn offered(all: &[Here]) -> Vec<School> {
    all.iter().map(|one| one.says.clone()).collect()
}

#[component]
pub fn Together() -> impl IntoView {
    let Some(room) = Room::get() else { return ().into_any() };
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::text(own::NOTE, own::NOTE_BODY));
        margin.put(Note::text(own::FOUR_YEARS, own::FOUR_YEARS_BODY));
        margin.put(Note::rules(&["SOP-08", "SOP-03", "SOP-06", "SOP-07", "BAS-05"]));
    }
    let cover = Cover::of(room);
    let any = Memo::new(move |_| cover.here.with(|all| !all.is_empty()));
    view! {
        <Page title=tr_signal(words::COVER) wide=true>
            <div class="area school">
                <Parts />
                <p class="nl-paragraph nl-paragraph--lead">{tr(own::LEAD)}</p>
                <YearChoice room />
                <Show when=move || any.get() fallback=|| view! { <Nothing /> }>
                    <Counted cover />
                    <Gaps cover />
                    <grid::Grid cover />
                    <Numbers cover />
                    <WhatIf cover />
                    <Years cover />
                    <Rules cover />
                    <review::FourYears room />
                    <Files cover />
                </Show>
            </div>
        </Page>
    }
    .into_any()
}

#[component]
fn Nothing() -> impl IntoView {
    view! {
        <EmptyState title=own::EMPTY text=own::EMPTY_WHY>
            <A href="/overnemen" attr:class="nl-button nl-button--primary">{tr(own::TAKE)}</A>
        </EmptyState>
    }
}

/// How many schools are counted, and how many of them have not spoken.
#[component]
fn Counted(cover: Cover) -> impl IntoView {
    let lang = use_lang();
    let says = move || {
        let (all, silent) =
            cover.here.with(|all| (all.len(), all.iter().filter(|one| !one.offered).count()));
        let lang = lang.get();
        let counted = own::COUNTED.get(lang).replace("{}", &all.to_string());
        let silent = match silent {
            0 => String::new(),
            n => format!(" {}", own::SILENT.get(lang).replace("{}", &n.to_string())),
        };
        format!("{counted}{silent}")
    };
    view! { <p class="nl-paragraph">{says}</p> }
}

/// What is missing, in sentences.
#[component]
fn Gaps(cover: Cover) -> impl IntoView {
    let lang = use_lang();
    let gaps = move || {
        let (now, lang) = (cover.now.get(), lang.get());
        let one = |(need, area): (Need, Option<&str>)| {
            format!("{}: {}", cover.area(area, lang), need.label().get(lang))
        };
        now.gaps().into_iter().map(one).collect::<Vec<_>>()
    };
    let any = Memo::new(move |_| !gaps().is_empty());
    let lines = move || gaps().into_iter().map(|gap| view! { <li>{gap}</li> }).collect_view();
    view! {
        <section class="part" aria-labelledby="gaten">
            <h2 id="gaten" class="nl-heading nl-heading--level-2">{tr(own::GAPS)}</h2>
            <ul class="list">{lines}</ul>
            <Show when=move || !any.get()><p class="quiet">{tr(own::NO_GAPS)}</p></Show>
        </section>
    }
}

/// The same as the picture, as a table.
#[component]
fn Numbers(cover: Cover) -> impl IntoView {
    let lang = use_lang();
    let columns = Signal::derive(move || {
        let (now, lang) = (cover.now.get(), lang.get());
        let areas = now.areas.iter().map(|area| cover.area(Some(area), lang));
        let first = std::iter::once(own::NEED.get(lang).to_owned());
        first.chain(areas).chain([own::WHOLE.get(lang).to_owned()]).collect::<Vec<_>>()
    });
    let lines = Signal::derive(move || {
        let (now, lang) = (cover.now.get(), lang.get());
        let cell = |cell: &model::dekking::Cell| match cell.cover() {
            model::dekking::Cover::Covered => Cell::Figure(cell.there.to_string()),
            model::dekking::Cover::Gap => Cell::Figure(self::cover(cell.cover(), lang).to_owned()),
            model::dekking::Cover::Unknown => {
                Cell::Unknown(self::cover(cell.cover(), lang).to_owned())
            }
        };
        let line = |line: &model::dekking::Line| TableLine {
            head: line.need.label().get(lang).to_owned(),
            cells: line.cells.iter().chain([&line.whole]).map(cell).collect(),
            total: false,
        };
        now.lines.iter().map(line).collect::<Vec<_>>()
    });
    view! { <DataTable caption=tr_signal(own::TABLE) columns lines /> }
}

/// "Als deze school hierin groeit": nothing is written down.
#[component]
fn WhatIf(cover: Cover) -> impl IntoView {
    let lang = use_lang();
    let (school, need) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let schools = Signal::derive(move || {
        let none = (String::new(), own::CHOOSE.get(lang.get()).to_owned());
        let all = cover.here.get();
        let named = all.iter().map(|one| (one.says.id.clone(), one.says.name.clone()));
        std::iter::once(none).chain(named).collect::<Vec<_>>()
    });
    let needs = Signal::derive(move || {
        let none = (String::new(), own::CHOOSE.get(lang.get()).to_owned());
        let named = Need::ALL.iter();
        let named =
            named.map(|need| (need.slug().to_owned(), need.label().get(lang.get()).to_owned()));
        std::iter::once(none).chain(named).collect::<Vec<_>>()
    });
    let says = Memo::new(move |_| {
        let need = Need::from_slug(&need.get())?;
        let school = Some(school.get()).filter(|id| !id.is_empty())?;
        let all = cover.here.with(|all| offered(all));
        let grown = matrix(&what_if(&all, &school, need));
        Some(changes(cover, &cover.now.get().until(&grown), lang.get()))
    });
    let lines = move || {
        let all = says.get()?;
        let none = all.is_empty().then(|| view! { <li>{tr(own::NO_CHANGE)}</li> });
        Some(
            view! { {none} {all.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()} },
        )
    };
    view! {
        <section class="part" aria-labelledby="stel-dat">
            <h2 id="stel-dat" class="nl-heading nl-heading--level-2">{tr(own::WHAT_IF)}</h2>
            <div class="row">
                <Choose label=own::SCHOOL options=schools chosen=school on_choose=move |id| school.set(id) />
                <Choose label=own::GROWS_IN options=needs chosen=need on_choose=move |slug| need.set(slug) />
            </div>
            <ul class="list" role="status">{lines}</ul>
        </section>
    }
}

/// "Heiloo: Dyslexie, gat → is er".
fn changes(cover: Cover, all: &[Difference], lang: Lang) -> Vec<String> {
    let one = |one: &Difference| {
        format!(
            "{}: {}, {} → {}",
            cover.area(one.area.as_deref(), lang),
            one.need.label().get(lang),
            self::cover(one.before, lang),
            self::cover(one.after, lang)
        )
    };
    all.iter().map(one).collect()
}

/// How much is covered in each year, and what changed since the year before.
#[component]
fn Years(cover: Cover) -> impl IntoView {
    let lang = use_lang();
    let room = cover.room;
    let this = SchoolYear::of(room.today).0;
    let columns = Signal::derive(move || {
        let names = [own::YEAR, own::SCHOOLS, own::COVERED, own::GAP_COUNT];
        names.iter().map(|name| name.get(lang.get()).to_owned()).collect::<Vec<_>>()
    });
    // The years before are read once the page stands there: what schools offer now does not wait for them.
    let stands = RwSignal::new(false);
    spawn(async move {
        next_paint().await;
        let _ = stands.try_set(true);
    });
    let lines = Signal::derive(move || {
        room.app.revision.track();
        if !stands.get() {
            return Vec::new();
        }
        let line = |year: i32| {
            let here = schools_here(room.app, room.reader, year);
            let spoke = here.iter().filter(|one| one.offered).count();
            let all = matrix(&offered(&here));
            let (covered, needs) = all.covered();
            let cells = if spoke == 0 {
                let unknown = || Cell::Unknown(general::UNKNOWN.get(lang.get()).to_owned());
                vec![Cell::Figure("0".to_owned()), unknown(), unknown()]
            } else {
                let figures =
                    [spoke.to_string(), format!("{covered}/{needs}"), all.gaps().len().to_string()];
                figures.into_iter().map(Cell::Figure).collect()
            };
            TableLine { head: SchoolYear(year).to_string(), cells, total: false }
        };
        (0..YEARS).rev().map(|back| line(this - back)).collect::<Vec<_>>()
    });
    let since = move || {
        let all = if stands.get() {
            changes(cover, &cover.before.get().until(&cover.now.get()), lang.get())
        } else {
            Vec::new()
        };
        all.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
    };
    view! {
        <DataTable caption=tr_signal(own::YEARS) columns lines />
        <h3 class="nl-heading nl-heading--level-3">{tr(own::SINCE)}</h3>
        <ul class="list">{since}</ul>
    }
}

/// What SOP-08 says of the whole.
#[component]
fn Rules(cover: Cover) -> impl IntoView {
    let answers = move || {
        let now = cover.now.get();
        let watch = cover.room.with_rules(|context| now.ask(None, context));
        watch.map(|watch| watch.answer).into_iter().collect()
    };
    view! { <RuleLines answers /> <Keeping room=cover.room /> }
}

/// The report for the Deelnemersraad without a name of a school, and tables for a spreadsheet.
#[component]
fn Files(cover: Cover) -> impl IntoView {
    let lang = use_lang();
    let refused = RwSignal::new(false);
    let save = move |name: Text, ending: &str, mime: &str, text: String| {
        let name = slug(&format!("{} {}", name.get(lang.get_untracked()), cover.room.year_name()));
        refused.set(files::download(&format!("{name}.{ending}"), mime, text.as_bytes()).is_err());
    };
    let table = move |name: Text, text: String| {
        save(name, "csv", "text/csv;charset=utf-8", format!("\u{feff}{text}"));
    };
    let report = move |_| {
        let (lang, now, before) =
            (lang.get_untracked(), cover.now.get_untracked(), cover.before.get_untracked());
        let before = (!before.areas.is_empty()).then_some(&*before);
        let area = |slug: &str| cover.area(Some(slug), lang);
        let text = out::report(&untrack(|| cover.room.year_name()), &now, before, area, lang);
        save(own::REPORT, "md", "text/markdown;charset=utf-8", text);
    };
    let counted =
        move |_| table(own::MATRIX, out::matrix(&cover.now.get_untracked(), lang.get_untracked()));
    let beside = move |_| {
        let all = cover.here.with_untracked(|all| offered(all));
        table(own::BESIDE, out::side_by_side(&all, lang.get_untracked()));
    };
    view! {
        <section class="out" aria-label=tr(papers::OUT)>
            <div class="actions">
                <button type="button" class="nl-button nl-button--secondary" on:click=report><Drawn icon=Icon::Download /> {tr(own::REPORT)}</button>
                <button type="button" class="nl-button nl-button--subtle" on:click=counted><Drawn icon=Icon::Download /> {tr(own::MATRIX)}</button>
                <button type="button" class="nl-button nl-button--subtle" on:click=beside><Drawn icon=Icon::Download /> {tr(own::BESIDE)}</button>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| page::print()><Drawn icon=Icon::Print /> {tr(general::PRINT)}</button>
            </div>
            <p class="quiet">{tr(own::REPORT_WHY)}</p>
            <p role="status">{move || refused.get().then(|| papers::REFUSED.get(lang.get()))}</p>
        </section>
    }
}
