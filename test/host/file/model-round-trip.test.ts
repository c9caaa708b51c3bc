import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { snapshotWorkbook, workbookFromSnapshot } from "../../../src/host/file/snapshot";
import type { Sheet } from "../../../src/host/model/sheet";
import type { CellStyle } from "../../../src/host/model/style";
import type { Table } from "../../../src/host/model/table";
import { Workbook } from "../../../src/host/model/workbook";
import { described } from "./described";
import { fullWorkbook } from "./full-workbook";

/**
 * Members of the model that no file holds, and why. Every other member must differ from a fresh workbook's in
 * `fullWorkbook`, and must come back: a member added to the model without a place in the file fails here.
 */
const sessionOnly: Readonly<Record<"workbook" | "sheet", Readonly<Record<string, string>>>> = {
  workbook: {
    fileName: "is the file's own name",
    resultsStand: "says who calculated the file last: see opened-results.test",
    isDirty: "says whether something is to be saved",
    wasSaved: "says whether the workbook was saved since it was opened",
    activeChart: "is what a person points at; a file knows chosen cells only",
    paused: "is what one person may do while the workbook is open",
    kept: "is what the opened file held besides, written back as it was",
    bindings: "are lost, which is told before saving (`save-warnings`)",
    readOnly: "is told by the file's recommendation, which is kept",
  },
  sheet: {
    comments: "are written as notes with the words of the conversation",
    id: "is given out anew whenever a workbook is opened",
    enableCalculation: "is not saved by Excel either: the format has no place for it",
  },
};

/** All members a cell's look, a table or a column of one can have. */
const styleMembers: Readonly<
  Record<
    Exclude<keyof CellStyle, "themeColors" | "tints" | "fileRecord" | "richText" | "showsReadings">,
    true
  >
> = {
  numberFormat: true,
  fill: true,
  fontColor: true,
  fontName: true,
  fontSize: true,
  bold: true,
  italic: true,
  underline: true,
  strikethrough: true,
  horizontal: true,
  vertical: true,
  wrapText: true,
  indent: true,
  shrinkToFit: true,
  textOrientation: true,
  borders: true,
  locked: true,
  formulaHidden: true,
  styleName: true,
  fillPattern: true,
  fillPatternColor: true,
  subscript: true,
  superscript: true,
  readingOrder: true,
  autoIndent: true,
};
const tableMembers: Readonly<Record<Exclude<keyof Table, "unmodelled">, true>> = {
  id: true,
  sheetId: true,
  name: true,
  area: true,
  columns: true,
  showHeaders: true,
  showTotals: true,
  style: true,
  showBandedRows: true,
  showBandedColumns: true,
  showFilterButton: true,
  highlightFirstColumn: true,
  highlightLastColumn: true,
  sort: true,
  sortMatchesCase: true,
  filters: true,
};

async function reopened(workbook: Workbook): Promise<Workbook> {
  const opened = await openWorkbook(await saveXlsx(workbook), "round.xlsx");
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  expect(opened.warnings).toEqual([]);
  return opened.workbook;
}

function firstOf(workbook: Workbook): Sheet {
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
}

/** Maps and sets as sorted lists, so that the order in which they were filled does not count. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return plain(Object.fromEntries(value));
  if (value instanceof Set) return [...(value as Set<number>)].sort((one, other) => one - other);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function membersOf(thing: Workbook | Sheet, of: keyof typeof sessionOnly): string[] {
  return Object.keys(thing).filter((name) => !(name in sessionOnly[of]));
}

describe("every member of the model", () => {
  const fresh = new Workbook();
  const freshSheet = fresh.addSheet("Sheet1");
  const full = fullWorkbook();
  let again = full;
  beforeAll(async () => {
    again = await reopened(full);
  });

  const bookMembers = membersOf(full, "workbook").filter((name) => name !== "sheets");
  it.each(bookMembers)("workbook.%s is tried, and comes back", (name) => {
    const first = name === "activeSheetId" ? freshSheet.id : plain(Reflect.get(fresh, name));
    expect(plain(Reflect.get(full, name))).not.toEqual(first);
    const after = described(again) as Record<string, unknown>;
    const before = described(full) as Record<string, unknown>;
    const told = name === "activeSheetId" ? "active" : name;
    expect(before).toHaveProperty([told]);
    expect(plain(after[told])).toEqual(plain(before[told]));
  });

  it.each(membersOf(firstOf(full), "sheet"))("sheet.%s is tried, and comes back", (name) => {
    const tried = full.sheets.some(
      (sheet) =>
        JSON.stringify(plain(memberOf(sheet, name))) !==
        JSON.stringify(plain(memberOf(freshSheet, name))),
    );
    expect(tried).toBe(true);
    const of = (workbook: Workbook): unknown[] =>
      (described(workbook) as { sheets: Record<string, unknown>[] }).sheets.map((sheet) =>
        plain(sheet[name]),
      );
    const after = of(again);
    // Of charts a file also states what is Excel's own choice.
    if (name === "charts") expect(after).toMatchObject(of(full));
    else expect(after).toEqual(of(full));
  });

  it("of looks and tables is tried", () => {
    const used = new Set<string>();
    for (const { cells } of full.sheets) {
      const area = cells.usedArea(false);
      for (let row = 0; area !== null && row <= area.bottom; row++) {
        for (let column = 0; column <= area.right; column++) {
          for (const member of Object.keys(cells.style(row, column))) used.add(member);
        }
      }
    }
    expect([...used]).toEqual(expect.arrayContaining(Object.keys(styleMembers)));
    const tables = full.sheets.flatMap((sheet) => sheet.tables);
    for (const member of Object.keys(tableMembers)) {
      expect(tables.some((table) => member in table)).toBe(true);
    }
  });

  it("crosses to the worker that saves, and back", () => {
    const there = workbookFromSnapshot(structuredClone(snapshotWorkbook(full)));
    for (const name of Object.keys(full).filter((key) => key !== "sheets")) {
      expect(Reflect.get(there, name)).toEqual(Reflect.get(full, name));
    }
    expect(described(there)).toEqual(described(full));
  });

  it("comes back the same a second time, from what the first saving wrote", async () => {
    const twice = await reopened(again);
    expect(plain(described(twice))).toEqual(plain(described(again)));
    expect(await saveXlsx(twice)).toEqual(await saveXlsx(again));
  });
});

function memberOf(sheet: Sheet, name: string): unknown {
  return name === "cells" ? sheet.cells.usedArea(false) : Reflect.get(sheet, name);
}
