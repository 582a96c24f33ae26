// A hocuspocus server that keeps its documents in a folder, as its manual says. Usage: node hocuspocus.mjs PORT FOLDER [durable]
// It acknowledges what it has in memory. With `durable` it stores each change at once, syncs the disk, and then tells everybody in the
// document how many fields are stored: the stateless message after storing is how its manual tells a client that something is kept.
import { open, rename } from "node:fs/promises";
import { join } from "node:path";
import { Server } from "@hocuspocus/server";
import * as Y from "yjs";

const [port, folder, durable] = process.argv.slice(2);

/// The whole document, on the disk when this is done.
async function keep(name, bytes) {
  const file = await open(join(folder, `${name}.new`), "w");
  await file.writeFile(bytes);
  if (durable) await file.sync();
  await file.close();
  await rename(join(folder, `${name}.new`), join(folder, name));
}

const server = new Server({
  address: "127.0.0.1",
  port: Number(port),
  quiet: true,
  ...(durable ? { debounce: 0, maxDebounce: 0 } : {}),
  // Called some time after a change, or at once, and not before it is answered.
  async onStoreDocument({ documentName, document }) {
    const [stored, bytes] = [document.getMap("velden").size, Y.encodeStateAsUpdate(document)];
    await keep(documentName, bytes);
    if (durable) document.broadcastStateless(String(stored));
  },
});
await server.listen();
console.log("ready");
