import { readFileSync } from "node:fs";
import path from "node:path";
import { ExcelHost, type RegisteredFunctions } from "../../src/host/excel-host";
import { Workbook } from "../../src/host/model/workbook";
import { officeClient } from "../office-client";

/** What the manifest of the conformance page says of custom functions: its own under the add-in's namespace. */
function trialFunctions(): RegisteredFunctions {
  const text = readFileSync(path.join(__dirname, "page/functions.json"), "utf8");
  const { functions } = JSON.parse(text) as Pick<RegisteredFunctions, "functions">;
  return { namespace: "CRM", functions };
}

let started: Promise<void> | null = null;

/** The Excel of this test file: the embedded host. On the conformance page `page/excel-here.ts` stands in its place. */
export function startExcel(): Promise<void> {
  started ??= (async () => {
    const workbook = new Workbook();
    workbook.addSheet("Sheet1");
    await officeClient(new ExcelHost(workbook).connect({ functions: trialFunctions() }));
  })();
  return started;
}
