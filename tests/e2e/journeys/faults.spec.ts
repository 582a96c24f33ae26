// What goes wrong on a device: a second tab, a full disk, an update in the middle of the work. Nothing that was shown as saved is lost, and
// nothing is shown as saved that is not (F04, F07, I1, I3).
import { beginBudget, Lever, openChoices, saved } from "../fixtures/budget";
import { emptyDisk, fillDisk, smallDisk } from "../fixtures/disk";
import { expect, installed, lookForUpdate, opened, test } from "../fixtures/journey";
import { enter } from "../fixtures/people";
import { discard, later } from "../fixtures/releases";

test("a second tab offers to go on there, and the first gives way with everything saved", async ({ page, context }) => {
  await beginBudget(page);
  const lever = await openChoices(page);
  await lever.more.click();
  const second = await context.newPage();
  await second.goto("/begroting/keuzes");
  await expect(second.getByText(/al ergens anders open/)).toBeVisible();
  await second.getByRole("button", { name: "Ga hier verder" }).click();
  await expect(second.getByRole("heading", { level: 1, name: "Vergrendeld" })).toBeVisible();
  await enter(second);
  await expect(second.getByRole("heading", { level: 1, name: /Keuzes/ })).toBeVisible();
  expect(await (await Lever.find(second)).value()).toBe(1000);
  await expect(page.getByText(/al ergens anders open/)).toBeVisible();
});

test("a full device says so, loses nothing, and goes on when there is room", async ({ page, context, site }) => {
  await smallDisk(context, page, site.origin);
  await beginBudget(page);
  await installed(page);
  const lever = await openChoices(page);
  await lever.more.click();
  await saved(page);
  expect(await fillDisk(page)).toBeGreaterThan(0);
  await lever.more.click();
  const problem = page.getByRole("alert").filter({ hasText: "Dit apparaat is vol" });
  await expect(problem).toBeVisible();
  await expect(page.locator(".status")).toContainText("Nog niet opgeslagen");
  expect(await lever.value()).toBe(2000);
  await emptyDisk(page);
  await problem.getByRole("button", { name: "Opnieuw proberen" }).click();
  await saved(page);
  await expect(problem).toHaveCount(0);
  await page.reload();
  await opened(page);
  expect(await (await Lever.find(page)).value()).toBe(2000);
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
