//! What a camera reads or a file holds, as what it is here: the link of an invitation, or a message. Whether it is true is
//! judged by who takes it.

use replica::carry::{Fountain, FrameError, Gather, Taken, What, from_text, to_text};

use super::invite::PATH;

/// Something that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// What stands behind the `#` of the link of an invitation.
    Link(String),
    Message(What, Vec<u8>),
}

/// Puts the frames of one message after the other together. It goes on where it was when frames come again later.
#[derive(Clone, Debug, Default)]
pub struct Listener {
    gather: Gather,
}

impl Listener {
    /// A text that was read; nothing until something is whole, and nothing for what was heard already.
    ///
    /// # Errors
    /// It is not ours, of a newer version, or was read wrongly.
    pub fn hear(&mut self, text: &str) -> Result<Option<Heard>, FrameError> {
        if let Some(fragment) = link(text) {
            return Ok(Some(Heard::Link(fragment.to_owned())));
        }
        let frame = from_text(text.trim())?;
        let taken = match self.gather.take(&frame)? {
            // The other side shows something else now.
            Taken::Other => {
                self.gather = Gather::default();
                self.gather.take(&frame)?
            }
            taken => taken,
        };
        let whole = self.gather.message().filter(|_| taken == Taken::Done);
        Ok(whole.map(|(what, message)| Heard::Message(what, message.to_vec())))
    }

    /// How many pictures are here, of how many that are needed at least; nothing when nothing is under way.
    pub fn pieces(&self) -> Option<(usize, usize)> {
        self.gather.pieces().filter(|_| self.gather.message().is_none())
    }

    /// Hears the last message once more, should it come again.
    pub fn forget(&mut self) {
        if self.gather.message().is_some() {
            self.gather = Gather::default();
        }
    }
}

/// The fragment of a link to an invitation, with whatever stands around it.
pub fn link(text: &str) -> Option<&str> {
    let fragment = match text.split_once(PATH).and_then(|(_, rest)| rest.strip_prefix('#')) {
        Some(rest) => rest.split_whitespace().next()?,
        None => text.trim().trim_start_matches('#'),
    };
    let version = fragment.split('.').next()?;
    let digits = version.strip_prefix(['v', 'V'])?;
    let numbered = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    (numbered && version.len() < fragment.len()).then_some(fragment)
}

/// What a file holds: a package, or the messages of an invitation, each on lines of their own.
///
/// # Errors
/// Nothing in it is ours.
pub fn read_file(bytes: &[u8]) -> Result<Vec<Heard>, FrameError> {
    const PACKAGE: &[u8] = b"thuisnabij pakket";
    const ARMOUR: &[u8] = b"BEGIN THUISNABIJ PAKKET";
    let is_package =
        bytes.starts_with(PACKAGE) || bytes.windows(ARMOUR.len()).any(|part| part == ARMOUR);
    if is_package {
        return Ok(vec![Heard::Message(What::Package, bytes.to_vec())]);
    }
    let text = str::from_utf8(bytes).map_err(|_| FrameError::NotOurs)?;
    let (mut listener, mut all, mut wrong) = (Listener::default(), Vec::new(), FrameError::NotOurs);
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match listener.hear(line) {
            Ok(heard) => all.extend(heard),
            Err(FrameError::NotOurs) => {}
            Err(error) => wrong = error,
        }
    }
    if all.is_empty() { Err(wrong) } else { Ok(all) }
}

