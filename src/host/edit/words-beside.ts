import { contains, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import type { Workspace } from "./workspace";

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Links, notes and comments of an area's cells go where their cells go. */
export function moveWords(
  { history }: Workspace,
  sheet: Sheet,
  area: Area,
  to: (cell: Cell) => Cell,
): void {
  const isHere = ({ row, column }: Cell): boolean => contains(area, row, column);
  const { hyperlinks, notes, comments } = sheet;
  if (![...hyperlinks, ...notes, ...comments].some(isHere)) return;
  history.layers(sheet);
  const moved = <Standing extends Cell>(one: Standing): Standing =>
    isHere(one) ? { ...one, ...to(one) } : one;
  sheet.hyperlinks = hyperlinks.map(moved);
  sheet.notes = notes.map(moved);
  sheet.comments = comments.map(moved);
}

/** Takes the notes and comments of an area's cells away. */
export function clearWords({ history }: Workspace, sheet: Sheet, area: Area): void {
  const isHere = ({ row, column }: Cell): boolean => contains(area, row, column);
  if (![...sheet.notes, ...sheet.comments].some(isHere)) return;
  history.layers(sheet);
  sheet.notes = sheet.notes.filter((note) => !isHere(note));
  sheet.comments = sheet.comments.filter((comment) => !isHere(comment));
}
