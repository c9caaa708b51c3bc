import { readFileSync } from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Workbook } from "../../src/app/workbook";
import type { Trace } from "../../src/app/deeds/perform";
import { planSetUp } from "../../src/app/set-up/plan-set-up";
import { guessedMapping } from "../../src/app/set-up/proposal";
import { proposeSetUp, readBody, setUp } from "../../src/app/set-up/set-up";
import { day } from "../../src/domain/day";
import type { Result } from "../../src/domain/result";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { ExcelHost, type Client } from "../../src/host/excel-host";
import { openWorkbook } from "../../src/host/file/open";
import { saveXlsx } from "../../src/host/file/save";
import {
  snapshotWorkbook,
  workbookFromSnapshot,
  type WorkbookSnapshot,
} from "../../src/host/file/snapshot";
import { Workbook as Model } from "../../src/host/model/workbook";
import type { Scalar } from "../../src/host/model/cell";
import type { Cell, Row, WholeRow } from "../../src/tables/change";
import { idSource } from "../../src/tables/ids";
import type { Language, TableId } from "../../src/tables/schema";
import { tableSpecs } from "../../src/tables/tables";
import { officeClient } from "../office-client";
import { Wire } from "./wire";

/** A workbook open in the embedded host, with office.js and the add-in's port on it. */
export interface Book {
  readonly host: ExcelHost;
  readonly client: Client;
  readonly wire: Wire;
  readonly model: Model;
  readonly port: Workbook;
}

let shared: Pick<Book, "host" | "client" | "wire"> | null = null;

/** A fresh workbook; one office.js serves all tests of a file, as it does in a page. */
export async function openBook(prepare?: (model: Model) => void): Promise<Book> {
  const model = new Model();
  model.addSheet("Sheet1");
  prepare?.(model);
  return bookOn(model);
}

/** A workbook as a file holds it. */
export async function openFile(file: string): Promise<Book> {
  const opened = await openWorkbook(new Uint8Array(readFileSync(file)), path.basename(file));
  if (!opened.ok) throw new Error(`${file}: ${opened.failure.code}`);
  return bookOn(opened.workbook);
}

/** All of a workbook as it stands, byte for byte: equal where nothing at all has changed. */
export function imageOf(model: Model): Buffer {
  return serialize(snapshotWorkbook(model));
}

/** The workbook an image was taken of, anew. */
export function modelOf(image: Buffer): Model {
  return workbookFromSnapshot(deserialize(image) as WorkbookSnapshot);
}

export async function openImage(image: Buffer): Promise<Book> {
  return bookOn(modelOf(image));
}

async function bookOn(model: Model): Promise<Book> {
  if (shared === null) {
    const host = new ExcelHost(model, { fileOf: saveXlsx });
    const client = host.connect();
    const wire = new Wire(client);
    await officeClient(wire.watched());
    shared = { host, client, wire };
  } else {
    shared.host.replaceWorkbook(model);
  }
  shared.wire.reset();
  return { ...shared, model, port: excelWorkbook() };
}

export const asOf = day("2026-03-02");

let serial = 0;
/** Ids in order, so that failures can be read. */
export const newId = idSource((count) => {
  serial += 1;
  return Uint8Array.from({ length: count }, (_, index) =>
    index < count - 4 ? 0 : Math.floor(serial / 32 ** (count - 1 - index)) % 32,
  );
});

/** Who tests, and when. */
export const trace: Trace = { who: "王芳", now: { day: asOf, minute: 9 * 60 + 30 }, newId };

/** Sets the workbook up as the pane does: creates the sheets, or adopts what is selected. */
export async function setUpBook(book: Book, language: Language = "zh"): Promise<void> {
  const proposal = must(await proposeSetUp(book.port));
  const rows = must(await readBody(book.port, proposal));
  const mapping = proposal.kind === "adopt" ? guessedMapping(proposal) : {};
  const plan = planSetUp(proposal, mapping, { language, asOf, newId, rows });
  must(await setUp(book.port, must(plan)));
  book.wire.reset();
}

