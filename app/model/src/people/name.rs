//! The name under which somebody is known on the device. Everybody who holds the device can read it.

/// The longest name, in characters.
pub const MAX: usize = 40;

/// Why a name is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was filled in.
    Empty,
    /// More than [`MAX`] characters.
    TooLong,
    /// Somebody on this device is called that already.
    Taken,
}

/// The name as it is kept: one line, single spaces.
///
/// # Errors
/// See [`Problem`].
pub fn judge<'a>(text: &str, mut others: impl Iterator<Item = &'a str>) -> Result<String, Problem> {
    let words: Vec<&str> = text
        .split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    let name = words.join(" ");
    match name.chars().count() {
        0 => Err(Problem::Empty),
        count if count > MAX => Err(Problem::TooLong),
        _ if others.any(|other| other.to_lowercase() == name.to_lowercase()) => Err(Problem::Taken),
        _ => Ok(name),
    }
}
