import type { Day } from "../../domain/day";
import { dayCell, type CellStyle } from "../../tables/cells";
import type { AuditEntry } from "../../tables/audit/entries";
import { auditRow } from "../../tables/audit/rows";
import type { Cell } from "../../tables/change";
import { optionalAuditColumns } from "../../tables/specs/audit";
import { holidayCells } from "../../tables/specs/holiday-rows";
import { dayFormat, type Language, type TableId } from "../../tables/schema";
import { holidaysName, settingNames } from "../../tables/specs/setting-names";
import { settingCells, settingRows } from "../../tables/specs/setting-rows";
import { without } from "../deeds/record-deed";
import type { WorkbookFacts } from "../workbook/facts";
import { emptyTable, lackingTables, planEmptyTable } from "./empty-table";
import type { InstallPlan, NewName, NewTable } from "../workbook/install";

/**
 * The tables the workbook still lacks, each on a sheet of its own. Sheet and table names that are taken get a number.
 *
 * @param withCustomers - false when an existing sheet becomes the customers table
 */
export function planNewTables(
  facts: WorkbookFacts,
  withCustomers: boolean,
  { language, asOf }: { readonly language: Language; readonly asOf: Day },
): readonly NewTable[] {
  const style: CellStyle = { dateSystem: facts.dateSystem, language };
  const sheetNames = new Set(facts.sheetNames.map((name) => name.toLowerCase()));
  const lacking = lackingTables(facts).filter((table) => table !== "customers" || withCustomers);
  return lacking.map((table) => ({
    ...emptyTable(table, facts, language, sheetNames),
    rows: firstRows(table, asOf, style),
    cellFormats: table === "settings" ? settingFormats : [],
  }));
}

/**
 * A plan with the audit rows that tell of it: below those that are there, or in a table made for them; rule P4. Both are
 * written in the plan's own messages.
 */
export function withRecord(
  plan: InstallPlan,
  entries: readonly AuditEntry[],
  facts: WorkbookFacts,
): InstallPlan {
  const { language } = plan;
  const rows = entries.map((entry) => auditRow(entry, { dateSystem: facts.dateSystem, language }));
  const bound = facts.tables.audit?.columns;
  if (bound !== undefined) {
    const lacking = new Set([...optionalAuditColumns].filter((id) => bound[id] === undefined));
    return { ...plan, record: rows.map((row) => without(row, lacking)) };
  }
  const made = planEmptyTable("audit", facts, language);
  const audit: NewTable = {
    ...made,
    rows: rows.map(({ cells }) => made.columns.map(({ column }) => cells[column] ?? null)),
    cellFormats: rows.flatMap(({ formats = {} }, row) =>
      Object.entries(formats).map(([column, format]) => ({ row, column, numberFormat: format })),
    ),
  };
  return { ...plan, create: [...plan.create, audit] };
}

/** The names formulas take settings and holidays by, for the tables that are new. */
export function planNames(create: readonly NewTable[]): readonly NewName[] {
  const names: NewName[] = [];
  if (create.some(({ table }) => table === "settings")) {
    const rowOf = (id: string) => settingRows.findIndex((row) => row.id === id);
    for (const { name, firstRow, lastRow, covers } of settingNames) {
      names.push({
        name,
        table: "settings",
        from: covers === "area" ? "item" : "amount",
        to: covers === "area" ? "base" : "amount",
        rows: { first: rowOf(firstRow), last: rowOf(lastRow) },
      });
    }
  }
  if (create.some(({ table }) => table === "holidays"))
    names.push({ name: holidaysName, table: "holidays", from: "day", to: "kind", rows: null });
  return names;
}

const settingFormats: NewTable["cellFormats"] = [
  { id: "asOf", numberFormat: dayFormat },
  { id: "importanceThreshold", numberFormat: "#,##0.00" },
].map((format) => ({
  row: settingRows.findIndex(({ id }) => id === format.id),
  column: "amount",
  numberFormat: format.numberFormat,
}));

function firstRows(table: TableId, asOf: Day, style: CellStyle): readonly (readonly Cell[])[] {
  if (table === "settings") return settingCells(style.language, dayCell(asOf, style.dateSystem));
  return table === "holidays" ? holidayCells(style) : [];
}
