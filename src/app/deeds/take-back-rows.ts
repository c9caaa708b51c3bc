import { ok, type Result } from "../../domain/result";
import {
  isOfRows,
  netChange,
  type AuditEntry,
  type RecordedChange,
} from "../../tables/audit/entries";
import { isBlankCell } from "../../tables/cells";
import {
  reverseRow,
  type Cell,
  type CellChange,
  type Change,
  type LongChange,
  type WholeRow,
} from "../../tables/change";
import { PackedRows } from "../../tables/packed-rows";
import type { TableId } from "../../tables/schema";
import { allInSlices, forPart, type Onlooker } from "../slices";
import { columnsInUse, readStanding, type Standing } from "../standing-rows";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { Conflict } from "../workbook/rows";
import { sameCell, type CellObstacle, type CellPlace, type RowPlace } from "./obstacles";

/** What taking back cells and rows would do, judged by the workbook as it stands. */
export interface RowsPlan {
  /** Takes back all that can be. */
  readonly change: LongChange;
  /** How many rows of each table it removes. */
  readonly removes: ReadonlyMap<TableId, number>;
  readonly ready: readonly AuditEntry[];
  readonly refused: readonly {
    readonly entry: AuditEntry;
    readonly obstacles: readonly CellObstacle[];
  }[];
}

/** Rows or entries judged between two places to pause. */
const perStep = 200;

/** How much of the time goes until the rows are known, and until they are judged. */
const [netShare, readShare, judgedShare] = [0.1, 0.75, 0.95];

/**
 * Tells which of these entries can be taken back: a cell while it holds what the deed wrote, a row that was added while
 * nobody has written into it, a row that was removed while its id is free; rule P4. Nothing is written.
 *
 * @param entries - of cells and rows
 * @param told - conflicts a commit has told of: it sees formulas, which are read here as their results
 */
export async function planRows(
  workbook: Workbook,
  facts: WorkbookFacts,
  entries: readonly AuditEntry[],
  told: readonly Conflict[],
  onlooker: Onlooker,
): Promise<Result<RowsPlan, WorkbookFailure>> {
  const looking = forPart(onlooker, 0, judgedShare);
  const judged = await judgedRows(workbook, facts, entries, told, looking);
  if (!judged.ok) return judged;
  const { change, removes, obstacles } = judged.value;
  if (obstacles.size === 0) return ok({ change, removes, ready: entries, refused: [] });
  const sorting = sortingOut(entries, judged.value);
  return ok({
    change,
    removes,
    ...(await allInSlices(sorting, forPart(onlooker, judgedShare, 1))),
  });
}

/** What was read is let go of once it is judged: of a long import it is as much again as the import itself. */
async function judgedRows(
  workbook: Workbook,
  facts: WorkbookFacts,
  entries: readonly AuditEntry[],
  told: readonly Conflict[],
  onlooker: Onlooker,
): Promise<Result<Judged, WorkbookFailure>> {
  const recorded = entries.map(({ what }) => what);
  const net = await allInSlices(netChange(recorded), forPart(onlooker, 0, netShare));
  const standing = await readStanding(workbook, facts, net, forPart(onlooker, netShare, readShare));
  if (!standing.ok) return standing;
  const formulas = new Map(
    told
      .filter(({ formula }) => formula === true)
      .map((conflict) => [cellKey(conflict, conflict.column), conflict.found]),
  );
  const work = judging(net, facts, standing.value, formulas);
  return ok(await allInSlices(work, forPart(onlooker, readShare, 1)));
}

function* sortingOut(
  entries: readonly AuditEntry[],
  judged: Judged,
): Generator<number, Pick<RowsPlan, "ready" | "refused">> {
  const ready: AuditEntry[] = [];
  const refused: RowsPlan["refused"][number][] = [];
  for (const [at, entry] of entries.entries()) {
    if (at % perStep === 0) yield at / entries.length;
    if (!isOfRows(entry.what)) continue;
    const obstacles = obstaclesTo(entry.what, judged);
    if (obstacles.length > 0) refused.push({ entry, obstacles });
    else ready.push(entry);
  }
  return { ready, refused };
}

interface Judged {
  /** By row where it came or went as a whole, else by cell. */
  readonly obstacles: ReadonlyMap<string, readonly CellObstacle[]>;
  readonly change: LongChange;
  readonly removes: ReadonlyMap<TableId, number>;
}

