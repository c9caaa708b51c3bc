import { err, ok, type Result } from "../../domain/result";
import type { Cell, CellChange, Change, Row, UpdatedRow } from "../../tables/change";
import type { TableId } from "../../tables/schema";
import { mergesTable, readMerge, type MergeRecord } from "../../tables/specs/merges";
import { rowsOf } from "../today/assemble-today";
import {
  belongingsIn,
  belongingsOf,
  countsOf,
  handedOver,
  idOf,
  readBelongings,
  type Belonging,
} from "./belongings";
import { holderOf, othersWithout, type PastMerge } from "./merge-chain";
import { dressReturned } from "./dress-returned";
import { perform, type Performed, type PerformFailure, type Trace } from "../deeds/perform";
import { isMineToWrite, type SideOf } from "../conflicts/resolve";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { Conflict } from "../workbook/rows";

/** The merges of a workbook that can be split. */
export interface PastMerges {
  /** The newest first. */
  readonly merges: readonly PastMerge[];
  /** Rows that somebody changed so that they cannot be read any more. */
  readonly unreadable: number;
}

/** A split ready to be written. */
export interface PlannedSplit {
  readonly change: Change;
  readonly record: MergeRecord;
  /** Columns of the survivor that were changed since the merge: they stay as they are now. */
  readonly kept: readonly string[];
  /** Those cells: what the merge wrote, and what stands there now; see `restoringInSplit`. */
  readonly changed: readonly Conflict[];
  /** How many rows of which table go back. */
  readonly returning: readonly { readonly table: TableId; readonly count: number }[];
}

export type SplitRefusal =
  | { readonly code: "read-only" }
  /** A customer with the id of the one that was merged is in the table again. */
  | { readonly code: "id-taken"; readonly table: "customers"; readonly id: string }
  /** A column the merged customer had a value in is gone. */
  | { readonly code: "column-missing"; readonly table: "customers"; readonly column: string };

/** Reads the merges that can be split; none where the workbook has no Merges table yet. */
export async function openMerges(
  workbook: Workbook,
  { tables, dateSystem }: WorkbookFacts,
): Promise<Result<PastMerges, WorkbookFailure>> {
  if (tables.merges === undefined) return ok({ merges: [], unreadable: 0 });
  const columns = mergesTable.columns
    .map(({ id }) => id)
    .filter((id) => tables.merges?.columns[id] !== undefined);
  const answers = await workbook.readColumns([{ table: "merges", columns }]);
  if (!answers.ok) return answers;
  const rows = rowsOf(answers.value[0]).filter((row) =>
    Object.values(row).some((cell) => cell !== null),
  );
  const merges = rows.flatMap((cells) => {
    const record = readMerge(cells, dateSystem);
    return record === null ? [] : [{ record, cells }];
  });
  return ok({ merges: merges.reverse(), unreadable: rows.length - merges.length });
}

/**
 * Undoes a merge at any later time, as one reversible change: the merged customer's row comes back, what
 * belonged to it goes back to it, and the survivor's cells are as before the merge, except those that were changed since.
 * Follow-ups logged after the merge stay with the survivor. Two round trips; nothing is written yet.
 *
 * Merges of a chain can be split in any order: where the survivor has itself been merged into another, what belonged to
 * the customer is with that one, and the survivor's cells are what the later merge remembers of it. Where a person has
 * deleted the survivor, the customer comes back all the same.
 */
export async function planSplit(
  workbook: Workbook,
  facts: WorkbookFacts,
  past: PastMerge,
): Promise<Result<PlannedSplit, WorkbookFailure | SplitRefusal>> {
  if (facts.readOnly) return err({ code: "read-only" });
  const { survivorId, removedId, removedCells } = past.record;
  const requests = belongingsOf(facts, survivorId);
  const answer = await workbook.readRows([
    { table: "customers", column: "id", value: survivorId, limit: 1 },
    { table: "customers", column: "id", value: removedId, limit: 1 },
    ...requests,
  ]);
  if (!answer.ok) return answer;
  const [[survivor] = [], [again] = [], ...rows] = answer.value;
  if (again !== undefined) return err({ code: "id-taken", table: "customers", id: removedId });
  const bound = facts.tables.customers?.columns ?? {};
  const lost = Object.entries(removedCells).find(
    ([column, cell]) => !isBlank(cell) && bound[column] === undefined,
  );
  if (lost !== undefined)
    return err({ code: "column-missing", table: "customers", column: lost[0] });
  if (survivor !== undefined) {
    const planned = splitOf(past.record, past.cells, survivor, belongingsIn(requests, rows));
    if (planned.changed.length === 0) return ok(planned);
    const others = await openMerges(workbook, facts);
    return others.ok ? ok(following(planned, past, others.value.merges)) : others;
  }
  const others = await openMerges(workbook, facts);
  if (!others.ok) return others;
  const belongings = await readBelongings(workbook, facts, holderOf(past, others.value.merges));
  if (!belongings.ok) return belongings;
  return ok(following(splitAlone(past, belongings.value), past, others.value.merges));
}

