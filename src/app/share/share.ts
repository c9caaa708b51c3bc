import { err, ok, type Result } from "../../domain/result";
import { readingsSheet } from "../../tables/native/readings";
import {
  formulaKind,
  knownFormulas,
  sharedColumns,
  type SharedColumn,
  type ShareMode,
} from "../../tables/specs/shared-columns";
import type {
  ColumnSwitch,
  FormulaRun,
  FormulaSwitch,
  OwnCells,
  OwnLeft,
  RowRun,
} from "./formulas";

import { ToldDeed, type Noted } from "../deeds/told-deed";
import type { PerformFailure, Trace } from "../deeds/perform";
import { mostFollowing, tellAsOf } from "./as-of";
import { tellOwnLeft } from "./own-left";
import { namesIn, readCalculated, readKeys, type Calculated } from "./share-rows";
import { isSameRows } from "./row-keys";
import { ownRowsIn, withoutRows } from "./own-rows";
import type { OwnCall, OwnRows } from "./sharing";
import { allInSlices, forPart, unwatched, type Onlooker, type Watcher } from "../slices";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { AtWorkElsewhere, SwitchFailure } from "../workbook/failures";

/** Cells of a calculated column that stay as they are, because a person put something else there. */
export interface KeptCells {
  readonly header: string;
  /** A formula of the person's own, or something typed over ours. */
  readonly kind: "formula" | "typed";
  readonly count: number;
  /** The first customers concerned, by name or id. */
  readonly customers: readonly string[];
}

/** What a switch would do, before it is done. */
export interface SharePlan {
  readonly to: ShareMode;
  /** How many cells change, by the column's header. */
  readonly columns: readonly { readonly header: string; readonly cells: number }[];
  readonly kept: readonly KeptCells[];
  /** The person's own formulas anywhere in the workbook that call our functions; `work.own` are those to become values. */
  readonly own: readonly OwnCall[];
  /** Functions Excel has not answered yet or does not know: as values they would stay so. */
  readonly unready: number;
  readonly work: FormulaSwitch;
}

export type ShareFailure =
  | SwitchFailure
  /** The table lacks every column that could be switched. */
  | { readonly code: "nothing-to-share" };

const customersShown = 3;

/** Of looking, what the formulas of the calculated columns take, where more is to be read. */
const formulasShare = 0.7;
/** Of all looking, what the ids and names take, at its beginning and once more at its end. */
const keysShare = 0.08;

/**
 * Reads what the calculated columns hold and plans their switch. Only cells that hold our formula, as a function or as
 * its twin, are switched; a person's own formulas and typed-over cells are listed and left. Nothing is written.
 *
 * @param onlooker - hears the share looked at: native formulas are long
 */
