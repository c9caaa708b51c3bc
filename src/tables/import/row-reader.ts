import { isBlankCell } from "../cells";
import type { Cell } from "../change";
import type { ColumnSpec } from "../schema";
import { readIncoming, type IncomingStyle } from "./cell";
import { dayReadings } from "./days";
import type { IncomingDays } from "./days-found";
import { keyOf } from "./key";
import type { ImportChoices, ImportContext, Rejection, RejectionCode } from "./plan";
import { RememberedCells } from "./remembered";

/** What an incoming row says, by our columns; blank cells say nothing. */
export type Values = Map<ColumnSpec, string | number>;

/** A column of ours and the incoming one that fills it. */
export interface FilledColumn {
  readonly spec: ColumnSpec;
  readonly index: number;
}

/** Reads incoming rows in the way their columns are written. */
export class RowReader {
  readonly #incoming: ReadCells;
  /** For cells that mean what they say: mended ones, and those that are there. */
  readonly #asWritten: ReadCells;

  constructor(
    private readonly columns: readonly FilledColumn[],
    private readonly keyColumns: readonly ColumnSpec[],
    private readonly choices: ImportChoices,
    private readonly context: ImportContext,
    days: readonly IncomingDays[],
  ) {
    const { style, units } = context;
    const readings = dayReadings(days);
    const { dayOrder } = choices;
    const incoming = { dateSystem: style.dateSystem, dayOrder, days: readings, units };
    const asWritten = dayReadings(days.map((each) => ({ ...each, turned: null })));
    this.#incoming = readIn(incoming);
    this.#asWritten = readIn({ ...incoming, days: asWritten });
  }

  /** What the mapped cells mean; blank ones are left out. */
  read(
    row: number,
    cell: (index: number) => Cell,
  ): { readonly values: Values; readonly reasons: readonly Rejection[] } {
    const values: Values = new Map();
    const reasons: Rejection[] = [];
    const { asOf, target } = this.context;
    for (const { spec, index } of this.columns) {
      const found = cell(index);
      if (isBlankCell(found)) continue;
      const read = this.#cellsOf(row, index).of(spec, found);
      if (typeof read === "object") reasons.push(reason(read.code, spec.id, found));
      else if (target.pastDays.includes(spec.id) && Number(read) > asOf)
        reasons.push(reason("day-in-the-future", spec.id, found));
      else if (read !== "") values.set(spec, read);
    }
    return { values, reasons };
  }

  /** The key of an incoming row; null where it has none. */
  keyOf(row: number, cell: (index: number) => Cell): string | null {
    const { mapping } = this.choices;
    return this.#key((id) => {
      const index = mapping[id] ?? -1;
      return { cell: cell(index), cells: this.#cellsOf(row, index) };
    });
  }

  /** The key of a row that is there. */
  keyOfPresent(cellOf: (column: string) => Cell): string | null {
    return this.#key((id) => ({ cell: cellOf(id), cells: this.#asWritten }));
  }

  /** Days are compared by what they mean: one side writes them as numbers, the other as text. */
  #key(
    find: (column: string) => { readonly cell: Cell; readonly cells: ReadCells },
  ): string | null {
    const cells = this.keyColumns.map((spec) => {
      const { cell, cells } = find(spec.id);
      if (spec.kind !== "day" || isBlankCell(cell)) return cell;
      const read = cells.of(spec, cell);
      return typeof read === "object" ? cell : read;
    });
    return keyOf(this.choices.key, cells);
  }

  #cellsOf(row: number, index: number): ReadCells {
    const isMended = this.choices.corrections.get(row)?.has(index) === true;
    return isMended ? this.#asWritten : this.#incoming;
  }
}

type ReadCells = RememberedCells<ReturnType<typeof readIncoming>>;

function readIn(style: IncomingStyle): ReadCells {
  return new RememberedCells((column, cell) => readIncoming(column, cell, style));
}

export function reason(
  code: RejectionCode,
  column: string | null,
  found: Cell,
  otherRow: number | null = null,
): Rejection {
  return { code, column, found, otherRow };
}
