import type { Day } from "../../domain/day";
import { err, ok, type Result } from "../../domain/result";
import { TextMap } from "../../domain/text-map";
import { cellAddress, corners } from "../../tables/a1";
import { unitOfHeader } from "../../tables/amount-unit";
import type { CellStyle } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import type { NewId } from "../../tables/ids";
import { importChanges } from "../../tables/import/change";
import type { KnownCustomers } from "../../tables/import/customers";
import { dayOrderOf, type DayOrder } from "../../domain/day-order";
import { keyQuality, type ImportKey } from "../../tables/import/key";
import type { ExistingRows, ImportChoices, ImportPlan } from "../../tables/import/plan";
import { planImport } from "../../tables/import/planner";
import {
  columnsOfKey,
  importTargets,
  usableKeys,
  type ImportTargetId,
} from "../../tables/import/target";
import { ownHeader, schemaVersion, type ColumnSpec } from "../../tables/schema";
import { importColumns } from "./columns";
import { asHeld } from "./own-kinds";
import type { ImportSource } from "./source";
import { perform, type Performed, type PerformFailure, type Trace } from "../deeds/perform";
import { customerColumns } from "../fields/customer-columns";
import { planEmptyTable } from "../set-up/empty-table";
import { isFormula, type Mapping } from "../set-up/proposal";
import { forPart, inSlices, type Watcher } from "../slices";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { InstallFailure } from "../workbook/install";

export type DryRunFailure =
  | WorkbookFailure
  | { readonly code: "not-set-up" }
  /** No column that would tell rows apart is mapped. */
  | { readonly code: "no-key" }
  /** A column of the person's own holds formulas, which an import would write over. */
  | { readonly code: "own-formula"; readonly header: string; readonly cell: string }
  | { readonly code: "cancelled" };

/** What a person decided about an import. */
export type { ImportChoices } from "../../tables/import/plan";

/** The mapping to begin with: what recognition guessed. */
export function importMapping({ proposal, target }: ImportSource, facts: WorkbookFacts): Mapping {
  const columns = new Set(importColumns(facts, target).map(({ id }) => id));
  return Object.fromEntries(
    proposal.columns.flatMap(({ guess, index }) =>
      guess !== null && columns.has(guess) ? [[guess, index]] : [],
    ),
  );
}

/** The keys by which rows of that mapping can be matched, the most certain first. */
export function keysFor(
  target: ImportTargetId,
  mapping: Mapping,
  facts: WorkbookFacts,
): readonly ImportKey[] {
  return usableKeys(importTargets[target], mapped(mapping), present(facts, target));
}

/** The columns of a mapping that the table does not have, or not any more. */
export function lostColumns(
  target: ImportTargetId,
  mapping: Mapping,
  facts: WorkbookFacts,
): readonly string[] {
  const has = present(facts, target);
  return Object.keys(mapping).filter((column) => !has(column));
}

/** Rows looked at to judge a key or an order of days: enough to tell, over at once. */
const sampleSize = 3_000;
/** A key with fewer than this share of its cells filled and different is hardly one. */
const goodKey = 0.95;

/**
 * The key to begin with: the most certain one whose cells are filled and differ; where none is so, the best of them. A
 * column of telephone numbers that half of the rows lack would keep those rows out.
 */
export function defaultKey(
  source: ImportSource,
  mapping: Mapping,
  facts: WorkbookFacts,
): ImportKey | null {
  const { target } = source;
  const rows = sampled(source.rows);
  let best: { readonly key: ImportKey; readonly quality: number } | null = null;
  for (const key of keysFor(target, mapping, facts)) {
    const columns =
      columnsOfKey(importTargets[target], key, mapped(mapping), present(facts, target)) ?? [];
    const cells = rows.map((row) => columns.map((column) => row[mapping[column] ?? -1] ?? null));
    const quality = keyQuality(key, cells);
    if (quality >= goodKey) return key;
    if (best === null || quality > best.quality) best = { key, quality };
  }
  return best?.key ?? null;
}

/**
 * In which order the mapped days stand, where their year stands last.
 *
 * @returns "unclear" where a person must say it; null where no mapped column has such days
 */
