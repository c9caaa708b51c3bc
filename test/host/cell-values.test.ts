import { ExcelHost } from "../../src/host/excel-host";
import { Workbook } from "../../src/host/model/workbook";

interface Answer {
  readonly Results: readonly { readonly Value: Readonly<Record<string, unknown>> }[];
  readonly Error?: { readonly Code: string };
}

/**
 * Cell values as JSON by their requests: the office.js of the npm package lacks these members (ExcelApi 1.16).
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-valuesasjson-member
 */
describe("valuesAsJson", () => {
  const workbook = new Workbook();
  workbook.addSheet("Sheet1");
  const client = new ExcelHost(workbook).connect();

  async function ask(address: string, ...actions: object[]): Promise<Answer> {
    const ObjectPaths = {
      1: { Id: 1, ObjectPathType: 1, Name: "" },
      2: { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
      3: {
        Id: 3,
        ObjectPathType: 3,
        Name: "GetItem",
        ParentObjectPathId: 2,
        ArgumentInfo: { Arguments: ["Sheet1"] },
      },
      4: {
        Id: 4,
        ObjectPathType: 3,
        Name: "GetRange",
        ParentObjectPathId: 3,
        ArgumentInfo: { Arguments: [address] },
      },
    };
    const Actions = actions.map((action, at) => ({ Id: at + 1, ObjectPathId: 4, ...action }));
    return JSON.parse(await client.execute(JSON.stringify({ Actions, ObjectPaths }))) as Answer;
  }

  const write = (Name: string, value: unknown): object => ({
    ActionType: 4,
    Name,
    ArgumentInfo: { Arguments: [value] },
  });
  const load = (...Select: string[]): object => ({ ActionType: 2, QueryInfo: { Select } });

  it("gives each value with its type, errors by their names", async () => {
    const { Results } = await ask(
      "A1:E1",
      write("Formulas", [["text", 1.5, true, "=1/0", ""]]),
      load("ValuesAsJson"),
    );
    expect(Results[0]?.Value["ValuesAsJson"]).toEqual([
      [
        { type: "String", basicType: "String", basicValue: "text" },
        { type: "Double", basicType: "Double", basicValue: 1.5 },
        { type: "Boolean", basicType: "Boolean", basicValue: true },
        { type: "Error", basicType: "Error", basicValue: "#DIV/0!", errorType: "Div0" },
        { type: "Empty", basicType: "Empty", basicValue: "" },
      ],
    ]);
  });

  it("takes what it gives; a text is not read as if typed, a number brings its format", async () => {
    const { Results } = await ask(
      "A2:E2",
      write("ValuesAsJson", [
        [
          { type: "String", basicValue: "=1+1" },
          { type: "FormattedNumber", basicValue: 0.25, numberFormat: "0%" },
          { type: "Error", errorType: "NotAvailable" },
          { type: "Empty" },
          { type: "Boolean", basicValue: false },
        ],
      ]),
      load("Values", "Text"),
    );
    expect(Results[0]?.Value).toMatchObject({
      Values: [["=1+1", 0.25, "#N/A", "", false]],
      Text: [["=1+1", "25%", "#N/A", "", "FALSE"]],
    });
  });

  it("refuses what the host's cells cannot hold, and what is no cell value", async () => {
    const entity = [[{ type: "Entity", text: "x", properties: {} }]];
    expect((await ask("A3", write("ValuesAsJson", entity))).Error?.Code).toBe(
      "UnsupportedOperation",
    );
    for (const wrong of [[[{ type: "Double", basicValue: "1" }]], [["plain"]], [[{}], [{}]]]) {
      expect((await ask("A3", write("ValuesAsJson", wrong))).Error?.Code).toBe("InvalidArgument");
    }
  });
});
