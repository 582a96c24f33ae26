//! Words that must be nowhere, in every form in which a program may have written them.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};

/// A word as it is, in UTF-16, in hexadecimal digits, and in base64 wherever it begins.
pub(crate) fn forms(word: &[u8]) -> Vec<Vec<u8>> {
    let mut forms = vec![word.to_vec(), replica::id::hex(word).into_bytes()];
    forms.push(replica::id::hex(word).to_uppercase().into_bytes());
    if let Ok(text) = std::str::from_utf8(word) {
        forms.push(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    }
    for before in 0..3 {
        let bytes = [&[0; 3][..before], word].concat();
        for engine in [STANDARD, URL_SAFE] {
            let text = engine.encode(&bytes).into_bytes();
            // The first and the last digits also hold bits of what stands around it.
            let (from, to) = ((before * 8).div_ceil(6), bytes.len() * 8 / 6);
            forms.push(text[from..to].to_vec());
        }
    }
    forms.sort();
    forms.dedup();
    forms
}

/// Whether something holds a word in any form.
pub(crate) fn holds(bytes: &[u8], word: &[u8]) -> bool {
    let there = |form: &Vec<u8>| bytes.windows(form.len()).any(|window| window == form);
    forms(word).iter().any(there)
}
