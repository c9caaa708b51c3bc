import { err, ok, type Result } from "../domain/result";
import { readCell } from "../tables/cells";
import type { Cell, Row } from "../tables/change";
import { customersTable } from "../tables/specs/customers";
import { followUpsTable, type FollowUpRecord } from "../tables/specs/follow-ups";
import { readRecord } from "../tables/records";
import { filledFields, profileFieldsRow, readProfileSettings } from "../tables/profile";
import type { ColumnKind, TableId } from "../tables/schema";
import { placeOf } from "./today/assemble-today";
import { customerColumns } from "./fields/customer-columns";
import type { Today } from "./today/today";
import type { Workbook } from "./workbook";
import type { WorkbookFailure } from "./workbook/failures";
import type { RowsRequest } from "./workbook/reading";

/** All that is known of one customer. */
export interface CustomerCard {
  readonly id: string;
  readonly name: string;
  /** Our columns and the person's fields that hold values, in the sheet's order. */
  readonly cells: readonly CardCell[];
  /** The latest follow-ups, newest first. */
  readonly recent: readonly FollowUpRecord[];
  /** R1: how many of the columns that count are filled; null where none counts. */
  readonly profile: { readonly filled: number; readonly fields: number } | null;
}

export interface CardCell {
  readonly column: string;
  /** As it stands in the sheet. */
  readonly header: string;
  readonly kind: ColumnKind;
  /** A `Day` for kind "day", a code for "choice"; null when blank or unreadable. */
  readonly value: string | number | null;
  /** What stands in the cell, also where it cannot be read. */
  readonly found: Cell;
}

/** As many follow-ups as a card can show without becoming a list of its own. */
const recentFollowUps = 20;

/**
 * Reads one customer's row and latest follow-ups. Two round trips, whatever the number of customers; only the id
 * columns are read whole.
 *
 * @returns the card; `row-missing` when the row is gone since Today was opened
 */
export async function openCustomer(
  workbook: Workbook,
  { facts }: Today,
  id: string,
): Promise<
  Result<
    CustomerCard,
    | WorkbookFailure
    | { readonly code: "row-missing"; readonly table: "customers"; readonly id: string }
  >
> {
  const requests: RowsRequest[] = [{ table: "customers", column: "id", value: id, limit: 1 }];
  if (facts.tables.settings?.columns["id"] !== undefined)
    requests.push({ table: "settings", column: "id", value: profileFieldsRow, limit: 1 });
  if (facts.tables.followUps?.columns["customerId"] !== undefined) {
    const limit = recentFollowUps;
    requests.push({ table: "followUps", column: "customerId", value: id, limit });
  }
  const answer = await workbook.readRows(requests);
  if (!answer.ok) return answer;
  const rowsOf = (table: TableId): readonly Row[] =>
    answer.value[requests.findIndex((request) => request.table === table)] ?? [];
  const [row] = rowsOf("customers");
  const log = rowsOf("followUps");
  if (row === undefined) return err({ code: "row-missing", table: "customers", id });

  const place = placeOf(facts, "customers");
  const { record } = readRecord(customersTable, row, 0, place);
  const logPlace = placeOf(facts, "followUps");
  return ok({
    id,
    name: record.name,
    cells: cardCells(row, facts),
    recent: log
      .map((cells, at) => readRecord(followUpsTable, cells, at, logPlace).record)
      .reverse()
      .sort((a, b) => (b.day ?? -Infinity) - (a.day ?? -Infinity)),
    profile: profileOf(row, rowsOf("settings"), facts),
  });
}

function profileOf(
  row: Row,
  settings: readonly Row[],
  facts: Today["facts"],
): CustomerCard["profile"] {
  const { headers } = placeOf(facts, "customers");
  const { fields } = readProfileSettings(settings, customerColumns(facts), headers);
  return fields.length === 0 ? null : { filled: filledFields(row, fields), fields: fields.length };
}

function cardCells(row: Row, facts: Today["facts"]): readonly CardCell[] {
  const { tables, dateSystem } = facts;
  const bound = tables.customers?.columns ?? {};
  return customerColumns(facts)
    .flatMap((column) => {
      const at = bound[column.id];
      if (at === undefined || column.kind === "computed") return [];
      const found = row[column.id] ?? null;
      const { value } = readCell(column, found, dateSystem);
      const { id, kind } = column;
      return [{ index: at.index, cell: { column: id, header: at.header, kind, value, found } }];
    })
    .sort((a, b) => a.index - b.index)
    .map(({ cell }) => cell);
}
