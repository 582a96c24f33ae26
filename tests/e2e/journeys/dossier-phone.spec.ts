// What goes wrong on a parent's phone: it is closed or locked while somebody speaks, its disk keeps or reads something not, another server
// answers. Nothing that was said is lost, and nothing is called kept that is not.
import { type Page } from "@playwright/test";
import { beginDossier, kept, letter } from "../fixtures/dossier";
import { accessible, expect, test } from "../fixtures/journey";
import { ANNA } from "../fixtures/people";
import { BETWEEN_DEVICES } from "../fixtures/sharing";
import { DIST } from "../fixtures/site";
import { lockScreen } from "../fixtures/sound";

test.use({ tolerated: BETWEEN_DEVICES });

const MAY_RECORD = { permissions: ["microphone"] };
const TOO_SOON = /^De opname stopte te vroeg\. De eerste 0:0[3-9] staat erop\.$/;
const NOT_KEPT = "Dit apparaat kan niets bewaren. Laat deze pagina open tot u hebt verstuurd.";

/** A phone with the first question of a letter. */
async function asked(anna: Page, phone: (locale: string, more?: object) => Promise<Page>, before?: (page: Page) => Promise<void>): Promise<[Page, string]> {
  await beginDossier(anna);
  const link = await letter(anna, "Fatma");
  const page = await phone("nl-NL", MAY_RECORD);
  await before?.(page);
  await page.goto(link);
  await page.getByRole("button", { name: "Begin" }).click();
  return [page, link];
}

async function speak(page: Page, until: string): Promise<void> {
  await page.getByRole("button", { name: "Neem mijn stem op" }).click();
  await expect(page.getByRole("timer")).toHaveText(`${until} van 2:00`, { timeout: 15_000 });
}

/** The disk refuses what concerns recordings, or everything, in reading, writing or erasing, for as long as this page says so. */
async function moody(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const act of ["get", "put", "delete"] as const) {
      const right = IDBObjectStore.prototype[act] as (...words: unknown[]) => IDBRequest;
      Object.assign(IDBObjectStore.prototype, {
        [act](this: IDBObjectStore, ...words: unknown[]) {
          const key = String(words[act === "put" ? 1 : 0]);
          const refuses = sessionStorage.getItem(act);
          if (refuses === "all" || (refuses && key.includes(" "))) throw new DOMException("no", "UnknownError");
          return right.apply(this, words);
        },
      });
    }
  });
}

const mood = (page: Page, act: "get" | "put" | "delete", refuses: "sounds" | "all" | "nothing") =>
  page.evaluate(([act, refuses]) => (refuses === "nothing" ? sessionStorage.removeItem(act) : sessionStorage.setItem(act, refuses)), [act, refuses] as const);

/** The rows of letters, without the one that says which window has the letter. */
const rows = async (page: Page) => (await allRows(page)).filter((row) => !row.endsWith("!"));

const allRows = (page: Page) =>
  page.evaluate(async () => {
    const open = indexedDB.open("ouder");
    const database = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)));
    const keys = database.transaction("brieven").objectStore("brieven").getAllKeys();
    const all = await new Promise<IDBValidKey[]>((done) => (keys.onsuccess = () => done(keys.result)));
    database.close();
    return all.map(String);
  });

test("a page that is closed while somebody speaks has what was said when it is opened again", async ({ meet, phone }) => {
  test.setTimeout(90_000);
  const [closed, link] = await asked(await meet(ANNA), phone);
  await kept(closed);
  await speak(closed, "0:05");
  await expect(closed.getByText("Bewaard op dit apparaat")).toBeVisible();
  await closed.close();
  const page = await closed.context().newPage();
  await page.goto(link);
  await expect(page.getByText(TOO_SOON)).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Luister" }).click();
  await expect(page.getByRole("button", { name: "Luister" }), "it is heard to its end").toBeVisible({ timeout: 15_000 });
  await expect(page.getByText(TOO_SOON)).toBeVisible();
  // A new try that breaks off as well throws nothing of before away.
  const length = () => page.getByText(TOO_SOON).innerText();
  const before = await length();
  await page.getByRole("button", { name: "Neem opnieuw op" }).click();
  await expect(page.getByRole("timer")).toHaveText("0:03 van 2:00");
  await expect.poll(() => rows(page).then((all) => all.length), "the letter and both recordings").toBe(3);
  await lockScreen(page);
  await page.getByRole("button", { name: "Gooi de opname weg" }).click();
  await expect.poll(length).toBe(before);
  await page.getByRole("button", { name: "Gooi de opname weg" }).click();
  await expect(page.getByRole("button", { name: "Neem mijn stem op" })).toBeVisible();
  await expect.poll(() => rows(page).then((all) => all.length), "what was thrown away is gone").toBe(1);
});

