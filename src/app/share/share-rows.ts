import { ok, type Result } from "../../domain/result";
import { TextMap } from "../../domain/text-map";
import { isBlankCell, textOf } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import type { SharedColumn } from "../../tables/specs/shared-columns";
import { allInSlices, forPart, type Onlooker } from "../slices";
import type { FrozenColumns } from "./formulas";
import { keyColumns, keyOf, keysAmong, type KeyColumn } from "./row-keys";
import type { Workbook } from "../workbook";
import type { WorkbookFailure } from "../workbook/failures";

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
  onlooker: Onlooker,
): Promise<Result<CalculatedCells, WorkbookFailure>> {
  const columns = shared.map(({ column }) => column);
  const remembering = forPart(onlooker, 0, 0.4);
  const frozen = await workbook.readFrozen(keyColumns, columns, remembering.onProgress);
  if (!frozen.ok) return frozen;
  const read = await workbook.readColumns(
    [{ table: "customers", columns: [...keyColumns, ...columns] }],
    forPart(onlooker, 0.4, 0.9).onProgress,
  );
  if (!read.ok) return read;
  const now = read.value[0]?.columns ?? {};
  const places = await allInSlices(placesOf(frozen.value, now), forPart(onlooker, 0.9, 1));
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

/** What stands in the columns by which rows are known again, those the table has. */
export async function readKeys(
  workbook: Workbook,
  { onProgress }: Pick<Onlooker, "onProgress">,
): Promise<Result<readonly KeyColumn[], WorkbookFailure>> {
  const wanted = [{ table: "customers", columns: keyColumns }] as const;
  const read = await workbook.readColumns(wanted, onProgress);
  if (!read.ok) return read;
  return ok(keysAmong(read.value[0]?.columns ?? {}));
}

/** The names, or else ids, of customers in some rows, in the given groups. */
export function namesIn(
  keys: readonly KeyColumn[],
  groups: readonly (readonly number[])[],
): readonly (readonly string[])[] {
  const [ids, names] = ["id", "name"].map(
    (wanted) => keys.find(({ column }) => column === wanted)?.cells ?? [],
  );
  return groups.map((rows) =>
    rows.map((row) => {
      const title = textOf(names?.[row] ?? null).trim();
      return title === "" ? textOf(ids?.[row] ?? null).trim() : title;
    }),
  );
}

/** As many rows as are looked at within a few milliseconds. */
const rowsAtOnce = 2_000;

/** By row of today, the row that was remembered of it; undefined where none was. */
function* placesOf(
  frozen: FrozenColumns | null,
  now: Readonly<Record<string, readonly Cell[]>>,
): Generator<number, readonly (number | undefined)[]> {
  const remembered = new TextMap<number>();
  const keys = frozen?.keys ?? [];
  for (const [row, cells] of keys.entries()) {
    const [id = null, name = null] = cells;
    remembered.set(keyOf(id, name), row);
    if (row % rowsAtOnce === 0) yield row / keys.length / 2;
  }
  const { id = [], name = [] } = now;
  const height = Math.max(id.length, name.length);
  const places: (number | undefined)[] = [];
  for (let row = 0; row < height; row += 1) {
    places.push(remembered.get(keyOf(id[row] ?? null, name[row] ?? null)));
    if (row % rowsAtOnce === 0) yield (1 + row / height) / 2;
  }
  return places;
}
