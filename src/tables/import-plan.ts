import type { Day } from "../domain/day";
import { isBlankCell, textOf, writeCell, type CellStyle } from "./cells";
import type { Cell, CellChange, Row } from "./change";
import { readIncoming, sameMeaning } from "./import-cell";
import { columnsOfKey, keyOf, type ImportKey } from "./import-key";
import type { NewId } from "./ids";
import type { ColumnSpec, TableSpec } from "./schema";
import { isTotalWord } from "./total-row";

/** Rows to bring in: raw cells without their header. */
export type IncomingRows = readonly (readonly Cell[])[];

/** The customers that are there, by whole columns: at least the id, the key's and every mapped one. */
export interface ExistingRows {
  readonly rowCount: number;
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
}

export interface ImportChoices {
  /** Our column id → the incoming column, zero-based. */
  readonly mapping: Readonly<Record<string, number>>;
  readonly key: ImportKey;
  /** What to do with a row of which some cell cannot be read: keep it out, or bring it in without those cells. */
  readonly unreadable: "reject" | "leave-out";
  /** Cells a person mended: incoming row → incoming column → what stands there instead. */
  readonly corrections: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

export interface ImportContext {
  readonly table: TableSpec;
  readonly style: CellStyle;
  /** F2: the creation day of customers that come without one; F6: no last follow-up lies after it. */
  readonly asOf: Day;
  readonly newId: NewId;
}

/** Why a row stays out, or which of its cells. `column` is ours; null where the whole row is meant. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly column: string | null;
  /** What stands in the incoming cell. */
  readonly found: Cell;
  /** The other incoming row it collides with, zero-based; null where there is none. */
  readonly otherRow: number | null;
}

export type RejectionCode =
  | "unknown-word"
  | "not-a-day"
  | "not-a-number"
  | "not-a-time"
  | "error-value"
  | "too-long"
  /** Control characters or bytes no encoding explains: a damaged file. */
  | "unprintable"
  /** F6: a last follow-up after today. */
  | "day-in-the-future"
  /** A new customer without a name. */
  | "name-missing"
  /** The key's cell is blank: a second import would bring the row in again. */
  | "key-missing"
  /** Another row above has the same key. */
  | "twice-in-source"
  /** Several customers have this key. */
  | "matches-several"
  /** The customer it matches has no id of its own, by which its row could be found. */
  | "customer-without-id"
  /** The row says another id than the customer it matches by the key chosen. */
  | "other-id"
  /** The id belongs to another customer. */
  | "id-taken"
  | "total-row";

export interface AddedRow {
  /** Incoming row, zero-based. */
  readonly row: number;
  readonly id: string;
  readonly cells: Row;
}

export interface ChangedRow {
  readonly row: number;
  readonly id: string;
  /** Where the customer stands now, zero-based in the table's body. */
  readonly at: number;
  readonly cells: Readonly<Record<string, CellChange>>;
}

export interface RejectedRow {
  readonly row: number;
  readonly reasons: readonly Rejection[];
}

/** The dry run: what each incoming row will do. Blank rows do nothing and are only counted. */
export interface ImportPlan {
  readonly added: readonly AddedRow[];
  readonly updated: readonly ChangedRow[];
  readonly unchanged: readonly number[];
  readonly rejected: readonly RejectedRow[];
  readonly blankRows: number;
  /** Cells left out because they cannot be read (`unreadable: "leave-out"`), of rows that come in without them. */
  readonly leftOut: readonly RejectedRow[];
}

const rowsPerStep = 250;

interface Match {
  readonly at: number;
  /** How many customers share the key. */
  readonly count: number;
}

/**
 * Compares incoming rows with the customers that are there, without changing anything. Every `yield` is a place to
 * pause and says how far it has come, 0 to 1.
 *
 * Blank cells never erase. Planning the same rows again after the plan was carried out changes nothing: a row is found
 * by its key, and one without a key stays out.
 *
 * @throws Error when the key cannot be used with this mapping; ask `usableKeys` first
 */
