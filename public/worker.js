// Reads QR codes in pictures of the camera, away from the page so that the page never stutters. Uses the browser's own reader
// where there is one, else our small program, fetched only then.
//
// In: { picture: ImageBitmap }. Out: { texts: [string] } for each picture, or { failed: string } when nothing here can read.
import init, { find } from "/scan.js";

const SIDE = 1280;

const canvas = new OffscreenCanvas(1, 1);
const pencil = canvas.getContext("2d", { willReadFrequently: true });

let program;
const load = () => (program ??= init({ module_or_path: "/scan_bg.wasm" }));

const browsers = async () => {
  try {
    const formats = (await self.BarcodeDetector?.getSupportedFormats()) ?? [];
    return formats.includes("qr_code") ? new self.BarcodeDetector({ formats: ["qr_code"] }) : null;
  } catch {
    return null;
  }
};
let reader = browsers();

const own = async (picture) => {
  await load();
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  pencil.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { data } = pencil.getImageData(0, 0, canvas.width, canvas.height);
  return find(new Uint8Array(data.buffer), canvas.width, canvas.height);
};

const read = async (picture) => {
  const ready = await reader;
  if (ready) {
    try {
      return (await ready.detect(picture)).map((code) => code.rawValue);
    } catch {
      // Some phones promise a reader and have none.
      reader = null;
    }
  }
  return own(picture);
};

addEventListener("message", async ({ data: { picture } }) => {
  try {
    postMessage({ texts: await read(picture) });
  } catch (problem) {
    postMessage({ failed: String(problem) });
  } finally {
    picture.close();
  }
});
