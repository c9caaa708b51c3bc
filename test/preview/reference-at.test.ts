import { turnReference } from "../../src/preview/grid/reference-at";

describe("F4 in a formula", () => {
  const turns = (formula: string, caret: number, times: number): string => {
    let text = formula;
    for (let turn = 0; turn < times; turn++) {
      const next = turnReference(text, caret);
      if (next === null) return text;
      text = text.slice(0, next.from) + next.text + text.slice(next.to);
    }
    return text;
  };

  it("goes from A1 to $A$1, A$1, $A1 and back", () => {
    expect([1, 2, 3, 4].map((times) => turns("=A1", 2, times))).toEqual([
      "=$A$1",
      "=A$1",
      "=$A1",
      "=A1",
    ]);
  });

  it("turns both ends of a range together, and only the one at the caret", () => {
    expect(turns("=SUM(A1:B2)+C3", 8, 1)).toBe("=SUM($A$1:$B$2)+C3");
    expect(turns("=SUM(A1:B2)+C3", 14, 1)).toBe("=SUM(A1:B2)+$C$3");
  });

  it("leaves names of functions and plain texts alone", () => {
    expect(turnReference("=LOG10(2)", 4)).toBeNull();
    expect(turnReference("A1", 1)).toBeNull();
  });
});
