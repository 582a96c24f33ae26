//! What happens in one run: drawn from the seed, so that it can be played again and made smaller.

use chacha20::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use replica::role::Role;

use super::planted::Planted;

/// How long things happen and go wrong, in milliseconds.
pub(crate) const STORM: u64 = 90_000;

/// How long after that everything must have come right (L1).
pub(crate) const CALM: u64 = 60_000;

#[derive(Clone, Debug)]
pub(crate) enum Action {
    Write {
        device: usize,
        part: usize,
    },
    Offline {
        device: usize,
        millis: u64,
    },
    /// The process is killed and starts again.
    Crash {
        device: usize,
    },
    /// Another tab takes over.
    TakeOver {
        device: usize,
    },
    Quota {
        device: usize,
        millis: u64,
    },
    /// A local snapshot, from which the next start begins.
    Snapshot {
        device: usize,
        part: usize,
    },
    /// A snapshot for everybody, below which all may go.
    Share {
        device: usize,
        part: usize,
    },
    /// Everything goes, everywhere.
    Erase {
        by: usize,
    },
    /// Gone until the storm is over, and nothing is kept for it.
    Away {
        device: usize,
    },
    RelayDown {
        millis: u64,
    },
    RelayDies {
        kept: bool,
    },
    Backup,
    Restore {
        new_epoch: bool,
    },
    Add {
        device: usize,
    },
    Remove {
        by: usize,
        device: usize,
    },
    SetRole {
        by: usize,
        device: usize,
        role: Role,
    },
    Rotate {
        by: usize,
    },
    /// The last device does what it may not.
    Evil {
        older_key: bool,
    },
}

/// The faults of this run: a random part of all (swarm).
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Faults {
    pub(crate) lose: bool,
    pub(crate) twice: bool,
    pub(crate) late: bool,
    pub(crate) flip: bool,
    pub(crate) slow_disk: bool,
    pub(crate) bad_reads: bool,
    pub(crate) skew: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) seed: u64,
    pub(crate) planted: Planted,
    pub(crate) devices: usize,
    pub(crate) faults: Faults,
    /// The last device is not honest.
    pub(crate) evil: Option<Role>,
    pub(crate) actions: Vec<(u64, Action)>,
}

pub(crate) struct Dice(pub(crate) ChaCha20Rng);

impl Dice {
    pub(crate) fn new(seed: u64, stream: u64) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        bytes[8..16].copy_from_slice(&stream.to_le_bytes());
        Self(ChaCha20Rng::from_seed(bytes))
    }

    pub(crate) fn below(&mut self, most: u64) -> u64 {
        self.0.next_u64() % most.max(1)
    }

    pub(crate) fn index(&mut self, most: usize) -> usize {
        self.below(most as u64) as usize
    }

    /// True `percent` times in a hundred.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

impl Plan {
    pub(crate) fn of(seed: u64, planted: Planted) -> Self {
        let mut dice = Dice::new(seed, 1);
        let devices = 2 + dice.index(3) + if dice.chance(15) { dice.index(4) } else { 0 };
        let faults = Faults {
            lose: dice.chance(50),
            twice: dice.chance(50),
            late: dice.chance(50),
            flip: dice.chance(25),
            slow_disk: dice.chance(50),
            bad_reads: dice.chance(25),
            skew: dice.chance(25),
        };
        let evil = (devices > 2 && dice.chance(30))
            .then(|| if dice.chance(50) { Role::Lezen } else { Role::Bewerken });
        let mut plan = Self { seed, planted, devices, faults, evil, actions: Vec::new() };
        plan.fill(&mut dice);
        plan.actions.sort_by_key(|(at, _)| *at);
        plan
    }

    fn fill(&mut self, dice: &mut Dice) {
        let n = self.devices;
        for device in 1..n {
            let at = if dice.chance(80) { 0 } else { dice.below(STORM / 2) };
            self.actions.push((at, Action::Add { device }));
        }
        let writers = n - usize::from(self.evil.is_some());
        for _ in 0..6 + dice.below(14) {
            let action = Action::Write { device: dice.index(writers), part: dice.index(2) };
            self.at(dice, action);
        }
        if dice.chance(60) {
            for _ in 0..2 + dice.below(6) {
                let action = Action::Snapshot { device: dice.index(n), part: dice.index(2) };
                self.at(dice, action);
            }
        }
        if dice.chance(50) {
            for _ in 0..1 + dice.below(4) {
                let action = Action::Share { device: dice.index(2.min(n)), part: dice.index(2) };
                self.at(dice, action);
            }
            if n > 2 && dice.chance(40) {
                let action = Action::Away { device: 1 + dice.index(n - 1) };
                self.at(dice, action);
            }
        }
        let kinds: Vec<bool> = (0..9).map(|_| dice.chance(35)).collect();
        for (kind, _) in kinds.iter().enumerate().filter(|(_, on)| **on) {
            for _ in 0..=dice.below(2) {
                let device = dice.index(n);
                let millis = 500 + dice.below(20_000);
                let by = dice.index(2.min(n));
                let action = match kind {
                    0 => Action::Offline { device, millis },
                    1 => Action::Crash { device },
                    2 => Action::TakeOver { device },
                    3 => Action::Quota { device, millis },
                    4 => Action::RelayDown { millis },
                    5 => Action::RelayDies { kept: dice.chance(50) },
                    6 => {
                        self.at(dice, Action::Backup);
                        Action::Restore { new_epoch: dice.chance(70) }
                    }
                    7 if n > 2 => Action::Remove { by, device: 1 + dice.index(n - 1) },
                    _ if n > 2 && dice.chance(50) => {
                        let roles = [Role::Lezen, Role::Bewerken];
                        let device = 2 + dice.index(n - 2);
                        Action::SetRole { by, device, role: roles[dice.index(2)] }
                    }
                    _ => Action::Rotate { by },
                };
                self.at(dice, action);
            }
        }
        // A relay that is put back to before an erasure must hear of it from its own keeper.
        if dice.chance(10)
            && !self.actions.iter().any(|(_, one)| matches!(one, Action::Restore { .. }))
        {
            let by = dice.index(2.min(n));
            self.actions.push((STORM / 2 + dice.below(STORM / 2), Action::Erase { by }));
        }
        if self.evil.is_some() {
            let older_key = dice.chance(60);
            if older_key {
                self.actions.push((STORM / 3, Action::Rotate { by: 0 }));
            }
            self.actions.push((STORM * 2 / 3 + dice.below(STORM / 4), Action::Evil { older_key }));
        }
    }

    fn at(&mut self, dice: &mut Dice, action: Action) {
        self.actions.push((1_000 + dice.below(STORM - 1_000), action));
    }
}
