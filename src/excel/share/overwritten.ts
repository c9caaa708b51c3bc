import type { FormulaSwitch } from "../../app/share/formulas";
import { rowsByKey, unknownKey } from "../../app/share/row-keys";
import type { BoundTable } from "../binding";
import { cellOf, formulaOf } from "../cell";
import type { Session } from "../run";
import { written } from "../safe-text";
import { queuePlace } from "../table-place";
import { columnArea, type Body } from "./body";
import { inRow } from "./own-references";
import { queueGuard, queueKeys, type Standing } from "./row-standing";
import type { Surprise } from "./surprises";

/** As many cells go back in one message. */
const cellsAtOnce = 500;

/** What people had put into cells that were written over, until it is back: by what its row is known, wherever that is. */
export class Overwritten {
  readonly #cells = new Map<string, Surprise>();

  get size(): number {
    return this.#cells.size;
  }

  /** What stood in a cell when it was first written over is a person's; later it may be ours. */
  add(surprises: readonly Surprise[]): void {
    for (const surprise of surprises) {
      const { column, row, key } = surprise;
      const name = `${column} ${key === unknownKey ? `=${row}` : key}`;
      if (!this.#cells.has(name)) this.#cells.set(name, surprise);
    }
  }

  /**
   * Puts all of it back, row by row.
   *
   * @param standing - where the rows were seen last
   * @returns whether rows moved again meanwhile: then what was written over is noted, too, and all is to be done anew
   */
  async putBack(
    session: Session,
    plan: FormulaSwitch,
    bound: BoundTable,
    body: Body,
    standing: Standing,
  ): Promise<boolean> {
    const { context } = session;
    if (body.rowCount !== standing.keys.length) return true;
    const rowOf = rowsIn(standing.keys);
    const all = [...this.#cells.values()];
    for (let at = 0; at < all.length; at += cellsAtOnce) {
      queueGuard(context, bound, body);
      const written = all.slice(at, at + cellsAtOnce).flatMap((cell) => {
        const row = rowOf(cell);
        const index = bound.columns[cell.column]?.index;
        if (row === null || index === undefined) return [];
        const place = { first: row, count: 1 };
        const was = columnArea(context, bound, index, place).load("formulas,values");
        const key = queueKeys(context, plan, bound, place);
        queueCell(columnArea(context, bound, index, place), cell, body.firstRow + row);
        return [{ cell, row, was, key }];
      });
      const stands = queuePlace(context, bound);
      await session.sync();
      const others = written.filter(({ row, key }) => key()[0] !== standing.keys[row]);
      this.add(
        others.map(({ cell: { column }, row, was, key }): Surprise => {
          const value = cellOf(was.values[0]?.[0]);
          const formula = formulaOf(was.formulas[0]?.[0], value);
          const sheetRow = stands().top + row;
          const found = key()[0] ?? unknownKey;
          return { column, row, key: found, formula, isLocal: false, sheetRow, value };
        }),
      );
      if (others.length > 0) return true;
    }
    return false;
  }
}

/** Queues what a cell held, into a row of the sheet. */
function queueCell(
  range: Excel.Range,
  { formula, isLocal, value, sheetRow }: Surprise,
  row: number,
): void {
  if (formula === null) range.values = [[written(value, "General")]];
  else if (isLocal) range.formulasLocal = [[inRow(formula, sheetRow, row)]];
  else range.formulas = [[inRow(formula, sheetRow, row)]];
}

/** Where the row of a cell stands: the only one with its key, or else the one in which it stood. */
function rowsIn(keys: readonly string[]): (cell: Surprise) => number | null {
  const rows = rowsByKey(keys);
  return ({ key, row }) => {
    const only = rows.get(key) ?? null;
    return only ?? (keys[row] === key ? row : null);
  };
}
