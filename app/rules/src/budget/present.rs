//! What a screen, a print or an export says about a budget: amounts in their unit, sentences, the grid of what is
//! filled in, the list of what a first calculation would lean on, and the numbers behind a chart. Pure, so that every
//! view tells the same; nothing here decides about money.

mod compared;
mod grid;
mod guess;
mod picture;
mod rows;
mod typed;
mod unit;
mod words;

pub use compared::side_by_side;
pub use grid::{Grid, GridCell, GridGroup, GridRow, Need, area_grid, grid, missing_inputs};
pub use guess::{Guess, GuessLine, guess, guess_lines};
pub use picture::{Chart, Scale, Series, costs, reserve, result, scale};
pub use rows::{TariffCell, TariffRow, by_place, table_lines, tariff_rows};
pub use typed::{Limits, Mistake};
pub use unit::{field, read, shown, unit_word};
pub use words::{
    ReserveNote, cell_name, felt_later, moment, movement, part_name, reserve_notes,
    result_sentence, short_name, tariff_name, to_do,
};

#[cfg(test)]
mod tests;
