import type { Day } from "../../domain/day";
import type { CellStyle } from "../cells";
import type { Cell, CellChange, Row } from "../change";
import type { KnownCustomers } from "./customers";
import type { DayOrder } from "../../domain/day-order";
import type { DaysSaid, IncomingDays } from "./days-found";
import type { ImportKey } from "./key";
import type { ImportTarget } from "./target";
import type { NewId } from "../ids";
import type { ColumnSpec } from "../schema";

/** Rows to bring in: raw cells without their header. */
export type IncomingRows = readonly (readonly Cell[])[];

/** The rows that are there, by whole columns: at least the id, the key's and every mapped one. */
export interface ExistingRows {
  readonly rowCount: number;
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
}

export interface ImportChoices {
  /** Our column id → the incoming column, zero-based. */
  readonly mapping: Readonly<Record<string, number>>;
  readonly key: ImportKey;
  /** What to do with a row of which some cell cannot be read: keep it out, or bring it in without those cells. */
  readonly unreadable: "reject" | "leave-out";
  /** How days with the year last are read, 3/1/2017, unless more is said of their column; null refuses them. */
  readonly dayOrder: DayOrder | null;
  /** What a person said about the days of single columns, by our column id. */
  readonly days: Readonly<Record<string, DaysSaid>>;
  /** What to do with a deal whose customer is not there: keep it out, or add the customer by its name. */
  readonly unknownCustomers: "reject" | "create";
  /** Cells a person mended: incoming row → incoming column → what stands there instead. */
  readonly corrections: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

export interface ImportContext {
  readonly target: ImportTarget;
  /** What can be filled: the table's columns, and people's own. */
  readonly columns: readonly ColumnSpec[];
  /** For rows that belong to customers; null where the target has no such column. */
  readonly customers: KnownCustomers | null;
  readonly style: CellStyle;
  /** How many yuan a number stands for, by our column, where a header says 万元 or the like. */
  readonly units: Readonly<Record<string, number>>;
  /** F2: the creation day of customers that come without one; F6: no last follow-up lies after it. */
  readonly asOf: Day;
  readonly newId: NewId;
}

/** Why a row stays out, or which of its cells. `column` is ours; null where the whole row is meant. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly column: string | null;
  /** What stands in the incoming cell; where that is to be filled in, the first part of its key: a name. */
  readonly found: Cell;
  /** The other incoming row it collides with, zero-based; null where there is none. */
  readonly otherRow: number | null;
  /** What stands in that cell of the row it would be, where this speaks against it. */
  readonly there?: Cell;
}

export type RejectionCode =
  | "unknown-word"
  | "not-a-day"
  | "not-a-number"
  | "not-a-time"
  | "error-value"
  | "too-long"
  /** Control characters or bytes no encoding explains: a damaged file. */
  | "unprintable"
  /** P7: a long number of which a spreadsheet has kept fifteen digits only. */
  | "digits-lost"
  /** F6: a last follow-up after today. */
  | "day-in-the-future"
  /** A new row without what it is about: a customer's name, a deal's customer and product. */
  | "name-missing"
  /** The customer it belongs to is not in the customers table. */
  | "unknown-customer"
  /** Several customers have the name of the one it belongs to. */
  | "several-customers"
  /** The key's cell is blank: a second import would bring the row in again. */
  | "key-missing"
  /** Another row above has the same key. */
  | "twice-in-source"
  /** Several rows that are there have this key. */
  | "matches-several"
  /** A part of the key is blank here, and rows that are there differ in it. */
  | "key-part-missing"
  /** A part of the key is blank here; another incoming row that is otherwise the same has it. */
  | "like-another-row"
  /** A part of the key is blank in the row that is there, and another incoming row agrees with that one, too. */
  | "shared-match"
  /** The row it matches has no id of its own, by which it could be found. */
  | "row-without-id"
  /** The row says another id than the one it matches by the key chosen. */
  | "other-id"
  /** The row it matches has another credit code or identity number, and both are valid. */
  | "other-identifier"
  /** The id belongs to another row. */
  | "id-taken"
  | "total-row"
  /** A remark about the whole sheet, alone in its row under the data. */
  | "remark";

export interface AddedRow {
  /** Incoming row, zero-based. */
  readonly row: number;
  readonly id: string;
  readonly cells: Row;
}

export interface ChangedRow {
  readonly row: number;
  readonly id: string;
  /** Where the row stands now, zero-based in the table's body. */
  readonly at: number;
  /** What it is called now. */
  readonly name: string;
  readonly cells: Readonly<Record<string, CellChange>>;
}

export interface RejectedRow {
  readonly row: number;
  readonly reasons: readonly Rejection[];
}

/** A key by which rows are known that the chosen one takes for new. */
export interface OtherKey {
  readonly key: ImportKey;
  /** How many of the new rows it finds among those that are there. */
  readonly rows: number;
}

/** An incoming row that was known though a part of its key is blank on one side. */
export interface KnownInPart {
  readonly row: number;
  /** The part. */
  readonly column: string;
}

/** The dry run: what each incoming row will do. Blank rows do nothing and are only counted. */
export interface ImportPlan {
  readonly target: ImportTarget;
  readonly added: readonly AddedRow[];
  readonly updated: readonly ChangedRow[];
  readonly unchanged: readonly number[];
  readonly rejected: readonly RejectedRow[];
  readonly blankRows: number;
  /** Customers added because rows belong to them (`unknownCustomers: "create"`). */
  readonly newCustomers: readonly AddedRow[];
  /** Rows of `added` that belong to no customer, because they name none. */
  readonly withoutCustomer: number;
  readonly knownInPart: readonly KnownInPart[];
  /** Where another key knows a fair share of the rows that the chosen one takes for new. */
  readonly otherKey: OtherKey | null;
  /** The columns with days whose year stands last, and what is known about how those are to be read. */
  readonly days: readonly IncomingDays[];
  /** Cells left out because they cannot be read (`unreadable: "leave-out"`), of rows that come in without them. */
  readonly leftOut: readonly RejectedRow[];
}