test("a phone that is locked while somebody speaks stops and keeps, and what was whole before comes back", async ({ meet, phone }) => {
  test.setTimeout(90_000);
  const [page] = await asked(await meet(ANNA), phone);
  await speak(page, "0:02");
  await page.getByRole("button", { name: "Klaar met opnemen" }).click();
  await expect(page.getByText(/^Uw opname duurt 0:0[2-4]\.$/)).toBeVisible();
  await page.getByRole("button", { name: "Neem opnieuw op" }).click();
  await expect(page.getByRole("timer")).toHaveText("0:04 van 2:00");
  await lockScreen(page);
  await expect(page.getByText(TOO_SOON)).toBeVisible();
  await expect(page.getByText("Bewaard op dit apparaat")).toBeVisible();
  await page.reload();
  await expect(page.getByText(TOO_SOON)).toBeVisible();
  await page.getByRole("button", { name: "Gooi de opname weg" }).click();
  await expect(page.getByText(/^Uw opname duurt 0:0[2-4]\.$/), "the whole one of before").toBeVisible();
});

test("going to the next page while speaking keeps all of it", async ({ meet, phone }) => {
  const [page] = await asked(await meet(ANNA), phone);
  await speak(page, "0:02");
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.getByText("Vraag 2 van 2")).toBeVisible();
  await page.getByRole("button", { name: "Terug" }).click();
  await expect(page.getByText(/^Uw opname duurt 0:0[2-4]\.$/)).toBeVisible();
});

test("a recording that the disk does not take is not called kept until it is", async ({ meet, phone }) => {
  const [page] = await asked(await meet(ANNA), phone, moody);
  await mood(page, "put", "sounds");
  await speak(page, "0:02");
  await page.getByRole("button", { name: "Klaar met opnemen" }).click();
  await expect(page.getByRole("alert")).toHaveText(NOT_KEPT);
  await page.getByLabel("Uw antwoord", { exact: true }).fill("Buiten.");
  await expect.poll(() => rows(page), "the draft is written, and that says nothing of the recording").toHaveLength(1);
  await expect(page.getByRole("alert")).toHaveText(NOT_KEPT);
  await expect(page.getByText("Bewaard op dit apparaat")).toHaveCount(0);
  await mood(page, "put", "nothing");
  await page.getByLabel("Uw antwoord", { exact: true }).fill("Buiten spelen.");
  await expect(page.getByText("Bewaard op dit apparaat")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveText("");
  await page.reload();
  await expect(page.getByText(/^Uw opname duurt 0:0[2-4]\.$/)).toBeVisible();
});

test("a recording that cannot be read now stays, and everything of a letter goes when it is erased", async ({ meet, phone }) => {
  test.setTimeout(90_000);
  const [page] = await asked(await meet(ANNA), phone, moody);
  await speak(page, "0:02");
  await page.getByRole("button", { name: "Klaar met opnemen" }).click();
  await expect(page.getByText(/^Uw opname duurt 0:0[2-4]\.$/)).toBeVisible();
  await expect(page.getByText("Bewaard op dit apparaat")).toBeVisible();
  await mood(page, "get", "sounds");
  await page.reload();
  const waits = page.getByRole("status").filter({ hasText: "Uw opname is er nog. Wij kunnen haar nu niet openen." });
  await expect(waits).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByRole("button", { name: "Verstuur" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Uw verhaal is klaar" })).toBeVisible();
  await expect(waits, "why it has not left").toBeVisible();
  await mood(page, "get", "nothing");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Uw verhaal is verstuurd" }), "nothing was struck").toBeVisible();
  await page.evaluate(async () => {
    const open = indexedDB.open("ouder");
    const database = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)));
    const change = database.transaction("brieven", "readwrite");
    const store = change.objectStore("brieven");
    const keys = store.getAllKeys();
    keys.onsuccess = () => store.put(new Uint8Array(8), `${String(keys.result[0])} 00`);
    await new Promise((done) => (change.oncomplete = done));
    database.close();
  });
  const erase = page.getByRole("button", { name: "Wis mijn antwoorden van dit apparaat" });
  const gone = page.getByRole("status").filter({ hasText: "Op dit apparaat staat niets meer." });
  await mood(page, "delete", "all");
  await erase.click();
  await expect(page.getByRole("status").filter({ hasText: "Het wissen lukte niet. Probeer het opnieuw." })).toBeVisible();
  await expect(gone, "it is said only when it is so").toHaveCount(0);
  expect((await rows(page)).length, "nothing went").toBeGreaterThan(1);
  await mood(page, "delete", "nothing");
  await erase.click();
  await expect(gone).toBeVisible();
  await expect.poll(() => allRows(page), "also what no draft names").toEqual([]);
});

