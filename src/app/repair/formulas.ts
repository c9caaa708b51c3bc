import { ok, type Result } from "../../domain/result";
import { readingsSheet } from "../../tables/native/readings";
import { customersTable } from "../../tables/specs/customers";
import type { Cell } from "../../tables/change";
import type { ColumnSpec, Language } from "../../tables/schema";
import { formulaKind, knownFormulas, sharedColumns } from "../../tables/specs/shared-columns";
import type { FormulaRun, FormulaSwitch, RowRun } from "../share/formulas";
import { isBroken } from "./broken";
import type { KeyColumn } from "../share/row-keys";
import { ownRowsIn, withoutRows } from "../share/own-rows";
import { namesIn, readKeys } from "../share/share-rows";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";

/**
 * What is wrong with cells of a calculated column. `stale`: a function Excel does not calculate (#NAME?, `_xldudf_…`) ·
 * `lost`: no formula any more · `mode`: a native formula among functions, or the other way round · `own`: a formula of
 * the person's own · `typed`: something typed over ours · `broken`: ours, but a column it reads was deleted (#REF!).
 */
export type FormulaFault = "stale" | "lost" | "mode" | "own" | "typed" | "broken";

/** Cells of one column with one fault, and the formula that belongs there. */
export interface FaultyCells {
  readonly column: string;
  readonly header: string;
  readonly fault: FormulaFault;
  readonly rows: readonly RowRun[];
  readonly count: number;
  /** The first customers concerned, by name or id; only where the choice is a person's. */
  readonly customers: readonly string[];
  readonly formula: string;
  /** What the whole column held. */
  readonly found: readonly FormulaRun[];
}

const customersShown = 3;

/**
 * Looks for cells of the calculated columns that do not hold what belongs there. In a share copy of values there is
 * nothing to look for: its cells are meant to hold none.
 */
export async function findFaultyFormulas(
  workbook: Workbook,
  facts: WorkbookFacts,
  onProgress: (share: number) => void,
): Promise<Result<readonly FaultyCells[], WorkbookFailure>> {
  const bound = facts.tables.customers?.columns;
  if (bound === undefined || facts.mode === "values") return ok([]);
  const wanted = calculatedColumns(facts);
  const columns = wanted.map(({ column, known }) => ({ column, known }));
  const read = await workbook.readFormulas({ table: "customers", columns }, onProgress);
  if (!read.ok) return read;
  const runsOf = (column: string) => read.value.columns[column] ?? [];
  // #NAME? is handed on from column to column: where one is stale, the others may only read it.
  const explained = wanted.some((calculated) =>
    runsOf(calculated.column).some((run) => faultOf(run, calculated, false) === "stale"),
  );
  const isConstant = ({ formula }: FormulaRun): boolean => formula === null;
  const own = wanted.some(({ column }) => runsOf(column).some(isConstant))
    ? await workbook.findOwnValues()
    : ok([]);
  if (!own.ok) return own;
  const faulty = wanted.flatMap((calculated) => {
    const { column, formula } = calculated;
    const unknown = !explained && (read.value.unknown[column] ?? 0) > 0;
    const runs = runsOf(column);
    const waiting = ownRowsIn(own.value, column);
    const byFault = new Map<FormulaFault, RowRun[]>();
    for (const run of runs) {
      const fault = faultOf(run, calculated, unknown);
      if (fault === null) continue;
      // Nobody typed what stands for a formula of the person's own, and a formula there would keep theirs from coming back.
      const rows = isConstant(run) ? withoutRows(run, waiting) : [run];
      if (rows.length > 0) byFault.set(fault, [...(byFault.get(fault) ?? []), ...rows]);
    }
    const header = bound[column]?.header ?? column;
    return [...byFault].map(([fault, rows]) => {
      const count = rows.reduce((sum, run) => sum + run.count, 0);
      return { column, header, fault, rows, count, formula, found: runs };
    });
  });
  const byChoice = faulty.filter(({ fault }) => fault === "own" || fault === "typed");
  if (byChoice.length === 0) return ok(faulty.map((cells) => ({ ...cells, customers: [] })));
  const keys = await readKeys(workbook, { onProgress });
  if (!keys.ok) return keys;
  const names = namesIn(
    keys.value,
    byChoice.map(({ rows }) => firstRows(rows)),
  );
  return ok(faulty.map((cells) => ({ ...cells, customers: names[byChoice.indexOf(cells)] ?? [] })));
}

/**
 * The formulas put back as one switch: the workbook stays in its state, and what that state needs is made anew.
 *
 * @param keys - the rows these cells were found in
 * @param shown - what columns show in which something typed is written over
 */
export function formulaRepair(
  facts: WorkbookFacts,
  faulty: readonly FaultyCells[],
  keys: readonly KeyColumn[],
  shown: Readonly<Record<string, readonly Cell[]>>,
): FormulaSwitch {
  const columns = [...new Set(faulty.map(({ column }) => column))];
  return {
    table: "customers",
    from: facts.mode,
    to: facts.mode,
    mends: true,
    rowCount: facts.tables.customers?.rowCount ?? 0,
    columns: columns.map((column) => {
      const cells = faulty.filter((each) => each.column === column);
      const formula = cells[0]?.formula ?? null;
      const rows = cells.flatMap((each) => each.rows).sort((one, other) => one.first - other.first);
      const found = cells[0]?.found ?? [];
      return { column, rows, to: formula, from: null, found, shown: shown[column] ?? null };
    }),
    readings: readingsSheet(),
    keys,
    own: [],
  };
}

interface Calculated {
  readonly column: string;
  /** What belongs there in the workbook's language and state. */
  readonly formula: string;
  readonly known: readonly string[];
}

function calculatedColumns({ tables, mode, language }: WorkbookFacts): readonly Calculated[] {
  const specs: readonly ColumnSpec[] = customersTable.columns;
  const of: Language = language ?? "en";
  return specs.flatMap(({ id, formula }): readonly Calculated[] => {
    if (formula === undefined || tables.customers?.columns[id] === undefined) return [];
    const shared = sharedColumns.find(({ column }) => column === id);
    return shared === undefined
      ? [{ column: id, formula: formula[of], known: [formula.zh, formula.en] }]
      : [
          {
            column: id,
            formula: mode === "native" ? shared.native : shared.functions[of],
            known: knownFormulas(shared),
          },
        ];
  });
}

function faultOf(
  { formula, blank }: FormulaRun,
  { column, known, ...calculated }: Calculated,
  unknown: boolean,
): FormulaFault | null {
  if (formula === null) return blank ? "lost" : "typed";
  const shared = sharedColumns.find((each) => each.column === column);
  if (shared === undefined) {
    if (!known.includes(formula)) return isBroken(known, formula) ? "broken" : "own";
    return unknown ? "stale" : null;
  }
  const kind = formulaKind(shared, formula);
  if (kind === "own") return isBroken(known, formula) ? "broken" : "own";
  const wanted = calculated.formula === shared.native ? "native" : "function";
  if (kind === wanted) return unknown ? "stale" : null;
  return kind === "stale" ? "stale" : "mode";
}

function firstRows(runs: readonly RowRun[]): readonly number[] {
  const rows: number[] = [];
  for (const { first, count } of runs)
    for (let row = first; row < first + count && rows.length < customersShown; row += 1)
      rows.push(row);
  return rows;
}
