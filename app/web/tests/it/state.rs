//! The whole state in a browser, with a small book: open, change, saved, undo, typing, and the second tab.
//! One page plays two tabs: locks and channels do not know the difference.

use crate::common::{
    PIN, begin, clear, enter, is_saved, new_device, nobody_writes, shown, tab, until,
};
use leptos::prelude::GetUntracked;
use wasm_bindgen_test::wasm_bindgen_test;
use web::platform::marker;
use web::state::copy::CopyError;
use web::state::ledger::Refusal;
use web::state::status::{Boot, SaveStatus};

#[wasm_bindgen_test]
async fn a_day_with_two_tabs() {
    new_device().await;
    let (first, number) = tab();
    assert_eq!(number.dispatch(&1), Err(Refusal::NotOpen), "not before the device is open");
    until("nobody is here yet", || first.boot.get_untracked() == Boot::First).await;
    assert!(!marker::is_set(), "a first visit leaves no mark");
    let anna = begin(&first, "Anna").await;
    until("the first tab opens", || number.view.get_untracked().is_some()).await;
    assert_eq!(first.save.get_untracked(), SaveStatus::Nothing);

    assert_eq!(number.dispatch(&-1), Err(Refusal::Problem("negative")));
    assert_eq!(number.dispatch(&1), Ok(()));
    assert_eq!(shown(&number), Some(1), "on the screen at once");
    assert_eq!(first.save.get_untracked(), SaveStatus::Saving, "and not yet called saved");
    until("it is saved", || is_saved(&first)).await;
    assert!(marker::is_set());

    number.type_in("field", 2);
    number.type_in("field", 23);
    assert_eq!(shown(&number), Some(1), "typing is no change yet");
    assert_eq!(first.save.get_untracked(), SaveStatus::Saving, "nor is it called saved");
    until("the typing rests", || shown(&number) == Some(23)).await;
    until("and is saved", || is_saved(&first)).await;
    number.type_in("field", -1);
    until("a refused text takes nothing away", || is_saved(&first)).await;
    assert_eq!(shown(&number), Some(23));
    assert_eq!(number.undo(), Ok(()));
    assert_eq!(shown(&number), Some(1), "one step for what was typed in one go");
    assert_eq!(number.redo(), Ok(()));
    assert_eq!(number.redo(), Err(Refusal::Problem("nothing")));
    assert_eq!(shown(&number), Some(23));

    let (second, other) = tab();
    until("the second tab waits", || second.boot.get_untracked() == Boot::Elsewhere).await;
    assert_eq!(other.dispatch(&5), Err(Refusal::NotOpen));
    number.type_in("field", 42);
    second.take_over();
    enter(&second, anna, PIN).await;
    until("the second tab goes on", || other.view.get_untracked().is_some()).await;
    assert_eq!(first.boot.get_untracked(), Boot::Elsewhere);
    assert_eq!(shown(&other), Some(42), "also what was being typed in the first tab");
    assert_eq!(number.dispatch(&6), Err(Refusal::NotOpen));
    assert_eq!(other.dispatch(&7), Ok(()));
    until("the second tab saves", || is_saved(&second)).await;

    // The browser removes everything while the app is open.
    clear(&[anna]).await;
    assert_eq!(other.dispatch(&8), Ok(()));
    let not_saved = || matches!(second.save.get_untracked(), SaveStatus::NotSaved { .. });
    until("it is said loudly", not_saved).await;
    assert!(matches!(other.dispatch(&9), Err(Refusal::NotSaved(_))), "nothing new is taken in");
    assert_eq!(shown(&other), Some(8));
    second.retry_save();
    until("everything is written anew", || is_saved(&second)).await;

    first.take_over();
    enter(&first, anna, PIN).await;
    until("the first tab is back", || number.view.get_untracked().is_some()).await;
    assert_eq!(shown(&number), Some(8));
    let copy = first.copy().await.expect("a copy of the device");

    // And once more while the app is closed.
    second.take_over();
    enter(&second, anna, PIN).await;
    until("the second tab is back", || other.view.get_untracked().is_some()).await;
    clear(&[anna]).await;
    first.take_over();
    until("an eviction is told", || first.boot.get_untracked() == Boot::Evicted).await;
    first.start_anew();
    begin(&first, "Anna").await;
    until("the person begins anew", || number.view.get_untracked().is_some()).await;
    assert_eq!(shown(&number), None);
    assert_eq!(first.merge_copy(b"holiday.jpg", None).await, Err(CopyError::NotACopy));
    let brought = first.merge_copy(&copy.file, None).await.expect("the copy is brought in");
    assert_eq!((brought.documents, brought.spaces.len()), (1, 1));
    until("the copy is on the screen", || shown(&number) == Some(8)).await;
    assert_eq!(number.dispatch(&9), Ok(()));
    until("work goes on", || is_saved(&first)).await;
    nobody_writes().await;
}
