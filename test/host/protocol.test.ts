import fc from "fast-check";
import { ExcelHost } from "../../src/host/excel-host";
import { Workbook } from "../../src/host/model/workbook";

interface Answer {
  readonly Results: { readonly ActionId: number; readonly Value: unknown }[];
  readonly Error?: { readonly Code: string; readonly Message: string };
}

function newClient() {
  const workbook = new Workbook();
  workbook.addSheet("Sheet1");
  const host = new ExcelHost(workbook);
  const client = host.connect();
  return {
    workbook,
    host,
    ask: async (body: unknown): Promise<Answer> =>
      JSON.parse(
        await client.execute(typeof body === "string" ? body : JSON.stringify(body)),
      ) as Answer,
  };
}

const globalPath = { Id: 1, ObjectPathType: 1, Name: "", ArgumentInfo: {} };

describe("the protocol interpreter", () => {
  it.each([
    ["nothing", ""],
    ["no JSON", "{"],
    ["a list", "[]"],
    ["a number", "7"],
    ["no actions", { ObjectPaths: {} }],
    ["actions that are none", { Actions: [null], ObjectPaths: {} }],
    ["a path without a type", { Actions: [], ObjectPaths: { 1: { Id: 1 } } }],
  ])("refuses %s as InvalidRequest", async (_what, body) => {
    const { ask } = newClient();
    expect((await ask(body)).Error?.Code).toBe("InvalidRequest");
  });

  it.each(["constructor", "toString", "__proto__", "hasOwnProperty", "session", "className"])(
    "does not let %s be reached by its name",
    async (name) => {
      const { ask } = newClient();
      for (const ObjectPathType of [3, 4]) {
        const answer = await ask({
          Actions: [{ Id: 2, ActionType: 1, ObjectPathId: 2 }],
          ObjectPaths: {
            1: globalPath,
            2: { Id: 2, ObjectPathType, Name: name, ParentObjectPathId: 1, ArgumentInfo: {} },
          },
        });
        expect(answer.Error?.Code).toBe("ApiNotFound");
      }
    },
  );

  it("answers a circular object path instead of following it for ever", async () => {
    const { ask } = newClient();
    const answer = await ask({
      Actions: [{ Id: 9, ActionType: 1, ObjectPathId: 1 }],
      ObjectPaths: {
        1: { Id: 1, ObjectPathType: 4, Name: "worksheets", ParentObjectPathId: 2 },
        2: { Id: 2, ObjectPathType: 4, Name: "application", ParentObjectPathId: 1 },
      },
    });
    expect(answer.Error?.Code).toBe("InvalidObjectPath");
  });

  it("keeps what was done before the action that failed, and says which one it was", async () => {
    const { ask, workbook } = newClient();
    const answer = await ask({
      Actions: [
        { Id: 1, ActionType: 3, Name: "add", ObjectPathId: 2, ArgumentInfo: { Arguments: ["A"] } },
        { Id: 2, ActionType: 3, Name: "add", ObjectPathId: 2, ArgumentInfo: { Arguments: ["A"] } },
        { Id: 3, ActionType: 3, Name: "add", ObjectPathId: 2, ArgumentInfo: { Arguments: ["B"] } },
      ],
      ObjectPaths: {
        1: globalPath,
        2: { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
      },
    });
    expect(answer.Error).toMatchObject({ Code: "ItemAlreadyExists", ActionIndex: 1 });
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(["Sheet1", "A"]);
  });

  it("gives a well-formed answer to any JSON whatever", async () => {
    const { ask } = newClient();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 6 }), async (body) => {
        const answer = await ask(JSON.stringify(body));
        expect(Array.isArray(answer.Results)).toBe(true);
        expect(typeof answer.Error?.Code).toBe("string");
      }),
      { seed: 20260101, numRuns: 300 },
    );
  });

  it("never fails by itself on requests that look right but make no sense", async () => {
    const names = fc.constantFrom(
      "worksheets",
      "getItem",
      "getActiveWorksheet",
      "getRange",
      "getUsedRange",
      "getCell",
      "values",
      "formulas",
      "format",
      "fill",
      "color",
      "tables",
      "add",
      "columns",
      "rows",
      "delete",
      "insert",
      "names",
      "settings",
      "conditionalFormats",
      "dataValidation",
      "rule",
      "sort",
      "apply",
      "getResizedRange",
      "application",
      "nonsense",
    );
    const argument = fc.oneof(
      fc.integer({ min: -3, max: 40 }),
      fc.constantFrom("A1", "A1:C3", "Sheet1", "Down", "Up", "", "=A1", "1:3", "Custom"),
      fc.boolean(),
      fc.constant(null),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const info = fc.record({ Arguments: fc.array(argument, { maxLength: 4 }) });
    const path = (id: number) =>
      fc.record({
        Id: fc.constant(id),
        ObjectPathType: fc.constantFrom(3, 4, 5, 7),
        Name: names,
        ParentObjectPathId: fc.integer({ min: 1, max: Math.max(1, id - 1) }),
        ArgumentInfo: info,
      });
    const action = fc.record({
      Id: fc.integer({ min: 1, max: 99 }),
      ActionType: fc.constantFrom(1, 2, 3, 4, 5, 9),
      Name: names,
      ObjectPathId: fc.integer({ min: 1, max: 6 }),
      ArgumentInfo: info,
      QueryInfo: fc.record({ Select: fc.array(names, { maxLength: 3 }) }),
    });
    const { ask } = newClient();
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(path(2), path(3), path(4), path(5), path(6)),
        fc.array(action, { minLength: 1, maxLength: 6 }),
        async (paths, actions) => {
          const answer = await ask({
            Actions: actions,
            ObjectPaths: Object.fromEntries([
              [1, globalPath],
              ...paths.map((one) => [one.Id, one] as const),
            ]),
          });
          expect(answer.Error?.Code).not.toBe("GeneralException");
        },
      ),
      { seed: 20260101, numRuns: 2000 },
    );
  });
});

