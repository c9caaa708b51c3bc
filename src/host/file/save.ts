import type { AddInReference, KeptRelationship } from "../model/kept";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { bookText } from "./book-write";
import { StringWriter } from "./cells-write";
import { chartPartText } from "./chart-write";
import { drawingText } from "./drawings";
import { mainNamespace } from "./namespaces";
import { drawsShapes, notesDrawing, notesText, notesToSave } from "./notes";
import { relationshipsIn, relationshipsName } from "./package-read";
import { link, linkTo, PackageWriter } from "./package-write";
import { appPropertiesText, corePropertiesText, customPropertiesText } from "./properties";
import { sheetPropertyType } from "./sheet-properties";
import { worksheetText } from "./sheet-write";
import { StyleWriter } from "./styles-write";
import { tableText } from "./tables";
import { writeAddIns } from "./web-extension";
import { attributesText, parseXml, xmlHeader } from "./xml";

export interface SaveOptions {
  /** Hears the share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Which add-in the settings belong to, as its manifest names it; that of the opened file when left out. */
  readonly addIn?: AddInReference;
}

const contentTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const officePackage = "http://schemas.openxmlformats.org/package/2006/relationships/metadata";
const arrayMetadata =
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
  readonly #package = new PackageWriter();
  readonly #styles: StyleWriter;
  readonly #strings = new StringWriter();
  readonly #bookLinks: KeptRelationship[] = [];
  readonly #packageLinks: KeptRelationship[] = [];
  /** What kept drawings lead to. */
  readonly #drawnLinks: KeptRelationship[] = [];
  /** How much there is to write of each sheet: its used cells. */
  readonly #sizes: readonly number[];
  #charts = 0;
  #properties = 0;
  #hasDynamicArray = false;

  constructor(workbook: Workbook, options: SaveOptions) {
    this.#workbook = workbook;
    this.#options = options;
    this.#sizes = workbook.sheets.map(({ cells }) => {
      const used = cells.usedArea(false);
      return used === null ? 1 : (used.bottom - used.top + 1) * (used.right - used.left + 1);
    });
    this.#styles = new StyleWriter(workbook.kept?.styles ?? null, workbook.styles);
  }

  write(): Uint8Array {
    const { sheets, kept } = this.#workbook;
    this.#bookLinks.push(...(kept?.relationships ?? []));
    this.#packageLinks.push(...(kept?.packageLinks ?? []));
    sheets.forEach((sheet, index) => this.#sheet(sheet, index));
    this.#documentProperties();
    this.#xmlParts();
    this.#settings();
    this.#keptParts();
    this.#package.part(
      "xl/sharedStrings.xml",
      this.#strings.xml(),
      `${contentTypes}.sharedStrings+xml`,
    );
    this.#linkBook("sharedStrings", "xl/sharedStrings.xml");
    if (this.#hasDynamicArray) {
      this.#package.part("xl/metadata.xml", arrayMetadata, `${contentTypes}.sheetMetadata+xml`);
      this.#linkBook("sheetMetadata", "xl/metadata.xml");
    }
    this.#package.part("xl/styles.xml", this.#styles.xml(), `${contentTypes}.styles+xml`);
    this.#linkBook("styles", "xl/styles.xml");
    const text = bookText(this.#workbook, (place) => this.#linkBook("worksheet", sheetPart(place)));
    this.#package.part("xl/workbook.xml", text, `${contentTypes}.sheet.main+xml`);
    this.#package.relationships("xl/workbook.xml", this.#bookLinks);
    this.#packageLinks.push(link("ksBook", "officeDocument", "xl/workbook.xml"));
    this.#package.relationships("", this.#packageLinks);
    this.#options.onProgress?.(1);
    return this.#package.finish();
  }

  /** Parts that something still leads to: those of a deleted sheet go with it. */
  #keptParts(): void {
    const { sheets, kept } = this.#workbook;
    if (kept === null) return;
    const waiting = [
      ...kept.relationships,
      ...kept.packageLinks,
      ...kept.addIns.flatMap(({ relationships }) => relationships),
      ...this.#drawnLinks,
      ...sheets.flatMap(({ tables }) => tables.flatMap(({ id }) => kept.tableLinks.get(id) ?? [])),
      ...sheets.flatMap((sheet) => kept.sheets.get(sheet.id)?.relationships ?? []),
    ];
    const written = new Set<string>();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const part = kept.parts.get(next.target);
      if (next.external || part === undefined || written.has(next.target)) continue;
      written.add(next.target);
      this.#package.part(next.target, part.bytes, part.contentType);
      const listName = relationshipsName(next.target);
      const list = kept.parts.get(listName);
      if (list === undefined) continue;
      this.#package.part(listName, list.bytes, null);
      waiting.push(...relationshipsIn(next.target, parseXml(new TextDecoder().decode(list.bytes))));
    }
  }

  #linkBook(kind: string, target: string): string {
    return linkTo(this.#bookLinks, kind, target);
  }

  #sheet(sheet: Sheet, index: number): void {
    const kept = this.#workbook.kept?.sheets.get(sheet.id);
    const name = sheetPart(index);
    const links: KeptRelationship[] = [...(kept?.relationships ?? [])];
    const tables = sheet.tables.map((table) => {
      const part = `xl/tables/table${table.id}.xml`;
      const text = tableText(table, (style) => this.#styles.rule(style));
      this.#package.part(part, text, `${contentTypes}.table+xml`);
      this.#package.relationships(part, this.#workbook.kept?.tableLinks.get(table.id) ?? []);
      return linkTo(links, "table", part);
    });
    const drawing = this.#drawing(sheet, index, links);
    let legacyDrawing: string | null = null;
    const notes = notesToSave(sheet);
    const old = kept?.vml ?? null;
    if (notes.length > 0) {
      const comments = `xl/ksNotes${index + 1}.xml`;
      this.#package.part(comments, notesText(notes), `${contentTypes}.comments+xml`);
      linkTo(links, "comments", comments);
    }
    if (notes.length > 0 || (old !== null && drawsShapes(old.text))) {
      const shapes = `xl/drawings/ksNotes${index + 1}.vml`;
      this.#package.part(
        shapes,
        notesDrawing(notes, sheet, old?.text ?? null),
        "application/vnd.openxmlformats-officedocument.vmlDrawing",
      );
      this.#package.relationships(shapes, old?.relationships ?? []);
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
    const size = this.#sizes[index] ?? 0;
    const before = sum(this.#sizes.slice(0, index));
    const onRow = (row: number, rows: number): void =>
      this.#options.onProgress?.((0.9 * (before + (size * row) / rows)) / sum(this.#sizes));
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
    this.#package.part(name, text, `${contentTypes}.worksheet+xml`);
    this.#package.relationships(name, links);
  }

  #propertyPart(bytes: Uint8Array, links: KeptRelationship[]): string {
    const part = `xl/ksProperty${++this.#properties}.bin`;
    this.#package.part(part, bytes, sheetPropertyType);
    return linkTo(links, "customProperty", part);
  }

  /** The charts of a sheet among what its drawing held besides; the id by which the sheet refers to it. */
  #drawing(sheet: Sheet, index: number, links: KeptRelationship[]): string | null {
    const kept = this.#workbook.kept?.sheets.get(sheet.id)?.drawing ?? null;
    const drawing = drawingText(sheet, kept, () => this.#chartPart());
    if (drawing === null) return null;
    const part = `xl/drawings/ksDrawing${index + 1}.xml`;
    const types = "application/vnd.openxmlformats-officedocument";
    this.#package.part(part, drawing.text, `${types}.drawing+xml`);
    this.#package.relationships(part, drawing.relationships);
    for (const { chart, part: chartPart } of drawing.fresh) {
      const text = chartPartText(this.#workbook, sheet, chart);
      this.#package.part(chartPart, text, `${types}.drawingml.chart+xml`);
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

  #documentProperties(): void {
    const { properties } = this.#workbook;
    const kept = this.#workbook.kept?.properties;
    const core = "docProps/core.xml";
    const package_ = "application/vnd.openxmlformats-package.core-properties+xml";
    this.#package.part(core, corePropertiesText(properties, kept?.get("core")), package_);
    this.#packageLinks.push({
      id: "ksCore",
      type: `${officePackage}/core-properties`,
      target: core,
      external: false,
    });
    const documents = "application/vnd.openxmlformats-officedocument";
    this.#package.part(
      "docProps/app.xml",
      appPropertiesText(properties, kept?.get("extended")),
      `${documents}.extended-properties+xml`,
    );
    this.#packageLinks.push(link("ksApp", "extended-properties", "docProps/app.xml"));
    const custom = customPropertiesText(properties, kept?.get("custom"));
    if (custom === null) return;
    this.#package.part("docProps/custom.xml", custom, `${documents}.custom-properties+xml`);
    this.#packageLinks.push(link("ksCustom", "custom-properties", "docProps/custom.xml"));
  }

  #xmlParts(): void {
    let number = 0;
    for (const [id, xml] of this.#workbook.xmlParts) {
      number++;
      const part = `customXml/item${number}.xml`;
      const about = `customXml/itemProps${number}.xml`;
      this.#package.part(part, xml, null);
      this.#package.relationships(part, [link("rId1", "customXmlProps", about)]);
      this.#package.part(
        about,
        this.#workbook.kept?.xmlPartProperties.get(id) ??
          `${xmlHeader}<ds:datastoreItem${attributesText({ "ds:itemID": id })} xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
      );
      this.#linkBook("customXml", part);
    }
  }

  #settings(): void {
    const found = writeAddIns(this.#workbook, this.#options.addIn, this.#package);
    if (found !== null) this.#packageLinks.push(found);
  }
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);

function sheetPart(place: number): string {
  return `xl/worksheets/sheet${place + 1}.xml`;
}
