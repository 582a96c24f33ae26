//! Running a rule. A rule reads facts, parameters and the day through [`Eval`], which writes
//! down what was read and made; the fast path and the explained path are this one path.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::trace::What;
use super::{
    About, Context, Fact, Facts, How, Key, Layer, Missing, Outcome, Rule, Step, Trace, Val, Verdict,
};
use crate::money::Money;
use crate::text::{Text, t};

static MISSING: Text = t("Er ontbreken gegevens.", "Some data is missing.");
static OUT_OF_DATE: Text =
    t("De regel geldt niet op de peildatum.", "The rule is not in force on the reference date.");
static KEPT: Text = t(
    "De planperiode is voorbij. Jullie houden deze afspraak aan tot er een nieuw plan is.",
    "The plan period is over. You keep to this agreement until there is a new plan.",
);
static OTHER_REGION: Text =
    t("Deze afspraak is van een andere regio.", "This is an agreement of another region.");
static NO_REGION: Text =
    t("Kies eerst een samenwerkingsverband.", "First choose a samenwerkingsverband.");
static FROM: Text = t("Geldt vanaf", "In force from");
static UNTIL: Text = t("Gold tot en met", "In force until");
static STRIVING: Text = t(
    "Dit is een streven, dus geen fout: het is iets om te bespreken.",
    "This is an aim, so not a failure: something to talk about.",
);
static PEOPLE: Text = t(
    "Geen regel weigert een kind: kijk samen wat nu nodig is.",
    "No rule refuses a child: look together what is needed now.",
);

/// Evaluates one rule into a trace that is cleared first and can be reused.
pub fn evaluate(
    rule: &Rule,
    facts: &Facts<'_>,
    context: &Context<'_>,
    trace: &mut Trace,
) -> Outcome {
    trace.clear();
    let mut eval = Eval { rule, facts, context, trace };
    if let Some(outcome) = eval.outside() {
        return outcome;
    }
    let outcome = (rule.decide)(&mut eval);
    eval.soften(outcome)
}

/// The only door through which a rule sees the world.
#[derive(Debug)]
pub struct Eval<'a> {
    rule: &'a Rule,
    facts: &'a Facts<'a>,
    context: &'a Context<'a>,
    trace: &'a mut Trace,
}

/// What a checklist holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checklist {
    pub yes: i64,
    pub no: i64,
    pub missing: i64,
}

macro_rules! readers {
    ($($name:ident: $variant:ident => $type:ty),* $(,)?) => {
        $(
            /// Reads a field by its place; `None` is written down as missing.
            pub fn $name(&mut self, field: u8) -> Option<$type> {
                match self.fact(field) {
                    Fact::$variant(value) => {
                        self.step(What::Input(field), 0);
                        Some(value)
                    }
                    _ => self.missing(Missing::Field(field)),
                }
            }
        )*
    };
}

impl<'a> Eval<'a> {
    readers! {
        yes_no: YesNo => bool,
        count: Count => i64,
        money: Money => Money,
        rate: Rate => Decimal,
        date: Date => NaiveDate,
        text: Text => &'a str,
        choice: Choice => u8,
        counts: Counts => &'a [i64],
        amounts: Amounts => &'a [Money],
        dates: Dates => &'a [NaiveDate],
    }

    pub fn today(&self) -> NaiveDate {
        self.context.today
    }

    /// Reads yes-or-no fields from the first on as a checklist: how many are there, and whether
    /// one is a no. A no is written down as what would change the outcome.
    pub fn checklist(&mut self, fields: u8) -> Checklist {
        let mut list = Checklist { yes: 0, no: 0, missing: 0 };
        for field in 0..fields {
            match self.yes_no(field) {
                Some(true) => list.yes += 1,
                Some(false) => list.no += 1,
                None => list.missing += 1,
            }
        }
        for field in 0..fields {
            if self.fact(field) == Fact::YesNo(false) {
                self.flip(field);
            }
        }
        list
    }

    /// The outcome of a checklist: a no decides, an open question leaves it unknown.
    pub fn complete(
        &mut self,
        fields: u8,
        complete: &'static Text,
        incomplete: &'static Text,
    ) -> Outcome {
        let list = self.checklist(fields);
        let outcome = match list {
            Checklist { no: 1.., .. } => self.fails(incomplete),
            Checklist { missing: 1.., .. } => self.unknown(),
            _ => self.meets(complete),
        };
        outcome.with(Val::Count(list.yes))
    }

    /// Writes down that the opposite of this yes-or-no would change the outcome.
    pub fn flip(&mut self, field: u8) {
        if let (Fact::YesNo(yes), Some(asked)) =
            (self.fact(field), self.rule.fields.get(usize::from(field)))
        {
            self.would_change(&asked.label, Val::YesNo(!yes));
        }
    }

    /// Writes down that something in this field would change the outcome.
    pub fn wanted(&mut self, field: u8) {
        if let Some(asked) = self.rule.fields.get(usize::from(field)) {
            self.would_change(&asked.label, Val::YesNo(true));
        }
    }

    /// Whether a field was filled in, without asking for it.
    pub fn has(&self, field: u8) -> bool {
        self.fact(field) != Fact::Missing
    }

    /// The row of a key on a day; a missing row is written down.
    pub fn parameter(&mut self, key: Key, on: NaiveDate) -> Option<Decimal> {
        let found = self.context.position(key, on);
        let row = found.and_then(|at| Some((at, self.context.parameters.row(at)?)));
        let Some((at, row)) = row else { return self.missing(Missing::Parameter(key, on)) };
        self.step(What::Parameter(at), 0);
        Some(row.value)
    }

    /// Whether there is a row, without asking for it.
    pub fn knows(&self, key: Key, on: NaiveDate) -> bool {
        self.context.position(key, on).is_some()
    }

