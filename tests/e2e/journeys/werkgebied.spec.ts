// A werkgebied meets in a room without Wi-Fi: prepares, holds, decides on money, ends, and adopts its minutes the next time.
import { readFile } from "node:fs/promises";
import { type Page } from "@playwright/test";
import { accessible, cutNetwork, expect, installed, opened, test } from "../fixtures/journey";
import { press, tabTo, type } from "../fixtures/keys";
import { addMembers, agenda, beginArea, close, decide, fillIn, goTo, makeAgenda, openPart, openStep, prepare, saved } from "../fixtures/meeting";

test("from agenda to adopted minutes, on one tablet without network", async ({ page, context, site }) => {
  test.setTimeout(180_000);
  await page.goto("/");
  await opened(page);
  await installed(page);
  await cutNetwork(context, site);
  await beginArea(page);
  await addMembers(page);
  await openPart(page, "Jaarplanning");
  await page.getByLabel("Budget in dit kalenderjaar").first().fill("10000");
  await page.getByLabel("Budget in dit kalenderjaar").first().press("Enter");
  await expect(page.getByText("Over: € 10.000,00 van € 10.000,00").first()).toBeVisible();
  const first = await prepare(page, "2026-11-23");
  expect(await agenda(page)).toEqual(expect.arrayContaining([expect.stringContaining("Opening")]));
  await fillIn(page.getByLabel("Punt op de agenda"), "Leeskring op twee scholen");
  await fillIn(page.getByLabel("Punt op de agenda"), "Jaarafsluiting");

  await page.getByRole("link", { name: "Naar de vergadering" }).click();
  await page.getByRole("button", { name: "Iedereen is er" }).click();
  await expect(page.locator("summary", { hasText: "3 aanwezig, 2 van 2 scholen" })).toBeVisible();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Opening en wie er zijn" })).toBeVisible();

  await goTo(page, "Leeskring op twee scholen");
  await page.getByLabel(/^Aantekeningen/).fill("Beide scholen doen mee.");
  await decide(page, "Wij beginnen in januari een leeskring.");
  await page.getByLabel("Dit kost geld uit het budget van het werkgebied").check();
  await page.getByLabel("Bedrag").fill("2500");
  await page.getByLabel("Bedrag").press("Enter");
  await page.getByRole("radio", { name: "Route 2: meer scholen" }).check();
  await expect(page.getByText("Daarna is er over in 2026: € 7.500,00")).toBeVisible();
  await page.getByRole("button", { name: "Leg het besluit vast" }).click();
  await expect(page.locator(".decided__one")).toContainText("2026-heiloo-1");

  await page.getByRole("button", { name: /^Actie/ }).click();
  await page.getByLabel("Wat moet er gebeuren?").fill("Boeken bestellen");
  await page.locator("#vastleggen").getByLabel("Wie").selectOption({ label: "Anna" });
  await page.getByRole("button", { name: "Leg de actie vast" }).click();
  await expect(page.locator(".todo__one")).toContainText("Boeken bestellen");
  await saved(page);

  await close(page, "2027-03-11");
  await expect(page.locator(".minutes")).toContainText("Wij beginnen in januari een leeskring.");
  await saved(page);
  await page.reload();
  await opened(page);
  const minutes = page.locator(".minutes");
  for (const text of ["Anna (De Vlinder)", "Beide scholen doen mee.", "€ 2.500,00", "Boeken bestellen", "11 maart 2027"]) {
    await expect(minutes).toContainText(text);
  }

  await page.goto("/werkgebied/acties");
  await opened(page);
  await page.getByRole("checkbox", { name: "Boeken bestellen" }).check();
  await expect(page.getByRole("button", { name: /^Toch niet/ })).toBeVisible();
  await page.getByRole("button", { name: /^Toch niet/ }).click();
  await expect(page.getByRole("checkbox", { name: "Boeken bestellen" })).not.toBeChecked();

  await openPart(page, "Overzicht");
  await makeAgenda(page);
  const carried = page.locator(".agenda__item", { hasText: "Jaarafsluiting" });
  await expect(carried).toContainText("doorgeschoven 1×");
  expect((await agenda(page)).filter((title) => title.includes("Leeskring"))).toEqual([]);
  await openStep(page, "Vergadering");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await goTo(page, "Openstaande acties");
  await expect(page.locator(".todo__one")).toContainText("Boeken bestellen");
  await page.getByRole("button", { name: /^Stel vast/ }).click();
  await expect(page.getByText("Het verslag en de besluiten zijn vastgesteld.")).toBeVisible();
  await saved(page);
  await page.goto(`${first}/verslag`);
  await opened(page);
  await expect(page.getByText("Vastgesteld op 23 november 2026.")).toBeVisible();
  await expect(page.locator(".decided__one").first()).not.toContainText("nummer nog niet vast");

  await page.goto("/werkgebied/besluiten");
  await opened(page);
  await page.getByLabel("Zoek op woorden of nummer").fill("leeskring januari");
  await expect(page.getByText("1 besluiten gevonden")).toBeVisible();
});

