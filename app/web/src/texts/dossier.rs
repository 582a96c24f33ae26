//! The room Dossier, for the professional: `je`. Sentences for parents are in `model/src/ouder/talen`.

use rules::text::{Text, t};

pub mod casus;
pub mod inzage;
pub mod rules_of;
pub mod who;

pub const DOSSIER: Text = t("Dossier", "Dossier");
pub const PARTS: Text = t("Onderdelen van het dossier", "Parts of the dossier");
pub const OVERVIEW: Text = t("Overzicht", "Overview");
pub const QUESTIONS: Text = t("Vragen", "Questions");
pub const PARENTS: Text = t("Ouders", "Parents");
pub const CHILD: Text = t("Kind", "Child");
pub const SIDES: Text = t("Naast elkaar", "Side by side");
pub const PLAN: Text = t("Plan en keuze", "Plan and choice");
pub const WHO: Text = t("Wie ziet het", "Who sees it");

pub const LEAD: Text = t(
    "Een dossier bewaart wat kind, ouders en school elk zelf zeggen. De naam van het kind staat alleen hierbinnen.",
    "A dossier keeps what child, parents and school each say themselves. The name of the child stands only inside it.",
);
pub const HERE: Text = t("Op dit apparaat", "On this device");
pub const NEW: Text = t("Begin een dossier", "Begin a dossier");
pub const LABEL: Text = t("Aanduiding, zonder naam", "A label, without a name");
pub const LABEL_HINT: Text = t(
    "Dit staat in de lijst met ruimtes. Bijvoorbeeld: groep 5, november.",
    "This stands in the list of spaces. For example: group 5, November.",
);
pub const CHILD_NAME: Text = t("Hoe heet het kind?", "What is the child called?");
pub const SCHOOL: Text = t("School", "School");
pub const ASKER: Text = t("Wie vraagt het?", "Who asks?");
pub const BEGIN: Text = t("Begin", "Begin");
pub const FILL_IN: Text = t("Vul alle velden in.", "Fill in all fields.");
pub const NOTE: Text = t("Wie hierin kan", "Who can get in");
pub const NOTE_BODY: Text = t(
    "Alleen wie je uitnodigt. De server bewaart bytes die hij niet kan lezen.",
    "Only who you invite. The server keeps bytes that it cannot read.",
);

pub const NEXT: Text = t("Wat nu", "What now");
pub const NEXT_GUARDIAN: Text = t(
    "Schrijf op wie de ouders of verzorgers zijn.",
    "Write down who the parents or guardians are.",
);
pub const NEXT_QUESTIONS: Text = t("Kies wat je wilt vragen.", "Choose what you want to ask.");
pub const NEXT_SEES: Text = t(
    "Schrijf op wie de antwoorden ziet. Dat lezen ouders als eerste.",
    "Write down who sees the answers. Parents read that first.",
);
pub const NEXT_INVITE: Text = t("Nodig de ouders uit.", "Invite the parents.");
pub const NEXT_END: Text = t(
    "Iemand heeft nog toegang, maar niet elke ouder zegt ja. Haal de toegang weg.",
    "Somebody still has access, but not every parent says yes. Take the access away.",
);
pub const NEXT_TABLE_NO: Text = t(
    "Een ouder zegt nee tegen een tafel. Haal de casus van de agenda.",
    "A parent says no to a table. Take the casus off the agenda.",
);
pub const NEXT_TABLE: Text = t(
    "Vraag elke ouder of de casus naar de tafel mag.",
    "Ask each parent whether the casus may go to the table.",
);
pub const NEXT_CALL: Text =
    t("Een ouder wil het liever vertellen: bel.", "A parent would rather tell it: call.");
