import type { KeptFile, KeptPart, KeptRelationship, KeptSheet } from "../model/kept";
import type { Sheet } from "../model/sheet";
import { Workbook } from "../model/workbook";
import { readCalculationSettings } from "./calculation-settings";
import { readPalette } from "./color";
import { UnreadableFile, type FileWarning, type KeptKind, type LostKind } from "./failure";
import { formulaFromFile } from "./formula-text";
import { parsePart, relationshipKind, relationshipsName, type PackageReader } from "./package-read";
import { readPrintName } from "./print-names";
import { readBookProtection } from "./protection";
import { readProperties } from "./properties";
import { noSharedStrings, readSharedStrings } from "./shared-strings";
import { readSheet, type BookContext } from "./sheet-read";
import { rememberWritten } from "./sheet-write";
import { noStyles, readStyles } from "./styles-read";
import { UnmodelledReader } from "./unmodelled";
import { readAddIns } from "./web-extension";
import { childNamed, childrenNamed, isOn, prefixedAttribute, type XmlElement } from "./xml";

/** Children of the workbook element that the model holds or that follow from it. */
const rebuilt = new Set(
  "fileVersion workbookPr workbookProtection bookViews sheets definedNames calcPr AlternateContent extLst".split(
    " ",
  ),
);
/** Relationships of the workbook part that the model holds or that are written afresh. */
const modelled = new Set(
  "worksheet chartsheet dialogsheet macrosheet xlMacrosheet styles sharedStrings calcChain sheetMetadata customXml vbaProject xlIntlMacrosheet".split(
    " ",
  ),
);
/** Relationships of the package that are written afresh; a signature no longer holds once anything is saved. */
const writtenOfPackage = new Set(
  "officeDocument core-properties extended-properties extendedProperties custom-properties customProperties webextensiontaskpanes origin".split(
    " ",
  ),
);

/**
 * Reads the workbook in a package.
 *
 * @param onProgress - hears the share done, 0 to 1
 * @param addIn - the id of the add-in whose settings become the workbook's; the file's first when left out
 * @throws UnreadableFile
 */
