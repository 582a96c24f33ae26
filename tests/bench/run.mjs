// The bench in a real browser: explained outcomes per second in one Web Worker, and one scenario on the main thread
// of a tablet six times slower than this machine. Usage: node run.mjs BENCH_WASM NATIVE_JSON
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(new URL("../e2e/package.json", import.meta.url));
const { chromium } = require("playwright-core");

const [wasmPath, nativeText] = process.argv.slice(2);
const native = JSON.parse(nativeText);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const files = {
  "/": [here("page.html"), "text/html"],
  "/worker.js": [here("worker.js"), "text/javascript"],
  "/json-logic.js": [require.resolve("json-logic-js"), "text/javascript"],
  "/bench.wasm": [wasmPath, "application/wasm"],
};

const server = createServer(async (request, response) => {
  const found = files[new URL(request.url, "http://localhost").pathname];
  if (!found) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": found[1] }).end(await readFile(found[0]));
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
const worker = await page.evaluate(
  () =>
    new Promise((done, failed) => {
      const worker = new Worker("/worker.js");
      worker.onmessage = (event) => done(event.data);
      worker.onerror = (event) => failed(new Error(event.message));
      worker.postMessage("go");
    }),
);

// The main thread of a slow tablet.
const session = await page.context().newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
const frame = await page.evaluate(async () => {
  const { instance } = await WebAssembly.instantiateStreaming(fetch("/bench.wasm"));
  instance.exports.simulate_rounds(20);
  const times = [];
  for (let turn = 0; turn < 60; turn += 1) {
    const start = performance.now();
    instance.exports.simulate_rounds(1);
    times.push(performance.now() - start);
    await new Promise(requestAnimationFrame);
  }
  times.sort((a, b) => a - b);
  return { median: times[30], worst: times[59] };
});
await browser.close();
server.close();

const number = (value) => Math.round(value).toLocaleString("nl-NL").padStart(12);
const ratio = (a, b) => (a / b).toFixed(2).padStart(8);
console.log("                                          native         wasm   native/wasm");
console.log(`explained outcomes per second     ${number(native.explained)} ${number(worker.explained)} ${ratio(native.explained, worker.explained)}`);
console.log(`scenarios per second              ${number(native.simulated)} ${number(worker.simulated)} ${ratio(native.simulated, worker.simulated)}`);
console.log(`json-logic-js, one rule, no explanation, same worker: ${number(worker.peer)} per second; we answer ${ratio(worker.explained, worker.peer).trim()} times as many`);
console.log(`one scenario on the main thread at 6x throttle: median ${frame.median.toFixed(2)} ms, worst of 60 ${frame.worst.toFixed(2)} ms (frame: 16 ms)`);

const failed = [];
if (worker.explained < 5_000_000) failed.push("fewer than 5 million explained outcomes per second in one worker");
if (frame.median > 16) failed.push("a scenario does not fit in a frame");
for (const problem of failed) console.error(`✗ ${problem}`);
process.exit(failed.length > 0 ? 1 : 0);
