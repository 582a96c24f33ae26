//! What a controller types is what the app computes with.

use proptest::prelude::*;

use super::*;

fn cents(typed: &str) -> Result<i64, Problem> {
    read_money(typed, Lang::Nl).map(Money::as_cents)
}

#[test]
fn dutch_and_english_ways_of_writing_are_the_same_amount() {
    for typed in [
        "1.250,50",
        "1250,50",
        "1250,5",
        "1250.5",
        "1,250.50",
        "€ 1.250,50",
        " 1 250,50 ",
        "+1250.50",
    ] {
        assert_eq!(cents(typed), Ok(125_050), "{typed}");
    }
    assert_eq!(cents("-€ 12,00"), Ok(-1_200));
    assert_eq!(cents("\u{2212}12"), Ok(-1_200));
}

#[test]
fn a_lone_point_before_three_digits_is_a_thousand_in_dutch_and_a_decimal_in_english() {
    assert_eq!(cents("1.250"), Ok(125_000));
    assert_eq!(read_decimal("1.250", Lang::En), Ok(Decimal::new(125, 2)));
    assert_eq!(read_decimal("1,250", Lang::Nl), Ok(Decimal::new(125, 2)));
    assert_eq!(read_decimal("1,250", Lang::En), Ok(Decimal::from(1250)));
}

#[test]
fn a_point_that_cannot_part_thousands_parts_decimals() {
    assert_eq!(read_decimal("0.125", Lang::Nl), Ok(Decimal::new(125, 3)));
    assert_eq!(read_decimal("1250.125", Lang::Nl), Ok(Decimal::new(1_250_125, 3)));
    assert_eq!(read_decimal("12.5", Lang::Nl), Ok(Decimal::new(125, 1)));
}

#[test]
fn what_is_not_a_number_is_said_to_be_none() {
    for typed in ["abc", "1.25.50", "1,2,3", "12,", ",5", "--5", "1.250,50,1", "12e3", "1.2500,5"] {
        assert_eq!(cents(typed), Err(Problem::NotANumber), "{typed}");
    }
    assert_eq!(cents("  "), Err(Problem::Empty));
    assert_eq!(cents("€"), Err(Problem::Empty));
    assert_eq!(cents("1,005"), Err(Problem::SmallerThanACent));
    assert_eq!(cents("99999999999999999999"), Err(Problem::TooLarge));
    assert_eq!(cents("99999999999999999999999999999999999"), Err(Problem::TooLarge));
}

#[test]
fn half_a_pupil_does_not_exist() {
    assert_eq!(read_count("1.250", Lang::Nl), Ok(1250));
    assert_eq!(read_count("12,0", Lang::Nl), Ok(12));
    assert_eq!(read_count("12,5", Lang::Nl), Err(Problem::NotWhole));
}

#[test]
fn a_percentage_is_a_rate() {
    assert_eq!(read_percent("3,5%", Lang::Nl), Ok(Decimal::new(35, 3)));
    assert_eq!(read_percent("3.5", Lang::Nl), Ok(Decimal::new(35, 3)));
    assert_eq!(percent(Decimal::new(35, 3), Lang::Nl), "3,5%");
}

#[test]
fn amounts_are_written_as_the_ministry_writes_them() {
    assert_eq!(money(Money::cents(125_050), Lang::Nl), "€\u{a0}1.250,50");
    assert_eq!(money(Money::cents(-125_050), Lang::En), "-€1,250.50");
    assert_eq!(money_rounded(Money::cents(1_240_050), Lang::Nl), "€\u{a0}12.401");
    assert_eq!(money_rounded(Money::cents(-49), Lang::Nl), "€\u{a0}0");
}

#[test]
fn dates_are_read_in_every_usual_order() {
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    for typed in
        ["22-11-2026", "22/11/2026", "22 november 2026", "22 nov 2026", "2026-11-22", "22.11.2026"]
    {
        assert_eq!(read_date(typed, Lang::Nl), Ok(day), "{typed}");
    }
    assert_eq!(date(day, Lang::Nl), "22\u{a0}november 2026");
    for typed in ["31-2-2026", "22-11", "22-11-26", "morgen"] {
        assert_eq!(read_date(typed, Lang::Nl), Err(Problem::NotADate), "{typed}");
    }
}

fn lang() -> impl Strategy<Value = Lang> {
    prop_oneof![Just(Lang::Nl), Just(Lang::En)]
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(cents in -10_000_000_000_000_i64..10_000_000_000_000, lang in lang()) {
        prop_assert_eq!(read_money(&money(Money::cents(cents), lang), lang), Ok(Money::cents(cents)));
        prop_assert_eq!(read_count(&count(cents, lang), lang), Ok(cents));
    }

    #[test]
    fn decimals_are_written_and_read_back(mantissa in -1_000_000_000_000_i64..1_000_000_000_000, scale in 0_u32..9, lang in lang()) {
        let number = Decimal::new(mantissa, scale);
        prop_assert_eq!(read_decimal(&decimal(number, lang), lang), Ok(number.normalize()));
    }

    #[test]
    fn dates_are_written_and_read_back(days in 0_i64..90_000, lang in lang()) {
        let day = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + chrono::Duration::days(days);
        prop_assert_eq!(read_date(&date(day, lang), lang), Ok(day));
    }

    #[test]
    fn no_typed_text_breaks_the_reader(typed in "\\PC{0,30}", lang in lang()) {
        let _ = read_money(&typed, lang);
        let _ = read_date(&typed, lang);
    }
}
