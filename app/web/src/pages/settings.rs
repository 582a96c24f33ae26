//! Instellingen: language, colours, size of the text. Each choice works at once.

use leptos::prelude::*;

use crate::components::alert::{Alert, Tone};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::page::Page;
use crate::components::segmented::Segmented;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::settings::{Kept, Language, TextSize, Theme};
use crate::preferences::Preferences;
use crate::texts::{settings as words, shell};
use rules::text::{Lang, t};

#[component]
pub fn SettingsPage() -> impl IntoView {
    let Some(preferences) = Preferences::get() else { return ().into_any() };
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::NOTE, words::NOTE_BODY));
    }
    let lang = use_lang();
    let language = move || if lang.get() == Lang::En { Language::En } else { Language::Nl };
    let languages = vec![
        (Language::Nl, t("Nederlands", "Nederlands")),
        (Language::En, t("English", "English")),
    ];
    let themes = vec![
        (Theme::Device, words::DEVICE),
        (Theme::Light, words::LIGHT),
        (Theme::Dark, words::DARK),
        (Theme::HighContrast, words::CONTRAST),
    ];
    let sizes = vec![
        (TextSize::Normal, words::NORMAL),
        (TextSize::Large, words::LARGE),
        (TextSize::Larger, words::LARGER),
    ];
    view! {
        <Page title=tr_signal(shell::SETTINGS)>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <Show when=move || preferences.kept() == Kept::InMemory>
                <Alert tone=Tone::Waiting title=tr_signal(words::IN_MEMORY)>""</Alert>
            </Show>
            <Segmented
                legend=shell::LANGUAGE
                hint=words::LANGUAGE_HINT
                choices=languages
                chosen=Signal::derive(language)
                on_choose=move |to| preferences.change(|s| s.language = Some(to))
            />
            <Segmented
                legend=words::COLOURS
                hint=words::COLOURS_HINT
                choices=themes
                chosen=Signal::derive(move || preferences.settings().theme)
                on_choose=move |to| preferences.change(|s| s.theme = to)
            />
            <Segmented
                legend=words::SIZE
                hint=words::SIZE_HINT
                choices=sizes
                chosen=Signal::derive(move || preferences.settings().text_size)
                on_choose=move |to| preferences.change(|s| s.text_size = to)
            />
        </Page>
    }
    .into_any()
}
