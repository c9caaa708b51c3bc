import fc from "fast-check";
import { readTsv } from "../../../src/host/edit/tsv";
import { toTsv } from "../../../src/preview/page/clipboard";

describe("tab-separated text from the clipboard", () => {
  it("keeps tabs, line breaks and marks within quoted cells", () => {
    expect(readTsv('a\t"b\nc"\r\n"say ""hi"""\t\n')).toEqual([
      ["a", "b\nc"],
      ['say "hi"', ""],
    ]);
  });

  it("takes a mark that opens no quoted cell for itself", () => {
    expect(readTsv('"5 inch\t"a"b\t6"')).toEqual([['"5 inch', '"a"b', '6"']]);
  });

  it("gives back what copying wrote", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "中", "\t", "\n", '"', " ", "1") });
    const table = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
      // A last row of one empty cell is no row at all in such a text.
      .filter((rows) => rows.at(-1)?.join("") !== "" || (rows.at(-1)?.length ?? 0) > 1);
    fc.assert(
      fc.property(table, (rows) => expect(readTsv(toTsv(rows))).toEqual(rows)),
      { seed: 20_261_122 },
    );
  });
});
