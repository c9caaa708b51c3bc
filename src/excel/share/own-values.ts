import type { OwnRows } from "../../app/share/sharing";
import { corners } from "../../tables/a1";
import { cellOf, sameCell } from "../cell";
import type { Sight } from "../describe";
import type { Session } from "../run";
import { queueBody } from "./own-calls";
import { widthOf } from "./own-freeze";
import { columnsOfRun, runsAtOnce, type Memory } from "./own-memory";
import { readMemories, readRemembered } from "./own-reading";
import { OwnRowFinder } from "./own-witness";

/**
 * Looks into which rows of the customers' calculated columns people's own formulas will go back, where these still show
 * the values that took their place: nobody typed those. Where nobody can tell into which row one belongs, the cell that
 * Excel has followed stands for it.
 *
 * @returns rows from the top of the table's body, in no order
 */
export async function findOwnValues(
  session: Session,
  { bound: { customers }, share: { own: title } }: Sight,
): Promise<readonly OwnRows[]> {
  if (customers === undefined || title === undefined) return [];
  const columns = queueBody(session, customers);
  const width = await widthOf(session, title);
  const finder = new OwnRowFinder(session, true);
  const found: OwnRows[] = [];
  for (let at = 0; at < width; at += runsAtOnce * columnsOfRun) {
    const count = Math.min(runsAtOnce * columnsOfRun, width - at);
    for (const memory of await readMemories(session, title, at, count)) {
      const { left, top } = corners(memory.address);
      const of = columns().find(
        (each) =>
          each.sheet === memory.sheet &&
          each.left === left &&
          top < each.top + each.rows &&
          top + memory.rows > each.top,
      );
      if (of === undefined) continue;
      const rows = await standingFor(session, finder, title, memory);
      found.push({
        column: of.column,
        rows: rows
          .filter((row) => row >= of.top && row < of.top + of.rows)
          .map((row) => ({ first: row - of.top, count: 1 })),
      });
    }
  }
  return found;
}

/** Rows of the sheet in which a run's values stand. */
async function standingFor(
  session: Session,
  finder: OwnRowFinder,
  title: string,
  memory: Memory,
): Promise<readonly number[]> {
  const cells = (await readRemembered(session, title, memory)).flatMap(({ place, ...cell }) =>
    place === null ? [] : [{ ...cell, place, followed: place.row }],
  );
  const there = memory.witnesses.flatMap((column, at) => (column === null ? [] : [{ column, at }]));
  const known = cells.map((cell) => ({ ...cell, beside: there.map(({ at }) => cell.beside[at]) }));
  const { settled, shownIn } = await finder.settle(
    known,
    there.map(({ column }) => column),
  );
  const homes = new Map(settled.map(({ followed, place }) => [followed, place.row]));
  return known.flatMap(({ followed, value }) => {
    const row = homes.get(followed) ?? followed;
    const shown = shownIn(row);
    return shown !== undefined && sameCell(shown, cellOf(value)) ? [row] : [];
  });
}
