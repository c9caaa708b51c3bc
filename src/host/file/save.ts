import type { AddInReference, KeptRelationship } from "../model/kept";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { StringWriter } from "./cells-write";
import { chartPartText } from "./chart-write";
import { drawingText } from "./drawings";
import { formulaInFile } from "./formula-text";
import { mainNamespace, relationshipsNamespace, inUsualKind, rootAttributes } from "./namespaces";
import { drawsShapes, notesDrawing, notesText, notesToSave } from "./notes";
import { relationshipsIn, relationshipsName } from "./package-read";
import { appPropertiesText, corePropertiesText, customPropertiesText } from "./properties";
import { bookProtectionText } from "./protection";
import { printNames } from "./print-names";
import { sheetPropertyType } from "./sheet-properties";
import { relationshipsText, worksheetText } from "./sheet-write";
import { StyleWriter } from "./styles-write";
import { tableText } from "./tables";
import { unmodelledAttributes } from "./unmodelled";
import { ownAddIn, taskpanesText, webExtensionText } from "./web-extension";
import { attributesText, escapeXml, parseXml, xmlHeader } from "./xml";
import { ZipWriter } from "./zip-writer";

export interface SaveOptions {
  /** Hears the share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Which add-in the settings belong to, as its manifest names it; that of the opened file when left out. */
  readonly addIn?: AddInReference;
}

const contentTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const officePackage = "http://schemas.openxmlformats.org/package/2006/relationships/metadata";
const emptyArrayMetadata =
  `${xmlHeader}<metadata xmlns="${mainNamespace}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">` +
  '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>' +
  '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';

/**
 * The workbook as an .xlsx file. What an opened file held beyond the model is written back as it was; macros are not,
 * because an .xlsx may not hold them (`openWorkbook` warned of it).
 *
 * Runs to its end without pausing: call it in a worker where a page must stay alive. The same workbook gives the same bytes.
 */
export function saveXlsx(workbook: Workbook, options: SaveOptions = {}): Promise<Uint8Array> {
  return new Promise((resolve) => resolve(new BookWriter(workbook, options).write()));
}

class BookWriter {
  readonly #workbook: Workbook;
  readonly #options: SaveOptions;
  readonly #zip = new ZipWriter();
  readonly #overrides = new Map<string, string>();
  readonly #styles: StyleWriter;
  readonly #strings = new StringWriter();
  readonly #bookLinks: KeptRelationship[] = [];
  readonly #packageLinks: KeptRelationship[] = [];
  /** What kept drawings lead to. */
  readonly #drawnLinks: KeptRelationship[] = [];
  #charts = 0;
  #properties = 0;
  #hasDynamicArray = false;

  constructor(workbook: Workbook, options: SaveOptions) {
    this.#workbook = workbook;
    this.#options = options;
    this.#styles = new StyleWriter(workbook.kept?.styles ?? null, workbook.styles);
  }

