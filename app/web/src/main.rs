//! The entry point that Trunk builds. All of it lives in the library.
fn main() {
    web::start();
}
