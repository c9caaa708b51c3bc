import fc from "fast-check";
import type { CellArea, CellValue } from "../../src/domain/cell";
import { day, isoDay } from "../../src/domain/day";
import {
  defaultCadences,
  defaultDueSoonDays,
  defaultHighlightSteps,
  defaultHorizons,
  defaultUrgencyBounds,
  readCadences,
  readHorizons,
  readUrgencyBounds,
} from "../../src/domain/limits";
import { addSpan, compareSpans, nominalDayCount, type Span } from "../../src/domain/span";
import { anyDay, seeded } from "./arbitraries";

const horizonRows: CellArea = [
  ["A", 1, "月", 36_526],
  ["B", 3, "月", 36_526],
  ["C", 6, "月", 36_526],
];
const defaults = { ok: true, value: { horizons: defaultHorizons, dateSystem: 1900 } };

describe("the default limits", () => {
  it("[G4] grade by 1, 3 and 6 months", () => {
    expect(defaultHorizons).toEqual({
      A: { amount: 1, unit: "month" },
      B: { amount: 3, unit: "month" },
      C: { amount: 6, unit: "month" },
    });
  });

  it("[F1] follow up every 1, 7, 15 and 30 days and every year", () => {
    expect(Object.values(defaultCadences).map(({ amount, unit }) => `${amount} ${unit}`)).toEqual([
      "1 day",
      "7 day",
      "15 day",
      "30 day",
      "1 year",
    ]);
  });

  it("[D3] are urgent to 7 days, soon to 1 month, unhurried to 3 months", () => {
    expect(
      Object.values(defaultUrgencyBounds).map(({ amount, unit }) => `${amount} ${unit}`),
    ).toEqual(["7 day", "1 month", "3 month"]);
  });

  it("[F5] count 3 days as soon, and [F7] step up at 3, 7 and 14 days overdue", () => {
    expect(defaultDueSoonDays).toBe(3);
    expect(defaultHighlightSteps).toEqual({ 1: 3, 2: 7, 3: 14 });
  });
});

