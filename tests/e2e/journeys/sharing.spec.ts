// Two devices and the real server: a link, a code on both screens, one budget, work without network on both, and what happens when both
// wrote the same (SYNC-1 to SYNC-10).
import { type Page } from "@playwright/test";
import { acceptGuesses, beginBudget, Lever, openChoices, saved } from "../fixtures/budget";
import { accessible, expect, test } from "../fixtures/journey";
import { ANNA, begin, BRAM } from "../fixtures/people";
import { answer, BETWEEN_DEVICES, code, follow, invite, letIn, openSpace, share } from "../fixtures/sharing";

test.use({ tolerated: BETWEEN_DEVICES });

const OTHER = /^Management en organisatie/;

async function offline(away: boolean, ...pages: Page[]): Promise<void> {
  for (const page of pages) await page.context().setOffline(away);
}

/** Anna has a budget, and Bram is in it. */
async function together(meet: (person: typeof ANNA) => Promise<Page>, role = "Bewerken"): Promise<[Page, Page]> {
  const anna = await meet(ANNA);
  await beginBudget(anna);
  await acceptGuesses(anna);
  const bram = await meet(BRAM);
  await share(anna, bram, BRAM, role);
  return [anna, bram];
}

test("whoever has the link comes in after both compared the code, and sees the budget", async ({ meet, browser, site }) => {
  const anna = await meet(ANNA);
  await beginBudget(anna);
  await acceptGuesses(anna);
  const link = await invite(anna);
  await accessible(anna);
  // Bram has never been here: the link survives the first start, and is in no address any more.
  const context = await browser.newContext({ baseURL: site.origin });
  const bram = await context.newPage();
  await bram.goto(link);
  await begin(bram, BRAM);
  expect(bram.url()).toBe(`${site.origin}/meedoen`);
  await expect(bram.getByText("Je bent uitgenodigd voor ‘Begroting’.")).toBeVisible();
  await expect(bram.getByLabel("Je naam in deze ruimte")).toHaveValue("Bram");
  await accessible(bram);
  await answer(bram);
  await expect(code(bram)).toHaveText(/^\d{3}\s?\d{3}$/);
  await accessible(bram);
  await accessible(anna);
  await letIn(anna, bram);
  await bram.getByRole("button", { name: "Open de begroting" }).click();
  await expect(bram.getByRole("heading", { level: 1, name: /Overzicht/ })).toBeVisible();
  await openSpace(bram);
  await expect(bram.getByRole("heading", { level: 3, name: /Anna/ })).toBeVisible();
  await expect(bram.getByRole("heading", { level: 3, name: /Bram.*jij/ })).toBeVisible();
  await expect(anna.getByRole("heading", { level: 3, name: /Bram/ })).toBeVisible();
  await context.close();
});

test("nobody comes in when the codes differ", async ({ meet }) => {
  const anna = await meet(ANNA);
  await beginBudget(anna);
  const bram = await meet(BRAM);
  await follow(bram, await invite(anna), BRAM);
  await answer(bram);
  await expect(code(anna)).toBeVisible();
  await anna.getByRole("button", { name: "De code is anders" }).click();
  await expect(anna.getByText("Niemand is toegelaten")).toBeVisible();
  await expect(bram.getByText("Deze uitnodiging is ingetrokken.")).toBeVisible();
  await expect(anna.locator(".member")).toHaveCount(1);
});

test("both work without network, and afterwards both have both", async ({ meet }) => {
  test.setTimeout(120_000);
  const [anna, bram] = await together(meet);
  const mine = await openChoicesFromAnywhere(anna);
  const theirs = await openChoicesFromAnywhere(bram);
  await offline(true, anna, bram);
  await mine.set(12_000);
  await (await Lever.find(bram, OTHER)).set(7_000);
  for (const page of [anna, bram]) {
    await saved(page);
    await expect(page.locator(".status")).toContainText(/Geen internet\. Je kunt gewoon doorwerken\. 1 wijziging wacht\./);
  }
  await offline(false, anna, bram);
  await expect.poll(() => theirs.value()).toBe(12_000);
  await expect.poll(async () => (await Lever.find(anna, OTHER)).value()).toBe(7_000);
  for (const page of [anna, bram]) await expect(page.locator(".status")).toContainText("Verzonden");
  expect(await mine.value()).toBe(12_000);
  expect(await (await Lever.find(bram, OTHER)).value()).toBe(7_000);
});

test("a field that both wrote has two versions on both devices until somebody chooses", async ({ meet }) => {
  test.setTimeout(120_000);
  const [anna, bram] = await together(meet);
  const mine = await openChoicesFromAnywhere(anna);
  const theirs = await openChoicesFromAnywhere(bram);
  await offline(true, anna, bram);
  await mine.set(12_000);
  await theirs.set(30_000);
  await saved(anna);
  await saved(bram);
  await offline(false, anna, bram);
  const versions = (page: Page) => page.locator(".versions__value");
  for (const page of [anna, bram]) {
    await expect(versions(page).filter({ hasText: "12.000" })).toHaveCount(1);
    await expect(versions(page).filter({ hasText: "30.000" })).toHaveCount(1);
  }
  await accessible(anna);
  await anna.getByRole("button", { name: /^Kies deze\s*: .*30\.000/ }).click();
  for (const page of [anna, bram]) {
    await expect(versions(page)).toHaveCount(0);
    await expect.poll(async () => (await Lever.find(page)).value()).toBe(30_000);
  }
});

