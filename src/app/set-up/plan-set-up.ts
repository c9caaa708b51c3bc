import { err, ok, type Result } from "../../domain/result";
import { highlightRules } from "../../tables/highlight";
import { schemaVersion, type TableId } from "../../tables/schema";
import { planningAdoption, type AdoptionSummary, type SetUpContext } from "./plan-adoption";
import { installSteps, structureEntries } from "../deeds/record-structure";
import type { DeedFacts } from "../../tables/audit/entries";
import { planNames, planNewTables, withRecord } from "./plan-new-tables";
import type { Mapping, Proposal, SetUpProblem } from "./proposal";
import { atOnce } from "../slices";
import type { InstallPlan } from "../workbook/install";

/** A plan ready to carry out, with everything it will add or change said beforehand. */
export interface SetUpPlan {
  readonly install: InstallPlan;
  readonly summary: SetUpSummary;
}

export interface SetUpSummary extends AdoptionSummary {
  /** Sheets and tables that will be new. */
  readonly tablesAdded: readonly {
    readonly table: TableId;
    readonly sheet: string;
    readonly rows: number;
  }[];
}

/**
 * What set-up would write, down to the cell. Pure: nothing is written, and the same arguments give the same plan. Every
 * `yield` is a place to pause and says how far it has come, 0 to 1.
 *
 * An adopted sheet keeps its columns, their order, formats and every filled cell. Only blank id cells, blank or
 * doubled headers and columns added to its right are written.
 *
 * @returns the plan with its summary, or everything that stands in its way
 */
export function* planningSetUp(
  proposal: Proposal,
  mapping: Mapping,
  context: SetUpContext,
): Generator<number, Result<SetUpPlan, readonly SetUpProblem[]>, void> {
  const { facts } = proposal;
  if (proposal.kind !== "adopt" && facts.readOnly) return err([{ code: "read-only" }]);
  const adoption =
    proposal.kind === "adopt" ? yield* planningAdoption(proposal, mapping, context) : null;
  if (adoption !== null && !adoption.ok) return adoption;

  // What is made again speaks the language of what is there.
  const language =
    proposal.kind === "restore" ? (facts.language ?? context.language) : context.language;
  const create = planNewTables(facts, proposal.kind === "create", { ...context, language });
  const bare: InstallPlan = {
    language,
    schemaVersion,
    create,
    adopt: adoption?.value.table ?? null,
    names: planNames(create),
    highlight: highlightRules,
  };
  const install = context.trace === undefined ? bare : recorded(bare, proposal, context);
  return ok({
    install,
    summary: {
      columnsAdded: [],
      columnsUsed: [],
      columnsKept: [],
      headersChanged: [],
      becomesTable: null,
      customers: 0,
      blankRows: 0,
      idsGiven: 0,
      issues: [],
      ...adoption?.value.summary,
      tablesAdded: install.create.map(({ table, sheet, rows }) => ({
        table,
        sheet,
        rows: table === "audit" ? 0 : rows.length,
      })),
    },
  });
}

/** The same in one go: for a sheet of a few rows, and where there are none to read. */
export function planSetUp(
  proposal: Proposal,
  mapping: Mapping,
  context: SetUpContext,
): Result<SetUpPlan, readonly SetUpProblem[]> {
  return atOnce(planningSetUp(proposal, mapping, context));
}

/** The plan with the audit rows that tell of it; rule P4. The first set-up makes the audit table with them in it. */
function recorded(
  plan: InstallPlan,
  proposal: Proposal,
  { newId, trace }: SetUpContext,
): InstallPlan {
  const { facts } = proposal;
  const deed: DeedFacts = {
    id: newId("A"),
    kind: "set-up",
    about: plan.adopt?.range.sheet ?? "",
    who: trace?.who ?? "",
    at: trace?.now ?? null,
  };
  const headers = proposal.kind === "adopt" ? proposal.columns.map(({ header }) => header) : [];
  const entries = structureEntries(installSteps(plan, headers), deed, facts, 0);
  return withRecord(plan, entries, facts);
}
