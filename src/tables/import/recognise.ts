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
    return { id, score: isAbout(needed, guesses) ? sum(guesses) : 0 };
  });
  // Customers come first, so that a tie is theirs.
  return scores.reduce((best, next) => (next.score > best.score + 0.05 ? next : best)).id;
}

function isAbout(needed: readonly string[], guesses: readonly Guess[]): boolean {
  return guesses.some(({ column }) => column !== null && needed.includes(column));
}

function sum(guesses: readonly Guess[]): number {
  return guesses.reduce((total, { confidence }) => total + confidence, 0);
}
