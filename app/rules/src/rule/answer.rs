//! An outcome with its explanation as a tree, and the receipt that can be kept or sent.

use chrono::NaiveDate;
use serde::Serialize;

use super::field::Choice;
use super::trace::What;
use super::{
    About, Context, Fact, Facts, FieldKind, How, Layer, Missing, Outcome, Rule, Step, Trace, Val,
    Validity, Verdict, evaluate,
};
use crate::explain::{Because, Explanation, Label};
use crate::parameter::Status;
use crate::source::Source;
use crate::text::{Text, t};
use crate::value::Value;

/// What a rule answers, with everything that led to it.
#[derive(Clone, Debug)]
pub struct Answer {
    pub rule: &'static str,
    pub verdict: Verdict,
    pub signal: bool,
    pub sentence: Text,
    pub value: Option<Value>,
    /// Names of fields and keys of parameters that are missing, in the order they were asked.
    pub missing: Vec<String>,
    pub explanation: Explanation,
    pub receipt: Receipt,
}

/// A stable export: enough to check the answer later, without the app.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Receipt {
    pub rule: &'static str,
    pub title: &'static str,
    pub layer: Layer,
    pub valid: Validity,
    pub checked: NaiveDate,
    pub source: Source,
    /// The day that counted as today.
    pub date: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    pub inputs: Vec<ReceiptInput>,
    pub parameters: Vec<ReceiptParameter>,
    pub outcome: Verdict,
    pub signal: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
    pub sentence: &'static str,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReceiptInput {
    pub field: &'static str,
    pub value: Value,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReceiptParameter {
    pub key: String,
    pub value: rust_decimal::Decimal,
    pub unit: String,
    pub valid_from: NaiveDate,
    pub valid_to: Option<NaiveDate>,
    pub status: Status,
    pub source: Source,
}

impl Serialize for Answer {
    /// The receipt and the tree, side by side.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Export<'a> {
            #[serde(flatten)]
            receipt: &'a Receipt,
            explanation: &'a Explanation,
        }
        Export { receipt: &self.receipt, explanation: &self.explanation }.serialize(serializer)
    }
}

/// Evaluates a rule and builds the tree and the receipt from the same trace.
pub fn explain(rule: &'static Rule, facts: &Facts<'_>, context: &Context<'_>) -> Answer {
    let mut trace = Trace::default();
    let outcome = evaluate(rule, facts, context, &mut trace);
    trace.answer(rule, facts, context, outcome)
}

impl Trace {
    /// The answer that belongs to the evaluation that filled this trace. The facts and the
    /// context must be the ones that were evaluated.
    pub fn answer(
        &self,
        rule: &'static Rule,
        facts: &Facts<'_>,
        context: &Context<'_>,
        outcome: Outcome,
    ) -> Answer {
        let reader = Reader { rule, facts, context, trace: self };
        let value = outcome.value.map(|value| reader.value(value));
        let missing: Vec<String> = self.missing().map(|what| reader.missing_name(what)).collect();
        Answer {
            rule: rule.id,
            verdict: outcome.verdict,
            signal: outcome.signal,
            sentence: *outcome.sentence,
            explanation: reader.tree(outcome, value.clone()),
            receipt: reader.receipt(outcome, value.clone(), missing.clone()),
            value,
            missing,
        }
    }
}

struct Reader<'a> {
    rule: &'static Rule,
    facts: &'a Facts<'a>,
    context: &'a Context<'a>,
    trace: &'a Trace,
}

