// A school looks at its basic support: colleagues answer, differ and talk; says what it offers; accounts for its money; and a
// consulent sees what schools offer together.
import { readFile } from "node:fs/promises";
import { type Page } from "@playwright/test";
import { accessible, cutNetwork, expect, installed, opened, test } from "../fixtures/journey";
import { ANNA, BRAM } from "../fixtures/people";
import { answerRow, beginSchool, openSchoolPart, row, saved } from "../fixtures/school";
import { answer, BETWEEN_DEVICES, follow, letIn, openSpace } from "../fixtures/sharing";

const SIZES = [
  { name: "a tablet", width: 1180, height: 820 },
  { name: "a phone", width: 390, height: 844 },
];

for (const { name, width, height } of SIZES) {
  test(`the checklist is filled in without network on ${name}`, async ({ page, context, site }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    await page.goto("/");
    await opened(page);
    await installed(page);
    await cutNetwork(context, site);
    await beginSchool(page);
    await openSchoolPart(page, "Checklist");
    await answerRow(page, /^Protocol dyslexie/, "Op orde");
    await page.getByRole("link", { name: /^Gesprek, bewijs en volgende stap\s*: Protocol dyslexie/ }).click();
    await page.getByLabel("Wat laat dit zien?").fill("Het protocol staat op de gedeelde schijf");
    await page.getByLabel("Wat laat dit zien?").press("Enter");
    await page.getByLabel("Wie", { exact: true }).first().selectOption({ label: "Anna" });
    await page.getByLabel("Wanneer klaar").first().fill("2027-02-01");
    await page.getByLabel("Wat gaan jullie doen?").fill("Nieuwe collega's wegwijs maken");
    await page.getByLabel("Wat gaan jullie doen?").press("Enter");
    await row(page, /^Wat zeggen jullie samen/).getByRole("radio", { name: "Op orde" }).check();
    await saved(page);
    await page.reload();
    await opened(page);
    await expect(page.getByText("Het protocol staat op de gedeelde schijf", { exact: true })).toBeVisible();
    await expect(page.locator(".todo__one")).toContainText("Anna, voor 1\u00a0februari 2027");
    await page.goto("/school");
    await opened(page);
    await expect(page.locator(".next")).toContainText("1 van de 9 onderdelen");
    await page.getByRole("checkbox", { name: "Nieuwe collega's wegwijs maken" }).check();
    await expect(page.getByText("Er staat niets open.")).toBeVisible();
    await page.getByRole("checkbox", { name: "Nieuwe collega's wegwijs maken" }).uncheck();
    await expect(page.getByText("Er staat niets open.")).toHaveCount(0);
    await page.getByRole("link", { name: "Vandaag" }).first().click();
    await expect(page.locator(".next__title")).toHaveText("De Vlinder");
    await page.getByRole("link", { name: "Open de school" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Overzicht: De Vlinder" })).toBeVisible();
  });
}

test("a next step of a school is among the actions of who does it", async ({ page }) => {
  await beginSchool(page);
  await page.getByRole("link", { name: "Ga verder" }).click();
  await page.getByLabel("Wie", { exact: true }).first().selectOption({ label: "Anna" });
  await page.getByLabel("Wat gaan jullie doen?").fill("Het gesprek plannen");
  await page.getByLabel("Wat gaan jullie doen?").press("Enter");
  await saved(page);
  await page.goto("/werkgebied/kies");
  await opened(page);
  await page.getByLabel("Werkgebied", { exact: true }).selectOption({ label: "Heiloo" });
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.getByRole("link", { name: "Mijn acties", exact: true }).click();
  await page.getByRole("checkbox", { name: "Het gesprek plannen" }).click();
  await expect(page.getByRole("checkbox", { name: "Het gesprek plannen" })).toBeChecked();
  await saved(page);
});

test.describe("with two devices", () => {
  test.use({ tolerated: BETWEEN_DEVICES });

  test("what two colleagues think meets, and where they differ the conversation begins", async ({ meet }) => {
    test.setTimeout(180_000);
    const anna = await meet(ANNA);
    await beginSchool(anna);
    await openSpace(anna, "De Vlinder");
    await anna.getByRole("radio", { name: /^Bewerken/ }).check();
    await anna.getByRole("button", { name: "Maak een uitnodiging" }).click();
    const bram = await meet(BRAM);
    await follow(bram, await anna.getByLabel("De link").inputValue(), BRAM);
    await answer(bram);
    await letIn(anna, bram);
    await expect(anna.getByText("Bram is erbij.")).toBeVisible();
    await bram.getByRole("button", { name: "Open de school" }).click();
    await anna.getByRole("link", { name: "School", exact: true }).first().click();
    await expect(bram.getByRole("heading", { level: 1, name: "Overzicht: De Vlinder" })).toBeVisible();
    await bram.getByLabel("Jouw rol").selectOption({ label: "Leerkracht" });
    await bram.getByRole("button", { name: "Zet mij erbij" }).click();
    for (const page of [anna, bram]) await openSchoolPart(page, "Checklist");
    await anna.context().setOffline(true);
    await bram.context().setOffline(true);
    await answerRow(anna, /^3\. Planmatig/, "Op orde");
    await answerRow(bram, /^3\. Planmatig/, "Nog niet");
    await saved(anna);
    await saved(bram);
    await anna.context().setOffline(false);
    await bram.context().setOffline(false);
    const said = (page: Page) => page.locator("#rij-planmatig .checklist__said");
    for (const page of [anna, bram]) {
      await expect(said(page)).toContainText("Anna: op orde, Bram: nog niet.");
      await expect(said(page)).toContainText("jullie denken verschillend");
    }
    await openSchoolPart(anna, "Overzicht");
    await expect(anna.locator(".next__title")).toHaveText("3. Planmatig werken per leerling");
    await anna.getByRole("link", { name: "Ga verder" }).click();
    await expect(anna.getByText("Vraag elkaar: waar zie je dat aan?")).toBeVisible();
    await row(anna, /^Wat zeggen jullie samen/).getByRole("radio", { name: "In ontwikkeling" }).check();
    await expect(said(bram)).toContainText("Samen: in ontwikkeling.");
    await expect(said(bram)).not.toContainText("verschillend");
  });
});

test.describe("with a consulent", () => {
  test.use({ tolerated: BETWEEN_DEVICES });

  test("a consulent comes in as one, reads all of it, ticks nothing, and the school reads the advice", async ({ meet }) => {
    test.setTimeout(180_000);
    const anna = await meet(ANNA);
    await beginSchool(anna);
    await openSchoolPart(anna, "Checklist");
    await answerRow(anna, /^Protocol dyslexie/, "In ontwikkeling");
    await openSpace(anna, "De Vlinder");
    await anna.getByRole("radio", { name: /^Consulent/ }).check();
    await expect(anna.getByRole("group", { name: "Wat mag wie je uitnodigt?" })).toHaveCount(0);
    await anna.getByRole("button", { name: "Maak een uitnodiging" }).click();
    const bram = await meet(BRAM);
    await follow(bram, await anna.getByLabel("De link").inputValue(), BRAM);
    await answer(bram);
    await letIn(anna, bram);
    await expect(anna.getByText("Bram is erbij.")).toBeVisible();
    await expect(anna.locator(".member", { hasText: "Bram" })).toContainText("Consulent");
    await expect(anna.getByRole("button", { name: /^Rol veranderen/ })).toHaveCount(0);
    await bram.getByRole("button", { name: "Open de school" }).click();
    await expect(bram.getByRole("heading", { level: 1, name: "Overzicht: De Vlinder" })).toBeVisible();
    await expect(bram.getByRole("note")).toContainText("Jij leest mee en geeft advies.");
    await expect(bram.getByRole("button", { name: "Zet mij erbij" })).toHaveCount(0);
    await openSchoolPart(bram, "Checklist");
    await expect(bram.locator("#rij-dyslexie .checklist__said")).toContainText("Anna: in ontwikkeling.");
    await expect(bram.getByRole("radio")).toHaveCount(0);
    await bram.getByRole("link", { name: /^Gesprek, bewijs en volgende stap\s*: Protocol dyslexie/ }).click();
    await expect(bram.getByLabel("In jullie eigen woorden")).toHaveAttribute("readonly", "");
    await expect(bram.getByLabel("Wat gaan jullie doen?")).toBeHidden();
    await bram.getByLabel("Jouw advies").fill("Kijk eens bij de buurschool.");
    await bram.getByLabel("Jouw advies").blur();
    await accessible(bram);
    await anna.getByRole("link", { name: "School", exact: true }).first().click();
    await openSchoolPart(anna, "Checklist");
    await anna.getByRole("link", { name: /^Gesprek, bewijs en volgende stap\s*: Protocol dyslexie/ }).click();
    await expect(anna.locator(".advice")).toContainText("Kijk eens bij de buurschool.");
    await expect(row(anna, /^Protocol dyslexie/).getByRole("radio", { name: "In ontwikkeling" })).toBeChecked();
  });
});

test("with the keyboard alone: one stop for a row, arrows for the answer, and every part of the picture", async ({ page }) => {
  await beginSchool(page);
  await openSchoolPart(page, "Checklist");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.tagName ?? "");
  const first = row(page, /^1\. De basiskwaliteit/).getByRole("radio", { name: "Op orde" });
  for (let stops = 0; stops < 40 && !(await first.evaluate((one) => one === document.activeElement)); stops += 1) await page.keyboard.press("Tab");
  await expect(first).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await expect(row(page, /^1\. De basiskwaliteit/).getByRole("radio", { name: "In ontwikkeling" })).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /^Gesprek, bewijs en volgende stap\s*: 1\./ })).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("INPUT");
  await saved(page);
  await openSchoolPart(page, "Plaat");
  const parts: string[] = [];
  for (let stops = 0; stops < 60 && parts.length < 12; stops += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.closest(".bloem") !== null)) parts.push(await focused());
  }
  expect(parts).toHaveLength(12);
  expect(parts).toContain("Basiskwaliteit groeit: in ontwikkeling, nog niet samen besproken");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /^5\. Afgestemd/ })).toBeVisible();
});

