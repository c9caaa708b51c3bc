import type { Candidate, Guess } from "../recognise";
import { recogniseColumns } from "../recognise";
import { importTargetIds, importTargets, type ImportTargetId } from "./target";

/**
 * What rows with these columns most likely are: customers, deals or owners, by how many columns each of them explains.
 *
 * @returns customers where nothing speaks for another table
 */
export function guessTarget(candidates: readonly Candidate[]): ImportTargetId {
  const scores = importTargetIds.map((id) => {
    const { table, needed } = importTargets[id];
    const guesses = recogniseColumns(candidates, table.columns);
    // Rows that say only their own number are found again by it.
    return { id, score: isAbout(["id", ...needed], guesses) ? sum(guesses) : 0 };
  });
  // Customers come first, so that a tie is theirs.
  return scores.reduce((best, next) => (next.score > best.score + 0.05 ? next : best)).id;
}

/** What a sheet's rows look like; of products no table of ours is kept. */
export type SheetLook = ImportTargetId | "products";

/** Columns that say of a row naming a product that it is a deal. */
const ofDeals: readonly string[] = [
  "customerId",
  "customerName",
  "stage",
  "engageDay",
  "closeDay",
  "owner",
];

/**
 * What a sheet seems to hold, to be told to a person who is about to use it as customers.
 *
 * @example
 * // account, product, deal stage, close date → "deals"; product, series, sales price → "products"
 */
export function sheetLook(candidates: readonly Candidate[]): SheetLook {
  const target = guessTarget(candidates);
  if (target !== "deals") return target;
  const found = recogniseColumns(candidates, importTargets.deals.table.columns);
  const isDeal = found.some(({ column }) => column !== null && ofDeals.includes(column));
  return isDeal ? "deals" : "products";
}

function isAbout(needed: readonly string[], guesses: readonly Guess[]): boolean {
  return guesses.some(({ column }) => column !== null && needed.includes(column));
}

function sum(guesses: readonly Guess[]): number {
  return guesses.reduce((total, { confidence }) => total + confidence, 0);
}
