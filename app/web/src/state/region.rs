//! The region of what lies open, for the pages: its plan, and the national amounts with its own on top.

use leptos::prelude::*;
use rules::parameter::Parameters;
use rules::region::{Region, region};
use std::sync::Arc;

/// The region that `slug` names, and the amounts that count there.
pub fn follow(
    slug: impl Fn() -> Option<String> + Send + Sync + 'static,
) -> (Memo<Option<Arc<Region>>>, Memo<Arc<Parameters>>) {
    let slug = Memo::new(move |_| slug());
    let region = Memo::new_with_compare(
        move |_| slug.get().and_then(|slug| region(&slug)).map(Arc::new),
        |_, _| true,
    );
    let parameters = Memo::new_with_compare(
        move |_| {
            let rows = region.with(|one| one.as_ref().map(|one| one.rows.clone()));
            let national = Parameters::national().unwrap_or_default();
            Arc::new(national.with_layer(rows.unwrap_or_default()))
        },
        |_, _| true,
    );
    (region, parameters)
}
