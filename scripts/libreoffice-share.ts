/**
 * Makes the workbooks that `libreoffice-share.mjs` opens: customers set up and filled through office.js, the share command
 * carried out on them, saved as .xlsx. What the add-in's functions answered goes beside them as share.json. One has very
 * many customers and a fixed as-of day; in the other it follows the clock, LibreOffice's own by then.
 *
 * Usage: tsx scripts/libreoffice-share.ts <folder>
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { planShare } from "../src/app/share/share";
import { startDay } from "../src/app/today/start-day";
import { civil, dayOf, type Day } from "../src/domain/day";
import { saveXlsx } from "../src/host/file/save";
import type { Scalar } from "../src/host/model/cell";
import type { Cell } from "../src/tables/change";
import { ownColumn } from "../src/tables/schema";
import { sharedColumns } from "../src/tables/specs/shared-columns";
import { openCalculatingBook } from "../test/app/calculating-book";
import { addCustomers, customer, must, setUpBook, trace, type Book } from "../test/excel/book";
import { withPlainFormulas } from "../test/tables/native/plain-formulas";
import { sampleRows, usual } from "../test/tables/native/twin-samples";

const folder = process.argv[2] ?? "";
const count = 5_000;
const fewer = 1_000;
/**
 * What people type, and slips: the generator of the twins' own proof. Errors cannot be committed; and LibreOffice keeps a
 * truth value as a number shown as one, so that TRUE among days, formatted as days, is the number 1 once it has read it.
 */
const typed = (cell: Scalar): Cell =>
  typeof cell === "string" || typeof cell === "number" ? cell : null;

/** A person's own columns, whose formulas call the add-in's functions: in the copy they are what they showed. */
const own = [
  ["自己的周期", (row: number) => `=IFERROR(CRM.CADENCE($K${row},crm_cadences),"–")`],
  [
    "自己的判断",
    (row: number) =>
      `=IFERROR(CRM.GRADE($H${row},$I${row},crm_as_of,crm_horizons),"–")&IFERROR(CRM.URGENCY($N${row},crm_as_of,crm_urgency),"–")`,
  ],
] as const;

async function addOwnColumns(count: number): Promise<void> {
  await Excel.run(async (context) => {
    const { columns } = context.workbook.tables.getItem("CrmCustomers");
    for (const [header, formula] of own)
      columns.add(undefined, undefined, header).getDataBodyRange().formulas = Array.from(
        { length: count },
        (_, row) => [formula(row + 2)],
      );
    await context.sync();
  });
}

/** @param today - the day by the clock, and the as-of day; absent: as the book has them */
async function shareBook(file: string, count: number, today?: Day): Promise<object> {
  const book = await openCalculatingBook();
  await setUpBook(book);
  if (today !== undefined) await beginDay(book, today);
  const rows = sampleRows(usual(1900), count);
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
  await addOwnColumns(count);
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
  const { work } = must(await planShare(book.port, facts, "native"));
  const { asOf } = must(await book.port.switchFormulas(work));
  if ((asOf !== null) !== (today !== undefined)) throw new Error("the as-of day follows or not");
  await book.host.quiet();
  const after = must(await book.port.readColumns([{ table: "customers", columns }]));
  writeFileSync(path.join(folder, file), withPlainFormulas(await saveXlsx(book.model)));
  const bound = facts.tables.customers?.columns ?? {};
  return {
    file,
    rows: count,
    columns: columns.map((column) => ({
      column,
      at: bound[column]?.index,
      functions: before[0]?.columns[column],
      native: after[0]?.columns[column],
    })),
  };
}

/** The day begins as the add-in begins it: the clock says so, and Settings hold it. */
async function beginDay(book: Book, today: Day): Promise<void> {
  const { year, month, day: date } = civil(today);
  book.host.calculation.setClock(() => new Date(year, month - 1, date, 9, 30));
  must(await startDay(book.port, today, { ...trace, now: { day: today, minute: 570 } }));
}

async function main(): Promise<void> {
  const now = new Date();
  const today = must(dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()));
  const books = [
    await shareBook("share.xlsx", count),
    await shareBook("share-today.xlsx", fewer, today),
  ];
  writeFileSync(path.join(folder, "share.json"), JSON.stringify(books));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
