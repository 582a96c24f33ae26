//! The checklist: every aspect and part as a row that somebody answers with one tap. It starts a conversation; the list alone
//! says all that the picture says.

use leptos::prelude::*;
use leptos_router::components::A;
use model::school::{Command, Line, Row, Status, watch};
use rules::text::Text;

use super::frame::{Fields, SchoolPage, YearChoice};
use super::people::JoinIn;
use super::room::Room;
use crate::components::choose::Choose;
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::plan_over::PlanOver;
use crate::components::rule_list::RuleList;
use crate::components::segmented::Segmented;
use crate::i18n::{tr, use_lang};
use crate::texts::school::{self as words, list as own};

pub fn page(room: Room) -> AnyView {
    margin();
    view! {
        <SchoolPage room title=words::LIST>
            <p class="nl-paragraph nl-paragraph--lead">{tr(own::LEAD)}</p>
            <div class="row">
                <YearChoice room />
                <FillsIn room />
            </div>
            <JoinIn room />
            <ol class="checklist">
                {Row::ALL.iter().map(|row| view! { <OneRow room row=*row /> }).collect_view()}
            </ol>
            <Watched room />
        </SchoolPage>
    }
    .into_any()
}

/// That it is no inspection, and that there is no national norm.
pub fn margin() {
    let Some(margin) = Kantlijn::get() else { return };
    margin.put(Note::text(own::TALK, own::TALK_BODY));
    let norm = move || {
        let href = "/regels/BAS-12";
        view! {
            <p class="note__text">{tr(own::NO_NORM_BODY)} " " <A href=href attr:class="nl-link">"BAS-12"</A></p>
        }
        .into_any()
    };
    margin.put(Note::view(own::NO_NORM, norm));
    margin.put(Note::rules(&["BAS-01", "BAS-02", "BAS-04"]));
}

/// For whom is filled in; several may take turns on one tablet.
#[component]
fn FillsIn(room: Room) -> impl IntoView {
    let several = room.memo(|view| view.colleagues().count() > 1);
    let options = Signal::derive(move || {
        room.of(|view| {
            view.colleagues().map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>()
        })
    });
    let chosen = Signal::derive(move || room.speaker().map(|one| one.id).unwrap_or_default());
    view! {
        <Show when=move || several.get() && room.speaker().is_some()>
            <Choose label=own::FILLS_IN options chosen on_choose=move |id| room.chosen.set(Some(id)) />
        </Show>
    }
}

#[component]
fn OneRow(room: Room, row: Row) -> impl IntoView {
    let lang = use_lang();
    let line = room.memo(move |view| view.line(row).cloned());
    let part = row.within().is_some();
    let says = move || line.with(|line| line.as_ref().map(|line| said(line, lang.get())));
    let differs = Memo::new(move |_| {
        line.with(|line| {
            line.as_ref().is_some_and(|line| line.together.is_none() && line.differs())
        })
    });
    let steps = move || {
        let open = line.with(|line| {
            line.as_ref().map_or(0, |line| line.steps.iter().filter(|step| step.is_open()).count())
        });
        (open > 0).then(|| {
            format!("{open} {}", if open == 1 { own::STEP } else { own::STEPS }.get(lang.get()))
        })
    };
    let title = move || row.label().get(lang.get());
    view! {
        <li class="checklist__row" class:checklist__row--part=part id=format!("rij-{}", row.slug())>
            <Mine room row line />
            <p class="checklist__said">
                {says}
                <Show when=move || differs.get()>
                    " " <span class="nl-data-badge differs">{tr(own::DIFFERS)}</span>
                </Show>
                {move || steps().map(|steps| view! { " " <span class="marks">{steps}</span> })}
            </p>
            <A href=format!("/school/lijst/{}", row.slug()) attr:class="nl-link checklist__more">
                {tr(own::MORE)}<span class="visually-hidden">": "{title}</span>
            </A>
        </li>
    }
}

/// "Samen: op orde", or what each thinks.
pub fn said(line: &Line, lang: rules::text::Lang) -> String {
    if let Some(status) = line.together {
        return format!(
            "{}: {}.",
            own::TOGETHER.get(lang),
            status.label().get(lang).to_lowercase()
        );
    }
    let one = |answer: &model::school::Answer| {
        format!("{}: {}", answer.name, answer.status.label().get(lang).to_lowercase())
    };
    let all: Vec<String> = line.answers.iter().map(one).collect();
    if all.is_empty() { own::NOBODY.get(lang).to_owned() } else { format!("{}.", all.join(", ")) }
}

/// The statuses as a choice, in their order.
pub fn choices() -> Vec<(Option<Status>, Text)> {
    Status::ALL.iter().map(|status| (Some(*status), status.label())).collect()
}

/// The answer of whoever fills in. Who advises sees the row and no boxes.
#[component]
pub fn Mine(room: Room, row: Row, line: Memo<Option<Line>>) -> impl IntoView {
    let speaker = Memo::new(move |_| room.speaker().map(|one| one.id));
    let chosen = Signal::derive(move || {
        let person = speaker.get()?;
        line.with(|line| {
            let all = line.as_ref()?.answers.iter();
            all.into_iter().find(|one| one.person == person).map(|one| one.status)
        })
    });
    let answer = move |status: Option<Status>| {
        if let Some(person) = speaker.get_untracked() {
            room.act(Command::Answer { row, person, status });
        }
    };
    let can = Memo::new(move |_| speaker.with(Option::is_some));
    move || {
        if can.get() {
            view! { <Segmented legend=row.label() hint=row.about() choices=choices() chosen on_choose=answer /> }
                .into_any()
        } else {
            view! {
                <h2 class="segmented__legend">{tr(row.label())}</h2>
                <p class="utrecht-form-field-description">{tr(row.about())}</p>
            }
            .into_any()
        }
    }
}

/// What the rules say about what was said together.
#[component]
fn Watched(room: Room) -> impl IntoView {
    let all = Memo::new(move |_| {
        room.of(|view| {
            room.with_rules(|context| {
                watch::watch(view, context)
                    .into_iter()
                    .map(|one| Same(one.answer))
                    .collect::<Vec<_>>()
            })
        })
    });
    let answers = move || all.get().into_iter().map(|one| one.0).collect();
    view! {
        <section class="part" aria-labelledby="regels-lijst">
            <h2 id="regels-lijst" class="nl-heading nl-heading--level-2">{tr(own::RULES)}</h2>
            <p class="quiet">{tr(own::RULES_WHY)}</p>
            <RuleList answers />
            <Keeping room />
        </section>
    }
}

/// An answer of the rules; another one when what it says or asks for is other.
#[derive(Clone)]
struct Same(rules::rule::Answer);

impl PartialEq for Same {
    fn eq(&self, other: &Self) -> bool {
        self.0.rule == other.0.rule
            && self.0.verdict == other.0.verdict
            && self.0.missing == other.0.missing
    }
}

/// Whether the school keeps to a plan that has ended.
#[component]
pub fn Keeping(room: Room) -> impl IntoView {
    let ended = Signal::derive(move || {
        room.region.with(|one| one.as_ref().and_then(|one| one.plan.over_on(room.today)))
    });
    let keeps = Memo::new(move |_| room.of_school(|view| view.keeps_plan));
    view! { <Fields room><PlanOver ended keeps on_keep=move |on| room.act(Command::KeepPlan(on)) /></Fields> }
}