  write(): Uint8Array {
    const { sheets, kept } = this.#workbook;
    this.#bookLinks.push(...(kept?.relationships ?? []));
    sheets.forEach((sheet, index) => this.#sheet(sheet, index));
    this.#documentProperties();
    this.#xmlParts();
    this.#settings();
    this.#keptParts();
    this.#part("xl/sharedStrings.xml", this.#strings.xml(), `${contentTypes}.sharedStrings+xml`);
    this.#linkBook("sharedStrings", "xl/sharedStrings.xml");
    if (this.#hasDynamicArray) {
      this.#part("xl/metadata.xml", emptyArrayMetadata, `${contentTypes}.sheetMetadata+xml`);
      this.#linkBook("sheetMetadata", "xl/metadata.xml");
    }
    this.#part("xl/styles.xml", this.#styles.xml(), `${contentTypes}.styles+xml`);
    this.#linkBook("styles", "xl/styles.xml");
    this.#part("xl/workbook.xml", this.#bookText(), `${contentTypes}.sheet.main+xml`);
    this.#relationships("xl/workbook.xml", this.#bookLinks);
    this.#packageLinks.push(link("ksBook", "officeDocument", "xl/workbook.xml"));
    this.#relationships("", this.#packageLinks);
    this.#zip.add("[Content_Types].xml", this.#contentTypesText());
    this.#options.onProgress?.(1);
    return this.#zip.finish();
  }

  /** Parts that something still leads to: those of a deleted sheet go with it. */
  #keptParts(): void {
    const { sheets, kept } = this.#workbook;
    if (kept === null) return;
    const waiting = [
      ...kept.relationships,
      ...this.#drawnLinks,
      ...sheets.flatMap(({ tables }) => tables.flatMap(({ id }) => kept.tableLinks.get(id) ?? [])),
      ...sheets.flatMap((sheet) => kept.sheets.get(sheet.id)?.relationships ?? []),
    ];
    const written = new Set<string>();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const part = kept.parts.get(next.target);
      if (next.external || part === undefined || written.has(next.target)) continue;
      written.add(next.target);
      this.#zip.add(next.target, part.bytes);
      this.#overrides.set(next.target, part.contentType);
      const listName = relationshipsName(next.target);
      const list = kept.parts.get(listName);
      if (list === undefined) continue;
      this.#zip.add(listName, list.bytes);
      waiting.push(...relationshipsIn(next.target, parseXml(new TextDecoder().decode(list.bytes))));
    }
  }

  #part(name: string, content: string | Iterable<string>, contentType: string): void {
    this.#zip.add(name, content);
    this.#overrides.set(name, contentType);
  }

  #relationships(part: string, relationships: readonly KeptRelationship[]): void {
    const text = relationshipsText(relationships);
    if (text !== null) this.#zip.add(relationshipsName(part), text);
  }

  #linkBook(kind: string, target: string): string {
    return linkTo(this.#bookLinks, kind, target);
  }

  #sheet(sheet: Sheet, index: number): void {
    const kept = this.#workbook.kept?.sheets.get(sheet.id);
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    const links: KeptRelationship[] = [...(kept?.relationships ?? [])];
    const tables = sheet.tables.map((table) => {
      const part = `xl/tables/table${table.id}.xml`;
      const text = tableText(table, (style) => this.#styles.rule(style));
      this.#part(part, text, `${contentTypes}.table+xml`);
      this.#relationships(part, this.#workbook.kept?.tableLinks.get(table.id) ?? []);
      return linkTo(links, "table", part);
    });
    const drawing = this.#drawing(sheet, index, links);
    let legacyDrawing: string | null = null;
    const notes = notesToSave(sheet);
    const old = kept?.vml ?? null;
    if (notes.length > 0) {
      const comments = `xl/ksNotes${index + 1}.xml`;
      this.#part(comments, notesText(notes), `${contentTypes}.comments+xml`);
      linkTo(links, "comments", comments);
    }
    if (notes.length > 0 || (old !== null && drawsShapes(old.text))) {
      const shapes = `xl/drawings/ksNotes${index + 1}.vml`;
      this.#part(
        shapes,
        notesDrawing(notes, sheet, old?.text ?? null),
        "application/vnd.openxmlformats-officedocument.vmlDrawing",
      );
      this.#relationships(shapes, old?.relationships ?? []);
      this.#drawnLinks.push(...(old?.relationships ?? []));
      legacyDrawing = linkTo(links, "vmlDrawing", shapes);
    }
    const context = {
      strings: this.#strings,
      styles: this.#styles,
      dynamicArray: () => {
        this.#hasDynamicArray = true;
      },
    };
    const count = this.#workbook.sheets.length;
    const onRow = (row: number, rows: number): void =>
      this.#options.onProgress?.((0.9 * (index + row / rows)) / count);
    const text = worksheetText(
      sheet,
      this.#workbook,
      kept,
      {
        tables,
        drawing,
        notesDrawing: legacyDrawing,
        linkTo: (address) => linkTo(links, "hyperlink", address, true),
        propertyPart: (bytes) => this.#propertyPart(bytes, links),
      },
      context,
      onRow,
    );
    this.#part(name, text, `${contentTypes}.worksheet+xml`);
    this.#relationships(name, links);
  }

  #propertyPart(bytes: Uint8Array, links: KeptRelationship[]): string {
    const part = `xl/ksProperty${++this.#properties}.bin`;
    this.#zip.add(part, bytes);
    this.#overrides.set(part, sheetPropertyType);
    return linkTo(links, "customProperty", part);
  }

  /** The charts of a sheet among what its drawing held besides; the id by which the sheet refers to it. */
  #drawing(sheet: Sheet, index: number, links: KeptRelationship[]): string | null {
    const kept = this.#workbook.kept?.sheets.get(sheet.id)?.drawing ?? null;
    const drawing = drawingText(sheet, kept, () => this.#chartPart());
    if (drawing === null) return null;
    const part = `xl/drawings/ksDrawing${index + 1}.xml`;
    const types = "application/vnd.openxmlformats-officedocument";
    this.#part(part, drawing.text, `${types}.drawing+xml`);
    this.#relationships(part, drawing.relationships);
    for (const { chart, part: chartPart } of drawing.fresh) {
      const text = chartPartText(this.#workbook, sheet, chart);
      this.#part(chartPart, text, `${types}.drawingml.chart+xml`);
    }
    this.#drawnLinks.push(...drawing.relationships);
    return linkTo(links, "drawing", part);
  }

  /** A name no kept chart has. */
  #chartPart(): string {
    for (;;) {
      const name = `xl/charts/ksChart${++this.#charts}.xml`;
      if (this.#workbook.kept?.parts.has(name) !== true) return name;
    }
  }

  #bookText(): string {
    const { sheets, kept } = this.#workbook;
    const active = Math.max(
      0,
      sheets.findIndex((sheet) => sheet.id === this.#workbook.activeSheetId),
    );
    const taken = new Set(sheets.map(({ id }) => kept?.sheets.get(id)?.sheetId));
    let free = 1;
    const numberOf = (sheet: Sheet): number => {
      const known = kept?.sheets.get(sheet.id)?.sheetId;
      if (known !== undefined) return known;
      while (taken.has(free)) free++;
      return free++;
    };
    const listed = sheets.map((sheet, index) => {
      const id = this.#linkBook("worksheet", `xl/worksheets/sheet${index + 1}.xml`);
      const state =
        sheet.visibility === "Visible"
          ? undefined
          : sheet.visibility === "Hidden"
            ? "hidden"
            : "veryHidden";
      return `<sheet${attributesText({ name: sheet.name, sheetId: numberOf(sheet), state, "r:id": id })}/>`;
    });
    const mode = { Automatic: undefined, AutomaticExceptTables: "autoNoTable", Manual: "manual" }[
      this.#workbook.calculationMode
    ];
    const fragment = (name: string): string =>
      inUsualKind((kept?.fragments.get(name) ?? []).join(""));
    const fragments = (names: string): string => names.split(" ").map(fragment).join("");
    const extensions = fragment("ext");
    const attributes = (name: string): Readonly<Record<string, string>> =>
      kept?.attributes.get(name) ?? {};
    const { firstSheet: first } = attributes("workbookView");
    const { enabled, maxIteration, maxChange } = this.#workbook.iterativeCalculation;
    return (
      `${xmlHeader}<workbook${rootAttributes(kept?.rootAttributes)}>` +
      fragments("fileSharing") +
      `<workbookPr${attributesText({ ...attributes("workbookPr"), date1904: this.#workbook.date1904 })}/>` +
      bookProtectionText(this.#workbook.protection, attributes("workbookProtection")) +
      `<bookViews><workbookView${attributesText({
        ...attributes("workbookView"),
        firstSheet: Number(first) < sheets.length ? first : undefined,
        activeTab: active === 0 ? undefined : active,
      })}/>${fragment("workbookView")}</bookViews>` +
      `<sheets>${listed.join("")}</sheets>` +
      fragments("functionGroups externalReferences") +
      this.#namesText() +
      `<calcPr${attributesText({
        calcId: 191029,
        ...attributes("calcPr"),
        calcMode: mode,
        iterate: enabled,
        // Programs differ in what they take for a change nobody has stated.
        iterateCount: maxIteration,
        iterateDelta: maxChange,
      })}/>` +
      fragments(
        "oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects",
      ) +
      (extensions === "" ? "" : `<extLst>${extensions}</extLst>`) +
      "</workbook>"
    );
  }

  #namesText(): string {
    const { sheets, names } = this.#workbook;
    const items = names.flatMap((name) => {
      const place = sheets.findIndex((sheet) => sheet.id === name.sheetId);
      if (name.sheetId !== null && place < 0) return [];
      const { name: called, comment, visible, formula } = name;
      const more = unmodelledAttributes(name, "definedName");
      return [nameText({ name: called, comment, hidden: !visible, formula, more }, place)];
    });
    const printed = sheets.flatMap((sheet, place) =>
      printNames(sheet).map((name) => nameText({ ...name, formula: `=${name.formula}` }, place)),
    );
    const all = [...items, ...printed];
    return all.length === 0 ? "" : `<definedNames>${all.join("")}</definedNames>`;
  }

  #documentProperties(): void {
    const { properties } = this.#workbook;
    const kept = this.#workbook.kept?.properties;
    const core = "docProps/core.xml";
    const package_ = "application/vnd.openxmlformats-package.core-properties+xml";
    this.#part(core, corePropertiesText(properties, kept?.get("core")), package_);
    this.#packageLinks.push({
      id: "ksCore",
      type: `${officePackage}/core-properties`,
      target: core,
      external: false,
    });
    const documents = "application/vnd.openxmlformats-officedocument";
    this.#part(
      "docProps/app.xml",
      appPropertiesText(properties, kept?.get("extended")),
      `${documents}.extended-properties+xml`,
    );
    this.#packageLinks.push(link("ksApp", "extended-properties", "docProps/app.xml"));
    const custom = customPropertiesText(properties, kept?.get("custom"));
    if (custom === null) return;
    this.#part("docProps/custom.xml", custom, `${documents}.custom-properties+xml`);
    this.#packageLinks.push(link("ksCustom", "custom-properties", "docProps/custom.xml"));
  }

  #xmlParts(): void {
    let number = 0;
    for (const [id, xml] of this.#workbook.xmlParts) {
      number++;
      const part = `customXml/item${number}.xml`;
      const about = `customXml/itemProps${number}.xml`;
      this.#zip.add(part, xml);
      this.#relationships(part, [link("rId1", "customXmlProps", about)]);
      this.#part(
        about,
        this.#workbook.kept?.xmlPartProperties.get(id) ??
          `${xmlHeader}<ds:datastoreItem${attributesText({ "ds:itemID": id })} xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
      );
      this.#linkBook("customXml", part);
    }
  }

  #settings(): void {
    const { settings, kept } = this.#workbook;
    if (settings.size === 0) return;
    const addIn = this.#options.addIn ?? kept?.addIn ?? ownAddIn;
    const part = "xl/webextensions/webextension1.xml";
    const panes = "xl/webextensions/taskpanes.xml";
    const office = "http://schemas.microsoft.com/office/2011/relationships";
    this.#part(
      part,
      webExtensionText({ addIn, settings }),
      "application/vnd.ms-office.webextension+xml",
    );
    this.#part(
      panes,
      taskpanesText(["rId1"]),
      "application/vnd.ms-office.webextensiontaskpanes+xml",
    );
    this.#relationships(panes, [
      { id: "rId1", type: `${office}/webextension`, target: part, external: false },
    ]);
    this.#packageLinks.push({
      id: "ksPanes",
      type: `${office}/webextensiontaskpanes`,
      target: panes,
      external: false,
    });
  }

  #contentTypesText(): string {
    const overrides = [...this.#overrides].map(
      ([name, type]) => `<Override${attributesText({ PartName: `/${name}`, ContentType: type })}/>`,
    );
    return (
      `${xmlHeader}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`
    );
  }
}

/** @param place - the sheet whose name it is; below 0 for the workbook's */
function nameText(
  name: {
    readonly name: string;
    readonly formula: string;
    readonly hidden: boolean;
    readonly comment?: string;
    readonly more?: Readonly<Record<string, string>>;
  },
  place: number,
): string {
  return `<definedName${attributesText({
    name: name.name,
    comment: name.comment === "" ? undefined : name.comment,
    localSheetId: place < 0 ? undefined : place,
    hidden: name.hidden,
    ...name.more,
  })}>${escapeXml(formulaInFile(name.formula, null))}</definedName>`;
}

/** Adds a relationship under an id that kept ones do not have, and returns the id. */
function linkTo(links: KeptRelationship[], kind: string, target: string, external = false): string {
  const taken = new Set(links.map(({ id }) => id));
  let number = links.length + 1;
  while (taken.has(`ks${number}`)) number++;
  links.push({ ...link(`ks${number}`, kind, target), external });
  return `ks${number}`;
}

function link(id: string, kind: string, target: string): KeptRelationship {
  return { id, type: `${relationshipsNamespace}/${kind}`, target, external: false };
}
