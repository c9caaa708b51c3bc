import {
  subjectOf,
  type Identity,
  type SoundOf,
  type Subject,
} from "../../domain/matching/subject";
import type { LikenessLimits } from "../../domain/matching/limits";
import { err, ok, type Result } from "../../domain/result";
import { textOf } from "../../tables/cells";
import { readLikenessLimits } from "../../tables/likeness-settings";
import type { CustomerColumn } from "../../tables/specs/customers";
import { forPart, inSlices, unwatched, type Watcher } from "../slices";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { ColumnsAnswer } from "../workbook/reading";

/** A customer as one needs to know it to tell whether it is there twice. */
export interface KnownCustomer extends Identity {
  /** Who holds it; empty when nobody does. */
  readonly owner: string;
}

const wanted = [
  "id",
  "name",
  "phone",
  "creditCode",
  "contact",
  "owner",
] as const satisfies readonly CustomerColumn[];

/** Rows between two places to pause. */
const rowsPerStep = 500;

/** The customers, and from which likeness on two of them are told. */
export interface KnownCustomers {
  readonly customers: readonly KnownCustomer[];
  readonly limits: LikenessLimits;
}

/**
 * Reads what customers are recognised by, only these columns, and with them the scores of rule T3 in Settings. Rows
 * without an id, and those that repeat the id of a row above, are left out: they are told as data issues and cannot be
 * merged.
 */
export async function readIdentities(
  workbook: Workbook,
  { tables }: WorkbookFacts,
  watcher: Watcher = unwatched,
): Promise<Result<KnownCustomers, WorkbookFailure | { readonly code: "cancelled" }>> {
  const bound = tables.customers?.columns ?? {};
  const columns = wanted.filter((column) => bound[column] !== undefined);
  const reading = forPart(watcher, 0, 0.8);
  const answers = await workbook.readColumns(
    [
      { table: "customers", columns },
      ...(hasSettings(tables) ? [{ table: "settings", columns: ["id", "amount"] } as const] : []),
    ],
    reading.onProgress,
  );
  if (!answers.ok) return answers;
  const [ofCustomers, ofSettings] = answers.value;
  const customers = await inSlices(knowing(ofCustomers), forPart(watcher, 0.8, 1));
  if (customers === null) return err({ code: "cancelled" });
  const ids = ofSettings?.columns["id"] ?? [];
  const amounts = ofSettings?.columns["amount"] ?? [];
  const settings = ids.map((id, row) => ({ id, amount: amounts[row] ?? null }));
  return ok({ customers, limits: readLikenessLimits(settings).limits });
}

function hasSettings({ settings }: WorkbookFacts["tables"]): boolean {
  return settings?.columns["id"] !== undefined && settings.columns["amount"] !== undefined;
}

function* knowing(answer: ColumnsAnswer | undefined): Generator<number, readonly KnownCustomer[]> {
  const known = new Set<string>();
  const customers: KnownCustomer[] = [];
  const columns = answer?.columns ?? {};
  const ids = columns["id"] ?? [];
  for (let row = 0; row < ids.length; row += 1) {
    if (row % rowsPerStep === 0) yield row / ids.length;
    const text = (column: CustomerColumn) => textOf(columns[column]?.[row] ?? null).trim();
    const id = text("id");
    if (id === "" || known.has(id)) continue;
    known.add(id);
    customers.push({
      id,
      name: text("name"),
      phone: text("phone"),
      creditCode: text("creditCode"),
      contact: text("contact"),
      owner: text("owner"),
    });
  }
  return customers;
}

/** The customers by their ids, with places to pause that tell the share done. */
export function* knownById(
  customers: readonly KnownCustomer[],
): Generator<number, ReadonlyMap<string, KnownCustomer>, void> {
  const byId = new Map<string, KnownCustomer>();
  for (const customer of customers) {
    byId.set(customer.id, customer);
    if (byId.size % rowsPerStep === 0) yield byId.size / customers.length;
  }
  return byId;
}

/** Makes customers ready for comparing, with places to pause. */
export function* preparing(
  customers: readonly KnownCustomer[],
  soundOf: SoundOf | null,
): Generator<number, readonly Subject[], void> {
  const subjects: Subject[] = [];
  for (const customer of customers) {
    subjects.push(subjectOf(customer, soundOf));
    if (subjects.length % 200 === 0) yield subjects.length / customers.length;
  }
  return subjects;
}
