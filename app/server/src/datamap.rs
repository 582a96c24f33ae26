//! Which data the server has: every column, field over HTTP, line of the log and figure, with its form, who can
//! read it and for how long. `document` makes the map for a DPIA of it, together with what `replica::datamap`
//! says of the device and of what travels. A test holds `DATAMAP.md` equal, and each table against what is
//! really there.

use replica::datamap::{DEVICE, ENVELOPE, Form, INVITATION, MEMBERSHIP, MESSAGES, Row, section};

use Form::{Mark, Open, Proof, Sealed};

const LEDEN: &str = "leden van de ruimte";
const BEHEER: &str = "wie de server beheert";
const BEIDE: &str = "leden; wie de server beheert";
const RUIMTE: &str = "zolang de ruimte er is, of tot `--keep-spaces` dagen na het laatste gebruik";
const ALTIJD: &str = "altijd";
const BUS: &str = "tot de bus is gesloten en `--keep-boxes` dagen daarna (30)";
const LINK: &str = "hooguit 14 dagen";
const KWARTIER: &str = "hooguit een kwartier";
const AANMELDEN: &str = "de persoon; de organisatie; wie de server beheert op het moment zelf";
const NIET: &str = "wordt niet bewaard";

/// The columns of the database, as `table.column`.
#[rustfmt::skip]
pub const COLUMNS: &[Row] = &[
    ("known.key", "1: versie van de tabellen, 2: nummer van deze server, 3: sleutel van ontvangstbewijzen", Open, BEHEER, ALTIJD),
    ("known.value", "de waarde daarvan; de sleutel ondertekent tijden en opent niets", Open, BEHEER, ALTIJD),
    ("space.space", "welke ruimte", Mark, BEIDE, ALTIJD),
    ("space.newest", "de nieuwste plaats", Open, BEIDE, ALTIJD),
    ("space.bytes", "hoeveel bytes er staan", Open, BEHEER, ALTIJD),
    ("space.entries", "hoeveel besluiten er staan", Open, BEHEER, ALTIJD),
    ("space.blobs", "hoeveel bytes de bestanden hebben", Open, BEHEER, ALTIJD),
    ("space.seen", "op welke dag de ruimte het laatst is gebruikt", Open, BEHEER, ALTIJD),
    ("space.erased", "of de ruimte is gewist", Open, BEIDE, ALTIJD),
    ("item.row", "rijnummer", Open, BEHEER, RUIMTE),
    ("item.space", "welke ruimte", Mark, BEIDE, RUIMTE),
    ("item.place", "de hoeveelste in de ruimte", Open, BEIDE, RUIMTE),
    ("item.hash", "hash van de inhoud", Proof, BEIDE, RUIMTE),
    ("item.part", "welk deel (niet bij een besluit)", Mark, BEIDE, RUIMTE),
    ("item.device", "welk apparaat het schreef", Mark, BEIDE, RUIMTE),
    ("item.seq", "het hoeveelste van dat apparaat", Open, BEIDE, RUIMTE),
    ("item.body", "een envelop (inhoud verzegeld) of een besluit van het ledenlogboek (namen verzegeld); zie daar wat de server ervan ziet", Sealed, LEDEN, "een envelop tot iedereen hem heeft, of tot de ruimte wordt gewist; een besluit zolang de ruimte er is, na het wissen altijd"),
    ("chain.space", "welke ruimte", Mark, BEIDE, "zolang de ruimte er is; na het wissen altijd"),
    ("chain.part", "welk deel", Mark, BEIDE, "zolang de ruimte er is; na het wissen altijd"),
    ("chain.device", "welk apparaat", Mark, BEIDE, "zolang de ruimte er is; na het wissen altijd"),
    ("chain.seq", "hoeveel het apparaat in dat deel schreef", Open, BEIDE, "zolang de ruimte er is; na het wissen altijd"),
    ("chain.hash", "hash van het laatste", Proof, BEIDE, "zolang de ruimte er is; na het wissen altijd"),
    ("invite.id", "welke uitnodiging", Mark, "wie de link heeft; wie de server beheert", LINK),
    ("invite.device", "welk apparaat uitnodigt", Mark, BEHEER, LINK),
    ("invite.expires", "wanneer de uitnodiging vervalt", Open, "wie de link heeft; wie de server beheert", LINK),
    ("invite.offer", "het aanbod: zie uitnodiging", Sealed, "wie de link heeft", LINK),
    ("invite.request", "het antwoord: zie uitnodiging", Sealed, "wie de link heeft", LINK),
    ("invite.reveal", "het getal voor de controlecode", Proof, "wie de link heeft; wie de server beheert", LINK),
    ("invite.answer", "het eerste besluit van het ledenlogboek", Open, "wie de link heeft; wie de server beheert", LINK),
    ("dropbox.id", "welke bus voor inbreng zonder naam", Mark, BEIDE, BUS),
    ("dropbox.space", "van welke ruimte", Mark, BEIDE, BUS),
    ("dropbox.most", "hoeveel bijdragen er in mogen", Open, BEIDE, BUS),
    ("dropbox.largest", "hoe groot een bijdrage mag zijn", Open, BEIDE, BUS),
    ("dropbox.closes", "wanneer de bus sluit", Open, BEIDE, BUS),
    ("dropbox.given", "hoeveel bijdragen er kwamen", Open, BEHEER, BUS),
    ("gift.box", "in welke bus", Mark, BEIDE, "tot een lid haar heeft opgehaald, of met de bus"),
    ("gift.hash", "hash van de bijdrage", Proof, BEIDE, "tot een lid haar heeft opgehaald, of met de bus"),
    ("gift.day", "op welke dag zij kwam, niet preciezer", Open, BEHEER, "tot een lid haar heeft opgehaald, of met de bus"),
    ("gift.body", "de bijdrage, of een brief aan een ouder", Sealed, "leden van de ruimte; een brief: ook wie zijn link heeft", "tot een lid haar heeft opgehaald, of met de bus"),
    ("blob.space", "van welke ruimte een bestand is", Mark, BEIDE, RUIMTE),
    ("blob.id", "welk bestand", Mark, BEIDE, RUIMTE),
    ("blob.chunks", "uit hoeveel stukken het bestaat", Open, BEIDE, RUIMTE),
    ("chunk.space", "van welke ruimte", Mark, BEIDE, RUIMTE),
    ("chunk.blob", "van welk bestand", Mark, BEIDE, RUIMTE),
    ("chunk.number", "het hoeveelste stuk", Open, BEIDE, RUIMTE),
    ("chunk.body", "het stuk van het bestand", Sealed, LEDEN, "tot een lid het bestand weghaalt of de ruimte wordt gewist"),
    ("pass.name", "hash van een bewijs van toegang; alleen bij PostgreSQL, anders in het geheugen", Proof, BEHEER, KWARTIER),
    ("pass.expires", "wanneer het vervalt", Open, BEHEER, KWARTIER),
    ("pass.body", "van welk apparaat of welke uitnodiging het is", Mark, BEHEER, KWARTIER),
    ("presence.space", "welke ruimte", Mark, BEHEER, "tot het apparaat uit de ruimte gaat"),
    ("presence.device", "welk apparaat", Mark, BEHEER, "tot het apparaat uit de ruimte gaat"),
    ("presence.day", "op welke dag het er het laatst was, niet preciezer", Open, BEHEER, "tot het apparaat uit de ruimte gaat"),
];

