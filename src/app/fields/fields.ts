import { err, ok, type Result } from "../../domain/result";
import { customersTable } from "../../tables/specs/customers";
import { fieldSpec, type ChoicesProblem, type FieldKind, type OwnField } from "../../tables/fields";
import { folded } from "../../tables/headers";
import { checkNewChoices } from "../../tables/new-choices";
import { isUnseen, looksAlike, plainHeader } from "../../tables/plain-header";
import { highlightRules } from "../../tables/highlight";
import {
  ownColumn,
  ownHeader,
  schemaVersion,
  type ColumnSpec,
  type TableId,
} from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import { customerColumns } from "./customer-columns";
import type { DeedFacts } from "../../tables/audit/entries";
import { noChange } from "../../tables/change";
import type { Performed, Trace } from "../deeds/perform";
import {
  restructure,
  type Restructuring,
  type RestructureFailure,
} from "../deeds/perform-structure";
import { installSteps, stepsOf, structureEntries } from "../deeds/record-structure";
import { newColumn, planEmptyTable } from "../set-up/empty-table";
import { withRecord } from "../set-up/plan-new-tables";
import { twice } from "../deeds/twice";
import type { Workbook } from "../workbook";
import type { ColumnsChange } from "../workbook/columns";
import type { WorkbookFacts } from "../workbook/facts";
import type { InstallPlan } from "../workbook/install";

/** A column of the customers table as the fields view lists it. */
export interface ListedColumn {
  readonly column: string;
  /** As it stands in the sheet. */
  readonly header: string;
  /** null: a column of a person's own that has no kind yet. */
  readonly spec: ColumnSpec | null;
  /** `ours`: of the schema · `field`: a person's own with a kind · `own`: a person's own without. */
  readonly standing: "ours" | "field" | "own";
}

/** What a person wants a new field to be. */
export interface FieldDraft {
  readonly header: string;
  readonly kind: FieldKind;
  readonly choices: readonly string[];
}

export type FieldProblem =
  | { readonly code: "header-blank" }
  | { readonly code: "header-too-long"; readonly limit: number }
  | { readonly code: "header-taken"; readonly header: string }
  | ChoicesProblem;

export type FieldFailure = FieldProblem | RestructureFailure;

/** Excel takes 255 characters for a table's header. */
const longestHeader = 255;

/** The columns of the customers table, in the sheet's order. */
export function listColumns(facts: WorkbookFacts): readonly ListedColumn[] {
  const specs = new Map(customerColumns(facts).map((spec) => [spec.id, spec]));
  return Object.entries(facts.tables.customers?.columns ?? {})
    .sort(([, one], [, other]) => one.index - other.index)
    .map(([column, { header }]) => {
      const spec = specs.get(column) ?? null;
      const standing = spec === null ? "own" : ownHeader(column) === null ? "ours" : "field";
      return { column, header, spec, standing };
    });
}

/** Columns of ours the customers table could have and has not; sensitive ones last (R3). */
export function offeredColumns(facts: WorkbookFacts): readonly ColumnSpec[] {
  const bound = facts.tables.customers?.columns ?? {};
  const lacking = (customersTable.columns as readonly ColumnSpec[]).filter(
    ({ id, kind }) => bound[id] === undefined && kind !== "computed",
  );
  const sensitive = lacking.filter((column) => column.sensitive === true);
  return [...lacking.filter((column) => column.sensitive !== true), ...sensitive];
}

/** Tables that are made when they are first needed and are not there yet. The audit and merge tables make themselves. */
export function offeredTables(facts: WorkbookFacts): readonly TableId[] {
  return (Object.keys(tableSpecs) as TableId[]).filter((table) => {
    const { onFirstUse, idPrefix } = tableSpecs[table];
    return onFirstUse === true && idPrefix !== undefined && facts.tables[table] === undefined;
  });
}

/** What is wrong with a field as a person entered it; null when it can be added. */
export function problemOf(draft: FieldDraft, facts: WorkbookFacts): FieldProblem | null {
  const header = plainHeader(draft.header);
  if (isUnseen(header)) return { code: "header-blank" };
  if (header.length > longestHeader) return { code: "header-too-long", limit: longestHeader };
  const columns = Object.values(facts.tables.customers?.columns ?? {});
  if (columns.some((each) => looksAlike(each.header, header)))
    return { code: "header-taken", header };
  return draft.kind === "choice" ? choicesProblem(draft.choices) : null;
}

function choicesProblem(words: readonly string[]): ChoicesProblem | null {
  const checked = checkNewChoices(words);
  return checked.ok ? null : checked.error;
}

/**
 * Adds a field: a column at the right end of the customers table with its format and list, remembered by its id, so
 * that it may be renamed and moved. R2 and point 6 of the sheet as a database.
 *
 * Taking it back takes the column away where it is blank, like `removeField`.
 */
