import type { CommitFailure, Identified, Newcomer } from "../app/workbook/rows";
import { err, ok, type Result } from "../domain/result";
import type { Cell, WholeRow } from "../tables/change";
import { dayFormat, type TableId } from "../tables/schema";
import { beforeWritten, isMisplaced, type Before, type RowBefore } from "./commit/before";
import type { BoundTable, BoundTables } from "./binding";
import { cellOf, formulaOf, sameCell } from "./cell";
import { extend } from "./commit/extend";
import { lookAtRows } from "./commit/look-at-rows";
import type { RowWeights } from "./read";
import { recover, takeBack } from "./commit/recover";
import { cellsAt } from "./commit/row-place";
import { fleeting, type Session } from "./run";
import { idColumn } from "./commit/table-work";
import { queueWrites, type Content } from "./commit/write-rows";

/** The cells of a newcomer's row that matter. */
interface Sight {
  readonly id: Excel.Range;
  readonly known: Excel.Range;
  /** null where the table has no such column. */
  readonly created: Excel.Range | null;
}

/** A newcomer to be written, with the row as it was found right before. */
interface Given {
  readonly bound: BoundTable;
  readonly newcomer: Newcomer;
  readonly sight: Sight;
  /** Whether the day of creation was written, too. */
  readonly dated: boolean;
}

/** Who is to get an id, and the audit rows that tell of it. */
export interface Identifying {
  readonly tables: BoundTables;
  readonly newcomers: readonly Newcomer[];
  readonly record: (identified: readonly Identified[]) => readonly WholeRow[];
}

/**
 * Gives newcomers of any of our tables their id and day of creation, together with the audit rows that tell of it (P4),
 * in two round trips: one looks, one writes. The second reads each row again right before it writes, and a row that has
 * moved in between gets back what it had: it is found by the id it was given.
 *
 * Newcomers on a protected sheet are left alone while there are others.
 */
export async function identify(
  session: Session,
  { tables, newcomers, record }: Identifying,
  weights: RowWeights,
): Promise<Result<{ readonly identified: number }, CommitFailure>> {
  const { context } = session;
  const { audit } = tables;
  if (audit?.columns.id === undefined)
    return err(
      audit === undefined
        ? { code: "table-missing", table: "audit" }
        : { code: "column-missing", table: "audit", column: "id" },
    );
  const places = placesOf(context, tables, newcomers);
  if (!places.ok) return places;
  if (newcomers.length === 0) return ok({ identified: 0 });
  const first = newcomers.flatMap((newcomer) => {
    const place = places.value.get(newcomer.table);
    if (place === undefined) return [];
    return [{ place, newcomer, sight: look(context, place.bound, newcomer) }];
  });
  const most = record(newcomers.map((newcomer) => ({ newcomer, created: true })));
  const work = { bound: audit, updated: [], removed: [], added: most };
  const looked = await lookAtRows(session, [work], weights);
  if (!looked.ok) return looked;
  if (looked.value.readOnly) return err({ code: "read-only" });
  const [log] = looked.value.tables;
  if (log === undefined) throw new Error("the audit table was not looked at");
  if (log.sheetProtected) return err({ code: "protected", sheet: log.bound.live.sheet });

  const still = first.filter(
    ({ place, newcomer, sight }) => newcomer.row < place.body.rowCount && isStill(newcomer, sight),
  );
  const waiting = still
    .filter(({ place }) => !place.table.worksheet.protection.protected)
    .map(({ place, newcomer, sight }): Given => {
      const dated =
        sight.created !== null && newcomer.createdDay !== null && isBlank(sight.created);
      return { bound: place.bound, newcomer, sight, dated };
    });
  if (waiting.length === 0) {
    const [locked] = still;
    return locked === undefined
      ? ok({ identified: 0 })
      : err({ code: "protected", sheet: locked.place.bound.live.sheet });
  }
  const given = waiting.map((seen): Given => {
    const sight = look(context, seen.bound, seen.newcomer);
    write(context, seen);
    return { ...seen, sight };
  });
  const rows = record(waiting.map(({ newcomer, dated }) => ({ newcomer, created: dated })));
  const { bodyRows, room } = log;
  const receipts = queueWrites(context, [
    { bound: log.bound, bodyRows, room, updates: [], removals: [], additions: rows },
  ]);
  const recorded = (added: readonly WholeRow[]): Before => ({
    bound: log.bound,
    updated: [],
    removed: [],
    added,
    below: null,
  });
  const sent = await session.attempt();
  if (!sent.ok) {
    const befores = [...beforesGiven(waiting), recorded(rows)];
    const recovered = await recover(session, { befores, cause: sent.error, weights });
    return recovered.ok ? ok({ identified: waiting.length }) : recovered;
  }
  const misplaced = receipts.some(isMisplaced);
  const wrong = given.filter(({ newcomer, sight }) => misplaced || !isStill(newcomer, sight));
  if (wrong.length > 0) {
    const ids = new Set<Cell | undefined>(wrong.map(({ newcomer }) => newcomer.id));
    const theirs = recorded(rows.filter(({ cells }) => ids.has(cells["rowId"])));
    const below = receipts.map(beforeWritten)[0]?.below ?? null;
    const befores = [...beforesGiven(wrong), { ...theirs, below: misplaced ? below : null }];
    const cause = await takeBack(session, befores, weights);
    if (cause !== null) return err({ code: "half-written", restored: false, cause });
  }
  const extended = wrong.length > 0 ? ok(undefined) : await extend(session, receipts);
  if (!extended.ok) return extended;
  return ok({ identified: given.length - wrong.length });
}

