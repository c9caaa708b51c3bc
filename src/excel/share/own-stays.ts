import type { OwnCall } from "../../app/share/sharing";
import type { WorkbookFailure } from "../../app/workbook/failures";
import { ok, type Result } from "../../domain/result";
import { fleeting, type Session } from "../run";
import { mostReferences } from "./own-memory";
import { referencesIn } from "./own-references";
import { queueGuards } from "./sheet-guards";

export type Stays = Extract<OwnCall, { readonly kind: "cells" }>["stays"];

/** Neighbouring cells of one column that hold the same formula; zero-based. */
export interface Found {
  readonly sheet: string;
  readonly column: number;
  readonly top: number;
  rows: number;
  readonly formula: string;
  readonly relative: string;
  /** The last cell's formula. */
  last: string;
}

/** Why values cannot take the place of a formula, for each of them. One round trip. */
export async function whatStays(
  session: Session,
  found: readonly Found[],
): Promise<Result<readonly Stays[], WorkbookFailure>> {
  const { worksheets } = session.context.workbook;
  const guardOf = queueGuards(
    session,
    found.map(({ sheet }) => sheet),
  );
  const spills = Office.context.requirements.isSetSupported("ExcelApi", "1.12");
  const ranges = found.map(({ sheet, top, column, rows }) => {
    if (!spills) return null;
    const cells = fleeting(worksheets.getItem(sheet).getRangeByIndexes(top, column, rows, 1));
    return cells.load("hasSpill,savedAsArray");
  });
  const asked = await session.attempt();
  if (!asked.ok) return asked;
  return ok(
    found.map(({ sheet, formula }, at): Stays => {
      const guard = guardOf(sheet);
      if (guard !== null) return guard;
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
