//! A seeded simulator: devices, a relay and everything that goes wrong between them, in one thread.
//! `SEEDS=n` runs more seeds; `SEED=n` runs one and prints what happens.

mod check;
mod device;
mod disk;
mod plan;
mod planted;
mod run;
mod world;

use planted::Planted;

/// How many seeds an ordinary `cargo test` takes. `cargo xtask test` asks for 2,000.
const SEEDS: u64 = 400;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

fn half(number_of: u64, halves: u64) {
    if let Some(seed) = number("SEED") {
        return run::one(seed, Planted::Nothing);
    }
    let seeds = number("SEEDS").unwrap_or(SEEDS);
    for seed in (0..seeds).filter(|seed| seed % halves == number_of) {
        run::one(seed, Planted::Nothing);
    }
}

#[test]
fn the_runs_reach_snapshots_pruning_newcomers_and_erasure() {
    let runs = (0..200).map(|seed| world::World::reaches(plan::Plan::of(seed, Planted::Nothing)));
    let mut all = check::Reached::default();
    for run in runs {
        all.started_from_snapshot += run.started_from_snapshot;
        all.pruned += run.pruned;
        all.took_snapshot += run.took_snapshot;
        all.erased += run.erased;
    }
    println!("{all:?}");
    assert!(all.started_from_snapshot >= 10 && all.pruned >= 20, "{all:?}");
    assert!(all.took_snapshot >= 1 && all.erased >= 5, "{all:?}");
}

#[test]
fn every_promise_holds_in_every_even_seed() {
    half(0, 2);
}

#[test]
fn every_promise_holds_in_every_odd_seed() {
    half(1, 2);
}
