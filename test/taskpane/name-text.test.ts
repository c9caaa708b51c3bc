import fc from "fast-check";
import { nameText, unturned } from "../../src/taskpane/words/name-text";

describe("a text from a cell within a sentence", () => {
  it("stays as it is where people can read it at a glance", () => {
    expect(nameText("新华书店（上海）有限公司")).toBe("新华书店（上海）有限公司");
    expect(nameText("<b>=1+1</b> 😀")).toBe("<b>=1+1</b> 😀");
  });

  it("is cut in the middle where it is longer, never within a character", () => {
    expect(nameText("w".repeat(300))).toBe(`${"w".repeat(32)}…${"w".repeat(7)}`);
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 6, max: 60 }),
        (name, most) => {
          const shown = Array.from(nameText(name, most));
          expect(shown.length).toBeLessThanOrEqual(most);
          expect(shown.every((character) => character === "…" || name.includes(character))).toBe(
            true,
          );
        },
      ),
      { seed: 20261122, numRuns: 200 },
    );
  });

  it("cannot turn around the words behind it", () => {
    expect(unturned("甲\u{202E}乙\u{2066}丙")).toBe("甲乙丙");
    expect(nameText("a\u{202B}b")).toBe("ab");
  });
});
