// Who sees a dossier: nobody before the parents said yes, who read it and when, the end of access, and everything for a parent.
import { readFileSync } from "node:fs";
import { beginDossier, letter, openPart, parent, verified } from "../fixtures/dossier";
import { accessible, expect, test } from "../fixtures/journey";
import { fillIn, saved } from "../fixtures/meeting";
import { ANNA, BRAM, enter } from "../fixtures/people";
import { answer, BETWEEN_DEVICES, follow, letIn } from "../fixtures/sharing";

test.use({ tolerated: BETWEEN_DEVICES });

test("somebody gets access after both parents said yes, is in the log, and reads nothing of what comes after the end", async ({ meet, phone }) => {
  test.setTimeout(180_000);
  const [anna, bram] = [await meet(ANNA), await meet(BRAM)];
  await beginDossier(anna);

  await openPart(anna, "Wie ziet het");
  await expect(anna.locator("main")).toContainText(/Wie heeft het gelezen, en wanneer.*Anna/s);
  await anna.getByLabel("Waarvoor is het nodig?", { exact: true }).fill("Denkt mee over lezen");
  await fillIn(anna.getByLabel("Wie stel je voor?"), "Bram");
  const card = anna.locator(".invitation", { has: anna.getByRole("heading", { level: 2, name: "Bram" }) });
  await expect(card.getByText("Mag het nog niet krijgen")).toBeVisible();
  await expect(anna.getByRole("button", { name: /^Geef toegang/ })).toHaveCount(0);
  await accessible(anna);

  await openPart(anna, "Ouders");
  const link = await letter(anna, "Fatma");
  const fatma = await phone("nl-NL");
  await fatma.goto(link);
  await fatma.getByRole("button", { name: "Begin" }).click();
  await fatma.getByRole("button", { name: "Verder" }).click();
  await fatma.getByRole("button", { name: "Verder" }).click();
  await fatma.getByRole("button", { name: "Verstuur" }).click();
  await fatma.getByRole("button", { name: /^Geef antwoord.*Mag Bram dit ook zien/ }).click();
  await accessible(fatma);
  await fatma.getByRole("button", { name: "Ja", exact: true }).click();

  // The post goes on while another room is open.
  await anna.getByRole("link", { name: "Regels" }).first().click();
  await expect(anna.getByRole("heading", { level: 1, name: "Regels" })).toBeVisible();
  await anna.getByRole("link", { name: "Dossier", exact: true }).first().click();
  await openPart(anna, "Wie ziet het");
  const says = card.getByLabel(/^Mag dit/);
  await expect(says.first()).toHaveValue("ja");
  await says.nth(1).selectOption("ja");
  // Each answer stays with how it was given.
  await expect(card.getByText(/^Ja: .*, Op een eigen telefoon$/)).toBeVisible();
  await expect(card.getByText(/^Ja: .*, Samen aan tafel$/)).toBeVisible();

  await card.getByRole("button", { name: /^Geef toegang/ }).click();
  const invitation = await anna.getByLabel("De link", { exact: true }).inputValue();
  await follow(bram, invitation, BRAM);
  await answer(bram);
  await letIn(anna, bram);
  await expect(card.getByText("Heeft toegang met een eigen apparaat.")).toBeVisible();
  await bram.getByRole("button", { name: "Open het dossier" }).click();
  await expect(bram.getByRole("heading", { level: 1, name: "Overzicht" })).toBeVisible();
  await openPart(bram, "Naast elkaar");
  await expect(anna.getByRole("listitem").filter({ hasText: /2026: Bram$|: Bram$/ }).first()).toBeVisible();

  await openPart(anna, "Naast elkaar");
  await anna.getByLabel("Wat ziet de school?").fill("Zij zit graag bij het raam.");
  await anna.getByRole("button", { name: "Zet erbij" }).first().click();
  await expect(bram.locator(".naast").first()).toContainText("Zij zit graag bij het raam.");

  await openPart(anna, "Wie ziet het");
  await card.getByRole("button", { name: /^Haal van de lijst/ }).click();
  await expect(card.getByText(/niet terug te halen/)).toBeVisible();
  await card.getByRole("button", { name: "Ja, haal eruit" }).click();
  await expect(card.getByText(/^Krijgt niets nieuws meer/)).toBeVisible();
  await expect(card.getByText(/^Had toegang van .* Las het op /)).toBeVisible();
  await openPart(anna, "Naast elkaar");
  await anna.getByLabel("Wat ziet de school?").fill("Dit is van na het einde.");
  await anna.getByRole("button", { name: "Zet erbij" }).first().click();
  await expect(anna.locator(".naast").first()).toContainText("Dit is van na het einde.");
  await bram.getByRole("link", { name: /^Delen/ }).first().click();
  await bram.getByRole("button", { name: "Nu verzenden" }).click();
  await expect(bram.locator(".status")).toContainText("Onbekend sinds");
  await bram.getByRole("link", { name: "Dossier", exact: true }).first().click();
  await openPart(bram, "Naast elkaar");
  await expect(bram.locator(".naast").first()).toContainText("Zij zit graag bij het raam.");
  await expect(bram.locator("main")).not.toContainText("Dit is van na het einde.");
});

