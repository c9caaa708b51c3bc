import type { KeptSheet } from "../model/kept";
import type { Sheet } from "../model/sheet";
import { charactersOfPoints, pointsOfCharacters } from "../model/sizes";
import { defaultStyle, type CellStyle } from "../model/style";
import type { StyleWriter } from "./styles-write";
import { attributesText, isOn, type XmlElement } from "./xml";

/** Widths, heights, outline levels and looks of whole columns; ECMA-376 part 1, 18.3.1.13 and 18.3.1.81. */

/** A file counts the room beside the text into a column's width, the API does not: 8.43 there is 9.140625 here. */
const paddedDigits = 5 / 7;
const pointsPerDigit = 7 * 0.75;
/** Below one character both kinds are shares of a digit with its padding. */
const narrowest = 12 / 7;

function charactersFromFile(width: number): number {
  const characters =
    width < narrowest ? charactersOfPoints(width * pointsPerDigit) : width - paddedDigits;
  return Number(characters.toFixed(8));
}

function widthInFile(characters: number): number {
  const width = characters < 1 ? characters * narrowest : characters + paddedDigits;
  return Number(width.toFixed(8));
}

/** The widths nobody has set: a file states them, or the number of digits they have room for. */
export function readStandardSizes(format: XmlElement | undefined, sheet: Sheet): void {
  if (format === undefined) return;
  const { defaultColWidth, baseColWidth, defaultRowHeight } = format.attributes;
  const digits = Number(baseColWidth);
  const width =
    Number(defaultColWidth) > 0
      ? Number(defaultColWidth)
      : // Excel rounds up to whole eights of pixels.
        digits > 0 && (Math.ceil((digits * 7 + 5) / 8) * 8) / 7;
  if (width !== false && !sameWidth(charactersFromFile(width), sheet.standardWidth)) {
    sheet.standardWidth = charactersFromFile(width);
  }
  if (Number(defaultRowHeight) > 0) sheet.standardHeight = Number(defaultRowHeight);
}

function sameWidth(one: number, other: number): boolean {
  return pointsOfCharacters(one) === pointsOfCharacters(other);
}

export function sheetFormatText(sheet: Sheet, kept: KeptSheet | undefined): string {
  const before = kept?.attributes.get("sheetFormatPr") ?? {};
  const usual = Number(before.defaultRowHeight ?? 15) === sheet.standardHeight;
  const deepest = (levels: ReadonlyMap<number, number>): number | undefined =>
    levels.size === 0 ? undefined : Math.max(...levels.values());
  const stated = before.defaultColWidth !== undefined || sheet.standardWidth !== 8.43;
  return `<sheetFormatPr${attributesText({
    ...before,
    defaultColWidth: stated ? widthInFile(sheet.standardWidth) : undefined,
    defaultRowHeight: sheet.standardHeight,
    customHeight: usual ? before.customHeight : "1",
    outlineLevelRow: deepest(sheet.rowOutline),
    outlineLevelCol: deepest(sheet.columnOutline),
  })}/>`;
}

export function readColumn(
  element: XmlElement,
  sheet: Sheet,
  cellStyles: readonly CellStyle[],
  styledColumns: Map<number, CellStyle>,
): void {
  const { min, max, width, style, hidden, customWidth, outlineLevel } = element.attributes;
  const first = Math.max(1, Number(min) || 1);
  const last = Math.min(16_384, Number(max) || first);
  const look = cellStyles[Number(style ?? 0)] ?? defaultStyle;
  const characters = charactersFromFile(Number(width));
  // A width nobody set is stated only because the column has something else to say.
  const own = isOn(customWidth) || (!isOn(hidden) && !sameWidth(characters, sheet.standardWidth));
  for (let column = first - 1; column < last; column++) {
    if (Number(width) > 0 && own) sheet.columnWidths.set(column, characters);
    if (isOn(hidden)) sheet.hiddenColumns.add(column);
    if (look !== defaultStyle) styledColumns.set(column, look);
    if (Number(outlineLevel) > 0) sheet.columnOutline.set(column, Number(outlineLevel));
  }
}

export function columnsText(
  sheet: Sheet,
  kept: KeptSheet | undefined,
  styles: StyleWriter,
): string {
  const collapsed = collapsedLines(
    sheet.columnOutline,
    sheet.hiddenColumns,
    summaryAfter(kept, "summaryRight"),
  );
  const stated = new Set([
    ...sheet.columnWidths.keys(),
    ...sheet.hiddenColumns,
    ...sheet.columnStyles.keys(),
    ...sheet.columnOutline.keys(),
    ...collapsed,
  ]);
  const runs: { first: number; last: number; text: string }[] = [];
  for (const column of [...stated].sort((one, other) => one - other)) {
    const width = sheet.columnWidths.get(column);
    const style = sheet.columnStyles.get(column) ?? defaultStyle;
    const text = attributesText({
      // Readers take a missing width for zero.
      width: widthInFile(width ?? sheet.standardWidth),
      customWidth: width !== undefined,
      style: style === defaultStyle ? undefined : styles.cell(style),
      hidden: sheet.hiddenColumns.has(column),
      outlineLevel: sheet.columnOutline.get(column),
      collapsed: collapsed.has(column),
    });
    const run = runs[runs.length - 1];
    if (run !== undefined && run.last === column - 1 && run.text === text) run.last = column;
    else runs.push({ first: column, last: column, text });
  }
  if (runs.length === 0) return "";
  return `<cols>${runs
    .map(({ first, last, text }) => `<col min="${first + 1}" max="${last + 1}"${text}/>`)
    .join("")}</cols>`;
}

/** Whether the line that sums a group up stands after it, as it does unless the file says otherwise. */
export function summaryAfter(
  kept: KeptSheet | undefined,
  attribute: "summaryBelow" | "summaryRight",
): boolean {
  const outline = kept?.fragments.get("sheetPr/outlinePr")?.[0] ?? "";
  return !new RegExp(`\\s${attribute}="(?:0|false)"`).test(outline);
}

/** The lines that show the plus sign of a group whose lines are all hidden; one with a line in sight is not collapsed. */
export function collapsedLines(
  levels: ReadonlyMap<number, number>,
  hidden: ReadonlySet<number>,
  after: boolean,
): ReadonlySet<number> {
  const collapsed = new Set<number>();
  const step = after ? 1 : -1;
  const levelOf = (line: number) => levels.get(line) ?? 0;
  for (const [line, level] of levels) {
    const next = line + step;
    if (next < 0 || levelOf(next) >= level) continue;
    let at = line;
    while (levelOf(at) >= level && hidden.has(at)) at -= step;
    if (levelOf(at) < level) collapsed.add(next);
  }
  return collapsed;
}