function* judging(
  net: Change,
  facts: WorkbookFacts,
  standing: Standing,
  formulas: ReadonlyMap<string, Cell>,
): Generator<number, Judged> {
  let seen = 0;
  const rows = net.added.length + net.removed.length + net.updated.length;
  const share = (): number => seen / rows;
  const obstacles = new Map<string, readonly CellObstacle[]>();
  // These are kept as long as the taking back lasts.
  const removed = PackedRows.ofWhole();
  const added = PackedRows.ofWhole();
  const updated = PackedRows.ofUpdated();
  const removes = new Map<TableId, number>();
  for (const row of net.added) {
    if ((seen += 1) % perStep === 0) yield share();
    const found = obstaclesToRemoving(row, facts, standing);
    if (found.length > 0) {
      obstacles.set(rowKey(row), found);
      continue;
    }
    removed.push({ ...row, cells: standing.row(row) ?? row.cells });
    removes.set(row.table, (removes.get(row.table) ?? 0) + 1);
  }
  for (const row of net.removed) {
    if ((seen += 1) % perStep === 0) yield share();
    const found = obstaclesToReturning(row, facts, standing);
    if (found.length > 0) obstacles.set(rowKey(row), found);
    else added.push(row);
  }
  for (const row of net.updated) {
    if ((seen += 1) % perStep === 0) yield share();
    const cells: Record<string, CellChange> = {};
    for (const [column, change] of Object.entries(row.cells)) {
      const cell = { ...placed(row), column };
      const formula = formulas.get(cellKey(row, column));
      const found =
        formula === undefined
          ? obstacleToRestoring(cell, change, facts, standing)
          : ({
              code: "changed-since",
              ...cell,
              expected: change.to,
              found: formula,
              formula: true,
            } as const);
      if (found !== null) obstacles.set(cellKey(row, column), [found]);
      else cells[column] = change;
    }
    if (Object.keys(cells).length > 0) updated.push(reverseRow({ ...row, cells }));
  }
  return {
    obstacles,
    // What was added was judged in full, so that a cell filled a moment later is found by the commit.
    change: { added, updated, removed },
    removes,
  };
}

function obstaclesToRemoving(
  row: WholeRow,
  facts: WorkbookFacts,
  standing: Standing,
): readonly CellObstacle[] {
  const place = placed(row);
  if (facts.tables[row.table] === undefined) return [{ code: "table-gone", ...place }];
  const now = standing.row(row);
  if (now === null) return [{ code: "row-gone", ...place }];
  const changed = columnsInUse(row.table, now).flatMap((column): readonly CellObstacle[] => {
    const [expected, found] = [row.cells[column] ?? null, now[column] ?? null];
    if (sameCell(expected, found)) return [];
    return [{ code: "changed-since", ...place, column, expected, found }];
  });
  if (changed.length > 0) return changed;
  const by = row.table === "customers" ? standing.userOf(row.id) : null;
  return by === null ? [] : [{ code: "row-in-use", ...place, by }];
}

function obstaclesToReturning(
  row: WholeRow,
  { tables }: WorkbookFacts,
  standing: Standing,
): readonly CellObstacle[] {
  const place = placed(row);
  const table = tables[row.table];
  if (table === undefined) return [{ code: "table-gone", ...place }];
  if (standing.row(row) !== null) return [{ code: "row-is-back", ...place }];
  return Object.entries(row.cells)
    .filter(([column, cell]) => !isBlankCell(cell) && table.columns[column] === undefined)
    .map(([column]) => ({ code: "column-gone", ...place, column }));
}

function obstacleToRestoring(
  cell: CellPlace,
  { from, to }: CellChange,
  { tables }: WorkbookFacts,
  standing: Standing,
): CellObstacle | null {
  const table = tables[cell.table];
  const place = placed(cell);
  if (table === undefined) return { code: "table-gone", ...place };
  if (cell.column === "id") return { code: "id-comes-anew", ...place };
  if (table.columns[cell.column] === undefined) return { code: "column-gone", ...cell };
  const now = standing.row(cell);
  if (now === null) return { code: "row-gone", ...place };
  const found = now[cell.column] ?? null;
  if (sameCell(found, to)) return null;
  return sameCell(found, from)
    ? { code: "as-before", ...cell }
    : { code: "changed-since", ...cell, expected: to, found };
}

/** Those of the row where it came or went as a whole, else those of the cell. */
function obstaclesTo(what: RecordedChange, { obstacles }: Judged): readonly CellObstacle[] {
  const place = { table: what.table, id: what.rowId };
  const ofRow = obstacles.get(rowKey(place));
  if (ofRow !== undefined || what.kind !== "cell") return ofRow ?? [];
  return obstacles.get(cellKey(place, what.column)) ?? [];
}

function placed({ table, id }: RowPlace): RowPlace {
  return { table, id };
}

function rowKey({ table, id }: RowPlace): string {
  return `${table} ${id}`;
}

function cellKey(place: RowPlace, column: string): string {
  return `${rowKey(place)} ${column}`;
}
