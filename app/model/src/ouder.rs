//! What goes between a school and a parent who has no device in the dossier: the sheet with questions, the draft that stays on the
//! parent's phone, the replies, and the agreement. It knows no document and no screen, so that the parent's program stays small.

mod agreement;
mod draft;
mod language;
mod question;
mod receipt;
mod reply;
mod rows;
mod sheet;
mod spoken;

#[cfg(test)]
mod lint;
#[cfg(test)]
mod tests;

pub use agreement::{
    Agreement, BadAgreement, Checked, Choice, plan_hash, signer, unhex, unhex_all,
};
pub use draft::{Draft, Step};
pub use language::{Language, OnPaper, Word, Words, filled};
pub use question::{Picture, Question};
pub use receipt::{Receipt, Whose, received, with_receipt};
pub use reply::{Answer, Call, Reply, Says, Story};
pub use rows::Rows;
pub use sheet::{Asked, Meets, Next, Plan, Proposed, Sheet, TABLE, is_table};
pub use spoken::{PIECE, Spoken};
