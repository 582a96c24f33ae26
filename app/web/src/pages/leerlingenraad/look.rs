//! The adult's look: everything that waits on this device, one by one, in random order; then all of it to the council at
//! once (KIND-10). It opens only when enough children took part (KIND-12). A worry about a child goes to the school's own procedure, never into the data.

use leptos::prelude::*;
use leptos_router::components::A;
use model::inbreng::pool::{self, Pool};
use model::inbreng::{Inbreng, SMALLEST, Way};
use model::leerlingenraad::questions::Card;
use model::leerlingenraad::{Command, CouncilChange};
use rules::text::Lang;

use super::frame::{CouncilPage, note_safe};
use super::pool::{NotAll, Waiting};
use super::room::Council;
use crate::components::alert::{Alert, Tone};
use crate::components::drawing::{Picture, contents};
use crate::components::empty::EmptyState;
use crate::components::icon::{Drawn, Icon};
use crate::components::kantlijn::{Kantlijn, Note};
use crate::components::progress::Progress;
use crate::components::unique::unique;
use crate::i18n::{tr, tr_signal, use_lang};
use crate::platform::{random, spawn};
use crate::state::ledger::Ledger;
use crate::texts::leerlingenraad::{self as room_words, council as steps, look as words};
use model::tekening::drawing::Drawing;

pub mod dots;

use dots::Dots;

/// What was just left out, and can be put back for now.
#[derive(Clone)]
enum Gone {
    One(String, pool::Waiting),
    Dots(pool::Dots),
}

/// What waits, and what was just left out.
#[derive(Clone, Copy)]
pub struct Desk {
    council: Council,
    waiting: Waiting,
    /// Open from the first, so that it can be written when everything was looked at.
    inbreng: Ledger<Inbreng>,
    left_out: RwSignal<Option<Gone>>,
    /// The box is being looked into.
    busy: RwSignal<bool>,
    /// Why this is perhaps not everything, as far as an adult may lay down what is here all the same.
    passes: RwSignal<Option<NotAll>>,
}

impl Desk {
    fn change(self, act: impl FnOnce(&mut Pool)) {
        self.waiting.change(act);
    }

    fn of<T: Default>(self, read: impl FnOnce(&Pool) -> T) -> T {
        self.waiting.of(read)
    }

    /// Looks into the box once more, because it ends with this; then everything goes to the council. `anyway`: also when
    /// it cannot be known whether it is everything, as far as the screen asked that already.
    fn lay_down(self, anyway: bool) {
        let passed = if anyway { self.passes.get_untracked() } else { None };
        self.look_once(move |missing| {
            let asked =
                untrack(|| self.of(|pool| pool.set.has_secret())).then_some(NotAll::Tablets);
            let open = |one: &NotAll| !one.may_pass() || Some(*one) > passed;
            let Some(missing) = missing.into_iter().chain(asked).find(open) else {
                return self.lay_down_now();
            };
            self.council.room.problem.set(Some(missing.text()));
            self.passes.set(Some(missing).filter(|one| one.may_pass()));
        });
    }

    /// What came in meanwhile, in one go: cards that appear one tablet after the other would tell whose they are.
    fn fetch(self) {
        self.look_once(move |missing| {
            let not_reached = missing.filter(|missing| *missing == NotAll::NotReached);
            self.council.room.problem.set(not_reached.map(|_| words::FETCH_NOT));
        });
    }

    /// Opens what came in; `anyway`: also of too few children.
    fn open(self, anyway: bool) {
        let may = untrack(|| self.of(|pool| anyway || pool.may_open()));
        if let (true, Some(seed)) = (may, random::bytes()) {
            self.change(|pool| pool.open(&seed));
        }
    }

    fn look_once(self, then: impl FnOnce(Option<NotAll>) + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn(async move {
            let missing = self.waiting.look_once().await;
            self.open(false);
            // Nothing when the page is gone.
            if self.busy.try_set(false).is_none() {
                then(missing);
            }
        });
    }

