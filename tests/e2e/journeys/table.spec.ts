// A werkgebied around one table in a room without Wi-Fi: four devices, one meeting from agenda to adopted minutes, handed on by file.
import { type Page } from "@playwright/test";
import { handOn, takeOver } from "../fixtures/hand";
import { cutNetwork, expect, installed, test } from "../fixtures/journey";
import { addMembers, addPerson, agenda, beginArea, close, decide, fillIn, goTo, isReady, makeAgenda, openPart, openStep, prepare, saved, writeDown } from "../fixtures/meeting";
import { ANNA, BRAM, CORA, DIRK, type Person } from "../fixtures/people";
import { answer, BETWEEN_DEVICES, checkNumber, follow, invite, letIn } from "../fixtures/sharing";

test.use({ tolerated: BETWEEN_DEVICES, actionTimeout: 20_000 });

const AREA = "Heiloo";

/** So many days from today, as a date field takes it. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE");

/** Anna lets somebody into her werkgebied. */
async function join(anna: Page, other: Page, person: Person): Promise<void> {
  await follow(other, await invite(anna, "Bewerken", AREA), person);
  await answer(other);
  await letIn(anna, other);
  await expect(anna.getByText(`${person.name} is erbij.`)).toBeVisible();
  await other.getByRole("button", { name: "Open het werkgebied" }).click();
  await expect(other.getByRole("heading", { level: 1, name: `Overzicht: ${AREA}` })).toBeVisible();
}

/** Goes to the meeting of today, through the overview. */
async function toMeeting(page: Page, step: string): Promise<void> {
  await page.getByRole("link", { name: "Werkgebied", exact: true }).first().click();
  await page.locator(".next").getByRole("link").first().click();
  await openStep(page, step);
}

/** Everybody shows the same number. */
async function holdTheSame(...pages: Page[]): Promise<void> {
  const numbers = [];
  for (const page of pages) numbers.push(await checkNumber(page, AREA));
  expect(new Set(numbers), numbers.join(", ")).toHaveProperty("size", 1);
}

