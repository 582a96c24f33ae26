// The same work for two other sync servers, next to what ours just did: so many connections, each with a document of its own,
// one change of 500 bytes after another, each waiting for its acknowledgement. And what a connection costs that says nothing.
// Usage: node run.mjs OURS, a line of JSON as `cargo run -p server --example load` prints it.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import WebSocket from "ws";
import * as clients from "./clients.mjs";

const ours = JSON.parse(process.argv[2]);
const require = createRequire(import.meta.url);
const version = (name) => require(`./node_modules/${name}/package.json`).version;
const sync = dirname(fileURLToPath(import.meta.resolve("@automerge/automerge-repo-sync-server/package.json")));

const peers = [
  {
    name: `automerge-repo-sync-server ${version("@automerge/automerge-repo-sync-server")}`,
    promises: "in memory",
    program: (port, folder) => [[join(sync, "src/index.js")], { PORT: port, DATA_DIR: folder }],
    client: clients.automerge,
  },
  {
    name: `hocuspocus ${version("@hocuspocus/server")}`,
    promises: "in memory",
    program: (port, folder) => [[fileURLToPath(new URL("hocuspocus.mjs", import.meta.url)), port, folder], {}],
    client: clients.hocuspocus,
  },
  {
    name: `hocuspocus ${version("@hocuspocus/server")}`,
    promises: "on the disk",
    program: (port, folder) => [[fileURLToPath(new URL("hocuspocus.mjs", import.meta.url)), port, folder, "durable"], {}],
    client: clients.hocuspocusStored,
  },
];

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return String(port);
}

async function start(peer) {
  const [port, folder] = [await freePort(), await mkdtemp(join(tmpdir(), "thuisnabij-bench-"))];
  const [program, environment] = peer.program(port, folder);
  const child = spawn(process.execPath, program, {
    env: { ...process.env, ...environment, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((done, failed) => {
    child.stdout.once("data", done);
    child.once("exit", () => failed(new Error(`${peer.name} did not start`)));
  });
  child.removeAllListeners("exit");
  child.stdout.resume();
  const stop = async () => {
    child.kill("SIGKILL");
    await new Promise((done) => child.once("exit", done));
    await rm(folder, { recursive: true, force: true });
  };
  return { url: `ws://127.0.0.1:${port}`, pid: child.pid, stop };
}

/// In kB.
async function resident(pid) {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)[1]);
}

async function acknowledgements(peer) {
  const server = await start(peer);
  const all = await Promise.all(
    Array.from({ length: ours.connections }, (_, number) => peer.client(server.url, number)),
  );
  const times = [];
  const began = performance.now();
  const until = began + ours.seconds * 1000;
  await Promise.all(
    all.map(async (client) => {
      for (let seq = 1; performance.now() < until; seq++) {
        const asked = performance.now();
        await client.change(seq);
        times.push(performance.now() - asked);
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  all.forEach((client) => client.close());
  await server.stop();
  times.sort((one, other) => one - other);
  const at = (share) => times[Math.floor((times.length - 1) * share)];
  return { acks: times.length / took, p50: at(0.5), p99: at(0.99) };
}

async function silence(peer) {
  const server = await start(peer);
  const before = await resident(server.pid);
  const open = [];
  for (let number = 0; number < ours.streams; number++) {
    const socket = new WebSocket(server.url);
    await new Promise((done, failed) => socket.once("open", done).once("error", failed));
    open.push(socket);
  }
  const each = ((await resident(server.pid)) - before) / open.length;
  open.forEach((socket) => socket.terminate());
  await server.stop();
  return each;
}

const rows = [{ name: "thuisnabij (on the disk)", ...ours }];
for (const peer of peers) {
  rows.push({ name: `${peer.name} (${peer.promises})`, ...(await acknowledgements(peer)), each: await silence(peer) });
}
const pad = (text, width) => String(text).padStart(width);
console.log(
  `${ours.connections} connections during ${ours.seconds} s; memory of ${ours.streams} silent ones. Server and clients share this machine.\n`,
);
console.log(`${"".padEnd(48)}${["acks/s", "p50 ms", "p99 ms", "kB each", "ours"].map((head) => pad(head, 10)).join("")}`);
for (const row of rows) {
  const ratio = row === rows[0] ? "" : `${(ours.acks / row.acks).toFixed(1)}x`;
  const cells = [row.acks.toFixed(0), row.p50.toFixed(1), row.p99.toFixed(1), row.each.toFixed(1), ratio];
  console.log(`${row.name.padEnd(48)}${cells.map((cell) => pad(cell, 10)).join("")}`);
}
console.log(
  "\nBehind each name: where a change is when it is acknowledged. Ours: committed, synchronous=FULL. In memory: written to the disk some time later, and gone\nwhen the program dies before; automerge-repo-sync-server has no other acknowledgement. hocuspocus on the disk: no waiting before it stores, the disk\nsynced, and then its message to the clients; it writes the whole document each time, which is what its hook gets. The automerge client speaks the\nprotocol itself; the hocuspocus client is its own library, in one process for all connections, and takes its share of the processor.",
);
process.exit(0);