test("who does not see the picture reads all of it in the list, and a tap on a petal opens its row", async ({ page }) => {
  await beginSchool(page);
  await openSchoolPart(page, "Checklist");
  await answerRow(page, /^2\. Doeltreffende/, "Nog niet");
  await openSchoolPart(page, "Plaat");
  const drawn = await page
    .locator(".bloem__part")
    .evaluateAll((all) => all.map((one) => `${one.getAttribute("href")} ${one.getAttribute("aria-label")!.split(": ").slice(1).join(": ")}`).sort());
  const written = await page
    .locator(".plaat__row")
    .evaluateAll((all) => all.map((one) => `${one.querySelector("a")!.getAttribute("href")} ${one.querySelector(".plaat__says")!.textContent}`).sort());
  expect(drawn).toHaveLength(9);
  expect(drawn).toEqual(written);
  await page.locator(".bloem").evaluate((picture) => picture.remove());
  await accessible(page);
  await page.getByRole("link", { name: "2. Doeltreffende aanpassingen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^2\. Doeltreffende/ })).toBeVisible();
  await page.goBack();
  await page.locator(".bloem__part", { hasText: "Dyslexie" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Protocol dyslexie/ })).toBeVisible();
  await expect(page.locator(".who__name")).toContainText("Anna");
});

test("the picture and its list are one sheet A3", async ({ page }) => {
  await beginSchool(page);
  await openSchoolPart(page, "Plaat");
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const sheets = [...paper.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]);
  expect(sheets).toEqual([[1191, 842]]);
});