test("the capture bar works with three keys, until somebody switches them off", async ({ page }) => {
  await beginArea(page);
  await addMembers(page);
  await prepare(page, "2026-11-23");
  await openStep(page, "Vergadering");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Opening en wie er zijn" })).toBeVisible();
  await page.keyboard.press("b");
  await expect(page.getByLabel("Wat is er besloten?")).toBeFocused();
  await page.keyboard.type("Wij bellen bij elke vraag eerst de buurschool.");
  await accessible(page);
  for (let stops = 0; stops < 12; stops += 1) {
    await page.keyboard.press("Tab");
    if (await page.getByRole("button", { name: "Leg het besluit vast" }).evaluate((one) => one === document.activeElement)) break;
  }
  await page.keyboard.press("Enter");
  await expect(page.locator(".decided__one")).toContainText("eerst de buurschool");
  await page.keyboard.press("a");
  await expect(page.getByLabel("Wat moet er gebeuren?")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("Wat moet er gebeuren?")).toHaveCount(0);
  await page.keyboard.press("n");
  await expect(page.getByLabel(/^Aantekeningen/)).toBeFocused();
  await page.keyboard.type("banaan");
  await expect(page.getByLabel(/^Aantekeningen/)).toHaveValue("banaan");
  await page.getByLabel("Sneltoetsen").uncheck();
  await page.keyboard.press("b");
  await expect(page.getByLabel("Wat is er besloten?")).toHaveCount(0);
});

