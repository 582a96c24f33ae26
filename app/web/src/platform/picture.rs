//! Pictures made smaller and drawn anew, so that nothing is left of where and with what they were taken. What they are for is
//! not known here.

use super::files::Address;
use super::{files, js};
use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::EventTarget;

/// How well a photo is kept: text on it stays readable.
const QUALITY: f64 = 0.85;

/// The picture as JPEG on white, turned as it should be seen, its longest side at most `longest` pixels. Nothing when the
/// browser cannot read it.
pub async fn drawn_anew(bytes: &[u8], media: &str, longest: f64) -> Option<Vec<u8>> {
    let blob: JsValue = files::blob(bytes, media)?.into();
    let options = js::object(&[("imageOrientation", "from-image".into())]);
    let window: JsValue = js::window()?.into();
    let reading = js::call(&window, "createImageBitmap", &[blob, options]).ok()?;
    let bitmap = js::settle(reading).await.ok()?;
    let side = |name| js::get(&bitmap, name).and_then(|side| side.as_f64());
    let (width, height) = (side("width")?, side("height")?);
    let scale = (longest / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
    let canvas: JsValue = js::document()?.create_element("canvas").ok()?.into();
    js::set(&canvas, "width", &width.into());
    js::set(&canvas, "height", &height.into());
    let pen = js::call(&canvas, "getContext", &["2d".into()]).ok()?;
    js::set(&pen, "fillStyle", &"#ffffff".into());
    let all = [0.0.into(), 0.0.into(), width.into(), height.into()];
    js::call(&pen, "fillRect", &all).ok()?;
    let [left, top, wide, high] = all;
    js::call(&pen, "drawImage", &[bitmap.clone(), left, top, wide, high]).ok()?;
    let _ = js::call(&bitmap, "close", &[]);
    let bytes = taken_from(&canvas, "image/jpeg").await?;
    bytes.starts_with(&[0xff, 0xd8, 0xff]).then_some(bytes)
}

/// A drawing of lines as PNG, so many pixels wide and high. Nothing when the browser cannot read it.
pub async fn painted(svg: &str, width: f64, height: f64) -> Option<Vec<u8>> {
    let address = Address::of(svg.as_bytes(), "image/svg+xml")?;
    let document = js::document()?;
    let image: JsValue = document.create_element("img").ok()?.into();
    js::set(&image, "src", &address.text().into());
    js::settle(js::call(&image, "decode", &[]).ok()?).await.ok()?;
    let canvas: JsValue = document.create_element("canvas").ok()?.into();
    js::set(&canvas, "width", &width.into());
    js::set(&canvas, "height", &height.into());
    let pen = js::call(&canvas, "getContext", &["2d".into()]).ok()?;
    let all = [image, 0.0.into(), 0.0.into(), width.into(), height.into()];
    js::call(&pen, "drawImage", &all).ok()?;
    let bytes = taken_from(&canvas, "image/png").await?;
    bytes.starts_with(b"\x89PNG").then_some(bytes)
}

/// The bytes as an address that holds them itself, for inside a file.
#[must_use]
pub fn as_data(bytes: &[u8], media: &str) -> Option<String> {
    let letters: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let text = js::window()?.btoa(&letters).ok()?;
    Some(format!("data:{media};base64,{text}"))
}

/// What is on a canvas, which is empty after that.
async fn taken_from(canvas: &JsValue, media: &str) -> Option<Vec<u8>> {
    let blob = js::settle(to_blob(canvas, media).into()).await.ok().filter(|blob| !blob.is_null());
    let buffer = js::settle(js::call(&blob?, "arrayBuffer", &[]).ok()?).await.ok()?;
    // A canvas of one pixel frees its memory at once on tablets that wait long with that.
    js::set(canvas, "width", &1.0.into());
    js::set(canvas, "height", &1.0.into());
    Some(Uint8Array::new(&buffer).to_vec())
}

fn to_blob(canvas: &JsValue, media: &str) -> Promise {
    Promise::new(&mut |resolve: Function, reject: Function| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::UNDEFINED, &blob);
        });
        let arguments = [done, media.into(), QUALITY.into()];
        if js::call(canvas, "toBlob", &arguments).is_err() {
            let _ = reject.call0(&JsValue::UNDEFINED);
        }
    })
}

/// How high a picture that the page has loaded is, in thousandths of its width.
#[must_use]
pub fn height(picture: Option<EventTarget>) -> Option<f64> {
    let picture = picture?;
    let number = |name: &str| js::get(picture.as_ref(), name)?.as_f64();
    Some(1_000.0 * number("naturalHeight")? / number("naturalWidth")?.max(1.0))
}
