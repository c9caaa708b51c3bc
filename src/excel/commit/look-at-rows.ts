/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   these rules know a trip only as context.sync(); here it is the session's */
import type { WorkbookFailure } from "../../app/workbook/failures";
import type { CommitFailure } from "../../app/workbook/rows";
import { err, ok, type Result } from "../../domain/result";
import { TextMap, textSet, type ReadonlyTextMap } from "../../domain/text-map";
import { tableSpecs } from "../../tables/tables";
import { bindColumns, knownTable, type BoundTable } from "../binding";
import { cellOf, holdsId } from "../cell";
import { queueWidths, type Widths } from "./day-widths";
import { idIn } from "./row-image";
import { changedWhileReading, readColumns, type RowWeights } from "../read";
import { findId, isSearchable, rowAt, type Place } from "./row-place";
import { queueRoom, sheetFull, type Room } from "./room";
import { isLowerMeant } from "./doubled-rows";
import { RowPlaces, type KnownPlaces, type NumberedRow } from "./row-places";
import { fleeting, type Session } from "../run";
import { rowsPerTurn, turn } from "../../app/turn";
import { manyRows } from "./row-blocks";
import { isSameOrder, queueRows, seenRow, type SeenRow } from "./seen-rows";
import { toldMeanwhile } from "../told-meanwhile";
import { idColumn, isLarge, missingColumn, rowsIn, type TableWork } from "./table-work";

export interface SeenTable {
  readonly work: TableWork;
  /** Bound afresh: columns may have moved since the workbook was described. */
  readonly bound: BoundTable;
  readonly rows: ReadonlyTextMap<SeenRow>;
  readonly bodyRows: number;
  readonly sheetProtected: boolean;
  /** For tables that get rows. */
  readonly room: Room | null;
  /** Columns that get days and are too narrow for them. */
  readonly narrow: Widths;
}

export interface Seen {
  readonly readOnly: boolean;
  readonly tables: readonly SeenTable[];
}

/**
 * The first trip of a commit: finds the rows by id and loads them with their surroundings. Its size does not depend on
 * the length of the tables, except where Excel's search does not see a row (hidden, filtered out), and for many rows:
 * then the id column is read to be certain.
 *
 * @param known - where rows stood in the commits before, if this is one of several: then rows are read where they should
 * be now, and the id column only where other ids stand there, or somebody else may have brought rows
 * @param onProgress - hears the share done, also while Excel is busy
 * @returns `row-missing`, `id-taken` (also for an id that stands in two rows), `no-room-below` or `sheet-full` before
 * anything is written
 */
export async function lookAtRows(
  session: Session,
  works: readonly TableWork[],
  weights: RowWeights,
  known: KnownPlaces | null = null,
  onProgress: (share: number) => void = () => undefined,
): Promise<Result<Seen, CommitFailure>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const seen = await lookOnce(session, works, weights, known, onProgress);
    if (seen.ok || seen.error !== changedWhileReading) return seen;
  }
  return err(changedWhileReading);
}

async function lookOnce(
  session: Session,
  works: readonly TableWork[],
  weights: RowWeights,
  known: KnownPlaces | null,
  onProgress: (share: number) => void,
): Promise<Result<Seen, CommitFailure>> {
  const { context } = session;
  context.workbook.load("readOnly");
  const placesOf = ({ live }: BoundTable): RowPlaces | null => known?.get(live.id) ?? null;
  const queued = works.map((work) => queueLook(context, work, placesOf(work.bound)));
  const sent = await toldMeanwhile(session.attempt(), usualTripMs, (share) =>
    onProgress(share * glanceShare),
  );
  if (!sent.ok) {
    const growing = works.filter(({ added }) => added.length > 0);
    const isRefused = sent.error.code === "host" && sent.error.hostCode === "InvalidArgument";
    const full = isRefused && growing.length > 0 ? await sheetFull(session, growing) : null;
    return err(full ?? sent.error);
  }
  const tables: SeenTable[] = [];
  for (const [at, read] of queued.entries()) {
    // What follows a large answer is a task of its own.
    if (works.some(isLarge)) await turn();
    const glance = read();
    if (!glance.ok) return glance;
    const told = (share: number): void =>
      onProgress(glanceShare + ((1 - glanceShare) * (at + share)) / queued.length);
    const certain = await makeCertain(session, glance.value, weights, known, told);
    if (!certain.ok) return certain;
    tables.push(certain.value);
  }
  return ok({ readOnly: context.workbook.readOnly, tables });
}

