/**
 * Makes the workbooks that `libreoffice-twins.mjs` opens: for each variant of the settings the rows of
 * test/tables/native/twins.test.ts, with the functions' answers as values and the twins as formulas. What LibreOffice
 * must find goes beside them as twins.json.
 *
 * Usage: tsx scripts/libreoffice-twins.ts <folder>
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { dayOf } from "../src/domain/day";
import { saveXlsx } from "../src/host/file/save";
import { withPlainFormulas } from "../test/tables/native/plain-formulas";
import { inputColumns, TwinBook, twinTitles } from "../test/tables/native/twin-book";
import {
  brokenSettings,
  sampleRows,
  settingsVariants,
  textRows,
} from "../test/tables/native/twin-samples";

const folder = process.argv[2] ?? "";

async function main(): Promise<void> {
  const now = new Date();
  const today = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (!today.ok) throw new Error("the clock shows no day");
  const books: unknown[] = [];
  // Each way of being broken in one of the date systems.
  const broken = brokenSettings.filter(
    ({ system }, index) => (system === 1900) === (index % 2 === 0),
  );
  for (const [index, settings] of [...settingsVariants, ...broken].entries()) {
    const rows =
      index < settingsVariants.length
        ? [...sampleRows(settings, 1_100), ...textRows]
        : sampleRows(settings, 30);
    const book = new TwinBook(settings, rows, today.value, "written");
    await book.calculation.settled();
    const wanted = rows.map((_, row) => book.answers(row).map((answer) => answer.wanted));
    book.dropFunctions();
    const file = `twins-${index}.xlsx`;
    writeFileSync(path.join(folder, file), withPlainFormulas(await saveXlsx(book.workbook)));
    books.push({ title: settings.title, file, wanted, rows });
  }
  const firstTwin = inputColumns.length + twinTitles.length;
  writeFileSync(
    path.join(folder, "twins.json"),
    JSON.stringify({ titles: twinTitles, firstTwin, books }),
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
