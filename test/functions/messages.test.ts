import { argumentNames } from "../../src/functions/messages";
import type { LimitsFailure } from "../../src/domain/limits";
import { limitsFailure } from "../../src/functions/settings-messages";

const failures: readonly LimitsFailure[] = [
  { code: "unknown-item", found: "Q" },
  { code: "missing-item", item: "urgent" },
  { code: "repeated-item", item: "A" },
  { code: "not-an-amount", item: "soon", found: "-1" },
  { code: "unknown-unit", item: "B", found: "周" },
  { code: "out-of-order", shorter: "A", longer: "B" },
  { code: "unknown-base", found: "1" },
  { code: "too-many-cells", rows: 9, columns: 9 },
];

it.each(failures)(
  "a settings range refused with $code says so in Chinese and in English",
  (failure) => {
    const { code, message } = limitsFailure(argumentNames.bounds, failure);
    expect(code).toBe("invalidValue");
    const [chinese, english] = message.split(" · ");
    expect(chinese).toMatch(/^参数 bounds（紧急程度界限）：.*\p{Script=Han}/u);
    expect(english).toMatch(/^Argument bounds: /);
    // What was found may be of any language; everything else of this half is English.
    expect(english?.replace(/"[^"]*"/g, "")).not.toMatch(/\p{Script=Han}/u);
  },
);
