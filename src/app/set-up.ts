import type { Result } from "../domain/result";
import type { Cell } from "../tables/change";
import type { Mapping, Proposal } from "./proposal";
import type { SetUpPlan } from "./plan-set-up";
import type { InstallFailure, Installed, Workbook, WorkbookFailure } from "./workbook";

export type ProposeFailure =
  | WorkbookFailure
  /** This workbook has a customers table of ours already. */
  | { readonly code: "already-set-up" };

/** Looks at the selection and suggests what to do with it. */
export declare function proposeSetUp(workbook: Workbook): Promise<Result<Proposal, ProposeFailure>>;

/** The same proposal with another row as the headers (a person's correction). */
export declare function withHeaderRow(proposal: Proposal, headerRow: number): Proposal;

/** The mapping as guessed, for the person to correct. */
export declare function guessedMapping(proposal: Proposal): Mapping;

/** The cells of the proposal's body, which planning needs. */
export declare function readBody(
  workbook: Workbook,
  proposal: Proposal,
): Promise<Result<readonly (readonly Cell[])[], WorkbookFailure>>;

/** Carries the plan out. */
export declare function setUp(
  workbook: Workbook,
  plan: SetUpPlan,
): Promise<Result<Installed, InstallFailure>>;
