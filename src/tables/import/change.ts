import type { Change } from "../change";
import type { AddedRow, ImportPlan } from "./plan";
import type { TableId } from "../schema";

/**
 * The plan as changes to be committed one after another: customers that others belong to, updates in the order of the
 * sheet, so that neighbouring rows travel together, then new rows in the order they came.
 */
export function importChanges({
  target,
  newCustomers,
  added,
  updated,
}: ImportPlan): readonly Change[] {
  const table = target.table.id;
  const inSheetOrder = [...updated].sort((one, other) => one.at - other.at);
  const changes: readonly Change[] = [
    additions("customers", newCustomers),
    {
      added: [],
      removed: [],
      updated: inSheetOrder.map(({ id, cells }) => ({ table, id, cells })),
    },
    additions(table, added),
  ];
  return changes.filter((change) => change.added.length + change.updated.length > 0);
}

function additions(table: TableId, added: readonly AddedRow[]): Change {
  return { updated: [], removed: [], added: added.map(({ id, cells }) => ({ table, id, cells })) };
}
