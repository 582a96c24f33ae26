// A parent's page that is read aloud: by the voice of the phone, or by a person whose voice was recorded. Never by itself.
import { createHash } from "node:crypto";
import { type Page } from "@playwright/test";
import { beginDossier, CHILD, letter } from "../fixtures/dossier";
import { accessible, expect, test } from "../fixtures/journey";
import { ANNA } from "../fixtures/people";
import { BETWEEN_DEVICES } from "../fixtures/sharing";
import { beep } from "../fixtures/sound";

test.use({ tolerated: BETWEEN_DEVICES });

type Voiced = { said: string[]; endSentence: () => void };

/** A phone whose voice says nothing by itself: each sentence ends when the journey says so. */
async function voiced(page: Page, languages: string[]): Promise<void> {
  await page.addInitScript((languages) => {
    type Utterance = { text: string; rate?: number; onend?: () => void; onerror?: () => void };
    const said: string[] = [];
    let now: Utterance | undefined;
    const end = (how: "onend" | "onerror") => {
      const last = now;
      now = undefined;
      last?.[how]?.();
    };
    const fake = Object.assign(new EventTarget(), {
      getVoices: () => languages.map((lang) => ({ lang, localService: true })),
      speak: (one: Utterance) => {
        said.push(`${one.rate} ${one.text}`);
        now = one;
      },
      cancel: () => end("onerror"),
    });
    Object.defineProperty(window, "speechSynthesis", { value: fake });
    class Said {
      constructor(readonly text: string) {}
    }
    Object.assign(window, { SpeechSynthesisUtterance: Said, said, endSentence: () => end("onend") });
  }, languages);
}

const said = (page: Page) => page.evaluate(() => (window as unknown as Voiced).said);
const next = (page: Page) => page.evaluate(() => (window as unknown as Voiced).endSentence());
const marked = (page: Page) => page.evaluate(() => [...(CSS.highlights.get("leest") ?? [])].map(String));
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("a page is read a sentence at a time, stands still, goes on, slower and once more, and marks what is being read", async ({ meet, phone }) => {
  const anna = await meet(ANNA);
  await beginDossier(anna);
  const page = await phone("nl-NL");
  await voiced(page, ["nl-NL"]);
  await page.goto(await letter(anna, "Fatma"));
  await expect(button(page, "Lees voor")).toBeVisible();
  await expect(button(page, "Langzamer"), "one button before it begins").toHaveCount(0);
  expect(await said(page), "never by itself").toEqual([]);
  await button(page, "Lees voor").click();
  await page.getByRole("button", { name: "Ja", exact: true }).click();
  expect(await marked(page)).toEqual([`Vertel over ${CHILD}`]);
  await next(page);
  await next(page);
  const [asks, sees] = ["Anna van De Vlinder wil graag van u horen hoe het gaat met", "Dit zien alleen: Anna, de juf van groep 5."];
  expect((await said(page)).map((one) => one.slice(4))).toEqual([`Vertel over ${CHILD}`, `${asks} ${CHILD}.`, sees]);
  expect(await marked(page), "the sentence, and nothing beside it").toEqual([sees]);
  await accessible(page);
  await button(page, "Pauze").click();
  await next(page);
  expect((await said(page)).length, "it stands still").toBe(3);
  await button(page, "Lees verder").click();
  expect((await said(page)).slice(3)).toEqual([`0.9 ${sees}`]);
  await button(page, "Langzamer").click();
  await expect(button(page, "Langzamer")).toHaveAttribute("aria-pressed", "true");
  expect((await said(page)).slice(4)).toEqual([`0.6 ${sees}`]);
  await button(page, "Lees nog een keer").click();
  expect((await said(page)).slice(5)).toEqual([`0.6 Vertel over ${CHILD}`]);
  await button(page, "Begin").click();
  expect(await marked(page)).toEqual([]);
  await expect(button(page, "Lees voor"), "another page waits until it is asked").toBeVisible();
  expect((await said(page)).length).toBe(6);
  await button(page, "Lees voor").click();
  await page.getByLabel("Taal", { exact: true }).selectOption("tr");
  await expect(page.getByText("Bu çeviri henüz kontrol edilmedi.")).toBeVisible();
  expect(await marked(page), "another language ends it").toEqual([]);
});

test("a voice that was called not good by mistake comes back", async ({ meet, phone }) => {
  const anna = await meet(ANNA);
  await beginDossier(anna);
  const page = await phone("nl-NL");
  await voiced(page, ["nl-NL"]);
  await page.goto(await letter(anna, "Fatma"));
  await button(page, "Begin").click();
  await button(page, "Lees voor").click();
  await button(page, "Nee").click();
  await expect(page.getByText("De stem op dit apparaat is niet goed genoeg.")).toBeVisible();
  await expect(button(page, "Lees voor")).toHaveCount(0);
  await accessible(page);
  await button(page, "Probeer opnieuw").click();
  await button(page, "Lees voor").click();
  await expect(page.getByText("Hoort u dit goed?")).toBeVisible();
});

test("a sentence that a person recorded is heard where the phone has no voice, fetched when it is asked for, and kept", async ({ meet, phone }) => {
  const anna = await meet(ANNA);
  await beginDossier(anna);
  const page = await phone("nl-NL", { serviceWorkers: "block" });
  await voiced(page, []);
  const sentence = "Niemand leest mee.";
  const name = createHash("sha256").update(sentence).digest("hex").slice(0, 24);
  const list = "/ouder/stem/nl-0123456789abcdef.json";
  const asked: string[] = [];
  await page.route("**/ouder/", async (route) => {
    const answer = await route.fetch();
    const told = `<html lang="nl" data-stem='${JSON.stringify({ nl: list })}'>`;
    await route.fulfill({ response: answer, body: (await answer.text()).replace('<html lang="nl">', told) });
  });
  await page.route("**/ouder/stem/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(pathname);
    if (pathname === list) await route.fulfill({ json: { [name]: `/ouder/stem/nl/${name}.wav` } });
    else await route.fulfill({ body: beep(0.5), contentType: "audio/wav" });
  });
  await page.addInitScript(() => {
    const heard: string[] = [];
    const play = HTMLMediaElement.prototype.play;
    Object.assign(window, { heard });
    HTMLMediaElement.prototype.play = function () {
      heard.push([...(CSS.highlights.get("leest") ?? [])].map(String).join());
      return play.call(this);
    };
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await page.goto(await letter(anna, "Fatma"));
  await expect(button(page, "Lees voor"), "a recording is a voice").toBeVisible();
  await expect(page.getByText("Dit apparaat heeft geen stem voor deze taal.")).toHaveCount(0);
  expect(asked, "nothing before somebody asks").toEqual([]);
  await button(page, "Lees voor").click();
  await expect(button(page, "Lees voor"), "it is read to the end").toBeVisible();
  expect(await heard()).toEqual([sentence]);
  expect(asked).toEqual([list, `/ouder/stem/nl/${name}.wav`]);
  expect(await said(page)).toEqual([]);
  await page.context().setOffline(true);
  await button(page, "Lees voor").click();
  await expect.poll(heard, "also without network").toEqual([sentence, sentence]);
  expect(asked.length).toBe(2);
});
