//! Where does this child's question belong? One question after another, from what a child needs to a level and a route, with
//! the rule behind each answer. It always ends in a next step and never in a refusal; people decide.
//!
//! Nothing is kept and no child is named: answers come in, a path goes out.

use std::collections::{BTreeMap, BTreeSet};

use rules::rule::{Answer, Context, Field, Sheet, Verdict, explain, rule};
use rules::text::{Text, t};
use rules::value::Value;
use serde::{Deserialize, Serialize};

use crate::table::named;

named! {
    /// What somebody also thinks of, besides a level and a route.
    Idea {
        Inclusieondersteuner => "inclusieondersteuner", "Iemand die in de klas komt helpen", "Somebody who comes to help in the classroom";
        Tijdelijk => "tijdelijk", "Een tijd ergens anders, om te kijken wat past", "A time somewhere else, to see what fits";
        Zorg => "zorg", "Onderwijs en zorg samen", "Education and care together";
    }
}

/// A question: a field of a rule. Rules that ask the same share one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Question {
    pub rule: &'static str,
    pub field: &'static str,
}

/// What somebody answered so far. What is not there is not known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    answers: BTreeMap<Question, Value>,
    pub ideas: BTreeSet<Idea>,
}

/// A rule that was passed, with what it says and why.
#[derive(Clone, Debug)]
pub struct Station {
    pub answer: Answer,
}

/// Which levels it comes down to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Level 0 or 1: the school itself.
    School,
    /// Level 2 or 3: extra support, from the budget of the werkgebied.
    Extra,
    /// Level 4: a school for SO or SBO.
    Special,
}

/// The path so far.
#[derive(Clone, Debug)]
pub struct Path {
    /// In the order in which they were passed.
    pub stations: Vec<Station>,
    pub level: Option<Level>,
    /// What to answer next; nothing at the end.
    pub question: Option<Question>,
    /// What to do next, first things first, each with the rule that it comes from. Never empty.
    pub steps: Vec<(Option<&'static str>, Text)>,
    /// Rules that hold once people chose this: for who carries it out, and not for where the question belongs.
    pub afterwards: Vec<&'static str>,
}

/// The questions that rules share, by the rule that asks first.
const SHARED: &[(&str, &str, &str)] =
    &[("NIV-06", "vernieuwing", "NIV-05"), ("NIV-06", "scholen", "NIV-05")];

/// What is asked of whoever stands in a region whose agreements we do not have, or before anything was answered.
const CALL: Text = t(
    "Bel de consulent van je samenwerkingsverband en vertel wat het kind nodig heeft.",
    "Call the consultant of your samenwerkingsverband and tell what the child needs.",
);
const BEGIN: Text = t(
    "Begin zo snel mogelijk. Spreek af wie het doet en wanneer jullie met ouders en kind terugkijken.",
    "Begin as soon as possible. Agree who does it and when you look back with parents and child.",
);
const DOSSIER: Text = t(
    "Maak met ouders, kind en consulent een TOP dossier en neem de vraag mee naar het werkgebied.",
    "Make a TOP dossier with parents, child and consultant, and take the question to the werkgebied.",
);
const MEET: Text = t(
    "Plan een MDO met ouders, school en consulent. Wat het kind er zelf van vindt hoort daarbij.",
    "Plan an MDO with parents, school and consultant. What the child thinks belongs there.",
);
const RENEW: Text = t(
    "Vraag het werkgebied of deze vernieuwing nodig is. De hulp voor dit kind wacht daar niet op.",
    "Ask the werkgebied whether this innovation is needed. The help for this child does not wait for it.",
);

impl Question {
    /// The field that the screen shows.
    pub fn shown(self) -> Option<&'static Field> {
        rule(self.rule)?.fields.iter().find(|field| field.name == self.field)
    }

    /// The question behind a field of a rule.
    fn of(rule: &'static str, field: &'static str) -> Self {
        let shared = SHARED.iter().find(|(other, name, _)| *other == rule && *name == field);
        Self { rule: shared.map_or(rule, |(_, _, first)| first), field }
    }
}

impl Said {
    /// Answers a question, or takes the answer back.
    pub fn say(&mut self, question: Question, answer: Option<Value>) {
        match answer {
            Some(answer) => self.answers.insert(question, answer),
            None => self.answers.remove(&question),
        };
    }

    fn to(&self, question: Question) -> Option<&Value> {
        self.answers.get(&question)
    }
}

/// The path for what was said. Make the context for today and the region.
pub fn path(said: &Said, context: &Context<'_>) -> Path {
    let mut walk = Walk { said, context, stations: Vec::new(), question: None };
    let level = walk.all();
    let steps = walk.steps(level);
    let afterwards = afterwards(said, level);
    Path { stations: walk.stations, level, question: walk.question, steps, afterwards }
}

struct Walk<'a> {
    said: &'a Said,
    context: &'a Context<'a>,
    stations: Vec<Station>,
    question: Option<Question>,
}

