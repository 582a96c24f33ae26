//! What a school may count on: its own year, the money for light support, what it offers, and what all schools offer together.

mod dekking;
mod kept;
mod licht;
mod merging;
mod offer;
mod out;
mod path;
mod review;
mod support;
mod year;
