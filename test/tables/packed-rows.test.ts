import fc from "fast-check";
import type { Cell, UpdatedRow, WholeRow } from "../../src/tables/change";
import { PackedRows } from "../../src/tables/packed-rows";
import { each, inFull, joined, madeOf, stretch } from "../../src/tables/row-list";
import type { TableId } from "../../src/tables/schema";
import { tableSpecs } from "../../src/tables/tables";

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.string({ unit: "binary" }),
  fc.constantFrom("", "=1+1", "客户", "\ud83d", '"\\', "__proto__"),
);
const column = fc.oneof(
  fc.constantFrom("id", "name", "phone", "own:备注", "own:__proto__", "own:1", "2"),
  fc.string({ minLength: 1 }).filter((text) => text !== "__proto__"),
);
const place = {
  table: fc.constantFrom(...(Object.keys(tableSpecs) as TableId[])),
  id: fc.string(),
};
const whole: fc.Arbitrary<WholeRow> = fc.oneof(
  fc.record({ ...place, cells: fc.dictionary(column, cell) }),
  fc.record({
    ...place,
    cells: fc.dictionary(column, cell),
    formats: fc.dictionary(column, fc.string()),
  }),
);
const updated: fc.Arbitrary<UpdatedRow> = fc.record({
  ...place,
  cells: fc.dictionary(column, fc.record({ from: cell, to: cell })),
});

/** Some hundred rows out of a few, so that texts end in all places. */
const many = <Row>(row: fc.Arbitrary<Row>) =>
  fc
    .tuple(fc.array(row, { minLength: 1, maxLength: 12 }), fc.integer({ min: 0, max: 350 }))
    .map(([rows, count]) =>
      Array.from({ length: count }, (_, at) => rows[at % rows.length] as Row),
    );

describe("packed rows", () => {
  it("are the rows that were put in, in whatever order they are asked for", () => {
    const checked = <Row extends WholeRow | UpdatedRow>(
      row: fc.Arbitrary<Row>,
      make: () => PackedRows<Row>,
    ) =>
      fc.assert(
        fc.property(many(row), fc.array(fc.nat(400)), (rows, asked) => {
          const packed = make();
          for (const each of rows) packed.push(each);
          expect(packed.length).toBe(rows.length);
          expect(inFull(packed)).toEqual(rows);
          for (const at of [...asked, rows.length]) expect(packed.at(at)).toEqual(rows[at]);
        }),
        { seed: 20261123 },
      );
    checked(whole, PackedRows.ofWhole);
    checked(updated, PackedRows.ofUpdated);
  });
});

describe("a list of rows", () => {
  const numbers = Array.from({ length: 40 }, (_, at) => at);
  const cut = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map((ends) => ends.sort((one, other) => one - other));

  it("in stretches of stretches holds what slices would", () => {
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 4 }), (cuts) => {
        let [list, slice] = [madeOf(numbers, (each) => 2 * each), numbers.map((each) => 2 * each)];
        for (const [from = 0, to = 0] of cuts) {
          const end = Math.min(to, list.length);
          const start = Math.min(from, end);
          list = stretch(list, start, end);
          slice = slice.slice(start, end);
          expect(inFull(list)).toEqual(slice);
          expect(list.at(list.length)).toBeUndefined();
        }
      }),
      { seed: 20261124 },
    );
  });

  it("behind others is one list", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(), { maxLength: 4 })), (lists) => {
        const list = joined(lists);
        expect([...each(list)]).toEqual(lists.flat());
        expect(list.length).toBe(lists.flat().length);
        expect(list.at(list.length)).toBeUndefined();
      }),
      { seed: 20261125 },
    );
  });
});
