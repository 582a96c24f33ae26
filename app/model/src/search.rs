//! Searching in what people wrote: all words, anywhere, small or capital letters, with or without accents.

/// Whether every word that is wanted stands in one of the texts. Nothing wanted is always found.
pub fn holds(wanted: &str, texts: &[&str]) -> bool {
    let texts: Vec<String> = texts.iter().map(|text| plain(text)).collect();
    plain(wanted).split_whitespace().all(|word| texts.iter().any(|text| text.contains(word)))
}

/// Small letters without the accents of Dutch, Turkish and Spanish names.
pub(crate) fn plain(text: &str) -> String {
    let bare = |letter: char| match letter {
        'á' | 'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ğ' => 'g',
        'ı' => 'i',
        'ñ' => 'n',
        'ş' => 's',
        other => other,
    };
    text.chars().flat_map(char::to_lowercase).map(bare).collect()
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