export function dayOrderFor(
  source: ImportSource,
  mapping: Mapping,
  facts: WorkbookFacts,
): DayOrder | "unclear" | null {
  const days = importColumns(facts, source.target).filter(({ kind }) => kind === "day");
  const columns = days.flatMap(({ id }) => mapping[id] ?? []);
  const rows = sampled(source.rows);
  return dayOrderOf(rows.flatMap((row) => columns.map((column): Cell => row[column] ?? null)));
}

function sampled(rows: ImportSource["rows"]): ImportSource["rows"] {
  const step = Math.max(1, Math.floor(rows.length / sampleSize));
  return step === 1 ? rows : rows.filter((_, at) => at % step === 0);
}

/** How much of a dry run's time reading takes. */
const readingShare = 0.5;

/**
 * Compares a source with the rows of its table, without writing: what is new, what changes from → to, what stays, and
 * what cannot come in and why. Only the columns concerned are read.
 */
export async function dryRun(
  workbook: Workbook,
  source: Pick<ImportSource, "rows" | "target" | "proposal">,
  choices: ImportChoices,
  context: { readonly asOf: Day; readonly newId: NewId },
  watcher: Watcher,
): Promise<Result<ImportPlan, DryRunFailure>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const facts = described.value;
  if (facts.tables.customers === undefined) return err({ code: "not-set-up" });
  const target = importTargets[source.target];
  const { id: table } = target.table;
  const has = present(facts, table);
  if (!has("id")) return err({ code: "column-missing", table, column: "id" });
  // What was to fill a column that went since is not left out without a word.
  const [lost] = lostColumns(table, choices.mapping, facts);
  if (lost !== undefined) return err({ code: "column-missing", table, column: lost });
  const keyColumns = columnsOfKey(target, choices.key, mapped(choices.mapping), has);
  if (keyColumns === null) return err({ code: "no-key" });

  const calculated = await formulaColumn(workbook, facts, table, choices.mapping);
  if (!calculated.ok) return calculated;

  const isLinked = has("customerId");
  const wanted = new Set(["id", target.nameColumn, ...keyColumns, ...Object.keys(choices.mapping)]);
  if (target.createdDay !== null) wanted.add(target.createdDay);
  if (isLinked) for (const column of ["customerId", "customerName"]) wanted.add(column);
  const columns = [...wanted].filter(has);
  const reading = forPart(watcher, 0, readingShare);
  const read = await readExisting(workbook, facts, table, columns, isLinked, reading.onProgress);
  if (!read.ok) return read;
  const style: CellStyle = { dateSystem: facts.dateSystem, language: facts.language ?? "zh" };
  const held = await inSlices(
    asHeld(
      importColumns(facts, table),
      new Set(customerColumns(facts).map(({ id }) => id)),
      read.value.existing,
      source.rows,
      choices.mapping,
      style.dateSystem,
    ),
    { ...watcher, onProgress: () => undefined },
  );
  if (held === null) return err({ code: "cancelled" });
  const plan = await inSlices(
    planImport(source.rows, read.value.existing, choices, {
      ...context,
      style,
      target,
      columns: held,
      units: unitsOf(source.proposal, choices.mapping, importColumns(facts, table)),
      customers: read.value.customers,
    }),
    forPart(watcher, readingShare, 1),
  );
  return plan === null ? err({ code: "cancelled" }) : ok(plan);
}

/** Amounts under a header that says 万元 are so many yuan. */
function unitsOf(
  { columns }: ImportSource["proposal"],
  mapping: Mapping,
  specs: readonly ColumnSpec[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    specs
      .filter(({ id, kind }) => kind === "amountYuan" && mapping[id] !== undefined)
      .map(({ id }) => [id, unitOfHeader(columns[mapping[id] ?? -1]?.header ?? "")]),
  );
}

