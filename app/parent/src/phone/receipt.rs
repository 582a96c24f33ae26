//! What the server of a letter signs for this phone: which server that is, and that a choice existed. It must not hold up anything: without
//! a receipt a choice is as good.

use leptos::prelude::*;
use model::ouder::{Receipt, Says};
use replica::id::{Hash, sha256};
use replica::letter::signed_arrival;
use replica::sync::api::{AskReceipt, Message, Receipt as Arrived};

use super::Phone;
use crate::browser::{self, Reply as Came};

impl Phone {
    /// Notes the key of the server where the letter lies, so that the choice can say it: any other could sign a receipt as well. Later it
    /// is asked again: another one is said, and the one that was noted stays.
    pub(super) async fn meet_server(self) {
        let hash = sha256(&self.letter.get_value());
        let Some(receipt) = receipt_for(hash).await else { return };
        if self.is_other(&receipt) || self.draft.with_untracked(|draft| draft.chosen.is_some()) {
            return;
        }
        self.draft.update(|draft| draft.server = Some(receipt.server()));
        self.keep();
    }

    /// Whether this is of another server than the one that was noted; the page says so from then on.
    fn is_other(self, receipt: &Receipt) -> bool {
        let now = receipt.server();
        let other = self
            .draft
            .with_untracked(|draft| draft.server.as_ref().is_some_and(|known| *known != now));
        if other {
            self.other.set(true);
        }
        other
    }

    /// A choice that the server has gets its receipt, which goes to the school as well. Without one the choice is as good.
    pub(super) async fn ask_receipt(self) {
        let file = self.draft.with_untracked(|draft| {
            let here = !draft.waits() && draft.receipt.is_none();
            draft.chosen.as_ref().filter(|_| here).map(|(_, file)| file.clone())
        });
        let Some(file) = file else { return };
        let Some(receipt) = receipt_for(sha256(file.as_bytes())).await else { return };
        // Also of another server than before: the school is told so.
        self.is_other(&receipt);
        let is_same = self
            .draft
            .with_untracked(|draft| draft.chosen.as_ref().is_some_and(|(_, now)| *now == file));
        if is_same {
            let receipt = receipt.lines();
            if self.say(&Says::Received { receipt: receipt.clone() }) {
                self.draft.update(|draft| draft.receipt = Some(receipt));
                self.keep();
                self.send();
            }
        }
    }
}

/// What the server signs of a hash, when it answers and that is right.
async fn receipt_for(hash: Hash) -> Option<Receipt> {
    let ask = AskReceipt { hash }.encode();
    let Came::Here(answer) = browser::post("box/receipt", &ask).await else { return None };
    let Arrived { at, key, by } = Arrived::decode(&answer).ok()?;
    signed_arrival(&key, &hash, at, &by).then_some(Receipt { at, key, by })
}
