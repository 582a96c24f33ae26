//! Who may see it as well: one person on a page, a yes and a no of equal size, nothing chosen beforehand. Two taps change it later.

use leptos::prelude::*;
use model::ouder::{Meets, Proposed, Step, Word};

use crate::say::{Say, day};

pub(crate) fn page(say: Say, place: usize) -> AnyView {
    let Some(one) = say.sheet.with_value(|sheet| sheet.proposed.get(place).cloned()) else {
        return ().into_any();
    };
    let table = Meets::of(&one.id);
    // A table is asked about in words of its own, which say what for.
    let has_why = !one.why.is_empty() && table.is_none();
    let keeps = move || match say.sheet.with_value(|sheet| sheet.keep) {
        Some(until) => say.with(Word::HoeLang, &[("dag", &day(until))]),
        None => say.word(Word::HoeLangOnbekend),
    };
    let one = StoredValue::new(one);
    let why = move || one.with_value(|one| say.with(Word::MagWaarom, &[("waarom", &one.why)]));
    let what = move || one.with_value(|one| say.with(Word::MagWat, &[("naam", &one.name)]));
    let answers = [(true, Word::Ja), (false, Word::Nee)].map(|(yes, word)| {
        let choose = move |_| {
            let id = one.with_value(|one| one.id.clone());
            say.port.allow.run((id, yes));
            let more = say.sheet.with_value(|sheet| place + 1 < sheet.proposed.len());
            say.go(if more { Step::Allow { place: place + 1 } } else { Step::Done });
        };
        view! {
            <button type="button" class="nl-button nl-button--secondary ouder__keuze" on:click=choose>{say.tr(word)}</button>
        }
    });
    view! {
        {table.is_none().then(|| view! { <p class="nl-paragraph">{what}</p> })}
        {table.map(|table| view! {
            <p class="nl-paragraph">{move || say.of(|words| say.fill(words.at_table(table), &[]))}</p>
            <p class="nl-paragraph">{say.tr(Word::TafelWat)}</p>
        })}
        {has_why.then(|| view! { <p class="nl-paragraph">{why}</p> })}
        <p class="nl-paragraph">{keeps}</p>
        <div class="ouder__keuzes">{answers}</div>
        <p class="nl-paragraph">{say.tr(Word::MagLater)}</p>
        <p class="actions ouder__knoppen">
            <button type="button" class="nl-button nl-button--secondary" on:click=move |_| say.go(Step::Done)>{say.tr(Word::Terug)}</button>
        </p>
    }
    .into_any()
}

/// What was answered and on which day; nothing when nothing was.
pub(crate) fn said(say: Say, id: &str) -> String {
    let (yes, on) = say
        .draft
        .with(|draft| (draft.allowed.get(id).copied(), draft.allowed_on.get(id).map(|one| one.0)));
    let Some(yes) = yes else { return String::new() };
    let word = say.word(if yes { Word::Ja } else { Word::Nee });
    match on {
        Some(on) => format!("{word} ({})", day(on)),
        None => word,
    }
}

/// The question about one person, or about a table: each kind has words of its own.
pub(crate) fn title(say: Say, place: usize) -> String {
    let one = say.sheet.with_value(|sheet| sheet.proposed.get(place).cloned());
    let Some(one) = one else { return String::new() };
    match Meets::of(&one.id) {
        Some(table) => say.of(|words| say.fill(words.table(table), &[("naam", &one.name)])),
        None => say.with(Word::Mag, &[("naam", &one.name)]),
    }
}

/// Everybody who is proposed, with what was said.
#[component]
pub(crate) fn Others(say: Say) -> impl IntoView {
    let all = say.sheet.with_value(|sheet| sheet.proposed.clone());
    let row = |(place, one): (usize, Proposed)| {
        let id = one.id.clone();
        let here = id.clone();
        let answered = move || say.draft.with(|draft| draft.allowed.contains_key(&here));
        let said = move || said(say, &id);
        let word = move || say.word(if answered() { Word::Wijzig } else { Word::GeefAntwoord });
        let ask = move || title(say, place);
        view! {
            <li class="ouder__na">
                <p class="nl-paragraph">{ask} " " <strong>{said}</strong></p>
                <button type="button" class="nl-button nl-button--secondary" on:click=move |_| say.go(Step::Allow { place })>
                    {word} <span class="visually-hidden">": "{ask}</span>
                </button>
            </li>
        }
    };
    let any = !all.is_empty() && !say.port.together;
    any.then(|| {
        let rows = all.into_iter().enumerate().map(row).collect_view();
        view! {
            <h2 class="nl-heading nl-heading--level-2">{say.tr(Word::MagWie)}</h2>
            <ul class="ouder__lijst">{rows}</ul>
        }
    })
}
