//! Small settings that may be lost without pain: language, theme, text size, last page, hint dismissed. In local
//! storage through gloo-storage, behind a probe because that crate panics where storage is blocked; then in memory.

use super::js;
use gloo_storage::{LocalStorage, Storage};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;

const KEY: &str = "thuisnabij-settings";
const PROBE: &str = "thuisnabij-probe";

/// The language of the screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Dutch, the first language.
    #[default]
    Nl,
    /// English.
    En,
}

impl Language {
    /// The value of the `lang` attribute.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }
}

/// The colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// What the device asks for.
    #[default]
    Device,
    /// Light paper.
    Light,
    /// Dark paper.
    Dark,
    /// Strongest contrast.
    HighContrast,
}

/// The size of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSize {
    /// As designed.
    #[default]
    Normal,
    /// A step larger.
    Large,
    /// The largest.
    Larger,
}

/// All small settings. A field that an older version did not know gets its default; a field that a newer version
/// added is lost here, which is the reason that nothing of value may be in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Version of this shape.
    pub v: u32,
    /// Nothing until a person chose; then the browser's language decides.
    pub language: Option<Language>,
    /// The colours.
    pub theme: Theme,
    /// The size of the text.
    pub text_size: TextSize,
    /// Path of the page that was open last.
    pub last_page: Option<String>,
    /// Whether the hint to install was put away.
    pub install_hint_dismissed: bool,
    /// Whether single keys (B, A, N) do nothing in a meeting.
    pub no_single_keys: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            v: 1,
            language: None,
            theme: Theme::default(),
            text_size: TextSize::default(),
            last_page: None,
            install_hint_dismissed: false,
            no_single_keys: false,
        }
    }
}

/// Where the settings are kept, to be told to the person when it is only memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// In the browser; they are there next time.
    InBrowser,
    /// The browser refuses; they last until the page is closed.
    InMemory,
}

thread_local! {
    static IN_MEMORY: RefCell<Settings> = RefCell::new(Settings::default());
}

/// Whether local storage can be written, tried out rather than assumed.
#[must_use]
pub fn storage_works() -> bool {
    let Some(Ok(Some(storage))) = js::window().map(|w| w.local_storage()) else { return false };
    let written = storage.set_item(PROBE, "1").is_ok();
    let _ = storage.remove_item(PROBE);
    written
}

/// Reads the settings; what cannot be read is the default.
#[must_use]
pub fn load() -> (Settings, Kept) {
    if !storage_works() {
        return (IN_MEMORY.with_borrow(Clone::clone), Kept::InMemory);
    }
    (LocalStorage::get(KEY).unwrap_or_default(), Kept::InBrowser)
}

/// Keeps the settings, and says where.
pub fn save(settings: &Settings) -> Kept {
    if storage_works() && LocalStorage::set(KEY, settings).is_ok() {
        return Kept::InBrowser;
    }
    IN_MEMORY.with_borrow_mut(|kept| kept.clone_from(settings));
    Kept::InMemory
}
