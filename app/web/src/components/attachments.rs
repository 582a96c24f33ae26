//! The files that belong to something: a list with how each stands, and ways to add, open and take away. Whoever uses it says
//! where they are kept and what adding and taking away does to their document; it knows none.

use leptos::prelude::*;
use model::attachment::{Attachment, Look, NotAdded, State, look};
use replica::blob::MAX_FILE;
use replica::id::{BlobId, SpaceId};
use rules::text::Lang;

use crate::components::icon::{Drawn, Icon};
use crate::i18n::{tr, use_lang};
use crate::platform::files::{self, Address, FileError, Picked};
use crate::platform::{page, spawn};
use crate::state::AppState;
use crate::texts::attachments as words;

/// A photo is made smaller before it is kept, so it may be larger than what is kept.
const LIMIT: u32 = 4 * MAX_FILE as u32;

/// What one list of files is about. `Copy`; the parts of the list hand it on.
#[derive(Clone, Copy)]
struct About {
    app: AppState,
    space: Signal<Option<SpaceId>>,
    may_change: Signal<bool>,
    add: Callback<Attachment, bool>,
    remove: Callback<BlobId, bool>,
    name: Signal<String>,
    said: RwSignal<Option<String>>,
    problem: RwSignal<Option<NotAdded>>,
    busy: RwSignal<bool>,
    gone: RwSignal<Option<Attachment>>,
}

/// `files` as the document has them; `add` and `remove` put the change in it and answer whether that was done. `name` is
/// what they belong to, for who cannot see that.
#[component]
pub fn Attachments(
    #[prop(into)] space: Signal<Option<SpaceId>>,
    #[prop(into)] files: Signal<Vec<Attachment>>,
    #[prop(into)] name: Signal<String>,
    #[prop(into)] may_change: Signal<bool>,
    #[prop(into)] add: Callback<Attachment, bool>,
    #[prop(into)] remove: Callback<BlobId, bool>,
) -> impl IntoView {
    let Some(app) = AppState::get() else { return ().into_any() };
    let about = About {
        app,
        space,
        may_change,
        add,
        remove,
        name,
        said: RwSignal::new(None),
        problem: RwSignal::new(None),
        busy: RwSignal::new(false),
        gone: RwSignal::new(None),
    };
    let any = Memo::new(move |_| files.with(|files| !files.is_empty()));
    view! {
        <section class="files" aria-label=tr(words::TITLE)>
            <Show when=move || any.get()>
                <ul class="files__list">
                    <For each=move || files.get() key=|one| one.blob let:one>
                        <Row about one />
                    </For>
                </ul>
            </Show>
            <Undo about />
            <Show when=move || may_change.get()><Add about /></Show>
            <Said about />
        </section>
    }
    .into_any()
}

/// What is shown of a file that was opened.
type Shown = Option<Address>;

#[component]
fn Row(about: About, one: Attachment) -> impl IntoView {
    let lang = use_lang();
    let one = StoredValue::new(one);
    let name = one.with_value(|one| one.name.clone());
    let size = one.with_value(|one| one.size);
    let state = Memo::new(move |_| {
        about.app.revision.track();
        let space = about.space.get()?;
        Some(one.with_value(|one| about.app.file_state(space, one)))
    });
    let here = Memo::new(move |_| state.get().is_some_and(|state| state.is_here()));
    let says = move || state.get().map(|state| state.label().get(lang.get()));
    let refused = Memo::new(move |_| {
        about.app.revision.track();
        let waits = state.get() == Some(State::Waits);
        let space = about.space.get().filter(|_| waits)?;
        one.with_value(|one| about.app.file_refused(space, one))
    });
    let refused = move || {
        refused.get().map(|why| {
            view! {
                <p class="files__problem"><Drawn icon=Icon::Warning /> {tr(words::REFUSED)} " " {tr(why)}</p>
            }
        })
    };
    let shown = StoredValue::new_local(None::<Address>);
    let address = RwSignal::new(None::<String>);
    let open = move |_| {
        if address.with_untracked(Option::is_some) {
            address.set(None);
            shown.set_value(None);
            return;
        }
        let Some(space) = about.space.get_untracked() else { return };
        let file = one.get_value();
        spawn(async move {
            match about.app.content(space, &file).await {
                Ok(content) => about.show(&file, &content, shown, address, lang.get_untracked()),
                Err(error) => {
                    let text = words::not_opened(&error).get(lang.get_untracked());
                    let _ = about.said.try_set(Some(text.to_owned()));
                }
            }
        });
    };
    let remove = move |_| {
        let file = one.get_value();
        if about.remove.run(file.blob) {
            about.said.set(Some(words::about(words::REMOVED, &file.name, lang.get_untracked())));
            about.problem.set(None);
            about.gone.set(Some(file));
        }
    };
    let (called, opened) = (StoredValue::new(name.clone()), name.clone());
    let picture = move || {
        let alt = words::about(words::SHOWS, &opened, lang.get());
        address.get().map(|src| view! { <img class="files__picture" src=src alt=alt /> })
    };
    view! {
        <li class="files__one">
            <div class="files__words">
                <bdi class="files__name">{name}</bdi>
                <span class="files__about">{move || words::size(size, lang.get())} " · " {says}</span>
            </div>
            <div class="files__ways">
                <Show when=move || here.get()>
                    <button type="button" class="nl-button nl-button--secondary" aria-expanded=move || address.with(|at| at.is_some().then_some("true")) on:click=open>
                        {move || if address.with(Option::is_some) { words::SHUT } else { words::OPEN }.get(lang.get())}
                        <span class="visually-hidden">": " {called.get_value()}</span>
                    </button>
                </Show>
                <Show when=move || about.may_change.get()>
                    <button type="button" class="nl-button nl-button--subtle" on:click=remove>
                        {tr(words::REMOVE)}<span class="visually-hidden">": " {called.get_value()}</span>
                    </button>
                </Show>
            </div>
            {refused}
            {picture}
        </li>
    }
}

