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
const RATE = 0.9;
const SLOW = 0.6;

// Only a voice that is on the device itself: others send the text to somebody else's service.
const voiceOf = (language) => {
  const voices = self.speechSynthesis?.getVoices() ?? [];
  return voices.find((voice) => voice.localService && voice.lang.replace("_", "-").split("-")[0] === language);
};

// The sentences of an element, each with its place: one is said at a time, because some browsers stop after a quarter of a minute.
const sentencesOf = (element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const place = (at) => {
    for (const node of nodes) {
      if (at <= node.length) return [node, at];
      at -= node.length;
    }
  };
  const text = nodes.map((node) => node.data).join("");
  const found = [...text.matchAll(/\S.*?(?:[.?!؟]+(?=\s|$)|$)/gm)];
  return found.map(({ 0: words, index }) => {
    const range = new Range();
    range.setStart(...place(index));
    range.setEnd(...place(index + words.length));
    return { words: words.trim(), range };
  });
};

// What is being read is marked: the sentence, or where a browser cannot do that, all of its element.
const mark = (range) => {
  document.querySelector(".ouder__leest")?.classList.remove("ouder__leest");
  CSS.highlights?.delete("leest");
  if (!range) return;
  if (CSS.highlights) CSS.highlights.set("leest", new Highlight(range));
  else range.startContainer.parentElement?.classList.add("ouder__leest");
};

// Sentences as a person recorded them, where an organisation did that: the page says in which languages. What was heard once is kept.
const LISTS = JSON.parse(document.documentElement.dataset.stem ?? "{}");
const VOICES = "stem";

const brought = async (address) => {
  const cache = await caches.open(VOICES);
  const kept = await cache.match(address);
  if (kept) return kept;
  const answer = await fetch(address, { credentials: "omit", redirect: "error" });
  if (answer.status !== 200) throw new Error(address);
  await cache.put(address, answer.clone());
  return answer;
};

const listOf = async (language) => {
  const cache = await caches.open(VOICES);
  const is_new = !(await cache.match(LISTS[language]));
  const list = await (await brought(LISTS[language])).json();
  const own = [LISTS[language], ...Object.values(list)];
  for (const { url } of is_new ? await cache.keys() : []) {
    const { pathname } = new URL(url);
    if (pathname.startsWith(`/ouder/stem/${language}`) && !own.includes(pathname)) await cache.delete(url);
  }
  return list;
};

