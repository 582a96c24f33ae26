//! The clock: the only place where the client asks what day or time it is. For showing and for picking the dated
//! rows, never for merging.

use chrono::NaiveDate;
use js_sys::Date;

/// A moment as a person reads it: the local day and time to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Local calendar day.
    pub day: NaiveDate,
    /// 0 to 23, local.
    pub hour: u32,
    /// 0 to 59.
    pub minute: u32,
}

/// Milliseconds since 1970 in UTC.
#[must_use]
pub fn now_ms() -> i64 {
    Date::now() as i64
}

/// The same as the count that the pure parts take.
#[must_use]
pub fn now() -> u64 {
    u64::try_from(now_ms()).unwrap_or_default()
}

/// Milliseconds by a clock that nobody can set, to measure how long something takes.
#[must_use]
pub fn stopwatch_ms() -> u32 {
    let performance = super::js::window().and_then(|window| window.performance());
    performance.map_or(0, |performance| performance.now() as u32)
}

/// Today on the wall calendar of this device.
#[must_use]
pub fn today() -> NaiveDate {
    moment_of(now_ms()).day
}

/// The moment in UTC, as calendar files stamp it.
#[must_use]
pub fn utc() -> chrono::NaiveDateTime {
    chrono::DateTime::from_timestamp_millis(now_ms()).unwrap_or_default().naive_utc()
}

/// Now, to the minute.
#[must_use]
pub fn moment() -> Moment {
    moment_of(now_ms())
}

/// The local reading of milliseconds since 1970.
#[must_use]
pub fn moment_of(milliseconds: i64) -> Moment {
    let date = Date::new(&wasm_bindgen::JsValue::from_f64(milliseconds as f64));
    let year = i32::try_from(date.get_full_year()).unwrap_or(1970);
    let day = NaiveDate::from_ymd_opt(year, date.get_month() + 1, date.get_date());
    Moment { day: day.unwrap_or_default(), hour: date.get_hours(), minute: date.get_minutes() }
}