pub const NEXT_TALK: Text = t(
    "Een ouder is het niet eens of wil eerst praten. Maak een afspraak.",
    "A parent does not agree or wants to talk first. Make an appointment.",
);
pub const NEXT_KEEP: Text = t(
    "De dag tot wanneer jullie dit bewaren, is voorbij. Spreek af wat ermee gebeurt, of kies een nieuwe dag en vertel die aan de ouders.",
    "The day until which you keep this has passed. Agree on what happens with it, or choose a new day and tell the parents.",
);
pub const NEXT_WAIT: Text = t(
    "De brieven zijn weg. Het is nu aan de ouders.",
    "The letters are out. It is up to the parents now.",
);
pub const NEXT_OTHERS: Text = t(
    "Nog niet iedereen heeft iets gezegd. Kijk wie nog stil is.",
    "Not everybody has said something yet. See who is still silent.",
);
pub const NEXT_TOGETHER: Text =
    t("Bekijk samen wat jullie zeggen.", "Look together at what you all say.");
pub const RULES: Text = t("Wat de wet hierover zegt", "What the law says about this");
pub const OPEN_IT: Text = t("Ga erheen", "Go there");

pub const PHONE: Text = t("Telefoon van wie het vraagt", "Telephone of who asks");
pub const PHONE_HINT: Text =
    t("Ouders zien dit nummer op elke pagina.", "Parents see this number on every page.");
pub const SEES: Text = t("Wie ziet de antwoorden?", "Who sees the answers?");
pub const SEES_HINT: Text = t(
    "Gewone woorden, met een komma ertussen. Bijvoorbeeld: de juf van groep 5, Anna (intern begeleider).",
    "Plain words, with a comma between. For example: the teacher of group 5, Anna (intern begeleider).",
);
pub const KEEP: Text = t("Tot wanneer bewaren jullie het?", "Until when do you keep it?");
pub const KEEP_HINT: Text = t(
    "Uit jullie privacyreglement. Leeg laten mag: ouders lezen dan bij wie ze het kunnen vragen.",
    "From your privacy rules. It may stay empty: parents then read whom to ask.",
);
pub const TALK_ON: Text =
    t("Op welke dag praten jullie erover?", "On which day do you talk about it?");

pub const SET_LEAD: Text = t(
    "Kies uit deze vragen, of schrijf er zelf een. Zes of minder leest het rustigst.",
    "Choose from these questions, or write one yourself. Six or fewer read most easily.",
);
pub const SET_NOT_TRIED: Text = t(
    "Deze vragen zijn nog niet met ouders uitgeprobeerd.",
    "These questions have not been tried with parents yet.",
);
pub const CHOSEN: Text = t("Deze vragen gaan mee", "These questions go along");
pub const OWN: Text = t("Een eigen vraag", "A question of your own");
pub const OWN_HINT: Text = t(
    "In het Nederlands, met u. De app vertaalt hem niet.",
    "In Dutch, with u. The app does not translate it.",
);
pub const AWAY: Text = t("Haal weg", "Take away");

pub const LEAVES: Text = t("Doet niet meer mee", "Does not take part any more");
pub const LEAVES_WHAT: Text = t(
    "Weet je het zeker? Een ja of nee van deze ouder telt dan niet meer, en brieven die nog open zijn, worden ingetrokken. Wat deze ouder zei, blijft staan. Klopt alleen de naam of de relatie niet? Verander dan die.",
    "Are you sure? A yes or no of this parent then counts no more, and letters that are still open are withdrawn. What this parent said stays. Is only the name or the relation wrong? Then change that.",
);
pub const LEAVES_SURE: Text = t("Ja, doet niet meer mee", "Yes, does not take part any more");
pub const STAYS: Text = t("Nee, doet mee", "No, takes part");
pub const LEFT: Text = t("doet niet meer mee", "does not take part any more");
pub const COMES_BACK: Text = t("Doet weer mee", "Takes part again");
pub const LINK_KNOWN: Text = t(
    "Iemand die van de lijst is, kan deze link nog kennen. Trek deze brief in en maak een nieuwe.",
    "Somebody who is off the list may still know this link. Withdraw this letter and make a new one.",
);
pub const PARENT_NEW: Text = t("Ouder of verzorger erbij", "Add a parent or guardian");
pub const RELATION: Text = t("Relatie tot het kind", "Relation to the child");
pub const RELATION_HINT: Text =
    t("Bijvoorbeeld: moeder, vader, voogd.", "For example: mother, father, guardian.");