test("a parent who made a choice comes back to what was told, and takes a yes back", async ({ meet, phone }) => {
  test.setTimeout(120_000);
  const anna = await meet(ANNA);
  await beginDossier(anna);
  await openPart(anna, "Vragen");
  await fillIn(anna.getByLabel("Een eigen vraag"), "Wat doet u graag samen?");
  await openPart(anna, "Wie ziet het");
  await fillIn(anna.getByLabel("Wie stel je voor?"), "Bram");
  const card = anna.locator(".invitation", { has: anna.getByRole("heading", { level: 2, name: "Bram" }) });
  await openPart(anna, "Ouders");
  const link = await letter(anna, "Fatma");
  const fatma = await phone("tr-TR");
  await fatma.goto(link);
  await fatma.getByRole("button", { name: "Başla" }).click();
  await fatma.getByLabel("Cevabınız", { exact: true }).fill("Bahçede oynamaktan.");
  for (const _ of [1, 2]) await fatma.getByRole("button", { name: "Devam" }).click();
  const own = fatma.getByRole("heading", { level: 1, name: "Wat doet u graag samen?" });
  await expect(own, "words of the school are Dutch").toHaveAttribute("lang", "nl");
  await fatma.getByLabel("Dil", { exact: true }).selectOption("nl");
  await fatma.getByRole("button", { name: "Verder" }).click();
  await fatma.getByRole("button", { name: "Verstuur" }).click();
  await fatma.getByRole("button", { name: /^Geef antwoord.*Mag Bram dit ook zien/ }).click();
  await fatma.getByRole("button", { name: "Ja", exact: true }).click();
  await fatma.getByRole("button", { name: "Lees het plan" }).click();
  await fatma.getByRole("button", { name: "Ik ben het eens" }).click();
  await fatma.getByLabel("Uw naam").fill("Fatma");
  await fatma.getByRole("button", { name: "Ja, verstuur mijn keuze" }).click();
  const chose = fatma.getByRole("heading", { level: 1, name: "U koos: Ik ben het eens" });
  await expect(chose).toBeVisible();
  await openPart(anna, "Wie ziet het");
  const says = card.getByLabel(/^Mag dit.*Fatma/);
  await expect(says).toHaveValue("ja");

  await fatma.goto("about:blank");
  await fatma.goto(link);
  await expect(chose).toBeVisible();
  await fatma.getByRole("button", { name: "Terug" }).click();
  await expect(fatma.getByText("Bahçede oynamaktan.")).toBeVisible();
  const [told] = await Promise.all([fatma.waitForEvent("download"), fatma.getByRole("button", { name: "Bewaar een kopie" }).click()]);
  expect(readFileSync(await told.path(), "utf8"), "a copy of what was told, also after a choice").toContain("Bahçede oynamaktan.");
  await fatma.getByRole("button", { name: /^Wijzig.*Mag Bram dit ook zien/ }).click();
  await fatma.getByRole("button", { name: "Nee", exact: true }).click();
  await expect(fatma.getByText(/Mag Bram dit ook zien\? Nee/)).toBeVisible();
  await expect(says, "the school sees the answer that counts now").toHaveValue("nee");
  await fatma.getByRole("button", { name: "Lees het plan" }).click();
  await expect(chose, "the choice stands").toBeVisible();
});