    fn lay_down_now(self) {
        if untrack(|| self.lies()) {
            return self.let_go();
        }
        let (Some(pool), Some(seed)) = (self.waiting.pool.get_untracked(), random::bytes()) else {
            return;
        };
        let room = self.council.room;
        let batch = match pool.batch(&seed) {
            Ok(batch) => batch,
            Err(not_yet) => return room.problem.set(Some(not_yet.text())),
        };
        if !room.ran(self.inbreng, &batch) {
            return;
        }
        let id = self.council.id.get_untracked();
        room.act(Command::SetCouncil { id, change: CouncilChange::Held(true) });
    }

    /// Whether all that waits lies in the council, on the disk or only on the screen yet.
    fn lies(self) -> bool {
        self.inbreng
            .view
            .with(|view| view.as_ref().is_some_and(|view| self.of(|pool| pool.lies_in(view))))
    }

    /// Only when the disk has it there is it gone from here.
    fn let_go(self) {
        let room = self.council.room;
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn(async move {
            if !room.app.is_all_saved().await {
                let _ = room.problem.try_set(Some(words::LAID_NOT));
            } else if self.waiting.empty().await {
                let _ = room.said.try_set(Some(words::DONE));
            }
            let _ = self.busy.try_set(false);
        });
    }

    fn throw_away(self) {
        spawn(async move {
            self.waiting.empty().await;
        });
    }
}

pub fn page(council: Council) -> AnyView {
    if let Some(kantlijn) = Kantlijn::get() {
        kantlijn.put(Note::text(words::WORRY, words::WORRY_BODY));
    }
    note_safe();
    let desk = Desk {
        council,
        waiting: Waiting::follow(council),
        inbreng: council.inbreng(),
        left_out: RwSignal::new(None),
        busy: RwSignal::new(false),
        passes: RwSignal::new(None),
    };
    let over_network = Memo::new(move |_| desk.of(|pool| pool.set.dropbox().is_some()));
    let closed = Memo::new(move |_| desk.of(Pool::closed));
    let read = Memo::new(move |_| desk.waiting.pool.with(Option::is_some));
    Effect::new(move || {
        if read.get() {
            desk.open(false);
        }
    });
    let lies_there = Memo::new(move |_| desk.lies());
    Effect::new(move || {
        if lies_there.get() {
            desk.let_go();
        }
    });
    let ids = Memo::new(move |_| {
        desk.of(|pool| {
            let tells = pool.waiting.iter().filter(|(_, one)| one.what.tells());
            tells.map(|(id, _)| id.clone()).collect::<Vec<_>>()
        })
    });
    let counts = Memo::new(move |_| desk.of(|pool| (pool.children(), pool.still())));
    let any = Memo::new(move |_| desk.of(|pool| pool.answers() != 0 || !pool.dots.is_empty()));
    let cards = Memo::new(move |_| {
        desk.of(|pool| pool.waiting.values().filter(|one| !one.what.tells()).count())
    });
    let lies = council.has_answers();
    let nothing = move || {
        if desk.waiting.unread.get() {
            return view! { <Alert tone=Tone::Problem title=tr_signal(words::UNREAD)><p>{tr(words::UNREAD_WHY)}</p></Alert> }.into_any();
        }
        if !read.get() {
            return view! { <Progress text=words::READING /> }.into_any();
        }
        let (title, text, page, name) = if lies.get() {
            (words::LIES, words::LIES_WHY, "/gezegd", steps::HEARD)
        } else {
            (words::NOTHING, words::NOTHING_WHY, "/kring", steps::CIRCLE)
        };
        view! { <EmptyState title text><A href=move || council.path(page) attr:class="nl-link">{tr(name)}</A></EmptyState> }.into_any()
    };
    let ready = move || {
        let blocked = lies.get() && !lies_there.get();
        counts.get().1 == 0 && counts.get().0 >= SMALLEST && closed.get().0 == 0 && !blocked
    };
    let lang = use_lang();
    view! {
        <CouncilPage council title=super::texts::LOOK>
            <p class="nl-paragraph nl-paragraph--lead">{tr(words::LEAD)}</p>
            <Show when=move || over_network.get()>
                <p><button type="button" class="nl-button nl-button--secondary" disabled=desk.busy on:click=move |_| desk.fetch()>{tr(words::FETCH)}</button></p>
            </Show>
            <LeftOut desk />
            <Show when=move || any.get() fallback=nothing>
                <p class="nl-paragraph">
                    {tr(words::CHILDREN)}": "{move || counts.get().0}". "{tr(words::STILL)}": "{move || counts.get().1}"."
                </p>
                <Show when=move || lies.get()>
                    <Alert tone=Tone::Waiting title=tr_signal(room_words::LIES_ALREADY)><p>{tr(words::LIES_ALREADY_WHY)}</p></Alert>
                </Show>
                <Closed desk closed />
                <Dots desk />
                <Show when=move || cards.get() != 0><p class="marks">{tr(words::CARDS)}": "{cards}</p></Show>
                <ul class="cards">
                    <For each=move || ids.get() key=|id| id.clone() let:id><One desk id /></For>
                </ul>
                <Show when=move || counts.get().0 < SMALLEST><p class="nl-paragraph">{tr(words::SMALL)}</p></Show>
                <p>
                    <button type="button" class="nl-button nl-button--primary" disabled=move || !ready() || desk.busy.get() on:click=move |_| desk.lay_down(false)>
                        {tr(words::ALL_TO_COUNCIL)} <Drawn icon=Icon::Forward />
                    </button>
                </p>
                <Show when=move || desk.passes.get().is_some() && ready()>
                    <p>
                        <button type="button" class="nl-button nl-button--secondary" disabled=desk.busy on:click=move |_| desk.lay_down(true)>
                            {move || desk.passes.get().map(|one| one.pass().get(lang.get()))}
                        </button>
                    </p>
                </Show>
                <details class="more">
                    <summary class="more__open">{tr(words::CLEAR)}</summary>
                    <p class="nl-paragraph">{tr(words::CLEAR_SURE)}</p>
                    <button type="button" class="nl-button nl-button--secondary" on:click=move |_| desk.throw_away()>{tr(words::CLEAR_YES)}</button>
                </details>
            </Show>
        </CouncilPage>
    }
    .into_any()
}

