import { ExcelHost } from "../../src/host/excel-host";
import { Workbook } from "../../src/host/model/workbook";
import { officeClient } from "../office-client";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.runoptions */
describe("while a person edits a cell", () => {
  const workbook = new Workbook();
  workbook.addSheet("Sheet1");
  const host = new ExcelHost(workbook);

  beforeAll(async () => {
    await officeClient(host.connect());
  });

  it("a batch that asks for delay waits until the person has left the cell", async () => {
    const order: string[] = [];
    host.setEditing(true);
    const written = Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").values = [["after"]];
      await context.sync();
      order.push("written");
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    order.push("left the cell");
    host.setEditing(false);
    await written;
    expect(order).toEqual(["left the cell", "written"]);
  });

  it("a batch that does not is refused", async () => {
    host.setEditing(true);
    const refused = Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").values = [["now"]];
      await context.sync();
    });
    await expect(refused).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    host.setEditing(false);
  });
});
