//! Hearing what another screen shows or a file holds: the camera, and always a file as the other way. Whole messages go to
//! whoever uses it; what they mean is not known here.

use leptos::prelude::*;
use model::sharing::heard::{Heard, Listener, read_file};
use replica::carry::FrameError;

use crate::components::alert::{Alert, Tone};
use crate::components::icon::{Drawn, Icon};
use crate::components::qr_scan::QrScanner;
use crate::i18n::{tr, use_lang};
use crate::platform::share::pick_package;
use crate::platform::{files::FileError, spawn};
use crate::texts::sharing::{self as words, hand};

/// The largest file that is read, in bytes: a package of 32 MiB as text, with room for what stands around it.
const LIMIT: u32 = 48 * 1024 * 1024;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wrong {
    Read(FrameError),
    File(FileError),
}

/// What was read of a moving code, for as long as the app is open: who stops halfway goes on later.
#[derive(Clone, Copy)]
pub struct Ear(StoredValue<Listener>);

impl Ear {
    pub fn provide() {
        provide_context(Self(StoredValue::new(Listener::default())));
    }

    fn get() -> Self {
        use_context().unwrap_or_else(|| Self(StoredValue::new(Listener::default())))
    }
}

/// `on` gets everything that is whole, once. It runs in a task of its own, so that it may take this component away.
#[component]
pub fn Hear(#[prop(into)] on: Callback<Heard>) -> impl IntoView {
    let ear = Ear::get();
    let lang = use_lang();
    ear.0.update_value(Listener::forget);
    let pieces = RwSignal::new(ear.0.with_value(Listener::pieces));
    let wrong = RwSignal::new(None::<Wrong>);
    let tell = move |heard: Heard| {
        wrong.set(None);
        spawn(async move {
            let _ = on.try_run(heard);
        });
    };
    let read = move |text: String| {
        let heard = ear.0.try_update_value(|listener| {
            let heard = listener.hear(&text);
            pieces.set(listener.pieces());
            heard
        });
        match heard {
            Some(Ok(Some(heard))) => tell(heard),
            // Read wrongly: it comes by again.
            Some(Ok(None) | Err(FrameError::Damaged)) | None => {}
            Some(Err(error)) => wrong.set(Some(Wrong::Read(error))),
        }
    };
    let choose = move |_| {
        spawn(async move {
            match pick_package(LIMIT).await {
                Ok(file) => match read_file(&file.bytes) {
                    Ok(all) => all.into_iter().for_each(tell),
                    Err(error) => drop(wrong.try_set(Some(Wrong::Read(error)))),
                },
                Err(error) => drop(wrong.try_set(Some(Wrong::File(error)))),
            }
        });
    };
    let problem = move || {
        let text = match wrong.get()? {
            Wrong::Read(error) => words::not_read(error, lang.get()),
            Wrong::File(error) => words::file(error)?.get(lang.get()),
        };
        Some(view! { <Alert tone=Tone::Waiting title=Signal::stored(text.to_owned())>""</Alert> })
    };
    let progress = move || {
        let (here, all) = pieces.get()?;
        let share = here.saturating_mul(100).checked_div(all).unwrap_or(0);
        Some(view! {
            <p class="hear__pieces">{hand::pieces(here, all, lang.get())}</p>
            <progress class="hear__progress" max="100" value=share.to_string() aria-label=tr(hand::TAKE)></progress>
        })
    };
    view! {
        <div class="hear">
            {progress}
            {problem}
            <QrScanner on_text=read>
                <button type="button" class="nl-button nl-button--secondary" on:click=choose>
                    <Drawn icon=Icon::Upload />
                    {tr(hand::FILE)}
                </button>
            </QrScanner>
        </div>
    }
}