const recorded = async (words, language) => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words)));
  const name = Array.from(hash.subarray(0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const address = (await listOf(language))[name];
  return address && (await brought(address)).blob();
};

// Reading aloud. It begins when somebody asks, and a sentence that was broken off is said again from its beginning.
let reading;
let slow = false;
let own = true;
let tell = () => {};
const player = new Audio();

const quiet = () => {
  self.speechSynthesis?.cancel();
  self.recorder?.hush();
  player.pause();
  mark();
};

const hush = () => {
  if (!reading) return;
  reading = undefined;
  quiet();
  tell();
};

const say = (words, language, over) => {
  const voice = own && voiceOf(language);
  if (!voice) return over();
  const said = new SpeechSynthesisUtterance(words);
  Object.assign(said, { voice, lang: voice.lang, rate: slow ? SLOW : RATE, onend: over, onerror: over });
  speechSynthesis.speak(said);
};

// Whether a recording is heard, or nobody waits for it any more.
const played = async (words, language, waits, over) => {
  try {
    const sound = await recorded(words, language);
    if (!sound || !waits()) return !waits();
    URL.revokeObjectURL(player.src);
    player.src = URL.createObjectURL(sound);
    player.playbackRate = slow ? SLOW / RATE : 1;
    player.onended = over;
    await player.play();
    return true;
  } catch {
    return !waits();
  }
};

const onward = async () => {
  const mine = reading;
  const part = mine.parts[mine.at];
  if (!part) return hush();
  const turn = {};
  mine.turn = turn;
  mark(part.range);
  // What was broken off does not go on.
  const waits = () => reading === mine && mine.turn === turn;
  const over = () => {
    if (!waits()) return;
    mine.at += 1;
    onward();
  };
  if (mine.language in LISTS && (await played(part.words, mine.language, waits, over))) return;
  if (waits()) say(part.words, mine.language, over);
};

const begin = (language) => {
  const here = (element) => (element.closest("[lang]")?.getAttribute("lang") ?? language) === language;
  reading = undefined;
  quiet();
  const parts = [...document.querySelectorAll(READ)].filter(here).flatMap(sentencesOf);
  reading = { parts, at: 0, language, stands: false };
  onward();
  tell();
};

const broken = () => {
  reading.turn = undefined;
  self.speechSynthesis?.cancel();
  player.pause();
};

// Which window has the letter: its seal stands in a row, and whoever has another one writes nothing any more. Asked and written in one
// transaction, so that a window that slept through it writes nothing either. A seal that the disk refused goes with the next row.
let owned;
let stands = true;
const seal = crypto.getRandomValues(new Uint8Array(8));
const OWNER = "!";

const put_seal = (rows) => rows.put(seal, owned + OWNER);

const fenced = async (act) => {
  await within("readwrite", (rows) => {
    const asked = rows.get(owned + OWNER);
    asked.onsuccess = () => {
      try {
        if (!stands) put_seal(rows);
        else if (String(asked.result ?? seal) !== String(seal)) throw new Error("another window has it");
        act(rows);
      } catch {
        asked.transaction.abort();
      }
    };
    return asked;
  });
  stands = true;
};

// The button of the browser goes back a page of the letter, and from a page that nothing comes before it leaves.
const letter = location.hash;
let depth = history.state?.depth ?? 0;
addEventListener("hashchange", () => location.hash !== letter && location.reload());

self.ouder = {
  fragment: () => location.hash,
  language: () => navigator.language,
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  keep: (key, bytes) => fenced((rows) => rows.put(bytes, key)),
  // A disk that is busy gets a second chance.
  kept: (key) => {
    const read = () => within("readonly", (rows) => rows.get(key));
    return read().catch(() => new Promise((done) => setTimeout(done, 300)).then(read));
  },
  forget: (start) => fenced((rows) => rows.delete(IDBKeyRange.bound(start, `${start}\uffff`))),
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
  has_voice: (language) => voiceOf(language) !== undefined,
  // Called when the device has found its voices, and when reading begins, stands still, goes on or ends.
  on_voices: (then) => {
    tell = then;
    self.speechSynthesis?.addEventListener("voiceschanged", () => then());
  },
  // Whether it is being read: true, false while it stands still, nothing otherwise.
  reads: () => reading && !reading.stands,
  // One button: begins, stands still, goes on.
  read: (language) => {
    if (!reading) return begin(language);
    broken();
    reading.stands = !reading.stands;
    if (!reading.stands) onward();
    tell();
  },
  again: begin,
  slower: (on) => {
    slow = on;
    if (!reading || reading.stands) return;
    broken();
    onward();
  },
  // Whether sentences of this language were recorded, and whether the device's own voice may say the others.
  has_recordings: (language) => language in LISTS,
  own_voice: (may) => void (own = may),
  hush,
  // One window writes a letter: the newest. The one before is told, and writes nothing from then on.
  own: (name, lost) =>
    new Promise((mine) => {
      owned = name;
      const hold = async () => {
        stands = await within("readwrite", put_seal).then(() => true, () => false);
        mine();
        return new Promise(() => {});
      };
      const locked = navigator.locks?.request(`brief ${name}`, { steal: true }, hold) ?? Promise.reject(new Error("no locks"));
      locked.catch((why) => {
        mine();
        if (why.name !== "AbortError") return;
        stands = true;
        lost();
      });
    }),
  // Another page of the letter; whether one can go back from it.
  turned: (has_back) => {
    const by = depth;
    depth = has_back ? depth + 1 : 0;
    if (has_back) history.pushState({ depth }, "");
    else if (by) history.go(-by);
  },
  on_back: (then) =>
    addEventListener("popstate", ({ state }) => {
      const now = state?.depth ?? 0;
      const is_back = now < depth && location.hash === letter;
      depth = now;
      if (is_back) then();
    }),
  // A server that could not take it is there again without a word of the browser.
  on_network: (then) => {
    const seen = () => document.hidden || then();
    addEventListener("online", () => then());
    document.addEventListener("visibilitychange", seen);
    setInterval(seen, 30_000);
  },
  // Not cleared away when room runs out. Whether it may is the browser's to say.
  persist: () => void navigator.storage?.persist?.().catch(() => {}),
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
