// What the parent's program needs of the browser, by name: one row per letter in a database, our own server, a file, the printer.
// Nothing here knows what is in the bytes.
"use strict";

const database = () =>
  new Promise((done, failed) => {
    const asked = indexedDB.open("ouder", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("brieven");
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });

// Answers when the transaction completed, not before.
const within = async (mode, act) => {
  const open = await database();
  try {
    return await new Promise((done, failed) => {
      const transaction = open.transaction("brieven", mode, { durability: "strict" });
      const asked = act(transaction.objectStore("brieven"));
      transaction.oncomplete = () => done(asked.result);
      transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    open.close();
  }
};

const READ = ".ouder h1, .ouder h2, .ouder .nl-paragraph, .ouder__zin, .ouder__liever span, .ouder__plaatje span, .ouder__keuze";

const voiceOf = (language) => {
  const voices = self.speechSynthesis?.getVoices() ?? [];
  return voices.find((voice) => voice.localService && voice.lang.replace("_", "-").split("-")[0] === language);
};

self.ouder = {
  fragment: () => location.hash,
  language: () => navigator.language,
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  keep: (key, bytes) => within("readwrite", (rows) => rows.put(bytes, key)),
  kept: (key) => within("readonly", (rows) => rows.get(key)),
  forget: (key) => within("readwrite", (rows) => rows.delete(key)),
  // The bytes of a good answer, null for a no of the server; no answer of ours at all is a rejection.
  post: async (route, body) => {
    const signal = AbortSignal.timeout?.(20_000);
    const headers = { "content-type": "application/cbor" };
    const options = { method: "POST", headers, body, signal, cache: "no-store", credentials: "omit", redirect: "error", referrerPolicy: "no-referrer" };
    const answer = await fetch(`/api/v1/${route}`, options);
    if (answer.headers.get("content-type") !== "application/cbor") throw new Error("not our server");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (answer.status === 429 || answer.status >= 500) throw new Error("later");
    return answer.ok ? bytes : null;
  },
  // Only a voice that is on the device itself: others send the text to somebody else's service.
  has_voice: (language) => voiceOf(language) !== undefined,
  on_voices: (then) => self.speechSynthesis?.addEventListener("voiceschanged", () => then()),
  // Sentence by sentence, because some browsers stop after a quarter of a minute; what is being read is marked.
  speak: (language) => {
    speechSynthesis.cancel();
    const voice = voiceOf(language);
    for (const element of document.querySelectorAll(READ)) {
      const own = element.closest("[lang]")?.getAttribute("lang") ?? language;
      for (const sentence of own === language ? element.innerText.split(/(?<=[.?!؟])\s+/) : []) {
        if (sentence.trim() === "") continue;
        const said = new SpeechSynthesisUtterance(sentence);
        Object.assign(said, { voice, lang: voice.lang, rate: 0.9 });
        said.onstart = () => element.classList.add("ouder__leest");
        said.onend = said.onerror = () => element.classList.remove("ouder__leest");
        speechSynthesis.speak(said);
      }
    }
  },
  hush: () => self.speechSynthesis?.cancel(),
  on_network: (then) => addEventListener("online", () => then()),
  ready: () => document.getElementById("shell")?.remove(),
  reload: () => location.reload(),
  print: () => print(),
  save: (what, type, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([what], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
};
