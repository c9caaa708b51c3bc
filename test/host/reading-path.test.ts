import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { ExcelHost } from "../../src/host/excel-host";
import { Workbook } from "../../src/host/model/workbook";
import { officeClient } from "../office-client";

const root = path.resolve(__dirname, "../..");
const section =
  /## An afternoon's reading\n([\s\S]*?)\nNot on the way/.exec(
    readFileSync(path.join(root, "docs/host.md"), "utf8"),
  )?.[1] ?? "";

describe("the reading path of docs/host.md", () => {
  const files = [...section.matchAll(/`([a-z0-9-]+(?:\/[a-z0-9-]+)*\.ts)`/g)].map(
    (match) => match[1] ?? "",
  );
  const lines = (file: string): number =>
    readFileSync(path.join(root, "src/host", file), "utf8").split("\n").length - 1;

  it("names files that are there, each once", () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => !existsSync(path.join(root, "src/host", file)))).toEqual([]);
    expect(new Set(files).size).toBe(files.length);
  });

  it("says how many lines they are, to the nearest five hundred, and they fit an afternoon", () => {
    const total = files.reduce((sum, file) => sum + lines(file), 0);
    const said = Number(/about ([\d,]+) lines/.exec(section)?.[1]?.replace(",", ""));
    expect(Math.abs(total - said)).toBeLessThanOrEqual(250);
    expect(said).toBeLessThanOrEqual(5_500);
  });

  it("shows a request as office.js writes it, and what becomes of it", async () => {
    const [code = "", json = ""] = [...section.matchAll(/```(?:ts|json)\n([\s\S]*?)```/g)].map(
      (match) => match[1],
    );
    expect(code).toContain('getItem("Sheet1").getRange("A1:B1").values = [["Ann", "1/2"]]');
    const workbook = new Workbook();
    const sheet = workbook.addSheet("Sheet1");
    const client = new ExcelHost(workbook, { clock: () => new Date(2026, 5, 1) }).connect();
    const requests: string[] = [];
    const { Excel } = await officeClient({
      ...client,
      execute: (request, options) => {
        requests.push(request);
        return client.execute(request, options);
      },
    });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1").values = [["Ann", "1/2"]];
      await context.sync();
    });
    for (const shown of json.trim().split("\n")) {
      const written = JSON.stringify(JSON.parse(shown));
      expect(requests.some((request) => request.includes(written))).toBe(true);
    }
    expect([sheet.cells.value(0, 0), sheet.cells.value(0, 1)]).toEqual(["Ann", 46024]);
    expect(sheet.cells.style(0, 1).numberFormat).toBe("d-mmm");
  });
});
