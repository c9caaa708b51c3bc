import type { Language, TableSpec } from "../tables/schema";
import { tableSpecs } from "../tables/tables";
import { tableIds, type LiveTable, type StoredBinding, type StoredTable } from "./binding";

/**
 * Recognises a workbook that was set up but has lost its settings, which other programs do not keep and another
 * add-in id cannot read: by the names of our tables and the headers we give.
 *
 * @param schemaVersion - of its layout, as far as it can be told
 * @returns a binding as set-up would have stored it, or null when there is no customers table of ours
 */
export function recogniseTables(
  live: readonly LiveTable[],
  schemaVersion: number,
): StoredBinding | null {
  for (const language of ["zh", "en"] as const) {
    const tables: Partial<Record<(typeof tableIds)[number], StoredTable>> = {};
    for (const table of tableIds) {
      const spec = tableSpecs[table];
      const found = live.find((candidate) => candidate.name === spec.excelName);
      const recognised = found === undefined ? null : recogniseColumns(spec, found, language);
      if (recognised !== null) tables[table] = recognised;
    }
    if (tables.customers !== undefined && tables.settings !== undefined) {
      return { schemaVersion, language, tables };
    }
  }
  return null;
}

/**
 * A binding with those of our tables that it does not know and that are there all the same: two people made tables at the
 * same moment, and one wrote down what there is without having seen the other's.
 */
export function withUnknownTables(
  stored: StoredBinding,
  live: readonly LiveTable[],
): StoredBinding {
  const tables = { ...stored.tables };
  for (const table of tableIds) {
    if (tables[table] !== undefined) continue;
    const spec = tableSpecs[table];
    const found = live.find((candidate) => candidate.name === spec.excelName);
    const recognised = found && recogniseColumns(spec, found, stored.language);
    if (recognised) tables[table] = recognised;
  }
  return { ...stored, tables };
}

function recogniseColumns(
  spec: TableSpec,
  live: LiveTable,
  language: Language,
): StoredTable | null {
  const columns: Record<string, { id: number; header: string }> = {};
  for (const { id, title } of spec.columns) {
    const found = live.columns.find((column) => column.name === title[language]);
    if (found !== undefined) columns[id] = { id: found.id, header: found.name };
  }
  // Without the id column no row can be found again: then it is not ours to touch.
  return columns.id === undefined ? null : { id: live.id, name: live.name, columns };
}
