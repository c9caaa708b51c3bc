import type { Cell } from "../change";
import { checkChoices, fieldKinds, type OwnField } from "../fields";
import type { Language, TableId } from "../schema";

/** What of a workbook's structure an entry tells of; each has its opposite by exchanging before and after. */
export type StructureKind =
  /** Its header; nothing before. */
  | "column-added"
  /** Its header; nothing after. */
  | "column-removed"
  /** Where a column that went had stood, or one that came back stands; counted from 1. */
  | "placed"
  /** A header. */
  | "renamed"
  /** The words a column offers, with commas between. */
  | "list"
  /** A column's formula, with `{columnId}`. */
  | "formula"
  /** What a column of a person's own means: `fieldText`. */
  | "field"
  /** The words in a column's cells: the language before; after, and the rows that spoke it already: `wordsText`. */
  | "words"
  /** The language of the sheets. */
  | "language"
  /** The sheet of a table that was made. */
  | "table-added"
  /** The range that became a table, and the table's name. */
  | "table-adopted"
  /** How many blank cells of a column were filled at once, where they are not told one by one. */
  | "filled"
  /** A defined name. */
  | "named"
  /** The version of the layout. */
  | "version"
  /** How the calculated columns stand: as functions, native formulas or values. */
  | "mode"
  /** The as-of day, or the formula by which it follows Excel's clock. */
  | "as-of"
  /** A person's own formula that became values: the formula before, how many cells after; the place as its column. */
  | "own-values"
  /** A person's own formula that could not go back to its cells, which hold something else; the place as its column. */
  | "own-left"
  /** How many cells of a calculated column got their formula back, where they are not told one by one. */
  | "refilled"
  /** How wide a column was and is, in points. */
  | "width"
  /** How many highlight rules of ours there were, and are. */
  | "highlight"
  /** A row of Settings that was put back; its id as the column. */
  | "setting-added"
  /** How many rows below a table became part of it. */
  | "rows-joined";

/** One step of a change of structure, by table and column; "" for the column of a whole table. */
export interface RecordedStructure {
  readonly kind: StructureKind;
  readonly table: TableId;
  readonly column: string;
  readonly from: Cell;
  readonly to: Cell;
}

/** A field's kind and words as an entry holds them. */
export function fieldText({ kind, choices }: Pick<OwnField, "kind" | "choices">): string {
  return choices.length === 0 ? kind : `${kind}: ${choices.join(",")}`;
}

/** The field an entry holds; null where it is none, or somebody altered it. */
export function fieldIn(column: string, cell: Cell): OwnField | null {
  if (typeof cell !== "string") return null;
  const [word = "", list = ""] = cell.split(": ");
  const kind = fieldKinds.find((each) => each === word);
  const choices = wordsIn(list);
  if (kind === undefined || (kind === "choice" && !checkChoices(choices).ok)) return null;
  return { column, kind, choices };
}

/** The words of a list as an entry holds them; a word has no comma in it. */
export function listText(words: readonly string[]): Cell {
  return words.length === 0 ? null : words.join(",");
}

export function wordsIn(cell: Cell): readonly string[] {
  return typeof cell !== "string" || cell === "" ? [] : cell.split(",");
}

/** A language, and the ids of rows whose word was in it already: they are left alone when it is taken back. */
export interface Wording {
  readonly language: Language;
  readonly kept: ReadonlySet<string>;
}

/** Ids in one entry: a cell holds 32,767 characters, and an id of a person's own may be long. */
const mostText = 30_000;

/** The texts that tell of a wording: one, or more where many rows were kept. */
export function wordingTexts({ language, kept }: Wording): readonly string[] {
  const texts: string[] = [];
  let text: string = language;
  for (const id of kept) {
    if (text.length + id.length + 1 > mostText) {
      texts.push(text);
      text = language;
    }
    text += `\n${id}`;
  }
  return [...texts, text];
}

/** The wording an entry holds; null where somebody altered it. */
export function wordingIn(cell: Cell): Wording | null {
  if (typeof cell !== "string") return null;
  const [word, ...kept] = cell.split("\n");
  return word === "zh" || word === "en" ? { language: word, kept: new Set(kept) } : null;
}
