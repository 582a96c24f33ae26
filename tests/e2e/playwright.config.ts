// Journeys in the Chromium of this machine. They are about order, not speed, and run two at a time, each with a server and a browser
// of its own; what measures time has the machine to itself first.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "journeys",
  outputDir: "../../target/journeys",
  workers: 2,
  fullyParallel: true,
  projects: [
    { name: "timed", grep: /@timed/ },
    { name: "journeys", grepInvert: /@timed/, dependencies: ["timed"] },
  ],
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    viewport: { width: 1180, height: 820 },
    serviceWorkers: "allow",
    trace: "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // There is no microphone here: it hears a beep. Whoever records is asked for it all the same.
        "--use-fake-device-for-media-stream",
      ],
    },
  },
});
