import type { Day } from "../../domain/day";
import { TextMap } from "../../domain/text-map";
import { textOf } from "../../tables/cells";
import type { TableId } from "../../tables/schema";
import type { ReadTable, ReadTables } from "./read";
import type { Surroundings } from "./rows";
import type { WorkbookFacts } from "../workbook/facts";
import type { TableState } from "../workbook/places";

/** The id of a row, "" without one. */
export function idAt({ columns }: ReadTable, row: number): string {
  return textOf(columns["id"]?.[row] ?? null).trim();
}

/** Goes through all ids and customer names once, so that every row can be held against them. */
export function* surveying(
  {
    asOf,
    facts,
    tables,
    states,
  }: {
    readonly asOf: Day;
    readonly facts: WorkbookFacts;
    readonly tables: ReadTables;
    readonly states: readonly TableState[];
  },
  rowsPerStep: number,
  stepsDone: (rows: number) => number,
): Generator<number, Surroundings, void> {
  const names = new TextMap<string>();
  const byName = new TextMap<string | null>();
  const ids = new Map<TableId, TextMap<number>>();
  for (const read of tables.values()) {
    const counts = new TextMap<number>();
    ids.set(read.table, counts);
    for (let row = 0; row < read.rowCount; row += 1) {
      if (row % rowsPerStep === rowsPerStep - 1) yield stepsDone(rowsPerStep);
      const id = idAt(read, row);
      if (id === "") continue;
      counts.set(id, (counts.get(id) ?? 0) + 1);
      if (read.table !== "customers") continue;
      const name = textOf(read.columns["name"]?.[row] ?? null).trim();
      if (!names.has(id)) names.set(id, name);
      if (name !== "") byName.set(name, byName.has(name) ? null : id);
    }
  }
  const style = { dateSystem: facts.dateSystem, language: facts.language ?? "en" } as const;
  const byTable = new Map(states.map((state) => [state.table, state]));
  return { facts, asOf, style, ids, states: byTable, names, byName };
}
