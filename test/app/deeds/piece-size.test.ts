import { PieceSize } from "../../../src/app/deeds/piece-size";

/** The sizes of pieces on a host that takes so long over a piece. */
function sizesWhere(msOf: (entries: number) => number, pieces = 40): readonly number[] {
  const size = new PieceSize();
  return Array.from({ length: pieces }, () => {
    const { entries } = size;
    size.took(msOf(entries), entries);
    return entries;
  });
}

const last = (sizes: readonly number[]): number => sizes.at(-1) ?? 0;

describe("how large the pieces of a deed are", () => {
  it("grow on a quick host, up to what one message may hold", () => {
    expect(last(sizesWhere((entries) => 20 + entries / 20))).toBe(800);
  });

  it("are what a slow host does in less than half a second", () => {
    const sizes = sizesWhere((entries) => 60 + entries);
    expect(sizes.slice(5).every((entries) => 60 + entries <= 500)).toBe(true);
    expect(last(sizes)).toBeGreaterThanOrEqual(200);
  });

  it("are not made ever smaller where a host takes long over a piece of any size", () => {
    expect(last(sizesWhere((entries) => 900 + entries / 5))).toBe(800);
    const sizes = sizesWhere((entries) => 500 + 2 * entries);
    expect(sizes.slice(20).every((entries) => entries >= 200 && entries <= 400)).toBe(true);
  });

  it("are as small as can be where every row takes long", () => {
    expect(last(sizesWhere((entries) => 20 * entries))).toBe(150);
  });
});
