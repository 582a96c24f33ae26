// What goes wrong on a device: a second tab, an update in the middle of the work, a killed browser. Nothing that was
// shown as saved is ever lost (F01, F07, I1, I3).
import { type Page } from "@playwright/test";
import { beginBudget, Lever, openChoices, saved } from "../fixtures/budget";
import { expect, installed, lookForUpdate, opened, test } from "../fixtures/journey";
import { discard, later } from "../fixtures/releases";
import { Tablet } from "../fixtures/tablet";

test("a second tab offers to go on there, and the first gives way with everything saved", async ({ page, context }) => {
  await beginBudget(page);
  const lever = await openChoices(page);
  await lever.more.click();
  const second = await context.newPage();
  await second.goto("/begroting/keuzes");
  await expect(second.getByText(/al ergens anders open/)).toBeVisible();
  await second.getByRole("button", { name: "Ga hier verder" }).click();
  await expect(second.getByRole("heading", { level: 1, name: /Keuzes/ })).toBeVisible();
  expect(await (await Lever.find(second)).value()).toBe(1000);
  await expect(page.getByText(/al ergens anders open/)).toBeVisible();
});

test("an update waits for the person while a scenario is open, and nothing of it is lost", async ({ page, site }) => {
  const next = await later("next");
  await page.goto("/");
  await opened(page);
  await installed(page);
  await beginBudget(page);
  const lever = await openChoices(page);
  await lever.more.click();
  await site.release(next);
  expect(await lookForUpdate(page)).toBe("waiting");
  await expect(page.getByText(/Nieuwe versie klaar/)).toBeVisible();
  expect(await lever.value()).toBe(1000);
  await page.getByRole("button", { name: "Bijwerken" }).click();
  await expect(page.locator("meta[name=thuisnabij-version]")).toHaveAttribute("content", "next");
  await opened(page);
  expect(await (await Lever.find(page)).value()).toBe(1000);
  await discard(next);
});

/** Numbers that look random and are the same in every run. */
function* chance(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

test("fifty times the browser is killed while somebody turns a lever: nothing acknowledged is lost", async ({ site }) => {
  test.setTimeout(600_000);
  const tablet = await Tablet.make();
  const random = chance(20261123);
  let acknowledged = 0;
  for (let round = 0; round < 50; round += 1) {
    const page = await tablet.open();
    if (round === 0) await beginBudget(page, site.origin);
    await page.goto(`${site.origin}/begroting/keuzes`);
    await opened(page);
    const lever = await Lever.find(page);
    const found = await lever.value();
    expect(found, `after kill ${round}`).toBeGreaterThanOrEqual(acknowledged);
    const turns = 1 + Math.floor(random.next().value * 4);
    acknowledged = Math.max(found, await turnAndKill(page, lever, tablet, turns));
  }
  expect(acknowledged).toBeGreaterThan(0);
  await tablet.discard();
});

/** Turns the lever on and on, kills the browser in the middle, and tells the last value that the screen called saved. */
async function turnAndKill(page: Page, lever: Lever, tablet: Tablet, turns: number): Promise<number> {
  let acknowledged = 0;
  const killed = new Promise<void>((done) => {
    let seen = 0;
    page.exposeFunction("turned", () => {
      seen += 1;
      if (seen === turns) void tablet.kill().then(done);
    });
  });
  await page.exposeFunction("acknowledged", (value: number) => (acknowledged = value));
  const group = await lever.group.elementHandle();
  const turning = page.evaluate((group) => {
    const field = group!.querySelector<HTMLInputElement>("input[type=text]")!;
    const more = [...group!.querySelectorAll("button")].find((button) => button.textContent!.startsWith("Meer"))!;
    const tell = window as unknown as { turned(): void; acknowledged(value: number): void };
    const status = document.querySelector(".status")!;
    const look = () => {
      if (status.textContent!.includes("Opgeslagen op dit apparaat")) tell.acknowledged(Number(field.value.replaceAll(".", "")));
    };
    new MutationObserver(look).observe(status, { subtree: true, childList: true, characterData: true });
    const turn = () => {
      more.click();
      tell.turned();
      requestAnimationFrame(turn);
    };
    turn();
  }, group);
  await Promise.allSettled([killed, turning]);
  await killed;
  return acknowledged;
}