/// The text of a file with the messages of an invitation, for [`read_file`].
///
/// # Errors
/// A message does not fit: a file without it would pass for the whole.
pub fn file(link: Option<&str>, messages: &[(What, Vec<u8>)]) -> Result<String, FrameError> {
    let mut lines: Vec<_> = link.map(str::to_owned).into_iter().collect();
    for (what, message) in messages {
        let fountain = Fountain::new(*what, message, usize::MAX)?;
        let frames = (0..).take(fountain.pieces()).map(|number| fountain.frame(number));
        lines.extend(frames.map(|frame| to_text(&frame)));
    }
    Ok(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = "https://thuisnabij.example/meedoen#v1.ABCD.EFGH";

    #[test]
    fn a_link_is_found_in_the_message_in_which_it_was_sent() {
        assert_eq!(link(LINK), Some("v1.ABCD.EFGH"));
        assert_eq!(link(&format!("Doe je mee?\n{LINK} Groet, Anna")), Some("v1.ABCD.EFGH"));
        assert_eq!(link("#v1.ABCD.EFGH"), Some("v1.ABCD.EFGH"));
        assert_eq!(link("v12.later"), Some("v12.later"), "of a later version, to say so");
        for other in ["", "v1", "Vrijdag. Tot dan", "https://winkel.example/#v1.a", "/meedoen#"] {
            assert_eq!(link(other), None, "{other}");
        }
    }

    #[test]
    fn a_moving_code_is_whole_after_enough_pictures_in_any_order() {
        let message: Vec<u8> = (0..2_000u32).map(|n| (n * 7 % 251) as u8).collect();
        let fountain = Fountain::new(What::Package, &message, 300).unwrap();
        let mut listener = Listener::default();
        // Three of ten are lost.
        let mut heard = Vec::new();
        for number in (3..400).rev().filter(|number| number % 10 > 2) {
            heard.extend(listener.hear(&to_text(&fountain.frame(number))).unwrap());
            if !heard.is_empty() {
                break;
            }
            let (here, all) = listener.pieces().unwrap();
            assert!(here < all);
        }
        assert_eq!(heard, [Heard::Message(What::Package, message)]);
        assert_eq!(listener.hear(&to_text(&fountain.frame(5))), Ok(None), "once");
        listener.forget();
        assert!(listener.hear(&to_text(&fountain.frame(5))).is_ok_and(|heard| heard.is_none()));
        assert!(listener.pieces().is_some(), "and again from the start");
    }

    #[test]
    fn another_message_is_taken_up_when_the_other_side_shows_it() {
        let frame = |what, text: &[u8]| to_text(&Fountain::new(what, text, 300).unwrap().frame(0));
        let mut listener = Listener::default();
        let offer = listener.hear(&frame(What::Offer, b"aanbod")).unwrap();
        assert_eq!(offer, Some(Heard::Message(What::Offer, b"aanbod".to_vec())));
        let reveal = listener.hear(&frame(What::Reveal, b"antwoord")).unwrap();
        assert_eq!(reveal, Some(Heard::Message(What::Reveal, b"antwoord".to_vec())));
        assert_eq!(listener.hear("https://winkel.example"), Err(FrameError::NotOurs));
    }

    #[test]
    fn a_file_holds_what_the_camera_would_have_read() {
        let long = vec![7; 5_000];
        let file = file(Some(LINK), &[(What::Offer, long.clone())]).unwrap();
        let heard = read_file(file.replace('\n', "\r\n").as_bytes()).unwrap();
        assert_eq!(heard, [Heard::Link("v1.ABCD.EFGH".into()), Heard::Message(What::Offer, long)]);
        let package = replica::carry::Package::default();
        for bytes in [package.encode(), package.armour().into_bytes()] {
            assert_eq!(read_file(&bytes), Ok(vec![Heard::Message(What::Package, bytes)]));
        }
        assert_eq!(read_file(b"Beste Anna,"), Err(FrameError::NotOurs));
        assert_eq!(read_file(&[0xff, 0xfe]), Err(FrameError::NotOurs));
    }

    #[test]
    fn a_file_is_not_made_without_a_message_that_does_not_fit() {
        let too_long = vec![7; replica::carry::MAX_MESSAGE + 1];
        let messages = [(What::Offer, vec![7]), (What::Gifts, too_long)];
        assert!(super::file(Some(LINK), &messages).is_err());
    }
}
