import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { BenchRow } from "./bench";
import { measureBundled } from "./bundled";
import { twinsFile } from "./twins-file";

const rowCount = 100_000;
const folder = path.resolve(__dirname, "../.cache/bench/twins");

/**
 * Grade and next day of 100,000 rows as native formulas in LibreOffice, beside the cell functions in this process.
 *
 * LibreOffice, without a window, loads the rows and writes them as text: once with the answers alone, once with the
 * formulas, calculating every one afresh. The difference is reading the formulas and calculating them.
 */
export async function run(): Promise<BenchRow[]> {
  const name = (what: string) => `grade + next day, 100,000 rows: ${what}`;
  const inProcess = (await measureBundled("functions-workload")).find(
    (row) => row.name === name("cell functions"),
  );
  if (inProcess === undefined) throw new Error("no figure for the cell functions");
  if (spawnSync("soffice", ["--version"]).error !== undefined)
    return [
      inProcess,
      { name: name("native formulas"), value: Number.NaN, unit: "ms", note: "no LibreOffice here" },
    ];

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [plain, file, small] = ["answers.xlsx", "twins.xlsx", "small.xlsx"].map((title) =>
    path.join(folder, title),
  ) as [string, string, string];
  writeFileSync(plain, await twinsFile(rowCount, false));
  writeFileSync(file, await twinsFile(rowCount));
  writeFileSync(small, await twinsFile(2));
  const afresh = profile("afresh", 0);
  // The first start of a profile sets it up.
  convert(afresh, small);
  const loadPlain = convert(afresh, plain);
  const loadFormulas = convert(afresh, file);
  const [wanted, found] = ["answers.csv", "twins.csv"].map((title) =>
    readFileSync(path.join(folder, title), "utf8"),
  );
  if (found !== wanted) throw new Error("LibreOffice answers otherwise than the functions");
  const recalculation = loadFormulas - loadPlain;
  return [
    inProcess,
    {
      name: name("native formulas, LibreOffice"),
      value: recalculation,
      unit: "ms",
      note:
        `${(recalculation / inProcess.value).toFixed(0)} × the cell functions in this process; ` +
        `load and recalculate ${Math.round(loadFormulas)} ms − load the answers alone ${Math.round(loadPlain)} ms; same answers`,
    },
  ];
}

/** A profile in which stored results are always calculated afresh (0) or never (1). */
function profile(title: string, recalculation: 0 | 1): string {
  const user = path.join(folder, title, "user");
  mkdirSync(user, { recursive: true });
  writeFileSync(
    path.join(user, "registrymodifications.xcu"),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${recalculation}</value></prop></item></oor:items>`,
  );
  return `-env:UserInstallation=${pathToFileURL(path.join(folder, title)).href}`;
}

/** Milliseconds LibreOffice takes to load a file and write its first sheet as text. */
function convert(profileArgument: string, file: string): number {
  const start = performance.now();
  const outcome = spawnSync(
    "soffice",
    [profileArgument, "--headless", "--convert-to", "csv", "--outdir", folder, file],
    { encoding: "utf8" },
  );
  if (outcome.status !== 0) throw new Error(outcome.stderr);
  return performance.now() - start;
}
