import fc from "fast-check";
import { demands } from "../../src/domain/demand";
import { phoneForms } from "../../src/domain/matching/phone";
import { doubtOf } from "../../src/tables/cell-health";
import { readCell, type CellStyle } from "../../src/tables/cells";
import type { Cell } from "../../src/tables/change";
import { proposalFor, safeRemedy } from "../../src/tables/remedies";
import type { ColumnKind, ColumnSpec } from "../../src/tables/schema";
import { anyCell, anyStyle, seeded } from "./arbitraries";

const zh: CellStyle = { dateSystem: 1900, language: "zh" };
const en1904: CellStyle = { dateSystem: 1904, language: "en" };

function column(kind: ColumnKind, more: Partial<ColumnSpec> = {}): ColumnSpec {
  const title = { zh: kind, en: kind };
  return {
    id: kind,
    title,
    kind,
    synonyms: [],
    width: 10,
    essential: false,
    ...(kind === "choice" ? { choices: demands } : {}),
    ...more,
  };
}

const kinds = [
  "text",
  "id",
  "phone",
  "email",
  "creditCode",
  "identityNumber",
  "number",
  "percent",
  "amountYuan",
  "day",
  "time",
  "choice",
] as const satisfies readonly ColumnKind[];
const columns = [...kinds.map((kind) => column(kind)), column("text", { prose: true })];

