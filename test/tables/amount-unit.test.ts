import fc from "fast-check";
import { saysUnit, times, unitOfHeader } from "../../src/tables/amount-unit";
import { readCell } from "../../src/tables/cells";
import { customersTable } from "../../src/tables/specs/customers";
import { columnOf } from "../../src/tables/records";
import { seeded } from "./arbitraries";

const amountColumn = columnOf(customersTable, "potentialAmount");

describe("the unit of amounts", () => {
  it.each([
    ["潜在金额（万元）", 10_000],
    ["潜在金额(万)", 10_000],
    ["年合同额/万元", 10_000],
    ["金额（单位：万元）", 10_000],
    ["合同额万元", 10_000],
    ["规模（亿元）", 1e8],
    ["预算（千元）", 1_000],
    ["revenue ($M)", 1e6],
    ["Amount (in thousands)", 1_000],
    ["Sales in millions", 1e6],
    ["潜在金额", 1],
    ["潜在金额（元）", 1],
    ["潜在金额（必填）", 1],
    ["万科地产", 1],
    ["Amount (max)", 1],
    ["", 1],
  ])("[D2] %s counts in units of %d yuan", (header, unit) => {
    expect(unitOfHeader(header)).toBe(unit);
  });

  it.each([
    ["1,234.00元", 1_234],
    ["￥1.5万", 15_000],
    ["12万元", 120_000],
    ["1.2亿", 120_000_000],
    ["3千", 3_000],
    ["5百万元", 5_000_000],
    ["RMB 3,000", 3_000],
    ["人民币2000元", 2_000],
  ])("[D2] %s is %d yuan", (text, yuan) => {
    expect(readCell(amountColumn, text, 1900)).toEqual({ value: yuan, issue: "text-number" });
  });

  it.each(["约20万", "10-20万", "USD 5000", "(500)", "万", "二十万"])(
    "[D2] what could mean several amounts, or another currency, is refused: %s",
    (text) => {
      expect(readCell(amountColumn, text, 1900).issue).toBe("not-a-number");
    },
  );

  it("[D2] amounts of up to two decimals come out to the cent in every unit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.constantFrom(1e3, 1e4, 1e6, 1e8),
        (cents, unit) => {
          expect(BigInt(times(cents / 100, unit)) * 100n).toBe(BigInt(cents) * BigInt(unit));
        },
      ),
      seeded,
    );
    expect(times(1.15, 1)).toBe(1.15);
    expect(saysUnit("12万")).toBe(true);
    expect(saysUnit("12")).toBe(false);
  });
});
