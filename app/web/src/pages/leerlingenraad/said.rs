//! What was said, as the council has it: per question the cards and the words; and what the children want to show goes into
//! the tekening from here, in the place that people choose.

use leptos::prelude::*;
use leptos_router::components::A;
use model::inbreng::{Contribution, Tally, View};
use model::leerlingenraad::{Command, CouncilChange};
use model::tekening::world::Spot;
use model::tekening::{self, Made};

use super::frame::{CouncilPage, list, note_safe};
use super::look::dots::DotRows;
use super::look::{card_name, drawn};
use super::picture::Where;
use super::room::Council;
use super::themes::spots;
use crate::components::choose::Choose;
use crate::components::drawing::Picture;
use crate::components::picto::{self, Pictogram};
use crate::components::versions::Waiting;
use crate::i18n::{tr, use_lang};
use crate::texts::leerlingenraad::{self as room_words, look as words, picture};
use model::leerlingenraad::questions::Card;

pub fn page(council: Council) -> AnyView {
    note_safe();
    let inbreng = council.inbreng().view;
    let read = move |read: fn(&View) -> bool| {
        inbreng.with(|view| view.as_ref().is_some_and(|view| read(view)))
    };
    let questions =
        council.memo(|one| one.questions.iter().map(|one| one.id.clone()).collect::<Vec<_>>());
    let one = move |id: String| view! { <Question council id /> }.into_any();
    view! {
        <CouncilPage council title=super::texts::HEARD>
            <Waiting ledger=council.inbreng() conflicts=|view| view.conflicts.clone() act=move |command| { council.room.ran(council.inbreng(), command); } />
            <Show when=move || read(|view| view.is_small)><p class="nl-paragraph">{tr(words::SMALL)}</p></Show>
            <Show when=move || read(|view| view.is_empty)><p class="nl-paragraph">{tr(words::SAID_NONE)}</p></Show>
            <Dots council />
            {list(questions, one)}
            <p><A href="/leerlingenraad/antwoorden" attr:class="nl-link">{tr(room_words::TO_THEMES)}</A></p>
        </CouncilPage>
    }
    .into_any()
}

#[component]
fn Dots(council: Council) -> impl IntoView {
    let inbreng = council.inbreng().view;
    let dots = Memo::new(move |_| {
        inbreng.with(|view| view.as_ref().map(|view| view.dots.clone()).unwrap_or_default())
    });
    view! {
        <Show when=move || dots.with(|dots| !dots.is_empty())>
            <h2 class="nl-heading nl-heading--level-2">{tr(words::DOTS)}</h2>
            <DotRows council dots=dots.into() />
        </Show>
    }
}

#[component]
fn Question(council: Council, id: String) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let inbreng = council.inbreng().view;
    let all = Memo::new(move |_| {
        inbreng.with(|view| {
            let Some(view) = view else { return Vec::new() };
            let of = id.with_value(|id| {
                view.of(id).map(|(id, one)| (id.clone(), one.clone())).collect::<Vec<_>>()
            });
            of.into_iter()
                .filter(|(_, one)| !one.words.is_empty() || !one.drawing.is_empty())
                .collect()
        })
    });
    let tally = Memo::new(move |_| {
        inbreng.with(|view| {
            view.as_ref().map(|view| id.with_value(|id| view.tally(id))).unwrap_or_default()
        })
    });
    let any = move || !all.with(Vec::is_empty) || !tally.with(Tally::is_empty);
    let asks = Signal::derive(move || id.with_value(|id| council.asks(id, lang.get())));
    let counts = move || {
        tally.get().into_iter().map(|(slug, count)| {
        let drawn = Card::from_slug(&slug).map(|card| view! { <Pictogram picto=picto::card(card) /> });
        view! { <li class="dots__row">{drawn}<span class="dots__name">{card_name(&slug, lang.get())}</span><span>{count}</span></li> }
    }).collect_view()
    };
    let one =
        move |(id, what): (String, Contribution)| view! { <One council id what /> }.into_any();
    view! {
        <Show when=any>
            <section>
                <h2 class="nl-heading nl-heading--level-2">{asks}</h2>
                <ul class="dots">{counts}</ul>
                <ul class="cards">{list(all, one)}</ul>
            </section>
        </Show>
    }
}

