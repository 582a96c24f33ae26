//! Figures for who keeps the server running, in Prometheus' text. No label ever carries an id.

use std::sync::atomic::AtomicU64;

use axum::http::StatusCode;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use crate::store::Store;

/// Route and status of an answer.
type Labels = [(&'static str, &'static str); 2];

/// How long answers took, by route.
type Took = Family<[(&'static str, &'static str); 1], Histogram, fn() -> Histogram>;

/// Upper bounds of the histogram, in seconds.
const BOUNDS: [f64; 9] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// See the module's header.
pub(crate) struct Figures {
    registry: Registry,
    answers: Family<Labels, Counter>,
    took: Took,
    listening: Gauge,
    database: Gauge,
    log: Gauge,
    commits: Counter<u64, AtomicU64>,
    jobs: Counter<u64, AtomicU64>,
}

impl Default for Figures {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("thuisnabij");
        let answers = Family::default();
        registry.register("answers", "Answers by route and kind of status", answers.clone());
        let took = Family::new_with_constructor((|| Histogram::new(BOUNDS)) as fn() -> Histogram);
        registry.register_with_unit(
            "answer",
            "How long an answer took",
            Unit::Seconds,
            took.clone(),
        );
        let (listening, database, log) = (Gauge::default(), Gauge::default(), Gauge::default());
        registry.register("listening", "Open streams and waits", listening.clone());
        let bytes = || Unit::Bytes;
        registry.register_with_unit("database", "Size of the database", bytes(), database.clone());
        registry.register_with_unit("log", "Size of the write-ahead log", bytes(), log.clone());
        let (commits, jobs) = (Counter::default(), Counter::default());
        registry.register("commits", "Transactions committed", commits.clone());
        registry.register("jobs", "Jobs in those transactions", jobs.clone());
        Self { registry, answers, took, listening, database, log, commits, jobs }
    }
}

impl Figures {
    pub(crate) fn count(&self, route: &'static str, status: StatusCode, took: u64) {
        let kind = match status.as_u16() {
            429 => "429",
            503 => "503",
            100..400 => "2xx",
            400..500 => "4xx",
            _ => "5xx",
        };
        self.answers.get_or_create(&[("route", route), ("status", kind)]).inc();
        self.took.get_or_create(&[("route", route)]).observe(took as f64 / 1_000.0);
    }

    pub(crate) fn text(&self, store: &Store, listening: usize) -> String {
        let gauge = |gauge: &Gauge, value: u64| {
            gauge.set(i64::try_from(value).unwrap_or(i64::MAX));
        };
        let ((database, log), (commits, jobs)) = (store.sizes(), store.commits());
        gauge(&self.listening, listening as u64);
        gauge(&self.database, database);
        gauge(&self.log, log);
        for (counter, now) in [(&self.commits, commits), (&self.jobs, jobs)] {
            counter.inc_by(now.saturating_sub(counter.get()));
        }
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}
