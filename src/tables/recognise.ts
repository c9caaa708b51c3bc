import { contentShare, looksLikeOther, type Contents } from "./contents";
import { isBlankCell, textOf } from "./cells";
import { headerScore } from "./header-names";
import { folded } from "./headers";
import type { ColumnSpec } from "./schema";

/** A column of a sheet that may be one of ours. */
export interface Candidate {
  readonly header: string;
  readonly contents: Contents;
  /** The first cells as formulas where they hold one. */
  readonly formulas: readonly string[];
}

export interface Guess {
  /** Our column's id; null when nothing fits. */
  readonly column: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly because: "header" | "content" | "header-and-content" | "own-formula" | null;
}

const nothing: Guess = { column: null, confidence: 0, because: null };

/** Below this a guess is more often wrong than right. */
const leastConfidence = 0.35;

/** Kinds of content that tell a column apart even under a strange header. */
const tellingColumns: ReadonlySet<string> = new Set(["phone", "demand", "dealStatus", "name"]);

/**
 * Which of our columns each column of a sheet is, by header and by content. Every column of ours is guessed at most
 * once, for the candidate it fits best; equal fits go to the column further left.
 *
 * A computed column of ours is recognised only by its formula: a hand-kept 等级 column stays the person's own.
 *
 * @param called - the headers that columns have in a sheet, by their ids: what has that very name comes before what fits better
 */
export function recogniseColumns(
  candidates: readonly Candidate[],
  columns: readonly ColumnSpec[],
  called: ReadonlyMap<string, string> = new Map(),
): readonly Guess[] {
  const named = new Map(Array.from(called, ([id, header]) => [folded(header), id]));
  const fits = candidates.flatMap((candidate, index) => {
    const namesake = named.get(folded(candidate.header));
    return columns.flatMap((column) => {
      const guess = fit(candidate, column);
      if (guess.column === null || guess.confidence < leastConfidence) return [];
      return [{ index, guess, isNamesake: namesake === column.id }];
    });
  });
  fits.sort(
    (a, b) =>
      Number(b.isNamesake) - Number(a.isNamesake) ||
      b.guess.confidence - a.guess.confidence ||
      a.index - b.index,
  );
  const guesses = candidates.map(() => nothing);
  const taken = new Set<string | null>();
  for (const { index, guess } of fits) {
    if (taken.has(guess.column) || guesses[index]?.column !== null) continue;
    guesses[index] = guess;
    taken.add(guess.column);
  }
  return guesses;
}

function fit(candidate: Candidate, column: ColumnSpec): Guess {
  // R3: what is sensitive is taken for ours only when a person says so.
  if (column.sensitive === true) return nothing;
  if (column.kind === "computed") {
    return isOwnFormula(candidate.formulas, column)
      ? { column: column.id, confidence: 1, because: "own-formula" }
      : nothing;
  }
  const header = headerScore(candidate.header, column);
  // Of most pairs neither speaks: their contents are not looked at.
  if (header === 0 && !tellingColumns.has(column.id)) return nothing;
  if (isOtherScale(column, candidate.contents)) return nothing;
  const share = contentShare(column, candidate.contents);
  const byHeader = header === 0 ? nothing : fitOfHeader(header, share, column, candidate.contents);
  // Without headers the first row is a customer's: "启明电子有限公司" hardly names a column, yet looks like one's content.
  const isTelling = tellingColumns.has(column.id) && share !== null && share >= 0.6;
  return isTelling && 0.6 * share > byHeader.confidence
    ? { column: column.id, confidence: 0.6 * share, because: "content" }
    : byHeader;
}

/** How warm a lead is: neither a deal status nor a demand, whatever the header says. */
const temperature =
  /^(?:very\s)?(?:hot|warm|lukewarm|cool|cold|frozen)(?:\s?lead)?$|^(?:很)?[热温暖冷](?:客户|线索)?$/iu;

/** Whether a column of a list holds words of another scale, which must not be taken for misspelled ones of its own. */
function isOtherScale(column: ColumnSpec, { cells }: Contents): boolean {
  if (column.kind !== "choice") return false;
  const words = cells.filter((cell) => !isBlankCell(cell)).map((cell) => textOf(cell).trim());
  return words.length > 0 && words.every((word) => temperature.test(word.normalize("NFKC")));
}

function fitOfHeader(
  header: number,
  share: number | null,
  column: ColumnSpec,
  contents: Contents,
): Guess {
  if (share === null || column.id === "name")
    return { column: column.id, confidence: header * 0.9, because: "header" };
  const isContradicted = share < 0.2;
  const confidence =
    header * (isContradicted ? contradicted(header, column, contents) : 0.8 + 0.2 * share);
  const because = share >= 0.6 ? "header-and-content" : "header";
  return { column: column.id, confidence, because };
}

/** Whose cells come in as the text they are, whatever it says. */
const textKinds: ReadonlySet<string> = new Set(["phone", "email", "creditCode"]);

/**
 * What is left of a header that the content contradicts. "联系方式" over e-mail addresses is no phone; days and words
 * may just be written in a way that wants mending, and "电话" over remarks is a column of phones that holds remarks.
 */
function contradicted(header: number, column: ColumnSpec, contents: Contents): number {
  if (column.kind === "day" || column.kind === "choice") return 0.45;
  const isMess = header === 1 && textKinds.has(column.kind) && !looksLikeOther(column, contents);
  return isMess ? 0.5 : 0.3;
}

/** Whether the cells hold this column's formula, whatever cells and language it is written with. */
function isOwnFormula(formulas: readonly string[], column: ColumnSpec): boolean {
  const own = column.formula;
  const first = formulas.find((formula) => formula !== "");
  if (own === undefined || first === undefined) return false;
  const shape = formulaShape(first);
  return shape === formulaShape(own.zh) || shape === formulaShape(own.en);
}

function formulaShape(formula: string): string {
  return formula
    .replace(/\{\w+\}|\$?[A-Z]{1,3}\$?\d+/gu, "•")
    .replace(/\s+/gu, "")
    .toUpperCase();
}
