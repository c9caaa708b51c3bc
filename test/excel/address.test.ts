import fc from "fast-check";
import { blockAddress, cellPosition, columnLetters, withoutSheet } from "../../src/excel/address";

describe("addresses", () => {
  it("names columns as Excel does", () => {
    expect([0, 25, 26, 701, 702, 16383].map(columnLetters)).toEqual([
      "A",
      "Z",
      "AA",
      "ZZ",
      "AAA",
      "XFD",
    ]);
  });

  it("reads back where it put a block", () => {
    fc.assert(
      fc.property(fc.nat(1_048_575), fc.nat(16_383), (row, column) => {
        expect(cellPosition(blockAddress(row, column, 3, 2))).toEqual({ row, column });
      }),
      { seed: 20260101 },
    );
  });

  it("strips sheet and dollars, also where the sheet's name holds an exclamation mark", () => {
    expect(withoutSheet("'客户!1'!$A$1:$B$2")).toBe("A1:B2");
  });

  it("writes a single cell without a colon", () => {
    expect(blockAddress(1, 6, 1, 1)).toBe("G2");
  });
});
