import type { WorkbookFailure } from "../../app/workbook/failures";
import type { FinishedUpgrade } from "../../app/workbook/install";
import type { CommitFailure } from "../../app/workbook/rows";
import { err, ok, type Result } from "../../domain/result";
import { textOf } from "../../tables/cells";
import { storedTable, tableIds } from "../binding";
import { cellOf } from "../cell";
import { bindingKey, newerVersion, type Sight } from "../describe";
import type { RowWeights } from "../read";
import { fleeting, type Session } from "../run";
import { lookForTold } from "./told";

type FinishFailure =
  | WorkbookFailure
  | Extract<CommitFailure, { readonly code: "row-missing" | "no-room-below" | "sheet-full" }>;

/**
 * Names the amounts of rows of Settings and notes the layout's version, in one message: both or neither. Names that
 * stand already are made anew, so that a second attempt does no harm.
 */
export async function finishUpgrade(
  session: Session,
  sight: Sight,
  { schemaVersion, names, record }: FinishedUpgrade,
  weights: RowWeights,
): Promise<Result<void, FinishFailure>> {
  const { stored, bound } = sight;
  const newer = newerVersion(sight);
  if (newer !== null) return err(newer);
  if (sight.readOnly) return err({ code: "read-only" });
  if (stored === null) return err({ code: "table-missing", table: "customers" });
  const { context } = session;
  const { settings } = bound;
  const told = await lookForTold(session, bound.audit, record, weights);
  if (!told.ok) return told;
  if (settings !== undefined && names.length > 0) {
    const { id, amount } = settings.columns;
    for (const [column, found] of Object.entries({ id, amount }))
      if (found === undefined) return err({ code: "column-missing", table: "settings", column });
    const body = (column: number) =>
      fleeting(
        context.workbook.tables
          .getItem(settings.live.id)
          .columns.getItem(column)
          .getDataBodyRange(),
      );
    const ids = body(id?.id ?? 0).load("values");
    const standing = names.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
    await session.sync();
    for (const one of standing) if (!one.isNullObject) one.delete();
    for (const { name, row } of names) {
      const at = ids.values.findIndex(([cell]) => textOf(cellOf(cell)).trim() === row);
      if (at === -1) return err({ code: "row-missing", table: "settings", id: row });
      context.workbook.names.add(name, fleeting(body(amount?.id ?? 0).getCell(at, 0)));
    }
  }
  const tables = tableIds.flatMap((table) => bound[table] ?? []);
  context.workbook.settings.add(bindingKey, {
    ...stored,
    schemaVersion,
    tables: Object.fromEntries(
      tables.map((table) => [table.table, storedTable(table, stored.fields)]),
    ),
  });
  told.value.queue();
  const sent = await session.attempt();
  if (sent.ok) return told.value.settle();
  if (record === undefined) return sent;
  // The rows that tell of it are the last of the message: where they are, only the answer was lost.
  if ((await told.value.arrived()) === true) return ok(undefined);
  await told.value.takeBack();
  return sent;
}
