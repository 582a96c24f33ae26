//! The window that a letter is open in. The newest has it: a parent taps the link again, and the window of before must not write over what is
//! filled in now. And the browser's own button goes back a page of the letter.

use leptos::prelude::*;
use model::ouder::{Draft, Step, Word};

use super::Phone;
use crate::browser;

/// Takes the letter for this window. True from when another one has it.
pub(super) async fn take(name: &str) -> RwSignal<bool> {
    let elsewhere = RwSignal::new(false);
    browser::own(name, move || elsewhere.set(true)).await;
    elsewhere
}

impl Phone {
    /// Whether nothing is written or sent any more.
    pub(super) fn is_over(self) -> bool {
        self.gone.get_untracked() || self.elsewhere.get_untracked()
    }

    fn before(self, draft: &Draft) -> Option<Step> {
        self.sheet.with_value(|sheet| draft.back(sheet))
    }

    /// Keeps the browser's own button and the pages together.
    pub(super) fn follow_back(self) {
        let went_back = StoredValue::new(false);
        browser::on_back(move || {
            let Some(step) = self.draft.with_untracked(|draft| self.before(draft)) else {
                return browser::turned(false);
            };
            went_back.set_value(true);
            self.draft.update(|draft| draft.step = step);
            self.keep();
        });
        let step = Memo::new(move |_| self.draft.with(|draft| draft.step));
        Effect::new(move |before: Option<Step>| {
            let now = step.get();
            let has_back = self.draft.with_untracked(|draft| self.before(draft).is_some());
            let is_new = before.is_some_and(|before| before != now);
            if is_new && !(has_back && went_back.get_value()) {
                browser::turned(has_back);
            }
            went_back.set_value(false);
            now
        });
    }
}

/// One sentence in the place of the letter, in the language that was chosen, and what can be done about it.
pub(super) fn alone(phone: Phone, says: Word, again: Option<Word>) -> impl IntoView {
    let language = move || phone.draft.with(|draft| draft.language);
    let word = move |word: Word| language().words().get(word).to_owned();
    view! {
        <section lang=move || language().code() dir=move || language().direction()>
            <h1 class="nl-heading nl-heading--level-1" role="status">{move || word(says)}</h1>
            {again.map(|again| view! {
                <p class="actions">
                    <button type="button" class="nl-button nl-button--primary" on:click=|_| browser::reload()>{move || word(again)}</button>
                </p>
            })}
        </section>
    }
}