/// The fields of the messages over HTTP. One name means the same in every message.
#[rustfmt::skip]
pub const HTTP: &[Row] = &[
    ("address", "waar iemand zich bij de organisatie aanmeldt", Open, BEIDE, NIET),
    ("affiliation", "bij aanmelden: leerling, medewerker of anders", Open, AANMELDEN, NIET),
    ("after", "na welke hash", Proof, BEIDE, NIET),
    ("answer", "het antwoord van wie uitnodigt", Open, "wie de link heeft; wie de server beheert", "zie `invite`"),
    ("at", "wanneer iets aankwam, volgens de server", Open, BEIDE, NIET),
    ("blob", "welk bestand", Mark, BEIDE, "zie `blob`"),
    ("blobs", "welke bestanden er zijn", Mark, BEIDE, "zie `blob`"),
    ("by", "handtekening van de server onder een ontvangstbewijs", Proof, BEIDE, NIET),
    ("chunks", "uit hoeveel stukken", Open, BEIDE, "zie `blob`"),
    ("closes", "wanneer de bus sluit", Open, BEIDE, "zie `dropbox`"),
    ("code", "bij aanmelden: eenmalig bewijs van de organisatie", Mark, "het apparaat; wie de server beheert", NIET),
    ("dropbox", "welke bus", Mark, "wie het adres van de bus heeft; wie de server beheert", "zie `dropbox`"),
    ("dutch", "een vaste zin", Open, BEIDE, NIET),
    ("english", "een vaste zin", Open, BEIDE, NIET),
    ("frames", "berichten dat er iets nieuws is", Open, BEIDE, NIET),
    ("hash", "welke brief iemand leest; van welke keuze een ontvangstbewijs wordt gevraagd", Proof, "wie de link heeft; wie de server beheert", NIET),
    ("hashes", "welke bijdragen weg mogen", Proof, BEIDE, NIET),
    ("invitation", "welke uitnodiging", Mark, "wie de link heeft; wie de server beheert", "zie `invite`"),
    ("issuer", "bij aanmelden: welke organisatie het zegt", Open, AANMELDEN, NIET),
    ("key", "openbare sleutel van de server", Open, BEIDE, NIET),
    ("known", "tot waar iets bekend is", Open, BEIDE, NIET),
    ("largest", "hoe groot een bijdrage mag zijn", Open, BEIDE, "zie `dropbox`"),
    ("message", "een bericht van een uitnodiging", Sealed, "wie de link heeft", "zie `invite`"),
    ("more", "of er meer is", Open, BEIDE, NIET),
    ("most", "hoeveel bijdragen er mogen komen", Open, BEIDE, "zie `dropbox`"),
    ("name", "bij aanmelden: de naam van de persoon", Open, AANMELDEN, NIET),
    ("nonce", "een getal om te ondertekenen", Mark, BEIDE, "hash, hooguit een minuut"),
    ("number", "het hoeveelste stuk", Open, BEIDE, "zie `chunk`"),
    ("offer", "het aanbod van een uitnodiging", Sealed, "wie de link heeft", "zie `invite`"),
    ("organisation", "bij aanmelden: de naam van de school", Open, AANMELDEN, NIET),
    ("organisation_id", "bij aanmelden: het nummer van de school (BRIN)", Open, AANMELDEN, NIET),
    ("origin", "met welk adres de app praat", Open, BEIDE, NIET),
    ("refusal", "waarom niet", Open, BEIDE, NIET),
    ("request", "het antwoord op een uitnodiging", Sealed, "wie de link heeft", "zie `invite`"),
    ("retry_after", "hoe lang te wachten", Open, BEIDE, NIET),
    ("reveal", "het getal voor de controlecode", Proof, "wie de link heeft; wie de server beheert", "zie `invite`"),
    ("sealed", "een bijdrage of een stuk van een bestand", Sealed, LEDEN, "zie `gift` en `chunk`"),
    ("seconds", "hoe lang iets geldt", Open, BEIDE, NIET),
    ("signature", "handtekening van wie vraagt", Proof, BEIDE, NIET),
    ("space", "welke ruimte", Mark, BEIDE, "zie `space`"),
    ("spaces", "naar welke ruimtes iemand luistert", Mark, BEIDE, "in het geheugen zolang de verbinding er is"),
    ("state", "bij aanmelden: eenmalig nummer van de vraag", Mark, "het apparaat; wie de server beheert; de organisatie", "hash, hooguit 10 minuten"),
    ("subject", "bij aanmelden: hoe de organisatie de persoon kent", Mark, AANMELDEN, NIET),
    ("ticket", "eenmalig bewijs om te luisteren; staat als enige in een adres", Mark, BEIDE, "hash, hooguit een minuut"),
    ("token", "bewijs van toegang", Mark, "het apparaat; wie de server beheert", "hash, hooguit een kwartier"),
    ("wait", "of de server met het antwoord mag wachten", Open, BEIDE, NIET),
    ("who", "openbare sleutels van een apparaat, of welke uitnodiging", Proof, BEIDE, "van wie een bewijs is: hooguit een kwartier"),
];

