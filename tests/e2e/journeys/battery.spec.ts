// The browser is killed at random while somebody turns a lever. What the screen had called saved is there afterwards (F01, I1, I3).
import { type Page } from "@playwright/test";
import { beginBudget, Lever } from "../fixtures/budget";
import { expect, opened, test } from "../fixtures/journey";
import type { Tablet } from "../fixtures/tablet";

const KILLS = 50;
/** How often, in all, a browser may be started again because it or its page does not come: that is no loss, and a person would do the same. */
const RESTARTS = 3;

test(`${KILLS} times the browser is killed while somebody turns a lever, and nothing acknowledged is lost`, async ({ site, tablet }) => {
  test.setTimeout(600_000);
  const random = chance(20261123);
  let acknowledged = 0;
  let restarts = 0;
  await beginBudget(await tablet.open(), site.origin);
  for (let round = 0; round < KILLS; round += 1) {
    const [page, lever] = await lookAtLever().catch(async (problem) => {
      restarts += 1;
      if (restarts > RESTARTS) throw problem;
      console.log(`after kill ${round} the browser is started again: ${problem}`);
      await tablet.kill();
      return lookAtLever();
    });
    const found = await lever.value();
    expect(found, `after kill ${round}`).toBeGreaterThanOrEqual(acknowledged);
    const moment = 1 + Math.floor(random.next().value * 9);
    acknowledged = Math.max(found, await turnUntilKilled(page, lever, tablet, moment));
  }
  expect(acknowledged, "the screen said saved in between").toBeGreaterThan(KILLS * 500);

  async function lookAtLever(): Promise<[Page, Lever]> {
    const page = await tablet.open();
    await page.goto(`${site.origin}/begroting/keuzes`);
    await opened(page);
    try {
      return [page, await Lever.find(page)];
    } catch (problem) {
      throw new Error(`${problem}; on the screen: ${await page.locator("main").innerText()}`);
    }
  }
});

/**
 * Turns the lever, again as soon as the screen calls it saved, and kills the browser at the given moment, counting every turn and every
 * change of the status line. Tells the last value that was called saved.
 */
async function turnUntilKilled(page: Page, lever: Lever, tablet: Tablet, moment: number): Promise<number> {
  let acknowledged = 0;
  let seen = 0;
  const gone = new Promise<void>((done) => page.once("close", () => done()));
  await page.exposeFunction("happened", (saved: number | null) => {
    acknowledged = saved ?? acknowledged;
    seen += 1;
    if (seen === moment) void tablet.kill();
  });
  const group = await lever.group.elementHandle();
  const turning = page.evaluate((group) => {
    const happened = (window as unknown as { happened(saved: number | null): void }).happened;
    const field = group!.querySelector<HTMLInputElement>("input[type=text]")!;
    const more = [...group!.querySelectorAll("button")].find((button) => button.textContent!.startsWith("Meer"))!;
    const status = document.querySelector(".status")!;
    const turn = () => {
      more.click();
      happened(null);
    };
    new MutationObserver(() => {
      const isSaved = status.textContent!.includes("Opgeslagen op dit apparaat");
      happened(isSaved ? Number(field.value.replaceAll(".", "")) : null);
      if (isSaved) turn();
    }).observe(status, { subtree: true, childList: true, characterData: true });
    turn();
  }, group);
  // A page that hangs is killed all the same: what it had called saved must be there.
  const hangs = setTimeout(() => void tablet.kill(), 20_000);
  await Promise.allSettled([gone, turning]);
  clearTimeout(hangs);
  return acknowledged;
}

/** Numbers that look random and are the same in every run. */
function* chance(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}