export function* planImport(
  rows: IncomingRows,
  existing: ExistingRows,
  choices: ImportChoices,
  context: ImportContext,
): Generator<number, ImportPlan> {
  const planner = new Planner(rows, existing, choices, context);
  const steps = existing.rowCount + rows.length;
  for (let at = 0; at < existing.rowCount; at += 1) {
    planner.know(at);
    if (at % rowsPerStep === rowsPerStep - 1) yield at / steps;
  }
  for (let row = 0; row < rows.length; row += 1) {
    planner.take(row);
    if (row % rowsPerStep === rowsPerStep - 1) yield (existing.rowCount + row) / steps;
  }
  return planner.plan;
}

class Planner {
  readonly plan = {
    added: [] as AddedRow[],
    updated: [] as ChangedRow[],
    unchanged: [] as number[],
    rejected: [] as RejectedRow[],
    blankRows: 0,
    leftOut: [] as RejectedRow[],
  };
  readonly #columns: readonly { readonly spec: ColumnSpec; readonly index: number }[];
  readonly #keyColumns: readonly string[];
  readonly #matches = new Map<string, Match>();
  /** Id → how many rows have it. */
  readonly #ids = new Map<string, number>();
  /** Key → the incoming row that has it. */
  readonly #seen = new Map<string, number>();
  readonly #lastFilled: number;

