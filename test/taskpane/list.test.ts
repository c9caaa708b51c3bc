import fc from "fast-check";
import { placeAfterKey, type Place } from "../../src/taskpane/parts/list-moves";
import { visibleRows } from "../../src/taskpane/parts/visible-rows";

describe("the rows in sight", () => {
  it("covers the viewport and a few rows more", () => {
    expect(visibleRows(1000, 50, 500, 200, 2)).toEqual({ first: 8, end: 16 });
  });

  it("is empty for a list that is out of sight", () => {
    expect(visibleRows(10, 50, 5000, 200, 2)).toEqual({ first: 10, end: 10 });
    expect(visibleRows(10, 50, -5000, 200, 2)).toEqual({ first: 0, end: 0 });
  });

  it("always holds every row that touches the viewport, and never many more", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: -10_000, max: 7_000_000 }),
        fc.integer({ min: 100, max: 2_000 }),
        (count, top, viewport) => {
          const { first, end } = visibleRows(count, 68, top, viewport, 4);
          for (let row = 0; row < Math.min(count, 200); row += 1) {
            const touches = row * 68 < top + viewport && (row + 1) * 68 > top;
            if (touches) expect(row >= first && row < end).toBe(true);
          }
          expect(end - first).toBeLessThanOrEqual(viewport / 68 + 10);
        },
      ),
      { seed: 20260101 },
    );
  });
});

describe("keys in the list", () => {
  const lengths = [3, 1, 2];

  it("runs on from one section into the next, both ways", () => {
    expect(placeAfterKey("ArrowDown", { section: 0, row: 2 }, lengths, 5)).toEqual({
      section: 1,
      row: 0,
    });
    expect(placeAfterKey("ArrowUp", { section: 2, row: 0 }, lengths, 5)).toEqual({
      section: 1,
      row: 0,
    });
  });

  it("stops at both ends", () => {
    expect(placeAfterKey("ArrowUp", { section: 0, row: 0 }, lengths, 5)).toEqual({
      section: 0,
      row: 0,
    });
    expect(placeAfterKey("PageDown", { section: 1, row: 0 }, lengths, 5)).toEqual({
      section: 2,
      row: 1,
    });
  });

  it("goes to the ends", () => {
    expect(placeAfterKey("Home", { section: 2, row: 1 }, lengths, 5)).toEqual({
      section: 0,
      row: 0,
    });
    expect(placeAfterKey("End", { section: 0, row: 0 }, lengths, 5)).toEqual({
      section: 2,
      row: 1,
    });
  });

  it("leaves other keys and empty lists alone", () => {
    expect(placeAfterKey("a", { section: 0, row: 0 }, lengths, 5)).toBeNull();
    expect(placeAfterKey("ArrowDown", { section: 0, row: 0 }, [], 5)).toBeNull();
  });

  it("reaches every row by ArrowDown alone, each once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sizes) => {
        const seen: string[] = ["0 0"];
        let place: Place = { section: 0, row: 0 };
        for (;;) {
          const next = placeAfterKey("ArrowDown", place, sizes, 5);
          if (next === null || (next.section === place.section && next.row === place.row)) break;
          place = next;
          seen.push(`${place.section} ${place.row}`);
        }
        expect(seen).toEqual(
          sizes.flatMap((size, section) =>
            Array.from({ length: size }, (_, row) => `${section} ${row}`),
          ),
        );
      }),
      { seed: 20260101 },
    );
  });
});
