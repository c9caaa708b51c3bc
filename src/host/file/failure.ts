/** Why a file could not be opened, as facts. Wording, in both languages, is the preview's work. */
export type FileFailure =
  | { readonly code: "empty-file" }
  | { readonly code: "too-large"; readonly bytes: number; readonly limit: number }
  /** A cell of a text file holds more than a cell can; `row` counts from 1, the letters name the column. */
  | {
      readonly code: "cell-too-long";
      readonly row: number;
      readonly column: string;
      readonly characters: number;
      readonly limit: number;
    }
  /** A part claims or has more content than a workbook can sensibly hold: a damaged file or a zip bomb. */
  | { readonly code: "expands-too-much"; readonly part: string; readonly limit: number }
  | { readonly code: "too-many-cells"; readonly sheet: string; readonly limit: number }
  | {
      readonly code: "too-many-rows";
      readonly sheet: string;
      readonly rows: number;
      readonly limit: number;
    }
  | {
      readonly code: "too-many-columns";
      readonly sheet: string;
      readonly columns: number;
      readonly limit: number;
    }
  | { readonly code: "broken-zip"; readonly detail: string }
  | { readonly code: "missing-part"; readonly part: string }
  | { readonly code: "broken-part"; readonly part: string; readonly detail: string }
  | { readonly code: "no-sheets" }
  | { readonly code: "password-protected" }
  | { readonly code: "old-format"; readonly format: OldFormat }
  | { readonly code: "not-a-spreadsheet"; readonly looksLike: Lookalike }
  | { readonly code: "unreadable-text" };

/** Spreadsheets that are not .xlsx: saving them as .xlsx in Excel or WPS helps. */
export type OldFormat = "xls" | "xlsb" | "ods" | "xml-2003";

export type Lookalike =
  | "pdf"
  | "image"
  | "docx"
  | "pptx"
  | "doc"
  | "zip"
  | "archive"
  | "html"
  | "rtf"
  | "program"
  | "binary";

/** What a person should know about an opened file before they save it, or about a workbook about to be saved. */
export type FileWarning =
  /** Stays in the file as it is, but is neither shown nor moved along with edits. */
  | { readonly code: "kept-unchanged"; readonly what: KeptKind; readonly sheets: readonly string[] }
  /** Will be gone from a saved copy. */
  | { readonly code: "lost-on-save"; readonly what: LostKind; readonly sheets: readonly string[] }
  /** Comments with replies become notes with the same words: who answered whom stays only as text. */
  | { readonly code: "comments-as-notes"; readonly sheets: readonly string[] }
  /** Charts changed since the file was opened are written anew, without looks the host does not know. */
  | { readonly code: "charts-written-anew"; readonly sheets: readonly string[] }
  /** The text was not UTF-8; the encoding was recognised by its bytes. */
  | { readonly code: "text-encoding"; readonly encoding: string }
  /** A quotation mark was opened in this row and never closed: the rest of the file is in one cell. */
  | { readonly code: "quote-not-closed"; readonly row: number }
  | { readonly code: "no-rows" };

export type KeptKind =
  | "chart-or-picture"
  | "pivot-table"
  | "slicer"
  | "external-link"
  | "threaded-comment"
  | "sparkline"
  | "form-control"
  | "query"
  | "other";

export type LostKind =
  | "macros"
  | "chart-sheet"
  | "data-table"
  /** Stock and geography cells, pictures in cells. */
  | "rich-value"
  | "signature"
  /** Places add-ins have bound (`Excel.Binding`). */
  | "binding"
  /** By which colours a table was sorted; the rows stay as they stand. */
  | "order-by-colours"
  | "conditional-format";

/** Carries a failure out of the depths of a reader; `openWorkbook` turns it into a value. */
export class UnreadableFile extends Error {
  constructor(readonly failure: FileFailure) {
    super(failure.code);
  }
}