/** The change that splits, from the rows as they stand now. */
export function splitOf(
  record: MergeRecord,
  mergeCells: Row,
  survivor: Row,
  belongings: readonly Belonging[],
): PlannedSplit {
  const { survivorId, removedId, removedCells, survivorCells } = record;
  const back: Record<string, CellChange> = {};
  const changed: Conflict[] = [];
  for (const [column, { from, to }] of Object.entries(survivorCells)) {
    const now = survivor[column] ?? null;
    if (now === to || (isBlank(now) && isBlank(to))) back[column] = { from: to, to: from };
    else if (now !== from)
      changed.push({ table: "customers", id: survivorId, column, expected: to, found: now });
  }
  const returning = returningTo(record, belongings);
  return {
    record,
    kept: changed.map(({ column }) => column),
    changed,
    returning: countsOf(returning),
    change: {
      added: [{ table: "customers", id: removedId, cells: removedCells }],
      updated: [
        ...(Object.keys(back).length === 0
          ? []
          : [{ table: "customers" as const, id: survivorId, cells: back }]),
        ...handedOver(returning, removedId),
      ],
      removed: [{ table: "merges", id: record.id, cells: mergeCells }],
    },
  };
}

/** The change that splits where the survivor is no longer in the table: merged into another one, or deleted. */
function splitAlone({ record, cells }: PastMerge, belongings: readonly Belonging[]): PlannedSplit {
  const { removedId, removedCells } = record;
  const returning = returningTo(record, belongings);
  return {
    record,
    kept: [],
    changed: [],
    returning: countsOf(returning),
    change: {
      added: [{ table: "customers", id: removedId, cells: removedCells }],
      updated: handedOver(returning, removedId),
      removed: [{ table: "merges", id: record.id, cells }],
    },
  };
}

/** The split with what other merges remember, so that those can be split as well, in any order. */
function following(
  planned: PlannedSplit,
  past: PastMerge,
  merges: readonly PastMerge[],
): PlannedSplit {
  const { change } = planned;
  const updated = [...change.updated, ...othersWithout(past, merges)];
  return { ...planned, change: { ...change, updated } };
}

/** Of what belongs to the one that was kept, what the merge brought. */
function returningTo(
  { moved }: MergeRecord,
  belongings: readonly Belonging[],
): readonly Belonging[] {
  const brought = new Set(moved.map(({ table, column, id }) => `${table}.${column} ${id}`));
  return belongings.filter(({ table, column, row }) =>
    brought.has(`${table}.${column} ${idOf(row)}`),
  );
}

/** The split with those cells of the survivor as they were before the merge that a person wants so. */
export function restoringInSplit(planned: PlannedSplit, sideOf: SideOf): PlannedSplit {
  const { record, change, changed } = planned;
  const { survivorId, survivorCells } = record;
  const cells = Object.fromEntries(
    changed.flatMap((conflict): [string, CellChange][] => {
      const before = survivorCells[conflict.column];
      const isWanted = sideOf(conflict) === "mine" && isMineToWrite(conflict);
      return isWanted && before !== undefined
        ? [[conflict.column, { from: conflict.found, to: before.from }]]
        : [];
    }),
  );
  if (Object.keys(cells).length === 0) return planned;
  const isSurvivor = ({ table, id }: UpdatedRow) => table === "customers" && id === survivorId;
  const restored: UpdatedRow = {
    table: "customers",
    id: survivorId,
    cells: { ...change.updated.find(isSurvivor)?.cells, ...cells },
  };
  return {
    ...planned,
    kept: planned.kept.filter((column) => cells[column] === undefined),
    change: {
      ...change,
      updated: [restored, ...change.updated.filter((row) => !isSurvivor(row))],
    },
  };
}

/** Writes a planned split: one commit with its audit rows (P4), then the looks its row had. */
export async function splitCustomers(
  workbook: Workbook,
  facts: WorkbookFacts,
  { change, record }: PlannedSplit,
  trace: Trace,
): Promise<Result<Performed, PerformFailure>> {
  const { survivorId, survivorName, removedName } = record;
  const done = await perform(
    workbook,
    facts,
    {
      kind: "split",
      about: `${survivorName} → ${removedName}`,
      customerId: survivorId,
      nameOf: (_, id) => (id === survivorId ? survivorName : null),
    },
    [change],
    trace,
  );
  return done.ok ? ok(await dressReturned(workbook, done.value)) : done;
}

function isBlank(cell: Cell): boolean {
  return cell === null || cell === "";
}
