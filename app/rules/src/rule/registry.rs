//! The one ordered list of rules.

use super::{
    Rule, bas, fin_accounts, fin_counts, fin_cycle, fin_money, fin_secondary, gem, kwa, kwa_meso,
    law, niv, niv_routes, nwg, res, res_yearly, tlv, wgb_area, wgb_budget, wgb_table, wgb_use,
};

/// Every rule, in the order in which a reader meets them: the calendar that all terms lean on,
/// then what the country pays, then what a region does with it (support, werkgebied, budget,
/// reserve), then how it is watched; within a topic by number. The order decides only how the
/// page "Regels" and an export are laid out: no rule reads another rule's outcome.
pub fn registry() -> &'static [Rule] {
    &RULES
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    registry().iter().find(|rule| rule.id == id)
}

static RULES: [Rule; 64] = [
    law::L_36,
    law::L_37,
    law::L_29,
    law::L_30,
    niv_routes::NIV_05,
    niv_routes::NIV_06,
    niv_routes::NIV_07,
    niv::NIV_08,
    bas::BAS_06,
    tlv::TLV_09,
    wgb_area::WGB_01,
    wgb_area::WGB_02,
    wgb_table::WGB_03,
    wgb_table::WGB_04,
    wgb_table::WGB_05,
    wgb_table::WGB_06,
    wgb_budget::WGB_07,
    wgb_budget::WGB_08,
    wgb_budget::WGB_09,
    wgb_budget::WGB_10,
    wgb_use::WGB_11,
    wgb_use::WGB_12,
    wgb_use::WGB_13,
    wgb_use::WGB_14,
    wgb_area::WGB_15,
    wgb_area::WGB_16,
    wgb_area::WGB_17,
    wgb_area::WGB_18,
    nwg::NWG_01,
    nwg::NWG_02,
    nwg::NWG_03,
    nwg::NWG_04,
    nwg::NWG_05,
    nwg::NWG_06,
    fin_cycle::FIN_01,
    fin_cycle::FIN_02,
    fin_cycle::FIN_03,
    fin_cycle::FIN_04,
    fin_accounts::FIN_05,
    fin_accounts::FIN_06,
    fin_money::FIN_07,
    fin_money::FIN_08,
    fin_money::FIN_09,
    fin_money::FIN_10,
    fin_money::FIN_11,
    fin_counts::FIN_12,
    fin_counts::FIN_13,
    fin_counts::FIN_14,
    fin_money::FIN_15,
    fin_money::FIN_16,
    fin_accounts::FIN_17,
    fin_secondary::FIN_18,
    fin_secondary::FIN_19,
    res::RES_01,
    res::RES_02,
    res::RES_03,
    res::RES_04,
    res_yearly::RES_05,
    res_yearly::RES_06,
    res::RES_07,
    gem::GEM_01,
    kwa_meso::KWA_09,
    kwa_meso::KWA_10,
    kwa::KWA_12,
];