const untidy = fc.constantFrom(
  ...Array.from(
    "０１２ＡＢ．＠：／-/.年月日 \u3000\u00a0\u200b\ufeff\u200d\u202a\t\n\r12345678XYZab@:目标潜在死亡，、%￥¥,万元",
  ),
);
const hostile: fc.Arbitrary<Cell> = fc.oneof(
  anyCell,
  fc.string({ unit: untidy, maxLength: 20 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.integer({ min: 18_000_000, max: 99_999_999 }),
  fc.integer({ min: 10_000_000_000, max: Number.MAX_SAFE_INTEGER }),
  fc.constantFrom(
    "2024.4.7",
    "20240407",
    "2024-04-07 09:30",
    "2024年4月7日 下午3时",
    "1899-12-31",
    "1904-01-01",
    "９１３５０１００ｍ０００１００ｙ４３",
    "1.38E+10",
    "a＠b。com",
    "#N/A",
    "￥１２，０００",
  ),
);

describe("safe remedies", () => {
  it.each([
    ["day", "2024-04-07", 45_389, "day"],
    ["day", "２０２４．４．７", 45_389, "day"],
    ["day", "20240407", 45_389, "day"],
    ["day", "7 Apr 2024", 45_389, "day"],
    ["day", "April 7, 2024", 45_389, "day"],
    ["day", 20_240_407, 45_389, "day"],
    ["day", "2024年4月7日 星期日", 45_389, "day"],
    ["day", "2024-04-07 12:00:00", 45_389.5, "day"],
    ["amountYuan", "￥12,000.50 元", 12_000.5, "number"],
    ["amountYuan", "1.2万", 12_000, "number"],
    ["amountYuan", " ", null, "spaces"],
    ["percent", "85%", 0.85, "number"],
    ["phone", 13_812_345_678, "13812345678", "as-text"],
    ["phone", "１３８１２３４５６７８", "13812345678", "width"],
    ["phone", "138\u200b12345678", "13812345678", "invisible"],
    ["phone", "'13812345678", "13812345678", "code-form"],
    ["creditCode", "'91350100M000100Y43", "91350100M000100Y43", "code-form"],
    ["day", "'2024-04-07", 45_389, "day"],
    ["id", 1001, "1001", "as-text"],
    ["email", "li＠example。com", "li@example.com", "width"],
    ["email", "li @ example.com", "li@example.com", "spaces"],
    ["creditCode", "91350100m000100y43", "91350100M000100Y43", "code-form"],
    ["creditCode", "9135 0100 M000 100Y 43", "91350100M000100Y43", "spaces"],
    ["identityNumber", "１１０１０５１９４９１２３１００２ｘ", "11010519491231002X", "width"],
    ["choice", "目标\u200b", "目标", "invisible"],
    ["text", "　华瑞  电子\u00a0", "华瑞 电子", "spaces"],
    ["text", "华瑞\ufeff电子", "华瑞电子", "invisible"],
  ] as const)("[R1] %s: %j becomes %j", (kind, cell, to, remedy) => {
    expect(safeRemedy(column(kind), cell, zh)).toEqual({ to, kind: remedy, sure: true });
  });

  it.each([
    // Read in one order here, in another there.
    ["day", "4/7/2024"],
    ["day", "24.4.7"],
    ["day", "2024-02-30"],
    // The time would be lost.
    ["day", "2024年4月7日 下午3时"],
    ["day", 45_389],
    ["amountYuan", "约5万"],
    ["amountYuan", "12345678901234567"],
    ["phone", "1.38E+10"],
    ["phone", 138_123_456],
    ["phone", 1.38e15],
    ["id", 123_456_789_012_345_680],
    ["id", "Ｃ００１"],
    ["id", " C001 "],
    ["email", "li na@example.com"],
    ["identityNumber", 110_105_194_912_310_020],
    ["text", "３Ｍ公司"],
    ["text", "👨‍👩‍👧"],
    ["text", "#N/A"],
    ["choice", "也许"],
    ["choice", "目标客户"],
  ] as const)("[R1] %s: %j is left to people", (kind, cell) => {
    expect(safeRemedy(column(kind), cell, zh)).toBe(null);
  });

  it("[R1] a reference to another row is freed of spaces", () => {
    expect(safeRemedy(column("id", { id: "customerId" }), " C001 ", zh)?.to).toBe("C001");
  });

  it("[R1] long texts keep their own spaces and lines", () => {
    const prose = column("text", { prose: true });
    expect(safeRemedy(prose, "　　第一段  完。\n　　第二段 ", zh)).toBe(null);
    expect(safeRemedy(prose, "第一\u200b段", zh)?.to).toBe("第一段");
  });

  it("[R1] a day goes by the workbook's date system, and stays text where that has none", () => {
    expect(safeRemedy(column("day"), "2024-04-07", en1904)?.to).toBe(43_927);
    expect(safeRemedy(column("day"), "1903-05-06", en1904)).toBe(null);
    expect(safeRemedy(column("day"), "1903年5月6日", en1904)).toBe(null);
    // Text from then is no day, yet Excel has numbers for it.
    expect(safeRemedy(column("day"), "1900-02-28", zh)?.to).toBe(59);
    expect(safeRemedy(column("day"), "1886-05-01", zh)).toBe(null);
  });

  it("[R1] done twice is done once", () => {
    fc.assert(
      fc.property(fc.constantFrom(...columns), hostile, anyStyle, (spec, cell, style) => {
        const remedy = safeRemedy(spec, cell, style);
        if (remedy === null) return;
        expect(remedy.to).not.toBe(cell);
        expect(safeRemedy(spec, remedy.to, style)).toBe(null);
      }),
      { ...seeded, numRuns: 4000 },
    );
  });

  it("[R1] what the rules read stays as it was read, and no digit or letter is lost", () => {
    const signs = (cell: Cell) =>
      String(cell)
        .normalize("NFKC")
        .replace(/[^\p{L}\p{N}]/gu, "")
        .toUpperCase();
    fc.assert(
      fc.property(fc.constantFrom(...columns), hostile, anyStyle, (spec, cell, style) => {
        const remedy = safeRemedy(spec, cell, style);
        if (remedy === null) return;
        const before = readCell(spec, cell, style.dateSystem);
        const after = readCell(spec, remedy.to, style.dateSystem);
        if (["day", "time", "number", "percent", "amountYuan", "choice"].includes(spec.kind)) {
          if (before.value !== null) expect(after.value).toBe(before.value);
          else
            expect(String(cell).trim() === "" || after.value !== null || remedy.to === null).toBe(
              true,
            );
        } else expect(signs(remedy.to ?? "")).toBe(signs(cell));
        if (spec.kind === "phone")
          expect(phoneForms(String(remedy.to ?? ""))).toEqual(phoneForms(String(cell)));
      }),
      { ...seeded, numRuns: 4000 },
    );
  });

  it("[D4] an unknown word gets the nearest known one proposed, never as sure", () => {
    expect(proposalFor(column("choice"), "目标客户（重点）", zh)).toEqual({
      to: "目标",
      kind: "word",
      sure: false,
    });
    expect(proposalFor(column("choice"), "laetnt", en1904)?.to).toBe("Latent");
    expect(proposalFor(column("choice"), "有需求", zh)).toBe(null);
    expect(proposalFor(column("choice"), "不知道", zh)).toBe(null);
  });
});

describe("doubts", () => {
  it.each([
    ["phone", 13_812_345_678, "kept-as-number", null],
    ["phone", 1.38e15, "digits-lost", null],
    ["phone", "1.38E+10", "digits-lost", null],
    ["phone", "12812345678", "not-a-phone", "phone:not-a-mobile"],
    ["phone", "138 1234 5678　", "stray-spaces", null],
    ["email", "li@example", "not-an-email", "email:top-level-missing"],
    ["email", "li＠example.com", "wide-characters", null],
    ["email", "li@example.com\u200b", "invisible-characters", null],
    ["email", "a@example.com; b@example", "not-an-email", "email:top-level-missing"],
    ["creditCode", "91350100M000100Y44", "not-a-credit-code", "credit-code:check-character"],
    ["creditCode", 9.135e17, "digits-lost", null],
    ["creditCode", "9.135E+17", "digits-lost", null],
    ["creditCode", "91350100m000100y43", "code-form", null],
    [
      "identityNumber",
      "110105194912310021",
      "not-an-identity-number",
      "identity-number:check-character",
    ],
    ["identityNumber", 110_105_194_912_310_020, "digits-lost", null],
    ["id", 123_456_789_012_345_680, "digits-lost", null],
    ["id", "Ｃ００１", "wide-characters", null],
    ["id", "C001\u200b", "invisible-characters", null],
    ["id", "C001 ", "stray-spaces", null],
    ["text", "锟斤拷公司", "damaged-text", null],
    ["text", "华瑞 ", "stray-spaces", null],
    ["choice", "目标 ", "stray-spaces", null],
  ] as const)("[R1] %s: %j", (kind, cell, code, because) => {
    expect(doubtOf(column(kind), cell, zh)).toEqual({ code, because });
  });

  it.each([
    ["phone", "138-1234-5678"],
    ["phone", "+1 415 555 2671"],
    ["email", "a@example.com; b@example.com"],
    ["email", "Li.Na@Example.COM"],
    ["creditCode", "11320000MB151840XJ"],
    ["id", 1001],
    ["text", 360],
    ["text", "３Ｍ公司"],
    ["day", 45_389],
    ["number", 1e20],
    ["text", "#N/A"],
    ["choice", "目标客户"],
  ] as const)("[R1] %s: %j is well", (kind, cell) => {
    expect(doubtOf(column(kind), cell, zh)).toBe(null);
  });

  it("[R1] nothing is doubtful once it has its safe remedy, but what a person must say", () => {
    const tidy = ["kept-as-number", "invisible-characters", "wide-characters", "stray-spaces"];
    fc.assert(
      fc.property(fc.constantFrom(...columns), hostile, anyStyle, (spec, cell, style) => {
        if (spec.kind === "id") return;
        const remedy = safeRemedy(spec, cell, style);
        const doubt = doubtOf(spec, remedy === null ? cell : remedy.to, style);
        expect(tidy).not.toContain(doubt?.code);
      }),
      { ...seeded, numRuns: 4000 },
    );
  });
});
