// Part of `npm run test:libreoffice`: the formulas of test/workbooks/formulas/corpus.ts, calculated by our engine and
// by LibreOffice from the .xlsx we save, value by value. What differs must be listed in differences.md beside the
// corpus, and what is listed must differ. Ends with the plain line "N passed, N failed".
//
// LibreOffice is told to calculate every formula of the file when it opens it (OOXMLRecalcMode 0), to read texts as
// numbers wherever Excel does (StringConversion 3), and in English. The files' stored results are wrong on purpose.
// Needs `soffice` (Debian: libreoffice-calc). Everything lands in .cache/libreoffice-formulas.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { DOMParser } from "@xmldom/xmldom";
import { convert, profile, run, sofficeIsThere } from "./soffice.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = path.join(root, ".cache", "libreoffice-formulas");
const listed = path.join(root, "test", "workbooks", "formulas", "differences.md");
const tsx = createRequire(import.meta.url).resolve("tsx/cli");

/** "Err:502" and its like: LibreOffice's own errors, where Excel tells #VALUE!, #NUM!, #REF! and #DIV/0! apart. */
const ownError = /^Err:5\d\d$/;

/** The cells of each sheet of a flat document: `cells[row][column]`, null where there is nothing. */
function sheetsOf(file) {
  const document = new DOMParser().parseFromString(readFileSync(file, "utf8"), "text/xml");
  const [nullDate] = Array.from(document.getElementsByTagName("table:null-date"));
  const epoch = Date.parse(nullDate?.getAttribute("table:date-value") ?? "1899-12-30");
  return new Map(
    Array.from(document.getElementsByTagName("table:table")).map((sheet) => [
      sheet.getAttribute("table:name"),
      rowsOf(sheet, epoch),
    ]),
  );
}

function rowsOf(sheet, epoch) {
  const rows = [];
  let at = 0;
  for (const row of Array.from(sheet.getElementsByTagName("table:table-row"))) {
    const cells = [];
    let column = 0;
    for (const cell of Array.from(row.childNodes)) {
      if (!/^table:(covered-)?table-cell$/.test(cell.nodeName)) continue;
      const repeated = Number(cell.getAttribute("table:number-columns-repeated") || 1);
      const value = cellValue(cell, epoch);
      if (value !== null) for (let next = 0; next < repeated; next++) cells[column + next] = value;
      column += repeated;
    }
    const repeated = Number(row.getAttribute("table:number-rows-repeated") || 1);
    if (cells.length > 0) for (let next = 0; next < repeated; next++) rows[at + next] = cells;
    at += repeated;
  }
  return rows;
}

const day = 86_400_000;

function cellValue(cell, epoch) {
  const text = Array.from(cell.getElementsByTagName("text:p")).map(paragraphText).join("\n");
  if (cell.getAttribute("calcext:value-type") === "error") return { error: text };
  switch (cell.getAttribute("office:value-type")) {
    case "float":
    case "percentage":
    case "currency":
      return Number(cell.getAttribute("office:value"));
    case "boolean":
      return cell.getAttribute("office:boolean-value") === "true";
    case "date": {
      const shown = cell.getAttribute("office:date-value");
      return { near: (Date.parse(shown.includes("T") ? `${shown}Z` : shown) - epoch) / day };
    }
    case "time": {
      const [, sign, hours, minutes, seconds] = /^(-?)PT(\d+)H(\d+)M([\d.]+)S$/.exec(
        cell.getAttribute("office:time-value"),
      );
      const length = Number(hours) / 24 + Number(minutes) / 1440 + Number(seconds) / 86_400;
      return { near: sign === "-" ? -length : length };
    }
    case "string":
      return text;
    default:
      return cell.hasAttribute("table:formula") ? "" : null;
  }
}

function paragraphText(node) {
  let text = "";
  for (const child of Array.from(node.childNodes)) {
    if (child.nodeName === "text:s") text += " ".repeat(Number(child.getAttribute("text:c") || 1));
    else if (child.nodeName === "text:tab") text += "\t";
    else if (child.nodeName === "text:line-break") text += "\n";
    else text += child.nodeType === 3 ? child.data : paragraphText(child);
  }
  return text;
}

