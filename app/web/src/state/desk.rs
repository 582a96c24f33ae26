//! What lies open: the spaces of the person who is in, and the right to write, until another tab goes on.

use super::people::Vault;
use crate::platform::locks::{HandOver, Right};
use crate::platform::random::Generator;
use crate::platform::{clock, sleep};
use model::spaces::{CopyError, DeviceCopy, Spaces};
use replica::bundle::About;
use replica::store::{SaveState, StoreError};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// The spaces of the person who is in.
pub type Room = Spaces<Vault, Generator>;

/// How often it is looked whether an earlier save has ended, and for how long, in milliseconds.
const AGAIN_MS: i32 = 20;
const LONGEST_MS: i32 = 30_000;

/// What is open on this device. Lives until another tab goes on.
pub(super) struct Desk {
    pub(super) spaces: Room,
    /// Whether the marks beside the data were set in this session.
    marked: Cell<bool>,
    right: Right,
    hand_over: RefCell<Option<HandOver>>,
}

impl Desk {
    /// A device that was just opened.
    pub(super) fn new(spaces: Room, right: Right, hand_over: Option<HandOver>) -> Self {
        Self { spaces, marked: Cell::default(), right, hand_over: RefCell::new(hand_over) }
    }

    /// The same desk with its spaces opened anew. The right to write stays.
    pub(super) fn with(self: &Rc<Self>, spaces: Room) -> Self {
        let desk = Self::new(spaces, self.right.clone(), self.hand_over.borrow_mut().take());
        desk.marked.set(self.marked.get());
        desk
    }

    /// Lets the next tab go on.
    pub(super) fn close(&self) {
        self.spaces.store().close();
        self.right.release();
    }

    /// What is true about saving now.
    pub(super) fn state(&self) -> SaveState {
        self.spaces.state()
    }

    /// True once in a session: at the first save that completed.
    pub(super) fn is_first_save(&self) -> bool {
        !self.marked.replace(true)
    }

    /// Saves what waits, and shortens a long log. What cannot be shortened stays long; that is no failure to save.
    pub(super) async fn save(&self) -> SaveState {
        self.spaces.save(clock::now()).await
    }

    /// The same, and waits for what an earlier save has in hand: while that goes on, a call of [`Self::save`] answers at once.
    pub(super) async fn saved(&self) -> SaveState {
        for _ in 0..LONGEST_MS / AGAIN_MS {
            self.save().await;
            // What came to one space while another was being written is not saved either.
            match self.state() {
                SaveState::Saving => sleep(AGAIN_MS).await,
                state => return state,
            }
        }
        SaveState::NotSaved(StoreError::Other("an earlier save does not end".to_owned()))
    }

    /// Writes everything in memory to a storage that was cleared. Open it anew afterwards.
    pub(super) async fn rewrite(&self) -> SaveState {
        self.spaces.store().begin_anew();
        match self.spaces.write_anew(clock::now()).await {
            Ok(state) => state,
            Err(error) => SaveState::NotSaved(StoreError::Other(format!("{error:?}"))),
        }
    }

    /// Everything as one file, from what is in memory.
    pub(super) async fn export(&self, about: &About, room: u64) -> Result<DeviceCopy, StoreError> {
        self.spaces.copy(about, room).await
    }
}

/// What went wrong with a copy, as the storage would say it.
pub(super) fn store_error(error: &CopyError) -> Option<StoreError> {
    match error {
        CopyError::Bundle(replica::bundle::BundleError::Store(error)) => Some(error.clone()),
        _ => None,
    }
}
