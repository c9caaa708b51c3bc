/**
 * Workbooks for LibreOffice to rewrite in its own way, for `libreoffice-round-trip.mjs`: every member of the model with
 * charts and conditional formats, tables with lists and notes, and workbooks set up by the add-in.
 *
 * Usage: tsx scripts/libreoffice-sources.ts <folder>
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { saveXlsx } from "../src/host/file/save";
import { fullWorkbook } from "../test/host/file/full-workbook";
import { richWorkbook } from "../test/host/file/rich-workbook";

async function main(): Promise<void> {
  const folder = process.argv[2] ?? "";
  const schema1 = path.join(__dirname, "../test/workbooks/schema-1");
  const files = {
    full: await saveXlsx(fullWorkbook()),
    rich: await saveXlsx(richWorkbook()),
    adopted: readFileSync(path.join(schema1, "adopted-zh.xlsx")),
    created: readFileSync(path.join(schema1, "created-en-1904.xlsx")),
  };
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(path.join(folder, `${name}.xlsx`), bytes);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
