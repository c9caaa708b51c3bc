import { areaAddress, cellAddress, intersection, parseArea } from "../model/address";
import type { KeptRelationship, KeptSheet } from "../model/kept";
import type { Sheet } from "../model/sheet";
import { defaultStyle } from "../model/style";
import type { Workbook } from "../model/workbook";
import { rowTexts, type CellContext } from "./cells-write";
import { conditionalFormatsText } from "./conditional-write";
import { protectionText } from "./protection";
import { areasInFile } from "./ranges";
import { argb } from "./styles-write";
import { validationsText } from "./validations";
import { attributesText, xmlHeader } from "./xml";

export const mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const relationshipsNamespace =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Width of columns that nobody has set, in characters of the usual font. */
export const standardWidth = 9.140625;

/** The format's strict kind names the same things by other addresses; what is written is the usual kind. */
export function transitional(address: string): string {
  return address
    .replace("http://purl.oclc.org/ooxml/officeDocument/relationships", relationshipsNamespace)
    .replace("http://purl.oclc.org/ooxml/spreadsheetml/main", mainNamespace)
    .replace(
      "http://purl.oclc.org/ooxml/drawingml/main",
      "http://schemas.openxmlformats.org/drawingml/2006/main",
    );
}

/** The start tag's attributes: those of the opened file, whose prefixes kept fragments use, and the two always needed. */
export function rootAttributes(kept: Readonly<Record<string, string>> | undefined): string {
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(kept ?? {})) {
    if (name.includes(":")) attributes[name] = transitional(value);
  }
  return attributesText({ xmlns: mainNamespace, ...attributes, "xmlns:r": relationshipsNamespace });
}

/** Children of the worksheet element in the order the schema wants them (ECMA-376 part 1, 18.3.1.99). */
const order =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects AlternateContent controls webPublishItems tableParts extLst".split(
    " ",
  );

export interface SheetLinks {
  readonly tables: readonly string[];
  readonly drawing: string | null;
  readonly notesDrawing: string | null;
}

/** A worksheet part, piece by piece. */
export function* worksheetText(
  sheet: Sheet,
  workbook: Workbook,
  kept: KeptSheet | undefined,
  links: SheetLinks,
  context: CellContext,
  onRow: (row: number, rows: number) => void,
): Generator<string> {
  const rules = conditionalFormatsText(sheet.conditionalFormats, context.styles);
  const extensions = rules.extended + keptText(kept, "ext");
  const built: Readonly<Record<string, string>> = {
    sheetPr: sheetPropertiesText(sheet, kept),
    dimension: dimensionText(sheet),
    sheetViews: viewText(sheet, workbook, kept),
    sheetFormatPr: `<sheetFormatPr${attributesText({ defaultRowHeight: 15, ...kept?.attributes.get("sheetFormatPr") })}/>`,
    cols: columnsText(sheet, kept, context),
    sheetProtection: protectionText(sheet.protection),
    autoFilter: keepsFilter(sheet, kept) ? keptText(kept, "autoFilter") : "",
    mergeCells:
      sheet.merges.length === 0
        ? ""
        : `<mergeCells count="${sheet.merges.length}">${sheet.merges
            .map((area) => `<mergeCell ref="${areaAddress(area)}"/>`)
            .join("")}</mergeCells>`,
    conditionalFormatting: rules.classic,
    dataValidations: validationsText(sheet.validations),
    drawing:
      links.drawing === null ? keptText(kept, "drawing") : `<drawing r:id="${links.drawing}"/>`,
    legacyDrawing:
      links.notesDrawing === null ? "" : `<legacyDrawing r:id="${links.notesDrawing}"/>`,
    tableParts:
      links.tables.length === 0
        ? ""
        : `<tableParts count="${links.tables.length}">${links.tables
            .map((id) => `<tablePart r:id="${id}"/>`)
            .join("")}</tableParts>`,
    extLst: extensions === "" ? "" : `<extLst>${extensions}</extLst>`,
  };
  yield `${xmlHeader}<worksheet${rootAttributes(kept?.rootAttributes)}>`;
  for (const name of order) {
    if (name === "sheetData") {
      yield "<sheetData>";
      yield* rowTexts(sheet, kept, context, onRow);
      yield "</sheetData>";
    } else yield built[name] ?? keptText(kept, name);
  }
  yield "</worksheet>";
}