export async function planShare(
  workbook: Workbook,
  facts: WorkbookFacts,
  to: ShareMode,
  onlooker: Onlooker = unwatched,
): Promise<Result<SharePlan, ShareFailure>> {
  if (facts.readOnly) return err({ code: "read-only" });
  const bound = facts.tables.customers?.columns;
  if (bound === undefined) return err({ code: "table-missing", table: "customers" });
  const present = sharedColumns.filter(({ column }) => bound[column] !== undefined);
  if (present.length === 0) return err({ code: "nothing-to-share" });

  const free = await workbook.canSwitch("customers");
  if (!free.ok) return free;

  const columns = present.map((shared) => ({
    column: shared.column,
    known: knownFormulas(shared),
  }));
  const isAll = facts.mode !== "values" && to === "functions";
  const looking = forPart(onlooker, keysShare, 1 - keysShare);
  const reading = forPart(looking, 0, isAll ? 1 : formulasShare);
  const resting = forPart(looking, formulasShare, 1);
  const keys = await readKeys(workbook, forPart(onlooker, 0, keysShare));
  if (!keys.ok) return keys;
  const read = await workbook.readFormulas({ table: "customers", columns }, reading.onProgress);
  if (!read.ok) return read;
  // Also when values are what is wanted: an interrupted switch left some columns behind.
  const calculated =
    facts.mode === "values" ? await readCalculated(workbook, present, resting) : ok(null);
  if (!calculated.ok) return calculated;

  const unheard = { pace: onlooker.pace, onProgress: () => undefined };
  const sorted: SortedColumn[] = [];
  for (const shared of present) {
    const runs = read.value.columns[shared.column] ?? [];
    const isCalculated = calculated.value?.isCalculated ?? null;
    sorted.push(await allInSlices(sortRuns(shared, runs, to, isCalculated), unheard));
  }
  // Nobody typed what stands for a formula of the person's own: that comes back.
  const returning =
    to === "functions" && sorted.some((column) => column.kept.some(isTyped))
      ? await workbook.findOwnValues()
      : ok([]);
  if (!returning.ok) return returning;
  const kept = sorted.flatMap(({ shared, kept: rows }) =>
    (["formula", "typed"] as const).flatMap((kind) => {
      const ofKind = rows.filter((run) => run.kind === kind);
      const waiting = kind === "typed" ? ownRowsIn(returning.value, shared.column) : [];
      const runs = ofKind.flatMap((run) => withoutRows(run, waiting));
      return runs.length === 0
        ? []
        : [{ header: bound[shared.column]?.header ?? shared.column, kind, runs }];
    }),
  );
  const names = namesIn(
    keys.value,
    kept.map(({ runs }) => firstRows(runs)),
  );
  const own =
    to === "functions" ? ok([]) : await workbook.findOwnCalls(ownRows(sorted), resting.onProgress);
  if (!own.ok) return own;
  // What was read by several messages is of the same rows only where they stand as before.
  const latest = await readKeys(workbook, forPart(onlooker, 1 - keysShare, 1));
  if (!latest.ok) return latest;
  if (!isSameRows(keys.value, latest.value, read.value.rows))
    return err({ code: "changed-meanwhile", table: "customers" });
  const language = facts.language ?? "en";
  return ok({
    to,
    own: own.value,
    columns: sorted.map(({ shared, switched }) => ({
      header: bound[shared.column]?.header ?? shared.column,
      cells: sizeOf(switched),
    })),
    kept: kept.map(({ header, kind, runs }, at) => ({
      header,
      kind,
      count: sizeOf(runs),
      customers: names[at] ?? [],
    })),
    unready: Object.values(read.value.unknown).reduce(
      (sum, cells) => sum + cells,
      read.value.waiting,
    ),
    work: {
      table: "customers",
      from: facts.mode,
      to,
      mends: false,
      rowCount: read.value.rows,
      // Columns in which nothing changes are named, too: what is remembered of values has a place for each.
      columns: sorted.map(({ shared, switched }): ColumnSwitch => {
        const formulas = {
          functions: shared.functions[language],
          native: shared.native,
          values: null,
        };
        return {
          column: shared.column,
          rows: switched,
          to: formulas[to],
          from: formulas[facts.mode],
          found: read.value.columns[shared.column] ?? [],
          shown: calculated.value?.shown(shared.column) ?? null,
        };
      }),
      readings: facts.mode === "native" || to === "native" ? readingsSheet() : null,
      keys: keys.value,
      own: own.value.flatMap(valuesInstead),
      followsDay: to === "native" && read.value.rows <= mostFollowing,
    },
  });
}

/** The same plan with people's own formulas left as they are: without the add-in they show #NAME? one day. */
export function leavingOwn(plan: SharePlan): SharePlan {
  return { ...plan, work: { ...plan.work, own: [] } };
}

function valuesInstead(call: OwnCall): readonly OwnCells[] {
  if (call.kind === "name" || call.stays !== null) return [];
  const { range, cells, formula, relative, last } = call;
  return [{ ...range, cells, formula, relative, last }];
}

/** Where people's own formulas stand in the calculated columns. */
function ownRows(sorted: readonly SortedColumn[]): readonly OwnRows[] {
  return sorted.flatMap(({ shared: { column }, kept }) => {
    const rows = kept.filter(({ kind }) => kind === "formula");
    return rows.length === 0 ? [] : [{ column, rows }];
  });
}

export interface Shared {
  /** Own formulas that stay values though the functions are back. */
  readonly ownLeft: readonly OwnLeft[];
  /** Why formulas in `ownLeft`, or what became of the as-of day, are not in the audit table; null where they are. */
  readonly unrecorded: PerformFailure | null;
}

