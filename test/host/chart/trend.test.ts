import fc from "fast-check";
import { trendOf, trendText } from "../../../src/host/chart/trend";

const pairs = (of: (x: number) => number, from = 1, to = 6): { x: number; y: number }[] =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ x: from + at, y: of(from + at) }));

describe("trendlines", () => {
  it.each([
    ["Linear", 1, (x: number) => 2 * x + 1, "y = 2x + 1"],
    ["Polynomial", 2, (x: number) => x ** 2 - 3 * x + 0.5, "y = x² - 3x + 0.5"],
    ["Polynomial", 3, (x: number) => -(x ** 3) + 2, "y = -x³ + 0x² + 0x + 2"],
    ["Exponential", 1, (x: number) => 3 * Math.exp(0.5 * x), "y = 3e^(0.5x)"],
    ["Logarithmic", 1, (x: number) => 4 * Math.log(x) - 2, "y = 4ln(x) - 2"],
    ["Power", 1, (x: number) => 5 * x ** 1.5, "y = 5x^1.5"],
  ])("of type %s, order %i, find the line the values lie on", (type, polynomialOrder, of, said) => {
    const trend = trendOf(pairs(of), { type, polynomialOrder });
    expect(trend?.equation.replace(/-0x/g, "0x")).toBe(said);
    expect(trend?.rSquared).toBeCloseTo(1, 9);
    for (const { x, y } of trend?.points ?? []) expect(y).toBeCloseTo(of(x), 6);
  });

  it("keep a given intercept and reach beyond the values", () => {
    const line = { type: "Linear", intercept: 0, forwardPeriod: 2, backwardPeriod: 1 };
    const trend = trendOf(
      pairs((x) => 2 * x + 1),
      line,
    );
    expect(trend?.points.map(({ x }) => x)).toEqual([0, 8]);
    expect(trend?.points[0]?.y).toBe(0);
  });

  it("average the last values of a period", () => {
    const trend = trendOf(
      pairs((x) => x * x, 1, 4),
      { type: "MovingAverage", movingAveragePeriod: 2 },
    );
    expect(trend?.points).toEqual([
      { x: 2, y: 2.5 },
      { x: 3, y: 6.5 },
      { x: 4, y: 12.5 },
    ]);
    expect(trend === null ? "" : trendText(trend, { showEquation: true, showRSquared: true })).toBe(
      "",
    );
  });

  it("are none where values have no logarithm, or are too few", () => {
    expect(
      trendOf(
        pairs((x) => x - 3),
        { type: "Exponential" },
      ),
    ).toBeNull();
    expect(
      trendOf(
        pairs((x) => x, 1, 2),
        { type: "Polynomial", polynomialOrder: 3 },
      ),
    ).toBeNull();
    expect(trendOf([], { type: "Linear" })).toBeNull();
  });

  it("leave no straight line closer to the values than the one found", () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const nudge = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 2, maxLength: 20 }),
        nudge,
        nudge,
        (ys, up, turn) => {
          const given = ys.map((y, index) => ({ x: index + 1, y }));
          const ends = trendOf(given, { type: "Linear" })?.points ?? [];
          const [first, last] = ends;
          if (first === undefined || last === undefined) throw new Error("no line");
          const slope = (last.y - first.y) / (last.x - first.x);
          const missed = (rise: number, at: number): number =>
            given.reduce((sum, { x, y }) => sum + (y - (at + rise * (x - first.x))) ** 2, 0);
          const best = missed(slope, first.y);
          expect(missed(slope + turn, first.y + up)).toBeGreaterThanOrEqual(
            best * (1 - 1e-9) - 1e-6,
          );
        },
      ),
      { seed: 7, numRuns: 100 },
    );
  });
});
