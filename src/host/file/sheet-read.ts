import { parseArea, type Area } from "../model/address";
import type { KeptRelationship, KeptSheet } from "../model/kept";
import type { Sheet } from "../model/sheet";
import type { CellStyle } from "../model/style";
import type { Workbook } from "../model/workbook";
import { CellReader } from "./cells-read";
import { scanWorksheet } from "./cell-scanner";
import { readColor, readThemeColor, type Palette } from "./color";
import { readConditionalFormats } from "./conditional-read";
import type { FileWarning, LostKind } from "./failure";
import { readDrawing } from "./drawings";
import { readSheetFilter } from "./sheet-filter";
import { readHyperlinks } from "./hyperlinks";
import { drawsControls, readNotes, withoutNotes } from "./notes";
import { parsePart, relationshipKind, type PackageReader } from "./package-read";
import { readPageSetup } from "./page-setup";
import { readEditableRanges, readProtection } from "./protection";
import { readColumn, readStandardSizes } from "./sheet-layout";
import { readSheetProperties } from "./sheet-properties";
import { keptFragments, keptKinds, keptView } from "./sheet-kept";
import { keptElements } from "./sheet-write";
import type { SharedStrings } from "./shared-strings";
import type { FileStyles } from "./styles-read";
import { readTable } from "./tables";
import { readValidation } from "./validations";
import {
  childNamed,
  childrenNamed,
  descendants,
  isOn,
  prefixedAttribute,
  type XmlElement,
} from "./xml";

export interface BookContext {
  readonly files: PackageReader;
  readonly workbook: Workbook;
  readonly strings: SharedStrings;
  readonly styles: FileStyles;
  readonly palette: Palette;
  /** What the parts of tables lead to, by the tables' ids. */
  readonly tableLinks: Map<number, readonly KeptRelationship[]>;
}

/** Kinds of relationships the model has members for; all others keep their parts. */
const modelled = new Set(["table", "comments", "vmlDrawing", "hyperlink", "customProperty"]);
/**
 * Reads one worksheet part and all that belongs to it into `sheet`; what the model has no place for is returned.
 *
 * @param onShare - hears the share done, 0 to 1
 */
