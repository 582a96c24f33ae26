//! Recording a voice and listening to it: one component for a parent's phone, the table and the app. It keeps and sends nothing, and holds no
//! sentence: whoever shows it gives a [`Tape`], says the words and keeps what was recorded.

use std::sync::Arc;

use leptos::prelude::*;

/// A recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    pub bytes: Arc<Vec<u8>>,
    /// As the browser calls it, `audio/webm`.
    pub media: String,
    /// Whole seconds, at least 1.
    pub seconds: u32,
    /// It stopped before whoever spoke said so.
    pub cut: bool,
}

/// How long and how large a recording may become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub seconds: u32,
    pub bytes: u32,
}

/// Two minutes of a voice take some 360 kB; a browser that cannot record that small stops sooner.
pub const LIMIT: Limit = Limit { seconds: 120, bytes: 600_000 };

/// What the browser tells of a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    Began,
    /// So many seconds are on it.
    At(u32),
    /// What was said so far; it goes on.
    Part(Sound),
    /// The page was hidden, or the device locked; this much is on it.
    Cut(Sound),
    Done(Sound),
    /// The limit was reached; this much is on it.
    Full(Sound),
    /// The person, or the device, gives no microphone.
    Refused,
    Failed,
}

impl Heard {
    /// As `public/recorder.js` tells it.
    pub fn of(what: &str, seconds: u32, sound: Option<Sound>) -> Self {
        let sound = sound.map(|sound| Sound { cut: matches!(what, "part" | "cut"), ..sound });
        match (what, sound) {
            ("part", Some(sound)) => Self::Part(sound),
            ("cut", Some(sound)) => Self::Cut(sound),
            ("began", _) => Self::Began,
            ("at", _) => Self::At(seconds),
            ("done", Some(sound)) => Self::Done(sound),
            ("full", Some(sound)) => Self::Full(sound),
            ("refused", _) => Self::Refused,
            _ => Self::Failed,
        }
    }
}

/// The microphone and the loudspeaker of whoever shows this. `Copy`.
#[derive(Clone, Copy)]
pub struct Tape {
    /// Whether this browser can record at all.
    pub can: bool,
    /// Asks for the microphone, and begins.
    pub begin: Callback<(Limit, Callback<Heard>)>,
    /// Pauses (true) or goes on.
    pub pause: Callback<bool>,
    pub stop: Callback<()>,
    /// The microphone goes off and what was recorded is forgotten.
    pub drop: Callback<()>,
    /// Plays; the answer comes at the end and tells whether it could be played.
    pub play: Callback<(Sound, Callback<bool>)>,
    pub hush: Callback<()>,
}

/// A sentence of the recorder. Whoever shows it says it; the number is in seconds, where the sentence has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// What it is, how long it may take and how much it costs to send; the number is the limit.
    Lead,
    Cannot,
    Begin,
    /// The browser, or the device, asks whether it may.
    Asks,
    Runs,
    Stands,
    /// How much is on it.
    Time,
    Pause,
    Onward,
    Ready,
    /// What was recorded is here, and how long it is.
    Is,
    /// The same of what stopped too soon.
    Cut,
    Listen,
    Stop,
    Again,
    Away,
    Back,
    Full,
    Refused,
    Failed,
}

/// Minutes and seconds, `1:05`: the same in every language.
pub fn time(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Where the recorder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Rest,
    Asks,
    Runs,
    Stands,
    Plays,
}

/// The recorder as its parts share it. `Copy`.
#[derive(Clone, Copy)]
struct Machine {
    tape: Tape,
    limit: Limit,
    sound: Signal<Option<Sound>>,
    keep: Callback<Option<Sound>>,
    live: Option<RwSignal<bool>>,
    at: RwSignal<At>,
    seconds: RwSignal<u32>,
    note: RwSignal<Option<Tone>>,
    /// What was thrown away last, as long as this page is shown.
    thrown: RwSignal<Option<Sound>>,
}

impl Machine {
    /// `heard` lives as long as the recorder: one made at a button goes with that button.
    fn begin(self, heard: Callback<Heard>) {
        self.note.set(None);
        self.seconds.set(0);
        self.at.set(At::Asks);
        self.tape.begin.run((self.limit, heard));
    }

    /// A callback of the browser may come after the page went.
    fn heard(self, heard: Heard) {
        let note = match heard {
            Heard::Began => {
                let _ = self.at.try_set(At::Runs);
                return;
            }
            Heard::At(seconds) => {
                let _ = self.seconds.try_set(seconds);
                return;
            }
            Heard::Part(sound) => {
                if self.live.is_some() {
                    self.keep.run(Some(sound));
                }
                return;
            }
            Heard::Done(sound) | Heard::Cut(sound) => {
                self.keep.run(Some(sound));
                None
            }
            Heard::Full(sound) => {
                self.keep.run(Some(sound));
                Some(Tone::Full)
            }
            Heard::Refused => Some(Tone::Refused),
            Heard::Failed => Some(Tone::Failed),
        };
        let _ = self.thrown.try_set(None);
        let _ = self.note.try_set(note);
        let _ = self.at.try_set(At::Rest);
    }

    /// The one next step, whatever it is now: its button stays, so that the focus does.
    fn main(self, heard: Callback<Heard>) {
        match (self.at.get_untracked(), self.sound.get_untracked()) {
            (At::Rest, None) => self.begin(heard),
            (At::Rest, Some(sound)) => self.play(sound),
            (At::Runs | At::Stands, _) => self.tape.stop.run(()),
            (At::Plays, _) => self.hush(),
            (At::Asks, _) => {}
        }
    }

