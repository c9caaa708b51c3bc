import type { Area } from "../model/address";
import type { CellRef } from "../calc/calculation";
import type { JournalEntry } from "./journal";

/** What calculated cells give the journal: one entry per sheet, its cells joined into columns. */
export function calculatedEntries(changed: readonly CellRef[]): JournalEntry[] {
  const bySheet = new Map<string, Map<number, { top: number; bottom: number }>>();
  for (const { sheetId, row, column } of changed) {
    const columns = bySheet.get(sheetId) ?? new Map<number, { top: number; bottom: number }>();
    bySheet.set(sheetId, columns);
    const run = columns.get(column);
    columns.set(column, {
      top: Math.min(run?.top ?? row, row),
      bottom: Math.max(run?.bottom ?? row, row),
    });
  }
  return [...bySheet].map(([sheetId, columns]) => ({
    kind: "calculated",
    sheetId,
    areas: [...columns].map(([column, run]): Area => ({ ...run, left: column, right: column })),
  }));
}
