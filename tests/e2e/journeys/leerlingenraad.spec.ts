// A pop-up leerlingenraad: prepared, held on one tablet without network, looked at, drawn, answered; and what nobody may find.
import { readFile } from "node:fs/promises";
import { type Page } from "@playwright/test";
import { beginCouncil, comeBack, handOver, next, openCouncilStep, openFew, openVoices, passOn, plan, ready, saved, sit, stroke, tap, wholeCouncil, write } from "../fixtures/council";
import { beginDossier, openPart } from "../fixtures/dossier";
import { accessible, cutNetwork, expect, installed, opened, test } from "../fixtures/journey";
import { beginArea, prepare } from "../fixtures/meeting";
import { enter } from "../fixtures/people";
import { download, fits, fitsLarge, PHONE, unseen } from "../fixtures/screens";

test("a whole council on one tablet without network, from the questions to the answer for the children", async ({ page, context, site }) => {
  test.setTimeout(120_000);
  await page.goto("/");
  await opened(page);
  await installed(page);
  await cutNetwork(context, site);
  await wholeCouncil(page);

  await page.locator("summary", { hasText: "Werk bij" }).click();
  await page.getByLabel(/^Wat hoorden we/).fill("Vier kinderen willen een rustige plek.");
  await page.getByLabel("Wie hebben het besproken?").fill("Werkgebied Heiloo");
  await page.getByLabel("Wie hebben het besproken?").press("Enter");
  await page.getByLabel(/^Besproken op/).fill("2026-11-23");
  await page.getByRole("radio", { name: "Een deel ervan" }).check();
  await page.getByLabel(/^Waarom/).fill("Er is één lokaal vrij.");
  await page.getByLabel(/^Wat zeggen we tegen de kinderen/).fill("Er komt een stille hoek in één lokaal.");
  await page.getByLabel(/^Aan de kinderen verteld op/).fill("2026-11-23");
  await expect(page.locator(".card__about")).toContainText("De kinderen hebben het gehoord.");
  await expect(page.locator(".answers")).toContainText("Er komt een stille hoek in één lokaal.");
  await saved(page);

  await openVoices(page, "De tekening");
  await expect(page.locator(".world .slip")).toHaveCount(5);
  await expect(page.getByRole("table")).toContainText("Wij delen de bal");
  await page.getByRole("button", { name: /^Haal uit de tekening.*Gewoon samen/ }).click();
  await expect(page.locator(".world .slip")).toHaveCount(4);
  await page.locator("summary", { hasText: "Uit de tekening gehaald" }).click();
  await page.getByRole("button", { name: /^Leg terug/ }).click();
  await expect(page.locator(".world .slip")).toHaveCount(5);
  // Who cannot tap on the drawing works from the list, and comes back to it.
  const row = page.getByRole("row", { name: /Gewoon samen/ });
  const open = row.getByRole("button", { name: /^Bekijk en werk bij/ });
  await open.press("Enter");
  const what = page.getByRole("status", { name: "Wat hier ligt" });
  await expect(what).toBeFocused();
  await what.getByLabel(/^Plaats in de tekening/).selectOption("Op het schoolplein");
  await expect(row).toContainText("Op het schoolplein");
  await what.getByRole("textbox").fill("Wij spelen nu samen.");
  await what.getByRole("textbox").press("Enter");
  await expect(row).toContainText("Wij spelen nu samen.");
  await page.getByRole("button", { name: "Sluit", exact: true }).press("Enter");
  await expect(open).toBeFocused();
  // What was taken out is told so where it was said, and comes back from there as well, to the place that it had.
  await row.getByRole("button", { name: /^Haal uit de tekening/ }).click();
  await openVoices(page, "Overzicht");
  await page.getByRole("link", { name: "Samen buiten spelen" }).click();
  await openCouncilStep(page, "Wat er is gezegd");
  const said = page.locator(".said", { hasText: "Gewoon samen" });
  await expect(said).toContainText("Uit de tekening gehaald");
  await said.getByRole("button", { name: /^Leg terug/ }).click();
  await expect(said).toContainText("Ligt in de tekening");
  await expect(said.getByLabel(/^Plaats in de tekening/)).toHaveValue("plein");
  await openVoices(page, "De tekening");
  await saved(page);

  await page.reload();
  await opened(page);
  await expect(page.locator(".world .slip")).toHaveCount(5);
});

