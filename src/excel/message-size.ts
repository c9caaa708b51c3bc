import type { ColumnKind } from "../tables/schema";
import type { HostGrid } from "./cell";

/**
 * What one message may weigh. Excel on the web refuses requests and responses above 5 MB; the rest is room for the
 * frame of a message and for guesses that were too low.
 *
 * @see https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization
 */
export const messageBytes = 3_600_000;

/** The same for writes: office.js cuts large arrays into runs of 1,500 cells, each with a frame of its own. */
export const writeBytes = 3_200_000;

/** Reads of more cells may come back null without an error; stay far below the five million that are documented. */
export const messageCells = 1_000_000;

/** Bytes of a cell in a message, by kind, until real ones were seen: generous, so that the first read is not too large. */
const expectedCellBytes: Readonly<Record<ColumnKind, number>> = {
  id: 16,
  day: 8,
  time: 20,
  number: 12,
  percent: 8,
  amountYuan: 12,
  choice: 14,
  phone: 16,
  email: 28,
  creditCode: 21,
  identityNumber: 21,
  mixed: 14,
  text: 32,
  computed: 24,
};

export function expectedBytes(kind: ColumnKind | undefined): number {
  return expectedCellBytes[kind ?? "text"];
}

/** UTF-8 bytes of a cell inside a JSON array, with its comma. */
export function cellBytes(cell: unknown): number {
  return typeof cell === "string" ? textBytes(cell) + 3 : String(cell).length + 1;
}

/** Average bytes of a row of a grid as JSON, from at most 500 rows spread over it. */
export function averageRowBytes(grid: HostGrid): number {
  if (grid.length === 0) return 0;
  const step = Math.ceil(grid.length / 500);
  let bytes = 0;
  let rows = 0;
  for (let index = 0; index < grid.length; index += step) {
    bytes += rowBytes(grid[index] ?? []);
    rows += 1;
  }
  return bytes / rows;
}

/** UTF-8 bytes of a row as JSON: brackets, comma and cells. */
export function rowBytes(row: readonly unknown[]): number {
  return row.reduce<number>((sum, cell) => sum + cellBytes(cell), 2);
}

/**
 * Cuts rows into runs of which each stays within the bytes and cells of one message.
 *
 * @returns the first row of each run and its length
 */
export function messageRuns(
  rows: readonly (readonly unknown[])[],
  limit = writeBytes,
): readonly { readonly first: number; readonly count: number }[] {
  const runs: { first: number; count: number }[] = [];
  let bytes = Infinity;
  let cells = 0;
  rows.forEach((row, index) => {
    const more = rowBytes(row);
    const last = runs.at(-1);
    if (last === undefined || bytes + more > limit || cells + row.length > messageCells) {
      runs.push({ first: index, count: 1 });
      bytes = more;
      cells = row.length;
      return;
    }
    last.count += 1;
    bytes += more;
    cells += row.length;
  });
  return runs;
}

function textBytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // Half of a surrogate pair counts 2: the pair is 4 bytes.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
