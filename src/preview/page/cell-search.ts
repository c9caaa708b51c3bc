import { contains, type Area } from "../../host/model/address";
import type { Sheet } from "../../host/model/sheet";
import { shownText } from "../grid/cell-look";
import type { Place } from "../grid/selection";
import type { Desk } from "./desk";
import { editText } from "./edit-text";

/** What is looked for. */
export interface Wanted {
  readonly text: string;
  readonly matchCase: boolean;
  /** Only cells that hold nothing else. */
  readonly whole: boolean;
  /** On all sheets that are shown, beginning with the one in front. */
  readonly everywhere: boolean;
}

export interface Found {
  readonly sheet: Sheet;
  readonly place: Place;
}

/** Milliseconds of looking before the page gets its turn: scrolling and typing go on meanwhile. */
const slice = 12;
/** Cells between two looks at the clock. */
const batch = 200;

/** Says of cells of a sheet whether they show these words or have them in their formula. */
function matcher(
  desk: Desk,
  sheet: Sheet,
  wanted: Wanted,
): (row: number, column: number) => boolean {
  const fold = (text: string): string => (wanted.matchCase ? text : text.toLowerCase());
  const words = fold(wanted.text);
  const has = (text: string): boolean =>
    wanted.whole ? fold(text) === words : fold(text).includes(words);
  // Only digits and signs can stand in a number: others need not be written out to be told apart.
  const numeric = /^[\d\s.,:%/¥$€£年月日e+-]+$/i.test(wanted.text);
  const source = { locale: desk.locale, date1904: desk.workbook.date1904 };
  return (row, column) => {
    const value = sheet.cells.value(row, column);
    const formula = sheet.cells.formula(row, column)?.text;
    if (formula !== undefined && has(formula)) return true;
    if (value === null) return false;
    if (typeof value === "string") return has(value);
    if (typeof value === "number" && !numeric) return false;
    const format = sheet.cells.style(row, column).numberFormat ?? "General";
    return has(shownText(value, format, source).text);
  };
}

/** Walks a count of places in slices; false when it was stopped or the walk's step said so. */
async function inSlices(
  count: number,
  step: (at: number) => boolean,
  { signal, onProgress }: Walk,
): Promise<boolean> {
  let until = performance.now() + slice;
  for (let at = 0; at < count; at++) {
    if (at % batch === 0 && performance.now() > until) {
      onProgress(at / count);
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (signal.aborted) return false;
      until = performance.now() + slice;
    }
    if (!step(at)) return false;
  }
  return true;
}

interface Walk {
  readonly signal: AbortSignal;
  /** Hears shares from 0 to 1 while the search goes on. */
  readonly onProgress: (share: number) => void;
}

const held = (place: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, place));

/** Cells of one sheet, one after the other as they are looked at. */
interface Stretch {
  readonly sheet: Sheet;
  readonly count: number;
  readonly placeAt: (index: number) => Place;
}

/** The used cells of a sheet in rows, forwards or backwards, from the n-th on. */
function stretchOf(sheet: Sheet, direction: 1 | -1, from = 0, to = Infinity): Stretch {
  const used = sheet.cells.usedArea(true);
  if (used === null) return { sheet, count: 0, placeAt: () => ({ row: 0, column: 0 }) };
  const width = used.right - used.left + 1;
  const all = width * (used.bottom - used.top + 1);
  return {
    sheet,
    count: Math.max(0, Math.min(to, all) - from),
    placeAt: (index) => {
      const at = direction > 0 ? from + index : all - 1 - from - index;
      return { row: used.top + Math.floor(at / width), column: used.left + (at % width) };
    },
  };
}

/** What is looked at: the sheet from a place on, other sheets where they are wanted, and the sheet up to that place. */
function stretches(desk: Desk, from: Place, { everywhere }: Wanted, direction: 1 | -1): Stretch[] {
  const { sheet, workbook } = desk;
  const used = sheet.cells.usedArea(true);
  let passed = 0;
  if (used !== null) {
    const width = used.right - used.left + 1;
    const row = held(from.row, used.top, used.bottom) - used.top;
    const at = row * width + held(from.column, used.left, used.right) - used.left;
    passed = (direction > 0 ? at : width * (used.bottom - used.top + 1) - 1 - at) + 1;
  }
  const shown = workbook.sheets.filter(({ visibility }) => visibility === "Visible");
  const here = shown.indexOf(sheet);
  const others = [...shown.slice(here + 1), ...shown.slice(0, Math.max(0, here))];
  if (direction < 0) others.reverse();
  return [
    stretchOf(sheet, direction, passed),
    ...(everywhere ? others : []).map((other) => stretchOf(other, direction)),
    stretchOf(sheet, direction, 0, passed),
  ];
}

/** The next matching cell, row by row from a place on and round again; null where there is none or it was stopped. */
export async function findFrom(
  desk: Desk,
  from: Place,
  wanted: Wanted,
  direction: 1 | -1,
  walk: Walk,
): Promise<Found | null> {
  for (const { sheet, count, placeAt } of stretches(desk, from, wanted, direction)) {
    const matches = matcher(desk, sheet, wanted);
    const places: Place[] = [];
    await inSlices(
      count,
      (index) => {
        const at = placeAt(index);
        if (isHidden(sheet, at.row) || !matches(at.row, at.column)) return true;
        places.push(at);
        return false;
      },
      walk,
    );
    const [place] = places;
    if (place !== undefined) return { sheet, place };
    if (walk.signal.aborted) return null;
  }
  return null;
}

/** A cell's text as typed, with the words replaced; null where nothing changes or a formula only shows them. */
export function replacedText(
  desk: Desk,
  { row, column }: Place,
  wanted: Wanted,
  replacement: string,
): string | null {
  const { sheet } = desk;
  const source = { locale: desk.locale, date1904: desk.workbook.date1904 };
  const before = editText(sheet, row, column, source);
  const literal = wanted.text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(
    wanted.whole ? `^'?${literal}$` : literal,
    wanted.matchCase ? "gu" : "giu",
  );
  const after = before.replace(pattern, () => replacement);
  return after === before ? null : after;
}

/** All cells of an area whose typed text changes, with what they become; null when it was stopped. */
export async function collectReplacements(
  desk: Desk,
  within: Area | null,
  wanted: Wanted,
  replacement: string,
  walk: Walk,
): Promise<{ row: number; column: number; text: string }[] | null> {
  const used = desk.sheet.cells.usedArea(true);
  if (used === null) return [];
  const matches = matcher(desk, desk.sheet, wanted);
  const found: { row: number; column: number; text: string }[] = [];
  const width = used.right - used.left + 1;
  const done = await inSlices(
    width * (used.bottom - used.top + 1),
    (at) => {
      const row = used.top + Math.floor(at / width);
      const column = used.left + (at % width);
      if (within !== null && !contains(within, row, column)) return true;
      if (isHidden(desk.sheet, row) || !matches(row, column)) return true;
      const text = replacedText(desk, { row, column }, wanted, replacement);
      if (text !== null) found.push({ row, column, text });
      return true;
    },
    walk,
  );
  return done ? found : null;
}

function isHidden(sheet: Sheet, row: number): boolean {
  return sheet.hiddenRows.has(row) || sheet.filteredRows.has(row);
}
