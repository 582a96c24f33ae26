// The Oudersteunpunt: what parents experience is bundled, and of a few families no number is kept.
import { accessible, expect, test } from "../fixtures/journey";
import { beginArea, saved } from "../fixtures/meeting";

test("a few families stay a few, and a signal is passed on only after it was read again", async ({ page }) => {
  await beginArea(page);
  await page.getByRole("link", { name: "Oudersteunpunt" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Oudersteunpunt" })).toBeVisible();
  const count = page.getByLabel("Wachten op hulp");
  await count.fill("3");
  await count.blur();
  await expect(page.getByText("minder dan vijf", { exact: true })).toBeVisible();
  await count.fill("12");
  await count.blur();
  await expect(page.getByText("minder dan vijf", { exact: true })).toHaveCount(0);
  await expect(count).toHaveValue("12");
  await count.fill("veel");
  await count.blur();
  await expect(page.getByText("Vul een heel getal in, 0 of meer.")).toBeVisible();

  await page.getByLabel("Een signaal erbij").fill("Ouders weten niet wie zij kunnen bellen.");
  await page.getByRole("button", { name: "Zet erbij" }).click();
  await expect(page.getByText("Lees het nog eens na")).toBeVisible();
  await page.getByLabel("Ik heb het nagelezen: er is geen gezin in te herkennen.").check();
  await page.getByRole("button", { name: "Zet erbij" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Ouders weten niet wie zij kunnen bellen." })).toBeVisible();
  await accessible(page);
  await saved(page);
  await page.reload();
});
