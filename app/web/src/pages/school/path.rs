//! The guide: one question after another, from what a child needs to a level and a route, each answer with its rule. It ends
//! in a next step and never in a refusal, and keeps nothing: whoever leaves the page leaves no answer behind.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;
use model::wegwijzer::{Idea, Level, Path, Question, Said, path};
use rules::notation::{sentence_case, value};
use rules::parameter::Parameters;
use rules::region::{Region, regions};
use rules::rule::{Answer, Context, FieldKind};
use rules::text::{Lang, Text};
use rules::value::Value;

use super::frame::Parts;
use super::room::Room;
use crate::components::choose::Choose;
use crate::components::field::{Field, Kind};
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note, rule_links};
use crate::components::page::Page;
use crate::components::plan_over::PlanOver;
use crate::components::rule_list::RuleList;
use crate::i18n::{tr, tr_maybe, tr_signal, use_lang};
use crate::platform::page;
use crate::texts::general;
use crate::texts::school::{self as words, path as own, start};

/// What was said so far, in which order, and where it leads. Only in memory.
#[derive(Clone, Copy)]
struct Walk {
    said: RwSignal<Said>,
    answered: RwSignal<Vec<(Question, Value)>>,
    region: RwSignal<String>,
    keeps: RwSignal<bool>,
    all: StoredValue<Vec<Region>>,
    path: Memo<Arc<Path>>,
}

impl Walk {
    fn begin(room: Room) -> Self {
        let all = StoredValue::new(regions().unwrap_or_default());
        let first =
            || all.with_value(|all| all.first().map(|one| one.slug.clone())).unwrap_or_default();
        let (slug, kept) =
            untrack(|| room.of_school(|view| (view.region.clone(), view.keeps_plan)));
        let region = RwSignal::new(if slug.is_empty() { first() } else { slug });
        let keeps = RwSignal::new(kept);
        let said = RwSignal::new(Said::default());
        let path = Memo::new_with_compare(
            move |_| {
                let slug = region.get();
                let rows = all.with_value(|all| {
                    all.iter().find(|one| one.slug == slug).map(|one| one.rows.clone())
                });
                let national = Parameters::national().unwrap_or_default();
                let rows = national.with_layer(rows.unwrap_or_default());
                let context = Context::new(room.today, Some(&slug), &rows);
                let context = if keeps.get() { context.keeping() } else { context };
                Arc::new(said.with(|said| path(said, &context)))
            },
            |_, _| true,
        );
        Self { said, answered: RwSignal::default(), region, keeps, all, path }
    }

    fn say(self, question: Question, answer: Value) {
        self.said.update(|said| said.say(question, Some(answer.clone())));
        self.answered.update(|all| {
            all.retain(|(one, _)| *one != question);
            all.push((question, answer));
        });
        request_animation_frame(|| {
            let _ = page::focus("#vraag") || page::focus("#uitkomst");
        });
    }

    /// Takes an answer back, and with it what was answered after it.
    fn back_to(self, question: Question) {
        self.answered.update(|all| {
            let at = all.iter().position(|(one, _)| *one == question).unwrap_or(all.len());
            let gone = all.split_off(at);
            self.said.update(|said| gone.iter().for_each(|(one, _)| said.say(*one, None)));
        });
        request_animation_frame(|| {
            let _ = page::focus("#vraag");
        });
    }

    fn anew(self) {
        self.said.set(Said::default());
        self.answered.set(Vec::new());
        request_animation_frame(|| {
            let _ = page::focus("#vraag");
        });
    }

    /// The last day of the plan of the region, when it is over: its agreements then speak only when people keep to them.
    fn plan_over(self, room: Room) -> Option<NaiveDate> {
        let slug = self.region.get();
        self.all.with_value(|all| {
            all.iter().find(|one| one.slug == slug).and_then(|one| one.plan.over_on(room.today))
        })
    }
}