test.describe("a server that cannot take it now", () => {
  test.use({ tolerated: [new RegExp(`${BETWEEN_DEVICES[0].source}|status of 503 .*/box/give`)] });

  test("what is not at the school yet goes on by itself or at a tap, and is not erased without asking", async ({ meet, phone }) => {
    const [page] = await asked(await meet(ANNA), phone);
    await page.getByLabel("Uw antwoord", { exact: true }).fill("Buiten spelen.");
    await page.getByRole("button", { name: "Verder" }).click();
    await page.getByRole("button", { name: "Verder" }).click();
    // There is internet; the server cannot take it now.
    await page.route("**/api/v1/box/give", (route) => route.fulfill({ status: 503, contentType: "application/cbor", body: "" }));
    await page.getByRole("button", { name: "Verstuur" }).click();
    const stuck = page.getByRole("status").filter({ hasText: "Versturen lukt nu niet. Wij proberen het steeds opnieuw." });
    await expect(stuck).toBeVisible();
    await page.getByRole("button", { name: "Wis mijn antwoorden van dit apparaat" }).click();
    const asks = page.getByRole("alert").filter({ hasText: "Nog niet alles is verstuurd." });
    await expect(asks).toBeVisible();
    await accessible(page);
    await page.getByRole("button", { name: "Nee", exact: true }).click();
    await expect(asks).toHaveCount(0);
    await expect(page.getByText("Buiten spelen.")).toBeVisible();
    await page.unroute("**/api/v1/box/give");
    await page.getByRole("button", { name: "Probeer opnieuw" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Uw verhaal is verstuurd" })).toBeVisible();
    await expect(stuck).toHaveCount(0);
  });
});

test("answers that cannot be read at the start are not written over", async ({ meet, phone }) => {
  const [page] = await asked(await meet(ANNA), phone, moody);
  const answer = page.getByLabel("Uw antwoord", { exact: true });
  await answer.fill("Buiten spelen.");
  await expect(page.getByText("Bewaard op dit apparaat")).toBeVisible();
  await mood(page, "get", "all");
  await page.reload();
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("alert"), "it works, and keeps nothing").toHaveText(NOT_KEPT);
  await mood(page, "get", "nothing");
  await answer.fill("Iets anders.");
  await expect(page.getByRole("alert")).toHaveText(NOT_KEPT);
  await page.reload();
  await expect(answer).toHaveValue("Buiten spelen.");
});

test("a letter that is not at the server yet may come later: the phone says so and looks again", async ({ meet, phone }) => {
  const anna = await meet(ANNA);
  await beginDossier(anna);
  await anna.route("**/api/v1/box/**", (route) => route.abort());
  const fatma = anna.locator(".invitation", { has: anna.getByRole("heading", { level: 2, name: "Fatma" }) });
  await fatma.getByRole("button", { name: /^Maak een brief met link/ }).click();
  const page = await phone("nl-NL");
  await page.goto(await fatma.getByLabel("De link voor deze ouder").inputValue());
  await expect(page.getByRole("heading", { level: 1, name: "Deze link werkt nog niet, of niet meer." })).toBeVisible();
  await anna.unroute("**/api/v1/box/**");
  await expect(fatma.getByText("De link werkt.")).toBeVisible();
  await page.getByRole("button", { name: "Probeer opnieuw" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Vertel over/ })).toBeVisible();
});

test("a phone that meets another server than before says so and goes on", async ({ meet, phone, site }) => {
  const [page] = await asked(await meet(ANNA), phone);
  await kept(page);
  await expect.poll(() => site.asked.includes("/api/v1/box/receipt")).toBe(true);
  await page.reload();
  await expect(page.getByText("Bewaard op dit apparaat")).toBeVisible();
  const other = page.getByText("Deze pagina komt nu van een andere computer dan eerst. Klopt dat? Vraag het aan Anna.");
  await expect(other).toHaveCount(0);
  await site.release(DIST);
  await page.reload();
  await expect(other).toBeVisible();
  await accessible(page);
  await page.getByLabel("Uw antwoord", { exact: true }).fill("Buiten.");
  await expect(page.getByText("Bewaard op dit apparaat")).toBeVisible();
});

