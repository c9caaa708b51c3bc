import type { CellStyle, ThemeColor } from "./style";
import type { NamedStyle } from "./named-style";

/**
 * What an opened file held that this model does not: pictures, pivot tables, slicers, headers and footers… It is written
 * back as it was, so that saving never throws away a person's work. Plain data; only the file room looks inside.
 */
export interface KeptFile {
  /** Parts of the package by name without the leading slash, with their content type. */
  readonly parts: ReadonlyMap<string, KeptPart>;
  /** Relationships of the workbook part that its kept fragments or parts need. */
  readonly relationships: readonly KeptRelationship[];
  /** Child elements of the workbook part by local name, as XML text. */
  readonly fragments: ReadonlyMap<string, readonly string[]>;
  readonly rootAttributes: Readonly<Record<string, string>>;
  /** Attributes of modelled elements, of which the model holds some: "workbookPr" → {codeName: "Book"}. */
  readonly attributes: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly sheets: ReadonlyMap<string, KeptSheet>;
  /** What the parts of tables lead to (queries), by the tables' ids. */
  readonly tableLinks: ReadonlyMap<number, readonly KeptRelationship[]>;
  /** Null where the file had no styles part. */
  readonly styles: KeptStyles | null;
  /** The add-ins the file had settings of; the first one's became the workbook's. */
  readonly addIns: readonly KeptAddIn[];
  /** What the package leads to beside the workbook and its properties: labels, a ribbon of its own. */
  readonly packageLinks: readonly KeptRelationship[];
  /** What the parts beside custom XML parts say of them (schemas), by those parts' ids. */
  readonly xmlPartProperties: ReadonlyMap<string, string>;
  /** Document properties the model has no place for, as XML text by their part, and the prefixes they use. */
  readonly properties: ReadonlyMap<
    "core" | "extended" | "custom",
    { readonly prefixes: Readonly<Record<string, string>>; readonly items: readonly KeptProperty[] }
  >;
}

/** One property; those of a person's own are written so while they have the value they had. */
interface KeptProperty {
  readonly name: string;
  readonly text: string;
  readonly value: string | number | boolean | null;
}

/** The styles part as it stood. What is written keeps its numbers and adds to it. */
export interface KeptStyles {
  readonly rootAttributes: Readonly<Record<string, string>>;
  /** The look of cells without any format: its font, and all it says. */
  readonly normalFont: { readonly name: string; readonly size: number; readonly looks: CellStyle };
  /** What stands behind a font's name (family, character set, the theme's font it follows), as XML text. */
  readonly fontTraits: ReadonlyMap<string, string>;
  readonly fonts: readonly KeptLook[];
  readonly fills: readonly KeptLook[];
  readonly borders: readonly KeptLook[];
  /** Codes of number formats that are not built in, by their numbers. */
  readonly formats: ReadonlyMap<number, string>;
  readonly records: readonly KeptRecord[];
  readonly namedRecords: readonly KeptRecord[];
  /** The list of named styles; null for those the model has no place for. */
  readonly named: readonly {
    readonly text: string;
    readonly record: number;
    readonly style: NamedStyle | null;
  }[];
  /** The looks rules, filters and table styles refer to by number, as XML text, and as the model knows them. */
  readonly ruleTexts: readonly string[];
  readonly ruleStyles: readonly CellStyle[];
  /** Child elements by local name, as XML text: table styles, recent colours, slicer styles. */
  readonly fragments: ReadonlyMap<string, string>;
}

/** A font, a fill or a border as XML text, and as the model knows it. */
export interface KeptLook {
  readonly text: string;
  readonly looks: CellStyle;
}

/** What a cell's or a named style's look is put together from. */
export interface KeptRecord extends KeptLook {
  readonly attributes: Readonly<Record<string, string>>;
}

export interface KeptPart {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

export interface KeptRelationship {
  readonly id: string;
  readonly type: string;
  /** A part's name without the leading slash, or an address outside the file. */
  readonly target: string;
  readonly external: boolean;
}

export interface KeptSheet {
  /** The number by which slicers and a person's own views know the sheet. */
  readonly sheetId: number;
  /** Child elements the model holds, as they stood: written so while the sheet says the same. */
  readonly elements: ReadonlyMap<string, KeptElement>;
  readonly rootAttributes: Readonly<Record<string, string>>;
  /** Child elements of the worksheet part by local name, as XML text. */
  readonly fragments: ReadonlyMap<string, readonly string[]>;
  readonly relationships: readonly KeptRelationship[];
  /** Null where the sheet has none, or one that could not be taken apart and is kept whole. */
  readonly drawing: KeptDrawing | null;
  /** Attributes of modelled elements that the model has no member for: "sheetView" → {zoomScale: "85"}. */
  readonly attributes: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** The old drawing but for the notes' shapes (buttons, OLE objects), and the pictures it leads to. */
  readonly vml: {
    readonly text: string;
    readonly relationships: readonly KeptRelationship[];
  } | null;
  readonly view: KeptView | null;
  /** The tab's colour where it was taken from the theme. */
  readonly tabColor: ThemeColor | null;
}

/** A sheet's first view, and the views of further windows. */
interface KeptView {
  /** The pane as it was split or frozen, and the cells chosen in each pane, as XML text. */
  readonly pane: string;
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly selections: readonly string[];
  readonly others: string;
  readonly furtherViews: string;
}

/** An element as the file had it. */
export interface KeptElement {
  readonly text: string;
  /** What would have been written for the sheet as it was read; empty until that is known. */
  written: string;
}

/** A sheet's drawing but for the charts the model holds. */
export interface KeptDrawing {
  readonly rootAttributes: Readonly<Record<string, string>>;
  /** Pictures, shapes and charts of unknown kinds with their places, as XML text. */
  readonly anchors: readonly string[];
  readonly relationships: readonly KeptRelationship[];
  /** By the chart's id: its part, and what was read from it, by which a change is known. */
  readonly charts: ReadonlyMap<
    string,
    {
      readonly link: KeptRelationship;
      readonly asRead: string;
      /** The chart's frame, what of the model it said, and how many other shapes lie behind it. */
      readonly anchor: { readonly text: string; readonly says: string; readonly behind: number };
    }
  >;
}

/** One add-in's web-extension part as it stood, and where its pane was. */
export interface KeptAddIn {
  readonly addIn: AddInReference;
  readonly text: string;
  readonly relationships: readonly KeptRelationship[];
  /** The attributes of its pane; null where it has none. */
  readonly pane: Readonly<Record<string, string>> | null;
}

export interface AddInReference {
  readonly id: string;
  readonly version: string;
  readonly store: string;
  readonly storeType: string;
}
