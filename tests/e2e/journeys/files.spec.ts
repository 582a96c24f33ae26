// A document at an item of the agenda: kept without network, still there after a reload, read on another device, and taken away.
import { readFile } from "node:fs/promises";
import { type Page } from "@playwright/test";
import { agendaItem as item, attach, download } from "../fixtures/files";
import { accessible, cutNetwork, expect, installed, opened, test } from "../fixtures/journey";
import { beginArea, fillIn, isReady, prepare, saved } from "../fixtures/meeting";
import { ANNA, BRAM, enter, lock } from "../fixtures/people";
import { answer, BETWEEN_DEVICES, follow, invite, letIn } from "../fixtures/sharing";

/** A page of the site on which the app does not run, for who looks at its databases: the browser asks an icon for it. */
const NO_APP = "/manifest.webmanifest";

test.use({ tolerated: [new RegExp(`${BETWEEN_DEVICES[0].source}|favicon\\.ico`)] });

const MEMO = { name: "Memo leeskring.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n% Wij beginnen in januari.\n".repeat(20_000)) };

async function withItem(page: Page): Promise<string> {
  await beginArea(page);
  const meeting = await prepare(page, "2026-12-07");
  await fillIn(page.getByLabel("Punt op de agenda"), "Leeskring");
  return meeting;
}

test("a document is kept without network, survives a reload, and can be taken away and put back", async ({ page, context, site }) => {
  await page.goto("/");
  await opened(page);
  await installed(page);
  await cutNetwork(context, site);
  await withItem(page);
  await attach(page, "Leeskring", MEMO);
  const row = page.locator(".agenda__item", { hasText: "Leeskring" });
  await expect(row.locator(".files__one")).toContainText("Memo leeskring.pdf");
  await expect(row.locator(".files__about")).toHaveText(/^\d+ kB · Staat op dit apparaat$/);
  await accessible(page);
  await saved(page);
  await page.reload();
  await opened(page);
  await item(page, "Leeskring");
  expect((await download(page, MEMO.name)).equals(MEMO.buffer)).toBe(true);

  await row.getByRole("button", { name: /^Haal weg/ }).click();
  await expect(row.locator(".files__one")).toHaveCount(0);
  await row.getByRole("button", { name: /^Zet terug/ }).click();
  await expect(row.locator(".files__one")).toHaveCount(1);
  expect((await download(page, MEMO.name)).equals(MEMO.buffer)).toBe(true);

  await attach(page, "Leeskring", { name: "groot.bin", mimeType: "", buffer: Buffer.alloc(11 * 1024 * 1024) });
  await expect(row.getByRole("alert")).toContainText("groter dan 10 MB");
  await attach(page, "Leeskring", { name: "foto.heic", mimeType: "image/heic", buffer: Buffer.from("geen foto") });
  await expect(row.getByRole("alert")).toContainText("De browser kan deze foto niet lezen");
  await expect(row.locator(".files__one")).toHaveCount(1);
});

/** A photo of one blue square that says where it was taken. */
const photo = (page: Page) =>
  page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 3000, height: 1500 });
    const pen = canvas.getContext("2d")!;
    pen.fillStyle = "#1144aa";
    pen.fillRect(0, 0, 3000, 1500);
    const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), "image/jpeg"));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });

test("a photo is made smaller and keeps nothing of where it was taken", async ({ page }) => {
  await withItem(page);
  const jpeg = Buffer.from(await photo(page));
  // An APP1 segment, as cameras write it behind the first marker.
  const words = Buffer.from("Exif\0\0GPS 52.6 4.7");
  const exif = Buffer.concat([Buffer.from([0xff, 0xe1, 0, words.length + 2]), words]);
  const taken = Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
  await attach(page, "Leeskring", { name: "bord.JPG", mimeType: "image/jpeg", buffer: taken });
  const row = page.locator(".agenda__item", { hasText: "Leeskring" });
  await row.getByRole("button", { name: /^Open\s*: bord\.jpg/ }).click();
  const picture = row.getByRole("img", { name: "Afbeelding: bord.jpg" });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(2048);
  const kept = await picture.evaluate(async (one: HTMLImageElement) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
    canvas.getContext("2d")!.drawImage(one, 0, 0);
    return [...canvas.getContext("2d")!.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  });
  expect(kept[2]).toBeGreaterThan(120);
  await accessible(page);
});

