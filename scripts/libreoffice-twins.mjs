// The native twins in LibreOffice: it opens the workbooks libreoffice-twins.ts makes, calculates every twin afresh, and
// each answer must be the custom function's. Ends with the plain line "N passed, N failed", one for each settings variant.
//
// Needs `soffice` (Debian: libreoffice-calc). Everything lands in .cache/libreoffice-twins, the totals in summary.json.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import Papa from "papaparse";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = path.join(root, ".cache", "libreoffice-twins");
rmSync(folder, { recursive: true, force: true });
mkdirSync(path.join(folder, "profile", "user"), { recursive: true });
const tsx = createRequire(import.meta.url).resolve("tsx/cli");

/** The first sheet as text: comma, quotes, UTF-8, from line 1, as calculated and not as shown. */
const firstSheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false";

function run(command, args) {
  const outcome = spawnSync(command, args, { cwd: root, encoding: "utf8", timeout: 600_000 });
  if (outcome.status !== 0) {
    throw new Error(`${command} ${args.join(" ")}: ${outcome.error ?? outcome.stderr}`);
  }
}

/** A profile of its own, in which stored results are always calculated afresh. */
function profile() {
  writeFileSync(
    path.join(folder, "profile", "user", "registrymodifications.xcu"),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`,
  );
  return `-env:UserInstallation=${pathToFileURL(path.join(folder, "profile"))}`;
}

function main() {
  run(process.execPath, [tsx, "scripts/libreoffice-twins.ts", folder]);
  const { titles, firstTwin, books } = JSON.parse(
    readFileSync(path.join(folder, "twins.json"), "utf8"),
  );
  const files = books.map(({ file }) => path.join(folder, file));
  run("soffice", [
    profile(),
    "--headless",
    "--convert-to",
    firstSheet,
    "--outdir",
    folder,
    ...files,
  ]);
  return books.map(({ title, file, wanted, rows }) => {
    const csv = readFileSync(path.join(folder, file.replace(".xlsx", ".csv")), "utf8");
    const found = Papa.parse(csv).data;
    const differences = wanted.flatMap((answers, row) =>
      answers.flatMap((answer, at) => {
        const cell = found[row]?.[firstTwin + at];
        return cell === String(answer)
          ? []
          : [{ function: titles[at], wanted: answer, found: cell, row: rows[row] }];
      }),
    );
    return { title, answers: wanted.length * titles.length, differences };
  });
}

if (spawnSync("soffice", ["--version"]).error !== undefined) {
  console.log("LibreOffice (soffice) is not installed: apt-get install libreoffice-calc");
  console.log("0 passed, 1 failed");
  process.exit(1);
}
let results = [];
let broken = 0;
try {
  results = main();
} catch (error) {
  broken = 1;
  console.error(error);
}
for (const { title, answers, differences } of results) {
  console.log(
    `${differences.length === 0 ? "✓" : "✗"} ${title}: ${answers} answers, ${differences.length} differences`,
  );
  for (const difference of differences.slice(0, 5))
    console.log(`    ${JSON.stringify(difference)}`);
}
const failed = broken + results.filter(({ differences }) => differences.length > 0).length;
const passed = results.length + broken - failed;
const summary = {
  passed,
  failed,
  answers: results.reduce((sum, { answers }) => sum + answers, 0),
  differences: results.flatMap(({ title, differences }) =>
    differences.map((difference) => ({ title, ...difference })),
  ),
};
writeFileSync(path.join(folder, "summary.json"), JSON.stringify(summary, null, 2));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
