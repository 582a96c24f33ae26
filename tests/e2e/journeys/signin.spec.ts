// The sign-in of an organisation: it says who somebody is, is offered only where the server has it, and opens nothing.
import { beginBudget } from "../fixtures/budget";
import { accessible, expect, opened, test } from "../fixtures/journey";
import { ANNA, begin, BRAM, enter } from "../fixtures/people";
import { Provider } from "../fixtures/provider";
import { BETWEEN_DEVICES, share } from "../fixtures/sharing";
import { DIST, Site } from "../fixtures/site";

test.use({ tolerated: BETWEEN_DEVICES });

test("whoever comes back from the organisation reads who that says they are, and no address keeps it", async ({ browser }) => {
  test.setTimeout(120_000);
  const provider = await Provider.start();
  const site = await Site.start(DIST, provider.options);
  const context = await browser.newContext({ baseURL: site.origin });
  const page = await context.newPage();
  await page.goto("/aanmelden");
  await begin(page, ANNA);
  await accessible(page);
  await page.getByRole("button", { name: "Ga naar de aanmelding" }).click();
  await page.getByRole("link", { name: "Ja, dat ben ik" }).click();
  // It opened nothing: the PIN is asked first, and code and state are gone already.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vergrendeld");
  expect(page.url()).toBe(`${site.origin}/aanmelden`);
  await enter(page, ANNA);
  await expect(page.getByText("Dit zegt je organisatie over jou")).toBeVisible();
  for (const said of ["Noor Bakker", "medewerker", "99XX00", provider.origin]) await expect(page.locator(".facts")).toContainText(said);
  await expect(page.locator(".facts")).toContainText("niet gezegd");
  await accessible(page);
  // Going back or loading anew asks nobody again.
  await page.reload();
  await enter(page, ANNA);
  await expect(page.getByRole("button", { name: "Ga naar de aanmelding" })).toBeVisible();
  await page.getByRole("button", { name: "Ga naar de aanmelding" }).click();
  await page.getByRole("link", { name: "Nee", exact: true }).click();
  await enter(page, ANNA);
  await expect(page.getByText("Je bent niet aangemeld")).toBeVisible();
  // A code of somebody else, put in the address by hand.
  await page.goto(`/aanmelden?code=abc&state=${"0f".repeat(32)}`);
  await enter(page, ANNA);
  await expect(page.getByText(/Deze aanmelding geldt niet meer/)).toBeVisible();
  expect(site.asked.filter((path) => /code=|state=/.test(path) && !path.startsWith("/aanmelden?"))).toEqual([]);
  await context.close();
  await site.stop();
  await provider.stop();
});

test("where the server does not offer it nobody sees it, and who opens the page is told", async ({ page }) => {
  await beginBudget(page);
  await page.goto("/aanmelden");
  await opened(page);
  await page.getByRole("button", { name: "Ga naar de aanmelding" }).click();
  await expect(page.getByText("Hier kun je je niet aanmelden bij je organisatie.")).toBeVisible();
});

test("who shares something finds it in Delen when the server offers it", async ({ browser }) => {
  test.setTimeout(120_000);
  const provider = await Provider.start();
  const site = await Site.start(DIST, provider.options);
  const contexts = [await browser.newContext({ baseURL: site.origin }), await browser.newContext({ baseURL: site.origin })];
  const [anna, bram] = [await contexts[0].newPage(), await contexts[1].newPage()];
  await beginBudget(anna);
  await anna.getByRole("link", { name: /^Delen/ }).first().click();
  await expect(anna.getByRole("heading", { level: 2, name: "Jouw ruimtes" })).toBeVisible();
  await expect(anna.getByRole("link", { name: "Aanmelden bij je organisatie" })).toHaveCount(0);
  await bram.goto("/");
  await begin(bram, BRAM);
  await share(anna, bram, BRAM);
  await bram.getByRole("link", { name: /^Delen/ }).first().click();
  await bram.getByRole("link", { name: "Aanmelden bij je organisatie" }).click();
  await expect(bram.getByRole("heading", { level: 1, name: "Aanmelden bij je organisatie" })).toBeVisible();
  for (const context of contexts) await context.close();
  await site.stop();
  await provider.stop();
});
