//! What waits on this device for the adult's look, for the pages that show and change it. Two changes close after each other
//! both count: the second builds on the first, also when the disk has not answered yet.

use leptos::prelude::*;
use model::inbreng::pool::Pool;

use super::room::Council;
use crate::platform::spawn;
use crate::texts::leerlingenraad as words;

/// `Copy`; handed around.
#[derive(Clone, Copy)]
pub struct Waiting {
    pub council: Council,
    /// Nothing until it was read.
    pub pool: RwSignal<Option<Pool>>,
    busy: StoredValue<bool>,
}

impl Waiting {
    /// Reads what waits of a council.
    pub fn follow(council: Council) -> Self {
        let waiting = Self { council, pool: RwSignal::new(None), busy: StoredValue::new(false) };
        Effect::new(move || {
            council.id.track();
            waiting.read();
        });
        waiting
    }

    /// Something of it; a default until it was read.
    pub fn of<T: Default>(self, read: impl FnOnce(&Pool) -> T) -> T {
        self.pool.with(|pool| pool.as_ref().map(read).unwrap_or_default())
    }

    /// Changes it and keeps it. Nothing happens until it was read.
    pub fn change<T>(self, act: impl FnOnce(&mut Pool) -> T) -> Option<T> {
        let done = self.pool.try_update(|pool| pool.as_mut().map(act)).flatten()?;
        if self.busy.get_value() {
            return Some(done);
        }
        self.busy.set_value(true);
        spawn(async move { self.keep().await });
        Some(done)
    }

    /// Until the disk has what the screen shows. When it cannot, the screen shows what the disk has.
    async fn keep(self) {
        let id = self.council.id.get_untracked();
        while let Some(now) = self.pool.try_get_untracked().flatten() {
            if self.council.room.app.keep_pool(&id, &now).await.is_err() {
                let _ = self.council.room.problem.try_set(Some(words::NOT_KEPT));
                self.read();
                break;
            }
            if self.pool.try_get_untracked().flatten().as_ref() == Some(&now) {
                break;
            }
        }
        let _ = self.busy.try_set_value(false);
    }

    /// Nothing of it stays on this device. Tells whether that is so.
    pub async fn empty(self) -> bool {
        let id = self.council.id.get_untracked();
        let done = self.council.room.app.empty_pool(&id).await.is_ok();
        if done {
            let _ = self.pool.try_set(Some(Pool::default()));
        } else {
            let _ = self.council.room.problem.try_set(Some(words::NOT_KEPT));
        }
        done
    }

    fn read(self) {
        let (app, id) = (self.council.room.app, self.council.id.get_untracked());
        spawn(async move {
            match app.pool(&id).await {
                Ok(found) => {
                    let _ = self.pool.try_set(Some(found));
                }
                Err(_) => {
                    let _ = self.council.room.problem.try_set(Some(words::NOT_KEPT));
                }
            }
        });
    }
}
