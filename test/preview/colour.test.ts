import fc from "fast-check";
import { contrast, onDark, readable } from "../../src/preview/grid/colour";

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`);

describe("colours on the grid", () => {
  it("makes any text readable on any ground, at 4.5 to 1", () => {
    fc.assert(
      fc.property(colour, colour, (text, ground) => {
        expect(contrast(readable(text, ground), ground)).toBeGreaterThanOrEqual(4.49);
      }),
      { seed: 20260101 },
    );
  });

  it("darkens pale fills and keeps red, amber and green apart", () => {
    const fills = ["#fde7e9", "#fff4ce", "#e2f0d9", "#ffffff"].map(onDark);
    for (const fill of fills) expect(contrast(fill, "#ffffff")).toBeGreaterThan(4.5);
    expect(new Set(fills).size).toBe(4);
    const [red = ""] = fills;
    expect(Number.parseInt(red.slice(1, 3), 16)).toBeGreaterThan(
      Number.parseInt(red.slice(3, 5), 16),
    );
    expect(onDark("#1f4e79")).toBe("#1f4e79");
  });
});
