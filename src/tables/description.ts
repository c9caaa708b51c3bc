import type { TableSpec, Words } from "./schema";

/** A rule of docs/rules.md. */
export type RuleNumber =
  `${"D" | "F" | "G" | "H" | "I" | "K" | "L" | "N" | "P" | "R" | "T"}${number}`;

/** What a table or column is for, in words for people, and the rules it serves. The numbers are for the documents. */
export interface Description extends Words {
  readonly rules?: readonly RuleNumber[];
}

/** What a table and every column of it are for: a column without a description does not compile. */
export interface TableDescription<Spec extends TableSpec> {
  readonly table: Description;
  readonly columns: Readonly<Record<Spec["columns"][number]["id"], Description>>;
}