test("four devices hold a meeting without network and end with the same", async ({ meet, site }) => {
  test.setTimeout(240_000);
  const anna = await meet(ANNA);
  await beginArea(anna);
  await addMembers(anna);
  await addPerson(anna, "Dirk", "Jeugd- en gezinscoach");
  await openPart(anna, "Jaarplanning");
  await fillBudget(anna, "10000");
  await prepare(anna, inDays(0));
  const [bram, cora, dirk] = [await meet(BRAM), await meet(CORA), await meet(DIRK)];
  for (const [page, person] of [[bram, BRAM], [cora, CORA], [dirk, DIRK]] as const) await join(anna, page, person);
  const all = [anna, bram, cora, dirk];
  await Promise.all(all.map((page) => installed(page)));
  for (const page of [bram, cora, dirk]) await isReady(page);
  for (const page of all) await cutNetwork(page.context(), site);

  // Two propose from their own place; the chair takes both in.
  for (const [page, subject] of [[bram, "Leeskring op twee scholen"], [cora, "Boeken voor thuis"]] as const) {
    await toMeeting(page, "Agenda");
    await fillIn(page.getByLabel("Stel een punt voor"), subject);
    await saved(page);
  }
  for (const file of [await handOn(bram), await handOn(cora)]) await takeOver(anna, file);
  await toMeeting(anna, "Agenda");
  for (const subject of ["Leeskring op twee scholen", "Boeken voor thuis"]) {
    await anna.getByRole("button", { name: new RegExp(`^Zet op de agenda\\s*: ${subject}`) }).click();
    await expect(anna.locator(".agenda__title", { hasText: subject })).toBeVisible();
  }
  await openStep(anna, "Vergadering");
  await anna.getByRole("button", { name: "Iedereen is er" }).click();
  await anna.getByRole("button", { name: "Begin", exact: true }).click();
  await goTo(anna, "Leeskring op twee scholen");
  await saved(anna);
  const opening = await handOn(anna);
  for (const page of [bram, cora]) await takeOver(page, opening);

  // Notes on one item on two devices, and on each of them a decision.
  for (const page of [bram, cora]) {
    await toMeeting(page, "Vergadering");
    await expect(page.getByRole("heading", { level: 2, name: "Leeskring op twee scholen" })).toBeVisible();
  }
  await bram.getByLabel(/^Aantekeningen/).fill("De Vlinder doet mee.");
  await cora.getByLabel(/^Aantekeningen/).fill("Het Anker wil eerst praten.");
  await decide(bram, "Wij beginnen in januari.");
  await writeDown(bram, "Wij beginnen in januari.");
  await decide(cora, "Wij beginnen na de zomer.");
  await writeDown(cora, "Wij beginnen na de zomer.");
  await cora.getByRole("button", { name: /^Actie/ }).click();
  await cora.getByLabel("Wat moet er gebeuren?").fill("Ouders vragen");
  await cora.locator("#vastleggen").getByLabel("Wie").selectOption({ label: "Bram" });
  await cora.getByLabel("Wanneer klaar").fill(inDays(3));
  await cora.getByRole("button", { name: "Leg de actie vast" }).click();
  await expect(cora.locator(".todo__one")).toContainText("Ouders vragen");
  await saved(cora);

  // The chair takes both in, sees two decisions, and chooses one; then the money.
  for (const file of [await handOn(bram), await handOn(cora)]) await takeOver(anna, file);
  await toMeeting(anna, "Vergadering");
  await expect(anna.getByLabel(/^Aantekeningen/)).toHaveValue(/De Vlinder doet mee\./);
  await expect(anna.getByLabel(/^Aantekeningen/)).toHaveValue(/Het Anker wil eerst praten\./);
  await expect(anna.getByText("Er zijn twee besluiten: kies er een")).toBeVisible();
  await anna.getByRole("button", { name: /^Kies deze\s*: Wij beginnen in januari\./ }).click();
  await expect(anna.getByText("Er zijn twee besluiten: kies er een")).toHaveCount(0);
  await expect(anna.locator(".decided__one")).toHaveText(/Wij beginnen in januari\./);
  await goTo(anna, "Boeken voor thuis");
  await decide(anna, "Wij kopen boeken voor thuis.");
  await anna.getByLabel("Dit kost geld uit het budget van het werkgebied").check();
  await anna.getByLabel("Bedrag").fill("2500");
  await anna.getByLabel("Bedrag").press("Enter");
  await anna.getByRole("radio", { name: "Route 2: meer scholen" }).check();
  await writeDown(anna, "Wij kopen boeken voor thuis.");
  await close(anna, inDays(100));
  await saved(anna);

  // Who comes late has it all after one exchange.
  const closing = await handOn(anna);
  for (const page of [bram, cora, dirk]) await takeOver(page, closing);
  await holdTheSame(anna, bram, cora, dirk);
  await dirk.getByRole("link", { name: "Werkgebied", exact: true }).first().click();
  await openPart(dirk, "Besluiten");
  await expect(dirk.locator(".decided__one")).toHaveCount(2);
  await expect(dirk.locator(".decided__one", { hasText: "€ 2.500,00" })).toBeVisible();

  // Bram finds his action on Vandaag.
  await bram.getByRole("link", { name: "Vandaag" }).first().click();
  await expect(bram.locator(".next")).toContainText("Ouders vragen");
  await bram.getByRole("link", { name: "Open mijn acties" }).click();
  await expect(bram.getByRole("checkbox", { name: "Ouders vragen" })).toBeVisible();

  // The next meeting adopts the minutes, for everybody.
  await anna.getByRole("link", { name: "Werkgebied", exact: true }).first().click();
  await makeAgenda(anna);
  expect((await agenda(anna)).filter((title) => title.includes("Boeken"))).toEqual([]);
  await openStep(anna, "Vergadering");
  await anna.getByRole("button", { name: "Begin", exact: true }).click();
  await anna.getByRole("button", { name: /^Stel vast/ }).click();
  await expect(anna.getByText("Het verslag en de besluiten zijn vastgesteld.")).toBeVisible();
  await saved(anna);
  const adopted = await handOn(anna);
  for (const page of [bram, cora, dirk]) await takeOver(page, adopted);
  await holdTheSame(anna, bram, cora, dirk);
  await dirk.getByRole("link", { name: "Werkgebied", exact: true }).first().click();
  await openPart(dirk, "Besluiten");
  await expect(dirk.locator(".decided__one", { hasText: "nummer nog niet vast" })).toHaveCount(0);
});

/** What the werkgebied may spend this year. */
async function fillBudget(page: Page, euros: string): Promise<void> {
  const field = page.getByLabel("Budget in dit kalenderjaar").first();
  await field.fill(euros);
  await field.press("Enter");
  await expect(page.getByText(/^Over: €/).first()).toBeVisible();
}