/** Kept elements, but for those that refer to a part which is not there any more. */
function keptText(kept: KeptSheet | undefined, name: string): string {
  const known = new Set(kept?.relationships.map(({ id }) => id));
  return (kept?.fragments.get(name) ?? [])
    .filter((text) =>
      [...text.matchAll(/\s\w+:(?:id|embed|link|pict)="([^"]*)"/g)].every(
        ([whole, id]) => !/\sr\w*:/.test(whole) || known.has(id ?? ""),
      ),
    )
    .map((text) => text.replace(/http:\/\/purl\.oclc\.org[^"]*/g, transitional))
    .join("");
}

/** A sheet's own filter may not overlap a table: Excel would repair the file by removing one of them. */
export function keepsFilter(sheet: Sheet, kept: KeptSheet | undefined): boolean {
  const text = kept?.fragments.get("autoFilter")?.[0];
  if (text === undefined) return false;
  const area = parseArea(/\sref="([^"]*)"/.exec(text)?.[1] ?? "");
  return area !== null && sheet.tables.every((table) => intersection(table.area, area) === null);
}

function sheetPropertiesText(sheet: Sheet, kept: KeptSheet | undefined): string {
  const { filterMode, ...attributes } = kept?.attributes.get("sheetPr") ?? {};
  const filtered = filterMode !== undefined && keepsFilter(sheet, kept);
  const inner =
    (sheet.tabColor === "" ? "" : `<tabColor rgb="${argb(sheet.tabColor)}"/>`) +
    ["outlinePr", "pageSetUpPr"].map((name) => keptText(kept, `sheetPr/${name}`)).join("");
  const stated = attributesText({ ...attributes, filterMode: filtered });
  return inner + stated === "" ? "" : `<sheetPr${stated}>${inner}</sheetPr>`;
}

function dimensionText(sheet: Sheet): string {
  const used = sheet.cells.usedArea(false);
  return `<dimension ref="${used === null ? "A1" : areaAddress(used)}"/>`;
}

function viewText(sheet: Sheet, workbook: Workbook, kept: KeptSheet | undefined): string {
  const { topLeftCell, ...attributes } = kept?.attributes.get("sheetView") ?? {};
  const active = workbook.activeSheetId === sheet.id;
  const rows = sheet.freeze?.rows ?? 0;
  const columns = sheet.freeze?.columns ?? 0;
  const frozen = rows > 0 || columns > 0;
  const paneName = rows > 0 ? (columns > 0 ? "bottomRight" : "bottomLeft") : "topRight";
  const pane = frozen
    ? `<pane${attributesText({
        xSplit: columns > 0 ? columns : undefined,
        ySplit: rows > 0 ? rows : undefined,
        topLeftCell: cellAddress(rows, columns),
        activePane: paneName,
        state: "frozen",
      })}/>`
    : "";
  const selection = workbook.selection?.sheetId === sheet.id ? workbook.selection : null;
  const selected =
    selection === null
      ? ""
      : `<selection${attributesText({
          pane: frozen ? paneName : undefined,
          activeCell: cellAddress(selection.active.row, selection.active.column),
          sqref: areasInFile(selection.areas),
        })}/>`;
  return `<sheetViews><sheetView${attributesText({
    workbookViewId: "0",
    ...attributes,
    showGridLines: sheet.showGridlines ? undefined : "0",
    tabSelected: active,
    topLeftCell: frozen ? undefined : topLeftCell,
  })}>${pane}${selected}</sheetView></sheetViews>`;
}

function columnsText(sheet: Sheet, kept: KeptSheet | undefined, { styles }: CellContext): string {
  const stated = new Set([
    ...sheet.columnWidths.keys(),
    ...sheet.hiddenColumns,
    ...sheet.columnStyles.keys(),
    ...(kept?.columnOutline.keys() ?? []),
  ]);
  const runs: { first: number; last: number; text: string }[] = [];
  for (const column of [...stated].sort((one, other) => one - other)) {
    const width = sheet.columnWidths.get(column);
    const style = sheet.columnStyles.get(column) ?? defaultStyle;
    const text = attributesText({
      // Readers take a missing width for zero.
      width: width ?? standardWidth,
      customWidth: width !== undefined,
      style: style === defaultStyle ? undefined : styles.cell(style),
      hidden: sheet.hiddenColumns.has(column),
      outlineLevel: kept?.columnOutline.get(column),
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

/** A relationships part; null when there is nothing to relate. */
export function relationshipsText(relationships: readonly KeptRelationship[]): string | null {
  if (relationships.length === 0) return null;
  const items = relationships.map(
    ({ id, type, target, external }) =>
      `<Relationship${attributesText({
        Id: id,
        Type: transitional(type),
        Target: external ? target : `/${target}`,
        TargetMode: external ? "External" : undefined,
      })}/>`,
  );
  return `${xmlHeader}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join("")}</Relationships>`;
}
