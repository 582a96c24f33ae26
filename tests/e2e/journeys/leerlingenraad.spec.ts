// A pop-up leerlingenraad: prepared, held on one tablet without network, looked at, drawn, answered; and what nobody may find.
import { readFile } from "node:fs/promises";
import { type Browser, type Page } from "@playwright/test";
import { beginCouncil, comeBack, draw, handOver, layDown, next, openCouncilStep, openFew, openVoices, passOn, plan, ready, saved, sit, stroke, tap, wholeCouncil, write } from "../fixtures/council";
import { giveCamera, pointAt } from "../fixtures/camera";
import { accessible, cutNetwork, expect, installed, looked, MINUTE, opened, silence, test } from "../fixtures/journey";
import { beginDossier, openPart } from "../fixtures/dossier";
import { beginArea, prepare } from "../fixtures/meeting";
import { ANNA, enter } from "../fixtures/people";
import { BETWEEN_DEVICES } from "../fixtures/sharing";
import { type Site } from "../fixtures/site";
import { dutchVoice, lockScreen, saidSoFar, sentenceOver } from "../fixtures/sound";

type Handed = { name: string; mimeType: string; buffer: Buffer };

/** Taps the button and gives what was downloaded. */
const download = async (page: Page, button: string): Promise<Handed> => {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), mimeType: "text/plain", buffer: await readFile(await file.path()) };
};

/** Chooses a file where a camera could look too. */
const choose = async (page: Page, file: Handed): Promise<void> => {
  const asking = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Kies een bestand" }).click();
  await (await asking).setFiles(file);
};

/** Everything of a page that somebody could look through: the document, its fields, the address, the history and both stores of the tab. */
const traces = (page: Page) =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll("input, textarea")].map((field) => (field as HTMLInputElement).value),
      location.href,
      JSON.stringify(history.state),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
    ].join("\n"),
  );

/** Everything in the databases of the browser, as text. */
const disk = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) => new Promise<T>((good, bad) => ((request.onsuccess = () => good(request.result)), (request.onerror = () => bad(request.error))));
    let all = "";
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name!));
      for (const store of database.objectStoreNames) {
        const rows = await done(database.transaction(store).objectStore(store).getAll());
        const text = (row: unknown): string => {
          if (row instanceof Uint8Array) return new TextDecoder("latin1").decode(row);
          if (row instanceof ArrayBuffer) return text(new Uint8Array(row));
          if (row && typeof row === "object") return Object.values(row).map(text).join(" ");
          return String(row);
        };
        all += rows.map(text).join(" ");
      }
      database.close();
    }
    return all;
  });

/** What the browser kept besides: its caches and cookies, as text. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    let all = document.cookie;
    for (const name of await caches.keys()) all += name + (await (await caches.open(name)).keys()).map((one) => one.url).join(" ");
    return all;
  });

const TABLET = { width: 1180, height: 820 };
const PHONE = { width: 390, height: 844 };

/** A child's task is whole on the screen, and every button of it large enough (KIND-11), at twice the text size as well; on a tablet and on a phone. */
async function fitsLarge(page: Page, what: string): Promise<void> {
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  for (const size of [PHONE, TABLET]) {
    await page.setViewportSize(size);
    await fits(page, `${what} at ${size.width} and twice the text size`);
    expect(await small(page), `${what} at ${size.width} and twice the text size`).toEqual([]);
    expect(await tiny(page), `${what} at ${size.width} and twice the text size`).toEqual([]);
  }
  await page.evaluate(() => (document.documentElement.style.fontSize = ""));
}

/** Buttons of a child that are smaller than a child's finger. */
const small = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".child button, .child summary")]
      .filter((one) => one.offsetParent !== null)
      .map((one) => ({ name: one.innerText, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 60 || box.height < 60)
      .map(({ name }) => name),
  );

/** Words of a child's screen that are smaller than 20 pixels (KIND-11). */
const tiny = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".child *")]
      .filter((one) => one.offsetParent !== null && !one.closest(".visually-hidden"))
      .filter((one) => [...one.childNodes].some((part) => part.nodeType === Node.TEXT_NODE && part.textContent!.trim() !== ""))
      .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 20)
      .map((one) => one.innerText),
  );

