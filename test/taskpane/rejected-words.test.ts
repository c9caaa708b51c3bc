import type { ImportChoices, ImportPlan } from "../../src/tables/import/plan";
import { rejectedWords, saidOf, withWordSaid } from "../../src/taskpane/import/rejected-words";

const choices: ImportChoices = {
  mapping: { name: 0, demand: 2 },
  key: "nameRegion",
  unreadable: "reject",
  dayOrder: null,
  days: {},
  unknownCustomers: "reject",
  corrections: new Map(),
};

const rejection = (row: number, code: "unknown-word" | "name-missing", found: string) => ({
  row,
  reasons: [{ code, column: code === "name-missing" ? "name" : "demand", found, otherRow: null }],
});

const plan: Pick<ImportPlan, "rejected"> = {
  rejected: [
    rejection(0, "unknown-word", "以后再说"),
    rejection(1, "unknown-word", "有意向"),
    rejection(2, "unknown-word", " 有意向 "),
    rejection(3, "name-missing", ""),
    rejection(4, "unknown-word", "有意向"),
    rejection(5, "name-missing", ""),
  ],
};

describe("words that keep rows out of an import", () => {
  const words = rejectedWords(plan, choices, 20);
  const [word] = words;
  if (word === undefined) throw new Error("no word is asked about");

  it("[P7] asks once about a word of several rows, and not about other reasons", () => {
    expect(words).toEqual([{ column: "demand", word: "有意向", index: 2, rows: [1, 2, 4] }]);
    expect(rejectedWords(plan, choices, 0)).toEqual([]);
    expect(saidOf(choices, word)).toBe(null);
  });

  it("[P7] what is said is mended in all its rows, and can be unsaid; other corrections stay", () => {
    const mended = { ...choices, corrections: new Map([[1, new Map([[0, "华瑞"]])]]) };
    const said = withWordSaid(mended, word, "潜在");
    expect(saidOf(said, word)).toBe("潜在");
    expect([1, 2, 4].map((row) => said.corrections.get(row)?.get(2))).toEqual([
      "潜在",
      "潜在",
      "潜在",
    ]);
    expect(said.corrections.has(0)).toBe(false);
    const unsaid = withWordSaid(said, word, null);
    expect(saidOf(unsaid, word)).toBe(null);
    expect(unsaid.corrections.get(1)).toEqual(new Map([[0, "华瑞"]]));
  });
});
