//! Where what children say is kept until an adult looks: in the pool of the adult's own device, or sealed on a tablet of a
//! class set that cannot open it again.

use std::collections::BTreeMap;

use leptos::prelude::*;
use model::inbreng::Contribution;
use model::inbreng::set::Invite;

use crate::pages::leerlingenraad::room::Council;
use crate::platform::{random, tab};

/// Where it is kept. `Copy`; handed around.
#[expect(
    clippy::large_enum_variant,
    reason = "one of it lives on a page, and leaving needs it after the signals have gone"
)]
#[derive(Clone, Copy)]
pub enum Keep {
    /// On the device of who is in.
    Here(Council),
    /// On a tablet that is nobody's.
    Sealed(Sealed),
}

/// What a tablet of the set holds: what is asked, and what was said, sealed.
#[derive(Clone, Copy)]
pub struct Sealed {
    pub invite: RwSignal<Option<Invite>>,
    pub gifts: RwSignal<Vec<Vec<u8>>>,
}

impl Keep {
    /// Keeps what one child said; nothing of a child that did not join in.
    pub async fn keep(self, said: Option<Vec<Contribution>>) -> bool {
        let Some(said) = said else { return true };
        match self {
            Self::Here(council) => {
                let (id, app) = (council.id.get_untracked(), council.room.app);
                let Some(seed) = random::bytes() else { return false };
                let Ok(mut pool) = app.pool(&id).await else { return false };
                pool.add(said, &seed);
                app.keep_pool(&id, &pool).await.is_ok()
            }
            Self::Sealed(sealed) => {
                let (Some(invite), Some(mut rng)) =
                    (sealed.invite.get_untracked(), random::generator())
                else {
                    return false;
                };
                let Ok(new) = invite.seal(said, &mut rng) else { return false };
                sealed.gifts.update(|gifts| gifts.extend(new));
                sealed.gifts.with_untracked(|gifts| tab::keep_gifts(gifts))
            }
        }
    }

    /// Adds one child's dots to the sum.
    pub async fn vote(self, dots: &BTreeMap<String, u32>) -> bool {
        let Self::Here(council) = self else { return false };
        let (id, app) = (council.id.get_untracked(), council.room.app);
        let Ok(mut pool) = app.pool(&id).await else { return false };
        pool.vote(dots);
        app.keep_pool(&id, &pool).await.is_ok()
    }

    /// Whoever leaves is not in the app of an adult. On a tablet that is nobody's, nobody is in.
    pub async fn lock(self) -> bool {
        match self {
            Self::Here(council) => council.room.app.lock().await.is_ok(),
            Self::Sealed(_) => true,
        }
    }
}
