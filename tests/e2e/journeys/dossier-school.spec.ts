// A dossier at the school's side: what is being written, a parent who leaves, how the child was heard, and what Vandaag says of it.
import { beginDossier, CHILD, letter, openPart, parent } from "../fixtures/dossier";
import { saved } from "../fixtures/budget";
import { accessible, expect, test } from "../fixtures/journey";
import { ANNA, enter } from "../fixtures/people";
import { BETWEEN_DEVICES } from "../fixtures/sharing";

test.use({ tolerated: BETWEEN_DEVICES });

test("what is being written stays while a parent's answer comes in and through a reload, and Vandaag says without a name that somebody told", async ({ meet, phone }) => {
  test.setTimeout(120_000);
  const anna = await meet(ANNA);
  await beginDossier(anna);
  const fatma = await phone("nl-NL");
  await fatma.goto(await letter(anna, "Fatma"));
  await openPart(anna, "Naast elkaar");
  const writes = anna.getByLabel("Wat ziet de school?");
  await writes.fill("Zij zit graag bij het raam.");
  await fatma.getByRole("button", { name: "Begin" }).click();
  await fatma.getByLabel("Uw antwoord", { exact: true }).fill("Van tekenen.");
  await fatma.getByRole("button", { name: "Verder" }).click();
  await fatma.getByRole("button", { name: "Verder" }).click();
  await fatma.getByRole("button", { name: "Verstuur" }).click();
  const first = anna.locator(".naast").first();
  await expect(first).toContainText("Van tekenen.");
  await expect(writes).toHaveValue("Zij zit graag bij het raam.");
  await saved(anna);
  await anna.reload();
  await enter(anna);
  await expect(writes).toHaveValue("Zij zit graag bij het raam.");

  await anna.getByRole("link", { name: "Vandaag", exact: true }).first().click();
  await expect(anna.getByText("Bekijk samen wat jullie zeggen.")).toBeVisible();
  await expect(anna.locator("main")).not.toContainText(CHILD);
  await accessible(anna);
  await anna.getByRole("link", { name: "Ga erheen" }).click();
  await expect(anna.getByRole("heading", { level: 1, name: "Naast elkaar" })).toBeVisible();
  await anna.getByRole("button", { name: "Zet erbij" }).first().click();
  await expect(first).toContainText("Zij zit graag bij het raam.");
  await expect(writes).toHaveValue("");
});

test("a parent who leaves is asked about once more, stays listed and can come back; a hearing gets its explanation later", async ({ meet }) => {
  const anna = await meet(ANNA);
  await beginDossier(anna);
  await letter(anna, "Emre");
  const emre = parent(anna, "Emre");
  await emre.getByRole("button", { name: /^Doet niet meer mee/ }).click();
  await emre.getByRole("button", { name: "Nee, doet mee" }).click();
  await expect(emre.getByText("De link werkt.")).toBeVisible();
  await emre.getByRole("button", { name: /^Doet niet meer mee/ }).click();
  await emre.getByRole("button", { name: "Ja, doet niet meer mee" }).click();
  await expect(anna.getByText("Emre: doet niet meer mee")).toBeVisible();
  await accessible(anna);
  await anna.getByRole("button", { name: /^Doet weer mee/ }).click();
  await expect(emre.getByText(/^Ingetrokken/)).toBeVisible();

  await openPart(anna, "Kind");
  await anna.getByLabel("Op welke dag?").fill("2026-01-15");
  await anna.getByLabel("Hoe wilde het kind het vertellen?").fill("Met een tekening.");
  await anna.getByRole("button", { name: "Leg vast", exact: true }).last().click();
  const heard = anna.getByRole("listitem").filter({ hasText: "Met een tekening." });
  await expect(heard).toContainText(/15\s?januari\s?2026.*Nog niet uitgelegd aan het kind/);
  await heard.getByLabel("Wat is ermee gedaan, en hoe is dat uitgelegd?").fill("Zij zit nu voorin.");
  await heard.getByRole("button", { name: "Leg vast", exact: true }).click();
  await expect(heard).toContainText("Zij zit nu voorin.");
  await expect(heard).not.toContainText("Nog niet uitgelegd");
  await accessible(anna);
});
