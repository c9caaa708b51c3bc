import type { Conflict } from "../../app/workbook/rows";
import type { Cell, UpdatedRow, WholeRow } from "../../tables/change";
import type { BoundTable } from "../binding";
import { cellOf, formulaOf, sameCell } from "../cell";
import type { SeenTable } from "./look-at-rows";
import { idIn, standing, type RowImage } from "./row-image";
import { enteredColumns } from "./table-work";

/** Where the rows are no longer as the change supposes. */
export function conflictsIn({ bound, work, rows }: SeenTable): readonly Conflict[] {
  const entered = enteredColumns(bound);
  return [
    ...work.updated.flatMap((row) => updateConflicts(bound, row, rows.get(row.id) ?? null)),
    ...work.removed.flatMap((row) =>
      removalConflicts(bound, row, rows.get(row.id) ?? null, entered),
    ),
  ];
}

/**
 * Where a row to be updated differs from what the change supposes. A formula in a cell to be written is a conflict as
 * well: it is somebody's work, and a value would replace it.
 *
 * @param image - null where the row is gone: then every cell differs
 */
export function updateConflicts(
  bound: BoundTable,
  { id, cells }: UpdatedRow,
  image: RowImage | null,
): readonly Conflict[] {
  const there = isRow(bound, id, image);
  return Object.entries(cells).flatMap(([column, { from }]): Conflict[] => {
    const index = bound.columns[column]?.index;
    const found = there && index !== undefined ? standing(image, index) : null;
    if (there && sameCell(found, from)) return [];
    const isFormula =
      there &&
      index !== undefined &&
      formulaOf(image.formulas[index], image.values[index]) !== null;
    const conflict = { table: bound.table, id, column, expected: from, found };
    return [isFormula ? { ...conflict, formula: true } : conflict];
  });
}

/**
 * Where a row to be removed differs from what the change supposes. What the change does not name must be blank: a
 * person may have noted something in the row since, and removing it would lose that. Formulas come back by themselves.
 *
 * @param image - null where the row is gone: then every cell differs
 * @param entered - the table's `enteredColumns`
 */
export function removalConflicts(
  bound: BoundTable,
  { id, cells }: WholeRow,
  image: RowImage | null,
  entered: readonly string[],
): readonly Conflict[] {
  const there = isRow(bound, id, image);
  const columns = new Set([...Object.keys(cells), ...entered]);
  return [...columns].flatMap((column): Conflict[] => {
    const index = bound.columns[column]?.index;
    const expected = cells[column] ?? null;
    const named = column in cells;
    if (!there) {
      return named ? [{ table: bound.table, id, column, expected, found: null }] : [];
    }
    if (index === undefined) return [];
    const found = cellOf(image.values[index]);
    if (sameCell(found, expected)) return [];
    if (!named && formulaOf(image.formulas[index], image.values[index]) !== null) return [];
    return [{ table: bound.table, id, column, expected, found }];
  });
}

/** Everything a person or we entered in a row, by column; a formula is no cell of the row, the table fills it in. */
export function enteredCells(bound: BoundTable, image: RowImage): WholeRow {
  const { values, formulas } = image;
  const cells: Record<string, Cell> = {};
  for (const column of enteredColumns(bound)) {
    const index = bound.columns[column]?.index;
    if (index === undefined || formulaOf(formulas[index], values[index]) !== null) continue;
    cells[column] = cellOf(values[index]);
  }
  return { table: bound.table, id: idIn(bound, image) ?? "", cells };
}

function isRow(bound: BoundTable, id: string, image: RowImage | null): image is RowImage {
  return image !== null && idIn(bound, image) === id;
}
