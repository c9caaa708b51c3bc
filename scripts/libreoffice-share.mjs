// The share command in LibreOffice: workbooks whose calculated columns were switched to native formulas by the add-in are
// saved as .xlsx, and LibreOffice calculates them afresh. Of 5,000 generated rows with a fixed as-of day, and of 1,000 whose
// as-of day follows the clock, every cell must show what the functions answered, and people's own formulas, which are
// values by then, what they showed. Ends with the plain line "N passed, N failed", one for each column of each.
//
// Needs `soffice` (Debian: libreoffice-calc). Everything lands in .cache/libreoffice-share.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import { profile, run, sofficeIsThere } from "./soffice.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = path.join(root, ".cache", "libreoffice-share");
const tsx = createRequire(import.meta.url).resolve("tsx/cli");

/** The first sheet as text: comma, quotes, UTF-8, from line 1, as calculated and not as shown. */
const firstSheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false";

/** How LibreOffice writes what a cell holds. */
const written = (value) => (value === null ? "" : String(value));

function check() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run(process.execPath, [tsx, path.join(root, "scripts/libreoffice-share.ts"), folder]);
  const books = JSON.parse(readFileSync(path.join(folder, "share.json"), "utf8"));
  // Stored results are always calculated afresh.
  const afresh = profile(path.join(folder, "profile"), {
    "/org.openoffice.Office.Calc/Formula/Load": { OOXMLRecalcMode: 0 },
  });
  const files = books.map(({ file }) => path.join(folder, file));
  run("soffice", [afresh, "--headless", "--convert-to", firstSheet, "--outdir", folder, ...files]);
  return books.flatMap(compared);
}

function compared({ file, rows, columns }) {
  const csv = path.join(folder, file.replace(".xlsx", ".csv"));
  const found = Papa.parse(readFileSync(csv, "utf8")).data;
  return columns.map(({ column, at, functions, native }) => {
    const differences = Array.from({ length: rows }, (_, row) => ({
      row,
      functions: written(functions[row]),
      native: written(native[row]),
      libreOffice: asSerial(found[row + 1]?.[at] ?? ""),
    })).filter((each) => each.functions !== each.native || each.functions !== each.libreOffice);
    return { column: `${file} ${column}`, rows, differences };
  });
}

/** A day as LibreOffice writes one, 2026-03-16, as the number it is. */
function asSerial(text) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return text;
  const [, year, month, day] = match.map(Number);
  return String(Date.UTC(year, month - 1, day) / 86_400_000 + 25_569);
}

if (!sofficeIsThere()) process.exit(1);
const results = check();
for (const { column, rows, differences } of results) {
  const mark = differences.length === 0 ? "✓" : "✗";
  console.log(`${mark} ${column}: ${rows} answers, ${differences.length} differences`);
  for (const difference of differences.slice(0, 5))
    console.log(`    ${JSON.stringify(difference)}`);
}
const failed = results.filter(({ differences }) => differences.length > 0).length;
console.log(`\n${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
