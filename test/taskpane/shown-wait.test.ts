import fc from "fast-check";
import { shownWait } from "../../src/taskpane/parts/shown-wait";

describe("how long Excel keeps the pane waiting, as it is shown", () => {
  it("is not said where nothing is awaited, nor before anybody would miss an answer", () => {
    expect(shownWait(null, false)).toBeNull();
    expect(shownWait(199, false)).toBeNull();
    expect(shownWait(999, true)).toBeNull();
  });

  it("goes on in steps of 0.2 seconds, or of whole ones for whoever wants little motion", () => {
    expect([200, 399, 400, 1_550].map((ms) => shownWait(ms, false))).toEqual([0.2, 0.2, 0.4, 1.4]);
    expect([1_000, 1_999, 2_000].map((ms) => shownWait(ms, true))).toEqual([1, 1, 2]);
  });

  it("never says more than it has been, and changes more than four times a second", () => {
    fc.assert(
      fc.property(fc.nat(600_000), (ms) => {
        const shown = (shownWait(ms, false) ?? 0) * 1_000;
        expect(shown).toBeLessThanOrEqual(ms);
        expect(ms - shown).toBeLessThan(201);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
