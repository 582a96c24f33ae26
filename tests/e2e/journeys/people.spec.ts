// A name and a PIN, and what they keep from whom: beginning, locking, guessing, sharing a tablet, forgetting, leaving (F07, F29, I14).
import { readFileSync } from "node:fs";
import { type Page } from "@playwright/test";
import { acceptGuesses, beginBudget, Lever, openChoices, saved } from "../fixtures/budget";
import { accessible, expect, looked, MINUTE, opened, silence, started, test } from "../fixtures/journey";
import { ANNA, begin, BRAM, enter, lock, tryPin, unlock } from "../fixtures/people";

const pinField = (page: Page) => page.getByLabel("Pincode of wachtzin", { exact: true });

/** Turns the lever once; tells what it then is. */
async function turn(page: Page): Promise<number> {
  const lever = await openChoices(page);
  await lever.more.click();
  await saved(page);
  return lever.value();
}

test("asks a name and a PIN and nothing else, and finds everything back after locking", async ({ page }) => {
  await page.goto("/");
  await started(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welkom bij Thuisnabij");
  expect(await page.locator("main input").count()).toBe(3);
  await accessible(page);
  await page.getByLabel("Je naam").fill(ANNA.name);
  await pinField(page).fill("123456");
  await page.getByLabel("Nog een keer").fill("654321");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByText("Dit is niet twee keer hetzelfde")).toBeVisible();
  await page.getByLabel("Nog een keer").fill("123456");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByText("te makkelijk te raden")).toBeVisible();
  await expect(pinField(page)).toBeFocused();
  await begin(page, ANNA);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await beginBudget(page);
  expect(await turn(page)).toBe(1000);
  await lock(page);
  await expect(page.getByText("Uitvoeringsorganisatie")).toHaveCount(0);
  await accessible(page);
  await unlock(page, ANNA);
  expect(await (await Lever.find(page)).value()).toBe(1000);
});

test("rules and explanations can be read without getting in, and everything else is behind the lock", async ({ page }) => {
  await page.goto("/");
  await enter(page);
  await lock(page);
  for (const route of ["/regels", "/regels/RES-02", "/instellingen", "/beginscherm", "/toegankelijkheid", "/over"]) {
    await page.goto(route);
    await started(page);
    await expect(pinField(page), route).toHaveCount(0);
  }
  for (const route of ["/", "/begroting", "/begroting/keuzes", "/delen", "/persoon", "/herstelkaart", "/herstel", "/aanmelden", "/later"]) {
    await page.goto(route);
    await started(page);
    await expect(pinField(page), route).toBeVisible();
  }
});

test("wrong PINs slow down, also after a reload, and never wipe", async ({ page }) => {
  await beginBudget(page);
  await lock(page);
  for (let attempt = 0; attempt < 4; attempt += 1) {
    await tryPin(page, "111112");
    await expect(page.getByText("Dit klopt niet. Probeer het nog eens.")).toBeVisible();
    await expect(pinField(page)).toHaveValue("");
  }
  await tryPin(page, "111112");
  await expect(page.getByText(/Dit klopt weer niet.*\(30 seconden\)/)).toBeVisible();
  await accessible(page);
  await page.reload();
  await started(page);
  await tryPin(page, ANNA.pin);
  await expect(page.getByText(/nog niet opnieuw proberen.*\(30 seconden\)/)).toBeVisible();
  await silence(page, 31_000);
  await unlock(page, ANNA);
  await expect(page.getByRole("heading", { level: 1, name: /Overzicht/ })).toBeVisible();
});

