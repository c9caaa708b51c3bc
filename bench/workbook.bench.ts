import { logFollowUp, planFollowUp } from "../src/app/log-follow-up";
import { openToday } from "../src/app/today/open-today";
import { planSetUp } from "../src/app/set-up/plan-set-up";
import { guessedMapping } from "../src/app/set-up/proposal";
import { proposeSetUp, readBody, setUp } from "../src/app/set-up/set-up";
import { todayColumns } from "../src/tables/specs/customers";
import {
  asOf,
  fillSheet,
  growCustomers,
  must,
  newId,
  openBook,
  customer,
  setUpBook,
  trace,
  type Book,
} from "../test/excel/book";
import type { Trip } from "../test/excel/wire";
import type { BenchRow } from "./bench";

/** What the main journeys cost on the wire: office.js against the embedded host, each request weighed. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const count of [100, 10_000, 100_000]) rows.push(...(await logging(count)));
  rows.push(...(await setUpOfOwnSheet(10_000)));
  return rows;
}

async function logging(count: number): Promise<BenchRow[]> {
  const book = await openBook();
  await setUpBook(book);
  await growCustomers(book, count);
  const today = must(await openToday(book.port, asOf));
  const opening = count < 100_000 ? [] : openingRows(count, book.wire.trips);
  const planned = must(
    planFollowUp(
      today,
      customer(count - 1).id,
      { channel: "phone", said: "报价已发，周五再谈", day: asOf },
      newId,
    ),
  );
  // The first deed of a workbook makes the audit table.
  const again = must(
    planFollowUp(today, customer(0).id, { channel: "phone", said: "", day: asOf }, newId),
  );
  must(await logFollowUp(book.port, today.facts, again, trace));
  book.wire.reset();
  must(await logFollowUp(book.port, today.facts, planned, trace));
  return [...opening, ...tripRows(`log a follow-up, ${count} customers`, book)];
}

/** The columns Today is computed from, as an array of arrays: what any answer must at least carry. */
function openingRows(count: number, trips: readonly Trip[]): BenchRow[] {
  const bare = Buffer.byteLength(
    JSON.stringify(
      Array.from({ length: count }, (_, number) => {
        const { cells } = customer(number);
        return todayColumns.map((column) => cells[column] ?? "");
      }),
    ),
  );
  const down = sum(trips, "bytesDown");
  const name = `open to Today, ${count} customers`;
  return [
    { name: `${name}: round trips`, value: trips.length, unit: "trips", note: "at most 4" },
    { name: `${name}: bytes down`, value: down, unit: "B" },
    {
      name: `${name}: bytes ÷ bare JSON`,
      value: Math.round((down / bare) * 1000) / 1000,
      unit: "×",
      note: "at most 1.2",
    },
    { name: `${name}: largest message`, value: largest(trips), unit: "B", note: "at most 4 MB" },
  ];
}

async function setUpOfOwnSheet(count: number): Promise<BenchRow[]> {
  const header = ["公司名称", "联系电话", "需求状况", "预计成交日", "区域", "备注"];
  const body = Array.from({ length: count }, (_, row) => [
    `公司${row}`,
    "13800138000",
    row % 3 === 0 ? "目标" : "潜在",
    46_000 + (row % 300),
    "华东",
    "老客户介绍",
  ]);
  const book = await openBook((model) => fillSheet(model, [header, ...body]));
  const proposal = must(await proposeSetUp(book.port));
  const rows = must(await readBody(book.port, proposal));
  const mapping = proposal.kind === "adopt" ? guessedMapping(proposal) : {};
  const plan = must(planSetUp(proposal, mapping, { language: "zh", asOf, newId, rows }));
  must(await setUp(book.port, plan));
  return tripRows(`set up an existing sheet of ${count} rows`, book);
}

function tripRows(name: string, { wire: { trips } }: Book): BenchRow[] {
  return [
    { name: `${name}: round trips`, value: trips.length, unit: "trips" },
    { name: `${name}: bytes up`, value: sum(trips, "bytesUp"), unit: "B" },
    { name: `${name}: bytes down`, value: sum(trips, "bytesDown"), unit: "B" },
    { name: `${name}: largest message`, value: largest(trips), unit: "B", note: "at most 4 MB" },
  ];
}

function sum(trips: readonly Trip[], direction: "bytesUp" | "bytesDown"): number {
  return trips.reduce((total, trip) => total + trip[direction], 0);
}

function largest(trips: readonly Trip[]): number {
  return Math.max(...trips.flatMap(({ bytesUp, bytesDown }) => [bytesUp, bytesDown]));
}
