//! Child, parents and school side by side, the child first and all equally wide (DOS-6); each text with its author, day and language
//! (DOS-7). This is the sheet that a meeting about a child starts from; it prints.

use leptos::prelude::*;
use model::dossier::{Command, Guardian, QuestionChange, Remark, Row, Side, Told, side_by_side};
use model::ouder::{Language, Spoken};
use rules::notation;
use rules::text::Lang;

use super::child::drawn;
use super::draft::{Draft, Written};
use super::frame::DossierPage;
use super::margin;
use super::room::Room;
use super::tell::Tell;
use crate::components::audio::Player;
use crate::components::choose::Choose;
use crate::components::field::Field;
use crate::components::fold::Fold;
use crate::i18n::{tr, use_lang};
use crate::platform::random;
use crate::texts::dossier as words;
use crate::texts::leerlingenraad::alone;

pub fn page(room: Room) -> AnyView {
    margin::sides(room);
    // Followed by id: what comes in adds itself and leaves alone what is being written or heard.
    let rows = room.memo(side_by_side);
    let ids = Memo::new(move |_| {
        rows.with(|rows| rows.iter().map(|row| row.question.id.clone()).collect::<Vec<_>>())
    });
    let name = room.memo(|view| view.name.clone());
    view! {
        <DossierPage room title=words::SIDES>
            <p class="nl-paragraph"><bdi>{name}</bdi></p>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::SIDES_LEAD)}</p>
            <For each=move || ids.get() key=|id| id.clone() let:id><OneRow room rows id /></For>
            <div class="screen-only"><Tell room side=Side::School label=words::SCHOOL_WORDS /></div>
        </DossierPage>
    }
    .into_any()
}

#[component]
fn OneRow(room: Room, rows: Memo<Vec<Row>>, id: String) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let row = Memo::new(move |_| {
        rows.with(|rows| {
            rows.iter().find(|row| id.with_value(|id| row.question.id == *id)).cloned()
        })
    });
    let title = move || {
        row.with(|row| {
            let one = &row.as_ref()?.question;
            Some(
                one.question
                    .map_or_else(|| one.own.clone(), |one| one.label().get(lang.get()).to_owned()),
            )
        })
        .unwrap_or_default()
    };
    let same = Memo::new(move |_| row.with(|row| row.as_ref()?.question.same));
    let judge = move |same: Option<bool>| {
        let id = id.get_value();
        room.done(&Command::SetQuestion { id, change: QuestionChange::Judged(same) });
    };
    let options = Signal::derive(move || {
        let all = [("", words::SAME_NOT), ("ja", words::SAME_YES), ("nee", words::SAME_NO)];
        all.map(|(value, name)| (value.to_owned(), name.get(lang.get()).to_owned())).to_vec()
    });
    let chosen = Signal::derive(move || {
        same.get().map_or("", |same| if same { "ja" } else { "nee" }).to_owned()
    });
    let judged = move || {
        let judged = same
            .get()
            .map_or(words::SAME_NOT, |same| if same { words::SAME_YES } else { words::SAME_NO });
        judged.get(lang.get())
    };
    let choose = move |value: String| {
        judge(match &*value {
            "ja" => Some(true),
            "nee" => Some(false),
            _ => None,
        });
    };
    let cells =
        Side::ALL.iter().map(|side| view! { <OneCell room row side=*side /> }).collect_view();
    view! {
        <section>
            <h2 class="nl-heading nl-heading--level-2">{title}</h2>
            <div class="naast">{cells}</div>
            <div class="screen-only">
                <Choose label=words::SAME options chosen on_choose=choose about=Signal::derive(title) />
            </div>
            <p class="print-only nl-paragraph">{tr(words::SAME)}": "{judged}</p>
        </section>
    }
}

#[component]
fn OneCell(room: Room, row: Memo<Option<Row>>, side: Side) -> impl IntoView {
    let texts = Memo::new(move |_| {
        row.with(|row| {
            let cell = row.as_ref()?.cells.iter().find(|cell| cell.side == side)?;
            Some(cell.texts.clone())
        })
        .unwrap_or_default()
    });
    view! {
        <div class="naast__kant">
            <h3 class="nl-heading nl-heading--level-3">{tr(side.label())}</h3>
            <Show when=move || texts.with(Vec::is_empty)><p class="quiet">{tr(words::SILENT)}</p></Show>
            <For each=move || texts.get() key=|told| told.id.clone() let:told><Text room told /></For>
        </div>
    }
}

/// Author, day and the language it was written in.
fn marks(told: &Told, lang: Lang) -> String {
    let day = told.on.map(|day| notation::date(day, lang)).unwrap_or_default();
    let interpreter = told.interpreter.as_ref().map(|one| format!(", {one}")).unwrap_or_default();
    format!("{}{interpreter}, {day}, {}", told.author, told.language.in_dutch())
}

