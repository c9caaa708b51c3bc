import {
  subjectOf,
  type Identity,
  type SoundOf,
  type Subject,
} from "../../domain/matching/subject";
import { ok, type Result } from "../../domain/result";
import { textOf } from "../../tables/cells";
import type { CustomerColumn } from "../../tables/specs/customers";
import { rowsOf } from "../today/assemble-today";
import type { Workbook, WorkbookFacts, WorkbookFailure } from "../workbook";

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

/**
 * Reads what customers are recognised by, only these columns. Rows without an id, and those that repeat the id of a row
 * above, are left out: they are told as data issues and cannot be merged.
 */
export async function readIdentities(
  workbook: Workbook,
  { tables }: WorkbookFacts,
): Promise<Result<readonly KnownCustomer[], WorkbookFailure>> {
  const bound = tables.customers?.columns ?? {};
  const columns = wanted.filter((column) => bound[column] !== undefined);
  const answers = await workbook.readColumns([{ table: "customers", columns }]);
  if (!answers.ok) return answers;
  const known = new Map<string, KnownCustomer>();
  for (const row of rowsOf(answers.value[0])) {
    const text = (column: CustomerColumn) => textOf(row[column] ?? null).trim();
    const id = text("id");
    if (id === "" || known.has(id)) continue;
    known.set(id, {
      id,
      name: text("name"),
      phone: text("phone"),
      creditCode: text("creditCode"),
      contact: text("contact"),
      owner: text("owner"),
    });
  }
  return ok([...known.values()]);
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
