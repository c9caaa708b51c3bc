import { applyImport, dryRun, importMapping } from "../src/app/import";
import { textSource, type ImportSource } from "../src/app/import-source";
import { takeAllBack } from "../src/app/commit-all";
import type { Watcher } from "../src/app/slices";
import type { ImportPlan } from "../src/tables/import-plan";
import {
  asOf,
  customer,
  growCustomers,
  must,
  newId,
  openBook,
  setUpBook,
  type Book,
} from "../test/excel/book";
import type { BenchRow } from "./bench";

const rows = 10_000;

/**
 * Importing 10,000 rows, by the calls the pane makes: as new customers into an empty table, and over as many that are
 * there, half of them changed. Time is the program's own with the embedded host in the same process; what travels is
 * what office.js sends.
 */
export async function run(): Promise<BenchRow[]> {
  const name = rows.toLocaleString("en-US");
  return [
    ...(await importing(`import ${name} new`, 0)),
    ...(await importing(`import ${name} over ${name}`, rows)),
  ];
}

async function importing(name: string, present: number): Promise<BenchRow[]> {
  const book = await openBook();
  await setUpBook(book);
  if (present > 0) await growCustomers(book, present);
  const reading = new Slices();
  const comparing = new Slices();
  const started = performance.now();
  const source = must(
    await textSource("", pasted(), must(await book.port.describe()), reading.watcher),
  );
  const plan = await planned(book, source, comparing);
  const planMs = performance.now() - started;
  const { trips } = book.wire;
  const planTrips = trips.length;
  const planDown = sum(book, "bytesDown");
  book.wire.reset();
  const applying = performance.now();
  const { applied } = must(await applyImport(book.port, plan, new Slices().watcher));
  const applyMs = performance.now() - applying;
  const figures: BenchRow[] = [
    { name: `${name}: read and dry run`, value: Math.round(planMs), unit: "ms" },
    {
      name: `${name}: longest slice of the dry run`,
      value: Math.round(Math.max(reading.longest, comparing.longest)),
      unit: "ms",
      note: "at most 100; reading the table from the host is apart",
    },
    { name: `${name}: dry run, round trips`, value: planTrips, unit: "trips" },
    { name: `${name}: dry run, bytes down`, value: planDown, unit: "B" },
    {
      name: `${name}: apply`,
      value: Math.round(applyMs),
      unit: "ms",
      note: "with the host's share",
    },
    { name: `${name}: apply, changes`, value: applied.length, unit: "changes" },
    { name: `${name}: apply, round trips`, value: book.wire.trips.length, unit: "trips" },
    { name: `${name}: apply, bytes up`, value: sum(book, "bytesUp"), unit: "B" },
    { name: `${name}: apply, bytes down`, value: sum(book, "bytesDown"), unit: "B" },
    {
      name: `${name}: apply, largest message`,
      value: Math.max(...book.wire.trips.flatMap((trip) => [trip.bytesUp, trip.bytesDown])),
      unit: "B",
      note: "at most 4 MB",
    },
  ];
  book.wire.reset();
  const taking = performance.now();
  must(await takeAllBack(book.port, applied, new Slices().watcher));
  return [
    ...figures,
    { name: `${name}: take back`, value: Math.round(performance.now() - taking), unit: "ms" },
    { name: `${name}: take back, round trips`, value: book.wire.trips.length, unit: "trips" },
  ];
}

async function planned(book: Book, source: ImportSource, slices: Slices): Promise<ImportPlan> {
  const mapping = importMapping(source, must(await book.port.describe()));
  return must(
    await dryRun(
      book.port,
      source,
      { mapping, key: "id", unreadable: "reject", corrections: new Map() },
      { asOf, newId },
      slices.watcher,
    ),
  );
}

/** What the tables of `growCustomers` hold, every second row with another name and close day. */
function pasted(): string {
  const lines = ["客户编号\t客户名称\t需求状况\t预计成交日"];
  for (let number = 0; number < rows; number += 1) {
    const { id, cells } = customer(number);
    const changed = number % 2 === 1;
    const closes = changed ? "2026-07-01" : "2026-03-19";
    lines.push(`${id}\t${changed ? `新名称${number}` : cells["name"]}\t目标\t${closes}`);
  }
  return lines.join("\n");
}

/** Watches how long the work goes on between two pauses. */
class Slices {
  longest = 0;
  #began: number | null = null;
  readonly watcher: Watcher = {
    pace: {
      now: () => {
        const now = performance.now();
        this.#began ??= now;
        return now;
      },
      pause: async () => {
        const now = performance.now();
        this.longest = Math.max(this.longest, now - (this.#began ?? now));
        await new Promise((resolve) => setTimeout(resolve, 0));
        this.#began = null;
      },
    },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };
}

function sum({ wire }: Book, direction: "bytesUp" | "bytesDown"): number {
  return wire.trips.reduce((total, trip) => total + trip[direction], 0);
}