/** A child's task is whole on the screen (KIND-11). */
async function fits(page: Page, what: string): Promise<void> {
  const beyond = () =>
    page.evaluate(() => ({
      down: document.documentElement.scrollHeight - document.documentElement.clientHeight,
      aside: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
  await expect.poll(beyond, { message: `${what} scrolls` }).toEqual({ down: 0, aside: 0 });
}

/** Nothing of `secrets` is anywhere that the next child, or whoever holds the tablet, could find it; and no field offers what another child typed. */
async function unseen(page: Page, secrets: RegExp): Promise<void> {
  expect(await traces(page), "on the screen and in its stores").not.toMatch(secrets);
  expect(await disk(page), "on the disk").not.toMatch(secrets);
  expect(await kept(page), "in caches and cookies").not.toMatch(secrets);
  const left = await page.evaluate(() => ({
    forms: document.querySelectorAll(".child form, .child datalist").length,
    helpful: [...document.querySelectorAll<HTMLElement>(".child input, .child textarea")]
      .filter((one) => Object.entries({ autocomplete: "off", autocorrect: "off", spellcheck: "false", writingsuggestions: "false" }).some(([name, off]) => one.getAttribute(name) !== off))
      .map((one) => one.id),
    inked: [...document.querySelectorAll<HTMLCanvasElement>(".child canvas")].some((one) =>
      one.width * one.height > 0 && one.getContext("2d")!.getImageData(0, 0, one.width, one.height).data.some((part) => part !== 0),
    ),
  }));
  expect(left, "the browser keeps no list of what was typed, and no line of another child").toEqual({ forms: 0, helpful: [], inked: false });
}

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

test("nothing of the first child is there for the second, not on the screen and not below it", async ({ page }) => {
  test.setTimeout(120_000);
  await beginCouncil(page);
  await handOver(page);
  const steps = await page.evaluate(() => history.length);
  await sit(page);
  await write(page, "mijn zeekomkommer", true);
  await draw(page, "een paarse kwartel", true);
  await tap(page, "Kiezen");
  await tap(page, "Heel blij");
  await passOn(page);
  const secrets = /zeekomkommer|kwartel/;
  await unseen(page, secrets);
  await sit(page);
  await expect(page.getByRole("img", { name: "Tekenvel" })).toHaveCount(0);
  await tap(page, "Schrijven");
  const field = page.locator(".child textarea");
  await expect(field).toHaveValue("");
  const name = await field.getAttribute("name");
  await unseen(page, secrets);
  await tap(page, "Terug");
  await tap(page, "Tekenen");
  await expect(page.locator(".draw__sheet path")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Haal terug" })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Toch wel" }), "nothing of another child comes back").toBeDisabled();
  // A finger that is still on the sheet has its line on the canvas, and it goes with the finger.
  const box = (await page.getByRole("img", { name: "Tekenvel" }).boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 140, box.y + 90, { steps: 6 });
  const inked = () =>
    page.locator("canvas.draw__line").evaluate((one: HTMLCanvasElement) => one.getContext("2d")!.getImageData(0, 0, one.width, one.height).data.some((part) => part !== 0));
  expect(await inked(), "the line is where we look for it").toBe(true);
  await page.mouse.up();
  await expect.poll(inked).toBe(false);
  await tap(page, "Haal terug");
  await unseen(page, secrets);
  expect(await page.evaluate(() => history.length), "there is nothing to go back to").toBe(steps);
  await tap(page, "Terug");
  await tap(page, "Ik stop");
  await passOn(page);
  await sit(page);
  await tap(page, "Schrijven");
  expect(await page.locator(".child textarea").getAttribute("name"), "no field has the name of an earlier one").not.toBe(name);
});

test("whoever leaves the children's screen by a way of the browser finds a locked tablet", async ({ page }) => {
  await beginCouncil(page);
  await handOver(page);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: /Vergrendeld|Wie ben je/ })).toBeVisible();
});

test("where the tablet cannot lock behind the children, no page of the adult is shown until it can", async ({ page }) => {
  await beginCouncil(page);
  await full(page);
  await openCouncilStep(page, "Voorbereiden");
  await page.getByLabel("Waar gaat het over?").fill("Nog niet bewaard");
  await page.getByLabel("Waar gaat het over?").press("Enter");
  await openCouncilStep(page, "De kring");
  await handOver(page);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Voor de begeleider" })).toBeVisible();
  await expect(page.getByText(/^Afsluiten lukte niet/)).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Stappen van de raad" })).toHaveCount(0);
  await page.evaluate(() => (window as unknown as { heal: () => void }).heal());
  await page.getByRole("button", { name: "Sluit af met mijn pincode" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Vergrendeld|Wie ben je/ })).toBeVisible();
});

test("a circle may be silent for long: the tablet does not lock in the middle of what a child says", async ({ page }) => {
  test.setTimeout(120_000);
  await beginCouncil(page);
  await handOver(page);
  await sit(page);
  await tap(page, "Schrijven");
  const field = page.locator(".child textarea");
  await field.fill("Er is overal geluid");
  await silence(page, 60 * MINUTE - 1);
  await looked(page);
  await expect(field).toHaveValue("Er is overal geluid");
  await silence(page, 60 * MINUTE);
  await expect(page.getByRole("heading", { level: 1, name: "Vergrendeld" })).toBeVisible();
});

