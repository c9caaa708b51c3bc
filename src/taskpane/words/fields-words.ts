import type { Side } from "../../app/conflicts/resolve";
import type { ColumnKind, Language } from "../../tables/schema";
import type { FieldKind } from "../../tables/fields";
import type { ViewWords } from "./view-words";

/** What the fields view says. */
export interface FieldsWords extends ViewWords {
  readonly columns: string;
  readonly builtIn: (count: number) => string;
  readonly kind: Readonly<Record<ColumnKind, string>>;
  readonly fieldKind: Readonly<Record<FieldKind, string>>;
  readonly makeField: (header: string) => string;
  readonly makeFieldShort: string;
  readonly removeField: (header: string) => string;
  readonly removeFieldShort: string;
  readonly removeHint: string;
  readonly deleteBlank: string;
  readonly keepColumn: string;
  readonly add: string;
  readonly name: string;
  readonly holds: string;
  readonly choices: string;
  readonly choicesHint: string;
  readonly addField: string;
  readonly adding: string;
  readonly saveKind: string;
  readonly more: string;
  readonly moreHint: string;
  readonly sensitive: string;
  readonly sensitiveHint: string;
  readonly addColumn: (title: string) => string;
  readonly addShort: string;
  readonly tables: string;
  readonly tablesHint: string;
  readonly createTable: (title: string) => string;
  readonly createShort: string;
  readonly made: (sheet: string) => string;
  /** A table that was made goes with its sheet, and is not taken back. */
  readonly tableStays: (sheet: string) => string;
  readonly done: Readonly<
    Record<
      "field-added" | "kind-given" | "field-removed" | "column-added",
      (name: string) => string
    >
  > & { readonly "table-made": (name: string) => string };
  readonly headers: string;
  readonly headersHint: string;
  /** By the language it leads to. */
  readonly translate: Readonly<Record<Language, string>>;
  readonly translating: string;
  /** Headers were renamed while they were being translated. */
  readonly headersRenamed: (headers: number) => string;
  readonly headersRenamedLead: string;
  readonly headerLabels: Readonly<Record<"read" | Side, string>>;
  readonly translated: (headers: number, cells: number) => string;
  /** A header that stays, since another column has the name it would get. */
  readonly headerTaken: (header: string, wanted: string) => string;
}

/** What the upgrade of an older workbook says. */
export interface UpgradeWords {
  readonly title: string;
  readonly lead: (from: number, to: number) => string;
  readonly backup: (sheet: string) => string;
  readonly settings: (titles: string) => string;
  readonly names: string;
  readonly unchanged: string;
  readonly upgrade: string;
  readonly upgrading: string;
  readonly done: (backup: string) => string;
  readonly notNoted: string;
}
