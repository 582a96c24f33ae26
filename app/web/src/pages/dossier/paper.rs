//! A letter on paper: who asks, who sees it and for how long, the code, and what the letter asks: the questions with room to write, the plan
//! with the three choices; in the languages that the school chooses, with
//! the Dutch beside each so that somebody can read along. Addressed to a parent, so with `u`. What is chosen is not kept.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use model::dossier::{self, View};
use model::ouder::{Language, OnPaper, Plan, Sheet, Word, Words, filled};
use parent::day;

use super::frame::DossierPage;
use super::parents::address;
use super::room::Room;
use crate::components::qr::QrCode;
use crate::i18n::tr;
use crate::texts::dossier as words;

pub fn page(room: Room) -> AnyView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let (link, asks) = (
        Memo::new(move |_| of(room, id, |one| address(&one.link))),
        Memo::new(move |_| of(room, id, dossier::sheet_in)),
    );
    let chosen = RwSignal::new(Vec::<Language>::new());
    let sheets = move || {
        let Some(view) = room.view.get() else { return Vec::new() };
        if !room.may_write() {
            return Vec::new();
        }
        let mut languages = chosen.get();
        if languages.is_empty() {
            languages.push(Language::Nl);
        }
        let Some(asks) = asks.get() else { return Vec::new() };
        let one = |language| sheet(&Letter::new(&view, language), &view, &asks, link);
        languages.into_iter().map(one).collect()
    };
    view! {
        <DossierPage room title=words::PAPER>
            <Languages chosen />
            {sheets}
        </DossierPage>
    }
    .into_any()
}

/// Something of the letter; nothing for who may not write, because its link answers as this parent.
fn of<T: Default>(room: Room, id: Memo<String>, read: impl Fn(&dossier::Letter) -> T) -> T {
    let found = |view: &View| view.letters.iter().find(|one| one.id == id.get()).map(read);
    if room.may_write() { room.of(found).unwrap_or_default() } else { T::default() }
}

#[component]
fn Languages(chosen: RwSignal<Vec<Language>>) -> impl IntoView {
    let one = |language: Language| {
        let turn = move |_| {
            chosen.update(|all| match all.iter().position(|one| *one == language) {
                Some(at) => drop(all.remove(at)),
                None => all.push(language),
            });
        };
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=move || chosen.with(|all| all.contains(&language)) on:change=turn />
                <span>{language.in_dutch()} " (" <bdi lang=language.code()>{language.name()}</bdi> ")"</span>
            </label>
        }
    };
    let others = Language::ALL.into_iter().filter(|one| *one != Language::Nl);
    view! {
        <fieldset class="checks screen-only">
            <legend class="checks__legend">{tr(words::PAPER_LANGUAGES)}</legend>
            <p class="quiet">{tr(words::PAPER_LANGUAGES_HINT)}</p>
            {others.map(one).collect_view()}
        </fieldset>
    }
}

