import type { LongChange, WholeRow } from "../change";
import type { AddedRow, ImportPlan } from "./plan";
import { madeOf } from "../row-list";
import type { TableId } from "../schema";

/**
 * The plan as changes to be committed one after another: customers that others belong to, then updates in the order of
 * the sheet, so that neighbouring rows travel together, and new rows in the order they came.
 */
export function importChanges(plan: ImportPlan): readonly LongChange[] {
  const table = plan.target.table.id;
  const inSheetOrder = [...plan.updated].sort((one, other) => one.at - other.at);
  const changes: readonly LongChange[] = [
    { added: madeOf(plan.newCustomers, addition("customers")), updated: [], removed: [] },
    {
      added: madeOf(plan.added, addition(table)),
      updated: madeOf(inSheetOrder, ({ id, cells }) => ({ table, id, cells })),
      removed: [],
    },
  ];
  return changes.filter(({ added, updated }) => added.length + updated.length > 0);
}

function addition(table: TableId): (row: AddedRow) => WholeRow {
  return ({ id, cells }) => ({ table, id, cells });
}