describe("faults on demand", () => {
  const write = {
    Actions: [
      { Id: 1, ActionType: 3, Name: "add", ObjectPathId: 2, ArgumentInfo: { Arguments: ["A"] } },
      { Id: 2, ActionType: 3, Name: "add", ObjectPathId: 2, ArgumentInfo: { Arguments: ["B"] } },
    ],
    ObjectPaths: {
      1: globalPath,
      2: { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
    },
  };
  const sheetsAfter = async (when: "before" | "middle" | "after") => {
    const { ask, host, workbook } = newClient();
    host.faults.failNext({ after: 0, when, code: "GeneralException" });
    expect((await ask(write)).Error?.Code).toBe("GeneralException");
    return workbook.sheets.length;
  };

  it("fails before, in the middle of, and after the effect", async () => {
    expect(await sheetsAfter("before")).toBe(1);
    expect(await sheetsAfter("middle")).toBe(2);
    expect(await sheetsAfter("after")).toBe(3);
  });

  it("lets as many syncs pass as asked", async () => {
    const { ask, host } = newClient();
    host.faults.failNext({ after: 1, when: "before", code: "AccessDenied" });
    expect((await ask(write)).Error).toBeUndefined();
    expect((await ask(write)).Error?.Code).toBe("AccessDenied");
    expect((await ask(write)).Error?.Code).toBe("ItemAlreadyExists");
  });

  it("refuses while a cell is being edited, and what is too large", async () => {
    const { ask, host } = newClient();
    host.setEditing(true);
    expect((await ask(write)).Error?.Code).toBe("InvalidOperationInCellEditMode");
    host.setEditing(false);
    host.faults.payloadLimit = 100;
    expect((await ask(write)).Error?.Code).toBe("RequestPayloadSizeLimitExceeded");
  });

  it("counts what each sync cost", async () => {
    const { ask, host } = newClient();
    await ask(write);
    expect(host.counters.total).toMatchObject({ syncs: 1, actions: 2 });
    expect(host.counters.total.bytesUp).toBe(JSON.stringify(write).length);
  });
});
