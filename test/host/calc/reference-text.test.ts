import { fixedReference, soleReference } from "../../../src/host/calc/reference-text";

describe("a formula that is one reference", () => {
  it.each([
    ["=A1", null, { top: 0, left: 0, bottom: 0, right: 0 }],
    ["=$B$3:A1", null, { top: 0, left: 0, bottom: 2, right: 1 }],
    ["='It''s'!$A$1:$B$2", "It's", { top: 0, left: 0, bottom: 1, right: 1 }],
    ["=Sheet1!$A:$B", "Sheet1", { top: 0, left: 0, bottom: 1_048_575, right: 1 }],
  ])("is read: %s", (formula, sheet, area) => {
    expect(soleReference(formula)).toEqual({ sheet, area });
  });

  it.each(["=A1+1", "=-A1", "=A:C!A1", "=rate", "=Table1[Qty]", "text", "", "=SUM("])(
    "is not: %s",
    (formula) => expect(soleReference(formula)).toBeNull(),
  );

  it("is written with all its $ signs", () => {
    const area = { top: 0, left: 0, bottom: 1, right: 1 };
    expect(fixedReference("My sheet", area)).toBe("='My sheet'!$A$1:$B$2");
    expect(fixedReference("S", { ...area, bottom: 1_048_575 })).toBe("=S!$A:$B");
  });
});
