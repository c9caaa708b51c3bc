// `npm run test:libreoffice`: a second opinion on the files we write. The real account list is adopted by the add-in in
// the embedded host and saved; LibreOffice opens the file, and what it finds is compared with what the host shows:
// values, native formulas calculated afresh, highlight colours, lists, tables, names. Then LibreOffice saves the file
// itself and our reader opens that. Ends with the plain line "N passed, N failed".
//
// Needs `soffice` (Debian: libreoffice-calc); with `pdftoppm` (poppler-utils) it also leaves a picture of the first
// pages. Everything lands in .cache/libreoffice, the totals in .cache/libreoffice/summary.json.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import { convert, profile, run, sofficeIsThere } from "./soffice.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = path.join(root, ".cache", "libreoffice");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const tsx = createRequire(import.meta.url).resolve("tsx/cli");

/** Text files of all sheets: comma, quotes, UTF-8, from line 1, as shown. */
const allSheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

let passed = 0;
const failures = [];

function check(sentence, found, wanted) {
  const same = JSON.stringify(found) === JSON.stringify(wanted);
  if (same) passed++;
  else failures.push({ sentence, found, wanted });
  console.log(`${same ? "✓" : "✗"} ${sentence}`);
  if (!same)
    console.log(`    found  ${JSON.stringify(found)}\n    wanted ${JSON.stringify(wanted)}`);
}

/** Lists are compared item by item, so that one wrong row is one line. */
function differences(found, wanted) {
  if (!Array.isArray(found) || !Array.isArray(wanted)) {
    return [`found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`];
  }
  return Array.from({ length: Math.max(found.length, wanted.length) }, (_, index) =>
    JSON.stringify(found[index]) === JSON.stringify(wanted[index])
      ? null
      : `${index}: found ${JSON.stringify(found[index])}, wanted ${JSON.stringify(wanted[index])}`,
  ).filter((line) => line !== null);
}

/** A profile of its own for each way of loading: LibreOffice calculates stored results afresh always (0) or never (1). */
function loading(name, recalculation) {
  return profile(path.join(folder, name), {
    "/org.openoffice.Office.Calc/Formula/Load": { OOXMLRecalcMode: recalculation },
  });
}

const into = (out) => path.join(folder, out);

function rowsOf(file) {
  return Papa.parse(readFileSync(file, "utf8"), { skipEmptyLines: true }).data;
}

function columnsOf(rows, expected) {
  const at = (header) => expected.headers.indexOf(header);
  return rows.slice(1).map((row) => ({
    name: row[0],
    grade: row[at("等级")],
    nextFollowUp: row[at("下次跟进")],
    state: row[at("状态")],
  }));
}

/** The background of each row's first cell in LibreOffice's own web page of the sheet. */
function fillsOf(html, names) {
  const cells = [...html.matchAll(/<td([^>]*)>(.*?)<\/td>/gs)].map(([, attributes, inner]) => ({
    text: inner
      .replace(/<[^>]*>/g, "")
      .replaceAll("&amp;", "&")
      .trim(),
    fill: /bgcolor="([^"]*)"/.exec(attributes)?.[1] ?? null,
  }));
  return names.map((name) => cells.find(({ text }) => text === name)?.fill ?? null);
}

