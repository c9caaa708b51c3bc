import { readCreditCode } from "../../../src/domain/matching/credit-code";
import { phoneForms } from "../../../src/domain/matching/phone";

describe("a telephone number", () => {
  it.each([
    "13912345678",
    "+86 139-1234-5678",
    "0086 139 1234 5678",
    "８６１３９１２３４５６７８",
    "139 1234 5678 转 3",
  ])("[T3] is one mobile number, written %s", (text) => {
    expect(phoneForms(text)).toEqual([{ kind: "mobile", number: "13912345678" }]);
  });

  it.each([
    "021-62345678",
    "（021）6234 5678",
    "+86 21 6234 5678",
    "86-021-62345678",
    "021-62345678-801",
    "+86-21-6234-5678-8001",
    "02162345678 — 12",
  ])("[T3] is one landline number, written %s", (text) => {
    expect(phoneForms(text)).toEqual([{ kind: "landline", number: "02162345678" }]);
  });

  it.each([
    ["13912345678 13812345678", ["13912345678", "13812345678"]],
    ["138 0013 8000（备用 139 0013 9000）", ["13800138000", "13900139000"]],
    ["62345678 62345679", ["62345678", "62345679"]],
    ["0571-88886666-8001、8002", ["057188886666"]],
    ["62345678-801", ["62345678"]],
    ["(86)139 1234 5678（微信同号）", ["13912345678"]],
    ["（0755）2345 6789", ["075523456789"]],
    ["139-1234-5678", ["13912345678"]],
    ["+86 (0)21 6234 5678", ["02162345678"]],
    ["139****5678", []],
  ])("[T3] %s holds %j", (text, numbers) => {
    expect(phoneForms(text).map(({ number }) => number)).toEqual(numbers);
  });

  it("[T3] may be one of several in a cell, and need not be one at all", () => {
    expect(phoneForms("139 1234 5678 / 400-820-8820；62345678").map(({ kind }) => kind)).toEqual([
      "mobile",
      "service",
      "local",
    ]);
    expect(phoneForms("+1 (555) 010-9999")).toEqual([{ kind: "foreign", number: "+15550109999" }]);
    expect(phoneForms("见微信")).toEqual([]);
    expect(phoneForms("13912345678、+8613912345678")).toHaveLength(1);
  });
});

describe("a credit code", () => {
  it.each(["91350100M000100Y43", "11320000MB151840XJ", " 91350100m000100y43 "])(
    "[T3] passes the check of GB 32100-2015: %s",
    (text) => {
      expect(readCreditCode(text).ok).toBe(true);
    },
  );

  it.each([
    ["91350100M000100Y44", "check-character"],
    ["91350100M000100O43", "characters"],
    ["91350100M000100Y4", "length"],
    ["", "length"],
  ])("[T3] is refused with what is wrong: %s, %s", (text, because) => {
    expect(readCreditCode(text)).toMatchObject({ ok: false, error: { because } });
  });

  it("[T3] is refused with any one character changed", () => {
    const valid = "91350100M000100Y43";
    for (let at = 0; at < valid.length; at += 1) {
      for (const character of "0123456789ABCDEFGHJKLMNPQRTUWXY") {
        const text = valid.slice(0, at) + character + valid.slice(at + 1);
        expect(readCreditCode(text).ok).toBe(text === valid);
      }
    }
  });
});
