import { readDeeds, readDeedsOfCustomer } from "../src/app/deeds/audit-log";
import { logFollowUp, planFollowUp } from "../src/app/log-follow-up";
import { openToday } from "../src/app/today/open-today";
import { planTakeBack, takeBackPlanned } from "../src/app/deeds/take-back";
import { auditTable } from "../src/tables/specs/audit";
import type { AuditEntry } from "../src/tables/audit/entries";
import { auditRow } from "../src/tables/audit/rows";
import {
  addCustomers,
  asOf,
  customer,
  must,
  newId,
  openBook,
  setUpBook,
  trace,
  type Book,
} from "../test/excel/book";
import type { BenchRow } from "./bench";

/** What the audit table costs as it grows: a deed appended, the newest deeds read, one customer's, one taken back. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const count of [0, 100_000, 500_000]) rows.push(...(await withAuditRows(count)));
  return rows;
}

async function withAuditRows(count: number): Promise<BenchRow[]> {
  const book = await openBook();
  await setUpBook(book);
  await addCustomers(
    book,
    [1, 2, 3].map((number) => customer(number)),
  );
  await log(book, 1);
  growAudit(book, count);
  must(await book.port.describe());
  const name = (what: string) => `${what}, ${count} audit rows`;

  const today = must(await openToday(book.port, asOf));
  const call = { channel: "phone", said: "报价已发，周五再谈", day: asOf } as const;
  const planned = must(planFollowUp(today, customer(2).id, call, newId));
  const appended = await weighed(book, name("log a follow-up"), () =>
    logFollowUp(book.port, today.facts, planned, trace),
  );
  const read = await weighed(book, name("read the newest deeds"), () => readDeeds(book.port, null));
  const page = must(await readDeeds(book.port, null));
  const ofCustomer = await weighed(book, name("read one customer's deeds"), () =>
    readDeedsOfCustomer(book.port, customer(2).id),
  );
  const newest = page.deeds[0];
  if (newest === undefined) throw new Error("no deed");
  const takenBack = await weighed(book, name("take a follow-up back"), async () => {
    const plan = await planTakeBack(book.port, newest.entries);
    return plan.ok ? takeBackPlanned(book.port, plan.value, trace) : plan;
  });
  return [
    ...appended,
    { name: name("newest deeds: deeds"), value: page.deeds.length, unit: "deeds" },
    ...read,
    ...ofCustomer,
    ...takenBack,
  ];
}

async function log(book: Book, number: number): Promise<void> {
  const today = must(await openToday(book.port, asOf));
  const call = { channel: "phone", said: "第一次", day: asOf } as const;
  const planned = must(planFollowUp(today, customer(number).id, call, newId));
  must(await logFollowUp(book.port, today.facts, planned, trace));
}

async function weighed(
  book: Book,
  name: string,
  work: () => Promise<{ readonly ok: boolean; readonly error?: unknown }>,
): Promise<BenchRow[]> {
  book.wire.reset();
  const began = performance.now();
  const done = await work();
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  const ms = performance.now() - began;
  const { trips } = book.wire;
  const bytes = (direction: "bytesUp" | "bytesDown") =>
    trips.reduce((total, trip) => total + trip[direction], 0);
  return [
    { name: `${name}: round trips`, value: trips.length, unit: "trips" },
    { name: `${name}: bytes up`, value: bytes("bytesUp"), unit: "B" },
    { name: `${name}: bytes down`, value: bytes("bytesDown"), unit: "B" },
    { name: `${name}: time`, value: Math.round(ms), unit: "ms", note: "host and office.js" },
  ];
}

/** Entries of the past below those that are there, as if the years had filled the table. */
function growAudit(book: Book, count: number): void {
  const found = [...book.model.tables()].find(({ table }) => table.name === auditTable.excelName);
  if (found === undefined) throw new Error("no audit table");
  const { sheet, table } = found;
  const { bottom, left } = table.area;
  for (let row = 0; row < count; row += 1) {
    const { cells } = auditRow(entryOf(row), { dateSystem: 1900, language: "zh" });
    auditTable.columns.forEach(({ id }, column) => {
      const cell = cells[id] ?? null;
      if (cell !== null) sheet.cells.setValue(bottom + 1 + row, left + column, cell);
    });
  }
  table.area = { ...table.area, bottom: bottom + count };
  book.host.calculation.structureChanged();
}

/** Follow-ups of four entries each. */
function entryOf(row: number): AuditEntry {
  const deed = `A${String(Math.floor(row / 4)).padStart(10, "0")}`;
  const number = (row % 4) + 1;
  const id = customer(row % 997).id;
  return {
    id: `${deed}-${number}`,
    number,
    deed: { id: deed, kind: "follow-up", about: `客户${row % 997}`, who: "王芳", at: trace.now },
    what: {
      kind: "cell",
      table: "customers",
      rowId: id,
      column: "lastFollowUp",
      from: 46_000,
      to: 46_001,
    },
    rowName: `客户${row % 997}`,
    header: "上次跟进日",
    customerId: id,
    refersTo: null,
  };
}