pub const INVITE: Text = t("Maak een brief met link", "Make a letter with a link");
pub const INVITE_AGAIN: Text = t("Maak een nieuwe brief", "Make a new letter");
pub const TABLE: Text = t("Samen invullen op dit apparaat", "Fill in together on this device");
pub const PAPER: Text = t("Brief op papier", "Letter on paper");
pub const LINK: Text = t("De link voor deze ouder", "The link for this parent");
pub const LINK_HINT: Text = t(
    "Alleen voor deze ouder. Wie de link heeft, kan de vragen lezen en antwoorden, niet de antwoorden van een ander.",
    "For this parent only. Who has the link can read the questions and answer, not the answers of somebody else.",
);
pub const COPY: Text = t("Kopieer de link", "Copy the link");
pub const COPIED: Text = t("Gekopieerd", "Copied");
pub const NOT_COPIED: Text = t("Kopiëren lukt hier niet.", "Copying does not work here.");
pub const SHOW_QR: Text = t("Toon de QR-code", "Show the QR code");
pub const QR: Text = t("QR-code met de link", "QR code with the link");
pub const WITHDRAW: Text = t("Trek de brief in", "Withdraw the letter");
pub const CALLED: Text = t("Ik heb gebeld", "I have called");
pub const STATE_NOT: Text = t("Nog niet geopend", "Not opened yet");
pub const STATE_OPENED: Text = t("Geopend", "Opened");
pub const STATE_BUSY: Text = t("Bezig", "Busy");
pub const STATE_SENT: Text = t("Verstuurd", "Sent");
pub const STATE_WITHDRAWN: Text = t("Ingetrokken", "Withdrawn");
pub const STATE_OVER: Text = t("Verlopen", "Expired");
pub const STILL_LOOKS: Text = t(
    "De link is verlopen. Wat een ouder op tijd verstuurde, komt nog een maand binnen zodra je internet hebt.",
    "The link has expired. What a parent sent in time still comes in for a month, as soon as you have internet.",
);
pub const NOT_AT_SERVER: Text = t(
    "Deze brief is nog niet bij de server. De link werkt zodra je internet hebt.",
    "This letter is not at the server yet. The link works as soon as you have internet.",
);
pub const AT_SERVER: Text = t("De link werkt.", "The link works.");
pub const CLOSED: Text = t(
    "De link opent niets meer. Wie de brief al had geopend, kan hem op dat apparaat nog lezen, niet meer antwoorden.",
    "The link opens nothing any more. Who had opened the letter can still read it on that device, and answer no more.",
);
pub const NOT_CLOSED: Text = t(
    "De link werkt nog tot je weer internet hebt.",
    "The link still works until you have internet again.",
);
pub const WANTS_CALL: Text = t("Wil gebeld worden op", "Wants to be called on");
pub const RATHER: Text =
    t("Vertelt dit liever in een gesprek.", "Would rather tell this in a talk.");
pub const ASKS: Text = t("Waar gaat de brief over?", "What is the letter about?");
pub const NO_NUMBER: Text = t("(geen nummer ingevuld)", "(no number filled in)");
pub const DRAFT: Text = t("Wat jij niet ziet", "What you do not see");
pub const DRAFT_BODY: Text = t(
    "Zolang een ouder bezig is, staat de tekst alleen op de eigen telefoon. Je ziet pas iets na versturen.",
    "As long as a parent is busy, the text is only on their own phone. You see something only after sending.",
);

pub const PAPER_LANGUAGES: Text =
    t("In welke taal leest deze ouder?", "In which language does this parent read?");
pub const PAPER_LANGUAGES_HINT: Text = t(
    "Elke taal krijgt een eigen brief. Het Nederlands staat ernaast, zodat iemand kan meelezen.",
    "Each language gets a letter of its own. The Dutch stands beside it, so that somebody can read along.",
);

