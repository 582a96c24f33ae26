//! What the app knows and does, apart from how it looks.
