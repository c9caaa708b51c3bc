import { err, ok, type Result } from "../../domain/result";
import type { AuditEntry } from "../../tables/audit/entries";
import { textOf } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import { formulaInputs, ownColumn, type ColumnSpec } from "../../tables/schema";
import type { ShareMode } from "../../tables/specs/shared-columns";
import { customersTable } from "../../tables/specs/customers";
import { headersReadInRow } from "../../tables/structured-references";
import { contentOf, isFormula } from "../share/cell-content";
import type { ColumnSwitch, FormulaRun } from "../share/formulas";
import type { KeyColumn } from "../share/row-keys";
import { planShare } from "../share/share";
import { tellAsOf } from "../share/as-of";
import { tellOwnLeft } from "../share/own-left";
import { forPart, unwatched, type Watcher } from "../slices";
import type { Workbook } from "../workbook";
import type { TableFacts, WorkbookFacts } from "../workbook/facts";
import type { SwitchFailure, WorkbookFailure } from "../workbook/failures";
import { ToldDeed, type Noted } from "./told-deed";
import type { CellObstacle, StructureObstacle } from "./obstacles";
import type { Performed, PerformFailure, Trace } from "./perform";
import { twice } from "./twice";

/** What taking back a switch of the calculated columns or a repair of their formulas would do. */
export interface FormulasPlan {
  /** The state to switch back to; null where none is. */
  readonly mode: ShareMode | null;
  readonly columns: readonly ColumnSwitch[];
  readonly rowCount: number;
  /** The rows the columns were read in. */
  readonly keys: readonly KeyColumn[];
  /** Our highlight rules, which were not there before, go again. */
  readonly dropsHighlight: boolean;
  readonly ready: readonly AuditEntry[];
  readonly refused: readonly {
    readonly entry: AuditEntry;
    readonly obstacles: readonly (CellObstacle | StructureObstacle)[];
  }[];
}

/** Whether an entry tells of formulas of the calculated columns, of a switch, or of rules that came anew. */
export function isOfFormulas({ what }: AuditEntry): boolean {
  switch (what.kind) {
    case "mode":
    case "as-of":
    case "own-values":
      return true;
    case "highlight":
      return what.from === 0 || what.from === null;
    case "cell":
      return what.table === "customers" && isCalculated(what.column);
    default:
      return false;
  }
}

const calculated: ReadonlySet<string> = new Set(
  customersTable.columns
    .filter(({ formula }: ColumnSpec) => formula !== undefined)
    .map(({ id }) => id),
);

function isCalculated(column: string): boolean {
  return calculated.has(column);
}

/**
 * Tells which of these entries can be taken back: a switch while the workbook is still in the state it led to, a formula
 * while the cell still holds the one that was put there; rule P4. Nothing is written.
 *
 * @param entries - those for which `isOfFormulas` says so
 */
export async function planFormulas(
  workbook: Workbook,
  facts: WorkbookFacts,
  entries: readonly AuditEntry[],
): Promise<Result<FormulasPlan, WorkbookFailure>> {
  const ready: AuditEntry[] = [];
  const refused: FormulasPlan["refused"][number][] = [];
  const switched = entries.find(({ what }) => what.kind === "mode")?.what;
  const back =
    switched?.kind === "mode" && switched.to === facts.mode ? modeIn(switched.from) : null;
  for (const entry of entries) {
    const { what } = entry;
    if (what.kind === "highlight") ready.push(entry);
    if (what.kind !== "mode" && what.kind !== "as-of" && what.kind !== "own-values") continue;
    if (back !== null) ready.push(entry);
    else
      refused.push({
        entry,
        obstacles: [{ code: "mode-changed", table: what.table, id: "", column: "" }],
      });
  }
  const cells = await planCells(workbook, facts, entries);
  if (!cells.ok) return cells;
  return ok({
    mode: back,
    columns: cells.value.columns,
    rowCount: cells.value.rowCount,
    keys: cells.value.keys,
    dropsHighlight: ready.some(({ what }) => what.kind === "highlight"),
    ready: [...ready, ...cells.value.ready],
    refused: [...refused, ...cells.value.refused],
  });
}

function modeIn(cell: Cell): ShareMode | null {
  return cell === "functions" || cell === "native" || cell === "values" ? cell : null;
}

/** A column the formula reads that its table has no longer; undefined for none. */
function missingInput(formula: string, { name, columns }: TableFacts): string | undefined {
  const byId = formulaInputs(formula).find((input) => columns[input] === undefined);
  if (byId !== undefined) return byId;
  const headers = new Set(Object.values(columns).map(({ header }) => header.toLowerCase()));
  const byHeader = headersReadInRow(formula, name).find((each) => !headers.has(each.toLowerCase()));
  return byHeader === undefined ? undefined : ownColumn(byHeader);
}

type CellsPlan = Pick<FormulasPlan, "columns" | "rowCount" | "keys" | "ready" | "refused">;

