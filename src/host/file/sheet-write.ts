import { areaAddress } from "../model/address";
import type { KeptRelationship, KeptSheet } from "../model/kept";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { rowTexts, type CellContext } from "./cells-write";
import { colorAttributes } from "./color";
import { conditionalFormatsText } from "./conditional-write";
import { hyperlinksText } from "./hyperlinks";
import { inUsualKind, rootAttributes, transitional } from "./namespaces";
import { fitsToPages, keptPageSetup, pageSetupTexts } from "./page-setup";
import { editableRangesText, protectionText } from "./protection";
import { columnsText, sheetFormatText } from "./sheet-layout";
import { filterToSave, sheetFilterText } from "./sheet-filter";
import { sheetPropertiesText } from "./sheet-properties";
import { viewsText } from "./sheet-views";
import { validationsText } from "./validations";
import { StyleWriter } from "./styles-write";
import { attributesText, xmlHeader } from "./xml";

/** Children of the worksheet element in the order the schema wants them (ECMA-376 part 1, 18.3.1.99). */
const order =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects AlternateContent controls webPublishItems tableParts extLst".split(
    " ",
  );

export interface SheetLinks {
  readonly tables: readonly string[];
  readonly drawing: string | null;
  readonly notesDrawing: string | null;
  /** Gives an address outside the file its relationship's id. */
  readonly linkTo: (address: string) => string;
  /** Adds the part of a sheet's property, and gives its relationship's id. */
  readonly propertyPart: (bytes: Uint8Array) => string;
}

type Built = Readonly<Record<string, string>>;

/** Elements that are written as the file had them while the sheet says what it said then. */
export const keptElements: ReadonlySet<string> = new Set(
  "sheetPr sheetViews sheetFormatPr cols sheetProtection protectedRanges autoFilter mergeCells dataValidations printOptions pageMargins pageSetup rowBreaks colBreaks".split(
    " ",
  ),
);

/** The elements that lead to no other part, by name. */
function elementsOf(
  sheet: Sheet,
  workbook: Workbook,
  kept: KeptSheet | undefined,
  styles: StyleWriter,
): Built {
  return {
    sheetPr: sheetSettingsText(sheet, kept),
    sheetViews: viewsText(sheet, workbook, kept),
    sheetFormatPr: sheetFormatText(sheet, kept),
    cols: columnsText(sheet, kept, styles),
    sheetProtection: protectionText(sheet),
    protectedRanges: editableRangesText(sheet.editableRanges),
    autoFilter: sheetFilterText(sheet, styles),
    mergeCells: mergesText(sheet.merges),
    dataValidations: validationsText(sheet.validations),
    ...pageSetupTexts(sheet, keptPageSetupOf(kept)),
  };
}

/** Notes what would be written for a sheet as it was read, so that saving knows what nobody has changed since. */
export function rememberWritten(workbook: Workbook): void {
  const styles = new StyleWriter(workbook.kept?.styles ?? null, workbook.styles);
  for (const sheet of workbook.sheets) {
    const kept = workbook.kept?.sheets.get(sheet.id);
    const built = elementsOf(sheet, workbook, kept, styles);
    for (const [name, element] of kept?.elements ?? []) element.written = built[name] ?? "";
  }
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
  const built: Built = {
    ...elementsOf(sheet, workbook, kept, context.styles),
    dimension: dimensionText(sheet),
    conditionalFormatting: rules.classic,
    hyperlinks: hyperlinksText(sheet, links.linkTo),
    customProperties: sheetPropertiesText(sheet, links.propertyPart),
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
    const before = kept?.elements.get(name);
    if (name === "sheetData") {
      yield "<sheetData>";
      yield* rowTexts(sheet, kept, context, onRow);
      yield "</sheetData>";
    } else if (before !== undefined && before.written === built[name]) {
      yield inUsualKind(before.text);
    } else yield built[name] ?? keptText(kept, name);
  }
  yield "</worksheet>";
}

function mergesText(merges: Sheet["merges"]): string {
  if (merges.length === 0) return "";
  const items = merges.map((area) => `<mergeCell ref="${areaAddress(area)}"/>`);
  return `<mergeCells count="${merges.length}">${items.join("")}</mergeCells>`;
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
    .map(inUsualKind)
    .join("");
}

/** What of the opened file's page set-up has no member; the printer's own settings only while their part is there. */
function keptPageSetupOf(kept: KeptSheet | undefined): Readonly<Record<string, string>> {
  const known = new Set(kept?.relationships.map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(kept?.attributes.get("pageSetup") ?? {}).flatMap(([name, value]) =>
      keptPageSetup.has(name)
        ? [[name, value]]
        : name.endsWith(":id") && known.has(value)
          ? [["r:id", value]]
          : [],
    ),
  );
}

function sheetSettingsText(sheet: Sheet, kept: KeptSheet | undefined): string {
  const { filterMode: _, ...attributes } = kept?.attributes.get("sheetPr") ?? {};
  const filtered = (filterToSave(sheet)?.filters.length ?? 0) > 0;
  const tabColor =
    sheet.tabColor === ""
      ? ""
      : `<tabColor${colorAttributes(sheet.tabColor, kept?.tabColor ?? undefined)}/>`;
  const inner = tabColor + keptText(kept, "sheetPr/outlinePr") + fittingText(sheet, kept);
  const stated = attributesText({ ...attributes, filterMode: filtered });
  return inner + stated === "" ? "" : `<sheetPr${stated}>${inner}</sheetPr>`;
}

/** Of `pageSetUpPr` the model holds whether the sheet is fitted to pages; its other attribute is kept. */
function fittingText(sheet: Sheet, kept: KeptSheet | undefined): string {
  const before = kept?.fragments.get("sheetPr/pageSetUpPr")?.[0] ?? "";
  const text = attributesText({
    autoPageBreaks: /\sautoPageBreaks="([^"]*)"/.exec(before)?.[1],
    fitToPage: fitsToPages(sheet),
  });
  return text === "" ? "" : `<pageSetUpPr${text}/>`;
}

function dimensionText(sheet: Sheet): string {
  const used = sheet.cells.usedArea(false);
  return `<dimension ref="${used === null ? "A1" : areaAddress(used)}"/>`;
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