/// The words of one letter, in one language or in Dutch.
struct Spoken {
    language: Language,
    words: Words,
    paper: Option<Words>,
    gaps: [(&'static str, String); 6],
}

impl Spoken {
    fn new(view: &View, language: Language) -> Self {
        let gaps = [
            ("kind", view.name.clone()),
            ("wie", view.asker.clone()),
            ("school", view.school.clone()),
            ("mensen", view.seers().join(", ")),
            ("telefoon", view.phone.replace(' ', "\u{a0}")),
            ("dag", view.keep.map(day).unwrap_or_default()),
        ];
        let gaps = gaps.map(|(name, value)| (name, language.apart(&value)));
        Self { language, words: language.words(), paper: language.on_paper(), gaps }
    }

    fn fill(&self, sentence: &str) -> String {
        let gaps = self.gaps.each_ref().map(|(name, value)| (*name, value.as_str()));
        filled(sentence, &gaps)
    }

    fn word(&self, word: Word) -> String {
        self.fill(self.words.get(word))
    }

    fn paper(&self, word: OnPaper) -> String {
        self.paper.as_ref().map(|words| self.fill(words.paper(word))).unwrap_or_default()
    }
}

/// A letter: in the language of the parent, and in Dutch.
struct Letter {
    own: Spoken,
    dutch: Spoken,
}

impl Letter {
    fn new(view: &View, language: Language) -> Self {
        Self { own: Spoken::new(view, language), dutch: Spoken::new(view, Language::Nl) }
    }

    /// A sentence in the one language, and beside it in Dutch.
    fn both(&self, say: impl Fn(&Spoken) -> String) -> AnyView {
        let dutch = say(&self.dutch);
        if self.own.language == Language::Nl {
            return view! { <p class="nl-paragraph">{dutch}</p> }.into_any();
        }
        view! {
            <div class="papier__samen">
                <p class="nl-paragraph">{say(&self.own)}</p>
                <p class="nl-paragraph quiet" lang="nl" dir="ltr">{dutch}</p>
            </div>
        }
        .into_any()
    }
}

fn sheet(letter: &Letter, view: &View, asks: &Sheet, link: Memo<String>) -> AnyView {
    let language = letter.own.language;
    let is_checked = |one: &Spoken| {
        one.words.checked.is_some()
            && one.paper.as_ref().is_some_and(|words| words.checked.is_some())
    };
    let unchecked = (language != Language::Nl && !is_checked(&letter.own))
        .then(|| letter.both(|one| one.word(Word::NietNagekeken)));
    let keeps = if view.keep.is_some() { Word::HoeLang } else { Word::HoeLangOnbekend };
    let lines = [Word::StartUitleg, Word::WieZiet, keeps];
    let lines = lines.map(|word| letter.both(|one| one.word(word))).collect_view();
    let ask = letter.both(|one| match view.phone.trim() {
        "" => one.paper(OnPaper::Vragen),
        _ => one.word(Word::Bel),
    });
    view! {
        <section class="papier" lang=language.code() dir=language.direction()>
            <h2 class="nl-heading nl-heading--level-2">{letter.own.word(Word::StartTitel)}</h2>
            {unchecked}
            <div class="papier__kop">
                <div class="papier">{lines} {ask}</div>
                <QrCode text=Signal::derive(move || link.get()) label=words::QR />
            </div>
            {letter.both(|one| one.paper(OnPaper::Scan))}
            <p class="quiet invitation__link" dir="ltr">{link}</p>
            <hr />
            {(!asks.questions.is_empty()).then(|| view! {
                {letter.both(|one| one.paper(OnPaper::Schrijf))}
                <ol>{questions(letter, asks)}</ol>
            })}
            {asks.plan.as_ref().map(|plan| choices(letter, plan))}
            {letter.both(|one| one.paper(OnPaper::Terug))}
        </section>
    }
    .into_any()
}

/// The plan, which is in Dutch, and the three choices, equal, with room for a cross, a name and a day.
fn choices(letter: &Letter, plan: &Plan) -> AnyView {
    let three = [Word::Eens, Word::NietEens, Word::EerstPraten].map(|word| {
        view! { <li class="papier__keuze">{letter.both(|one| format!("[\u{a0}\u{a0}\u{a0}] {}", one.word(word)))}</li> }
    });
    let own = letter.own.language != Language::Nl;
    let (title, text, on) = (plan.title.clone(), plan.text.clone(), day(plan.on));
    let name = |one: &Spoken| format!("{}: ____________________", one.word(Word::Naam));
    let when = |one: &Spoken| format!("{}: ____________________", one.paper(OnPaper::Dag));
    view! {
        <div class="papier papier__plan">
            <hr />
            <h3 class="nl-heading nl-heading--level-3">{letter.own.word(Word::PlanTitel)}</h3>
            {letter.both(|one| one.word(Word::PlanUitleg))}
            {own.then(|| letter.both(|one| one.word(Word::PlanNederlands)))}
            <article class="ouder__plan" lang="nl" dir="ltr">
                <h4 class="nl-heading nl-heading--level-4">{title}" ("{on}")"</h4>
                <p class="nl-paragraph ouder__woorden">{text}</p>
            </article>
            {letter.both(|one| one.paper(OnPaper::Kruis))}
            <ul class="plain">{three.collect_view()}</ul>
            {letter.both(name)}
            {letter.both(when)}
        </div>
    }
    .into_any()
}

/// Each with room to write. One of the school's own is in Dutch.
fn questions(letter: &Letter, asks: &Sheet) -> AnyView {
    let asked = asks.questions.iter().map(|one| {
        let text = match one.question {
            Some(question) => letter.both(|spoken| spoken.fill(spoken.words.question(question))),
            None => view! { <p class="nl-paragraph" lang="nl" dir="ltr">{one.own.clone()}</p> }
                .into_any(),
        };
        view! { <li class="schrijf">{text}</li> }
    });
    asked.collect_view().into_any()
}
