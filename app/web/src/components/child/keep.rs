//! Where what children say is kept: in the pool of the adult's own device until the adult looks, sealed on a tablet of a
//! class set that cannot open it again, or with whoever asked.

use std::collections::BTreeMap;

use leptos::prelude::*;
use model::inbreng::Contribution;
use model::inbreng::pool::{Pool, Seed};
use model::inbreng::set::{Held, Invite, NotTaken};

use crate::platform::{random, tab};
use crate::state::AppState;

/// Where it is kept. `Copy`; handed around.
#[derive(Clone, Copy)]
pub enum Keep {
    /// On the device of who is in, for a council.
    Here { app: AppState, council: Memo<String> },
    /// On a tablet that is nobody's.
    Sealed(Sealed),
    /// With who asked: what it answers tells whether it is kept.
    Given { app: AppState, take: Callback<Vec<Contribution>, bool> },
}

/// What a tablet of the set holds: what is asked, and what was said, sealed.
#[derive(Clone, Copy)]
pub struct Sealed {
    pub invite: RwSignal<Option<Invite>>,
    pub gifts: RwSignal<Held>,
}

impl Keep {
    /// Keeps what one child said; nothing of a child that did not join in.
    pub async fn keep(self, said: Option<Vec<Contribution>>) -> bool {
        let Some(said) = said else { return true };
        match self {
            Self::Here { app, council } => {
                put(app, council, |pool, seed| pool.add(said, seed)).await
            }
            Self::Sealed(sealed) => sealed.put(|invite, rng| invite.seal(said, rng)),
            Self::Given { take, .. } => take.run(said),
        }
    }

    /// Keeps what was said at a placemat of a question, by so many children.
    pub async fn at_placemat(self, question: &str, children: u32, said: Vec<Contribution>) -> bool {
        match self {
            Self::Here { app, council } => {
                let act = |pool: &mut Pool, seed: &Seed| {
                    pool.add_placemat(question, children, said, seed);
                };
                put(app, council, act).await
            }
            Self::Sealed(sealed) => {
                sealed.put(|invite, rng| invite.seal_placemat(question, children, said, rng))
            }
            Self::Given { take, .. } => take.run(said),
        }
    }

    /// Adds the dots of a whole round of so many children to the sum.
    pub async fn vote(self, dots: &BTreeMap<String, u32>, children: u32) -> bool {
        let Self::Here { app, council } = self else { return false };
        put(app, council, |pool, _| pool.vote(dots, children)).await
    }

    /// Whether an adult is in on this tablet, who comes back with a PIN.
    pub const fn is_own(self) -> bool {
        !matches!(self, Self::Sealed(_))
    }

    /// While children are busy, the device of an adult waits longer before it locks by itself.
    pub fn hold_talk(self, on: bool) {
        if let Self::Here { app, .. } | Self::Given { app, .. } = self {
            app.hold_talk(on);
        }
    }

    /// Where locking did not work, no page of the adult is shown until it does.
    pub fn shut(self) {
        if let Self::Here { app, .. } | Self::Given { app, .. } = self {
            let _ = app.shut.try_set(true);
        }
    }

    /// Whoever leaves is not in the app of an adult. On a tablet that is nobody's, nobody is in.
    pub async fn lock(self) -> bool {
        match self {
            Self::Here { app, .. } | Self::Given { app, .. } => app.lock().await.is_ok(),
            Self::Sealed(_) => true,
        }
    }
}

async fn put(app: AppState, council: Memo<String>, act: impl FnOnce(&mut Pool, &Seed)) -> bool {
    let id = council.get_untracked();
    let Some(seed) = random::bytes() else { return false };
    let Ok(mut pool) = app.pool(&id).await else { return false };
    act(&mut pool, &seed);
    app.keep_pool(&id, &pool).await.is_ok()
}

impl Sealed {
    fn put(
        self,
        seal: impl FnOnce(&Invite, &mut random::Generator) -> Result<Vec<Vec<u8>>, NotTaken>,
    ) -> bool {
        let (Some(invite), Some(mut rng)) = (self.invite.get_untracked(), random::generator())
        else {
            return false;
        };
        let Ok(new) = seal(&invite, &mut rng) else { return false };
        self.hold(Self::kept().with(new))
    }

    /// What lies on this tablet: another tab of it may have put something there.
    pub fn kept() -> Held {
        Held::kept(tab::gifts())
    }

    /// Before anything of it can leave, by whichever way.
    pub fn fill_up(self) {
        let gifts = self.gifts.get_untracked();
        let (false, Some(invite), Some(mut rng)) =
            (gifts.is_whole(), self.invite.get_untracked(), random::generator())
        else {
            return;
        };
        let Ok(whole) = gifts.whole(&invite, &mut rng) else { return };
        // Where the tab has no room for it, it is filled up for as long as this page is open.
        if !self.hold(whole.clone()) {
            self.gifts.set(whole);
        }
    }

    /// Keeps these and no others.
    pub fn hold(self, all: Held) -> bool {
        let kept = tab::keep_gifts(all.pieces());
        if kept {
            let _ = self.gifts.try_set(all);
        }
        kept
    }
}
