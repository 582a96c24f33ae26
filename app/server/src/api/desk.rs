//! What all routes share: the store, the relay over it, who listens, passes, limits, figures. One per server.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use axum::http::StatusCode;
use replica::id::{DeviceId, SpaceId};
use replica::keys::DeviceKeys;
use replica::relay::{Relay, RelayStore};
use replica::role::{Errand, may_ask};
use replica::sync::{Body, Frame, Refusal};
use tokio::sync::watch;

use super::answer::No;
use super::clock::Outside;
use super::hub::Hub;
use super::limits::{Buckets, Kind, Limits, Whose};
use super::passes::Passes;
use super::routes::{Route, Weight};
use crate::figures::Figures;
use crate::person::{self, Provider};
use crate::store::{Removed, Retention, Store};

/// What the administrator chose.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The addresses under which the app is opened, as `https://host`. A proof for another one is refused.
    pub origins: Vec<String>,
    /// Whether `x-forwarded-for` is written by a proxy of ours.
    pub behind_proxy: bool,
    pub limits: Limits,
    pub kept: Retention,
    /// Where people may say who they are, if anywhere.
    pub sign_in: Option<person::Settings>,
}

/// See the module's header.
pub struct Desk {
    pub(super) relay: Relay<Store>,
    pub(super) hub: Arc<Hub>,
    pub(super) passes: Passes,
    pub(super) settings: Settings,
    pub(super) outside: Outside,
    pub(super) provider: Option<Provider>,
    pub(super) stop: watch::Sender<bool>,
    buckets: Buckets,
    figures: Figures,
    /// Which devices were noted in which space on a day.
    seen: Mutex<(u64, BTreeSet<(SpaceId, DeviceId)>)>,
    receipts: OnceLock<DeviceKeys>,
}

impl Desk {
    /// A desk over a store.
    pub fn new(store: Store, settings: Settings, outside: Outside) -> Self {
        Self {
            passes: Passes::new(&store),
            relay: Relay::new(store).full_at(settings.limits.space_bytes),
            hub: Arc::new(Hub::default()),
            provider: settings.sign_in.clone().map(Provider::new),
            settings,
            outside,
            stop: watch::Sender::new(false),
            buckets: Buckets::default(),
            figures: Figures::default(),
            seen: Mutex::default(),
            receipts: OnceLock::new(),
        }
    }

    /// The keys under which this server says when something arrived; drawn with the first receipt.
    pub(super) async fn receipt_keys(&self) -> Result<DeviceKeys, Refusal> {
        if let Some(keys) = self.receipts.get() {
            return Ok(keys.clone());
        }
        let fresh = self.outside.random().ok_or(Refusal::Busy)?;
        let keys = DeviceKeys::from_bytes(&self.store().receipt_secret(fresh).await?);
        Ok(self.receipts.get_or_init(|| keys).clone())
    }

    /// The store.
    pub const fn store(&self) -> &Store {
        self.relay.store()
    }

    /// Ends every stream and every wait, so that the server can stop.
    pub fn stop(&self) {
        self.stop.send_replace(true);
    }

    /// Removes what has expired.
    pub async fn tidy(&self) -> Result<Removed, Refusal> {
        let now = self.outside.now();
        self.passes.tidy(now);
        self.buckets.tidy(&self.settings.limits, now);
        Ok(self.store().tidy(self.settings.kept, now).await?)
    }

    /// The figures in Prometheus' text.
    pub fn figures(&self) -> String {
        self.figures.text(self.store(), self.hub.open())
    }

    pub(super) fn count(&self, route: &Route, status: StatusCode, took: u64) {
        // When somebody gave is nobody's business, also not in a log or a figure.
        if route.weight == Weight::Gift {
            return;
        }
        self.figures.count(route.name, status, took);
        tracing::debug!(route = route.name, status = status.as_u16(), ms = took, "answered");
    }

    pub(super) fn take(&self, kind: Kind, whose: Whose, cost: u64) -> Result<(), No> {
        let now = self.outside.now();
        let taken = self.buckets.take(&self.settings.limits, (kind, whose), cost, now);
        taken.map_err(No::too_often)
    }

    /// Whether what the device that asks is in a space may ask this.
    pub(super) async fn may(
        &self,
        device: DeviceId,
        space: SpaceId,
        errand: Errand,
    ) -> Result<(), No> {
        let role = self.relay.role(device, space).await?;
        if may_ask(role, errand) { Ok(()) } else { Err(Refusal::NotAllowed.into()) }
    }

    /// Tells who listens to a space, and is a member now, that there is something new.
    pub(super) async fn poke(&self, space: SpaceId, poke: &[u8], without: Option<DeviceId>) {
        if self.hub.has(space)
            && let Ok(members) = self.relay.members(space).await
        {
            self.hub.poke(space, poke, &members, without);
        }
    }

    /// Another instance changed a space.
    pub async fn changed_elsewhere(&self, space: SpaceId) {
        self.tell_of(space, None).await;
    }

    /// Pokes with where the space stands.
    pub(super) async fn tell_of(&self, space: SpaceId, without: Option<DeviceId>) {
        if self.hub.has(space)
            && let Ok(poke) = self.newest(space).await
        {
            self.poke(space, &poke.1, without).await;
        }
    }

    /// The newest place of a space, and the poke that tells it.
    pub(super) async fn newest(&self, space: SpaceId) -> Result<(u64, Vec<u8>), Refusal> {
        let server = self.store().server_epoch().await?;
        let newest = self.store().newest(space).await?;
        let body = Body::Poke { server, newest };
        Ok((newest, Frame { space, id: 0, body }.encode()))
    }

    /// Notes once a day that a device is in a space.
    pub(super) async fn seen(&self, space: SpaceId, device: DeviceId) {
        let today = self.today();
        let is_first = {
            let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
            if seen.0 != today {
                *seen = (today, BTreeSet::new());
            }
            seen.1.insert((space, device))
        };
        if is_first {
            let _ = self.store().seen(space, device, today).await;
        }
    }

    /// Who of a space was away for longer than the offline window. Who is not in it learns and changes nothing.
    pub(super) async fn absent(
        &self,
        space: SpaceId,
        device: DeviceId,
    ) -> Result<BTreeSet<DeviceId>, Refusal> {
        let members = self.relay.members(space).await?;
        if !members.contains_key(&device) {
            return Ok(BTreeSet::new());
        }
        let (living, window) = (members.into_keys().collect(), self.settings.kept.away);
        Ok(self.store().absent(space, living, self.today(), window).await?)
    }

    /// Counted from 1970.
    fn today(&self) -> u64 {
        self.outside.now() / 86_400_000
    }
}
