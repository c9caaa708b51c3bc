import fc from "fast-check";
import { waitClock } from "../../src/taskpane/parts/wait-clock";

describe("how long Excel has kept a piece of work waiting", () => {
  it("counts from when the message went out, not from when the pane began to think", () => {
    const clock = waitClock();
    expect(clock.tick(5_000, null)).toBeNull();
    expect(clock.tick(5_300, 300)).toBe(300);
  });

  it("takes short messages that follow each other for one wait", () => {
    const clock = waitClock();
    expect([clock.tick(200, 100), clock.tick(300, null), clock.tick(400, 50)]).toEqual([
      100, 200, 300,
    ]);
  });

  it("ends a while after the last answer", () => {
    const clock = waitClock();
    clock.tick(200, 100);
    expect(clock.tick(600, null)).toBeNull();
    expect(clock.tick(700, 20)).toBe(20);
  });

  it("goes on where the bar moved while a message is out: only an answer ends a wait", () => {
    // A bar guesses how far Excel has come; a person who edits a cell keeps the message out all the same.
    expect([waitClock().tick(1_000, 700), waitClock().tick(1_400, 1_100)]).toEqual([700, 1_100]);
  });

  it("never says more than has passed since a message went out, and nothing while none ever was", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ pass: fc.nat(500), out: fc.option(fc.nat(2_000)) }), { minLength: 1 }),
        (ticks) => {
          const clock = waitClock();
          let now = 0;
          let wasOut = false;
          let first = Infinity;
          for (const { pass, out } of ticks) {
            now += pass;
            wasOut ||= out !== null;
            if (out !== null) first = Math.min(first, now - out);
            const told = clock.tick(now, out);
            if (!wasOut) expect(told).toBeNull();
            if (told !== null) expect(told).toBeLessThanOrEqual(now - first);
            if (out !== null) expect(told).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });
});
