//! Judges an ID token (OpenID Connect Core 1.0, section 3.1.3.7). It must not believe anything before the signature is right, nor an
//! algorithm that the token chooses for itself.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde_json::{Map, Value};

/// How far the clocks of two servers may differ, in seconds.
const SKEW: u64 = 60;

/// The largest token, in bytes.
const LARGEST: usize = 16 * 1024;

/// What must be in the token.
pub(super) struct Expected<'a> {
    pub(super) issuer: &'a str,
    pub(super) client: &'a str,
    pub(super) nonce: &'a str,
    /// In seconds since 1970.
    pub(super) now: u64,
}

/// The claims of a token that is signed by one of these keys, for us, just now, for this journey.
pub(super) fn claims(
    token: &str,
    keys: &Value,
    expected: &Expected<'_>,
) -> Option<Map<String, Value>> {
    if token.len() > LARGEST {
        return None;
    }
    let (signed, signature) = token.rsplit_once('.')?;
    let (head, body) = signed.split_once('.')?;
    let (head, signature) = (object(head)?, bytes(signature)?);
    if head.contains_key("crit") {
        return None;
    }
    let algorithm = head.get("alg")?.as_str()?;
    let named = head.get("kid");
    let mut keys = keys.get("keys")?.as_array()?.iter();
    let may = |key: &&Value| {
        (named.is_none() || key.get("kid") == named)
            && key.get("use").is_none_or(|what| what == "sig")
            && key.get("alg").is_none_or(|own| own == algorithm)
    };
    keys.find(|key| may(key) && is_signed(algorithm, key, signed.as_bytes(), &signature))?;
    let claims = object(body)?;
    is_for_us(&claims, expected).then_some(claims)
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

fn object(text: &str) -> Option<Map<String, Value>> {
    serde_json::from_slice(&bytes(text)?).ok()
}

fn is_signed(algorithm: &str, key: &Value, signed: &[u8], signature: &[u8]) -> bool {
    let part = |name: &str| key.get(name).and_then(Value::as_str).and_then(bytes);
    let kind = key.get("kty").and_then(Value::as_str);
    match (algorithm, kind) {
        ("RS256", Some("RSA")) => part("n").zip(part("e")).is_some_and(|(n, e)| {
            let key = RsaPublicKeyComponents { n: &n, e: &e };
            key.verify(&RSA_PKCS1_2048_8192_SHA256, signed, signature).is_ok()
        }),
        ("ES256", Some("EC")) if key.get("crv").is_some_and(|curve| curve == "P-256") => {
            part("x").zip(part("y")).is_some_and(|(x, y)| {
                let point = [&[4][..], &x, &y].concat();
                let key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point);
                key.verify(signed, signature).is_ok()
            })
        }
        _ => false,
    }
}

fn is_for_us(claims: &Map<String, Value>, expected: &Expected<'_>) -> bool {
    let is = |name: &str, value: &str| claims.get(name).is_some_and(|claim| claim == value);
    let client = expected.client;
    let audience = match claims.get("aud") {
        Some(Value::Array(many)) => {
            // With several, who it is made for must be named.
            many.iter().any(|one| one == client) && (many.len() == 1 || is("azp", client))
        }
        Some(one) => one == client,
        None => false,
    };
    let time = |name: &str| claims.get(name).and_then(Value::as_u64);
    let now = expected.now;
    let fresh = time("exp").is_some_and(|end| now < end.saturating_add(SKEW))
        && time("iat").is_some_and(|made| made <= now.saturating_add(SKEW))
        && (!claims.contains_key("nbf") || time("nbf").is_some_and(|from| from <= now + SKEW));
    let azp = !claims.contains_key("azp") || is("azp", client);
    let somebody = claims.get("sub").and_then(Value::as_str).is_some_and(|name| !name.is_empty());
    is("iss", expected.issuer)
        && audience
        && azp
        && fresh
        && is("nonce", expected.nonce)
        && somebody
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of RFC 7515, appendix A.2.
    #[test]
    fn the_signature_of_the_specification_is_right_and_a_changed_one_is_not() {
        let key = serde_json::json!({
            "kty": "RSA",
            "e": "AQAB",
            "n": concat!(
                "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddx",
                "HmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMs",
                "D1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSH",
                "SXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdV",
                "MTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8",
                "NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ",
            ),
        });
        let signed = concat!(
            "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt",
            "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ",
        );
        let signature = concat!(
            "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZ",
            "mh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjb",
            "KBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHl",
            "b1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZES",
            "c6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AX",
            "LIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw",
        );
        let signature = bytes(signature).unwrap();
        assert!(is_signed("RS256", &key, signed.as_bytes(), &signature));
        assert!(!is_signed("RS256", &key, &signed.as_bytes()[1..], &signature));
        for other in ["none", "HS256", "ES256", "RS512"] {
            assert!(!is_signed(other, &key, signed.as_bytes(), &signature), "{other}");
        }
    }
}
