import fc from "fast-check";
import { written } from "../../src/excel/safe-text";

describe("written", () => {
  it("[P7] marks text that starts like a formula where the cell is not a text cell", () => {
    for (const start of ["=", "+", "-", "@", "\t", "\r", "\n"]) {
      expect(written(`${start}1+1`, "General")).toBe(`'${start}1+1`);
    }
  });

  it("[P7] leaves the same text alone in a text cell", () => {
    expect(written("=1+1", "@")).toBe("=1+1");
    expect(written("+8613800138000", "@")).toBe("+8613800138000");
  });

  it("[P7] marks what Excel would take for a number, a day or a truth value", () => {
    for (const text of ["00123", "3-4", "1e5", "2024-04-07", "TRUE", "false", "12%", "¥5"]) {
      expect(written(text, "General")).toBe(`'${text}`);
    }
  });

  it("leaves plain words unmarked", () => {
    expect(written("目标", "General")).toBe("目标");
    expect(written("clear", "General")).toBe("clear");
  });

  it("doubles an apostrophe of the text's own where Excel would swallow it", () => {
    expect(written("'tis", "@")).toBe("'tis");
    expect(written("'tis", "General")).toBe("''tis");
  });

  it("clears with an empty text, since null means leave alone", () => {
    expect(written(null, "General")).toBe("");
  });

  it("passes numbers and truth values on", () => {
    expect(written(45000, "General")).toBe(45000);
    expect(written(false, "General")).toBe(false);
  });

  it("[P7] never lets a text begin with a formula starter outside text cells", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(String(written(text, "General"))).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
      { seed: 20260101 },
    );
  });
});