/** Fills a sheet from A1, as a person's own table would stand there. */
export function fillSheet(model: Model, rows: readonly (readonly Scalar[])[], at = 0): void {
  const sheet = model.sheets[0]!;
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => sheet.cells.setValue(at + row, column, cell)),
  );
}

/** A customer as set-up's own table holds it. */
export function customer(number: number, cells: Row = {}): WholeRow {
  const id = `C${String(number).padStart(10, "0")}`;
  return {
    table: "customers",
    id,
    cells: {
      id,
      name: `客户${number}`,
      demand: "目标",
      expectedClose: 46_100,
      lastFollowUp: 46_070,
      createdDay: 46_000,
      ...cells,
    },
  };
}

export async function addCustomers(book: Book, customers: readonly WholeRow[]): Promise<void> {
  must(await book.port.commit({ added: customers, updated: [], removed: [] }));
  book.wire.reset();
}

/** A fresh workbook that is set up and holds these customers. */
export async function openWith(customers: readonly WholeRow[]): Promise<Book> {
  const book = await openBook();
  await setUpBook(book);
  await addCustomers(book, customers);
  return book;
}

/** Where one of our tables stands, under its first name. */
export function tableOf({ model }: Pick<Book, "model">, table: TableId) {
  const { excelName } = tableSpecs[table];
  const found = [...model.tables()].find((each) => each.table.name === excelName);
  if (found === undefined) throw new Error(`no table ${excelName}`);
  return found;
}

/** Many customers at once, as if the file had held them already. */
export async function growCustomers(book: Book, count: number): Promise<void> {
  const { columns } = must(await book.port.describe()).tables.customers!;
  const { sheet, table } = tableOf(book, "customers");
  const { top, left } = table.area;
  for (let number = 0; number < count; number += 1) {
    for (const [column, cell] of Object.entries(customer(number).cells)) {
      sheet.cells.setValue(top + 1 + number, left + columns[column]!.index, cell);
    }
  }
  table.area = { ...table.area, bottom: top + count };
  book.host.calculation.structureChanged();
  must(await book.port.describe());
  book.wire.reset();
}

/** All rows of one of our tables, blank cells left out, straight from the workbook's model. */
export function rowsOf(book: Book, table: TableId): readonly Row[] {
  const found = tableOf(book, table);
  const { area, columns } = found.table;
  const rows: Row[] = [];
  for (let row = area.top + 1; row <= area.bottom; row += 1) {
    const cells: Record<string, Cell> = {};
    columns.forEach(({ name }, index) => {
      const value = found.sheet.cells.value(row, area.left + index);
      if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
        cells[name] = value;
      }
    });
    rows.push(cells);
  }
  return rows;
}

/** Everything a person can see or lose: values, formulas and number formats of all sheets, as text. */
export function contents(model: Model): string {
  return contentsOf(model.sheets);
}

/** The same without the audit table, which only ever grows. */
export function contentsBesideAudit(model: Model): string {
  const { excelName } = tableSpecs.audit;
  return contentsOf(model.sheets.filter(({ tables }) => tables[0]?.name !== excelName));
}

function contentsOf(sheets: Model["sheets"]): string {
  const lines: string[] = [];
  for (const sheet of sheets) {
    const used = sheet.cells.usedArea(true);
    lines.push(
      `# ${sheet.name} ${sheet.tables.map(({ name, area }) => `${name}@${JSON.stringify(area)}`).join()}`,
    );
    if (used === null) continue;
    for (let row = used.top; row <= used.bottom; row += 1) {
      for (let column = used.left; column <= used.right; column += 1) {
        const formula = sheet.cells.formula(row, column)?.text;
        const value = sheet.cells.value(row, column);
        if (formula !== undefined) lines.push(`${row}:${column} ${formula}`);
        else if (value !== null) lines.push(`${row}:${column} ${JSON.stringify(value)}`);
      }
    }
  }
  return lines.join("\n");
}

export function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
}

export function mustFail<T, E>(result: Result<T, E>): E {
  if (result.ok) throw new Error(`succeeded: ${JSON.stringify(result.value)}`);
  return result.error;
}
