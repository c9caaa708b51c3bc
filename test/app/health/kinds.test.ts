import fc from "fast-check";
import { extentOf } from "../../../src/app/health/kinds";
import type { Row } from "../../../src/tables/change";
import { tableSpecs } from "../../../src/tables/tables";
import { anyCell, seeded } from "../../tables/arbitraries";
import { customer, examined } from "./examined";

const many = (count: number, cells: (at: number) => Row): readonly Row[] =>
  Array.from({ length: count }, (_, at) => customer(`C${at}`, cells(at)));

describe("what the health check tells of whole columns", () => {
  it("[R1] a column that is empty throughout is told once, with its count", () => {
    const { kinds } = examined({ customers: many(500, () => ({ demand: null })) });
    expect(kinds.map(({ code, groups }) => [code, groups.length])).toEqual([["demand-missing", 1]]);
    expect(kinds[0]?.groups[0]).toMatchObject({ isSame: true, rows: 500, isWholeColumn: true });
    expect(kinds[0]?.groups[0]?.issues).toHaveLength(500);
    expect(extentOf(kinds)).toEqual({ columns: 1, cells: 0 });
  });

  it("[R1] one that is empty in some rows is told with the number of rows, apart from whole columns", () => {
    const { kinds } = examined({
      customers: many(500, (at) => ({ demand: at < 100 ? null : "目标" })),
    });
    expect(kinds[0]?.groups[0]).toMatchObject({ isWholeColumn: false, rows: 500 });
    expect(extentOf(kinds)).toEqual({ columns: 0, cells: 100 });
  });

  it("[R1] the same unknown word is one thing to tell, another word another", () => {
    const { kinds } = examined({
      customers: many(60, (at) => ({ demand: at < 40 ? "VIP" : at < 55 ? "重点" : "目标" })),
    });
    expect(kinds[0]?.groups.map(({ issues }) => [issues[0].found, issues.length])).toEqual([
      ["VIP", 40],
      ["重点", 15],
    ]);
  });

  it("[R1] what can be mended cell by cell is never reduced to its column", () => {
    const { kinds } = examined({ customers: many(50, () => ({ expectedClose: "2026-03-20" })) });
    expect(kinds[0]).toMatchObject({ code: "text-day", sure: 50 });
    expect(kinds[0]?.groups[0]?.isWholeColumn).toBe(false);
  });

  it("[R1] in a small table every row is told", () => {
    const { kinds } = examined({ customers: many(9, () => ({ demand: null })) });
    expect(extentOf(kinds)).toEqual({ columns: 0, cells: 9 });
  });

  it("[R1] whatever stands in the cells: the groups hold every issue once, each of one column and one reason", () => {
    const columns = tableSpecs.customers.columns.filter(({ kind }) => kind !== "computed");
    const anyRow: fc.Arbitrary<Row> = fc.record(
      Object.fromEntries(columns.map(({ id }) => [id, anyCell])),
    );
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 6 }), (customers) => {
        for (const { issues, groups, sure, guessed } of examined({ customers }).kinds) {
          const grouped = groups.flatMap((group) => [...group.issues]);
          expect(new Set(grouped)).toEqual(new Set(issues));
          expect(grouped).toHaveLength(issues.length);
          const certain = issues.filter(({ proposal }) => proposal?.sure === true).length;
          const guesses = issues.filter(({ proposal }) => proposal?.sure === false).length;
          expect([sure, guessed]).toEqual([certain, guesses]);
          for (const group of groups)
            expect(
              new Set(group.issues.map(({ column, because }) => `${column} ${because}`)).size,
            ).toBe(1);
        }
      }),
      { ...seeded, numRuns: 100 },
    );
  });
});
