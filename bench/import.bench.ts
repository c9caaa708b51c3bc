import { emptyHistory, remember, takeBack } from "../src/app/deeds/history";
import { dayOrderFor, dryRun, importMapping } from "../src/app/import/import";
import { fileSource, openFile } from "../src/app/import/file";
import { textSource, type ImportSource } from "../src/app/import/source";
import type { Watcher } from "../src/app/slices";
import type { ImportPlan } from "../src/tables/import/plan";
import { apply } from "../test/app/import/importing";
import {
  asOf,
  contentsBesideAudit,
  customer,
  growCustomers,
  must,
  mustFail,
  newId,
  openBook,
  setUpBook,
  trace,
  type Book,
} from "../test/excel/book";
import { xlsxOf } from "../test/tables/import/xlsx";
import type { BenchRow } from "./bench";
import { ownTime, type OwnTimes } from "./own-time";

/**
 * Importing by the calls the pane makes: as new customers into an empty table, and over as many that are there, half of
 * them changed; every row with its audit row. Time is the program's own with the embedded host in the same process; what
 * travels is what office.js sends. The pane's share of a stretch without pause is that time without the host's.
 */
export async function run(): Promise<BenchRow[]> {
  const figures: BenchRow[] = [];
  for (const rows of [10_000, 100_000]) {
    const name = rows.toLocaleString("en-US");
    figures.push(...(await importing(`${name} new`, rows, 0)));
    figures.push(...(await importing(`${name} over ${name}`, rows, rows)));
    figures.push(...(await reading(`${name} rows`, rows)));
  }
  return figures;
}

async function importing(name: string, rows: number, present: number): Promise<BenchRow[]> {
  const book = await openBook();
  await setUpBook(book);
  if (present > 0) await growCustomers(book, present);
  const lookOn = ownTime(book);
  const started = performance.now();
  const facts = must(await book.port.describe());
  const source = must(await textSource("", pasted(rows), facts, lookOn.watcher));
  const plan = await planned(book, source, lookOn.watcher);
  const planMs = performance.now() - started;
  const planTrips = book.wire.trips.length;
  const planDown = sum(book, "bytesDown");
  const planStretch = stretchRows(`${name}: dry run`, await lookOn.done());

  const before = contentsBesideAudit(book.model);
  const isAsBefore = (): void => {
    if (contentsBesideAudit(book.model) !== before) throw new Error("not as it was");
  };
  const figures: BenchRow[] = [
    { name: `${name}: read and dry run`, value: Math.round(planMs), unit: "ms" },
    ...planStretch,
    { name: `${name}: dry run, round trips`, value: planTrips, unit: "trips" },
    { name: `${name}: dry run, bytes down`, value: planDown, unit: "B" },
  ];
  figures.push(...(await cancelled(`${name}: cancel half way`, book, plan)));
  isAsBefore();
  const applying = looking(`${name}: apply`, book);
  const performed = must(await apply(book, plan, applying.watcher));
  figures.push(...(await applying.figures()));
  const taking = looking(`${name}: take back`, book);
  must(await takeBack(book.port, remember(emptyHistory, performed), trace, taking.watcher));
  figures.push(...(await taking.figures()));
  isAsBefore();
  return figures;
}

interface Phase {
  readonly watcher: Watcher;
  readonly figures: () => Promise<readonly BenchRow[]>;
}

/** Watches a part of an import from now on. */
function looking(name: string, book: Book): Phase {
  book.wire.reset();
  const { watcher, done } = ownTime(book);
  const began = performance.now();
  return {
    watcher,
    async figures() {
      const ms = performance.now() - began;
      const times = await done();
      const { trips } = book.wire;
      const largest = Math.max(...trips.flatMap(({ bytesUp, bytesDown }) => [bytesUp, bytesDown]));
      return [
        { name, value: Math.round(ms), unit: "ms", note: "with audit rows and the host's share" },
        { name: `${name}, own`, value: Math.round(times.own), unit: "ms", note: "processor time" },
        {
          name: `${name}, the host`,
          value: Math.round(times.host),
          unit: "ms",
          note: "processor time",
        },
        ...stretchRows(name, times),
        {
          name: `${name}, longest time between two signs of progress`,
          value: Math.round(times.longestSilence),
          unit: "ms",
          note: "at most 500, without the host's time, of which the pane tells meanwhile",
        },
        { name: `${name}, round trips`, value: trips.length, unit: "trips" },
        { name: `${name}, bytes up`, value: sum(book, "bytesUp"), unit: "B" },
        { name: `${name}, bytes down`, value: sum(book, "bytesDown"), unit: "B" },
        { name: `${name}, largest message`, value: largest, unit: "B", note: "at most 4 MB" },
      ];
    },
  };
}

