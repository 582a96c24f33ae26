//! What leaves the app about an offer: a text for the guide and tables without ranking.

use model::aanbod::{Command, Need, Offer, Words};
use model::dekking::{School, matrix};
use model::out::offer;
use rules::text::Lang;

use super::support::offer as begun;

#[test]
fn the_text_for_the_guide_names_every_need_and_what_somebody_typed_stays_words() {
    let mut of = begun();
    of.run(&Command::SetOffer { need: Need::Taal, offer: Some(Offer::Samen) }).unwrap();
    let write =
        |words, text: &str| Command::Write { words, base: String::new(), text: text.into() };
    of.run(&write(Words::Need(Need::Taal), "Met *Viertaal*.")).unwrap();
    of.run(&write(Words::Basic, "# Geen kop")).unwrap();
    let text = offer::guide(&of.view(), Lang::Nl);
    assert!(text.starts_with("# De Vlinder\n"));
    assert!(text.contains("- **Horen, taal en communicatie**: Dat kunnen wij met hulp van anderen. Met \\*Viertaal\\*.\n"));
    assert!(text.contains("\\# Geen kop") && !text.contains("## Wat leerlingen"));
    assert_eq!(text.matches("\n- **").count(), Need::ALL.len());
    assert_eq!(text.matches("Nog niet ingevuld").count(), Need::ALL.len() - 1);
    assert!(offer::guide(&of.view(), Lang::En).contains("We can do this with help of others"));
}

#[test]
fn the_page_names_every_need_and_what_somebody_typed_makes_no_element() {
    let mut of = begun();
    of.run(&Command::SetOffer { need: Need::Zien, offer: Some(Offer::Zelf) }).unwrap();
    let write =
        |words, text: &str| Command::Write { words, base: String::new(), text: text.into() };
    of.run(&write(Words::Short, "Wij zijn <b>klein</b> & fijn.\n\nKom kijken.")).unwrap();
    let page = offer::page(&of.view(), Lang::Nl);
    assert!(page.starts_with("<!doctype html>\n<html lang=\"nl\">"));
    assert!(
        page.contains("<p>Wij zijn &lt;b&gt;klein&lt;/b&gt; &amp; fijn.</p>\n<p>Kom kijken.</p>")
    );
    assert_eq!(page.matches("<dt>").count(), Need::ALL.len());
    assert_eq!(page.matches("<h1>").count(), 1);
    assert!(!page.contains("<script") && !page.contains("style"));
    assert!(!page.contains("Wat leerlingen ervan vonden"), "nothing was written about it");
    assert!(offer::page(&of.view(), Lang::En).contains("lang=\"en\""));
}

#[test]
fn a_next_year_begins_with_what_the_school_said_and_hears_pupils_again() {
    let mut of = begun();
    of.run(&Command::SetOffer { need: Need::Taal, offer: Some(Offer::Groeit) }).unwrap();
    let write =
        |words, text: &str| Command::Write { words, base: String::new(), text: text.into() };
    of.run(&write(Words::Need(Need::Taal), "Volgend jaar.")).unwrap();
    of.run(&write(Words::Influence, "Meer rust.")).unwrap();
    of.run(&Command::SetHeard { on: Some(super::support::day("2026-03-01")) }).unwrap();
    let mut next = model::aanbod::Aanbod::new(super::support::session(2)).unwrap();
    next.run(&of.view().begin_next()).unwrap();
    let (before, after) = (of.view(), next.view());
    assert_eq!(
        (&after.school, &after.area, &after.lines),
        (&before.school, &before.area, &before.lines)
    );
    assert_eq!((after.heard, after.influence.as_str()), (None, ""));
}

#[test]
fn schools_stand_by_name_and_say_the_same_things_in_the_same_order() {
    let school = |name: &str, offers: &[(Need, Offer)]| School {
        id: name.into(),
        name: name.into(),
        area: Some("heiloo".into()),
        offers: offers.iter().copied().collect(),
    };
    let all: Vec<_> = Need::ALL.iter().map(|need| (*need, Offer::Zelf)).collect();
    let schools = [school("de Vlinder", &all), school("Anker", &[(Need::Taal, Offer::NogNiet)])];
    let table = offer::side_by_side(&schools, Lang::Nl);
    let rows: Vec<_> = table.lines().collect();
    assert_eq!(rows[0], "Behoefte;Anker;de Vlinder");
    assert_eq!(rows[1], "Dyslexie;Nog niet ingevuld;Dat kunnen wij");
    assert_eq!(rows.len(), Need::ALL.len() + 1);
    let table = offer::matrix(&matrix(&schools[1..]), Lang::Nl);
    let rows: Vec<_> = table.lines().collect();
    assert_eq!(rows[0], "Behoefte;heiloo;Alle scholen samen");
    assert_eq!(
        (rows[1], rows[8]),
        ("Dyslexie;niet bekend;niet bekend", "Horen, taal en communicatie;gat;gat")
    );
}

#[test]
fn the_report_counts_schools_and_names_none() {
    let school = |name: &str, offer| School {
        id: name.into(),
        name: name.into(),
        area: Some("heiloo".into()),
        offers: Need::ALL.iter().map(|need| (*need, offer)).collect(),
    };
    let before = matrix(&[school("De Vlinder", Offer::NogNiet)]);
    let now = matrix(&[school("De Vlinder", Offer::NogNiet), school("Anker", Offer::Zelf)]);
    let area = |slug: &str| slug.to_uppercase();
    let text = offer::report("2026-2027", &now, Some(&before), area, Lang::Nl);
    assert!(text.starts_with("# Dekkend aanbod 2026-2027\n\nVan 11 van de 11 behoeften"));
    assert!(text.contains("Er is geen gat bekend."));
    assert!(text.contains("- HEILOO: Dyslexie, gat → is er\n"));
    assert!(!text.contains("Vlinder") && !text.contains("Anker"));
    let text = offer::report("2025-2026", &before, None, area, Lang::Nl);
    assert!(text.contains("- Alle scholen samen: Dyslexie\n- HEILOO: Dyslexie\n"));
    assert!(!text.contains("vorig jaar"));
}
