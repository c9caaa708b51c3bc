import { entryId, type AuditEntry, type DeedFacts } from "../../tables/audit/entries";
import {
  fieldText,
  listText,
  wordingTexts,
  type RecordedStructure,
} from "../../tables/audit/structure";
import type { OwnField } from "../../tables/fields";
import { ownHeader, type Language, type TableId } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import type { ColumnsChange } from "../workbook/columns";
import type { WorkbookFacts } from "../workbook/facts";
import type { InstallPlan } from "../workbook/install";

/** The words in a column's cells, from one language to the other; `kept`: rows that spoke the new one already. */
export interface WordsMoved {
  readonly table: TableId;
  readonly column: string;
  readonly from: Language;
  readonly to: Language;
  readonly kept: ReadonlySet<string>;
}

/**
 * What a change of columns does, step by step, each with what was before and what is after; rule P4. The language of
 * the sheets is not among them: it is one step for all tables.
 */
export function stepsOf(change: ColumnsChange, facts: WorkbookFacts): readonly RecordedStructure[] {
  const { table, added, removed, renamed, lists, formulas, fields } = change;
  const columns = facts.tables[table]?.columns ?? {};
  return [
    ...renamed.map(({ column, from, to }) => step("renamed", table, column, from, to)),
    ...Object.entries(lists).map(([column, { from, to }]) =>
      step("list", table, column, listText(from), listText(to)),
    ),
    ...Object.entries(formulas).map(([column, { from, to }]) =>
      step("formula", table, column, from, to),
    ),
    ...removed.flatMap((column) => {
      const at = columns[column];
      return [
        step("column-removed", table, column, at?.header ?? column, null),
        step("placed", table, column, at === undefined ? null : at.index + 1, null),
      ];
    }),
    ...added.flatMap(({ column, header, at }) => [
      step("column-added", table, column, null, header),
      ...(at === undefined ? [] : [step("placed", table, column, null, at + 1)]),
    ]),
    ...(fields === undefined ? [] : fieldSteps(fields.from, fields.to)),
  ];
}

function fieldSteps(
  before: readonly OwnField[],
  after: readonly OwnField[],
): readonly RecordedStructure[] {
  const columns = new Set([...before, ...after].map(({ column }) => column));
  const textIn = (fields: readonly OwnField[], column: string) => {
    const field = fields.find((each) => each.column === column);
    return field === undefined ? null : fieldText(field);
  };
  return [...columns].flatMap((column) => {
    const [from, to] = [textIn(before, column), textIn(after, column)];
    return from === to ? [] : [step("field", "customers", column, from, to)];
  });
}

/** Words that were moved, one step for a column; more only where very many rows were kept. */
export function wordSteps({
  table,
  column,
  from,
  to,
  kept,
}: WordsMoved): readonly RecordedStructure[] {
  return wordingTexts({ language: to, kept }).map((text) =>
    step("words", table, column, from, text),
  );
}

export function languageStep(from: Language | null, to: Language): RecordedStructure {
  return step("language", "customers", "", from, to);
}

/**
 * What set-up does, rule P4: each table, column, header and name, and how many blank cells of a column were filled. Ids
 * and days of creation are counted, not listed: an added column was blank before, so that what stands in it now is all
 * there is to tell, and an adopted book of 10,000 customers would begin with 20,000 entries that nobody can use.
 */
export function installSteps(
  { create, adopt, names }: InstallPlan,
  headers: readonly string[],
): readonly RecordedStructure[] {
  const ofAdopted = (plan: NonNullable<InstallPlan["adopt"]>): readonly RecordedStructure[] => {
    const { table, range, existing, excelName, binding, missingIds, added } = plan;
    const columnAt = new Map(Object.entries(binding).map(([column, index]) => [index, column]));
    return [
      step("table-adopted", table, "", existing ?? `${range.sheet}!${range.address}`, excelName),
      ...[...plan.headers].map(([index, to]) =>
        step("renamed", table, columnAt.get(index) ?? "", headers[index] ?? null, to),
      ),
      ...(missingIds.size === 0 ? [] : [step("filled", table, "id", null, missingIds.size)]),
      ...added.flatMap(({ column, header, fill }) => {
        const filled =
          fill !== null && "values" in fill
            ? fill.values.filter((cell) => cell !== null && cell !== "").length
            : 0;
        return [
          step("column-added", table, column, null, header),
          ...(filled === 0 ? [] : [step("filled", table, column, null, filled)]),
        ];
      }),
    ];
  };
  return [
    ...create.map(({ table, sheet }) => step("table-added", table, "", null, sheet)),
    ...(adopt === null ? [] : ofAdopted(adopt)),
    ...names.map(({ name, table, from }) => step("named", table, from, null, name)),
  ];
}

export function step(
  kind: RecordedStructure["kind"],
  table: TableId,
  column: string,
  from: RecordedStructure["from"],
  to: RecordedStructure["to"],
): RecordedStructure {
  return { kind, table, column, from, to };
}

/**
 * Steps as audit entries.
 *
 * @param before - how many entries the deed has already
 * @param refersTo - for taking back: the id of the entry that a step takes back
 */
export function structureEntries(
  steps: readonly RecordedStructure[],
  deed: DeedFacts,
  facts: WorkbookFacts,
  before: number,
  refersTo: (what: RecordedStructure) => string | null = () => null,
): readonly AuditEntry[] {
  return steps.map((what, index) => {
    const number = before + index + 1;
    return {
      id: entryId(deed.id, number),
      deed,
      number,
      what,
      rowName: "",
      header: headerOf(what, facts),
      customerId: null,
      refersTo: refersTo(what),
    };
  });
}

function headerOf(
  { table, column, kind, to }: RecordedStructure,
  { tables, language }: WorkbookFacts,
): string {
  if (column === "") return "";
  const bound = tables[table]?.columns[column];
  if (bound !== undefined) return bound.header;
  if (kind === "column-added" && typeof to === "string") return to;
  const spec = tableSpecs[table].columns.find(({ id }) => id === column);
  return spec?.title[language ?? "en"] ?? ownHeader(column) ?? column;
}
