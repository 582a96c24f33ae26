// No server in reach, in a room without Wi-Fi: inviting, handing on and taking over by file and by moving QR codes.
import { type Page } from "@playwright/test";
import { acceptGuesses, beginBudget, Lever, openChoices, saved } from "../fixtures/budget";
import { giveCamera, pointAt } from "../fixtures/camera";
import { AS_FILE, chooseOn, fileFrom, way } from "../fixtures/hand";
import { accessible, cutNetwork, expect, test } from "../fixtures/journey";
import { ANNA, BRAM } from "../fixtures/people";
import { answer, BETWEEN_DEVICES, code, invite, share } from "../fixtures/sharing";

test.use({ tolerated: BETWEEN_DEVICES });

async function budgetOf(page: Page): Promise<Lever> {
  await page.getByRole("link", { name: "Begroting", exact: true }).first().click();
  return openChoices(page);
}


test("somebody comes in and both have the same, with files alone", async ({ meet, site }) => {
  test.setTimeout(180_000);
  const anna = await meet(ANNA);
  await beginBudget(anna);
  await acceptGuesses(anna);
  await (await budgetOf(anna)).set(12_000);
  await saved(anna);
  const bram = await meet(BRAM);
  for (const page of [anna, bram]) await cutNetwork(page.context(), site);

  await invite(anna);
  await anna.getByText("Geen internet? Gebruik de camera").click();
  await accessible(anna);
  const invitation = await fileFrom(anna, AS_FILE);
  await way(bram, "Ik heb een uitnodiging");
  await accessible(bram);
  await chooseOn(bram, invitation);
  await answer(bram);
  const answered = await fileFrom(bram, AS_FILE);
  await anna.getByRole("button", { name: "Volgende code" }).click();
  await anna.getByRole("button", { name: "Verder: scan het antwoord" }).click();
  await chooseOn(anna, answered);
  await expect(code(anna)).toBeVisible();
  await chooseOn(bram, await fileFrom(anna, AS_FILE));
  await expect(code(bram)).toHaveText(await code(anna).innerText());
  await anna.getByRole("button", { name: "De code is gelijk: laat toe" }).click();
  await anna.getByRole("link", { name: "Geef nu alles door" }).click();
  await accessible(anna);
  await chooseOn(bram, await fileFrom(anna, /Geef als bestand/));
  await bram.getByRole("button", { name: "Open de begroting" }).click();
  const theirs = await budgetOf(bram);
  expect(await theirs.value()).toBe(12_000);

  // And back.
  await theirs.set(25_000);
  await saved(bram);
  await way(bram, "Geef door");
  const back = await fileFrom(bram, /Geef als bestand/);
  await way(anna, "Neem over");
  await accessible(anna);
  await chooseOn(anna, back);
  await expect(anna.getByText(/Er kw(am|amen) .* bij\./)).toBeVisible();
  await chooseOn(anna, back);
  await expect(anna.getByText("Alles uit dit pakket stond hier al.")).toBeVisible();
  expect(await (await budgetOf(anna)).value()).toBe(25_000);
});

test("a moving code brings what the other lacks, with three of ten pictures lost", async ({ meet, site }) => {
  test.setTimeout(240_000);
  const anna = await meet(ANNA);
  await beginBudget(anna);
  await acceptGuesses(anna);
  const bram = await meet(BRAM);
  await share(anna, bram, BRAM);
  await expect(anna.locator(".status")).toContainText("Verzonden");
  for (const page of [anna, bram]) await cutNetwork(page.context(), site);
  await (await budgetOf(anna)).set(12_000);
  await saved(anna);

  // First what Bram has, so that little goes along.
  await giveCamera(anna);
  await giveCamera(bram);
  await way(bram, "Neem over");
  await bram.getByRole("button", { name: "Laat de code zien" }).click();
  await way(anna, "Geef door");
  await anna.getByText("Scan eerst de code van de ander").click();
  await anna.getByRole("button", { name: "Camera aanzetten" }).click();
  const known = anna.getByText("De code is gelezen.");
  await pointAt(anna, bram, () => known.isVisible());
  await expect(anna.getByText(/De ander mist \d+ wijziging/)).toBeVisible();

  await anna.getByRole("button", { name: "Laat QR-codes zien" }).click();
  await bram.getByRole("button", { name: "Verberg de code" }).click();
  await bram.getByRole("button", { name: "Camera aanzetten" }).click();
  const came = bram.getByText(/Er kw(am|amen) .* bij\./);
  await pointAt(bram, anna, () => came.isVisible());
  await expect(came).toBeVisible();
  expect(await (await budgetOf(bram)).value()).toBe(12_000);
});

test("a camera that may not go on is explained, and a file is the other way", async ({ meet }) => {
  const anna = await meet(ANNA);
  await anna.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await way(anna, "Neem over");
  await anna.getByRole("button", { name: "Camera aanzetten" }).click();
  await expect(anna.getByText("De camera mag niet aan.")).toBeVisible();
  await expect(anna.getByRole("button", { name: "Kies een bestand" })).toBeVisible();
  await accessible(anna);
});
