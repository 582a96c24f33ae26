//! The line under the finger, on a canvas over the sheet: only what is new is drawn, so that a long line costs no more than a
//! short one. What a line is, is not known here.

use super::js;
use js_sys::Function;
use model::tekening::drawing::{Bit, HEIGHT, WIDTH};
use wasm_bindgen::{JsCast, JsValue};

/// A canvas with its pen, for one line. Its functions are looked up once.
pub struct Ink {
    pen: JsValue,
    begin: Function,
    to: Function,
    curve: Function,
    stroke: Function,
    width: i32,
}

impl Ink {
    /// Takes the canvas for a line in this colour.
    #[must_use]
    pub fn on(canvas: &JsValue, colour: &str) -> Option<Self> {
        let number = |of: &JsValue, name: &str| js::get(of, name)?.as_f64();
        // Two pixels each are enough for a line of a crayon; more is only slow.
        let dense = number(&js::window()?.into(), "devicePixelRatio").unwrap_or(1.0).min(2.0);
        let (wide, high) = (number(canvas, "clientWidth")?, number(canvas, "clientHeight")?);
        let (wide, high) = ((wide * dense).round().max(1.0), (high * dense).round().max(1.0));
        // A new size wipes it, so it is set only when it changes.
        if number(canvas, "width") != Some(wide) || number(canvas, "height") != Some(high) {
            js::set(canvas, "width", &wide.into());
            js::set(canvas, "height", &high.into());
        }
        let pen = js::call(canvas, "getContext", &["2d".into()]).ok()?;
        let (across, down) = (wide / f64::from(WIDTH), high / f64::from(HEIGHT));
        let zero = JsValue::from_f64(0.0);
        let fit = [across.into(), zero.clone(), zero.clone(), down.into(), zero.clone(), zero];
        js::call(&pen, "setTransform", &fit).ok()?;
        js::set(&pen, "strokeStyle", &colour.into());
        js::set(&pen, "lineCap", &"round".into());
        js::set(&pen, "lineJoin", &"round".into());
        let by_name = |name: &str| js::get(&pen, name)?.dyn_into::<Function>().ok();
        Some(Self {
            begin: by_name("beginPath")?,
            to: by_name("moveTo")?,
            curve: by_name("quadraticCurveTo")?,
            stroke: by_name("stroke")?,
            pen,
            width: 0,
        })
    }

    /// Draws what is new.
    pub fn draw(&mut self, bits: impl Iterator<Item = Bit>) {
        let number = |number: i32| JsValue::from_f64(f64::from(number));
        let mut open = false;
        for bit in bits {
            if bit.width != self.width {
                if open {
                    let _ = self.stroke.call0(&self.pen);
                    open = false;
                }
                js::set(&self.pen, "lineWidth", &number(bit.width));
                self.width = bit.width;
            }
            if !open {
                let _ = self.begin.call0(&self.pen);
                let _ = self.to.call2(&self.pen, &number(bit.from.0), &number(bit.from.1));
                open = true;
            }
            let (by, to) = (bit.by, bit.to);
            let all = [by.0, by.1, to.0, to.1].map(number);
            let _ = self.curve.apply(&self.pen, &all.iter().collect());
        }
        if open {
            let _ = self.stroke.call0(&self.pen);
        }
    }

    /// Nothing is left on the canvas.
    pub fn wipe(&self) {
        let all = [0, 0, WIDTH, HEIGHT].map(|one| JsValue::from_f64(f64::from(one)));
        let _ = js::call(&self.pen, "clearRect", &all);
    }
}
