import { ok, type Result } from "../../domain/result";
import { textOf } from "../../tables/cells";
import type { Cell, LongChange } from "../../tables/change";
import { each } from "../../tables/row-list";
import type { TableId } from "../../tables/schema";
import { allInSlices, forPart, unwatched, type Onlooker } from "../slices";
import type { Workbook } from "../workbook";
import type { WorkbookFailure } from "../workbook/failures";
import type { ColumnsAnswer } from "../workbook/reading";
import type { Conflict } from "../workbook/rows";
import { conflictKey } from "./resolve";

/** What stands in the way of changes that were planned some time ago. */
export interface Disputed {
  /** Cells that no longer hold what was read, in the order of the changes. */
  readonly conflicts: readonly Conflict[];
  /** Rows that are no longer in their table. */
  readonly gone: readonly { readonly table: TableId; readonly id: string }[];
}

/**
 * Compares everything changes would write over with what stands there now, so that a person sees all conflicts at once
 * and not one message after another. Reads the ids and the columns concerned; writes nothing.
 *
 * @param known - conflicts a commit has told of: it sees formulas, which are read here as their results
 */
export async function lookAgain(
  workbook: Workbook,
  changes: readonly Pick<LongChange, "updated">[],
  known: readonly Conflict[],
  onlooker: Onlooker = unwatched,
): Promise<Result<Disputed, WorkbookFailure>> {
  const wanted = new Map<TableId, Set<string>>();
  for (const { updated } of changes)
    for (const { table, cells } of each(updated)) {
      const columns = wanted.get(table) ?? new Set(["id"]);
      for (const column of Object.keys(cells)) columns.add(column);
      wanted.set(table, columns);
    }
  if (wanted.size === 0) return ok({ conflicts: known, gone: [] });
  const read = await workbook.readColumns(
    [...wanted].map(([table, columns]) => ({ table, columns: [...columns] })),
    forPart(onlooker, 0, 0.8).onProgress,
  );
  if (!read.ok) return read;
  const work = comparing(changes, known, read.value);
  return ok(await allInSlices(work, forPart(onlooker, 0.8, 1)));
}

/** Rows compared between two places to pause. */
const rowsPerStep = 500;

function* comparing(
  changes: readonly Pick<LongChange, "updated">[],
  known: readonly Conflict[],
  answers: readonly ColumnsAnswer[],
): Generator<number, Disputed> {
  const places = new Map<string, number>();
  const columnsOf = new Map(answers.map(({ table, columns }) => [table, columns]));
  for (const { table, columns } of answers)
    for (const [row, cell] of (columns["id"] ?? []).entries()) {
      if (row % rowsPerStep === 0) yield 0;
      const place = `${table} ${textOf(cell).trim()}`;
      if (!places.has(place)) places.set(place, row);
    }
  const told = new Map(known.map((conflict) => [conflictKey(conflict), conflict]));
  const conflicts: Conflict[] = [];
  const gone: Disputed["gone"][number][] = [];
  let seen = 0;
  for (const { updated } of changes)
    for (const { table, id, cells } of each(updated)) {
      if ((seen += 1) % rowsPerStep === 0) yield 0;
      const row = places.get(`${table} ${id}`);
      if (row === undefined) {
        gone.push({ table, id });
        continue;
      }
      for (const [column, { from: expected }] of Object.entries(cells)) {
        const place = { table, id, column };
        const found = columnsOf.get(table)?.[column]?.[row];
        const conflict = told.get(conflictKey(place));
        if (conflict !== undefined) conflicts.push(conflict);
        else if (found !== undefined && !isSame(found, expected))
          conflicts.push({ ...place, expected, found });
      }
    }
  return { conflicts, gone };
}

function isSame(one: Cell, other: Cell): boolean {
  return (one ?? "") === (other ?? "");
}
