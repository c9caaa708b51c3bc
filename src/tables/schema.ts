/**
 * The one list of tables and columns. Headers, validations, formats, formulas, the documentation and the test
 * generators all derive from it. A column's `id` is what the program says; what people see is `title`.
 */

/** Both languages of anything a person sees. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Words;

/**
 * text: kept as typed, number format "@" · day: a serial number · amountYuan: yuan · choice: one of a code list,
 * shown in the workbook's language · grade, state: computed.
 */
export type ColumnKind =
  "text" | "id" | "phone" | "number" | "amountYuan" | "day" | "dateTime" | "choice" | "computed";

export interface Choice {
  /** The code the program uses: "clear", "phone". */
  readonly code: string;
  readonly title: Words;
  /** Other spellings that are understood when read, lower case. */
  readonly synonyms: readonly string[];
}

export interface ColumnSpec {
  readonly id: string;
  readonly title: Words;
  readonly kind: ColumnKind;
  /** Header spellings recognised when an existing sheet is adopted, lower case, without spaces. */
  readonly synonyms: readonly string[];
  /** For kind "choice". */
  readonly choices?: readonly Choice[];
  /** Width in characters. */
  readonly width: number;
  /** For kind "computed": the look of the result. */
  readonly result?: "text" | "day" | "number";
  /** Missing from an adopted sheet it is added (true) or left out (false). */
  readonly essential: boolean;
  readonly description: Words;
}

export interface TableSpec {
  readonly id: TableId;
  readonly title: Words;
  /** The structured table's name in formulas, the same in both languages. */
  readonly excelName: string;
  readonly columns: readonly ColumnSpec[];
  readonly description: Words;
}

export type TableId = "customers" | "followUps" | "settings" | "holidays";

/** Grows by one with each change of layout; an older workbook is migrated, a newer one is opened read-only. */
export const schemaVersion = 1;

// The specifications themselves: see `customers.ts`, `follow-ups.ts`, `settings.ts`, `holidays.ts` beside this file.
