//! Invitations: four messages that are left and looked at. It must not read them; who may do what is decided by who calls.

use replica::id::DeviceId;
use replica::relay::RelayError;
use replica::sync::Refusal;

use super::Store;
use super::sql::{Failed, Row, Tx, args, first};

/// What there is of an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteRow {
    pub device: DeviceId,
    /// In milliseconds since 1970.
    pub expires: u64,
    pub offer: Vec<u8>,
    pub request: Option<Vec<u8>>,
    pub reveal: Option<Vec<u8>>,
    pub answer: Option<Vec<u8>>,
}

impl InviteRow {
    /// How many of the four messages are there.
    pub fn steps(&self) -> u64 {
        let later = [&self.request, &self.reveal, &self.answer];
        1 + later.iter().filter(|message| message.is_some()).count() as u64
    }
}

/// What comes after the offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Request,
    Reveal,
    Answer,
}

const GET: &str =
    "SELECT device, expires, offer, request, reveal, answer FROM invite WHERE id = $1";

impl Store {
    /// Keeps an offer of a device that has fewer than `most` open. The same once more is fine.
    pub async fn offer(
        &self,
        id: [u8; 16],
        device: DeviceId,
        (offer, expires): (Vec<u8>, u64),
        most: u64,
    ) -> Result<(), Failed> {
        self.write(move |tx| {
            if let Some(there) = get(tx, &id)? {
                let same = there.device == device && there.offer == offer;
                return if same { Ok(()) } else { Err(Failed::No(Refusal::Used)) };
            }
            let sql = "SELECT count(*) FROM invite WHERE device = $1";
            let open = first(tx, sql, args![device.bytes()])?.map_or(Ok(0), |row| row.number(0))?;
            if open >= most {
                return Err(Failed::No(Refusal::Full));
            }
            let sql = "INSERT INTO invite (id, device, expires, offer) VALUES ($1, $2, $3, $4)";
            tx.change(sql, args![&id, device.bytes(), expires, &offer])?;
            Ok(())
        })
        .await
    }

    /// What there is of an invitation that has not expired.
    pub async fn invite(&self, id: [u8; 16], now: u64) -> Result<InviteRow, Failed> {
        let row = self.read(move |tx| get(tx, &id)).await?;
        row.filter(|row| now <= row.expires).ok_or(Failed::No(Refusal::NotOpen))
    }

    /// Keeps the next message, once, and only after the one before it. The same once more is fine.
    pub async fn step(
        &self,
        id: [u8; 16],
        step: Step,
        message: Vec<u8>,
        now: u64,
    ) -> Result<(), Failed> {
        self.write(move |tx| {
            let row = get(tx, &id)?.filter(|row| now <= row.expires);
            let row = row.ok_or(Failed::No(Refusal::NotOpen))?;
            let (before, there, sql) = match step {
                Step::Request => (
                    true,
                    row.request,
                    "UPDATE invite SET request = $1 WHERE id = $2 AND request IS NULL",
                ),
                Step::Reveal => (
                    row.request.is_some(),
                    row.reveal,
                    "UPDATE invite SET reveal = $1 WHERE id = $2 AND reveal IS NULL",
                ),
                Step::Answer => (
                    row.request.is_some(),
                    row.answer,
                    "UPDATE invite SET answer = $1 WHERE id = $2 AND answer IS NULL",
                ),
            };
            match there {
                Some(there) if there == message => Ok(()),
                Some(_) => Err(Failed::No(Refusal::Used)),
                None if !before => Err(Failed::No(Refusal::Gap)),
                // Of two at the same time, one changes the row.
                None if tx.change(sql, args![&message, &id])? == 0 => {
                    Err(Failed::No(Refusal::Used))
                }
                None => Ok(()),
            }
        })
        .await
    }

    /// The invitation goes.
    pub async fn end_invite(&self, id: [u8; 16]) -> Result<(), Failed> {
        let sql = "DELETE FROM invite WHERE id = $1";
        self.write(move |tx| Ok(tx.change(sql, args![&id]).map(|_| ())?)).await
    }
}

fn get(tx: &mut dyn Tx, id: &[u8; 16]) -> Result<Option<InviteRow>, Failed> {
    first(tx, GET, args![id])?.map(read).transpose()
}

fn read(mut row: Row) -> Result<InviteRow, Failed> {
    Ok(InviteRow {
        device: DeviceId::from_bytes(row.fixed(0)?),
        expires: row.number(1)?,
        offer: row.bytes(2)?,
        request: row.maybe(3)?,
        reveal: row.maybe(4)?,
        answer: row.maybe(5)?,
    })
}

impl From<Failed> for Refusal {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::No(refusal) => refusal,
            Failed::Append(error) => {
                let error = RelayError::from(Failed::Append(error));
                tracing::warn!(problem = %error, "the store did not do it");
                Self::Busy
            }
        }
    }
}
