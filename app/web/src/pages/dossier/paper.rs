//! A letter on paper: who asks, who sees it, the code, and the questions with room to write. Addressed to a parent, so with `u`.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use model::ouder::{Language, Word, filled};

use super::frame::DossierPage;
use super::parents::address;
use super::room::Room;
use crate::components::qr::QrCode;
use crate::i18n::tr;
use crate::texts::dossier as words;

pub fn page(room: Room) -> AnyView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let link = Memo::new(move |_| {
        room.of(|view| {
            let found = view.letters.iter().find(|one| one.id == id.get());
            found.map(|one| address(&one.link)).unwrap_or_default()
        })
    });
    let sheet = move || room.view.get().map(|view| letter(&view));
    view! {
        <DossierPage room title=words::PAPER>
            <section lang="nl">
                {sheet}
                <QrCode text=Signal::derive(move || link.get()) label=words::QR />
                <p class="nl-paragraph">{tr(words::PAPER_LEAD)}</p>
                <p class="quiet invitation__link">{link}</p>
                <h2 class="nl-heading nl-heading--level-2">{tr(words::PAPER_WRITE)}</h2>
                {move || room.view.get().map(|view| questions(&view))}
            </section>
        </DossierPage>
    }
    .into_any()
}

fn letter(view: &model::dossier::View) -> AnyView {
    let dutch = Language::Nl.words();
    let sees = view.seers().join(", ");
    let gaps = [
        ("kind", &*view.name),
        ("wie", &view.asker),
        ("school", &view.school),
        ("mensen", &sees),
        ("telefoon", &view.phone),
    ];
    let lines = [Word::StartUitleg, Word::WieZiet, Word::Bel].map(|word| {
        view! { <p class="nl-paragraph">{filled(dutch.get(word), &gaps)}</p> }
    });
    lines.collect_view().into_any()
}

fn questions(view: &model::dossier::View) -> AnyView {
    let dutch = Language::Nl.words();
    let asked = view.asked().map(|one| {
        let text = one.question.map_or_else(
            || one.own.clone(),
            |question| filled(dutch.question(question), &[("kind", &view.name)]),
        );
        view! { <li class="schrijf"><p class="nl-paragraph">{text}</p></li> }
    });
    let asked = asked.collect_view();
    view! { <ol>{asked}</ol> }.into_any()
}
