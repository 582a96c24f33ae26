//! One filled-in form per rule, to see how it works: made-up situations next to a limit, told as such. What is typed is
//! what a person would type. A test holds that each gives an outcome.

use chrono::NaiveDate;

use super::Rule;

/// A situation to try a rule with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The reference date.
    pub day: NaiveDate,
    /// Slug of the region, or nothing.
    pub region: &'static str,
    /// One text per field of the rule, in its order, as typed.
    pub typed: Vec<String>,
}

/// Rule, day, region, and the fields that are filled in.
type Row = (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);

#[rustfmt::skip]
const EXAMPLES: &[Row] = &[
    ("BAS-06", "2026-06-01", "ppo-nk", &[("tarief", "10"), ("leerlingen", "100")]),
    ("FIN-01", "2026-06-01", "ppo-nk", &[("eerste_jaar", "2026"), ("jaren", "2026\n2027\n2028")]),
    ("FIN-02", "2026-06-01", "ppo-nk", &[("deelnemersraad", "nee"), ("opr", "ja"), ("rvt", "ja")]),
    ("FIN-03", "2026-06-01", "ppo-nk", &[("posten", "12"), ("met_activiteit", "11")]),
    ("FIN-04", "2026-06-01", "ppo-nk", &[("schooljaar", "2024"), ("rapportages", "2024-12-01\n2025-03-15\n2025-08-01"), ("besproken", "3"), ("beoordeeld", "3")]),
    ("FIN-05", "2026-06-01", "", &[("boekjaar", "2025"), ("ingediend", "2026-07-01"), ("accountant", "ja")]),
    ("FIN-06", "2026-06-01", "ppo-nk", &[("ao_ic", "nee"), ("procuratieschema", "ja"), ("treasurystatuut", "ja")]),
    ("FIN-08", "2026-06-01", "ppo-nk", &[("niveau_0_1", "25"), ("niveau_2_3", "25"), ("niveau_4", "50")]),
    ("FIN-09", "2026-11-22", "ppo-nk", &[("regulier", "2783471"), ("sbo", "418670"), ("so", "6199698"), ("werkgebieden", "1559804"), ("oza", "487058"), ("management_organisatie", "738550"), ("uitvoeringsorganisatie", "1602369"), ("totaal", "13789621")]),
    ("FIN-10", "2026-06-01", "ppo-nk", &[("geoormerkt", "ja"), ("volgens_aanvraag", "nee"), ("verantwoord", "ja")]),
    ("FIN-11", "2026-06-01", "", &[("kalenderjaar", "2024"), ("bruto", "2000000"), ("sbo", "100"), ("so_1", "50"), ("so_2", "4"), ("so_3", "6")]),
    ("FIN-12", "2022-06-01", "", &[("bao", "19600"), ("sbo", "400")]),
    ("FIN-13", "2026-06-01", "", &[("kalenderjaar", "2023")]),
    ("FIN-14", "2026-06-01", "", &[("schooljaar", "2021")]),
    ("FIN-16", "2026-06-01", "ppo-nk", &[("management_organisatie", "738550"), ("totaal", "13789620")]),
    ("FIN-18", "2024-06-01", "vo-midden-kennemerland", &[("so", "4500000"), ("leerachterstanden", "3200000"), ("praktijkonderwijs", "500000"), ("maatwerk", "1200000"), ("overhead", "500000"), ("totaal", "10150000,01")]),
    ("FIN-19", "2024-06-01", "vo-midden-kennemerland", &[("baten", "100,01"), ("lasten", "100")]),
    ("GEM-01", "2026-06-01", "ppo-nk", &[("po", "ja"), ("vo", "ja"), ("gemeenten", "6"), ("vertegenwoordigd", "5")]),
    ("KWA-09", "2026-06-01", "ppo-nk", &[("gesprekken", "2026-03-01")]),
    ("KWA-10", "2026-06-01", "ppo-nk", &[("ondersteuningsvragen", "ja"), ("samenwerking", "nee"), ("coach", "nee")]),
    ("KWA-12", "2026-06-01", "ppo-nk", &[("so", "2,11"), ("so_landelijk", "1,8"), ("sbo", "2,05"), ("sbo_landelijk", "2,5")]),
    ("L-29", "2026-06-01", "", &[("peildatum", "2027-01-31")]),
    ("L-30", "2026-06-01", "", &[("kalenderjaar", "2027"), ("budget", "1000000"), ("aftrek", "999999,99"), ("leerlingen", "5000\n3000\n2000")]),
    ("L-36", "2026-06-01", "", &[("begin", "2026-10-05"), ("aantal", "6"), ("eenheid", "weken")]),
    ("L-37", "2026-06-01", "", &[("dag", "2026-07-31")]),
    ("NIV-05", "2026-06-01", "ppo-nk", &[("vernieuwing", "nee"), ("scholen", "1"), ("boven_basis", "ja")]),
    ("NIV-06", "2026-06-01", "ppo-nk", &[("vernieuwing", "nee"), ("scholen", "2"), ("zelfde_behoefte", "ja"), ("zelfde_werkgebied", "nee")]),
    ("NIV-07", "2026-06-01", "ppo-nk", &[("vernieuwing", "ja"), ("vastgesteld", "nee")]),
    ("NIV-08", "2026-06-01", "ppo-nk", &[("noodzakelijk", "ja"), ("budget", "4999,99"), ("kosten", "5000")]),
    ("NWG-01", "2026-06-01", "ppo-nk", &[("opdracht", "nee"), ("thema", "ja"), ("bestuurder", "ja"), ("plan", "ja"), ("duur", "tijdelijk")]),
    ("NWG-02", "2026-06-01", "ppo-nk", &[("ouders", "ja"), ("leerkrachten", "ja"), ("ib", "nee"), ("zorgcoordinatoren", "nee"), ("gemeente", "nee"), ("zorgpartners", "nee"), ("bestuurders", "nee")]),
    ("NWG-03", "2026-06-01", "ppo-nk", &[("handeling", "besluiten")]),
    ("NWG-05", "2026-06-01", "ppo-nk", &[("netwerkgroepen", "1\n0\n1")]),
    ("NWG-06", "2026-06-01", "ppo-nk", &[("nabij", "ja"), ("kennis", "ja"), ("instroom", "nee")]),
    ("RES-01", "2026-06-01", "ppo-nk", &[("baten", "10000000"), ("eigen_vermogen", "350000,01")]),
    ("RES-02", "2026-11-22", "", &[("baten", "13789620")]),
    ("RES-03", "2026-11-22", "", &[("baten", "13789620"), ("eigen_vermogen", "482636,71")]),
    ("RES-04", "2026-06-01", "ppo-nk", &[("eigen_vermogen", "399999,99")]),
    ("RES-05", "2026-06-01", "ppo-nk", &[("kwantitatief", "nee"), ("kwalitatief", "ja"), ("in_jaarverslag", "ja")]),
    ("RES-06", "2026-06-01", "ppo-nk", &[("getoetst", "nee")]),
    ("RES-07", "2024-06-01", "vo-midden-kennemerland", &[("jaaromzet", "10000000"), ("buffer", "350000,01")]),
    ("TLV-09", "2026-06-01", "", &[("categorie", "laag"), ("kalenderjaar", "2024")]),
    ("WGB-01", "2026-06-01", "ppo-nk", &[("scholen", "12\n12\n12\n12\n12\n12\n12\n12"), ("zonder", "0"), ("dubbel", "0")]),
    ("WGB-02", "2026-06-01", "ppo-nk", &[("consulenten", "2"), ("coaches", "1")]),
    ("WGB-03", "2026-06-01", "ppo-nk", &[("vergaderingen", "2026-01-31")]),
    ("WGB-04", "2026-06-01", "ppo-nk", &[("schoolleiders", "ja"), ("ib", "ja"), ("consulent", "ja"), ("coaches", "nee")]),
    ("WGB-05", "2026-06-01", "ppo-nk", &[("ondersteuningsvragen", "ja"), ("dekkend_netwerk", "ja"), ("inclusiever_onderwijs", "ja"), ("zorgplicht", "nee"), ("verwijzing", "ja"), ("inclusieondersteuner", "ja"), ("mdo", "ja"), ("besteding", "ja")]),
    ("WGB-06", "2026-06-01", "ppo-nk", &[("inclusiever_werkgebied", "ja"), ("strategische_keuzes", "nee")]),
    ("WGB-07", "2026-06-01", "ppo-nk", &[("eigen_werkgebied", "nee")]),
    ("WGB-08", "2026-06-01", "ppo-nk", &[("totaal", "1000"), ("leerlingen", "500\n300\n200")]),
    ("WGB-09", "2026-06-01", "ppo-nk", &[("reservering", "1000"), ("beroep", "1000,01")]),
    ("WGB-10", "2026-06-01", "ppo-nk", &[("maand", "2026-02-15"), ("dagen", "2026-01-31\n2026-02-01\n2026-02-28\n2026-03-01"), ("bedragen", "100,01\n200,02\n300,03\n400,04")]),
    ("WGB-11", "2026-06-01", "ppo-nk", &[("scholen", "2"), ("doel", "anders")]),
    ("WGB-12", "2026-06-01", "ppo-nk", &[("plan", "nee"), ("top", "ja"), ("consulent", "ja"), ("directeur", "ja"), ("ib", "ja")]),
    ("WGB-13", "2026-06-01", "ppo-nk", &[("handeling", "besluiten")]),
    ("WGB-14", "2026-06-01", "ppo-nk", &[("memo", "2025-05-31")]),
    ("WGB-15", "2026-06-01", "ppo-nk", &[("doet_mee", "nee")]),
    ("WGB-16", "2026-06-01", "ppo-nk", &[("eigen", "0"), ("combinatie", "0")]),
    ("WGB-17", "2026-06-01", "ppo-nk", &[("plan", "nee")]),
    ("WGB-18", "2026-06-01", "ppo-nk", &[("stappen", "ja"), ("contactkaart", "nee")]),
];

/// The example of a rule; nothing for a rule that needs none or for which every tariff is still missing.
pub fn example(rule: &Rule) -> Option<Example> {
    let (_, day, region, facts) = EXAMPLES.iter().find(|(id, ..)| *id == rule.id)?;
    let text =
        |name: &str| facts.iter().find(|(field, _)| *field == name).map_or("", |(_, text)| *text);
    let typed = rule.fields.iter().map(|field| text(field.name).to_owned()).collect();
    Some(Example { day: day.parse().ok()?, region, typed })
}
