import { areaAddress } from "../../src/host/model/address";
import { referencesOf } from "../../src/preview/grid/references";

describe("the references of a formula under edit", () => {
  const named = (formula: string): string[] =>
    referencesOf(formula).map(({ sheet, area }) =>
      sheet === null ? areaAddress(area) : `${sheet}|${areaAddress(area)}`,
    );

  it("come each once, in the order of the formula, however they are fixed", () => {
    expect(named("=SUM($A$1:B2)+c3+A1:B2")).toEqual(["A1:B2", "C3"]);
  });

  it("are found in a formula that is not finished", () => {
    expect(named('=IF(A1>"B2",客户!D4,')).toEqual(["A1", "客户|D4"]);
    expect(named("='It''s 1'!A1:A9")).toEqual(["It's 1|A1:A9"]);
  });

  it("are not names of functions, numbers or texts", () => {
    expect(named("=LOG10(2)+1E5+Table1[A1x]+A1B")).toEqual([]);
    expect(named("A1")).toEqual([]);
  });
});
