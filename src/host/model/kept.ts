/**
 * What an opened file held that this model does not: charts, pictures, pivot tables, page set-up, links… It is written
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
  readonly sheets: ReadonlyMap<string, KeptSheet>;
  /** The look of cells without any format; null for the host's own default. */
  readonly normalFont: { readonly name: string; readonly size: number } | null;
  /** Which add-in the settings in the file belong to, as its web-extension part names it. */
  readonly addIn: AddInReference | null;
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
  readonly rootAttributes: Readonly<Record<string, string>>;
  /** Child elements of the worksheet part by local name, as XML text. */
  readonly fragments: ReadonlyMap<string, readonly string[]>;
  readonly relationships: readonly KeptRelationship[];
  /** Null where the sheet has none, or one that could not be taken apart and is kept whole. */
  readonly drawing: KeptDrawing | null;
  /** Attributes of modelled elements that the model has no member for: "sheetView" → {zoomScale: "85"}. */
  readonly attributes: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Outline levels ("1", "2"…) of rows and columns. */
  readonly rowOutline: ReadonlyMap<number, string>;
  readonly columnOutline: ReadonlyMap<number, string>;
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
    { readonly link: KeptRelationship; readonly asRead: string }
  >;
}

export interface AddInReference {
  readonly id: string;
  readonly version: string;
  readonly store: string;
  readonly storeType: string;
}
