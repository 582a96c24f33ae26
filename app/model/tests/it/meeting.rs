//! What a werkgebied may count on in its meetings: the agenda, what was agreed, the money, the minutes.

mod afspraken;
mod agenda;
mod capture;
mod casus;
mod course;
mod kept;
mod merging;
mod minutes;
mod money;
mod network;
mod planning;
mod support;
mod typing;
mod vandaag;