/** The longest stretch of the pane's own, without the collector's part and with it. */
function stretchRows(name: string, times: OwnTimes): readonly BenchRow[] {
  return [
    {
      name: `${name}, longest stretch without pause`,
      value: Math.round(times.longestWork),
      unit: "ms",
      note: `the pane's own, at most 100; ${Math.round(times.longest)} with the collector, which here goes through the host's cells, too`,
    },
  ];
}

/** Applies, and cancels half way; what is told begins with the cancel and ends with the workbook as it was. */
async function cancelled(name: string, book: Book, plan: ImportPlan): Promise<readonly BenchRow[]> {
  const stop = new AbortController();
  const lookOn = ownTime(book, stop.signal);
  const { watcher } = lookOn;
  let putting: Phase | null = null;
  const failure = mustFail(
    await apply(book, plan, {
      ...watcher,
      onProgress: (share) => {
        putting?.watcher.onProgress(share);
        if (share < 0.5 || stop.signal.aborted) return;
        putting = looking(name, book);
        stop.abort();
      },
    }),
  );
  if (failure.code !== "cancelled") throw new Error(failure.code);
  // TypeScript does not see the assignment in the callback.
  const phase = putting as Phase | null;
  await lookOn.done();
  return phase === null ? [] : phase.figures();
}

/** Reading files of so many rows and ten columns. */
async function reading(name: string, rows: number): Promise<BenchRow[]> {
  const cells = Array.from({ length: rows + 1 }, (_, row) =>
    row === 0
      ? [
          "客户编号",
          "客户名称",
          "电话",
          "需求状况",
          "预计成交日",
          "地区",
          "负责人",
          "备注",
          "来源",
          "潜在金额",
        ]
      : [
          `K${row}`,
          `客户${row}有限公司`,
          `138${row}`,
          "目标",
          "2026-03-19",
          "华东",
          "张三",
          "备注",
          "展会",
          row,
        ],
  );
  const text = cells.map((row) => row.join(",")).join("\n");
  const files = [
    { kind: "xlsx", bytes: xlsxOf(cells) },
    { kind: "csv", bytes: new TextEncoder().encode(text) },
  ];
  const book = await openBook();
  await setUpBook(book);
  const facts = must(await book.port.describe());
  const figures: BenchRow[] = [];
  for (const { kind, bytes } of files) {
    const { watcher, done } = ownTime(book);
    const started = performance.now();
    const file = must(await openFile(`x.${kind}`, bytes, watcher));
    const source = must(await fileSource(file, facts, watcher));
    const ms = performance.now() - started;
    if (source.rows.length !== rows) throw new Error("rows are missing");
    figures.push(
      {
        name: `${name} × 10 from a .${kind}`,
        value: Math.round(ms),
        unit: "ms",
        note: `${bytes.length} bytes`,
      },
      ...stretchRows(`${name} × 10 from a .${kind}`, await done()),
    );
  }
  return figures;
}

async function planned(book: Book, source: ImportSource, watcher: Watcher): Promise<ImportPlan> {
  const facts = must(await book.port.describe());
  const mapping = importMapping(source, facts);
  const order = dayOrderFor(source, mapping, facts);
  const choices = {
    mapping,
    key: "id",
    unreadable: "reject",
    dayOrder: order === "unclear" ? null : order,
    days: {},
    unknownCustomers: "reject",
    corrections: new Map(),
  } as const;
  return must(await dryRun(book.port, source, choices, { asOf, newId }, watcher));
}

/** What the tables of `growCustomers` hold, every second row with another name and close day. */
function pasted(rows: number): string {
  const lines = ["客户编号\t客户名称\t需求状况\t预计成交日"];
  for (let number = 0; number < rows; number += 1) {
    const { id, cells } = customer(number);
    const changed = number % 2 === 1;
    const closes = changed ? "2026-07-01" : "2026-03-19";
    lines.push(`${id}\t${changed ? `新名称${number}` : cells["name"]}\t目标\t${closes}`);
  }
  return lines.join("\n");
}

function sum({ wire }: Book, direction: "bytesUp" | "bytesDown"): number {
  return wire.trips.reduce((total, trip) => total + trip[direction], 0);
}
