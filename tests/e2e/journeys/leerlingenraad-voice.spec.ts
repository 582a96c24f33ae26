// The voice of the adult, recorded for what children read.
import { type Page } from "@playwright/test";
import { giveCamera, pointAt } from "../fixtures/camera";
import { beginCouncil, handOver, ready, saved, tap } from "../fixtures/council";
import { beginDossier, openPart } from "../fixtures/dossier";
import { accessible, cutNetwork, expect, opened, test } from "../fixtures/journey";
import { ANNA, enter } from "../fixtures/people";
import { AS_FILE, choose, download, FREE, nobodys } from "../fixtures/screens";
import { BETWEEN_DEVICES } from "../fixtures/sharing";
import { lockScreen } from "../fixtures/sound";

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
