//! The drawing sheet: finger, mouse or pen; once a pen was seen, the hand that leans on the sheet draws nothing. Stickers do
//! everything that a line does, by tap and by key.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::Canvas;
use leptos::prelude::*;
use model::inbreng::{Contribution, Way};
use model::leerlingenraad::hand::{self, Begins, Tool};
use model::tekening::drawing::{
    Brush, Crayon, Drawing, HEIGHT, LARGEST, Mark, Point, Sticker, Stroke, WIDTH,
};

use super::answer::begun;
use super::round::Here;
use crate::components::drawing::Marks;
use crate::components::icon::{Drawn, Icon};
use crate::components::read_aloud::ReadAloud;
use crate::i18n::{tr, use_lang};
use crate::platform::ink::Ink;
use crate::platform::{drag, pen};
use crate::texts::leerlingenraad::kring as words;

pub mod tools;

use tools::Tools;

/// How far a key moves a sticker, in units of the sheet.
const KEY: i32 = 80;
/// How far apart the places of a line are at least, in units: a steady hand tells nothing new.
const STEP: i32 = 3;

/// Something on the sheet, under a number that nothing had before: what did not change is not drawn again.
type Numbered = (u32, Mark);

/// What lies on the sheet, and with what is drawn.
#[derive(Clone, Copy)]
pub struct Sheet {
    marks: RwSignal<Vec<Numbered>>,
    undone: RwSignal<Vec<Mark>>,
    number: StoredValue<u32>,
    /// The line that is being drawn; no view follows it.
    line: StoredValue<Option<Drawn>, LocalStorage>,
    canvas: NodeRef<Canvas>,
    crayon: RwSignal<Crayon>,
    brush: RwSignal<Brush>,
    pen_only: RwSignal<bool>,
    full: RwSignal<bool>,
}

/// A line under way.
struct Drawn {
    pointer: i32,
    tool: Tool,
    area: pen::Area,
    stroke: Stroke,
    ink: Option<Ink>,
}

impl Drawn {
    /// Takes in where the pointer was since, and draws that much.
    fn goes_on(&mut self, event: &PointerEvent) {
        let from = self.stroke.points.len();
        for place in pen::places(self.area, event) {
            if self.stroke.points.last().is_none_or(|last| apart(*last, place)) {
                self.stroke.points.push(place);
            }
        }
        let bits = (from..self.stroke.points.len()).filter_map(|at| self.stroke.bit(at));
        if let Some(ink) = &mut self.ink {
            ink.draw(bits);
        }
    }
}

impl Sheet {
    fn new(marks: Vec<Mark>) -> Self {
        let sheet = Self {
            marks: RwSignal::new(Vec::new()),
            undone: RwSignal::new(Vec::new()),
            number: StoredValue::new(0),
            line: StoredValue::new_local(None),
            canvas: NodeRef::new(),
            crayon: RwSignal::new(Crayon::Blauw),
            brush: RwSignal::new(Brush::Gewoon),
            pen_only: RwSignal::new(false),
            full: RwSignal::new(false),
        };
        sheet.marks.set(marks.into_iter().map(|mark| sheet.numbered(mark)).collect());
        sheet
    }

    fn numbered(self, mark: Mark) -> Numbered {
        let number = self.number.try_update_value(|number| {
            *number += 1;
            *number
        });
        (number.unwrap_or_default(), mark)
    }

    fn drawing(self) -> Drawing {
        self.marks.with_untracked(|marks| Drawing {
            marks: marks.iter().map(|(_, mark)| mark.clone()).collect(),
        })
    }

    fn put(self, mark: Mark) {
        let mut drawing = self.drawing();
        drawing.marks.push(mark.clone());
        if drawing.pack().len() > LARGEST {
            return self.full.set(true);
        }
        let mark = self.numbered(mark);
        self.marks.update(|marks| marks.push(mark));
        self.undone.set(Vec::new());
    }

    /// A pen that comes near is known before it draws: the hand comes first.
    fn near(self, event: &PointerEvent) {
        if pen::tool(event) == Tool::Pen && !self.pen_only.get_untracked() {
            self.pen_only.set(true);
        }
    }

    fn down(self, event: &PointerEvent) {
        self.near(event);
        let tool = pen::tool(event);
        let under_way = self.line.with_value(|line| line.as_ref().map(|line| line.tool));
        if hand::begins(tool, self.pen_only.get_untracked(), under_way) == Begins::Nothing {
            return;
        }
        event.prevent_default();
        let Some(area) = pen::area(event.current_target()) else { return };
        drag::hold(event.current_target(), event);
        let (crayon, brush) = (self.crayon.get_untracked(), self.brush.get_untracked());
        let ink = self.canvas.get_untracked().and_then(|canvas| Ink::on(&canvas, crayon.colour()));
        let stroke = Stroke { crayon, brush, points: Vec::new() };
        // The line of a hand that leans is gone with it.
        let mut line = Drawn { pointer: event.pointer_id(), tool, area, stroke, ink };
        if let Some(ink) = &line.ink {
            ink.wipe();
        }
        line.goes_on(event);
        self.line.set_value(Some(line));
    }

    fn moved(self, event: &PointerEvent) {
        self.line.update_value(|line| {
            if let Some(line) = line.as_mut().filter(|line| line.pointer == event.pointer_id()) {
                line.goes_on(event);
            }
        });
    }