    fn play(self, sound: Sound) {
        self.note.set(None);
        self.at.set(At::Plays);
        let over = move |played: bool| {
            let _ = self.at.try_set(At::Rest);
            let _ = self.note.try_set((!played).then_some(Tone::Failed));
        };
        self.tape.play.run((sound, Callback::new(over)));
    }

    fn hush(self) {
        self.tape.hush.run(());
        self.at.set(At::Rest);
    }

    fn pause(self) {
        let stands = self.at.get_untracked() == At::Stands;
        self.tape.pause.run(!stands);
        self.at.set(if stands { At::Runs } else { At::Stands });
    }

    fn throw_away(self) {
        self.hush();
        self.note.set(None);
        self.thrown.set(self.sound.get_untracked());
        self.keep.run(None);
    }

    fn put_back(self) {
        self.keep.run(self.thrown.get_untracked());
        self.thrown.set(None);
    }

    fn label(self) -> Tone {
        match (self.at.get(), self.sound.with(Option::is_some)) {
            (At::Rest, true) => Tone::Listen,
            (At::Rest, false) | (At::Asks, _) => Tone::Begin,
            (At::Runs | At::Stands, _) => Tone::Ready,
            (At::Plays, _) => Tone::Stop,
        }
    }

    fn records(self) -> bool {
        matches!(self.at.get(), At::Runs | At::Stands)
    }

    /// What is said about where it is.
    fn status(self) -> Option<(Tone, u32)> {
        if let Some(note) = self.note.get() {
            return Some((note, self.limit.seconds));
        }
        match self.at.get() {
            At::Runs => Some((Tone::Runs, 0)),
            At::Stands => Some((Tone::Stands, 0)),
            At::Asks => Some((Tone::Asks, 0)),
            _ => self.sound.with(|one| {
                let one = one.as_ref()?;
                Some((if one.cut { Tone::Cut } else { Tone::Is }, one.seconds))
            }),
        }
    }
}

/// Records one voice. `sound` is what is there now; `keep` takes what was recorded, and nothing when it is thrown away. Leaving the page ends
/// a recording that was not finished; a page that is hidden ends it as well, and what was said is kept.
#[component]
pub fn Recorder(
    tape: Tape,
    limit: Limit,
    #[prop(into)] sound: Signal<Option<Sound>>,
    #[prop(into)] keep: Callback<Option<Sound>>,
    /// The words: a sentence and its number.
    #[prop(into)]
    says: Callback<(Tone, u32), String>,
    /// Where this is given it tells whether a recording runs, and what was said so far is handed to `keep` every few seconds.
    #[prop(optional)]
    live: Option<RwSignal<bool>>,
) -> impl IntoView {
    if !tape.can {
        let cannot = move || says.run((Tone::Cannot, 0));
        return view! { <p class="nl-paragraph">{cannot}</p> }.into_any();
    }
    let machine = Machine {
        tape,
        limit,
        sound,
        keep,
        live,
        at: RwSignal::new(At::Rest),
        seconds: RwSignal::new(0),
        note: RwSignal::new(None),
        thrown: RwSignal::new(None),
    };
    let heard = Callback::new(move |heard| machine.heard(heard));
    on_cleanup(move || {
        tape.drop.run(());
        tape.hush.run(());
    });
    if let Some(live) = live {
        Effect::new(move || live.set(machine.records()));
    }
    let word = move |tone: Tone| move || says.run((tone, limit.seconds));
    let status = move || machine.status().map(|said| says.run(said));
    let time = move || machine.records().then(|| says.run((Tone::Time, machine.seconds.get())));
    let rests =
        move || matches!(machine.at.get(), At::Rest | At::Plays) && sound.with(Option::is_some);
    let can_put_back = move || {
        machine.at.get() == At::Rest
            && machine.thrown.with(Option::is_some)
            && sound.with(|now| now.as_ref().is_none_or(|now| !now.cut))
    };
    let pause = move || {
        let stands = machine.at.get() == At::Stands;
        says.run((if stands { Tone::Onward } else { Tone::Pause }, 0))
    };
    view! {
        <div class="opname">
            <p class="nl-paragraph">{word(Tone::Lead)}</p>
            <p class="nl-paragraph" role="status">{status}</p>
            <p class="opname__tijd" role="timer">{time}</p>
            <p class="actions">
                <button type="button" class="nl-button nl-button--secondary" aria-disabled=move || (machine.at.get() == At::Asks).then_some("true") on:click=move |_| machine.main(heard)>
                    {move || says.run((machine.label(), 0))}
                </button>
                <Show when=move || machine.records()>
                    <button type="button" class="nl-button nl-button--secondary" on:click=move |_| machine.pause()>{pause}</button>
                </Show>
                <Show when=rests>
                    <button type="button" class="nl-button nl-button--secondary" on:click=move |_| machine.begin(heard)>{word(Tone::Again)}</button>
                    <button type="button" class="nl-button nl-button--secondary" on:click=move |_| machine.throw_away()>{word(Tone::Away)}</button>
                </Show>
                <Show when=can_put_back>
                    <button type="button" class="nl-button nl-button--secondary" on:click=move |_| machine.put_back()>{word(Tone::Back)}</button>
                </Show>
            </p>
        </div>
    }
    .into_any()
}
