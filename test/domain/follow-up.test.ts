import fc from "fast-check";
import { addDays, day, isoDay } from "../../src/domain/day";
import {
  afterFollowUp,
  type AfterFollowUp,
  type FollowUpFindings,
  type FollowedCustomer,
} from "../../src/domain/follow-up";
import { chineseHolidays } from "../../src/domain/holidays-cn";
import { defaultCadences, defaultHorizons } from "../../src/domain/limits";
import { workCalendar } from "../../src/domain/workdays";
import { anyDay, anyDemand, seeded } from "./arbitraries";

const asOf = day("2026-03-10");
const limits = { horizons: defaultHorizons, cadences: defaultCadences, calendar: null };
const customer: FollowedCustomer = {
  demand: "latent",
  expectedClose: null,
  lastFollowUp: day("2026-03-01"),
  agreedDay: day("2026-03-09"),
  createdDay: day("2026-01-05"),
};

function after(findings: FollowUpFindings, of = customer): AfterFollowUp {
  const result = afterFollowUp(of, findings, asOf, limits);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const nextOf = ({ next }: AfterFollowUp) =>
  next.ok && next.value !== null ? isoDay(next.value) : next;

describe("a logged follow-up", () => {
  it("[G7] grades the customer anew and tells the grade before and after", () => {
    const result = after({ day: asOf, demand: "clear", expectedClose: day("2026-05-01") });
    expect(result.gradeBefore.grade).toBe("D");
    expect(result.gradeAfter.grade).toBe("B");
    expect(result).toMatchObject({ demand: "clear", expectedClose: day("2026-05-01") });
    expect(nextOf(result)).toBe("2026-03-17");
  });

  it("[G7] that found nothing new keeps demand and close day, and the grade with them", () => {
    const result = after({ day: asOf });
    expect(result).toMatchObject({ demand: "latent", expectedClose: null });
    expect(result.gradeAfter).toEqual(result.gradeBefore);
  });

  it("[G7] can say that a close day is no longer known, which leaves the customer ungraded", () => {
    const clear = { ...customer, demand: "clear", expectedClose: day("2026-04-01") } as const;
    const result = after({ day: asOf, expectedClose: null }, clear);
    expect(result.gradeBefore.grade).toBe("A");
    expect(result.gradeAfter).toMatchObject({ grade: null, issue: "close-day-missing" });
    expect(result.next).toEqual({ ok: true, value: null });
  });

  it("[F4] fulfils the agreed day, so that the cadence counts again", () => {
    const result = after({ day: asOf });
    expect(result.agreedDay).toBeNull();
    expect(nextOf(result)).toBe("2026-04-09");
  });

  it("[F4] brings a new agreed day, which goes before the cadence", () => {
    const result = after({ day: asOf, agreedDay: day("2026-03-12") });
    expect(result.agreedDay).toBe(day("2026-03-12"));
    expect(nextOf(result)).toBe("2026-03-12");
  });

  it("[F4] on the very day of the last one still fulfils the agreed day", () => {
    const result = after({ day: asOf }, { ...customer, lastFollowUp: asOf });
    expect(result.agreedDay).toBeNull();
  });

  it("[F4] is refused when the next day agreed lies before the follow-up itself", () => {
    const findings = { day: asOf, agreedDay: addDays(asOf, -1) };
    expect(afterFollowUp(customer, findings, asOf, limits)).toEqual({
      ok: false,
      error: { code: "agreed-before-follow-up", agreedDay: addDays(asOf, -1), day: asOf },
    });
  });

  it("[F6] dated before the latest one does not move it back, nor clear the agreed day", () => {
    const result = after({ day: day("2026-02-20") });
    expect(result.lastFollowUp).toBe(customer.lastFollowUp);
    expect(result.agreedDay).toBe(customer.agreedDay);
    expect(nextOf(result)).toBe("2026-03-09");
  });

  it("[F6] dated before the latest one may still bring a new agreed day", () => {
    const result = after({ day: day("2026-02-20"), agreedDay: day("2026-03-20") });
    expect(result.lastFollowUp).toBe(customer.lastFollowUp);
    expect(nextOf(result)).toBe("2026-03-20");
  });

  it("[F6] in the future is refused", () => {
    const tomorrow = addDays(asOf, 1);
    expect(afterFollowUp(customer, { day: tomorrow }, asOf, limits)).toEqual({
      ok: false,
      error: { code: "in-the-future", day: tomorrow, asOf },
    });
  });

  it("[F2] is the first of a customer never followed up", () => {
    const result = after({ day: asOf }, { ...customer, lastFollowUp: null, agreedDay: null });
    expect(result.lastFollowUp).toBe(asOf);
  });

  it("[F3] is logged even when the holidays of the next day's year are missing", () => {
    const calendar = workCalendar(chineseHolidays);
    const result = afterFollowUp(customer, { day: asOf, demand: "none" }, asOf, {
      ...limits,
      calendar,
    });
    expect(result).toMatchObject({
      ok: true,
      value: { next: { ok: false, error: { code: "calendar-unknown", year: 2027 } } },
    });
  });

  it("[F6] leaves the later of both days as the last follow-up, in whatever order they are logged", () => {
    const anyCustomer = fc.record({
      demand: fc.option(anyDemand),
      expectedClose: fc.option(anyDay),
      lastFollowUp: fc.constant(null),
      agreedDay: fc.option(anyDay),
      createdDay: fc.option(anyDay),
    });
    const past = fc.integer({ min: 0, max: 500 }).map((days) => addDays(asOf, -days));
    fc.assert(
      fc.property(anyCustomer, past, past, (someone, first, second) => {
        const oneWay = after({ day: second }, { ...someone, ...after({ day: first }, someone) });
        const otherWay = after({ day: first }, { ...someone, ...after({ day: second }, someone) });
        expect(oneWay.lastFollowUp).toBe(Math.max(first, second));
        expect(otherWay).toEqual(oneWay);
      }),
      seeded,
    );
  });
});
