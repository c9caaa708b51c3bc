import fc from "fast-check";
import type { CustomerView } from "../../src/app/today/customer-view";
import { addDays } from "../../src/domain/day";
import { serialFromDay } from "../../src/domain/serial";
import { dayCell, type CellStyle } from "../../src/tables/cells";
import type { Cell, Row } from "../../src/tables/change";
import { highlightRules } from "../../src/tables/highlight";
import { sampleCustomers } from "../tables/sample";
import { asOf } from "./arbitraries";
import { LaidOut } from "./laid-out";
import { chinese, todayOf } from "./sheets";
import { seeded } from "../tables/arbitraries";
import { isoDay } from "../../src/domain/day";

/** Customers of a tended sheet: days as numbers or text, words in both languages, blanks. */
function tendedCustomers(style: CellStyle): fc.Arbitrary<readonly Row[]> {
  const cells = fc.integer({ min: -400, max: 400 }).chain((days): fc.Arbitrary<Cell> => {
    const d = addDays(asOf, days);
    return fc.constantFrom<Cell>(dayCell(d, style.dateSystem), isoDay(d), null);
  });
  const customer = fc.record({
    name: fc.constantFrom("启明", "海川"),
    demand: fc.constantFrom("目标", "Latent", "死亡", null),
    expectedClose: cells,
    lastFollowUp: cells,
    agreedDay: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: cells },
    ),
    createdDay: cells,
  });
  return fc
    .array(customer, { minLength: 1, maxLength: 12 })
    .map((rows) => rows.map((row, index) => ({ ...row, id: `C${index + 1}` })));
}

/** The words of the state column for a customer as Today judges it. */
function stateWords({ state, next, grade, why }: CustomerView, { language }: CellStyle): string {
  const zh = language === "zh";
  if (why.calendarMissing !== null) return zh ? "无法计算" : "Cannot be worked out";
  if (grade === null) return zh ? "未定级" : "Ungraded";
  const reestimate = !why.reestimate ? "" : zh ? " · 需重估" : " · re-estimate";
  const words = () => {
    if (next === null) return zh ? "未排期" : "Not scheduled";
    switch (state.kind) {
      case "overdue":
        if (zh) return `逾期 ${state.days} 天`;
        return `${state.days} ${state.days === 1 ? "day" : "days"} overdue`;
      case "today":
        return zh ? "今天" : "Today";
      case "soon":
        return zh ? "即将" : "Soon";
      default:
        return zh ? "以后" : "Later";
    }
  };
  return words() + reestimate;
}

async function expectParity(
  rows: readonly Row[],
  style: CellStyle,
  settings: Readonly<Record<string, Cell>> = {},
): Promise<void> {
  const views = [...todayOf(asOf, rows, style, settings).customers.values()];
  const sheet = new LaidOut(asOf, rows, style, settings);
  const next = ({ next: day, why }: CustomerView) =>
    why.calendarMissing !== null
      ? "#N/A"
      : day === null
        ? ""
        : serialFromDay(day, style.dateSystem);
  expect(await sheet.column("grade")).toEqual(views.map((view) => view.grade ?? ""));
  expect(await sheet.column("nextFollowUp")).toEqual(views.map(next));
  expect(await sheet.column("state")).toEqual(views.map((view) => stateWords(view, style)));
}

describe("the sheet's own formulas and Today", () => {
  it.each<[string, CellStyle, Readonly<Record<string, Cell>>]>([
    ["in Chinese", chinese, {}],
    ["in English and the 1904 date system", { dateSystem: 1904, language: "en" }, {}],
    ["with the roll to working days", chinese, { workdayRoll: "开" }],
    ["with a manager's limits", chinese, { "horizon.A": 2, "cadence.D": 10, dueSoonDays: 5 }],
  ])("[G1–G6, F1–F5] agree on every grade, day and state %s", async (_, style, settings) => {
    await fc.assert(
      fc.asyncProperty(tendedCustomers(style), (rows) => expectParity(rows, style, settings)),
      { ...seeded, numRuns: 25 },
    );
  });

  it.each<[string, CellStyle]>([
    ["1900-02-28", chinese],
    ["1886-05-01", chinese],
    ["1903-12-31", { dateSystem: 1904, language: "en" }],
  ])("agree that a text that says %s is no day to count with", async (text, style) => {
    const rows: readonly Row[] = [
      { id: "C1", name: "启明", demand: "目标", expectedClose: text },
      { id: "C2", name: "海川", demand: "潜在", lastFollowUp: text },
      { id: "C3", name: "北辰", demand: "潜在", agreedDay: text },
    ];
    const sheet = new LaidOut(asOf, rows, style);
    expect((await sheet.column("grade"))[0]).toBe("#VALUE!");
    expect((await sheet.column("nextFollowUp")).slice(1)).toEqual(["#VALUE!", "#VALUE!"]);
    const { customers, issues } = todayOf(asOf, rows, style);
    expect([...customers.values()].map(({ grade, next }) => [grade, next])).toEqual([
      [null, null],
      ["D", null],
      ["D", null],
    ]);
    expect(issues.filter(({ code }) => code === "not-a-day").map(({ id }) => id)).toEqual([
      "C1",
      "C2",
      "C3",
    ]);
  });

  it("agree on the sample", async () => {
    await expectParity(sampleCustomers(asOf, chinese), chinese);
  });
});

describe("the highlight", () => {
  const dueIn = (days: number | null): Row => ({
    id: `C${days}`,
    name: "启明",
    demand: "潜在",
    agreedDay: days === null ? null : dayCell(addDays(asOf, days), 1900),
  });
  const matches = async (days: number | null, settings: Readonly<Record<string, Cell>> = {}) => {
    const sheet = new LaidOut(asOf, [dueIn(days)], chinese, settings);
    await sheet.calculation.settled();
    return highlightRules.findIndex(({ formula }) => sheet.evaluate(formula, 0) === true);
  };

  it.each([
    [-30, 0],
    [-14, 0],
    [-13, 1],
    [-7, 1],
    [-6, 2],
    [-3, 2],
    [-2, 3],
    [-1, 3],
    [0, 4],
    [1, 5],
    [3, 5],
    [4, -1],
    [null, -1],
  ])("[F5, F7] of a customer due in %p days is rule %p", async (days, rule) => {
    expect(await matches(days)).toBe(rule);
  });

  it("[F7] leaves a step out that a manager emptied", async () => {
    expect(await matches(-30, { "highlight.3": null })).toBe(1);
  });
});

describe("importance and urgency", () => {
  const rows: readonly Row[] = [
    { id: "C1", name: "启明", demand: "潜在", agreedDay: "2026-03-05", potentialAmount: 500_000 },
    { id: "C2", name: "海川", demand: "潜在", agreedDay: "2026-05-05", potentialAmount: 499_999 },
    { id: "C3", name: "北辰", demand: null, potentialAmount: null },
  ];

  it("[D2] is blank while the threshold is not configured, and says so by its setting", async () => {
    expect(await new LaidOut(asOf, rows, chinese).column("importance")).toEqual(["", "", ""]);
    const sheet = new LaidOut(asOf, rows, chinese, { importanceThreshold: 500_000 });
    expect(await sheet.column("importance")).toEqual(["重要", "非重要", ""]);
  });

  it("[D3] follows the next day", async () => {
    const sheet = new LaidOut(asOf, rows, chinese);
    expect(await sheet.column("urgency")).toEqual(["紧急", "不紧急", ""]);
  });
});
