import { ok, type Result } from "../../domain/result";
import { isOfStructure, type AuditEntry } from "../../tables/audit/entries";
import { fieldIn, wordsIn, type RecordedStructure } from "../../tables/audit/structure";
import { fieldSpec, type OwnField } from "../../tables/fields";
import { ownHeader, type ColumnSpec, type Language } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import { rowsTogether } from "../fields/words";
import { newColumn } from "../set-up/empty-table";
import type { Workbook } from "../workbook";
import type { ColumnsChange, NewColumn } from "../workbook/columns";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import { languageStep, stepsOf, wordSteps } from "./record-structure";
import type { Restructuring } from "./perform-structure";
import type { StructureObstacle } from "./obstacles";
import { obstacleTo } from "./structure-obstacles";
import { placeKey, readStanding, type Standing, type Step } from "./structure-standing";

export interface StructurePlan {
  readonly work: Restructuring;
  readonly ready: readonly AuditEntry[];
  readonly refused: readonly {
    readonly entry: AuditEntry;
    readonly obstacles: readonly StructureObstacle[];
  }[];
  /** The entry a step of `work` takes back. */
  readonly refersTo: (what: RecordedStructure) => string | null;
}

/**
 * What taking back steps of a change of structure would do, and what stands in the way, step by step; rule P4. A column
 * only goes while it is blank, a header, list, formula or kind only goes back while it is the one that was written.
 * Words go back wherever they are still ours, but for the rows that had spoken that language before. Nothing is written.
 */
export async function planStructure(
  workbook: Workbook,
  facts: WorkbookFacts,
  entries: readonly AuditEntry[],
): Promise<Result<StructurePlan, WorkbookFailure>> {
  const steps = entries.flatMap((entry): readonly Step[] =>
    isOfStructure(entry.what) ? [{ entry, what: entry.what }] : [],
  );
  if (steps.length === 0)
    return ok({ work: nothing, ready: [], refused: [], refersTo: () => null });
  const standing = await readStanding(workbook, facts, steps);
  if (!standing.ok) return standing;

  const ready: Step[] = [];
  const refused: StructurePlan["refused"][number][] = [];
  for (const each of steps) {
    const obstacle = obstacleTo(each, standing.value);
    if (obstacle === null) ready.push(each);
    else refused.push({ entry: each.entry, obstacles: [obstacle] });
  }
  const ids = new Map(ready.map(({ entry, what }) => [keyOf(what), entry.id]));
  return ok({
    work: workOf(ready, standing.value),
    ready: ready.map(({ entry }) => entry),
    refused,
    refersTo: (what) => ids.get(keyOf(what)) ?? null,
  });
}

const nothing: Restructuring = {
  columns: [],
  words: { added: [], updated: [], removed: [] },
  steps: [],
};

function workOf(ready: readonly Step[], { facts, words }: Standing): Restructuring {
  const steps = ready.map(({ what }) => what);
  const of = (kind: RecordedStructure["kind"]) => steps.filter((what) => what.kind === kind);
  const [language] = of("language").flatMap(({ from }): readonly Language[] =>
    from === "zh" || from === "en" ? [from] : [],
  );
  const spoken = language ?? facts.language ?? "en";
  const fields = fieldsAfter(steps, facts);
  const tables = [
    ...new Set(
      steps.filter(({ kind }) => kind !== "words" && kind !== "placed").map(({ table }) => table),
    ),
  ];
  const columns = tables.map((table): ColumnsChange => {
    const here = (kind: RecordedStructure["kind"]) =>
      of(kind).filter((what) => what.table === table);
    return {
      table,
      removed: here("column-added").map(({ column }) => column),
      added: here("column-removed").map((what) => columnBack(what, steps, fields, spoken)),
      renamed: here("renamed").map(({ column, from, to }) => ({
        column,
        from: String(to ?? ""),
        to: String(from ?? ""),
      })),
      lists: Object.fromEntries(
        here("list").map(({ column, from, to }) => [
          column,
          { from: wordsIn(to), to: wordsIn(from) },
        ]),
      ),
      formulas: Object.fromEntries(
        here("formula").map(({ column, from, to }) => [
          column,
          { from: String(to ?? ""), to: String(from ?? "") },
        ]),
      ),
      ...(table === "customers" && fields !== null
        ? { fields: { from: facts.fields, to: fields } }
        : {}),
      ...(language === undefined ? {} : { language }),
    };
  });
  const moved = of("words").flatMap((what) => words.get(placeKey(what)) ?? []);
  const current = facts.language;
  return {
    columns,
    words: { added: [], updated: rowsTogether(moved.flatMap(({ rows }) => rows)), removed: [] },
    steps: [
      ...columns.flatMap((change) => stepsOf(change, facts)),
      ...moved.flatMap((each) => wordSteps(each.moved)),
      ...(language === undefined ? [] : [languageStep(current, language)]),
    ],
  };
}

/** The fields as they shall be; null where they stay. A field whose column goes, goes as well. */
function fieldsAfter(
  steps: readonly RecordedStructure[],
  { fields }: WorkbookFacts,
): readonly OwnField[] | null {
  const going = new Set(
    steps.filter(({ kind }) => kind === "column-added").map(({ column }) => column),
  );
  const kinds = steps.filter(({ kind }) => kind === "field");
  const told = new Set(kinds.map(({ column }) => column));
  const back = kinds.flatMap(({ column, from }) =>
    going.has(column) ? [] : (fieldIn(column, from) ?? []),
  );
  const kept = fields.filter(({ column }) => !told.has(column) && !going.has(column));
  return kept.length === fields.length && back.length === 0 ? null : [...kept, ...back];
}

/** A column as it comes back: blank, with its format and list, where it had stood. */
function columnBack(
  { table, column, from }: RecordedStructure,
  steps: readonly RecordedStructure[],
  fields: readonly OwnField[] | null,
  language: Language,
): NewColumn {
  const header = typeof from === "string" ? from : (ownHeader(column) ?? column);
  const ours: ColumnSpec | undefined = tableSpecs[table].columns.find(({ id }) => id === column);
  const field = fields?.find((each) => each.column === column);
  const spec = ours ?? fieldSpec(field ?? { column, kind: "text", choices: [] }, header);
  const place = steps.find(
    (what) => what.kind === "placed" && what.table === table && what.column === column,
  )?.from;
  return {
    ...newColumn(spec, header, language),
    mayStand: true,
    ...(typeof place === "number" ? { at: place - 1 } : {}),
  };
}

/** A step and its opposite have the same key. */
function keyOf(what: RecordedStructure): string {
  const kind =
    what.kind === "column-added" || what.kind === "column-removed" ? "column" : what.kind;
  return `${kind} ${placeKey(what)}`;
}
