// Measurements in the browser of the journeys, with its settings. Not part of the tests: a figure says something on a quiet machine.
import journeys from "./playwright.config";

export default { ...journeys, testDir: "bench", outputDir: "../../target/bench", timeout: 900_000, workers: 1, projects: undefined };
