//! The guide of one page for the gespreksleider.

use rules::text::{Text, t};

pub const LEAD: Text = t("Eén bladzijde om bij de hand te hebben.", "One page to keep at hand.");
pub const BEFORE: Text = t("Vooraf", "Beforehand");
pub const BEFORE_STEPS: [Text; 4] = [
    t(
        "Zoek een rustige plek, met papier en stiften op tafel voor wie dat fijner vindt.",
        "Find a quiet place, with paper and pens on the table for who prefers that.",
    ),
    t(
        "Weet wat er met de antwoorden kan gebeuren en wie ze leest. Beloof niet meer.",
        "Know what can happen with the answers and who reads them. Promise no more.",
    ),
    t(
        "Weet wat de afspraken van de school zijn als een kind iets vertelt dat zorgen geeft.",
        "Know what the school's agreements are when a child tells something that worries you.",
    ),
    t(
        "Spreek de zinnen zelf in, of test de stem van dit apparaat. Gaat het niet goed, lees dan zelf voor.",
        "Record the sentences yourself, or test the voice of this device. If it does not go well, read aloud yourself.",
    ),
];
pub const TELL: Text = t("Vertel in de kring", "Tell the circle");
pub const TELL_STEPS: [Text; 4] = [
    t("Vandaag vragen grote mensen iets aan jullie.", "Today grown-ups ask you something."),
    t(
        "Er zijn geen goede of foute antwoorden. Stoppen mag altijd.",
        "There are no right or wrong answers. You may always stop.",
    ),
    t(
        "Je naam staat er niet bij. Schrijf ook geen naam van een ander kind op.",
        "Your name is not with it. Do not write the name of another child either.",
    ),
    t(
        "Sommige dingen kunnen veranderen en andere niet. Jullie horen terug wat er is besloten.",
        "Some things can change and others cannot. You will hear what was decided.",
    ),
];
pub const ASK: Text = t("De vragen van vandaag", "Today's questions");
pub const WHILE: Text = t("Tijdens", "Meanwhile");
pub const WHILE_STEPS: [Text; 4] = [
    t(
        "Elk kind kiest zelf hoe het antwoordt. Niets is verplicht.",
        "Each child chooses how to answer. Nothing is obligatory.",
    ),
    t(
        "Vraag bij een tekening: vertel eens. Leg niet uit wat jij erin ziet.",
        "With a drawing ask: tell me. Do not explain what you see in it.",
    ),
    t(
        "Schrijf letterlijk op wat een kind zegt. Jouw eigen opmerking komt er apart bij.",
        "Write down literally what a child says. Your own remark is kept apart.",
    ),
    t(
        "Laat kinderen niet bij elkaar meekijken.",
        "Do not let children look at each other's answers.",
    ),
];
pub const AFTER: Text = t("Na afloop", "Afterwards");
pub const AFTER_STEPS: [Text; 3] = [
    t(
        "Kijk alles na op namen en gezichten voordat het naar de raad gaat.",
        "Look everything over for names and faces before it goes to the council.",
    ),
    t(
        "Vertel wanneer de kinderen iets terug horen. Schrijf die dag op.",
        "Tell when the children will hear back. Write that day down.",
    ),
    t(
        "Zorgen over een kind bespreek je volgens de afspraken van de school. Niet hier.",
        "Worries about a child you discuss by the school's agreements. Not here.",
    ),
];
