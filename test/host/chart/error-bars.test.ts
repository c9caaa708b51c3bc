import { errorSpans } from "../../../src/host/chart/error-bars";

const none = { plus: [], minus: [] };
const bars = (type: string, more: object = {}) => ({ visible: true, look: {}, type, ...more });

describe("error bars", () => {
  it("reach a fixed amount, or a share, from their values; gaps have none", () => {
    expect(errorSpans([10, null], bars("FixedValue", { amount: 2 }), none)).toEqual([
      { from: 8, to: 12 },
      null,
    ]);
    expect(errorSpans([-10], bars("Percent", { include: "PlusValues" }), none)).toEqual([
      { from: -10, to: -9.5 },
    ]);
  });

  it("of deviations stand around the mean, of standard errors around their values", () => {
    const values = [2, 4, 6];
    expect(errorSpans(values, bars("StDev"), none)).toEqual(values.map(() => ({ from: 2, to: 6 })));
    const [first] = errorSpans(values, bars("StError", { include: "MinusValues" }), none);
    expect(first?.to).toBe(2);
    expect(first?.from).toBeCloseTo(2 - 2 / Math.sqrt(3), 12);
  });

  it("of one's own amounts take one for all, or each its own", () => {
    const custom = { plus: [1], minus: [1, 2] };
    expect(errorSpans([10, 20], bars("Custom"), custom)).toEqual([
      { from: 9, to: 11 },
      { from: 18, to: 21 },
    ]);
  });
});
