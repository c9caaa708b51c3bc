import fc from "fast-check";
import { atOnce } from "../../src/app/slices";
import { sorting } from "../../src/domain/sorting";

describe("sorting with places to pause", () => {
  const byKey = (one: { key: number }, other: { key: number }) => one.key - other.key;

  it("sorts as Array.sort does, and as stably", () => {
    const many = fc.array(fc.nat(50), { minLength: 0, maxLength: 9_000, size: "max" });
    fc.assert(
      fc.property(many, (keys) => {
        const items = keys.map((key, at) => ({ key, at }));
        expect(atOnce(sorting(items, byKey))).toEqual([...items].sort(byKey));
      }),
      { seed: 20260301, numRuns: 30 },
    );
  });

  it("pauses often while it sorts much", () => {
    const items = Array.from({ length: 20_000 }, (_, at) => ({ key: (at * 7919) % 20_000 }));
    const pauses = [...sorting(items, byKey)].length;
    expect(pauses).toBeGreaterThan(40);
  });
});
