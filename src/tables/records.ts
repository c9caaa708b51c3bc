import type { Day } from "../domain/day";
import type { DateSystem } from "../domain/serial";
import { readCell, writeCell, type CellStyle } from "./cells";
import type { Row } from "./change";
import { dataIssue, type DataIssue, type DataIssueCode } from "./issues";
import { isTextKind, type Choice, type ColumnSpec, type TableSpec, type TextKind } from "./schema";

/** Minutes since midnight, 0 to 1,439. */
export type MinuteOfDay = number;

/** What a cell of a column means once read. Blank text is "", every other blank is null. */
export type ValueOf<Column extends ColumnSpec> = Column["kind"] extends TextKind
  ? string
  : Column["kind"] extends "day"
    ? Day | null
    : Column["kind"] extends "time"
      ? MinuteOfDay | null
      : Column["kind"] extends "number" | "percent" | "amountYuan"
        ? number | null
        : Column extends { readonly choices: readonly Choice<infer Code>[] }
          ? Code | null
          : never;

/** A table's record: one member per column that is neither computed nor mixed. */
export type RecordOf<Columns extends readonly ColumnSpec[]> = {
  readonly [
    Column in Columns[number] as Column["kind"] extends "computed" | "mixed" ? never : Column["id"]
  ]: ValueOf<Column>;
};

/** A table as a workbook holds it, so that issues can say where they are. */
export interface TablePlace {
  readonly sheet: string;
  /** Column id → its header there. Columns the workbook lacks are absent. */
  readonly headers: Readonly<Record<string, string>>;
  readonly dateSystem: DateSystem;
}

export interface ReadRecord<Columns extends readonly ColumnSpec[]> {
  readonly record: RecordOf<Columns>;
  readonly issues: readonly DataIssue[];
}

const noIssues: readonly DataIssue[] = [];

/**
 * Reads a row of cells as a record of its table. Columns the row lacks are blank.
 *
 * @param rowIndex - zero-based in the table's body
 * @returns the record and an issue for every cell that cannot be read or only with a reservation
 */
export function readRecord<const Columns extends readonly ColumnSpec[]>(
  table: TableSpec & { readonly columns: Columns },
  row: Row,
  rowIndex: number,
  place: TablePlace,
): ReadRecord<Columns> {
  const values: Record<string, string | number | null> = {};
  let found: { column: ColumnSpec; code: DataIssueCode }[] | null = null;
  for (const column of table.columns) {
    if (!isStored(column)) continue;
    const { value, issue } = readCell(column, row[column.id] ?? null, place.dateSystem);
    values[column.id] = value;
    if (issue !== null) (found ??= []).push({ column, code: issue });
  }
  const id = typeof values["id"] === "string" && values["id"] !== "" ? values["id"] : null;
  const issues =
    found?.map(({ column, code }) =>
      dataIssue(code, {
        table: table.id,
        sheet: place.sheet,
        id,
        row: rowIndex,
        column: column.id,
        header: place.headers[column.id] ?? null,
        found: row[column.id] ?? null,
      }),
    ) ?? noIssues;
  return { record: values as RecordOf<Columns>, issues };
}

/** A record without any content, to which the known members are added. */
export function blankRecord<const Columns extends readonly ColumnSpec[]>(
  table: TableSpec & { readonly columns: Columns },
): RecordOf<Columns> {
  const values = table.columns
    .filter(isStored)
    .map(({ id, kind }) => [id, isTextKind(kind) ? "" : null]);
  return Object.fromEntries(values) as RecordOf<Columns>;
}

/** The cells of a record, every stored column of the table. `readRecord` gives the same record back. */
export function writeRecord<const Columns extends readonly ColumnSpec[]>(
  table: TableSpec & { readonly columns: Columns },
  record: RecordOf<Columns>,
  style: CellStyle,
): Row {
  const values: Readonly<Record<string, string | number | null | undefined>> = record;
  return Object.fromEntries(
    table.columns
      .filter(isStored)
      .map((column) => [column.id, writeCell(column, values[column.id] ?? null, style)]),
  );
}

/** The columns of a table by id. */
export function columnOf(table: TableSpec, id: string): ColumnSpec {
  const column = table.columns.find((entry) => entry.id === id);
  if (column === undefined) throw new Error(`${table.id} has no column "${id}"`);
  return column;
}

function isStored(column: ColumnSpec): boolean {
  return column.kind !== "computed" && column.kind !== "mixed";
}