  constructor(
    private readonly rows: IncomingRows,
    private readonly existing: ExistingRows,
    private readonly choices: ImportChoices,
    private readonly context: ImportContext,
  ) {
    const { mapping, key } = choices;
    const present = (column: string) => existing.columns[column] !== undefined;
    this.#columns = context.table.columns.flatMap((spec) => {
      const index = mapping[spec.id];
      return index === undefined || !present(spec.id) ? [] : [{ spec, index }];
    });
    const keyColumns = columnsOfKey(key, (column) => mapping[column] !== undefined, present);
    if (keyColumns === null) throw new Error(`the key ${key} is not mapped`);
    this.#keyColumns = keyColumns;
    this.#lastFilled = rows.findLastIndex((cells) => !cells.every(isBlankCell));
  }

  /** Takes note of a customer that is there. */
  know(at: number): void {
    const { columns } = this.existing;
    const cells = this.#keyColumns.map((column) => columns[column]?.[at] ?? null);
    const key = keyOf(this.choices.key, cells);
    if (key !== null) {
      const before = this.#matches.get(key);
      this.#matches.set(key, { at: before?.at ?? at, count: (before?.count ?? 0) + 1 });
    }
    const id = this.#idAt(at);
    if (id !== "") this.#ids.set(id, (this.#ids.get(id) ?? 0) + 1);
  }

  /** Decides about an incoming row. */
  take(row: number): void {
    const source = this.rows[row] ?? [];
    const mended = this.choices.corrections.get(row);
    const cell = (index: number): Cell => mended?.get(index) ?? source[index] ?? null;
    if (this.#columns.every(({ index }) => isBlankCell(cell(index)))) {
      this.plan.blankRows += 1;
      return;
    }
    if (row === this.#lastFilled && this.#isTotal(source)) {
      this.#reject(row, [
        reason("total-row", null, source.find((each) => !isBlankCell(each)) ?? null),
      ]);
      return;
    }
    const { values, reasons } = this.#read(cell);
    const leaveOut = this.choices.unreadable === "leave-out";
    const stopping = leaveOut ? reasons.filter(({ column }) => this.#isOfKey(column)) : reasons;
    if (stopping.length > 0) {
      this.#reject(row, reasons);
      return;
    }
    const refused = this.#place(row, cell, values);
    if (refused !== null) this.#reject(row, [...refused, ...reasons]);
    else if (reasons.length > 0) this.plan.leftOut.push({ row, reasons });
  }

  /** What the mapped cells mean; blank ones are left out. */
  #read(cell: (index: number) => Cell): {
    readonly values: ReadonlyMap<ColumnSpec, string | number>;
    readonly reasons: readonly Rejection[];
  } {
    const values = new Map<ColumnSpec, string | number>();
    const reasons: Rejection[] = [];
    for (const { spec, index } of this.#columns) {
      const found = cell(index);
      if (isBlankCell(found)) continue;
      const read = readIncoming(spec, found, this.context.style.dateSystem);
      if (typeof read === "object") {
        reasons.push(reason(read.code, spec.id, found));
      } else if (spec.id === "lastFollowUp" && Number(read) > this.context.asOf) {
        reasons.push(reason("day-in-the-future", spec.id, found));
      } else if (read !== "") {
        values.set(spec, read);
      }
    }
    return { values, reasons };
  }

  /** Adds, updates or leaves as it is; or says why none of them. */
  #place(
    row: number,
    cell: (index: number) => Cell,
    values: ReadonlyMap<ColumnSpec, string | number>,
  ): readonly Rejection[] | null {
    const keyCells = this.#keyColumns.map((column) => cell(this.choices.mapping[column] ?? -1));
    const key = keyOf(this.choices.key, keyCells);
    const column = this.#keyColumns[0] ?? null;
    if (key === null) return [reason("key-missing", column, keyCells[0] ?? null)];
    const twin = this.#seen.get(key);
    if (twin !== undefined) return [reason("twice-in-source", column, keyCells[0] ?? null, twin)];

    // Also when it stays out: the next one with this key would otherwise be judged differently the next time.
    this.#seen.set(key, row);
    const match = this.#matches.get(key);
    return match === undefined ? this.#add(row, values) : this.#update(row, match, values, column);
  }

  #add(row: number, values: ReadonlyMap<ColumnSpec, string | number>): readonly Rejection[] | null {
    const { style, newId, asOf, table } = this.context;
    const cells: Record<string, Cell> = {};
    for (const [spec, value] of values) cells[spec.id] = writeCell(spec, value, style);
    if (textOf(cells["name"] ?? null).trim() === "") return [reason("name-missing", "name", null)];
    const given = textOf(cells["id"] ?? null);
    if (given !== "" && this.#ids.has(given)) return [reason("id-taken", "id", given)];
    const id = given === "" ? newId("C") : given;
    this.#ids.set(id, 1);
    cells["id"] = id;
    const created = table.columns.find((spec) => spec.id === "createdDay");
    if (created !== undefined && this.existing.columns["createdDay"] !== undefined)
      cells["createdDay"] ??= writeCell(created, asOf, style);
    this.plan.added.push({ row, id, cells });
    return null;
  }

  #update(
    row: number,
    { at, count }: Match,
    values: ReadonlyMap<ColumnSpec, string | number>,
    keyColumn: string | null,
  ): readonly Rejection[] | null {
    const { columns } = this.existing;
    const { style } = this.context;
    if (count > 1) return [reason("matches-several", keyColumn, null)];
    const id = this.#idAt(at);
    if (id === "" || (this.#ids.get(id) ?? 0) > 1)
      return [reason("customer-without-id", "id", null)];
    const moved: Record<string, CellChange> = {};
    for (const [spec, value] of values) {
      const from = columns[spec.id]?.[at] ?? null;
      if (sameMeaning(spec, from, value, style.dateSystem)) continue;
      // A row's id is how logs find it: an import never gives a customer another one.
      if (spec.id === "id") return [reason("other-id", "id", value)];
      moved[spec.id] = { from, to: writeCell(spec, value, style) };
    }
    if (Object.keys(moved).length === 0) this.plan.unchanged.push(row);
    else this.plan.updated.push({ row, id, at, cells: moved });
    return null;
  }

  #reject(row: number, reasons: readonly Rejection[]): void {
    this.plan.rejected.push({ row, reasons });
  }

  /** As it stands in the sheet: a row is found by exactly this text. */
  #idAt(at: number): string {
    return textOf(this.existing.columns["id"]?.[at] ?? null);
  }

  #isOfKey(column: string | null): boolean {
    return column !== null && this.#keyColumns.includes(column);
  }

  #isTotal(cells: readonly Cell[]): boolean {
    return isTotalWord(textOf(cells.find((each) => !isBlankCell(each)) ?? null));
  }
}

function reason(
  code: RejectionCode,
  column: string | null,
  found: Cell,
  otherRow: number | null = null,
): Rejection {
  return { code, column, found, otherRow };
}