#[component]
fn One(council: Council, id: String, what: Contribution) -> impl IntoView {
    let lang = use_lang();
    let said = what.words.clone();
    let name = format!(
        "{}: {}. {said}",
        words::DRAWING.get(lang.get_untracked()),
        drawn(&what.drawing, lang.get_untracked())
    );
    let picture =
        (!what.drawing.is_empty()).then(|| view! { <Picture packed=what.drawing.clone() name /> });
    let note = what.note.clone();
    let note = (!note.is_empty())
        .then(|| view! { <p class="marks">{tr(words::ADULT_NOTE)}": "{note}</p> });
    let words_shown =
        (!said.is_empty()).then(|| view! { <blockquote class="said__words">{said}</blockquote> });
    let may = what.may_show;
    view! {
        <li class="card said">
            {picture} {words_shown} {note}
            {if may {
                view! { <Place council id what /> }.into_any()
            } else {
                view! { <p class="marks">{tr(words::NOT_SHOW)}</p> }.into_any()
            }}
        </li>
    }
}

/// Puts it into the tekening, as the child said it may.
#[component]
fn Place(council: Council, id: String, what: Contribution) -> impl IntoView {
    let lang = use_lang();
    let room = council.room;
    let id = StoredValue::new(id);
    let what = StoredValue::new(what);
    let lies = Memo::new(move |_| {
        room.tekening.with(|view| {
            let view = view.as_ref()?;
            id.with_value(|id| view.element(id).map(|one| one.withdrawn))
        })
    });
    let spot = RwSignal::new(Spot::Klas.slug().to_owned());
    let about = Signal::derive(move || {
        let said = what.with_value(|what| what.words.clone());
        if said.is_empty() {
            what.with_value(|what| drawn(&what.drawing, lang.get()))
        } else {
            said
        }
    });
    let put = move |_| {
        let layer = council.id.get_untracked();
        let Some((title, on, schools)) = untrack(|| {
            council.of(|one| {
                Some((one.title.clone(), one.on.unwrap_or(room.today), one.schools.clone()))
            })
        }) else {
            return;
        };
        let theme = untrack(|| {
            what.with_value(|what| council.of(|one| one.theme(&what.question, lang.get())))
        });
        let made = what.with_value(|what| Made {
            theme,
            words: what.words.clone(),
            drawing: what.drawing.clone(),
        });
        let spot = Spot::from_slug(&spot.get_untracked()).unwrap_or(Spot::Klas);
        let all = vec![
            tekening::Command::Begin { id: layer.clone(), on, title, schools },
            tekening::Command::Put { id: id.get_value(), layer: layer.clone(), spot, what: made },
        ];
        if room.ran(room.voices.tekening, &tekening::Command::Together(all)) {
            room.act(Command::SetCouncil { id: layer, change: CouncilChange::Drawn(true) });
        }
    };
    let back = move |_| {
        let back = tekening::Command::Withdraw { id: id.get_value(), on: false };
        room.ran(room.voices.tekening, &back);
    };
    view! {
        <Show
            when=move || lies.get().is_none()
            fallback=move || view! {
                <Show
                    when=move || lies.get() == Some(true)
                    fallback=move || view! { <p class="said__looked">{tr(words::IN_PICTURE)}</p> <Where room id=id.get_value() about /> }
                >
                    <p class="marks">{tr(picture::WITHDRAWN)}</p>
                    <button type="button" class="nl-button nl-button--subtle" on:click=back>
                        {tr(picture::BRING_BACK)}<span class="visually-hidden">": "{about}</span>
                    </button>
                </Show>
            }
        >
            <div class="row">
                <Choose label=words::PLACE options=spots(lang) chosen=spot about on_choose=move |slug| spot.set(slug) />
                <p class="row__act">
                    <button type="button" class="nl-button nl-button--secondary" on:click=put>
                        {tr(words::TO_PICTURE)}<span class="visually-hidden">": "{about}</span>
                    </button>
                </p>
            </div>
        </Show>
    }
}