export async function addField(
  workbook: Workbook,
  facts: WorkbookFacts,
  draft: FieldDraft,
  trace: Trace,
): Promise<Result<Performed, FieldFailure>> {
  const problem = problemOf(draft, facts);
  if (problem !== null) return err(problem);
  const header = plainHeader(draft.header);
  const column = freeId(header, facts);
  const choices = draft.kind === "choice" ? draft.choices : [];
  const field: OwnField = { column, kind: draft.kind, choices };
  const spec = fieldSpec(field, header);
  return carryOut(workbook, facts, trace, header, {
    added: [newColumn(spec, header, facts.language ?? "en")],
    fields: { from: facts.fields, to: [...facts.fields, field] },
  });
}

/** Gives a column of a person's own a kind; its cells, format and lists stay as they are. */
export async function adoptField(
  workbook: Workbook,
  facts: WorkbookFacts,
  field: OwnField,
  trace: Trace,
): Promise<Result<Performed, FieldFailure>> {
  const problem = field.kind === "choice" ? choicesProblem(field.choices) : null;
  if (problem !== null) return err(problem);
  const others = facts.fields.filter(({ column }) => column !== field.column);
  return carryOut(workbook, facts, trace, headerOf(facts, field.column), {
    fields: {
      from: facts.fields,
      to: [...others, { ...field, choices: field.kind === "choice" ? field.choices : [] }],
    },
  });
}

/**
 * Takes a field off our list; the column stays in the sheet, a column of the person's own as before.
 *
 * @param deleteBlank - whether a column that holds nothing goes from the sheet as well: the way back from `addField`
 */
export async function removeField(
  workbook: Workbook,
  facts: WorkbookFacts,
  column: string,
  deleteBlank: boolean,
  trace: Trace,
): Promise<Result<Performed, FieldFailure>> {
  return carryOut(workbook, facts, trace, headerOf(facts, column), {
    removed: deleteBlank ? [column] : [],
    fields: {
      from: facts.fields,
      to: facts.fields.filter((field) => field.column !== column),
    },
  });
}

/** Adds a column of ours that the customers table lacks. */
export async function addOurColumn(
  workbook: Workbook,
  facts: WorkbookFacts,
  spec: ColumnSpec,
  trace: Trace,
): Promise<Result<Performed, FieldFailure>> {
  const language = facts.language ?? "en";
  const headers = Object.values(facts.tables.customers?.columns ?? {});
  const title = spec.title[language];
  const isTaken = headers.some(({ header }) => folded(header) === folded(title));
  // Their own 行业 stays theirs; ours is then called 行业（客户簿）.
  const suffix = language === "zh" ? "（客户簿）" : " (Keepsheet)";
  const header = isTaken ? title + suffix : title;
  return carryOut(workbook, facts, trace, header, {
    added: [newColumn(spec, header, language)],
  });
}

/** Makes a table that is there for the data although nobody has needed it yet. */
export async function createTable(
  workbook: Workbook,
  facts: WorkbookFacts,
  table: TableId,
  trace: Trace,
): Promise<Result<Performed, FieldFailure>> {
  const language = facts.language ?? "en";
  const made = planEmptyTable(table, facts, language);
  const { who, now, newId } = trace;
  const deed: DeedFacts = { id: newId("A"), kind: "field", about: made.sheet, who, at: now };
  const plan: InstallPlan = {
    language,
    schemaVersion,
    create: [made],
    adopt: null,
    names: [],
    highlight: [],
  };
  const entries = structureEntries(installSteps(plan, []), deed, facts, 0);
  const installed = await workbook.install(withRecord(plan, entries, facts));
  if (!installed.ok) return installed;
  const { roundTrips } = installed.value;
  return ok({ deed, count: entries.length, entries, change: noChange, roundTrips });
}

async function carryOut(
  workbook: Workbook,
  facts: WorkbookFacts,
  trace: Trace,
  about: string,
  part: Partial<ColumnsChange>,
): Promise<Result<Performed, FieldFailure>> {
  const change: ColumnsChange = {
    table: "customers",
    added: [],
    removed: [],
    renamed: [],
    lists: {},
    formulas: {},
    ...part,
  };
  const work: Restructuring = {
    columns: [change],
    words: noChange,
    steps: stepsOf(change, facts),
  };
  const done = await restructure(workbook, facts, { kind: "field", about }, work, trace);
  // The highlight colours whole rows, and rows have become wider. Where it cannot be redrawn the field is there all the
  // same, and "Repair the highlight" does the rest.
  if (done.ok && change.added.length > 0)
    await twice(() => workbook.repairHighlight(highlightRules));
  return done;
}

function freeId(header: string, { fields, tables }: WorkbookFacts): string {
  const taken = new Set([
    ...fields.map(({ column }) => column),
    ...Object.keys(tables.customers?.columns ?? {}),
  ]);
  let column = ownColumn(header);
  for (let number = 2; taken.has(column); number += 1) column = `${ownColumn(header)} (${number})`;
  return column;
}

function headerOf({ tables }: WorkbookFacts, column: string): string {
  return tables.customers?.columns[column]?.header ?? ownHeader(column) ?? column;
}
