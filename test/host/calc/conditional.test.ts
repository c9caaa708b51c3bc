import { ConditionalLooks } from "../../../src/host/calc/conditional";
import { parseArea } from "../../../src/host/model/address";
import type { ConditionalRule, RuleStyle } from "../../../src/host/model/rules";
import { at, Bench, type Cells } from "./workbook-of";

const red: RuleStyle = { fill: "#FF0000" };
const blue: RuleStyle = { fill: "#0000FF", bold: true };

interface Given {
  readonly rule: ConditionalRule;
  readonly areas: string;
  readonly stopIfTrue?: boolean;
  readonly priority?: number;
}

function looksOf(
  cells: Cells,
  formats: readonly Given[],
): { bench: Bench; looks: ConditionalLooks; styled: (address: string) => boolean[] } {
  const bench = new Bench(cells, (workbook, sheet) => {
    workbook.names.push({ name: "step", formula: "=3", sheetId: null, visible: true, comment: "" });
    sheet.conditionalFormats = formats.map((format, index) => ({
      id: String(index),
      areas: format.areas.split(",").map((address) => {
        const area = parseArea(address);
        if (area === null) throw new Error(address);
        return area;
      }),
      priority: format.priority ?? index,
      stopIfTrue: format.stopIfTrue ?? false,
      rule: format.rule,
    }));
  });
  const looks = new ConditionalLooks(bench.workbook, bench.calculation);
  const styled = (address: string): boolean[] => {
    const area = parseArea(address);
    if (area === null) throw new Error(address);
    const found: boolean[] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        found.push(looks.styleAt(bench.sheet, row, column) !== null);
      }
    }
    return found;
  };
  return { bench, looks, styled };
}

const custom = (formula: string, style = red): ConditionalRule => ({
  kind: "Custom",
  formula,
  style,
});
const preset = (criterion: string): ConditionalRule => ({
  kind: "PresetCriteria",
  criterion,
  style: red,
});
const cellValue = (operator: string, formula1: string, formula2?: string): ConditionalRule => ({
  kind: "CellValue",
  operator,
  formula1,
  style: red,
  ...(formula2 === undefined ? {} : { formula2 }),
});