/** What a message of a commit usually takes at most. */
export const usualTripMs = 250;

/** How much of a look's time its first message takes, where more follow. */
const glanceShare = 0.4;

/** How often a look that takes several messages begins again because rows or columns moved between them. */
const attempts = 3;

interface Glance extends SeenTable {
  /** Ids of which the search said nothing certain. */
  readonly unsure: readonly string[];
}

function queueLook(
  context: Excel.RequestContext,
  work: TableWork,
  places: RowPlaces | null,
): () => Result<Glance, CommitFailure> {
  const { bound, added } = work;
  const table = context.workbook.tables.getItem(bound.live.id);
  table.load("showTotals,columns/items/id,columns/items/name,worksheet/protection/protected");
  const body = fleeting(table.getDataBodyRange()).load("rowCount,rowIndex");
  const ids = fleeting(table.columns.getItem(idColumn(bound).id).getRange());
  ids.load("rowHidden,columnHidden");
  const wanted = [...work.updated, ...work.removed].map(({ id }) => id);
  // Many rows are found by one reading of the id column instead of one search each.
  const isSearched = (id: string): boolean => rowsIn(work) < manyRows && isSearchable(id);
  const lower = textSet((work.takenBack === undefined ? [] : work.removed).map(({ id }) => id));
  const searches = wanted.filter(isSearched).map((id) => {
    const place: Place = { by: "id", id, from: lower.has(id) ? "Backwards" : "Forward" };
    return {
      id,
      place,
      row: fleeting(rowAt(context, bound, place)).load("rowIndex,values,formulas,numberFormat"),
      other: findId(context, bound, id, lower.has(id) ? "Forward" : "Backwards").load("rowIndex"),
    };
  });
  const isOpen = tableSpecs[bound.table].appendOnly !== true;
  const taken = (isOpen ? added : []).map(({ id }) => ({
    id,
    found: isSearched(id) ? findId(context, bound, id).load("rowIndex") : null,
  }));
  const room = added.length === 0 ? null : queueRoom(table, added.length);
  const narrow = queueWidths(context, work);
  const numbered = wanted.some(isSearched) ? null : numbersOf(wanted, places);
  const expected = numbered === null ? null : queueRows(context, bound, work, numbered);

  return () => {
    const columns = table.columns.items.map(({ id, name }) => ({ id, name }));
    const live = { ...bound.live, rowCount: body.rowCount, columns };
    const now = bindColumns(bound.table, knownTable(bound), live);
    const lost = missingColumn(work, now);
    if (lost !== null) return err({ code: "column-missing", table: now.table, column: lost });
    const idIndex = idColumn(now).index;
    const there = expected !== null && isSameOrder(bound, columns) ? expected() : [];
    const stands = there.every(({ id, row }) => idIn(now, row) === id);
    const rows = new TextMap((stands ? there : []).map(({ id, row }) => [id, row] as const));
    const unsure = wanted.filter((id) => !isSearched(id) && !rows.has(id));
    for (const { id, place, row, other } of searches) {
      if (
        row.isNullObject ||
        other.isNullObject ||
        !holdsId(cellOf(row.values[0]?.[idIndex]), id)
      ) {
        unsure.push(id);
        continue;
      }
      if (row.rowIndex !== other.rowIndex) {
        if (work.takenBack === undefined) return err({ code: "id-taken", table: now.table, id });
        unsure.push(id);
        continue;
      }
      rows.set(id, seenRow(place, row.rowIndex - body.rowIndex, row));
    }
    const seenRoom = room === null ? null : room(now, table.showTotals);
    const lastId = seenRoom?.ok === true ? seenRoom.value.lastId : null;
    const end = { bodyRows: body.rowCount, lastId };
    // With hidden cells about, "not found" proves nothing.
    const allShown = isShown(ids.rowHidden) && isShown(ids.columnHidden);
    for (const { id, found } of taken) {
      if (found !== null && !found.isNullObject)
        return err({ code: "id-taken", table: now.table, id });
      if ((found === null || !allShown) && places?.has(id, end) !== false) unsure.push(id);
    }
    if (seenRoom !== null && !seenRoom.ok) return seenRoom;
    return ok({
      work,
      bound: now,
      rows,
      bodyRows: body.rowCount,
      sheetProtected: table.worksheet.protection.protected,
      room: seenRoom === null ? null : seenRoom.value,
      narrow: narrow(),
      unsure,
    });
  };
}

