import type { ColumnsAnswer, ColumnsRequest } from "../app/workbook/reading";
import type { Cell } from "../tables/change";
import type { ColumnSpec } from "../tables/schema";
import { tableSpecs } from "../tables/tables";
import type { BoundTable, BoundTables } from "./binding";
import { FewWords } from "./few-words";
import { expectedBytes } from "./message-size";
import { RowWitness } from "./row-witness";

/** Bytes per row as seen in earlier reads, by table and columns. */
type Weights = ReadonlyMap<string, number>;

/** Neighbouring columns, read as one range: a row of several cells costs less than each cell in brackets of its own. */
export interface Block {
  readonly left: number;
  readonly columns: readonly string[];
}

/** Columns of one table on their way in. */
export interface Reading {
  readonly bound: BoundTable;
  readonly key: string;
  /** The columns that were asked for; ids may be read beside them, see `RowWitness`. */
  readonly asked: readonly string[];
  /** Whether ids come along where the reading takes several messages. */
  readonly wantsIds: boolean;
  readonly blocks: readonly Block[];
  readonly width: number;
  /** The rows from `first` up to, not including, `rows`. */
  readonly first: number;
  readonly rows: number;
  /** By column id, from the row `first` on. */
  readonly cells: Readonly<Record<string, Cell[]>>;
  /** By column id. */
  readonly words: Readonly<Record<string, FewWords>>;
  readonly witness: RowWitness;
  done: number;
  weight: number;
}

/** What was asked for, without the ids that were read beside it. */
export function answerOf({ bound: { table }, asked, cells }: Reading): ColumnsAnswer {
  return {
    table,
    columns: Object.fromEntries(asked.map((column) => [column, cells[column] ?? []])),
  };
}

/** What a request comes to as the table stands now: only columns that are there, and no more rows than it has. */
export function reading(
  { table, columns, rows: window, comparesIds }: ColumnsRequest,
  tables: BoundTables,
  weights: Weights,
): Reading {
  const bound = tables[table];
  if (bound === undefined) throw new Error(`${table} is not bound`);
  const asked = columns.filter((column) => bound.columns[column] !== undefined);
  const { rowCount } = bound.live;
  const first = Math.min(Math.max(window?.first ?? 0, 0), rowCount);
  const end = window === undefined ? rowCount : Math.min(window.first + window.count, rowCount);
  const rows = asked.length === 0 ? first : end;
  const wantsIds = comparesIds !== true && asked.length > 0 && bound.columns.id !== undefined;
  const columnsRead = ofColumns(bound, asked, weights);
  return { bound, asked, wantsIds, first, rows, done: first, ...columnsRead };
}

/** The same with the ids of its rows beside what was asked for, if there are any. */
export function withIds(plain: Reading, weights: Weights): Reading {
  const { bound, asked } = plain;
  return lacksIds(plain) ? { ...plain, ...ofColumns(bound, ["id", ...asked], weights) } : plain;
}

function ofColumns(bound: BoundTable, columns: readonly string[], weights: Weights) {
  const { table } = bound;
  const key = `${table}:${columns.join()}`;
  const kinds = new Map(
    tableSpecs[table].columns.map((column: ColumnSpec) => [column.id, column.kind]),
  );
  const expected = columns.reduce((sum, column) => sum + expectedBytes(kinds.get(column)), 2);
  return {
    key,
    blocks: blocksOf(bound, columns),
    width: columns.length,
    cells: Object.fromEntries(columns.map((column): [string, Cell[]] => [column, []])),
    words: Object.fromEntries(columns.map((column) => [column, new FewWords()])),
    witness: new RowWitness(),
    weight: weights.get(key) ?? expected,
  };
}

function blocksOf(bound: BoundTable, columns: readonly string[]): readonly Block[] {
  const placed = columns
    .map((column) => ({ column, index: bound.columns[column]?.index ?? -1 }))
    .sort((one, other) => one.index - other.index);
  const blocks: { left: number; columns: string[] }[] = [];
  for (const { column, index } of placed) {
    const last = blocks.at(-1);
    if (last !== undefined && last.left + last.columns.length === index) last.columns.push(column);
    else blocks.push({ left: index, columns: [column] });
  }
  return blocks;
}

/** Whether a table has ids that are wanted and not read. */
export function lacksIds({ wantsIds, cells }: Reading): boolean {
  return wantsIds && cells["id"] === undefined;
}

/** About how many bytes are still to come. */
export function bytesLeft(readings: readonly Reading[]): number {
  return readings.reduce((sum, { rows, done, weight }) => sum + (rows - done) * weight, 0);
}
