//! After sending: what happens next, with day and person, and a copy to keep (OUD-6).

use std::fmt::Write;

use leptos::prelude::*;
use model::ouder::{Proposed, Word, with_receipt};

use crate::allow::Others;
use crate::check::answer;
use crate::say::{Say, day};
use crate::sound::Tone;

pub(crate) fn page(say: Say) -> AnyView {
    let next = move || match say.sheet.with_value(|sheet| sheet.next.clone()) {
        Some(next) => say.with(Word::HiernaDag, &[("dag", &day(next.on)), ("wie", &next.who)]),
        None => say.word(Word::HiernaGeen),
    };
    let has_plan = say.sheet.with_value(|sheet| sheet.plan.is_some()) && !say.port.together;
    let asked = say.sheet.with_value(|sheet| sheet.questions.clone());
    let rows = asked.into_iter().map(|asked| {
        let (lang, dir) = Say::own_language(&asked).unzip();
        let (id, asked) = (asked.id.clone(), StoredValue::new(asked));
        let question = move || asked.with_value(|asked| say.question(asked));
        let here = id.clone();
        view! {
            <li class="ouder__na">
                <h2 class="nl-heading nl-heading--level-3" lang=lang dir=dir>{question}</h2>
                {move || answer(say, &here)}
                <Keep say id />
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Stuck say />
        <h2 class="nl-heading nl-heading--level-2">{say.tr(Word::Hierna)}</h2>
        <p class="nl-paragraph">{next}</p>
        {has_plan.then(|| view! {
            <p class="actions ouder__knoppen">
                <button type="button" class="nl-button nl-button--primary" on:click=move |_| say.next()>{say.tr(Word::NaarPlan)}</button>
            </p>
        })}
        <Others say />
        <ol class="ouder__lijst">{rows}</ol>
        <Copy say text=answers />
        <Wipe say />
    }
    .into_any()
}

/// The parent's own copy of a recording, as a file.
#[component]
fn Keep(say: Say, id: String) -> impl IntoView {
    let sound = say.port.sounds.and_then(|sounds| {
        let spoken = say.draft.with_untracked(|draft| draft.answer(&id).spoken)?;
        Some((sounds.save?, sounds.here.with_untracked(|all| all.get(&spoken.id).cloned())?))
    });
    sound.map(|(save, sound)| view! {
        <button type="button" class="nl-button nl-button--secondary" on:click=move |_| save.run(sound.clone())>{say.tr(Word::OpnameKopie)}</button>
    })
}

/// Why it has not left yet, or is still here.
#[component]
pub(crate) fn Stuck(say: Say) -> impl IntoView {
    view! {
        <p class="nl-paragraph" role="status">{move || say.port.stuck.get().map(|word| say.word(word))}</p>
        <Show when=move || say.port.stuck.get().is_some() && say.port.waits.get()>
            <p class="actions">
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| say.port.again.run(())>{say.tr(Word::Opnieuw)}</button>
            </p>
        </Show>
    }
}

/// A copy to keep, as a file or on paper. On the school's tablet a file would stay there.
#[component]
pub(crate) fn Copy(say: Say, text: fn(Say) -> String) -> impl IntoView {
    let file = say.port.save.map(|save| view! {
        <button type="button" class="nl-button nl-button--secondary" on:click=move |_| save.run(text(say))>{say.tr(Word::Kopie)}</button>
    });
    view! {
        <p class="actions ouder__knoppen">
            {file}
            <button type="button" class="nl-button nl-button--secondary" on:click=move |_| say.port.print.run(())>{say.tr(Word::Print)}</button>
        </p>
    }
}

/// Everything of this letter goes. What is not at the server yet would be nowhere, so then it asks.
#[component]
pub(crate) fn Wipe(say: Say) -> impl IntoView {
    let asks = RwSignal::new(false);
    let wipe = move |_| {
        if say.port.waits.get_untracked() {
            asks.set(true);
        } else {
            say.port.wipe.run(());
        }
    };
    (!say.port.together).then(|| {
        view! {
            <p>
                <button type="button" class="nl-button nl-button--subtle" on:click=wipe>{say.tr(Word::Wis)}</button>
            </p>
            <p class="nl-paragraph" role="alert">{move || asks.get().then(|| say.word(Word::WisZeker))}</p>
            <Show when=move || asks.get()>
                <p class="actions ouder__knoppen">
                    <button type="button" class="nl-button nl-button--secondary" on:click=move |_| say.port.wipe.run(())>{say.tr(Word::Ja)}</button>
                    <button type="button" class="nl-button nl-button--secondary" on:click=move |_| asks.set(false)>{say.tr(Word::Nee)}</button>
                </p>
            </Show>
        }
    })
}

/// The file of the choice, which anybody can check: nothing else is in it.
pub(crate) fn choice(say: Say) -> String {
    say.draft.with_untracked(|draft| {
        let file = draft.chosen.as_ref().map(|one| &*one.1).unwrap_or_default();
        with_receipt(file, draft.receipt.as_deref())
    })
}

/// Questions and answers as plain text.
fn answers(say: Say) -> String {
    say.draft.with_untracked(|draft| {
        let mut text = String::new();
        for asked in say.sheet.with_value(|sheet| sheet.questions.clone()) {
            let said = draft.answer(&asked.id);
            let pictures = say.of(|words| {
                let names = said.pictures.iter().map(|one| words.picture(*one));
                names.collect::<Vec<_>>().join(", ")
            });
            // ok: writing to a String cannot fail
            let _ = writeln!(text, "{}\n{pictures}\n{}", say.question(&asked), said.words);
            let spoken = said.spoken.map(|one| say.tone(Tone::Is, one.seconds));
            let _ = writeln!(text, "{}\n", spoken.unwrap_or_default());
        }
        text
    }) + &allowed(say)
}

/// What was said about each receiver, on which day, in the language that was shown.
fn allowed(say: Say) -> String {
    let all = say.sheet.with_value(|sheet| sheet.proposed.clone());
    let line = |(place, one): (usize, Proposed)| {
        let said = crate::allow::said(say, &one.id);
        let language =
            say.draft.with(|draft| draft.allowed_on.get(&one.id).map(|one| one.1.name()));
        (!said.is_empty()).then(|| {
            let asked = crate::allow::title(say, place);
            format!("{asked} {said} {}\n", language.unwrap_or_default())
        })
    };
    all.into_iter().enumerate().filter_map(line).collect()
}
