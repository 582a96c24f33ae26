// Keeps a complete version of the app on the device, so that it opens without network on every address.
//
// - A version is stored whole or not at all: each file must match its hash, so a login page of the Wi-Fi or half a download
//   never gets in.
// - A new version waits until the person says so; this worker never reloads a page.
// - The previous version stays until the new one has shown something true. If that never comes, the previous one opens instead.
//
// The page may send { type: "activate" } (use the waiting version now) and { type: "healthy" } (I opened my storage and
// painted); a page that knows its version from <meta name="thuisnabij-version"> adds it: { type: "healthy", version }.
"use strict";

// The build writes the list of files here: [{ url, integrity, length }].
const RELEASE = { version: "dev", files: [] };

const PREFIX = "thuisnabij-";
const CURRENT = PREFIX + RELEASE.version;
const STATE = "state-of-thuisnabij";
const INDEX = "/index.html";
const CHANCES = 3;

const files = new Set(RELEASE.files.map((file) => file.url));

// --- what is known about versions: { healthy: version or null, tries: openings of a version that is not healthy yet }

const readState = async () => {
  const kept = await (await caches.open(STATE)).match("/state");
  return kept ? kept.json() : { healthy: null, tried: null, tries: 0 };
};

const writeState = async (state) => (await caches.open(STATE)).put("/state", new Response(JSON.stringify(state)));

// --- install: everything, or nothing

// The file, when it is whole and is what the build made.
const whole = async ({ url, integrity, length }, cache) => {
  const response = await fetch(url, { integrity, cache, redirect: "error", credentials: "same-origin" });
  if (response.status !== 200) throw new Error(`${url}: status ${response.status}`);
  const copy = response.clone();
  const body = await response.arrayBuffer();
  if (body.byteLength !== length) throw new Error(`${url}: ${body.byteLength} of ${length} bytes`);
  return copy;
};

// At the first visit the page has just fetched most of it: that is not asked of the network twice. Only what is not right is.
const store = async (cache, file, first) => {
  const anew = () => whole(file, "reload");
  await cache.put(file.url, await (first ? whole(file, "default").catch(anew) : anew()));
};

const install = async () => {
  await caches.delete(CURRENT);
  try {
    const first = !(await caches.keys()).some((name) => name.startsWith(PREFIX));
    const cache = await caches.open(CURRENT);
    await Promise.all(RELEASE.files.map((file) => store(cache, file, first)));
    const count = (await cache.keys()).length;
    if (count !== files.size) throw new Error(`${count} of ${files.size} files`);
  } catch (problem) {
    await caches.delete(CURRENT);
    throw problem;
  }
};

// --- clean up: what no version needs any more

const forget = async (needed) => {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && !needed.includes(name));
  // A version that is being made ready or waits is not ours to delete.
  if (registration.installing || registration.waiting) return;
  await Promise.all(names.map((name) => caches.delete(name)));
};

const activate = async () => {
  const { healthy } = await readState();
  await forget([CURRENT, PREFIX + healthy]);
  await clients.claim();
};

const onHealthy = async (version) => {
  const state = await readState();
  if (version ? version !== RELEASE.version : usesPrevious(state)) return;
  if (state.healthy !== RELEASE.version) await writeState({ healthy: RELEASE.version, tried: null, tries: 0 });
  // Another window may still run the previous version and ask for one of its files.
  if ((await clients.matchAll({ type: "window" })).length <= 1) await forget([CURRENT]);
};

// --- answer

// After three openings without a healthy page the previous version opens; each fourth time the new one gets another chance.
const usesPrevious = ({ healthy, tried, tries }) =>
  healthy !== null && healthy !== RELEASE.version && tried === RELEASE.version && tries >= CHANCES && tries % 4 !== 2;

const open = async (event) => {
  const state = await readState();
  let kept = await (await caches.open(CURRENT)).match(INDEX);
  if (state.healthy !== RELEASE.version) {
    const tries = state.tried === RELEASE.version ? state.tries : 0;
    if (usesPrevious(state)) kept = (await caches.match(INDEX, { cacheName: PREFIX + state.healthy })) ?? kept;
    event.waitUntil(writeState({ ...state, tried: RELEASE.version, tries: tries + 1 }));
  }
  return kept ?? fetch(event.request);
};

const asset = async (request, pathname) => {
  const options = { ignoreVary: true };
  const own = await (await caches.open(CURRENT)).match(pathname, options);
  return own ?? (await caches.match(pathname, options)) ?? fetch(request);
};

const onFetch = (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  // A parent's pages have a worker of their own; the app does not answer for them.
  if (pathname.startsWith("/ouder/")) return;
  if (pathname === "/sw.js" || pathname === "/healthz" || pathname.startsWith("/api/")) return;
  const isPage = request.mode === "navigate" && !(files.has(pathname) && pathname !== INDEX);
  event.respondWith(isPage ? open(event) : asset(request, pathname));
};

if (RELEASE.files.length > 0) {
  addEventListener("install", (event) => event.waitUntil(install()));
  addEventListener("activate", (event) => event.waitUntil(activate()));
  addEventListener("fetch", onFetch);
  addEventListener("message", (event) => {
    if (event.data?.type === "activate") event.waitUntil(skipWaiting());
    if (event.data?.type === "healthy") event.waitUntil(onHealthy(event.data.version));
  });
} else {
  // While developing there is no list: every request goes to the network, and a release that was served here before makes way.
  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(forget([])));
}