#[component]
fn Undo(about: About) -> impl IntoView {
    let back = move |_| {
        let Some(file) = about.gone.get_untracked() else { return };
        if about.add.run(file) {
            about.gone.set(None);
            about.said.set(None);
            about.problem.set(None);
        }
    };
    view! {
        <Show when=move || about.gone.with(Option::is_some)>
            <button type="button" class="nl-button nl-button--secondary" on:click=back>
                <Drawn icon=Icon::Undo /> {tr(words::PUT_BACK)}
                <span class="visually-hidden">": " {move || about.gone.get().map(|file| file.name)}</span>
            </button>
        </Show>
    }
}

#[component]
fn Add(about: About) -> impl IntoView {
    let lang = use_lang();
    let over = RwSignal::new(false);
    let choose = move |_| {
        spawn(async move { about.take(files::pick("", LIMIT).await, lang.get_untracked()).await })
    };
    let photo = move |_| {
        spawn(async move { about.take(files::take_photo(LIMIT).await, lang.get_untracked()).await })
    };
    let drop = move |event: leptos::ev::DragEvent| {
        over.set(false);
        let dropped = files::dropped(&event);
        spawn(async move {
            for file in dropped {
                about.take(files::read(&file, LIMIT).await, lang.get_untracked()).await;
            }
        });
    };
    let hangs = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let has_camera = page::matches("(pointer: coarse)");
    let named = move || view! { <span class="visually-hidden">": " {about.name}</span> };
    let hint = move || if over.get() { words::DROP } else { words::HINT }.get(lang.get());
    view! {
        <div class="files__add" class:files__add--over=move || over.get() on:dragover=hangs on:dragleave=move |_| over.set(false) on:drop=drop>
            <div class="actions">
                <button type="button" class="nl-button nl-button--secondary" disabled=move || about.busy.get() on:click=choose>
                    <Drawn icon=Icon::Plus /> {tr(words::ADD)} {named()}
                </button>
                {has_camera.then(|| view! {
                    <button type="button" class="nl-button nl-button--secondary" disabled=move || about.busy.get() on:click=photo>
                        {tr(words::PHOTO)} {named()}
                    </button>
                })}
            </div>
            <p class="files__hint">{hint}</p>
        </div>
    }
}

#[component]
fn Said(about: About) -> impl IntoView {
    let lang = use_lang();
    let says = move || {
        if about.busy.get() {
            return Some(words::BUSY.get(lang.get()).to_owned());
        }
        about.said.get()
    };
    view! {
        {move || about.problem.get().map(|problem| view! {
            <p class="files__problem" role="alert"><Drawn icon=Icon::Warning /> {problem.text().get(lang.get())}</p>
        })}
        <p class="files__said" role="status">{says}</p>
    }
}

impl About {
    /// Keeps what was chosen, and then puts it in the document.
    async fn take(self, picked: Result<Picked, FileError>, lang: Lang) {
        let picked = match picked {
            Ok(picked) => picked,
            Err(FileError::Cancelled) => return,
            Err(FileError::TooLarge) => return self.refused(NotAdded::TooLarge),
            Err(FileError::Refused) => return self.refused(NotAdded::Unreadable),
        };
        let Some(space) = self.space.try_get_untracked().flatten() else {
            return self.refused(NotAdded::MayNot);
        };
        let _ = self.busy.try_set(true);
        let made = self.app.attach(space, picked).await;
        let _ = self.busy.try_set(false);
        match made {
            Ok(file) => {
                let name = file.name.clone();
                if self.add.run(file) {
                    let _ = self.problem.try_set(None);
                    let _ = self.gone.try_set(None);
                    let _ = self.said.try_set(Some(words::about(words::ADDED, &name, lang)));
                } else {
                    self.refused(NotAdded::MayNot);
                }
            }
            Err(problem) => self.refused(problem),
        }
    }

    fn refused(self, problem: NotAdded) {
        let _ = self.said.try_set(None);
        let _ = self.problem.try_set(Some(problem));
    }

    /// A picture in the page; anything else among the downloads, where the device opens it with what it has for it.
    fn show(
        self,
        file: &Attachment,
        content: &[u8],
        shown: StoredValue<Shown, LocalStorage>,
        address: RwSignal<Option<String>>,
        lang: Lang,
    ) {
        let kind = look(content);
        if let Look::Picture(media) = kind
            && let Some(made) = Address::of(content, media)
        {
            let _ = address.try_set(Some(made.text().to_owned()));
            let _ = shown.try_set_value(Some(made));
            return;
        }
        let said = match files::download(&file.name, kind.media(), content) {
            Ok(()) => words::about(words::DOWNLOADED, &file.name, lang),
            Err(_) => words::NOT_READ.get(lang).to_owned(),
        };
        let _ = self.said.try_set(Some(said));
    }
}
