/**
 * What the opened file said of a thing beyond the model's members. It travels with the thing, and is forgotten where that
 * comes into another workbook: numbers in it are the file's own.
 */
export interface Unmodelled {
  /** Attributes by the element they stand at. */
  readonly attributes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Child elements as XML text, "" where there are none. */
  readonly children: string;
}
