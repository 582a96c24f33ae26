//! The window that a letter is open in. The newest has it: a parent taps the link again, and the window of before must not write over what is
//! filled in now. And the browser's own button goes back a page of the letter.

use leptos::prelude::*;
use model::ouder::{Draft, Rows, Step, Word};

use super::Phone;
use super::disk::name;
use crate::browser;

/// Takes the letter for this window. True from when another one took it.
pub(super) async fn take(name: &str) -> RwSignal<bool> {
    let taken = RwSignal::new(false);
    browser::own(name, move || taken.set(true)).await;
    taken
}

impl Phone {
    /// Another window took the letter. What is nowhere but here is not put away for that: then this one takes it back, and the other says so.
    pub(super) fn yields(self) {
        Effect::new(move || {
            if !self.taken.get() {
                return;
            }
            let is_kept = self.rows.with_untracked(Rows::kept) != Some(false);
            let is_at_stake = |draft: &Draft| draft.is_begun() || draft.sent && draft.waits();
            if is_kept || !self.draft.with_untracked(is_at_stake) {
                return self.elsewhere.set(true);
            }
            self.taken.set(false);
            let name = self.link.with_value(|link| name(link));
            wasm_bindgen_futures::spawn_local(async move {
                browser::own(&name, move || self.taken.set(true)).await;
                self.keep();
            });
        });
    }

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
            if let Some(back) = self.back.get_value() {
                went_back.set_value(true);
                return back.run(());
            }
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
