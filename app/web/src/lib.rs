//! The client. `platform` is the only place that talks to the browser's own interfaces; `state` holds what the
//! app knows and does; everything else draws. A library and a thin `main`, so that browser tests can link it.
pub mod platform;
pub mod state;
