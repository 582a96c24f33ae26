//! Which language the screens speak. A `Text` pair becomes a view with `tr`, and follows the language at once.

use leptos::prelude::*;
use rules::text::{Lang, Text};

/// The language in use, as a context.
#[derive(Clone, Copy)]
struct InUse(Signal<Lang>);

/// Makes `lang` the language of everything below.
pub fn provide_lang(lang: Signal<Lang>) {
    provide_context(InUse(lang));
}

/// The language in use; Dutch where nothing was provided.
pub fn use_lang() -> Signal<Lang> {
    use_context::<InUse>().map_or_else(|| Signal::stored(Lang::Nl), |lang| lang.0)
}

/// A text that follows the language, for use in a view.
pub fn tr(text: Text) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let lang = use_lang();
    move || text.get(lang.get())
}

/// A sentence that is not always there, as a signal.
pub fn tr_maybe(text: impl Fn() -> Option<Text> + Send + Sync + 'static) -> Signal<Option<String>> {
    let lang = use_lang();
    Signal::derive(move || text().map(|text| text.get(lang.get()).to_owned()))
}

/// A text as a signal, for a component that wants one.
pub fn tr_signal(text: Text) -> Signal<String> {
    let lang = use_lang();
    Signal::derive(move || text.get(lang.get()).to_owned())
}
