import type { ImportChoices } from "../../app/import/import";
import { textOf } from "../../tables/cells";
import type { ImportPlan } from "../../tables/import/plan";

/** A word no list has that keeps several rows out. */
export interface RejectedWord {
  readonly column: string;
  readonly word: string;
  /** The incoming column it stands in, zero-based. */
  readonly index: number;
  /** The incoming rows it stands in. */
  readonly rows: readonly number[];
}

/**
 * The unknown words that keep at least two rows out, the most frequent first: a person says once what such a word means.
 *
 * @param most - so many at most
 */
export function rejectedWords(
  { rejected }: Pick<ImportPlan, "rejected">,
  { mapping }: Pick<ImportChoices, "mapping">,
  most: number,
): readonly RejectedWord[] {
  const words = new Map<string, Omit<RejectedWord, "rows"> & { readonly rows: number[] }>();
  for (const { row, reasons } of rejected)
    for (const { code, column, found } of reasons) {
      const index = column === null ? undefined : mapping[column];
      if (code !== "unknown-word" || column === null || index === undefined) continue;
      const word = textOf(found).trim();
      const key = `${column} ${word}`;
      const known = words.get(key);
      if (known === undefined) words.set(key, { column, word, index, rows: [row] });
      else known.rows.push(row);
    }
  return [...words.values()]
    .filter(({ rows }) => rows.length > 1)
    .sort((one, other) => other.rows.length - one.rows.length)
    .slice(0, most);
}

/** What a person said a word means; null for nothing yet. */
export function saidOf(
  { corrections }: Pick<ImportChoices, "corrections">,
  { rows: [first], index }: RejectedWord,
): string | null {
  return first === undefined ? null : (corrections.get(first)?.get(index) ?? null);
}

/** The choices with another word in all rows a word stands in; null puts back what came. */
export function withWordSaid(
  choices: ImportChoices,
  { rows, index }: RejectedWord,
  to: string | null,
): ImportChoices {
  const corrections = new Map(choices.corrections);
  for (const row of rows) {
    const ofRow = new Map(corrections.get(row));
    if (to === null) ofRow.delete(index);
    else ofRow.set(index, to);
    corrections.set(row, ofRow);
  }
  return { ...choices, corrections };
}
