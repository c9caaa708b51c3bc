/**
 * What our reader finds in a file another program saved, as JSON for `libreoffice-check.mjs`.
 *
 * Usage: tsx scripts/libreoffice-reopen.ts <file.xlsx> <sheet>
 */
import { readFileSync } from "node:fs";
import { openWorkbook } from "../src/host/file/open";
import { bodyArea } from "../src/host/model/table";
import { customersTable } from "../src/tables/specs/customers";
import { highlightMark } from "../src/tables/highlight";

async function main(): Promise<void> {
  const [file = "", sheetName = ""] = process.argv.slice(2);
  const opened = await openWorkbook(readFileSync(file), file);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const { workbook } = opened;
  const sheet = workbook.sheetByName(sheetName);
  const table = workbook.tableByName(customersTable.excelName)?.table;
  if (sheet === undefined || table === undefined) throw new Error("customers not found");
  const body = bodyArea(table);
  const customers: unknown[] = [];
  for (let row = body.top; row <= body.bottom; row++) {
    customers.push(sheet.cells.value(row, body.left));
  }
  console.log(
    JSON.stringify({
      tables: [...workbook.tables()].map((entry) => entry.table.name).sort(),
      names: workbook.names
        .map(({ name }) => name)
        .filter((name) => name.startsWith("crm_"))
        .sort(),
      highlight: sheet.conditionalFormats.filter(
        ({ rule }) =>
          rule.kind === "Custom" && rule.formula.replaceAll(" ", "").includes(highlightMark),
      ).length,
      lists: sheet.validations.filter(({ rule }) => "list" in rule).length,
      customers,
    }),
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
