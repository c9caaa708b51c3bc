import type { WorkbookFailure } from "../app/workbook/failures";
import { ok, type Result } from "../domain/result";
import type { TableId } from "../tables/schema";
import type { BoundTables } from "./binding";
import { fleeting, type Session } from "./run";

/** The words each column offers as a list, the same in all its cells; null where it offers none. One round trip. */
export async function readLists(
  session: Session,
  bound: BoundTables,
  requests: readonly { readonly table: TableId; readonly column: string }[],
): Promise<Result<readonly (readonly string[] | null)[], WorkbookFailure>> {
  const { tables } = session.context.workbook;
  const looks = requests.map(({ table, column }) => {
    const found = bound[table];
    const at = found?.columns[column];
    if (found === undefined || at === undefined) return null;
    const body = fleeting(tables.getItem(found.live.id).columns.getItem(at.id).getDataBodyRange());
    return body.dataValidation.load("type,rule");
  });
  if (looks.some((look) => look !== null)) await session.sync();
  return ok(
    looks.map((look) => {
      // A list may also be an area of cells, which comes as a formula.
      const source = look?.type === "List" ? look.rule.list?.source : undefined;
      return typeof source !== "string" || source.startsWith("=") ? null : source.split(",");
    }),
  );
}
