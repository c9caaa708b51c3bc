import { ok, type Result } from "../../domain/result";
import { isBlankCell, textOf } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import type { SharedColumn } from "../../tables/specs/shared-columns";
import type { FrozenColumns } from "./formulas";
import type { Workbook } from "../workbook";
import type { WorkbookFailure } from "../workbook/failures";

/** A row is known again by its id or, where it has none, by its name. */
export const keyColumns: readonly string[] = ["id", "name"];

/** Whether a cell that holds no formula was calculated before values took the formulas' place, or is in a new row. */
export type Calculated = (column: string, row: number) => boolean;

/** What the columns show, and which of it was calculated. */
export interface CalculatedCells {
  readonly isCalculated: Calculated;
  readonly shown: (column: string) => readonly Cell[] | null;
}

/**
 * Compares what stands in the columns with what was remembered when they became values: a cell that shows something
 * else was typed since, and is the person's. A row nobody remembers is new: its blank cells wait for their formula.
 */
export async function readCalculated(
  workbook: Workbook,
  shared: readonly SharedColumn[],
): Promise<Result<CalculatedCells, WorkbookFailure>> {
  const columns = shared.map(({ column }) => column);
  const frozen = await workbook.readFrozen(keyColumns, columns);
  if (!frozen.ok) return frozen;
  const read = await workbook.readColumns([
    { table: "customers", columns: [...keyColumns, ...columns] },
  ]);
  if (!read.ok) return read;
  const now = read.value[0]?.columns ?? {};
  const remembered = frozen.value === null ? new Map<string, number>() : placesOf(frozen.value);
  const height = now[keyColumns[0] ?? ""]?.length ?? now[keyColumns[1] ?? ""]?.length ?? 0;
  const places = Array.from({ length: height }, (_, row) =>
    remembered.get(keyOf(keyColumns.map((key) => now[key]?.[row] ?? null))),
  );
  return ok({
    isCalculated: (column, row) => {
      const cell = now[column]?.[row] ?? null;
      const then = places[row];
      if (then === undefined) return isBlankCell(cell);
      const was = frozen.value?.columns[column];
      return was?.calculated[then] === true && (was.values[then] ?? null) === cell;
    },
    shown: (column) => now[column] ?? null,
  });
}

/** The names, or else ids, of customers in some rows, in the given groups. */
export async function readNames(
  workbook: Workbook,
  groups: readonly (readonly number[])[],
): Promise<Result<readonly (readonly string[])[], WorkbookFailure>> {
  if (groups.length === 0) return ok([]);
  const read = await workbook.readColumns([{ table: "customers", columns: keyColumns }]);
  if (!read.ok) return read;
  const { id = [], name = [] } = read.value[0]?.columns ?? {};
  return ok(
    groups.map((rows) =>
      rows.map((row) => {
        const title = textOf(name[row] ?? null).trim();
        return title === "" ? textOf(id[row] ?? null).trim() : title;
      }),
    ),
  );
}

function placesOf({ keys }: FrozenColumns): Map<string, number> {
  return new Map(keys.map((cells, row) => [keyOf(cells), row]));
}

function keyOf([id = null, name = null]: readonly Cell[]): string {
  const known = textOf(id).trim();
  return known === "" ? `=${textOf(name).trim()}` : known;
}
