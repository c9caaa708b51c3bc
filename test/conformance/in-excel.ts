import { ExcelHost } from "../../src/host/excel-host";
import { Workbook } from "../../src/host/model/workbook";
import { officeClient } from "../office-client";

let started: Promise<ExcelHost> | null = null;
let sheets = 0;

/** The host of this test file; the one place that would be another inside a real Excel. */
export function startExcel(): Promise<ExcelHost> {
  started ??= (async () => {
    const workbook = new Workbook();
    workbook.addSheet("Sheet1");
    const host = new ExcelHost(workbook);
    await officeClient(host.connect());
    return host;
  })();
  return started;
}

/**
 * Runs a piece of the public Excel API on a fresh worksheet of its own. The conformance tests use nothing else, so that
 * the same files can run inside a real Excel.
 */
export async function inExcel(
  work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<void>,
): Promise<void> {
  await startExcel();
  await Excel.run(async (context) => {
    sheets += 1;
    const sheet = context.workbook.worksheets.add(`Trial${sheets}`);
    sheet.activate();
    sheet.load("name,id");
    await context.sync();
    await work(context, sheet);
  });
}
