import type { DoubtCode, Remedy } from "../../tables/issues";

export type DoubtWords = Readonly<Record<DoubtCode, (found: string) => string>>;

/** The remedies only the health check tells. */
export type DoubtRemedyWords = Readonly<
  Record<
    Extract<
      Remedy,
      | "type-in-full"
      | "mend-phone"
      | "mend-email"
      | "mend-code"
      | "tidy-text"
      | "type-anew"
      | "mend-reference"
      | "follow-the-log"
      | "repair-formulas"
    >,
    string
  >
>;
