/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   these rules know a trip only as context.sync(); here it is the session's */
import type { CommitFailure, Identified, Newcomer } from "../app/workbook";
import { err, ok, type Result } from "../domain/result";
import type { Cell, WholeRow } from "../tables/change";
import { dayFormat } from "../tables/schema";
import { beforeWritten, isMisplaced, type Before, type RowBefore } from "./commit/before";
import type { BoundTable } from "./binding";
import { cellOf, formulaOf, sameCell } from "./cell";
import { extend } from "./commit/extend";
import { lookAtRows } from "./commit/look-at-rows";
import type { RowWeights } from "./read";
import { recover, takeBack } from "./commit/recover";
import { cellsAt } from "./commit/row-place";
import type { Session } from "./run";
import { idColumn } from "./commit/table-work";
import { queueWrites, type Content } from "./commit/write-rows";

/** The cells of a newcomer's row that matter. */
interface Sight {
  readonly id: Excel.Range;
  readonly name: Excel.Range;
  /** null where the table has no such column any more. */
  readonly created: Excel.Range | null;
}

/** A newcomer to be written, with the row as it was found right before. */
interface Given {
  readonly newcomer: Newcomer;
  readonly sight: Sight;
  /** Whether the day of creation was written, too. */
  readonly dated: boolean;
}

/** Who is to get an id, and the audit rows that tell of it. */
export interface Identifying {
  readonly customers: BoundTable;
  readonly audit: BoundTable;
  readonly newcomers: readonly Newcomer[];
  readonly record: (identified: readonly Identified[]) => readonly WholeRow[];
}

/**
 * Gives newcomers their id and day of creation, together with the audit rows that tell of it (P4), in three round trips:
 * two look, one writes. The last reads each row again right before it writes, and a row that has moved in between gets
 * back what it had: it is found by the id it was given.
 */
export async function identify(
  session: Session,
  { customers: bound, audit, newcomers, record }: Identifying,
  weights: RowWeights,
): Promise<Result<{ readonly identified: number }, CommitFailure>> {
  const { context } = session;
  const table = context.workbook.tables.getItem(bound.live.id);
  context.workbook.load("readOnly");
  table.load("worksheet/protection/protected");
  const body = table.getDataBodyRange();
  body.untrack();
  body.load("rowCount");
  await session.sync();
  if (context.workbook.readOnly) return err({ code: "read-only" });
  if (table.worksheet.protection.protected) {
    return err({ code: "protected", sheet: bound.live.sheet });
  }
  const within = newcomers.filter(({ row }) => row < body.rowCount);
  if (within.length === 0) return ok({ identified: 0 });
  const first = within.map((newcomer) => ({ newcomer, sight: look(context, bound, newcomer.row) }));
  const most = record(within.map((newcomer) => ({ newcomer, created: true })));
  const work = { bound: audit, updated: [], removed: [], added: most };
  const looked = await lookAtRows(session, [work], weights);
  if (!looked.ok) return looked;
  const [log] = looked.value.tables;
  if (log === undefined) throw new Error("the audit table was not looked at");
  if (log.sheetProtected) return err({ code: "protected", sheet: log.bound.live.sheet });

  const waiting = first
    .filter(({ newcomer, sight }) => isStill(newcomer, sight))
    .map(({ newcomer, sight }): Given => {
      const dated = sight.created !== null && isBlank(sight.created);
      return { newcomer, sight, dated };
    });
  if (waiting.length === 0) return ok({ identified: 0 });
  const given = waiting.map((seen): Given => {
    const sight = look(context, bound, seen.newcomer.row);
    write(context, bound, seen);
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
    const befores = [beforeGiven(bound, waiting), recorded(rows)];
    const recovered = await recover(session, { befores, cause: sent.error, weights });
    return recovered.ok ? ok({ identified: waiting.length }) : recovered;
  }
  const misplaced = receipts.some(isMisplaced);
  const wrong = given.filter(({ newcomer, sight }) => misplaced || !isStill(newcomer, sight));
  if (wrong.length > 0) {
    const ids = new Set<Cell | undefined>(wrong.map(({ newcomer }) => newcomer.id));
    const theirs = recorded(rows.filter(({ cells }) => ids.has(cells["rowId"])));
    const below = receipts.map(beforeWritten)[0]?.below ?? null;
    const befores = [beforeGiven(bound, wrong), { ...theirs, below: misplaced ? below : null }];
    const cause = await takeBack(session, befores, weights);
    if (cause !== null) return err({ code: "half-written", restored: false, cause });
  }
  const extended = wrong.length > 0 ? ok(undefined) : await extend(session, receipts);
  if (!extended.ok) return extended;
  return ok({ identified: given.length - wrong.length });
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

function look(context: Excel.RequestContext, bound: BoundTable, row: number): Sight {
  const cellIn = cellsAt(context, bound, { by: "row", row });
  const cell = (column: string): Excel.Range | null => {
    const index = bound.columns[column]?.index;
    return index === undefined ? null : cellIn(index).load("values,formulas,numberFormat");
  };
  const id = cell("id");
  if (id === null) throw new Error(`${bound.table} is bound without its id column`);
  return { id, name: cell("name") ?? id, created: cell("createdDay") };
}

function isStill({ name }: Newcomer, sight: Sight): boolean {
  return isBlank(sight.id) && sameCell(cellOf(sight.name.values[0]?.[0]), name);
}

// The id first: by it the row is found again, should the message break off in between.
function write(
  context: Excel.RequestContext,
  bound: BoundTable,
  { newcomer: { row, id, createdDay }, sight: before, dated }: Given,
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
