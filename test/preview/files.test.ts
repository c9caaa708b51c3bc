import { xlsxName } from "../../src/preview/file/files";

describe("the name a workbook is saved under", () => {
  it("is the file's with the ending of what is written", () => {
    expect(xlsxName("客户.csv", "Sample")).toBe("客户.xlsx");
    expect(xlsxName("v1.2 final.xlsx", "Sample")).toBe("v1.2 final.xlsx");
    expect(xlsxName("", "Sample")).toBe("Sample.xlsx");
  });

  it("has nothing that a file system refuses or that turns the text around", () => {
    expect(xlsxName("a\u0000b\nc\u007f.xlsx", "Sample")).toBe("a_b_c_.xlsx");
    expect(xlsxName("../..\\q:1?.xlsx", "Sample")).toBe("_.._q_1_.xlsx");
    expect(xlsxName("list\u202excod.xlsx", "Sample")).toBe("listxcod.xlsx");
    expect(xlsxName("...xlsx", "Sample")).toBe("Sample.xlsx");
  });
});
