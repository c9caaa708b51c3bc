import { ExcelHost, type Client } from "../../src/host/excel-host";
import { Workbook } from "../../src/host/model/workbook";

interface Answer {
  readonly Results: readonly { readonly Value: unknown }[];
  readonly Error?: { readonly Code: string };
}

type Step = readonly [name: string, ...args: unknown[]];

/**
 * Pausing, passwords and editable ranges by their requests: the office.js of the npm package lacks these members
 * (ExcelApiOnline 1.1), the one Excel on the web loads has them.
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotection
 */
describe("the protection of a worksheet", () => {
  let host: ExcelHost;
  let client: Client;
  let sheetId: string;

  beforeEach(() => {
    const workbook = new Workbook();
    sheetId = workbook.addSheet("Sheet1").id;
    host = new ExcelHost(workbook);
    client = host.connect();
  });

  /** One action at the end of a path from the worksheet; a step with arguments is a method, else a property. */
  async function ask(steps: readonly Step[], action: object, as = client): Promise<Answer> {
    const ObjectPaths: Record<number, object> = {
      1: { Id: 1, ObjectPathType: 1, Name: "" },
      2: { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
      3: {
        Id: 3,
        ObjectPathType: 3,
        Name: "GetItem",
        ParentObjectPathId: 2,
        ArgumentInfo: { Arguments: ["Sheet1"] },
      },
    };
    let id = 3;
    for (const [Name, ...Arguments] of steps) {
      id += 1;
      ObjectPaths[id] = {
        Id: id,
        ObjectPathType: Arguments.length > 0 ? 3 : 4,
        Name,
        ParentObjectPathId: id - 1,
        ArgumentInfo: { Arguments },
      };
    }
    const Actions = [{ Id: 9, ObjectPathId: id, ...action }];
    return JSON.parse(await as.execute(JSON.stringify({ Actions, ObjectPaths }))) as Answer;
  }

  const protection: readonly Step[] = [["Protection"]];
  const ranges: readonly Step[] = [["Protection"], ["AllowEditRanges"]];
  const method = (Name: string, ...Arguments: unknown[]): object => ({
    ActionType: 3,
    Name,
    ArgumentInfo: { Arguments },
  });
  const assign = (Name: string, value: unknown): object => ({
    ActionType: 4,
    Name,
    ArgumentInfo: { Arguments: [value] },
  });
  const load = (...Select: string[]): object => ({ ActionType: 2, QueryInfo: { Select } });

  async function codeOf(steps: readonly Step[], action: object, as = client): Promise<string> {
    return (await ask(steps, action, as)).Error?.Code ?? "done";
  }

  async function valueOf(steps: readonly Step[], action: object): Promise<unknown> {
    const { Results, Error: failure } = await ask(steps, action);
    expect(failure).toBeUndefined();
    return Results[0]?.Value;
  }

  const write = (address: string, as = client): Promise<string> =>
    codeOf([["GetRange", address]], assign("Values", [[1]]), as);

  it("is paused by whoever knows the password, for them alone, and resumed", async () => {
    const colleague = host.connect();
    await ask(protection, method("Protect", {}, "secret"));
    expect(await valueOf(protection, load("CanPauseProtection", "IsPaused"))).toEqual({
      CanPauseProtection: true,
      IsPaused: false,
    });
    expect(await codeOf(protection, method("PauseProtection", "wrong"))).toBe("InvalidArgument");
    expect(await write("B2")).toBe("AccessDenied");
    expect(await codeOf(protection, method("PauseProtection", "secret"))).toBe("done");
    expect(await write("B2")).toBe("done");
    expect(await write("B2", colleague)).toBe("AccessDenied");
    expect(await valueOf(protection, load("IsPaused", "Protected"))).toEqual({
      IsPaused: true,
      Protected: true,
    });
    await ask(protection, method("ResumeProtection"));
    expect(await write("B2")).toBe("AccessDenied");
  });

  it("gets another password while it is paused, and only then", async () => {
    expect(await codeOf(protection, method("SetPassword", "early"))).toBe("InvalidOperation");
    await ask(protection, method("Protect"));
    expect(await codeOf(protection, method("SetPassword", "early"))).toBe("AccessDenied");
    await ask(protection, method("PauseProtection"));
    expect(await codeOf(protection, method("SetPassword", "new"))).toBe("done");
    expect(await valueOf(protection, method("CheckPassword", "new"))).toBe(true);
    expect(await valueOf(protection, method("CheckPassword", "old"))).toBe(false);
    expect(await valueOf(protection, method("CheckPassword"))).toBe(false);
    await ask(protection, method("SetPassword", ""));
    expect(await valueOf(protection, load("IsPasswordProtected"))).toEqual({
      IsPasswordProtected: false,
    });
    // Where none is needed, one that is given is not it.
    expect(await valueOf(protection, method("CheckPassword", "new"))).toBe(false);
  });

  it("takes other options while it is off or paused, and keeps them when it is off", async () => {
    await ask(protection, method("UpdateOptions", { allowSort: true }));
    expect(await valueOf(protection, load("SavedOptions"))).toMatchObject({
      SavedOptions: { allowSort: true, allowInsertRows: false },
    });
    await ask(protection, method("Protect", { allowInsertRows: true }));
    const more = method("UpdateOptions", { allowFormatCells: true });
    expect(await codeOf(protection, more)).toBe("AccessDenied");
    await ask(protection, method("PauseProtection"));
    expect(await codeOf(protection, more)).toBe("done");
    await ask(protection, method("ResumeProtection"));
    const format: readonly Step[] = [["GetRange", "B2"], ["Format"], ["Fill"]];
    expect(await codeOf(format, assign("Color", "#00FF00"))).toBe("done");
    await ask(protection, method("Unprotect"));
    expect(await valueOf(protection, load("SavedOptions"))).toMatchObject({
      SavedOptions: { allowInsertRows: true, allowFormatCells: true, allowSort: false },
    });
    expect(await codeOf(protection, method("UpdateOptions", { allowAll: true }))).toBe(
      "InvalidArgument",
    );
  });

  it("lets people change its editable ranges, and no other cells", async () => {
    await ask(ranges, method("Add", "Phones", "B2:B4,D2"));
    await ask(protection, method("Protect"));
    for (const address of ["B2", "B4", "D2"]) expect(await write(address)).toBe("done");
    for (const address of ["B5", "C2", "B4:B5"]) expect(await write(address)).toBe("AccessDenied");
  });

  it("opens an editable range with a password, until it is put on anew", async () => {
    await ask(ranges, method("Add", "Boss", "B2", { password: "secret" }));
    await ask(protection, method("Protect"));
    const boss: readonly Step[] = [...ranges, ["GetItem", "Boss"]];
    expect(await valueOf(boss, load("IsPasswordProtected", "Address", "Title"))).toMatchObject({
      IsPasswordProtected: true,
      Address: "B2",
      Title: "Boss",
    });
    expect(await write("B2")).toBe("AccessDenied");
    expect(await codeOf(boss, method("PauseProtection", "wrong"))).toBe("BadPassword");
    expect(await codeOf(ranges, method("PauseProtection", "nobody's"))).toBe("BadPassword");
    expect(await codeOf(ranges, method("PauseProtection", "secret"))).toBe("done");
    expect(await write("B2")).toBe("done");
    await ask(protection, method("Unprotect"));
    await ask(protection, method("Protect"));
    expect(await write("B2")).toBe("AccessDenied");
    expect(await codeOf(boss, method("PauseProtection", "secret"))).toBe("done");
    expect(await write("B2")).toBe("done");
  });

  it("keeps the list of editable ranges as it is while it is on", async () => {
    await ask(ranges, method("Add", "One", "B2"));
    await ask(ranges, method("Add", "Two", "C2"));
    expect(await codeOf(ranges, method("Add", "One", "D2"))).toBe("InvalidArgument");
    const one: readonly Step[] = [...ranges, ["GetItem", "One"]];
    await ask(one, assign("Address", "B2:B9"));
    await ask(one, method("SetPassword", "secret"));
    await ask(one, assign("Title", "First"));
    await ask([["GetRange", "1:1"]], method("Insert", "Down"));
    expect(
      await valueOf([...ranges, ["GetItemAt", 0]], load("Title", "Address", "IsPasswordProtected")),
    ).toMatchObject({ Title: "First", Address: "B3:B10", IsPasswordProtected: true });
    expect(await codeOf([...ranges, ["GetItem", "One"]], load("Title"))).toBe("ItemNotFound");
    await ask(protection, method("Protect"));
    const two: readonly Step[] = [...ranges, ["GetItem", "Two"]];
    for (const [steps, action] of [
      [ranges, method("Add", "Three", "D2")],
      [two, method("Delete")],
      [two, method("SetPassword", "x")],
      [two, assign("Title", "Second")],
      [two, assign("Address", "D4")],
    ] as const) {
      expect(await codeOf(steps, action)).toBe("AccessDenied");
    }
    await ask(protection, method("Unprotect"));
    await ask(two, method("Delete"));
    expect(await valueOf(ranges, method("GetCount"))).toBe(1);
  });

  it("holds for a person at the grid as for add-ins", async () => {
    await ask([["GetRange", "A1"], ["Format"], ["Protection"]], assign("Locked", false));
    await ask(protection, method("Protect", { allowFormatRows: true, selectionMode: "Unlocked" }));
    const { editor } = host;
    expect(editor.type(sheetId, 0, 0, "free").accepted).toBe(true);
    expect(editor.type(sheetId, 1, 1, "locked").accepted).toBe(false);
    expect(editor.paste(sheetId, 0, 0, "a\tb").accepted).toBe(false);
    expect(editor.clear(sheetId, [{ top: 0, left: 0, bottom: 1, right: 0 }]).accepted).toBe(false);
    expect(editor.setColumnWidth(sheetId, 1, 1, 20).accepted).toBe(false);
    expect(editor.setRowHeight(sheetId, 1, 1, 20).accepted).toBe(true);
    expect(editor.setNumberFormat(sheetId, [], "0").accepted).toBe(true);
    expect(editor.insertRows(sheetId, 3, 1).accepted).toBe(false);
    editor.select(sheetId, [{ top: 0, left: 0, bottom: 0, right: 0 }]);
    editor.select(sheetId, [{ top: 4, left: 4, bottom: 4, right: 4 }]);
    expect(host.workbook.selection?.active).toEqual({ row: 0, column: 0 });
  });
});
