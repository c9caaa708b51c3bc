import type { CommitFailure } from "../../app/workbook/rows";
import { err, ok, type Result } from "../../domain/result";
import { TextMap, type ReadonlyTextMap } from "../../domain/text-map";
import type { Change, UpdatedRow, WholeRow } from "../../tables/change";
import { ownHeader, type ColumnSpec } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import { tableIds, type BoundColumn, type BoundTable, type BoundTables } from "../binding";

/** What a change does to one table. */
export interface TableWork {
  readonly bound: BoundTable;
  readonly updated: readonly UpdatedRow[];
  readonly removed: readonly WholeRow[];
  readonly added: readonly WholeRow[];
  /**
   * Given when a write is taken back: then an id that stands twice is no reason to refuse, and the row that is meant is
   * chosen; see `isLowerMeant`. With the numbers rows had in the body where they were written by these, by their ids.
   */
  readonly takenBack?: { readonly from: ReadonlyTextMap<number> };
}

/**
 * Sorts a change by table and checks that the workbook has every column that would be written. A filled cell whose
 * column was deleted is a failure, since dropping it would lose what a person entered; a blank one is left out.
 */
export function sortByTable(
  change: Change,
  bound: BoundTables,
): Result<readonly TableWork[], CommitFailure> {
  const works: TableWork[] = [];
  for (const table of tableIds) {
    const updated = change.updated.filter((row) => row.table === table);
    const removed = change.removed.filter((row) => row.table === table);
    const added = change.added.filter((row) => row.table === table);
    const rows = [...updated, ...removed, ...added];
    if (rows.length === 0) continue;
    const found = bound[table];
    if (found === undefined) return err({ code: "table-missing", table });
    const ids = new TextMap<true>();
    const doubled = rows.find(({ id }) => ids.size === ids.set(id, true).size)?.id;
    if (doubled !== undefined) return err({ code: "id-taken", table, id: doubled });
    const work: TableWork = { bound: found, updated, removed, added };
    const column = missingColumn(work, found);
    if (column !== null) return err({ code: "column-missing", table, column });
    works.push(work);
  }
  return ok(works);
}

/** The column by which rows are found. Every bound table has it: see `missingColumn`. */
export function idColumn(bound: BoundTable): BoundColumn {
  const column = bound.columns.id;
  if (column === undefined) throw new Error(`${bound.table} is bound without its id column`);
  return column;
}

/** How many rows the work is about. */
export function rowsIn({
  updated,
  removed,
  added,
}: Pick<TableWork, "updated" | "removed" | "added">): number {
  return updated.length + removed.length + added.length;
}

/** From here on, what is done with an answer about these rows keeps the pane for some milliseconds. */
const largeRows = 200;

/** Whether the work is about so many rows that its steps give others their turn between them. */
export function isLarge(work: Pick<TableWork, "updated" | "removed" | "added">): boolean {
  return rowsIn(work) >= largeRows;
}

/**
 * The columns that must be looked at, as numbers in the table: those in which rows are updated, the id, and for rows that
 * are removed everything that was entered. What formulas show in them comes back by itself, and is most of their bytes.
 */
export function columnsIn(
  { updated, removed }: Pick<TableWork, "updated" | "removed">,
  bound: BoundTable,
): readonly number[] {
  const columns = new Set(removed.length > 0 ? ["id", ...enteredColumns(bound)] : ["id"]);
  for (const { cells } of [...updated, ...removed])
    for (const column of Object.keys(cells)) columns.add(column);
  return [...columns].flatMap((column) => bound.columns[column]?.index ?? []);
}

/** A column the work needs and the table, as it is bound now, lacks; null when it has them all. */
export function missingColumn(
  { updated, added }: Pick<TableWork, "updated" | "added">,
  { columns }: BoundTable,
): string | null {
  const needed = new Set(["id"]);
  for (const { cells } of updated) for (const column of Object.keys(cells)) needed.add(column);
  for (const { cells } of added) {
    for (const column of Object.keys(cells)) {
      const cell = cells[column] ?? null;
      if (cell !== null && cell !== "") needed.add(column);
    }
  }
  return [...needed].find((column) => columns[column] === undefined) ?? null;
}

/** The columns in which people enter something: theirs, and ours that no formula of ours answers. */
export function enteredColumns({ table, columns }: BoundTable): readonly string[] {
  const computed = new Set(
    tableSpecs[table].columns
      .filter(({ kind }: ColumnSpec) => kind === "computed")
      .map(({ id }) => id),
  );
  return Object.keys(columns).filter(
    (column) => ownHeader(column) !== null || !computed.has(column),
  );
}
