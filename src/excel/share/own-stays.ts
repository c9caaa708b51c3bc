import type { OwnCall } from "../../app/share/sharing";
import type { WorkbookFailure } from "../../app/workbook/failures";
import { ok, type Result } from "../../domain/result";
import { fleeting, type Session } from "../run";
import { mostReferences } from "./own-cells";
import { referencesIn } from "./own-references";

export type Stays = Extract<OwnCall, { readonly kind: "cells" }>["stays"];

/** Neighbouring cells of one column that hold the same formula; zero-based. */
export interface Found {
  readonly sheet: string;
  readonly column: number;
  readonly top: number;
  rows: number;
  readonly formula: string;
  readonly relative: string;
}

/** Why values cannot take the place of a formula, for each of them. One round trip. */
export async function whatStays(
  session: Session,
  found: readonly Found[],
): Promise<Result<readonly Stays[], WorkbookFailure>> {
  const { worksheets } = session.context.workbook;
  const guarded = new Map<string, Excel.WorksheetProtection>();
  const filters = new Map<string, Excel.AutoFilter>();
  const tables = new Map<string, Excel.TableCollection>();
  const { requirements } = Office.context;
  const filtering = requirements.isSetSupported("ExcelApi", "1.9");
  for (const { sheet } of found) {
    if (guarded.has(sheet)) continue;
    const live = worksheets.getItem(sheet);
    guarded.set(sheet, live.protection.load("protected"));
    if (!filtering) continue;
    filters.set(sheet, live.autoFilter.load("isDataFiltered"));
    tables.set(sheet, live.tables.load("items/autoFilter/isDataFiltered"));
  }
  const isFiltered = (sheet: string): boolean =>
    filters.get(sheet)?.isDataFiltered === true ||
    tables.get(sheet)?.items.some(({ autoFilter }) => autoFilter.isDataFiltered) === true;
  const spills = requirements.isSetSupported("ExcelApi", "1.12");
  const ranges = found.map(({ sheet, top, column, rows }) => {
    if (!spills) return null;
    const cells = fleeting(worksheets.getItem(sheet).getRangeByIndexes(top, column, rows, 1));
    return cells.load("hasSpill,savedAsArray");
  });
  const asked = await session.attempt();
  if (!asked.ok) return asked;
  return ok(
    found.map(({ sheet, formula }, at): Stays => {
      if (guarded.get(sheet)?.protected === true) return "protected";
      // Excel copies of filtered rows only those it shows.
      if (isFiltered(sheet)) return "filtered";
      // Part of an array cannot be changed, and the whole not put together again.
      const range = ranges[at] ?? null;
      if (range !== null && (isSome(range.hasSpill) || isSome(range.savedAsArray))) return "spills";
      return referencesIn(formula).length > mostReferences ? "complex" : null;
    }),
  );
}

/** Whether it holds for any of several cells: Excel answers null where for some it does. */
function isSome(flag: boolean | null): boolean {
  return flag !== false;
}