/** Excel answers null where some are hidden and some are not, which the types do not say. */
function isShown(hidden: boolean | null): boolean {
  return hidden === false;
}

async function makeCertain(
  session: Session,
  glance: Glance,
  weights: RowWeights,
  known: KnownPlaces | null,
  onProgress: (share: number) => void,
): Promise<Result<SeenTable, CommitFailure>> {
  const { bound, work, unsure } = glance;
  if (unsure.length === 0) return ok(glance);
  const places = known === null ? null : placesIn(known, bound);
  const positions = await positionsOf(session, bound, unsure, weights, places, onProgress);
  if (!positions.ok) return positions;
  const added = textSet(work.added.map(({ id }) => id));
  const numbered: NumberedRow[] = [];
  for (const id of unsure) {
    const rows = positions.value.get(id) ?? [];
    const isDoubled = rows.length > 1 && work.takenBack === undefined;
    if (isDoubled || (rows.length > 0 && added.has(id))) {
      return err({ code: "id-taken", table: bound.table, id });
    }
    if (added.has(id)) continue;
    if (rows.length === 0) return err({ code: "row-missing", table: bound.table, id });
    for (const row of rows) numbered.push({ id, row });
  }
  if (numbered.length === 0) return ok(glance);
  const table = session.context.workbook.tables.getItem(bound.live.id);
  const columns = table.columns.load("items/id");
  const read = queueRows(session.context, bound, work, numbered);
  await session.sync();
  if (isLarge(work)) await turn();
  const rows = read();
  const stands =
    isSameOrder(bound, columns.items) && rows.every(({ id, row }) => idIn(bound, row) === id);
  if (!stands) return err(changedWhileReading);
  const chosen = glance.rows.copy();
  for (const { id, row } of rows) {
    const upper = chosen.get(id);
    if (upper === undefined || isLowerMeant(bound, work, id, upper, row)) chosen.set(id, row);
  }
  return ok({ ...glance, rows: chosen });
}

/** Where rows should stand by what is known; null where that is not known of each. */
function numbersOf(
  ids: readonly string[],
  places: RowPlaces | null,
): readonly NumberedRow[] | null {
  if (places === null || ids.length === 0) return null;
  const numbered = ids.map((id) => ({ id, row: places.rowOf(id) }));
  return numbered.every((each): each is NumberedRow => each.row !== null) ? numbered : null;
}

function placesIn(known: KnownPlaces, { live }: BoundTable): RowPlaces {
  const places = known.get(live.id) ?? new RowPlaces();
  known.set(live.id, places);
  return places;
}

/**
 * The zero-based body rows in which the ids stand, read from the whole id column; nothing for those that do not.
 *
 * @param places - takes the column over, for commits to come
 * @param onProgress - hears the share of the column read
 */
export async function positionsOf(
  session: Session,
  bound: BoundTable,
  ids: readonly string[],
  weights: RowWeights,
  places: RowPlaces | null = null,
  onProgress: (share: number) => void = () => undefined,
): Promise<Result<ReadonlyTextMap<readonly number[]>, WorkbookFailure>> {
  const read = await readColumns(
    session,
    { [bound.table]: bound },
    [{ table: bound.table, columns: ["id"] }],
    weights,
    onProgress,
  );
  if (!read.ok) return read;
  const column = read.value[0]?.columns.id;
  // Deleted meanwhile: nobody can tell any more which rows were meant.
  if (column === undefined)
    return err({ code: "column-missing", table: bound.table, column: "id" });
  await places?.learn(column);
  const wanted = textSet(ids);
  const positions = new TextMap<number[]>();
  for (const [row, cell] of column.entries()) {
    if (row % rowsPerTurn === rowsPerTurn - 1) await turn();
    if (cell === null) continue;
    const id = String(cell);
    if (!wanted.has(id)) continue;
    const known = positions.get(id);
    if (known === undefined) positions.set(id, [row]);
    else known.push(row);
  }
  return ok(positions);
}
