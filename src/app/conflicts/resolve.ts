import type { CellChange } from "../../tables/change";
import type { TableId } from "../../tables/schema";
import type { Conflict } from "../workbook/rows";

/** Whose value a cell keeps that somebody changed after it was read. */
export type Side = "theirs" | "mine";

/** Says for each conflict which side was chosen. */
export type SideOf = (conflict: Conflict) => Side;

interface ChangedCells {
  readonly id: string;
  readonly cells: Readonly<Record<string, CellChange>>;
}

/** A cell's place, so that conflicts of two attempts can be told apart and matched. */
export function conflictKey({ table, id, column }: Omit<Conflict, "expected" | "found">): string {
  return JSON.stringify([table, id, column]);
}

/** What a person is asked about: a cell that was changed once more is a new question. */
export function questionKey(conflict: Conflict): string {
  return `${conflictKey(conflict)} ${JSON.stringify(conflict.found)}`;
}

/**
 * What was chosen, for when some of these cells are asked about again: a question keeps its answer, and of a new one
 * what stands in the sheet is chosen.
 */
export function chosenAmong(conflicts: readonly Conflict[], sideOf: SideOf): SideOf {
  const mine = new Set(conflicts.filter((each) => sideOf(each) === "mine").map(questionKey));
  return (conflict) => (mine.has(questionKey(conflict)) ? "mine" : "theirs");
}

/**
 * Whether a cell may be written over at all: a formula is somebody's work, and a value in its place could not be taken
 * back.
 */
export function isMineToWrite({ formula }: Pick<Conflict, "formula">): boolean {
  return formula !== true;
}

/**
 * Rows of one table as they shall be written after a person decided, cell by cell: where theirs was taken the cell
 * stays as it is, where mine was, it is written over what was found, so that a third change is a conflict again. Rows
 * of which nothing is left are dropped. Point 2 of the sheet as a database.
 *
 * @example
 * resolvedRows("customers", rows, conflicts, () => "theirs") // writes what nobody else has touched
 */
export function resolvedRows<Row extends ChangedCells>(
  table: TableId,
  rows: readonly Row[],
  conflicts: readonly Conflict[],
  sideOf: SideOf,
): readonly Row[] {
  const byRow = new Map<string, Conflict[]>();
  for (const conflict of conflicts) {
    if (conflict.table !== table) continue;
    const known = byRow.get(conflict.id);
    if (known === undefined) byRow.set(conflict.id, [conflict]);
    else known.push(conflict);
  }
  return rows.flatMap((row): readonly Row[] => {
    const ofRow = byRow.get(row.id);
    if (ofRow === undefined) return [row];
    const disputed = new Map(ofRow.map((conflict) => [conflict.column, conflict]));
    const cells = Object.fromEntries(
      Object.entries(row.cells).flatMap(([column, { from, to }]): [string, CellChange][] => {
        const conflict = disputed.get(column);
        if (conflict === undefined) return [[column, { from, to }]];
        const { found } = conflict;
        const writes = sideOf(conflict) === "mine" && isMineToWrite(conflict) && to !== found;
        return writes ? [[column, { from: found, to }]] : [];
      }),
    );
    return Object.keys(cells).length === 0 ? [] : [{ ...row, cells }];
  });
}
