/**
 * Opens every .xlsx of a folder and saves it into another one, for `libreoffice-round-trip.mjs`.
 *
 * Usage: tsx scripts/libreoffice-save-again.ts <from> <to>
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openWorkbook } from "../src/host/file/open";
import { saveXlsx } from "../src/host/file/save";

async function main(): Promise<void> {
  const [from = "", to = ""] = process.argv.slice(2);
  for (const name of readdirSync(from).filter((file) => file.endsWith(".xlsx"))) {
    const opened = await openWorkbook(readFileSync(path.join(from, name)), name);
    if (!opened.ok) throw new Error(`${name}: ${JSON.stringify(opened.failure)}`);
    writeFileSync(path.join(to, name), await saveXlsx(opened.workbook));
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