test("a child can change its mind at every step and loses nothing by Klaar", async ({ page }) => {
  test.setTimeout(120_000);
  await beginCouncil(page);
  await handOver(page);
  await tap(page, "Ik ben er");
  await tap(page, "Liever niet");
  await next(page);
  await sit(page);
  await tap(page, "Schrijven");
  await tap(page, "Klaar");
  await expect(page.getByText("Hoe wil jij antwoorden?")).toBeVisible();
  await tap(page, "Tekenen");
  const sheet = page.getByRole("img", { name: "Tekenvel" });
  await stroke(page, sheet, [0.1, 0.1], [0.6, 0.7]);
  await stroke(page, sheet, [0.2, 0.8], [0.7, 0.2]);
  const lines = page.locator(".draw__sheet path.stroke");
  await expect(lines).toHaveCount(2);
  await tap(page, "Haal terug");
  await expect(lines).toHaveCount(1);
  await tap(page, "Toch wel");
  await expect(lines).toHaveCount(2);
  await page.getByRole("button", { name: "Plaatjes", exact: true }).click();
  await page.getByRole("button", { name: "Samen", exact: true }).press("Enter");
  const sticker = page.locator(".draw__sheet svg.picto");
  const before = await sticker.getAttribute("x");
  await page.getByRole("button", { name: "Samen", exact: true }).press("ArrowRight");
  await expect(sticker).not.toHaveAttribute("x", before!);
  await tap(page, "Klaar");
  await tap(page, "Terug");
  await expect(lines).toHaveCount(2);
  // Back without Klaar, and by another way: the drawing and the words are there when the child returns.
  await stroke(page, sheet, [0.3, 0.3], [0.5, 0.6]);
  await expect(lines).toHaveCount(3);
  await tap(page, "Terug");
  await tap(page, "Schrijven");
  await page.locator(".child textarea").fill("Ik teken liever");
  await tap(page, "Terug");
  await tap(page, "Tekenen");
  await expect(lines).toHaveCount(3);
  await tap(page, "Klaar");
  await page.locator(".child textarea").fill("Mijn huis");
  await tap(page, "Terug");
  await tap(page, "Klaar");
  await expect(page.locator(".child textarea")).toHaveValue("Mijn huis");
  await tap(page, "Klaar");
  await tap(page, "Mag erbij");
  // That was a wrong tap, as is stopping.
  await tap(page, "Terug");
  await tap(page, "Liever niet");
  await tap(page, "Ik stop");
  await tap(page, "Terug");
  await expect(page.getByText("Vraag 2 van 3")).toBeVisible();
  await tap(page, "Kiezen");
  await tap(page, "Ik weet het niet");
  await tap(page, "Ik stop");
  await passOn(page);
  await comeBack(page);
  await openCouncilStep(page, "Nakijken");
  await openFew(page);
  await expect(page.locator(".said textarea")).toHaveValue("Mijn huis");
  await expect(page.locator(".said")).toContainText("Liever niet in de tekening");
});

/** Where the first point of the last line lies in the window. */
const firstPoint = (page: Page) =>
  page.locator(".draw__sheet path.stroke").last().evaluate((path: SVGPathElement) => {
    const { x, y } = path.getPointAtLength(0).matrixTransform(path.getScreenCTM()!);
    return { x, y };
  });

test("the line lies where the finger was, on a tablet either way up and on a phone", async ({ page }) => {
  await beginCouncil(page);
  await handOver(page);
  await sit(page);
  await tap(page, "Tekenen");
  const sheet = page.getByRole("img", { name: "Tekenvel" });
  for (const size of [TABLET, { width: 1024, height: 768 }, { width: 1366, height: 1024 }, { width: 820, height: 1180 }, PHONE]) {
    await page.setViewportSize(size);
    const box = (await sheet.boundingBox())!;
    for (const [x, y] of [[0.04, 0.08], [0.9, 0.85]] as const) {
      const lines = await page.locator(".draw__sheet path.stroke").count();
      const at = { x: box.x + x * box.width, y: box.y + y * box.height };
      await stroke(page, sheet, [x, y], [0.5, 0.5]);
      await expect(page.locator(".draw__sheet path.stroke")).toHaveCount(lines + 1);
      const lies = await firstPoint(page);
      expect(Math.abs(lies.x - at.x), `across, at ${size.width}`).toBeLessThan(1.5);
      expect(Math.abs(lies.y - at.y), `down, at ${size.width}`).toBeLessThan(1.5);
    }
  }
});

test("a pen draws also when the hand that leans came first, and the hand leaves no line", async ({ page }) => {
  await beginCouncil(page);
  await handOver(page);
  await sit(page);
  await tap(page, "Tekenen");
  await page.getByRole("img", { name: "Tekenvel" }).evaluate((sheet) => {
    const { left, top, width, height } = sheet.getBoundingClientRect();
    const tell = (type: string, pointerType: string, pointerId: number, x: number) =>
      sheet.dispatchEvent(new PointerEvent(type, { pointerType, pointerId, bubbles: true, clientX: left + x * width, clientY: top + height / 2, pressure: 0.5 }));
    tell("pointerdown", "touch", 5, 0.7);
    tell("pointermove", "touch", 5, 0.72);
    tell("pointerdown", "pen", 6, 0.2);
    for (let step = 1; step < 6; step += 1) tell("pointermove", "pen", 6, 0.2 + step / 20);
    tell("pointermove", "touch", 5, 0.74);
    tell("pointerup", "pen", 6, 0.45);
    tell("pointerup", "touch", 5, 0.74);
  });
  await expect(page.locator(".draw__sheet path.stroke")).toHaveCount(1);
  const box = (await page.getByRole("img", { name: "Tekenvel" }).boundingBox())!;
  expect((await firstPoint(page)).x).toBeLessThan(box.x + box.width / 2);
});

