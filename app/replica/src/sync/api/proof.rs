//! Proving who asks: a signature over the server's number and over the address that the app itself talks to. A proof that was
//! made for one server is worth nothing at another, so nobody in between can pass a challenge on.

use super::field::Field;
use super::{Challenge, Proof};
use crate::id::DeviceId;
use crate::invite::{Link, Offer};
use crate::keys::wire::{Damaged, Reader, Writer};
use crate::keys::{DeviceKeys, DevicePublic, Domain, Signature, sign, verify};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// A device, by its public keys. Its name follows from them.
    Device(DevicePublic),
    /// Whoever has the link of this invitation.
    Invited([u8; 16]),
}

/// Who somebody says to be; true once the proof is verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    Device(DeviceId),
    Invited([u8; 16]),
}

impl Challenge {
    /// Proves which device asks. `origin` is the address that the app talks to (`https://host`), never what the server says.
    pub fn prove(&self, origin: &str, keys: &DeviceKeys) -> Proof {
        let who = Who::Device(*keys.public());
        self.proof(origin, who, |parts| keys.sign(Domain::Session, parts))
    }

    /// Proves that one has the link of an invitation.
    pub fn prove_invited(&self, origin: &str, link: &Link) -> Proof {
        let who = Who::Invited(*link.id());
        self.proof(origin, who, |parts| sign(&link.sign_key(), Domain::Session, parts))
    }

    fn proof(&self, origin: &str, who: Who, sign: impl FnOnce(&[&[u8]]) -> Signature) -> Proof {
        let signature = sign(&[origin.as_bytes(), &self.nonce, &who.encode()]);
        Proof { origin: origin.to_owned(), who, nonce: self.nonce, signature }
    }
}

impl Proof {
    /// Whether the signature is right, for an invitation under the key of its offer. Not whether the address and the number are.
    pub fn verify(&self, offer: Option<&Offer>) -> Option<Claim> {
        let who = self.who.encode();
        let parts = [self.origin.as_bytes(), self.nonce.as_slice(), &who];
        let (right, claim) = match (self.who, offer) {
            (Who::Device(public), _) => (
                public.verify(Domain::Session, &parts, &self.signature),
                Claim::Device(public.id()),
            ),
            (Who::Invited(id), Some(offer)) if offer.id == id => {
                (verify(&offer.key, Domain::Session, &parts, &self.signature), Claim::Invited(id))
            }
            (Who::Invited(_), _) => return None,
        };
        right.then_some(claim)
    }
}

impl Who {
    fn encode(&self) -> Vec<u8> {
        let mut to = Writer::array(2);
        match self {
            Self::Device(public) => to.number(0).bytes(&public.bytes()),
            Self::Invited(id) => to.number(1).bytes(id),
        };
        to.finish()
    }
}

#[allow(private_interfaces)] // ok: nobody outside calls these two
impl Field for Who {
    fn write(&self, to: &mut Writer) {
        to.bytes(&self.encode());
    }

    fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
        let mut from = Reader::new(from.bytes(128)?);
        from.exactly(2)?;
        match from.number()? {
            0 => DevicePublic::from_bytes(&from.fixed()?).map(Self::Device).map_err(|_| Damaged),
            1 => from.fixed().map(Self::Invited),
            _ => Err(Damaged),
        }
    }
}
