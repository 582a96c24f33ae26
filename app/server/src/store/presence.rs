//! When a device was last in a space, to the day: what the offline window needs to know. It must not keep anything finer, nor
//! anything of who has left.

use std::collections::{BTreeMap, BTreeSet};

use replica::id::{DeviceId, SpaceId};

use super::Store;
use super::sql::{Failed, args};

const NOTE: &str = "INSERT INTO presence (space, device, day) VALUES ($1, $2, $3) \
     ON CONFLICT (space, device) DO UPDATE SET day = excluded.day";

impl Store {
    /// Notes that a space is in use by a device, on a day counted from 1970.
    pub async fn seen(&self, space: SpaceId, device: DeviceId, day: u64) -> Result<(), Failed> {
        let sql = "UPDATE space SET seen = $1 WHERE space = $2";
        self.write(move |tx| {
            tx.change(sql, args![day, space.bytes()])?;
            Ok(tx.change(NOTE, args![space.bytes(), device.bytes(), day]).map(|_| ())?)
        })
        .await
    }

    /// Which of the devices that are in were away for more than so many days. Of who was never seen the time begins to
    /// run now; of who is out the day goes.
    pub async fn absent(
        &self,
        space: SpaceId,
        living: BTreeSet<DeviceId>,
        today: u64,
        window: u64,
    ) -> Result<BTreeSet<DeviceId>, Failed> {
        self.write(move |tx| {
            let sql = "SELECT device, day FROM presence WHERE space = $1";
            let rows = tx.rows(sql, args![space.bytes()])?;
            let read = |row: &super::sql::Row| {
                Ok::<_, Failed>((DeviceId::from_bytes(row.fixed(0)?), row.number(1)?))
            };
            let days: BTreeMap<_, _> = rows.iter().map(read).collect::<Result<_, _>>()?;
            let out = "DELETE FROM presence WHERE space = $1 AND device = $2";
            for device in days.keys().filter(|device| !living.contains(device)) {
                tx.change(out, args![space.bytes(), device.bytes()])?;
            }
            for device in living.iter().filter(|device| !days.contains_key(device)) {
                tx.change(NOTE, args![space.bytes(), device.bytes(), today])?;
            }
            let away = |day: &u64| today.saturating_sub(*day) > window;
            let absent =
                days.into_iter().filter(|(device, day)| away(day) && living.contains(device));
            Ok(absent.map(|(device, _)| device).collect())
        })
        .await
    }
}