test("who advises ticks nothing and writes advice beside it", async ({ page }) => {
  await beginSchool(page, "De Vlinder", "Consulent");
  await openSchoolPart(page, "Checklist");
  await expect(page.getByRole("radio")).toHaveCount(0);
  await expect(page.getByText("Jij leest mee en geeft advies.")).toBeVisible();
  await page.getByRole("link", { name: /^Gesprek, bewijs en volgende stap\s*: Protocol dyscalculie/ }).click();
  await expect(page.getByRole("radio")).toHaveCount(0);
  await page.getByLabel("Jouw advies").fill("Kijk eens bij de buurschool.");
  await expect(page.getByLabel("In jullie eigen woorden")).toHaveAttribute("readonly", "");
  await saved(page);
  await page.reload();
  await opened(page);
  await expect(page.getByLabel("Jouw advies")).toHaveValue("Kijk eens bij de buurschool.");
});

test("the guide ends in a next step, can be changed on the way, and keeps nothing", async ({ page }) => {
  await beginSchool(page);
  await openSchoolPart(page, "Wegwijzer");
  const question = page.locator("#vraag");
  await page.getByLabel("Wij houden ons aan dit plan").check();
  const first = await question.innerText();
  for (let asked = 0; asked < 30 && (await question.count()) > 0; asked += 1) {
    const before = await page.locator(".wegwijzer__said").count();
    const number = page.getByLabel("Hoeveel?");
    const extra = page.getByRole("button", { name: "Meer dan basis en licht" });
    if ((await number.count()) > 0) {
      await number.fill("1");
      await number.press("Enter");
    } else if ((await extra.count()) > 0) await extra.click();
    else await page.locator(".wegwijzer__answer").first().click();
    await expect(page.locator(".wegwijzer__said")).toHaveCount(before + 1);
  }
  await expect(question).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 2, name: "Wat je nu doet" })).toBeFocused();
  await expect(page.locator(".wegwijzer__level")).toContainText("niveau 2 of 3");
  const steps = page.locator("section[aria-labelledby=uitkomst] ol li");
  expect(await steps.count()).toBeGreaterThan(0);
  await accessible(page);
  await page.getByRole("button", { name: /^Verander/ }).first().click();
  await expect(question).toHaveText(first);
  await openSchoolPart(page, "Overzicht");
  await openSchoolPart(page, "Wegwijzer");
  await expect(page.locator(".wegwijzer__said")).toHaveCount(0);
});

