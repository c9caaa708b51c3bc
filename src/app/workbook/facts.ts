import type { DateSystem } from "../../domain/serial";
import type { OwnField } from "../../tables/fields";
import type { Language, TableId } from "../../tables/schema";
import type { ShareMode } from "../../tables/specs/shared-columns";

export interface WorkbookFacts {
  readonly dateSystem: DateSystem;
  /** Whether nothing may be written: the file is read-only, or a newer version made it. */
  readonly readOnly: boolean;
  /** The language the sheets were set up in; null when nothing is set up. */
  readonly language: Language | null;
  /** null when nothing is set up; larger than ours when a newer version made it. */
  readonly schemaVersion: number | null;
  /** How the calculated columns stand; anything but "functions" is meant for colleagues without the add-in. */
  readonly mode: ShareMode;
  readonly tables: Readonly<Partial<Record<TableId, TableFacts>>>;
  /** Columns of the customers table that a person defined as fields; see `customerColumns`. */
  readonly fields: readonly OwnField[];
  /** The names of all sheets and of all structured tables, ours and theirs, so that new ones do not collide. */
  readonly sheetNames: readonly string[];
  readonly tableNames: readonly string[];
}

export interface TableFacts {
  readonly sheet: string;
  readonly name: string;
  readonly rowCount: number;
  /** Column id → where it stands now; renamed headers are followed, deleted columns are absent. */
  readonly columns: Readonly<Record<string, { readonly header: string; readonly index: number }>>;
  /** Columns of ours that were the person's before set-up, which left their looks alone; absent for none. */
  readonly adopted?: readonly string[];
}