impl Reader<'_> {
    fn tree(&self, outcome: Outcome, value: Option<Value>) -> Explanation {
        let mut nodes: Vec<Explanation> = Vec::new();
        for step in self.trace.steps() {
            let own = nodes.len().saturating_sub(usize::from(step.parts));
            let parts = nodes.split_off(own);
            nodes.push(self.node(*step, parts));
        }
        let verdict = match outcome.verdict {
            Verdict::Voldoet => Some(Value::YesNo(true)),
            Verdict::VoldoetNiet => Some(Value::YesNo(false)),
            _ => None,
        };
        Explanation {
            label: Label { text: self.rule.title, about: self.rule.id.to_owned() },
            value: value.or(verdict),
            because: Because::Rule { id: self.rule.id.to_owned(), source: self.source() },
            parts: nodes,
        }
    }

    fn node(&self, step: Step, parts: Vec<Explanation>) -> Explanation {
        let (text, about, value, because) = match step.what {
            What::Input(field) => self.input(field),
            What::Parameter(at) => self.parameter(at),
            What::Missing(missing) => self.missing(missing),
            What::Made { text, about, value, how } => {
                let value = value.map(|value| self.value(value));
                (*text, about_text(about), value, because(how))
            }
            What::NotApplied(text) => (*text, String::new(), None, Because::NotApplied),
            What::WouldChange(text, about, value) => {
                (*text, about_text(about), Some(self.value(value)), Because::WouldChange)
            }
            What::Finding(id, text) => {
                (*text, id.to_owned(), None, Because::Finding { id: id.to_owned() })
            }
        };
        Explanation { label: Label { text, about }, value, because, parts }
    }

    fn input(&self, at: u8) -> Node {
        let label = self.rule.fields.get(usize::from(at)).map_or(NO_TEXT, |field| field.label);
        (label, String::new(), self.shown_fact(at), Because::Entered)
    }

    fn parameter(&self, at: u32) -> Node {
        let text = t("Parameter", "Parameter");
        let Some(row) = self.context.parameters().row(at) else {
            return (text, String::new(), None, Because::Missing);
        };
        let until = row.valid_to.map(|end| end.to_string()).unwrap_or_default();
        let about = format!("{} {}/{}", row.key, row.valid_from, until);
        let because = Because::Parameter {
            key: row.key.clone(),
            status: row.status,
            source: row.source.clone(),
        };
        (text, about, Some(Value::Number(row.value)), because)
    }

    fn missing(&self, missing: Missing) -> Node {
        let text = match missing {
            Missing::Field(at) => {
                self.rule.fields.get(usize::from(at)).map_or(NO_TEXT, |field| field.label)
            }
            Missing::Parameter(..) => t("Bedrag of grens zonder rij", "Amount without a row"),
            Missing::Region => t("Samenwerkingsverband", "Samenwerkingsverband"),
        };
        let about = match missing {
            Missing::Parameter(key, on) => format!("{} {on}", key.as_str()),
            _ => String::new(),
        };
        (text, about, None, Because::Missing)
    }

    fn missing_name(&self, missing: Missing) -> String {
        match missing {
            Missing::Field(at) => {
                let field = self.rule.fields.get(usize::from(at));
                field.map_or("", |field| field.name).to_owned()
            }
            Missing::Parameter(key, _) => key.as_str().to_owned(),
            Missing::Region => "regio".to_owned(),
        }
    }

    fn fact(&self, at: u8) -> Option<Value> {
        let list = |values: Vec<Value>| Some(Value::List(values));
        match self.facts.get(usize::from(at)).copied().unwrap_or_default() {
            Fact::Missing => None,
            Fact::YesNo(yes) => Some(Value::YesNo(yes)),
            Fact::Count(count) => Some(Value::Count(count)),
            Fact::Money(money) => Some(Value::Money(money)),
            Fact::Rate(rate) => Some(Value::Rate(rate)),
            Fact::Date(date) => Some(Value::Date(date)),
            Fact::Text(text) => Some(Value::Text(text.to_owned())),
            Fact::Choice(choice) => Some(Value::Text(self.choice(at, choice)?.name.to_owned())),
            Fact::Counts(counts) => list(counts.iter().copied().map(Value::Count).collect()),
            Fact::Amounts(amounts) => list(amounts.iter().copied().map(Value::Money).collect()),
            Fact::Dates(dates) => list(dates.iter().copied().map(Value::Date).collect()),
        }
    }

    /// A fact as the tree shows it: a choice by its label, where the receipt has its fixed name.
    fn shown_fact(&self, at: u8) -> Option<Value> {
        match self.facts.get(usize::from(at)) {
            Some(Fact::Choice(choice)) => Some(Value::Words(self.choice(at, *choice)?.label)),
            _ => self.fact(at),
        }
    }

    fn choice(&self, at: u8, choice: u8) -> Option<&'static Choice> {
        let kind = self.rule.fields.get(usize::from(at)).map(|field| field.kind);
        let Some(FieldKind::Choice(choices)) = kind else { return None };
        choices.get(usize::from(choice))
    }

    fn value(&self, value: Val) -> Value {
        match value {
            Val::YesNo(yes) => Value::YesNo(yes),
            Val::Count(count) => Value::Count(count),
            Val::Money(money) => Value::Money(money),
            Val::Rate(rate) => Value::Rate(rate),
            Val::Number(number) => Value::Number(number),
            Val::Date(date) => Value::Date(date),
            Val::Text(text) => Value::Words(*text),
            Val::List { start, len } => {
                let values = self.trace.values(start, len);
                Value::List(values.iter().map(|value| self.value(*value)).collect())
            }
        }
    }

    fn source(&self) -> Source {
        let none = || Source {
            document: String::new(),
            place: String::new(),
            link: None,
            says: None,
            says_en: None,
        };
        self.rule.sources.first().map_or_else(none, super::Citation::source)
    }

    fn receipt(&self, outcome: Outcome, value: Option<Value>, missing: Vec<String>) -> Receipt {
        let steps = self.trace.steps().iter();
        let input = |step: &Step| match step.what {
            What::Input(at) => {
                let field = self.rule.fields.get(usize::from(at))?.name;
                Some(ReceiptInput { field, value: self.fact(at)? })
            }
            _ => None,
        };
        Receipt {
            rule: self.rule.id,
            title: self.rule.title.nl,
            layer: self.rule.layer,
            valid: self.rule.valid,
            checked: self.rule.checked,
            source: self.source(),
            date: self.context.today,
            region: self.context.region.map(str::to_owned),
            inputs: steps.clone().filter_map(input).collect(),
            parameters: steps.filter_map(|step| self.receipt_parameter(*step)).collect(),
            outcome: outcome.verdict,
            signal: outcome.signal,
            value,
            missing,
            sentence: outcome.sentence.nl,
        }
    }

    fn receipt_parameter(&self, step: Step) -> Option<ReceiptParameter> {
        let What::Parameter(at) = step.what else { return None };
        let row = self.context.parameters().row(at)?;
        Some(ReceiptParameter {
            key: row.key.clone(),
            value: row.value,
            unit: row.unit.clone(),
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            status: row.status,
            source: row.source.clone(),
        })
    }
}

type Node = (Text, String, Option<Value>, Because);

const NO_TEXT: Text = t("", "");

const fn because(how: How) -> Because {
    match how {
        How::Sum => Because::Sum,
        How::Difference => Because::Difference,
        How::Product => Because::Product,
        How::Quotient => Because::Quotient,
        How::Largest => Because::Largest,
        How::Smallest => Because::Smallest,
        How::Share => Because::Share,
        How::Rounded => Because::Rounded,
        How::Fixed => Because::Fixed,
    }
}

fn about_text(about: About) -> String {
    match about {
        About::Nothing => String::new(),
        About::Nth(n) => n.to_string(),
        About::Year(year) => year.to_string(),
        About::Date(date) => date.to_string(),
    }
}
