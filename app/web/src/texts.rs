//! Every sentence that the screens show, as a Dutch-English pair fixed at build time: leaving one out does not
//! compile. Texts of a rule or a lever stand beside it in `rules`; these are the texts of the rooms themselves.

pub mod about;
pub mod access;
pub mod attachments;
pub mod audio;
pub mod begroting;
pub mod copies;
pub mod dossier;
pub mod general;
pub mod homescreen;
pub mod kantlijn;
pub mod lead;
pub mod leerlingenraad;
pub mod opening;
pub mod people;
pub mod plan;
pub mod qr;
pub mod recovery;
pub mod regels;
pub mod school;
pub mod settings;
pub mod share;
pub mod sharing;
pub mod shell;
pub mod sign_in;
pub mod status;
pub mod today;
pub mod werkgebied;
