//! Side by side (DOS-6): for each question what child, parents and school say now, the child first. Who is silent is shown as silent; whether
//! they agree is for people to say, never counted from words.

use super::command::Side;
use super::view::{Question, Told, View};

/// A question with the three beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub question: Question,
    /// In the order of [`Side::ALL`].
    pub cells: Vec<Cell>,
}

/// What one of the three says now.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub side: Side,
    /// The last text of each author; nothing is silence.
    pub texts: Vec<Told>,
}

impl Row {
    /// Who said nothing.
    pub fn silent(&self) -> impl Iterator<Item = Side> {
        self.cells.iter().filter(|cell| cell.is_silent()).map(|cell| cell.side)
    }
}

impl Cell {
    /// Whether nothing is said yet: who would rather tell it still has to.
    pub fn is_silent(&self) -> bool {
        self.texts.iter().all(Told::is_still_to_tell)
    }
}

/// Every question that is asked.
pub fn side_by_side(view: &View) -> Vec<Row> {
    let row = |question: &Question| Row {
        question: question.clone(),
        cells: Side::ALL.iter().map(|side| cell(view, &question.id, *side)).collect(),
    };
    view.asked().map(row).collect()
}

fn cell(view: &View, question: &str, side: Side) -> Cell {
    let mut texts: Vec<Told> = Vec::new();
    let all = view.told.iter();
    for told in all.filter(|one| one.side == Some(side) && one.question == question) {
        // Who says to tell more in a talk takes nothing back of what was said.
        if !told.is_still_to_tell() {
            texts.retain(|one| (&one.author, &one.guardian) != (&told.author, &told.guardian));
        }
        texts.push(told.clone());
    }
    Cell { side, texts }
}