function same(ours, theirs) {
  if (theirs !== null && typeof theirs === "object") {
    if ("error" in theirs) {
      return ownError.test(theirs.error) ? /^#[A-Z]/.test(ours) : ours === theirs.error;
    }
    return typeof ours === "number" && Math.abs(ours - theirs.near) < 1e-8;
  }
  if (typeof ours === "number" && typeof theirs === "number") {
    return Math.abs(ours - theirs) <= 1e-12 * Math.max(1, Math.abs(ours));
  }
  // LibreOffice has no truth values: they are 1 and 0, sometimes shown as TRUE and FALSE. TYPE and ISLOGICAL tell ours.
  if (typeof ours === "boolean" || typeof theirs === "boolean") {
    return (
      typeof ours !== "string" && typeof theirs !== "string" && Number(ours) === Number(theirs)
    );
  }
  return ours === theirs;
}

function shown(value) {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "object") return value.error ?? String(value.near);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value !== "string" || /^#[A-Z]/.test(value)) return String(value);
  return value.length > 60 ? `a text of ${value.length}` : JSON.stringify(value);
}

function shownArray(rows) {
  const text = rows.map((line) => line.map(shown).join(", ")).join("; ");
  return rows.length * rows[0].length === 1 ? text : `{${text}}`;
}

function block(sheet, { area, answer }) {
  return answer.map((line, down) =>
    line.map((_, across) => sheet?.[area.top + down]?.[area.left + across] ?? null),
  );
}

/** What LibreOffice answers: its older formula where it does not know the function. */
function theirsOf(sheets, each, olderSheet) {
  const direct = block(sheets.get(each.sheet), each);
  const unknown = direct.flat().every((value) => /^(#NAME\?|Err:5\d\d)$/.test(value?.error));
  return unknown && each.older !== null ? block(sheets.get(olderSheet), each) : direct;
}

/** One line per difference: "- `=FORMULA()` Keepsheet `1`, LibreOffice `2`". */
function line(system, formula, ours, theirs) {
  return `- ${system === "1904" ? "1904 " : ""}\`${formula}\` Keepsheet \`${ours}\`, LibreOffice \`${theirs}\``;
}

function main() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run(process.execPath, [tsx, path.join(root, "scripts/libreoffice-formula-workbook.ts"), folder]);
  const expected = JSON.parse(readFileSync(path.join(folder, "expected.json"), "utf8"));
  const english = profile(path.join(folder, "profile"), {
    "/org.openoffice.Office.Calc/Formula/Load": { OOXMLRecalcMode: 0 },
    "/org.openoffice.Office.Calc/Formula/Syntax": { StringConversion: 3 },
    "/org.openoffice.Setup/L10N": { ooSetupSystemLocale: "en-US" },
  });
  const found = [];
  let compared = 0;
  let values = 0;
  for (const system of ["1900", "1904"]) {
    convert(english, path.join(folder, `formulas-${system}.xlsx`), "fods", folder);
    const sheets = sheetsOf(path.join(folder, `formulas-${system}.fods`));
    for (const each of expected[system]) {
      const theirs = theirsOf(sheets, each, expected.olderSheet);
      if (theirs.flat().includes(expected.notCalculated)) {
        throw new Error(`LibreOffice did not calculate ${each.formula}`);
      }
      compared++;
      values += theirs.flat().length;
      const agree = each.answer.every((row, down) =>
        row.every((value, across) => same(value, theirs[down][across])),
      );
      if (!agree)
        found.push(line(system, each.formula, shownArray(each.answer), shownArray(theirs)));
    }
  }
  const known = readFileSync(listed, "utf8")
    .split("\n")
    .filter((text) => /^- (1904 )?`=/.test(text));
  const unlisted = found.filter((text) => !known.includes(text));
  const gone = known.filter((text) => !found.includes(text));
  for (const text of unlisted) console.log(`✗ not listed: ${text}`);
  for (const text of gone) console.log(`✗ listed, but not so: ${text}`);
  console.log(
    `${compared} formulas (${values} values) compared: ${compared - found.length} agree, ${found.length - unlisted.length} differ as listed`,
  );
  return {
    passed: compared - unlisted.length,
    failed: unlisted.length + gone.length,
    unlisted,
    gone,
  };
}

let summary = { passed: 0, failed: 1 };
if (sofficeIsThere()) {
  try {
    summary = main();
    writeFileSync(path.join(folder, "summary.json"), JSON.stringify(summary, null, 2));
  } catch (error) {
    console.error(error);
  }
  console.log(`${summary.passed} passed, ${summary.failed} failed`);
}
process.exitCode = summary.failed === 0 ? 0 : 1;
