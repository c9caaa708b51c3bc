import fc from "fast-check";
import { alignRows, isSameRows, keyOf } from "../../../src/app/share/row-keys";

describe("rows known again by id or name", () => {
  it("by the id, or by the name where there is none", () => {
    expect([
      keyOf(" C1 ", "客户1"),
      keyOf(null, " 客户1"),
      keyOf("", null),
      keyOf(7, "甲"),
    ]).toEqual(["C1", "=客户1", "=", "7"]);
  });

  it("are the same rows only where as many stand in the same places, by the same columns", () => {
    const id = (...cells: readonly string[]) => ({ column: "id", cells });
    const name = (...cells: readonly string[]) => ({ column: "name", cells });
    expect(isSameRows([id("a", "b")], [id("a", "b")], 2)).toBe(true);
    expect(isSameRows([id("a", "b")], [id("b", "a")], 2)).toBe(false);
    expect(isSameRows([id("a", "b")], [id("a", "b", "c")], 2)).toBe(false);
    expect(isSameRows([id("a")], [name("a")], 1)).toBe(false);
    // A name that is corrected meanwhile moves no row.
    expect(isSameRows([id("a"), name("甲")], [id("a"), name("乙")], 1)).toBe(true);
  });

  it("follow rows that came, went or were sorted, and never guess between two of one key", () => {
    expect(alignRows(["a", "b", "c"], ["a", "=", "b", "c"])).toEqual([0, null, 1, 2]);
    expect(alignRows(["a", "b", "c"], ["a", "c"])).toEqual([0, 2]);
    expect(alignRows(["a", "b", "c"], ["c", "b", "a"])).toEqual([2, 1, 0]);
    expect(alignRows(["x", "a", "a", "y"], ["y", "a", "a", "x"])).toEqual([3, null, null, 0]);
    expect(alignRows(["=", "=", "a"], ["=", "=", "=", "a"])).toEqual([0, 1, null, 2]);
  });

  it("are each found in one place at most, and a row is only followed to one of its key", () => {
    const keys = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "="), { maxLength: 8 });
    fc.assert(
      fc.property(keys, keys, (before, now) => {
        const rows = alignRows(before, now);
        const found = rows.flatMap((row) => row ?? []);
        expect(rows).toHaveLength(now.length);
        expect(new Set(found).size).toBe(found.length);
        rows.forEach((row, at) => {
          if (row !== null) expect(before[row]).toBe(now[at]);
        });
      }),
    );
  });
});
