// The app opens without network on every address, and a new version comes whole, when the person says so, or not at all (F26, F27).
import { cutNetwork, expect, installed, lookForUpdate, opened, started, storedVersions, test, versionOf } from "../fixtures/journey";
import { discard, later, listOf } from "../fixtures/releases";
import { FAULTS } from "../fixtures/site";

test("opens on every address without network after one visit", async ({ page, context, site }) => {
  await page.goto("/");
  await opened(page);
  await installed(page);
  await cutNetwork(context, site);
  for (const address of ["/", "/begroting", "/regels/FIN-01"]) {
    await page.goto(address);
    await opened(page);
  }
});

test("the program comes over the network once, also at the first visit", async ({ page, site }) => {
  await page.goto("/");
  await opened(page);
  await installed(page);
  expect(site.asked.filter((path) => path.startsWith("/web_bg-"))).toHaveLength(1);
});

test("stores every file of the list and nothing else", async ({ page }) => {
  await page.goto("/");
  await installed(page);
  const { version, files } = await listOf();
  const stored = await page.evaluate(async (name) => {
    const keys = await (await caches.open(name)).keys();
    return keys.map((request) => new URL(request.url).pathname).sort();
  }, `thuisnabij-${version}`);
  expect(stored).toEqual(files.map((file) => file.url).sort());
});

test("a new version waits, reloads nothing, and comes when the person says so", async ({ page, site }) => {
  const next = await later("next");
  await page.goto("/");
  await installed(page);
  const before = await versionOf(page);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await site.release(next);
  expect(await lookForUpdate(page)).toBe("waiting");
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  await page.reload();
  expect(await versionOf(page)).toBe(before);
  await started(page);
  await page.getByRole("button", { name: "Bijwerken" }).click();
  await expect.poll(() => versionOf(page).catch(() => null)).toBe("next");
  await opened(page);
  await discard(next);
});

test.describe("with faults on the way", () => {
  test.use({ tolerated: [/Failed to (load resource|find a valid digest)|integrity|status of 404|net::ERR|unsupported MIME type/] });

  test("one file wrong, in any way, and the whole version stays away", async ({ page, context, site }) => {
    const next = await later("faulty");
    const { files } = await listOf(next);
    await page.goto("/");
    await installed(page);
    const before = await storedVersions(page);
    const version = await versionOf(page);
    await site.release(next);
    for (const fault of FAULTS) {
      for (const { url } of files) {
        site.break(url, fault);
        expect(await lookForUpdate(page), `${url} ${fault}`).toBe("refused");
        site.repair();
      }
    }
    expect(await storedVersions(page)).toEqual(before);
    await cutNetwork(context, site);
    await page.goto("/begroting");
    await opened(page);
    expect(await versionOf(page)).toBe(version);
    await discard(next);
  });

  // The worker itself, and a file that the page has no need of.
  for (const what of ["worker", "file"]) {
    test(`a network that wants a login for one ${what} keeps the app from being ready, until it does not`, async ({ page, context, site }) => {
      const { files } = await listOf();
      const icon = files.map((file) => file.url).find((url) => url.startsWith("/icons/"))!;
      const path = what === "worker" ? "/sw.js" : icon;
      site.break(path, "portal");
      await page.goto("/");
      await opened(page);
      await expect.poll(() => site.asked.includes(path)).toBe(true);
      const nothing = () => page.evaluate(async () => !(await navigator.serviceWorker.getRegistration()));
      await expect.poll(nothing, "nothing is left of the first try").toBe(true);
      site.repair();
      const back = () => page.evaluate(() => (dispatchEvent(new Event("online")), navigator.serviceWorker.controller?.state));
      await expect.poll(back).toBe("activated");
      await cutNetwork(context, site);
      await page.goto("/begroting");
      await opened(page);
    });
  }

  test("a version that never gets healthy gives way to the previous one", async ({ page, context, site }) => {
    const broken = await later("broken", true);
    await page.goto("/");
    await opened(page);
    await installed(page);
    await page.evaluate(() => navigator.serviceWorker.controller?.postMessage({ type: "healthy" }));
    const version = await versionOf(page);
    await site.release(broken);
    expect(await lookForUpdate(page)).toBe("waiting");
    // Said until it is in, as the app does.
    const sayso = async () => {
      const { waiting } = await navigator.serviceWorker.ready;
      waiting?.postMessage({ type: "activate" });
      return waiting;
    };
    await expect.poll(() => page.evaluate(sayso)).toBeNull();
    await cutNetwork(context, site);
    const seen: (string | null)[] = [];
    for (let opening = 0; opening < 4; opening += 1) {
      await page.goto("/");
      seen.push(await versionOf(page));
    }
    expect(seen).toEqual(["broken", "broken", "broken", version]);
    await opened(page);
    await discard(broken);
  });
});
