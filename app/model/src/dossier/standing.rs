//! Where each guardian stands about a plan. A choice from a phone without network comes in later than it was made: what counts is what
//! was said last, not what came in last.

use chrono::NaiveDate;

use super::said::Moment;
use super::view::{Agreed, Guardian, View};
use crate::ouder::{Choice, Receipt, Whose, signer};

/// Where a guardian stands about a plan: the last choice, nothing when there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    pub guardian: Guardian,
    pub last: Option<Agreed>,
}

impl View {
    /// Where each guardian stands about a plan, each apart.
    pub fn standings(&self, plan: &str) -> Vec<Standing> {
        let mut all = self.all_standings(plan);
        all.retain(|one| !one.guardian.gone);
        all
    }

    /// The same, with those who chose and do not take part any more: they count no more, and stay to be seen.
    pub fn all_standings(&self, plan: &str) -> Vec<Standing> {
        let last = |guardian: &Guardian| {
            let own = |one: &&Agreed| one.plan == plan && one.guardian == guardian.id;
            let all = self.agreed.iter().filter(own);
            all.reduce(|last, one| if one.is_after(last) { one } else { last }).cloned()
        };
        let stands = |one: &Guardian| Standing { guardian: one.clone(), last: last(one) };
        let all = self.guardians.iter().map(stands);
        all.filter(|one| !one.guardian.gone || one.last.is_some()).collect()
    }

    /// Whether every guardian agrees to a plan now; no when there is no guardian.
    pub fn all_agree(&self, plan: &str) -> bool {
        let all = self.standings(plan);
        let agrees = |one: &Standing| {
            one.last.as_ref().is_some_and(|last| last.choice == Some(Choice::Eens))
        };
        !all.is_empty() && all.iter().all(agrees)
    }

    /// The day on which every guardian agreed to a plan for the first time: saying so once more makes it no later.
    pub fn adopted(&self) -> Option<NaiveDate> {
        let plan = self.plans.iter().find(|plan| self.all_agree(&plan.id))?;
        let first = |guardian: &Guardian| {
            let of = |one: &&Agreed| one.plan == plan.id && one.guardian == guardian.id;
            let agreed = self.agreed.iter().filter(of);
            agreed.filter(|one| one.choice == Some(Choice::Eens)).filter_map(|one| one.on).min()
        };
        self.present().filter_map(first).max()
    }
}

impl Agreed {
    /// The day on which this choice existed according to the server; nothing without a receipt of it.
    pub fn existed(&self) -> Option<NaiveDate> {
        self.signed().filter(|(_, whose)| *whose != Whose::Other)?.0.day()
    }

    /// Whether its receipt is of another server than the one that the device of the parent knew.
    pub fn is_of_another_server(&self) -> bool {
        self.signed().is_some_and(|(_, whose)| whose == Whose::Other)
    }

    fn signed(&self) -> Option<(Receipt, Whose)> {
        let receipt = Receipt::of(&self.file, self.receipt.as_deref()?)?;
        Some((receipt, receipt.whose(&self.file)))
    }

    /// Whether this choice, which came in later, was made later as well. One device says in which order it chose, whatever its clock
    /// says.
    fn is_after(&self, other: &Self) -> bool {
        let same_device = signer(&self.file).is_some_and(|key| signer(&other.file) == Some(key));
        let agrees = self.choice == Some(Choice::Eens);
        same_device || self.moment().is_after(other.moment(), agrees)
    }

    /// A clock that is ahead does not come after the receipt of the server.
    fn moment(&self) -> Moment {
        Moment { way: self.way, on: self.on.into_iter().chain(self.existed()).min() }
    }
}
