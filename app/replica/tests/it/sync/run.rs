//! Runs a seed. A failing one is made smaller and printed with its actions.

use super::plan::Plan;
use super::planted::Planted;
use super::world::World;

pub(crate) fn outcome(seed: u64, planted: Planted) -> Result<(), String> {
    World::run(Plan::of(seed, planted))
}

pub(crate) fn one(seed: u64, planted: Planted) {
    let plan = Plan::of(seed, planted);
    if let Err(broken) = World::run(plan.clone()) {
        let (plan, broken) = shrink(plan, broken);
        let actions: Vec<_> =
            plan.actions.iter().map(|(at, action)| format!("  {at:>6} {action:?}")).collect();
        panic!(
            "seed {seed}: {broken}\n{} devices, evil {:?}, {:?}\n{}\nAgain: SEED={seed}",
            plan.devices,
            plan.evil,
            plan.faults,
            actions.join("\n")
        );
    }
}

/// Leaves out actions as long as it goes on failing.
fn shrink(mut plan: Plan, mut broken: String) -> (Plan, String) {
    let mut size = plan.actions.len().div_ceil(2);
    while size > 0 {
        let mut at = 0;
        while at < plan.actions.len() {
            let mut smaller = plan.clone();
            smaller.actions.drain(at..(at + size).min(plan.actions.len()));
            match World::run(smaller.clone()) {
                Err(still) => (plan, broken) = (smaller, still),
                Ok(()) => at += size,
            }
        }
        size /= 2;
    }
    (plan, broken)
}
