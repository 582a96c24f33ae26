//! Which data there is on a device and on the way, in what form, who can read it and for how long: what an
//! organisation needs for its DPIA (AVG, article 35). The tests hold these tables against the types, so a new
//! field without a row does not pass. The server adds its own and makes the document (`server/DATAMAP.md`).
//!
//! Why data may be processed (the *grondslag*, article 6) and how long the organisation keeps it is not for a
//! program to say. Nothing here invents it.

#[cfg(test)]
mod tests;

/// In what form something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Encrypted: who has no key sees a length.
    Sealed,
    /// Encrypted under the own key of one person on one device.
    AtRest,
    /// A random number or what was derived from one. It names nobody, and the same one comes back.
    Mark,
    /// A hash, a signature or a public key.
    Proof,
    /// As it is.
    Open,
}

impl Form {
    /// Every form.
    pub const ALL: [Self; 5] = [Self::Sealed, Self::AtRest, Self::Mark, Self::Proof, Self::Open];

    /// The name in the document.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sealed => "verzegeld",
            Self::AtRest => "op slot",
            Self::Mark => "kenmerk",
            Self::Proof => "bewijs",
            Self::Open => "leesbaar",
        }
    }

    /// What that means, in plain Dutch.
    pub const fn means(self) -> &'static str {
        match self {
            Self::Sealed => {
                "Versleuteld. Alleen wie lid is van de ruimte (of wie de uitnodiging heeft) kan het lezen; een ander ziet alleen hoe lang het is."
            }
            Self::AtRest => {
                "Versleuteld met de eigen sleutel van één persoon op één apparaat. Zonder pincode, wachtzin, passkey of herstelkaart niet te lezen."
            }
            Self::Mark => {
                "Een toevallig nummer, of iets dat daaruit is berekend. Er staat geen naam in, maar het komt wel steeds terug: een pseudoniem."
            }
            Self::Proof => {
                "Een hash, een handtekening of een openbare sleutel. De inhoud is er niet uit te halen."
            }
            Self::Open => "Gewoon te lezen voor wie erbij kan.",
        }
    }
}

/// One field: its name in the code, what it is, its form, who can read it, how long it stays.
pub type Row = (&'static str, &'static str, Form, &'static str, &'static str);

use Form::{AtRest, Mark, Open, Proof, Sealed};

const LEDEN: &str = "leden van de ruimte";
const SERVER: &str = "leden; wie de server beheert";
const LINK: &str = "wie de link van de uitnodiging heeft";
const EIGENAAR: &str = "de persoon zelf, na het ontgrendelen";
const APPARAAT: &str = "wie de bestanden van de browser kan lezen";
const ENVELOP: &str = "zolang de envelop bestaat";
const LOGBOEK: &str =
    "zolang de ruimte bestaat; na het wissen blijft het ledenlogboek bij de server staan";

/// An envelope: one batch of changes. Header, seal and body, and what is inside the body.
#[rustfmt::skip]
pub const ENVELOPE: &[Row] = &[
    ("space", "bij welke ruimte het hoort", Mark, SERVER, ENVELOP),
    ("part", "bij welk deel van de ruimte", Mark, SERVER, ENVELOP),
    ("epoch", "met welke sleutel het is versleuteld", Mark, SERVER, ENVELOP),
    ("device", "welk apparaat het schreef", Mark, SERVER, ENVELOP),
    ("seq", "het hoeveelste van dat apparaat in dat deel", Open, SERVER, ENVELOP),
    ("prev", "wat het apparaat daarvoor schreef", Proof, SERVER, ENVELOP),
    ("kind", "wijziging, samenvatting of ontvangstbewijs", Open, SERVER, ENVELOP),
    ("nonce", "eenmalig getal voor de versleuteling", Mark, SERVER, ENVELOP),
    ("signature", "handtekening van het apparaat", Proof, SERVER, ENVELOP),
    ("body", "alles wat iemand schreef; de lengte is afgerond op 64 bytes", Sealed, LEDEN, "op elk apparaat en bij de server tot iedereen het heeft en het in een samenvatting staat, of tot de ruimte wordt gewist"),
    ("payload", "in de inhoud: de wijzigingen van het document", Sealed, LEDEN, ENVELOP),
    ("heads", "in de inhoud: wat de schrijver van anderen had gezien", Sealed, LEDEN, ENVELOP),
];