test("a council that did not go ahead makes room for the next, and one of talk alone was held", async ({ page }) => {
  await beginCouncil(page);
  await openVoices(page, "Overzicht");
  await plan(page, "Samen leren", "2026-12-14");
  const next = page.locator(".next");
  await expect(next).toContainText("Samen buiten spelen");
  await page.getByRole("link", { name: "Samen buiten spelen" }).click();
  const asked = page.locator(".card__question");
  await expect(asked).toHaveText([/^Stel/, /^Wat is er nodig/, /^Alle kinderen/]);
  const third = page.getByRole("listitem").filter({ has: asked.filter({ hasText: /^Alle kinderen/ }) });
  await third.locator("summary", { hasText: "Verander de woorden" }).click();
  await third.getByLabel("De vraag in jullie woorden").fill("Wordt school leuker als iedereen er is?");
  await third.getByLabel("De vraag in jullie woorden").press("Enter");
  const earlier = page.getByRole("button", { name: /^Omhoog.*Wordt school leuker/ });
  await earlier.press("Enter");
  await expect(earlier, "the keyboard stays with it").toBeFocused();
  await earlier.press("Enter");
  await expect(asked).toHaveText([/^Wordt school leuker/, /^Stel/, /^Wat is er nodig/]);
  await expect(earlier).toHaveCount(0);
  await accessible(page);
  await page.getByLabel("Deze raad is gehouden").check();
  await expect(page.getByText("Verander de woorden"), "what was asked stays").toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Haal deze raad weg/ }), "what was held stays").toHaveCount(0);
  await openVoices(page, "Overzicht");
  await expect(next).toContainText("Samen leren");
  await page.getByRole("link", { name: "Samen buiten spelen" }).click();
  await page.getByLabel("Deze raad is gehouden").uncheck();
  await page.getByRole("button", { name: /^Haal deze raad weg/ }).click();
  await openVoices(page, "Overzicht");
  await expect(next).toContainText("Samen leren");
  await page.locator("summary", { hasText: "Weggehaalde raden" }).click();
  await page.getByRole("link", { name: "Samen buiten spelen" }).click();
  await accessible(page);
  await page.getByRole("button", { name: /^Zet terug.*Samen buiten spelen/ }).click();
  await openVoices(page, "Overzicht");
  await expect(next).toContainText("Samen buiten spelen");
});

/** How wide and high each sheet of paper is, in points. */
async function sheets(page: Page): Promise<number[][]> {
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return [...paper.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]);
}

test("the guide, the plan for children and the poster are one sheet each, also where a browser does not wait for the paper", async ({ page }) => {
  test.setTimeout(120_000);
  await wholeCouncil(page);
  await openVoices(page, "Het plan voor kinderen");
  expect(await sheets(page), "the plan for children").toHaveLength(1);
  await openVoices(page, "De tekening");
  await page.evaluate(() => (window.print = () => undefined));
  await page.getByRole("button", { name: "Druk af als poster (A3)" }).click();
  expect(await sheets(page), "the poster").toEqual([[1191, 842]]);
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(page.locator("html")).not.toHaveAttribute("data-druk");
  await openVoices(page, "Overzicht");
  await plan(page, "Samen leren", "2026-12-14");
  await page.getByRole("link", { name: "Samen leren" }).click();
  await openCouncilStep(page, "Gids");
  await expect(page.locator(".guide"), "it begins with what became of last time").toContainText("Een rustige plek: Nog niet besloten");
  expect(await sheets(page), "the guide").toHaveLength(1);
});