pub const SAY: Text = t("Schrijf op wat er gezegd is", "Write down what was said");
pub const QUESTION: Text = t("Bij welke vraag?", "To which question?");
pub const WHO_SAYS: Text = t("Wie zegt het?", "Who says it?");
pub const WORDS: Text = t("In de woorden van het kind", "In the words of the child");
pub const SCHOOL_WORDS: Text = t("Wat ziet de school?", "What does the school see?");
pub const PICTURES: Text = t("Of kies wat past", "Or choose what fits");
pub const PUT: Text = t("Zet erbij", "Add it");
pub const CHILD_LEAD: Text = t(
    "Het kind vertelt op de eigen manier: in woorden, of door te kiezen. Schrijf op wat het zegt, niet wat jij ervan vindt.",
    "The child tells it in its own way: in words, or by choosing. Write down what it says, not what you think of it.",
);
pub const HEARD: Text = t("Wanneer is het kind gehoord?", "When was the child heard?");
pub const HEARD_LEAD: Text = t(
    "Een kind mag meepraten voordat het plan er is, voordat het verandert en als jullie terugkijken. Leg vast hoe, en wat ermee gedaan is.",
    "A child has a say before there is a plan, before it changes and when you look back. Write down how, and what was done with it.",
);
pub const MOMENT: Text = t("Moment", "Moment");
pub const HEARD_ON: Text = t("Op welke dag?", "On which day?");
pub const HEARD_ON_HINT: Text = t(
    "De dag waarop het kind het vertelde, niet de dag waarop jij dit opschrijft.",
    "The day on which the child told it, not the day on which you write this down.",
);
pub const WAY: Text = t("Hoe wilde het kind het vertellen?", "How did the child want to tell it?");
pub const HELP: Text = t("Welke hulp koos het kind?", "Which help did the child choose?");
pub const DONE_WITH: Text = t(
    "Wat is ermee gedaan, en hoe is dat uitgelegd?",
    "What was done with it, and how was that explained?",
);
pub const NO_DONE_WITH: Text =
    t("Nog niet uitgelegd aan het kind", "Not explained to the child yet");
pub const RECORD: Text = t("Leg vast", "Record");

pub const SIDES_LEAD: Text = t(
    "Kind, ouders en school naast elkaar. Of jullie hetzelfde zien, zeggen jullie zelf.",
    "Child, parents and school side by side. Whether you see the same is for you to say.",
);
pub const SILENT: Text = t("Nog niets gezegd", "Nothing said yet");
pub const SAME: Text = t("Samen bekeken", "Looked at together");
pub const SAME_YES: Text = t("Wij zien hetzelfde", "We see the same");
pub const SAME_NO: Text = t("Wij zien het verschillend", "We see it differently");
pub const SAME_NOT: Text = t("Nog niet bekeken", "Not looked at yet");
pub const REMARK: Text = t("Zet iets naast deze tekst", "Put something beside this text");
pub const REMARK_KIND: Text = t("Wat is het?", "What is it?");
pub const REMARK_OF: Text =
    t("Zijn dit de woorden van een ouder?", "Are these the words of a parent?");
pub const REMARK_OF_NOBODY: Text = t("Nee, van iemand anders", "No, of somebody else");
pub const REMARK_WHO: Text = t("Van wie?", "Of whom?");
pub const REMARK_LANGUAGE: Text = t("In welke taal?", "In which language?");
pub const REMARK_TEXT: Text = t("De tekst", "The text");

pub const PLAN_LEAD: Text = t(
    "Leg de tekst vast waar ouders ja of nee op zeggen. Daarna verandert er niets meer aan; een nieuwe tekst is een nieuw plan.",
    "Freeze the text to which parents say yes or no. After that nothing of it changes; a new text is a new plan.",
);
pub const PLAN_TITLE: Text = t("Titel", "Title");
pub const PLAN_TEXT: Text = t("Verder in het plan", "Further in the plan");
pub const PLAN_PARTS: Text = t(
    "Wat je leeg laat, komt niet in de tekst. Schrijf voor ouders: korte zinnen, met u.",
    "What you leave empty does not come into the text. Write for parents: short sentences, with u.",
);
pub const RECEIVED: Text = t(
    "met ontvangstbewijs: deze keuze bestond op {} volgens de server",
    "with a receipt: this choice existed on {} according to the server",
);
pub const OTHER_SERVER: Text = t(
    "het ontvangstbewijs is van een andere server dan het apparaat van de ouder kende en telt niet",
    "the receipt is of another server than the device of the parent knew and does not count",
);
pub const NOT_RECEIVED: Text =
    t("zonder ontvangstbewijs van de server", "without a receipt of the server");
