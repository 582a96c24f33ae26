//! Words that are being written and not put down yet: they stand in the dossier as a draft, so that another page, a reload or the lock loses
//! none of them. Nothing else shows them.

use leptos::prelude::*;
use model::dossier::Command;
use rules::text::Text;

use super::room::Room;
use crate::components::unique::unique;
use crate::i18n::tr;

/// One field with its draft. `Copy`.
#[derive(Clone, Copy)]
pub struct Draft {
    room: Room,
    field: StoredValue<String>,
    pub text: Memo<String>,
}

impl Draft {
    pub fn new(room: Room, field: impl Into<String>) -> Self {
        let field = StoredValue::new(field.into());
        let text = room.memo(move |view| {
            field.with_value(|field| view.drafts.get(field).cloned()).unwrap_or_default()
        });
        Self { room, field, text }
    }

    /// What stands in it now.
    pub fn now(self) -> String {
        self.text.get_untracked()
    }

    pub fn write(self, text: String) {
        let field = self.field.get_value();
        self.room.ledger.type_in(&field.clone(), Command::Draft { field, text });
    }

    /// Puts it down by this command: then nothing is being written any more. Tells whether it was done.
    pub fn put(all: &[Self], command: Command) -> bool {
        let Some(room) = all.first().map(|one| one.room) else { return false };
        room.done(&Self::with(all, command))
    }

    /// The command that puts it down and empties the fields, as one step.
    pub fn with(all: &[Self], command: Command) -> Command {
        let empty =
            |one: &Self| Command::Draft { field: one.field.get_value(), text: String::new() };
        Command::Together(std::iter::once(command).chain(all.iter().map(empty)).collect())
    }
}

/// Words of one or several lines.
#[component]
pub fn Written(label: Text, draft: Draft, rows: &'static str) -> impl IntoView {
    let id = unique("concept");
    view! {
        <div class="utrecht-form-field">
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>{tr(label)}</label>
            <textarea
                id=id
                class="utrecht-textbox"
                rows=rows
                autocomplete="off"
                prop:value=move || draft.text.get()
                on:input=move |event| draft.write(event_target_value(&event))
                on:change=move |_| draft.room.ledger.commit_typing()
            ></textarea>
        </div>
    }
}
