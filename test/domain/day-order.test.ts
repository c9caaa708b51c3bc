import fc from "fast-check";
import { civil, day, type Day } from "../../src/domain/day";
import {
  dayOrderOf,
  isAmple,
  orderEvidence,
  provenOrder,
  readYearLast,
  type DayOrder,
} from "../../src/domain/day-order";
import { parseDay } from "../../src/domain/day-text";
import { anyDay, seeded } from "./arbitraries";

const orders: readonly DayOrder[] = ["month-first", "day-first"];

function written(d: Day, order: DayOrder, sign = "/"): string {
  const { year, month, day: dayOfMonth } = civil(d);
  const parts = order === "month-first" ? [month, dayOfMonth] : [dayOfMonth, month];
  return [...parts, year].join(sign);
}

const proves = (d: Day) => civil(d).day > 12;

describe("a day with the year last", () => {
  it.each([
    ["10/20/2016", "2016-10-20", null],
    ["20.10.2016", null, "2016-10-20"],
    ["3/1/2017", "2017-03-01", "2017-01-03"],
    ["07-07-2017", "2017-07-07", "2017-07-07"],
    ["1０/2０/2016 15:27", "2016-10-20", null],
  ] as const)("%s means %s or %s", (text, monthFirst, dayFirst) => {
    expect(readYearLast(text)).toEqual({
      monthFirst: monthFirst === null ? null : day(monthFirst),
      dayFirst: dayFirst === null ? null : day(dayFirst),
    });
  });

  it.each(["13/31/2017", "2/30/2017", "1/2/17", "1/2-2017", "3/1/2017x", "2017/3/1", "明天", ""])(
    "is none: %j",
    (text) => {
      expect(readYearLast(text)).toBeNull();
    },
  );

  it("is the day that was written, read in the order it was written in", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom(...orders),
        fc.constantFrom("/", "-", "."),
        (d, order, sign) => {
          const read = readYearLast(written(d, order, sign));
          expect(order === "month-first" ? read?.monthFirst : read?.dayFirst).toBe(d);
          // And no rule counts with it: the functions and Today go on refusing it.
          expect(parseDay(written(d, order, sign)).ok).toBe(false);
        },
      ),
      seeded,
    );
  });
});

describe("the order of a column of days", () => {
  it("is never the wrong one: it is the order written in where some day proves it, and open otherwise", () => {
    fc.assert(
      fc.property(
        fc.array(anyDay, { maxLength: 20 }),
        fc.constantFrom(...orders),
        (days, order) => {
          const texts = days.map((d) => written(d, order));
          const evidence = orderEvidence(texts);
          expect(provenOrder(evidence)).toBe(days.some(proves) ? order : null);
          expect(evidence.monthFirst + evidence.dayFirst).toBe(days.filter(proves).length);
          expect(dayOrderOf(texts)).toBe(
            days.length === 0 ? null : days.some(proves) ? order : "unclear",
          );
        },
      ),
      { ...seeded, numRuns: 500 },
    );
  });

  it("is open where the days contradict each other, whatever else stands among them", () => {
    fc.assert(
      fc.property(
        anyDay.filter(proves),
        anyDay.filter(proves),
        fc.array(
          fc.oneof(
            anyDay.map((d) => written(d, "month-first")),
            fc.string(),
          ),
        ),
        (one, other, rest) => {
          const texts = [written(one, "month-first"), ...rest, written(other, "day-first")];
          expect(provenOrder(orderEvidence(texts))).toBeNull();
        },
      ),
      { ...seeded, numRuns: 500 },
    );
  });

  it("keeps the first of each for showing", () => {
    expect(orderEvidence(["7/7/2017", "3/1/2017", "10/20/2016", "4/5/2017", "20/10/2016"])).toEqual(
      {
        monthFirst: 1,
        dayFirst: 1,
        either: 2,
        examples: {
          "month-first": "10/20/2016",
          "day-first": "20/10/2016",
          either: "3/1/2017",
        },
      },
    );
  });

  it("a single typing error among many does not decide about all", () => {
    const evidence = { monthFirst: 1, dayFirst: 0, examples: {} };
    expect(isAmple({ ...evidence, either: 9 })).toBe(true);
    expect(isAmple({ ...evidence, either: 10 })).toBe(false);
  });
});
