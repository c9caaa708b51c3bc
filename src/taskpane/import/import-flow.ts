import {
  dayOrderFor,
  defaultKey,
  importMapping,
  keysFor,
  lostColumns,
  type ImportChoices,
} from "../../app/import/import";
import { importColumns } from "../../app/import/columns";
import type { OpenedFile } from "../../app/import/file";
import type { ImportSource } from "../../app/import/source";
import type { Mapping } from "../../app/set-up/proposal";
import { resolvedRows, type SideOf } from "../../app/conflicts/resolve";
import type { Disputed } from "../../app/conflicts/look-again";
import type { WorkbookFacts } from "../../app/workbook/facts";
import type { ImportKey } from "../../tables/import/key";
import type { ImportPlan, RejectedRow } from "../../tables/import/plan";
import type { ColumnSpec } from "../../tables/schema";
import type { PaneFailure } from "../words/failure-words";

/** Where a person is in bringing data in. */
export type ImportStep =
  | { readonly name: "choosing"; readonly failure: PaneFailure | null }
  /** `share` is null while nothing tells how far the reading has come. */
  | { readonly name: "reading"; readonly share: number | null }
  | MappingStep
  | CheckedStep
  | (Omit<CheckedStep, "name"> & {
      readonly name: "applying";
      readonly share: number;
      readonly cancelling: boolean;
    })
  | { readonly name: "done" };

export interface MappingStep {
  readonly name: "mapping";
  readonly facts: WorkbookFacts;
  /** The file the rows come from, so that another sheet or encoding of it can be chosen; null for cells. */
  readonly file: OpenedFile | null;
  readonly source: ImportSource;
  readonly choices: ImportChoices;
  /** Columns that were to be filled and are gone from the table; nothing comes in for them. */
  readonly lost: readonly ColumnSpec[];
  /** Share of the dry run done; null when none is under way. */
  readonly checking: number | null;
  readonly failure: PaneFailure | null;
}

export interface CheckedStep extends Omit<MappingStep, "name"> {
  readonly name: "checked";
  readonly plan: ImportPlan;
  /** What the plan was made with: choices changed since do not count before they are checked. */
  readonly checked: ImportChoices;
  /** The sheet the rejected rows were saved to; null before. */
  readonly savedAs: string | null;
  /** What somebody changed between the dry run and its writing; null while nothing is known of it. */
  readonly disputed: Disputed | null;
}

/** The step a source that was read leads to. */
export function mappingStep(
  source: ImportSource,
  facts: WorkbookFacts,
  file: OpenedFile | null,
): MappingStep {
  const mapping = importMapping(source, facts);
  const order = dayOrderFor(source, mapping, facts);
  return {
    name: "mapping",
    facts,
    file,
    source,
    choices: {
      mapping,
      key: defaultKey(source, mapping, facts) ?? "id",
      unreadable: "reject",
      dayOrder: order === "unclear" ? null : order,
      days: {},
      unknownCustomers: "reject",
      corrections: new Map(),
    },
    lost: [],
    checking: null,
    failure: null,
  };
}

/** The step with another mapping. The key stays as long as it can be used, the order of days unless it is a new question. */
export function withMapping(step: MappingStep, mapping: Mapping): MappingStep {
  const { source, facts, choices } = step;
  const keys = keysFor(source.target, mapping, facts);
  const key = keys.includes(choices.key)
    ? choices.key
    : (defaultKey(source, mapping, facts) ?? choices.key);
  const order = dayOrderFor(source, mapping, facts);
  const dayOrder = choices.dayOrder ?? (order === "unclear" ? null : order);
  return { ...step, choices: { ...choices, mapping, key, dayOrder }, lost: [], failure: null };
}

/** The step in a workbook that has got a column for that incoming one. */
export function withNewColumn(
  step: MappingStep,
  { facts, column }: { readonly facts: WorkbookFacts; readonly column: string },
  index: number,
): MappingStep {
  return withMapping({ ...step, facts }, { ...step.choices.mapping, [column]: index });
}

/** The step in the workbook as it is by now: what has no column to go to any more is left out, and told. */
export function inPresent(step: MappingStep, facts: WorkbookFacts): MappingStep {
  const { source, choices } = step;
  const gone = new Set(lostColumns(source.target, choices.mapping, facts));
  if (gone.size === 0) return { ...step, facts };
  const kept = Object.entries(choices.mapping).filter(([column]) => !gone.has(column));
  const lost = importColumns(step.facts, source.target).filter(({ id }) => gone.has(id));
  return { ...withMapping({ ...step, facts }, Object.fromEntries(kept)), lost };
}

/** The choices with another key. Ids that knew no row are another program's, and would contradict those that are there. */
export function withOtherKey(choices: ImportChoices, key: ImportKey = choices.key): ImportChoices {
  const { id: _foreign, ...mapping } = choices.mapping;
  return { ...choices, key, mapping: choices.key === "id" ? mapping : choices.mapping };
}

/** The step a dry run leads to. */
export function checkedStep(step: MappingStep, plan: ImportPlan): CheckedStep {
  const checked = step.choices;
  const begun = { name: "checked", checking: null, savedAs: null, disputed: null } as const;
  return { ...step, ...begun, plan, checked };
}

/** The choices of a dry run, to be changed. */
export function backToMapping({ facts, file, source, choices }: CheckedStep): MappingStep {
  const none = { lost: [], checking: null, failure: null };
  return { name: "mapping", facts, file, source, choices, ...none };
}

/** The plan as a person wants it written after all: cells as chosen, and without rows that are gone. */
export function resolvedPlan(plan: ImportPlan, disputed: Disputed, sideOf: SideOf): ImportPlan {
  const table = plan.target.table.id;
  const gone = new Set(disputed.gone.map(({ id }) => id));
  const there = plan.updated.filter(({ id }) => !gone.has(id));
  return { ...plan, updated: resolvedRows(table, there, disputed.conflicts, sideOf) };
}

/** The choices with one incoming cell mended. */
export function withCorrection(
  choices: ImportChoices,
  row: number,
  index: number,
  text: string,
): ImportChoices {
  const ofRow = new Map(choices.corrections.get(row)).set(index, text);
  return { ...choices, corrections: new Map(choices.corrections).set(row, ofRow) };
}

/** The columns of a rejected row whose cells a person can mend, each once: our id → the incoming column. */
export function mendable({ reasons }: RejectedRow, mapping: Mapping): ReadonlyMap<string, number> {
  const cells = new Map<string, number>();
  for (const { column } of reasons) {
    const index = column === null ? undefined : mapping[column];
    if (column !== null && index !== undefined) cells.set(column, index);
  }
  return cells;
}

/** What people call a column of the table the rows go to. */
export function titleIn({ facts, source }: MappingStep | CheckedStep, language: "zh" | "en") {
  const columns = new Map(importColumns(facts, source.target).map((spec) => [spec.id, spec]));
  return (id: string): string => columns.get(id)?.title[language] ?? id;
}
