/**
 * Makes the workbook that `libreoffice-share.mjs` opens: customers set up and filled through office.js, the share command
 * carried out on them, saved as .xlsx. What the add-in's functions answered goes beside it as share.json.
 *
 * Usage: tsx scripts/libreoffice-share.ts <folder>
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { planShare } from "../src/app/share/share";
import { saveXlsx } from "../src/host/file/save";
import { ownColumn } from "../src/tables/schema";
import { sharedColumns } from "../src/tables/specs/shared-columns";
import { openCalculatingBook } from "../test/app/calculating-book";
import { addCustomers, customer, must, setUpBook } from "../test/excel/book";
import { withPlainFormulas } from "../test/tables/native/plain-formulas";

const folder = process.argv[2] ?? "";
const count = 240;
const demands = ["目标", "潜在", "死亡", null, " 目标 ", "clear", "？"];
const days = [
  46_083,
  46_100,
  46_150,
  46_240,
  46_500,
  45_000,
  "2026-06-01",
  "2026年5月3日",
  null,
  "不是日子",
];

/** A person's own column, whose formulas call the add-in's functions: in the copy they are what they showed. */
const ownHeader = "自己的周期";

async function addOwnColumn(): Promise<void> {
  await Excel.run(async (context) => {
    const { columns } = context.workbook.tables.getItem("CrmCustomers");
    const cells = columns.add(undefined, undefined, ownHeader).getDataBodyRange();
    const grades = columns.getItem("等级").getDataBodyRange().load("address");
    await context.sync();
    const grade = (grades.address.split("!").at(-1) ?? "").replace(/\d.*$/u, "");
    cells.formulas = Array.from({ length: count }, (_, row) => [
      `=IFERROR(CRM.CADENCE($${grade}${row + 2},crm_cadences),"–")`,
    ]);
    await context.sync();
  });
}

async function main(): Promise<void> {
  const book = await openCalculatingBook();
  await setUpBook(book);
  const pick = <T>(of: readonly T[], at: number): T | null => of[at % of.length] ?? null;
  await addCustomers(
    book,
    Array.from({ length: count }, (_, row) =>
      customer(row + 1, {
        demand: pick(demands, row),
        expectedClose: pick(days, row * 3 + 1),
        lastFollowUp: pick(days, row * 7 + 2),
        agreedDay: row % 5 === 0 ? pick(days, row) : null,
      }),
    ),
  );
  await addOwnColumn();
  // LibreOffice hands over the first sheet.
  const [first] = book.model.sheets;
  if (first !== undefined) book.host.editor.deleteSheet(first.id);
  await book.host.quiet();
  const columns = [...sharedColumns.map(({ column }) => column), ownColumn(ownHeader)];
  const facts = must(await book.port.describe());
  const before = must(await book.port.readColumns([{ table: "customers", columns }]));
  must(await book.port.switchFormulas(must(await planShare(book.port, facts, "native")).work));
  await book.host.quiet();
  const after = must(await book.port.readColumns([{ table: "customers", columns }]));
  writeFileSync(path.join(folder, "share.xlsx"), withPlainFormulas(await saveXlsx(book.model)));
  const bound = facts.tables.customers?.columns ?? {};
  writeFileSync(
    path.join(folder, "share.json"),
    JSON.stringify({
      rows: count,
      columns: columns.map((column) => ({
        column,
        at: bound[column]?.index,
        functions: before[0]?.columns[column],
        native: after[0]?.columns[column],
      })),
    }),
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
