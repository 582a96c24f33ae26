// Keeps the parent's pages, and nothing of the app, on the phone. A version is stored whole or not at all; the newest counts at once,
// because a page that is open has everything that it needs.
"use strict";

// The build writes the list of files here: [{ url, integrity, length }].
const RELEASE = { version: "dev", files: [] };

const PREFIX = "ouder-";
const CURRENT = PREFIX + RELEASE.version;
const INDEX = "/ouder/index.html";

const whole = async ({ url, integrity, length }, cache) => {
  const response = await fetch(url, { integrity, cache, redirect: "error", credentials: "same-origin" });
  if (response.status !== 200) throw new Error(`${url}: status ${response.status}`);
  const copy = response.clone();
  if ((await response.arrayBuffer()).byteLength !== length) throw new Error(`${url}: not whole`);
  return copy;
};

// What the page has just fetched is not asked of the network, and paid for, twice. Only what is not right is.
const store = async (cache, file, first) => {
  const anew = () => whole(file, "reload");
  await cache.put(file.url, await (first ? whole(file, "default").catch(anew) : anew()));
};

const install = async () => {
  try {
    const first = !(await caches.keys()).some((name) => name.startsWith(PREFIX));
    const cache = await caches.open(CURRENT);
    await Promise.all(RELEASE.files.map((file) => store(cache, file, first)));
  } catch (problem) {
    await caches.delete(CURRENT);
    throw problem;
  }
  await skipWaiting();
};

const activate = async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CURRENT);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
};

const answer = async (request, pathname) => {
  const name = request.mode === "navigate" ? INDEX : pathname;
  return (await caches.match(name, { cacheName: CURRENT, ignoreVary: true })) ?? fetch(request);
};

if (RELEASE.files.length > 0) {
  addEventListener("install", (event) => event.waitUntil(install()));
  addEventListener("activate", (event) => event.waitUntil(activate()));
  addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== location.origin || pathname.startsWith("/api/")) return;
    event.respondWith(answer(request, pathname));
  });
} else {
  addEventListener("install", () => skipWaiting());
}