test("a document that one device adds is read on the other over the server", async ({ meet, site }) => {
  test.setTimeout(120_000);
  const anna = await meet(ANNA);
  const meeting = await withItem(anna);
  await attach(anna, "Leeskring", MEMO);
  await saved(anna);
  const bram = await meet(BRAM);
  // One question that gets lost costs no minute.
  const lost = bram.waitForEvent("requestfailed", (request) => request.url().endsWith("/blob/get"));
  await bram.route("**/api/v1/blob/get", (route) => route.abort(), { times: 1 });
  await follow(bram, await invite(anna, "Bewerken", "Heiloo"), BRAM);
  await answer(bram);
  // On a slow line the file asks for its place before the server has heard of the werkgebied. That costs no minute either.
  const release = site.hold("/api/v1/sync");
  await letIn(anna, bram);
  await expect.poll(() => site.asked.includes("/api/v1/blob/list")).toBe(true);
  release();
  await expect(anna.getByText("Bram is erbij.")).toBeVisible();
  await bram.getByRole("button", { name: "Open het werkgebied" }).click();
  await expect(bram.getByRole("heading", { level: 1, name: /Overzicht/ })).toBeVisible();
  await lost;
  await isReady(bram);
  await bram.getByRole("link", { name: "Bereid voor" }).click();
  await expect(bram).toHaveURL(new RegExp(`${meeting}$`));
  const row = await item(bram, "Leeskring");
  await expect(row.locator(".files__one")).toContainText("Staat op dit apparaat, verzonden");
  expect((await download(bram, MEMO.name)).equals(MEMO.buffer)).toBe(true);

  // What does not go yet is told, wherever it is told what waits.
  await bram.context().setOffline(true);
  await attach(bram, "Leeskring", { ...MEMO, name: "Tweede.pdf" });
  await expect(row.locator(".files__one", { hasText: "Tweede.pdf" })).toContainText("nog niet verzonden");
  await expect(bram.locator(".status")).toContainText("1 bestand wacht.");
  await bram.getByRole("link", { name: /^Delen/ }).first().click();
  await expect(bram.getByRole("listitem").filter({ hasText: "Bijlagen: 1 bestand, sinds vandaag" }).last()).toBeVisible();
  await bram.context().setOffline(false);
  await expect(bram.getByText(/Er wacht niets\./).first()).toBeVisible({ timeout: 30_000 });
  await anna.goto(new URL(meeting, anna.url()).href);
  await enter(anna, ANNA);
  const second = (await item(anna, "Leeskring")).locator(".files__one", { hasText: "Tweede.pdf" });
  await expect(second).toContainText("Staat op dit apparaat, verzonden");
});

test("who leaves a device is told of files that are nowhere else, and a copy takes them along", async ({ page }) => {
  await withItem(page);
  await attach(page, "Leeskring", MEMO);
  await expect(page.locator(".files__one")).toContainText("Memo leeskring.pdf");
  await saved(page);
  await page.goto("/persoon");
  await opened(page);
  await page.getByRole("button", { name: "Haal mij van dit apparaat" }).click();
  await expect(page.getByText(/\d+ wijzigingen en 1 bestand die nergens anders staan\./)).toBeVisible();
  await page.getByLabel("Wachtzin voor deze kopie").fill("de kat slaapt op de bank");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Kopie bewaren" }).click();
  expect((await readFile(await (await coming).path())).length).toBeGreaterThan(MEMO.buffer.length);
  await expect(page.getByText("1 bijlage gaat mee.")).toBeVisible();
});

test("the disk of a locked tablet holds nothing of a file", async ({ site, tablet }) => {
  test.setTimeout(180_000);
  const page = await tablet.open();
  const canary = "Zeldzaambestand-Xq7";
  await page.goto(`${site.origin}/`);
  await enter(page);
  await beginArea(page, site.origin);
  const meeting = await prepare(page, "2026-12-07");
  await fillIn(page.getByLabel("Punt op de agenda"), "Leeskring");
  const content = Buffer.from(`${canary} `.repeat(2_000));
  await attach(page, "Leeskring", { name: `${canary}.txt`, mimeType: "text/plain", buffer: content });
  await expect(page.locator(".files__one")).toContainText(canary);
  await saved(page);
  await lock(page);
  expect(await tablet.searchDisk([canary]), "files of the browser that hold the name or the content").toEqual([]);
  await tablet.kill();
  expect(await tablet.searchDisk([canary]), "and after the battery went empty").toEqual([]);
  const again = await tablet.open();
  await again.goto(`${site.origin}${meeting}`);
  await enter(again);
  await expect((await item(again, "Leeskring")).locator(".files__one")).toContainText("Staat op dit apparaat");
});

/** Makes the databases as they were before there were files: version 1, without a store for pieces. Tells how many rows they hold. */
const asBeforeFiles = (page: Page) =>
  page.evaluate(async () => {
    const done = <T,>(request: IDBRequest<T>) =>
      new Promise<T>((good, bad) => {
        request.onsuccess = () => good(request.result);
        request.onerror = () => bad(request.error);
      });
    let rows = 0;
    for (const { name } of await indexedDB.databases()) {
      const now = await done(indexedDB.open(name!));
      const stores = [...now.objectStoreNames].filter((store) => store !== "blob");
      if (stores.length === now.objectStoreNames.length) {
        now.close();
        continue;
      }
      const kept = new Map<string, [IDBValidKey[], unknown[]]>();
      for (const store of stores) {
        const of = now.transaction(store).objectStore(store);
        kept.set(store, [await done(of.getAllKeys()), await done(of.getAll())]);
      }
      now.close();
      await done(indexedDB.deleteDatabase(name!));
      const opening = indexedDB.open(name!, 1);
      opening.onupgradeneeded = () => stores.forEach((store) => opening.result.createObjectStore(store));
      const before = await done(opening);
      const transaction = before.transaction(stores, "readwrite");
      const completed = new Promise((end) => (transaction.oncomplete = end));
      for (const [store, [keys, values]] of kept) {
        keys.forEach((key, nth) => transaction.objectStore(store).put(values[nth], key));
        rows += keys.length;
      }
      await completed;
      before.close();
    }
    return rows;
  });

test("a device from before there were files keeps everything and takes files", async ({ page, site }) => {
  const meeting = await withItem(page);
  await saved(page);
  await page.goto(`${site.origin}${NO_APP}`);
  expect(await asBeforeFiles(page)).toBeGreaterThan(10);
  await page.goto(meeting);
  await opened(page);
  await attach(page, "Leeskring", MEMO);
  await expect(page.locator(".files__about")).toHaveText(/Staat op dit apparaat$/);
  await saved(page);
  await page.reload();
  await opened(page);
  await item(page, "Leeskring");
  expect((await download(page, MEMO.name)).equals(MEMO.buffer)).toBe(true);
});
