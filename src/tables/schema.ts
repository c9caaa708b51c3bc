import type { IdPrefix } from "./ids";

/**
 * The one list of tables and columns. Headers, validations, formats, formulas, the documentation and the test
 * generators all derive from it. A column's `id` is what the program says; what people see is `title`. What each is for
 * stands in `descriptions`, which few views read: the pane's first paint does without it.
 */

/** Both languages of anything a person sees. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Words;

/**
 * text, id, phone, email, creditCode, identityNumber: kept as typed, number format "@" · day: a serial number ·
 * time: a fraction of a day · amountYuan: yuan · percent: 0.1 is 10 % · choice: one of a code list, shown in the
 * workbook's language · mixed: a number, a day or a word, told apart by the row (the amounts of Settings) · computed:
 * a formula.
 */
export type ColumnKind =
  TextKind | "number" | "percent" | "amountYuan" | "day" | "time" | "choice" | "mixed" | "computed";

/** Kinds whose cells are text, whatever they look like: every digit is kept. */
export type TextKind = "text" | "id" | "phone" | "email" | "creditCode" | "identityNumber";

const textKinds: ReadonlySet<ColumnKind> = new Set<TextKind>([
  "text",
  "id",
  "phone",
  "email",
  "creditCode",
  "identityNumber",
]);

/** Whether cells of a kind are text. */
export function isTextKind(kind: ColumnKind): kind is TextKind {
  return textKinds.has(kind);
}

export interface Choice<Code extends string = string> {
  /** The code the program uses: "clear", "phone". */
  readonly code: Code;
  readonly title: Words;
  /** Other spellings that are understood when read, lower case. */
  readonly synonyms: readonly string[];
}

export interface ColumnSpec {
  readonly id: string;
  readonly title: Words;
  readonly kind: ColumnKind;
  /** Header spellings recognised when an existing sheet is adopted, with single spaces between words, lower case. */
  readonly synonyms: readonly string[];
  /** For kind "choice". */
  readonly choices?: readonly Choice[];
  /** Width in characters. */
  readonly width: number;
  /** For kind "computed": the look of the result. */
  readonly result?: "text" | "day" | "number";
  /**
   * For kind "computed": the formula in each language, `{columnId}` standing for the cell of that column in the same
   * row. The words a formula shows are the only thing in which the two differ.
   */
  readonly formula?: Words;
  /** For kind "number": the whole numbers it runs over, offered as a list. */
  readonly scale?: { readonly least: number; readonly most: number };
  /** For kind "id": the table whose rows it names. */
  readonly references?: TableId;
  /** Missing from an adopted sheet it is added (true) or left out (false). */
  readonly essential: boolean;
  /** Not part of a table that is laid out; people add it from the fields view when they want it. */
  readonly onRequest?: true;
  /** R3: personal beyond what business needs. On request only, with a word of warning, and never guessed. */
  readonly sensitive?: true;
  /** Long text in which spaces and line ends are a person's own. */
  readonly prose?: true;
}

export interface TableSpec {
  readonly id: TableId;
  readonly title: Words;
  /** The structured table's name in formulas, the same in both languages. */
  readonly excelName: string;
  readonly columns: readonly ColumnSpec[];
  /** The letter before the ids of its rows. Absent where people do not add rows. */
  readonly idPrefix?: IdPrefix;
  /** Made when it is first needed, not at set-up. */
  readonly onFirstUse?: true;
  /** Its rows are ours alone and only ever added to: a new id is random and not looked for among the old ones. */
  readonly appendOnly?: true;
}

export type TableId =
  | "customers"
  | "followUps"
  | "settings"
  | "holidays"
  | "merges"
  | "audit"
  | "contacts"
  | "contracts"
  | "receipts"
  | "deals"
  | "quotes"
  | "visits"
  | "feedback"
  | "needs"
  | "activities"
  | "consents"
  | "owners"
  | "segments"
  | "commissionRates";

/** Grows by one with each change of layout; an older workbook is migrated, a newer one is opened read-only. */
export const schemaVersion = 2;

/**
 * The number format of a column's cells, the same in every language of Excel; null leaves "General".
 *
 * @example
 * numberFormat(customerColumn("phone")) //=> "@"
 */
export function numberFormat(column: ColumnSpec): string | null {
  switch (column.kind) {
    case "text":
    case "id":
    case "phone":
    case "email":
    case "creditCode":
    case "identityNumber":
    case "choice":
      return "@";
    case "day":
      return dayFormat;
    case "time":
      return "hh:mm";
    case "amountYuan":
      return "#,##0.00";
    case "percent":
      return "0%";
    case "number":
    case "mixed":
      return null;
    case "computed":
      // "@" would turn the formula itself into text.
      return column.result === "day" ? dayFormat : null;
  }
}

/** Unambiguous in both languages. */
export const dayFormat = "yyyy-mm-dd";

/**
 * The ids of the columns a formula reads, in the order of their first use.
 *
 * @example
 * formulaInputs("=LEFT({demand}&{own:我的},{#})") //=> ["demand", "own:我的"]
 */
export function formulaInputs(formula: string): readonly string[] {
  const named = formula.matchAll(/\{(\w+|own:[^{}]+)\}/gu);
  return [...new Set([...named].map((match) => match[1] ?? ""))];
}

/**
 * A list of spellings written as text, so that long lists stay readable.
 *
 * @example
 * spellings("need, needs", "interest") //=> ["need", "needs", "interest"]
 */
export function spellings(...lists: readonly string[]): readonly string[] {
  return lists.flatMap((list) => list.split(", "));
}

const own = "own:";

/** The id by which a column of the person's own is spoken of: it has no meaning to us, and is kept as it is. */
export function ownColumn(header: string): string {
  return own + header;
}

/** The header of a person's own column; null for the id of one of ours. */
export function ownHeader(column: string): string | null {
  return column.startsWith(own) ? column.slice(own.length) : null;
}
