//! The line of unsaved changes: what the screen may say about saving, and that nothing is lost on the way.

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web::state::line::{Line, Refused};
use web::state::status::{Reason, SaveStatus};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn saved_is_said_only_when_the_last_change_completed() {
    let mut line = Line::default();
    assert_eq!(line.status(), SaveStatus::Nothing);
    line.push("a");
    line.push("b");
    assert_eq!(line.next(), Some("a"));
    assert_eq!(line.next(), None, "one at a time, in order");
    line.kept(1);
    assert_eq!(line.status(), SaveStatus::Saving);
    assert_eq!(line.next(), Some("b"));
    line.kept(2);
    assert_eq!(line.status(), SaveStatus::SavedHere { at_ms: 2 });
}

#[wasm_bindgen_test]
fn after_a_failure_nothing_new_is_taken_in_and_nothing_is_lost() {
    let mut line = Line::default();
    line.push("a");
    line.push("b");
    assert_eq!(line.next(), Some("a"));
    line.stuck(Reason::Full);
    assert_eq!(line.accepts(), Err(Refused(Reason::Full)));
    assert_eq!(line.next(), None);
    assert_eq!(line.status(), SaveStatus::NotSaved { reason: Reason::Full });
    assert_eq!(line.waiting(), 2);
    line.retry();
    assert_eq!(line.next(), Some("a"), "the change that failed comes first");
}

#[wasm_bindgen_test]
fn a_failure_is_never_hidden_by_an_earlier_success() {
    let mut line = Line::default();
    line.push("a");
    line.next();
    line.kept(1);
    line.push("b");
    line.next();
    line.stuck(Reason::ConnectionLost);
    assert_eq!(line.status(), SaveStatus::NotSaved { reason: Reason::ConnectionLost });
}
