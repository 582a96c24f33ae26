//! Bugs that the simulator must find, planted at the ports: a test of the tests.

use super::run;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Planted {
    Nothing,
    /// The store says yes before it wrote.
    AckOnSuccess,
    /// The store was full, and nobody listened.
    IgnoreAbort,
    /// A batch is written in two halves.
    TornBatch,
    /// A store that cannot be read is taken for an empty one.
    EmptyLoad,
    /// The random source starts again after a restart.
    ReuseNonce,
    /// The lock between tabs is missing.
    TwoWriters,
    /// What does not follow at once is thrown away.
    DropInsteadOfPending,
    /// An older key after a newer one is fine.
    AcceptLowerEpoch,
    /// Anybody may write anything.
    SkipRoleCheck,
    /// The relay says yes before it wrote.
    RelayAcksFirst,
    /// The relay says yes and keeps nothing.
    RelayLies,
    /// The relay throws away what it thinks that everybody has.
    PruneTooEarly,
    /// The relay throws away more than the snapshot holds.
    PruneTooFar,
    /// The relay keeps what was erased.
    KeepErased,
}

/// Each must be found within this many seeds.
const SEEDS: u64 = 400;

fn found(planted: Planted) {
    let broken = |seed| run::outcome(seed, planted).err().map(|broken| (seed, broken));
    let found = (0..SEEDS).find_map(broken);
    println!("{planted:?}: {found:?}");
    assert!(found.is_some(), "{planted:?} was not found in {SEEDS} seeds");
}

macro_rules! planted {
    ($($test:ident: $bug:ident,)*) => {
        $(#[test]
        fn $test() {
            found(Planted::$bug);
        })*
    };
}

planted! {
    a_store_that_says_yes_too_early_is_found: AckOnSuccess,
    a_full_store_that_is_ignored_is_found: IgnoreAbort,
    a_torn_batch_is_found: TornBatch,
    a_failed_load_taken_for_empty_is_found: EmptyLoad,
    a_nonce_used_twice_is_found: ReuseNonce,
    two_writers_of_one_chain_are_found: TwoWriters,
    dropping_what_must_wait_is_found: DropInsteadOfPending,
    accepting_a_lower_epoch_is_found: AcceptLowerEpoch,
    skipping_the_role_check_is_found: SkipRoleCheck,
    a_relay_that_acknowledges_before_its_commit_is_found: RelayAcksFirst,
    a_relay_that_lies_in_its_acknowledgements_is_found: RelayLies,
    pruning_too_early_is_found: PruneTooEarly,
    pruning_more_than_a_snapshot_holds_is_found: PruneTooFar,
    a_relay_that_keeps_what_was_erased_is_found: KeepErased,
}
