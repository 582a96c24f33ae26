//! What schools offer as a text for the schoolgids, and as tables: schools side by side for parents, and needs against
//! werkgebieden. The same needs in the same order for everybody, schools by name: nothing here ranks.

use rules::order::Order;
use rules::text::{Lang, Text, t};

use super::csv::rows_of;
use super::markdown::{line, paragraph};
use crate::aanbod::{Need, Offer, View};
use crate::dekking::{Cell, Cover, Difference, Matrix, School};

const TITLE: Text = t("Wat de school biedt", "What the school offers");
const BASIC: Text = t("Wat er op elke school is", "What there is at every school");
const OFFER: Text = t("Wat wij kunnen", "What we can do");
const INFLUENCE: Text = t("Wat leerlingen ervan vonden", "What pupils thought of it");
const UNKNOWN: Text = t("Nog niet ingevuld", "Not filled in yet");
const REPORT: Text = t("Dekkend aanbod", "Covering offer");
const REPORT_COUNT: Text = t(
    "Van {} van de {} behoeften is bekend dat een school in het samenwerkingsverband eraan kan voldoen.",
    "Of {} of {} needs it is known that a school in the samenwerkingsverband can meet them.",
);
const GAPS: Text = t("Wat ontbreekt", "What is missing");
const NO_GAPS: Text = t("Er is geen gat bekend.", "No gap is known.");
const OPEN: Text = t("Wat nog niet bekend is", "What is not known yet");
const NO_OPEN: Text =
    t("Over alle behoeften is iets bekend.", "Something is known about all needs.");
const SINCE: Text = t("Wat er veranderde sinds vorig jaar", "What changed since last year");
const NO_SINCE: Text = t("Er is niets veranderd.", "Nothing has changed.");
const NEED: Text = t("Behoefte", "Need");
const WHOLE: Text = t("Alle scholen samen", "All schools together");
const GAP: Text = t("gat", "gap");
const NOT_KNOWN: Text = t("niet bekend", "not known");

/// The offer of a school for its guide, as Markdown: headings and a list, so that a screen reader can walk through it.
pub fn guide(view: &View, lang: Lang) -> String {
    let mut text = format!("# {}\n", line(&view.school));
    paragraph(&mut text, &view.short);
    heading(&mut text, BASIC, &view.basic, lang);
    text.push_str(&format!("\n## {}\n\n", OFFER.get(lang)));
    for one in &view.lines {
        let words = Some(line(&one.words)).filter(|words| !words.is_empty());
        let words = words.map(|words| format!(". {words}")).unwrap_or_default();
        let need = one.need.label().get(lang);
        text.push_str(&format!("- **{need}**: {}{words}\n", said(one.offer, lang)));
    }
    heading(&mut text, INFLUENCE, &view.influence, lang);
    text
}

/// The same as a page of its own, that a school puts on its site or pastes in its guide: headings, a list of terms, and no
/// style or script of ours. What somebody typed stays words.
pub fn page(view: &View, lang: Lang) -> String {
    let school = html(&view.school);
    let mut text = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}: {school}</title>\n</head>\n<body>\n<main>\n<h1>{school}</h1>\n",
        lang.tag(),
        TITLE.get(lang),
    );
    text.push_str(&paragraphs(&view.short));
    section(&mut text, BASIC, &paragraphs(&view.basic), lang);
    let term = |one: &crate::aanbod::Line| {
        let need = html(one.need.label().get(lang));
        let said = html(said(one.offer, lang));
        let words = paragraphs(&one.words);
        format!("<dt>{need}</dt>\n<dd><p><strong>{said}</strong></p>\n{words}</dd>\n")
    };
    let terms: String = view.lines.iter().map(term).collect();
    section(&mut text, OFFER, &format!("<dl>\n{terms}</dl>\n"), lang);
    section(&mut text, INFLUENCE, &paragraphs(&view.influence), lang);
    text.push_str("</main>\n</body>\n</html>\n");
    text
}

fn section(text: &mut String, title: Text, body: &str, lang: Lang) {
    if !body.is_empty() {
        text.push_str(&format!("<h2>{}</h2>\n{body}", title.get(lang)));
    }
}

fn paragraphs(words: &str) -> String {
    let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("<p>{}</p>\n", html(line))).collect()
}

fn html(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            other => text.push(other),
        }
    }
    text
}

