//! Saying who one is at the sign-in of an organisation: what stood in the address when somebody came back, and what the
//! answer says, in words. It is the word of that organisation and opens nothing: what a device may, it may by its keys.

use replica::id::unhex;
use replica::sync::Refusal;
use replica::sync::api::{Person, SignedIn};
use rules::text::{Text, t};

use super::courier::Trouble;

/// The page to which an organisation sends people back; the server names it too.
pub const PATH: &str = "/aanmelden";

/// The longest code that is handed on, in characters. The body of the question takes no more than 4 KiB.
const LONGEST_CODE: usize = 2_048;

/// What somebody came back with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Back {
    /// What the server is to be asked about.
    With(SignedIn),
    /// The organisation did not say who it is: the person turned back, or may not.
    Stopped,
    /// Something is missing, or it is not what we sent anybody away with.
    Unreadable,
}

impl Back {
    /// Reads the three fields of the address. Nothing when none of them is there: then nobody came back.
    pub fn read(code: Option<&str>, state: Option<&str>, error: Option<&str>) -> Option<Self> {
        if code.is_none() && state.is_none() && error.is_none() {
            return None;
        }
        if error.is_some() {
            return Some(Self::Stopped);
        }
        let code = code.filter(|code| (1..=LONGEST_CODE).contains(&code.len()));
        let back = code.zip(state.and_then(unhex));
        Some(back.map_or(Self::Unreadable, |(code, state)| {
            Self::With(SignedIn { state, code: code.to_owned() })
        }))
    }
}

/// Whether a person may be sent to this address: a web page over an encrypted connection, or one on this device itself.
pub fn may_go(address: &str) -> bool {
    ["https://", "http://localhost:", "http://127.0.0.1:"]
        .iter()
        .any(|start| address.len() > start.len() && address.starts_with(start))
}

/// What the organisation said, one line each, with what it did not say.
pub fn facts(person: &Person) -> [(Text, Option<String>, Option<Text>); 5] {
    let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    [
        (t("Naam", "Name"), said(&person.name), None),
        (t("Je bent", "You are"), None, affiliation(&person.affiliation)),
        (t("Organisatie", "Organisation"), said(&person.organisation), None),
        (t("BRIN-nummer", "BRIN number"), said(&person.organisation_id), None),
        (t("Dat zegt", "By the word of"), said(&person.issuer), None),
    ]
}

/// In words what somebody is there. Another word than the known ones says nothing to us.
fn affiliation(word: &str) -> Option<Text> {
    match word {
        "student" => Some(t("leerling of student", "pupil or student")),
        "employee" | "staff" => Some(t("medewerker", "employee")),
        "affiliate" => Some(t("verbonden aan de organisatie", "affiliated with the organisation")),
        _ => None,
    }
}

/// What an organisation did not say.
pub const NOT_SAID: Text = t("niet gezegd", "not said");

/// Why it is not known who somebody is, and what can be done.
pub const fn why(trouble: Trouble) -> Text {
    match trouble {
        Trouble::NoConnection => t(
            "De server antwoordt nu niet. Probeer het zo nog een keer.",
            "The server does not answer now. Try again in a moment.",
        ),
        Trouble::NoServer | Trouble::Refused { refusal: Refusal::NotFound, .. } => t(
            "Hier kun je je niet aanmelden bij je organisatie. Dat is ook niet nodig: alles werkt zonder.",
            "You cannot sign in with your organisation here. There is no need to: everything works without.",
        ),
        Trouble::Refused { refusal: Refusal::NotOpen, .. } => t(
            "Deze aanmelding geldt niet meer: hij duurde langer dan tien minuten, is al gebruikt, of is door iemand anders begonnen. Begin opnieuw.",
            "This sign-in does not count any more: it took longer than ten minutes, was used already, or was begun by somebody else. Begin again.",
        ),
        Trouble::Refused { refusal: Refusal::NotSigned, .. } => t(
            "Wat je organisatie antwoordde, klopt niet. Begin opnieuw; blijft het zo, vertel het dan aan je ICT-beheerder.",
            "What your organisation answered is not right. Begin again; if it stays like this, tell your ICT administrator.",
        ),
        Trouble::Refused { refusal: Refusal::Busy, .. } => t(
            "De aanmelding van je organisatie antwoordt nu niet. Probeer het later.",
            "The sign-in of your organisation does not answer now. Try later.",
        ),
        Trouble::Refused { .. } => t(
            "Het lukt nu niet om te vragen wie je bent. Probeer het later.",
            "It does not work now to ask who you are. Try later.",
        ),
    }
}

/// Whether the same may be tried again with what somebody came back with.
pub const fn may_try_again(trouble: Trouble) -> bool {
    matches!(trouble, Trouble::NoConnection)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATE: &str = "ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12";

    #[test]
    fn who_comes_back_brings_a_code_and_the_state_it_went_with() {
        assert_eq!(Back::read(None, None, None), None);
        let Some(Back::With(back)) = Back::read(Some("x/y"), Some(STATE), None) else {
            panic!("it is complete");
        };
        assert_eq!((back.code.as_str(), back.state[..2].to_vec()), ("x/y", vec![0xab, 0x12]));
        let long = "c".repeat(2_048);
        assert!(matches!(Back::read(Some(&long), Some(STATE), None), Some(Back::With(_))));
        let longer = "c".repeat(2_049);
        for (code, state) in [
            (Some(longer.as_str()), Some(STATE)),
            (Some(""), Some(STATE)),
            (None, Some(STATE)),
            (Some("x"), None),
            (Some("x"), Some(&STATE[1..])),
            (Some("x"), Some("é")),
        ] {
            assert_eq!(Back::read(code, state, None), Some(Back::Unreadable), "{code:?} {state:?}");
        }
    }

    #[test]
    fn who_turned_back_at_the_organisation_is_told_so() {
        assert_eq!(Back::read(None, Some(STATE), Some("access_denied")), Some(Back::Stopped));
    }

    #[test]
    fn nobody_is_sent_to_an_address_that_is_no_safe_page() {
        for good in ["https://inlog.example/a?b=c", "http://127.0.0.1:9/x", "http://localhost:1/"] {
            assert!(may_go(good), "{good}");
        }
        for bad in [
            "http://inlog.example/",
            "javascript:alert(1)",
            "//inlog.example",
            "https://",
            "",
            "/x",
            "http://localhost.example/",
        ] {
            assert!(!may_go(bad), "{bad}");
        }
    }

    #[test]
    fn what_was_not_said_is_shown_as_not_said() {
        let person = Person {
            issuer: "https://inlog.example".into(),
            subject: "7".into(),
            name: "Noor".into(),
            affiliation: "wizard".into(),
            organisation_id: String::new(),
            organisation: " ".into(),
        };
        let said = facts(&person).map(|(_, text, word)| text.is_some() || word.is_some());
        assert_eq!(said, [true, false, false, false, true]);
    }
}
