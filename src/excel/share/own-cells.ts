import type { OwnLeft, OwnLeftWhy } from "../../app/share/formulas";
import { blocksOf } from "../commit/row-blocks";
import { fleeting, type Session } from "../run";
import { widthOf } from "./own-freeze";
import {
  cellsAtOnce,
  columnsOfRun,
  queueForgetting,
  queueMark,
  runsAtOnce,
  type CellAt,
  type Memory,
} from "./own-memory";
import { readMemories, readRemembered, type Remembered } from "./own-reading";
import { relativeTo, staysInRow } from "./own-references";
import { OwnRowFinder } from "./own-witness";
import { Writing, type Anchor } from "./own-writing";
import { queueGuards } from "./sheet-guards";

/** How often a run is put back anew because columns or rows moved right before it was written. */
const attempts = 3;

/**
 * Puts own formulas back into the cells they came from, wherever those are now, where they still show what took their
 * place. What is back is forgotten at once; what never can go back is marked, to be told of first.
 *
 * @returns those that stay values, and why
 */
export async function thawOwn(session: Session, title: string): Promise<readonly OwnLeft[]> {
  const width = await widthOf(session, title);
  const left: OwnLeft[] = [];
  const finder = new OwnRowFinder(session);
  for (let at = 0; at < width; at += runsAtOnce * columnsOfRun) {
    const count = Math.min(runsAtOnce * columnsOfRun, width - at);
    for (const memory of await readMemories(session, title, at, count)) {
      const why = await thawRun(session, finder, title, memory);
      const { sheet, address, formula } = memory;
      if (why !== null) left.push({ sheet, address, formula, why });
    }
    // The last of them is forgotten.
    await session.sync();
  }
  return left;
}

/** @returns why it stays values; that it is forgotten or marked is queued, not sent */
async function thawRun(
  session: Session,
  finder: OwnRowFinder,
  title: string,
  begin: Memory,
): Promise<OwnLeftWhy | null> {
  const { context } = session;
  let memory: Memory | null = begin;
  let why: OwnLeftWhy | null = "moved";
  for (let attempt = 0; attempt < attempts && memory !== null; attempt += 1) {
    const cells = await readRemembered(session, title, memory);
    const done = await putBack(session, finder, title, memory, cells);
    await session.sync();
    if (done === null || typeof done === "string") {
      why = done;
      break;
    }
    if (done.writing.isRight()) {
      why = done.why;
      break;
    }
    done.writing.undo();
    [memory = null] = await readMemories(session, title, begin.column, columnsOfRun);
  }
  if (why === null) queueForgetting(context, title, begin);
  else if (why !== "filtered" && why !== "protected") queueMark(context, title, begin);
  return why;
}

/**
 * @returns why the formulas stay values; null where they were never taken away; or, where they are written, the last of it
 * queued and not sent, what was written, and why some of them stay values
 */
async function putBack(
  session: Session,
  finder: OwnRowFinder,
  title: string,
  memory: Memory,
  cells: readonly Remembered[],
): Promise<OwnLeftWhy | null | { readonly writing: Writing; readonly why: OwnLeftWhy | null }> {
  const alive = cells.flatMap(({ place, value, beside }) =>
    place === null ? [] : [{ place, value, beside }],
  );
  const [start] = alive;
  if (start === undefined) return "gone";
  const sheets = alive.map(({ place }) => place.sheet);
  const guardOf = queueGuards(session, sheets);
  await session.sync();
  for (const sheet of new Set(sheets)) {
    const guard = guardOf(sheet);
    if (guard === null) continue;
    const places = alive.map(({ place }) => place);
    return (await stillStand(session, memory, places)) ? null : guard;
  }
  const anchor = anchorOf(memory, cells);
  if (typeof anchor === "string") return anchor;
  const together = alive.filter(
    ({ place }) => place.sheet === start.place.sheet && place.column === start.place.column,
  );
  const { settled, isSorted, isUnsure } = await finder.settle(
    together.map((cell) => ({ ...cell, beside: cell.beside.filter(isThere) })),
    memory.witnesses.filter((column) => column !== null),
  );
  // What reads other rows would read others yet, now that its own row stands elsewhere.
  if (isSorted && !(anchor.isAsBefore && staysInRow(anchor.formula, anchor.place.row)))
    return "sorted";
  const writing = new Writing(session, title, start.place, memory, anchor);
  const anchored = settled.filter(({ place }) => place.row === anchor.place.row);
  await writing.rows(anchored);
  for (let at = 0; at < settled.length; at += cellsAtOnce)
    await writing.rows(
      settled.slice(at, at + cellsAtOnce).filter(({ place }) => place.row !== anchor.place.row),
    );
  return { writing, why: whyLeft() };

  function whyLeft(): OwnLeftWhy | null {
    if (together.length < alive.length) return "moved";
    if (isUnsure) return "sorted";
    return writing.changed ? "changed" : null;
  }

  /** What stood in a column that is gone says nothing any more. */
  function isThere(_: unknown, at: number): boolean {
    return memory.witnesses[at] !== null;
  }
}

/** Whether cells hold their formulas still: a switch that was kept from writing there took none away. */
async function stillStand(
  session: Session,
  { relative }: Memory,
  places: readonly CellAt[],
): Promise<boolean> {
  const [first] = places;
  const isTogether = places.every(
    ({ sheet, column }) => sheet === first?.sheet && column === first.column,
  );
  if (first === undefined || !isTogether) return false;
  const live = session.context.workbook.worksheets.getItem(first.sheet);
  for (let at = 0; at < places.length; at += cellsAtOnce) {
    const rows = places.slice(at, at + cellsAtOnce).map(({ row }) => row);
    const parts = blocksOf(rows, 0).map((block) =>
      fleeting(live.getRangeByIndexes(block.first, first.column, block.count, 1)).load(
        "formulasR1C1",
      ),
    );
    await session.sync();
    for (const { formulasR1C1 } of parts)
      if (!formulasR1C1.every(([formula]) => formula === relative)) return false;
  }
  return true;
}

/**
 * Finds a formula that may be filled over what is left of a run: where it refers to other cells than before, nobody can
 * tell what belongs into the rows between.
 */
function anchorOf(memory: Memory, cells: readonly Remembered[]): Anchor | OwnLeftWhy {
  const [first, last] = [cells[0]?.place ?? null, cells.at(-1)?.place ?? null];
  const ends = [
    { of: "first", place: first } as const,
    { of: "last", place: last } as const,
  ].flatMap(({ of, place }) =>
    place === null ? [] : [{ place, formula: memory.pointed(of, place.sheet) }],
  );
  const [anchor, other = anchor] = ends;
  if (anchor === undefined || other === undefined) return "moved";
  if (anchor.formula === null || other.formula === null) return "lost-cells";
  const { place, formula } = anchor;
  const isSame =
    relativeTo(formula, place.row, place.column) ===
    relativeTo(other.formula, other.place.row, other.place.column);
  const isApart = cells.some(
    (cell, at) => cell.place === null || first === null || cell.place.row !== first.row + at,
  );
  if (!isSame || (isApart && !staysInRow(formula, place.row))) return "moved";
  return { place, formula, isAsBefore: formula === memory.formula && !isApart };
}
