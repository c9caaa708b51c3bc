import { ExcelHost } from "../../src/host/excel-host";
import { Workbook } from "../../src/host/model/workbook";

interface Answer {
  readonly Results: readonly { readonly Value: Readonly<Record<string, unknown>> | null }[];
  readonly Error?: { readonly Code: string };
}

/**
 * Notes by their requests: the office.js of the npm package has no class for them yet, the one Excel loads has.
 * https://learn.microsoft.com/javascript/api/excel/excel.notecollection
 */
describe("Excel.NoteCollection", () => {
  const workbook = new Workbook();
  workbook.addSheet("Sheet1");
  const client = new ExcelHost(workbook).connect();

  /** One action on an object path: workbook → notes → what is named. */
  async function ask(
    path: readonly [name: string, ...args: unknown[]],
    action: Readonly<Record<string, unknown>>,
  ): Promise<Answer> {
    const [Name, ...Arguments] = path;
    const ObjectPaths = {
      1: { Id: 1, ObjectPathType: 1, Name: "" },
      2: { Id: 2, ObjectPathType: 4, Name: "Notes", ParentObjectPathId: 1 },
      3: { Id: 3, ObjectPathType: 3, Name, ParentObjectPathId: 2, ArgumentInfo: { Arguments } },
    };
    const Actions = [{ Id: 9, ObjectPathId: 3, ...action }];
    return JSON.parse(await client.execute(JSON.stringify({ Actions, ObjectPaths }))) as Answer;
  }

  const load = (...names: string[]): Readonly<Record<string, unknown>> => ({
    ActionType: 2,
    QueryInfo: { Select: names },
  });

  it("adds one note a cell, with its author, place and size", async () => {
    const added = await ask(
      ["Add", "Sheet1!B2", "Call back"],
      load("Content", "AuthorName", "Visible"),
    );
    expect(added.Results[0]?.Value).toEqual({
      Content: "Call back",
      AuthorName: "User",
      Visible: false,
    });
    const again = await ask(["Add", "Sheet1!B2", "Twice"], load("Content"));
    expect(again.Error?.Code).toBe("ItemAlreadyExists");
    const wide = await ask(["Add", "Sheet1!C1:C2", "Two cells"], load("Content"));
    expect(wide.Error?.Code).toBe("InvalidArgument");
  });

  it("changes and deletes it", async () => {
    await ask(["GetItem", "Sheet1!B2"], {
      ActionType: 4,
      Name: "Content",
      ArgumentInfo: { Arguments: ["Done"] },
    });
    await ask(["GetItem", "Sheet1!B2"], {
      ActionType: 4,
      Name: "Width",
      ArgumentInfo: { Arguments: [200] },
    });
    const changed = await ask(["GetItemAt", 0], load("Content", "Width", "Height"));
    expect(changed.Results[0]?.Value).toEqual({ Content: "Done", Width: 200, Height: 59.25 });
    await ask(["GetItem", "Sheet1!B2"], { ActionType: 3, Name: "Delete" });
    const gone = await ask(["GetItem", "Sheet1!B2"], load("Content"));
    expect(gone.Error?.Code).toBe("ItemNotFound");
    expect(workbook.sheets[0]?.notes).toEqual([]);
  });
});
