import { planShare } from "../src/app/share/share";
import type { ShareMode } from "../src/tables/specs/shared-columns";
import { growCustomers, must, openBook, setUpBook, type Book } from "../test/excel/book";
import type { BenchRow } from "./bench";

/**
 * What a share copy costs on the wire and in time: functions → native formulas or values, and back. The time is this
 * process's, host included, which keeps each cell's formula as a text of its own; Excel shares filled formulas.
 */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const count of [1_000, 10_000]) {
    rows.push(...(await there(count, "native")), ...(await there(count, "values")));
  }
  rows.push(...(await there(100_000, "values")));
  return rows;
}

async function there(count: number, mode: ShareMode): Promise<BenchRow[]> {
  const book = await openBook();
  await setUpBook(book);
  await growCustomers(book, count);
  await fillFormulas(book, count);
  return [
    ...(await switched(book, `${count} customers → ${mode}`, mode)),
    ...(await switched(book, `${count} customers, ${mode} → functions`, "functions")),
  ];
}

/** The formulas of the calculated columns, as if the table had grown row by row. */
async function fillFormulas(book: Book, count: number): Promise<void> {
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem("CrmCustomers");
    for (const header of ["等级", "下次跟进", "状态", "紧急程度", "重要性"]) {
      const body = table.columns.getItem(header).getDataBodyRange();
      body
        .getCell(0, 0)
        .getResizedRange(count - 1, 0)
        .copyFrom(body.getCell(0, 0), Excel.RangeCopyType.formulas);
    }
    await context.sync();
  });
}

async function switched(book: Book, name: string, to: ShareMode): Promise<BenchRow[]> {
  const { trips } = book.wire;
  book.wire.reset();
  const began = performance.now();
  const plan = must(await planShare(book.port, must(await book.port.describe()), to));
  const read = { trips: trips.length, down: sum(trips, "bytesDown"), at: performance.now() };
  must(await book.port.switchFormulas(plan.work));
  const up = sum(trips.slice(read.trips), "bytesUp");
  return [
    { name: `${name}: look`, value: Math.round(read.at - began), unit: "ms" },
    { name: `${name}: look, bytes down`, value: read.down, unit: "B", note: `${read.trips} trips` },
    { name: `${name}: switch`, value: Math.round(performance.now() - read.at), unit: "ms" },
    {
      name: `${name}: switch, bytes up`,
      value: up,
      unit: "B",
      note: `${trips.length - read.trips} trips`,
    },
  ];
}

function sum(
  trips: readonly { readonly bytesUp: number; readonly bytesDown: number }[],
  of: "bytesUp" | "bytesDown",
): number {
  return trips.reduce((total, trip) => total + trip[of], 0);
}
