//! What may be on a disk when the power goes: everything up to the last sync of each file, and of what came after that
//! any beginning, also with the last write half done, or without the first. That a file was removed is safe after the next
//! sync of any file: so file systems with a journal of their own do it, and SQLite asks for no more than that.

use std::collections::BTreeMap;

use crate::recorder::Event;

/// What files hold.
pub(crate) type Disk = BTreeMap<String, Vec<u8>>;

/// A disk after a cut, and how many were acknowledged by then.
pub(crate) struct Cut {
    pub(crate) disk: Disk,
    pub(crate) acknowledged: u64,
}

fn apply(disk: &mut Disk, event: &Event) {
    match event {
        Event::Write { file, at, bytes } => {
            let content = disk.entry(file.clone()).or_default();
            content.resize(content.len().max(at + bytes.len()), 0);
            content[*at..at + bytes.len()].copy_from_slice(bytes);
        }
        Event::Truncate { file, size } => disk.entry(file.clone()).or_default().truncate(*size),
        Event::Remove { file } => drop(disk.remove(file)),
        Event::Sync { .. } | Event::Acknowledged(_) => {}
    }
}

fn file(event: &Event) -> Option<&str> {
    match event {
        Event::Write { file, .. } | Event::Truncate { file, .. } | Event::Remove { file } => {
            Some(file)
        }
        Event::Sync { .. } | Event::Acknowledged(_) => None,
    }
}

/// Half of a write.
fn torn(event: &Event) -> Option<Event> {
    let Event::Write { file, at, bytes } = event else { return None };
    let bytes = bytes[..bytes.len() / 2].to_vec();
    Some(Event::Write { file: file.clone(), at: *at, bytes })
}

/// Every cut. Between two syncs each beginning of what is not synced is tried with all that was acknowledged
/// before the second: the power may go just then.
pub(crate) fn cuts(events: &[Event], mut each: impl FnMut(Cut)) {
    let (mut safe, mut loose, mut acknowledged) = (Disk::new(), Vec::<&Event>::new(), 0);
    let end = Event::Sync { file: String::new() };
    for event in events.iter().chain([&end]) {
        match event {
            Event::Acknowledged(count) => acknowledged = *count,
            Event::Sync { file: synced } => {
                beginnings(&safe, &loose, acknowledged, &mut each);
                let is_safe = |event: &&Event| {
                    file(event) == Some(synced) || matches!(event, Event::Remove { .. })
                };
                let (done, rest): (Vec<_>, Vec<_>) = loose.into_iter().partition(is_safe);
                done.iter().for_each(|event| apply(&mut safe, event));
                loose = rest;
            }
            other => loose.push(other),
        }
    }
}

fn beginnings(safe: &Disk, loose: &[&Event], acknowledged: u64, each: &mut impl FnMut(Cut)) {
    let mut disk = safe.clone();
    each(Cut { disk: disk.clone(), acknowledged });
    for (number, event) in loose.iter().enumerate() {
        if let Some(half) = torn(event) {
            let mut disk = disk.clone();
            apply(&mut disk, &half);
            each(Cut { disk, acknowledged });
        }
        apply(&mut disk, event);
        each(Cut { disk: disk.clone(), acknowledged });
        if number > 0 {
            // The disk wrote them in another order.
            let mut disk = safe.clone();
            loose[1..=number].iter().for_each(|event| apply(&mut disk, event));
            each(Cut { disk, acknowledged });
        }
    }
}
