//! School year, count dates and terms. A day comes in, a day goes out.
