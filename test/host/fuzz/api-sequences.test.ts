import fc from "fast-check";
import { ExcelHost } from "../../../src/host/excel-host";
import { Workbook } from "../../../src/host/model/workbook";
import { officeClient } from "../../office-client";
import { addressOf, ReferenceGrid, type Area, type Value } from "./reference-grid";

/**
 * Random sequences of calls through office.js against a reference so simple that it can be checked by reading. Calls
 * are batched at random, because a sync may hold any number of them.
 */
const rows = 10;
const columns = 8;

const value = fc.oneof(
  fc.constantFrom<Value>("a", "b", "c", "Zeta", "客户", true, false, "", ""),
  fc.integer({ min: -3, max: 12 }),
);

const area: fc.Arbitrary<Area> = fc
  .record({
    top: fc.nat(rows - 1),
    left: fc.nat(columns - 1),
    height: fc.integer({ min: 1, max: 4 }),
    width: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ top, left, height, width }) => ({
    top,
    left,
    bottom: top + height - 1,
    right: left + width - 1,
  }));

const written = area.chain((where) =>
  fc.record({
    kind: fc.constant("write" as const),
    area: fc.constant(where),
    values: fc.array(
      fc.array(value, {
        minLength: where.right - where.left + 1,
        maxLength: where.right - where.left + 1,
      }),
      { minLength: where.bottom - where.top + 1, maxLength: where.bottom - where.top + 1 },
    ),
  }),
);

const call = fc.oneof(
  { weight: 4, arbitrary: written },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("fill" as const), area, value }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("clear" as const), area }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("insert" as const),
      area,
      shift: fc.constantFrom("Down" as const, "Right" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("delete" as const),
      area,
      shift: fc.constantFrom("Up" as const, "Left" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("copy" as const),
      area,
      top: fc.nat(rows - 1),
      left: fc.nat(columns - 1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("sort" as const),
      area,
      key: fc.nat(3),
      ascending: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("sync" as const) }) },
);
type Call = typeof call extends fc.Arbitrary<infer C> ? C : never;

function onReference(grid: ReferenceGrid, step: Call): void {
  switch (step.kind) {
    case "write": {
      grid.write(step.area, step.values);
      return;
    }
    case "fill": {
      grid.fill(step.area, step.value);
      return;
    }
    case "clear": {
      grid.fill(step.area, "");
      return;
    }
    case "insert": {
      if (step.shift === "Down") grid.insertDown(step.area);
      else grid.insertRight(step.area);
      return;
    }
    case "delete": {
      if (step.shift === "Up") grid.deleteUp(step.area);
      else grid.deleteLeft(step.area);
      return;
    }
    case "copy": {
      grid.copy(step.area, step);
      return;
    }
    case "sort": {
      grid.sort(step.area, keyIn(step.area, step.key), step.ascending);
      return;
    }
    case "sync":
      return;
  }
}

function keyIn({ left, right }: Area, key: number): number {
  return Math.min(key, right - left);
}

describe("random sequences of API calls", () => {
  const host = new ExcelHost(new Workbook());
  let trial = 0;

  beforeAll(async () => {
    host.workbook.addSheet("Sheet1");
    await officeClient(host.connect());
  });

  async function onExcel(
    context: Excel.RequestContext,
    sheet: Excel.Worksheet,
    step: Call,
  ): Promise<void> {
    if (step.kind === "sync") return context.sync();
    const range = sheet.getRange(addressOf(step.area));
    switch (step.kind) {
      case "write":
        range.values = step.values;
        return;
      case "fill":
        // One value stands for every cell.
        range.values = [[step.value]];
        return;
      case "clear":
        range.clear("Contents");
        return;
      case "insert":
        range.insert(step.shift);
        return;
      case "delete":
        range.delete(step.shift);
        return;
      case "copy":
        sheet
          .getRange(addressOf({ ...step, bottom: step.top, right: step.left }))
          .copyFrom(range, "Values");
        return;
      case "sort":
        range.sort.apply([{ key: keyIn(step.area, step.key), ascending: step.ascending }]);
        return;
    }
  }

  it("leave the cells as the reference grid has them, whatever is batched together", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 25 }), async (steps) => {
        const grid = new ReferenceGrid();
        trial += 1;
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.add(`Trial${trial}`);
          for (const step of steps) {
            onReference(grid, step);
            await onExcel(context, sheet, step);
          }
          const all: Area = { top: 0, left: 0, bottom: 120, right: 120 };
          const everything = sheet.getRange(addressOf(all)).load("values");
          const used = sheet.getUsedRangeOrNullObject(true).load("address");
          await context.sync();
          expect(everything.values).toEqual(grid.values(all));
          const expected = grid.used();
          expect(used.isNullObject ? null : used.address.split("!")[1]).toBe(
            expected === null ? null : addressOf(expected),
          );
          sheet.delete();
          await context.sync();
        });
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });

  it("undone one by one, give back every state on the way", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 10 }), async (steps) => {
        const grid = new ReferenceGrid();
        const states: Value[][][] = [];
        const shown: Area = { top: 0, left: 0, bottom: 40, right: 60 };
        trial += 1;
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.add(`Trial${trial}`);
          await context.sync();
          for (const step of steps) {
            const before = JSON.stringify(grid.values(shown));
            onReference(grid, step);
            // What changes nothing may or may not be a step of undo: only real changes are counted.
            if (JSON.stringify(grid.values(shown)) === before) continue;
            states.push(JSON.parse(before) as Value[][]);
            await onExcel(context, sheet, step);
            await context.sync();
          }
          for (const state of states.reverse()) {
            host.editor.undo();
            const cells = sheet.getRange(addressOf(shown)).load("values");
            await context.sync();
            expect(cells.values).toEqual(state);
          }
          sheet.delete();
          await context.sync();
        });
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });

  it("sort small letters among capitals", async () => {
    // Found at seed 1122205: the reference put "Zeta" before "a".
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1:A3");
      range.values = [["Zeta"], ["a"], ["B"]];
      range.sort.apply([{ key: 0, ascending: true }]);
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([["a"], ["B"], ["Zeta"]]);
    });
  });

  it("find the same intersections, bounds and neighbours as plain arithmetic", async () => {
    await fc.assert(
      fc.asyncProperty(area, area, async (one, other) => {
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getFirst();
          const [first, second] = [sheet.getRange(addressOf(one)), addressOf(other)];
          const common = first.getIntersectionOrNullObject(second).load("address");
          const bounds = first.getBoundingRect(second).load("address");
          await context.sync();
          const inside: Area = {
            top: Math.max(one.top, other.top),
            left: Math.max(one.left, other.left),
            bottom: Math.min(one.bottom, other.bottom),
            right: Math.min(one.right, other.right),
          };
          const isNone = inside.top > inside.bottom || inside.left > inside.right;
          expect(common.isNullObject ? null : common.address.split("!")[1]).toBe(
            isNone ? null : addressOf(inside),
          );
          expect(bounds.address.split("!")[1]).toBe(
            addressOf({
              top: Math.min(one.top, other.top),
              left: Math.min(one.left, other.left),
              bottom: Math.max(one.bottom, other.bottom),
              right: Math.max(one.right, other.right),
            }),
          );
        });
      }),
      { seed: 20261122, numRuns: 100 },
    );
  });
});
