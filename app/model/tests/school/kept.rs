//! Bytes that an earlier version wrote, kept for ever.