test("dots of others are hidden until all have been", async ({ page }) => {
  await beginCouncil(page);
  await page.getByRole("radio", { name: /^Stippen/ }).check();
  await page.getByLabel("Hoeveel kinderen zitten er in de kring?").fill("2");
  await page.getByLabel("Hoeveel kinderen zitten er in de kring?").press("Tab");
  await page.getByRole("button", { name: "Geef de tablet aan de kinderen" }).click();
  await expect(page.getByRole("heading", { name: "Wat is er nodig, zodat dit kind bij jullie op school kan?" }), "what they are about").toBeVisible();
  const more = page.getByRole("button", { name: "Een stip erbij: Een rustige plek" });
  for (let dot = 0; dot < 3; dot += 1) await more.click();
  await expect(more).toBeDisabled();
  await fitsLarge(page, "dots");
  await tap(page, "Klaar");
  await expect(page.getByText("Stippen over: 3")).toBeVisible();
  await expect(page.locator(".child")).not.toContainText("●");
  await page.getByRole("button", { name: "Een stip erbij: Iemand die helpt" }).click();
  await tap(page, "Klaar");
  await expect(page.getByRole("heading", { name: "Daar liggen de stippen" })).toBeVisible();
  await expect(page.locator(".dots__row", { hasText: "Een rustige plek" })).toContainText("●●●");
  await fitsLarge(page, "the dots of all");
  await comeBack(page);
  // A round that breaks off is done anew, and counts once.
  await page.getByRole("radio", { name: /^Stippen/ }).check();
  await page.getByRole("button", { name: "Geef de tablet aan de kinderen" }).click();
  await page.getByRole("button", { name: "Een stip erbij: Iemand die helpt" }).click();
  await tap(page, "Klaar");
  await expect(page.getByText("Stippen over: 3")).toBeVisible();
  await comeBack(page);
  await openCouncilStep(page, "Nakijken");
  const sum = page.locator(".dots__row");
  await expect(sum.filter({ hasText: "Een rustige plek" })).toContainText("3");
  await expect(sum.filter({ hasText: "Iemand die helpt" })).toContainText("1");
  await accessible(page);
  await page.getByRole("button", { name: "Laat de stippen weg" }).click();
  await expect(sum).toHaveCount(0);
  await page.getByRole("button", { name: "Zet terug" }).click();
  await expect(sum).toHaveCount(2);
});

test("fewer than five children stay on the device of the adult", async ({ page }) => {
  test.setTimeout(120_000);
  await beginCouncil(page);
  await handOver(page);
  await sit(page);
  await write(page, "Ik ben de enige", true);
  await tap(page, "Ik stop");
  await passOn(page);
  await comeBack(page);
  await openCouncilStep(page, "Nakijken");
  await accessible(page);
  await openFew(page);
  await page.getByRole("button", { name: "Geen naam, geen gezicht" }).click();
  await expect(page.getByRole("button", { name: "Leg alles in de raad" })).toBeDisabled();
  await expect(page.getByText("Er deden minder dan vijf kinderen mee.")).toBeVisible();
  // Who forgets it is told: there may be a worry in it.
  await page.getByRole("link", { name: "Vandaag", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 2, name: "Samen buiten spelen" })).toBeVisible();
  await accessible(page);
  await page.getByRole("link", { name: "Kijk de antwoorden na" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Nakijken/ })).toBeVisible();
  // What cannot be read is not called nothing.
  await page.evaluate(damage);
  await page.reload();
  await opened(page);
  await expect(page.getByText("Wat hier wacht, kan niet worden gelezen")).toBeVisible();
  await expect(page.getByText("Er is nog niets gezegd")).toHaveCount(0);
  await accessible(page);
});

/** What waits on this device is damaged. */
async function damage(): Promise<void> {
  const done = <T>(request: IDBRequest<T>) => new Promise<T>((good, bad) => ((request.onsuccess = () => good(request.result)), (request.onerror = () => bad(request.error))));
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name!));
    if (database.objectStoreNames.contains("meta")) {
      const meta = database.transaction("meta", "readwrite").objectStore("meta");
      for (const key of await done(meta.getAllKeys())) if (String(key).startsWith("local/inbreng/")) await done(meta.put(new Uint8Array([1, 2, 3]), key));
    }
    database.close();
  }
}

