import fc from "fast-check";
import { averageRowBytes, messageRuns, rowBytes } from "../../src/excel/message-size";

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "客", "😀", "é") }),
  fc.integer({ min: -99999, max: 99999 }),
  fc.boolean(),
);

describe("rowBytes", () => {
  it("counts the UTF-8 bytes of the row's JSON, and its comma", () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (row) => {
        const json = Buffer.byteLength(JSON.stringify(row), "utf8");
        expect(Math.abs(rowBytes(row) - json)).toBeLessThanOrEqual(1);
      }),
      { seed: 20260101 },
    );
  });
});

describe("averageRowBytes", () => {
  it("is exact for rows of one size and zero for none", () => {
    expect(averageRowBytes(Array.from({ length: 5000 }, () => ["客户", 1]))).toBe(
      rowBytes(["客户", 1]),
    );
    expect(averageRowBytes([])).toBe(0);
  });
});

describe("messageRuns", () => {
  it("covers all rows in order, each run within the limit unless it is a single row", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 4 })),
        fc.integer({ min: 10, max: 200 }),
        (rows, limit) => {
          let next = 0;
          for (const { first, count } of messageRuns(rows, limit)) {
            expect(first).toBe(next);
            const bytes = rows
              .slice(first, first + count)
              .reduce((sum, row) => sum + rowBytes(row), 0);
            if (count > 1) expect(bytes).toBeLessThanOrEqual(limit);
            next += count;
          }
          expect(next).toBe(rows.length);
        },
      ),
      { seed: 20260101 },
    );
  });
});