/// An entry of the membership log, and what it changes.
#[rustfmt::skip]
pub const MEMBERSHIP: &[Row] = &[
    ("space", "welke ruimte", Mark, SERVER, LOGBOEK),
    ("parents", "op welke besluiten dit volgt", Proof, SERVER, LOGBOEK),
    ("author", "welk apparaat het besluit nam", Mark, SERVER, LOGBOEK),
    ("at", "wanneer, volgens de klok van dat apparaat", Open, SERVER, LOGBOEK),
    ("founder", "wie de ruimte begon", Open, SERVER, LOGBOEK),
    ("member", "wie erbij kwam", Open, SERVER, LOGBOEK),
    ("public", "de openbare sleutels van een apparaat of herstelkaart", Proof, SERVER, LOGBOEK),
    ("person", "welke apparaten van één persoon zijn", Mark, SERVER, LOGBOEK),
    ("side", "bij welke kant iemand hoort; berekend uit een vaste naam, dus te raden", Mark, SERVER, LOGBOEK),
    ("role", "lezen, inbrengen, bewerken of beheer", Open, SERVER, LOGBOEK),
    ("label", "de naam van een persoon", Sealed, LEDEN, LOGBOEK),
    ("sealed", "in label: de versleutelde naam", Sealed, LEDEN, LOGBOEK),
    ("device", "over welk apparaat het gaat", Mark, SERVER, LOGBOEK),
    ("removed", "welke apparaten eruit gingen", Mark, SERVER, LOGBOEK),
    ("seen", "tot waar hun werk meetelt", Proof, SERVER, LOGBOEK),
    ("epoch", "een nieuwe sleutel en voor wie hij is", Mark, SERVER, LOGBOEK),
    ("check", "bewijs dat iedereen dezelfde sleutel kreeg", Proof, SERVER, LOGBOEK),
    ("key", "de sleutel van de ruimte voor één apparaat", Sealed, "dat ene apparaat", LOGBOEK),
    ("wrapped", "de sleutel van de ruimte, per apparaat ingepakt", Sealed, "elk apparaat zijn eigen", LOGBOEK),
    ("older", "oudere sleutels, onder de nieuwe", Sealed, LEDEN, LOGBOEK),
    ("part", "over welk deel een regel gaat", Mark, SERVER, LOGBOEK),
    ("rule", "of dat deel van iedereen, van één kant of voor inbreng is", Open, SERVER, LOGBOEK),
];

/// A sync message between a device and the server.
#[rustfmt::skip]
pub const MESSAGES: &[Row] = &[
    ("space", "over welke ruimte het gaat", Mark, SERVER, "wordt niet bewaard"),
    ("id", "nummer van de vraag", Open, SERVER, "wordt niet bewaard"),
    ("device", "welk apparaat vraagt", Mark, SERVER, "de dag wordt bewaard: zie `presence`"),
    ("server", "welke server het is", Mark, SERVER, "wordt niet bewaard"),
    ("all", "of alle standen worden gevraagd", Open, SERVER, "wordt niet bewaard"),
    ("items", "besluiten en enveloppen: zie daar", Sealed, LEDEN, "zie envelop en ledenlogboek"),
    ("after", "na welke plaats", Open, SERVER, "wordt niet bewaard"),
    ("last", "tot welke plaats", Open, SERVER, "wordt niet bewaard"),
    ("newest", "de nieuwste plaats", Open, SERVER, "wordt niet bewaard"),
    ("entries", "namen van besluiten", Proof, SERVER, "wordt niet bewaard"),
    ("ranges", "welke enveloppen worden gevraagd", Mark, SERVER, "wordt niet bewaard"),
    ("part", "over welk deel het gaat", Mark, SERVER, "wordt niet bewaard"),
    ("heads", "tot waar er iets is", Proof, SERVER, "alleen de hoogste per apparaat en deel: zie `chain`"),
    ("receipts", "wie tekende dat hij alles heeft", Proof, SERVER, "wordt niet bewaard"),
    ("log", "de nieuwste besluiten", Proof, SERVER, "wordt niet bewaard"),
    ("refused", "wat niet werd aangenomen en waarom", Open, SERVER, "wordt niet bewaard"),
    ("refusal", "waarom niet", Open, SERVER, "wordt niet bewaard"),
    ("retry_after", "hoe lang te wachten", Open, SERVER, "wordt niet bewaard"),
];

/// The four messages of an invitation, left at the server or shown as QR.
#[rustfmt::skip]
pub const INVITATION: &[Row] = &[
    ("offer: id, key, expires", "nummer, openbare sleutel en einddatum van de uitnodiging", Open, "wie de server beheert; wie de link heeft", "hooguit 14 dagen"),
    ("offer: sealed", "naam van de ruimte, rol, kant en wie uitnodigt", Sealed, LINK, "hooguit 14 dagen"),
    ("request: device, offer, nonce", "openbare sleutels van wie erbij wil", Proof, "wie de server beheert; wie de link heeft", "hooguit 14 dagen"),
    ("request: sealed_name", "de naam van wie erbij wil", Sealed, LINK, "hooguit 14 dagen"),
    ("reveal", "het getal voor de controlecode", Proof, "wie de server beheert; wie de link heeft", "hooguit 14 dagen"),
    ("answer", "het eerste besluit van het ledenlogboek", Open, "wie de server beheert; wie de link heeft", "hooguit 14 dagen"),
];

