//! The drawing that was made before there was an app: brought in as a layer of its year, looked at by an adult first, with what
//! children said in it. It is a file beside the document, drawn anew without where and when it was taken.

use leptos::prelude::*;
use model::attachment::{Attachment, look};
use model::tekening::world::Spot;
use model::tekening::{Command, Made};
use replica::id::BlobId;

use super::Looking;
use crate::components::add_line::AddLine;
use crate::components::attachments::Attachments;
use crate::components::choose::Choose;
use crate::components::field::{Field, Kind};
use crate::i18n::{tr, tr_signal, use_lang};
use crate::pages::leerlingenraad::room::Room;
use crate::pages::leerlingenraad::themes::spots;
use crate::platform::files::Address;
use crate::platform::{random, spawn};
use crate::texts::leerlingenraad::{picture as texts, themes};

/// A picture that is on this device, as the page shows it.
#[derive(Clone, Copy)]
pub struct Hung {
    /// Its layer, and the address at which the browser has it.
    pub shown: RwSignal<Option<(String, String)>>,
    kept: StoredValue<Option<Kept>, LocalStorage>,
}

/// The layer and the picture that should hang.
type Wanted = Memo<Option<(String, Attachment)>>;

struct Kept {
    _address: Address,
    bytes: Vec<u8>,
    media: &'static str,
}

impl Hung {
    /// Follows the newest picture among the layers up to this one.
    pub fn follow(room: Room, up_to: impl Fn() -> Option<usize> + Send + Sync + 'static) -> Self {
        let hung = Self { shown: RwSignal::new(None), kept: StoredValue::new_local(None) };
        let wanted: Wanted = Memo::new(move |_| {
            // A file that arrives later is shown then.
            room.app.revision.track();
            let up_to = up_to()?;
            let space = room.voices.tekening.space()?;
            room.tekening.with(|view| {
                let shown = view.as_ref()?.layers.iter().take(up_to + 1);
                let one =
                    shown.filter_map(|one| Some((one.id.clone(), one.image.clone()?))).next_back();
                one.filter(|(_, image)| room.app.file_state(space, image).is_here())
            })
        });
        Effect::new(move || {
            let Some((layer, image)) = wanted.get() else { return hung.take_down() };
            spawn(async move { hung.hang(room, wanted, layer, image).await });
        });
        hung
    }

    async fn hang(self, room: Room, wanted: Wanted, layer: String, image: Attachment) {
        let Some(space) = room.voices.tekening.space() else { return };
        let Ok(bytes) = room.app.content(space, &image).await else { return };
        let still = wanted.try_get_untracked().flatten();
        // Another was asked for, or it was taken down, while this one was being opened.
        if still.is_none_or(|(now, other)| now != layer || other.blob != image.blob) {
            return;
        }
        let media = look(&bytes).media();
        let Some(address) = Address::of(&bytes, media) else { return };
        let text = address.text().to_owned();
        let _ = self.kept.try_set_value(Some(Kept { _address: address, bytes, media }));
        let _ = self.shown.try_set(Some((layer, text)));
    }

    fn take_down(self) {
        self.shown.set(None);
        self.kept.set_value(None);
    }

    /// The picture as an address that holds it, for inside a file.
    pub fn as_data(self) -> Option<String> {
        self.kept
            .try_with_value(|kept| {
                let kept = kept.as_ref()?;
                crate::platform::picture::as_data(&kept.bytes, kept.media)
            })
            .flatten()
    }
}

