import { civil, day, type Day } from "../../src/domain/day";
import { serialFromDay } from "../../src/domain/serial";
import { createCalculation } from "../../src/host/calc/engine";
import { isCellError } from "../../src/host/model/cell";
import { Workbook } from "../../src/host/model/workbook";
import { cellAddress } from "../../src/tables/a1";
import type { Cell, Row } from "../../src/tables/change";
import { columnOf } from "../../src/tables/records";
import type { Language, TableId } from "../../src/tables/schema";
import { tableSpecs } from "../../src/tables/tables";

const today: Day = day("2026-03-16");
const on = (text: string): number => serialFromDay(day(text), 1900);

/** What a computed column of a table answers for one row, by the embedded host. */
function answer(table: TableId, column: string, row: Row, language: Language = "zh"): Cell {
  const spec = tableSpecs[table];
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Sheet1");
  const at = (id: string) => spec.columns.findIndex((each) => each.id === id);
  for (const [id, cell] of Object.entries(row)) sheet.cells.setValue(1, at(id), cell);
  const calculation = createCalculation(workbook);
  const { year, month, day: date } = civil(today);
  calculation.setClock(() => new Date(year, month - 1, date, 9, 30));
  const formula = columnOf(spec, column).formula?.[language] ?? "";
  const placed = formula.replace(/\{(\w+)\}/gu, (_, id: string) => `$${cellAddress(1, at(id))}`);
  const value = calculation.evaluate(placed, { sheetId: sheet.id, row: 1, column: 90 });
  return isCellError(value) ? value.error : (value as Cell);
}

describe("formulas of the further tables", () => {
  it.each<[string, Row, Cell]>([
    ["open and due before today", { dueDay: on("2026-03-06"), dueAmount: 100 }, 10],
    ["open and not due yet", { dueDay: on("2026-03-20"), dueAmount: 100 }, 0],
    [
      "paid in full, late",
      {
        dueDay: on("2026-03-06"),
        dueAmount: 100,
        receivedDay: on("2026-03-09"),
        receivedAmount: 100,
      },
      3,
    ],
    [
      "paid in full, in time",
      {
        dueDay: on("2026-03-06"),
        dueAmount: 100,
        receivedDay: on("2026-03-01"),
        receivedAmount: 100,
      },
      0,
    ],
    [
      "paid in part",
      {
        dueDay: on("2026-03-06"),
        dueAmount: 100,
        receivedDay: on("2026-03-07"),
        receivedAmount: 40,
      },
      10,
    ],
    ["without a due day", { dueAmount: 100 }, ""],
    ["with a due day nobody can read", { dueDay: "下周", dueAmount: 100 }, ""],
  ])("[T6] a receipt %s: days late", (_, row, expected) => {
    expect(answer("receipts", "daysLate", row)).toBe(expected);
  });

  it("[T6] what is open is due less received, blank without an amount", () => {
    expect(answer("receipts", "openAmount", { dueAmount: 100, receivedAmount: 40 })).toBe(60);
    expect(answer("receipts", "openAmount", { dueAmount: 100 })).toBe(100);
    expect(answer("receipts", "openAmount", {})).toBe("");
  });

  it("[N1] a quoted item comes to quantity by price, blank until both are numbers", () => {
    expect(answer("quotes", "amount", { quantity: 3, unitPrice: 19.5 })).toBe(58.5);
    expect(answer("quotes", "amount", { quantity: "三", unitPrice: 19.5 })).toBe("");
    expect(answer("quotes", "amount", { unitPrice: 19.5 })).toBe("");
  });

  it("[T5] days to the end of a contract count for those in force, in either language's words", () => {
    const endDay = on("2026-03-26");
    expect(answer("contracts", "daysToEnd", { endDay, state: "执行中" })).toBe(10);
    expect(answer("contracts", "daysToEnd", { endDay, state: "In force" })).toBe(10);
    expect(answer("contracts", "daysToEnd", { endDay })).toBe(10);
    expect(answer("contracts", "daysToEnd", { endDay, state: "已结束" })).toBe("");
    expect(answer("contracts", "daysToEnd", { state: "执行中" })).toBe("");
  });

  it("[I4] the satisfaction gap is expected less actual, blank where either is missing", () => {
    expect(answer("feedback", "gap", { expected: 5, satisfaction: 3 })).toBe(2);
    expect(answer("feedback", "gap", { expected: 3, satisfaction: 5 })).toBe(-2);
    expect(answer("feedback", "gap", { satisfaction: 5 })).toBe("");
  });

  it.each<[string, Row, string, string]>([
    ["given", { day: on("2025-01-01") }, "有效", "Valid"],
    ["withdrawn", { day: on("2025-01-01"), withdrawnDay: on("2026-01-01") }, "已撤回", "Withdrawn"],
    [
      "beyond its time",
      { day: on("2025-01-01"), keepUntil: on("2026-03-15") },
      "已过期",
      "Expired",
    ],
    ["to its last day", { day: on("2025-01-01"), keepUntil: on("2026-03-16") }, "有效", "Valid"],
    ["never given", { person: "李" }, "", ""],
  ])("[P3] a consent %s", (_, row, zh, en) => {
    expect(answer("consents", "standing", row, "zh")).toBe(zh);
    expect(answer("consents", "standing", row, "en")).toBe(en);
  });
});
