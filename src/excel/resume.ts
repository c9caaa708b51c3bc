import type { WorkbookFailure } from "../app/workbook";
import { ok, type Result } from "../domain/result";
import type { Change, Row, UpdatedRow, WholeRow } from "../tables/change";
import { cellOf, sameCell } from "./cell";
import { positionsOf } from "./look-at-rows";
import type { RowWeights } from "./read";
import { queueBlocks } from "./row-blocks";
import type { Session } from "./run";
import type { TableWork } from "./table-work";

/**
 * What is left of a change that was begun before: a commit whose answer was lost, or that broke off and could not be
 * put back. It is known by a row it adds, which is there under its id with the very cells: ids are never dealt twice.
 *
 * @returns the change without what is done already; null when none of its rows is there, or one with other cells
 */
export async function remainderOf(
  session: Session,
  works: readonly TableWork[],
  weights: RowWeights,
): Promise<Result<Change | null, WorkbookFailure>> {
  const added: WholeRow[] = [];
  const updated: UpdatedRow[] = [];
  const removed: WholeRow[] = [];
  let begun = false;
  for (const work of works) {
    const rows = await standingRows(session, work, weights);
    if (!rows.ok) return rows;
    for (const row of work.added) {
      const there = rows.value.get(row.id);
      if (there === undefined) added.push(row);
      else if (holds(there, row.cells)) begun = true;
      else return ok(null);
    }
    updated.push(...work.updated.flatMap((row) => notYet(row, rows.value.get(row.id))));
    removed.push(...work.removed.filter(({ id }) => rows.value.has(id)));
  }
  return ok(begun ? { added, updated, removed } : null);
}

/** The rows of a work that are in the table now, by id. */
async function standingRows(
  session: Session,
  { bound, added, updated, removed }: TableWork,
  weights: RowWeights,
): Promise<Result<ReadonlyMap<string, Row>, WorkbookFailure>> {
  const ids = [...added, ...updated, ...removed].map(({ id }) => id);
  const positions = await positionsOf(session, bound, ids, weights);
  if (!positions.ok) return positions;
  const numbers = [...positions.value.values()].flat();
  if (numbers.length === 0) return ok(new Map());
  const columns = bound.live.columns.map((_, index) => index);
  const read = queueBlocks(session.context, bound, numbers, columns, "values");
  await session.sync();
  return ok(
    new Map(
      [...positions.value].flatMap(([id, [at]]) => {
        if (at === undefined) return [];
        const { values } = read(at);
        const cells = Object.entries(bound.columns).map(
          ([column, { index }]) => [column, cellOf(values[index])] as const,
        );
        return [[id, Object.fromEntries(cells)] as const];
      }),
    ),
  );
}

function holds(row: Row, cells: Row): boolean {
  return Object.entries(cells).every(([column, cell]) => sameCell(row[column] ?? null, cell));
}

/** The cells of a row that do not hold yet what they shall. */
function notYet(row: UpdatedRow, there: Row | undefined): readonly UpdatedRow[] {
  const cells = Object.entries(row.cells).filter(
    ([column, { to }]) => !sameCell(there?.[column] ?? null, to),
  );
  return cells.length === 0 ? [] : [{ ...row, cells: Object.fromEntries(cells) }];
}
