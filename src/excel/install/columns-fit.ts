/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   these rules know a trip only as context.sync(); here it is the session's */
import type { ColumnsChange, ColumnsFailure } from "../../app/workbook/columns";
import { folded } from "../../tables/headers";
import type { BoundTable } from "../binding";
import { fleeting } from "../run";
import { liveColumn } from "./live-column";

/** Columns that are still to come: without those that stand from an attempt before. */
export function comingIn(
  { added }: ColumnsChange,
  { columns }: BoundTable,
): ColumnsChange["added"] {
  return added.filter(
    ({ column, header, mayStand }) => mayStand !== true || columns[column]?.header !== header,
  );
}

/** What keeps the change from fitting the table as it stands now. */
export function unfitFor(change: ColumnsChange, bound: BoundTable): ColumnsFailure | null {
  const { columns, live } = bound;
  const { table, added, removed, renamed, lists, formulas } = change;
  const needed = [
    ...removed,
    ...renamed.map(({ column }) => column),
    ...Object.keys(lists),
    ...Object.keys(formulas),
  ].filter((column) => !added.some((each) => each.column === column));
  const missing = needed.find((column) => columns[column] === undefined);
  if (missing !== undefined) return { code: "column-missing", table, column: missing };
  for (const { column, from } of renamed) {
    const found = columns[column]?.header ?? "";
    if (found !== from) return { code: "header-changed", column, found };
  }
  const coming = comingIn(change, bound).map(({ header }) => header);
  const leaving = new Set([...removed, ...renamed.map(({ column }) => column)]);
  const gone = new Set([...leaving].map((column) => columns[column]?.index));
  const taken = new Set(
    live.columns.filter((_, index) => !gone.has(index)).map(({ name }) => folded(name)),
  );
  for (const header of [...renamed.map(({ to }) => to), ...coming]) {
    if (taken.has(folded(header))) return { code: "header-taken", header };
    taken.add(folded(header));
  }
  return null;
}

/** Queues a look at what stands in the way. @returns it, after the sync; null for nothing */
export function queueBlockers(
  context: Excel.RequestContext,
  change: ColumnsChange,
  bound: BoundTable,
): () => ColumnsFailure | null {
  const table = context.workbook.tables.getItem(bound.live.id);
  table.load("worksheet/protection/protected");
  const { functions } = context.workbook;
  const coming = new Set(comingIn(change, bound));
  const standing = change.added.filter((each) => !coming.has(each)).map(({ column }) => column);
  const filled = [...change.removed, ...standing].map((column) => ({
    header: bound.columns[column]?.header ?? "",
    count: functions
      .countA(fleeting(liveColumn(context, bound, column).getDataBodyRange()))
      .load("value"),
  }));
  return () => {
    if (table.worksheet.protection.protected) return { code: "protected", sheet: bound.live.sheet };
    const found = filled.find(({ count }) => count.value > 0);
    return found === undefined ? null : { code: "column-filled", header: found.header };
  };
}
