import { ok, type Result } from "../../domain/result";
import type { AuditEntry } from "../../tables/audit/entries";
import { wordingIn, type RecordedStructure } from "../../tables/audit/structure";
import { isBlankCell } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import type { TableId } from "../../tables/schema";
import { moveWords, type MovedColumn } from "../fields/words";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { TableState } from "../workbook/places";

/** A step of a change of structure, with the entry that tells of it. */
export interface Step {
  readonly entry: AuditEntry;
  readonly what: RecordedStructure;
}

/** What the workbook holds of the columns entries speak of. */
export interface Standing {
  readonly facts: WorkbookFacts;
  readonly cells: ReadonlyMap<string, readonly Cell[]>;
  /** Where the bodies of tables begin, by table; read only where cells are to be named. */
  readonly corners: ReadonlyMap<TableId, Pick<TableState, "firstRow" | "firstColumn">>;
  readonly lists: ReadonlyMap<string, readonly string[] | null>;
  readonly formulas: ReadonlyMap<string, string | null>;
  readonly words: ReadonlyMap<string, MovedColumn>;
}

/** Reads what is needed to judge whether steps can be taken back. */
export async function readStanding(
  workbook: Workbook,
  facts: WorkbookFacts,
  steps: readonly Step[],
): Promise<Result<Standing, WorkbookFailure>> {
  const of = (...kinds: readonly RecordedStructure["kind"][]) =>
    steps
      .map(({ what }) => what)
      .filter(
        ({ kind, table, column }) =>
          kinds.includes(kind) && facts.tables[table]?.columns[column] !== undefined,
      );
  const cells = new Map<string, readonly Cell[]>();
  const come = of("column-added", "column-removed");
  if (come.length > 0) {
    const read = await workbook.readColumns(
      come.map(({ table, column }) => ({ table, columns: [column] })),
    );
    if (!read.ok) return read;
    for (const { table, columns } of read.value)
      for (const [column, values] of Object.entries(columns))
        cells.set(`${table} ${column}`, values);
  }
  const corners = new Map<TableId, TableState>();
  if ([...cells.values()].some((column) => !column.every(isBlankCell))) {
    const states = await workbook.inspectTables();
    if (!states.ok) return states;
    for (const state of states.value) corners.set(state.table, state);
  }
  const lists = new Map<string, readonly string[] | null>();
  const listed = of("list");
  if (listed.length > 0) {
    const read = await workbook.readLists(listed);
    if (!read.ok) return read;
    listed.forEach((what, index) => lists.set(placeKey(what), read.value[index] ?? null));
  }
  const formulas = new Map<string, string | null>();
  for (const what of of("formula")) {
    const { table, column, to } = what;
    if (typeof to !== "string") continue;
    const read = await workbook.readFormulas({ table, columns: [{ column, known: [to] }] });
    if (!read.ok) return read;
    const runs = read.value.columns[column] ?? [];
    formulas.set(placeKey(what), runs.every(({ formula }) => formula === to) ? to : null);
  }
  const words = new Map<string, MovedColumn>();
  const worded = of("words");
  for (const what of worded) {
    const before = wordingIn(what.from);
    const after = wordingIn(what.to);
    if (before === null || after === null) continue;
    const { table, column } = what;
    const moved = await moveWords(workbook, {
      table,
      column,
      from: after.language,
      to: before.language,
      kept: after.kept,
    });
    if (!moved.ok) return moved;
    words.set(placeKey(what), moved.value);
  }
  return ok({ facts, cells, corners, lists, formulas, words });
}

/** The key of a column in what was read. */
export function placeKey({ table, column }: RecordedStructure): string {
  return `${table} ${column}`;
}
