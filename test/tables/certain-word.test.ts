import fc from "fast-check";
import { simplify } from "../../src/domain/matching/han-variants";
import { readCell } from "../../src/tables/cells";
import { certainWord } from "../../src/tables/certain-word";
import { headerScore } from "../../src/tables/header-names";
import { readIncoming } from "../../src/tables/import/cell";
import { proposalFor } from "../../src/tables/remedies";
import type { ColumnSpec } from "../../src/tables/schema";
import { tableSpecs } from "../../src/tables/tables";

/** Every column of a list, ours and one of a person's own whose words are in traditional characters themselves. */
const own: ColumnSpec = {
  id: "own:進度",
  title: { zh: "進度", en: "進度" },
  kind: "choice",
  synonyms: [],
  width: 10,
  essential: false,
  choices: ["進行中", "已關閉"].map((word) => ({
    code: word,
    title: { zh: word, en: word },
    synonyms: [],
  })),
};
const columns: readonly ColumnSpec[] = [
  ...Object.values(tableSpecs).flatMap(({ columns: all }): readonly ColumnSpec[] => all),
  own,
].filter(({ choices }) => choices !== undefined);

/** All words of a column's list, with what each stands for. */
const wordsOf = ({ choices = [] }: ColumnSpec) =>
  choices.flatMap(({ code, title, synonyms }) =>
    [title.zh, title.en, ...synonyms].map((word) => ({ word, code })),
  );

/** Simplified character → the traditional ones it may have been written with. */
const traditional = new Map<string, string[]>();
for (let point = 0x3400; point < 0xa000; point += 1) {
  const character = String.fromCodePoint(point);
  const plain = simplify(character);
  if (plain !== character) traditional.set(plain, [...(traditional.get(plain) ?? []), character]);
}

/** A word as somebody in Taipei or Hong Kong, or a form with full-width letters and spaces, may write it. */
const written = (word: string) =>
  fc
    .tuple(
      ...Array.from(word, (character) =>
        fc.constantFrom(
          character,
          ...(traditional.get(character) ?? []),
          ...(/[!-~]/u.test(character)
            ? [String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)]
            : []),
        ),
      ),
      fc.constantFrom("", " ", "\u3000", "\u200b", "\u00a0"),
    )
    .map((parts) => {
      const space = parts.at(-1) ?? "";
      return space + parts.slice(0, -1).join(space === "\u3000" ? space : "") + space;
    });

const anyWord = fc
  .constantFrom(
    ...columns.flatMap((column) => wordsOf(column).map((each) => ({ column, ...each }))),
  )
  .chain(({ column, word, code }) => written(word).map((cell) => ({ column, code, cell })));

const seeded = { seed: 20261123, numRuns: 3_000 };
const zh = { dateSystem: 1900, language: "zh" } as const;
const incoming = { dateSystem: 1900, dayOrder: null, days: {}, units: {} } as const;

describe("words of lists in traditional characters, full-width letters and with spaces", () => {
  it("[D4] [R1] mean what they say, for every word of every list", () => {
    fc.assert(
      fc.property(anyWord, ({ column, code, cell }) => {
        expect(certainWord(column, cell)).toBe(code);
      }),
      seeded,
    );
  });

  it("[R1] are mended without asking where the rules cannot read them, and come in by an import", () => {
    fc.assert(
      fc.property(anyWord, ({ column, code, cell }) => {
        expect(readIncoming(column, cell, incoming)).toBe(code);
        if (readCell(column, cell, 1900).issue === null) return;
        const remedy = proposalFor(column, cell, zh);
        expect(remedy?.sure).toBe(true);
        expect(readCell(column, remedy?.to ?? null, 1900)).toEqual({ value: code, issue: null });
      }),
      seeded,
    );
  });

  it.each([
    ["demand", "目標 潛在 死亡"],
    ["dealStatus", "已成交 正在談判 潛在"],
    ["partnerKind", "代理 特許經營 直接客戶 其他"],
    ["standing", "跟進中 公海 已丟棄"],
    ["channel", "電話 郵件 短信 微信 拜訪 其他"],
    ["role", "決策人 影響人 採購 使用人 財務 其他"],
    ["stage", "初步接觸 洽談中 已報價 贏單 輸單"],
    ["state", "擬定中 執行中 已結束 已終止"],
    ["kind", "投訴 建議 表揚 諮詢 滿意度調查 其他"],
  ])("[D4] the titles of a list as they are written in Taipei: %s", (id, inTaipei) => {
    const words = inTaipei.split(" ");
    const found = columns
      .filter((column) => column.id === id)
      .map((column) => words.map((word) => certainWord(column, word)));
    const codes = columns
      .filter((column) => column.id === id)
      .map(({ choices = [] }) => choices.map(({ code }) => code));
    expect(codes).toContainEqual(found.find((each) => each.every((code) => code !== null)));
  });

  it("[D4] a remark, a negation and a word of two meanings are certain of nothing", () => {
    const demand = columns.find(({ id }) => id === "demand")!;
    for (const cell of ["目標客戶（重點）", "不是目標", "目標/潛在", "#N/A", "", 3, true, null])
      expect(certainWord(demand, cell)).toBe(null);
  });
});

describe("headers in traditional characters", () => {
  it("[T3] name the column that the same header in simplified ones names", () => {
    const named = Object.values(tableSpecs).flatMap(
      ({ columns: all }): readonly ColumnSpec[] => all,
    );
    const anyHeader = fc
      .constantFrom(...named)
      .chain((column) => written(column.title.zh).map((header) => ({ column, header })));
    fc.assert(
      fc.property(anyHeader, ({ column, header }) => {
        expect(headerScore(header.replaceAll("\u200b", ""), column)).toBe(1);
      }),
      { ...seeded, numRuns: 1_000 },
    );
    const name = named.find(({ id, title }) => id === "name" && title.zh === "客户名称")!;
    expect(headerScore("客戶名稱", name)).toBe(1);
  });
});
