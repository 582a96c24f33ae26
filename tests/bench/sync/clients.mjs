// A client of each server: it makes one change of 500 characters, and is told when the server has it.
import { next as Automerge } from "@automerge/automerge";
import { cbor, generateAutomergeUrl, parseAutomergeUrl } from "@automerge/automerge-repo";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import WebSocket from "ws";
import * as Y from "yjs";

const TEXT = "x".repeat(500);

/// The protocol itself, without the client library, which waits up to 100 ms before it sends a change.
export async function automerge(url, number) {
  const socket = new WebSocket(url);
  socket.binaryType = "arraybuffer";
  const senderId = `client${number}`;
  const { documentId } = parseAutomergeUrl(generateAutomergeUrl());
  let doc = Automerge.from({ velden: {} });
  let state = Automerge.initSyncState();
  let targetId, told, joined;
  const say = (message) => socket.send(cbor.encode(message));
  const sync = () => {
    let data;
    [state, data] = Automerge.generateSyncMessage(doc, state);
    if (data) say({ type: "sync", senderId, targetId, documentId, data });
  };
  socket.on("message", (bytes) => {
    const message = cbor.decode(new Uint8Array(bytes));
    if (message.type === "peer") {
      targetId = message.senderId;
      return joined();
    }
    if (message.type !== "sync" || message.documentId !== documentId) return;
    const { heads } = Automerge.decodeSyncMessage(message.data);
    [doc, state] = Automerge.receiveSyncMessage(doc, state, message.data);
    const own = Automerge.getHeads(doc);
    if (told && heads.length === own.length && own.every((head) => heads.includes(head))) told();
    else sync();
  });
  await new Promise((done, failed) => socket.once("open", done).once("error", failed));
  const welcome = new Promise((done) => (joined = done));
  say({ type: "join", senderId, peerMetadata: {}, supportedProtocolVersions: ["1"] });
  await welcome;
  return {
    change: (seq) =>
      new Promise((done) => {
        told = done;
        doc = Automerge.change(doc, (doc) => (doc.velden[`n${seq}`] = TEXT));
        sync();
      }),
    close: () => socket.close(),
  };
}

export const hocuspocus = (url, number) => ofHocuspocus(url, number, false);

/// Told when the change is on the disk.
export const hocuspocusStored = (url, number) => ofHocuspocus(url, number, true);

async function ofHocuspocus(url, number, stored) {
  const websocketProvider = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket });
  const document = new Y.Doc();
  const close = () => {
    provider.destroy();
    websocketProvider.destroy();
  };
  const provider = new HocuspocusProvider({ websocketProvider, name: `document${number}`, document });
  provider.attach();
  await new Promise((done) => provider.on("synced", done));
  const map = document.getMap("velden");
  const whenStored = (seq) =>
    new Promise((done) => {
      const told = ({ payload }) => {
        if (Number(payload) < seq) return;
        provider.off("stateless", told);
        done();
      };
      provider.on("stateless", told);
      map.set(`n${seq}`, TEXT);
    });
  if (stored) return { change: whenStored, close };
  return {
    change: (seq) =>
      new Promise((done) => {
        const told = () => {
          if (provider.unsyncedChanges > 0) return;
          provider.off("unsyncedChanges", told);
          done();
        };
        map.set(`n${seq}`, TEXT);
        provider.on("unsyncedChanges", told);
      }),
    close,
  };
}
