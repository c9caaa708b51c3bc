import { err, ok, type Result } from "../../domain/result";
import type { Cell } from "../../tables/change";
import type { SetUpPlan } from "./plan-set-up";
import { lackingTables } from "./empty-table";
import { proposeFor, type Proposal } from "./proposal";
import type { Watcher } from "../slices";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { InstallFailure, Installed } from "../workbook/install";
import type { InspectedRange } from "../workbook/places";

export type ProposeFailure =
  | WorkbookFailure
  /** This workbook has a customers table of ours already, and everything that belongs to it. */
  | { readonly code: "already-set-up" };

/**
 * Looks at the workbook and the selection and suggests what to do: create an empty customer sheet, or adopt the one
 * that is selected, with a guess for each of its columns. Where a workbook that is set up has lost one of its other
 * tables (Excel cannot undo the deletion of a sheet), that one is suggested to be made again.
 */
export async function proposeSetUp(workbook: Workbook): Promise<Result<Proposal, ProposeFailure>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const facts = described.value;
  if (facts.tables.customers !== undefined) {
    const lacking = lackingTables(facts);
    return lacking.length > 0
      ? ok({ kind: "restore", facts, lacking })
      : err({ code: "already-set-up" });
  }

  const inspected = await workbook.inspectSelection();
  if (inspected.ok) return ok(await proposeAround(workbook, inspected.value, facts));
  // A chart or a shape is selected: there is nothing to adopt, but a new sheet can be made.
  return inspected.error.code === "no-selection" ? ok({ kind: "create", facts }) : inspected;
}

/**
 * What to do with the filled region around the selection. Where it has no headers, and rows stand further down, it is a
 * title and what belongs to it: the list below is meant.
 */
async function proposeAround(
  workbook: Workbook,
  inspected: InspectedRange,
  facts: WorkbookFacts,
): Promise<Proposal> {
  const proposal = proposeFor(inspected, facts);
  if (inspected.rowsBelow === undefined || !hasNoHeaders(proposal)) return proposal;
  const whole = await workbook.inspectPlace({ sheet: inspected.sheet, table: null });
  if (!whole.ok) return proposal;
  const wider = proposeFor(whole.value, facts);
  return hasNoHeaders(wider) ? proposal : wider;
}

function hasNoHeaders(proposal: Proposal): boolean {
  return (
    proposal.kind === "adopt" && proposal.problems.some(({ code }) => code === "no-header-row")
  );
}

/** The same selection with another row as its headers, as a person corrected it. */
export function withHeaderRow(proposal: Proposal, headerRow: number): Proposal {
  if (proposal.kind !== "adopt") return proposal;
  return proposeFor(proposal.inspected, proposal.facts, headerRow);
}

/** The cells of the proposal's body, which planning needs; none when creating. */
export async function readBody(
  workbook: Workbook,
  proposal: Proposal,
  onProgress?: (share: number) => void,
): Promise<Result<readonly (readonly Cell[])[], WorkbookFailure>> {
  if (proposal.kind !== "adopt" || proposal.body === null) return ok([]);
  return workbook.readRange(proposal.body, onProgress);
}

/** Carries the plan out, as it was shown; cancelled by whoever looks on, it leaves the workbook as it was. */
export function setUp(
  workbook: Workbook,
  plan: SetUpPlan,
  watcher?: Omit<Watcher, "pace">,
): Promise<Result<Installed, InstallFailure>> {
  return workbook.install(plan.install, watcher);
}
