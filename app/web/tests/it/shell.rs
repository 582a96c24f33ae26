//! What the shell says and draws, apart from the browser: sizes, round scales, honest words.

use rules::text::Lang;
use wasm_bindgen_test::wasm_bindgen_test;
use web::components::chart::scale::{BOTTOM, Scale, TOP, x};
use web::state::copy::CopyError;
use web::texts::{copies, share};

#[wasm_bindgen_test]
fn room_on_the_device_is_told_in_a_fitting_unit() {
    assert_eq!(share::size(0, Lang::Nl), "0,0\u{a0}kB");
    assert_eq!(share::size(999_999, Lang::Nl), "999\u{a0}kB");
    assert_eq!(share::size(1_250_000, Lang::Nl), "1,2\u{a0}MB");
    assert_eq!(share::size(1_250_000, Lang::En), "1.2\u{a0}MB");
    assert_eq!(share::size(64_000_000_000, Lang::Nl), "64\u{a0}GB");
}

#[wasm_bindgen_test]
fn a_closed_file_dialog_is_no_problem_and_every_other_one_is_told() {
    assert_eq!(copies::problem(CopyError::Cancelled), None);
    assert!(
        copies::problem(CopyError::Newer).is_some_and(|text| text.nl.contains("nieuwere versie"))
    );
}

#[wasm_bindgen_test]
fn a_scale_holds_zero_and_every_value_between_round_lines() {
    let scale = Scale::over([-810_000, 1_240_000].into_iter());
    let ticks = scale.ticks();
    assert!(ticks.contains(&0), "{ticks:?}");
    assert!(ticks.len() <= 7, "{ticks:?}");
    assert!(ticks.windows(2).all(|pair| scale.y(pair[0]) > scale.y(pair[1])), "higher is higher");
    for value in [-810_000, 0, 1_240_000] {
        assert!((TOP..=BOTTOM).contains(&scale.y(value)), "{value}");
    }
}

#[wasm_bindgen_test]
fn a_scale_of_nothing_and_of_the_largest_amounts_does_not_break() {
    assert_eq!(Scale::over(std::iter::empty()).y(0), BOTTOM);
    let scale = Scale::over([i64::MAX / 4, -(i64::MAX / 4)].into_iter());
    assert!((TOP..=BOTTOM).contains(&scale.y(i64::MAX / 4)));
    assert!(x(0, 0) > 0);
}
