//! What an adult recorded for children to hear: a recording for each sentence. It goes by the words of the sentence, so that a
//! sentence that was changed is not read in the words of before (VOORLEES-1). It holds no voice of a child (KIND-9).

use replica::id::{hex, sha256};

pub mod carried;

/// The sentences of a text: up to a full stop, a question mark or an exclamation mark.
pub fn sentences(text: &str) -> Vec<String> {
    let parts = text.split_inclusive(['.', '?', '!']);
    parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The name of a sentence in data.
pub fn name(sentence: &str) -> String {
    hex(sha256(sentence.trim().as_bytes()).get(..12).unwrap_or_default())
}