const ELSEWHERE = "Deze brief is nu in een ander venster open. Ga daar verder.";

test("a letter that is opened once more goes on there, and the window of before writes nothing over it", async ({ meet, phone }) => {
  const [before, link] = await asked(await meet(ANNA), phone);
  const answer = (page: Page) => page.getByLabel("Uw antwoord", { exact: true });
  await answer(before).fill("Buiten spelen.");
  await expect(before.getByText("Bewaard op dit apparaat")).toBeVisible();
  const page = await before.context().newPage();
  await page.goto(link);
  await expect(answer(page), "where it was left").toHaveValue("Buiten spelen.");
  await expect(before.getByRole("status")).toHaveText(ELSEWHERE);
  await expect(answer(before)).toHaveCount(0);
  await accessible(before);
  await answer(page).fill("Buiten spelen en koken.");
  await expect(page.getByText("Bewaard op dit apparaat")).toBeVisible();
  // Whatever it was still busy with.
  const [row] = await rows(page);
  const written = await before.evaluate((row) => {
    const { ouder } = window as unknown as { ouder: { keep(row: string, bytes: Uint8Array): Promise<unknown> } };
    return ouder.keep(row, new Uint8Array(8)).then(
      () => true,
      () => false,
    );
  }, row!);
  expect(written).toBe(false);
  await before.getByRole("button", { name: "Ga hier verder" }).click();
  await expect(answer(before), "what was written last").toHaveValue("Buiten spelen en koken.");
  await expect(answer(page)).toHaveCount(0);
});

test("what could not be kept is nowhere else, so that window does not give the letter away", async ({ meet, phone }) => {
  const [page, link] = await asked(await meet(ANNA), phone, moody);
  const answer = page.getByLabel("Uw antwoord", { exact: true });
  await mood(page, "put", "all");
  await answer.fill("Buiten spelen.");
  await expect(page.getByRole("alert")).toHaveText(NOT_KEPT);
  const other = await page.context().newPage();
  await other.goto(link);
  await expect(other.getByRole("status")).toHaveText(ELSEWHERE);
  await expect(answer).toHaveValue("Buiten spelen.");
  await mood(page, "put", "nothing");
  await answer.fill("Buiten spelen en koken.");
  await expect(page.getByText("Bewaard op dit apparaat")).toBeVisible();
  await page.reload();
  await expect(answer).toHaveValue("Buiten spelen en koken.");
});

test("another letter in the same window is that letter, and the first one keeps its answers", async ({ meet, phone }) => {
  const anna = await meet(ANNA);
  const [page, link] = await asked(anna, phone);
  const answer = page.getByLabel("Uw antwoord", { exact: true });
  await answer.fill("Buiten spelen.");
  await expect(page.getByText("Bewaard op dit apparaat")).toBeVisible();
  const other = await letter(anna, "Emre");
  await page.evaluate((other) => location.assign(other), other);
  await expect(page.getByRole("button", { name: "Begin" })).toBeVisible();
  await page.evaluate((link) => location.assign(link), link);
  await expect(answer).toHaveValue("Buiten spelen.");
});

test("the browser's own button goes back a page, and out of what was sent", async ({ meet, phone }) => {
  const [page] = await asked(await meet(ANNA), phone);
  const answer = page.getByLabel("Uw antwoord", { exact: true });
  const heading = (name: string) => expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeFocused();
  await answer.fill("Buiten spelen.");
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByRole("button", { name: "Verder" }).click();
  await heading("Lees uw antwoorden na");
  await page.goBack();
  await expect(page.getByText("Vraag 2 van 2")).toBeVisible();
  await page.goBack();
  await expect(page.getByText("Vraag 1 van 2")).toBeVisible();
  await expect(answer).toHaveValue("Buiten spelen.");
  await page.reload();
  await expect(page.getByText("Vraag 1 van 2")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("button", { name: "Begin" })).toBeVisible();
  for (const button of ["Begin", "Verder", "Verder", "Verstuur"]) await page.getByRole("button", { name: button }).click();
  await heading("Uw verhaal is verstuurd");
  await page.goBack();
  await expect(page, "out of the letter").toHaveURL("about:blank");
});