export function readBook(
  files: PackageReader,
  onProgress: (share: number) => void,
  addIn?: string,
): { readonly workbook: Workbook; readonly warnings: readonly FileWarning[] } {
  const packageLinks = files.relationships("");
  const main = packageLinks.find((link) => relationshipKind(link) === "officeDocument")?.target;
  if (main === undefined || !files.has(main)) {
    throw new UnreadableFile({ code: "missing-part", part: main ?? "xl/workbook.xml" });
  }
  const source = files.text(main);
  const root = parsePart(main, source);
  const links = files.relationships(main);
  const linked = (kind: string): string | undefined =>
    links.find((link) => relationshipKind(link) === kind && files.has(link.target))?.target;

  const workbook = new Workbook();
  const settings = childNamed(root, "workbookPr")?.attributes;
  workbook.date1904 = isOn(settings?.date1904);
  readCalculationSettings(workbook, childNamed(root, "calcPr")?.attributes);
  workbook.protection = readBookProtection(childNamed(root, "workbookProtection"));
  workbook.readOnly = isOn(childNamed(root, "fileSharing")?.attributes.readOnlyRecommended);

  const stylesPart = linked("styles");
  const stylesText = stylesPart === undefined ? null : files.text(stylesPart);
  const stylesXml = stylesText === null ? null : parsePart(stylesPart ?? "", stylesText);
  const themePart = linked("theme");
  const palette = readPalette(themePart === undefined ? null : files.text(themePart), stylesXml);
  const styles = stylesXml === null ? noStyles : readStyles(stylesXml, stylesText ?? "", palette);
  for (const style of styles.named) workbook.styles.set(style.name, style);
  const stringsPart = linked("sharedStrings");
  const strings =
    stringsPart === undefined
      ? noSharedStrings
      : readSharedStrings(stringsPart, files.bytes(stringsPart));
  onProgress(0.2);

  const tableLinks = new Map<number, readonly KeptRelationship[]>();
  const context: BookContext = { files, workbook, strings, styles, palette, tableLinks };
  const warnings: FileWarning[] = [];
  const keptSheets = new Map<string, KeptSheet>();
  const listed = listedSheets(root, links);
  const sheets = listed.filter(({ kind }) => kind === "worksheet");
  const opened = sheets.map(({ name, state }) => {
    const sheet = workbook.addSheet(name);
    if (state === "hidden") sheet.visibility = "Hidden";
    if (state === "veryHidden") sheet.visibility = "VeryHidden";
    return sheet;
  });
  if (opened.length === 0) throw new UnreadableFile({ code: "no-sheets" });
  const activeTab = Number(
    childNamed(childNamed(root, "bookViews") ?? root, "workbookView")?.attributes.activeTab ?? 0,
  );
  const active = opened[sheets.findIndex((sheet) => sheet === listed[activeTab])] ?? opened[0];
  workbook.activeSheetId = active?.id ?? "";
  const sheetBytes = sheets.reduce((sum, { part }) => sum + files.size(part), 1);
  let bytesRead = 0;
  opened.forEach((sheet, index) => {
    const part = sheets[index]?.part ?? "";
    if (!files.has(part)) throw new UnreadableFile({ code: "missing-part", part });
    const bytes = files.size(part);
    const onShare = (share: number): void =>
      onProgress(0.2 + (0.75 * (bytesRead + share * bytes)) / sheetBytes);
    const read = readSheet(sheet, part, sheets[index]?.sheetId ?? index + 1, context, onShare);
    bytesRead += bytes;
    keptSheets.set(sheet.id, read.kept);
    warnings.push(...read.warnings);
  });
  readNames(root, workbook, listed, opened, sheets);
  const properties = readProperties(files, packageLinks, workbook.properties);
  const xmlPartProperties = readXmlParts(files, links, workbook);
  const { addIns, settings: stored } = readAddIns(files, packageLinks, addIn);
  for (const [name, value] of stored) workbook.settings.set(name, value);

  const keptLinks = links.filter((link) => !modelled.has(relationshipKind(link)));
  const keptPackageLinks = packageLinks.filter(
    (one) => !writtenOfPackage.has(relationshipKind(one)),
  );
  const charts = listed.filter(({ kind }) => kind !== "worksheet").map(({ name }) => name);
  if (charts.length > 0)
    warnings.push({ code: "lost-on-save", what: "chart-sheet", sheets: charts });
  for (const what of bookLosses(links, packageLinks)) {
    warnings.push({ code: "lost-on-save", what, sheets: [] });
  }
  for (const what of bookKept(keptLinks))
    warnings.push({ code: "kept-unchanged", what, sheets: [] });
  const views = childNamed(root, "bookViews") ?? root;
  const kept: KeptFile = {
    parts: reachableParts(files, [
      ...keptLinks,
      ...keptPackageLinks,
      ...addIns.flatMap(({ relationships }) => relationships),
      ...[...tableLinks.values()].flat(),
      ...[...keptSheets.values()].flatMap((sheet) => [
        ...sheet.relationships,
        ...(sheet.drawing?.relationships ?? []),
        ...(sheet.vml?.relationships ?? []),
        ...[...(sheet.drawing?.charts.values() ?? [])].map(({ link }) => link),
      ]),
    ]),
    relationships: keptLinks,
    fragments: keptFragments(root, source),
    rootAttributes: root.attributes,
    sheets: keptSheets,
    tableLinks,
    styles: styles.kept,
    attributes: new Map(
      ["workbookPr", "workbookProtection", "calcPr", "workbookView"].flatMap((name) => {
        const found = childNamed(name === "workbookView" ? views : root, name);
        return found === undefined ? [] : [[name, found.attributes] as const];
      }),
    ),
    addIns,
    packageLinks: keptPackageLinks,
    properties,
    xmlPartProperties,
  };
  workbook.kept = kept;
  rememberWritten(workbook);
  onProgress(1);
  return { workbook, warnings };
}

interface ListedSheet {
  readonly name: string;
  readonly state: string;
  readonly part: string;
  readonly kind: string;
  readonly sheetId: number;
}

function listedSheets(root: XmlElement, links: readonly KeptRelationship[]): ListedSheet[] {
  return childrenNamed(childNamed(root, "sheets"), "sheet").map((sheet) => {
    const link = links.find(({ id }) => id === prefixedAttribute(sheet, "id"));
    return {
      name: sheet.attributes.name ?? "",
      state: sheet.attributes.state ?? "visible",
      part: link?.target ?? "",
      kind: link === undefined ? "worksheet" : relationshipKind(link),
      sheetId: Number(sheet.attributes.sheetId),
    };
  });
}

