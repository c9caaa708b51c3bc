import { ExcelHost } from "../../src/host/excel-host";
import { Workbook } from "../../src/host/model/workbook";
import { officeClient } from "../office-client";

let started: Promise<void> | null = null;

/** The Excel of this test file: the embedded host. On the conformance page `page/excel-here.ts` stands in its place. */
export function startExcel(): Promise<void> {
  started ??= (async () => {
    const workbook = new Workbook();
    workbook.addSheet("Sheet1");
    await officeClient(new ExcelHost(workbook).connect());
  })();
  return started;
}
