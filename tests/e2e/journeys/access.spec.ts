// Every screen for everybody: axe in light, dark and forced colours at three widths, nothing cut off at twice the text size, and every
// target large enough for a thumb.
import { type Page } from "@playwright/test";
import { acceptGuesses, beginBudget } from "../fixtures/budget";
import { addMembers, beginArea, openStep, prepare, saved } from "../fixtures/meeting";
import { attach } from "../fixtures/files";
import { beginDossier, letter, parent } from "../fixtures/dossier";
import { accessible, expect, opened, started, test } from "../fixtures/journey";
import { beginSchool, fillSchool } from "../fixtures/school";
import { BETWEEN_DEVICES, invite } from "../fixtures/sharing";
import { wholeCouncil } from "../fixtures/council";

test.use({ tolerated: BETWEEN_DEVICES });

const ROUTES = [
  "/",
  "/werkgebied",
  "/werkgebied/kies",
  "/werkgebied/acties",
  "/werkgebied/besluiten",
  "/werkgebied/planning",
  "/werkgebied/scholen",
  "/werkgebied/mensen",
  "/werkgebied/plannen",
  "/werkgebied/oudersteunpunt",
  "/school",
  "/school/kies",
  "/school/lijst",
  "/school/lijst/preventief",
  "/school/plaat",
  "/school/wegwijzer",
  "/school/aanbod",
  "/school/aanbod/gids",
  "/school/geld",
  "/school/mensen",
  "/school/dekkend",
  "/school/scholen",
  "/leerlingenraad",
  "/leerlingenraad/kies",
  "/leerlingenraad/tekening",
  "/leerlingenraad/antwoorden",
  "/leerlingenraad/plan",
  "/begroting",
  "/begroting/keuzes",
  "/begroting/gegevens",
  "/begroting/scenarios",
  "/begroting/werkgebieden",
  "/begroting/terugblik",
  "/regels",
  "/regels/RES-02",
  "/regels/FIN-01",
  "/delen",
  "/delen/bestaat-niet",
  "/doorgeven",
  "/overnemen",
  "/meedoen",
  "/naar/bestaat-niet",
  "/persoon",
  "/herstelkaart",
  "/herstel",
  "/aanmelden",
  "/instellingen",
  "/beginscherm",
  "/toegankelijkheid",
  "/over",
  "/bestaat-niet",
];

/** A werkgebied with a meeting that has begun; tells the addresses of its pages. */
async function beginMeeting(page: Page): Promise<string[]> {
  await beginArea(page);
  await addMembers(page);
  const meeting = await prepare(page, "2026-11-23");
  const file = { name: "Verslag van de scholen met een lange naam.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") };
  await attach(page, await page.locator(".agenda__title").first().innerText(), file);
  await expect(page.locator(".files__one")).toContainText(file.name);
  await openStep(page, "Vergadering");
  await page.getByRole("button", { name: "Iedereen is er" }).click();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await saved(page);
  return [meeting, `${meeting}/nu`, `${meeting}/verslag`, `${meeting}/scherm`];
}

/** A council that was held and drawn; tells the addresses of its pages. */
async function holdCouncil(page: Page): Promise<string[]> {
  const council = await wholeCouncil(page);
  return ["", "/gids", "/kring", "/stem", "/set", "/nakijken", "/gezegd"].map((step) => `${council}${step}`);
}

/** The page of a space, with an invitation that waits for somebody. */
async function spaceWithInvitation(page: Page): Promise<string> {
  await invite(page);
  return new URL(page.url()).pathname;
}

/** Colours do not depend on the width, but what stands on the screen does: the bar of a phone, the rail of a tablet. */
const MODES = [
  { name: "light", colorScheme: "light", forcedColors: "none", widths: [320, 768, 1180] },
  { name: "dark", colorScheme: "dark", forcedColors: "none", widths: [320, 1180] },
  { name: "forced colours", colorScheme: "light", forcedColors: "active", widths: [320, 1180] },
] as const;

/** How much wider the page is than the screen. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Text that does not fit in its box and is hidden. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main *, nav *, header *")]
      .filter((element) => {
        const style = getComputedStyle(element);
        const hides = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
        const meant = element.closest(".visually-hidden") !== null || element.closest("svg") !== null;
        return hides && !meant && element.clientWidth > 0 && element.textContent!.trim() !== "";
      })
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent!.slice(0, 40)}`),
  );

test("every screen is accessible in every look, and nothing is cut off at twice the text size", async ({ page }) => {
  test.setTimeout(600_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await beginBudget(page);
  await acceptGuesses(page);
  await beginSchool(page);
  await fillSchool(page);
  const meeting = await beginMeeting(page);
  const council = await holdCouncil(page);
  const dossier = await beginDossier(page);
  await letter(page, "Fatma");
  dossier.push((await parent(page, "Fatma").getByRole("link", { name: "Brief op papier" }).getAttribute("href"))!);
  for (const route of [...ROUTES, ...meeting, ...council, ...dossier, await spaceWithInvitation(page)]) {
    await page.goto(route);
    await opened(page);
    for (const { name, widths, ...look } of MODES) {
      await page.emulateMedia({ ...look, reducedMotion: "reduce" });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 820 });
        await test.step(`${route} in ${name} at ${width}`, () => accessible(page));
        expect(await overflow(page), `${route} in ${name} at ${width} scrolls sideways`).toBeLessThanOrEqual(0);
      }
    }
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    for (const width of [390, 1180]) {
      await page.setViewportSize({ width, height: 820 });
      expect(await cutOff(page), `${route} at ${width}`).toEqual([]);
      expect(await overflow(page), `${route} at ${width} scrolls sideways`).toBeLessThanOrEqual(0);
    }
  }
});

test("the focus is on the heading and the title tells where, after a change of page", async ({ page }) => {
  await page.goto("/");
  await opened(page);
  await page.getByRole("link", { name: "Regels" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle(/Regels/);
});

test("the first stop of the keyboard skips to the content", async ({ page }) => {
  await page.goto("/over");
  await started(page);
  await page.keyboard.press("Tab");
  await expect(page.locator(".nl-skip-link")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});