test("at a placemat nobody sees a corner until all are ready, and the middle is made together", async ({ page }) => {
  test.setTimeout(120_000);
  await beginCouncil(page);
  await page.getByRole("radio", { name: /^Placemat/ }).check();
  await page.getByLabel("Hoeveel kinderen zitten eraan?").fill("2");
  await page.getByLabel("Hoeveel kinderen zitten eraan?").press("Tab");
  await page.getByRole("button", { name: "Geef de tablet aan de kinderen" }).click();
  await expect(page.getByRole("heading", { name: "Deze hoek is voor jou" })).toBeVisible();
  const steps = await page.evaluate(() => history.length);
  await accessible(page);
  const names = new Set<string | null>();
  for (const words of ["kwartelei", "stille hoek"]) {
    await unseen(page, /kwartelei/);
    await tap(page, "Ik ben er");
    await tap(page, "Ik doe mee");
    await tap(page, "Schrijven");
    names.add(await page.locator(".child textarea").getAttribute("name"));
    await unseen(page, /kwartelei/);
    await tap(page, "Terug");
    await write(page, words, true);
    await ready(page);
    await tap(page, "Volgende");
  }
  await expect(page.getByRole("heading", { name: "Wat vinden jullie samen?" })).toBeVisible();
  names.add(await page.locator(".child textarea").getAttribute("name"));
  expect(names.size, "no field has the name of an earlier one").toBe(3);
  await expect(page.getByRole("list", { name: "De hoeken" })).toContainText("kwartelei");
  await expect(page.getByRole("list", { name: "De hoeken" })).toContainText("stille hoek");
  await accessible(page);
  await fits(page, "all corners");
  // A phone has no room for all of it at once: corner by corner, and then the middle.
  await page.setViewportSize({ width: 390, height: 844 });
  const corner = page.getByRole("listitem").filter({ hasText: /kwartelei|stille hoek/ });
  await expect(corner).toHaveCount(1);
  await accessible(page);
  await fits(page, "the first corner");
  await fitsLarge(page, "the first corner");
  await page.setViewportSize(PHONE);
  await tap(page, "Verder");
  await expect(corner).toContainText("stille hoek");
  await fits(page, "the second corner");
  await tap(page, "Verder");
  await expect(corner).toHaveCount(0);
  await fits(page, "the middle");
  await accessible(page);
  await fitsLarge(page, "the middle");
  await page.setViewportSize({ width: 1180, height: 820 });
  await page.locator(".child textarea").fill("een plek om te rusten");
  await tap(page, "Klaar");
  await tap(page, "Mag erbij");
  await expect(page.getByText("Jullie placemat is klaar.")).toBeVisible();
  await tap(page, "Nieuwe placemat");
  await unseen(page, /kwartelei|stille hoek|rusten/);
  expect(await page.evaluate(() => history.length), "there is nothing to go back to").toBe(steps);
  await comeBack(page);
  await openCouncilStep(page, "Nakijken");
  await openFew(page);
  await expect(page.locator(".said")).toHaveCount(3);
  await expect(page.getByText("Kinderen die meededen: 2.")).toBeVisible();
});

test("the talking stick comes to everybody, and passing is fine", async ({ page }) => {
  await beginCouncil(page);
  await page.getByRole("radio", { name: /^Praatstok/ }).check();
  await page.getByLabel("Hoeveel kinderen zitten er in de kring?").fill("3");
  await page.getByLabel("Hoeveel kinderen zitten er in de kring?").press("Tab");
  await page.getByRole("button", { name: "Geef de tablet aan de kinderen" }).click();
  const now = page.locator(".child .stick");
  const first = await now.innerText();
  await tap(page, "Ik sla over");
  await expect(now).not.toHaveText(first);
  await tap(page, "Geef door");
  await expect(page.getByText("Ronde: 1")).toBeVisible();
  await tap(page, "Geef door");
  await expect(page.getByText("Ronde: 2")).toBeVisible();
  await expect(now).toHaveText(first);
  await tap(page, "Eén terug");
  await expect(page.getByText("Ronde: 1")).toBeVisible();
  await accessible(page);
  await fitsLarge(page, "the stick");
});