/// What else comes with a question and is in memory meanwhile.
#[rustfmt::skip]
pub const MEMORY: &[Row] = &[
    ("netwerkadres", "van wie een vraag komt (IPv6: de eerste helft)", Open, BEHEER, "in het geheugen zolang de grens per adres telt; niet op schijf en niet in het logboek"),
    ("apparaat", "hoeveel een apparaat vraagt", Mark, BEHEER, "in het geheugen zolang de grens per apparaat telt"),
    ("bewijzen van toegang", "hash en van wie het is", Proof, BEHEER, KWARTIER),
    ("wie luistert", "welk apparaat naar welke ruimtes luistert", Mark, BEHEER, "zolang de verbinding er is"),
    ("ledenlogboeken", "van de laatst gebruikte ruimtes, hooguit 32 MiB", Open, BEHEER, "tot een andere ruimte de plaats nodig heeft of de server stopt"),
    ("andere kopregels", "zoals het soort browser", Open, BEHEER, NIET),
];

/// The fields in the log. Lines hold a fixed sentence and these.
#[rustfmt::skip]
pub const LOG: &[Row] = &[
    ("route", "welke vraag, als vaste naam; niet bij een bijdrage zonder naam", Open, BEHEER, "waar de organisatie het logboek bewaart"),
    ("status", "hoe die afliep", Open, BEHEER, "waar de organisatie het logboek bewaart"),
    ("ms", "hoe lang het duurde", Open, BEHEER, "waar de organisatie het logboek bewaart"),
    ("invites", "hoeveel uitnodigingen vervielen", Open, BEHEER, "waar de organisatie het logboek bewaart"),
    ("boxes", "hoeveel bussen vervielen", Open, BEHEER, "waar de organisatie het logboek bewaart"),
    ("spaces", "hoeveel ruimtes vervielen", Open, BEHEER, "waar de organisatie het logboek bewaart"),
    ("problem", "een fout van het besturingssysteem of de database", Open, BEHEER, "waar de organisatie het logboek bewaart"),
];

