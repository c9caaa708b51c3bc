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
import type { Scalar } from "../src/host/model/cell";
import type { Cell } from "../src/tables/change";
import { ownColumn } from "../src/tables/schema";
import { sharedColumns } from "../src/tables/specs/shared-columns";
import { openCalculatingBook } from "../test/app/calculating-book";
import { addCustomers, customer, must, setUpBook } from "../test/excel/book";
import { withPlainFormulas } from "../test/tables/native/plain-formulas";
import { sampleRows, usual } from "../test/tables/native/twin-samples";

const folder = process.argv[2] ?? "";
const count = 5_000;
/**
 * What people type, and slips: the generator of the twins' own proof. Errors cannot be committed; and LibreOffice keeps a
 * truth value as a number shown as one, so that TRUE among days, formatted as days, is the number 1 once it has read it.
 */
const typed = (cell: Scalar): Cell =>
  typeof cell === "string" || typeof cell === "number" ? cell : null;
const rows = sampleRows(usual(1900), count);

/** A person's own columns, whose formulas call the add-in's functions: in the copy they are what they showed. */
const own = [
  ["自己的周期", (row: number) => `=IFERROR(CRM.CADENCE($K${row},crm_cadences),"–")`],
  [
    "自己的判断",
    (row: number) =>
      `=IFERROR(CRM.GRADE($H${row},$I${row},crm_as_of,crm_horizons),"–")&IFERROR(CRM.URGENCY($N${row},crm_as_of,crm_urgency),"–")`,
  ],
] as const;

async function addOwnColumns(): Promise<void> {
  await Excel.run(async (context) => {
    const { columns } = context.workbook.tables.getItem("CrmCustomers");
    for (const [header, formula] of own)
      columns.add(undefined, undefined, header).getDataBodyRange().formulas = rows.map((_, row) => [
        formula(row + 2),
      ]);
    await context.sync();
  });
}

async function main(): Promise<void> {
  const book = await openCalculatingBook();
  await setUpBook(book);
  await addCustomers(
    book,
    rows.map(({ demand, expectedClose, lastFollowUp, agreedDay, createdDay }, row) =>
      customer(row + 1, {
        demand: typed(demand),
        expectedClose: typed(expectedClose),
        lastFollowUp: typed(lastFollowUp),
        createdDay: typed(createdDay),
        agreedDay: row % 5 === 0 ? typed(agreedDay) : null,
      }),
    ),
  );
  await addOwnColumns();
  // LibreOffice hands over the first sheet.
  const [first] = book.model.sheets;
  if (first !== undefined) book.host.editor.deleteSheet(first.id);
  await book.host.quiet();
  const columns = [
    ...sharedColumns.map(({ column }) => column),
    ...own.map(([header]) => ownColumn(header)),
  ];
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