test("a list that parents have read only gets shorter", async ({ meet }) => {
  const anna = await meet(ANNA);
  await beginDossier(anna);
  await letter(anna, "Fatma");
  await openPart(anna, "Overzicht");
  const sees = anna.getByLabel("Wie ziet de antwoorden?", { exact: true });
  await sees.fill("Anna, de juf van groep 5, Bram");
  await sees.blur();
  await expect(anna.getByText("Ouders hebben deze lijst al gelezen.")).toBeVisible();
});

test("a parent can have everything as one page, with a choice and its receipt", async ({ meet, phone, page: paper }) => {
  test.setTimeout(120_000);
  const anna = await meet(ANNA);
  await beginDossier(anna);
  const link = await letter(anna, "Fatma");
  const fatma = await phone("ar");
  await fatma.goto(link);
  await fatma.locator("#ouder-taal").selectOption("nl");
  await fatma.getByRole("button", { name: "Begin" }).click();
  await fatma.getByLabel("Uw antwoord", { exact: true }).fill("اللعب في الخارج");
  await fatma.getByLabel("De taal van uw antwoord").selectOption("ar");
  await fatma.getByRole("button", { name: "Verder" }).click();
  await fatma.getByRole("button", { name: "Verder" }).click();
  await fatma.getByRole("button", { name: "Verstuur" }).click();
  await fatma.getByRole("button", { name: "Lees het plan" }).click();
  await fatma.getByRole("button", { name: "Ik wil eerst praten" }).click();
  await fatma.getByLabel("Uw naam").fill("Fatma");
  await fatma.getByRole("button", { name: "Ja, verstuur mijn keuze" }).click();
  await openPart(anna, "Plan en keuze");
  await expect(anna.locator("main")).toContainText(/Fatma: Ik wil eerst praten .*met ontvangstbewijs: deze keuze bestond op .* volgens de server/);
  const [kept] = await Promise.all([fatma.waitForEvent("download"), fatma.getByRole("button", { name: "Bewaar een kopie" }).click()]);
  const file = readFileSync(await kept.path(), "utf8");
  expect(file).toContain("Ontvangstbewijs van de server");
  const [ends, says] = verified(file);
  expect(ends).toBe(0);
  expect(says).toContain("volgens de server die het apparaat kende");
  expect(verified(file.replace(/Bestond op: \d/, "Bestond op: 9"))[0], "another time is found out").toBe(1);

  await openPart(anna, "Ouders");
  await parent(anna, "Fatma").getByText("Alles voor deze ouder (inzage)").click();
  const [made] = await Promise.all([
    anna.waitForEvent("download"),
    parent(anna, "Fatma").getByRole("button", { name: "Maak het bestand" }).click(),
  ]);
  const html = readFileSync(await made.path(), "utf8");
  for (const there of ["اللعب في الخارج", "Elke dag tien minuten samen lezen.", "Ik wil eerst praten", "Ontvangstbewijs van de server", "Anna"]) expect(html).toContain(there);
  expect(html, "no way in for who finds it").not.toContain("/ouder/#");
  await paper.setContent(html);
  await expect(paper.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a letter that could not leave goes out after a restart, without the dossier being opened", async ({ meet, phone }) => {
  test.setTimeout(120_000);
  const anna = await meet(ANNA);
  await beginDossier(anna);
  await anna.route("**/api/v1/box/**", (route) => route.abort());
  const fatma = parent(anna, "Fatma");
  await fatma.getByRole("button", { name: /^Maak een brief met link/ }).click();
  await expect(fatma.getByText("Deze brief is nog niet bij de server.")).toBeVisible();
  const link = await fatma.getByLabel("De link voor deze ouder").inputValue();
  await saved(anna);
  await anna.goto("/");
  await anna.unroute("**/api/v1/box/**");
  await enter(anna, ANNA);
  await expect(anna.getByRole("heading", { level: 1 })).toBeVisible();
  const page = await phone("nl-NL");
  await expect(async () => {
    // The same address once more is no new page.
    await page.goto("about:blank");
    await page.goto(link);
    await expect(page.getByRole("heading", { level: 1, name: /^Vertel over/ })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 45_000 });
});