test("two people on one tablet do not see each other's work", async ({ page }) => {
  await beginBudget(page);
  await acceptGuesses(page);
  expect(await turn(page)).toBe(1000);
  await lock(page);
  await page.getByRole("button", { name: "Nieuw op dit apparaat" }).click();
  await accessible(page);
  await begin(page, BRAM);
  await expect(page.getByRole("radio", { name: /Noord-Kennemerland/ })).toBeVisible();
  await expect(page.locator("body")).not.toContainText("Uitvoeringsorganisatie");
  await lock(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wie ben je?");
  await accessible(page);
  const kept = await page.evaluate(everythingKept);
  for (const databases of [kept.local, kept.rows]) expect(databases).not.toContain("Noord-Kennemerland");
  expect(kept.names.filter((name) => /^thuisnabij-[0-9a-f]{32}$/.test(name))).not.toEqual([]);
  expect(kept.rows).toContain("Bram");
  await unlock(page, ANNA);
  await page.goto("/begroting/keuzes");
  await enter(page, ANNA);
  expect(await (await Lever.find(page)).value()).toBe(1000);
});

/** Local storage, cookies and every row of every database, as text. */
async function everythingKept(): Promise<{ local: string; rows: string; names: string[] }> {
  const latin = new TextDecoder("latin1");
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  let rows = "";
  const names: string[] = [];
  for (const { name } of await indexedDB.databases()) {
    names.push(name!);
    const database = await answer(indexedDB.open(name!));
    for (const store of database.objectStoreNames) {
      const all = await answer(database.transaction(store).objectStore(store).getAll());
      for (const value of all) rows += value instanceof Uint8Array ? latin.decode(value) : JSON.stringify(value);
    }
    database.close();
  }
  return { local: JSON.stringify({ ...localStorage }) + document.cookie, rows, names };
}

test("locks by itself at the chosen minute, and saves what was being typed", async ({ page }) => {
  await beginBudget(page);
  await page.goto("/persoon");
  await enter(page);
  await accessible(page);
  await page.getByLabel("Vergrendel vanzelf na").selectOption("5");
  await expect(page.getByText("Bewaard.", { exact: true })).toBeVisible();
  await page.goto("/begroting/keuzes");
  await enter(page);
  const lever = await Lever.find(page);
  await lever.number.fill("7000");
  await silence(page, 5 * MINUTE - 1);
  await looked(page);
  await expect(lever.group).toBeVisible();
  await silence(page, 5 * MINUTE);
  await expect(page.getByRole("heading", { level: 1, name: "Vergrendeld" })).toBeVisible();
  await unlock(page, ANNA);
  expect(await (await Lever.find(page)).value()).toBe(7000);
});

test("a forgotten PIN: the recovery sheet opens and a new PIN holds", async ({ page }) => {
  await beginBudget(page);
  expect(await turn(page)).toBe(1000);
  await page.getByRole("link", { name: ANNA.name }).click();
  await page.getByRole("link", { name: "Maak de herstelkaart" }).click();
  await accessible(page);
  await page.getByLabel(/Je pincode of wachtzin van nu/).fill(ANNA.pin);
  await page.getByRole("button", { name: "Maak de herstelkaart" }).click();
  const groups = page.locator(".kit__groups > li");
  await expect(groups).toHaveCount(14);
  await accessible(page);
  const code = (await groups.allInnerTexts()).join(" ");
  expect(code).toMatch(/^([0-9A-Z]{4} ?){14}$/);
  await page.emulateMedia({ media: "print" });
  expect((await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: "screen" });
  await lock(page);
  await page.getByRole("button", { name: "Ik ben mijn pincode vergeten" }).click();
  await accessible(page);
  await page.getByLabel("Code van je herstelkaart").fill(code.slice(5));
  await page.getByLabel("Nieuwe pincode of wachtzin").fill("de kat slaapt");
  await page.getByLabel("Nog een keer").fill("de kat slaapt");
  await page.getByRole("button", { name: "Open met de herstelkaart" }).click();
  await expect(page.getByText("De code heeft 56 tekens en hier staan er 52.")).toBeVisible();
  await page.getByLabel("Code van je herstelkaart").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Open met de herstelkaart" }).click();
  await expect(page.locator(".who__name")).toContainText(ANNA.name);
  await lock(page);
  await tryPin(page, ANNA.pin);
  await expect(page.getByText("Dit klopt niet.")).toBeVisible();
  await unlock(page, { ...ANNA, pin: "de kat slaapt" });
});

test("who leaves is asked for a copy first, and then leaves nothing that opens", async ({ page }) => {
  await beginBudget(page);
  await page.goto("/persoon");
  await enter(page);
  await page.getByRole("button", { name: "Haal mij van dit apparaat" }).click();
  await expect(page.getByText(/\d+ wijziging(en)? die nergens anders sta/)).toBeVisible();
  const passphrase = page.getByLabel("Wachtzin voor deze kopie");
  await passphrase.fill("te kort");
  await page.getByRole("button", { name: "Kopie bewaren" }).click();
  await expect(page.getByText(/minstens twaalf tekens\. Een kopie/)).toBeVisible();
  const download = page.waitForEvent("download");
  await passphrase.fill("de kat slaapt op de bank");
  await page.getByRole("button", { name: "Kopie bewaren" }).click();
  const copy = readFileSync(await (await download).path());
  expect(copy.subarray(0, 25).toString()).toBe("thuisnabij gesloten kopie");
  await page.getByRole("button", { name: "Haal mij van dit apparaat" }).click();
  await page.getByLabel("Typ je pincode of wachtzin om te bevestigen").fill(ANNA.pin);
  await page.getByRole("button", { name: "Ja, haal alles van mij weg" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welkom bij Thuisnabij");
  const kept = await page.evaluate(everythingKept);
  expect(kept.names.filter((name) => /[0-9a-f]{32}$/.test(name))).toEqual([]);
  expect(kept.rows).not.toContain("Anna");
  // Somebody who has the file and its passphrase goes on with it, on any device.
  await page.goto("/delen");
  await enter(page, BRAM);
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Kies een bestand" }).click();
  await (await chosen).setFiles({ name: "kopie.thuisnabij", mimeType: "application/octet-stream", buffer: copy });
  const its = page.getByLabel("Wachtzin die bij de kopie hoort");
  await its.fill("de kat slaapt op het bed");
  await page.getByRole("button", { name: "Open de kopie" }).click();
  await expect(page.getByText("Hiermee gaat de kopie niet open.")).toBeVisible();
  await its.fill("de kat slaapt op de bank");
  await page.getByRole("button", { name: "Open de kopie" }).click();
  await expect(page.getByText(/bij gekomen of bijgewerkt/)).toBeVisible();
  await page.goto("/begroting");
  await enter(page, BRAM);
  await expect(page.getByRole("heading", { level: 1, name: /Overzicht/ })).toBeVisible();
});

test("the disk of a locked tablet holds nothing of what was typed", async ({ site, tablet }) => {
  test.setTimeout(180_000);
  const page = await tablet.open();
  const canary = "Zeldzaamwoord-Xq7";
  await page.goto(`${site.origin}/begroting`);
  await enter(page);
  await beginBudget(page, site.origin);
  await typeEverywhere(page, site.origin, canary);
  await lock(page);
  const typed = await tablet.searchDisk([canary, ANNA.pin]);
  expect(typed, "files of the browser that hold what was typed").toEqual([]);
  expect(await tablet.searchDisk([ANNA.name]), "the name is there, so the search works").not.toEqual([]);
  await tablet.kill();
  expect(await tablet.searchDisk([canary, ANNA.pin]), "and after the battery went empty").toEqual([]);
  const again = await tablet.open();
  await again.goto(`${site.origin}/begroting/scenarios`);
  await enter(again);
  await expect(again.locator("main")).toContainText(canary);
});

/** Types the canary as the name of a scenario, letter by letter, as a person does. */
async function typeEverywhere(page: Page, origin: string, canary: string): Promise<void> {
  await page.goto(`${origin}/begroting/scenarios`);
  await opened(page);
  await page.getByLabel("Naam").first().pressSequentially(canary);
  await page.getByLabel("Naam").first().press("Tab");
  await page.locator(".new-card").getByRole("button").click();
  await expect(page.getByRole("heading", { name: canary })).toBeVisible();
  await saved(page);
}