/** Somebody heard the voice of the device and found it good. */
async function voiceOn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Laat de stem horen" }).click();
  await page.getByLabel(/Ja, zet voorlezen aan/).check();
}

test("a child lets itself be read to, waits, goes on, slower and again; nothing is read unasked and the next child hears it as usual", async ({ page }) => {
  await dutchVoice(page);
  await beginCouncil(page);
  await voiceOn(page);
  const heard = async () => (await saidSoFar(page)).slice(1);
  await handOver(page);
  await sit(page);
  expect(await heard(), "nothing is read unasked").toEqual([]);
  const now = page.locator(".aloud__sentence--now");
  const [first, second] = ["Stel: een vriend of vriendin uit je buurt moet naar een andere school.", "Hoe is dat voor jou?"];
  await tap(page, "Lees voor");
  await expect(now).toHaveText(first);
  await sentenceOver(page);
  await expect(now).toHaveText(second);
  await tap(page, "Wacht even");
  await expect(now, "it is seen where it waits").toHaveText(second);
  await tap(page, "Lees verder");
  await tap(page, "Langzamer");
  await expect(page.getByRole("button", { name: "Langzamer" })).toHaveAttribute("aria-pressed", "true");
  const usual = 0.9;
  const said = await heard();
  expect(said.map(([words]) => words)).toEqual([first, second, second, second]);
  expect(said.slice(0, 3).map(([, rate]) => rate)).toEqual([usual, usual, usual]);
  expect(said[3]![1]).toBeLessThan(usual);
  for (let sentence = 0; sentence < 6; sentence += 1) await sentenceOver(page);
  await expect(now).toHaveCount(0);
  await tap(page, "Nog een keer");
  await expect(now).toHaveText(first);
  expect((await heard()).at(-1)![1], "still slower").toBeLessThan(usual);
  await tap(page, "Ik stop");
  await passOn(page);
  await tap(page, "Lees voor");
  expect((await heard()).at(-1), "the next child").toEqual(["Hier is een plek voor jou", usual]);
});

test("everything a child touches is large, and every screen of the circle is accessible", async ({ page }) => {
  test.setTimeout(180_000);
  await dutchVoice(page);
  await beginCouncil(page);
  await voiceOn(page);
  await handOver(page);
  const look = async (step: string) => {
    for (const size of [TABLET, PHONE]) {
      await page.setViewportSize(size);
      await test.step(`${step} at ${size.width}`, () => accessible(page));
      expect(await small(page), `${step} at ${size.width}`).toEqual([]);
      expect(await tiny(page), `${step} at ${size.width}`).toEqual([]);
      await fits(page, `${step} at ${size.width}`);
    }
    await fitsLarge(page, step);
    await page.setViewportSize(PHONE);
  };
  await look("free");
  await tap(page, "Ik ben er");
  await expect(page.locator(".child__ways svg"), "with a picture of every way to answer").toHaveCount(4);
  await look("begin");
  await tap(page, "Ik doe mee");
  await look("question");
  await tap(page, "Kiezen");
  await look("cards");
  await tap(page, "Ik weet het niet");
  await tap(page, "Tekenen");
  await look("sheet");
  const lies = () => page.locator(".draw__choice button:visible").count();
  expect(await lies(), "five colours, and a way to the others").toBe(6);
  await page.getByRole("button", { name: "Andere kleuren" }).click();
  await page.getByRole("button", { name: "Paars" }).click();
  expect(await lies()).toBe(6);
  await page.getByRole("button", { name: "Dikte" }).click();
  expect(await lies()).toBe(3);
  await page.getByRole("button", { name: "Plaatjes", exact: true }).click();
  expect(await lies()).toBe(6);
  await look("stickers");
  await page.getByRole("button", { name: "Hart", exact: true }).click();
  await tap(page, "Klaar");
  await look("tell");
  await tap(page, "Klaar");
  await look("may");
  await tap(page, "Liever niet");
  await tap(page, "Ik stop");
  await look("ready");
  await tap(page, "Klaar");
  await look("end");
});

/** The disk of the device is full until `heal`. */
const full = (page: Page) =>
  page.evaluate(() => {
    const { put, add } = IDBObjectStore.prototype;
    Object.assign(window, { heal: () => Object.assign(IDBObjectStore.prototype, { put, add }) });
    const refuse = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    Object.assign(IDBObjectStore.prototype, { put: refuse, add: refuse });
  });

