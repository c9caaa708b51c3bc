import type { OwnCall, OwnRows } from "../../app/share/sharing";
import type { WorkbookFailure } from "../../app/workbook/failures";
import type { RangeRef } from "../../app/workbook/places";
import { err, ok, type Result } from "../../domain/result";
import type { ColumnSpec, TableId } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import { blockAddress } from "../address";
import type { BoundTable } from "../binding";
import type { Sight } from "../describe";
import { averageRowBytes } from "../message-size";
import { fleeting, type Session } from "../run";
import { whatStays, type Found, type Stays } from "./own-stays";

/** Far below what a message may weigh: what comes is looked through in one go, and the pane shall not stand still. */
const pieceBytes = 1_000_000;
/** Until real formulas were seen. */
const expectedBytes = 60;

/** A block of cells of one sheet, zero-based. */
interface Block {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Looks for calls of this add-in's functions outside our own calculated columns. Excel itself says which cells hold
 * formulas (as "Go to special" does); only those travel.
 */
export async function findOwnCalls(
  session: Session,
  { bound, share, sheetNames }: Sight,
  besides: readonly OwnRows[],
  onProgress: (share: number) => void,
): Promise<Result<readonly OwnCall[], WorkbookFailure>> {
  const hidden = [share.readings, share.frozen, share.own];
  const sheets = sheetNames.filter((name) => !hidden.includes(name));
  const names = queueNames(session.context, sheets);
  const bodies = Object.values(bound).map((table) => queueBody(session, table));
  await session.sync();
  const ours = bodies.flatMap((body) => body());
  const again = besides.flatMap(({ column, rows }) => {
    const block = ours.find((each) => each.table === "customers" && each.column === column);
    return block === undefined
      ? []
      : rows.map(({ first, count }) => ({ ...block, top: block.top + first, rows: count }));
  });
  const found = await formulaBlocks(session, sheets);
  if (!found.ok) return found;
  const blocks = [...found.value.flatMap((block) => without(block, ours)), ...again];
  const all = blocks.reduce((sum, block) => sum + block.rows * block.columns, 0);
  const columns = new Columns();
  let read = 0;
  for (const block of blocks) {
    let bytes = expectedBytes * block.columns;
    for (let row = 0; row < block.rows;) {
      const rows = Math.min(block.rows - row, Math.max(1, Math.floor(pieceBytes / bytes)));
      const piece = { ...block, top: block.top + row, rows };
      const cells = areaOf(session.context, piece).load("formulas,formulasR1C1");
      const sent = await session.attempt();
      if (!sent.ok) {
        if (sent.error.code !== "too-large" || rows === 1) return sent;
        bytes *= 4;
        continue;
      }
      columns.add(piece, cells.formulas, cells.formulasR1C1);
      bytes = Math.max(16, averageRowBytes(cells.formulas) * 2);
      row += rows;
      read += rows * block.columns;
      onProgress(read / all);
    }
  }
  const staying = await whatStays(session, columns.found);
  if (!staying.ok) return staying;
  return ok([...columns.calls(staying.value), ...names()]);
}

/** Selects cells and shows their sheet. */
export async function showCells(
  session: Session,
  { sheet, address }: RangeRef,
): Promise<Result<void, WorkbookFailure>> {
  const live = session.context.workbook.worksheets.getItem(sheet);
  live.activate();
  fleeting(live.getRange(address)).select();
  await session.sync();
  return ok(undefined);
}

function queueNames(
  { workbook }: Excel.RequestContext,
  sheets: readonly string[],
): () => readonly OwnCall[] {
  const lists = [null, ...sheets].map((sheet) => {
    const items = sheet === null ? workbook.names : workbook.worksheets.getItem(sheet).names;
    return { sheet, items: items.load("items/name,items/formula") };
  });
  return () =>
    lists.flatMap(({ sheet, items }) =>
      items.items
        .filter(({ formula }) => callsUs(formula))
        .map(({ name }): OwnCall => ({ kind: "name", name, sheet })),
    );
}

/** Queues where the calculated columns of a table stand. */
export function queueBody(session: Session, table: BoundTable): () => readonly OurBlock[] {
  const body = fleeting(
    session.context.workbook.tables.getItem(table.live.id).getDataBodyRange(),
  ).load("rowIndex,columnIndex,rowCount");
  const specs: readonly ColumnSpec[] = tableSpecs[table.table].columns;
  const computed = specs.filter(({ formula }) => formula !== undefined).map(({ id }) => id);
  return () =>
    computed.flatMap((column) => {
      const index = table.columns[column]?.index;
      return index === undefined
        ? []
        : [
            {
              table: table.table,
              column,
              sheet: table.live.sheet,
              top: body.rowIndex,
              left: body.columnIndex + index,
              rows: body.rowCount,
              columns: 1,
            },
          ];
    });
}

/** The cells that hold formulas; all that are used where this Excel cannot tell (before ExcelApi 1.9). */
async function formulaBlocks(
  session: Session,
  sheets: readonly string[],
): Promise<Result<readonly Block[], WorkbookFailure>> {
  const { worksheets } = session.context.workbook;
  const special = sheets.map((sheet) => {
    const areas = fleeting(worksheets.getItem(sheet).getRange()).getSpecialCellsOrNullObject(
      Excel.SpecialCellType.formulas,
    );
    areas.untrack();
    return areas.load(
      "areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount",
    );
  });
  const asked = await session.attempt();
  if (asked.ok)
    return ok(
      special.flatMap((areas, at) =>
        areas.isNullObject
          ? []
          : areas.areas.items.map((range) => blockOf(sheets[at] ?? "", range)),
      ),
    );
  if (asked.error.code !== "not-supported") return err(asked.error);
  const used = sheets.map((sheet) =>
    fleeting(worksheets.getItem(sheet).getUsedRangeOrNullObject(true)).load(
      "rowIndex,columnIndex,rowCount,columnCount",
    ),
  );
  await session.sync();
  return ok(
    used.flatMap((range, at) => (range.isNullObject ? [] : [blockOf(sheets[at] ?? "", range)])),
  );
}

function blockOf(
  sheet: string,
  range: Pick<Excel.Range, "rowIndex" | "columnIndex" | "rowCount" | "columnCount">,
): Block {
  return {
    sheet,
    top: range.rowIndex,
    left: range.columnIndex,
    rows: range.rowCount,
    columns: range.columnCount,
  };
}

/** A block without columns of ours: what is left and right of them, and above and below. */
function without(block: Block, ours: readonly Block[]): readonly Block[] {
  const cut = ours.find(
    ({ sheet, top, left, rows }) =>
      sheet === block.sheet &&
      left >= block.left &&
      left < block.left + block.columns &&
      top < block.top + block.rows &&
      top + rows > block.top,
  );
  if (cut === undefined) return [block];
  const end = block.left + block.columns;
  const bottom = block.top + block.rows;
  const column = { ...block, left: cut.left, columns: 1 };
  return [
    { ...block, columns: cut.left - block.left },
    { ...block, left: cut.left + 1, columns: end - cut.left - 1 },
    { ...column, rows: cut.top - block.top },
    { ...column, top: cut.top + cut.rows, rows: bottom - cut.top - cut.rows },
  ]
    .filter(({ rows, columns }) => rows > 0 && columns > 0)
    .flatMap((piece) => without(piece, ours));
}

function areaOf(
  { workbook }: Excel.RequestContext,
  { sheet, top, left, rows, columns }: Block,
): Excel.Range {
  return fleeting(workbook.worksheets.getItem(sheet).getRangeByIndexes(top, left, rows, columns));
}

/** A calculated column of ours. */
interface OurBlock extends Block {
  readonly table: TableId;
  readonly column: string;
}

type Cells = readonly (readonly unknown[])[];

/** Cells that call our functions, put together down their columns where they hold the same. */
class Columns {
  readonly found: Found[] = [];

