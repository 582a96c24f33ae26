// A question from a dossier on the agenda of a table: asked of the parents first, without a name, and taken in by the chair.
import { type Page } from "@playwright/test";
import { beginDossier, CHILD, letter, openPart as openDossier } from "../fixtures/dossier";
import { accessible, expect, test } from "../fixtures/journey";
import { addMembers, agenda, beginArea, openStep, prepare, saved } from "../fixtures/meeting";
import { ANNA } from "../fixtures/people";
import { BETWEEN_DEVICES } from "../fixtures/sharing";

test.use({ tolerated: BETWEEN_DEVICES });

/** So many days from today, as a date field takes it. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE");

/** A letter in which a parent is asked about the table that was proposed. */
async function askOnPhone(anna: Page): Promise<string> {
  await openDossier(anna, "Ouders");
  return letter(anna, "Fatma");
}

test("a question goes from a dossier to a table when every parent agrees, and no name comes along", async ({ meet, phone }) => {
  test.setTimeout(180_000);
  const anna = await meet(ANNA);
  await beginArea(anna);
  await addMembers(anna);
  await prepare(anna, inDays(7));
  await beginDossier(anna);
  await openDossier(anna, "Casus op een agenda");
  await anna.getByLabel("Aan welke vergadering vraag je het?").selectOption({ index: 1 });
  const question = anna.getByLabel("Wat vraag je aan de tafel?");
  await expect(anna.getByLabel("Hoe noem je de casus?")).toHaveValue("Casus A");
  await question.fill(`Wat helpt ${CHILD} bij rekenen?`);
  const go = anna.getByRole("button", { name: "Stel voor voor deze agenda" });
  await go.click();
  await expect(anna.getByText("Er staat een naam uit dit dossier in.")).toBeVisible();
  await question.fill("Wat helpt bij rekenen in een volle klas?");
  await go.click();
  await expect(anna.getByText("Zolang niet elke ouder ja zegt, gaat er niets naar deze tafel.")).toBeVisible();
  await anna.getByRole("button", { name: "Stel deze tafel voor aan de ouders" }).click();
  await expect(anna.getByText("Mag het nog niet krijgen: niet elke ouder zei ja.")).toBeVisible();
  const link = await askOnPhone(anna);
  const fatma = await phone("nl-NL");
  await fatma.goto(link);
  await fatma.getByRole("button", { name: "Begin" }).click();
  for (const next of ["Verder", "Verder", "Verstuur"]) await fatma.getByRole("button", { name: next }).click();
  await fatma.getByRole("button", { name: /^Geef antwoord/ }).click();
  await expect(fatma.getByRole("heading", { level: 1 }), "in words of its own for this kind of table").toHaveText(/^Mogen de scholen uit .* met ons meedenken\?$/);
  await expect(fatma.getByText("Zij krijgen een vraag zonder namen. Wat u vertelt, krijgen zij niet.")).toBeVisible();
  await accessible(fatma);
  await openDossier(anna, "Casus op een agenda");
  await anna.getByLabel("Aan welke vergadering vraag je het?").selectOption({ index: 1 });
  await question.fill("Wat helpt bij rekenen in een volle klas?");
  for (const parent of ["Fatma", "Emre"]) await anna.getByLabel(`Mag dit?: ${parent}`).selectOption({ label: "Ja" });
  await expect(anna.getByText("Mag het krijgen", { exact: true })).toBeVisible();
  await accessible(anna);
  await go.click();
  await expect(anna.getByText("De casus is voorgesteld.")).toBeVisible();
  await saved(anna);

  await anna.getByRole("link", { name: "Werkgebied", exact: true }).first().click();
  await anna.locator(".next").getByRole("link").first().click();
  await openStep(anna, "Agenda");
  await anna.getByRole("button", { name: /^Zet op de agenda.*Casus A$/ }).click();
  await expect.poll(async () => (await agenda(anna)).join("\n")).toContain("Casus A");
  // By hand, another one.
  await anna.locator("summary", { hasText: "Casus op de agenda" }).click();
  await expect(anna.getByLabel("Hoe noem je de casus?").last()).toHaveValue("Casus B");
  await anna.getByLabel("Wat vraag je aan de tafel?").last().fill("Wie kent een goede leesmethode?");
  await anna.getByRole("button", { name: "Zet de casus op de agenda" }).click();
  await expect.poll(async () => (await agenda(anna)).join("\n")).toContain("Casus B");
  await openStep(anna, "Vergadering");
  await anna.locator("summary", { hasText: "De hele agenda" }).click();
  await anna.getByRole("button", { name: /^Casus A/ }).click();
  const current = anna.locator(".current");
  await expect(current).toContainText("Wat helpt bij rekenen in een volle klas?");
  await expect(current).toContainText("Ouders weten het en vinden het goed.");
  await accessible(anna);
  await openStep(anna, "Scherm");
  await expect(anna.getByText("Casus, in het eigen dossier").first()).toBeVisible();
  await expect(anna.locator("main")).not.toContainText("rekenen");
  await anna.getByRole("link", { name: "Sluit het scherm" }).click();
  await anna.getByRole("button", { name: "Open het dossier" }).click();
  await expect(anna.getByText(CHILD)).toBeVisible();
  // A parent takes it back.
  await openDossier(anna, "Casus op een agenda");
  await anna.getByLabel("Aan welke vergadering vraag je het?").selectOption({ index: 1 });
  await expect(anna.getByText("De casus staat op de agenda.")).toBeVisible();
  await anna.getByLabel("Mag dit?: Emre").selectOption({ label: "Nee" });
  await expect(anna.getByText("Niet elke ouder zegt nu ja.")).toBeVisible();
  await anna.getByRole("button", { name: "Haal van de agenda" }).click();
  await expect(anna.getByText("De casus is van de agenda gehaald.")).toBeVisible();
  await expect(anna.getByRole("button", { name: "Stel opnieuw voor" })).toBeHidden();
});