test("who may only read is told so, and who is removed gets nothing new", async ({ meet }) => {
  test.setTimeout(120_000);
  const [anna, bram] = await together(meet, "Lezen");
  await expect(bram.getByText("Je mag deze begroting lezen en niet veranderen.").first()).toBeVisible();
  await openSpace(anna);
  await anna.getByRole("button", { name: /^Haal eruit\s*: Bram/ }).click();
  await expect(anna.getByText(/Bram krijgt vanaf nu niets nieuws meer/)).toBeVisible();
  await accessible(anna);
  await anna.getByRole("button", { name: "Ja, haal eruit" }).click();
  await expect(anna.locator(".member", { hasText: "Bram" })).toContainText("Niet meer erbij");
  const mine = await openChoicesFromAnywhere(anna);
  await mine.set(12_000);
  await saved(anna);
  await expect(anna.locator(".status")).toContainText("Verzonden");
  // The server gives nothing any more to who was removed, and the device says so when it asks.
  await bram.getByRole("link", { name: /^Delen/ }).first().click();
  await bram.getByRole("button", { name: "Nu verzenden" }).click();
  await expect(bram.locator(".status")).toContainText("Onbekend sinds");
  await expect(bram.locator(".ways__why", { hasText: "Onbekend sinds" })).toContainText("niet");
  const theirs = await openChoicesFromAnywhere(bram);
  expect(await theirs.value()).toBe(0);
});

test("a space that is erased is gone on both devices", async ({ meet }) => {
  test.setTimeout(120_000);
  const [anna, bram] = await together(meet);
  await openSpace(bram);
  await openSpace(anna);
  await anna.getByRole("button", { name: "Ik wil deze ruimte wissen" }).click();
  await anna.getByLabel("Typ de naam van de ruimte over").fill("Iets anders");
  await anna.getByRole("button", { name: "Wis bij iedereen" }).click();
  await expect(anna.getByText("Dit is niet de naam van deze ruimte.")).toBeVisible();
  await anna.getByLabel("Typ de naam van de ruimte over").fill("Begroting");
  await anna.getByRole("button", { name: "Wis bij iedereen" }).click();
  await expect(anna.getByText("Nog geen ruimtes")).toBeVisible();
  await expect(bram.getByRole("heading", { level: 1, name: "Deze ruimte is hier niet" })).toBeVisible();
});

/** Goes to the levers through the rail, as a person does. */
async function openChoicesFromAnywhere(page: Page): Promise<Lever> {
  await page.getByRole("link", { name: "Begroting", exact: true }).first().click();
  return openChoices(page);
}

test("a lost device of one's own goes out everywhere in one step", async ({ meet }) => {
  test.setTimeout(120_000);
  const anna = await meet(ANNA);
  await beginBudget(anna);
  await acceptGuesses(anna);
  const tablet = await meet(BRAM);
  await follow(tablet, await invite(anna), BRAM);
  // Invited and not in yet: the room says what it waits for.
  await answer(tablet);
  await tablet.getByRole("link", { name: "Werkgebied", exact: true }).first().click();
  await expect(tablet.getByText("‘Begroting’ komt hier zodra wie je uitnodigde de code met je heeft vergeleken.")).toBeVisible();
  await accessible(tablet);
  await tablet.getByRole("link", { name: "Kijk bij Meedoen" }).click();
  await expect(code(anna)).toBeVisible();
  await anna.getByRole("radio", { name: "Een ander apparaat van mij" }).check();
  await letIn(anna, tablet);
  await tablet.getByRole("button", { name: "Open de begroting" }).click();
  await expect(tablet.getByRole("heading", { level: 1, name: /Overzicht/ })).toBeVisible();
  await anna.getByRole("link", { name: /^Delen/ }).first().click();
  await anna.getByRole("button", { name: /^Dit apparaat ben ik kwijt/ }).click();
  await expect(anna.locator(".member__asked")).toContainText("Begroting");
  await accessible(anna);
  await anna.getByRole("button", { name: "Haal dit apparaat overal weg" }).click();
  await expect(anna.getByText("Het apparaat is weggehaald")).toBeVisible();
  await expect(anna.getByRole("button", { name: /^Dit apparaat ben ik kwijt/ })).toBeHidden();
  await tablet.getByRole("link", { name: /^Delen/ }).first().click();
  await tablet.getByRole("button", { name: "Nu verzenden" }).click();
  await expect(tablet.locator(".status")).toContainText("Onbekend sinds");
});
