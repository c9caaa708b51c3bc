import type { NewColumn } from "../../app/workbook/columns";
import type { AdoptedTable, InstallPlan, NewTable } from "../../app/workbook/install";
import type { Cell } from "../../tables/change";
import { columnPoints } from "../../tables/header-width";
import type { Placed } from "./install-tables";
import { messageRuns, rowBytes } from "../message-size";
import type { Outbox } from "../outbox";
import { blockIn, spanRange } from "../commit/row-blocks";
import { formulaForRow } from "../commit/row-formula";
import { written, type Written } from "../safe-text";
import { turn } from "../../app/turn";

/** Fills a new table: number formats, values, formulas, then the looks. */
export async function fillNew(
  context: Excel.RequestContext,
  outbox: Outbox,
  plan: NewTable,
  table: Placed,
): Promise<void> {
  for (const [index, column] of plan.columns.entries()) {
    setFormat(context, table, index, column);
  }
  const formats = new Map<string, string>();
  for (const { row, column, numberFormat } of plan.cellFormats) {
    const index = plan.columns.findIndex((candidate) => candidate.column === column);
    area(context, table, row, index, 1, 1).numberFormat = [[numberFormat]];
    formats.set(`${row}:${index}`, numberFormat);
  }
  const rows = plan.rows.map((cells, row) =>
    cells.map((cell, index): Written | null => {
      if (cell === null || isFormula(plan.columns[index])) return null;
      const format =
        formats.get(`${row}:${index}`) ?? plan.columns[index]?.numberFormat ?? "General";
      return written(cell, format);
    }),
  );
  const cellsOf = (row: number): readonly (Written | null)[] => rows[row] ?? [];
  await write(context, outbox, table, { left: 0, rows: rows.length, cellsOf, as: "values" });
  for (const [index, column] of plan.columns.entries()) {
    await fillFormulas(context, outbox, table, index, column);
    setLooks(context, table, index, column);
  }
}

/** Fills an adopted table: ids where there are none, and the columns added on its right. Nothing else is written to. */
export async function fillAdopted(
  context: Excel.RequestContext,
  outbox: Outbox,
  plan: AdoptedTable,
  table: Placed,
): Promise<void> {
  const idIndex = plan.binding.id;
  if (idIndex !== undefined && plan.missingIds.size > 0) {
    const cellsOf = (row: number): readonly (Written | null)[] => {
      const id = plan.missingIds.get(row);
      return [id === undefined ? null : written(id, "General")];
    };
    await write(context, outbox, table, {
      left: idIndex,
      rows: table.bodyRows,
      cellsOf,
      as: "values",
    });
  }
  for (const column of plan.added) await fillColumn(context, outbox, table, column);
}

/** Fills a column that was added to a table: format, values or formulas, then the looks. */
export async function fillColumn(
  context: Excel.RequestContext,
  outbox: Outbox,
  table: Placed,
  column: NewColumn,
): Promise<void> {
  const index = table.columns[column.column]?.index;
  if (index === undefined) throw new Error(`${column.column} was not added`);
  setFormat(context, table, index, column);
  if (column.fill !== null && "values" in column.fill) {
    const format = column.numberFormat ?? "General";
    const { values } = column.fill;
    const cellsOf = (row: number): readonly (Written | null)[] => {
      const cell: Cell = values[row] ?? null;
      return [cell === null ? null : written(cell, format)];
    };
    await write(context, outbox, table, {
      left: index,
      rows: values.length,
      cellsOf,
      as: "values",
    });
  }
  await fillFormulas(context, outbox, table, index, column);
  setLooks(context, table, index, column);
}

// Always said, also where it is none: a new column takes over the format of its neighbour, and a formula written into
// a text cell stays text.
function setFormat(
  context: Excel.RequestContext,
  table: Placed,
  index: number,
  column: NewColumn,
): void {
  const format = column.numberFormat ?? "General";
  area(context, table, 0, index, table.bodyRows, 1).numberFormat = [[format]];
}

