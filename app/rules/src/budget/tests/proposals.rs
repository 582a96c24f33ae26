//! Proposals make a plan's baseline computable, each with what it leans on; nothing happens by itself.

use rust_decimal::Decimal;

use super::fixture::cents;
use crate::budget::*;
use crate::parameter::{Parameters, Status};
use crate::region::{Region, regions};

fn ppo_nk() -> Region {
    regions().unwrap().into_iter().find(|region| region.slug == "ppo-nk").unwrap()
}

#[test]
fn the_plan_s_hints_give_counts_that_add_up_to_its_total() {
    let all = assumptions_from_plan(&ppo_nk(), 2026);
    let of = |item| {
        let found = all.iter().find(|one| one.key == InputKey::new(item, 2026));
        found.unwrap().input.value
    };
    assert_eq!(of(Item::Bo) + of(Item::Sbo) + of(Item::So1), 21_000);
    assert_eq!((of(Item::Sbo), of(Item::So1), of(Item::So2)), (422, 434, 0));
    let areas: i64 =
        all.iter().filter(|one| one.key.part.is_some()).map(|one| one.input.value).sum();
    assert_eq!(areas, of(Item::Bo));
    assert!(
        all.iter().all(
            |one| matches!(&one.input.origin, Origin::Assumed(source) if source.says.is_some())
        )
    );
}

#[test]
fn estimates_start_from_the_last_known_rows_and_say_so() {
    let national = Parameters::national().unwrap();
    let made = estimates_for(&national, Sector::Po, 2027, Decimal::new(5, 2));
    let row = |key: &str| &made.iter().find(|one| one.row.key == key).unwrap().row;
    assert_eq!(made.len(), 6);
    assert!(made.iter().all(|one| one.row.status == Status::Estimate));
    // 6.634,52 × 1,05; (156,61 + 7,44) × 1,05; 490,77 × 1,05 + 9,80.
    assert_eq!(row("oba_sbo").value, Decimal::new(696_625, 2));
    assert_eq!(row("lichte_norm").value, Decimal::new(17_225, 2));
    assert_eq!(row("zware_norm.po").value, Decimal::new(52_511, 2));
    assert!(row("lichte_norm").note.contains("Oude systematiek"));
}

#[test]
fn secondary_is_estimated_where_a_row_is_known_and_follows_what_a_person_enters() {
    let national = Parameters::national().unwrap();
    let index = Decimal::new(3, 2);
    let made = estimates_for(&national, Sector::Vo, 2027, index);
    let rows: Vec<_> = made.iter().map(|one| (one.row.key.as_str(), one.row.value)).collect();
    // 793,89 × 1,03; (9.144,59 + 610,47) × 1,03 and so on; light support and lwoo and pro have no known row.
    let expected = [
        ("zware_norm.vo", Decimal::new(81_771, 2)),
        ("oba_vso_cat1", Decimal::new(1_004_771, 2)),
        ("oba_vso_cat2", Decimal::new(1_769_595, 2)),
        ("oba_vso_cat3", Decimal::new(2_192_850, 2)),
    ];
    assert_eq!(rows, expected);
    let entered = ["lichte_norm_vo_regionaal", "lwoo_pro_ondersteuning_per_leerling"]
        .map(|key| super::fixture::row(key, "110.00", 2027, Status::Entered));
    let known = national.with_layer(entered.to_vec());
    let of = |year| {
        let made = estimates_for(&known, Sector::Vo, year, index);
        let new = made.into_iter().filter(|one| one.row.value == Decimal::new(11_330, 2));
        new.map(|one| one.row.key).collect::<Vec<_>>()
    };
    assert!(of(2026).is_empty() && of(2027).is_empty(), "never backwards, never again");
    assert_eq!(of(2028), ["lichte_norm_vo_regionaal", "lwoo_pro_ondersteuning_per_leerling"]);
}

#[test]
fn two_partnerships_with_one_plan_each_have_a_baseline_of_their_own() {
    let region = regions().unwrap().into_iter().find(|one| one.slug == "west-friesland").unwrap();
    assert_eq!(region.sectors, [Sector::Po, Sector::Vo]);
    let [po, vo] = [Sector::Po, Sector::Vo].map(|one| baseline::of_sector(&region, one, 2027));
    assert_eq!((po.sector, vo.sector), (Sector::Po, Sector::Vo));
    assert_ne!(po.name, vo.name);
    assert!(po.inputs.is_empty() && vo.inputs.is_empty(), "the plan prints no amounts");
    let missing = |base: &Baseline| {
        let known = Parameters::national().unwrap();
        missing_for(base, &known, &Settings::default())
    };
    let asks = |all: &[Missing], item| {
        all.iter().any(|one| matches!(one, Missing::Input(key) if key.item == item))
    };
    assert!(asks(&missing(&po), Item::Bo) && !asks(&missing(&po), Item::Vo));
    assert!(asks(&missing(&vo), Item::Vo) && !asks(&missing(&vo), Item::Bo));
    assert_eq!(
        baseline::from_region(&ppo_nk(), 2027).name,
        ppo_nk().name,
        "one sector: no addition"
    );
}

#[test]
fn a_known_row_is_never_estimated_again() {
    let national = Parameters::national().unwrap();
    let made = estimates_for(&national, Sector::Po, 2024, Decimal::ZERO);
    let keys: Vec<_> = made.iter().map(|one| one.row.key.as_str()).collect();
    assert_eq!(keys, ["lichte_norm", "zware_norm.po"]);
}

#[test]
fn ppo_nk_with_all_proposals_taken_over_has_nothing_unknown_but_spending() {
    let settings = Settings::default();
    let mut known = Parameters::national().unwrap();
    let mut base = baseline::ppo_nk(2027).unwrap();
    assert!(!missing_for(&base, &known, &settings).is_empty());
    base.accept(assumptions_from_plan(&ppo_nk(), 2026));
    base.accept(carried_forward(&base, &known, &settings));
    for year in 2027..=2031 {
        let made = estimates_for(&known, Sector::Po, year, Decimal::new(10, 2));
        known = known.with_layer(made.into_iter().map(|one| one.row).collect());
    }
    let left = missing_for(&base, &known, &settings);
    let spending =
        |one: &Missing| matches!(one, Missing::Input(key) if key.item == Item::AreaSpending);
    assert!(left.iter().all(spending), "{left:?}");
    let now = simulate(&base, &Scenario::default(), &known, &settings);
    let marks = now.figure(Cell::Year(LineId::Result, 2030)).unwrap().marks;
    assert!(marks.has(Marks::ASSUMED) && marks.has(Marks::ESTIMATE));
    assert_eq!(cents(&now, LineId::ReserveFloor, 2027), 40_000_000);
}

#[test]
fn accepting_a_proposal_never_replaces_what_is_there() {
    let mut base = baseline::ppo_nk(2027).unwrap();
    base.set(InputKey::new(Item::Sbo, 2026), Input::entered(391));
    base.accept(assumptions_from_plan(&ppo_nk(), 2026));
    assert_eq!(base.get(Item::Sbo, 2026).unwrap(), &Input::entered(391));
}
