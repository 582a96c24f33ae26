//! Attacks, each with what stops it: a relay that lies to honest devices, a member that lies to honest
//! devices over an honest relay. What other tests hold already stands in THREATS.md.

mod flood;
mod member;
mod relay;
mod room;
