import { execFileSync } from "node:child_process";
import path from "node:path";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import { registerFunctions } from "../../src/functions/register";
import { ExcelHost } from "../../src/host/excel-host";
import { saveXlsx } from "../../src/host/file/save";
import { Workbook as Model } from "../../src/host/model/workbook";
import { civil } from "../../src/domain/day";
import { asOf, type Book } from "../excel/book";
import { Wire } from "../excel/wire";
import { officeClient } from "../office-client";

type Functions = NonNullable<Parameters<ExcelHost["connect"]>[0]>["functions"];

/** What the build tells Excel of the cell functions. */
function functionsMetadata(): NonNullable<Functions> {
  const script = path.resolve(__dirname, "../../scripts/functions-metadata.mjs");
  const written = execFileSync(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      `import { functionsMetadata } from ${JSON.stringify(`file://${script}`)};
       console.log(JSON.stringify((await functionsMetadata())["functions.json"]));`,
    ],
    { encoding: "utf8" },
  );
  const { functions, ...options } = JSON.parse(written) as NonNullable<Functions>;
  return { ...options, namespace: "CRM", functions };
}

let shared: Pick<Book, "host" | "client" | "wire"> | null = null;

/** A fresh workbook whose cells are calculated by the add-in's own functions, by the clock of `asOf`. */
export async function openCalculatingBook(): Promise<Book> {
  const model = new Model();
  model.addSheet("Sheet1");
  if (shared === null) {
    const host = new ExcelHost(model, { fileOf: saveXlsx });
    const client = host.connect({ functions: functionsMetadata() });
    const wire = new Wire(client);
    await officeClient(wire.watched());
    registerFunctions(() => asOf);
    shared = { host, client, wire };
  } else {
    shared.host.replaceWorkbook(model);
  }
  const { year, month, day } = civil(asOf);
  shared.host.calculation.setClock(() => new Date(year, month - 1, day, 9, 30));
  shared.wire.reset();
  return { ...shared, model, port: excelWorkbook() };
}
