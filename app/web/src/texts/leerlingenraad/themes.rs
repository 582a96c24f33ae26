//! What happens with it: heard, discussed, decided, back to the children.

use rules::text::{Text, t};

pub const LEAD: Text = t(
    "Elk thema eindigt bij de kinderen: wat is gehoord, wie heeft het besproken, wat is besloten en waarom. Ook een nee krijgt een antwoord.",
    "Every theme ends with the children: what was heard, who discussed it, what was decided and why. A no gets an answer too.",
);
pub const ADD: Text = t("Nieuw thema", "New theme");
pub const ADD_HINT: Text = t(
    "In een paar woorden, bijvoorbeeld: een rustige plek",
    "In a few words, for example: a quiet place",
);
pub const COUNCIL: Text = t("Van welke raad", "Of which council");
pub const PLACE: Text = t("Plaats in de tekening", "Place in the drawing");
pub const HEARD: Text = t("Wat hoorden we?", "What did we hear?");
pub const BY: Text = t("Wie hebben het besproken?", "Who discussed it?");
pub const BY_HINT: Text = t("Een tafel of rol, geen kinderen", "A table or role, no children");
pub const DISCUSSED: Text = t("Besproken op", "Discussed on");
pub const DECISION: Text = t("Wat is besloten?", "What was decided?");
pub const NOT_YET: Text = t("Nog niet", "Not yet");
pub const WHY: Text = t("Waarom?", "Why?");
pub const BACK: Text = t("Wat zeggen we tegen de kinderen?", "What do we tell the children?");
pub const TOLD: Text = t("Aan de kinderen verteld op", "Told to the children on");
pub const USED: Text = t("Dit wordt gebruikt in ons werk", "This is used in our work");
pub const WAITING: Text = t("dagen geleden gezegd", "days ago it was said");
pub const TODAY: Text = t("vandaag gezegd", "said today");
pub const NEXT_HEARD: Text =
    t("Bespreek het met wie erover gaat.", "Discuss it with who is in charge.");
pub const NEXT_DISCUSSED: Text =
    t("Schrijf op wat is besloten en waarom.", "Write down what was decided and why.");
pub const NEXT_DECIDED: Text = t("Vertel het de kinderen.", "Tell the children.");
pub const NEXT_TOLD: Text = t("De kinderen hebben het gehoord.", "The children heard it.");
pub const POSTER: Text = t("Voor de kinderen", "For the children");
pub const POSTER_OF: Text =
    t("Voor de kinderen van welke raad?", "For the children of which council?");
pub const POSTER_TITLE: Text =
    t("Dit deden we met jullie woorden", "This is what we did with your words");
pub const POSTER_SAID: Text = t("Jullie zeiden", "You said");
pub const POSTER_DID: Text = t("Wat is besloten", "What was decided");
pub const POSTER_WHY: Text = t("Waarom", "Why");
pub const POSTER_EMPTY: Text = t(
    "Zodra er iets is besloten, staat het hier in de taal van kinderen.",
    "As soon as something is decided, it stands here in the language of children.",
);
pub const REMOVE: Text = t("Haal weg", "Take away");
pub const NONE: Text = t("Er is nog geen thema.", "There is no theme yet.");
pub const CHANGE: Text = t("Werk bij", "Work on it");
pub const NO_COUNCIL: Text = t("Plan eerst een raad.", "First plan a council.");
pub const TO_AGENDA: Text = t("Zet bij de agenda van", "Put beside the agenda of");
pub const ON_AGENDA: Text = t("Staat bij de agenda van", "Stands beside the agenda of");