async function planCells(
  workbook: Workbook,
  facts: WorkbookFacts,
  entries: readonly AuditEntry[],
): Promise<Result<CellsPlan, WorkbookFailure>> {
  const cells = entries.flatMap((entry) =>
    entry.what.kind === "cell" ? [{ entry, what: entry.what }] : [],
  );
  if (cells.length === 0) return ok({ columns: [], rowCount: 0, keys: [], ready: [], refused: [] });
  const bound = facts.tables.customers;
  const columns = [...new Set(cells.map(({ what }) => what.column))];
  const there = columns.filter((column) => bound?.columns[column] !== undefined);
  const known = (column: string): readonly string[] => [
    ...new Set(
      cells.flatMap(({ what }) =>
        what.column === column && typeof what.to === "string" ? [what.to] : [],
      ),
    ),
  ];
  const read = await workbook.readColumns([{ table: "customers", columns: ["id", ...there] }]);
  if (!read.ok) return read;
  const runs = await workbook.readFormulas({
    table: "customers",
    columns: there.map((column) => ({ column, known: known(column) })),
  });
  if (!runs.ok) return runs;
  const shown = read.value[0]?.columns ?? {};
  const places = new Map((shown["id"] ?? []).map((id, row) => [textOf(id).trim(), row]));

  const ready: AuditEntry[] = [];
  const refused: FormulasPlan["refused"][number][] = [];
  const contents = new Map<string, Map<number, Cell>>();
  for (const { entry, what } of cells) {
    const { table, rowId: id, column, from, to } = what;
    const row = places.get(id);
    const found =
      row === undefined
        ? null
        : contentOf(runs.value.columns[column] ?? [], row, shown[column]?.[row] ?? null);
    const place = { table, id, column };
    const obstacle = ((): CellObstacle | StructureObstacle | null => {
      if (!there.includes(column)) return { code: "column-gone", ...place };
      if (row === undefined) return { code: "row-gone", table, id };
      // A function has no place among native formulas or values.
      if (facts.mode !== "functions" && callsFunctions(from))
        return { code: "mode-changed", table, id: "", column };
      const gone = bound === undefined || !isFormula(from) ? undefined : missingInput(from, bound);
      if (found === to)
        return gone === undefined ? null : { code: "column-gone", ...place, column: gone };
      return found === from
        ? { code: "as-before", ...place }
        : { code: "changed-since", ...place, expected: to, found };
    })();
    if (obstacle !== null || row === undefined) {
      if (obstacle !== null) refused.push({ entry, obstacles: [obstacle] });
      continue;
    }
    ready.push(entry);
    const ofColumn = contents.get(column) ?? new Map<number, Cell>();
    contents.set(column, ofColumn.set(row, from));
  }
  return ok({
    columns: [...contents].map(([column, rows]): ColumnSwitch =>
      contentSwitch(column, rows, runs.value.columns[column] ?? [], shown[column] ?? []),
    ),
    rowCount: runs.value.rows,
    keys: shown["id"] === undefined ? [] : [{ column: "id", cells: shown["id"] }],
    ready,
    refused,
  });
}

function callsFunctions(content: Cell): boolean {
  return isFormula(content) && /CRM[._]/iu.test(content);
}

function contentSwitch(
  column: string,
  contents: ReadonlyMap<number, Cell>,
  found: readonly FormulaRun[],
  shown: readonly Cell[],
): ColumnSwitch {
  const rows = [...contents.keys()]
    .sort((one, other) => one - other)
    .map((first) => ({ first, count: 1 }));
  return { column, rows, to: null, from: null, found, shown, contents };
}

/** Of taking back a switch, what looking at the columns takes. */
const lookingShare = 0.4;

/** Tells of what a plan found ready, step by step, and takes it back. */
export async function takeBackFormulas(
  workbook: Workbook,
  facts: WorkbookFacts,
  { mode, columns, rowCount, keys, dropsHighlight, ready }: FormulasPlan,
  about: string,
  trace: Trace,
  watcher: Watcher = unwatched,
): Promise<Result<Performed, PerformFailure | SwitchFailure>> {
  const deed = new ToldDeed(workbook, facts, { kind: "take-back", about }, trace);
  const notedOf = (...kinds: readonly AuditEntry["what"]["kind"][]) =>
    ready.filter(({ what }) => kinds.includes(what.kind)).flatMap(opposite);
  if (mode !== null) {
    const plan = await planShare(workbook, facts, mode, forPart(watcher, 0, lookingShare));
    if (!plan.ok)
      return plan.error.code === "nothing-to-share"
        ? err({ code: "table-missing", table: "customers" })
        : err(plan.error);
    const done = await deed.step(notedOf("mode", "own-values"), () =>
      workbook.switchFormulas(plan.value.work, forPart(watcher, lookingShare, 1)),
    );
    if (!done.ok) return done;
    const { ownLeft, asOf } = done.value;
    // What it is by now may be another day than before.
    const entry = ready.find(({ what }) => what.kind === "as-of")?.id ?? null;
    const untold =
      (await tellAsOf(deed, facts, asOf, entry)) ?? (await tellOwnLeft(workbook, deed, ownLeft));
    if (untold !== null) return err(untold);
  }
  if (columns.length > 0) {
    const { mode: now } = facts;
    const work = { from: now, to: now, mends: true, rowCount, columns, readings: null };
    const done = await deed.step(notedOf("cell"), () =>
      workbook.switchFormulas({ table: "customers", ...work, keys, own: [] }, watcher),
    );
    if (!done.ok) return done;
  }
  if (dropsHighlight) {
    const done = await deed.step(notedOf("highlight"), () =>
      twice(() => workbook.repairHighlight([])),
    );
    if (!done.ok) return done;
  }
  return ok(deed.performed());
}

function opposite({ id, what, rowName, header, customerId }: AuditEntry): readonly Noted[] {
  if (!("from" in what)) return [];
  const { from, to } = what;
  return [{ what: { ...what, from: to, to: from }, rowName, header, customerId, refersTo: id }];
}
