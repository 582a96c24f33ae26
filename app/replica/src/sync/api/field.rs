//! The kinds of values that stand in a message, and how each is written.

use crate::id::SpaceId;
use crate::keys::wire::{Damaged, Reader, Writer};
use crate::sync::api::MAX_BODY;

/// How many things one list holds.
const MAX_LIST: usize = 1024;

/// The longest text, in bytes.
const MAX_TEXT: usize = 2_048;

/// A value in a message. Only this crate makes new kinds.
#[allow(private_interfaces)] // ok: nobody outside calls these two
pub trait Field: Sized {
    #[doc(hidden)]
    fn write(&self, to: &mut Writer);
    #[doc(hidden)]
    fn read(from: &mut Reader<'_>) -> Result<Self, Damaged>;
}

#[allow(private_interfaces)] // ok: as above
mod kinds {
    use super::{Damaged, Field, MAX_BODY, MAX_LIST, MAX_TEXT, Reader, SpaceId, Writer};

    impl Field for u64 {
        fn write(&self, to: &mut Writer) {
            to.number(*self);
        }
        fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
            from.number()
        }
    }

    impl Field for bool {
        fn write(&self, to: &mut Writer) {
            to.number(u64::from(*self));
        }
        fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
            Ok(from.number()? == 1)
        }
    }

    impl Field for String {
        fn write(&self, to: &mut Writer) {
            to.text(self);
        }
        fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
            from.text(MAX_TEXT)
        }
    }

    impl<const N: usize> Field for [u8; N] {
        fn write(&self, to: &mut Writer) {
            to.bytes(self);
        }
        fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
            from.fixed()
        }
    }

    impl Field for Vec<u8> {
        fn write(&self, to: &mut Writer) {
            to.bytes(self);
        }
        fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
            from.bytes(MAX_BODY).map(<[u8]>::to_vec)
        }
    }

    impl Field for SpaceId {
        fn write(&self, to: &mut Writer) {
            to.bytes(self.bytes());
        }
        fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
            from.fixed().map(Self::from_bytes)
        }
    }

    impl<T: Field> Field for Vec<T> {
        fn write(&self, to: &mut Writer) {
            to.list(self.len());
            self.iter().for_each(|one| one.write(to));
        }
        fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
            from.many(MAX_LIST, T::read)
        }
    }

    impl<T: Field> Field for Option<T> {
        fn write(&self, to: &mut Writer) {
            to.list(usize::from(self.is_some()));
            self.iter().for_each(|one| one.write(to));
        }
        fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
            Ok(from.many(1, T::read)?.pop())
        }
    }

    impl<A: Field, B: Field> Field for (A, B) {
        fn write(&self, to: &mut Writer) {
            to.list(2);
            self.0.write(to);
            self.1.write(to);
        }
        fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
            from.exactly(2)?;
            Ok((A::read(from)?, B::read(from)?))
        }
    }

    impl<A: Field, B: Field, C: Field> Field for (A, B, C) {
        fn write(&self, to: &mut Writer) {
            to.list(3);
            self.0.write(to);
            self.1.write(to);
            self.2.write(to);
        }
        fn read(from: &mut Reader<'_>) -> Result<Self, Damaged> {
            from.exactly(3)?;
            Ok((A::read(from)?, B::read(from)?, C::read(from)?))
        }
    }
}
