// The screens of a child in the circle: nothing is lost, nothing is seen by the next one, and all of it is large.
import { type Page } from "@playwright/test";
import { beginCouncil, comeBack, draw, handOver, layDown, next, openCouncilStep, openFew, passOn, ready, sit, stroke, tap, write } from "../fixtures/council";
import { accessible, expect, looked, MINUTE, opened, silence, test } from "../fixtures/journey";
import { fits, fitsLarge, full, PHONE, small, TABLET, tiny, unseen } from "../fixtures/screens";
import { dutchVoice, saidSoFar, sentenceOver } from "../fixtures/sound";

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
