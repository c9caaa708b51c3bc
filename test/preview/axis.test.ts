import fc from "fast-check";
import { Axis, columnCharacters, columnPixels } from "../../src/preview/grid/axis";

const sizes = fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 0, max: 60 })), { maxLength: 40 });

describe("the axis of rows or columns", () => {
  it("says the same offsets as adding up the sizes one by one", () => {
    fc.assert(
      fc.property(sizes, (exceptions) => {
        const axis = new Axis(301, 22, new Map(exceptions));
        let sum = 0;
        for (let index = 0; index < axis.count; index++) {
          expect(axis.offset(index)).toBe(sum);
          sum += axis.size(index);
        }
      }),
      { seed: 20260101, numRuns: 40 },
    );
  });

  it("finds at a pixel the row that covers it, and never a hidden one", () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 6_000 }), (exceptions, pixel) => {
        const axis = new Axis(301, 22, new Map(exceptions));
        fc.pre(pixel < axis.offset(300));
        const index = axis.indexAt(pixel);
        expect(axis.offset(index)).toBeLessThanOrEqual(pixel);
        expect(axis.offset(index + 1)).toBeGreaterThan(pixel);
      }),
      { seed: 20260101 },
    );
  });

  it("steps over hidden rows and stops at the ends", () => {
    const axis = new Axis(
      6,
      20,
      new Map([
        [1, 0],
        [2, 0],
        [5, 0],
      ]),
    );
    expect(axis.away(0, 1)).toBe(3);
    expect(axis.away(3, -1)).toBe(0);
    expect(axis.away(4, 1)).toBe(4);
    expect(axis.away(0, -3)).toBe(0);
  });

  it("turns a column's characters into pixels and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 255 }), (characters) => {
        expect(columnCharacters(columnPixels(characters))).toBe(characters);
      }),
      { seed: 20260101 },
    );
  });
});
