// Starts the parent's program, and keeps it on the phone so that it opens again without network.
import "/ouder/platform.js";
import init from "/ouder.js";

try {
  await init({ module_or_path: "/ouder_bg.wasm" });
} catch (problem) {
  const failed = document.getElementById("shell-failed");
  if (failed) failed.hidden = false;
  throw problem;
}
// After the first screen, so that it does not compete with it.
// Without it, or without network now, the page works and only needs the network the next time.
navigator.serviceWorker?.register("/ouder/sw.js", { updateViaCache: "none" }).catch(() => {});
