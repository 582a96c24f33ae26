//! Decisions: those on the item that is on, the choice between two that were written at the same time, and the form for a
//! new one with its money.

use std::sync::Arc;

use leptos::prelude::*;
use model::afspraken::{Command, Decided, Decision, Field as Named, How};
use model::meeting::minutes::decision_line;
use model::table::table;
use rules::text::Text;

use super::Sitting;
use super::capture::{Capture, Writing};
use super::spend::{Draft, Spending};
use crate::components::alert::{Alert, Tone};
use crate::components::choose::Choose;
use crate::components::field::Field;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::pages::werkgebied::decisions::DecisionShown;
use crate::texts::general;
use crate::texts::werkgebied::{capture as words, money};

/// The decisions of this meeting on one item, with what can still be done to them.
#[component]
pub fn DecisionsHere(sitting: Sitting, id: StoredValue<String>, capture: Capture) -> impl IntoView {
    let lang = use_lang();
    let found = Memo::new(move |_| {
        let (register, meeting, lang) = (sitting.room.register.get(), sitting.id.get(), lang.get());
        let on = register
            .of_meeting(&meeting)
            .filter(|one| id.with_value(|id| one.decided.subject.item.as_deref() == Some(id)));
        on.map(|one| (one.clone(), decision_line(one, &register, lang))).collect::<Vec<_>>()
    });
    let row = move |(decision, line): (Arc<Decision>, model::meeting::minutes::DecisionLine)| {
        let (anew, gone) = (decision.id.clone(), decision.id.clone());
        let number = line.number.clone();
        let again = number.clone();
        let open = decision.adopted.is_none() && decision.versions.is_empty();
        let withdraw = move |_| {
            sitting.room.run(sitting.year(), &Command::Withdraw { id: gone.clone(), on: true });
        };
        view! {
            <li class="decided__one">
                <DecisionShown line />
                <Choice sitting decision />
                {open.then(|| view! {
                    <div class="actions actions--quiet">
                        <button type="button" class="nl-button nl-button--subtle" on:click=move |_| capture.open(Writing::Decision(Some(anew.clone())))>
                            {tr(words::CHANGE)}<span class="visually-hidden">" "{number}</span>
                        </button>
                        <button type="button" class="nl-button nl-button--subtle" on:click=withdraw>
                            {tr(words::WITHDRAW)}<span class="visually-hidden">" "{again}</span>
                        </button>
                    </div>
                })}
            </li>
        }
    };
    view! {
        <ul class="decided">
            <For each=move || found.get() key=|one| format!("{one:?}") children=row />
        </ul>
    }
}

/// Two decisions that were written at the same time: the chair chooses, whole against whole.
#[component]
pub fn Choice(sitting: Sitting, decision: Arc<Decision>) -> impl IntoView {
    if decision.versions.is_empty() {
        return ().into_any();
    }
    let lang = use_lang();
    let here = sitting.year().device();
    let id = decision.id.clone();
    let choose = move |write: String| {
        let ledger = sitting.year();
        let field = ledger.read().and_then(|view| {
            let about = |one: &&model::afspraken::Conflict| {
                matches!(&one.field, Named::Decision { id: of, .. } if *of == id)
            };
            view.conflicts.iter().find(about).map(|one| one.field.clone())
        });
        if let Some(field) = field {
            sitting.room.run(ledger, &Command::Choose { field, write });
        }
    };
    let choose = StoredValue::new(choose);
    let rows = decision.versions.clone().into_iter().map(move |version| {
        let (says, write) = (version.decided.clone(), version.write.clone());
        let word = {
            let says = says.clone();
            move || says.words(lang.get())
        };
        let amount = says.spend.as_ref().map(|spend| spend.amount);
        let where_from = version.device == here;
        view! {
            <li class="versions__one">
                <span class="versions__value">{word.clone()}</span>
                {amount.map(|amount| view! { " " <bdi>{move || rules::notation::money(amount, lang.get())}</bdi> })}
                <span class="marks">{tr(says.how.label())} ", " {tr(if where_from { words::HERE } else { words::ELSEWHERE })}</span>
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| choose.with_value(|choose| choose(write.clone()))>
                    {tr(words::CHOOSE)}<span class="visually-hidden">": "{word}</span>
                </button>
            </li>
        }
    });
    view! {
        <Alert tone=Tone::Waiting title=tr_signal(words::TWO)>
            <p class="nl-paragraph">{tr(words::TWO_WHY)}</p>
            <ul class="plain versions">{rows.collect_view()}</ul>
        </Alert>
    }
    .into_any()
}

