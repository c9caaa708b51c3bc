import { checkHealth } from "../src/app/health/check";
import { fixHealth } from "../src/app/health/fix";
import type { Watcher } from "../src/app/slices";
import type { Scalar } from "../src/host/model/cell";
import {
  asOf,
  growCustomers,
  must,
  openBook,
  setUpBook,
  tableOf,
  trace,
  type Book,
} from "../test/excel/book";
import type { BenchRow } from "./bench";
import { ownTime } from "./own-time";

const rows = 100_000;
/** One row in so many has something wrong in it. */
const messEvery = 10;
const fixed = 10_000;

/**
 * The health check of 100,000 customers, one in ten with a mess, by the calls the pane makes; and fixing 10,000 cells.
 * Time is the program's own with the embedded host in the same process; what travels is what office.js sends.
 */
export async function run(): Promise<BenchRow[]> {
  const book = await openBook();
  await setUpBook(book);
  await growCustomers(book, rows);
  mess(book);
  const name = `health check, ${rows.toLocaleString("en-US")} customers`;
  const watching = new Watching();
  const began = performance.now();
  const report = must(await checkHealth(book.port, asOf, watching.watcher));
  const checkMs = performance.now() - began;
  const { trips } = book.wire;
  const issues = report.kinds.flatMap((kind) => kind.issues);
  const figures: BenchRow[] = [
    {
      name: `${name}: time`,
      value: Math.round(checkMs),
      unit: "ms",
      note: `${issues.length} issues in ${report.cells} cells; with the host's share`,
    },
    {
      name: `${name}: examining alone`,
      value: Math.round(watching.examining),
      unit: "ms",
    },
    {
      name: `${name}: longest slice`,
      value: Math.round(watching.longest),
      unit: "ms",
      note: "at most 100; reading from the host is apart",
    },
    {
      name: `${name}: longest silence of the progress`,
      value: Math.round(watching.silence),
      unit: "ms",
      note: "at most 500",
    },
    { name: `${name}: round trips`, value: trips.length, unit: "trips" },
    { name: `${name}: bytes up`, value: sum(book, "bytesUp"), unit: "B" },
    { name: `${name}: bytes down`, value: sum(book, "bytesDown"), unit: "B" },
    { name: `${name}: largest message`, value: largest(book), unit: "B", note: "at most 4 MB" },
  ];

  book.wire.reset();
  const fixing = new Watching();
  const wanted = issues.filter(({ proposal }) => proposal?.sure === true).slice(0, fixed);
  const started = performance.now();
  must(await fixHealth(book.port, report.facts, wanted, "", trace, fixing.watcher));
  const fix = `fix ${wanted.length.toLocaleString("en-US")} cells`;
  figures.push(
    { name: `${fix}: time`, value: Math.round(performance.now() - started), unit: "ms" },
    { name: `${fix}: round trips`, value: book.wire.trips.length, unit: "trips" },
    { name: `${fix}: bytes up`, value: sum(book, "bytesUp"), unit: "B" },
    { name: `${fix}: largest message`, value: largest(book), unit: "B", note: "at most 4 MB" },
  );
  return [...figures, ...(await worst())];
}

/** Every row with two cells to tell of: a word no list has, and a day with its year last, whose column proves the order. */
async function worst(): Promise<readonly BenchRow[]> {
  const book = await openBook();
  await setUpBook(book);
  await growCustomers(book, rows);
  for (let row = 0; row < rows; row += 1) {
    put(book, row, "需求状况", `目标客户${row % 7}号`);
    put(book, row, "预计成交日", `${(row % 12) + 1}/${(row % 15) + 13}/2025`);
  }
  const { watcher, done } = ownTime(book);
  const report = must(await checkHealth(book.port, asOf, watcher));
  const times = await done();
  const issues = report.kinds.reduce((sum, kind) => sum + kind.issues.length, 0);
  const name = `health check at its worst, ${issues.toLocaleString("en-US")} issues`;
  return [
    { name: `${name}: own`, value: Math.round(times.own), unit: "ms", note: "processor time" },
    {
      name: `${name}: longest stretch without pause`,
      value: Math.round(times.longestWork),
      unit: "ms",
      note: `the pane's own, at most 100; ${Math.round(times.longest)} with the collector, which here goes through the host's cells, too`,
    },
    {
      name: `${name}: longest silence of the progress`,
      value: Math.round(times.longestSilence),
      unit: "ms",
      note: "at most 500, without the host's time",
    },
  ];
}

/** What people leave in cells, in turn. */
const messes: readonly (readonly [header: string, cell: (row: number) => Scalar])[] = [
  ["预计成交日", () => "2026年4月1日"],
  ["需求状况", () => "目标客户（重点）"],
  ["电话", (row) => 13_800_000_000 + row],
  ["客户名称", (row) => `　客户${row} `],
  ["邮箱", (row) => `kehu${row}@example`],
];

function mess(book: Book): void {
  for (let row = 0; row < rows; row += messEvery) {
    const [header, cell] = messes[(row / messEvery) % messes.length] ?? ["", () => null];
    put(book, row, header, cell(row));
  }
}

function put(book: Book, row: number, header: string, cell: Scalar): void {
  const { sheet, table } = tableOf(book, "customers");
  const column = table.columns.findIndex(({ name }) => name === header);
  sheet.cells.setValue(table.area.top + 1 + row, table.area.left + column, cell);
}

/** Watches how long the work goes on between two pauses, and how long nothing is heard of it. */
class Watching {
  longest = 0;
  silence = 0;
  examining = 0;
  #began: number | null = null;
  #heard = performance.now();
  readonly watcher: Watcher = {
    pace: {
      now: () => {
        const now = performance.now();
        this.#began ??= now;
        return now;
      },
      pause: async () => {
        const now = performance.now();
        if (this.#began !== null) {
          this.longest = Math.max(this.longest, now - this.#began);
          this.examining += now - this.#began;
        }
        await new Promise((resolve) => setTimeout(resolve, 0));
        this.#began = null;
      },
    },
    signal: new AbortController().signal,
    onProgress: () => {
      const now = performance.now();
      this.silence = Math.max(this.silence, now - this.#heard);
      this.#heard = now;
    },
  };
}

function sum({ wire }: Book, direction: "bytesUp" | "bytesDown"): number {
  return wire.trips.reduce((total, trip) => total + trip[direction], 0);
}

function largest({ wire }: Book): number {
  return Math.max(...wire.trips.flatMap((trip) => [trip.bytesUp, trip.bytesDown]));
}
