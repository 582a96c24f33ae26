//! What stays of one letter on the phone: a row with letter and draft, and a row for each recording, all sealed under a key that follows from
//! the link. Nothing is called kept before it is, and what cannot be read just now is not taken as gone.

use std::sync::Arc;

use leptos::prelude::*;
use model::ouder::{Draft, Spoken, Word};
use parent::sound::Sound;
use replica::id::hex;
use replica::letter::{self, LetterLink};

use super::{Heard, Phone};
use crate::browser;

/// What is in the first row. `0` or `1`, the length of the letter, the letter, the draft.
pub(super) struct Row {
    pub(super) letter: Vec<u8>,
    pub(super) draft: Option<Draft>,
}

/// The name of the first row.
pub(super) fn name(link: &LetterLink) -> String {
    hex(link.dropbox())
}

/// The row of a recording. It begins with the name of the first one, so that all of a letter can go together.
fn row_of(link: &LetterLink, id: &str) -> String {
    let mut row = name(link);
    row.push(' ');
    row.push_str(id);
    row
}

pub(super) fn read(link: &LetterLink, row: &[u8]) -> Option<Row> {
    let open = letter::kept(&link.keep_key(), row)?;
    let (length, rest) = open.split_first_chunk::<4>()?;
    let (letter, draft) = rest.split_at_checked(u32::from_be_bytes(*length) as usize)?;
    Some(Row { letter: letter.to_vec(), draft: Draft::decode(draft) })
}

/// A recording from its row: nothing when it is not there, or not whole any more; and nothing at all when that cannot be told now.
pub(super) async fn sound_of(link: &LetterLink, one: &Spoken) -> Option<Option<Sound>> {
    let row = browser::kept(&row_of(link, &one.id)).await?;
    let bytes = row.and_then(|row| letter::kept(&link.keep_key(), &row));
    Some(bytes.filter(|bytes| one.is(bytes)).map(|bytes| Sound {
        bytes: Arc::new(bytes),
        media: one.media.clone(),
        seconds: one.seconds,
        cut: one.cut,
    }))
}

impl Phone {
    /// Keeps the draft, and the recordings that could not be written before.
    pub(super) fn keep(self) {
        if self.is_over() {
            return;
        }
        self.draft.with_untracked(|draft| {
            draft.recordings().for_each(|one| {
                let lost = self.rows.with_untracked(|rows| rows.is_lost(&self.row_of(&one.id)));
                let sound = self.sounds.with_untracked(|all| all.get(&one.id).cloned());
                if lost {
                    self.keep_sound(&one.id, sound);
                }
            });
        });
        let draft = self.draft.with_untracked(Draft::encode);
        let letter = self.letter.get_value();
        let length = u32::try_from(letter.len()).unwrap_or(0).to_be_bytes();
        self.write(
            self.link.with_value(|link| name(link)),
            &[&length[..], &letter, &draft].concat(),
        );
        self.look_again();
    }

    /// Keeps a recording in a row of its own, or lets that row go: after the draft that no longer names it was kept.
    pub(super) fn keep_sound(self, id: &str, sound: Option<Sound>) {
        let row = self.row_of(id);
        match sound {
            Some(sound) => self.write(row, &sound.bytes),
            None => self.rows.update(|rows| rows.is_spare(row)),
        }
    }

    fn row_of(self, id: &str) -> String {
        self.link.with_value(|link| row_of(link, id))
    }

    fn write(self, row: String, open: &[u8]) {
        if self.is_over() {
            return;
        }
        let key = self.link.with_value(|link| link.keep_key());
        let sealed = browser::generator().and_then(|mut rng| letter::keep(&key, open, &mut rng));
        self.rows.update(|rows| rows.begins(&row));
        wasm_bindgen_futures::spawn_local(async move {
            let done = match sealed {
                Some(sealed) if self.may_write(&row).await => browser::keep(&row, &sealed).await,
                _ => false,
            };
            let mut free = Vec::new();
            self.rows.update(|rows| {
                rows.ended(&row, done);
                free = rows.free();
            });
            for row in free {
                browser::forget(&row).await;
            }
        });
    }

    /// Whether a row may be written. When the first one could not be read at the start, what stands there now is not written over: it may be
    /// a draft of before.
    async fn may_write(self, row: &str) -> bool {
        if !self.unread.get_untracked() {
            return true;
        }
        let is_empty = matches!(browser::kept(row).await, Some(None));
        if is_empty && !row.contains(' ') {
            self.unread.set(false);
        }
        is_empty && !self.is_over()
    }

    /// Recordings that could not be read are asked for again.
    fn look_again(self) {
        let missing = self.draft.with_untracked(|draft| {
            let here = |id: &str| self.sounds.with_untracked(|all| all.contains_key(id));
            let all = draft.recordings().filter(|one| !here(&one.id));
            if draft.sent && !draft.waits() { Vec::new() } else { all.cloned().collect() }
        });
        if missing.is_empty() {
            return;
        }
        let link = self.link.get_value();
        wasm_bindgen_futures::spawn_local(async move {
            for one in missing {
                match sound_of(&link, &one).await {
                    Some(Some(sound)) => self.sounds.update(|all| drop(all.insert(one.id, sound))),
                    Some(None) => self.draft.update(|draft| draft.lost(&one.id)),
                    None => continue,
                }
                self.send();
            }
        });
    }

    /// Everything of this letter goes from this phone; that is said only when it did.
    pub(super) fn wipe(self) {
        self.gone.set(true);
        let name = self.link.with_value(|link| name(link));
        wasm_bindgen_futures::spawn_local(async move {
            if !browser::forget(&name).await {
                self.gone.set(false);
                return self.stuck.set(Some(Word::NietGewist));
            }
            self.wiped.set(true);
            self.sounds.set(Heard::new());
            self.draft.update(|draft| {
                *draft = Draft { language: draft.language, ..Draft::default() };
            });
        });
    }
}
