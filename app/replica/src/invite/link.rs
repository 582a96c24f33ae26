//! What stands behind the `#` of an invitation: `v1.<invitation>.<secret>`. A browser does not send
//! it to the server. In letters that a QR code holds compactly.

use std::fmt;

use super::InviteError;
use crate::keys::{Secret, derive, verifying};
use crate::recovery::base32;

/// An invitation as it is handed over.
#[derive(Clone)]
pub struct Link {
    pub(super) id: [u8; 16],
    secret: Secret,
}

impl Link {
    pub(super) const fn new(id: [u8; 16], secret: Secret) -> Self {
        Self { id, secret }
    }

    /// The text for the fragment of a URL.
    pub fn text(&self) -> String {
        let secret = base32::encode(self.secret.bytes());
        format!("v1.{}.{secret}", base32::encode(&self.id))
    }

    /// Reads a fragment, with or without `#`.
    pub fn read(text: &str) -> Result<Self, InviteError> {
        let text = text.trim().trim_start_matches('#');
        let mut parts = text.splitn(3, '.');
        let version = parts.next().unwrap_or_default();
        if !version.eq_ignore_ascii_case("v1") {
            let newer = version.starts_with(['v', 'V']) && version.len() <= 4;
            return Err(if newer { InviteError::Newer } else { InviteError::Damaged });
        }
        let mut part = |length| {
            let text = parts.next().filter(|text| text.len() <= 64).unwrap_or_default();
            let bytes = base32::decode(&base32::letters(text)).unwrap_or_default();
            if bytes.len() == length { Ok(bytes) } else { Err(InviteError::Damaged) }
        };
        let id = part(16)?.try_into().map_err(|_| InviteError::Damaged)?;
        let secret = Secret::from_slice(&part(32)?).ok_or(InviteError::Damaged)?;
        Ok(Self { id, secret })
    }

    /// The name under which a server keeps the note.
    pub const fn id(&self) -> &[u8; 16] {
        &self.id
    }

    pub(crate) fn sign_key(&self) -> Secret {
        derive(self.secret.bytes(), "invite sign", &[&self.id])
    }

    pub(super) fn note_key(&self) -> Secret {
        derive(self.secret.bytes(), "invite note", &[&self.id])
    }

    /// The public half of the invitation's key: a server lets in whoever signs with it.
    pub(super) fn public(&self) -> [u8; 32] {
        verifying(&self.sign_key())
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Link(…)")
    }
}