test("the offer hears pupils first, is read by parents, and leaves as a page that a school can place anywhere", async ({ page }) => {
  await beginSchool(page);
  await openSchoolPart(page, "Aanbod");
  await page.getByRole("button", { name: "Begin met een lege lijst" }).click();
  await expect(page.locator(".next__title")).toHaveText("Vraag eerst wat leerlingen vinden");
  await page.getByLabel("Leerlingen gehoord op").fill("2026-10-05");
  await page.getByLabel("Leerlingen gehoord op").press("Tab");
  await expect(page.locator(".next__title")).toHaveText("Vul de lijst aan");
  await answerRow(page, /^Dyslexie/, "Dat kunnen wij");
  await page.getByLabel("In het kort, voor ouders").fill("Wij kennen elk kind <bij naam>.");
  await saved(page);
  await page.getByRole("link", { name: "Bekijk zoals ouders het lezen" }).first().click();
  await expect(page.locator(".gids")).toContainText("Wat uw kind hier kan vinden");
  await expect(page.locator(".gids__need")).toHaveCount(11);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Bestand voor de website (.html)" }).click();
  const file = await readFile((await (await coming).path())!, "utf8");
  expect(file).toContain('<html lang="nl">');
  expect(file).toContain("Wij kennen elk kind &lt;bij naam&gt;.");
  expect(file.match(/<dt>/g)).toHaveLength(11);
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(paper).toMatch(/\/MediaBox \[0 0 (594|595)/);
});

test("money for light support: what came in, what it was for, whether it helped, and what is left", async ({ page }) => {
  await beginSchool(page);
  await openSchoolPart(page, "Geld");
  await page.getByRole("button", { name: "Begin dit jaar" }).click();
  await page.getByLabel("Gekregen in dit jaar").fill("veel");
  await page.getByLabel("Gekregen in dit jaar").press("Enter");
  await expect(page.getByText("Dit is geen bedrag.")).toBeVisible();
  await expect(page.getByLabel("Gekregen in dit jaar")).toHaveValue("veel");
  await page.getByLabel("Gekregen in dit jaar").fill("9000");
  await page.getByLabel("Gekregen in dit jaar").press("Enter");
  await page.getByLabel("Waarvoor").first().selectOption({ label: "Licht arrangement" });
  await page.getByLabel("Bedrag").first().fill("2500");
  await page.getByLabel("Bedrag").first().press("Enter");
  await page.getByLabel("Wat erbij?").fill("Taalgroepje in groep 3");
  await page.getByLabel("Wat erbij?").press("Enter");
  await expect(page.locator(".card")).toContainText("Licht arrangement");
  await expect(page.getByRole("row", { name: /Nog over/ })).toContainText("6.500,00");
  await saved(page);
  await page.reload();
  await opened(page);
  await expect(page.getByRole("row", { name: /Nog over/ })).toContainText("6.500,00");
});

test("what schools offer together: a gap is seen, what-if closes it, and the report names no school", async ({ page }) => {
  test.setTimeout(120_000);
  for (const [name, offer] of [["De Vlinder", "Nog niet"], ["Het Anker", "Hierin willen wij groeien"]]) {
    await beginSchool(page, name);
    await openSchoolPart(page, "Aanbod");
    await page.getByRole("button", { name: "Begin met een lege lijst" }).click();
    await answerRow(page, /^Blind of slechtziend/, offer);
    await answerRow(page, /^Horen, taal/, "Dat kunnen wij");
    await saved(page);
  }
  await openSchoolPart(page, "Dekkend aanbod");
  await expect(page.getByText("Scholen op dit apparaat: 2.")).toBeVisible();
  await expect(page.locator("section[aria-labelledby=gaten] li")).toHaveText([
    "Alle scholen samen: Blind of slechtziend zijn",
    "Heiloo: Blind of slechtziend zijn",
  ]);
  await page.getByLabel("School", { exact: true }).selectOption({ label: "Het Anker" });
  await page.getByLabel("groeit in").selectOption({ label: "Blind of slechtziend zijn" });
  await expect(page.locator("section[aria-labelledby=stel-dat] li").last()).toHaveText("Heiloo: Blind of slechtziend zijn, gat → is er");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Verslag voor de Deelnemersraad" }).click();
  const report = await readFile((await (await coming).path())!, "utf8");
  expect(report).toContain("Heiloo: Blind of slechtziend zijn");
  expect(report).not.toMatch(/Vlinder|Anker/);
  await openSchoolPart(page, "Alle scholen");
  await expect(page.locator(".card", { hasText: "Het Anker" })).toContainText("Wil groeien in: Blind of slechtziend zijn.");
  await page.getByRole("button", { name: /^Bereid het meso-gesprek voor\s*: Het Anker/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Meso-gesprekken Het Anker/ })).toBeVisible();
});

