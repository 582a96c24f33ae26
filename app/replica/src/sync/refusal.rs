//! Why a relay did not do what was asked: one typed answer, with a sentence for who reads it.

/// A refusal. Numbers that this version does not know are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// There is no such space, or it is not yours. The two are never told apart.
    NotFound,
    /// A message, envelope or entry is larger than allowed.
    TooLarge,
    /// The bytes are not in the format.
    Damaged,
    /// A later version made it.
    Newer,
    /// Not signed by the device that it names, or by a device that the space does not know.
    NotSigned,
    /// Another envelope has this place in the chain already.
    Fork,
    /// Something before it is missing here. Ask for the heads and send from there.
    Gap,
    /// The author may not change the membership like this.
    NotAllowed,
    /// The space takes no more.
    Full,
    /// Try again later.
    Busy,
    /// Who asks did not prove who it is, or too long ago.
    NoSession,
    /// More than one device or one network may ask at once.
    TooOften,
    /// Once is once.
    Used,
    /// There is no such invitation, box or file, or it is closed, or it is not yours.
    NotOpen,
    /// Not in the form in which the app asks, or from a page of somebody else.
    NotFromHere,
    /// Proved to a server of another name.
    OtherServer,
    /// The space was erased for ever.
    Erased,
    /// Of a later version.
    Unknown(u64),
}

impl Refusal {
    /// Every refusal of this version.
    pub const ALL: [Self; 17] = [
        Self::NotFound,
        Self::TooLarge,
        Self::Damaged,
        Self::Newer,
        Self::NotSigned,
        Self::Fork,
        Self::Gap,
        Self::NotAllowed,
        Self::Full,
        Self::Busy,
        Self::NoSession,
        Self::TooOften,
        Self::Used,
        Self::NotOpen,
        Self::NotFromHere,
        Self::OtherServer,
        Self::Erased,
    ];

    /// The number on the wire.
    pub const fn number(self) -> u64 {
        match self {
            Self::NotFound => 1,
            Self::TooLarge => 2,
            Self::Damaged => 3,
            Self::Newer => 4,
            Self::NotSigned => 5,
            Self::Fork => 6,
            Self::Gap => 7,
            Self::NotAllowed => 8,
            Self::Full => 9,
            Self::Busy => 10,
            Self::NoSession => 11,
            Self::TooOften => 12,
            Self::Used => 13,
            Self::NotOpen => 14,
            Self::NotFromHere => 15,
            Self::OtherServer => 16,
            // 11 to 16 belong to the ways around this protocol.
            Self::Erased => 17,
            Self::Unknown(number) => number,
        }
    }

    pub(super) fn from_number(number: u64) -> Self {
        let known = Self::ALL.into_iter().find(|refusal| refusal.number() == number);
        known.unwrap_or(Self::Unknown(number))
    }

    /// The sentence in Dutch and in English.
    pub const fn sentence(self) -> (&'static str, &'static str) {
        match self {
            Self::NotFound => (
                "Deze ruimte is hier niet te vinden, of is niet (meer) van jou.",
                "This space cannot be found here, or is not yours (any more).",
            ),
            Self::TooLarge => (
                "Dit is te groot om in één keer te versturen.",
                "This is too large to send at once.",
            ),
            Self::Damaged => ("Het bericht kwam beschadigd aan.", "The message arrived damaged."),
            Self::Newer => (
                "Dit is gemaakt met een nieuwere versie. Vernieuw de app.",
                "A newer version made this. Update the app.",
            ),
            Self::NotSigned => (
                "De afzender klopt niet. Er is niets bewaard.",
                "The sender is not right. Nothing was kept.",
            ),
            Self::Fork => (
                "Er staat hier al iets anders op deze plaats. Het kan zijn dat dit apparaat is gekopieerd.",
                "Something else is in this place already. This device may have been copied.",
            ),
            Self::Gap => (
                "Er ontbreekt iets dat hiervóór komt. De app stuurt het opnieuw.",
                "Something before this is missing. The app will send it again.",
            ),
            Self::NotAllowed => (
                "Wie dit deed, mag de deelnemers niet op deze manier veranderen.",
                "Who did this may not change the members in this way.",
            ),
            Self::Full => (
                "De server heeft geen plaats meer voor deze ruimte.",
                "The server has no more room for this space.",
            ),
            Self::Busy => (
                "De server is druk. De app probeert het zo weer.",
                "The server is busy. The app will try again soon.",
            ),
            Self::NoSession => (
                "Dit apparaat moet zich opnieuw bekendmaken. De app doet dat vanzelf.",
                "This device must make itself known again. The app does so by itself.",
            ),
            Self::TooOften => (
                "Er komt te veel tegelijk van dit apparaat of dit netwerk. De app gaat zo verder.",
                "Too much comes at once from this device or this network. The app will go on soon.",
            ),
            Self::Used => (
                "Dit is al gebruikt en geldt maar één keer.",
                "This was used already and counts only once.",
            ),
            Self::NotOpen => (
                "Dit is hier niet (meer) te vinden. Misschien is het verlopen of gesloten.",
                "This cannot be found here (any more). It may have expired or been closed.",
            ),
            Self::NotFromHere => (
                "Deze vraag komt niet van de app zelf, of heeft een vorm die de server niet kent.",
                "This question does not come from the app itself, or is in a form that the server does not know.",
            ),
            Self::OtherServer => (
                "De server heeft een ander adres dan waar de app mee praat. Vraag de beheerder naar --origin.",
                "The server has another address than the one the app talks to. Ask who runs it about --origin.",
            ),
            Self::Erased => (
                "Deze ruimte is gewist en komt niet terug.",
                "This space was erased and does not come back.",
            ),
            Self::Unknown(_) => (
                "De server weigerde, om een reden die deze versie niet kent. Vernieuw de app.",
                "The server refused, for a reason that this version does not know. Update the app.",
            ),
        }
    }
}