export function readSheet(
  sheet: Sheet,
  part: string,
  sheetId: number,
  context: BookContext,
  onShare: (share: number) => void,
): { readonly kept: KeptSheet; readonly warnings: readonly FileWarning[] } {
  const { files } = context;
  const relationships = files.relationships(part);
  for (const relationship of relationships) {
    if (relationshipKind(relationship) !== "table" || relationship.external) continue;
    const source = files.text(relationship.target);
    const table = readTable(
      parsePart(relationship.target, source),
      source,
      relationship.target,
      sheet.id,
      context.styles.ruleStyles,
    );
    sheet.tables.push(table);
    context.workbook.reserveTableId(table.id);
    const links = files.relationships(relationship.target);
    if (links.length > 0) context.tableLinks.set(table.id, links);
  }
  const bytes = files.bytes(part);
  const styledColumns = new Map<number, CellStyle>();
  const cells = new CellReader(sheet, {
    strings: context.strings,
    styles: context.styles.cellStyles,
    styledColumns,
    date1904: context.workbook.date1904,
  });
  // Columns stand before the rows in the part and give cells their looks: they are read first.
  const head = headElements(bytes, part);
  readStandardSizes(
    head.find(({ name }) => name === "sheetFormatPr"),
    sheet,
  );
  for (const column of head.find(({ name }) => name === "cols")?.children ?? []) {
    readColumn(column, sheet, context.styles.cellStyles, styledColumns);
  }
  const skeleton = scanWorksheet(part, bytes, cells, onShare);
  cells.finish();
  for (const [column, style] of styledColumns) sheet.columnStyles.set(column, style);
  const root = parsePart(part, skeleton);
  // Pictures in headers and footers are drawings of the same kind; they are kept.
  const headerDrawing = childId(root, "legacyDrawingHF");
  const drawingPart = relationships.find(
    (related) =>
      relationshipKind(related) === "vmlDrawing" &&
      related.id !== headerDrawing &&
      files.has(related.target),
  );
  const drawing = drawingPart === undefined ? null : files.text(drawingPart.target);
  const comments = relationships.find((related) => relationshipKind(related) === "comments");
  if (comments !== undefined) {
    const source = files.text(comments.target);
    sheet.notes = readNotes(parsePart(comments.target, source), source, drawing);
  }
  readSurroundings(root, sheet, context);
  readPageSetup(root, sheet);
  sheet.hyperlinks = readHyperlinks(root, sheet, relationships);
  readSheetProperties(root, sheet, relationships, files);
  sheet.autoFilter = readSheetFilter(
    childNamed(root, "autoFilter"),
    context.styles.ruleStyles,
    skeleton,
  );
  splitFilteredRows(sheet);
  const unknownRules = readRules(root, skeleton, sheet, context);
  const fragments = keptFragments(root, skeleton);
  const shapes = relationships.find(({ id }) => id === childId(root, "drawing"));
  const drawn = shapes === undefined ? null : readDrawing(sheet, shapes.target, context);
  if (drawn !== null) fragments.delete("drawing");
  const views = childNamed(root, "sheetViews") ?? root;
  // Validations of the extended list join the classic one, which then says more than it did.
  const twoLists = descendants(root, "dataValidation").some(({ prefix }) => prefix === "x14");
  const kept: KeptSheet = {
    sheetId,
    elements: new Map(
      root.children
        .filter(({ name }) => keptElements.has(name) && !(name === "dataValidations" && twoLists))
        .map(({ name, start, end }) => [name, { text: skeleton.slice(start, end), written: "" }]),
    ),
    rootAttributes: root.attributes,
    fragments,
    relationships: relationships.filter(
      (related) =>
        related.id === headerDrawing ||
        !(modelled.has(relationshipKind(related)) || (drawn !== null && related === shapes)),
    ),
    drawing: drawn,
    tabColor:
      readThemeColor(
        childNamed(childNamed(root, "sheetPr") ?? root, "tabColor"),
        context.palette,
      ) ?? null,
    vml:
      drawing === null
        ? null
        : {
            text: withoutNotes(drawing),
            relationships: files.relationships(drawingPart?.target ?? ""),
          },
    view: keptView(root, skeleton, sheet),
    attributes: new Map(
      ["sheetPr", "sheetView", "sheetFormatPr", "pageSetup"].flatMap((name) => {
        const found = childNamed(name === "sheetView" ? views : root, name);
        return found === undefined ? [] : [[name, found.attributes] as const];
      }),
    ),
  };
  const lost: LostKind[] = [];
  if (cells.facts.dataTable) lost.push("data-table");
  if (cells.facts.richValue) lost.push("rich-value");
  if (unknownRules > 0) lost.push("conditional-format");
  const sheets = [sheet.name];
  return {
    kept,
    warnings: [
      ...keptKinds(kept, drawing !== null && drawsControls(drawing)).map(
        (what) => ({ code: "kept-unchanged", what, sheets }) as const,
      ),
      ...lost.map((what) => ({ code: "lost-on-save", what, sheets }) as const),
    ],
  };
}

function childId(root: XmlElement, name: string): string | undefined {
  const child = childNamed(root, name);
  return child === undefined ? undefined : prefixedAttribute(child, "id");
}

/** What stands before the rows and is needed to read them. */
function headElements(bytes: Uint8Array, part: string): XmlElement[] {
  // Everything before the rows fits many times into this; a longer head has its columns read with the rest.
  const head = new TextDecoder().decode(bytes.subarray(0, 1 << 20));
  const pattern =
    /<(?:\w+:)?(?:cols>.*?<\/(?:\w+:)?cols>|sheetFormatPr\b[^>]*?(?:\/>|>.*?<\/(?:\w+:)?sheetFormatPr>))/gs;
  const text = [...(head.split(/<(?:\w+:)?sheetData\b/)[0] ?? "").matchAll(pattern)].join("");
  if (text === "") return [];
  const prefixes = [...new Set([...text.matchAll(/[\s<](\w+):/g)].map((found) => found[1]))];
  const names = prefixes.map((prefix) => ` xmlns:${String(prefix)}="-"`).join("");
  return parsePart(part, `<head${names}>${text}</head>`).children;
}