test("what children said goes to the agenda of the werkgebied, into the plan for children, and the tekening goes out as a file", async ({ page }) => {
  test.setTimeout(180_000);
  await beginArea(page);
  await prepare(page, "2026-12-07");
  await wholeCouncil(page);
  await page.getByRole("button", { name: /^Zet bij de agenda van.*Heiloo/ }).click();
  await expect(page.getByText(/^Staat bij de agenda van.*Heiloo/)).toBeVisible();
  await page.locator("summary", { hasText: "Werk bij" }).click();
  await page.getByLabel("Wie hebben het besproken?").fill("Werkgebied Heiloo");
  await page.getByLabel("Wie hebben het besproken?").press("Enter");
  await page.getByLabel(/^Besproken op/).fill("2026-11-23");
  await page.getByRole("radio", { name: "Ja, dat doen we" }).check();
  await page.getByLabel(/^Waarom/).fill("Er is één lokaal vrij.");
  await page.getByLabel(/^Wat zeggen we tegen de kinderen/).fill("Er komt een stille hoek.");
  await page.getByLabel("Dit wordt gebruikt in ons werk").check();
  await saved(page);
  await openVoices(page, "Het plan voor kinderen");
  await expect(page.locator(".junior"), "the children do not know yet").not.toContainText("Er komt een stille hoek.");
  await openVoices(page, "Wat ermee gebeurt");
  await page.locator("summary", { hasText: "Werk bij" }).click();
  await page.getByLabel(/^Aan de kinderen verteld op/).fill("2026-11-23");
  await saved(page);

  await openVoices(page, "Het plan voor kinderen");
  await expect(page.locator(".junior")).toContainText("Ieder kind kan naar school in de eigen buurt.");
  await expect(page.locator(".junior")).toContainText("Er komt een stille hoek.");
  await expect(page.locator(".kantlijn").getByText(/Ondersteuningsplan PPO-NK 2022-2026/).first()).toBeAttached();
  await accessible(page);

  await openVoices(page, "De tekening");
  await page.locator("summary", { hasText: "Breng een tekening van eerder binnen" }).click();
  await page.getByLabel("Van welk jaar is zij?").fill("2021");
  await page.getByLabel("Van welk jaar is zij?").press("Enter");
  await page.getByLabel(/^Ik heb gekeken/).check();
  const jpeg = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 400, height: 280 });
    const pen = canvas.getContext("2d")!;
    pen.fillStyle = "#1144aa";
    pen.fillRect(0, 0, 400, 280);
    const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), "image/jpeg"));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const asking = page.waitForEvent("filechooser");
  await page.locator(".files__add").getByRole("button").first().click();
  await (await asking).setFiles({ name: "tekening.jpg", mimeType: "image/jpeg", buffer: Buffer.from(jpeg) });
  await expect(page.locator(".world image")).toHaveCount(1);
  await openVoices(page, "Overzicht");
  await expect(page.locator(".world image"), "the drawing as it is now").toHaveCount(1);
  await page.getByRole("link", { name: "Samen buiten spelen" }).click();
  await expect(page.locator(".world image"), "and where the next council begins").toHaveCount(1);
  await openVoices(page, "De tekening");
  await page.locator("summary", { hasText: "Breng een tekening van eerder binnen" }).click();
  await page.getByLabel("Wat staat erin?").fill("Kinderen hand in hand");
  await page.getByLabel("Wat staat erin?").press("Enter");
  await expect(page.getByRole("table")).toContainText("Kinderen hand in hand");
  await page.getByRole("button", { name: "Bekijk de tekening van eerder" }).click();
  const places = page.locator(".spots__over .spot");
  await page.locator(".spots__over").click({ position: { x: 60, y: 60 } });
  await page.getByRole("button", { name: "Naar rechts" }).click();
  await page.getByLabel("Wat hoorden we hier?").fill("Bij de poort wachten we op elkaar");
  await page.getByLabel("Wat hoorden we hier?").press("Enter");
  await expect(places).toHaveCount(1);
  await accessible(page);
  await page.getByRole("button", { name: "Bij de poort wachten we op elkaar", exact: true }).click();
  await expect(page.locator(".spots__heard")).toContainText("Bij de poort wachten we op elkaar");
  await places.click();
  await page.getByRole("button", { name: /^Verplaats.*Bij de poort/ }).click();
  await page.getByRole("button", { name: "Omlaag" }).click();
  await page.getByRole("button", { name: "Hier is het" }).click();
  await page.getByRole("button", { name: /^Haal de plek weg.*Bij de poort/ }).click();
  await expect(places).toHaveCount(0);
  await expect(page.getByRole("table"), "what was heard stays").toContainText("Bij de poort wachten we op elkaar");
  await saved(page);
  await page.getByRole("button", { name: "Een raad eerder" }).click();
  await expect(page.locator(".steps__where")).toContainText("2021");
  await expect(page.locator(".world .slip .slip__words", { hasText: "Kinderen" })).toHaveCount(1);
  await page.getByRole("button", { name: "Een raad later" }).click();
  await accessible(page);
  const lines = await download(page, "Geef als tekening van lijnen");
  expect(lines.name).toMatch(/\.svg$/);
  expect(lines.buffer.toString()).toContain("In de klas");
  expect(lines.buffer.toString()).toContain("data:image/jpeg;base64,");
  const picture = await download(page, "Geef als plaatje voor een dia");
  expect(picture.name).toMatch(/\.png$/);
  expect(picture.buffer.readUInt32BE(16), "as wide as a slide").toBeGreaterThan(3000);

  await page.goto("/werkgebied");
  await opened(page);
  await page.locator(".next").getByRole("link").first().click();
  await expect(page.getByText("Kinderen zeggen: Een rustige plek").first()).toBeVisible();
});