/// A decision to fill in, with everything that is known filled in already.
#[component]
pub fn DecisionForm(sitting: Sitting, capture: Capture, id: Option<String>) -> impl IntoView {
    let lang = use_lang();
    let room = sitting.room;
    let now = untrack(|| sitting.of(|view| view.now.clone()));
    let known = id.as_ref().and_then(|id| {
        let register = room.register.get_untracked();
        register.decisions().find(|one| one.id == *id).map(|one| one.decided.clone())
    });
    let day = sitting.day();
    let fresh = || {
        let subject = sitting.subject(now.as_deref());
        untrack(|| sitting.view.get()).map(|view| view.new_decision(subject, day))
    };
    let Some(decided) = known.or_else(fresh) else { return ().into_any() };
    let draft = Draft::of(&decided, lang.get_untracked());
    let is_casus = decided.subject.casus;
    let may = table(&decided.table).is_none_or(|table| table.mandate.may_decide());
    let decided = StoredValue::new(decided);
    let id = StoredValue::new(id);
    let save = move |_| {
        let lang = lang.get_untracked();
        let spend = untrack(|| draft.spending(lang));
        if draft.costs.get_untracked() && spend.is_none() {
            return draft.wrong.set(Some(money::NO_AMOUNT));
        }
        draft.wrong.set(None);
        let old = decided.get_value();
        let decision = Decided {
            text: draft.text.get_untracked().trim().to_owned(),
            how: How::from_slug(&draft.how.get_untracked()).unwrap_or(old.how),
            minority: draft.minority.get_untracked().trim().to_owned(),
            changes: Some(draft.changes.get_untracked()).filter(|id| !id.is_empty()),
            spend,
            ..old
        };
        let register = room.register.get_untracked();
        let id = id.get_value().unwrap_or_else(|| register.next_id(&decision.subject));
        let decide = Command::Decide { id, decision: Box::new(decision) };
        if room.ran(sitting.year(), &decide) {
            room.said.set(Some(words::DECIDED));
            capture.close();
        }
    };
    let hows = Signal::derive(move || {
        let fits = How::ALL.iter().filter(|how| may || **how == How::Advies);
        fits.map(|how| (how.slug().to_owned(), how.label().get(lang.get()).to_owned()))
            .collect::<Vec<_>>()
    });
    view! {
        <div class="form">
            <h2 class="nl-heading nl-heading--level-3 form__title">{tr(words::NEW_DECISION)}</h2>
            {(!may).then(|| view! { <p class="quiet">{tr(words::ADVICE_ONLY)}</p> })}
            {(!is_casus).then(|| view! { <Words label=words::WORDS text=draft.text /> })}
            {is_casus.then(|| view! { <p class="quiet">{tr(words::CASUS)}</p> })}
            <Choose label=words::HOW options=hows chosen=draft.how on_choose=move |slug| draft.how.set(slug) />
            <label class="check">
                <input type="checkbox" prop:checked=draft.costs on:change=move |event| draft.costs.set(event_target_checked(&event)) />
                {tr(money::COSTS)}
            </label>
            <Show when=move || draft.costs.get()>
                <Spending sitting draft id />
            </Show>
            <details class="more">
                <summary class="more__open">{tr(words::MORE)}</summary>
                <Replaces sitting draft own=id.get_value() />
                {(!is_casus).then(|| view! {
                    <Field label=words::MINORITY hint=words::MINORITY_HINT value=draft.minority on_change=move |text| draft.minority.set(text) />
                })}
            </details>
            <div class="actions">
                <button type="button" class="nl-button nl-button--primary" on:click=save>{tr(words::SAVE_DECISION)}</button>
                <button type="button" class="nl-button nl-button--subtle" on:click=move |_| capture.close()>{tr(general::CLOSE)}</button>
            </div>
        </div>
    }
    .into_any()
}

/// Words over more lines.
#[component]
fn Words(label: Text, text: RwSignal<String>) -> impl IntoView {
    let id = crate::components::unique::unique("tekst");
    view! {
        <div class="utrecht-form-field">
            <label class="utrecht-form-label utrecht-form-field__label" for=id.clone()>{tr(label)}</label>
            <textarea id=id class="utrecht-textbox shared-text__field" rows="2" autocomplete="off"
                prop:value=text on:input=move |event| text.set(event_target_value(&event))></textarea>
        </div>
    }
}

/// An earlier decision that this one replaces: the only way to change what was adopted.
#[component]
fn Replaces(sitting: Sitting, draft: Draft, own: Option<String>) -> impl IntoView {
    let lang = use_lang();
    let own = StoredValue::new(own);
    let options = Signal::derive(move || {
        let register = sitting.room.register.get();
        let none = (String::new(), words::REPLACES_NOTHING.get(lang.get()).to_owned());
        let kept = register.decisions().filter(|one| {
            let is_own = own.with_value(|own| own.as_ref() == Some(&one.id));
            !is_own && (register.is_in_force(one) || draft.changes.with(|id| *id == one.id))
        });
        let one = |one: &Arc<Decision>| {
            (one.id.clone(), format!("{} {}", one.number, one.decided.words(lang.get())))
        };
        std::iter::once(none).chain(kept.map(one)).collect::<Vec<_>>()
    });
    view! { <Choose label=words::REPLACES options chosen=draft.changes on_choose=move |id| draft.changes.set(id) /> }
}
