import type { TableId } from "../../tables/schema";
import type { NotFetched } from "../later";

/** The host failed during the write; `restored` says whether what had been written was put back. */
export interface HalfWritten {
  readonly code: "half-written";
  readonly restored: boolean;
  readonly cause: WorkbookFailure;
}

/** What the host can refuse, translated once from its own codes; or what the port needs for it could not be fetched. */
export type WorkbookFailure =
  | { readonly code: "read-only" }
  /** A newer version of the add-in made this workbook: it is read, never written. */
  | { readonly code: "newer-version"; readonly found: number }
  | { readonly code: "protected"; readonly sheet: string | null }
  | { readonly code: "busy-editing" }
  | { readonly code: "table-missing"; readonly table: TableId }
  | { readonly code: "column-missing"; readonly table: TableId; readonly column: string }
  | { readonly code: "too-large" }
  | { readonly code: "not-supported"; readonly requirement: string }
  | { readonly code: "no-selection" }
  | { readonly code: "host"; readonly hostCode: string; readonly message: string }
  | NotFetched;

/** Another page is putting the structure of the workbook right, or switches its columns; here nothing was done. */
export interface AtWorkElsewhere {
  readonly code: "at-work-elsewhere";
}

export type SwitchFailure =
  | WorkbookFailure
  /** A filter hides rows, which Excel would leave out: of the table, or of another sheet. */
  | { readonly code: "filtered"; readonly table: TableId; readonly sheet?: string }
  /** Rows were added or removed since the switch was planned. */
  | { readonly code: "changed-meanwhile"; readonly table: TableId }
  /** A person cancelled; the workbook is as it was. */
  | { readonly code: "cancelled" }
  | HalfWritten;