/// Bringing it in, and writing down what is in it.
#[component]
pub fn Before(looking: Looking) -> impl IntoView {
    let room = looking.room;
    let year = RwSignal::new(String::new());
    let looked = RwSignal::new(false);
    let when = move || year.with(|year| year.trim().parse::<i32>().ok().filter(is_year));
    let files = Memo::new(move |_| {
        room.tekening.with(|view| {
            let all = view.iter().flat_map(|view| view.layers.iter());
            all.filter_map(|one| one.image.clone()).collect::<Vec<_>>()
        })
    });
    let lang = use_lang();
    let add = move |image: Attachment| {
        let Some(year) = when() else { return false };
        if !image.media.starts_with("image/") {
            room.problem.set(Some(texts::NO_PICTURE));
            return false;
        }
        let id = format!("eerder-{year}");
        let title = texts::BEFORE_TITLE.get(lang.get_untracked()).to_owned();
        let import = Command::Import { id, year, title, image: Box::new(image) };
        room.ran(room.voices.tekening, &import)
    };
    let remove = move |blob: BlobId| {
        let id = room.tekening.with_untracked(|view| {
            let mut all = view.iter().flat_map(|view| view.layers.iter());
            let holds = |image: &Attachment| image.blob == blob;
            all.find(|one| one.image.as_ref().is_some_and(holds)).map(|one| one.id.clone())
        });
        id.is_some_and(|id| room.ran(room.voices.tekening, &Command::TakeDown { id, blob }))
    };
    let space = Signal::derive(move || {
        room.tekening.track();
        room.voices.tekening.space()
    });
    let ready = Signal::derive(move || looked.get() && when().is_some());
    let any = Memo::new(move |_| files.with(|files| !files.is_empty()));
    view! {
        <details class="more screen-only">
            <summary class="more__open">{tr(texts::BEFORE)}</summary>
            <p class="nl-paragraph">{tr(texts::BEFORE_WHY)}</p>
            <Field label=texts::BEFORE_YEAR kind=Kind::Number value=year on_change=move |text| year.set(text) />
            <label class="pick">
                <input type="checkbox" class="pick__input" prop:checked=move || looked.get() on:change=move |_| looked.update(|looked| *looked = !*looked) />
                <span class="pick__name">{tr(texts::BEFORE_LOOKED)}</span>
            </label>
            <Attachments space files name=tr_signal(texts::BEFORE) may_change=ready add remove />
            <Show when=move || any.get()><InIt looking /></Show>
        </details>
    }
}

const fn is_year(year: &i32) -> bool {
    *year >= 2000 && *year < 2200
}

/// What children said in the picture, each at its place in the world.
#[component]
fn InIt(looking: Looking) -> impl IntoView {
    let room = looking.room;
    let lang = use_lang();
    let spot = RwSignal::new(Spot::Klas.slug().to_owned());
    let layers = Signal::derive(move || {
        room.tekening.with(|view| {
            let all = view.iter().flat_map(|view| view.layers.iter());
            let with_picture = all.filter(|one| one.image.is_some());
            with_picture.map(|one| (one.id.clone(), one.year.to_string())).collect::<Vec<_>>()
        })
    });
    let layer = RwSignal::new(String::new());
    let chosen = Signal::derive(move || {
        let chosen = layer.get();
        layers.with(|all| {
            let there = all.iter().any(|one| one.0 == chosen);
            if there { chosen } else { all.first().map(|one| one.0.clone()).unwrap_or_default() }
        })
    });
    let put = move |words: String| {
        let spot = Spot::from_slug(&spot.get_untracked()).unwrap_or(Spot::Klas);
        let theme = texts::BEFORE_TITLE.get(lang.get_untracked()).to_owned();
        let what = Made { theme, words, drawing: Vec::new() };
        let layer = chosen.get_untracked();
        room.ran(room.voices.tekening, &Command::Put { id: random::id(), layer, spot, what })
    };
    view! {
        <div class="row">
            <Choose label=texts::YEAR_OF options=layers chosen on_choose=move |id| layer.set(id) />
            <Choose label=themes::PLACE options=spots(lang) chosen=spot on_choose=move |slug| spot.set(slug) />
        </div>
        <AddLine label=texts::IN_IT hint=texts::IN_IT_HINT on_add=put />
    }
}
