//! What stands behind a parameter's number, in both languages, by its unit as it is written in the data.

use crate::text::{Text, t};

/// Units as the data writes them, with what is said behind the number: the euro sign and the percent sign stand already.
const UNITS: [(&str, Text); 33] = [
    ("JJJJMMDD", t("(jaar, maand en dag)", "(year, month and day)")),
    ("MMDD van het jaar T-1", t("(maand en dag van het jaar T-1)", "(month and day of year T-1)")),
    ("deel", t("", "")),
    (
        "deel ten opzichte van definitief 2024",
        t("ten opzichte van definitief 2024", "compared with definitive 2024"),
    ),
    (
        "deel ten opzichte van definitief 2025",
        t("ten opzichte van definitief 2025", "compared with definitive 2025"),
    ),
    (
        "deel ten opzichte van het vorige jaar",
        t("ten opzichte van het vorige jaar", "compared with the year before"),
    ),
    ("deel van de jaaromzet", t("van de jaaromzet", "of the annual turnover")),
    (
        "deel van de leerlingen bo en sbo op 1 oktober T-1, afgerond op een hele leerling",
        t(
            "van de leerlingen bo en sbo op 1 oktober T-1, afgerond op een hele leerling",
            "of the pupils in bo and sbo on 1 October T-1, rounded to a whole pupil",
        ),
    ),
    ("deel van de totale bruto baten", t("van de totale bruto baten", "of total gross income")),
    ("euro", t("", "")),
    ("euro per fte per schooljaar", t("per fte per schooljaar", "per fte per school year")),
    ("euro per leerling", t("per leerling", "per pupil")),
    (
        "euro per leerling (van de school)",
        t("per leerling (van de school)", "per pupil (of the school)"),
    ),
    (
        "euro per leerling bo en sbo per kalenderjaar",
        t("per leerling bo en sbo per kalenderjaar", "per pupil in bo and sbo per calendar year"),
    ),
    (
        "euro per leerling bo en sbo per schooljaar",
        t("per leerling bo en sbo per schooljaar", "per pupil in bo and sbo per school year"),
    ),
    (
        "euro per leerling bo per kalenderjaar",
        t("per leerling bo per kalenderjaar", "per pupil in bo per calendar year"),
    ),
    (
        "euro per leerling per kalenderjaar",
        t("per leerling per kalenderjaar", "per pupil per calendar year"),
    ),
    (
        "euro per leerling per kalenderjaar, boven op de zware ondersteuning",
        t(
            "per leerling per kalenderjaar, boven op de zware ondersteuning",
            "per pupil per calendar year, on top of heavy support",
        ),
    ),
    (
        "euro per leerling per kalenderjaar, na de generieke korting",
        t(
            "per leerling per kalenderjaar, na de generieke korting",
            "per pupil per calendar year, after the general cut",
        ),
    ),
    (
        "euro per leerling per schooljaar",
        t("per leerling per schooljaar", "per pupil per school year"),
    ),
    (
        "euro per leerling vo per kalenderjaar",
        t("per leerling vo per kalenderjaar", "per secondary pupil per calendar year"),
    ),
    (
        "euro per leerling vo per schooljaar",
        t("per leerling vo per schooljaar", "per secondary pupil per school year"),
    ),
    (
        "euro per leerling, telling 1 februari 2022",
        t("per leerling, telling 1 februari 2022", "per pupil, count of 1 February 2022"),
    ),
    (
        "euro per leerling, telling 1 oktober 2022",
        t("per leerling, telling 1 oktober 2022", "per pupil, count of 1 October 2022"),
    ),
    (
        "euro per schoolgewicht, als de som minstens 1 is",
        t(
            "per schoolgewicht, als de som minstens 1 is",
            "per school weight, if the sum is at least 1",
        ),
    ),
    ("euro, heel Nederland", t("in heel Nederland", "in the whole of the Netherlands")),
    ("factor", t("(factor)", "(factor)")),
    (
        "factor op het correctiebedrag",
        t("(factor op het correctiebedrag)", "(factor on the correction)"),
    ),
    ("fte per leerling", t("fte per leerling", "fte per pupil")),
    ("fte per leerling bo", t("fte per leerling bo", "fte per pupil in bo")),
    ("jaar", t("jaar", "years")),
    ("scholen", t("scholen", "schools")),
    ("werkgebieden", t("werkgebieden", "werkgebieden")),
];

/// What is said behind a number of this unit; nothing for a unit that no shipped row has.
pub fn unit_words(unit: &str) -> Option<Text> {
    UNITS.iter().find(|(known, _)| *known == unit).map(|(_, words)| *words)
}
