import { ok, type Result } from "../../domain/result";
import { listText, type RecordedStructure } from "../../tables/audit/structure";
import { textOf } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import { highlightRules } from "../../tables/highlight";
import { tableSpecs } from "../../tables/tables";
import type { Noted } from "../deeds/told-deed";
import { step } from "../deeds/record-structure";
import { contentOf } from "../share/cell-content";
import { keyColumns, keysAmong, type KeyColumn } from "../share/row-keys";
import type { RowRun } from "../share/formulas";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { FaultyCells } from "./formulas";
import type { Finding } from "./finding";

/** A person's own cells are told one by one, however many; more than these are left for the next repair. */
const mostOwn = 2_000;
/** Cells in which nothing of anybody's stood are told one by one up to this many, then counted. */
const mostTold = 500;

/** What a finding that was put right, other than formulas, is in the audit table: before → after; rule P4. */
export function notedOf(finding: Finding, { tables, language }: WorkbookFacts): readonly Noted[] {
  const of = language ?? "en";
  const told = (what: RecordedStructure): Noted => ({
    what,
    header: tables[what.table]?.columns[what.column]?.header ?? "",
  });
  switch (finding.kind) {
    case "tables":
      return finding.tables.map((table) =>
        told(step("table-added", table, "", null, tableSpecs[table].title[of])),
      );
    case "settings":
      return finding.rows.map(({ cells }) => {
        const id = textOf(cells["id"] ?? null);
        const title = [cells["title"], cells["item"]].map((cell) => textOf(cell ?? null)).join(" ");
        return { what: step("setting-added", "settings", id, null, title.trim() || id) };
      });
    case "below":
      return [told(step("rows-joined", finding.table, "", null, finding.rows))];
    case "columns":
      return finding.columns.map((column) => {
        const spec = tableSpecs[finding.table].columns.find(({ id }) => id === column);
        const header = spec?.title[of] ?? column;
        return { what: step("column-added", finding.table, column, null, header), header };
      });
    case "names":
      return finding.names.map(({ name, table, from }) =>
        told(step("named", table, from, null, name)),
      );
    case "highlight":
      return [told(step("highlight", "customers", "", finding.found, highlightRules.length))];
    case "lists":
      return finding.lists.map(({ table, column, words }) =>
        told(step("list", table, column, null, listText(words))),
      );
    case "widths":
      return finding.narrow.map(({ table, column, width, wanted }) =>
        told(step("width", table, column, width, wanted)),
      );
    case "formulas":
    case "readings":
    case "leftovers":
    case "own-values":
      return [];
  }
}

/**
 * Reads what stands in cells that are about to get their formula, so that it can be brought back. Nothing is written.
 *
 * @returns the cells that may be written, the rows they were found in, what typed-over columns show, and what to tell of
 *   each cell: its row, what it holds, and the formula
 */
export async function notedCells(
  workbook: Workbook,
  faulty: readonly FaultyCells[],
): Promise<
  Result<
    {
      readonly cells: readonly FaultyCells[];
      readonly keys: readonly KeyColumn[];
      readonly shown: Readonly<Record<string, readonly Cell[]>>;
      readonly noted: readonly Noted[];
    },
    WorkbookFailure
  >
> {
  if (faulty.length === 0) return ok({ cells: [], keys: [], shown: {}, noted: [] });
  const typed = faulty.filter(({ fault }) => fault === "typed").map(({ column }) => column);
  const read = await workbook.readColumns([
    { table: "customers", columns: [...keyColumns, ...new Set(typed)] },
  ]);
  if (!read.ok) return read;
  const shown = read.value[0]?.columns ?? {};
  const keys = keysAmong(shown);
  const noted: Noted[] = [];
  const cells = faulty.map((each) => {
    const { column, header, formula, found } = each;
    const isOwn = each.fault === "own" || each.fault === "typed";
    const rows = isOwn ? firstOf(each.rows, mostOwn) : each.rows;
    let counted = 0;
    for (const { first, count } of rows)
      for (let row = first; row < first + count; row += 1) {
        const rowId = textOf(shown["id"]?.[row] ?? null).trim();
        if (!isOwn && (rowId === "" || noted.length >= mostTold)) {
          counted += 1;
          continue;
        }
        const from = contentOf(found, row, shown[column]?.[row] ?? null);
        if (rowId === "") {
          // Nothing by which the row is found again: what stood there is written down all the same.
          noted.push({ what: step("refilled", "customers", column, from, 1), header });
          continue;
        }
        noted.push({
          what: { kind: "cell", table: "customers", rowId, column, from, to: formula },
          rowName: textOf(shown["name"]?.[row] ?? null).trim(),
          header,
          customerId: rowId,
        });
      }
    if (counted > 0)
      noted.push({ what: step("refilled", "customers", column, null, counted), header });
    return { ...each, rows };
  });
  return ok({ cells, keys, shown, noted });
}

/** The first rows of some runs. */
function firstOf(runs: readonly RowRun[], most: number): readonly RowRun[] {
  const first: RowRun[] = [];
  let left = most;
  for (const run of runs) {
    if (left <= 0) break;
    first.push({ first: run.first, count: Math.min(run.count, left) });
    left -= run.count;
  }
  return first;
}
