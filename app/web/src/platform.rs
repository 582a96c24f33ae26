//! Everything that touches the browser. Nothing above this module names web-sys, js-sys or gloo.
