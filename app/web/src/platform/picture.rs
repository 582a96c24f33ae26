//! Pictures made smaller and drawn anew, so that nothing is left of where and with what they were taken. What they are for is
//! not known here.

use super::{files, js};
use js_sys::{Function, Promise, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

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
    let drawn = js::settle(to_blob(&canvas).into()).await.ok().filter(|blob| !blob.is_null())?;
    let buffer = js::settle(js::call(&drawn, "arrayBuffer", &[]).ok()?).await.ok()?;
    // A canvas of one pixel frees its memory at once on tablets that wait long with that.
    js::set(&canvas, "width", &1.0.into());
    js::set(&canvas, "height", &1.0.into());
    let bytes = Uint8Array::new(&buffer).to_vec();
    bytes.starts_with(&[0xff, 0xd8, 0xff]).then_some(bytes)
}

fn to_blob(canvas: &JsValue) -> Promise {
    Promise::new(&mut |resolve: Function, reject: Function| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::UNDEFINED, &blob);
        });
        let arguments = [done, "image/jpeg".into(), QUALITY.into()];
        if js::call(canvas, "toBlob", &arguments).is_err() {
            let _ = reject.call0(&JsValue::UNDEFINED);
        }
    })
}
