//! One rule being tried: what was typed, the day, the region, and the answer that follows from them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use rules::parameter::Parameters;
use rules::region::region;
use rules::rule::examples::{Example, example};
use rules::rule::form::{Trouble, fill, read_day};
use rules::rule::{Answer, Context, Rule, explain};
use rules::text::{Lang, Text};

use crate::i18n::use_lang;
use crate::platform::clock;

/// What was typed for each rule, for as long as the app is open: looking elsewhere loses nothing.
static DRAFTS: Mutex<BTreeMap<&'static str, Draft>> = Mutex::new(BTreeMap::new());

#[derive(Clone, Debug, PartialEq)]
struct Draft {
    day: String,
    region: String,
    typed: Vec<String>,
}

#[derive(Clone, Copy)]
pub struct Trial {
    pub rule: &'static Rule,
    lang: Signal<Lang>,
    draft: RwSignal<Draft>,
    /// The national rows with the chosen region's own on top.
    pub parameters: Memo<Arc<Parameters>>,
    troubles: Memo<Vec<(usize, Trouble)>>,
    /// `None` while the reference date is not a date.
    pub answer: Memo<Option<Arc<Answer>>>,
}

impl Trial {
    /// The trial of this rule, as it was left.
    pub fn of(rule: &'static Rule) -> Self {
        let lang = use_lang();
        let draft = RwSignal::new(kept(rule).unwrap_or_else(|| fresh(rule)));
        Effect::new(move || keep(rule, draft.get()));
        let chosen = Memo::new(move |_| draft.with(|draft| draft.region.clone()));
        let parameters =
            Memo::new_with_compare(move |_| Arc::new(rows(&chosen.get())), |_, _| true);
        let troubles =
            Memo::new(move |_| draft.with(|draft| fill(rule, &draft.typed, lang.get()).troubles));
        let answer = Memo::new_with_compare(
            move |_| draft.with(|draft| answer(rule, draft, &parameters.get(), lang.get())),
            |old, new| !same(old, new),
        );
        Self { rule, lang, draft, parameters, troubles, answer }
    }

    /// The text of a field, as typed.
    pub fn typed(self, at: usize) -> String {
        self.draft.with(|draft| draft.typed.get(at).cloned().unwrap_or_default())
    }

    pub fn type_in(self, at: usize, text: &str) {
        self.draft.update(|draft| {
            if let Some(place) = draft.typed.get_mut(at) {
                text.clone_into(place);
            }
        });
    }

    pub fn trouble(self, at: usize) -> Option<Trouble> {
        self.troubles.with(|all| all.iter().find(|(field, _)| *field == at).map(|(_, t)| *t))
    }

    pub fn has_trouble(self) -> bool {
        self.troubles.with(|all| !all.is_empty())
    }

    pub fn day_typed(self) -> String {
        self.draft.with(|draft| draft.day.clone())
    }

    pub fn day(self) -> Result<NaiveDate, Text> {
        self.draft.with(|draft| read_day(&draft.day, self.lang.get()))
    }

    pub fn set_day(self, typed: String) {
        self.draft.update(|draft| draft.day = typed);
    }

    /// The rule's example, while nothing is filled in that it would replace.
    pub fn example(self) -> Option<Example> {
        let is_empty = self.draft.with(|draft| draft.typed.iter().all(String::is_empty));
        example(self.rule).filter(|_| is_empty)
    }

    /// Whether the form holds the example and nothing of the person's own.
    pub fn is_example(self) -> bool {
        let typed = example(self.rule).map(|example| example.typed);
        typed.is_some_and(|typed| self.draft.with(|draft| draft.typed == typed))
    }

    /// Fills the example in, with its day and region.
    pub fn take_example(self) {
        if let Some(Example { day, region, typed }) = untrack(|| self.example()) {
            self.draft.set(Draft { day: day_text(day), region: region.to_owned(), typed });
        }
    }

    /// Makes the form empty again, after the example.
    pub fn empty(self) {
        self.draft.set(fresh(self.rule));
    }

    /// A day on which the rule is in force, when the chosen one is not.
    pub fn better_day(self) -> Option<NaiveDate> {
        self.rule.valid.nearest_day(self.day().unwrap_or_else(|_| clock::today()))
    }

    /// Slug of the region, or nothing.
    pub fn region(self) -> String {
        self.draft.with(|draft| draft.region.clone())
    }

    pub fn set_region(self, slug: String) {
        self.draft.update(|draft| draft.region = slug);
    }
}

/// As it is typed: `23-11-2026`.
pub fn day_text(day: NaiveDate) -> String {
    format!("{}-{}-{}", day.day(), day.month(), day.year())
}

/// An empty form on today, in the region that agreed on the rule.
fn fresh(rule: &'static Rule) -> Draft {
    Draft {
        day: day_text(clock::today()),
        region: rule.regions.first().copied().unwrap_or_default().to_owned(),
        typed: vec![String::new(); rule.fields.len()],
    }
}

fn kept(rule: &'static Rule) -> Option<Draft> {
    DRAFTS.lock().unwrap_or_else(PoisonError::into_inner).get(rule.id).cloned()
}

fn keep(rule: &'static Rule, draft: Draft) {
    DRAFTS.lock().unwrap_or_else(PoisonError::into_inner).insert(rule.id, draft);
}

fn rows(slug: &str) -> Parameters {
    // A test in `rules` keeps files that cannot be read from shipping; without rows every amount is unknown.
    let national = Parameters::national().unwrap_or_default();
    region(slug).map_or_else(|| national.clone(), |region| national.with_layer(region.rows))
}

fn answer(
    rule: &'static Rule,
    draft: &Draft,
    parameters: &Parameters,
    lang: Lang,
) -> Option<Arc<Answer>> {
    let day = read_day(&draft.day, lang).ok()?;
    let region = Some(draft.region.as_str()).filter(|slug| !slug.is_empty());
    let filled = fill(rule, &draft.typed, lang);
    let context = Context::new(day, region, parameters);
    Some(Arc::new(explain(rule, &filled.sheet.facts(), &context)))
}

fn same(old: Option<&Option<Arc<Answer>>>, new: Option<&Option<Arc<Answer>>>) -> bool {
    match (old, new) {
        (Some(Some(old)), Some(Some(new))) => {
            old.receipt == new.receipt && old.explanation == new.explanation
        }
        (Some(None), Some(None)) => true,
        _ => false,
    }
}
