//! De kantlijn: the margin in which stands why something is so, from which source, and by whom. A quiet column on a
//! tablet, a sheet from below on a phone, footnotes on paper. Any component puts a note in it.

use leptos::children::ViewFn;
use leptos::prelude::*;
use rules::explain::Label;
use rules::source::Source;
use rules::text::{Lang, Text};

use crate::components::icon::{Drawn, Icon};
use crate::components::unique::unique;
use crate::i18n::{tr, use_lang};
use crate::platform::page;
use crate::texts::{general, kantlijn as words};

pub mod note;
pub use note::{SourceLine, label, rule_links};

/// One note. Standing notes belong to the page; the asked note answers a *Waarom?*.
#[derive(Clone)]
pub struct Note {
    pub key: String,
    pub title: Label,
    pub body: ViewFn,
    pub source: Option<Source>,
}

impl Note {
    /// A note that is one text.
    pub fn text(title: Text, body: Text) -> Self {
        Self::view(title, move || view! { <p class="note__text">{tr(body)}</p> }.into_any())
    }

    /// A note whose body is drawn.
    pub fn view(title: Text, body: impl Fn() -> AnyView + Send + Sync + 'static) -> Self {
        let title = Label { text: title, about: String::new() };
        Self { key: unique("noot"), title, body: body.into(), source: None }
    }

    /// The rules that a page leans on, each a link to what it says and where it stands.
    pub fn rules(ids: &'static [&'static str]) -> Self {
        Self::view(words::RULES, move || {
            view! { <ul class="plain">{rule_links(ids)}</ul> }.into_any()
        })
    }

    pub fn about(mut self, about: impl Into<String>) -> Self {
        self.title.about = about.into();
        self
    }

    pub fn source(mut self, source: Source) -> Self {
        self.source = Some(source);
        self
    }
}

/// The margin of the page that is open.
#[derive(Clone, Copy)]
pub struct Kantlijn {
    notes: RwSignal<Vec<Note>>,
    asked: RwSignal<Option<Note>>,
    /// The element that asked, so that the focus can go back to it.
    asker: RwSignal<Option<String>>,
    open: RwSignal<bool>,
}

impl Kantlijn {
    pub fn provide() -> Self {
        let kantlijn = Self {
            notes: RwSignal::default(),
            asked: RwSignal::default(),
            asker: RwSignal::default(),
            open: RwSignal::new(false),
        };
        provide_context(kantlijn);
        kantlijn
    }

    /// The margin around this component, if there is one.
    pub fn get() -> Option<Self> {
        use_context()
    }

    /// Puts a note in the margin for as long as the component that calls this is on the screen.
    pub fn put(self, note: Note) {
        let key = note.key.clone();
        self.notes.update(|notes| notes.push(note));
        on_cleanup(move || {
            let _ = self.notes.try_update(|notes| notes.retain(|note| note.key != key));
        });
    }

    /// Answers a question in the margin and moves the focus there. `asker` is the id of what was tapped.
    pub fn answer(self, note: Note, asker: &str) {
        self.asked.set(Some(note));
        self.asker.set(Some(asker.to_owned()));
        self.open.set(true);
        request_animation_frame(|| {
            let _ = page::focus("#kantlijn-antwoord");
        });
    }

    /// Takes the answer away and gives the focus back.
    pub fn close(self) {
        let asker = self.asker.get_untracked();
        self.clear();
        let back_to = asker.map_or_else(|| "#kantlijn-open".to_owned(), |id| format!("#{id}"));
        request_animation_frame(move || {
            let _ = page::focus(&back_to);
        });
    }

    /// Takes the answer away when the page changes.
    pub fn clear(self) {
        self.asked.set(None);
        self.asker.set(None);
        self.open.set(false);
    }

    /// Opens the sheet on a phone.
    pub fn open(self) {
        self.open.set(true);
        request_animation_frame(|| {
            let _ = page::focus("#kantlijn-kop");
        });
    }

    /// How many notes stand in it.
    pub fn count(self) -> usize {
        self.notes.with(Vec::len) + usize::from(self.asked.with(Option::is_some))
    }
}

/// The column, the sheet and the footnotes: one element, three appearances.
#[component]
pub fn KantlijnColumn() -> impl IntoView {
    let Some(kantlijn) = Kantlijn::get() else { return ().into_any() };
    let standing = move || kantlijn.notes.get();
    let answer = move || kantlijn.asked.get().map(|note| view! { <Answer kantlijn note /> });
    view! {
        <aside
            id="kantlijn"
            class="kantlijn"
            class:kantlijn--open=move || kantlijn.open.get()
            aria-labelledby="kantlijn-kop"
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    kantlijn.close();
                }
            }
        >
            <div class="kantlijn__head">
                <h2 id="kantlijn-kop" class="kantlijn__title" tabindex="-1">{tr(words::KANTLIJN)}</h2>
                <button type="button" class="nl-button nl-button--subtle kantlijn__close" on:click=move |_| kantlijn.close()>
                    <Drawn icon=Icon::Close />
                    {tr(general::CLOSE)}
                </button>
            </div>
            {answer}
            <ol class="kantlijn__notes">
                <For each=standing key=|note| note.key.clone() let:note>
                    <li class="note">
                        <NoteHead title=note.title.clone() />
                        {note.body.run()}
                        {note.source.clone().map(|source| view! { <SourceLine source /> })}
                    </li>
                </For>
            </ol>
            <Show when=move || kantlijn.count() == 0>
                <p class="kantlijn__empty">{tr(words::EMPTY)}</p>
            </Show>
        </aside>
    }
    .into_any()
}

#[component]
fn NoteHead(title: Label) -> impl IntoView {
    let lang = use_lang();
    view! { <h3 class="note__title">{move || label(&title, lang.get())}</h3> }
}

#[component]
fn Answer(kantlijn: Kantlijn, note: Note) -> impl IntoView {
    let lang = use_lang();
    let title = note.title.clone();
    view! {
        <section class="note note--asked" aria-labelledby="kantlijn-antwoord">
            <h3 id="kantlijn-antwoord" class="note__title" tabindex="-1">{move || label(&title, lang.get())}</h3>
            {note.body.run()}
            {note.source.clone().map(|source| view! { <SourceLine source /> })}
            <button type="button" class="nl-button nl-button--subtle note__close" on:click=move |_| kantlijn.close()>
                <Drawn icon=Icon::Close />
                {tr(general::CLOSE)}
            </button>
        </section>
    }
}

/// Opens the sheet where the margin does not stand beside the page.
#[component]
pub fn KantlijnButton() -> impl IntoView {
    let kantlijn = Kantlijn::get();
    let lang = use_lang();
    let count = move || kantlijn.map_or(0, Kantlijn::count);
    let words = move || match (count(), lang.get()) {
        (1, Lang::Nl) => words::NOTE.nl,
        (1, Lang::En) => words::NOTE.en,
        (_, lang) => words::NOTES.get(lang),
    };
    view! {
        <button
            type="button"
            id="kantlijn-open"
            class="bar__item bar__item--margin"
            aria-controls="kantlijn"
            on:click=move |_| {
                if let Some(kantlijn) = kantlijn {
                    kantlijn.open();
                }
            }
        >
            <Drawn icon=Icon::Margin />
            <span>{tr(words::KANTLIJN)}</span>
            <Show when=move || { count() > 0 }>
                <span class="nl-number-badge bar__count">{count}<span class="visually-hidden">" "{words}</span></span>
            </Show>
        </button>
    }
}