function readNames(
  root: XmlElement,
  workbook: Workbook,
  listed: readonly ListedSheet[],
  opened: readonly Sheet[],
  sheets: readonly ListedSheet[],
): void {
  for (const element of childrenNamed(childNamed(root, "definedNames"), "definedName")) {
    const { name, localSheetId, hidden, comment = "" } = element.attributes;
    if (name === undefined || element.text === "") continue;
    // A sheet's own name counts all tabs, chart sheets too.
    const owner = localSheetId === undefined ? null : listed[Number(localSheetId)];
    const place = owner === null ? -1 : sheets.indexOf(owner as ListedSheet);
    if (owner !== null && place < 0) continue;
    const formula = formulaFromFile(element.text, null);
    const sheet = opened[place];
    if (sheet !== undefined && readPrintName(name, formula, sheet)) continue;
    workbook.names.push({
      name,
      formula,
      sheetId: sheet?.id ?? null,
      visible: !isOn(hidden),
      comment,
      ...new UnmodelledReader("").attributes(element, "name localSheetId hidden comment").found,
    });
  }
}

function readXmlParts(
  files: PackageReader,
  links: readonly KeptRelationship[],
  workbook: Workbook,
): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const link of links) {
    if (relationshipKind(link) !== "customXml" || !files.has(link.target)) continue;
    const about = files
      .relationships(link.target)
      .find((related) => relationshipKind(related) === "customXmlProps");
    const id =
      about === undefined || !files.has(about.target)
        ? undefined
        : prefixedAttribute(files.xml(about.target), "itemID");
    const key = id ?? `{${link.target}}`;
    if (id !== undefined && about !== undefined) properties.set(key, files.text(about.target));
    workbook.xmlParts.set(key, files.text(link.target).replace("\uFEFF", ""));
  }
  return properties;
}

function keptFragments(root: XmlElement, source: string): Map<string, string[]> {
  const fragments = new Map<string, string[]>();
  for (const child of root.children) {
    const keep = (name: string, element: XmlElement): void => {
      const text = source.slice(element.start, element.end);
      fragments.set(name, [...(fragments.get(name) ?? []), text]);
    };
    if (!rebuilt.has(child.name)) keep(child.name, child);
    // The first window's is written from the model.
    if (child.name === "bookViews") {
      for (const view of child.children.slice(1)) keep("workbookView", view);
    }
    // Slicer and timeline caches are listed among the extensions.
    if (child.name === "extLst") for (const extension of child.children) keep("ext", extension);
  }
  return fragments;
}

function reachableParts(
  files: PackageReader,
  from: readonly KeptRelationship[],
): Map<string, KeptPart> {
  const parts = new Map<string, KeptPart>();
  const waiting = from.filter(({ external }) => !external).map(({ target }) => target);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (parts.has(name) || !files.has(name)) continue;
    // A part that points back at a sheet would drag in what is written afresh.
    if (/worksheet\+xml|sheet\.main\+xml/.test(files.contentType(name))) continue;
    parts.set(name, { bytes: files.bytes(name).slice(), contentType: files.contentType(name) });
    const list = relationshipsName(name);
    if (!files.has(list)) continue;
    parts.set(list, { bytes: files.bytes(list).slice(), contentType: files.contentType(list) });
    for (const link of files.relationships(name)) if (!link.external) waiting.push(link.target);
  }
  return parts;
}

function bookLosses(
  links: readonly KeptRelationship[],
  packageLinks: readonly KeptRelationship[],
): LostKind[] {
  const lost: LostKind[] = [];
  if (links.some((link) => relationshipKind(link) === "vbaProject")) lost.push("macros");
  if (packageLinks.some((link) => relationshipKind(link) === "origin")) lost.push("signature");
  return lost;
}

function bookKept(links: readonly KeptRelationship[]): KeptKind[] {
  const kinds: Readonly<Record<string, KeptKind>> = {
    externalLink: "external-link",
    connections: "query",
  };
  return [...new Set(links.flatMap((link) => kinds[relationshipKind(link)] ?? []))];
}
