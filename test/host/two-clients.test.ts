import { ExcelHost, type Client } from "../../src/host/excel-host";
import { Workbook } from "../../src/host/model/workbook";
import { anotherOfficeClient, officeClient, type OfficeClient } from "../office-client";

describe("two add-ins on one workbook", () => {
  const workbook = new Workbook();
  workbook.addSheet("Sheet1");
  const host = new ExcelHost(workbook);
  let mine: OfficeClient;
  let theirs: OfficeClient;
  let colleague: Client;

  beforeAll(async () => {
    mine = await officeClient(host.connect());
    colleague = host.connect();
    theirs = await anotherOfficeClient(colleague);
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

  describe("stand in the workbook each on their own", () => {
    async function standing({ Excel }: OfficeClient): Promise<[string, string]> {
      return Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet().load("name");
        const selected = context.workbook.getSelectedRange().load("address");
        await context.sync();
        return [sheet.name, selected.address];
      });
    }

    beforeAll(async () => {
      await mine.Excel.run(async (context) => {
        for (const name of ["Mine", "Theirs", "Spare"]) context.workbook.worksheets.add(name);
        await context.sync();
      });
    });

    it("a colleague's selection and sheet in front never move mine, and raise no event with me", async () => {
      const seen: string[] = [];
      await mine.Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.getItem("Mine").getRange("B2").select();
        await context.sync();
        worksheets.onActivated.add(() => Promise.resolve(void seen.push("activated")));
        worksheets.onDeactivated.add(() => Promise.resolve(void seen.push("deactivated")));
        worksheets.onSelectionChanged.add(({ address }) =>
          Promise.resolve(void seen.push(`selected ${address}`)),
        );
        await context.sync();
      });
      const heard: string[] = [];
      await theirs.Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.onActivated.add(() => Promise.resolve(void heard.push("activated")));
        worksheets.onSelectionChanged.add(({ address }) =>
          Promise.resolve(void heard.push(`selected ${address}`)),
        );
        await context.sync();
        worksheets.getItem("Theirs").getRange("C3:D4").select();
        await context.sync();
      });
      await host.quiet();
      expect(seen).toEqual([]);
      expect(heard).toEqual(["activated", "selected C3:D4"]);
      expect(await standing(mine)).toEqual(["Mine", "Mine!B2"]);
      expect(await standing(theirs)).toEqual(["Theirs", "Theirs!C3:D4"]);
    });

    it("the person at the grid moves what their own client sees, and no other", async () => {
      const sheet = workbook.sheetByName("Spare");
      host.editor.select(sheet?.id ?? "", [{ top: 4, left: 4, bottom: 4, right: 4 }]);
      expect(await standing(mine)).toEqual(["Spare", "Spare!E5"]);
      expect(await standing(theirs)).toEqual(["Theirs", "Theirs!C3:D4"]);
    });

    it("a selection stays on its cells while the other inserts rows above it", async () => {
      await mine.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Theirs").getRange("1:2").insert("Down");
        await context.sync();
      });
      expect(await standing(theirs)).toEqual(["Theirs", "Theirs!C5:D6"]);
    });

    it("whoever looks at a sheet that the other deletes is shown another one, and hears of it", async () => {
      const heard: string[] = [];
      await theirs.Excel.run(async (context) => {
        context.workbook.worksheets.onActivated.add(() =>
          Promise.resolve(void heard.push("activated")),
        );
        await context.sync();
      });
      await mine.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Theirs").delete();
        await context.sync();
      });
      await host.quiet();
      expect(await standing(theirs)).toEqual(["Sheet1", "Sheet1!A1"]);
      expect(await standing(mine)).toEqual(["Spare", "Spare!E5"]);
      expect(heard).toEqual(["activated"]);
    });

    it("what a person types is local to their own client and remote to the others", async () => {
      const sources: string[] = [];
      for (const { Excel } of [mine, theirs]) {
        await Excel.run(async (context) => {
          context.workbook.worksheets
            .getItem("Mine")
            .onChanged.add(({ source }) => Promise.resolve(void sources.push(source)));
          await context.sync();
        });
      }
      host.editor.type(workbook.sheetByName("Mine")?.id ?? "", 0, 0, "typed");
      await host.quiet();
      expect(sources).toEqual(["Local", "Remote"]);
      colleague.editor.type(workbook.sheetByName("Mine")?.id ?? "", 1, 0, "theirs");
      await host.quiet();
      expect(sources).toEqual(["Local", "Remote", "Remote", "Local"]);
    });
  });
});
