/** What leads to a view: what it is called, and in a sentence what it is for. */
export interface ViewWords {
  readonly title: string;
  readonly lead: string;
}