/// Answers of so few children that who looks could tell what belongs together. A person may choose to look all the same: a
/// child that tells something worrying must be heard today.
#[component]
fn Closed(desk: Desk, closed: Memo<(usize, u32)>) -> impl IntoView {
    view! {
        <Show when=move || closed.get().0 != 0>
            <section aria-labelledby="nog-dicht">
                <h2 id="nog-dicht" class="nl-heading nl-heading--level-2">{tr(words::CLOSED)}</h2>
                <p class="nl-paragraph" role="status">{tr(words::CLOSED_OF)}": "{move || closed.get().1}"."</p>
                <p class="nl-paragraph">{tr(words::CLOSED_WHY)}</p>
                <details class="more">
                    <summary class="more__open">{tr(words::OPEN_FEW)}</summary>
                    <p class="nl-paragraph">{tr(words::OPEN_FEW_WHY)}</p>
                    <button type="button" class="nl-button nl-button--secondary" disabled=desk.busy on:click=move |_| desk.open(true)>{tr(words::OPEN)}</button>
                </details>
            </section>
        </Show>
    }
}

#[component]
fn LeftOut(desk: Desk) -> impl IntoView {
    let back = move |_| {
        let Some(gone) = desk.left_out.try_update(Option::take).flatten() else { return };
        desk.change(|pool| match gone {
            Gone::One(id, waiting) => {
                pool.waiting.insert(id, waiting);
            }
            Gone::Dots(dots) => pool.put_dots(dots),
        });
    };
    view! {
        <Show when=move || desk.left_out.with(Option::is_some)>
            <p class="nl-paragraph" role="status">
                {tr(words::LEFT_OUT)} " "
                <button type="button" class="nl-button nl-button--secondary" on:click=back>{tr(words::PUT_BACK)}</button>
            </p>
        </Show>
    }
}

/// The name of a card on the screen.
pub fn card_name(slug: &str, lang: Lang) -> String {
    Card::from_slug(slug).map_or_else(|| slug.to_owned(), |card| card.label().get(lang).to_owned())
}

