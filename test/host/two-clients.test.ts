import { ExcelHost } from "../../src/host/excel-host";
import { Workbook } from "../../src/host/model/workbook";
import { anotherOfficeClient, officeClient, type OfficeClient } from "../office-client";

describe("two add-ins on one workbook", () => {
  const workbook = new Workbook();
  workbook.addSheet("Sheet1");
  const host = new ExcelHost(workbook);
  let mine: OfficeClient;
  let theirs: OfficeClient;

  beforeAll(async () => {
    mine = await officeClient(host.connect());
    theirs = await anotherOfficeClient(host.connect());
  });

  it("sees the other's edits as remote, and its own as local", async () => {
    const seen: [string, string][] = [];
    await mine.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add((event) =>
        Promise.resolve(void seen.push([event.address, event.source])),
      );
      await context.sync();
      context.workbook.worksheets.getFirst().getRange("A1").values = [[1]];
      await context.sync();
    });
    await theirs.Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("B2").values = [[2]];
      await context.sync();
    });
    await host.quiet();
    expect(seen).toEqual([
      ["A1", "Local"],
      ["B2", "Remote"],
    ]);
  });

  it("keeps a range that is held while the other inserts rows above it", async () => {
    await mine.Excel.run(async (context) => {
      const held = context.workbook.worksheets.getFirst().getRange("C3");
      held.values = [["mine"]];
      held.load("address");
      await context.sync();
      await theirs.Excel.run(async (other) => {
        other.workbook.worksheets.getFirst().getRange("1:2").insert("Down");
        await other.sync();
      });
      held.load("address,values");
      await context.sync();
      expect(held.address).toBe("Sheet1!C5");
      expect(held.values).toEqual([["mine"]]);
    });
  });
});