/** Their own calculated columns stay theirs: a value would end what the formula says. */
async function formulaColumn(
  workbook: Workbook,
  facts: WorkbookFacts,
  table: ImportTargetId,
  mapping: Mapping,
): Promise<Result<void, DryRunFailure>> {
  const known = facts.tables[table];
  const own = Object.keys(mapping).filter((column) => ownHeader(column) !== null);
  if (known === undefined || own.length === 0) return ok(undefined);
  const inspected = await workbook.inspectPlace({ sheet: known.sheet, table: known.name });
  if (!inspected.ok) return inspected;
  const { formulas, sample, address } = inspected.value;
  const { top, left } = corners(address);
  for (const column of own) {
    const place = known.columns[column];
    // P7: a text that looks like a formula reads the same both ways.
    const row = formulas.findIndex((cells, at) => {
      const cell = cells[place?.index ?? -1];
      return isFormula(cell, sample[at]?.[place?.index ?? -1]);
    });
    if (place === undefined || row === -1) continue;
    const cell = cellAddress(top + row, left + place.index);
    return err({ code: "own-formula", header: place.header, cell });
  }
  return ok(undefined);
}

async function readExisting(
  workbook: Workbook,
  facts: WorkbookFacts,
  table: ImportTargetId,
  columns: readonly string[],
  isLinked: boolean,
  onProgress: (share: number) => void,
): Promise<
  Result<
    { readonly existing: ExistingRows; readonly customers: KnownCustomers | null },
    WorkbookFailure
  >
> {
  const isThere = facts.tables[table] !== undefined;
  const read = await workbook.readColumns(
    [
      ...(isThere ? [{ table, columns }] : []),
      ...(isLinked ? [{ table: "customers" as const, columns: ["id", "name"] }] : []),
    ],
    onProgress,
  );
  if (!read.ok) return read;
  // A table that will be made has all columns and no rows.
  const own = isThere ? read.value[0]?.columns : null;
  const found = own ?? Object.fromEntries(columns.map((column) => [column, []]));
  const existing = { rowCount: found["id"]?.length ?? 0, columns: found };
  if (!isLinked) return ok({ existing, customers: null });
  const known = read.value.at(-1)?.columns ?? {};
  const datesCreation = facts.tables.customers?.columns["createdDay"] !== undefined;
  const { id: ids = [], name: names = [] } = known;
  return ok({ existing, customers: { ids, names, datesCreation } });
}

/**
 * Carries a dry run out as one deed, in changes that each fit a message together with their audit rows (P4). All or
 * nothing: when one fails, someone changed a cell since the dry run, or a person cancels, what was written is taken
 * back. A table that the workbook lacks is made first, and stays.
 *
 * @param about - where the rows came from, for the audit table: the file's or the sheet's name
 */
export async function applyImport(
  workbook: Workbook,
  facts: WorkbookFacts,
  plan: ImportPlan,
  { about, trace }: { readonly about: string; readonly trace: Trace },
  watcher: Watcher,
): Promise<Result<Performed, PerformFailure>> {
  const ready = await makeTable(workbook, facts, plan.target.table.id);
  if (!ready.ok) return ready;
  const names = new TextMap(plan.updated.map(({ id, name }) => [id, name] as const));
  const deed = {
    kind: "import",
    about,
    nameOf: (table: string, id: string) =>
      table === plan.target.table.id ? (names.get(id) ?? null) : null,
  } as const;
  return perform(workbook, facts, deed, importChanges(plan), trace, watcher);
}

async function makeTable(
  workbook: Workbook,
  known: WorkbookFacts,
  table: ImportTargetId,
): Promise<Result<void, WorkbookFailure | InstallFailure>> {
  if (known.tables[table] !== undefined) return ok(undefined);
  const described = await workbook.describe();
  if (!described.ok) return described;
  const facts = described.value;
  if (facts.tables[table] !== undefined) return ok(undefined);
  const language = facts.language ?? "zh";
  const made = await workbook.install({
    language,
    schemaVersion: facts.schemaVersion ?? schemaVersion,
    create: [planEmptyTable(table, facts, language)],
    adopt: null,
    names: [],
    highlight: [],
  });
  return made.ok ? ok(undefined) : made;
}

function mapped(mapping: Mapping): (column: string) => boolean {
  return (column) => mapping[column] !== undefined;
}

/** The columns a table has; those it will have where it is not made yet. */
function present(facts: WorkbookFacts, target: ImportTargetId): (column: string) => boolean {
  const columns = new Set(importColumns(facts, target).map(({ id }) => id));
  return (column) => columns.has(column);
}