  add({ sheet, top, left }: Block, formulas: Cells, relatives: Cells): void {
    const width = formulas[0]?.length ?? 0;
    for (let at = 0; at < width; at += 1) {
      const column = left + at;
      let last = this.found.findLast((run) => run.sheet === sheet && run.column === column);
      formulas.forEach((cells, index) => {
        const formula = cells[at];
        if (!callsUs(formula)) return;
        const row = top + index;
        const relative = String(relatives[index]?.[at]);
        if (last !== undefined && last.top + last.rows === row && last.relative === relative) {
          last.rows += 1;
          last.last = formula;
          return;
        }
        last = { sheet, column, top: row, rows: 1, formula, relative, last: formula };
        this.found.push(last);
      });
    }
  }

  calls(stays: readonly Stays[]): readonly OwnCall[] {
    return this.found.map(({ sheet, column, top, rows, formula, relative, last }, at) => ({
      kind: "cells",
      range: { sheet, address: blockAddress(top, column, rows, 1) },
      cells: rows,
      formula,
      relative,
      last,
      stays: stays[at] ?? null,
    }));
  }
}

/** Whether a formula calls a function of ours, also as a program without the add-in has kept it. */
function callsUs(formula: unknown): formula is string {
  if (typeof formula !== "string" || !formula.startsWith("=")) return false;
  if (!/CRM[._]/iu.test(formula)) return false;
  const code = formula.replaceAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'!/gu, "");
  return /(?<![\w.])(?:_xldudf_CRM_|CRM\.)[A-Z]+\(/iu.test(code);
}
