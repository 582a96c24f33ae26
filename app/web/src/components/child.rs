//! Children at a tablet: the screen around them that only an adult leaves, and the ways in which they answer. A council and a
//! dossier use the same. What becomes of what is said is not known here.

use leptos::prelude::*;
use model::leerlingenraad::Council;
use model::leerlingenraad::stick::token;
use rules::text::{Lang, Text};

use crate::components::page::Page;
use crate::components::picto::{self, Pictogram};
use crate::components::read_aloud::Aloud;
use crate::i18n::{tr_signal, use_lang};
use crate::platform::{page as browser, spawn, speech, wake};
use crate::texts::leerlingenraad::kring as words;

pub mod answer;
pub mod closing;
pub mod door;
pub mod draw;
pub mod keep;
pub mod round;
pub mod spoken;
pub mod voice;

use door::Door;
use keep::Keep;

/// What is asked, as far as this tablet knows it.
#[derive(Clone, Copy)]
pub struct Asked(pub Signal<Option<Council>>);

impl Asked {
    /// Something of it; a default while it is not there.
    pub fn of<T: Default>(self, read: impl FnOnce(&Council) -> T) -> T {
        self.0.with(|one| one.as_ref().map(read).unwrap_or_default())
    }

    /// The words of a question.
    pub fn asks(self, question: &str, lang: Lang) -> String {
        self.of(|one| {
            let found = one.questions.iter().find(|other| other.id == question);
            found.map(|found| found.asks(one.group, lang)).unwrap_or_default()
        })
    }
}

/// How a child is welcomed and thanked.
#[derive(Clone, Copy)]
pub struct Manner {
    /// What this is and who will know, at most six sentences (KIND-2).
    pub begin: &'static [Text],
    pub thanks: Text,
    pub next: Text,
    /// The corner of a placemat.
    pub corner: Option<u32>,
    /// Whether it is asked about everything that is said if others may see it; else about drawings only.
    pub asks_may: bool,
    /// How that is asked, what it means, and the yes.
    pub may: [Text; 3],
}

impl Manner {
    /// In a circle: the tablet goes on to the next child.
    pub const CIRCLE: Self = Self {
        begin: &words::BEGIN_LINES,
        thanks: words::END_WHY,
        next: words::NEXT_CHILD,
        corner: None,
        asks_may: true,
        may: [words::MAY, words::MAY_WHY, words::MAY_YES],
    };

    /// At a placemat, in this corner.
    pub const fn corner(at: u32) -> Self {
        Self { begin: &words::MAT_LINES, thanks: words::MAT_WAIT, corner: Some(at), ..Self::CIRCLE }
    }
}

/// The children's screen: the frame of the app makes way, the screen stays awake, and whoever gets out in any way but the
/// adult's finds a locked tablet. `left` is called when an adult leaves a tablet that is nobody's.
#[component]
pub fn Kiosk(keep: Keep, title: Text, left: Callback<()>, children: Children) -> impl IntoView {
    if use_context::<Aloud>().is_none() {
        Aloud::provide();
    }
    browser::set_root_attribute("data-scherm", Some("kind"));
    keep.hold_talk(true);
    let awake = StoredValue::new_local(Some(wake::stay_awake()));
    on_cleanup(move || {
        browser::set_root_attribute("data-scherm", None);
        keep.hold_talk(false);
        awake.try_update_value(Option::take);
        speech::stop();
        // Whoever got out, by whatever way, is not in the app of the adult.
        spawn(async move {
            if !keep.lock().await {
                keep.shut();
            }
        });
    });
    view! {
        <Page title=tr_signal(title) wide=true>
            <div class="child">
                {children()}
                <Door keep left />
            </div>
        </Page>
    }
}

/// The colour and the picture of a seat or a corner, with its name.
#[component]
pub fn Token(#[prop(into)] seat: Signal<u32>) -> impl IntoView {
    let lang = use_lang();
    let shown = move || {
        let (crayon, sticker) = token(seat.get());
        let lang = lang.get();
        let name =
            format!("{}, {}", sticker.label().get(lang), crayon.label().get(lang).to_lowercase());
        view! {
            <svg class="token__dot" viewBox="0 0 24 24" width="48" height="48" aria-hidden="true"><circle cx="12" cy="12" r="11" fill=crayon.colour() /></svg>
            <Pictogram picto=picto::sticker(sticker) />
            <span>{name}</span>
        }
    };
    view! { <span class="token">{shown}</span> }
}
