//! Tables for a spreadsheet: semicolons, as a Dutch one expects, and one row a line (RFC 4180 otherwise).

use rules::money::Money;
use rules::text::{Lang, Text, t};

use crate::meeting::minutes::{ActionLine, DecisionLine};

const DECISIONS: [Text; 9] = [
    t("Nummer", "Number"),
    t("Datum", "Date"),
    t("Besluit", "Decision"),
    t("Hoe", "How"),
    t("Minderheid", "Minority"),
    t("Bedrag", "Amount"),
    t("Route", "Route"),
    t("Vervangt", "Replaces"),
    t("Geldt", "In force"),
];
const ACTIONS: [Text; 4] =
    [t("Wat", "What"), t("Wie", "Who"), t("Wanneer", "When"), t("Gedaan", "Done")];
const YES: Text = t("ja", "yes");
const NO: Text = t("nee", "no");

/// A list of decisions.
pub fn decisions<'a>(lines: impl Iterator<Item = &'a DecisionLine>, lang: Lang) -> String {
    let row = |line: &DecisionLine| {
        let route = line.route.map(|(route, year)| format!("{} ({year})", route.get(lang)));
        vec![
            line.number.clone(),
            line.on.to_string(),
            line.words.clone(),
            line.how.get(lang).to_owned(),
            line.minority.clone(),
            line.amount.map(|amount| euros(amount, lang)).unwrap_or_default(),
            route.unwrap_or_default(),
            line.replaces.clone().unwrap_or_default(),
            if line.in_force { YES } else { NO }.get(lang).to_owned(),
        ]
    };
    table(&DECISIONS, lines.map(row), lang)
}

/// A list of actions.
pub fn actions<'a>(lines: impl Iterator<Item = &'a ActionLine>, lang: Lang) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let row = |line: &ActionLine| {
        vec![line.what.clone(), line.who.clone(), day(line.due), day(line.done)]
    };
    table(&ACTIONS, lines.map(row), lang)
}

/// An amount as the spreadsheet of this language reads it, without a sign.
fn euros(amount: Money, lang: Lang) -> String {
    let written = amount.to_decimal().to_string();
    if lang == Lang::Nl { written.replace('.', ",") } else { written }
}

fn table(head: &[Text], rows: impl Iterator<Item = Vec<String>>, lang: Lang) -> String {
    let head = head.iter().map(|text| text.get(lang).to_owned()).collect();
    rows_of(std::iter::once(head).chain(rows))
}

/// Rows as they stand in the file, the head among them.
pub(super) fn rows_of(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut all = String::new();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
        all.push_str(&cells.join(";"));
        all.push_str("\r\n");
    }
    all
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe: what somebody typed is never carried out.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let cell = if formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains(['"', ';', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_with_a_semicolon_or_a_quote_stays_one_cell_and_a_formula_stays_text() {
        assert_eq!(quoted("a;b"), "\"a;b\"");
        assert_eq!(quoted("zeg \"ja\""), "\"zeg \"\"ja\"\"\"");
        assert_eq!(quoted("=1+1"), "'=1+1");
        assert_eq!(quoted("gewoon"), "gewoon");
    }

    #[test]
    fn an_action_is_one_row_under_its_head() {
        let line = ActionLine {
            id: "a".into(),
            what: "Memo rondsturen".into(),
            who: "Anna".into(),
            due: "2027-03-11".parse().ok(),
            done: None,
        };
        let text = actions([line].iter(), Lang::Nl);
        assert_eq!(text, "Wat;Wie;Wanneer;Gedaan\r\nMemo rondsturen;Anna;2027-03-11;\r\n");
    }
}
