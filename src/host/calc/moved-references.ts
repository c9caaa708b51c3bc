import { maxColumns, maxRows, quoteSheet, type Area } from "../model/address";
import { readTokens, type Corner } from "./lexer";
import { refText } from "./rewrite";

interface SheetArea {
  readonly sheet: string;
  readonly area: Area;
}

/**
 * The formula after cells were cut and pasted elsewhere: references that lie wholly within the moved cells follow, with
 * their `$` signs; others stay.
 *
 * @param home - the sheet a reference without one means
 * @param newHome - the sheet the formula stands on afterwards, where it was moved itself
 */
export function moveReferences(
  formula: string,
  home: string,
  { from, to }: { readonly from: SheetArea; readonly to: SheetArea },
  newHome = home,
): string {
  const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
  let text = "";
  let copied = 0;
  for (const token of readTokens(formula) ?? []) {
    if (token.kind !== "reference" || (token.sheet?.last ?? null) !== null) continue;
    const sheet = token.sheet?.first ?? home;
    const { ref } = token;
    const inside =
      same(sheet, from.sheet) &&
      (ref.kind === "cell" || ref.kind === "area") &&
      [ref.from, ref.to].every((corner) => holds(from.area, corner));
    if (!inside) {
      // What stayed behind on the old sheet needs its name where the formula has left it.
      if (token.sheet !== null || same(home, newHome)) continue;
      text += `${formula.slice(copied, token.start)}${quoteSheet(home)}!`;
      copied = token.start;
      continue;
    }
    const move = (corner: Corner): Corner => ({
      ...corner,
      row: Math.min(corner.row + to.area.top - from.area.top, maxRows - 1),
      column: Math.min(corner.column + to.area.left - from.area.left, maxColumns - 1),
    });
    const named = token.sheet !== null || !same(to.sheet, newHome);
    text += formula.slice(copied, token.start) + (named ? `${quoteSheet(to.sheet)}!` : "");
    text += refText({ kind: ref.kind, from: move(ref.from), to: move(ref.to) });
    copied = token.end;
  }
  return text + formula.slice(copied);
}

function holds(area: Area, { row, column }: Corner): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}