#[component]
pub fn Wegwijzer() -> impl IntoView {
    let Some(room) = Room::get() else { return ().into_any() };
    if let Some(margin) = Kantlijn::get() {
        margin.put(Note::text(own::NOTE, own::NOTE_BODY));
        margin.put(Note::text(own::NO_REFUSAL, own::NO_REFUSAL_BODY));
        margin.put(Note::rules(&["NIV-01", "NIV-02", "NIV-08", "BAS-03"]));
    }
    let walk = Walk::begin(room);
    view! {
        <Page title=tr_signal(words::PATH) wide=true>
            <div class="area school">
                <Parts />
                <p class="nl-paragraph nl-paragraph--lead">{tr(own::LEAD)}</p>
                <Where room walk />
                <Asked walk />
                <Ideas walk />
                <Outcome walk />
                <SoFar walk />
            </div>
        </Page>
    }
    .into_any()
}

/// Whose agreements speak.
#[component]
fn Where(room: Room, walk: Walk) -> impl IntoView {
    let options = Signal::derive(move || {
        walk.all.with_value(|all| {
            all.iter().map(|one| (one.slug.clone(), one.name.clone())).collect::<Vec<_>>()
        })
    });
    let ended = Signal::derive(move || walk.plan_over(room));
    view! {
        <Choose label=start::REGION options chosen=walk.region on_choose=move |slug| walk.region.set(slug) />
        <PlanOver ended keeps=walk.keeps on_keep=move |on| walk.keeps.set(on) />
    }
}

/// The question that comes next.
#[component]
fn Asked(walk: Walk) -> impl IntoView {
    let question = Memo::new(move |_| walk.path.get().question);
    let view = move || {
        let question = question.get()?;
        let field = question.shown()?;
        Some(view! {
            <section class="next wegwijzer__ask" aria-labelledby="vraag">
                <h2 id="vraag" class="nl-heading nl-heading--level-2 next__title" tabindex="-1">{tr(field.label)}</h2>
                <Answers walk question kind=field.kind />
            </section>
        })
    };
    view! {
        {view}
        <Show when=move || walk.answered.with(|all| !all.is_empty())>
            <div class="actions">
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| walk.anew()>
                    <Drawn icon=Icon::Reset /> {tr(own::ANEW)}
                </button>
            </div>
        </Show>
    }
}

#[component]
fn Answers(walk: Walk, question: Question, kind: FieldKind) -> impl IntoView {
    let button = move |answer: Value, name: Text| {
        let say = move |_| walk.say(question, answer.clone());
        view! {
            <button type="button" class="nl-button nl-button--secondary wegwijzer__answer" on:click=say>{tr(name)}</button>
        }
    };
    match kind {
        FieldKind::YesNo => view! {
            <div class="actions">
                {button(Value::YesNo(true), general::YES)}
                {button(Value::YesNo(false), general::NO)}
            </div>
        }
        .into_any(),
        FieldKind::Choice(choices) => {
            let all = choices.iter();
            let all = all.map(|one| button(Value::Text(one.name.to_owned()), one.label));
            view! { <div class="actions wegwijzer__choices">{all.collect_view()}</div> }.into_any()
        }
        _ => view! { <Number walk question /> }.into_any(),
    }
}

/// A whole number, such as how many schools.
#[component]
fn Number(walk: Walk, question: Question) -> impl IntoView {
    let wrong = RwSignal::new(false);
    let take = move |text: String| match text.trim().parse::<i64>() {
        Ok(number) if number > 0 => walk.say(question, Value::Count(number)),
        _ => wrong.set(true),
    };
    let error = tr_maybe(move || wrong.get().then_some(own::NO_NUMBER));
    view! {
        <Field label=own::NUMBER kind=Kind::Number value=Signal::stored(String::new()) error on_change=take />
    }
}

/// What somebody also thinks of, once it is clear that the school does not do it alone.
#[component]
fn Ideas(walk: Walk) -> impl IntoView {
    let more =
        Memo::new(move |_| matches!(walk.path.get().level, Some(Level::Extra | Level::Special)));
    let one = move |idea: Idea| {
        let has = move || walk.said.with(|said| said.ideas.contains(&idea));
        let set = move |on: bool| {
            walk.said.update(|said| {
                if on {
                    said.ideas.insert(idea)
                } else {
                    said.ideas.remove(&idea)
                };
            });
        };
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=has on:change=move |event| set(event_target_checked(&event)) />
                {tr(idea.label())}
            </label>
        }
    };
    view! {
        <Show when=move || more.get()>
            <fieldset class="checks">
                <legend class="checks__legend">{tr(own::IDEAS)}</legend>
                {Idea::ALL.iter().copied().map(one).collect_view()}
            </fieldset>
        </Show>
    }
}

