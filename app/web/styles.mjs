// Makes target/styles from style/main.css and style/ouder.css. The packages bring every state that a button or field can have; those that no
// page names are left out of theirs. Our own rules all stay: who writes one that nobody uses takes it away.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { PurgeCSS } from "purgecss";

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const PAGES = ["app/web/src/**/*.rs", "app/parent/src/**/*.rs"].map(at);
const says = process.argv.includes("--say");

const used = async (path) => {
  const raw = await readFile(path, "utf8");
  const words = (text) => text.match(/[\w-]+/g) ?? [];
  const purge = new PurgeCSS().purge({ content: PAGES, css: [{ raw }], defaultExtractor: words, rejected: says });
  const [{ css, rejected }] = await purge;
  if (says) console.log(rejected.map((rule) => `left out: ${rule}`).join("\n"));
  return css;
};

await build({
  entryPoints: [at("style/main.css"), at("style/ouder.css")],
  bundle: true,
  minify: true,
  target: ["chrome111", "firefox115", "safari16.4"],
  loader: { ".woff2": "copy" },
  assetNames: "fonts/[name]",
  outdir: at("target/styles"),
  plugins: [
    {
      name: "what is used of the packages",
      setup: ({ onLoad }) => onLoad({ filter: /node_modules.*\.css$/ }, async ({ path }) => ({ contents: await used(path), loader: "css" })),
    },
  ],
});
