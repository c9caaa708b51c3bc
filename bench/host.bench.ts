import { ExcelHost } from "../src/host/excel-host";
import { Workbook } from "../src/host/model/workbook";
import { officeClient } from "../test/office-client";
import type { BenchRow } from "./bench";

const rowCount = 100_000;
const columnCount = 25;
/** Rows of one sync: some 2 MB, well under the 5 MB a request to Excel on the web may have. */
const rowsPerSync = 10_000;

/** Cells written and read through Microsoft's client, as an add-in does it. */
export async function run(): Promise<BenchRow[]> {
  const host = new ExcelHost(new Workbook());
  host.workbook.addSheet("Plain");
  host.workbook.addSheet("Texts");
  const { Excel } = await officeClient(host.connect());
  const rows: BenchRow[] = [];
  rows.push(...(await written(Excel, host, "Plain", "numbers, words and days", mixedCell)));
  rows.push(...(await written(Excel, host, "Texts", "texts Excel has to read", typedCell)));
  rows.push(await readBack(Excel));
  return rows;
}

type Cell = string | number | boolean;

/** What a table of customers holds: names, words, serial numbers of days, amounts, truth values. */
function mixedCell(row: number, column: number): Cell {
  switch (column % 5) {
    case 0:
      return `客户 ${row}-${column}`;
    case 1:
      return 46_000 + ((row * 7 + column) % 900);
    case 2:
      return row % 3 === 0 ? "目标" : "潜在";
    case 3:
      return (row * column) / 4;
    default:
      return column === 24 ? row % 2 === 0 : "老客户介绍，周五再谈";
  }
}

/** Texts that are numbers, days and percentages once they stand in a cell. */
function typedCell(row: number, column: number): Cell {
  switch (column % 4) {
    case 0:
      return `${row}.${column}`;
    case 1:
      return `2026-0${1 + (row % 9)}-${10 + (row % 18)}`;
    case 2:
      return `1380013${String(row % 10_000).padStart(4, "0")}`;
    default:
      return `${row % 100}%`;
  }
}

async function written(
  client: { run: typeof Excel.run },
  host: ExcelHost,
  sheet: string,
  what: string,
  cell: (row: number, column: number) => Cell,
): Promise<BenchRow[]> {
  const blocks: Cell[][][] = [];
  for (let top = 0; top < rowCount; top += rowsPerSync) {
    blocks.push(
      Array.from({ length: rowsPerSync }, (_, row) =>
        Array.from({ length: columnCount }, (_unused, column) => cell(top + row, column)),
      ),
    );
  }
  host.counters.reset();
  const cpu = process.cpuUsage();
  const start = performance.now();
  await client.run(async (context) => {
    for (const [index, block] of blocks.entries()) {
      context.workbook.worksheets
        .getItem(sheet)
        .getRangeByIndexes(index * rowsPerSync, 0, rowsPerSync, columnCount).values = block;
      await context.sync();
    }
  });
  const name = `write ${rowCount} × ${columnCount}, ${what}`;
  const { user, system } = process.cpuUsage(cpu);
  return [
    figure(name, performance.now() - start, "ms", "at most 2,000 for plain values, machine quiet"),
    figure(`${name}: processor`, (user + system) / 1e3, "ms", "what other processes don't change"),
    figure(`${name}: sent`, host.counters.total.bytesUp / 1e6, "MB"),
    figure(
      `${name}: process`,
      process.memoryUsage.rss() / 1e6,
      "MB",
      "at most 600 with one such sheet",
    ),
  ];
}

async function readBack(client: { run: typeof Excel.run }): Promise<BenchRow> {
  const start = performance.now();
  await client.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Plain");
    for (let top = 0; top < rowCount; top += rowsPerSync) {
      sheet.getRangeByIndexes(top, 0, rowsPerSync, columnCount).load({ values: true });
      await context.sync();
    }
  });
  return figure(`read ${rowCount} × ${columnCount}`, performance.now() - start, "ms");
}

function figure(name: string, value: number, unit: string, note?: string): BenchRow {
  const rounded = Math.round(value * 10) / 10;
  return { name, value: rounded, unit, ...(note === undefined ? {} : { note }) };
}