/// The rows on a device by table and the beginning of the key. Keys hold ids and numbers and can be read by
/// whoever reads the files of the browser; values are locked.
#[rustfmt::skip]
pub const DEVICE: &[Row] = &[
    ("log", "enveloppen die meetellen", AtRest, EIGENAAR, "tot iedereen ze heeft en ze in een samenvatting staan, of tot de ruimte wordt gewist"),
    ("snapshot", "samenvattingen van een ruimte die niet gedeeld is", AtRest, EIGENAAR, "tot er een nieuwere is"),
    ("quarantine", "wat niet meetelt, met de reden; van wat iedereen kan maken hooguit 500 stuks en 8 MiB per ruimte", AtRest, EIGENAAR, "tot de ruimte wordt gewist of weggaat"),
    ("meta: member/", "het ledenlogboek", AtRest, EIGENAAR, "tot de ruimte wordt gewist en de server het weet"),
    ("meta: root/", "met welk besluit de ruimte begon", AtRest, EIGENAAR, "tot de ruimte wordt gewist"),
    ("meta: erased/", "dat de ruimte is gewist", AtRest, EIGENAAR, "altijd, zodat niets terugkomt"),
    ("meta: unknown/", "rijen van een nieuwere versie uit een kopie", AtRest, EIGENAAR, "tot die versie ze leest"),
    ("meta: local/head/", "het laatste eigen nummer per deel", AtRest, EIGENAAR, "tot de ruimte wordt gewist"),
    ("meta: local/acknowledged/", "tot waar de server het eigen werk heeft", AtRest, EIGENAAR, "tot de ruimte wordt gewist"),
    ("meta: local/server/", "welke server, en tot waar gelezen", AtRest, EIGENAAR, "tot de ruimte wordt gewist"),
    ("meta: local/untold/", "eigen besluiten die de server nog niet heeft", AtRest, EIGENAAR, "tot de server ze heeft"),
    ("meta: local/pending/", "enveloppen die op iets wachten; van onbekende apparaten hooguit 1.000 stuks en 8 MiB per ruimte", AtRest, EIGENAAR, "tot ze meetellen of worden geweigerd"),
    ("meta: local/judged/", "wat al is beoordeeld", AtRest, EIGENAAR, "tot er een nieuwere is"),
    ("meta: local/document/", "het document van een deel", AtRest, EIGENAAR, "tot er een nieuwer is"),
    ("meta: local/floor/", "waar de samenvatting staat", AtRest, EIGENAAR, "tot er een nieuwere is"),
    ("blob", "stukken van bestanden, nog eens verzegeld", AtRest, EIGENAAR, "tot het bestand nergens meer bij hoort, of tot de ruimte wordt gewist"),
    ("meta: local/blob/", "welke stukken van een bestand er zijn, en of de server ze heeft", AtRest, EIGENAAR, "zo lang als die stukken"),
    ("meta: local/blob-drop/", "welke bestanden van de server af moeten", AtRest, EIGENAAR, "tot de server ze niet meer heeft"),
    ("meta: local/since/", "sinds wanneer iets op verzenden wacht", AtRest, EIGENAAR, "tot er niets meer wacht"),
    ("meta: local/carried/", "pakketten voor anderen, nog steeds verzegeld", AtRest, EIGENAAR, "tot de persoon ze weggooit"),
    ("meta: local/inbreng/", "wat kinderen zeiden en nog niemand nakeek, zonder naam, volgorde of tijd", AtRest, EIGENAAR, "tot het naar de raad gaat of de persoon het weggooit"),
    ("meta: local/device, local/space", "de eigen sleutels en welke ruimte open was", AtRest, EIGENAAR, "tot de persoon van het apparaat gaat"),
    ("thuisnabij-mensen", "namen op het slotscherm, sloten, verkeerde pogingen en wanneer", Open, APPARAAT, "tot de persoon van het apparaat gaat"),
    ("thuisnabij-sleutels", "sleutel van de browser; kan er niet uit worden gehaald", Sealed, "niemand; te gebruiken door wie de browser kan gebruiken", "tot de persoon van het apparaat gaat"),
    ("gloo-storage", "taal, thema, laatste pagina", Open, APPARAAT, "tot de browser het wist"),
    ("kopie van een apparaat", "een bestand met de rijen van één ruimte of van alles; **niet versleuteld**", Open, "wie het bestand heeft", "wat de persoon ermee doet"),
    ("pakket (bestand of QR)", "besluiten en enveloppen om door te geven", Sealed, LEDEN, "wat de persoon ermee doet"),
];

/// A section of the document: its heading and its rows.
pub fn section(heading: &str, about: &str, rows: &[Row]) -> String {
    let mut text = format!(
        "## {heading}\n\n{about}\n\n| veld | wat het is | vorm | wie kan het lezen | hoe lang |\n|---|---|---|---|---|\n"
    );
    for (field, says, form, who, kept) in rows {
        let row = format!("| `{field}` | {says} | {} | {who} | {kept} |\n", form.name());
        text.push_str(&row);
    }
    text
}
