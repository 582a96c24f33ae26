//! A decision that costs money: which route it takes, what the rules say about it, and what is left. Rules decide; nothing
//! here refuses what a child needs (NIV-08).

use rules::money::Money;
use rules::rule::{Answer, Context, Verdict, explain, rule};

use super::command::{Route, Spend};
use super::register::Register;
use crate::ask::Facts;
use crate::werkgebied::View as Werkgebied;
use crate::werkgebied::planning::kept;

/// What is left of a year's budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// Nothing when nobody filled in the budget of this year: unknown, not zero.
    pub budget: Option<Money>,
    pub frictions: Option<Money>,
    pub spent: Money,
}

impl Left {
    /// Budget minus what was decided; unknown without a budget.
    pub fn left(&self) -> Option<Money> {
        self.budget.map(|budget| budget - self.spent)
    }
}

/// What is left of the budget of a year.
pub fn left(werkgebied: &Werkgebied, register: &Register, year: i32) -> Left {
    let budget = werkgebied.budgets.get(&year).copied().unwrap_or_default();
    Left { budget: budget.amount, frictions: budget.frictions, spent: register.spent(year) }
}

/// What the rules say about an amount that is about to be decided.
#[derive(Clone, Debug)]
pub struct Check {
    /// The rule of the chosen route: NIV-05, NIV-06 or NIV-07.
    pub route: Answer,
    /// The rules about the use of the budget, in their order.
    pub rules: Vec<Answer>,
    pub before: Left,
    /// What is left after it; unknown without a budget.
    pub after: Option<Money>,
    /// What the reservation for frictions would have to give, when the budget is not enough (WGB-09).
    pub short: Option<Money>,
}

impl Check {
    /// Answers that say no, or that ask somebody to look.
    pub fn open(&self) -> impl Iterator<Item = &Answer> {
        let all = std::iter::once(&self.route).chain(&self.rules);
        all.filter(|answer| answer.signal || !matches!(answer.verdict, Verdict::Voldoet)).filter(
            |answer| answer.verdict != Verdict::NietVanToepassing || answer.rule == self.route.rule,
        )
    }
}

/// Asks the rules about an amount. `register` is what was decided before; when a decision is written anew, or replaces
/// another, `instead_of` names the one whose amount comes free.
pub fn check(
    spend: &Spend,
    werkgebied: &Werkgebied,
    register: &Register,
    instead_of: Option<&str>,
    context: &Context<'_>,
) -> Option<Check> {
    let context = kept(werkgebied, context);
    let ask = |id: &str, facts: Facts| {
        let rule = rule(id)?;
        let sheet = facts.sheet(rule);
        Some(explain(rule, &sheet.facts(), &context))
    };
    let mut before = left(werkgebied, register, spend.year);
    let freed = register.spends(spend.year).find(|(one, _)| Some(&*one.id) == instead_of);
    before.spent -= freed.map_or(Money::ZERO, |(_, amount)| amount);
    let after = before.left().map(|left| left - spend.amount);
    let short = after.filter(|after| after.is_negative()).map(|after| -after);
    let route = ask(rule_of(spend.route), route_facts(spend))?;
    let mut rules = vec![ask("WGB-07", request_facts(spend))?];
    if spend.route != Route::Een {
        rules.push(ask("WGB-11", joint_facts(spend))?);
    }
    rules.push(ask("WGB-12", use_facts(spend))?);
    if let Some(necessary) = spend.necessary {
        let mut facts = Facts::default();
        facts.yes_no("noodzakelijk", necessary);
        if let Some(left) = before.left() {
            facts.money("budget", left);
        }
        facts.money("kosten", spend.amount);
        rules.push(ask("NIV-08", facts)?);
    }
    if let Some(short) = short {
        let mut facts = Facts::default();
        if let Some(frictions) = before.frictions {
            facts.money("reservering", frictions);
        }
        facts.money("beroep", short.min(spend.amount));
        rules.push(ask("WGB-09", facts)?);
    }
    Some(Check { route, rules, before, after, short })
}

const fn rule_of(route: Route) -> &'static str {
    match route {
        Route::Een => "NIV-05",
        Route::Twee => "NIV-06",
        Route::Drie => "NIV-07",
    }
}

fn some(facts: &mut Facts, field: &'static str, answer: Option<bool>) {
    if let Some(yes) = answer {
        facts.yes_no(field, yes);
    }
}

fn route_facts(spend: &Spend) -> Facts {
    let mut facts = Facts::default();
    facts.yes_no("vernieuwing", spend.route == Route::Drie);
    if let (Some(schools), Route::Een | Route::Twee) = (spend.schools, spend.route) {
        facts.count("scholen", usize::from(schools));
    }
    match spend.route {
        Route::Een => some(&mut facts, "boven_basis", spend.beyond),
        Route::Twee => {
            some(&mut facts, "zelfde_behoefte", spend.same_need);
            some(&mut facts, "zelfde_werkgebied", spend.same_area);
        }
        Route::Drie => some(&mut facts, "vastgesteld", spend.found),
    }
    facts
}

fn request_facts(spend: &Spend) -> Facts {
    let mut facts = Facts::default();
    some(&mut facts, "eigen_werkgebied", spend.same_area);
    facts
}

fn joint_facts(spend: &Spend) -> Facts {
    let mut facts = Facts::default();
    if let Some(schools) = spend.schools {
        facts.count("scholen", usize::from(schools));
    }
    facts.choice("doel", if spend.route == Route::Drie { "vernieuwing" } else { "groep" });
    facts
}

fn use_facts(spend: &Spend) -> Facts {
    let mut facts = Facts::default();
    some(&mut facts, "plan", spend.plan);
    some(&mut facts, "top", spend.top);
    some(&mut facts, "consulent", spend.consulent);
    some(&mut facts, "directeur", spend.directeur);
    some(&mut facts, "ib", spend.ib);
    facts
}
