import fc from "fast-check";
import { day, type Day } from "../../src/domain/day";
import type { CellStyle } from "../../src/tables/cells";
import { isErrorValue } from "../../src/tables/cells";
import type { Cell, Row } from "../../src/tables/change";
import type { RecordOf } from "../../src/tables/records";
import type { ColumnSpec, TableSpec } from "../../src/tables/schema";

/** A fixed seed: a failure is the same failure again tomorrow. */
export const seeded = { seed: 20260101, numRuns: 300 } as const;

export const anyStyle: fc.Arbitrary<CellStyle> = fc.record({
  dateSystem: fc.constantFrom(1900 as const, 1904 as const),
  language: fc.constantFrom("zh" as const, "en" as const),
});

/** Days both date systems have a number for: earlier ones are text to Excel, and no day to the rules. */
export const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: day("1904-01-01"), max: day("2199-12-31") })
  .map((count) => count as Day);

const anyText = fc
  .oneof(
    fc.string(),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "=1+1",
      "+86 138",
      "-",
      "@name",
      "\ttab",
      "<b>粗</b>",
      "😀",
      "0012",
      "1e5",
      "TRUE",
    ),
  )
  .filter((text) => !isErrorValue(text));

function anyValue(column: ColumnSpec): fc.Arbitrary<string | number | null> {
  switch (column.kind) {
    case "text":
    case "phone":
    case "email":
    case "creditCode":
    case "identityNumber":
      return anyText;
    case "id":
      return fc.stringMatching(/^[A-Z0-9]{1,16}$/u);
    case "day":
      return fc.option(anyDay);
    case "time":
      return fc.option(fc.integer({ min: 0, max: 1439 }));
    case "number":
    case "percent":
    case "amountYuan":
      return fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }));
    case "choice":
      return fc.option(fc.constantFrom(...(column.choices ?? []).map(({ code }) => code)));
    case "computed":
    case "mixed":
      return fc.constant(null);
  }
}

/** Records of a table, made from its schema: a new column is covered as soon as it is specified. */
export function anyRecord<const Columns extends readonly ColumnSpec[]>(
  table: TableSpec & { readonly columns: Columns },
): fc.Arbitrary<RecordOf<Columns>> {
  const stored = table.columns.filter(({ kind }) => kind !== "computed" && kind !== "mixed");
  const values = Object.fromEntries(stored.map((column) => [column.id, anyValue(column)]));
  return fc.record(values).map((record) => record as RecordOf<Columns>);
}

/** What people and other programs leave in cells. */
export const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.constantFrom(
    "",
    " ",
    "#N/A",
    "#NAME?",
    "2024-04-07",
    "2024/4/7",
    "2024年4月7日 10:30",
    "2024-02-30",
    "下周",
    "目标",
    "潜在",
    "clear",
    "死亡",
    "也许",
    "=1+1",
  ),
  fc.string({ maxLength: 12 }),
  fc.integer({ min: -5, max: 60_000 }),
  fc.double({ noNaN: true }),
  fc.boolean(),
);

/** Rows of a table by id, holding anything at all in the given columns. */
export function anyRows(columns: readonly string[]): fc.Arbitrary<ReadonlyMap<string, Row>> {
  const row = fc.record(Object.fromEntries(columns.map((column) => [column, anyCell])));
  return fc
    .uniqueArray(fc.tuple(fc.stringMatching(/^C[0-9A-Z]{3}$/u), row), {
      selector: ([id]) => id,
      maxLength: 30,
    })
    .map((entries) => new Map(entries.map(([id, cells]) => [id, { ...cells, id }])));
}
