import { groupsOf, likelyPairs, type Pair } from "../../domain/matching/candidates";
import type { SoundOf } from "../../domain/matching/subject";
import { err, ok, type Result } from "../../domain/result";
import {
  knownById,
  preparing,
  readIdentities,
  type KnownCustomer,
  type KnownCustomers,
} from "./customer-identities";
import { forPart, inSlices, type Watcher } from "../slices";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";

/** Customers that may all be one, with the reasons. */
export interface Duplicates {
  /** In the sheet's order. */
  readonly members: readonly KnownCustomer[];
  /** The likely pairs among them, the likeliest first. */
  readonly pairs: readonly Pair[];
  /** 0 to 100, of the likeliest pair. */
  readonly score: number;
}

export interface DuplicatesFound {
  /** How many customers were compared. */
  readonly customers: number;
  /** The score from which on two of them are listed, as Settings has it. */
  readonly likely: number;
  /** The likeliest first. */
  readonly groups: readonly Duplicates[];
}

/** How much of the time reading takes. */
const readingShare = 0.4;
/** Customers put into their groups between two places to pause. */
const perStep = 1_000;

/**
 * Finds customers that are in the table more than once: rule T3. The work grows with the number of customers, not its
 * square, and is done in slices so that the pane stays alive.
 *
 * @param soundOf - tells names that sound alike; null does without
 */
export async function findDuplicates(
  workbook: Workbook,
  facts: WorkbookFacts,
  soundOf: SoundOf | null,
  watcher: Watcher,
): Promise<Result<DuplicatesFound, WorkbookFailure | { readonly code: "cancelled" }>> {
  const read = await readIdentities(workbook, facts, forPart(watcher, 0, readingShare));
  if (!read.ok) return read;
  const searching = forPart(watcher, readingShare, 1);
  const found = await inSlices(finding(read.value, soundOf), searching);
  return found === null ? err({ code: "cancelled" }) : ok(found);
}

/** The search itself, with places to pause that tell the share done. */
export function* finding(
  { customers, limits: { likely } }: KnownCustomers,
  soundOf: SoundOf | null,
): Generator<number, DuplicatesFound, void> {
  const subjects = yield* inPart(preparing(customers, soundOf), 0, 0.4);
  const pairs = yield* inPart(likelyPairs(subjects, likely), 0.4, 0.5);
  const order = customers.map(({ id }) => id);
  const found = yield* inPart(groupsOf(pairs, order), 0.9, 0.1);
  const byId = yield* inPart(knownById(customers), 1, 0);
  const groups: Duplicates[] = [];
  let looked = 0;
  for (const { members: ids, pairs: own, score } of found) {
    const members: KnownCustomer[] = [];
    for (const id of ids) {
      if (++looked % perStep === 0) yield 1;
      const customer = byId.get(id);
      if (customer !== undefined) members.push(customer);
    }
    groups.push({ members, pairs: own, score });
  }
  return { customers: customers.length, likely, groups };
}

function* inPart<T>(
  work: Generator<number, T, void>,
  from: number,
  share: number,
): Generator<number, T, void> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield from + share * step.value;
  }
}