/// Where it leads: the level, what to do next, and the rules that were passed.
#[component]
fn Outcome(walk: Walk) -> impl IntoView {
    let lang = use_lang();
    let level = move || {
        walk.path.get().level.map(|level| match level {
            Level::School => own::LEVEL_SCHOOL,
            Level::Extra => own::LEVEL_EXTRA,
            Level::Special => own::LEVEL_SPECIAL,
        })
    };
    let done = move || walk.path.get().question.is_none();
    let title = move || if done() { own::DO } else { own::MEANWHILE }.get(lang.get());
    let steps = move || {
        let path = walk.path.get();
        let step = |(rule, says): &(Option<&'static str>, Text)| {
            let rule = rule.map(|id| {
                let href = format!("/regels/{id}");
                view! { " " <a class="nl-link" href=href>{id}</a> }
            });
            view! { <li>{tr(*says)} {rule}</li> }
        };
        path.steps.iter().map(step).collect_view()
    };
    let stations = move || {
        let path = walk.path.get();
        path.stations.iter().map(|one| one.answer.clone()).collect::<Vec<Answer>>()
    };
    let passed = move || walk.path.with(|path| !path.stations.is_empty());
    let holds = Memo::new(move |_| walk.path.with(|path| path.afterwards.clone()));
    let any = move || holds.with(|all| !all.is_empty());
    view! {
        <section class="part" aria-labelledby="uitkomst">
            <h2 id="uitkomst" class="nl-heading nl-heading--level-2" tabindex="-1">{title}</h2>
            <p class="wegwijzer__level" role="status">{move || level().map(|text| text.get(lang.get()))}</p>
            <ol class="list">{steps}</ol>
            <Show when=passed>
                <h3 class="nl-heading nl-heading--level-3">{tr(own::WHY)}</h3>
                <RuleList answers=stations />
            </Show>
            <Show when=any>
                <h3 class="nl-heading nl-heading--level-3">{tr(own::AFTERWARDS)}</h3>
                <ul class="plain">{move || rule_links(&holds.get())}</ul>
            </Show>
        </section>
    }
}

/// What was answered, each to be changed.
#[component]
fn SoFar(walk: Walk) -> impl IntoView {
    let lang = use_lang();
    let rows = move || {
        let lang = lang.get();
        let row = |(question, answer): (Question, Value)| {
            let label = question.shown().map(|field| field.label.get(lang)).unwrap_or_default();
            let says = sentence_case(&answer_words(question, &answer, lang));
            let after = if label.ends_with('?') { " " } else { ": " };
            view! {
                <li class="wegwijzer__said">
                    <span>{label}{after}<strong>{says}</strong></span>
                    <button type="button" class="nl-button nl-button--subtle" on:click=move |_| walk.back_to(question)>
                        {tr(own::CHANGE)}<span class="visually-hidden">": "{label}</span>
                    </button>
                </li>
            }
        };
        walk.answered.get().into_iter().map(row).collect_view()
    };
    view! {
        <Show when=move || walk.answered.with(|all| !all.is_empty())>
            <section class="part" aria-labelledby="tot-nu-toe">
                <h2 id="tot-nu-toe" class="nl-heading nl-heading--level-2">{tr(own::SO_FAR)}</h2>
                <ol class="list">{rows}</ol>
            </section>
        </Show>
    }
}

fn answer_words(question: Question, answer: &Value, lang: Lang) -> String {
    let named = |name: &str| match question.shown()?.kind {
        FieldKind::Choice(all) => all.iter().find(|one| one.name == name).map(|one| one.label),
        _ => None,
    };
    let label = if let Value::Text(name) = answer { named(name) } else { None };
    label.map_or_else(|| value(answer, lang), |label| label.get(lang).to_owned())
}
