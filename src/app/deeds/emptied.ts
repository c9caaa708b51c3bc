import { ok, type Result } from "../../domain/result";
import { isBlankCell } from "../../tables/cells";
import type { ColumnSpec, TableId } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { TakeBackPlan } from "./take-back";

/** Tables that come with the first row that needs them. */
const comesWhenNeeded = (table: TableId): boolean => tableSpecs[table].onFirstUse === true;

/**
 * Tables that hold nothing once the plan is carried out. They stay: a person may have formatted them or speak of them
 * in formulas, and the next import would make them again.
 */
export function emptiedBy({ facts, removes }: TakeBackPlan): readonly TableId[] {
  return [...removes].flatMap(([table, count]) =>
    comesWhenNeeded(table) && facts.tables[table]?.rowCount === count ? table : [],
  );
}

/**
 * Tables made for something that hold nothing now, as {@link emptiedBy} foretold. A table always keeps one row, so that
 * only those of one row are looked at: no round trip where there are none.
 */
export async function emptyTables(
  workbook: Workbook,
  facts: WorkbookFacts,
): Promise<Result<ReadonlySet<TableId>, WorkbookFailure>> {
  const tables = (Object.keys(facts.tables) as TableId[]).filter(
    (table) => comesWhenNeeded(table) && (facts.tables[table]?.rowCount ?? 2) <= 1,
  );
  if (tables.length === 0) return ok(new Set());
  const read = await workbook.readColumns(
    tables.map((table) => ({ table, columns: writtenColumns(table) })),
  );
  if (!read.ok) return read;
  return ok(
    new Set(
      tables.filter((_, index) =>
        Object.values(read.value[index]?.columns ?? {})
          .flat()
          .every(isBlankCell),
      ),
    ),
  );
}

/** Formulas show something on a blank row, too. */
function writtenColumns(table: TableId): readonly string[] {
  const columns: readonly ColumnSpec[] = tableSpecs[table].columns;
  return columns.filter(({ formula }) => formula === undefined).map(({ id }) => id);
}
