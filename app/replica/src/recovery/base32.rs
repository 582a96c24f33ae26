//! Crockford's base 32: no I, L, O or U, so that it survives handwriting. QR codes hold it compactly.

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The letters of these bytes; the last one filled up with zero bits.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let (mut text, mut buffer, mut bits) = (String::new(), 0u32, 0);
    for byte in bytes {
        buffer = (buffer << 8 | u32::from(*byte)) & 0xfff;
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            push(&mut text, buffer >> bits);
        }
    }
    if bits > 0 {
        push(&mut text, buffer << (5 - bits));
    }
    text
}

fn push(text: &mut String, value: u32) {
    let letter = ALPHABET.get((value & 31) as usize).copied().unwrap_or(b'0');
    text.push(char::from(letter));
}

/// The text without spaces and dashes, look-alikes replaced, in upper case.
pub(crate) fn letters(text: &str) -> String {
    let letters = text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
    letters
        .map(|letter| match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

/// The bytes of letters that [`letters`] cleaned, or the place of the first that is wrong. Bits that
/// fill up the last letter must be zero.
pub(crate) fn decode(letters: &str) -> Result<Vec<u8>, usize> {
    let (mut bytes, mut buffer, mut bits) = (Vec::with_capacity(letters.len()), 0u32, 0);
    for (at, letter) in letters.bytes().enumerate() {
        let value = ALPHABET.iter().position(|other| *other == letter).ok_or(at)?;
        buffer = (buffer << 5 | value as u32) & 0xfff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push((buffer >> bits & 0xff) as u8);
        }
    }
    let rest = buffer & ((1 << bits) - 1);
    if bits < 5 && rest == 0 { Ok(bytes) } else { Err(letters.len().saturating_sub(1)) }
}
