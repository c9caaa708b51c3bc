import fc from "fast-check";
import { TextMap } from "../../src/domain/text-map";

const key = fc.oneof(
  fc.constantFrom("", "__proto__", "constructor", "客户", "=1"),
  fc.integer({ min: 0, max: 60 }).map((number) => `C${number}`),
  fc.string({ unit: "binary" }),
);
const step = fc.oneof(
  fc.record({ do: fc.constant("set" as const), key, value: fc.nat() }),
  fc.record({ do: fc.constant("delete" as const), key, value: fc.constant(0) }),
  fc.record({ do: fc.constantFrom("copy" as const, "clear" as const), key, value: fc.constant(0) }),
);

describe("a map by text", () => {
  it("is as a Map is, whatever is put in and taken out", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), fc.array(key), (steps, asked) => {
        let map = new TextMap<number>();
        const model = new Map<string, number>();
        for (const { do: what, key: text, value } of steps) {
          if (what === "set") {
            map.set(text, value);
            model.set(text, value);
          } else if (what === "delete") expect(map.delete(text)).toBe(model.delete(text));
          else if (what === "copy") {
            const before = map;
            map = before.copy();
            before.set("later", 1).delete("C1");
          } else if (steps.length % 3 === 0) {
            map.clear();
            model.clear();
          }
        }
        expect(map.size).toBe(model.size);
        for (const text of [...asked, ...model.keys(), ...steps.map((each) => each.key)]) {
          expect(map.get(text)).toBe(model.get(text));
          expect(map.has(text)).toBe(model.has(text));
        }
        expect([...map]).toEqual([...model]);
        expect([...map.keys()]).toEqual([...model.keys()]);
        expect([...map.values()]).toEqual([...model.values()]);
      }),
      { seed: 20261123, numRuns: 400 },
    );
  });

  it("finds each of a hundred thousand ids that differ in little", () => {
    const map = new TextMap<number>();
    const id = (number: number): string => `C${String(number).padStart(10, "0")}`;
    for (let number = 0; number < 100_000; number += 1) map.set(id(number), number);
    const numbers = Array.from({ length: 100_000 }, (_, number) => number);
    expect(numbers.filter((number) => map.get(id(number)) !== number)).toEqual([]);
    expect(map.has(id(100_000))).toBe(false);
    expect(map.size).toBe(100_000);
  });
});
