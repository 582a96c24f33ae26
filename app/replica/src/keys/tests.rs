//! Keys: known answers, and what may not open.

use chacha20::ChaCha20Rng;
use rand_core::SeedableRng;