/**
 * Tells of a planned switch (P4) and carries it out, everything or nothing. While the workbook is not in "functions" a
 * colleague without the add-in sees the right answers (P2); nothing is hidden from anybody by it (P5).
 *
 * @param about - how the new state is called, for the audit table
 */
export async function share(
  workbook: Workbook,
  facts: WorkbookFacts,
  plan: SharePlan,
  about: string,
  trace: Trace,
  watcher: Watcher = unwatched,
): Promise<Result<Shared, SwitchFailure | PerformFailure | AtWorkElsewhere>> {
  const deed = new ToldDeed(workbook, facts, { kind: "share", about }, trace);
  // What could not go back is told before anybody else meets it, and would tell of it, too.
  return workbook.inTurn<Shared, SwitchFailure | PerformFailure>(async () => {
    const done = await deed.step(stepsOf(plan), () => workbook.switchFormulas(plan.work, watcher));
    if (!done.ok) return done;
    const { ownLeft, asOf } = done.value;
    const untold = await tellAsOf(deed, facts, asOf, null);
    const unrecorded = (await tellOwnLeft(workbook, deed, ownLeft)) ?? untold;
    return ok({ ownLeft, unrecorded });
  });
}

/** More own formulas than these are only counted: nobody reads them, and the workbook remembers them anyway. */
const mostOwnTold = 200;

/** What a switch does, as the audit table tells of it. */
function stepsOf({ to, work: { from, own } }: SharePlan): readonly Noted[] {
  const mode: Noted = { what: { kind: "mode", table: "customers", column: "", from, to } };
  return [
    mode,
    ...own.slice(0, mostOwnTold).map(({ sheet, address, cells, formula }): Noted => {
      const place = `${sheet}!${address}`;
      return {
        what: {
          kind: "own-values",
          table: "customers",
          column: place,
          from: formula,
          to: cells,
        },
        header: place,
      };
    }),
  ];
}

interface KeptRun extends RowRun {
  readonly kind: KeptCells["kind"];
}

function isTyped({ kind }: KeptRun): boolean {
  return kind === "typed";
}

/** Which rows of a column are switched, and which stay as a person made them. */
interface SortedColumn {
  readonly shared: SharedColumn;
  readonly switched: readonly RowRun[];
  readonly kept: readonly KeptRun[];
}

/** As many rows as are sorted within a few milliseconds. */
const rowsAtOnce = 2_000;

function* sortRuns(
  shared: SharedColumn,
  runs: readonly FormulaRun[],
  to: ShareMode,
  calculated: Calculated | null,
): Generator<number, SortedColumn> {
  const switched: { first: number; count: number }[] = [];
  const kept: KeptRun[] = [];
  const add = (first: number, count: number): void => {
    const last = switched.at(-1);
    if (last !== undefined && last.first + last.count === first) last.count += count;
    else switched.push({ first, count });
  };
  for (const [at, { first, count, formula, blank }] of runs.entries()) {
    if (at % rowsAtOnce === 0) yield at / runs.length;
    if (formula !== null) {
      const kind = formulaKind(shared, formula);
      if (kind === "own") kept.push({ first, count, kind: "formula" });
      else if (!isDone(kind, to)) add(first, count);
    } else if (calculated !== null) {
      for (let row = first; row < first + count; row += 1) {
        if (row % rowsAtOnce === 0) yield at / runs.length;
        if (calculated(shared.column, row)) add(row, 1);
        else if (!blank) kept.push({ first: row, count: 1, kind: "typed" });
      }
    } else if (!blank) kept.push({ first, count, kind: "typed" });
  }
  return { shared, switched, kept };
}

function isDone(kind: "function" | "stale" | "native", to: ShareMode): boolean {
  return (kind === "function" && to === "functions") || (kind === "native" && to === "native");
}

function sizeOf(runs: readonly RowRun[]): number {
  return runs.reduce((sum, { count }) => sum + count, 0);
}

function firstRows(runs: readonly RowRun[]): readonly number[] {
  const rows: number[] = [];
  for (const { first, count } of runs)
    for (let row = first; row < first + count && rows.length < customersShown; row += 1)
      rows.push(row);
  return rows;
}
