// A hocuspocus server that keeps its documents in a folder, as its manual says. Usage: node hocuspocus.mjs PORT FOLDER
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Server } from "@hocuspocus/server";
import * as Y from "yjs";

const [port, folder] = process.argv.slice(2);
const server = new Server({
  address: "127.0.0.1",
  port: Number(port),
  quiet: true,
  // Called some time after a change, not before it is answered.
  async onStoreDocument({ documentName, document }) {
    await writeFile(join(folder, documentName), Y.encodeStateAsUpdate(document));
  },
});
await server.listen();
console.log("ready");
