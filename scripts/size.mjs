// `npm run size`: what a person must load before the first cell answers and before the pane is painted (gzip), against
// the budget. Run after `npm run build`; Office's own script is not ours and not counted.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
/** Kilobytes (1,000 bytes) of gzip. Raise one only with the reason in the commit. */
const budget = { "first cell": 16, "first pane paint": 200 };

if (!existsSync(`${dist}sizes.json`))
  throw new Error("no dist/sizes.json: run `npm run build` first");
const groups = JSON.parse(readFileSync(`${dist}sizes.json`, "utf8"));
let over = 0;
for (const [name, limit] of Object.entries(budget)) {
  const files = groups[name];
  if (!Array.isArray(files) || files.length === 0)
    throw new Error(`sizes.json lists no files for "${name}"`);
  const kilobytes =
    files.reduce((sum, file) => sum + gzipSync(readFileSync(dist + file)).length, 0) / 1000;
  if (kilobytes > limit) over += 1;
  console.log(
    `${kilobytes > limit ? "OVER" : "ok  "} ${name}: ${kilobytes.toFixed(1)} kB gzip of ${limit} kB (${files.length} files)`,
  );
}
process.exit(over === 0 ? 0 : 1);
