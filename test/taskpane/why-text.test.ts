import type { Entry, Why } from "../../src/app/today/customer-view";
import { day } from "../../src/domain/day";
import { defaultCadences } from "../../src/domain/limits";
import type { FollowUpState } from "../../src/domain/follow-up-state";
import type { Grade } from "../../src/domain/grade";
import { whyText } from "../../src/taskpane/words/why-text";

const asOf = day("2026-11-22");

function entry(grade: Grade | null, state: FollowUpState, why: Partial<Why>): Entry {
  return {
    id: "C1",
    name: "Acme",
    grade,
    next: asOf,
    state,
    why: {
      basis: "cadence",
      cadence: grade === null ? null : defaultCadences[grade],
      since: day("2026-11-18"),
      reestimate: false,
      ungradedBecause: null,
      calendarMissing: null,
      ...why,
    },
  };
}

function both(of: Entry): readonly [string, string] {
  return [whyText(of, asOf, "zh"), whyText(of, asOf, "en")];
}

describe("why a customer is on the list", () => {
  it("[F1] names grade, cadence and how long overdue", () => {
    expect(both(entry("A", { kind: "overdue", days: 3, step: 1 }, {}))).toEqual([
      "A级，每天跟进；逾期 3 天",
      "Grade A, every day; 3 days overdue",
    ]);
  });

  it.each([
    ["A", "每天", "every day"],
    ["B", "每周", "every week"],
    ["C", "每 15 天", "every 15 days"],
    ["D", "每 30 天", "every 30 days"],
    ["E", "每年", "every year"],
  ] as const)("[F1] says the cadence of %s in everyday words", (grade, zh, en) => {
    expect(both(entry(grade, { kind: "today" }, {}))).toEqual([
      `${grade}级，${zh}跟进；今天跟进`,
      `Grade ${grade}, ${en}; due today`,
    ]);
  });

  it("[F2] says that a customer was never followed up, and since when it is known", () => {
    expect(
      both(
        entry(
          "B",
          { kind: "overdue", days: 1, step: 0 },
          { basis: "created", since: day("2026-11-21") },
        ),
      ),
    ).toEqual([
      "B级，每周跟进；逾期 1 天；尚未跟进过，自建档日 11月21日 周六 起",
      "Grade B, every week; 1 day overdue; never followed up, added Sat, 21 Nov",
    ]);
  });

  it("[F3] says which year's holidays are missing", () => {
    const [zh, en] = both(entry("A", { kind: "soon", days: 2 }, { calendarMissing: 2027 }));
    expect(zh).toBe("A级，每天跟进；2 天后跟进；缺少 2027 年节假日，未顺延到工作日");
    expect(en).toContain("holidays of 2027 are missing");
  });

  it("[F4] names the agreed day instead of a cadence that does not decide", () => {
    expect(both(entry("A", { kind: "today" }, { basis: "agreed" }))).toEqual([
      "A级；约定 11月22日 周日；今天跟进",
      "Grade A; agreed for Sun, 22 Nov; due today",
    ]);
  });

  it("[F5] says tomorrow for one day ahead", () => {
    expect(both(entry("A", { kind: "soon", days: 1 }, {}))).toEqual([
      "A级，每天跟进；明天跟进",
      "Grade A, every day; due tomorrow",
    ]);
  });

  it("[G5] says what an ungraded customer lacks", () => {
    const ungraded = { basis: "ungraded" } as const;
    expect(
      both(
        entry(null, { kind: "ungraded" }, { ...ungraded, ungradedBecause: "close-day-missing" }),
      ),
    ).toEqual(["缺少预计成交日", "expected close is missing"]);
    expect(
      both(entry(null, { kind: "ungraded" }, { ...ungraded, ungradedBecause: "demand-missing" })),
    ).toEqual(["缺少需求状况", "demand is missing"]);
  });

  it("[G6] asks for a new estimate when the close day is past", () => {
    expect(both(entry("A", { kind: "today" }, { reestimate: true }))).toEqual([
      "A级，每天跟进；今天跟进；预计成交日已过，需重估",
      "Grade A, every day; due today; expected close has passed, re-estimate it",
    ]);
  });

  it("names what is missing to count from when there is neither follow-up nor creation day", () => {
    const [zh] = both(entry("A", { kind: "ungraded" }, { basis: "no-start", since: null }));
    expect(zh).toBe("A级，每天跟进；没有跟进记录和建档日，无法推算下次跟进");
  });
});
