/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read --
   these rules know a trip only as context.sync(); here it is the session's, and an answer needs no load */
import type { WorkbookFailure } from "../app/workbook/failures";
import { ok, type Result } from "../domain/result";
import { cellAddress } from "../tables/a1";
import { underlines, type CellLook, type RowLooks } from "../tables/row-looks";
import type { BoundTable } from "./binding";
import { positionsOf } from "./commit/look-at-rows";
import { isSearchable, rowAt } from "./commit/row-place";
import type { RowWeights } from "./read";
import { fleeting, type Session } from "./run";

/** What is asked of each cell. */
const asked = {
  format: {
    fill: { color: true },
    font: { color: true, bold: true, italic: true, strikethrough: true, underline: true },
  },
} as const;

/** What a cell without a look of its own answers. */
const plain = { fill: ["", "#FFFFFF"], colour: ["", "#000000"] } as const;

/**
 * How the cells of a row look and what comments say about them; a version of Excel that cannot tell knows of none, and
 * so does a row that is gone. Three round trips, a fourth where the sheet has comments.
 */
export async function readLooks(
  session: Session,
  bound: BoundTable,
  id: string,
  weights: RowWeights,
): Promise<Result<RowLooks, WorkbookFailure>> {
  if (!supports("1.9")) return ok({});
  const row = await rowOf(session, bound, id, weights);
  if (!row.ok || row.value === null) return row.ok ? ok({}) : row;
  const { range } = row.value;
  range.load("rowIndex,columnIndex");
  const properties = range.getCellProperties(asked);
  const comments = supports("1.10") ? fleetingComments(range) : null;
  await session.sync();
  const said = comments === null ? new Map<string, readonly string[]>() : await comments(session);
  const cells = properties.value[0] ?? [];
  return ok(
    Object.fromEntries(
      Object.entries(bound.columns).flatMap(([column, { index }]): [string, CellLook][] => {
        const address = cellAddress(range.rowIndex, range.columnIndex + index);
        const look = lookOf(cells[index], said.get(address) ?? []);
        return Object.keys(look).length === 0 ? [] : [[column, look]];
      }),
    ),
  );
}

/**
 * Gives a row's cells looks that were read before, and says of them what was said. Columns that are gone are left out.
 * Two round trips.
 */
export async function applyLooks(
  session: Session,
  bound: BoundTable,
  { id, looks }: { readonly id: string; readonly looks: RowLooks },
  weights: RowWeights,
): Promise<Result<void, WorkbookFailure>> {
  const row = await rowOf(session, bound, id, weights);
  if (!row.ok || row.value === null) return row.ok ? ok(undefined) : row;
  const { context } = session;
  for (const [column, { comment = [], ...look }] of Object.entries(looks)) {
    const index = bound.columns[column]?.index;
    if (index === undefined) continue;
    const cell = fleeting(row.value.range.getCell(0, index));
    const { fill, font } = cell.format;
    if (look.fill !== undefined) fill.color = look.fill;
    if (look.colour !== undefined) font.color = look.colour;
    if (look.bold === true) font.bold = true;
    if (look.italic === true) font.italic = true;
    if (look.struck === true) font.strikethrough = true;
    if (look.underline !== undefined) font.underline = look.underline;
    const [first, ...answers] = comment;
    if (first === undefined || !supports("1.10")) continue;
    const added = context.workbook.comments.add(cell, first);
    for (const answer of answers) added.replies.add(answer);
  }
  await session.sync();
  return ok(undefined);
}

function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}

/** The table's cells in the row of that id; null where no row has it. */
async function rowOf(
  session: Session,
  bound: BoundTable,
  id: string,
  weights: RowWeights,
): Promise<Result<{ readonly range: Excel.Range } | null, WorkbookFailure>> {
  const { context } = session;
  if (isSearchable(id)) {
    const found = rowAt(context, bound, { by: "id", id }).load("rowIndex");
    await session.sync();
    if (!found.isNullObject) return ok({ range: rowAt(context, bound, { by: "id", id }) });
  }
  // Excel's search does not see rows that are hidden.
  const positions = await positionsOf(session, bound, [id], weights);
  if (!positions.ok) return positions;
  const [position] = positions.value.get(id) ?? [];
  return ok(
    position === undefined ? null : { range: rowAt(context, bound, { by: "row", row: position }) },
  );
}

/** Asks for the comments of a row's sheet. @returns the second question, for their places: what is said, by address */
function fleetingComments(
  row: Excel.Range,
): (session: Session) => Promise<ReadonlyMap<string, readonly string[]>> {
  const { comments } = row.worksheet;
  comments.load(
    "items/content,items/authorName,items/replies/items/content,items/replies/items/authorName",
  );
  return async (session) => {
    const places = comments.items.map((comment) => ({
      comment,
      cell: fleeting(comment.getLocation()).load("rowIndex,columnIndex"),
    }));
    if (places.length > 0) await session.sync();
    return new Map(
      places.map(({ comment, cell }) => [
        cellAddress(cell.rowIndex, cell.columnIndex),
        [comment, ...comment.replies.items].map(({ authorName, content }) =>
          // One that was brought back once has its first author's name already.
          authorName === "" || content.startsWith(`${authorName}: `)
            ? content
            : `${authorName}: ${content}`,
        ),
      ]),
    );
  };
}

function lookOf(cell: Excel.CellProperties | undefined, comment: readonly string[]): CellLook {
  const { fill, font } = cell?.format ?? {};
  const own = (colour: string | undefined, usual: readonly string[]) =>
    colour === undefined || usual.includes(colour.toUpperCase()) ? undefined : colour;
  const [background, letters] = [own(fill?.color, plain.fill), own(font?.color, plain.colour)];
  const underline = underlines.find((each) => each === font?.underline);
  return {
    ...(background === undefined ? {} : { fill: background }),
    ...(letters === undefined ? {} : { colour: letters }),
    ...(font?.bold === true ? { bold: true } : {}),
    ...(font?.italic === true ? { italic: true } : {}),
    ...(font?.strikethrough === true ? { struck: true } : {}),
    ...(underline === undefined ? {} : { underline }),
    ...(comment.length === 0 ? {} : { comment }),
  };
}
