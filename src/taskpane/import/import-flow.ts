import { importMapping, keysFor, type ImportChoices } from "../../app/import";
import type { ImportSource } from "../../app/import-source";
import type { Mapping } from "../../app/proposal";
import type { WorkbookFacts } from "../../app/workbook";
import type { ImportPlan, RejectedRow } from "../../tables/import-plan";
import type { PaneFailure } from "../words/failure-words";

/** Where a person is in bringing data in. */
export type ImportStep =
  | { readonly name: "choosing"; readonly failure: PaneFailure | null }
  | { readonly name: "reading" }
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
  readonly source: ImportSource;
  readonly choices: ImportChoices;
  /** Share of the dry run done; null when none is under way. */
  readonly checking: number | null;
  readonly failure: PaneFailure | null;
}

export interface CheckedStep extends Omit<MappingStep, "name"> {
  readonly name: "checked";
  readonly plan: ImportPlan;
}

/** The step a source that was read leads to. */
export function mappingStep(source: ImportSource, facts: WorkbookFacts): MappingStep {
  const mapping = importMapping(source, facts);
  return {
    name: "mapping",
    facts,
    source,
    choices: {
      mapping,
      key: keysFor(mapping, facts)[0] ?? "nameRegion",
      unreadable: "reject",
      corrections: new Map(),
    },
    checking: null,
    failure: null,
  };
}

/** The choices with another mapping; the key stays as long as it can be used. */
export function withMapping(
  choices: ImportChoices,
  mapping: Mapping,
  facts: WorkbookFacts,
): ImportChoices {
  const keys = keysFor(mapping, facts);
  const key = keys.includes(choices.key) ? choices.key : (keys[0] ?? choices.key);
  return { ...choices, mapping, key };
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
