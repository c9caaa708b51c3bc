import fc from "fast-check";
import { cutOff, entriesIn } from "../../../src/app/deeds/piece";
import {
  wholeChange,
  type LongChange,
  type Change,
  type WholeRow,
} from "../../../src/tables/change";

const roomy = 1_000_000;

/** Rows with ids of their own, as many cells and letters each as told. */
const change = fc
  .array(
    fc.record({
      fate: fc.constantFrom("added", "updated", "removed"),
      cells: fc.integer({ min: 1, max: 4 }),
      letters: fc.integer({ min: 0, max: 300 }),
    }),
    { maxLength: 30 },
  )
  .map((rows): Change => {
    const whole = (fate: string): readonly WholeRow[] =>
      rows.flatMap((row, at): readonly WholeRow[] =>
        row.fate === fate
          ? [{ table: "customers", id: `C${at}`, cells: { name: "店".repeat(row.letters) } }]
          : [],
      );
    return {
      added: whole("added"),
      removed: whole("removed"),
      updated: whole("updated").map(({ table, id }) => {
        const { cells = 1, letters = 0 } = rows[Number(id.slice(1))] ?? {};
        const moved = Array.from({ length: cells }, (_, at) => [
          `own:${at}`,
          { from: null, to: "店".repeat(letters) },
        ]);
        return {
          table,
          id,
          cells: Object.fromEntries(moved) as Change["updated"][number]["cells"],
        };
      }),
    };
  });

function piecesOf(whole: Change, entries: number, bytes: number): readonly Change[] {
  const pieces: Change[] = [];
  for (let left: LongChange | null = whole; left !== null;) {
    const { piece, rest } = cutOff(left, { entries, bytes });
    pieces.push(wholeChange(piece));
    left = rest;
  }
  return pieces;
}

describe("pieces of a change", () => {
  it("hold every row once: those removed from the last to the first, then the others in their order", () => {
    fc.assert(
      fc.property(
        change,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(2_000, roomy),
        (whole, entries, bytes) => {
          const pieces = piecesOf(whole, entries, bytes);
          const upwards = pieces.flatMap(({ removed }) => [...removed].reverse());
          expect(upwards).toEqual([...whole.removed].reverse());
          expect(pieces.flatMap(({ updated }) => updated)).toEqual(whole.updated);
          expect(pieces.flatMap(({ added }) => added)).toEqual(whole.added);
          const order = pieces.flatMap((piece) => [
            ...piece.removed.map(() => 0),
            ...piece.updated.map(() => 1),
            ...piece.added.map(() => 2),
          ]);
          expect(order).toEqual([...order].sort());
        },
      ),
      { seed: 20261122 },
    );
  });

  it("hold as many entries as they may, except a single row of more", () => {
    fc.assert(
      fc.property(change, fc.integer({ min: 1, max: 9 }), (whole, limit) => {
        for (const piece of piecesOf(whole, limit, roomy)) {
          const rows = piece.added.length + piece.updated.length + piece.removed.length;
          expect(entriesIn(piece) <= limit || rows === 1).toBe(true);
        }
      }),
      { seed: 20261123 },
    );
  });

  it("are the change itself where all of it fits", () => {
    const whole: Change = {
      added: [{ table: "customers", id: "C1", cells: { name: "甲" } }],
      updated: [],
      removed: [],
    };
    expect(cutOff(whole, { entries: 1, bytes: 1 })).toEqual({ piece: whole, rest: null });
    expect(cutOff(whole, { entries: 1, bytes: 1 }).piece).toBe(whole);
  });

  it("are small where texts are long, however few the rows", () => {
    const added = Array.from({ length: 8 }, (_, at) => ({
      table: "customers" as const,
      id: `C${at}`,
      cells: { notes: "长".repeat(30_000) },
    }));
    const pieces = piecesOf({ added, updated: [], removed: [] }, 1_000, 400_000);
    expect(pieces.map((piece) => piece.added.length)).toEqual([2, 2, 2, 2]);
  });
});
