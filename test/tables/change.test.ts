import fc from "fast-check";
import { applyChange, differences, noChange, reverse } from "../../src/tables/change";
import { anyRows, seeded } from "./arbitraries";

const rows = anyRows(["id", "name", "demand", "lastFollowUp"]);

describe("changes", () => {
  it("lead from one state of a table to the other", () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const change = differences("customers", before, after);
        expect(applyChange("customers", before, change)).toEqual(after);
      }),
      seeded,
    );
  });

  it("applied and reversed leave everything as before", () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const change = differences("customers", before, after);
        const there = applyChange("customers", before, change);
        expect(applyChange("customers", there, reverse(change))).toEqual(before);
        expect(reverse(reverse(change))).toEqual(change);
      }),
      seeded,
    );
  });

  it("between equal states are no change", () => {
    fc.assert(
      fc.property(rows, (same) => expect(differences("customers", same, same)).toEqual(noChange)),
      seeded,
    );
  });

  it("touch only the table they name", () => {
    const change = differences("followUps", new Map(), new Map([["F1", { id: "F1" }]]));
    const before = new Map([["C1", { id: "C1" }]]);
    expect(applyChange("customers", before, change)).toEqual(before);
  });

  it("that do not fit the rows are a bug and throw", () => {
    const change = differences("customers", new Map(), new Map([["C1", { id: "C1" }]]));
    const taken = new Map([["C1", { id: "C1" }]]);
    expect(() => applyChange("customers", taken, change)).toThrow("already has a row C1");
    expect(() => applyChange("customers", new Map(), reverse(change))).toThrow("no row C1");
  });
});