/// The figures for who keeps the server running, with their labels.
#[rustfmt::skip]
pub const FIGURES: &[Row] = &[
    ("thuisnabij_answers{route,status}", "hoeveel antwoorden, per vaste naam van de vraag en soort antwoord", Open, BEHEER, "tot de server stopt"),
    ("thuisnabij_answer_seconds{route}", "hoe lang antwoorden duurden", Open, BEHEER, "tot de server stopt"),
    ("thuisnabij_listening", "hoeveel verbindingen open staan", Open, BEHEER, "tot de server stopt"),
    ("thuisnabij_database_bytes", "hoe groot de database is", Open, BEHEER, "tot de server stopt"),
    ("thuisnabij_log_bytes", "hoe groot het schrijflogboek van de database is", Open, BEHEER, "tot de server stopt"),
    ("thuisnabij_commits", "hoe vaak er is geschreven", Open, BEHEER, "tot de server stopt"),
    ("thuisnabij_jobs", "hoeveel opdrachten dat waren", Open, BEHEER, "tot de server stopt"),
];

/// Copies that whoever runs the server makes.
const COPIES: &[Row] = &[(
    "kopie van de database",
    "alles wat in de database staat, in dezelfde vorm",
    Sealed,
    "als in de database",
    "wat de organisatie ermee doet; wat later is gewist, staat er nog in",
)];

const BEGIN: &str = "# Gegevenskaart

Voor de DPIA (AVG, artikel 35) van een organisatie die Thuisnabij gebruikt: welke gegevens er zijn, waar, in welke vorm, wie ze kan lezen en hoe lang ze blijven.
Gemaakt uit het programma zelf (`app/replica/src/datamap.rs`, `app/server/src/datamap.rs`); een test houdt dit gelijk. Verander het daar.

**Wat hier niet staat.** Wat mensen in de documenten schrijven, en over wie, staat in de inhoud van enveloppen en bestanden; dat bepaalt de organisatie. De grondslag (AVG, artikel 6, en waar nodig artikel 9),
het doel, wie verantwoordelijk is, wie verwerkt en hoe lang iets nodig is, vult de organisatie zelf in. Het programma weet dat niet en verzint het niet. Wie wat kan aanrichten: `app/replica/THREATS.md`.

| in te vullen door de organisatie | |
|---|---|
| verwerkingsverantwoordelijke | |
| verwerker (wie de server beheert) | |
| doel | |
| grondslag | |
| categorieën van betrokkenen | |
| bewaartermijn, en waar die is vastgelegd | |
| waar kopieën van de database en het logboek staan, en hoe lang | |

## De vormen

";

/// The whole map.
pub fn document() -> String {
    let mut text = BEGIN.to_owned();
    for form in Form::ALL {
        text.push_str(&format!("- **{}**: {}\n", form.name(), form.means()));
    }
    let sections: [(&str, &str, &[Row]); 11] = [
        (
            "Op het apparaat",
            "In IndexedDB van de browser. Sleutels van rijen bevatten nummers en zijn leesbaar voor wie de bestanden van de browser heeft; waarden zijn op slot.",
            DEVICE,
        ),
        (
            "Onderweg en bij de server: een envelop",
            "Eén pakje wijzigingen. Tussen apparaat en server gaat alles bovendien over TLS, als de organisatie dat aanzet.",
            ENVELOPE,
        ),
        ("Onderweg en bij de server: het ledenlogboek", "Wie erbij is, zonder namen.", MEMBERSHIP),
        ("Onderweg: berichten om gelijk te komen", "Over HTTP, als `sync`.", MESSAGES),
        (
            "Onderweg: een uitnodiging",
            "Het geheim van de link staat achter het hekje en gaat niet naar de server.",
            INVITATION,
        ),
        (
            "Onderweg: de andere berichten",
            "De velden van alle berichten over HTTP. Geen nummer staat in een adres, behalve `ticket`.",
            HTTP,
        ),
        ("Bij de server: de database", "Tabel en kolom, bij SQLite en PostgreSQL.", COLUMNS),
        ("Bij de server: in het geheugen", "Weg als de server stopt.", MEMORY),
        (
            "Bij de server: het logboek",
            "Op stderr. Geen inhoud, geen nummers van apparaten of ruimtes, geen adressen.",
            LOG,
        ),
        (
            "Bij de server: cijfers",
            "Alleen met `--metrics`, op een eigen adres. Geen nummers.",
            FIGURES,
        ),
        ("Bij de server: kopieën", "Met `thuisnabij backup`.", COPIES),
    ];
    for (heading, about, rows) in sections {
        text.push('\n');
        text.push_str(&section(heading, about, rows));
    }
    text
}