pub const FREEZE: Text = t("Leg het plan vast", "Freeze the plan");
pub const HASH: Text = t("Controlegetal", "Check number");
pub const NO_CHOICE: Text = t("Nog geen keuze", "No choice yet");
pub const ALL_AGREE: Text =
    t("Alle ouders zijn het eens met dit plan.", "All parents agree to this plan.");
pub const NOT_ALL: Text = t(
    "Dit plan is nog niet uitvoerbaar: niet alle ouders zijn het eens.",
    "This plan cannot be carried out yet: not all parents agree.",
);
pub const CHOICE_FILE: Text = t("Bewaar het bewijs", "Keep the proof");
pub const FILE_NOTE: Text = t("Wat dit bewijst", "What this proves");
pub const FILE_NOTE_BODY: Text = t(
    "Dat er sinds de keuze geen letter is veranderd. Niet wie de telefoon vasthield: het is geen gekwalificeerde handtekening. Een ontvangstbewijs zegt op welke dag deze keuze bestond volgens de server, niet dat iemand haar kreeg; het telt alleen van de server die het apparaat van de ouder kende. Iedereen met het bestand kan het zonder internet nagaan.",
    "That no letter was changed since the choice. Not who held the phone: it is not a qualified signature. A receipt says on which day this choice existed according to the server, not that somebody got it; it counts only of the server that the device of the parent knew. Anybody with the file can check it without internet.",
);
pub const OLDER_PLANS: Text = t("Eerdere plannen", "Earlier plans");
pub const CHOSEN_ON: Text =
    t("Op welke dag koos deze ouder?", "On which day did this parent choose?");
pub const ON_PAPER: Text = t("Keuze op papier of aan tafel", "Choice on paper or at the table");
pub const WHICH_CHOICE: Text = t("Welke keuze?", "Which choice?");
pub const HOW: Text = t("Hoe?", "How?");
pub const WHICH_PARENT: Text = t("Van wie?", "Of whom?");

pub const PRINTED: Text = t("Afdrukken", "Print");
pub const TOGETHER_DONE: Text = t("Klaar, zet op slot", "Done, lock it");
pub const TOGETHER_OUT: Text = t("Terug naar het dossier", "Back to the dossier");
pub const SOUND_COMES: Text = t(
    "Hier hoort een opname bij. Zij is nog niet helemaal binnen.",
    "A recording belongs here. It has not come in completely yet.",
);
pub const NOT_HEARD: Text = t(
    "Een opname van de ouder is nog niet bewaard. Laat de app open en probeer het opnieuw.",
    "A recording of the parent is not kept yet. Leave the app open and try again.",
);
pub const UNSENT: Text = t("Nog niet verstuurd", "Not sent yet");
pub const UNSENT_WHY: Text = t(
    "Stop je nu? Dan is weg wat hier is ingevuld.",
    "Are you stopping now? Then what was filled in here is gone.",
);
pub const UNSENT_STAY: Text = t("Vul verder in", "Go on filling in");
pub const UNSENT_GO: Text = t("Gooi het weg en zet op slot", "Throw it away and lock");
pub const TOGETHER_LEAD: Text = t(
    "Geef het apparaat aan de ouder. Er blijft niets van het invullen op dit scherm staan. Daarna gaat het op slot: jouw pincode opent het weer.",
    "Hand the device to the parent. Nothing of the filling in stays on this screen. Then it locks: your PIN opens it again.",
);