test("what the tablet cannot keep yet is still there, and the child is told so calmly", async ({ page }) => {
  await beginCouncil(page);
  await handOver(page);
  await sit(page);
  await write(page, "een stille plek", true);
  await full(page);
  await tap(page, "Ik stop");
  await ready(page);
  await expect(page.getByRole("heading", { name: "Nog even wachten" })).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("Wat jij zei, is er nog.");
  await accessible(page);
  await fits(page, "waiting");
  await page.evaluate(() => (window as unknown as { heal: () => void }).heal());
  await tap(page, "Bewaar het nog een keer");
  await next(page);
  await comeBack(page);
  await openCouncilStep(page, "Nakijken");
  await openFew(page);
  await expect(page.locator(".said textarea").first()).toHaveValue("een stille plek");
});

test("what children said is gone from the device only when the disk has it in the council", async ({ page }) => {
  test.setTimeout(120_000);
  const council = await beginCouncil(page);
  await handOver(page);
  for (const words of ["rust", "buiten", "hulp", "samen", "spelen"]) {
    await sit(page);
    await write(page, words, true);
    await tap(page, "Ik stop");
    await passOn(page);
  }
  await comeBack(page);
  await openCouncilStep(page, "Nakijken");
  await expect(page.locator(".said")).toHaveCount(5);
  // As quick as a hand can be: all of them, and away.
  await page.evaluate(() => {
    for (const button of document.querySelectorAll<HTMLElement>(".said__acts .nl-button--secondary")) button.click();
    document.querySelector<HTMLElement>('a[href$="/gids"]')!.click();
  });
  await expect(page.getByRole("heading", { level: 1, name: /^Gids/ })).toBeVisible();
  await openCouncilStep(page, "Nakijken");
  await expect(page.locator(".said--looked"), "what was looked at last is on the disk as well").toHaveCount(5);
  await full(page);
  await page.getByRole("button", { name: "Leg alles in de raad" }).click();
  await expect(page.getByText(/^Dit kon nog niet op het apparaat worden bewaard/)).toBeVisible();
  // The tab is closed while nothing is on the disk.
  page.on("dialog", (leave) => void leave.accept());
  await page.goto(`${council}/nakijken`);
  await opened(page);
  await expect(page.locator(".said--looked"), "all of it is still there").toHaveCount(5);
  await layDown(page);
});

