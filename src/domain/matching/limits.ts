/** The scores from which on a likeness is told. They are settings of the workbook: rule T3. */
export interface LikenessLimits {
  /** Two rows are listed as possible duplicates from this score on. */
  readonly likely: number;
  /** Who is about to add a customer is told from this score on. */
  readonly notable: number;
}

export const defaultLikenessLimits: LikenessLimits = { likely: 50, notable: 30 };

/**
 * The lowest limit that can be set. Below it two customers could be told for their contact's name alone, which half a
 * province shares, and customers without anything they are looked for by would have to be compared all with all.
 */
export const lowestLimit = 20;
