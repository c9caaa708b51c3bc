import fc from "fast-check";
import { conflictKey, resolvedRows, type Side } from "../../../src/app/conflicts/resolve";
import { lookAgain } from "../../../src/app/conflicts/look-again";
import type { Conflict } from "../../../src/app/workbook/rows";
import type { Cell, UpdatedRow } from "../../../src/tables/change";
import { bench, customer } from "../../taskpane/samples";

const table = "customers";
const columns = ["name", "phone", "owner", "notes"];
const anyCell: fc.Arbitrary<Cell> = fc.oneof(fc.constantFrom("甲", "乙", "丙"), fc.nat(3));
const anyRow = fc.dictionary(
  fc.constantFrom(...columns),
  fc.record({ from: anyCell, to: anyCell, found: anyCell }),
  { minKeys: 1 },
);

describe("deciding about cells that somebody else changed", () => {
  it("writes exactly the cells that were chosen, over what was found", () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 6 }), fc.func(fc.boolean()), (cases, pick) => {
        const sheet = new Map<string, Cell>();
        const conflicts: Conflict[] = [];
        const rows = cases.map((cells, at): UpdatedRow => {
          const id = `C${at}`;
          for (const [column, { from, found }] of Object.entries(cells)) {
            sheet.set(conflictKey({ table, id, column }), found);
            if (found !== from) conflicts.push({ table, id, column, expected: from, found });
          }
          const changes = Object.entries(cells).map(([column, { from, to }]) => [
            column,
            { from, to },
          ]);
          return { table, id, cells: Object.fromEntries(changes) };
        });
        const sideOf = (of: Omit<Conflict, "expected" | "found">): Side =>
          pick(conflictKey(of)) ? "mine" : "theirs";
        const resolved = resolvedRows(table, rows, conflicts, sideOf);
        const disputed = new Set(conflicts.map(conflictKey));
        for (const [at, cells] of cases.entries()) {
          const id = `C${at}`;
          const left = resolved.find((row) => row.id === id)?.cells ?? {};
          for (const [column, { to, found }] of Object.entries(cells)) {
            const place = { table, id, column } as const;
            const isDisputed = disputed.has(conflictKey(place));
            const written = left[column];
            // Whatever is written expects what stands there now: it cannot lose a third change.
            if (written !== undefined) expect(written).toEqual({ from: found, to });
            const wanted = !isDisputed || (sideOf(place) === "mine" && to !== found);
            expect(written !== undefined).toBe(wanted);
          }
        }
        expect(resolved.every((row) => Object.keys(row.cells).length > 0)).toBe(true);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });

  it("a formula is never written over, whatever was chosen", () => {
    const rows = [{ table, id: "C1", cells: { phone: { from: 1, to: 2 } } }] as const;
    const text = { table, id: "C1", column: "phone", expected: 1, found: "=A1" } as const;
    const formula = { ...text, formula: true } as const;
    expect(resolvedRows(table, rows, [formula], () => "mine")).toEqual([]);
    // A text that begins like one is a text.
    expect(resolvedRows(table, rows, [text], () => "mine")).toEqual([
      { table, id: "C1", cells: { phone: { from: "=A1", to: 2 } } },
    ]);
  });
});

describe("looking again at what a change would write over", () => {
  it("finds every cell that has changed and every row that is gone, in all pieces at once", async () => {
    const all = [1, 2, 3].map((number) => customer(number, { phone: `1380000000${number}` }));
    const { workbook } = bench(all);
    const change = (id: string, from: Cell) => ({
      added: [],
      removed: [],
      updated: [{ table, id, cells: { phone: { from, to: "0571" } } }] as const,
    });
    const changes = [
      change("C0000000001", "13800000001"),
      change("C0000000002", "13800000009"),
      change("C0000000003", null),
      change("C0000000009", "x"),
    ];
    const formula = {
      table,
      id: "C0000000001",
      column: "phone",
      expected: "13800000001",
      found: "=B1",
    } as const;
    const looked = await lookAgain(workbook, changes, [formula]);
    if (!looked.ok) throw new Error(looked.error.code);
    expect(looked.value.conflicts.map(({ id, found }) => [id, found])).toEqual([
      ["C0000000001", "=B1"],
      ["C0000000002", "13800000002"],
      ["C0000000003", "13800000003"],
    ]);
    expect(looked.value.gone).toEqual([{ table, id: "C0000000009" }]);
  });

  it("tells a reading that failed", async () => {
    const { workbook } = bench();
    workbook.failure = { code: "busy-editing" };
    const change = {
      added: [],
      removed: [],
      updated: [{ table, id: "C1", cells: { phone: { from: 1, to: 2 } } }] as const,
    };
    expect(await lookAgain(workbook, [change], [])).toEqual({
      ok: false,
      error: { code: "busy-editing" },
    });
  });
});
