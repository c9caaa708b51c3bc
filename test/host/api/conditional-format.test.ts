import { ExcelHost } from "../../../src/host/excel-host";
import { Workbook } from "../../../src/host/model/workbook";

/**
 * Members of conditional formats that the office.js of the npm package does not know yet, by their requests.
 * https://learn.microsoft.com/javascript/api/excel/excel.conditionalformat#excel-excel-conditionalformat-setranges-member(1)
 */
describe("Excel.ConditionalFormat", () => {
  it("is laid over other ranges; each cell sees its formula as before", async () => {
    const workbook = new Workbook();
    const sheet = workbook.addSheet("Sheet1");
    workbook.addSheet("Sheet2");
    sheet.conditionalFormats = [
      {
        id: "{1}",
        areas: [{ top: 0, left: 1, bottom: 8, right: 1 }],
        priority: 0,
        stopIfTrue: false,
        rule: { kind: "Custom", formula: "=$A1>1", style: { bold: true } },
      },
    ];
    const client = new ExcelHost(workbook).connect();

    async function setRanges(ranges: string): Promise<unknown> {
      const step = (Id: number, Name: string, ...Arguments: unknown[]): unknown => ({
        Id,
        ObjectPathType: Arguments.length > 0 ? 3 : Name === "" ? 1 : 4,
        Name,
        ...(Id > 1 ? { ParentObjectPathId: Id - 1 } : {}),
        ArgumentInfo: { Arguments },
      });
      const ObjectPaths = {
        1: step(1, ""),
        2: step(2, "Worksheets"),
        3: step(3, "GetItem", "Sheet1"),
        4: step(4, "GetRange", "A1:D9"),
        5: step(5, "ConditionalFormats"),
        6: step(6, "GetItem", "{1}"),
      };
      const Actions = [
        {
          Id: 9,
          ActionType: 3,
          Name: "SetRanges",
          ObjectPathId: 6,
          ArgumentInfo: { Arguments: [ranges] },
        },
      ];
      return JSON.parse(await client.execute(JSON.stringify({ Actions, ObjectPaths })));
    }

    expect(await setRanges("B3:B9,D3")).not.toHaveProperty("Error");
    const [format] = sheet.conditionalFormats;
    expect(format?.areas).toEqual([
      { top: 2, left: 1, bottom: 8, right: 1 },
      { top: 2, left: 3, bottom: 2, right: 3 },
    ]);
    expect(format?.rule).toMatchObject({ formula: "=$A3>1" });
    expect(await setRanges("Sheet2!A1")).toMatchObject({ Error: { Code: "InvalidArgument" } });
  });
});
