import { customersTable } from "../specs/customers";
import { dealsTable } from "../specs/deals";
import type { IdPrefix } from "../ids";
import type { ImportKey } from "./key";
import { ownersTable } from "../specs/owners";
import type { TableSpec } from "../schema";

/** What a file's rows can be brought in as. */
export type ImportTargetId = "customers" | "deals" | "owners";

/** A table that rows can be brought into, and what they need. */
export interface ImportTarget {
  readonly table: TableSpec & { readonly id: ImportTargetId; readonly idPrefix: IdPrefix };
  /** A new row has one of these filled, or it would say nothing. */
  readonly needed: readonly [string, ...string[]];
  /** What people call a row by. */
  readonly nameColumn: string;
  /** By what a row is known again, the most certain first. */
  readonly keys: readonly KeyColumns[];
  /** F2: gets today where a new row comes without. */
  readonly createdDay: string | null;
  /** F6: days that never lie after today. */
  readonly pastDays: readonly string[];
}

interface KeyColumns {
  readonly key: ImportKey;
  /** The key cannot be used without these, and a row whose first one is blank has none. */
  readonly columns: readonly [string, ...string[]];
  /** Count where both the source and the table have them. */
  readonly optional: readonly string[];
  /** Those of `columns` that are often filled in later. */
  readonly later?: readonly string[];
}

/** A column of a key, and what it means where it is blank. */
export interface KeyPart {
  readonly column: string;
  /**
   * A blank "differs" from what is filled; or it "may-be-anything"; or it "is-filled-later": the row that is there may
   * lack it, but where that one has it, the incoming one is to say it, too.
   */
  readonly blank: "differs" | "may-be-anything" | "is-filled-later";
}

const byId: KeyColumns = { key: "id", columns: ["id"], optional: [] };

export const importTargets: Readonly<Record<ImportTargetId, ImportTarget>> = {
  customers: {
    table: customersTable,
    needed: ["name"],
    nameColumn: "name",
    // A telephone number comes last: a switchboard belongs to several companies, and numbers change hands.
    keys: [
      byId,
      { key: "creditCode", columns: ["creditCode"], optional: [] },
      { key: "nameRegion", columns: ["name"], optional: ["region"] },
      { key: "phone", columns: ["phone"], optional: [] },
    ],
    createdDay: "createdDay",
    pastDays: ["lastFollowUp"],
  },
  deals: {
    table: dealsTable,
    needed: ["customerName", "customerId", "product"],
    nameColumn: "customerName",
    keys: [
      byId,
      {
        key: "deal",
        columns: ["customerName", "product", "engageDay"],
        optional: ["owner"],
        later: ["engageDay"],
      },
    ],
    createdDay: null,
    pastDays: [],
  },
  owners: {
    table: ownersTable,
    needed: ["name"],
    nameColumn: "name",
    keys: [byId, { key: "person", columns: ["name"], optional: [] }],
    createdDay: null,
    pastDays: [],
  },
};

export const importTargetIds: readonly ImportTargetId[] = ["customers", "deals", "owners"];

/** Whether a side has a column. */
type Has = (column: string) => boolean;

/**
 * The parts a key consists of, out of the columns that both sides have.
 *
 * @returns null where the key cannot be used
 */
export function partsOfKey(
  target: ImportTarget,
  key: ImportKey,
  mapped: Has,
  present: Has,
): readonly KeyPart[] | null {
  const found = target.keys.find((each) => each.key === key);
  const columns = columnsOfKey(target, key, mapped, present);
  if (found === undefined || columns === null) return null;
  return columns.map((column) => {
    if (found.optional.includes(column)) return { column, blank: "may-be-anything" };
    return { column, blank: found.later?.includes(column) ? "is-filled-later" : "differs" };
  });
}

/**
 * The columns a key consists of, out of those that both sides have.
 *
 * @returns null where the key cannot be used
 */
export function columnsOfKey(
  target: ImportTarget,
  key: ImportKey,
  mapped: Has,
  present: Has,
): readonly string[] | null {
  const both: Has = (column) => mapped(column) && present(column);
  const found = target.keys.find((each) => each.key === key);
  if (found === undefined || !found.columns.every(both)) return null;
  return [...found.columns, ...found.optional.filter(both)];
}

/** The keys that can be used, the most certain first. */
export function usableKeys(target: ImportTarget, mapped: Has, present: Has): readonly ImportKey[] {
  return target.keys
    .map(({ key }) => key)
    .filter((key) => columnsOfKey(target, key, mapped, present) !== null);
}
