//! Searching in what people wrote: all words, anywhere, small or capital letters, with or without accents.

/// Whether every word that is wanted stands in one of the texts. Nothing wanted is always found.
pub fn holds(wanted: &str, texts: &[&str]) -> bool {
    let texts: Vec<String> = texts.iter().map(|text| plain(text)).collect();
    plain(wanted).split_whitespace().all(|word| texts.iter().any(|text| text.contains(word)))
}

/// Small letters without the accents of Dutch, Turkish, Spanish and Polish names, however these were typed.
pub(crate) fn plain(text: &str) -> String {
    let bare = |letter: char| match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ą' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ę' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ı' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' | 'ć' | 'č' => 'c',
        'ğ' => 'g',
        'ñ' | 'ń' => 'n',
        'ş' | 'ś' | 'š' => 's',
        'ł' => 'l',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    };
    // An accent typed after its letter is a mark of its own, and so is the dot of a small İ.
    let is_mark = |letter: &char| ('\u{300}'..='\u{36f}').contains(letter);
    text.chars().flat_map(char::to_lowercase).filter(|one| !is_mark(one)).map(bare).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_must_stand_somewhere_however_they_are_written() {
        assert!(holds("coordinator HEILOO", &["Zorgcoördinator", "De Vlinder, Heiloo"]));
        assert!(!holds("coordinator bergen", &["Zorgcoördinator", "Heiloo"]));
        assert!(holds("  ", &[]));
    }
}
