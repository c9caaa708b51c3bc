import { day } from "../../src/domain/day";
import { dayCell } from "../../src/tables/cells";
import type { Cell } from "../../src/tables/change";
import type { Language } from "../../src/tables/schema";
import { columnSpec } from "../../src/taskpane/words/failure-text";
import { movedText } from "../../src/taskpane/words/moved-text";

const style = { dateSystem: 1900, asOf: day("2026-03-16") } as const;
const moved = (column: string, from: Cell, to: Cell, language: Language = "zh") => {
  const { before, after } = movedText(columnSpec(column), from, to, style, language);
  return `${before} → ${after}`;
};

describe("a cell before and after", () => {
  it("[P4] tells a text from the day or the number it became, where both read alike", () => {
    const close = dayCell(day("2026-12-01"), 1900);
    expect(moved("expectedClose", "2026年12月1日", close)).toBe(
      "2026年12月1日（文本） → 2026年12月1日",
    );
    expect(moved("expectedClose", "1 Dec 2026", close, "en")).toBe(
      "1 Dec 2026 (text) → 1 Dec 2026",
    );
    expect(moved("phone", 13812345678, "13812345678", "en")).toBe(
      "13812345678 → 13812345678 (text)",
    );
  });

  it("[P4] shows spaces and unseen characters that went", () => {
    expect(moved("name", " 华瑞\u200b  电子", "华瑞 电子")).toBe("␣华瑞[U+200B]␣␣电子 → 华瑞 电子");
    expect(moved("name", "Lvyuan ", "Lvyuan", "en")).toBe("Lvyuan␣ → Lvyuan");
  });

  it("leaves contents alone that differ by themselves, and the blank", () => {
    expect(moved("demand", "目标", "潜在")).toBe("目标 → 潜在");
    expect(moved("name", null, " a")).toBe("（空） →  a");
  });
});
