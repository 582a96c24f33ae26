//! The councils of children: what becomes of what they say, what nobody may be able to tell from it, and the picture that
//! grows.

mod around;
mod carried;
mod circle;
mod drawing;
mod leaving;
mod secrecy;
mod voice;
mod world;

use replica::document::Session;
use replica::id::DeviceId;

fn session(peer: u64) -> Session {
    Session { peer, device: DeviceId::from_bytes([peer as u8; 16]) }
}
