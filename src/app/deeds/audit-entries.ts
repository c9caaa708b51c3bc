import { ok, type Result } from "../../domain/result";
import type { AuditEntry } from "../../tables/audit/entries";
import { readAuditRow } from "../../tables/audit/rows";
import { textOf } from "../../tables/cells";
import type { Row } from "../../tables/change";
import { auditTable } from "../../tables/specs/audit";
import { allInSlices, atOnce, forPart, type Onlooker } from "../slices";
import { rowReader } from "../today/assemble-today";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { ColumnsRequest } from "../workbook/reading";

type Facts = Pick<WorkbookFacts, "tables" | "dateSystem">;
type Read = Result<readonly AuditEntry[], WorkbookFailure>;

/**
 * The entries of a deed whose rows somebody has sorted apart, in order: reads from its first row to its last, where one
 * search for each would be far more.
 */
export async function readScattered(
  workbook: Workbook,
  facts: Facts,
  deed: string,
  onlooker: Onlooker,
): Promise<Read> {
  const searching = forPart(onlooker, 0, 0.2);
  const read = await workbook.readColumns(
    [{ table: "audit", columns: ["deed"] }],
    searching.onProgress,
  );
  if (!read.ok) return read;
  const ids = read.value[0]?.columns["deed"] ?? [];
  const first = ids.findIndex((cell) => textOf(cell).trim() === deed);
  const last = ids.findLastIndex((cell) => textOf(cell).trim() === deed);
  if (first < 0) return ok([]);
  const rows = { first, count: last - first + 1 };
  return readWindow(workbook, facts, deed, rows, forPart(onlooker, 0.2, 1));
}

/** How much of the time reading the rows takes; understanding them takes the rest. */
const readingShare = 0.6;

/** The entries of a deed among these rows of the audit table, in order. */
export async function readWindow(
  workbook: Workbook,
  facts: Facts,
  deed: string,
  { first, count }: { readonly first: number; readonly count: number },
  onlooker: Onlooker,
): Promise<Read> {
  const answers = await workbook.readColumns(
    [windowOf(facts, first, count)],
    forPart(onlooker, 0, readingShare).onProgress,
  );
  if (!answers.ok) return answers;
  const { count: rows, rowAt } = rowReader(answers.value[0]);
  const work = entriesAmong(rows, rowAt, facts, deed);
  return ok(await allInSlices(work, forPart(onlooker, readingShare, 1)));
}

/** Rows of the audit table, with all columns it has. */
export function windowOf(
  { tables }: Pick<WorkbookFacts, "tables">,
  first: number,
  count: number,
): ColumnsRequest {
  const columns = auditTable.columns
    .map(({ id }) => id)
    .filter((id) => tables.audit?.columns[id] !== undefined);
  return { table: "audit", columns, rows: { first, count } };
}

/** The entries of a deed among rows, in order. */
export function entriesOf(
  rows: readonly Row[],
  facts: Pick<WorkbookFacts, "dateSystem">,
  deed: string,
): readonly AuditEntry[] {
  return atOnce(entriesAmong(rows.length, (row) => rows[row] ?? {}, facts, deed));
}

/** Rows understood between two places to pause. */
const rowsPerStep = 100;

function* entriesAmong(
  count: number,
  rowAt: (row: number) => Row,
  { dateSystem }: Pick<WorkbookFacts, "dateSystem">,
  deed: string,
): Generator<number, readonly AuditEntry[], void> {
  const entries: AuditEntry[] = [];
  for (let row = 0; row < count; row += 1) {
    if (row % rowsPerStep === 0) yield row / count;
    const entry = readAuditRow(rowAt(row), dateSystem, entries.at(-1));
    if (entry?.deed.id === deed) entries.push(entry);
  }
  return entries.sort((one, other) => one.number - other.number);
}