describe("an area of settings", () => {
  it("[G4] holds item, amount, unit and base", () => {
    expect(readHorizons(horizonRows)).toEqual(defaults);
  });

  it.each<[string, CellArea]>([
    ["amounts in a column", [[1], [3], [6]]],
    ["amounts in a row", [[1, 3, 6]]],
    ["item and amount", horizonRows.map((row) => row.slice(0, 2))],
    ["item, amount and unit", horizonRows.map((row) => row.slice(0, 3))],
    ["rows in another order", [...horizonRows].reverse()],
    ["blank rows between", [[null, null, null, null], ...horizonRows, ["", 0, "", null]]],
    [
      "units in English",
      [
        ["a", 1, "month"],
        ["b", 3, "Months"],
        ["c", 6, "months"],
      ],
    ],
    [
      "blank units",
      [
        ["A级", 1, ""],
        ["B级", 3, null],
        ["C级", 6, 0],
      ],
    ],
    [
      "a blank base",
      [
        ["A", 1, "月", 0],
        ["B", 3, "月", ""],
        ["C", 6, "月", null],
      ],
    ],
    [
      "base in the first row only",
      [
        ["A", 1, "月", 36_526],
        ["B", 3, "月", null],
        ["C", 6, "月", null],
      ],
    ],
  ])("[G4] may be given as %s", (_shape, area) => {
    expect(readHorizons(area)).toEqual(defaults);
  });

  it("[F1] for cadences takes the grade's own unit where none is given", () => {
    expect(readCadences([[1], [7], [15], [30], [1]])).toEqual({
      ok: true,
      value: { cadences: defaultCadences, dateSystem: 1900 },
    });
  });

  it("[D3] for urgency takes its words in both languages", () => {
    for (const [urgent, soon, unhurried] of [
      ["紧急", "缓急", "不紧急"],
      ["Urgent", "Soon", "Unhurried"],
    ] as const)
      expect(
        readUrgencyBounds([
          [urgent, 7],
          [soon, 1],
          [unhurried, 3],
        ]),
      ).toEqual({ ok: true, value: { bounds: defaultUrgencyBounds, dateSystem: 1900 } });
  });

  it("tells the 1904 system by its base", () => {
    const area = horizonRows.map(([item, amount, unit]) => [
      item ?? null,
      amount ?? null,
      unit ?? null,
      35_064,
    ]);
    expect(readHorizons(area)).toEqual({
      ok: true,
      value: { horizons: defaultHorizons, dateSystem: 1904 },
    });
  });

  const row = (
    item: CellValue,
    amount: CellValue,
    unit: CellValue = "月",
    base: CellValue = null,
  ) => [item, amount, unit, base];

  it.each<[string, CellArea, object]>([
    [
      "an item that does not belong",
      [row("A", 1), row("B", 3), row("D", 6)],
      { code: "unknown-item", found: "D" },
    ],
    [
      "an item that is no grade",
      [row("A", 1), row("x", 3), row("C", 6)],
      { code: "unknown-item", found: "x" },
    ],
    [
      "an amount without item",
      [row("A", 1), row("", 3), row("C", 6)],
      { code: "unknown-item", found: "" },
    ],
    ["a missing grade", [row("A", 1), row("C", 6)], { code: "missing-item", item: "B" }],
    ["too few amounts", [[1], [3]], { code: "missing-item", item: "C" }],
    ["nothing but blanks", [[null], [""], [0]], { code: "missing-item", item: "A" }],
    ["no rows", [], { code: "missing-item", item: "A" }],
    [
      "a grade given twice",
      [row("A", 1), row("A", 2), row("B", 3), row("C", 6)],
      { code: "repeated-item", item: "A" },
    ],
    [
      "a missing amount",
      [row("A", 1), row("B", null), row("C", 6)],
      { code: "not-an-amount", item: "B", found: "" },
    ],
    [
      "an amount in words",
      [row("A", 1), row("B", "three"), row("C", 6)],
      { code: "not-an-amount", item: "B", found: "three" },
    ],
    ["a negative amount", [[-1], [3], [6]], { code: "not-an-amount", item: "A", found: "-1" }],
    ["a fraction", [[1], [2.5], [6]], { code: "not-an-amount", item: "B", found: "2.5" }],
    [
      "more than a century",
      [[1], [3], [1300]],
      { code: "not-an-amount", item: "C", found: "1300" },
    ],
    [
      "an unknown unit",
      [row("A", 1), row("B", 3, "周"), row("C", 6)],
      { code: "unknown-unit", item: "B", found: "周" },
    ],
    [
      "bounds out of order",
      [row("A", 4), row("B", 3), row("C", 6)],
      { code: "out-of-order", shorter: "A", longer: "B" },
    ],
    [
      "bounds out of order across units",
      [row("A", 1), row("B", 3), row("C", 60, "天")],
      { code: "out-of-order", shorter: "B", longer: "C" },
    ],
    [
      "another base",
      [row("A", 1, "月", 1), row("B", 3), row("C", 6)],
      { code: "unknown-base", found: "1" },
    ],
    [
      "two bases",
      [row("A", 1, "月", 36_526), row("B", 3, "月", 35_064), row("C", 6)],
      { code: "unknown-base", found: "35064" },
    ],
    ["too many amounts", [[1], [3], [6], [9]], { code: "too-many-cells", rows: 4, columns: 1 }],
    [
      "too many columns",
      [["A", 1, "月", null, "note"]],
      { code: "too-many-cells", rows: 1, columns: 5 },
    ],
  ])("[G4] is refused with %s", (_fault, area, error) => {
    expect(readHorizons(area)).toEqual({ ok: false, error });
  });

  it("[F1] is refused when a year's cadence is written in days but read as years", () => {
    expect(readCadences([[1], [7], [15], [30], [365]])).toEqual({
      ok: false,
      error: { code: "not-an-amount", item: "E", found: "365" },
    });
  });

  it("[F1] for cadences need not rise from grade to grade", () => {
    expect(readCadences([[30], [15], [7], [1], [1]]).ok).toBe(true);
  });

  it("[G4] with equal bounds is allowed: the nearer grade then takes all", () => {
    expect(readHorizons([[3], [3], [6]]).ok).toBe(true);
  });
});

describe("a span of time", () => {
  it("is added as days, calendar months or calendar years", () => {
    const from = day("2024-02-29");
    const end = (span: Span) => isoDay(addSpan(from, span));
    expect(end({ amount: 30, unit: "day" })).toBe("2024-03-30");
    expect(end({ amount: 1, unit: "month" })).toBe("2024-03-29");
    expect(end({ amount: 1, unit: "year" })).toBe("2025-02-28");
  });

  it("counts a month as 30 days and a year as 365 where one number is wanted", () => {
    expect(nominalDayCount({ amount: 2, unit: "month" })).toBe(60);
    expect(nominalDayCount({ amount: 1, unit: "year" })).toBe(365);
    expect(nominalDayCount({ amount: 15, unit: "day" })).toBe(15);
  });

  it("of the same unit ends later when it is longer, or on the same clamped day", () => {
    const span = fc.record({
      amount: fc.integer({ min: 1, max: 400 }),
      unit: fc.constantFrom("day", "month", "year"),
    });
    fc.assert(
      fc.property(anyDay, span, fc.integer({ min: 1, max: 400 }), (d, a, amount) => {
        const b: Span = { amount, unit: a.unit };
        expect(Math.sign(addSpan(d, a) - addSpan(d, b))).toBe(Math.sign(compareSpans(a, b)));
      }),
      seeded,
    );
  });
});
