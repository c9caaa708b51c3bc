/** What the list of changes says. */
export interface HistoryWords {
  readonly title: string;
  readonly lead: string;
  /** A deed was carried out; `deed` is its kind and what it was about. */
  readonly did: (deed: string) => string;
  readonly takenBack: (deed: string) => string;
  /** A kind of deed with what it was about. */
  readonly deed: (kind: string, about: string) => string;
}