#[component]
fn Text(room: Room, told: Told) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(told.id.clone());
    let (code, direction) = (told.language.code(), told.language.direction());
    let pictures = told.pictures.clone();
    let pictures = move || {
        pictures.iter().map(|one| one.label().get(lang.get())).collect::<Vec<_>>().join(", ")
    };
    let words_of = told.text.clone();
    let drawing = drawn(told.drawing.clone(), lang.get_untracked());
    let (spoken, author) = (told.spoken.clone(), told.author.clone());
    let kept_back = told.kept_back;
    let rather = told.rather_tell;
    let told = StoredValue::new(told);
    let beside = move || {
        let lang = lang.get();
        room.of(|view| {
            let one = |one: &Told| {
                let kind = one.beside.as_ref().map_or("", |(_, kind)| kind.label().get(lang));
                (format!("{kind}: {}", marks(one, lang)), one.text.clone(), one.language)
            };
            id.with_value(|id| view.beside(id).map(one).collect::<Vec<_>>())
        })
    };
    view! {
        {rather.then(|| view! { <p class="nl-paragraph">{tr(words::RATHER)}</p> })}
        <p class="nl-paragraph">{pictures}</p>
        {spoken.map(|spoken| view! { <Spoke room spoken name=author /> })}
        <div class:screen-only=kept_back>{drawing}</div>
        <p class="nl-paragraph ouder__woorden" class:screen-only=kept_back lang=code dir=direction>{words_of}</p>
        {kept_back.then(|| view! {
            <p class="nl-paragraph screen-only">{tr(alone::KEPT_BACK)}</p>
            <p class="nl-paragraph print-only">{tr(alone::KEPT_PRINT)}</p>
        })}
        <p class="marks">{move || told.with_value(|told| marks(told, lang.get()))}</p>
        {move || beside().into_iter().map(|(marks, text, language)| view! {
            <blockquote class="nl-paragraph ouder__woorden"><span lang=language.code() dir=language.direction()>{text}</span><br /><span class="marks">{marks}</span></blockquote>
        }).collect_view()}
        <div class="screen-only">
            <Fold summary=move || tr(words::REMARK)().into_any()><Beside room about=id /></Fold>
        </div>
    }
}

/// What somebody said in their own voice.
#[component]
fn Spoke(room: Room, spoken: Spoken, name: String) -> impl IntoView {
    let seconds = spoken.seconds;
    let space = Signal::derive(move || room.ledger.space());
    let pieces = room.memo(move |view| view.sound(&spoken));
    move || match pieces.get() {
        Some(pieces) => view! { <Player space pieces seconds name=name.clone() /> }.into_any(),
        None => {
            view! { <p class="nl-paragraph" role="status">{tr(words::SOUND_COMES)}</p> }.into_any()
        }
    }
}

/// A correction or an own view, beside the text and never in it.
#[component]
fn Beside(room: Room, about: StoredValue<String>) -> impl IntoView {
    let lang = use_lang();
    let kind = RwSignal::new(Remark::Zienswijze.slug().to_owned());
    let text = Draft::new(room, format!("naast/{}", about.get_value()));
    let (author, of) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let language = RwSignal::new(Language::Nl.code().to_owned());
    let parents = Signal::derive(move || {
        let nobody = (String::new(), words::REMARK_OF_NOBODY.get(lang.get()).to_owned());
        let all = room.of(|view| {
            let name = |one: &Guardian| (one.id.clone(), one.name.clone());
            view.present().map(name).collect::<Vec<_>>()
        });
        std::iter::once(nobody).chain(all).collect::<Vec<_>>()
    });
    let choose_of = move |id: String| {
        let name = room.now(|view| view.guardian(&id).map(|one| one.name.clone()));
        name.into_iter().for_each(|name| author.set(name));
        of.set(id);
    };
    let options = Signal::derive(move || {
        let name = |one: &Remark| (one.slug().to_owned(), one.label().get(lang.get()).to_owned());
        Remark::ALL.iter().map(name).collect::<Vec<_>>()
    });
    let put = move |_| {
        let remark = Remark::from_slug(&kind.get_untracked()).unwrap_or(Remark::Zienswijze);
        let remark = Command::Remark {
            id: random::id(),
            about: about.get_value(),
            remark,
            author: author.get_untracked(),
            guardian: Some(of.get_untracked()).filter(|id| !id.is_empty()),
            text: text.now(),
            language: Language::of(&language.get_untracked()).unwrap_or_default(),
            on: room.today,
        };
        // Put down once: a second tap has nothing to put.
        Draft::put(&[text], remark);
    };
    let languages = Language::ALL.map(|one| (one.code().to_owned(), one.in_dutch().to_owned()));
    view! {
        <Choose label=words::REMARK_KIND options chosen=kind on_choose=move |one| kind.set(one) />
        <Choose label=words::REMARK_OF options=parents chosen=of on_choose=choose_of />
        <Field label=words::REMARK_WHO value=author on_change=move |name| author.set(name) />
        <Choose label=words::REMARK_LANGUAGE options=Signal::stored(languages.to_vec()) chosen=language on_choose=move |one| language.set(one) />
        <Written label=words::REMARK_TEXT draft=text rows="3" />
        <p><button type="button" class="nl-button nl-button--secondary" on:click=put>{tr(words::PUT)}</button></p>
    }
}