test("in a dossier the child answers itself, in the ways of a leerlingenraad", async ({ page }) => {
  test.setTimeout(120_000);
  await beginDossier(page);
  await openPart(page, "Kind");
  await accessible(page);
  await page.getByRole("button", { name: "Geef de tablet aan het kind" }).click();
  await tap(page, "Ik ben er");
  await expect(page.getByText("Jouw antwoorden komen in jouw dossier.")).toBeVisible();
  await tap(page, "Ik doe mee");
  await expect(page.getByRole("heading", { name: "Waar word jij blij van?" })).toBeVisible();
  await tap(page, "Tekenen");
  await stroke(page, page.getByRole("img", { name: "Tekenvel" }), [0.2, 0.3], [0.8, 0.6]);
  await expect(page.locator(".draw__sheet path.stroke").first()).toBeVisible();
  await tap(page, "Klaar");
  await page.locator(".child textarea").fill("Voetballen met mijn broer");
  await tap(page, "Klaar");
  await expect(page.getByRole("heading", { name: "Mogen je ouders deze tekening zien?" })).toBeVisible();
  await accessible(page);
  await tap(page, "Liever niet");
  await tap(page, "Kiezen");
  await tap(page, "Heel blij");
  await ready(page);
  await expect(page.getByRole("heading", { name: "Dank je wel" })).toBeVisible();
  await page.getByRole("button", { name: "Voor de begeleider" }).click();
  await page.getByRole("button", { name: "Sluit af met mijn pincode" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Vergrendeld|Wie ben je/ })).toBeVisible();
  await enter(page);
  await expect(page.getByRole("heading", { level: 2, name: "Getekend door het kind" })).toBeVisible();
  await expect(page.locator(".cards .card")).toContainText("Voetballen met mijn broer");
  await expect(page.locator(".cards .card")).toContainText("Het kind wil dit voor zichzelf houden.");
  await openPart(page, "Ouders");
  await page.getByText("Alles voor deze ouder (inzage)").first().click();
  const exporting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Maak het bestand" }).first().click();
  const inzage = await readFile(await (await exporting).path(), "utf8");
  expect(inzage).not.toContain("Voetballen met mijn broer");
  expect(inzage).not.toContain("<svg");
  expect(inzage).toContain("Uw kind wil die voor zichzelf houden.");
  await openPart(page, "Naast elkaar");
  await expect(page.getByText("Heel blij")).toBeVisible();
  const drawing = page.getByRole("img", { name: /^Tekening:/ });
  await expect(drawing).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(drawing, "what a child keeps to itself is not on the sheet").toBeHidden();
});
