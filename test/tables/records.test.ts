import fc from "fast-check";
import { customersTable } from "../../src/tables/specs/customers";
import { readRecord, writeRecord, type RecordOf, type TablePlace } from "../../src/tables/records";
import type { ColumnSpec, TableSpec } from "../../src/tables/schema";
import { tableSpecs } from "../../src/tables/tables";
import { day } from "../../src/domain/day";
import { anyCell, anyRecord, anyStyle, seeded } from "./arbitraries";

const place: TablePlace = {
  sheet: "客户",
  headers: { demand: "需求状况", expectedClose: "预计成交日", id: "客户编号" },
  dateSystem: 1900,
};

function readsBack<const Columns extends readonly ColumnSpec[]>(
  table: TableSpec & { readonly columns: Columns },
  records: fc.Arbitrary<RecordOf<Columns>>,
): void {
  fc.assert(
    fc.property(records, anyStyle, (record, style) => {
      const row = writeRecord(table, record, style);
      const read = readRecord(table, row, 0, { ...place, dateSystem: style.dateSystem });
      expect(read.record).toEqual(record);
      expect(read.issues.filter(({ severity }) => severity !== "notes")).toEqual([]);
    }),
    seeded,
  );
}

describe("records", () => {
  describe("written are the very records read back, in either date system and language", () => {
    it.each(Object.values(tableSpecs))("$excelName", (table: TableSpec) =>
      readsBack(table, anyRecord(table)),
    );
  });

  it("reads any row without throwing, and tells every filled cell it cannot read", () => {
    const columns = customersTable.columns.map(({ id }) => id);
    const anyRow = fc.record(Object.fromEntries(columns.map((id) => [id, anyCell])));
    fc.assert(
      fc.property(anyRow, (row) => {
        const { record, issues } = readRecord(customersTable, row, 4, place);
        for (const fact of ["demand", "expectedClose", "potentialAmount"] as const) {
          const cell = row[fact];
          const blank =
            cell === null || cell === 0 || (typeof cell === "string" && cell.trim() === "");
          const told = issues.some(({ column }) => column === fact);
          if (!blank && record[fact] === null) expect(told).toBe(true);
        }
      }),
      seeded,
    );
  });

  it("says which cell it cannot read, what stands there and what to do", () => {
    const { record, issues } = readRecord(
      customersTable,
      { id: "C1", name: "启明", demand: "也许", expectedClose: "2024-02-30" },
      7,
      place,
    );
    expect(record.demand).toBeNull();
    expect(issues).toEqual([
      {
        code: "unknown-word",
        table: "customers",
        sheet: "客户",
        id: "C1",
        row: 7,
        column: "demand",
        header: "需求状况",
        found: "也许",
        severity: "weakens",
        remedy: "pick-from-list",
      },
      expect.objectContaining({ code: "not-a-day", found: "2024-02-30", remedy: "type-a-day" }),
    ]);
  });

  it("understands a day written as text and notes it", () => {
    const { record, issues } = readRecord(
      customersTable,
      { id: "C1", name: "启明", expectedClose: "2024年4月7日 10:30" },
      0,
      place,
    );
    expect(record.expectedClose).toBe(day("2024-04-07"));
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([["text-day", "notes"]]);
  });

  it("takes an id kept as a number by its digits, and an error value for no value", () => {
    const { record, issues } = readRecord(
      customersTable,
      { id: 100234, name: "启明", potentialAmount: "#DIV/0!" },
      0,
      place,
    );
    expect(record.id).toBe("100234");
    expect(record.potentialAmount).toBeNull();
    expect(issues.map(({ code }) => code)).toEqual(["id-number", "error-value"]);
  });

  it.each([
    ["￥12,000.50 元", 12_000.5],
    ["1.2万", 12_000],
    ["12000", 12_000],
    ["１２０００", 12_000],
  ])("understands the amount %s as a number", (text, amount) => {
    const { record, issues } = readRecord(customersTable, { potentialAmount: text }, 0, place);
    expect(record.potentialAmount).toBe(amount);
    expect(issues.map(({ code }) => code)).toEqual(["text-number"]);
  });
});