    /// A value made from the last `parts` steps.
    pub fn made(&mut self, text: &'static Text, how: How, value: Val, parts: u16) {
        self.made_about(text, About::Nothing, how, value, parts);
    }

    pub fn made_about(
        &mut self,
        text: &'static Text,
        about: About,
        how: How,
        value: Val,
        parts: u16,
    ) {
        self.step(What::Made { text, about, value: Some(value), how }, parts);
    }

    /// A part of the rule that was looked at and does not apply; the text says why.
    pub fn not_applied(&mut self, text: &'static Text) {
        self.step(What::NotApplied(text), 0);
    }

    /// The nearest value or input that would change the outcome.
    pub fn would_change(&mut self, text: &'static Text, value: Val) {
        self.would_change_about(text, About::Nothing, value);
    }

    pub fn would_change_about(&mut self, text: &'static Text, about: About, value: Val) {
        self.step(What::WouldChange(text, about, value), 0);
    }

    /// A known contradiction between sources.
    pub fn finding(&mut self, id: &'static str, text: &'static Text) {
        self.step(What::Finding(id, text), 0);
    }

    /// Puts values in the trace as one list.
    pub fn list(&mut self, values: impl IntoIterator<Item = Val>) -> Val {
        let start = self.trace.list.len();
        self.trace.list.extend(values);
        let len = self.trace.list.len() - start;
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Val::List { start: small(start), len: small(len) }
    }

    /// The pot by weight, to the cent, as a list in the trace. `None` without weights.
    pub fn shares(&mut self, pot: Money, weights: &[i64]) -> Option<Val> {
        let mut divider = std::mem::take(&mut self.trace.divider);
        let amounts = divider.divide(pot, weights);
        let list =
            amounts.map(|amounts| self.list(amounts.iter().map(|amount| Val::Money(*amount))));
        self.trace.divider = divider;
        list
    }

    /// The values of a list that this evaluation made.
    pub fn values(&self, list: Val) -> &[Val] {
        match list {
            Val::List { start, len } => self.trace.values(start, len),
            _ => &[],
        }
    }

    pub fn meets(&self, sentence: &'static Text) -> Outcome {
        Outcome::of(Verdict::Voldoet, sentence)
    }

    pub fn fails(&self, sentence: &'static Text) -> Outcome {
        Outcome::of(Verdict::VoldoetNiet, sentence)
    }

    pub fn not_applicable(&self, sentence: &'static Text) -> Outcome {
        Outcome::of(Verdict::NietVanToepassing, sentence)
    }

    pub fn person(&self, sentence: &'static Text) -> Outcome {
        Outcome::of(Verdict::MensBeslist, sentence)
    }

    /// Something is missing: the trace says what.
    pub fn unknown(&self) -> Outcome {
        Outcome::of(Verdict::Onbekend, &MISSING)
    }

    /// The facts are there and cannot be right together.
    pub fn impossible(&self, sentence: &'static Text) -> Outcome {
        Outcome::of(Verdict::Onbekend, sentence)
    }

    fn fact(&self, field: u8) -> Fact<'a> {
        self.facts.get(usize::from(field)).copied().unwrap_or_default()
    }

    fn step(&mut self, what: What, parts: u16) {
        self.trace.steps.push(Step { what, parts });
    }

    fn missing<T>(&mut self, missing: Missing) -> Option<T> {
        self.step(What::Missing(missing), 0);
        None
    }

    /// Outside its days or its region a rule does not speak.
    fn outside(&mut self) -> Option<Outcome> {
        if !self.rule.valid.covers(self.context.today) {
            if !self.kept() {
                return Some(self.out_of_date());
            }
            self.not_applied(&KEPT);
        }
        if self.rule.regions.is_empty() {
            return None;
        }
        match self.context.region {
            Some(region) if self.rule.regions.contains(&region) => None,
            Some(_) => Some(self.not_applicable(&OTHER_REGION)),
            None => {
                self.step(What::Missing(Missing::Region), 0);
                Some(Outcome::of(Verdict::Onbekend, &NO_REGION))
            }
        }
    }

    /// Whether the rule has only ended, and people still keep to it.
    fn kept(&self) -> bool {
        let begun = self.rule.valid.from.is_none_or(|from| from <= self.context.today);
        self.context.kept && begun && self.rule.layer != Layer::Wet
    }

    fn out_of_date(&mut self) -> Outcome {
        self.not_applied(&OUT_OF_DATE);
        if let Some(from) = self.rule.valid.from {
            self.would_change(&FROM, Val::Date(from));
        }
        if let Some(until) = self.rule.valid.until {
            self.would_change(&UNTIL, Val::Date(until));
        }
        self.not_applicable(&OUT_OF_DATE)
    }

    /// A *streven* never fails, and no rule refuses a child: both become something to talk about.
    fn soften(&mut self, outcome: Outcome) -> Outcome {
        if outcome.verdict != Verdict::VoldoetNiet {
            return outcome;
        }
        if self.rule.about_a_child {
            self.not_applied(&PEOPLE);
        } else if self.rule.layer == Layer::Streven {
            self.not_applied(&STRIVING);
        } else {
            return outcome;
        }
        Outcome { verdict: Verdict::MensBeslist, signal: true, ..outcome }
    }
}

impl Outcome {
    const fn of(verdict: Verdict, sentence: &'static Text) -> Self {
        Self { verdict, signal: false, value: None, sentence }
    }

    #[must_use]
    pub const fn with(self, value: Val) -> Self {
        Self { value: Some(value), ..self }
    }

    #[must_use]
    pub const fn and_signal(self) -> Self {
        Self { signal: true, ..self }
    }
}