    /// A line that the system took away, such as for a gesture with the whole hand, is no line.
    fn up(self, event: &PointerEvent, counts: bool) {
        let is_this = |line: &Drawn| line.pointer == event.pointer_id();
        let line = self.line.try_update_value(|line| line.take_if(|line| is_this(line)));
        let Some(line) = line.flatten() else { return };
        if counts {
            self.put(Mark::Stroke(line.stroke.thinned()));
        }
        // The line lies on the sheet by then; another that began meanwhile wiped the canvas itself.
        let other = self.line;
        request_animation_frame(move || {
            if other.try_with_value(Option::is_none) == Some(true)
                && let Some(ink) = line.ink
            {
                ink.wipe();
            }
        });
    }

    fn undo(self) {
        if let Some((_, mark)) = self.marks.try_update(Vec::pop).flatten() {
            self.undone.update(|undone| undone.push(mark));
            self.full.set(false);
        }
    }

    fn redo(self) {
        if let Some(mark) = self.undone.try_update(Vec::pop).flatten() {
            let mark = self.numbered(mark);
            self.marks.update(|marks| marks.push(mark));
        }
    }

    /// In the middle of the next free place of a raster of four by three.
    fn stick(self, sticker: Sticker) {
        let count = self.marks.with_untracked(Vec::len);
        let at = i32::try_from(count % 12).unwrap_or_default();
        let (x, y) = (WIDTH / 8 + at % 4 * WIDTH / 4, HEIGHT / 6 + at / 4 * HEIGHT / 3);
        self.put(Mark::Sticker { sticker, x, y });
    }

    /// Moves the sticker that was put down last.
    fn key(self, event: &KeyboardEvent) {
        let (dx, dy) = match event.key().as_str() {
            "ArrowLeft" => (-KEY, 0),
            "ArrowRight" => (KEY, 0),
            "ArrowUp" => (0, -KEY),
            "ArrowDown" => (0, KEY),
            _ => return,
        };
        event.prevent_default();
        let last = self.marks.with_untracked(|marks| marks.last().map(|(_, mark)| mark.clone()));
        let Some(Mark::Sticker { sticker, x, y }) = last else { return };
        let (x, y) = ((x + dx).clamp(0, WIDTH), (y + dy).clamp(0, HEIGHT));
        let moved = self.numbered(Mark::Sticker { sticker, x, y });
        self.marks.update(|marks| {
            marks.pop();
            marks.push(moved);
        });
    }
}

fn apart(a: Point, b: Point) -> bool {
    (a.x - b.x).abs() >= STEP || (a.y - b.y).abs() >= STEP
}

#[component]
pub fn Draw(here: Here) -> impl IntoView {
    let one = begun(here, Way::Tekenen);
    let marks = Drawing::unpack(&one.drawing).unwrap_or_default().marks;
    let sheet = Sheet::new(marks);
    let one = StoredValue::new(one);
    let said = move || {
        let drawing = sheet.drawing();
        let drawing = if drawing.is_empty() { Vec::new() } else { drawing.pack() };
        Contribution { drawing, ..one.get_value() }
    };
    let ready = move |_| here.step(|seat| seat.answer(said()));
    let back = move |_| here.step(|seat| seat.back_with(said()));
    let lang = use_lang();
    let drawn =
        move |(_, mark): Numbered| view! { <Marks drawing=Drawing { marks: vec![mark] } /> };
    view! {
        <section class="child__screen child__screen--draw">
            <h2 class="child__title child__title--small" tabindex="-1"><ReadAloud text=here.asks() /></h2>
            <div class="draw">
                <div class="draw__paper">
                <svg
                    class="draw__sheet"
                    viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                    role="img"
                    aria-label=move || words::SHEET.get(lang.get())
                    on:pointerenter=move |event| sheet.near(&event)
                    on:pointerdown=move |event| sheet.down(&event)
                    on:pointermove=move |event| sheet.moved(&event)
                    on:pointerup=move |event| sheet.up(&event, true)
                    on:pointercancel=move |event| sheet.up(&event, false)
                >
                    <For each=move || sheet.marks.get() key=|(number, _)| *number children=drawn />
                </svg>
                <canvas node_ref=sheet.canvas class="draw__line" aria-hidden="true"></canvas>
                </div>
                <Tools sheet />
            </div>
            <Show when=move || sheet.full.get()><p class="child__hint" role="status">{tr(words::TOO_FULL)}</p></Show>
            <p class="child__acts draw-acts">
                <button type="button" class="child__button" on:click=back>{tr(words::BACK)}</button>
                <button type="button" class="child__button" disabled=move || sheet.marks.with(Vec::is_empty) on:click=move |_| sheet.undo()>
                    <Drawn icon=Icon::Undo /> <span class="draw-acts__word">{tr(words::UNDO)}</span>
                </button>
                <button type="button" class="child__button" disabled=move || sheet.undone.with(Vec::is_empty) on:click=move |_| sheet.redo()>
                    <Drawn icon=Icon::Redo /> <span class="draw-acts__word">{tr(words::REDO)}</span>
                </button>
                <button type="button" class="child__button child__button--main" on:click=ready>{tr(words::READY)}</button>
            </p>
        </section>
    }
}
