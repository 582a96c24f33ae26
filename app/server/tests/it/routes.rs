//! Every route with every method carries the security headers; files are found by their exact name alone; caching follows the name.

use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, Response, StatusCode};
use server::api::routes::{ROUTES, Route};
use server::api::{Desk, Outside, Settings};
use server::store::{Place, Store};
use server::{Assets, LoadError, app};
use std::fs;
use std::sync::Arc;
use tower::ServiceExt;

use crate::support::Folder;

const HASHED: &str = "/styles/main-0123456789abcdef.css";

fn client() -> Folder {
    let folder = Folder::new();
    fs::create_dir_all(folder.file("styles")).unwrap();
    let files = [
        ("index.html", "<!DOCTYPE html><title>Thuisnabij</title>"),
        ("index.html.br", "brotli"),
        ("index.html.gz", "gzip"),
        ("sw.js", "// worker"),
        ("manifest.webmanifest", "{}"),
        ("web.wasm", "wasm"),
        ("notes.md", "not for serving"),
        (&HASHED[1..], "body{}"),
    ];
    for (name, content) in files {
        fs::write(folder.file(name), content).unwrap();
    }
    folder
}

async fn ask(method: Method, path: &str, headers: &[(&str, &str)]) -> Response<Body> {
    let folder = client();
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let store = Store::open(&Place::Memory, [7; 16]).unwrap();
    let desk = Arc::new(Desk::new(store, Settings::default(), Outside::system()));
    let app = app(Assets::load(&folder.0).unwrap(), Some(desk));
    app.oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
}

fn header<'a>(response: &'a Response<Body>, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn every_route_and_method_carries_the_security_headers() {
    let folder = client();
    let known = Assets::load(&folder.0).unwrap();
    let other = [
        "/",
        "/healthz",
        "/readyz",
        "/api/v1/onzin",
        "/api",
        "/api/",
        "/api/spaces/1",
        "/begroting/scenario/7",
        "/gone.js",
        "/../Cargo.toml",
        "/%2e%2e/x",
    ];
    let mut paths: Vec<String> = known.addresses().chain(other).map(str::to_owned).collect();
    paths.extend(ROUTES.iter().map(Route::path));
    let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY"];
    let mut asked = 0;
    for path in &paths {
        for method in methods {
            let response = ask(method.parse().unwrap(), path, &[]).await;
            assert_secure(&response, &format!("{method} {path}"));
            asked += 1;
        }
    }
    assert_eq!(asked, paths.len() * methods.len());
}

fn assert_secure(response: &Response<Body>, what: &str) {
    let policy = header(response, "content-security-policy");
    for part in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval';",
        "style-src 'self';",
        "media-src 'self' blob:;",
        "connect-src 'self';",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types default",
    ] {
        assert!(policy.contains(part), "{what}: the policy lacks {part}");
    }
    assert!(
        !policy.contains("'unsafe-inline'")
            && !policy.contains("'unsafe-eval'")
            && !policy.contains("http"),
        "{what}: {policy}"
    );
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("origin-agent-cluster", "?1"),
        ("strict-transport-security", "max-age=63072000; includeSubDomains"),
    ] {
        assert_eq!(header(response, name), value, "{what}: {name}");
    }
    assert!(header(response, "permissions-policy").contains("microphone=(self)"), "{what}");
    assert!(!header(response, "cache-control").is_empty(), "{what} says nothing about keeping it");
}

#[tokio::test]
async fn a_page_of_the_app_is_the_same_index_on_every_address() {
    for path in ["/", "/index.html", "/begroting", "/regels/FIN-01"] {
        let response = ask(Method::GET, path, &[]).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(header(&response, "content-type"), "text/html; charset=utf-8");
        assert_eq!(header(&response, "cache-control"), "no-cache");
    }
}

#[tokio::test]
async fn what_is_not_in_the_list_is_not_found() {
    for path in
        ["/gone.js", "/notes.md", "/index.html.br", "/../../etc/hosts.txt", "/styles/main.css"]
    {
        assert_eq!(ask(Method::GET, path, &[]).await.status(), StatusCode::NOT_FOUND, "{path}");
    }
    let api = ask(Method::POST, "/api/spaces", &[]).await;
    assert_eq!(
        (api.status(), header(&api, "content-type")),
        (StatusCode::NOT_FOUND, "application/json")
    );
    assert_eq!(ask(Method::POST, "/", &[]).await.status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn only_a_name_with_its_hash_is_kept_for_ever() {
    for (path, expected) in [
        (HASHED, "public, max-age=31536000, immutable"),
        ("/sw.js", "no-cache"),
        ("/manifest.webmanifest", "no-cache"),
        ("/web.wasm", "no-cache"),
    ] {
        assert_eq!(header(&ask(Method::GET, path, &[]).await, "cache-control"), expected, "{path}");
    }
    assert_eq!(
        header(&ask(Method::GET, "/web.wasm", &[]).await, "content-type"),
        "application/wasm"
    );
}

#[tokio::test]
async fn the_smallest_form_that_the_browser_takes_is_sent() {
    for (accepted, encoding, body) in [
        ("gzip, deflate, br, zstd", "br", "brotli"),
        ("gzip", "gzip", "gzip"),
        ("br;q=0, gzip", "gzip", "gzip"),
        ("identity", "", "<!DOCTYPE html><title>Thuisnabij</title>"),
    ] {
        let response = ask(Method::GET, "/", &[("accept-encoding", accepted)]).await;
        assert_eq!(header(&response, "content-encoding"), encoding, "{accepted}");
        assert_eq!(to_bytes(response.into_body(), 1000).await.unwrap(), body.as_bytes());
    }
}

#[tokio::test]
async fn what_the_browser_has_already_is_not_sent_again() {
    let tag = header(&ask(Method::GET, "/", &[]).await, "etag").to_owned();
    let again = ask(Method::GET, "/", &[("if-none-match", &tag), ("accept-encoding", "br")]).await;
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    assert_secure(&again, "not modified");
    assert_eq!(to_bytes(again.into_body(), 10).await.unwrap().len(), 0);
}

#[test]
fn a_folder_without_a_client_says_what_to_do() {
    let folder = Folder::new();
    let problem = Assets::load(&folder.0).err().unwrap();
    assert!(
        matches!(problem, LoadError::NoClient(_))
            && problem.to_string().contains("cargo xtask start")
    );
}
