//! What tests share: places for a database, devices, and asking the server without a network.
#![allow(dead_code, unreachable_pub)] // ok: each test file uses its own part
#![allow(clippy::unwrap_used, clippy::expect_used)] // ok: in a test a panic is the message

pub mod canary;
pub mod device;
pub mod net;
pub mod postgres;
pub mod program;
pub mod site;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

/// A folder of this test alone, removed at the end.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder =
            std::env::temp_dir().join(format!("thuisnabij-{}-{number}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