test.describe("with a microphone", () => {
  test.use({ permissions: ["microphone"] });

  /** Records one of the sentences. */
  async function record(page: Page, sentence: string): Promise<void> {
    const all = page.locator("details", { hasText: "Alle zinnen" });
    if (!(await all.evaluate((one: HTMLDetailsElement) => one.open))) await all.locator("summary").click();
    await page.getByRole("button", { name: sentence, exact: true }).click();
    await page.getByRole("button", { name: "Neem een stem op" }).click();
    await expect(page.getByRole("timer")).toContainText("0:01 van 0:30");
    await page.getByRole("button", { name: "Klaar met opnemen" }).click();
    await expect(all.getByRole("listitem").filter({ hasText: sentence })).toContainText("ingesproken");
  }

  /** From now on it is known what is played, and how fast. */
  const listen = (page: Page) =>
    page.evaluate(() => {
      const { play } = HTMLMediaElement.prototype;
      Object.assign(window, { heard: [] });
      HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
        (window as unknown as { heard: number[] }).heard.push(this.playbackRate);
        return play.call(this);
      };
    });
  const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: number[] }).heard);

  /** The first screen is read in a recording: as it was said, slower and again. */
  async function hearsIt(page: Page): Promise<void> {
    await listen(page);
    await tap(page, "Lees voor");
    await expect(page.getByRole("button", { name: "Nog een keer" })).toBeVisible();
    expect(await heard(page)).toEqual([1]);
    await tap(page, "Langzamer");
    await tap(page, "Nog een keer");
    await expect.poll(() => heard(page)).toHaveLength(2);
    expect((await heard(page))[1], "slower").toBeLessThan(1);
    await accessible(page);
  }

  test("without network the adult's voice is heard on a tablet that is nobody's, out of the file with the questions", async ({ page, browser, context, site }) => {
    test.setTimeout(180_000);
    const council = await beginCouncil(page);
    await page.goto(`${council}/stem`);
    await enter(page);
    await record(page, FREE);
    await saved(page);
    const there = await nobodys(browser, site);
    await page.goto(`${council}/set`);
    await opened(page);
    await expect(page.getByText(/^Wat je hebt ingesproken, is te groot voor de code/)).toBeVisible();
    await accessible(page);
    await cutNetwork(context, site);
    await there.context().setOffline(true);
    const asked = await download(page, AS_FILE);
    await choose(there, asked);
    await expect(there.getByText(/^De stem van de begeleider is er. Kinderen horen haar/)).toBeVisible();
    await there.getByRole("button", { name: "Geef de tablet aan de kinderen" }).click();
    await hearsIt(there);
    // What does not come is told, and stops nobody.
    await there.reload();
    await expect(there.getByText(/^De stem van de begeleider is er nu niet/)).toBeVisible();
    await there.locator("summary", { hasText: "Haal de stem op" }).click();
    await accessible(there);
    // A file that was made anew has other seals, and does as well.
    await choose(there, await download(page, AS_FILE));
    await expect(there.getByText(/^De stem van de begeleider is er. Kinderen horen haar/)).toBeVisible();
    await there.context().close();
  });

  test.describe("and a network", () => {
    test.use({ tolerated: BETWEEN_DEVICES });

    test("a tablet that is nobody's fetches the adult's voice from the server, which reads nothing of it", async ({ meet, browser, site }) => {
      test.setTimeout(240_000);
      const anna = await meet(ANNA);
      await anna.context().grantPermissions(["microphone"]);
      const council = await beginCouncil(anna);
      await anna.goto(`${council}/stem`);
      await opened(anna);
      await record(anna, FREE);
      await saved(anna);
      await anna.goto(`${council}/set`);
      await opened(anna);
      await anna.context().setOffline(true);
      await anna.getByRole("button", { name: "Laat ze via internet terugkomen" }).click();
      await expect(anna.getByText("Jouw stem kon niet naar de server. Het bestand heeft haar wel bij zich.")).toBeVisible();
      await accessible(anna);
      await anna.context().setOffline(false);
      await expect(anna.getByText(/^Jouw stem staat verzegeld klaar/), "it goes by itself").toBeVisible();
      const there = await nobodys(browser, site);
      await giveCamera(there);
      await there.getByRole("button", { name: "Camera aanzetten" }).click();
      const ready = there.getByRole("button", { name: "Geef de tablet aan de kinderen" });
      await pointAt(there, anna, () => ready.isVisible());
      await expect(there.getByText(/^De stem van de begeleider is er. Kinderen horen haar/)).toBeVisible();
      await ready.click();
      await hearsIt(there);
      await there.context().close();
    });
  });

  test("in a dossier the child hears the voice of the adult who sits there", async ({ page }) => {
    test.setTimeout(120_000);
    await beginDossier(page);
    await openPart(page, "Kind");
    await page.getByRole("link", { name: "Spreek de zinnen zelf in" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /^Inspreken/ })).toBeVisible();
    await accessible(page);
    await record(page, FREE);
    await page.reload();
    await opened(page);
    await expect(page.getByText(/^Ingesproken zinnen: 1 \//), "it is on the disk of this device").toBeVisible();
    await openPart(page, "Kind");
    await page.getByRole("button", { name: "Geef de tablet aan het kind" }).click();
    await hearsIt(page);
    await tap(page, "Ik ben er");
    await expect(page.getByText("Je mag altijd stoppen.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Lees voor" }), "nobody recorded all of this").toHaveCount(0);
  });

  test("an adult records what children hear, and Lees voor plays that voice", async ({ page }) => {
    test.setTimeout(120_000);
    const council = await beginCouncil(page);
    await page.addInitScript(() => {
      const { play } = HTMLMediaElement.prototype;
      Object.assign(window, { played: 0 });
      HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
        (window as unknown as { played: number }).played += 1;
        return play.call(this);
      };
    });
    const played = () => page.evaluate(() => (window as unknown as { played: number }).played);
    await page.goto(`${council}/stem`);
    await enter(page);
    await expect(page.getByRole("heading", { level: 1, name: /^Inspreken/ })).toBeVisible();
    await accessible(page);
    const sentence = page.locator(".sentence");
    await expect(sentence).toContainText("Stel: een vriend of vriendin uit je buurt");
    for (const count of [1, 2]) {
      const said = await sentence.innerText();
      await page.getByRole("button", { name: "Neem een stem op" }).click();
      await expect(page.getByRole("timer")).toContainText("0:01 van 0:30");
      await page.getByRole("button", { name: "Klaar met opnemen" }).click();
      await expect(page.getByText(new RegExp(`^Ingesproken zinnen: ${count} /`))).toBeVisible();
      await page.getByRole("button", { name: "Volgende zin" }).click();
      await expect(sentence).not.toHaveText(said);
    }
    await accessible(page);
    await saved(page);
    await page.locator("summary", { hasText: "Alle zinnen" }).click();
    await page.getByRole("button", { name: "Hier is een plek voor jou", exact: true }).click();
    await expect(sentence).toHaveText("Hier is een plek voor jou");
    await page.getByRole("button", { name: "Neem een stem op" }).click();
    await expect(page.getByRole("timer")).toContainText("0:01 van 0:30");
    await page.getByRole("button", { name: "Klaar met opnemen" }).click();
    await expect(page.getByText(/^Ingesproken zinnen: 3 \//)).toBeVisible();
    // Laid open again: what was recorded is heard, and can be taken away.
    await page.getByRole("button", { name: /^Stel: een vriend/ }).click();
    await page.getByRole("button", { name: /^Luister/ }).click();
    await expect.poll(played).toBe(1);
    await page.getByRole("button", { name: "Haal deze opname weg" }).click();
    await expect(page.getByText(/^Ingesproken zinnen: 2 \//)).toBeVisible();
    // A tablet that is locked halfway: half a sentence is not for children.
    await page.getByRole("button", { name: "Neem een stem op" }).click();
    await expect(page.getByRole("timer")).toContainText("0:01 van 0:30");
    await lockScreen(page);
    await expect(page.getByText(/^De opname stopte te vroeg/)).toBeVisible();
    await expect(page.getByText(/^Ingesproken zinnen: 2 \//)).toBeVisible();
    await saved(page);
    await page.getByRole("main").getByRole("link", { name: "De kring" }).last().click();
    await handOver(page);
    await page.getByRole("button", { name: "Lees voor" }).click();
    await expect(page.getByRole("button", { name: "Nog een keer" }), "it has been read to the end").toBeVisible();
    await expect.poll(played, { message: "the sentence of this screen is recorded" }).toBe(2);
    await tap(page, "Ik ben er");
    await expect(page.getByText("Je mag altijd stoppen.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Lees voor" }), "nobody recorded all of this").toHaveCount(0);
  });
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

/** A tablet of the school that is nobody's, where children can join in. */
async function nobodys(browser: Browser, site: Site): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.origin, locale: "nl-NL", timezoneId: "Europe/Amsterdam" });
  const page = await context.newPage();
  await page.goto("/meekring");
  await expect(page.getByRole("heading", { level: 1, name: "Doe mee in de kring" })).toBeVisible();
  await installed(page);
  return page;
}

/** Children answer one after the other on a tablet of the set, and an adult takes it back. */
async function answerOn(there: Page, children: string[]): Promise<void> {
  await there.getByRole("button", { name: "Geef de tablet aan de kinderen" }).click();
  for (const words of children) {
    await sit(there);
    await write(there, words, true);
    await tap(there, "Ik stop");
    await passOn(there);
  }
  for (const words of children) expect(await traces(there), "sealed on this tablet").not.toContain(words);
  await there.getByRole("button", { name: "Voor de begeleider" }).click();
  await holdDown(there, "Houd drie tellen ingedrukt: naar de begeleider");
}

/** What a tap does not do. */
async function holdDown(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name });
  await button.click();
  await expect(button, "a tap of a child is not enough").toHaveAttribute("data-held", "false");
  await button.hover();
  await page.mouse.down();
  await expect(button).toHaveCount(0);
  await page.mouse.up();
}

