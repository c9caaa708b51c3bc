import { schemaVersion } from "./schema";

/**
 * What brings a workbook from one layout to the next. Each step only adds: what people entered stays where it is, and a
 * step that was begun and interrupted can be done again.
 */
export interface MigrationStep {
  /** The version of the layout after it. */
  readonly to: number;
  /** Rows of Settings that are new. */
  readonly settings: readonly string[];
  /** Defined names that are new, for the amounts of such rows. */
  readonly names: readonly { readonly name: string; readonly row: string }[];
}

const steps: readonly MigrationStep[] = [
  {
    // I3, R1 and T3. The tables that came with it are made when they are first needed.
    to: 2,
    settings: ["verification.days", "profile.fields", "duplicates.likely", "duplicates.notable"],
    names: [{ name: "crm_verify_days", row: "verification.days" }],
  },
];

/**
 * The steps from a version to the current one, in order.
 *
 * @throws Error when a step is missing: every version has one that leads to it
 *
 * @example
 * stepsFrom(1).map(({ to }) => to) //=> [2]
 */
export function stepsFrom(version: number): readonly MigrationStep[] {
  const wanted = Array.from({ length: schemaVersion - version }, (_, at) => version + at + 1);
  return wanted.map((to) => {
    const step = steps.find((each) => each.to === to);
    if (step === undefined) throw new Error(`no migration leads to version ${to}`);
    return step;
  });
}
