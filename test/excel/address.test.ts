import { blockAddress, withoutSheet } from "../../src/excel/address";

describe("addresses", () => {
  it("strips sheet and dollars, also where the sheet's name holds an exclamation mark", () => {
    expect(withoutSheet("'客户!1'!$A$1:$B$2")).toBe("A1:B2");
  });

  it("covers a block from its first cell", () => {
    expect(blockAddress(1, 6, 3, 2)).toBe("G2:H4");
    expect(blockAddress(1, 6, 1, 1)).toBe("G2");
  });
});