test("a whole meeting is held by keyboard alone, on the projector too", async ({ page }) => {
  test.setTimeout(120_000);
  await beginArea(page);
  await addMembers(page);
  await openPart(page, "Jaarplanning");
  await page.getByLabel("Dag", { exact: true }).last().fill("2026-11-23");
  await page.getByRole("button", { name: "Zet in de planning" }).click();
  await openPart(page, "Overzicht");

  // From here no hand leaves the keys.
  await press(page, page.getByRole("link", { name: "Maak de agenda" }));
  await press(page, page.getByRole("button", { name: "Maak de agenda" }));
  await expect(page.locator(".agenda__item").first()).toBeVisible();
  await type(page, page.getByLabel("Punt op de agenda"), "Leeskring");
  const own = page.locator(".agenda__item", { hasText: "Leeskring" });
  const before = await agenda(page);
  await press(page, own.getByRole("button", { name: /^Omhoog/ }), true);
  await expect.poll(() => agenda(page)).not.toEqual(before);
  await press(page, page.getByRole("link", { name: "Naar de vergadering" }));
  await press(page, page.getByRole("button", { name: "Iedereen is er" }));
  await press(page, page.getByRole("button", { name: "Begin", exact: true }));
  await expect(page.getByRole("heading", { level: 2, name: "Opening en wie er zijn" })).toBeVisible();
  await press(page, page.locator("summary", { hasText: "De hele agenda" }));
  await press(page, page.locator(".course").getByRole("button", { name: "Leeskring" }));
  await expect(page.getByRole("heading", { level: 2, name: "Leeskring" })).toBeVisible();

  // Notes, a decision, an action: one key each, and Escape to leave a form.
  await page.keyboard.press("n");
  await expect(page.getByLabel(/^Aantekeningen/)).toBeFocused();
  await page.keyboard.type("Beide scholen doen mee.");
  await tabTo(page, page.getByRole("checkbox", { name: "Klaar", exact: true }));
  await page.keyboard.press("b");
  await expect(page.getByLabel("Wat is er besloten?")).toBeFocused();
  await page.keyboard.type("Wij beginnen in januari.");
  await press(page, page.getByRole("button", { name: "Leg het besluit vast" }));
  await expect(page.locator(".decided__one")).toContainText("Wij beginnen in januari.");
  await expect(page.locator("#vastleggen button").first()).toBeFocused();
  await page.keyboard.press("a");
  await expect(page.getByLabel("Wat moet er gebeuren?")).toBeFocused();
  await page.keyboard.type("Boeken bestellen");
  await tabTo(page, page.locator("#vastleggen").getByLabel("Wie"));
  await page.keyboard.type("Anna");
  await press(page, page.getByRole("button", { name: "Leg de actie vast" }));
  await expect(page.locator(".todo__one")).toContainText("Boeken bestellen");
  await expect(page.locator(".todo__one")).toContainText("Anna");

  // The projector, and back.
  const steps = page.getByRole("navigation", { name: "Stappen van de vergadering" });
  await press(page, steps.getByRole("link", { name: "Scherm", exact: true }), true);
  await expect(page.getByRole("heading", { level: 1, name: "Leeskring" })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("heading", { level: 1, name: "Leeskring" })).toHaveCount(0);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { level: 1, name: "Leeskring" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(steps).toBeVisible();

  // Reading back, the next day, and the end.
  await press(page, page.locator("summary", { hasText: "Teruglezen en afsluiten" }));
  await tabTo(page, page.getByLabel("Volgende vergadering"));
  // The same in every order in which a browser asks for day and month.
  await page.keyboard.type("03032027");
  await expect(page.getByLabel("Volgende vergadering")).toHaveValue("2027-03-03");
  await press(page, page.getByRole("button", { name: "Sluit de vergadering" }));
  await expect(page.getByRole("heading", { level: 1, name: /^Verslag/ })).toBeVisible();
  for (const text of ["Beide scholen doen mee.", "Wij beginnen in januari.", "Boeken bestellen", "3 maart 2027"]) {
    await expect(page.locator(".minutes")).toContainText(text);
  }
});

test("the agenda moves by button and by dragging, and says when it is too full", async ({ page }) => {
  await beginArea(page);
  await prepare(page, "2026-11-30");
  const before = (await agenda(page)).map((title) => title.replace(/^\d+\.\s*/, ""));
  const row = page.locator(".agenda__item").nth(2);
  const name = before[2];
  await row.getByRole("button", { name: /^Omhoog/ }).click();
  await expect(page.locator(".agenda__title").nth(1)).toContainText(name);
  await expect(page.locator(".agenda__item").nth(1).getByRole("button", { name: /^Omhoog/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(".agenda__title").nth(0)).toContainText(name);
  const handle = await page.locator(".agenda__handle").nth(0).boundingBox();
  const target = await page.locator(".agenda__item").nth(3).boundingBox();
  await page.mouse.move(handle!.x + 5, handle!.y + 10);
  await page.mouse.down();
  await page.mouse.move(target!.x + 60, target!.y + 20, { steps: 5 });
  await page.mouse.up();
  await expect(page.locator(".agenda__title").nth(3)).toContainText(name);
  await page.locator("summary", { hasText: "Hoelang mag het duren?" }).click();
  await page.getByLabel("Duur in minuten").fill("30");
  await page.getByLabel("Duur in minuten").press("Enter");
  await expect(page.locator(".time")).toContainText("te veel");
});

test("typing in the notes draws nothing anew but the words", async ({ page }) => {
  await beginArea(page);
  await prepare(page, "2026-11-23");
  await openStep(page, "Vergadering");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  const notes = page.getByLabel(/^Aantekeningen/);
  await notes.fill("Eerst");
  await saved(page);
  await page.evaluate(() => {
    const touched: string[] = [];
    const seen = new MutationObserver((all) => touched.push(...all.map((one) => `${one.type} ${(one.target as Element).nodeName}`)));
    for (const part of document.querySelectorAll("main, #kantlijn"))
      seen.observe(part, { subtree: true, childList: true, characterData: true, attributes: true });
    Object.assign(window, { touched });
  });
  await notes.press("End");
  await page.keyboard.type(" en dan verder");
  await expect(notes).toHaveValue("Eerst en dan verder");
  await saved(page);
  expect(await page.evaluate(() => (window as unknown as { touched: string[] }).touched)).toEqual([]);
});

test("on paper stand the minutes and the decisions, without the screen around them", async ({ page }) => {
  await beginArea(page);
  await addMembers(page);
  await prepare(page, "2026-11-23");
  await openStep(page, "Vergadering");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await decide(page, "Wij lezen elkaars plannen.");
  await page.getByRole("button", { name: "Leg het besluit vast" }).click();
  await expect(page.locator(".decided__one")).toContainText("2026-heiloo-1");
  await openStep(page, "Verslag");
  await expect(page.locator(".minutes")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".decided__one")).toBeVisible();
  await expect(page.getByText("Scan deze code om dit verslag in Thuisnabij te openen.", { exact: false })).toBeVisible();
  await expect(page.getByRole("img", { name: "Code die naar dit punt leidt" })).toHaveCount(1);
  for (const around of [".bar", ".colophon", ".parts", ".out", ".masthead__side"]) await expect(page.locator(around).first()).toBeHidden();
  const paper = await page.pdf({ format: "A4" });
  expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
});

test("what goes out is a calendar, a text and tables; what comes in is looked at first", async ({ page }) => {
  await beginArea(page);
  await prepare(page, "2026-11-23");
  await page.locator("summary", { hasText: "Haal een agenda binnen" }).click();
  await page.getByLabel("Plak een lijst").fill("1. Ouderavond (15 min)\nB: Nieuwe leesboeken 10 min");
  await expect(page.getByText("Ouderavond")).toBeVisible();
  await page.getByRole("button", { name: "Zet deze punten op de agenda" }).click();
  await expect(page.locator(".agenda__item", { hasText: "Nieuwe leesboeken" })).toContainText("Besluiten");
  const files: [string, RegExp][] = [
    ["Agendabestand (.ics)", /^BEGIN:VCALENDAR[\s\S]*Nieuwe leesboeken/],
    ["Tekst (Markdown)", /^# Werkgebiedoverleg Heiloo/],
    ["Besluiten als tabel (.csv)", /Nummer;Datum;Besluit/],
  ];
  for (const [name, content] of files) {
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name, exact: true }).click();
    const bytes = await readFile((await (await coming).path())!, "utf8");
    expect(bytes.replaceAll("\r\n ", "")).toMatch(content);
  }
});

test("the projector shows one thing, large, and never who it is about", async ({ page }) => {
  await beginArea(page);
  await addMembers(page);
  const address = await prepare(page, "2026-11-23");
  await openStep(page, "Vergadering");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.goto(`${address}/scherm`);
  await opened(page);
  await expect(page.getByRole("heading", { level: 1, name: "Opening en wie er zijn" })).toBeVisible();
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== ""))
      .filter((one) => one.getClientRects().length > 0 && one.closest(".visually-hidden, script, style") === null)
      .map((one) => ({ text: one.textContent!.trim().slice(0, 30), size: parseFloat(getComputedStyle(one).fontSize) }))
      .filter((one) => one.size < 28),
  );
  expect(small).toEqual([]);
  await expect(page.getByText("Anna").filter({ visible: true })).toHaveCount(0);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { level: 1, name: "Verslag van de vorige keer" })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("heading", { level: 1, name: "Opening en wie er zijn" })).toBeVisible();
  await accessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("navigation", { name: "Stappen van de vergadering" })).toBeVisible();
});