function readSurroundings(
  root: XmlElement,
  sheet: Sheet,
  { palette, workbook }: BookContext,
): void {
  const tab = childNamed(childNamed(root, "sheetPr") ?? root, "tabColor");
  sheet.tabColor = readColor(tab, palette) ?? "";
  const view = childNamed(childNamed(root, "sheetViews") ?? root, "sheetView");
  if (view !== undefined) {
    sheet.showGridlines = isOn(view.attributes.showGridLines, true);
    sheet.showHeadings = isOn(view.attributes.showRowColHeaders, true);
    sheet.zoom = zoomOf(view.attributes.zoomScale);
    const pane = childNamed(view, "pane");
    if (pane?.attributes.state?.startsWith("frozen") === true) {
      sheet.freeze = {
        rows: Number(pane.attributes.ySplit ?? 0),
        columns: Number(pane.attributes.xSplit ?? 0),
      };
    }
    if (isOn(view.attributes.tabSelected) && workbook.activeSheetId === sheet.id) {
      readSelection(view, sheet, workbook);
    }
  }
  sheet.merges = childrenNamed(childNamed(root, "mergeCells"), "mergeCell")
    .map((merge) => parseArea(merge.attributes.ref ?? ""))
    .filter((area): area is Area => area !== null);
  Object.assign(sheet, readProtection(childNamed(root, "sheetProtection")));
  sheet.editableRanges = readEditableRanges(childNamed(root, "protectedRanges"));
}

/** What is no zoom of 10 to 400 percent is that of a new sheet. */
function zoomOf(scale: string | undefined): number {
  const percent = Number(scale ?? 100);
  return percent >= 10 && percent <= 400 ? percent : 100;
}

function readSelection(view: XmlElement, sheet: Sheet, workbook: Workbook): void {
  const pane = childNamed(view, "pane")?.attributes.activePane;
  const selections = childrenNamed(view, "selection");
  const selection =
    selections.find(({ attributes }) => attributes.pane === pane) ?? selections.at(-1);
  const active = parseArea(selection?.attributes.activeCell ?? "A1");
  if (active === null) return;
  const areas = (selection?.attributes.sqref ?? "")
    .split(" ")
    .map((address) => parseArea(address))
    .filter((area): area is Area => area !== null);
  workbook.selection = {
    sheetId: sheet.id,
    areas: areas.length > 0 ? areas : [active],
    active: { row: active.top, column: active.left },
  };
}

/** A file does not say why a row is hidden; within a filtered area it is taken to be the filter. */
function splitFilteredRows(sheet: Sheet): void {
  const own = sheet.autoFilter === null ? [] : [sheet.autoFilter];
  for (const { area, filters } of [...sheet.tables, ...own]) {
    if (filters.length === 0) continue;
    for (const row of [...sheet.hiddenRows]) {
      if (row <= area.top || row > area.bottom) continue;
      sheet.hiddenRows.delete(row);
      sheet.filteredRows.add(row);
    }
  }
}

function readRules(
  root: XmlElement,
  source: string,
  sheet: Sheet,
  { styles, palette }: BookContext,
): number {
  const rules = readConditionalFormats(root, source, {
    ruleStyles: styles.ruleStyles,
    palette,
  });
  sheet.conditionalFormats = rules.formats;
  const classic = childrenNamed(childNamed(root, "dataValidations"), "dataValidation");
  const extended = descendants(root, "dataValidation").filter(({ prefix }) => prefix === "x14");
  const all = new Set([...classic, ...extended]);
  sheet.validations = [...all].flatMap(readValidation);
  return rules.unknown;
}
