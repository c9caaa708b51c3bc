import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
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

/** Sources are read by another process, once for all tests as long as they stay as they are. */
function functionsMetadata(): NonNullable<Functions> {
  const sources = path.resolve(__dirname, "../../src/functions");
  const hash = createHash("sha256").update(readFileSync(__filename));
  for (const file of readdirSync(sources).sort())
    hash.update(file).update(readFileSync(path.join(sources, file)));
  const folder = path.resolve(__dirname, "../../.cache/test");
  const kept = path.join(folder, `functions-${hash.digest("hex").slice(0, 16)}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8")) as NonNullable<Functions>;
  const metadata = writtenMetadata();
  mkdirSync(folder, { recursive: true });
  // Another test may write it at the same time: a file is there whole, or not at all.
  const draft = `${kept}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(metadata));
  renameSync(draft, kept);
  return metadata;
}

/** What the build tells Excel of the cell functions. */
function writtenMetadata(): NonNullable<Functions> {
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

/** office.js hands on answers of cell functions every half second at most; nobody need wait for that here. */
function hurry(): void {
  const wait = globalThis.setTimeout;
  const hurried = (work: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
    wait(work, ms > 500 ? ms : Math.min(ms, 2), ...given);
  globalThis.setTimeout = Object.assign(hurried, wait) as typeof setTimeout;
}

let shared: Pick<Book, "host" | "client" | "wire"> | null = null;

/** A fresh workbook whose cells are calculated by the add-in's own functions, by the clock of `asOf`. */
export async function openCalculatingBook(): Promise<Book> {
  const model = new Model();
  model.addSheet("Sheet1");
  if (shared === null) {
    hurry();
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
