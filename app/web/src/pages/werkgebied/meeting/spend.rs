//! The form of a decision as it is being filled in, and its money: amount, route, what the rules ask, and what is left.

use leptos::prelude::*;
use model::afspraken::{Decided, Route, Spend};
use rules::notation::{money_typed, read_money};
use rules::text::{Lang, Text};

use super::Sitting;
use crate::components::choose::Choose;
use crate::components::field::{Field, Kind};
use crate::components::segmented::Segmented;
use crate::i18n::{tr, tr_maybe, use_lang};
use crate::pages::werkgebied::money::Effect;
use crate::texts::general;
use crate::texts::werkgebied::money;

/// The form, as it is being filled in.
#[derive(Clone, Copy)]
pub struct Draft {
    pub text: RwSignal<String>,
    pub how: RwSignal<String>,
    pub minority: RwSignal<String>,
    pub changes: RwSignal<String>,
    pub costs: RwSignal<bool>,
    pub amount: RwSignal<String>,
    pub spend: RwSignal<Spend>,
    pub wrong: RwSignal<Option<Text>>,
}

impl Draft {
    /// As a decision has it.
    pub fn of(decided: &Decided, lang: Lang) -> Self {
        let year = chrono::Datelike::year(&decided.on);
        let spend = decided.spend.clone();
        Self {
            text: RwSignal::new(decided.text.clone()),
            how: RwSignal::new(decided.how.slug().to_owned()),
            minority: RwSignal::new(decided.minority.clone()),
            changes: RwSignal::new(decided.changes.clone().unwrap_or_default()),
            costs: RwSignal::new(spend.is_some()),
            amount: RwSignal::new(
                spend.as_ref().map(|s| money_typed(s.amount, lang)).unwrap_or_default(),
            ),
            spend: RwSignal::new(
                spend.unwrap_or_else(|| Spend::new(rules::money::Money::ZERO, year, Route::Een)),
            ),
            wrong: RwSignal::new(None),
        }
    }

    /// What it costs, as far as an amount was filled in.
    pub fn spending(self, lang: Lang) -> Option<Spend> {
        let amount = read_money(&self.amount.get(), lang).ok().filter(|_| self.costs.get())?;
        Some(Spend { amount, ..self.spend.get() })
    }
}

/// One question about the money, its place in the form, and where the answer goes.
type Question = (Text, fn(&Spend) -> Option<bool>, fn(&mut Spend, Option<bool>));

const OF_ALL: [Question; 7] = [
    (money::PLAN, |s| s.plan, |s, yes| s.plan = yes),
    (money::TOP, |s| s.top, |s, yes| s.top = yes),
    (money::CONSULENT, |s| s.consulent, |s, yes| s.consulent = yes),
    (money::DIRECTEUR, |s| s.directeur, |s, yes| s.directeur = yes),
    (money::IB, |s| s.ib, |s, yes| s.ib = yes),
    (money::SAME_AREA, |s| s.same_area, |s, yes| s.same_area = yes),
    (money::NECESSARY, |s| s.necessary, |s, yes| s.necessary = yes),
];

const fn of_route(route: Route) -> Question {
    match route {
        Route::Een => (money::BEYOND, |s| s.beyond, |s, yes| s.beyond = yes),
        Route::Twee => (money::SAME_NEED, |s| s.same_need, |s, yes| s.same_need = yes),
        Route::Drie => (money::FOUND, |s| s.found, |s, yes| s.found = yes),
    }
}

/// Amount, route and what the rules ask; below it what is left.
#[component]
pub fn Spending(sitting: Sitting, draft: Draft, id: StoredValue<Option<String>>) -> impl IntoView {
    let lang = use_lang();
    let routes = Route::ALL.iter().map(|route| (*route, route.label())).collect::<Vec<_>>();
    let route = Memo::new(move |_| draft.spend.with(|spend| spend.route));
    let schools = Signal::derive(move || {
        draft.spend.with(|spend| spend.schools.map(|n| n.to_string()).unwrap_or_default())
    });
    let year = Signal::derive(move || draft.spend.with(|spend| spend.year.to_string()));
    let set_year = move |text: String| {
        if let Ok(year) = text.trim().parse() {
            draft.spend.update(|spend| spend.year = year);
        }
    };
    let spend = Signal::derive(move || draft.spending(lang.get()));
    let instead = Signal::derive(move || {
        let replaced = Some(draft.changes.get()).filter(|id| !id.is_empty());
        id.get_value().or(replaced)
    });
    let questions = move || {
        std::iter::once(of_route(route.get()))
            .chain(OF_ALL)
            .map(|question| view! { <Asked draft question /> })
            .collect_view()
    };
    view! {
        <div class="row">
            <Field label=money::AMOUNT kind=Kind::Money value=draft.amount error=tr_maybe(move || draft.wrong.get()) on_change=move |text| draft.amount.set(text) />
            <Field label=money::YEAR kind=Kind::Number value=year on_change=set_year />
        </div>
        <Segmented legend=money::ROUTE choices=routes chosen=route on_choose=move |to| draft.spend.update(|spend| spend.route = to) />
        <Effect room=sitting.room spend instead_of=instead />
        <details class="more">
            <summary class="more__open">{tr(money::QUESTIONS)}</summary>
            <div class="questions">
                <Field label=money::SCHOOLS kind=Kind::Number value=schools on_change=move |text: String| draft.spend.update(|spend| spend.schools = text.trim().parse().ok()) />
                {questions}
            </div>
        </details>
    }
}

#[component]
fn Asked(draft: Draft, question: Question) -> impl IntoView {
    let lang = use_lang();
    let (label, get, set) = question;
    let options = Signal::derive(move || {
        let word = |text: Text| text.get(lang.get()).to_owned();
        vec![
            (String::new(), word(general::UNKNOWN)),
            ("ja".to_owned(), word(general::YES)),
            ("nee".to_owned(), word(general::NO)),
        ]
    });
    let chosen = Signal::derive(move || {
        match draft.spend.with(get) {
            Some(true) => "ja",
            Some(false) => "nee",
            None => "",
        }
        .to_owned()
    });
    let choose = move |value: String| {
        let yes = match value.as_str() {
            "ja" => Some(true),
            "nee" => Some(false),
            _ => None,
        };
        draft.spend.update(|spend| set(spend, yes));
    };
    view! { <Choose label options chosen on_choose=choose /> }
}
