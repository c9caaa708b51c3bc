import { Register } from "../../domain/matching/register";
import type { LikenessFact } from "../../domain/matching/likeness";
import { subjectOf, type Identity, type SoundOf } from "../../domain/matching/subject";
import { err, ok, type Result } from "../../domain/result";
import { knownById, preparing, readIdentities, type KnownCustomer } from "./customer-identities";
import { forPart, inSlices, type Watcher } from "../slices";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";

/** A customer that is there already and may be the one about to be added. */
export interface Overlap {
  /** With the owner, who holds it. */
  readonly customer: KnownCustomer;
  readonly score: number;
  readonly facts: readonly LikenessFact[];
}

/** Tells, on each keystroke, who holds what a person is about to add. */
export interface OverlapCheck {
  readonly customers: number;
  /** The likeliest first, at most eight. */
  readonly overlaps: (draft: Omit<Identity, "id">) => readonly Overlap[];
}

const most = 8;

/**
 * Reads the customers once and answers from memory who already holds a company, telephone number or credit code 撞单:
 * rule T3.
 */
export async function openOverlapCheck(
  workbook: Workbook,
  facts: WorkbookFacts,
  soundOf: SoundOf | null,
  watcher: Watcher,
): Promise<Result<OverlapCheck, WorkbookFailure | { readonly code: "cancelled" }>> {
  const read = await readIdentities(workbook, facts, forPart(watcher, 0, 0.4));
  if (!read.ok) return read;
  const { customers, limits } = read.value;
  const subjects = await inSlices(preparing(customers, soundOf), forPart(watcher, 0.4, 0.8));
  const register = new Register(limits.notable);
  const built =
    subjects === null
      ? null
      : await inSlices(register.entering(subjects), forPart(watcher, 0.8, 0.95));
  if (built === null) return err({ code: "cancelled" });
  const byId = await inSlices(knownById(customers), forPart(watcher, 0.95, 1));
  if (byId === null) return err({ code: "cancelled" });
  return ok({
    customers: customers.length,
    overlaps: (draft) =>
      register
        .like(subjectOf({ ...draft, id: "" }, soundOf))
        .slice(0, most)
        .flatMap(({ id, score, facts: reasons }) => {
          const customer = byId.get(id);
          return customer === undefined ? [] : [{ customer, score, facts: reasons }];
        }),
  });
}
