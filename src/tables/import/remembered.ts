import type { Cell } from "../change";
import { isTextKind, type ColumnSpec } from "../schema";

/** More contents than that hardly come again. */
const mostContents = 2_000;

/**
 * What the cells of columns mean, worked out once for each content: the same days, words of a list and amounts stand in
 * a hundred thousand rows. Texts are mostly all different, and are not remembered.
 */
export class RememberedCells<Meaning> {
  readonly #byColumn = new Map<ColumnSpec, Map<Cell, Meaning>>();

  /** @param meaning - of a cell of that column, always the same for the same content */
  constructor(private readonly meaning: (column: ColumnSpec, cell: Cell) => Meaning) {}

  of(column: ColumnSpec, cell: Cell): Meaning {
    if (isTextKind(column.kind)) return this.meaning(column, cell);
    let known = this.#byColumn.get(column);
    if (known === undefined) this.#byColumn.set(column, (known = new Map<Cell, Meaning>()));
    const found = known.get(cell);
    if (found !== undefined) return found;
    const meaning = this.meaning(column, cell);
    if (known.size < mostContents) known.set(cell, meaning);
    return meaning;
  }
}