/** A table with newcomers, and what must be known of it before one of them is written. */
interface NewcomersPlace {
  readonly bound: BoundTable;
  readonly table: Excel.Table;
  readonly body: Excel.Range;
}

/** Queues a look at the tables that have newcomers. */
function placesOf(
  context: Excel.RequestContext,
  tables: BoundTables,
  newcomers: readonly Newcomer[],
): Result<ReadonlyMap<TableId, NewcomersPlace>, CommitFailure> {
  const places = new Map<TableId, NewcomersPlace>();
  for (const id of new Set(newcomers.map((newcomer) => newcomer.table))) {
    const bound = tables[id];
    if (bound === undefined) return err({ code: "table-missing", table: id });
    if (bound.columns.id === undefined)
      return err({ code: "column-missing", table: id, column: "id" });
    const table = context.workbook.tables.getItem(bound.live.id);
    table.load("worksheet/protection/protected");
    const body = fleeting(table.getDataBodyRange()).load("rowCount");
    places.set(id, { bound, table, body });
  }
  return ok(places);
}

/** What stood in the rows that were written, table by table. */
function beforesGiven(given: readonly Given[]): readonly Before[] {
  const tables = new Set(given.map(({ bound }) => bound));
  return [...tables].map((bound) =>
    beforeGiven(
      bound,
      given.filter((each) => each.bound === bound),
    ),
  );
}

/** What stood in the rows that were written, by the ids they have now. */
function beforeGiven(bound: BoundTable, given: readonly Given[]): Before {
  const created = bound.columns["createdDay"];
  return {
    bound,
    updated: given.map(({ newcomer, sight, dated }): RowBefore => {
      const { id, createdDay } = newcomer;
      return {
        id,
        cells: new Map([
          [idColumn(bound).id, { was: contentOf(sight.id), to: id }],
          ...(created === undefined || sight.created === null || !dated
            ? []
            : [[created.id, { was: contentOf(sight.created), to: createdDay }] as const]),
        ]),
      };
    }),
    removed: [],
    added: [],
    below: null,
  };
}

function contentOf(range: Excel.Range): Content {
  const value: unknown = range.values[0]?.[0];
  return {
    value: cellOf(value),
    formula: formulaOf(range.formulas[0]?.[0], value),
    format: String(range.numberFormat[0]?.[0]),
  };
}

function look(context: Excel.RequestContext, bound: BoundTable, { row, column }: Newcomer): Sight {
  const cellIn = cellsAt(context, bound, { by: "row", row });
  const cell = (wanted: string): Excel.Range | null => {
    const index = bound.columns[wanted]?.index;
    return index === undefined ? null : cellIn(index).load("values,formulas,numberFormat");
  };
  const id = cell("id");
  if (id === null) throw new Error(`${bound.table} is bound without its id column`);
  return { id, known: cell(column) ?? id, created: cell("createdDay") };
}

function isStill({ found }: Newcomer, sight: Sight): boolean {
  return isBlank(sight.id) && sameCell(cellOf(sight.known.values[0]?.[0]), found);
}

// The id first: by it the row is found again, should the message break off in between.
function write(
  context: Excel.RequestContext,
  { bound, newcomer: { row, id, createdDay }, sight: before, dated }: Given,
): void {
  const cellIn = cellsAt(context, bound, { by: "row", row });
  const idCell = cellIn(idColumn(bound).index);
  if (isGeneral(before.id)) idCell.numberFormat = [["@"]];
  idCell.values = [[id]];
  const index = bound.columns["createdDay"]?.index;
  if (index === undefined || before.created === null || !dated) return;
  const created = cellIn(index);
  if (isGeneral(before.created)) created.numberFormat = [[dayFormat]];
  created.values = [[createdDay]];
}

function isBlank(range: Excel.Range): boolean {
  return range.formulas[0]?.[0] === "";
}

function isGeneral(range: Excel.Range): boolean {
  return range.numberFormat[0]?.[0] === "General";
}
