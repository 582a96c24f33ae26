// A class set of tablets that are nobody's: questions go out and answers come back, with and without network.
import { type Page } from "@playwright/test";
import { giveCamera, pointAt } from "../fixtures/camera";
import { beginCouncil, layDown, openCouncilStep, openFew, passOn, ready, sit, tap, write } from "../fixtures/council";
import { accessible, cutNetwork, expect, installed, opened, test } from "../fixtures/journey";
import { ANNA } from "../fixtures/people";
import { AS_FILE, choose, download, full, type Handed, nobodys, traces } from "../fixtures/screens";
import { BETWEEN_DEVICES } from "../fixtures/sharing";

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
