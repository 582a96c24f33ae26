// What a lost tablet leaves: a sheet of paper that brings the spaces back on another one. And a passkey beside the PIN.
import { type Page } from "@playwright/test";
import { acceptGuesses, beginBudget, openChoices, saved } from "../fixtures/budget";
import { accessible, expect, opened, test } from "../fixtures/journey";
import { ANNA, BRAM, lock, unlock } from "../fixtures/people";
import { BETWEEN_DEVICES } from "../fixtures/sharing";

// Whoever does not know yet that the own space of an earlier sheet was erased asks for it once more.
test.use({ tolerated: [new RegExp(`${BETWEEN_DEVICES[0].source}|status of 410 .*/api/v1/`)] });

/** Makes a sheet that also serves on another device; gives the code of each paper. */
async function makeSheet(page: Page, shape = "Eén blad"): Promise<string[]> {
  await page.getByRole("link", { name: ANNA.name }).click();
  await page.getByRole("link", { name: "Maak de herstelkaart" }).click();
  await page.getByRole("radio", { name: shape }).check();
  await page.getByRole("radio", { name: "Ook een ander apparaat" }).check();
  await accessible(page);
  await page.getByLabel(/Je pincode of wachtzin van nu/).fill(ANNA.pin);
  await page.getByRole("button", { name: "Maak de herstelkaart" }).click();
  await expect(page.getByText("Druk dit nu af")).toBeVisible();
  await expect(page.getByRole("img", { name: "QR-code van de herstelkaart" }).first()).toBeVisible();
  const papers = await page.locator(".kit__groups").all();
  return Promise.all(papers.map(async (paper) => (await paper.locator("li").allInnerTexts()).join(" ")));
}

async function allSent(page: Page): Promise<void> {
  await page.getByRole("link", { name: /^Delen/ }).first().click();
  await expect(page.getByText(/De server antwoordt\. Er wacht niets\./)).toBeVisible();
}

async function goBack(page: Page): Promise<void> {
  await page.getByRole("link", { name: /^Delen/ }).first().click();
  await page.getByRole("link", { name: "Haal ruimtes terug" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Haal ruimtes terug" })).toBeVisible();
}

test("a sheet of paper brings everything back on a device that is empty", async ({ meet }) => {
  test.setTimeout(180_000);
  const anna = await meet(ANNA);
  await beginBudget(anna);
  await acceptGuesses(anna);
  const lever = await openChoices(anna);
  await lever.set(7_000);
  await saved(anna);
  const [code] = await makeSheet(anna);
  await accessible(anna);
  await anna.emulateMedia({ media: "print" });
  expect((await anna.pdf({ format: "A4" })).toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
  await anna.emulateMedia({ media: "screen" });
  await allSent(anna);
  await anna.context().close();

  const other = await meet(ANNA);
  await goBack(other);
  await accessible(other);
  const field = other.getByLabel("Code van je herstelkaart");
  await field.fill(`${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`);
  await other.getByRole("button", { name: "Haal terug" }).click();
  await expect(other.getByText("Er is ergens een teken verkeerd.")).toBeVisible();
  await field.fill(code.toLowerCase());
  await other.getByRole("button", { name: "Haal terug" }).click();
  await expect(other.getByText("Je ruimtes zijn terug")).toBeVisible();
  await expect(other.locator(".ways__link", { hasText: "Begroting" })).toBeVisible();
  await accessible(other);
  await other.getByRole("navigation").getByRole("link", { name: "Begroting" }).first().click();
  await expect(other.getByRole("heading", { level: 1, name: /Overzicht/ })).toBeVisible();
  expect(await (await openChoices(other)).value()).toBe(7_000);
  // Once more brings nothing new.
  await goBack(other);
  await other.getByLabel("Code van je herstelkaart").fill(code);
  await other.getByRole("button", { name: "Haal terug" }).click();
  await expect(other.getByText("1 ruimte stond hier al.")).toBeVisible();
});

test("two of three cards do the same, and a sheet that nobody knows says so", async ({ meet }) => {
  test.setTimeout(180_000);
  const anna = await meet(ANNA);
  await beginBudget(anna);
  const cards = await makeSheet(anna, "Drie kaarten");
  expect(cards).toHaveLength(3);
  await allSent(anna);
  const other = await meet(BRAM);
  await goBack(other);
  await other.getByLabel("Code van je herstelkaart").fill(cards[2]);
  await other.getByLabel("Code van de tweede kaart").fill(cards[0]);
  await other.getByRole("button", { name: "Haal terug" }).click();
  await expect(other.getByText("1 ruimte kwam terug.")).toBeVisible();
  // A new sheet ends the old one.
  await makeSheet(anna);
  await allSent(anna);
  const third = await meet(BRAM);
  await goBack(third);
  await third.getByLabel("Code van je herstelkaart").fill(cards[2]);
  await third.getByLabel("Code van de tweede kaart").fill(cards[0]);
  await third.getByRole("button", { name: "Haal terug" }).click();
  await expect(third.getByText(/De server kent deze kaart niet\./)).toBeVisible();
});

test("a passkey opens the lock beside the PIN, and opens nothing once it is removed", async ({ page, context }) => {
  const browser = await context.newCDPSession(page);
  await browser.send("WebAuthn.enable");
  const { authenticatorId } = await browser.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
    },
  });
  await beginBudget(page);
  await acceptGuesses(page);
  await page.goto("/persoon");
  await opened(page);
  await page.getByText("Voeg een passkey toe").click();
  await page.getByLabel("Je pincode of wachtzin, voordat je een passkey maakt").fill(ANNA.pin);
  await page.getByRole("button", { name: "Maak de passkey" }).click();
  await expect(page.getByText("Je kunt nu ook met je passkey openen.")).toBeVisible();
  await accessible(page);
  await lock(page);
  await accessible(page);
  await page.getByRole("button", { name: "Open met je passkey" }).click();
  await expect(page.locator(".who__name")).toContainText(ANNA.name);
  await page.getByRole("navigation").getByRole("link", { name: "Begroting" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: /Overzicht/ })).toBeVisible();
  // The person says no: the PIN still works.
  await lock(page);
  await browser.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await page.getByRole("button", { name: "Open met je passkey" }).click();
  await expect(page.getByText("De passkey is niet gebruikt.")).toBeVisible();
  await unlock(page, ANNA);
  await page.goto("/persoon");
  await opened(page);
  await page.getByRole("button", { name: "Haal de passkey weg" }).click();
  await expect(page.getByText("De passkey opent hier niets meer.")).toBeVisible();
  await lock(page);
  await expect(page.getByRole("button", { name: "Open met je passkey" })).toHaveCount(0);
  await unlock(page, ANNA);
});
