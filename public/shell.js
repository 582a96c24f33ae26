// The first screen: takes it away when the program has started, or says calmly that it could not.
"use strict";
(() => {
  let started = false;
  const failed = () => {
    if (started) return;
    const opening = document.getElementById("shell-opening");
    const sentence = document.getElementById("shell-failed");
    if (opening) opening.hidden = true;
    if (sentence) sentence.hidden = false;
  };
  addEventListener("TrunkApplicationStarted", () => {
    started = true;
    document.getElementById("shell")?.remove();
  });
  // A script that does not arrive or does not match its hash gives an event that does not bubble: hence the capture.
  addEventListener("error", failed, true);
  addEventListener("unhandledrejection", failed);
})();