function main() {
  run(process.execPath, [tsx, path.join(root, "scripts/libreoffice-workbook.ts"), folder]);
  const expected = JSON.parse(readFileSync(path.join(folder, "expected.json"), "utf8"));
  const adopted = path.join(folder, "adopted.xlsx");
  const shown = expected.rows.map(({ name, grade, nextFollowUp, state }) => ({
    name,
    grade,
    nextFollowUp,
    state,
  }));

  const never = loading("profile-stored", 1);
  const stored = convert(never, adopted, allSheets, into("stored"));
  const sheetFile = (kind, sheet) =>
    path.join(folder, kind, `${kind === "native" ? "native" : "adopted"}-${sheet}.csv`);
  check(
    "LibreOffice opens the file with all its sheets",
    expected.sheets.filter((sheet) => existsSync(sheetFile("stored", sheet))),
    expected.sheets,
  );
  const storedRows = rowsOf(path.join(stored, `adopted-${expected.sheet}.csv`));
  check("the headers are in their order", storedRows[0], expected.headers);
  // LibreOffice takes a stored empty text for no result and calculates such cells, where it lacks our functions.
  const graded = new Set(shown.filter(({ grade }) => grade !== "").map(({ name }) => name));
  check(
    "without the add-in, grades, days and states show as they were saved",
    columnsOf(storedRows, expected).filter(({ name }) => graded.has(name)),
    shown.filter(({ name }) => graded.has(name)),
  );

  const always = loading("profile-afresh", 0);
  const native = convert(always, path.join(folder, "native.xlsx"), allSheets, into("native"));
  check(
    "calculated afresh by LibreOffice, the native state formulas answer the same",
    columnsOf(rowsOf(path.join(native, `native-${expected.sheet}.csv`)), expected),
    shown,
  );

  convert(never, adopted, "html", into("page"));
  const html = readFileSync(path.join(folder, "page", "adopted.html"), "utf8");
  check(
    "[F5] [F7] every row has the highlight of its overdue step",
    fillsOf(
      html,
      expected.rows.map(({ name }) => name),
    ),
    expected.rows.map(({ fill }) => fill),
  );
  const fills = new Set(expected.rows.map(({ fill }) => fill).filter((fill) => fill !== null));
  check("all six looks were seen", fills.size, 6);

  convert(never, adopted, "fods", into("flat"));
  const flat = readFileSync(path.join(folder, "flat", "adopted.fods"), "utf8");
  const all = (pattern) => [...flat.matchAll(pattern)].map((match) => match[1]).sort();
  const lists = all(/<table:content-validation [^>]*table:condition="([^"]*)"/g);
  check(
    "drop-down lists are there",
    lists.length,
    expected.validations.reduce((sum, count) => sum + count, 0),
  );
  check(
    "the list of demands can be chosen from",
    lists.some((list) => list.includes("目标")),
    true,
  );
  check(
    "tables are there by name",
    all(/<table:database-range table:name="(Crm\w+)"/g),
    [...expected.tables].sort(),
  );
  const nameList = [
    ...all(/<table:named-range table:name="(crm_\w+)"/g),
    ...all(/<table:named-expression table:name="(crm_\w+)"/g),
  ];
  check("settings are there by name", [...new Set(nameList)].sort(), [...expected.names].sort());
  convert(never, adopted, "xlsx:Calc MS Excel 2007 XML", into("again"));
  const reopened = JSON.parse(
    run(process.execPath, [
      tsx,
      path.join(root, "scripts/libreoffice-reopen.ts"),
      path.join(folder, "again", "adopted.xlsx"),
      expected.sheet,
    ]),
  );
  check(
    "our reader opens what LibreOffice saved, with tables",
    reopened.tables,
    [...expected.tables].sort(),
  );
  check("… with the names of settings", reopened.names, [...expected.names].sort());
  check("… with the highlight's rules", reopened.highlight, 6);
  check("… with the drop-down lists", reopened.lists > 0, true);
  check(
    "… with the customers",
    reopened.customers,
    expected.rows.map(({ name }) => name),
  );

  convert(never, adopted, "pdf", into("paper"));
  if (spawnSync("pdftoppm", ["-v"]).error === undefined) {
    const paper = path.join(folder, "paper", "adopted");
    run("pdftoppm", ["-png", "-r", "60", "-l", "2", `${paper}.pdf`, paper]);
  }
}

if (!sofficeIsThere()) process.exit(1);
try {
  main();
} catch (error) {
  failures.push({ sentence: "the check itself runs to its end", found: String(error) });
  console.error(error);
}
const summary = { passed, failed: failures.length, failures };
writeFileSync(path.join(folder, "summary.json"), JSON.stringify(summary, null, 2));
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
