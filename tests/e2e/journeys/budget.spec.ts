// The main job: a controller simulates the budget of PPO-NK, loses the network, closes the tablet, and finds everything back.
import { acceptGuesses, beginBudget, Lever, openChoices, saved } from "../fixtures/budget";
import { accessible, cutNetwork, expect, installed, opened, test } from "../fixtures/journey";

test("simulates without network and finds everything back", async ({ page, context, site }) => {
  await page.goto("/");
  await opened(page);
  await installed(page);
  await beginBudget(page);
  await acceptGuesses(page);
  await cutNetwork(context, site);
  const lever = await openChoices(page);
  await lever.number.fill("12000,00");
  await lever.number.press("Enter");
  await expect(lever.group).toContainText("veranderd");
  await saved(page);
  await expect(page.locator(".status")).toContainText("Geen internet. Je kunt gewoon doorwerken.");
  await page.reload();
  await opened(page);
  expect(await (await Lever.find(page)).value()).toBe(12000);
});

test("says what is missing instead of guessing", async ({ page }) => {
  await beginBudget(page);
  await expect(page.getByText(/Nog \d+ gegevens nodig/).first()).toBeVisible();
  await expect(page.getByText("Oefening, geen besluit").first()).toBeVisible();
  await accessible(page);
});

test("explains an amount down to its source, in the kantlijn", async ({ page }) => {
  await beginBudget(page);
  await acceptGuesses(page);
  await page.getByRole("button", { name: /Zware ondersteuning .*2027, Waarom/ }).click();
  const kantlijn = page.getByRole("complementary", { name: "Kantlijn" });
  await expect(kantlijn.getByRole("heading", { name: /Zware ondersteuning/ })).toBeFocused();
  await expect(kantlijn.getByText("Bron").first()).toBeAttached();
  await accessible(page);
});

test("takes a choice back and does it again", async ({ page }) => {
  await beginBudget(page);
  await acceptGuesses(page);
  const lever = await openChoices(page);
  await lever.more.click();
  await saved(page);
  expect(await lever.value()).toBe(1000);
  await page.getByRole("button", { name: "Ongedaan maken" }).click();
  await expect.poll(() => lever.value()).toBe(0);
  await page.getByRole("button", { name: "Opnieuw doen" }).click();
  await expect.poll(() => lever.value()).toBe(1000);
});

test("keeps a wrong number on the screen and says what is wrong", async ({ page }) => {
  await beginBudget(page);
  const field = (await openChoices(page)).number;
  await field.fill("twaalf");
  await field.press("Enter");
  await expect(field).toHaveValue("twaalf");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await accessible(page);
});

test("shows the years of the plan, adding up to the printed euro", async ({ page }) => {
  await beginBudget(page);
  await page.getByRole("link", { name: "Terugblik" }).click();
  for (const total of ["12.399.336", "13.798.170", "14.225.217", "14.158.620", "13.789.620"]) {
    await expect(page.getByRole("row", { name: /^Totaal lasten/ }).first()).toContainText(total);
  }
});
