//! SQLite's own way to the disk with a listener in between: every write, truncation, sync and removal of a database
//! below one folder is written down in its order. Everything is passed on as it is.
#![allow(unsafe_code)] // ok: SQLite's interface to the disk is C; nothing of the product does this

use std::collections::BTreeMap;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::path::{Path, PathBuf};
use std::ptr::null_mut;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use rusqlite::ffi;

/// What happened, in its order. Files are named by the end of their names: `a.db`, `a.db-wal`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Event {
    Write {
        file: String,
        at: usize,
        bytes: Vec<u8>,
    },
    Truncate {
        file: String,
        size: usize,
    },
    Sync {
        file: String,
    },
    Remove {
        file: String,
    },
    /// So many were acknowledged.
    Acknowledged(u64),
}

/// An open file: SQLite's own methods, and its name.
struct Open {
    methods: usize,
    name: Option<String>,
}

#[derive(Default)]
struct Recorder {
    folder: PathBuf,
    events: Vec<Event>,
    files: BTreeMap<usize, Open>,
    /// Our methods, by SQLite's own.
    ours: BTreeMap<usize, usize>,
    real: usize,
}

static RECORDER: Mutex<Option<Recorder>> = Mutex::new(None);
static INSTALL: Once = Once::new();

fn recorder<T>(with: impl FnOnce(&mut Recorder) -> T) -> T {
    let mut recorder: MutexGuard<'_, _> = RECORDER.lock().unwrap_or_else(PoisonError::into_inner);
    with(recorder.get_or_insert_default())
}

/// Listens to the databases in this folder and forgets what was before.
pub(crate) fn listen_to(folder: &Path) {
    INSTALL.call_once(install);
    recorder(|to| (to.folder, to.events) = (folder.to_path_buf(), Vec::new()));
}

/// Says that something was acknowledged.
pub(crate) fn acknowledged(count: u64) {
    recorder(|to| to.events.push(Event::Acknowledged(count)));
}

/// What happened so far.
pub(crate) fn events() -> Vec<Event> {
    recorder(|to| to.events.clone())
}

fn install() {
    // SAFETY: SQLite is initialised before its list is read; what it gives lives as long as the program, and so does
    // what is registered here.
    unsafe {
        assert_eq!(ffi::sqlite3_initialize(), ffi::SQLITE_OK);
        let real = ffi::sqlite3_vfs_find(std::ptr::null());
        recorder(|to| to.real = real as usize);
        let ours = ffi::sqlite3_vfs {
            zName: c"recorder".as_ptr(),
            pNext: null_mut(),
            xOpen: Some(open),
            xDelete: Some(remove),
            ..*real
        };
        let ours = Box::leak(Box::new(ours));
        assert_eq!(ffi::sqlite3_vfs_register(ours, 1), ffi::SQLITE_OK);
    }
}

fn real() -> *mut ffi::sqlite3_vfs {
    recorder(|to| to.real) as *mut ffi::sqlite3_vfs
}

/// The name by which a file is written down, if it is.
///
/// # Safety
/// `name` is null or a text that ends with a zero.
unsafe fn listened(name: *const c_char) -> Option<String> {
    if name.is_null() {
        return None;
    }
    // SAFETY: as the caller promises.
    let path = PathBuf::from(unsafe { CStr::from_ptr(name) }.to_str().ok()?);
    let within = recorder(|to| path.parent() == Some(to.folder.as_path()));
    within.then(|| path.file_name().unwrap().to_str().unwrap().to_owned())
}

unsafe extern "C" fn open(
    _: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: called by SQLite with a file of the size that its own way to the disk asked for; that way opens it, and
    // only its table of methods is swapped for one that listens.
    unsafe {
        let real = real();
        let done = (*real).xOpen.unwrap()(real, name, file, flags, out);
        if done != ffi::SQLITE_OK || (*file).pMethods.is_null() {
            return done;
        }
        let (methods, name) = ((*file).pMethods as usize, listened(name));
        let ours = recorder(|to| {
            to.files.insert(file as usize, Open { methods, name });
            *to.ours.entry(methods).or_insert_with(|| listening(methods))
        });
        (*file).pMethods = ours as *const ffi::sqlite3_io_methods;
        done
    }
}

/// A copy of a table of methods in which ours listen.
fn listening(methods: usize) -> usize {
    // SAFETY: a table of methods lives as long as the program.
    let own = unsafe { *(methods as *const ffi::sqlite3_io_methods) };
    let ours = ffi::sqlite3_io_methods {
        xClose: Some(close),
        xWrite: Some(write),
        xTruncate: Some(truncate),
        xSync: Some(sync),
        ..own
    };
    Box::leak(Box::new(ours)) as *const ffi::sqlite3_io_methods as usize
}

/// SQLite's own methods for a file, and under which name to write down.
fn known(file: *mut ffi::sqlite3_file) -> (&'static ffi::sqlite3_io_methods, Option<String>) {
    let (methods, name) = recorder(|to| {
        let open = &to.files[&(file as usize)];
        (open.methods, open.name.clone())
    });
    // SAFETY: a table of methods lives as long as the program.
    (unsafe { &*(methods as *const ffi::sqlite3_io_methods) }, name)
}

fn note(name: Option<String>, done: c_int, event: impl FnOnce(String) -> Event) -> c_int {
    if let Some(name) = name.filter(|_| done == ffi::SQLITE_OK) {
        recorder(|to| to.events.push(event(name)));
    }
    done
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    bytes: *const c_void,
    count: c_int,
    at: ffi::sqlite3_int64,
) -> c_int {
    let (own, name) = known(file);
    // SAFETY: SQLite's arguments, passed on; it gives as many bytes as it says.
    unsafe {
        let done = own.xWrite.unwrap()(file, bytes, count, at);
        note(name, done, |file| {
            let bytes = std::slice::from_raw_parts(bytes.cast::<u8>(), count as usize);
            Event::Write { file, at: at as usize, bytes: bytes.to_vec() }
        })
    }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, size: ffi::sqlite3_int64) -> c_int {
    let (own, name) = known(file);
    // SAFETY: SQLite's arguments, passed on.
    let done = unsafe { own.xTruncate.unwrap()(file, size) };
    note(name, done, |file| Event::Truncate { file, size: size as usize })
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    let (own, name) = known(file);
    // SAFETY: SQLite's arguments, passed on.
    let done = unsafe { own.xSync.unwrap()(file, flags) };
    note(name, done, |file| Event::Sync { file })
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    let (own, _) = known(file);
    recorder(|to| to.files.remove(&(file as usize)));
    // SAFETY: SQLite's argument, passed on.
    unsafe { own.xClose.unwrap()(file) }
}

unsafe extern "C" fn remove(
    _: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    folder_too: c_int,
) -> c_int {
    // SAFETY: SQLite's arguments, passed on.
    unsafe {
        let real = real();
        let done = (*real).xDelete.unwrap()(real, name, folder_too);
        note(listened(name), done, |file| Event::Remove { file })
    }
}
