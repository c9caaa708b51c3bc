/**
 * Makes the workbooks that `libreoffice-check.mjs` opens: the real account list is adopted by the add-in's own set-up
 * in the embedded host, customers are typed in as a person would, and the result is saved. What LibreOffice must find
 * goes beside them as expected.json.
 *
 * Usage: tsx scripts/libreoffice-workbook.ts <folder>
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { planSetUp } from "../src/app/set-up/plan-set-up";
import { guessedMapping } from "../src/app/set-up/proposal";
import { proposeSetUp, readBody, setUp } from "../src/app/set-up/set-up";
import { dayOf, isoDay, addDays, type Day } from "../src/domain/day";
import { excelWorkbook } from "../src/excel/excel-workbook";
import { registerFunctions } from "../src/functions/register";
import { ConditionalLooks } from "../src/host/calc/conditional";
import { ExcelHost } from "../src/host/excel-host";
import { displayText } from "../src/host/format/number-format";
import { openWorkbook } from "../src/host/file/open";
import { saveXlsx } from "../src/host/file/save";
import type { CustomCall } from "../src/host/calc/calculation";
import { isCellError, type Scalar } from "../src/host/model/cell";
import type { Sheet } from "../src/host/model/sheet";
import type { Table } from "../src/host/model/table";
import { customersTable } from "../src/tables/specs/customers";
import { idSource } from "../src/tables/ids";
import { associatedFunctions, StandInError } from "../test/functions/custom-functions-stand-in";
import { officeClient } from "../test/office-client";

const folder = process.argv[2] ?? "";
const data = path.join(__dirname, "../test/workbooks/crm-sales-opportunities/accounts.csv");

/** Expected close and last follow-up in days from today, and the demand word; the rest of the accounts stay ungraded. */
const customers: readonly (readonly [demand: string, close: number | null, last: number | null])[] =
  [
    ["目标", 20, -30],
    ["目标", 20, -9],
    ["目标", 25, -5],
    ["目标", 25, -2],
    ["目标", 10, -1],
    ["目标", 60, -6],
    ["目标", 80, -5],
    ["目标", 150, -3],
    ["目标", 400, -40],
    ["潜在", null, -10],
    ["死亡", null, -200],
    ["死亡", null, -380],
    ["目标", null, -3],
    ["目标", -10, -1],
  ];

function today(): Day {
  const now = new Date();
  const day = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (!day.ok) throw new Error("the clock shows no day");
  return day.value;
}

function must<Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function main(): Promise<void> {
  const opened = await openWorkbook(readFileSync(data), "accounts.csv");
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const host = new ExcelHost(opened.workbook, { locale: "zh-CN" });
  await officeClient(host.connect(), { locale: "zh-CN" });
  const cellFunctions = associatedFunctions(() => registerFunctions(today));
  host.calculation.setCustomFunctions({
    traits: (name) =>
      cellFunctions.has(name.replace("CRM.", ""))
        ? { readsAddresses: false, isVolatile: false }
        : null,
    call: (calls) => Promise.resolve(calls.map((call) => answerOf(cellFunctions, call))),
  });

  const port = excelWorkbook();
  const proposal = must(await proposeSetUp(port));
  const rows = must(await readBody(port, proposal));
  const newId = idSource((count) => crypto.getRandomValues(new Uint8Array(count)));
  const mapping = { name: 0, ...guessedMapping(proposal) };
  const plan = planSetUp(proposal, mapping, { language: "zh", asOf: today(), newId, rows });
  must(await setUp(port, must(plan)));
  const found = [...opened.workbook.tables()].find(
    ({ table }) => table.name === customersTable.excelName,
  );
  if (found === undefined) throw new Error("no customers table after set-up");
  const { sheet, table } = found;
  customers.forEach(([demand, close, last], index) => {
    const type = (column: string, text: string): void => {
      const outcome = host.editor.type(
        sheet.id,
        table.area.top + 1 + index,
        columnOf(table, column),
        text,
      );
      if (!outcome.accepted) throw new Error(JSON.stringify(outcome));
    };
    type("demand", demand);
    if (close !== null) type("expectedClose", isoDay(addDays(today(), close)));
    if (last !== null) type("lastFollowUp", isoDay(addDays(today(), last)));
  });
  await host.quiet();

  writeFileSync(path.join(folder, "adopted.xlsx"), await saveXlsx(opened.workbook));
  writeFileSync(path.join(folder, "expected.json"), JSON.stringify(expected(host, sheet, table)));
  // A second file for what LibreOffice can calculate itself: answers of our functions as values, all else as formulas.
  for (const each of opened.workbook.sheets) {
    for (const { row, column, formula } of [...each.cells.formulas()]) {
      if (formula.text.includes("CRM.")) each.cells.setFormula(row, column, undefined);
    }
  }
  writeFileSync(path.join(folder, "native.xlsx"), await saveXlsx(opened.workbook));
}

/** A cell function's answer, as Excel's script hands it on; how office.js itself carries calls is tested elsewhere. */
function answerOf(
  cellFunctions: ReadonlyMap<string, (...args: unknown[]) => unknown>,
  { name, args }: CustomCall,
): Scalar {
  try {
    return (cellFunctions.get(name.replace("CRM.", ""))?.(...args) ?? null) as Scalar;
  } catch (error) {
    if (!(error instanceof StandInError)) throw error;
    return { error: error.code === "#N/A" ? "#N/A" : "#VALUE!", message: error.message };
  }
}

function columnOf(table: Table, id: string): number {
  const spec = customersTable.columns.find((column) => column.id === id);
  const index = table.columns.findIndex(
    ({ name }) => name === spec?.title.zh || (id === "name" && name === "account"),
  );
  if (index < 0) throw new Error(`no column ${id}`);
  return table.area.left + index;
}

function expected(host: ExcelHost, sheet: Sheet, table: Table): unknown {
  const looks = new ConditionalLooks(host.workbook, host.calculation);
  const body = Array.from(
    { length: table.area.bottom - table.area.top },
    (_, row) => table.area.top + 1 + row,
  );
  const text = (row: number, id: string): string => {
    const column = columnOf(table, id);
    const value = sheet.cells.value(row, column);
    const format = sheet.cells.style(row, column).numberFormat ?? "General";
    return isCellError(value)
      ? value.error
      : displayText(value, format, { locale: "zh-CN", date1904: false }).text;
  };
  return {
    sheet: sheet.name,
    sheets: host.workbook.sheets.map(({ name }) => name),
    tables: [...host.workbook.tables()].map((entry) => entry.table.name),
    names: host.workbook.names.map(({ name }) => name),
    validations: host.workbook.sheets.map((each) => each.validations.length),
    headers: table.columns.map(({ name }) => name),
    header: { row: table.area.top, column: table.area.left },
    columns: { grade: columnOf(table, "grade"), state: columnOf(table, "state") },
    rows: body.map((row) => ({
      row,
      name: text(row, "name"),
      grade: text(row, "grade"),
      nextFollowUp: text(row, "nextFollowUp"),
      state: text(row, "state"),
      fill: looks.styleAt(sheet, row, columnOf(table, "state"))?.fill ?? null,
    })),
    formula: sheet.cells.formula(table.area.top + 1, columnOf(table, "state"))?.text,
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