test("every four years everything side by side: what was looked at, and then it is the last one", async ({ page }) => {
  await beginSchool(page);
  await openSchoolPart(page, "Dekkend aanbod");
  await page.getByRole("link", { name: "Kies een werkgebied" }).click();
  await page.getByLabel("Werkgebied", { exact: true }).selectOption({ label: "Heiloo" });
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await saved(page);
  await page.getByRole("link", { name: "School", exact: true }).first().click();
  await openSchoolPart(page, "Dekkend aanbod");
  await expect(page.getByText("Staat bij: Heiloo.")).toBeVisible();
  await page.getByRole("button", { name: "Begin een vergelijking" }).click();
  await page.getByRole("checkbox", { name: "Percentage verwijzingen" }).check();
  await page.getByRole("checkbox", { name: "Gelijke behandeling is meegewogen" }).check();
  await page.getByLabel("Wat kwam eruit, en welke extra steun is nodig?").fill("Voor taal is meer nodig.");
  await accessible(page);
  await page.getByLabel("Klaar op").fill("2026-11-20");
  await page.getByRole("button", { name: "Leg vast als klaar" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Voor taal is meer nodig." })).toContainText("20\u00a0november 2026");
  await saved(page);
  await page.reload();
  await opened(page);
  await page.getByRole("button", { name: /^Ga hier toch mee verder/ }).click();
  await expect(page.getByRole("checkbox", { name: "Percentage verwijzingen" })).toBeChecked();
});

test("another school on this device is laid open from the list", async ({ page }) => {
  await beginSchool(page, "De Vlinder");
  await beginSchool(page, "De Mees");
  await page.goto("/school/kies");
  await opened(page);
  await page.getByRole("button", { name: "De Vlinder" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overzicht: De Vlinder" })).toBeVisible();
});
