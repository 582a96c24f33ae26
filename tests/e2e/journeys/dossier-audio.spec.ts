// A parent who would rather speak than write: recorded on the phone, kept there, sent sealed, heard in the dossier and in the inzage.
import { readFileSync } from "node:fs";
import { type Page } from "@playwright/test";
import { beginDossier, kept, letter, offTheTable, openPart, parent } from "../fixtures/dossier";
import { accessible, expect, test } from "../fixtures/journey";
import { loudness, muted } from "../fixtures/sound";
import { ANNA, enter, lock } from "../fixtures/people";
import { BETWEEN_DEVICES } from "../fixtures/sharing";

test.use({ tolerated: BETWEEN_DEVICES });

const MAY_RECORD = { permissions: ["microphone"] };

/** Speaks for a moment: the tablet of a journey hears a beep. */
async function record(page: Page, pausing = false): Promise<void> {
  await page.getByRole("button", { name: "Neem mijn stem op" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Wij nemen uw stem nu op." })).toBeVisible();
  await expect(page.getByRole("timer")).toHaveText("0:02 van 2:00");
  if (pausing) {
    await page.getByRole("button", { name: "Pauze" }).click();
    await expect(page.getByText("De opname staat stil.")).toBeVisible();
    await page.getByRole("button", { name: "Ga verder met opnemen" }).click();
  }
  await page.getByRole("button", { name: "Klaar met opnemen" }).click();
  await expect(page.getByText(/^Uw opname duurt 0:0[2-4]\.$/)).toBeVisible();
}

test("a voice is recorded without network, stays on the phone sealed, and is heard by the school as it was spoken", async ({ meet, phone }) => {
  test.setTimeout(120_000);
  const anna = await meet(ANNA);
  await beginDossier(anna);
  const link = await letter(anna, "Fatma");
  const fatma = await phone("nl-NL", MAY_RECORD);
  await fatma.goto(link);
  await fatma.getByRole("button", { name: "Begin" }).click();
  await expect(fatma.getByText("Een opname duurt hoogstens 2:00. Versturen kost hoogstens 1 MB.")).toBeVisible();
  await kept(fatma);
  await fatma.context().setOffline(true);
  await record(fatma, true);
  await accessible(fatma);
  await expect(fatma.getByRole("button", { name: "Luister" })).toBeFocused();
  await fatma.getByRole("button", { name: "Luister" }).click();
  await fatma.getByRole("button", { name: "Stop", exact: true }).click();
  await fatma.getByRole("button", { name: "Gooi de opname weg" }).click();
  await expect(fatma.getByRole("button", { name: "Neem mijn stem op" })).toBeVisible();
  await fatma.getByRole("button", { name: "Zet de opname terug" }).click();
  await expect(fatma.getByText("Bewaard op dit apparaat")).toBeVisible();
  await fatma.reload();
  await expect(fatma.getByText(/^Uw opname duurt 0:0[2-4]\.$/), "it comes back after the page was closed").toBeVisible();
  expect(await fatma.evaluate(rowsWithSound), "what is kept is sealed").toBe(false);
  await fatma.getByRole("button", { name: "Verder" }).click();
  await fatma.getByRole("button", { name: "Verder" }).click();
  await expect(fatma.getByText(/^Uw opname duurt 0:0[2-4]\.$/)).toBeVisible();
  await fatma.getByRole("button", { name: "Verstuur" }).click();
  await expect(fatma.getByRole("heading", { level: 1, name: "Uw verhaal is klaar" })).toBeVisible();
  await fatma.context().setOffline(false);
  await expect(fatma.getByRole("heading", { level: 1, name: "Uw verhaal is verstuurd" })).toBeVisible();
  const saving = fatma.waitForEvent("download");
  await fatma.getByRole("button", { name: "Bewaar mijn opname" }).click();
  const own = readFileSync(await (await saving).path());
  expect(await loudness(fatma, own), "a voice is on it").toBeGreaterThan(0.01);
  await accessible(fatma);

  await expect(parent(anna, "Fatma").getByText(/^Verstuurd/)).toBeVisible();
  await openPart(anna, "Naast elkaar");
  const listen = anna.getByRole("button", { name: "Luister : Fatma" });
  await expect(listen).toBeVisible();
  await listen.click();
  await expect(anna.getByRole("button", { name: "Stop : Fatma" })).toBeVisible();
  await expect(listen, "it ends by itself").toBeVisible();
  await expect(anna.getByText("Deze opname kan hier niet worden afgespeeld.")).toHaveCount(0);

  await openPart(anna, "Ouders");
  await anna.getByText("Alles voor deze ouder (inzage)").first().click();
  const exporting = anna.waitForEvent("download");
  await anna.getByRole("button", { name: "Maak het bestand" }).first().click();
  const page = readFileSync(await (await exporting).path(), "utf8");
  const [, sound] = page.match(/<audio controls src="data:audio\/webm;base64,([^"]+)"/) ?? [];
  expect(Buffer.from(sound ?? "", "base64").equals(own), "the inzage holds the very recording").toBe(true);
});

test("a phone that gives no microphone says what else is possible, and one that cannot record shows no button", async ({ meet, phone }) => {
  const anna = await meet(ANNA);
  await beginDossier(anna);
  const link = await letter(anna, "Emre");
  const emre = await phone("nl-NL");
  await muted(emre);
  await emre.goto(link);
  await emre.getByRole("button", { name: "Begin" }).click();
  await emre.getByRole("button", { name: "Neem mijn stem op" }).click();
  await expect(emre.getByText("De microfoon staat uit. U kunt schrijven. Of kies: ik vertel het liever.")).toBeVisible();
  await expect(emre.getByRole("button", { name: "Neem mijn stem op" })).toBeFocused();
  await accessible(emre);
  await emre.addInitScript(() => Reflect.deleteProperty(window, "MediaRecorder"));
  await emre.reload();
  await expect(emre.getByText("Dit apparaat kan uw stem niet opnemen.")).toBeVisible();
  await expect(emre.getByRole("button", { name: "Neem mijn stem op" })).toHaveCount(0);
  await expect(emre.getByLabel("Dat weet ik niet, of ik vertel het liever")).toBeVisible();
});

test.describe("at the table", () => {
  test.use({ permissions: ["microphone"] });

  const UNKEPT = "Een opname van de ouder is nog niet bewaard";
  const unkept = (page: Page) => page.getByRole("alert").filter({ hasText: UNKEPT });

  /** The disk of this tab takes no recordings, or takes them again. */
  const full = (page: Page, is: boolean) =>
    page.evaluate((is) => (is ? sessionStorage.setItem("full", "1") : sessionStorage.removeItem("full")), is);

  /** A parent speaks at the table, to so many questions, and the disk takes none of it. */
  async function spokenInVain(page: Page, questions: number): Promise<void> {
    await page.addInitScript(() => {
      const right = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (value, key) {
        if (this.name === "blob" && sessionStorage.getItem("full")) throw new DOMException("no", "UnknownError");
        return right.call(this, value, key);
      };
    });
    await beginDossier(page);
    await page.getByRole("link", { name: /^Samen invullen.*Fatma$/ }).click();
    await page.getByRole("button", { name: "Begin" }).click();
    for (const number of [1, 2]) {
      if (number <= questions) await record(page);
      await page.getByRole("button", { name: "Verder" }).click();
    }
    await full(page, true);
    await page.getByRole("button", { name: "Verstuur" }).click();
    await expect(unkept(page)).toBeVisible();
  }

  const heard = (page: Page) => page.getByRole("button", { name: "Luister : Fatma" });

  /** Locking would lose the recording, so the way back stays open. */
  async function backUnlocked(page: Page): Promise<void> {
    await page.getByRole("button", { name: "Klaar, zet op slot" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Afsluiten lukte niet" })).toBeVisible();
    await page.getByRole("link", { name: "Terug naar het dossier" }).click();
  }

  test("a recording that the tablet could not keep is said on every page of the dossier and kept at a second try, and the others with it", async ({ page }) => {
    await spokenInVain(page, 2);
    const waits = unkept(page);
    await accessible(page);
    await backUnlocked(page);
    await openPart(page, "Naast elkaar");
    await expect(waits, "it is not forgotten on another page").toBeVisible();
    await expect(page.getByText("Zij is nog niet helemaal binnen.")).toHaveCount(2);
    await waits.getByRole("button", { name: "Opnieuw proberen" }).click();
    await expect(waits, "it fails again").toBeVisible();
    await full(page, false);
    await waits.getByRole("button", { name: "Opnieuw proberen" }).click();
    await expect(waits).toHaveCount(0);
    await expect(heard(page)).toHaveCount(2);
  });

  test("a tablet does not lock while it holds a recording that it cannot keep, and locks when the recording is in", async ({ page }) => {
    await spokenInVain(page, 1);
    await backUnlocked(page);
    await page.getByRole("button", { name: "Vergrendel" }).click();
    await expect(unkept(page).filter({ hasText: "Nog niet opgeslagen" }), "why it does not lock").toBeVisible();
    await accessible(page);
    await full(page, false);
    await lock(page);
    await enter(page);
    await openPart(page, "Naast elkaar");
    await expect(heard(page)).toHaveCount(1);
  });

  test("another tab that goes on waits for a recording, and one that takes over does not silence that it is not kept", async ({ page, context }) => {
    test.setTimeout(90_000);
    await spokenInVain(page, 1);
    await backUnlocked(page);
    const second = await context.newPage();
    const goOn = (page: Page) => page.getByRole("button", { name: "Ga hier verder" }).click();
    await second.goto("/dossier");
    await goOn(second);
    await expect(second.getByRole("heading", { level: 1, name: "Vergrendeld" })).toBeVisible();
    await expect(page.getByText("Thuisnabij is al ergens anders open")).toBeVisible();
    await expect(unkept(page)).toContainText("De opname staat alleen nog in dit tabblad.");
    await accessible(page);
    // Back where the recording is; the disk takes it only when the other asks once more.
    await goOn(page);
    await enter(page);
    await expect(unkept(page).getByRole("button", { name: "Opnieuw proberen" }), "it is tried again by itself").toBeVisible();
    await full(page, false);
    await second.reload();
    await goOn(second);
    await enter(second);
    await openPart(second, "Naast elkaar");
    await expect(heard(second)).toHaveCount(1);
    await expect(unkept(page)).toHaveCount(0);
  });

  test("a voice goes into the dossier and not onto the tablet, and leaving the page puts the microphone off", async ({ page }) => {
    await beginDossier(page);
    await page.getByRole("link", { name: /^Samen invullen.*Fatma$/ }).click();
    await page.getByRole("button", { name: "Begin" }).click();
    await record(page);
    await expect(page.getByText("Zet de opname terug")).toHaveCount(0);
    await page.getByRole("button", { name: "Verder" }).click();
    await page.getByRole("button", { name: "Neem mijn stem op" }).click();
    await expect(page.getByRole("timer")).toHaveText("0:01 van 2:00");
    await page.getByRole("button", { name: "Verder" }).click();
    await page.getByRole("button", { name: "Verstuur" }).click();
    await expect(page.getByRole("button", { name: "Bewaar mijn opname" }), "a file would stay here").toHaveCount(0);
    await offTheTable(page);
    await page.getByRole("link", { name: /^Samen invullen.*Emre$/ }).click();
    await page.getByRole("button", { name: "Begin" }).click();
    await expect(page.getByRole("button", { name: "Neem mijn stem op" }), "nothing of the parent before").toBeVisible();
    await offTheTable(page);
    await openPart(page, "Naast elkaar");
    await expect(page.getByRole("button", { name: /^Luister/ }), "what was being said when the page was left is kept").toHaveCount(2);
    await page.getByRole("button", { name: "Luister : Fatma" }).first().click();
    await expect(page.getByRole("button", { name: "Stop : Fatma" })).toBeVisible();
    await accessible(page);
  });
});

/** Whether a row of the phone holds sound as it was recorded: each begins with the same four bytes. */
async function rowsWithSound(): Promise<boolean> {
  const open = indexedDB.open("ouder");
  const database = await new Promise<IDBDatabase>((done) => (open.onsuccess = () => done(open.result)));
  const rows = database.transaction("brieven").objectStore("brieven").getAll();
  const all = await new Promise<unknown[]>((done) => (rows.onsuccess = () => done(rows.result)));
  database.close();
  const text = all.map((row) => new TextDecoder("latin1").decode(row as Uint8Array)).join("\n");
  return all.length < 2 || text.includes("\x1aE\xdf\xa3") || text.includes("OpusHead");
}