impl Walk<'_> {
    /// Passes the rules in order, until one has a question. `None` is: stop here.
    fn all(&mut self) -> Option<Level> {
        self.pass("ROL-06", &[]).ok()?;
        self.pass("BAS-03", &[]).ok()?;
        let found = self.pass("NIV-01", &[]).ok()?;
        let level = level(&found);
        // A level that is known stays known, whatever is asked after it. Where a region has no levels here, it may still have
        // agreements about what somebody thinks of.
        let _ = match level {
            Some(level) => self.rest(level),
            None => self.ideas(None),
        };
        level
    }

    fn rest(&mut self, level: Level) -> Result<(), Asks> {
        if level == Level::School {
            return Ok(());
        }
        self.pass("NIV-02", &[])?;
        if level == Level::Extra {
            let one = self.pass("NIV-05", &[])?;
            let several = self.count("scholen").is_some_and(|schools| schools > 1);
            if one.verdict == Verdict::NietVanToepassing && several && !self.renews() {
                self.pass("NIV-06", &[])?;
            }
            self.pass("NIV-09", &[])?;
        }
        self.ideas(Some(level))?;
        self.pass("NIV-08", &["budget", "kosten"]).map(drop)
    }

    fn ideas(&mut self, level: Option<Level>) -> Result<(), Asks> {
        let thinks_of = |idea| self.said.ideas.contains(&idea);
        let (helper, temporary, care) = (
            thinks_of(Idea::Inclusieondersteuner),
            thinks_of(Idea::Tijdelijk),
            thinks_of(Idea::Zorg),
        );
        if helper {
            for id in ["INC-03", "INC-04", "INC-01"] {
                self.pass(id, &[])?;
            }
        }
        if temporary {
            let own = ["TYD-03", "TYD-02"];
            let secondary = ["BTV-05", "BTV-04", "BTV-02", "BTV-03"];
            for id in own.into_iter().chain(secondary) {
                self.pass(id, &[])?;
            }
        }
        if care {
            let niveau = (level == Some(Level::Special)).then_some(("niveau", Value::Count(4)));
            self.pass_with("OZA-01", &[], niveau)?;
            self.pass("OZA-07", &[])?;
        }
        Ok(())
    }

    fn pass(&mut self, id: &'static str, optional: &[&str]) -> Result<Answer, Asks> {
        self.pass_with(id, optional, None)
    }

    /// Asks one rule. One that does not hold here or today says nothing and is no station.
    fn pass_with(
        &mut self,
        id: &'static str,
        optional: &[&str],
        known: Option<(&'static str, Value)>,
    ) -> Result<Answer, Asks> {
        let rule = rule(id).ok_or(Asks)?;
        let mut sheet = Sheet::new(rule);
        for field in rule.fields {
            let known =
                known.as_ref().filter(|(name, _)| *name == field.name).map(|(_, value)| value);
            let said = known.or_else(|| self.said.to(Question::of(id, field.name)));
            if let Some(value) = said {
                // An answer that does not fit the field is no answer: the question comes again.
                let _ = sheet.set(field.name, Some(value.clone()));
            }
        }
        let answer = explain(rule, &sheet.facts(), self.context);
        let here = self.context.region.is_some_and(|region| rule.regions.contains(&region));
        let asks = answer.missing.iter().find_map(|name| {
            let field = rule.fields.iter().find(|field| field.name == name)?;
            (!optional.contains(&field.name)).then(|| Question::of(id, field.name))
        });
        let speaks = here && !answer.receipt.inputs.is_empty();
        if speaks {
            self.stations.push(Station { answer: answer.clone() });
        }
        match asks {
            Some(question) if answer.verdict == Verdict::Onbekend => {
                self.question = Some(question);
                Err(Asks)
            }
            _ => Ok(answer),
        }
    }

    fn count(&self, field: &'static str) -> Option<i64> {
        match self.said.to(Question { rule: "NIV-05", field })? {
            Value::Count(count) => Some(*count),
            _ => None,
        }
    }

    fn renews(&self) -> bool {
        let question = Question { rule: "NIV-05", field: "vernieuwing" };
        self.said.to(question) == Some(&Value::YesNo(true))
    }

    /// What people have to look at comes first, then what always follows from the level.
    fn steps(&self, level: Option<Level>) -> Vec<(Option<&'static str>, Text)> {
        let provider =
            |answer: &Answer| answer.rule == "ROL-06" && answer.verdict == Verdict::Voldoet;
        let weighs = |answer: &Answer| answer.verdict == Verdict::MensBeslist || provider(answer);
        let answers = self.stations.iter().map(|station| &station.answer);
        let mut steps: Vec<_> = answers
            .filter(|answer| weighs(answer))
            .map(|answer| (Some(answer.rule), answer.sentence))
            .collect();
        if level == Some(Level::Extra) && self.renews() {
            steps.push((Some("NIV-07"), RENEW));
        }
        steps.push(match level {
            None => (None, CALL),
            Some(Level::School) => (Some("BAS-11"), BEGIN),
            Some(Level::Extra) => (Some("TOP-02"), DOSSIER),
            Some(Level::Special) => (Some("TOP-08"), MEET),
        });
        steps
    }
}

/// What also holds once people chose it.
fn afterwards(said: &Said, level: Option<Level>) -> Vec<&'static str> {
    let with_others: &[&str] =
        if matches!(level, Some(Level::Extra | Level::Special)) { &["NIV-03"] } else { &[] };
    let of = |idea: &Idea| -> &[&'static str] {
        match idea {
            Idea::Inclusieondersteuner => &["INC-02"],
            Idea::Tijdelijk => &["TYD-01", "TYD-04", "TYD-05", "BTV-01"],
            Idea::Zorg => &["OZA-02", "OZA-03", "OZA-04", "OZA-05", "OZA-06"],
        }
    };
    with_others.iter().chain(said.ideas.iter().flat_map(of)).copied().collect()
}

/// A question is open: the path waits for its answer.
struct Asks;

fn level(answer: &Answer) -> Option<Level> {
    let Some(Value::Words(words)) = answer.value.as_ref() else { return None };
    match words.nl {
        "niveau 0" | "niveau 1" => Some(Level::School),
        "niveau 2 of 3" => Some(Level::Extra),
        "niveau 4" => Some(Level::Special),
        _ => None,
    }
}
