//! Whether there is room on the disk. A full disk shows itself as a linker that breaks off, which tells nobody what to do.

use crate::{project, run};

/// What a whole run from nothing leaves in the target folder, in MB, as measured, and some room beside it.
const WHOLE_RUN: u64 = 12_000;
/// What a run needs that has most of it already.
const NEXT_RUN: u64 = 2_000;

/// A sentence when the target folder is small yet and the disk has too little room for what comes.
pub(crate) fn warning() -> Option<String> {
    let target = project::cargo_target();
    let there = target.ancestors().find(|folder| folder.exists())?;
    let free = free(&run::answer("df", &["-Pm", there.to_str()?])?)?;
    let there = run::answer("du", &["-sm", target.to_str()?]).and_then(|told| megabytes(&told, 0));
    let needed = WHOLE_RUN.saturating_sub(there.unwrap_or(0)).max(NEXT_RUN);
    (free < needed).then(|| {
        format!(
            "The disk has {free} MB left and a run from nothing takes {WHOLE_RUN} MB. If it breaks off: `cargo clean`, or more room."
        )
    })
}

/// The room that `df -Pm` tells, in MB.
fn free(told: &str) -> Option<u64> {
    megabytes(told.lines().nth(1)?, 3)
}

fn megabytes(line: &str, column: usize) -> Option<u64> {
    line.split_whitespace().nth(column)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_room_left_is_the_fourth_column_of_the_second_line() {
        let told = "Filesystem 1048576-blocks Used Available Capacity Mounted on\n/dev/vda 257009 29797 62911 33% /";
        assert_eq!(free(told), Some(62_911));
        assert_eq!(free("df: no such folder"), None);
    }
}
