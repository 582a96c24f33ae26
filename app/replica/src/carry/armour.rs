//! A package as text: share sheets take `.txt` where they refuse other files, and mail keeps it whole.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::PackageError;

const BEGIN: &str = "-----BEGIN THUISNABIJ PAKKET-----";
const END: &str = "-----END THUISNABIJ PAKKET-----";

/// What a person reads who opens the file by itself.
const ABOUT: &str = "Dit is een pakket van Thuisnabij. Open de app en kies: Neem over.";

/// Letters on a line.
const LINE: usize = 76;

pub(super) fn write(bytes: &[u8]) -> String {
    let letters = STANDARD.encode(bytes);
    let mut text = format!("{ABOUT}\n\n{BEGIN}\n");
    for line in letters.as_bytes().chunks(LINE) {
        text.extend(line.iter().copied().map(char::from));
        text.push('\n');
    }
    text + END + "\n"
}

/// The bytes in a text; nothing when it is no such text. What mail adds (other ends of lines, marks of
/// quotation, words before and after) does no harm.
pub(super) fn read(bytes: &[u8]) -> Result<Option<Vec<u8>>, PackageError> {
    let Some(begin) = find(bytes, BEGIN) else { return Ok(None) };
    let rest = bytes.get(begin + BEGIN.len()..).unwrap_or_default();
    let end = find(rest, END).ok_or(PackageError::CutOff)?;
    let ours = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/=".contains(byte);
    let letters: Vec<u8> = rest.iter().take(end).copied().filter(ours).collect();
    STANDARD.decode(letters).map(Some).map_err(|_| PackageError::Damaged)
}

fn find(bytes: &[u8], words: &str) -> Option<usize> {
    bytes.windows(words.len()).position(|window| window == words.as_bytes())
}
