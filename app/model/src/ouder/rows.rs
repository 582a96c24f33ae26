//! What a phone knows of its own disk: what is being written, what could not be, and what may go. It writes nothing itself. "Kept" is said
//! only when everything that was written last is there.

/// See the module's header. A row goes by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// How many writes are on their way.
    busy: u32,
    /// Rows whose last write failed.
    failed: Vec<String>,
    /// Rows that nothing needs any more, once what is on the disk says so too.
    spare: Vec<String>,
}

impl Rows {
    /// A write of this row began.
    pub fn begins(&mut self, row: &str) {
        self.busy += 1;
        self.spare.retain(|one| one != row);
    }

    /// It ended.
    pub fn ended(&mut self, row: &str, done: bool) {
        self.busy = self.busy.saturating_sub(1);
        self.failed.retain(|one| one != row);
        if !done && !self.spare.iter().any(|one| one == row) {
            self.failed.push(row.to_owned());
        }
    }

    /// Nothing needs this row any more.
    pub fn is_spare(&mut self, row: String) {
        self.failed.retain(|one| *one != row);
        self.spare.push(row);
    }

    /// Whether the last write of this row failed.
    pub fn is_lost(&self, row: &str) -> bool {
        self.failed.iter().any(|one| one == row)
    }

    /// Whether everything is on the disk; nothing while that is not known yet.
    pub fn kept(&self) -> Option<bool> {
        let all = self.failed.is_empty();
        (!all || self.busy == 0).then_some(all)
    }

    /// The rows that may go now: only when everything else is kept, so that the disk never names what is not there.
    pub fn free(&mut self) -> Vec<String> {
        if self.kept() == Some(true) { std::mem::take(&mut self.spare) } else { Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recording_that_could_not_be_written_is_not_called_kept_when_the_draft_after_it_is() {
        let mut rows = Rows::default();
        rows.begins("box voice");
        rows.begins("box");
        rows.ended("box voice", false);
        assert_eq!(rows.kept(), Some(false), "said at once, while the draft is being written");
        rows.ended("box", true);
        assert_eq!(rows.kept(), Some(false));
        assert!(rows.is_lost("box voice") && !rows.is_lost("box"));
        rows.begins("box voice");
        assert_eq!(rows.kept(), Some(false), "it stays until the row is there");
        rows.ended("box voice", true);
        assert_eq!(rows.kept(), Some(true));
    }

    #[test]
    fn kept_is_said_only_when_nothing_newer_is_on_its_way() {
        let mut rows = Rows::default();
        rows.begins("box");
        rows.begins("box");
        rows.ended("box", true);
        assert_eq!(rows.kept(), None);
        rows.ended("box", true);
        assert_eq!(rows.kept(), Some(true));
    }

    #[test]
    fn a_recording_goes_only_after_the_draft_that_no_longer_names_it_is_kept() {
        let mut rows = Rows::default();
        rows.is_spare("box old".into());
        rows.begins("box");
        assert!(rows.free().is_empty());
        rows.ended("box", false);
        assert!(rows.free().is_empty(), "the draft on the disk still names it");
        rows.begins("box");
        rows.ended("box", true);
        assert_eq!(rows.free(), ["box old"]);
        assert!(rows.free().is_empty(), "once");
    }

    #[test]
    fn a_recording_that_is_thrown_away_and_put_back_stays() {
        let mut rows = Rows::default();
        rows.is_spare("box voice".into());
        rows.begins("box voice");
        rows.ended("box voice", true);
        assert!(rows.free().is_empty());
    }

    #[test]
    fn what_could_not_be_written_and_was_thrown_away_holds_up_nothing() {
        let mut rows = Rows::default();
        rows.begins("box voice");
        rows.ended("box voice", false);
        rows.is_spare("box voice".into());
        assert_eq!(rows.kept(), Some(true));
        rows.begins("box other");
        rows.is_spare("box other".into());
        rows.ended("box other", false);
        assert_eq!(rows.kept(), Some(true), "thrown away while it was being written");
    }
}