test("a code from paper leads to its item, and says what to do where the space is not", async ({ page }) => {
  await beginArea(page);
  await addMembers(page);
  const meeting = await prepare(page, "2026-11-23");
  await fillIn(page.getByLabel("Punt op de agenda"), "Leeskring");
  await openStep(page, "Vergadering");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await goTo(page, "Leeskring");
  await page.getByLabel(/^Aantekeningen/).fill("Beide scholen doen mee.");
  await saved(page);
  await openStep(page, "Verslag");
  const item = page.locator(".minutes__item", { hasText: "Beide scholen doen mee." });
  const anchor = await item.getAttribute("id");
  await openPart(await atOverview(page), "Overzicht");
  const space = await page.getByRole("link", { name: "Nodig iemand uit" }).getAttribute("href");
  const path = `${space!.replace("/delen/", "/naar/")}/verslag/${meeting.split("/").pop()}/${anchor!.replace("punt-", "")}`;

  await page.goto(path);
  await opened(page);
  await expect(page.getByRole("heading", { level: 1, name: /^Verslag/ })).toBeVisible();
  await expect(item).toBeFocused();
  await expect(item).toBeInViewport();

  await page.goto(path.replace(/[0-9a-f]{32}/, "0".repeat(32)));
  await opened(page);
  await expect(page.getByRole("heading", { name: "Dit staat niet op dit apparaat" })).toBeVisible();
  await accessible(page);
  await page.getByRole("link", { name: "Ik heb een uitnodiging" }).last().click();
  await expect(page).toHaveURL(/\/meedoen$/);
  await page.goto("/naar/kapot");
  await opened(page);
  await expect(page.getByRole("heading", { name: "Dit adres klopt niet" })).toBeVisible();
  await accessible(page);
});