function setLooks(
  context: Excel.RequestContext,
  table: Placed,
  index: number,
  { width, list }: NewColumn,
): void {
  const body = area(context, table, 0, index, table.bodyRows, 1);
  body.format.columnWidth = columnPoints(width);
  if (list !== null) offerList(body, list);
}

/** Offers words as a drop-down list of a column's cells. */
export function offerList(body: Excel.Range, list: readonly string[]): void {
  // Excel refuses a list of no words.
  if (list.length === 0) {
    body.dataValidation.clear();
    return;
  }
  body.dataValidation.rule = { list: { inCellDropDown: true, source: list.join(",") } };
  // The list is an offer: other spellings are understood as well, and are not refused.
  body.dataValidation.errorAlert = {
    showAlert: false,
    style: Excel.DataValidationAlertStyle.information,
    title: "",
    message: "",
  };
}

async function fillFormulas(
  context: Excel.RequestContext,
  outbox: Outbox,
  table: Placed,
  index: number,
  { fill }: NewColumn,
): Promise<void> {
  if (fill === null || !("formula" in fill)) return;
  const { formula } = fill;
  const cellsOf = (row: number): readonly Written[] => [
    formulaForRow(formula, table.firstRow + row, table, table.left),
  ];
  await write(context, outbox, table, {
    left: index,
    rows: table.bodyRows,
    cellsOf,
    as: "formulas",
  });
}

async function write(
  context: Excel.RequestContext,
  outbox: Outbox,
  table: Placed,
  { left, rows, cellsOf, as }: Block,
): Promise<void> {
  for (let from = 0; from < rows; from += rowsAtOnce) {
    if (from > 0) await turn();
    const length = Math.min(rowsAtOnce, rows - from);
    const cells = Array.from({ length }, (_, at) => [...cellsOf(from + at)]);
    for (const { first, count } of messageRuns(cells, outbox.limit)) {
      const run = cells.slice(first, first + count);
      const width = run[0]?.length ?? 1;
      const bytes = run.reduce((sum, row) => sum + rowBytes(row), 0);
      if (!(await outbox.reserve(bytes, count * width))) return;
      area(context, table, from + first, left, count, width)[as] = run;
    }
  }
}

/** Cells of a table's body to be written; null leaves what stands there. */
interface Block {
  readonly left: number;
  readonly rows: number;
  readonly cellsOf: (row: number) => readonly (Written | null)[];
  readonly as: "values" | "formulas";
}

/** Rows made between two places where others get their turn: some milliseconds' work. */
const rowsAtOnce = 2_000;

/** How many cells filling will write, for the share that is shown. */
export function cellsToFill({ create, adopt }: InstallPlan, placed: readonly Placed[]): number {
  const made = create.map(({ columns, rows }) => {
    const formulas = columns.filter((column) => isFormula(column)).length;
    return rows.length * columns.length + Math.max(rows.length, 1) * formulas;
  });
  const own = placed.find(({ table }) => table === adopt?.table);
  const filled = (adopt?.added ?? []).filter(({ fill }) => fill !== null).length;
  const ids = (adopt?.missingIds.size ?? 0) > 0 ? 1 : 0;
  return made.reduce((sum, cells) => sum + cells, (own?.bodyRows ?? 0) * (filled + ids));
}

/**
 * Cells of a table's body by zero-based row and column: of these columns wherever they stand by now, since others may come
 * and go beside them between two messages.
 */
export function area(
  context: Excel.RequestContext,
  table: Placed,
  row: number,
  column: number,
  rows: number,
  columns: number,
): Excel.Range {
  const span = spanRange(context, table, { left: column, count: columns });
  return blockIn(span, { first: row, count: rows });
}

function isFormula(column: NewColumn | undefined): boolean {
  return column?.fill != null && "formula" in column.fill;
}
