//! The one next step in a dossier. It only points; nothing is closed off by it.

use chrono::NaiveDate;

use super::command::Side;
use super::compare::{Row, side_by_side};
use super::standing::Standing;
use super::view::{State, View};
use crate::meeting::Parents;
use crate::ouder::Choice;

/// What to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    AddGuardian,
    ChooseQuestions,
    /// Parents must know who sees it before they are asked.
    SayWhoSees,
    Invite,
    /// Somebody has access to whom a parent does not say yes any more.
    EndAccess,
    /// A parent says no to a table.
    TellTable,
    /// A parent asked to be called.
    Call,
    /// A parent wants to talk first, or does not agree.
    Talk,
    /// The day until which it is kept, as parents were told, has passed.
    KeepEnds,
    /// Letters are out and nothing waits for the school.
    Wait,
    /// A table was proposed and not every parent said yes.
    AskAboutTable,
    /// Somebody of the three has said nothing yet.
    HearOthers,
    LookTogether,
}

/// The step for today.
pub fn next(view: &View, today: NaiveDate) -> Next {
    let out = view.letters.iter().filter(|one| one.withdrawn.is_none());
    let calls = |one: &super::view::Letter| one.call.is_some() && one.called.is_none();
    let is_asked = view.present().any(|one| one.call.is_some());
    let talks = view.plan().is_some_and(|plan| {
        let last = |one: Standing| one.last.and_then(|last| last.choice);
        let wants = [Choice::EerstPraten, Choice::NietEens];
        view.standings(&plan.id).into_iter().filter_map(last).any(|choice| wants.contains(&choice))
    });
    let rows = side_by_side(view);
    let parents_said = view.told.iter().any(|one| one.guardian.is_some() && one.beside.is_none());
    if view.present().next().is_none() {
        Next::AddGuardian
    } else if view.asked().next().is_none() {
        Next::ChooseQuestions
    } else if view.sees.trim().is_empty() {
        Next::SayWhoSees
    } else if view.must_go().next().is_some() {
        Next::EndAccess
    } else if view.tables_without_yes().any(|says| says == Some(Parents::Nee)) {
        Next::TellTable
    } else if is_asked || out.clone().any(calls) {
        Next::Call
    } else if talks {
        Next::Talk
    } else if view.keep.is_some_and(|keep| keep < today) {
        Next::KeepEnds
    } else if out.clone().next().is_none() && !parents_said {
        Next::Invite
    } else if out.clone().any(|one| !matches!(one.state(today), State::Sent(_) | State::Over(_))) {
        Next::Wait
    } else if view.tables_without_yes().next().is_some() {
        Next::AskAboutTable
    } else if rows.iter().any(|row| row.silent().next().is_some()) {
        Next::HearOthers
    } else {
        Next::LookTogether
    }
}

/// What of that is worth a reminder outside the dossier: a parent waits for the school, or told something that nobody looked at together.
pub fn reminds(view: &View, today: NaiveDate) -> Option<Next> {
    let told = |row: &Row| {
        let parents = row.cells.iter().find(|cell| cell.side == Side::Ouders);
        row.question.same.is_none() && parents.is_some_and(|cell| !cell.texts.is_empty())
    };
    match next(view, today) {
        step @ (Next::EndAccess | Next::TellTable | Next::Call | Next::Talk | Next::KeepEnds) => {
            Some(step)
        }
        _ => side_by_side(view).iter().any(told).then_some(Next::LookTogether),
    }
}