test("Vandaag says what waits, the most urgent first, and nothing where nothing does", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await expect(page.getByRole("heading", { level: 2, name: "Waar wil je beginnen?" })).toBeVisible();
  await beginArea(page);
  await addMembers(page);
  await prepare(page, "2026-11-23");
  await openStep(page, "Vergadering");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.getByRole("button", { name: /^Actie/ }).click();
  await page.getByLabel("Wat moet er gebeuren?").fill("Boeken bestellen");
  await page.locator("#vastleggen").getByLabel("Wie").selectOption({ label: "Anna" });
  await page.getByLabel("Wanneer klaar").fill("2026-11-20");
  await page.getByRole("button", { name: "Leg de actie vast" }).click();
  await saved(page);

  await page.getByRole("link", { name: "Vandaag" }).first().click();
  await expect(page.locator(".next__title")).toHaveText("Werkgebiedoverleg");
  await expect(page.locator(".next")).toContainText("Heiloo, is bezig.");
  await expect(page.locator(".waiting .ways__item").first()).toContainText("Boeken bestellen");
  await accessible(page);
  await page.getByRole("link", { name: "Ga verder met de vergadering" }).click();
  await close(page, "2027-03-11");
  await page.getByRole("link", { name: "Vandaag" }).first().click();
  await expect(page.locator(".next__title")).toHaveText("Boeken bestellen");
  await expect(page.locator(".next")).toContainText("had klaar moeten zijn op 20 november 2026");
  await page.getByRole("link", { name: "Open mijn acties" }).click();
  await page.getByRole("checkbox", { name: "Boeken bestellen" }).check();
  await saved(page);
  await page.getByRole("link", { name: "Vandaag" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Vandaag" })).toBeVisible();
  await expect(page.getByText("Boeken bestellen")).toHaveCount(0);
});

/** From a page of a meeting to the overview of the werkgebied. */
async function atOverview(page: Page): Promise<Page> {
  await page.locator(".meeting__up").getByRole("link").click();
  return page;
}
