//! What the app knows and does, apart from how it looks: opening, saving, the documents and the device.
//! Plain structs; signals only at the rim.

pub mod device;
pub mod line;
pub mod status;
