// The first seconds, before the program is there; and what happens when it does not come.
import { accessible, expect, opened, test } from "../fixtures/journey";

test("something true is on the screen before the program arrives", async ({ page }) => {
  let letGo = () => {};
  const held = new Promise<void>((done) => (letGo = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "commit" });
  await expect(page.getByText("Thuisnabij wordt geopend")).toBeVisible();
  await accessible(page);
  letGo();
  await opened(page);
});

test.describe("when the program does not come", () => {
  test.use({ tolerated: [/\.wasm|Failed to fetch|net::ERR_FAILED/] });

  test("a calm sentence says what to do", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto("/");
    await expect(page.getByRole("alert")).toContainText("Thuisnabij kon niet openen");
    await expect(page.getByText("Thuisnabij wordt geopend")).toBeHidden();
  });
});

test("without scripts the page says what it needs", async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.origin);
  await expect(page.locator("noscript p")).toBeVisible();
  expect(await page.locator("noscript p").innerText()).toContain("Zet JavaScript aan");
  await context.close();
});