fn heading(text: &mut String, title: Text, words: &str, lang: Lang) {
    if !words.trim().is_empty() {
        text.push_str(&format!("\n## {}\n", title.get(lang)));
        paragraph(text, words);
    }
}

fn said(offer: Option<Offer>, lang: Lang) -> &'static str {
    offer.map_or(UNKNOWN, Offer::label).get(lang)
}

/// Schools side by side, a column each, by name.
pub fn side_by_side(schools: &[School], lang: Lang) -> String {
    let mut schools: Vec<&School> = schools.iter().collect();
    schools.order_by_key(|school| (school.name.to_lowercase(), school.id.clone()));
    let head = std::iter::once(NEED.get(lang).to_owned());
    let head = head.chain(schools.iter().map(|school| school.name.clone())).collect();
    let row = |need: &Need| {
        let first = std::iter::once(need.label().get(lang).to_owned());
        let cell = |school: &&School| said(school.offers.get(need).copied(), lang).to_owned();
        first.chain(schools.iter().map(cell)).collect()
    };
    rows_of(std::iter::once(head).chain(Need::ALL.iter().map(row)))
}

/// Needs against werkgebieden: how many schools, or that there is a gap, or that it is not known.
pub fn matrix(matrix: &Matrix, lang: Lang) -> String {
    let name = |text: Text| text.get(lang).to_owned();
    let areas = matrix.areas.iter().cloned();
    let head = [name(NEED)].into_iter().chain(areas).chain([name(WHOLE)]).collect();
    let rows = matrix.lines.iter().map(|line| {
        let cells = line.cells.iter().chain([&line.whole]).map(|cell| counted(*cell, lang));
        [name(line.need.label())].into_iter().chain(cells).collect()
    });
    rows_of(std::iter::once(head).chain(rows))
}

/// For the Deelnemersraad: what the offers of all schools add up to, and where nobody offers something (SOP-06). It counts
/// schools and names none. `area` gives a werkgebied its name.
pub fn report(
    year: &str,
    now: &Matrix,
    before: Option<&Matrix>,
    area: impl Fn(&str) -> String,
    lang: Lang,
) -> String {
    let (covered, all) = now.covered();
    let mut text = format!("# {} {year}\n\n", REPORT.get(lang));
    let count = REPORT_COUNT.get(lang).replacen("{}", &covered.to_string(), 1);
    text.push_str(&format!("{}\n", count.replacen("{}", &all.to_string(), 1)));
    let place = |name: Option<&str>| name.map_or_else(|| WHOLE.get(lang).to_owned(), &area);
    let named = |need: Need, name: Option<&str>| {
        format!("- {}: {}\n", line(&place(name)), need.label().get(lang))
    };
    let gaps: String = now.gaps().into_iter().map(|(need, name)| named(need, name)).collect();
    list(&mut text, GAPS, &gaps, NO_GAPS, lang);
    let unknown = now.lines.iter().filter(|line| line.whole.cover() == Cover::Unknown);
    let unknown: String = unknown.map(|line| named(line.need, None)).collect();
    list(&mut text, OPEN, &unknown, NO_OPEN, lang);
    if let Some(before) = before {
        let moved = |one: Difference| {
            let words = format!("{} → {}", cover(one.before, lang), cover(one.after, lang));
            let place = line(&place(one.area.as_deref()));
            format!("- {place}: {}, {words}\n", one.need.label().get(lang))
        };
        let all: String = before.until(now).into_iter().map(moved).collect();
        list(&mut text, SINCE, &all, NO_SINCE, lang);
    }
    text
}

fn list(text: &mut String, title: Text, items: &str, none: Text, lang: Lang) {
    let items = if items.is_empty() { format!("{}\n", none.get(lang)) } else { items.to_owned() };
    text.push_str(&format!("\n## {}\n\n{items}", title.get(lang)));
}

/// What a cell comes down to, in a word.
pub const fn cover(cover: Cover, lang: Lang) -> &'static str {
    match cover {
        Cover::Covered => t("is er", "is there").get(lang),
        Cover::Gap => GAP.get(lang),
        Cover::Unknown => NOT_KNOWN.get(lang),
    }
}

fn counted(cell: Cell, lang: Lang) -> String {
    match cell.cover() {
        Cover::Covered => cell.there.to_string(),
        Cover::Gap => GAP.get(lang).to_owned(),
        Cover::Unknown => NOT_KNOWN.get(lang).to_owned(),
    }
}
