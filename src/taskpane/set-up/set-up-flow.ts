import {
  guessedMapping,
  type AdoptProposal,
  type CreateProposal,
  type Mapping,
  type Proposal,
  type RestoreProposal,
  type SetUpProblem,
} from "../../app/set-up/proposal";
import type { ProposeFailure } from "../../app/set-up/set-up";
import type { WorkbookFacts } from "../../app/workbook/facts";
import type { InstallFailure } from "../../app/workbook/install";
import type { Cell } from "../../tables/change";

/** Where a person is in setting up. */
export type SetUpStep =
  | { readonly name: "looking" }
  | { readonly name: "refused"; readonly failure: ProposeFailure }
  /** Nothing to adopt is selected: create, or select something first. */
  | { readonly name: "choosing"; readonly proposal: CreateProposal }
  /** Set up already, but sheets are gone that can be made again. */
  | { readonly name: "restoring"; readonly proposal: RestoreProposal }
  | AdoptingStep
  /** `share` is null before the first cells are filled. */
  | {
      readonly name: "working";
      readonly share: number | null;
      readonly cancelling: boolean;
      readonly before: SetUpStep;
    }
  | { readonly name: "failed"; readonly failure: InstallFailure; readonly before: SetUpStep }
  | {
      readonly name: "problems";
      readonly problems: readonly SetUpProblem[];
      readonly before: SetUpStep;
    }
  /** `isBlank`: there is no customer yet. */
  | { readonly name: "done"; readonly facts: WorkbookFacts; readonly isBlank: boolean };

export interface AdoptingStep {
  readonly name: "adopting";
  readonly proposal: AdoptProposal;
  readonly mapping: Mapping;
  /** The share of the rows read by now. */
  readonly read: number;
  /** null until they have been read. */
  readonly rows: readonly (readonly Cell[])[] | null;
}

/** The step a fresh proposal leads to. */
export function stepFor(proposal: Proposal): SetUpStep {
  switch (proposal.kind) {
    case "create":
      return { name: "choosing", proposal };
    case "restore":
      return { name: "restoring", proposal };
    case "adopt":
      return { name: "adopting", proposal, mapping: guessedMapping(proposal), read: 0, rows: null };
  }
}

/** What a column of theirs is used as; null where it stays their own. */
export function meaningOf(mapping: Mapping, index: number): string | null {
  return Object.entries(mapping).find(([, at]) => at === index)?.[0] ?? null;
}

/**
 * The mapping with another meaning for one column. A meaning belongs to one column only: chosen for this one, it leaves
 * the other.
 */
export function withMeaning(mapping: Mapping, index: number, meaning: string | null): Mapping {
  const others = Object.entries(mapping).filter(([id, at]) => at !== index && id !== meaning);
  return Object.fromEntries(meaning === null ? others : [...others, [meaning, index]]);
}

export type Certainty = "sure" | "likely" | "unsure";

/** How certain a guess is, in three words instead of a number nobody can weigh. */
export function certaintyOf(confidence: number): Certainty {
  if (confidence >= 0.85) return "sure";
  return confidence >= 0.6 ? "likely" : "unsure";
}
