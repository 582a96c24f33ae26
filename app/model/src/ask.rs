//! Asking a rule what a document knows: facts by the name of the field, and nothing for what is not known.

use chrono::NaiveDate;
use rules::money::Money;
use rules::rule::{Context, Rule, Sheet, Verdict, explain, rule};
use rules::value::Value;

use crate::werkgebied::planning::Watch;

/// Asks one rule. Nothing when there is no such rule.
pub(crate) fn ask(id: &str, facts: Facts, context: &Context<'_>) -> Option<Watch> {
    let rule = rule(id)?;
    let answer = explain(rule, &facts.sheet(rule).facts(), context);
    let due = answer.signal || answer.verdict == Verdict::VoldoetNiet;
    Some(Watch { due, unanswered: answer.verdict == Verdict::Onbekend, answer })
}

/// Facts for one rule, by the name of its field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts(Vec<(&'static str, Value)>);

impl Facts {
    pub(crate) fn yes_no(&mut self, field: &'static str, yes: bool) {
        self.0.push((field, Value::YesNo(yes)));
    }

    /// A yes where there is something, and nothing where there is not: what is not written down is not a no.
    pub(crate) fn yes_if(&mut self, field: &'static str, there: bool) {
        if there {
            self.yes_no(field, true);
        }
    }

    pub(crate) fn count(&mut self, field: &'static str, count: usize) {
        self.number(field, i64::try_from(count).unwrap_or(i64::MAX));
    }

    pub(crate) fn number(&mut self, field: &'static str, number: i64) {
        self.0.push((field, Value::Count(number)));
    }

    pub(crate) fn money(&mut self, field: &'static str, money: Money) {
        self.0.push((field, Value::Money(money)));
    }

    pub(crate) fn date(&mut self, field: &'static str, day: NaiveDate) {
        self.0.push((field, Value::Date(day)));
    }

    pub(crate) fn dates(&mut self, field: &'static str, days: Vec<NaiveDate>) {
        let days = days.into_iter().map(Value::Date).collect();
        self.0.push((field, Value::List(days)));
    }

    pub(crate) fn counts(&mut self, field: &'static str, counts: Vec<usize>) {
        let count = |count| Value::Count(i64::try_from(count).unwrap_or(i64::MAX));
        self.0.push((field, Value::List(counts.into_iter().map(count).collect())));
    }

    pub(crate) fn choice(&mut self, field: &'static str, name: &str) {
        self.0.push((field, Value::Text(name.to_owned())));
    }

    /// The facts as the rule takes them. A field that the rule does not have is left out; a test holds that there is none.
    pub(crate) fn sheet(self, rule: &Rule) -> Sheet {
        let mut sheet = Sheet::new(rule);
        for (field, value) in self.0 {
            let set = sheet.set(field, Some(value));
            debug_assert!(set.is_ok(), "{} has no field {field} of this kind", rule.id);
        }
        sheet
    }
}
