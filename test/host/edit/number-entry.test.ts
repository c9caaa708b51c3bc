import fc from "fast-check";
import { parseValue } from "numfmt";
import { parseNumber } from "../../../src/host/edit/number-entry";

const digits = fc.stringMatching(/^\d{1,18}$/);
const fraction = fc.oneof(
  fc.constant(""),
  digits.map((text) => `.${text}`),
);
const sign = fc.constantFrom("", "-", "+");
const decimals = fc.tuple(sign, digits, fraction).map((parts) => parts.join(""));
const twoDigits = fc.integer({ min: 0, max: 35 }).map((number) => String(number).padStart(2, "0"));
const isoDays = fc
  .tuple(fc.integer({ min: 1895, max: 9999 }), twoDigits, twoDigits)
  .map((parts) => parts.join("-"));

describe("Numbers read without the library", () => {
  it.each<[string, fc.Arbitrary<string>]>([
    ["decimals", decimals],
    ["ISO days, whether they exist or not", isoDays],
  ])("%s mean what the library reads", (_what, texts) => {
    fc.assert(
      fc.property(texts, fc.constantFrom<"zh-CN" | "en-US">("zh-CN", "en-US"), (text, locale) => {
        expect(parseNumber(text, locale)).toEqual(parseValue(text, { locale }));
      }),
      { seed: 20260101, numRuns: 2000 },
    );
  });

  it("percentages are the nearest number to a hundredth, where the library is at times a bit off", () => {
    const percentages = decimals.map((text) => `${text}%`);
    fc.assert(
      fc.property(percentages, (text) => {
        const own = parseNumber(text, "en-US");
        const library = parseValue(text, { locale: "en-US" });
        expect(own?.z).toBe(library?.z);
        const value = Number(own?.v);
        expect(Math.abs(value - Number(library?.v))).toBeLessThanOrEqual(Math.abs(value) * 1e-15);
      }),
      { seed: 20260101, numRuns: 2000 },
    );
    expect(parseNumber("80068%", "en-US")).toEqual({ v: 800.68, z: "0%" });
  });

  it("keeps the library's reading of 1900 and its fictitious 29 February", () => {
    expect(parseNumber("1900-02-29", "en-US")).toEqual({ v: 60, z: "yyyy-mm-dd" });
    expect(parseNumber("1899-12-31", "en-US")).toBeNull();
  });
});
