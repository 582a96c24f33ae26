//! What tests share: places for a database, devices, and asking the server without a network.

pub(crate) mod canary;
pub(crate) mod device;
mod folder;
pub(crate) mod net;
pub(crate) mod postgres;
pub(crate) mod program;
pub(crate) mod site;

pub(crate) use folder::Folder;
