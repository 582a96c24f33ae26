//! Showing another text in a field without moving the caret away from the words it stands before.

use model::together::caret;
use web_sys::HtmlTextAreaElement;

/// Shows a text that may have changed elsewhere while somebody types in the field.
pub fn show(field: &HtmlTextAreaElement, text: &str) {
    let old = field.value();
    if old == text {
        return;
    }
    let place = |at: Option<u32>| {
        let at = caret(&old, text, usize::try_from(at?).ok()?);
        u32::try_from(at).ok()
    };
    let start = field.selection_start().ok().flatten();
    let end = field.selection_end().ok().flatten();
    let (start, end) = (place(start), place(end));
    field.set_value(text);
    if let (Some(start), Some(end)) = (start, end) {
        let _ = field.set_selection_range(start, end);
    }
}
