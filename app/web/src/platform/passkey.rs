//! Passkeys, as far as they can make a key: WebAuthn with the PRF extension. What the browser or a security key does with a
//! passkey is not known here; only its id and the 32 bytes that it makes of our label come out.

use super::js;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// What the passkey makes its bytes of. The salt of the slot goes in after it (KEYS.md, "Unlock").
const LABEL: &[u8; 32] = b"thuisnabij/v1/passkey-----------";

/// What a passkey gave.
pub struct Made {
    /// Its id, as the browser names it.
    pub name: Vec<u8>,
    /// The 32 bytes that it makes.
    pub secret: [u8; 32],
}

/// Why a passkey gave nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasskeyFault {
    /// This browser, or what it asks, makes no keys of passkeys.
    Impossible,
    /// The person stopped, or took too long; browsers do not say which.
    Stopped,
}

/// Whether it makes sense to offer a passkey here. The browser says no for sure, and yes only perhaps.
pub async fn may_be_possible() -> bool {
    let Some(class) = class() else { return false };
    let Ok(promise) = js::call(&class, "getClientCapabilities", &[]) else { return true };
    let Ok(can) = js::settle(promise).await else { return true };
    js::get(&can, "extension:prf").and_then(|can| can.as_bool()).unwrap_or(true)
}

/// Makes a passkey. `person` is an id that says nothing, `name` what the person sees in the list of their passkeys,
/// `challenge` is random.
///
/// # Errors
/// See [`PasskeyFault`]. A passkey that makes no key may be left behind with the browser.
pub async fn make(person: &[u8], name: &str, challenge: &[u8; 32]) -> Result<Made, PasskeyFault> {
    let of = |bytes: &[u8]| JsValue::from(Uint8Array::from(bytes));
    let kind = |algorithm: f64| {
        js::object(&[("type", "public-key".into()), ("alg", JsValue::from_f64(algorithm))])
    };
    let user =
        js::object(&[("id", of(person)), ("name", name.into()), ("displayName", name.into())]);
    let selection =
        js::object(&[("residentKey", "preferred".into()), ("userVerification", "required".into())]);
    let options = js::object(&[
        ("challenge", of(challenge)),
        ("rp", js::object(&[("name", "Thuisnabij".into())])),
        ("user", user),
        // ES256 and RS256: what it signs is never looked at.
        ("pubKeyCredParams", [kind(-7.0), kind(-257.0)].iter().collect::<Array>().into()),
        ("authenticatorSelection", selection),
        ("extensions", extensions()),
    ]);
    let credential = ask("create", options).await?;
    let name = js::get(&credential, "rawId").map(|id| Uint8Array::new(&id).to_vec());
    let name = name.ok_or(PasskeyFault::Impossible)?;
    let enabled = prf(&credential).and_then(|prf| js::get(&prf, "enabled"));
    if let Some(secret) = secret(&credential) {
        return Ok(Made { name, secret });
    }
    if enabled.and_then(|enabled| enabled.as_bool()) != Some(true) {
        return Err(PasskeyFault::Impossible);
    }
    // Many make the bytes only when they are used.
    let secret = open(&name, challenge).await?;
    Ok(Made { name, secret })
}

/// The 32 bytes that the passkey with this id makes. `challenge` is random.
///
/// # Errors
/// See [`PasskeyFault`].
pub async fn open(name: &[u8], challenge: &[u8; 32]) -> Result<[u8; 32], PasskeyFault> {
    let allowed =
        js::object(&[("type", "public-key".into()), ("id", Uint8Array::from(name).into())]);
    let options = js::object(&[
        ("challenge", Uint8Array::from(challenge.as_slice()).into()),
        ("allowCredentials", Array::of1(&allowed).into()),
        ("userVerification", "required".into()),
        ("extensions", extensions()),
    ]);
    let credential = ask("get", options).await?;
    secret(&credential).ok_or(PasskeyFault::Impossible)
}

fn extensions() -> JsValue {
    let first = Uint8Array::from(LABEL.as_slice()).into();
    js::object(&[("prf", js::object(&[("eval", js::object(&[("first", first)]))]))])
}

async fn ask(method: &str, options: JsValue) -> Result<JsValue, PasskeyFault> {
    let credentials = js::of_navigator("credentials").ok_or(PasskeyFault::Impossible)?;
    let request = js::object(&[("publicKey", options)]);
    let promise =
        js::call(&credentials, method, &[request]).map_err(|_| PasskeyFault::Impossible)?;
    match js::settle(promise).await {
        Ok(credential) if credential.is_object() => Ok(credential),
        Ok(_) => Err(PasskeyFault::Stopped),
        Err(error) => Err(match js::error_name(&error).as_str() {
            "NotAllowedError" | "AbortError" | "TimeoutError" => PasskeyFault::Stopped,
            _ => PasskeyFault::Impossible,
        }),
    }
}

fn prf(credential: &JsValue) -> Option<JsValue> {
    js::get(&js::call(credential, "getClientExtensionResults", &[]).ok()?, "prf")
}

fn secret(credential: &JsValue) -> Option<[u8; 32]> {
    let first = js::get(&js::get(&prf(credential)?, "results")?, "first")?;
    Uint8Array::new(&first).to_vec().try_into().ok()
}

fn class() -> Option<JsValue> {
    js::get(js::window()?.unchecked_ref(), "PublicKeyCredential")
}
