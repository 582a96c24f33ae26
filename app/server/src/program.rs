//! The parts of the program: its words, its options, its commands.

pub(crate) mod commands;
pub(crate) mod logs;
pub(crate) mod options;
pub(crate) mod serve;

/// What went wrong, in words for a person.
pub(crate) type Outcome = Result<(), Box<dyn std::error::Error>>;

/// The words of `--help`.
pub(crate) const HELP: &str = "\
Thuisnabij: de server. Hij biedt de app aan en bewaart wat apparaten elkaar sturen. Alles is op de apparaten versleuteld;
deze server en wie hem beheert, kunnen het niet lezen.

  thuisnabij serve      start de server; stoppen met Ctrl+C of via de dienst
  thuisnabij backup BESTAND     maakt een reservekopie, ook terwijl de server draait
  thuisnabij restore BESTAND    zet een reservekopie terug; stop eerst de server
  thuisnabij ruimtes    toont welke ruimten er zijn, hoe groot en wanneer gebruikt
  thuisnabij leden RUIMTE       toont de apparaten in een ruimte en hun rol, zonder namen
  thuisnabij sleutel    toont de openbare sleutel waarmee deze server ontvangstbewijzen ondertekent
  thuisnabij openapi    toont de beschrijving van de koppelvlakken (OpenAPI, JSON)

Voor alle opdrachten
  --database WAAR       een bestand, of postgres://gebruiker@host/naam; anders DATABASE_URL; anders een eigen map van
                        deze gebruiker, die bij het starten wordt genoemd. memory: bewaart niets (om te proberen)

Voor serve
  --origin ADRES        het adres waarop mensen de app openen, zoals https://thuisnabij.example.nl. Mag vaker.
                        Zonder dit kan alleen op dit apparaat zelf worden gesynchroniseerd
  --port GETAL          poort, standaard 8080; 0 voor een vrije poort
  --address ADRES       adres om op te luisteren, standaard 127.0.0.1; 0.0.0.0 voor alle netwerken
  --dist MAP            map met de gebouwde app, standaard target/dist
  --tls-cert BESTAND    certificaat (PEM) en
  --tls-key BESTAND     sleutel (PEM), voor https zonder webserver ervoor
  --acme-domain NAAM    vraag zelf een certificaat aan voor deze naam, bij Let's Encrypt; mag vaker. De server moet dan op
                        poort 443 van die naam bereikbaar zijn, zonder webserver ervoor. En:
  --acme-agree          u neemt de voorwaarden aan van wie het certificaat geeft
  --acme-contact MAIL   waar die u over het certificaat mag schrijven
  --acme-folder MAP     waar certificaat en sleutel staan; anders bij de gegevens van deze gebruiker
  --acme-directory ADRES        een ander dan Let's Encrypt
  --proxy               er staat een eigen webserver voor: geloof zijn x-forwarded-for
  --metrics ADRES       cijfers voor Prometheus op een eigen adres, zoals 127.0.0.1:9090; standaard uit
  --log text|json       vorm van het logboek (op stderr), standaard text. Hoeveel: RUST_LOG=info
  --keep-boxes DAGEN    hoe lang een gesloten inbrengbus blijft, standaard 30
  --keep-spaces DAGEN   wis ruimten die zo lang niet zijn gebruikt; standaard nooit
  --offline-window DAGEN        voor een apparaat dat langer wegbleef, worden geen berichten meer bewaard als alle andere
                        ze hebben; het begint opnieuw met hun samenvatting. Standaard 90
  --oidc-issuer ADRES   laat mensen zich aanmelden bij hun organisatie (OpenID Connect), zoals Entree Federatie, met
  --oidc-client NAAM    de naam van deze server daar en
  --oidc-secret BESTAND een bestand met zijn geheim. Het zegt alleen wie iemand is: er gaat niets mee open. Terug
                        komen mensen op --origin met /aanmelden

Reservekopie, elke nacht:  thuisnabij backup /veilig/thuisnabij-$(date +%F).db
Terugzetten: stop de server, thuisnabij restore BESTAND, start de server. Wat na de kopie kwam, sturen de apparaten
vanzelf opnieuw. Wat er stond, blijft ernaast bewaard. Met PostgreSQL: pg_dump en pg_restore, en daarna
thuisnabij restore --database postgres://… zonder bestand.
";