/// What is on a packed drawing, in words.
pub fn drawn(packed: &[u8], lang: Lang) -> String {
    Drawing::unpack(packed).map(|drawing| contents(&drawing, lang)).unwrap_or_default()
}

#[component]
fn One(desk: Desk, id: String) -> impl IntoView {
    let lang = use_lang();
    let id = StoredValue::new(id);
    let find = move || desk.of(|pool| id.with_value(|id| pool.waiting.get(id).cloned()));
    let Some(first) = untrack(find) else { return ().into_any() };
    let looked = Memo::new(move |_| find().is_some_and(|one| one.looked));
    let what = first.what;
    let (words_id, note_id) = (unique("woorden"), unique("opmerking"));
    let (text, note) = (RwSignal::new(what.words.clone()), RwSignal::new(what.note.clone()));
    let question = what.question.clone();
    let asks = move || desk.council.asks(&question, lang.get());
    let choice = what.choice.clone();
    let chose = (!choice.is_empty())
        .then(|| view! { <p class="said__choice">{tr(words::CHOSEN)}": "{move || card_name(&choice, lang.get())}</p> });
    let picture = (!what.drawing.is_empty()).then(|| {
        let name = format!(
            "{}: {}",
            words::DRAWING.get(lang.get_untracked()),
            drawn(&what.drawing, lang.get_untracked())
        );
        view! { <Picture packed=what.drawing.clone() name /> }
    });
    let may = if what.may_show { words::MAY_SHOW } else { words::NOT_SHOW };
    let fine = move |_| {
        let (text, note) = (text.get_untracked(), note.get_untracked());
        desk.change(|pool| {
            id.with_value(|id| pool.look(id, &text, &note));
        });
    };
    let again = move |_| desk.change(|pool| id.with_value(|id| pool.look_again(id)));
    let leave_out = move |_| {
        let gone = untrack(find);
        desk.left_out.set(gone.map(|gone| Gone::One(id.get_value(), gone)));
        desk.change(|pool| {
            id.with_value(|id| pool.leave_out(id));
        });
    };
    let way = what.way;
    let chosen_only = way == Way::Kiezen;
    let field = move || {
        view! {
            <div class="utrecht-form-field">
                <label class="utrecht-form-label utrecht-form-field__label" for=words_id.clone()>{tr(words::WORDS)}</label>
                <textarea id=words_id.clone() class="utrecht-textbox" rows="2" autocomplete="off" prop:readOnly=move || looked.get() prop:value=move || text.get() on:input=move |event| text.set(event_target_value(&event))></textarea>
            </div>
        }
    };
    view! {
        <li class="card said" class:said--looked=move || looked.get()>
            <p class="card__about">{asks}" · "{tr(way.label())}</p>
            {chose}
            {picture}
            {(!chosen_only).then(field)}
            {(!chosen_only).then(|| view! { <p class="marks">{tr(may)}</p> })}
            <details class="more">
                <summary class="more__open">{tr(words::NOTE)}</summary>
                <div class="utrecht-form-field">
                    <label class="utrecht-form-label utrecht-form-field__label" for=note_id.clone()>{tr(words::NOTE)}</label>
                    <input id=note_id type="text" class="utrecht-textbox" autocomplete="off" prop:readOnly=move || looked.get() prop:value=move || note.get() on:input=move |event| note.set(event_target_value(&event)) />
                </div>
            </details>
            <p class="actions said__acts">
                <Show
                    when=move || looked.get()
                    fallback=move || view! {
                        <button type="button" class="nl-button nl-button--secondary" on:click=fine><Drawn icon=Icon::Check /> {tr(words::FINE)}</button>
                        <button type="button" class="nl-button nl-button--subtle" on:click=leave_out>{tr(words::LEAVE_OUT)}</button>
                    }
                >
                    <span class="said__looked"><Drawn icon=Icon::Check /> {tr(words::LOOKED)}</span>
                    <button type="button" class="nl-button nl-button--subtle" on:click=again>{tr(words::AGAIN)}</button>
                </Show>
            </p>
        </li>
    }
    .into_any()
}