/** The line breaks off once, after so many pieces; how long each piece was that went is kept. */
const breaksOff = (page: Page, after: number) =>
  page.evaluate((after) => {
    const { fetch } = window;
    const went: number[] = [];
    let broke = false;
    Object.assign(window, {
      went,
      fetch: (address: string, options: { body: Uint8Array }) => {
        if (!address.endsWith("box/give")) return fetch(address, options as RequestInit);
        if (!broke && went.length === after) {
          broke = true;
          return Promise.reject(new TypeError("the line broke off"));
        }
        went.push(options.body.length);
        return fetch(address, options as RequestInit);
      },
    });
  }, after);
const handedIn = (page: Page) => page.evaluate(() => (window as unknown as { went: number[] }).went);

const FIVE = [["appelmoes", "kruidkoek"], ["woord1"], ["woord2"], ["woord3"]];
const AS_FILE = "Geen camera? Geef het als bestand";
const FREE = "Hier is een plek voor jou";

test("tablets that are nobody's take the questions and hand back what children said, by file, without network", async ({ page, browser, context, site }) => {
  test.setTimeout(240_000);
  const council = await beginCouncil(page);
  await installed(page);
  await page.getByRole("link", { name: "Met meer tablets tegelijk" }).click();
  await expect(page.getByRole("img", { name: "De code met de vragen" })).toBeVisible();
  const asked = await download(page, AS_FILE);
  const set: Page[] = [];
  for (const _ of FIVE) set.push(await nobodys(browser, site));
  await cutNetwork(context, site);
  for (const there of set) await there.context().setOffline(true);
  const back: Handed[] = [];
  for (const [tablet, there] of set.entries()) {
    await choose(there, asked);
    await answerOn(there, FIVE[tablet]!);
    await expect(there.getByRole("img", { name: "De code met verzegelde antwoorden" })).toBeVisible();
    back.push(await download(there, AS_FILE));
  }
  // Closed by a child: what was said is still there when somebody opens it again.
  const again = await set[0]!.context().newPage();
  await set[0]!.close();
  await again.goto("/meekring");
  await expect(again.getByRole("img", { name: "De code met verzegelde antwoorden" })).toBeVisible();
  await full(page);
  await choose(page, back[0]!);
  await expect(page.getByText(/^Dit kon niet op het apparaat worden bewaard/)).toBeVisible();
  await expect(page.getByText(/Nieuwe antwoorden binnen/), "only what the disk has is in").toHaveCount(0);
  await page.evaluate(() => (window as unknown as { heal: () => void }).heal());
  for (const file of [...back, back[0]!]) await choose(page, file);
  await expect(page.getByText("Dit was er al. Nieuwe antwoorden binnen: 5")).toBeVisible();
  await page.goto(`${council}/nakijken`);
  await opened(page);
  await expect(page.getByText("Kinderen die meededen: 5.")).toBeVisible();
  await expect(page.locator(".said")).toHaveCount(5);
  for (const there of set) await there.context().close();
});

