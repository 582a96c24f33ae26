//! How fast rules answer with their explanation, and how fast a scenario is worked out. One program twice: natively it
//! times itself and prints; in a browser the page calls `explain_rounds` and `simulate_rounds` and keeps the time.

#![allow(unsafe_code, clippy::expect_used)] // ok: exported names for the page; the bench may stop on a broken case file

use std::sync::OnceLock;

use chrono::NaiveDate;
use rules::budget::{Baseline, Cell, LeverId, LeverKey, LineId, Scenario, Settings, simulate};
use rules::parameter::Parameters;
use rules::region::regions;
use rules::rule::{Context, Fact, Rule, Sheet, Trace, Verdict, evaluate, rule};

/// Situations of different kinds: a threshold, a share, a date, a list, a time limit.
const SITUATIONS: [&str; 8] = [
    include_str!("../../../tests/cases/rules/res-02.json"),
    include_str!("../../../tests/cases/rules/res-03.json"),
    include_str!("../../../tests/cases/rules/fin-05.json"),
    include_str!("../../../tests/cases/rules/fin-13.json"),
    include_str!("../../../tests/cases/rules/l-36.json"),
    include_str!("../../../tests/cases/rules/niv-08.json"),
    include_str!("../../../tests/cases/rules/wgb-08.json"),
    include_str!("../../../tests/cases/rules/kwa-12.json"),
];

struct Question {
    rule: &'static Rule,
    facts: Vec<Fact<'static>>,
}

struct Prepared {
    context: Context<'static>,
    questions: Vec<Question>,
    parameters: &'static Parameters,
    baseline: Baseline,
    settings: Settings,
}

fn prepared() -> &'static Prepared {
    static PREPARED: OnceLock<Prepared> = OnceLock::new();
    PREPARED.get_or_init(|| {
        let parameters: &'static Parameters =
            Box::leak(Box::new(Parameters::national().expect("the national rows read")));
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).expect("a day");
        let context = Context::new(today, Some("ppo-nk"), parameters);
        let questions = SITUATIONS.iter().flat_map(|text| questions(text)).collect();
        Prepared {
            context,
            questions,
            parameters,
            baseline: baseline(),
            settings: Settings::default(),
        }
    })
}

/// Every case of a file that has facts.
fn questions(text: &str) -> Vec<Question> {
    let file: serde_json::Value = serde_json::from_str(text).expect("a case file");
    let asked = rule(file["rule"].as_str().expect("a rule id")).expect("a rule of the registry");
    let facts = file["cases"].as_array().expect("cases").iter().filter_map(|case| {
        let facts = case["facts"].as_object()?;
        let sheet: &'static Sheet = Box::leak(Box::new(Sheet::parse(asked, facts).ok()?));
        Some(Question { rule: asked, facts: sheet.facts() })
    });
    facts.collect()
}

/// PPO-NK from next year on, with what the plan hints at.
fn baseline() -> Baseline {
    let regions = regions().expect("the region files read");
    let region = regions.iter().find(|region| region.slug == "ppo-nk").expect("PPO-NK");
    let mut baseline = rules::budget::baseline::from_region(region, 2027);
    for year in 2025..=2031 {
        baseline.accept(rules::budget::assumptions_from_plan(region, year));
    }
    baseline
}

/// Answers questions in turn, each with its trace, and gives how many said *voldoet*.
#[unsafe(no_mangle)]
pub extern "C" fn explain_rounds(rounds: u32) -> u32 {
    let prepared = prepared();
    let mut trace = Trace::default();
    let mut met = 0;
    for question in prepared.questions.iter().cycle().take(rounds as usize) {
        let outcome = evaluate(question.rule, &question.facts, &prepared.context, &mut trace);
        met += u32::from(outcome.verdict == Verdict::Voldoet);
    }
    met
}

/// Turns one lever a little further each round and works the whole scenario out.
#[unsafe(no_mangle)]
pub extern "C" fn simulate_rounds(rounds: u32) -> u32 {
    let prepared = prepared();
    let mut known = 0;
    for round in 0..rounds {
        let mut scenario = Scenario::new("meting");
        let key = LeverKey::every_year(LeverId::InflowSo1);
        let _ = scenario.set(key, i64::from(round % 100));
        let outcome =
            simulate(&prepared.baseline, &scenario, prepared.parameters, &prepared.settings);
        known += u32::from(outcome.money(Cell::Year(LineId::CostSo, 2027)).is_some());
    }
    known
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    let explained = per_second(explain_rounds, 4_000_000);
    let simulated = per_second(simulate_rounds, 4_000);
    println!("{{\"explained\": {explained}, \"simulated\": {simulated}}}");
}

/// Rounds per second, the best of five.
#[cfg(not(target_arch = "wasm32"))]
fn per_second(run: extern "C" fn(u32) -> u32, rounds: u32) -> u128 {
    run(rounds / 10);
    let once = || {
        let start = std::time::Instant::now();
        std::hint::black_box(run(std::hint::black_box(rounds)));
        u128::from(rounds) * 1_000_000_000 / start.elapsed().as_nanos().max(1)
    };
    (0..5).map(|_| once()).max().unwrap_or_default()
}
