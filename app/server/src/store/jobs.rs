//! What is needed beside the rest: how full a space is, and short-lived passes for several instances.

use replica::id::{Hash, SpaceId};
use replica::sync::ServerEpoch;

use super::Store;
use super::backup::NOT_OF_A_COPY;
use super::schema::KNOWN_EPOCH;
use super::sql::{Failed, args, first};

impl Store {
    /// How many bytes of items a space holds; `None` when it is new here.
    pub async fn bytes(&self, space: SpaceId) -> Result<Option<u64>, Failed> {
        let sql = "SELECT bytes FROM space WHERE space = $1";
        self.read(move |tx| {
            first(tx, sql, args![space.bytes()])?.map(|row| row.number(0)).transpose()
        })
        .await
    }

    /// Draws a new server epoch, after a database was put back by its own means. Who runs must start again.
    pub async fn renew(&self, epoch: ServerEpoch) -> Result<(), Failed> {
        let sql = "UPDATE known SET value = $1 WHERE key = $2";
        self.write(move |tx| {
            tx.change(sql, args![&epoch, KNOWN_EPOCH])?;
            for sql in NOT_OF_A_COPY {
                tx.change(sql, &[])?;
            }
            Ok(())
        })
        .await
    }

    /// Whether the database answers.
    pub async fn alive(&self) -> Result<(), Failed> {
        self.read(|tx| Ok(tx.rows("SELECT key FROM known", &[]).map(|_| ())?)).await
    }

    /// Keeps a pass under the hash of its secret, until a moment in milliseconds since 1970.
    pub async fn put_pass(&self, name: Hash, body: Vec<u8>, expires: u64) -> Result<(), Failed> {
        let sql =
            "INSERT INTO pass (name, expires, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        self.write(move |tx| Ok(tx.change(sql, args![&name, expires, &body]).map(|_| ())?)).await
    }

    /// A pass that has not expired.
    pub async fn pass(&self, name: Hash, now: u64) -> Result<Option<Vec<u8>>, Failed> {
        let sql = "SELECT body FROM pass WHERE name = $1 AND expires >= $2";
        self.read(move |tx| {
            first(tx, sql, args![&name, now])?.map(|mut row| row.bytes(0)).transpose()
        })
        .await
    }

    /// A pass that has not expired; it is gone after this.
    pub async fn take_pass(&self, name: Hash, now: u64) -> Result<Option<Vec<u8>>, Failed> {
        let sql = "SELECT body FROM pass WHERE name = $1 AND expires >= $2";
        self.write(move |tx| {
            let body =
                first(tx, sql, args![&name, now])?.map(|mut row| row.bytes(0)).transpose()?;
            // Of two who take it at the same time, one deletes it.
            let gone = tx.change("DELETE FROM pass WHERE name = $1", args![&name])?;
            Ok(body.filter(|_| gone == 1))
        })
        .await
    }
}