describe("conditional formats", () => {
  it("reads a formula relative to the first area's first cell", () => {
    const { styled } = looksOf({ A1: 1, A2: 5, A3: 9, C2: 5 }, [
      { rule: custom("=$A2>step"), areas: "A2:B3,C5" },
    ]);
    expect(styled("A1:A3")).toEqual([false, true, true]);
    expect(styled("B2:B3")).toEqual([true, true]);
    expect(styled("C5")).toEqual([false]);
  });

  it("takes errors and texts for no", () => {
    const { styled } = looksOf({ A1: "=1/0", A2: "TRUE", A3: true, A4: 0 }, [
      { rule: custom("=A1"), areas: "A1:A4" },
    ]);
    expect(styled("A1:A4")).toEqual([false, false, true, false]);
  });

  it("sees the day change", () => {
    const { bench, styled } = looksOf({ A1: 46121, A2: 46122 }, [
      { rule: custom('=AND(N("ks1")=0,A1<TODAY())'), areas: "A1:A2" },
    ]);
    expect(styled("A1:A2")).toEqual([false, false]);
    bench.calculation.setClock(() => new Date(2026, 3, 11));
    expect(styled("A1:A2")).toEqual([true, true]);
  });

  it("follows values, rules and areas that change", () => {
    const { bench, looks, styled } = looksOf({ A1: 1 }, [
      { rule: custom("=A1=2"), areas: "A1:A2" },
    ]);
    expect(styled("A1")).toEqual([false]);
    bench.edit("A1", 2);
    expect(styled("A1")).toEqual([true]);
    const format = bench.sheet.conditionalFormats[0];
    if (format !== undefined) format.rule = custom("=A1=3");
    expect(styled("A1")).toEqual([false]);
    if (format !== undefined) format.rule = custom("=A1=2", blue);
    expect(looks.styleAt(bench.sheet, 0, 0)).toEqual(blue);
    if (format !== undefined) format.areas = [{ top: 5, left: 0, bottom: 5, right: 0 }];
    expect(styled("A1")).toEqual([false]);
  });

  it("lets the smaller priority number win each member, and stops where told", () => {
    const { bench, looks } = looksOf({ A1: 1 }, [
      { rule: custom("=TRUE", blue), areas: "A1:A9", priority: 2 },
      { rule: custom("=TRUE", red), areas: "A1:A9", priority: 1 },
      {
        rule: custom("=A1=1", { fontColor: "#FFFFFF" }),
        areas: "A1:A9",
        priority: 0,
        stopIfTrue: true,
      },
    ]);
    expect(looks.styleAt(bench.sheet, 0, 0)).toEqual({ fontColor: "#FFFFFF" });
    expect(looks.styleAt(bench.sheet, 1, 0)).toEqual({ fill: "#FF0000", bold: true });
  });

  it.each<[string, ConditionalRule, boolean[]]>([
    ["greater than", cellValue("GreaterThan", "2"), [false, false, true, true, true]],
    [
      "between, bounds either way round",
      cellValue("Between", "=3", "=2"),
      [false, true, true, false, false],
    ],
    ["not between", cellValue("NotBetween", "2", "3"), [true, false, false, true, true]],
    ["equal to a text", cellValue("EqualTo", '="TEXT"'), [false, false, false, false, true]],
    ["at most", cellValue("LessThanOrEqual", "=step"), [true, true, true, false, false]],
    [
      "contains",
      { kind: "ContainsText", operator: "Contains", text: "EX", style: red },
      [false, false, false, false, true],
    ],
    [
      "begins with",
      { kind: "ContainsText", operator: "BeginsWith", text: "1", style: red },
      [true, false, false, false, false],
    ],
    [
      "ends with",
      { kind: "ContainsText", operator: "EndsWith", text: "t", style: red },
      [false, false, false, false, true],
    ],
    [
      "does not contain",
      { kind: "ContainsText", operator: "NotContains", text: "t", style: red },
      [true, true, true, true, false],
    ],
    [
      "top 2",
      { kind: "TopBottom", type: "TopItems", rank: 2, style: red },
      [false, false, true, true, false],
    ],
    [
      "bottom 25 per cent",
      { kind: "TopBottom", type: "BottomPercent", rank: 25, style: red },
      [true, false, false, false, false],
    ],
    ["above average", preset("AboveAverage"), [false, false, true, true, false]],
    ["below average", preset("BelowAverage"), [true, true, false, false, false]],
    ["duplicates", preset("DuplicateValues"), [false, false, false, false, false]],
    ["unique", preset("UniqueValues"), [true, true, true, true, true]],
    ["not blank", preset("NonBlanks"), [true, true, true, true, true]],
    ["no error", preset("NonErrors"), [true, true, true, true, true]],
  ])("%s", (_, rule, expected) => {
    const { styled } = looksOf({ A1: 1, A2: 2, A3: 3, A4: 4, A5: "text" }, [
      { rule, areas: "A1:A5" },
    ]);
    expect(styled("A1:A5")).toEqual(expected);
  });

  it.each([
    ["Yesterday", [46120]],
    ["Today", [46121]],
    ["Tomorrow", [46122]],
    ["LastSevenDays", [46115, 46116, 46117, 46118, 46119, 46120, 46121]],
    ["ThisWeek", [46117, 46118, 46119, 46120, 46121, 46122, 46123]],
    ["LastWeek", [46110, 46111, 46112, 46113, 46114, 46115, 46116]],
  ])("%s, from Thursday 9 April 2026", (criterion, expected) => {
    const cells = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`A${index + 1}`, 46105 + index]),
    );
    const { styled } = looksOf(cells, [{ rule: preset(criterion), areas: "A1:A30" }]);
    expect(styled("A1:A30").flatMap((is, index) => (is ? [46105 + index] : []))).toEqual(expected);
  });

  it("marks months, in the 1904 system too", () => {
    const { bench, styled } = looksOf({ A1: 46112, A2: 46113, A3: 46142, A4: 46143 }, [
      { rule: preset("ThisMonth"), areas: "A1:A4" },
    ]);
    expect(styled("A1:A4")).toEqual([false, true, true, false]);
    bench.workbook.date1904 = true;
    for (const address of ["A1", "A2", "A3", "A4"]) {
      const { row, column } = at(address);
      bench.write(address, Number(bench.sheet.cells.value(row, column)) - 1462);
    }
    expect(styled("A1:A4")).toEqual([false, true, true, false]);
  });
});
