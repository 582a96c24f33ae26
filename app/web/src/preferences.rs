//! What a person chose for the screens on this device: language, colours, text size. Applied to the root element.

use leptos::prelude::*;
use rules::text::Lang;

use crate::platform::page;
use crate::platform::settings::{self, Kept, Language, Settings, TextSize, Theme};

/// The choices, and whether the browser keeps them.
#[derive(Clone, Copy)]
pub struct Preferences {
    settings: RwSignal<Settings>,
    kept: RwSignal<Kept>,
}

impl Preferences {
    /// Reads what was kept, applies it, and offers itself to everything below.
    pub fn provide() -> Self {
        let (loaded, kept) = settings::load();
        let preferences = Self { settings: RwSignal::new(loaded), kept: RwSignal::new(kept) };
        provide_context(preferences);
        crate::i18n::provide_lang(Signal::derive(move || preferences.lang()));
        Effect::new(move || preferences.apply());
        preferences
    }

    /// The preferences of this page.
    pub fn get() -> Option<Self> {
        use_context()
    }

    pub fn settings(self) -> Settings {
        self.settings.get()
    }

    /// Whether the choices last until the next time.
    pub fn kept(self) -> Kept {
        self.kept.get()
    }

    pub fn change(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        self.kept.set(settings::save(&self.settings.get_untracked()));
    }

    /// The chosen language, or else the one that the browser asks for first of those that we have.
    pub fn lang(self) -> Lang {
        let asked = || page::languages().iter().find_map(|tag| known(tag)).unwrap_or_default();
        self.settings.with(|s| s.language).unwrap_or_else(asked).into()
    }

    fn apply(self) {
        let (theme, size) = self.settings.with(|s| (s.theme, s.text_size));
        let lang: Lang = self.lang();
        page::set_root_attribute("lang", Some(if lang == Lang::En { "en" } else { "nl" }));
        page::set_root_attribute("data-theme", theme_name(theme));
        page::set_root_attribute("data-text", size_name(size));
    }
}

fn known(tag: &str) -> Option<Language> {
    match tag.split('-').next()? {
        "nl" => Some(Language::Nl),
        "en" => Some(Language::En),
        _ => None,
    }
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Nl => Self::Nl,
            Language::En => Self::En,
        }
    }
}

fn theme_name(theme: Theme) -> Option<&'static str> {
    match theme {
        Theme::Device => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
        Theme::HighContrast => Some("contrast"),
    }
}

fn size_name(size: TextSize) -> Option<&'static str> {
    match size {
        TextSize::Normal => None,
        TextSize::Large => Some("large"),
        TextSize::Larger => Some("larger"),
    }
}
