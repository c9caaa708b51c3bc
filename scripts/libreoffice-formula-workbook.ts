/**
 * Makes the workbooks that `libreoffice-formulas.mjs` has LibreOffice calculate, and says beside them in expected.json
 * what our engine answers. Every stored result in the files is replaced by one number no formula of the corpus answers,
 * so that a result that was not calculated afresh cannot pass for an agreement.
 *
 * Usage: tsx scripts/libreoffice-formula-workbook.ts <folder>
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createCalculation } from "../src/host/calc/engine";
import { saveXlsx } from "../src/host/file/save";
import type { Area } from "../src/host/model/address";
import { isCellError, type Scalar } from "../src/host/model/cell";
import type { CellGrid } from "../src/host/model/grid";
import type { Sheet } from "../src/host/model/sheet";
import { Workbook } from "../src/host/model/workbook";
import { corpus } from "../test/workbooks/formulas/corpus";
import type { Case } from "../test/workbooks/formulas/corpus-case";
import { names, sheets, table } from "../test/workbooks/formulas/corpus-data";

const folder = process.argv[2] ?? "";
const notCalculated = -987_654_321;
/** Formulas stand below and to the right of all they read, with room for their arrays. */
const firstRow = 40;
const column = 20;
const olderSheet = "Older formulas";

type Shown = number | string | boolean | null;

/** A formula in its place, with the area its answer fills. */
interface Placed {
  readonly sheet: string;
  readonly formula: string;
  readonly older: string | null;
  readonly area: Area;
}

function put(cells: CellGrid, row: number, at: number, value: Scalar): void {
  if (typeof value === "string" && value.startsWith("="))
    cells.setFormula(row, at, { text: value });
  else cells.setValue(row, at, value);
}

function dataWorkbook(date1904: boolean): { workbook: Workbook; sheet: Sheet } {
  const workbook = new Workbook();
  workbook.date1904 = date1904;
  for (const [name, rows] of Object.entries(sheets)) {
    const { cells } = workbook.addSheet(name);
    rows.forEach((line, row) => {
      line.forEach((value, at) => {
        put(cells, row, at, value);
      });
    });
  }
  const sheet = workbook.sheets[0];
  if (sheet === undefined) throw new Error("the corpus has no sheet");
  const { top, left, rows } = table;
  const width = rows[0]?.length ?? 0;
  rows.forEach((line, row) => {
    line.forEach((value, at) => {
      put(sheet.cells, top + row, left + at, value);
    });
  });
  sheet.tables.push({
    id: workbook.nextTableId(),
    sheetId: sheet.id,
    name: table.name,
    area: { top, left, bottom: top + rows.length - 1, right: left + width - 1 },
    columns: (rows[0] ?? []).map((name, index) => ({
      id: index + 1,
      name: isCellError(name) ? name.error : String(name),
    })),
    showHeaders: true,
    showTotals: false,
    style: null,
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    sort: [],
    filters: [],
  });
  for (const [name, formula] of Object.entries(names)) {
    workbook.names.push({ name, formula, sheetId: null, visible: true, comment: "" });
  }
  return { workbook, sheet };
}

function oneCell(row: number, at: number): Area {
  return { top: row, left: at, bottom: row, right: at };
}

/** Rows of values; errors as their code. */
function answerIn(cells: CellGrid, area: Area): Shown[][] {
  return Array.from({ length: area.bottom - area.top + 1 }, (_, down) =>
    Array.from({ length: area.right - area.left + 1 }, (__, across) => {
      const value = cells.value(area.top + down, area.left + across);
      return isCellError(value) ? value.error : value;
    }),
  );
}

/** The calculated columns of the corpus's table, as cases of their own. */
function tableFormulas(sheet: Sheet): Placed[] {
  return [...sheet.cells.formulas()]
    .filter(({ row, column: at }) => row < firstRow && at >= table.left)
    .map(({ row, column: at, formula }) => ({
      sheet: sheet.name,
      formula: `${formula.text} in row ${row + 1}`,
      older: null,
      area: oneCell(row, at),
    }));
}

/** Writes the formulas one below the other, each as far down as the answer of the one before it asks for. */
function place(workbook: Workbook, sheet: Sheet, cases: readonly Case[]): Placed[] {
  const calculation = createCalculation(workbook);
  let row = firstRow;
  const placed = cases.map((each) => {
    const [formula, older] = typeof each === "string" ? [each, null] : each;
    sheet.cells.setFormula(row, column, { text: formula });
    calculation.cellsChanged(sheet, oneCell(row, column));
    calculation.recalculate();
    const area = calculation.spillAt({ sheetId: sheet.id, row, column }) ?? oneCell(row, column);
    row = area.bottom + 2;
    return { sheet: sheet.name, formula, older, area };
  });
  calculation.recalculateAll("FullRebuild");
  return placed;
}

/** Writes the older formulas at the same places of a sheet of their own. */
function placeOlder(sheet: Sheet, placed: readonly Placed[]): void {
  for (const { older, area, sheet: data } of placed) {
    if (older === null) continue;
    const many = area.top !== area.bottom || area.left !== area.right;
    const array = many ? { spill: area } : { array: true };
    sheet.cells.setFormula(area.top, area.left, { text: onSheet(older, data), ...array });
  }
}

function spoilResults({ cells }: Sheet): void {
  for (const { row, column: at, formula } of [...cells.formulas()]) {
    const area = formula.spill ?? oneCell(row, at);
    for (let r = area.top; r <= area.bottom; r++) {
      for (let c = area.left; c <= area.right; c++) cells.setValue(r, c, notCalculated);
    }
  }
}

async function make(system: 1900 | 1904): Promise<(Placed & { answer: Shown[][] })[]> {
  const { workbook, sheet } = dataWorkbook(system === 1904);
  const older = workbook.addSheet(olderSheet);
  const placed = place(workbook, sheet, Object.values(corpus[system]).flat());
  const expected = [...tableFormulas(sheet), ...placed].map((each) => ({
    ...each,
    answer: answerIn(sheet.cells, each.area),
  }));
  placeOlder(older, placed);
  workbook.sheets.forEach(spoilResults);
  writeFileSync(path.join(folder, `formulas-${system}.xlsx`), await saveXlsx(workbook));
  return expected;
}

/** The formula with its references to the corpus's own sheet spelled out. */
function onSheet(formula: string, sheet: string): string {
  return formula
    .split(/("[^"]*")/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(
            /(?<![A-Za-z!:$])([A-Z]{1,2}\d+(?::[A-Z]{1,2}\d+)?)(?![\d(A-Za-z])/g,
            `${sheet}!$1`,
          ),
    )
    .join("");
}

async function main(): Promise<void> {
  writeFileSync(
    path.join(folder, "expected.json"),
    JSON.stringify(
      { notCalculated, olderSheet, 1900: await make(1900), 1904: await make(1904) },
      null,
      1,
    ),
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