test("a camera is enough: the questions go out and what children said comes back over moving codes", async ({ page, browser, context, site }) => {
  test.setTimeout(240_000);
  const council = await beginCouncil(page);
  await installed(page);
  await page.getByRole("link", { name: "Met meer tablets tegelijk" }).click();
  await expect(page.getByRole("img", { name: "De code met de vragen" })).toBeVisible();
  const there = await nobodys(browser, site);
  await cutNetwork(context, site);
  await there.context().setOffline(true);
  for (const tablet of [page, there]) await giveCamera(tablet);
  await there.getByRole("button", { name: "Camera aanzetten" }).click();
  const ready = there.getByRole("button", { name: "Geef de tablet aan de kinderen" });
  await pointAt(there, page, () => ready.isVisible());
  await answerOn(there, ["appelmoes"]);
  await there.reload();
  await expect(there.getByRole("img", { name: "De code met verzegelde antwoorden" }), "a reload loses nothing").toBeVisible();
  await page.getByRole("button", { name: "Camera aanzetten" }).click();
  const came = page.getByText("Nieuwe antwoorden binnen: 1");
  await pointAt(page, there, () => came.isVisible());
  await expect(came).toBeVisible();
  await there.getByText("Maak deze tablet leeg").first().click();
  await accessible(there);
  await holdDown(there, "Houd drie tellen ingedrukt: maak leeg");
  await expect(there.getByRole("img", { name: "De code met verzegelde antwoorden" })).toHaveCount(0);
  await page.goto(`${council}/nakijken`);
  await opened(page);
  await openFew(page);
  await expect(page.locator(".said")).toHaveCount(1);
  await there.context().close();
});

test.describe("with a network", () => {
  test.use({ tolerated: BETWEEN_DEVICES });

  test("tablets that are nobody's leave what children said in the drop-box of the council, and it comes in by itself", async ({ meet, browser, site }) => {
    test.setTimeout(240_000);
    const anna = await meet(ANNA);
    await beginCouncil(anna);
    await anna.getByRole("link", { name: "Met meer tablets tegelijk" }).click();
    await anna.getByRole("button", { name: "Laat ze via internet terugkomen" }).click();
    await expect(anna.getByText("Antwoorden via internet komen vanzelf binnen.")).toBeVisible();
    await accessible(anna);
    const asked = await download(anna, AS_FILE);
    for (const children of FIVE) {
      const there = await nobodys(browser, site);
      await choose(there, asked);
      await answerOn(there, children);
      await accessible(there);
      await there.context().setOffline(true);
      await there.getByRole("button", { name: "Stuur naar de begeleider" }).click();
      await expect(there.getByText(/^Het sturen lukt nu niet/)).toBeVisible();
      await there.context().setOffline(false);
      await breaksOff(there, 5);
      await there.getByRole("button", { name: "Stuur naar de begeleider" }).click();
      await expect(there.getByText(/^Het sturen lukt nu niet/)).toBeVisible();
      expect(await handedIn(there), "it broke off").toHaveLength(5);
      await there.getByRole("button", { name: "Stuur naar de begeleider" }).click();
      await expect(there.getByText("Alles is verstuurd. De begeleider haalt het op.")).toBeVisible();
      const lengths = (await handedIn(there)).slice(5);
      expect(lengths, "all of it goes again, so that what was left tells nothing").toHaveLength(16);
      expect(new Set(lengths).size, "and every piece is as long as any other").toBe(1);
      await there.reload();
      await expect(there.getByRole("button", { name: "Geef de tablet aan de kinderen" })).toBeVisible();
      await expect(there.getByRole("button", { name: "Stuur naar de begeleider" })).toHaveCount(0);
      await there.context().close();
    }
    await expect(anna.getByText("Kinderen tot nu toe: 5.")).toBeVisible();
    await anna.getByRole("link", { name: "Kijk na" }).click();
    await expect(anna.locator(".said")).toHaveCount(5);
    await layDown(anna, true);
    await openCouncilStep(anna, "De kring");
    await expect(anna.getByRole("link", { name: "Plan een nieuwe raad" })).toBeVisible();
    await expect(anna.getByRole("button", { name: "Geef de tablet aan de kinderen" })).toBeDisabled();
    await accessible(anna);
    await anna.getByRole("link", { name: "Met meer tablets tegelijk" }).click();
    await expect(anna.getByRole("link", { name: "Plan een nieuwe raad" })).toBeVisible();
    await expect(anna.getByRole("img", { name: "De code met de vragen" })).toHaveCount(0);
  });
});

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
